"""People's decisions applied to what was read: which still stand, what they reject, what they correct.

A decision names reports as they were read then. Read anew by a later version, a report may have another id: then it is found
again in its document by its kind and its place. A rejected report stays rejected where a copy of its text repeats it.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, field, replace
from datetime import datetime

from truceline.incidents.corrected import corrected
from truceline.incidents.origins import near_copies
from truceline.model.document import Document
from truceline.model.ids import DocumentId, ReportId
from truceline.model.incident import Judgement
from truceline.model.report import Extraction, Report
from truceline.model.review import Review, Verb

_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Decided:
    """What was read, as people left it. ``rejected`` and ``corrected`` tell by which decision, by present report ids.

    ``extractions`` are without what was rejected; ``reviews`` and ``judgements`` those that stand, reports named by present ids.
    """

    extractions: tuple[Extraction, ...]
    judgements: tuple[Judgement, ...] = ()
    reviews: tuple[Review, ...] = ()
    rejected: Mapping[ReportId, Review] = field(default_factory=dict)
    now: Mapping[ReportId, ReportId] = field(default_factory=dict)


def decide(
    extractions: Sequence[Extraction],
    documents: Mapping[DocumentId, Document],
    reviews: Iterable[Review],
    judgements: Iterable[Judgement],
    former: Iterable[Report] = (),
) -> Decided:
    """Applies what stands of the decisions. ``former`` are reports of earlier readings that the present one does not have."""
    reviews, judgements = tuple(reviews), tuple(judgements)
    reports = {each.id: each for extraction in extractions for each in extraction.reports}
    past = {each.id: each for each in former}
    now = successors(past.values(), reports.values())
    stands, judged = standing(reviews, judgements, now)
    rejected = _rejected(stands, reports, past, documents)
    changes, accepted = _corrections(stands), _accepted(stands)
    return Decided(
        extractions=tuple(_left(each, rejected, changes, accepted) for each in extractions),
        judgements=judged,
        reviews=stands,
        rejected=rejected,
        now=now,
    )


def standing(
    reviews: Iterable[Review], judgements: Iterable[Judgement], now: Mapping[ReportId, ReportId]
) -> tuple[tuple[Review, ...], tuple[Judgement, ...]]:
    """The decisions that nobody took back, oldest first, with reports named as they are read ``now``."""
    reviews = tuple(reviews)
    dead = undone(reviews)
    stands = tuple(
        replace(each, reports=tuple(dict.fromkeys(now.get(one, one) for one in each.reports)))
        for each in sorted(reviews, key=_when)
        if each.id not in dead and each.verb is not Verb.UNDO
    )
    return stands, tuple(_renamed(each, now) for each in judgements if each.id not in dead)


def undone(reviews: Iterable[Review]) -> frozenset[str]:
    """Ids of the decisions that were taken back, unless the taking back was taken back itself."""
    taken: dict[str, list[str]] = defaultdict(list)
    for each in reviews:
        if each.verb is Verb.UNDO and each.undoes:
            taken[each.undoes].append(each.id)

    def dead(decision: str, seen: frozenset[str]) -> bool:
        # An id is a hash over what it takes back, so no circle can be; a forged file must not hang us all the same.
        return decision not in seen and any(not dead(each, seen | {decision}) for each in taken.get(decision, ()))

    return frozenset(each for each in taken if dead(each, frozenset()))


def successors(former: Iterable[Report], present: Iterable[Report]) -> dict[ReportId, ReportId]:
    """For each former report, the present one of its document and kind that shares most of its quote; none where none does."""
    found: dict[ReportId, ReportId] = {}
    by_place: dict[tuple[DocumentId, str], list[Report]] = defaultdict(list)
    for each in present:
        by_place[each.document_id, each.claim.kind.value].append(each)
    for old in former:
        shared = [(-_overlap(old, new), new.id) for new in by_place.get((old.document_id, old.claim.kind.value), ())]
        best = min(shared, default=(0, old.id))
        if best[0] < 0:
            found[old.id] = best[1]
    return found


def _left(
    extraction: Extraction, rejected: Mapping[ReportId, Review], changes: Mapping[ReportId, list[Review]], accepted: Set[ReportId]
) -> Extraction:
    """Without what was rejected, as corrected; what a person accepted is unsure no more."""
    if not any(each.id in rejected or each.id in changes or each.id in accepted for each in extraction.reports):
        return extraction
    kept = (each for each in extraction.reports if each.id not in rejected)
    made = (corrected(each, changes.get(each.id, ())) for each in kept)
    return replace(extraction, reports=tuple(replace(each, unsure=False) if each.id in accepted else each for each in made))


def _accepted(standing: Sequence[Review]) -> Set[ReportId]:
    """Reports whose latest word is that a person accepts them."""
    word = {key: each.verb for each in standing if each.verb in (Verb.REJECT, Verb.ACCEPT) for key in each.reports}
    return frozenset(key for key, verb in word.items() if verb is Verb.ACCEPT)


def _rejected(
    standing: Sequence[Review],
    reports: Mapping[ReportId, Report],
    past: Mapping[ReportId, Report],
    documents: Mapping[DocumentId, Document],
) -> dict[ReportId, Review]:
    """Reports that the latest word on them rejects, and those that repeat one in a copy of its document."""
    word: dict[ReportId, Review] = {}
    for review in standing:
        if review.verb in (Verb.REJECT, Verb.ACCEPT):
            word.update(dict.fromkeys(review.reports, review))
    found = {key: each for key, each in word.items() if each.verb is Verb.REJECT}
    if not found:
        return {}
    same: dict[tuple[str, str], list[Report]] = defaultdict(list)
    for report in reports.values():
        same[report.claim.kind.value, words_of(report, documents)].append(report)
    for key, review in sorted(found.items()):
        known = reports.get(key) or past.get(key)
        if known is None or known.document_id not in documents:
            continue
        alike = [each for each in same.get((known.claim.kind.value, words_of(known, documents)), ()) if each.id not in word]
        copies = near_copies({each: documents[each] for each in {known.document_id, *(one.document_id for one in alike)}})
        for each in alike:
            if each.document_id != known.document_id and copies[each.document_id] == copies[known.document_id]:
                found[each.id] = review
    return {key: found[key] for key in sorted(found) if key in reports}


def _corrections(standing: Sequence[Review]) -> dict[ReportId, list[Review]]:
    """The latest correction of each field of each report."""
    latest: dict[tuple[ReportId, str], Review] = {}
    for each in standing:
        if each.verb is Verb.CORRECT and each.field:
            for report in each.reports:
                latest[report, each.field] = each
    found: dict[ReportId, list[Review]] = defaultdict(list)
    for (report, _), review in sorted(latest.items(), key=lambda pair: pair[0]):
        found[report].append(review)
    return found


def _renamed(judgement: Judgement, now: Mapping[ReportId, ReportId]) -> Judgement:
    left, right = now.get(judgement.left, judgement.left), now.get(judgement.right, judgement.right)
    if (left, right) == (judgement.left, judgement.right):
        return judgement
    return replace(judgement, left=min(left, right), right=max(left, right))


def words_of(report: Report, documents: Mapping[DocumentId, Document]) -> str:
    """The words of a report's quote, by which a copy of its text repeats it."""
    document = documents.get(report.document_id)
    return " ".join(_WORD.findall(document.words(report.quote).casefold())) if document else report.id


def _overlap(one: Report, two: Report) -> int:
    if one.quote.part != two.quote.part:
        return 0
    return max(0, min(one.quote.end, two.quote.end) - max(one.quote.start, two.quote.start))


def _when(review: Review) -> tuple[datetime, str]:
    return review.at, review.id
