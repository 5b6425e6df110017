"""Who a noun phrase means: a party in a role, through modifiers, possessives, "of" phrases and back-reference."""

from dataclasses import dataclass, replace

from truceline.model.party import Actor, Role
from truceline.model.report import Slot
from truceline.reports.back_reference import back, keep, remember, topic_before
from truceline.reports.grammar import Graph
from truceline.reports.holders import broken_off, counted_again, holder
from truceline.reports.party_named import named_before, named_in, party_meant, party_of, shared
from truceline.reports.people_there import of_the_land
from truceline.reports.scene import READ_BY, Party, Scene
from truceline.reports.tree import BEFORE
from truceline.reports.unnamed import cabinet_meant, group_meant, of_the_cast, peacekeepers

ANYBODY = " anybody hurt"
"""Ends the name of the rule by which dead and hurt of whom no more is told are civilians of the land."""


@dataclass(slots=True)
class Sides(Scene):
    """Resolves noun phrases to actors, and remembers them in the order of the text."""

    def actor(self, graph: Graph, n: int, default: Role) -> Slot[Actor] | None:
        """The actor a phrase head means; None if it names no party and stands for nobody known.

        A people-noun without any party gives UNK in the noun's role.
        """
        words = self.lexicon.sides
        if broken_off(graph, n, words):
            return Slot(value=Actor(party="UNK", role=Role.MIL), evidence=(self.span(graph, n),), read_by=READ_BY)
        if graph.tokens[n].lemma in words.partitive:
            inner = [p for prep, p in graph.obliques(n) if prep in ("of", "out")]
            if inner:
                return self.actor(graph, inner[0], default)
        if graph.tokens[n].tag == "PRP$":
            owner = named_before(graph, n)
            return None if owner is None else _of(party_of(graph, owner, self), default)
        if (rest := counted_again(graph, n)) is not None:
            return self.actor(graph, rest, default)
        held = holder(graph, n, words)
        if held is not None and (slot := self.actor(graph, held, default)) is not None:
            return slot
        mention = named_in(graph, n, self) or shared(graph, n, self)
        if (mention is None or mention[0] == "UN") and (peace := peacekeepers(graph, n, mention, self)) is not None:
            return peace
        if mention is not None:
            slot = party_meant(graph, n, mention, default, self)
            keep(graph, n, slot, self)
            return slot
        if (theirs := self._of_the_topic(graph, n)) is not None:
            return theirs
        if graph.tokens[n].lemma in words.defectors and self.defector is not None:
            return self.defector
        before = group_meant(graph, n, self) or cabinet_meant(graph, n, self) or back(graph, n, self)
        if before is not None:
            return before
        if (there := of_the_land(graph, n, self)) is not None:
            return there
        told = self.noun_role(graph, n)
        if told is None or graph.tokens[n].lemma in words.pronouns:
            return None
        return (
            of_the_land(graph, n, self)
            or of_the_cast(graph, n, told, self)
            or Slot(value=Actor(party="UNK", role=told), evidence=(self.span(graph, n),), read_by=READ_BY)
        )

    def _of_the_topic(self, graph: Graph, n: int) -> Slot[Actor] | None:
        """Forces that "its", "their" or "his" makes those of whom the sentence before is about ("The group wants a state. Its men ...")."""
        owner = next((k for k in graph.with_dep(n, "poss") if graph.tokens[k].tag == "PRP$"), None)
        armed = owner is not None and (self.noun_role(graph, n) is Role.MIL or graph.tokens[n].lemma in self.lexicon.sides.loose)
        topic = topic_before(graph, owner, self) if owner is not None and armed else None
        return replace(topic, value=replace(topic.value, role=Role.MIL)) if topic is not None else None

    def apart(self) -> "Sides":
        """The same, which remembers from here on for itself."""
        return Sides(self.document, self.lexicon, self.seen.copy(), self.mission, self.forces, self.defector, self.cast, self.index)

    def beside(self, graph: Graph, n: int, slot: Slot[Actor]) -> list[Slot[Actor]]:
        """The further nations before one noun ("Ethiopian and Somali forces"), in the role of the first."""
        joined = [j for k in graph.with_dep(n, *BEFORE) if graph.mention(k) is not None for j in graph.conjuncts(k)[1:]]
        if graph.mention(n) is None and self.noun_role(graph, n) is Role.MIL:  # "jets from Britain and France"
            joined += [p for prep, p in graph.obliques(n) if prep in ("from", "of") and graph.tokens[p].dep == "conj"]
        found = [party_of(graph, m, self) for j in joined if (m := graph.mention(j)) is not None]
        value = slot.value
        return [_of(party, value.role) for party in found if party[0] != value.party]

    def anybody(self, graph: Graph, heads: list[int]) -> list[Slot[Actor]]:
        """The people of no told side that a toll counts: civilians of a land that is still to be found."""
        people = [h for h in heads if graph.tokens[h].lemma in self.lexicon.sides.anybody]
        unknown = Actor(party="UNK", role=Role.CIV)
        return [Slot(value=unknown, evidence=(self.span(graph, h),), read_by=READ_BY + ANYBODY) for h in people[:1]]

    def stands(self, graph: Graph, n: int) -> bool:
        """Whether a phrase names people or a party, and no help of theirs ("with the support of ...")."""
        lemma, words = graph.tokens[n].lemma, self.lexicon.sides
        if lemma in words.pronouns or lemma in words.partitive or self.noun_role(graph, n) is not None:
            return True
        return any(graph.mention(k) is not None for k in (n, *graph.with_dep(n, *BEFORE, "poss", "appos")))

    def watches(self, graph: Graph, n: int) -> bool:
        """Whether a noun is of monitors: by what it says, or by the party that it names."""
        m = graph.mention(n)
        return self.noun_role(graph, n) is Role.MON or (m is not None and graph.annotated.mentions[m].actor.role is Role.MON)

    def armed(self, slot: Slot[Actor]) -> bool:
        """Whether a slot is of a group that bears arms and has no government."""
        names = self.cast.gazetteer.parties.get(slot.value.party) if self.cast else None
        return names is not None and names.role is Role.MIL.value

    def nation(self, slot: Slot[Actor]) -> bool:
        """Whether a slot rests on the name of a nation alone ("Palestinians"), no noun telling what they are."""
        names = self.cast.gazetteer.parties.get(slot.value.party) if self.cast else None
        return names is not None and self.document.words(slot.evidence[0]) in (*names.people, *names.names)

    def remember(self, graph: Graph) -> None:
        """Notes every party-bearing people-noun of a sentence for later back-reference."""
        remember(graph, self)


def _of(party: Party, role: Role) -> Slot[Actor]:
    """A party in a role that its own words do not tell."""
    return Slot(value=Actor(party=party[0], role=role), evidence=(party[2],), read_by=READ_BY + " possessive")
