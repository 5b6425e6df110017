"""Incidents known to exist and not described: what a claimed count leaves missing, bounded by the days that the claim counts.

"The third since the beginning of June", with one in the ledger, leaves two. Claims overlap ("the fifth since the beginning of June"):
the fewest incidents that satisfy all of them at once are taken, so that what is said stays a lower bound.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from truceline.incidents.audit import Window, line_of, window_of
from truceline.model.document import Document
from truceline.model.ids import ClaimId, DocumentId, ReportId, fingerprint
from truceline.model.incident import Audit, CountCheck, Ghost
from truceline.model.report import CountClaim, Report

Of = tuple[str, str, tuple[str, ...]]
"""What a claim counts: kind, line ("" = not told) and the parties that acted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Lack:
    """So many incidents at least are lacking in a stretch of days, by a claim."""

    claim: ClaimId
    window: Window
    number: int


def ghosts(
    checks: Mapping[ClaimId, CountCheck],
    claims: Mapping[ClaimId, CountClaim],
    reports: Mapping[ReportId, Report],
    documents: Mapping[DocumentId, Document],
) -> tuple[Ghost, ...]:
    """One ghost for each incident that the counts say must be and the ledger does not have; sorted by days, then id."""
    lacking: dict[Of, list[Lack]] = defaultdict(list)
    for key, check in sorted(checks.items()):
        if check.verdict is Audit.LEDGER_SHORT and check.gap:
            claim = claims[key]
            window = window_of(claim, documents)
            if isinstance(window, Window):
                lacking[counted_by(claim, reports)].append(Lack(claim=key, window=window, number=check.gap))
    found = [_ghost(of, served, number) for of, lacks in lacking.items() for number, served in enumerate(stab(lacks))]
    return tuple(sorted(found, key=lambda each: (each.since, each.until, each.id)))


def counted_by(claim: CountClaim, reports: Mapping[ReportId, Report]) -> Of:
    """What a claim counts."""
    return claim.kind, claim.line or line_of(claim, reports) or "", tuple(sorted({each.partition(":")[0] for each in claim.by}))


def stab(lacks: Iterable[Lack]) -> list[list[Lack]]:
    """The fewest incidents that give each stretch the number it lacks; each with the stretches it stands in.

    Stretches are taken by their last day; what one still lacks is set on that day, where it serves most of those to come.
    """
    days: list[date] = []
    served: list[list[Lack]] = []
    for lack in sorted(lacks, key=lambda each: (each.window.until, each.window.since, each.claim)):
        inside = [at for at, day in enumerate(days) if lack.window.since <= day <= lack.window.until][: lack.number]
        for at in inside:
            served[at].append(lack)
        for _ in range(lack.number - len(inside)):
            days.append(lack.window.until)
            served.append([lack])
    return served


def _ghost(of: Of, served: Sequence[Lack], number: int) -> Ghost:
    kind, line, by = of
    since, until = max(each.window.since for each in served), min(each.window.until for each in served)
    claims = tuple(each.claim for each in served)
    identity = "g" + fingerprint("ghost", kind, line, by, since.isoformat(), until.isoformat(), number)[:16]
    return Ghost(
        id=identity, kind=kind, line=line or None, by=by,
        since=since.isoformat(), until=until.isoformat(), claims=claims,
    )  # fmt: skip
