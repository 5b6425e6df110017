"""The cast of a document: which party "the rebels", "the army" or "government troops" are where no party stands beside them."""

from collections import Counter
from dataclasses import dataclass, replace
from datetime import date

from truceline.model.ids import DocumentId
from truceline.model.party import Actor, Role
from truceline.model.reading import Annotated, Mention, Reading, Sentence
from truceline.model.report import Slot
from truceline.model.text import Part, Span
from truceline.packs.gazetteer import Gazetteer
from truceline.packs.pack import Pack
from truceline.reports.voice import Home

READ_BY = "reports.cast 1"
THE_GROUP = " the group of the document"
"""Ends the name of the rule by which unnamed rebels are the armed group that a document is about."""
OF_THE_DOCUMENT = " the state of the document"
"""Ends the name of the rule by which an unnamed army is that of the state that a document is about."""
_TOLD_ENOUGH = 2
"""How often a state must be named before its army is "the army" of a document without a theatre."""
_GROUP_NEAR = 3
"""How many sentences above "the group" its name may stand."""


@dataclass(frozen=True, slots=True)
class Named:
    """A party where the document names it."""

    party: str
    mention: Mention
    sentence: Sentence
    document_id: DocumentId
    index: int

    @property
    def span(self) -> Span:
        """The words that name it: asked for where a value rests on them."""
        return Span(document_id=self.document_id, start=self.mention.start, end=self.mention.end, part=self.sentence.part)

    def slot(self, role: Role, rule: str) -> Slot[Actor]:
        """The party in a role, resting on the words that name it."""
        return Slot(value=Actor(party=self.party, role=role), evidence=(self.span,), read_by=f"{READ_BY} {rule}")


@dataclass(slots=True)
class Cast:
    """The parties of a document in order of the text, and what the pack knows of who fights whom."""

    gazetteer: Gazetteer
    parties: tuple[str, ...]
    home: Home
    named: tuple[Named, ...]
    day: date | None = None

    @staticmethod
    def of(reading: Reading, pack: Pack) -> "Cast":
        """Every party that a document names, outlets left out."""
        found = [
            Named(m.actor.party, m, annotated.sentence, reading.document_id, index)
            for index, annotated in enumerate(reading.sentences)
            for m in annotated.mentions
            if m.actor.party in pack.gazetteer.parties
        ]
        parties = pack.gazetteer.theatres[reading.theatre].parties if reading.theatre else ()
        return Cast(pack.gazetteer, parties, Home.of(reading, pack), tuple(found), reading.document.published)

    def group(self, party: str) -> bool:
        """Whether a party is an armed group or fights a state as one, no state, mission or alliance."""
        return bool(self.gazetteer.parties[party].home) if party in self.gazetteer.parties else False

    def state(self, party: str | None) -> bool:
        """Whether a party is a state, no group or mission."""
        return self.gazetteer.state(party)

    def talks(self, party: str) -> bool:
        """Whether a party is an assembly of states: it calls, condemns and decides, and is no "it" that fired."""
        return party in self.gazetteer.parties and self.gazetteer.parties[party].role == "gov"

    def rebels(self, noun: str | None, index: int, of: str | None = None) -> Named | None:
        """The armed group that an unnamed one means: of the theatre, the only one told of, or the one last named.

        ``of``: the state that stands beside the noun ("Colombian rebels"); only a group of its wars is meant.
        """
        groups = [n for n in self.named if self.group(n.party) and self._called(n.party, noun) and self._fights(n.party, of)]
        told = {n.party for n in groups}
        usual = [p for p in self.parties if p in told]
        if len(usual) == 1 and len(told) > 1:
            groups = [n for n in groups if n.party == usual[0]]
            told = set(usual)
        before = [n for n in groups if n.index <= index]
        if len(told) == 1 or (before and index - before[-1].index <= 2):
            return before[-1] if before else groups[0]
        return None

    def of_this_war(self, group: str, others: set[str], index: int) -> Named | None:
        """The group that unnamed rebels are where they fight a state with which the group first thought of is not at war."""
        states = [p for p in sorted(others) if self.state(p)]
        if not states or any(self.gazetteer.at_war(group, party, self.day) for party in others):
            return None
        return self.rebels(min(self.gazetteer.parties[group].called, default="rebel"), index, states[0])

    def administration(self, index: int) -> Named | None:
        """The state whose government "the administration" is: the one whose offices, else whose office holders, a text names most."""
        offices = [
            n for n in self.named if n.mention.speaker is not None and n.mention.speaker.code == f"{n.party}:gov" and self.state(n.party)
        ]
        told = Counter(n.party for n in offices if not n.mention.person) or Counter(n.party for n in offices)
        most = told.most_common(2)
        if not most or (len(most) > 1 and most[0][1] == most[1][1]):
            return None
        own = [n for n in offices if n.party == most[0][0]]
        return next((n for n in reversed(own) if n.index <= index), own[0])

    def group_before(self, start: int, part: Part, index: int) -> Named | None:
        """The armed group that a text names last before a place in it, at most three sentences above."""
        near = [n for n in self.named if n.sentence.part == part and n.mention.end <= start and index - n.index <= _GROUP_NEAR]
        groups = [n for n in near if self.group(n.party) and self.gazetteer.parties[n.party].role == "mil"]
        found = next((n for n in groups if n.index == groups[-1].index), None)  # "X, the armed wing of Y": X is the group
        return found or self._only_group(start, part)

    def _only_group(self, start: int, part: Part) -> Named | None:
        """The one armed group that a text has named so far, however far above."""
        before = [n for n in self.named if n.sentence.part == part and n.mention.end <= start and self.group(n.party)]
        return before[-1] if len({n.party for n in before}) == 1 else None

    def _called(self, party: str, noun: str | None) -> bool:
        called = self.gazetteer.parties[party].called
        return noun is None or not called or noun in called

    def _fights(self, party: str, state: str | None) -> bool:
        return state is None or state == party or state in self.gazetteer.parties[party].home

    def forces(self, annotated: Annotated, index: int, *, army: bool = True) -> Named | None:
        """The state whose army, police or government a document means: the only one of its theatre, else the one that it is about."""
        states = [p for p in self.parties if not self.group(p)]
        if len(states) == 1:
            return self._nearest(states[0], index)
        if len(states) > 1:
            return None
        party = self.home.party("army", annotated)
        if party is None or self.group(party) or self.home.named[party] < _TOLD_ENOUGH:
            return self._fought(index) if army else None  # its police are told by the land that they stand in
        return self._nearest(party, index)

    def _fought(self, index: int) -> Named | None:
        """The state that the armed groups of a text fight, where it names no state: its army is the one that they fight."""
        fought = {self.gazetteer.parties[n.party].home for n in self.named if self.group(n.party)}
        if len(fought) != 1 or any(self.state(n.party) for n in self.named):
            return None
        (homes,) = fought
        near = next(n for n in sorted(self.named, key=lambda n: abs(n.index - index)) if self.group(n.party))
        return replace(near, party=homes[0]) if len(homes) == 1 else None

    def _nearest(self, party: str, index: int) -> Named | None:
        """Where a party is named last before a sentence, else first after it."""
        before = [n for n in self.named if n.party == party and n.index <= index]
        return before[-1] if before else next((n for n in self.named if n.party == party), None)
