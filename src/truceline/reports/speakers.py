"""Naming a speaker: the organ of a party, a party, an outlet, a named person, an unnamed group, or the last speaker again."""

import re
from dataclasses import dataclass, field

from truceline.model.party import Role, Speaker
from truceline.model.reading import Annotated, Mention, Reading
from truceline.model.report import Slot
from truceline.model.text import Span
from truceline.packs.gazetteer import Gazetteer
from truceline.packs.lexicon import Lexicon
from truceline.packs.pack import Pack
from truceline.packs.word_patterns import shaped
from truceline.reports.cast import Cast
from truceline.reports.grammar import Graph
from truceline.reports.joined_names import of_others
from truceline.reports.missions import mission_speaks
from truceline.reports.named_bodies import anothers_body, own_body
from truceline.reports.office_holders import OfficeHolders
from truceline.reports.one_name import capitals, parts_before
from truceline.reports.outlets import OUTLET, called_outlet, known_outlet, outlet_beside, owned_outlet
from truceline.reports.unnamed_people import in_small, of_an_army, speaks_for, unnamed_name, unnamed_people
from truceline.reports.voice import Home, organ_in

READ_BY = "reports.speakers 1"
FORMER = " former office"
"""Ends the name of the rule by which somebody who has left an office speaks under the own name."""
_ONCE = r"WORDS[\s-].*?(?-i:(?P<name>(?:[A-Z][\w'’-]+\s)?[A-Z][\w'’-]+))$"
"""Who once held an office, by the name at the end ("former minister Jane Doe")."""
_NAME = re.compile(r"(?:[A-Z][\w'’-]+\.?\s+){0,3}[A-Z][\w'’-]+")


