"""A ledger of an exercise held against the truth: which incidents were found, which reports were joined rightly, what stayed hidden."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from truceline.model.ids import DocumentId, ReportId
from truceline.model.ledger_view import LedgerView
from truceline.rehearsal.dispatches import Dispatch
from truceline.rehearsal.world import Truth

Pair = frozenset[ReportId]


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """How it went. Links are pairs of reports of different documents that tell of one incident; ``over`` were joined and should
    not have been, ``under`` should have been and were not. ``n_told`` incidents stand in some dispatch; ``n_found`` of them have a report.
    """

    n_true: int
    n_told: int
    n_found: int
    n_spurious: int
    n_links: int
    over: int
    under: int
    n_incidents: int

    @property
    def f1(self) -> float | None:
        """F1 of the links; None where there are none to find."""
        hit = self.n_links - self.under
        return 2 * hit / (2 * hit + self.over + self.under) if self.n_links or self.over else None


def compare(view: LedgerView, truths: Sequence[Truth], sent: Sequence[Dispatch]) -> Outcome:
    """Reports are known by where they stand; one that stands on no passage of its kind is spurious."""
    by_name = {each.id: each for each in sent}
    dispatch_of: Mapping[DocumentId, Dispatch] = {
        key: by_name[document.name] for key, document in view.documents.items() if document.name in by_name
    }
    told: dict[ReportId, str] = {}
    kinds = {each.kind for each in truths}
    n_spurious = 0
    for key, report in view.reports.items():
        dispatch = dispatch_of.get(report.document_id)
        at = [each for each in (dispatch.passages if dispatch else ()) if each.start < report.quote.end and report.quote.start < each.end]
        of = [each.truth for each in at if each.role != "answer" and each.kind == report.claim.kind.value]
        if of:
            told[key] = of[0]
        elif report.claim.kind.value in kinds and not any(each.role == "answer" for each in at):
            n_spurious += 1
    wanted = {
        frozenset(pair)
        for pair in combinations(sorted(told), 2)
        if told[pair[0]] == told[pair[1]] and view.reports[pair[0]].document_id != view.reports[pair[1]].document_id
    }
    joined = {
        frozenset(pair)
        for incident in view.incidents.values()
        for pair in combinations(sorted(set(incident.reports) & told.keys()), 2)
        if view.reports[pair[0]].document_id != view.reports[pair[1]].document_id
    }
    return Outcome(
        n_true=len(truths), n_told=len({passage.truth for each in sent for passage in each.passages}), n_found=len(set(told.values())),
        n_spurious=n_spurious, n_links=len(wanted), over=len(joined - wanted), under=len(wanted - joined), n_incidents=len(view.incidents),
    )  # fmt: skip
