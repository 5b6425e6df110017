"""What one document says about one event, and who says so (codebook 2)."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, TypeVar

from truceline.model.ids import ClaimId, DocumentId, ReportId
from truceline.model.party import Actor, Speaker
from truceline.model.place import Where
from truceline.model.text import Span
from truceline.model.time import When

T_co = TypeVar("T_co", covariant=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot(Generic[T_co]):
    """A value, the words it was read from, and the rule that read it."""

    value: T_co
    evidence: tuple[Span, ...]
    read_by: str

    def __post_init__(self) -> None:
        if not self.evidence:
            raise ValueError(f"no value without its words: {self.value!r} by {self.read_by}")


class Stance(StrEnum):
    """How a speaker stands to a claim."""

    ASSERTS = "asserts"
    RELAYS = "relays"
    CONFIRMS = "confirms"
    DENIES = "denies"
    NOT_CONFIRMED = "not_confirmed"


class Footing(StrEnum):
    """What a speaker's claim rests on, as far as the text tells: how they know it, and never how true it is.

    ``SAW`` own eyes; ``RECORDED`` radar, cameras, satellites; ``TOLD`` somebody told them; ``ALLIED_SERVICE`` services of allies;
    ``UNNAMED_SOURCE`` a speaker without a name; ``OPEN_MEDIA`` the press and what stands online; ``INTELLIGENCE`` disclosed by a
    service; ``ASSESSED`` the speaker's own judgement.
    """

    SAW = "saw"
    RECORDED = "recorded"
    TOLD = "told"
    ALLIED_SERVICE = "allied_service"
    UNNAMED_SOURCE = "unnamed_source"
    OPEN_MEDIA = "open_media"
    INTELLIGENCE = "intelligence"
    ASSESSED = "assessed"


class Modality(StrEnum):
    """Whether the act is told as done."""

    ACTUAL = "actual"
    ALLEGED = "alleged"
    PLANNED = "planned"


class Status(StrEnum):
    """The codebook's status, derived from modality, stance and denials."""

    ASSERTED = "asserted"
    ALLEGED = "alleged"
    DENIED = "denied"
    DISPUTED = "disputed"
    PLANNED = "planned"


