"""Who a noun phrase means: a party in a role, through modifiers, possessives, "of" phrases and back-reference."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from truceline.model.document import Document
from truceline.model.party import Actor, Role
from truceline.model.report import Slot
from truceline.model.text import Part, Span
from truceline.packs.lexicon import Lexicon
from truceline.reports.cast import OF_THE_DOCUMENT, THE_GROUP, Cast
from truceline.reports.grammar import Graph
from truceline.reports.holders import counted_again, holder, where_it_stands
from truceline.reports.noun_roles import noun_role
from truceline.reports.tree import NOUN

READ_BY = "reports.sides 1"
_BEFORE = ("compound", "amod", "nmod")
_NAMES = ("NNP", "NNPS")
ANYBODY = " anybody hurt"
"""Ends the name of the rule by which dead and hurt of whom no more is told are civilians of the land."""


@dataclass(frozen=True, slots=True)
class Seen:
    """A noun phrase that named a party, kept for back-reference."""

    lemma: str
    actor: Actor
    evidence: tuple[Span, ...]
    plural: bool
    siding: frozenset[str] = frozenset()


@dataclass(slots=True)
class Sides:
    """Resolves noun phrases to actors, and remembers them in the order of the text."""

    document: Document
    lexicon: Lexicon
    seen: list[Seen] = field(default_factory=list)
    mission: str | None = None
    forces: Mapping[str, str] = field(default_factory=dict)
    defector: Slot[Actor] | None = None
    cast: Cast | None = None
    index: int = 0

    def actor(self, graph: Graph, n: int, default: Role) -> Slot[Actor] | None:
        """The actor a phrase head means; None if it names no party and stands for nobody known.

        A people-noun without any party gives UNK in the noun's role.
        """
        words = self.lexicon.sides
        if graph.tokens[n].lemma in words.partitive:
            inner = [p for prep, p in graph.obliques(n) if prep in ("of", "out")]
            if inner:
                return self.actor(graph, inner[0], default)
        if graph.tokens[n].tag == "PRP$":
            owner = self._owner(graph, n)
            return None if owner is None else self._slot(graph, n, *self._party(graph, owner)[:1], default, self._party(graph, owner)[2])
        if (rest := counted_again(graph, n)) is not None:
            return self.actor(graph, rest, default)
        held = holder(graph, n, words)
        if held is not None and (slot := self.actor(graph, held, default)) is not None:
            return slot
        mention = self._mention(graph, n) or self._shared(graph, n)
        if (mention is None or mention[0] == "UN") and (peace := self._peacekeepers(graph, n, mention)) is not None:
            return peace
        if mention is not None:
            slot = self._meant(graph, n, mention, default)
            self._keep(graph, n, slot)
            return slot
        if graph.tokens[n].lemma in words.defectors and self.defector is not None:
            return self.defector
        back = self._named_group(graph, n) or self._back(graph, n)
        if back is not None:
            return back
        told = self.noun_role(graph, n)
        if told is None or graph.tokens[n].lemma in words.pronouns:
            return None
        return self._of_the_cast(graph, n, told) or Slot(
            value=Actor(party="UNK", role=told), evidence=(self._span(graph, n),), read_by=READ_BY
        )

    def _meant(self, graph: Graph, n: int, mention: tuple[str, Role, Span], default: Role) -> Slot[Actor]:
        """Who a phrase with a party's name means: that party in the role told, or, for rebels of a state, the group that fights it."""
        party, own_role, span = mention
        role = self._role(graph, n, own_role, default)
        if own_role is Role.UNK and self._rebel(graph, n) and not (self.cast and self.cast.group(party)):
            meant = self.cast.rebels(graph.tokens[n].lemma, self.index, party) if self.cast else None
            if meant is not None and meant.party != party:
                return meant.slot(Role.MIL, "the group that fights this state")
            party, role = "UNK", Role.MIL
        if party in self.forces and Role.MIL in (role, self.noun_role(graph, n) or default):
            party, role = self.forces[party], Role.MIL
        return Slot(value=Actor(party=party, role=role), evidence=self._spans(graph, n, span), read_by=READ_BY)

    def beside(self, graph: Graph, n: int, slot: Slot[Actor]) -> list[Slot[Actor]]:
        """The further nations before one noun ("Ethiopian and Somali forces"), in the role of the first."""
        joined = [j for k in graph.with_dep(n, *_BEFORE) if graph.mention(k) is not None for j in graph.conjuncts(k)[1:]]
        found = [self._party(graph, m) for j in joined if (m := graph.mention(j)) is not None]
        value = slot.value
        return [self._slot(graph, n, party, value.role, span) for party, _, span in found if party != value.party]

    def _peacekeepers(self, graph: Graph, n: int, mention: tuple[str, Role, Span] | None) -> Slot[Actor] | None:
        """Peacekeepers who are named by the United Nations alone, or by nobody: of the theatre's mission, where it has one."""
        named = mention is not None and graph.tokens[n].lemma in self.lexicon.sides.mission_nouns
        if not (named or self._keeps_peace(graph, n)) or (mention is None and self.mission is None):
            return None
        value = Actor(party=self.mission or "UN", role=Role.MON)
        rule = " mission of the theatre" if self.mission else " peacekeepers"
        return Slot(value=value, evidence=(mention[2] if mention else self._span(graph, n),), read_by=READ_BY + rule)

    def _named_group(self, graph: Graph, n: int) -> Slot[Actor] | None:
        """The armed group that "the group" or "the movement" means: the one named last, not far above."""
        token, words = graph.tokens[n], self.lexicon.sides
        which = any(graph.tokens[k].lemma in words.pointing for k in graph.with_dep(n, "det"))
        if self.cast is None or token.lemma not in words.groups or not which or graph.obliques(n):
            return None
        named = self.cast.group_before(token.start, graph.annotated.sentence.part, self.index)
        return named.slot(Role.MIL, "the group named last") if named else None

    def _rebel(self, graph: Graph, n: int) -> bool:
        """Whether a phrase is of those who fight a state: by its noun, or by the word before it ("rebel leader")."""
        rebels = self.lexicon.sides.rebels
        return graph.tokens[n].lemma in rebels or any(
            graph.tokens[k].lemma in rebels for k in graph.with_dep(n, "compound", "amod", "nmod")
        )

    def _of_the_cast(self, graph: Graph, n: int, told: Role) -> Slot[Actor] | None:
        """Who an unnamed army or unnamed rebels are, by the rest of the document; None for those said to be unknown."""
        token, sides = graph.tokens[n], self.lexicon.sides
        words = {graph.tokens[k].lemma for k in graph.kids[n] if graph.tokens[k].dep != "det"} | {
            graph.tokens[k].text.lower() for k in graph.kids[n]
        }
        before = {graph.tokens[k].lemma for k in graph.with_dep(n, "compound", "amod", "nmod", "poss")}
        some = words & {"a", "an"} and not (
            before & sides.state_before and token.lemma in sides.belongings
        )  # "an army camp" is no unknown's
        if self.cast is None or words & sides.unsure or some:
            return None
        if self._rebel(graph, n):
            noun = token.lemma if token.lemma in sides.rebels else min(before & sides.rebels)
            meant = self.cast.rebels(noun, self.index)
            return meant.slot(Role.MIL, THE_GROUP.strip()) if meant else None
        if (token.lemma in sides.state_own or before & sides.state_before) and told in (Role.MIL, Role.GOV):
            if told is Role.GOV and (here := self._of_the_land(graph, n)) is not None:
                return here
            meant = self.cast.forces(graph.annotated, self.index)
            return meant.slot(told, "the state of the document") if meant else None
        return None

    def _of_the_land(self, graph: Graph, n: int) -> Slot[Actor] | None:
        """Police or an office of the state in whose land they stand."""
        place = where_it_stands(graph, n)
        country = place.where.country if place is not None and place.where is not None else None
        if self.cast is None or place is None or country is None or not self.cast.state(country):
            return None
        span = Span(document_id=self.document.id, start=place.start, end=place.end, part=self._part(graph))
        return Slot(value=Actor(party=country, role=Role.GOV), evidence=(span,), read_by=READ_BY + OF_THE_DOCUMENT)

    def _slot(self, graph: Graph, n: int, party: str, role: Role, span: Span) -> Slot[Actor]:
        return Slot(value=Actor(party=party, role=role), evidence=(span,), read_by=READ_BY + " possessive")

    def anybody(self, graph: Graph, heads: list[int]) -> list[Slot[Actor]]:
        """The people of no told side that a toll counts: civilians of a land that is still to be found."""
        people = [h for h in heads if graph.tokens[h].lemma in self.lexicon.sides.anybody]
        unknown = Actor(party="UNK", role=Role.CIV)
        return [Slot(value=unknown, evidence=(self._span(graph, h),), read_by=READ_BY + ANYBODY) for h in people[:1]]

    def stands(self, graph: Graph, n: int) -> bool:
        """Whether a phrase names people or a party, and no help of theirs ("with the support of ...")."""
        near = (n, *graph.with_dep(n, *_BEFORE, "poss", "appos"))
        pronoun = graph.tokens[n].lemma in self.lexicon.sides.pronouns | self.lexicon.sides.partitive
        return pronoun or self.noun_role(graph, n) is not None or any(graph.mention(k) is not None for k in near)

    def watches(self, graph: Graph, n: int) -> bool:
        """Whether a noun is of monitors: by what it says, or by the party that it names."""
        m = graph.mention(n)
        return self.noun_role(graph, n) is Role.MON or (m is not None and graph.annotated.mentions[m].actor.role is Role.MON)

    def _keeps_peace(self, graph: Graph, n: int) -> bool:
        """Whether a phrase is of peacekeepers or observers ("a tower of the UN peacekeeping force")."""
        words = {graph.tokens[w].lemma for w in graph.clause(n)} | {graph.low[w] for w in graph.clause(n)}
        return bool(words & self.lexicon.word_sets["monitors"])

    def armed(self, slot: Slot[Actor]) -> bool:
        """Whether a slot is of a group that bears arms and has no government."""
        names = self.cast.gazetteer.parties.get(slot.value.party) if self.cast else None
        return names is not None and names.role is Role.MIL.value

    def nation(self, slot: Slot[Actor]) -> bool:
        """Whether a slot rests on the name of a nation alone ("Palestinians"), no noun telling what they are."""
        names = self.cast.gazetteer.parties.get(slot.value.party) if self.cast else None
        return names is not None and self.document.words(slot.evidence[0]) in (*names.people, *names.names)

    def noun_role(self, graph: Graph, n: int) -> Role | None:
        """The role that the head noun (with its modifier) tells, or None."""
        if n not in graph.roles:
            graph.roles[n] = noun_role(graph, n, self.lexicon)
        return graph.roles[n]

    def remember(self, graph: Graph) -> None:
        """Notes every party-bearing people-noun of a sentence for later back-reference."""
        if not graph.annotated.mentions:
            return
        for n, token in enumerate(graph.tokens):
            if token.tag not in NOUN or token.dep in _BEFORE:
                continue
            topic = graph.mention(n) is not None and token.dep in ("nsubj", "nsubjpass")
            if topic or self.noun_role(graph, n) is not None:
                mention = self._mention(graph, n)
                if mention is not None:
                    slot = self._meant(graph, n, mention, Role.MIL)
                    for k in (n, *(k for k in graph.with_dep(n, "appos") if graph.tokens[k].tag in _NAMES and graph.mention(k) is None)):
                        self._keep(graph, k, slot)

    def _mention(self, graph: Graph, n: int) -> tuple[str, Role, Span] | None:
        if graph.tokens[n].lemma in self.lexicon.sides.others_of and graph.mention(n) is None:
            inside = graph.with_dep(n, "appos") + [p for prep, p in graph.obliques(n) if prep == "in"]
            return next((named for p in inside if (named := self._mention(graph, p)) is not None), None)
        for k in (n, *graph.with_dep(n, "amod", "compound", "nmod", "poss", "appos")):
            found = graph.mention(k)
            if found is None and k != n:
                found = next(
                    (
                        m
                        for j in graph.kids[k]
                        if graph.tokens[j].dep in ("amod", "compound", "nmod", "conj") and (m := graph.mention(j)) is not None
                    ),
                    None,
                )
            if found is not None:
                return self._party(graph, self._group_of(graph, n, found) if k != n else found)
        owner = next((k for k in graph.with_dep(n, "poss") if graph.tokens[k].tag == "PRP$"), None)
        if owner is not None and (holder := self._owner(graph, owner)) is not None:
            return self._party(graph, holder)
        for k in graph.with_dep(n, "poss") if owner is None else self._who_says(graph, n):
            group = self._named_group(graph, k)  # "the group's leader"; "the group said that its fighters ..."
            if group is not None:
                return group.value.party, group.value.role, group.evidence[0]
        for prep, p in graph.obliques(n):
            if prep in ("of", "from") and graph.is_noun(p):
                found = graph.mention(p)
                if found is None:
                    found = next(
                        (m for j in graph.with_dep(p, "amod", "compound", "nmod", "poss") if (m := graph.mention(j)) is not None), None
                    )
                if found is not None and not (prep == "of" and self.noun_role(graph, n) is Role.CIV and graph.is_noun(p) is False):
                    return self._party(graph, found)
        return None

    def _group_of(self, graph: Graph, n: int, nation: int) -> int:
        """The armed group that people of a nation are told to belong to ("a Palestinian leader of Islamic Jihad"), else the nation."""
        of = [p for prep, p in graph.obliques(n) if prep in ("of", "from", "with")] + graph.with_dep(n, "appos")
        if n + 1 < len(graph.tokens) and graph.tokens[n + 1].lemma in ("of", "from"):  # hung on the verb by the parser
            of += graph.with_dep(n + 1, "pobj")
        told = [m for p in of for k in (p, *graph.with_dep(p, "amod", "compound", "nmod", "appos")) if (m := graph.mention(k)) is not None]
        mentions, parties = graph.annotated.mentions, self.cast.gazetteer.parties if self.cast else {}
        armed = [m for m in told if (names := parties.get(mentions[m].actor.party)) is not None and names.role == "mil" and names.home]
        own = parties.get(mentions[nation].actor.party)
        return armed[0] if armed and own is not None and own.role is None else nation

    def _owner(self, graph: Graph, pronoun: int) -> int | None:
        """The party that "its", "their" means: the last one named before it in the sentence, one that only speaks if there is no other.

        A land in which something was done owns nothing by that ("fought in Lebanon ... their latest battle").
        """
        before = [m for m, mention in enumerate(graph.annotated.mentions) if mention.end <= graph.tokens[pronoun].start]
        before = [m for m in before if not graph.only_where(m)]
        before = [m for m in before if graph.annotated.mentions[m].speaker is None] or before
        return before[-1] if before and graph.tokens[pronoun].lemma in ("its", "their", "it", "they") else None

    def _shared(self, graph: Graph, n: int) -> tuple[str, Role, Span] | None:
        """A coordinated noun shares the modifier of the first ("North Korean soldiers and agents")."""
        token = graph.tokens[n]
        if token.dep != "conj" or self.noun_role(graph, n) is None or any(graph.tokens[k].dep == "det" for k in graph.kids[n]):
            return None
        head, sides = token.head, self.lexicon.sides
        if token.lemma in sides.lawless | sides.rebels and graph.tokens[head].lemma not in sides.lawless | sides.rebels:
            return None
        return self._mention(graph, head) if graph.is_noun(head) and graph.mention(head) is None else None

    def _party(self, graph: Graph, m: int) -> tuple[str, Role, Span]:
        mention = graph.annotated.mentions[m]
        span = Span(document_id=self.document.id, start=mention.start, end=mention.end, part=self._part(graph))
        return mention.actor.party, mention.actor.role, span

    def _role(self, graph: Graph, n: int, own: Role, default: Role) -> Role:
        noun = self.noun_role(graph, n) if graph.mention(n) is None else None
        if noun is Role.CIV and own is Role.MIL and graph.tokens[n].lemma in self.lexicon.sides.loose:
            return own  # "the group Hezbollah": no civilians by that noun
        owned = own is Role.GOV and noun is Role.MIL and bool(graph.with_dep(n, "poss"))  # a leader's troops are no office
        if noun is not None and (own is Role.UNK or (own is Role.MIL and noun is not Role.GOV) or owned):
            return noun
        if own is not Role.UNK:
            return own
        m = graph.mention(n)
        if m is not None and graph.annotated.mentions[m].plural:
            return Role.CIV
        return default

    def _back(self, graph: Graph, n: int) -> Slot[Actor] | None:
        """Back-reference: the same noun again ("the soldiers"), or a pronoun for the last people named."""
        token, words = graph.tokens[n], self.lexicon.sides
        pronoun = token.lemma in words.pronouns or token.tag == "PRP"
        if graph.low[n] in self.lexicon.telling.we:
            return None  # whoever speaks: told by who that is (ourselves.py)
        if pronoun and (said := self._speaker_of(graph, n)) is not None:
            return said
        if not self.seen:
            return None
        definite = any(graph.tokens[k].lemma in words.pointing for k in graph.with_dep(n, "det", "poss"))
        if pronoun:
            plural = token.text.lower() in ("they", "them", "their")
            for seen in reversed(self.seen[-12:]):
                if self.cast is not None and self.cast.talks(seen.actor.party):
                    continue
                if seen.plural == plural or token.lemma in ("which", "who", "that"):
                    return Slot(value=seen.actor, evidence=seen.evidence, read_by=READ_BY + " back-reference")
            return None
        name = token.tag in _NAMES and len(token.lemma) > 2  # a person or a ship told of before by nation or group
        if self.noun_role(graph, n) is None and not name:
            return None
        rounds = self.lexicon.word_sets
        if token.lemma in rounds["shells"] | rounds["missiles"] and not definite:
            return None  # other rockets, of whoever fires them
        ships = self.lexicon.word_sets["vessels"]
        called = name and any(graph.low[k] == "the" for k in graph.with_dep(n, "det"))  # "the Lorelei": a ship
        if called or (definite and token.lemma in ships):  # "the tanker ... the vessel"
            afloat = [x for x in reversed(self.seen) if x.lemma in ships]
            alike = [x for x in afloat if x.plural is (token.tag == "NNS")]
            for ship in (alike if called else alike or afloat)[:1]:
                return Slot(value=ship.actor, evidence=ship.evidence, read_by=READ_BY + " same noun")
        one = any(graph.tokens[k].text.lower() in ("one", "another", "other") for k in graph.kids[n])
        for seen in reversed(self.seen):
            if (
                seen.lemma == token.lemma
                and self._siding(graph, n) <= seen.siding
                and (definite or one or name or graph.annotated.sentence.headline or token.tag == "NNS")
            ):
                return Slot(value=seen.actor, evidence=seen.evidence, read_by=READ_BY + " same noun")
        return None

    def _siding(self, graph: Graph, n: int) -> frozenset[str]:
        """The words before a noun by which it is of one side of a war ("government troops", "rebel positions")."""
        words = self.lexicon.sides
        return frozenset(graph.low[k] for k in graph.with_dep(n, *_BEFORE)) & (words.siding | words.rebels)

    def _speaker_of(self, graph: Graph, n: int) -> Slot[Actor] | None:
        """Who says of himself what he did: the subject over the pronoun's clause ("the army said it had struck")."""
        own = next((a for a in graph.ancestors(n) if graph.is_verb(a)), None)
        if own is None or graph.tokens[n].text.lower() not in ("it", "they") or graph.tokens[n].dep not in ("nsubj", "nsubjpass"):
            return None
        for over in graph.ancestors(own):
            if not graph.is_verb(over):
                continue
            for k in graph.with_dep(over, "nsubj"):
                mention = self._mention(graph, k)
                if mention is None and (group := self._named_group(graph, k)) is not None:  # "the group said it had ..."
                    return Slot(value=group.value, evidence=group.evidence, read_by=READ_BY + " who says it of himself")
                if mention is not None and mention[0] == "UN" and (peace := self._peacekeepers(graph, k, mention)) is not None:
                    return peace
                if mention is not None and k != n and self._rebel(graph, k):
                    return replace(self._meant(graph, k, mention, Role.MIL), read_by=READ_BY + " who says it of himself")
                if mention is not None and k != n:
                    party, role, span = mention
                    noun = self.noun_role(graph, k)
                    told = Role.MIL if noun in (None, Role.GOV) and role in (Role.UNK, Role.GOV) else noun or role
                    return Slot(value=Actor(party=party, role=told), evidence=(span,), read_by=READ_BY + " who says it of himself")
        return None

    @staticmethod
    def _who_says(graph: Graph, n: int) -> list[int]:
        """The subjects of the verbs over a phrase."""
        return [s for a in graph.ancestors(n) if graph.is_verb(a) for s in graph.with_dep(a, "nsubj") if s != n]

    def _keep(self, graph: Graph, n: int, slot: Slot[Actor]) -> None:
        token = graph.tokens[n]
        self.seen.append(Seen(token.lemma, slot.value, slot.evidence, token.tag in ("NNS", "NNPS"), self._siding(graph, n)))

    def _spans(self, graph: Graph, n: int, span: Span) -> tuple[Span, ...]:
        head = graph.tokens[n]
        if span.start <= head.start and head.end <= span.end:
            return (span,)
        low, high = min(span.start, head.start), max(span.end, head.end)
        if high - low <= 60 and low >= graph.annotated.sentence.start:
            return (Span(document_id=span.document_id, start=low, end=high, part=span.part),)
        return (span,)

    def _span(self, graph: Graph, n: int) -> Span:
        token = graph.tokens[n]
        return Span(document_id=self.document.id, start=token.start, end=token.end, part=self._part(graph))

    @staticmethod
    def _part(graph: Graph) -> Part:
        return graph.annotated.sentence.part