@dataclass(slots=True)
class Speakers:
    """Resolves phrases to speakers, and remembers persons and the last one who spoke."""

    reading: Reading
    lexicon: Lexicon
    gazetteer: Gazetteer
    home: Home
    cast: Cast
    people: OfficeHolders
    last: Slot[Speaker] | None = None
    spoken: list[Slot[Speaker]] = field(default_factory=list)
    plain: list[str] = field(default_factory=list)

    @staticmethod
    def of(reading: Reading, pack: Pack) -> "Speakers":
        """Reads the offices that the document gives to named persons; those of the last document are kept, for the room that asks next."""
        if not _LAST or _LAST[0].reading is not reading or _LAST[0].gazetteer is not pack.gazetteer:
            home = Home.of(reading, pack)
            people = OfficeHolders(reading, pack.lexicon, home)
            speakers = Speakers(reading, pack.lexicon, pack.gazetteer, home, Cast.of(reading, pack), people)
            for annotated in reading.sentences:
                people.read_offices(annotated)
                speakers._offices_beside(annotated)
                people.read_bare_offices(annotated)
            _LAST[:] = [speakers]
        return _LAST[0].apart()

    def apart(self) -> "Speakers":
        """The same, which remembers from here on for itself."""
        memory = self.people.apart(), self.last, self.spoken.copy(), self.plain.copy()
        return Speakers(self.reading, self.lexicon, self.gazetteer, self.home, self.cast, *memory)

    def named(self, graph: Graph, n: int) -> Slot[Speaker] | None:
        """Who a phrase head means; None where it names nobody who could speak."""
        token = graph.tokens[n]
        if token.tag in ("PRP", "DT") or token.text.lower() in ("it", "he", "she", "they"):
            return self.last if token.tag == "PRP" else None
        joined = max((cc for k in graph.with_dep(n, "nmod", "compound") for cc in graph.with_dep(k, "cc")), default=-1)
        own = (k for k in self._phrase(graph, n) if k > joined)  # of "medics and security sources" the latter
        phrase = [*parts_before(graph, n), *own]
        low, high = graph.tokens[phrase[0]].start, graph.tokens[phrase[-1]].end
        slot = self.meant(
            graph.annotated, low, high, proper=token.tag in ("NNP", "NNPS") and graph.mention(n) is None, whole=graph.mention(n) is not None
        )
        named = token.tag.startswith("NN") and token.text[:1].isupper() and graph.mention(n) is None
        if slot is None and named and not self._common(token.text):
            slot = self._name_alone(graph, n)
        if slot is not None and slot.value.party is None and token.tag in ("NNP", "NNPS"):
            beside = self._apposition(graph, n)
            slot = beside if beside is not None and (beside.value.party is not None or slot.value.code.islower()) else slot
        return slot or self._outlet_beside(graph, n) or self._apposition(graph, n)

    def _name_alone(self, graph: Graph, n: int) -> Slot[Speaker] | None:
        """A name without what stands beside it ("X, in his fifties", "the shipping agency X")."""
        begins = (min((k for k in graph.with_dep(n, "compound") if k < n), default=n), capitals(graph, n), n)
        firsts = [k for k in begins if k == n or graph.low[k - 1] not in self.lexicon.speech.no_rank]  # "secretary General X"
        end = graph.tokens[n].end
        names = (self.meant(graph.annotated, graph.tokens[k].start, end, proper=True, whole=False) for k in firsts)
        return next((name for name in names if name is not None), None)

    def _outlet_beside(self, graph: Graph, n: int) -> Slot[Speaker] | None:
        """The name beside a noun that calls it an outlet, where the parser sets it apart ("the newspaper New Path")."""
        found = outlet_beside(graph, n, self.lexicon)
        if found is None:
            return None
        span = self._span(graph.annotated, *found)
        return Slot(value=Speaker(code=self.reading.document.words(span)), evidence=(span,), read_by=READ_BY + OUTLET)

    def _common(self, word: str) -> bool:
        """Whether a capitalised word is a common noun of speakers, at the head of a sentence or of a title."""
        low = word.lower()
        return low in self.lexicon.speech.spokesmen or low in self.lexicon.speech.body_nouns or low in self.lexicon.role_of

    def meant(self, annotated: Annotated, low: int, high: int, *, proper: bool, whole: bool) -> Slot[Speaker] | None:
        """Who the words between two offsets mean; ``proper`` where their head is a name, ``whole`` where it names a party."""
        words = annotated.sentence.text[low - annotated.sentence.start : high - annotated.sentence.start]
        bare = " ".join(shaped(r"^WORDS\s+", self.lexicon.telling.articles).sub("", words).split())
        again = self._body_before(annotated, words, low) or self._again(words) or self._rebels(annotated, bare, low, high)
        if again is not None:
            return again
        of_a_person = proper or any(m.end == high and m.speaker is not None for m in annotated.mentions)
        if of_a_person and (once := shaped(_ONCE, self.lexicon.speech.former).match(bare)) is not None:
            return Slot(value=Speaker(code=once["name"]), evidence=(self._span(annotated, low, high),), read_by=READ_BY + FORMER)
        inside = [m for m in annotated.mentions if low <= m.start and m.end <= high and not of_others(annotated, m, self.lexicon.clauses)]
        if (owned := owned_outlet(annotated, inside, (low, high), self.lexicon)) is not None:
            return Slot(value=owned, evidence=(self._span(annotated, low, high),), read_by=READ_BY + OUTLET)
        value = known_outlet(bare, self.lexicon)
        if value is None and (body := own_body(annotated, inside, high, self.lexicon)) is not None:
            slot = Slot(value=Speaker(code=body), evidence=(self._span(annotated, low, high),), read_by=READ_BY + " body of its own")
            if (person := re.search(r"[a-z] (?P<name>(?:[A-Z][\w'’-]+ ){1,2}[A-Z][\w'’-]+)$", bare)) is not None:
                self.people.remember(person["name"], slot)
            return slot
        value = value or anothers_body(annotated, inside, high, self.home) or self._of_party(inside, bare, whole)
        known = (self.people.known(bare) or self._office_before(annotated, bare, low)) if value is None and proper else None
        if known is not None:
            return known
        plain = unnamed_people(bare, self.lexicon) if value is None else None
        if plain is not None and of_an_army(bare, self.lexicon) and (ours := self._of_home(bare, annotated)) is not None:
            value, plain = ours, None  # "military sources": those of the land told of
        if plain is not None:
            plain = self._named_before(words, in_small(plain, annotated, low, self.lexicon))
        called = called_outlet(bare, self.lexicon) if value is None and plain is None and not inside else None
        if called is not None:
            return Slot(value=called, evidence=(self._span(annotated, low, high),), read_by=READ_BY + OUTLET)
        value = value or plain or self._of_home(bare, annotated) or (Speaker(code=bare) if proper and _NAME.fullmatch(bare) else None)
        if value is None:
            return None
        start = low + len(words) - len(words.lstrip())
        slot = Slot(value=value, evidence=(self._span(annotated, start, high),), read_by=READ_BY)
        self._keep(bare, slot)
        return slot

    def _rebels(self, annotated: Annotated, bare: str, low: int, high: int) -> Slot[Speaker] | None:
        """ "The rebels", "the group", "a rebel spokesman": the armed group of the document they are; None where several may be."""
        words, sides = bare.lower().split(), self.lexicon.sides
        if not words or len(words) > _PLAIN:
            return None
        nouns = [n for n in sides.rebels if words[0] == n + "s" or (len(words) > 1 and words[0] == n)]
        before = annotated.sentence.text[: low - annotated.sentence.start + 4]
        if words[-1] in sides.groups and before.lower().endswith("the "):
            named = self.cast.group_before(low, annotated.sentence.part, self._index(annotated))
        else:
            named = self.cast.rebels(nouns[0], self._index(annotated)) if nouns else None
        if named is None:
            return None
        value = Speaker(code=named.party, party=named.party)
        return Slot(value=value, evidence=(self._span(annotated, low, high),), read_by=READ_BY + " the group of the document")

    def _body_before(self, annotated: Annotated, words: str, low: int) -> Slot[Speaker] | None:
        """ "The Command", "the staff", "a ministry official": the body named last whose name holds that word."""
        people = shaped(r"(?-i:(?:[Tt]he|[Aa]n?) (?P<body>\w+) WORDS)", self.lexicon.speech.spokesmen).fullmatch(words)
        found = people or re.fullmatch(r"[Tt]he (?P<body>\w+)", words)
        if found is None or found["body"].lower() not in self.lexicon.speech.body_nouns:
            return None
        held = re.compile(rf"\b{found['body']}\b", re.IGNORECASE)
        named = next((slot for slot in reversed(self._bodies(annotated, low)) if held.search(self._words(slot))), None)
        return named or (self.last if self.last is not None and ":" in self.last.value.code else None)

    def _bodies(self, annotated: Annotated, low: int) -> list[Slot[Speaker]]:
        """Bodies that the text names or lets speak before a place, in order."""
        part = annotated.sentence.part
        named = [
            Slot(value=m.speaker, evidence=(self._span(a, m.start, m.end),), read_by=READ_BY + " body named before")
            for a in self.reading.sentences
            if a.sentence.part == part
            for m in a.mentions
            if m.speaker is not None and m.speaker.party is not None
        ]
        before = [s for s in named + self.spoken if s.evidence[0].part == part and s.evidence[0].end <= low]
        return sorted(before, key=lambda slot: slot.evidence[0].start)

    def _words(self, slot: Slot[Speaker]) -> str:
        return self.reading.document.words(slot.evidence[0])

    def _again(self, words: str) -> Slot[Speaker] | None:
        """ "The official", "the same source", "the ministry": the last speaker, where the words fit it."""
        low = words.lower()
        if self.last is None or not (low.startswith("the ") or low in self.lexicon.speech.same_source):
            return None
        organ = organ_in(low, self.last.value.party, self.lexicon)
        if organ is not None and low == f"the {low[organ[1] : organ[2]]}" and self.last.value.code == f"{self.last.value.party}:{organ[0]}":
            return self.last  # "the defence ministry" after another name of it
        if low not in self.lexicon.speech.same_source:
            return None
        people = low.removeprefix("the ") in self.lexicon.speech.spokesmen
        same = organ is not None and self.last.value.code == f"{self.last.value.party}:{organ[0]}"
        return self.last if people or same or organ is None or (organ[0] == "gov" and self.last.value.party) else None

    def _of_party(self, mentions: list[Mention], bare: str, whole: bool) -> Speaker | None:
        if not mentions:
            return None
        if whole and len(mentions) > 1 and mentions[-1].actor.role is Role.CIV and not self.home.state(mentions[-1].actor.party):
            return Speaker(code=bare)  # "the Lebanese Red Cross" speaks for itself
        named = next((m.speaker for m in mentions if m.speaker is not None), None)
        if named is not None:
            return named
        actor = mentions[0].actor
        organ = organ_in(bare, actor.party, self.lexicon)
        generic = unnamed_people(bare, self.lexicon)
        name = unnamed_name(bare, self.lexicon) if generic is not None else ""
        if generic is not None and name.rstrip("s") in self.lexicon.sides.rebels and self.cast.group(actor.party):
            return Speaker(code=actor.party, party=actor.party)
        if generic is not None and (organ is None or name not in self.lexicon.speech.spokesmen):
            return self._unnamed_of(actor.party, name) or generic
        if not self.home.state(actor.party):
            speaks = whole or organ is not None or speaks_for(bare, self.lexicon)
            own = Speaker(code=actor.party, party=actor.party) if speaks else None
            return own or mission_speaks(self.reading, mentions, bare, self.lexicon)
        if organ is None and not whole and not speaks_for(bare, self.lexicon):
            return None
        return Speaker(code=f"{actor.party}:{organ[0] if organ else 'gov'}", party=actor.party)

    def _unnamed_of(self, party: str, name: str) -> Speaker | None:
        """Unnamed people of a state's own services ("Palestinian security sources") speak as PARTY:name."""
        service = name.startswith(("security", "intelligence"))
        return Speaker(code=f"{party}:{name}", party=party) if service and self.home.state(party) else None

    def _index(self, annotated: Annotated) -> int:
        return next((n for n, a in enumerate(self.reading.sentences) if a is annotated), 0)

    def _of_home(self, bare: str, annotated: Annotated) -> Speaker | None:
        words = bare.lower().split()
        if (
            not self.lexicon.sides.cabinets.isdisjoint(words)
            and {*words[:-1]} <= self.lexicon.sides.cabinets_before | self.lexicon.sides.cabinets
        ):
            named = self.cast.administration(self._index(annotated))
            return Speaker(code=f"{named.party}:gov", party=named.party) if named is not None else None
        party = self.home.party(bare, annotated, self.last.value if self.last else None)
        organ = organ_in(bare, party, self.lexicon) if party else None
        return Speaker(code=f"{party}:{organ[0]}", party=party) if organ else None

    def of_words(self, annotated: Annotated, mentions: list[Mention], bare: str) -> Speaker | None:
        """Who words mean that stand apart in the text, with the parties they name: an organ, or people of no name."""
        return self._of_party(mentions, bare, False) or unnamed_people(bare, self.lexicon) or self._of_home(bare, annotated)

    def _named_before(self, words: str, speaker: Speaker) -> Speaker:
        """ "The executives": those named before in full ("shipping executives")."""
        if words.lower() == f"the {speaker.code.lower()}":
            full = next((c for c in reversed(self.plain) if c.endswith(" " + speaker.code.lower())), None)
            return Speaker(code=full) if full is not None else speaker
        self.plain.append(speaker.code)
        return speaker

    def _office_before(self, annotated: Annotated, bare: str, low: int) -> Slot[Speaker] | None:
        """Whoever holds a bare office ("spokeswoman Jane Doe") is the one who spoke before without a name ("a ministry spokeswoman")."""
        office = self.people.bare_office(bare)
        before = [s for s in self.spoken if s.evidence[0].part == annotated.sentence.part and s.evidence[0].end <= low] if office else []
        held = (s for s in reversed(before) if re.search(rf"\b{office}\b", self._words(s), re.IGNORECASE))
        slot = next(held, None)
        return Slot(value=slot.value, evidence=slot.evidence, read_by=READ_BY + " known person") if slot is not None else None

    def _apposition(self, graph: Graph, n: int) -> Slot[Speaker] | None:
        """ "X, a police spokesman": the office that stands beside the name."""
        for k in graph.with_dep(n, "appos"):
            phrase = self._phrase(graph, k)
            slot = self.meant(graph.annotated, graph.tokens[phrase[0]].start, graph.tokens[phrase[-1]].end, proper=False, whole=False)
            if slot is not None:
                if slot.value.party is not None:
                    self.people.persons.setdefault(graph.tokens[n].text, slot)
                return slot
        return None

    def _offices_beside(self, annotated: Annotated) -> None:
        """The office that stands after a name ("X, the foreign minister of Y, ..."), wherever the text gives it."""
        if "," not in annotated.sentence.text or not annotated.sentence.tokens:
            return
        graph = Graph.of(annotated, self.lexicon.clauses)
        for n, token in enumerate(graph.tokens):
            if token.tag == "NNP" and token.dep in ("nsubj", "nsubjpass", "pobj", "dobj") and graph.mention(n) is None:
                self._apposition(graph, n)

    def _keep(self, bare: str, slot: Slot[Speaker]) -> None:
        if slot.value.party is not None:
            self.spoken.append(slot)
            name = re.search(r"(?:[A-Z][\w'’-]+\.?\s+){0,2}[A-Z][\w'’-]+$", bare)
            if (
                name
                and organ_in(name.group(), slot.value.party, self.lexicon) is None
                and not list(self.gazetteer.party_book.find(name.group()))
            ):
                self.people.remember(name.group(), slot)

    # --- phrases and spans

    def _phrase(self, graph: Graph, n: int) -> list[int]:
        keep = [n]
        for k in graph.kids[n]:
            if graph.tokens[k].dep in ("compound", "amod", "nmod", "poss", "det", "nummod"):
                keep += list(graph.subtree(k))
            elif graph.tokens[k].dep == "prep" and k > n and graph.tokens[k].lemma in ("of", "in", "for", "with", "from", "at", "by"):
                keep += list(graph.clause(k))
        return sorted(set(keep))

    def _span(self, annotated: Annotated, start: int, end: int) -> Span:
        return Span(document_id=self.reading.document_id, start=start, end=min(end, start + 200), part=annotated.sentence.part)


_PLAIN = 2
"""How many words may name unnamed rebels ("rebel commanders")."""
_LAST: list[Speakers] = []
