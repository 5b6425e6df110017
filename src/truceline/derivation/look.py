"""What is kept, read again as records: all of it, for who wants the whole ledger."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import msgspec

from truceline.derivation.profiles import UNPACKER
from truceline.derivation.workbench import Sums
from truceline.incidents.score import judge
from truceline.incidents.weights import Scale
from truceline.ledger.codec import reread
from truceline.ledger.digest import Total, digest_of_totals
from truceline.ledger.keeping import Kept
from truceline.model.finding import Finding
from truceline.model.ids import IncidentId
from truceline.model.incident import CountCheck, Incident, Judgement, Same
from truceline.model.summary import Summary

FINDINGS = msgspec.json.Decoder(tuple[Finding, ...])


@dataclass(frozen=True, slots=True, kw_only=True)
class Whole:
    """All that is derived; incidents stand by first day, then id."""

    incidents: tuple[Incident, ...]
    judgements: tuple[Judgement, ...]
    checks: tuple[CountCheck, ...]
    findings: dict[IncidentId, tuple[Finding, ...]]
    digest: str = ""


def whole(kept: Kept, scale: Scale) -> Whole:
    """All of it. Our own judgements are told anew from what is kept of the two reports: they are many, and follow from these."""
    rows = sorted(kept.all("incidents", "id", "day", "body", "findings"), key=lambda row: (row.day, row.id))
    return Whole(
        incidents=tuple(reread(row.body, Incident) for row in rows),
        judgements=tuple(sorted(judgements(kept, kept.all("pairs"), scale), key=lambda each: (each.left, each.right))),
        checks=tuple(reread(row.check, CountCheck) for row in sorted(kept.all("claims", "id", "check"), key=lambda row: row.id)),
        findings={IncidentId(row.id): FINDINGS.decode(row.findings) for row in rows},
        digest=digest(kept),
    )


def judgements(kept: Kept, rows: list[Any], scale: Scale) -> Iterator[Judgement]:
    """Our judgements on pairs, with their terms."""
    numbers = {n for row in rows for n in (row.one, row.two)}
    profiles = {row.n: UNPACKER.decode(row.profile) for row in kept.find("reports", "n", numbers, "n", "profile")}
    for row in rows:
        yield judge(profiles[row.one], profiles[row.two], scale, same=Same(row.same))


def digest(kept: Kept) -> str:
    """The digest of the whole ledger, from the sums that are kept."""
    held = Sums.kept(kept).held
    ours, people = held.get("judgements", Total()), held.get("people", Total())
    return digest_of_totals(held | {"judgements": Total(ours.number + people.number, ours.total + people.total)})


def summed(kept: Kept) -> Summary:
    """What the ledger holds, in numbers: the same as counting it all."""
    sums = Sums.kept(kept)
    n_review = sums.number("to review")

    def by(prefix: str) -> dict[str, int]:
        return {
            name.removeprefix(prefix): each.number for name, each in sorted(sums.held.items()) if name.startswith(prefix) and each.number
        }

    return Summary(
        n_documents=sums.number("documents"), n_reports=sums.number("reports"), n_count_claims=sums.number("count claims"),
        n_incidents=sums.number("incidents") - n_review, n_undated=sums.number("undated"), n_review=n_review, findings=by("finding "),
        checks=by("check "), digest=digest(kept),
    )  # fmt: skip