class Prominence(StrEnum):
    """Whether the document is about the event or recalls it."""

    MAIN = "main"
    BACKGROUND = "background"


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """A number as an interval: "at least 5" is 5..None, "dozens" 24..99 (codebook 2).

    ``what`` is one of persons, rounds, vehicles, killed, wounded, captured.
    ``of`` names the side the figure counts, where the text tells (``PRK:mil``).
    """

    what: str
    low: int | None
    high: int | None
    approx: bool = False
    of: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """What is said to have happened: the proposition alone. None or empty = not said in the text."""

    kind: Slot[str]
    actors: tuple[Slot[Actor], ...] = ()
    targets: tuple[Slot[Actor], ...] = ()
    when: Slot[When] | None = None
    time: Slot[str] | None = None
    where: Slot[Where] | None = None
    line: Slot[str] | None = None
    sector: Slot[str] | None = None
    counts: tuple[Slot[Quantity], ...] = ()
    responses: tuple[Slot[str], ...] = ()
    outcome: Slot[str] | None = None
    intent: Slot[str] | None = None
    modality: Modality = Modality.ACTUAL


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """Who says so. ``via`` lists the relays between speaker and document, in order; ``rests_on`` how the speaker knows, where told."""

    speaker: Slot[Speaker]
    stance: Stance = Stance.ASSERTS
    cue: Span | None = None
    via: tuple[Slot[Speaker], ...] = ()
    rests_on: tuple[Slot[Footing], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowUp:
    """What was done about the event afterwards; ``act`` from the codebook's list, ``when`` the day told of the step itself."""

    act: str
    by: str | None
    to: str | None
    evidence: tuple[Span, ...]
    when: Slot[When] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonFate:
    """What became of people of an act: ``fate`` is held, treated, released, died or body_returned; ``of`` their side and role.

    People are never named. ``when`` is the day told of it; the number is an open interval where the text gives none.
    """

    fate: str
    of: str | None
    low: int | None
    high: int | None
    when: When | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerStep:
    """What a text tells of one answer's place among the others: never from the order of mention alone.

    ``response`` is the codebook's. ``taken`` is False where it is told as not given. ``after`` names the step that came before it,
    ``act`` for the act itself; ``low``..``high`` are the minutes between the two (None = not told), ``approx`` where these are
    hedged, vague or told in hours. ``clock`` is the hour of the step, HH:MM local.
    """

    response: str
    evidence: tuple[Span, ...]
    taken: bool = True
    after: str | None = None
    low: int | None = None
    high: int | None = None
    approx: bool = False
    clock: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """One document saying one thing once. Never edited.

    ``attributions`` is never empty: where the outlet speaks for itself the speaker is
    ``document``. ``quote`` is the sentence that states it best. ``confidence`` is 0..1; ``unsure`` marks one that
    was read too unsurely to be counted before a person has looked at it. ``intended`` are steps that somebody said they
    would take: never among ``follow_ups``, which were taken. ``answer_steps`` tell order and minutes of the responses,
    ``fates`` what became of its people later.
    ``grave`` names what would be a grave crime, if true, with the words that say so; it is always an allegation.
    """

    id: ReportId
    document_id: DocumentId
    claim: Claim
    attributions: tuple[Attribution, ...]
    follow_ups: tuple[FollowUp, ...]
    prominence: Prominence
    status: Status
    quote: Span
    confidence: float
    extractor: str
    notes: tuple[str, ...] = ()
    grave: tuple[Slot[str], ...] = ()
    unsure: bool = False
    intended: tuple[FollowUp, ...] = ()
    fates: tuple[Slot[PersonFate], ...] = ()
    answer_steps: tuple[AnswerStep, ...] = ()

    def slots(self) -> Iterator[tuple[str, Slot[object]]]:
        """Every filled slot with the codebook field it fills."""
        claim = self.claim
        single = (
            ("type", claim.kind),
            ("date", claim.when),
            ("time", claim.time),
            ("place", claim.where),
            ("line", claim.line),
            ("sector", claim.sector),
            ("outcome", claim.outcome),
            ("intent", claim.intent),
        )
        for name, slot in single:
            if slot is not None:
                yield name, slot
        for name, slots in (("actor", claim.actors), ("target", claim.targets), ("response", claim.responses)):
            for each in slots:
                yield name, each
        for count in claim.counts:
            yield count.value.what, count
        for attribution in self.attributions:
            if attribution.stance not in (Stance.DENIES, Stance.NOT_CONFIRMED):
                yield "sources", attribution.speaker
            for relay in attribution.via:
                yield "via", relay


@dataclass(frozen=True, slots=True, kw_only=True)
class CountClaim:
    """A number of incidents claimed over a stretch of time ("the third since the beginning of June").

    ``since`` and ``until`` are ISO dates, months or years as far as known; ``window`` keeps how
    the stretch was said. Exactly one of ``ordinal``, ``count`` and ``most`` is set: the last is the superlative
    of a claim that this was the most of its kind ("deadliest"), ``measured_by`` the figures that can decide it. ``after`` is the
    day (ISO) from which on there was none, or none that was more: for "the first since 2018" the first day of 2019.
    """

    id: ClaimId
    document_id: DocumentId
    kind: str
    ordinal: int | None
    count: int | None
    by: tuple[str, ...]
    since: str | None
    until: str | None
    window: str | None
    quote: Span
    evidence: tuple[Span, ...]
    line: str | None = None
    report_id: ReportId | None = None
    most: str | None = None
    measured_by: tuple[str, ...] = ()
    after: str | None = None


class LawForm(StrEnum):
    """How a document gives a paragraph: in its words, in others within quotation marks, by its number, or told in the document's own."""

    QUOTED = "quoted"
    REWORDED = "reworded"
    CITED = "cited"
    TOLD = "told"


@dataclass(frozen=True, slots=True, kw_only=True)
class LawQuote:
    """Words in a document that quote an instrument. ``clause`` is the paragraph as its text numbers it; ``score`` 0..1."""

    document_id: DocumentId
    span: Span
    instrument: str
    clause: str
    score: float
    form: LawForm = LawForm.QUOTED


@dataclass(frozen=True, slots=True, kw_only=True)
class Extraction:
    """All that was read from one document."""

    document_id: DocumentId
    reports: tuple[Report, ...] = ()
    count_claims: tuple[CountClaim, ...] = ()
    law_quotes: tuple[LawQuote, ...] = ()
