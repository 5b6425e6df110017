"""A part of what is kept, as a view of its own: a page of a listing, or one incident with all that its dossier tells."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from truceline.derivation.incidents import LAST
from truceline.derivation.look import FINDINGS, judgements
from truceline.derivation.profiles import report_as_left
from truceline.derivation.workbench import Bench, Rules, Sums, reports_of
from truceline.incidents.decisions import standing
from truceline.incidents.since import is_of_since
from truceline.ledger.codec import reread
from truceline.ledger.keeping import Kept
from truceline.ledger.news import Evidence, Told
from truceline.model.handling import Handling
from truceline.model.ids import ClaimId, IncidentId, ReportId
from truceline.model.incident import CountCheck, Incident, Judgement
from truceline.model.ledger_view import LedgerView
from truceline.model.report import CountClaim, Report
from truceline.model.review import Review


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """Which incidents a page is to list: of a kind, party and line, between two days, after the one named, so many at most.

    ``with_reports`` gives their reports and documents too.
    """

    kind: str | None = None
    party: str | None = None
    line: str | None = None
    since: date | None = None
    until: date | None = None
    after: str = ""
    most: int = 100
    with_reports: bool = False

    @property
    def marks(self) -> list[str]:
        """By what is kept of each incident, the rarest kind of mark first."""
        named = (("party", self.party), ("line", self.line), ("type", self.kind))
        return [f"{name} {value}" for name, value in named if value is not None] or ["all"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A view of the incidents of one page, in the order of the listing: those to be reviewed last, then by first day.

    ``n_sure`` incidents and ``n_documents`` are in the whole ledger; ``undated`` would fit but for their day; ``more`` if others follow.
    """

    view: LedgerView
    n_sure: int
    n_documents: int
    undated: int = 0
    more: bool = False


def may_show(kept: Kept, evidence: Evidence, handling: Handling) -> bool:
    """Whether what is kept of all may be seen up to a mark: nothing is withheld, and no file is attached."""
    return not evidence.has_files() and (handling is Handling.RED or Sums.kept(kept).number("marked") == 0)


def page(kept: Kept, evidence: Evidence, rules: Rules, asked: Asked, handling: Handling, pack_version: str) -> Page | None:
    """The page asked for; None where it may not be shown so, or the incident it is to follow is not there."""
    if not may_show(kept, evidence, handling):
        return None
    after: tuple[int, str, str] | None = None
    if asked.after:
        named = kept.find("incidents", "id", [asked.after], "unsure", "day", "id")
        if not named:
            return None
        after = (named[0].unsure, named[0].day, named[0].id)
    days = (asked.since.isoformat() if asked.since else "", asked.until.isoformat() if asked.until else LAST)
    dated = asked.since is not None or asked.until is not None
    rows = kept.listed(asked.marks, days if dated else None, after, asked.most + 1)
    sums = Sums.kept(kept)
    return Page(
        view=_view(kept, evidence, rules, rows[: asked.most], handling, pack_version, members=asked.with_reports),
        n_sure=sums.number("incidents") - sums.number("to review"), n_documents=sums.number("documents"),
        undated=kept.undated(asked.marks) if dated else 0, more=len(rows) > asked.most,
    )  # fmt: skip


def one(kept: Kept, evidence: Evidence, rules: Rules, word: str, handling: Handling, pack_version: str) -> LedgerView | None:
    """The view of the one incident whose id or alias is ``word`` or begins so, with all that its dossier tells.

    None where the whole view must be asked: there is none or several, something is withheld, or the dossier tells of other incidents too.
    """
    if not word or not may_show(kept, evidence, handling):
        return None
    numbers = {row.incident for row in kept.begun(word) if row.incident}
    rows = kept.find("incidents", "n", numbers) if len(numbers) == 1 else []
    if not rows:
        return None
    view = _view(kept, evidence, rules, rows, handling, pack_version, members=True, whole=True)
    others = any(map(is_of_since, view.count_claims.values())) or rows[0].kind == "capture"  # its dossier tells of later releases
    return None if others else view


