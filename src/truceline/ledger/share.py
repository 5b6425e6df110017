"""What of a ledger may go out to whom: documents and files above a handling mark stay in, with all that was said of them.

It is done before anything is derived, so that nothing derived can carry what was left out (responsible-use R3, R6).
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime

from truceline.ledger.base import Contents
from truceline.model.case_file import particulars
from truceline.model.document import Document
from truceline.model.handling import Handling
from truceline.model.ids import DocumentId, ReportId
from truceline.model.incident import Judgement
from truceline.model.ledger_view import Fetch
from truceline.model.media import Custody, Hand, MediaId
from truceline.model.review import Review, Verb

WITHHELD = "left out: it also stands on what bears a higher handling mark"
"""What stands for the reason of a decision that was made on withheld reports too."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shared:
    """Contents without what is withheld. ``hidden`` are the reports left out; ``left_out`` and ``held_back`` count documents,
    ``files_left_out`` attached files."""

    contents: Contents
    hidden: frozenset[ReportId] = frozenset()
    left_out: int = 0
    held_back: int = 0
    files_left_out: int = 0

    def masked(self, reviews: Iterable[Review]) -> tuple[Review, ...]:
        """Decisions that stand on withheld reports too: what they decide stays, the words of their reason do not."""
        return tuple(each if self.hidden.isdisjoint(each.reports) else self._masked(each) for each in reviews)

    def masked_by(self, rejected: Mapping[ReportId, Review]) -> dict[ReportId, Review]:
        """Which decision rejects each report, masked alike."""
        return {key: each if self.hidden.isdisjoint(each.reports) else self._masked(each) for key, each in rejected.items()}

    def _masked(self, review: Review) -> Review:
        kept = tuple(each for each in review.reports if each not in self.hidden)
        return replace(review, reports=kept, reason=WITHHELD, value=_outline(review))


def _outline(review: Review) -> str | None:
    """What was decided; of a step of a case its state, day and parties, and neither the way it took nor the words it rests on."""
    if review.verb is not Verb.STEP:
        return review.value
    try:
        return replace(particulars(review.value), through=None, words=None).written()
    except ValueError:
        return None


def share(held: Contents, upto: Handling, now: datetime | None) -> Shared:
    """The contents that may be seen up to a mark at a moment. Observed tracks wait for theirs; without a clock none has come.

    At the highest mark nothing is withheld: it is for those at the desk itself.
    """
    if upto is Handling.RED:
        return Shared(contents=held)
    above = {each.id for each in held.documents if not upto.covers(each.handling)}
    young = {each.id for each in held.documents if each.id not in above and _waits(each, now)}
    gone = above | young
    marked = {each.media for each in _standing(held) if not upto.covers(each.handling)}
    if not gone and not marked:
        return Shared(contents=held)
    hidden = frozenset(report.id for each in held.extractions if each.document_id in gone for report in each.reports)
    hidden |= {each.id for each in held.former if each.document_id in gone}
    unseen = marked | {each.media for each in _standing(held) if each.reports and hidden.issuperset(each.reports)}
    return Shared(
        contents=_without_files(_without(held, gone, hidden), unseen, hidden), hidden=hidden, left_out=len(above),
        held_back=len(young), files_left_out=len(unseen),
    )  # fmt: skip


def _without_files(held: Contents, unseen: set[MediaId], hidden: frozenset[ReportId]) -> Contents:
    """A file that bears a higher mark anywhere, or that shows what is withheld, stays in with every step of its custody."""
    return replace(
        held,
        media=tuple(each for each in held.media if each.id not in unseen),
        custody=tuple(_seen_of(each, hidden) for each in held.custody if each.media not in unseen),
    )


def decided_on(held: Contents, hidden: frozenset[ReportId]) -> Contents:
    """Contents whose decisions stand on none of these reports; what was taken back of one left out goes with it."""
    reviews = [each for each in held.reviews if hidden.isdisjoint(each.reports)]
    judgements = tuple(each for each in held.judgements if _seen(each, hidden))
    kept = {each.id for each in reviews} | {each.id for each in judgements}
    gone = ({each.id for each in held.reviews} | {each.id for each in held.judgements}) - kept
    return replace(held, reviews=tuple(each for each in reviews if each.undoes not in gone), judgements=judgements)


def after(held: Contents, day: date) -> frozenset[ReportId]:
    """The reports of documents that were not public by a day, read now or before."""
    late = {each.id for each in held.documents if known_on(each, held.fetches) > day}
    read = {report.id for each in held.extractions if each.document_id in late for report in each.reports}
    return frozenset(read | {each.id for each in held.former if each.document_id in late})


def known_on(document: Document, fetches: Mapping[DocumentId, tuple[Fetch, ...]]) -> date:
    """The day a document was public: as printed, else when it was first captured; unknown counts as never."""
    captured = [each.captured_at.date() for each in fetches.get(document.id, ()) if each.captured_at]
    return document.published or min(captured, default=date.max)


def _without(held: Contents, gone: set[DocumentId], hidden: frozenset[ReportId]) -> Contents:
    return replace(
        held,
        documents=tuple(each for each in held.documents if each.id not in gone),
        extractions=tuple(each for each in held.extractions if each.document_id not in gone),
        fetches={key: some for key, some in held.fetches.items() if key not in gone},
        judgements=tuple(each for each in held.judgements if _seen(each, hidden)),
        reviews=tuple(each for each in held.reviews if not each.reports or not hidden.issuperset(each.reports)),
        former=tuple(each for each in held.former if each.document_id not in gone),
    )


def _seen_of(step: Custody, hidden: frozenset[ReportId]) -> Custody:
    if hidden.isdisjoint(step.reports):
        return step
    return replace(step, reports=tuple(each for each in step.reports if each not in hidden), reason=WITHHELD)


def _standing(held: Contents) -> list[Custody]:
    """Attachments that were not taken back: to attach a file anew is how its mark is changed."""
    back = {each.undoes for each in held.custody if each.hand is Hand.TAKEN_BACK}
    return [each for each in held.custody if each.hand is Hand.ATTACHED and each.id not in back]


def _seen(judgement: Judgement, hidden: frozenset[ReportId]) -> bool:
    return judgement.left not in hidden and judgement.right not in hidden


def _waits(document: Document, now: datetime | None) -> bool:
    moment = document.observation.not_before if document.observation else None
    return moment is not None and (now is None or now < moment)
