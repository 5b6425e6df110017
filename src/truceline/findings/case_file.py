"""The case file of an incident: its steps from the documents' words and from what people said, in order of their days."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from truceline.findings.by_others import held
from truceline.findings.case_dues import dues
from truceline.findings.facts import UNKNOWN_PARTY, decoded, party_of
from truceline.model.case_file import CaseFile, CaseStep, Mood, State, particulars
from truceline.model.document import Document
from truceline.model.finding import Finding, Held
from truceline.model.ids import DocumentId, ReportId
from truceline.model.incident import Incident
from truceline.model.instrument import Rulebook
from truceline.model.report import FollowUp, Report, Stance
from truceline.model.review import Review, Verb
from truceline.packs.verdict_words import VerdictWords

STATES = {
    "investigation": State.INVESTIGATED, "finding": State.FOUND, "notification": State.NOTIFIED,
    "meeting_request": State.MEETING_REQUESTED, "protest": State.PROTESTED,
}  # fmt: skip
ANSWERS = ("denial", "confirmation", "apology")
"""Follow-ups that answer, where who is said to have acted, or was addressed, takes them."""
ANSWERING = {Stance.DENIES: "denial", Stance.CONFIRMS: "confirmation"}
ORDER = tuple(State)


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What a case is made from: documents and decisions that count, our findings of the incident, the law, and words of holding."""

    reports: Mapping[ReportId, Report]
    documents: Mapping[DocumentId, Document]
    reviews: Sequence[Review] = ()
    rulebooks: Sequence[Rulebook] = ()
    findings: Sequence[Finding] = ()
    words: VerdictWords | None = None


def case_file(incident: Incident, known: Known, *, on: date | None = None, as_of: date | None = None) -> CaseFile:
    """The case of an incident; ``on`` is the day that terms are reckoned for.

    With ``as_of`` what a person says of a later day is left out, as documents of later days are. Pure: no clock, no files.

    1 told      steps that documents tell, each once
    2 decided   steps that people say, beside them
    3 due       terms of the instruments whose clauses were tested, days that people set, intentions
    """
    reports = [known.reports[each] for each in incident.reports if each in known.reports]
    acting = {party_of(str(code)) for each in incident.variants.get("actor", ()) for code in _listed(decoded(each.value))} - {UNKNOWN_PARTY}
    told = [*_seen(reports, known.documents), *_announced(reports, known.documents), *_followed(reports, known, acting)]
    said = [each for review in known.reviews for each in _said(review, incident) if as_of is None or (each.latest or as_of) <= as_of]
    steps = sorted((*_once(told), *said), key=_in_order)
    done = tuple(each for each in steps if each.mood is Mood.DONE)
    intended = tuple(each for each in steps if each.mood is Mood.INTENDED)
    set_days = [each for each in steps if each.mood is Mood.DUE]
    found = dues(incident, done, intended, set_days, known.rulebooks, known.findings, on=on)
    return CaseFile(incident_id=incident.id, steps=done, intended=intended, dues=found, on=on)


def _seen(reports: Sequence[Report], documents: Mapping[DocumentId, Document]) -> Iterator[CaseStep]:
    """The act itself, on each day that is told of it; who observed it is seldom told and is not guessed."""
    dated = [each for each in reports if each.claim.when is not None]
    for report in dated or reports[:1]:
        when = report.claim.when
        yield CaseStep(
            state=State.SEEN, document=report.document_id, unsure=report.unsure,
            day=when.value.start if when and when.value.start == when.value.end else None,
            told_by=_published(report, documents), evidence=when.evidence if when else report.claim.kind.evidence,
        )  # fmt: skip


def _announced(reports: Sequence[Report], documents: Mapping[DocumentId, Document]) -> Iterator[CaseStep]:
    """Each organ of a party that says so; a body that tells of its own finding has its step there."""
    for report in reports:
        finders = {each.by for each in report.follow_ups if each.act == "finding"}
        for each in report.attributions:
            speaker = each.speaker.value
            if speaker.party and speaker.code not in finders and each.stance is Stance.ASSERTS:
                yield CaseStep(
                    state=State.ANNOUNCED, by=speaker.code, document=report.document_id, told_by=_published(report, documents),
                    evidence=each.speaker.evidence, unsure=report.unsure,
                )  # fmt: skip