def of_its_kind(kept: Kept, evidence: Evidence, word: str, handling: Handling) -> LedgerView | None:
    """All incidents of the kind of the one that ``word`` names, with their findings, and no more; None as ``one``."""
    if not word or not may_show(kept, evidence, handling):
        return None
    numbers = {row.incident for row in kept.begun(word) if row.incident}
    named = kept.find("incidents", "n", numbers, "kind") if len(numbers) == 1 else []
    if not named:
        return None
    rows = sorted(kept.find("incidents", "kind", [named[0].kind], "id", "day", "body", "findings"), key=lambda row: (row.day, row.id))
    return LedgerView(
        incidents={IncidentId(row.id): reread(row.body, Incident) for row in rows},
        findings={IncidentId(row.id): FINDINGS.decode(row.findings) for row in rows}, handling=handling,
    )  # fmt: skip


def _view(
    kept: Kept, evidence: Evidence, rules: Rules, rows: Sequence[Any], handling: Handling, pack_version: str, *, members: bool,
    whole: bool = False,
) -> LedgerView:  # fmt: skip
    bench = Bench(kept=kept, evidence=evidence, rules=rules, sums=Sums())
    found = kept.find("reports", "incident", [row.n for row in rows]) if members else []
    reported = [row for row in found if row.counts]
    told = bench.told({row.document for row in reported}, named=True)
    ordered = sorted(told, key=lambda n: (str(told[n].document.published or "9999"), told[n].document.id))
    place = {n: at for at, n in enumerate(ordered)}
    reported.sort(key=lambda row: (place[row.document], row.place))
    reports = {ReportId(row.id): _left(row, told[row.document]) for row in reported}
    checks = _checks(kept, rows, reported) if whole else []
    reviews, people = _decisions(bench) if whole else ((), ())
    pairs = kept.find("pairs", "one", [each.n for each in reported]) if whole else []
    inside = {row.n for row in reported}
    ours = sorted(judgements(kept, [row for row in pairs if row.two in inside], rules.scale), key=lambda each: (each.left, each.right))
    return LedgerView(
        documents={told[n].document.id: told[n].document for n in ordered}, reports=reports,
        incidents={IncidentId(row.id): reread(row.body, Incident) for row in rows},
        findings={IncidentId(row.id): FINDINGS.decode(row.findings) for row in rows},
        count_claims={ClaimId(row.id): reread(row.body, CountClaim) for row in checks},
        checks={ClaimId(row.id): reread(row.check, CountCheck) for row in checks},
        law_quotes=tuple(each for n in ordered for each in _quotes(told[n])), judgements=(*people, *ours), reviews=reviews,
        rulebooks=tuple(f"{each.instrument.slug} {each.version}" for each in rules.rulebooks), pack_version=pack_version,
        handling=handling,
    )  # fmt: skip


def _left(row: Any, told: Told) -> Report:
    left = report_as_left(reports_of(told)[row.place], (row.effect, row.body))
    assert left is not None, "a rejected report stands in no incident"
    return left


def _checks(kept: Kept, rows: Sequence[Any], members: Collection[Any]) -> list[Any]:
    """Claims that count these incidents, or that their documents make, in the order of the whole view."""
    counted = {row.claim for row in kept.find("weights", "incident", [row.n for row in rows], "claim")}
    found = {row.n: row for row in kept.find("claims", "n", counted)}
    found |= {row.n: row for row in kept.find("claims", "document", {row.document for row in members})}
    known = {row.n: (row.published, row.id) for row in kept.find("documents", "n", {row.document for row in found.values()})}
    return sorted(found.values(), key=lambda row: (known[row.document], row.place))


def _decisions(bench: Bench) -> tuple[tuple[Review, ...], tuple[Judgement, ...]]:
    """People's decisions that stand, with reports named as they are read today; none are asked for where there are none."""
    if not bench.evidence.has_decisions():
        return (), ()
    reviews, judged = bench.evidence.reviews(), bench.evidence.judgements()
    names = {key for each in reviews for key in each.reports} | {key for each in judged for key in (each.left, each.right)}
    now = {ReportId(row.old): ReportId(row.new) for row in bench.kept.find("moved", "old", names)}
    return standing(reviews, judged, now)


def _quotes(told: Told) -> tuple[Any, ...]:
    return told.extraction.law_quotes if told.extraction else ()
