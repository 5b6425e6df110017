"""The view of one incident, cut out by indexes made once, so that a large ledger is not searched through for each."""

from collections import defaultdict
from dataclasses import dataclass, field, replace

from truceline.model.ids import ClaimId, DocumentId, ReportId
from truceline.model.incident import Incident, Judgement
from truceline.model.ledger_view import LedgerView
from truceline.model.report import LawQuote
from truceline.model.review import Review


@dataclass(frozen=True, slots=True)
class Narrow:
    """Indexes over a view. Calling it gives the view with only the decisions, law quotes and checks that concern one incident."""

    view: LedgerView
    _judgements: dict[ReportId, list[Judgement]] = field(default_factory=lambda: defaultdict(list))
    _reviews: dict[ReportId, list[Review]] = field(default_factory=lambda: defaultdict(list))
    _law: dict[DocumentId, list[LawQuote]] = field(default_factory=lambda: defaultdict(list))
    _checks: dict[str, list[ClaimId]] = field(default_factory=lambda: defaultdict(list))

    def __post_init__(self) -> None:
        for judgement in self.view.judgements:
            self._judgements[judgement.left].append(judgement)
            if judgement.at:  # a person's "no" stands between two incidents, and belongs to both
                self._judgements[judgement.right].append(judgement)
        for review in self.view.reviews:
            for report in review.reports:
                self._reviews[report].append(review)
        for quote in self.view.law_quotes:
            self._law[quote.document_id].append(quote)
        for claim_id, check in self.view.checks.items():
            told_by = self.view.count_claims[claim_id].report_id if claim_id in self.view.count_claims else None
            for key in (*check.incidents, *((told_by,) if told_by else ())):
                self._checks[key].append(claim_id)

    def __call__(self, incident: Incident) -> LedgerView:
        """The view as one incident needs it; documents, reports and the rest are the whole view's own."""
        claims = dict.fromkeys(claim for key in (incident.id, *incident.reports) for claim in self._checks.get(key, ()))
        return replace(
            self.view,
            judgements=tuple({each.id: each for report in incident.reports for each in self._judgements.get(report, ())}.values()),
            reviews=tuple({each.id: each for report in incident.reports for each in self._reviews.get(report, ())}.values()),
            law_quotes=tuple(each for document in incident.documents for each in self._law.get(document, ())),
            checks={claim: self.view.checks[claim] for claim in claims},
        )
