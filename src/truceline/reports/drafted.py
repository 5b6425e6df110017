"""A draft: one act with its slots, on its way to a report."""

from dataclasses import dataclass, field

from truceline.model.party import Actor
from truceline.model.place import Where
from truceline.model.reading import Annotated
from truceline.model.report import Attribution, FollowUp, Footing, Modality, Prominence, Quantity, Slot
from truceline.model.time import When
from truceline.reports.score import Score


@dataclass(slots=True)
class Draft:
    """One act on its way to a report; lists grow while retellings join it."""

    kind: str
    kind_slot: Slot[str]
    sentence: Annotated
    index: int
    weak: bool
    modality: Modality
    actors: list[Slot[Actor]] = field(default_factory=list)
    targets: list[Slot[Actor]] = field(default_factory=list)
    when: Slot[When] | None = None
    time: Slot[str] | None = None
    where: Slot[Where] | None = None
    line: Slot[str] | None = None
    sector: Slot[str] | None = None
    counts: list[Slot[Quantity]] = field(default_factory=list)
    responses: list[Slot[str]] = field(default_factory=list)
    outcome: Slot[str] | None = None
    intent: Slot[str] | None = None
    attributions: list[Attribution] = field(default_factory=list)
    heard: Attribution | None = None
    """Whom the story around it goes on with, where its own sentences name no speaker."""
    follow_ups: list[FollowUp] = field(default_factory=list)
    intended: list[FollowUp] = field(default_factory=list)
    indexes: list[int] = field(default_factory=list)
    triggers: list[tuple[int, int]] = field(default_factory=list)
    """The words by which it is told: sentence and token of each."""
    lemma: str = ""
    trigger: int = 0
    number: int = 0
    """Which of the acts that one word tells, where it tells several ("struck Homs and Hama")."""
    title: bool = False
    when_said: bool = False
    story: tuple[int, Slot[When]] | None = None
    """The day that the text had last gone on to, and in which sentence, where the act has no day of its own."""
    definite: bool = False
    another: bool = False
    denied: bool = False
    confidence: float = 0.0
    prominence: Prominence = Prominence.BACKGROUND
    notes: list[str] = field(default_factory=list)
    stands: list[Attribution] = field(default_factory=list)
    footings: list[Slot[Footing]] = field(default_factory=list)
    score: Score | None = None

    def numbers(self) -> dict[str, float]:
        """What the encoder says of it, by the names of its weights; nothing without an encoder."""
        return {} if self.score is None else self.score.named()

    def parties(self) -> set[str]:
        """Codes of all parties that act or are acted upon, but for the unknown."""
        return {s.value.party for s in self.actors + self.targets} - {"UNK"}