def _followed(reports: Sequence[Report], known: Known, acting: set[str]) -> Iterator[CaseStep]:
    """Steps of the follow-ups, taken and intended, and answers of those who are said to have acted or were addressed."""
    addressed = acting | {party_of(each.to) for report in reports for each in report.follow_ups if each.to}
    for report in reports:
        published = _published(report, known.documents)
        for mood, steps in ((Mood.DONE, report.follow_ups), (Mood.INTENDED, report.intended)):
            for each in steps:
                state = _state(each, addressed)
                if state is not None:
                    yield CaseStep(
                        state=state, mood=mood, act=each.act, by=each.by, to=each.to, day=each.when.value.start if each.when else None,
                        told_by=published, document=report.document_id, evidence=each.evidence, unsure=report.unsure,
                        held=_held(each, report, known) if state is State.FOUND else None,
                    )  # fmt: skip
        for attribution in report.attributions:
            party = attribution.speaker.value.party
            if party in addressed and attribution.stance in ANSWERING:
                yield CaseStep(
                    state=State.ANSWERED, act=ANSWERING[attribution.stance], by=attribution.speaker.value.code, document=report.document_id,
                    told_by=published, evidence=attribution.speaker.evidence, unsure=report.unsure,
                )  # fmt: skip


def _held(step: FollowUp, report: Report, known: Known) -> Held | None:
    return held(step, report, known.reports, known.documents.get(report.document_id), known.words) if known.words else None


def _state(step: FollowUp, addressed: set[str]) -> State | None:
    if step.act in ANSWERS:
        return State.ANSWERED if step.by and party_of(step.by) in addressed else None
    return STATES.get(step.act)


def _said(review: Review, incident: Incident) -> Iterator[CaseStep]:
    """The step that a person's decision says; none where it is no step, of another incident, or cannot be read."""
    if review.verb is not Verb.STEP or not set(review.reports) & set(incident.reports):
        return
    try:
        state, told = State(review.field or ""), particulars(review.value)
    except ValueError:
        return  # refused where it comes in; a forged row must not take the rest of the case with it
    yield CaseStep(
        state=state, mood=told.mood, by=told.by, to=told.to, day=told.day, through=told.through, decision=review.id, said_by=review.by,
        decided_on=review.at.date(), why=review.reason, evidence=(told.words,) if told.words else (),
        document=told.words.document_id if told.words else None, held=told.held if state is State.FOUND else None,
    )  # fmt: skip


def _once(told: Sequence[CaseStep]) -> Iterator[CaseStep]:
    """A step that several documents tell stands once, with the words of all, as the earliest tells it; other days are other steps."""
    held: list[CaseStep] = []
    for each in sorted(told, key=_in_order):
        at = next((n for n, one in enumerate(held) if _same(one, each)), None)
        if at is None:
            held.append(each)
        else:
            held[at] = replace(
                held[at], evidence=tuple(dict.fromkeys((*held[at].evidence, *each.evidence))), day=held[at].day or each.day,
                to=held[at].to or each.to, unsure=held[at].unsure and each.unsure,
            )  # fmt: skip
    yield from held


def _same(one: CaseStep, two: CaseStep) -> bool:
    days = {one.day, two.day} - {None}
    addressed = {party_of(each.to) for each in (one, two) if each.to}
    return (
        (one.state, one.mood, one.act, one.held, one.by) == (two.state, two.mood, two.act, two.held, two.by)
        and len(days) < 2
        and len(addressed) < 2
    )


def _in_order(step: CaseStep) -> tuple[bool, date, int, str, str]:
    """The act first, then by day; of one day in the usual order of the states."""
    return (
        step.state is not State.SEEN,
        step.latest or date.max,
        ORDER.index(step.state),
        step.by or "",
        step.decision or step.document or "",
    )


def _published(report: Report, documents: Mapping[DocumentId, Document]) -> date | None:
    document = documents.get(report.document_id)
    return document.published if document else None


def _listed(value: object) -> list[object]:
    return value if isinstance(value, list) else [value]
