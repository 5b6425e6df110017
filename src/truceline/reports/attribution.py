"""Who says so: the speaker of a clause, relays on the way, speakers carried over sentences, and the document's own voice."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from truceline.model.party import Speaker
from truceline.model.reading import Annotated, Reading
from truceline.model.report import Attribution, Slot, Stance
from truceline.model.text import Span
from truceline.packs.lexicon import Lexicon
from truceline.packs.pack import Pack
from truceline.reports.closing import closing
from truceline.reports.grammar import Graph
from truceline.reports.one_name import heads_of_names
from truceline.reports.outlets import is_outlet
from truceline.reports.shared_noun import shared_noun
from truceline.reports.speakers import Speakers
from truceline.reports.stances import withheld
from truceline.reports.voice import voice

_CONTENT = frozenset({"ccomp", "xcomp", "dobj", "parataxis", "nsubjpass", "oprd"})
"""How what is said hangs on the verb of saying; a clause of time or cause beside it ("said after the attack") is the document's own."""


@dataclass(slots=True)
class Attributions:
    """Finds speakers in a document, sentence by sentence, keeping the last one for "the official added"."""

    reading: Reading
    lexicon: Lexicon
    speakers: Speakers
    voice: Attribution | None
    carriers: dict[str, tuple[Slot[Speaker], ...]] = field(default_factory=dict)

    @staticmethod
    def of_reading(reading: Reading, pack: Pack) -> "Attributions":
        """Ready to read the sentences of one document in order."""
        return Attributions(reading, pack.lexicon, Speakers.of(reading, pack), voice(reading, pack))

    def apart(self) -> "Attributions":
        """The same, which remembers from here on for itself."""
        return Attributions(self.reading, self.lexicon, self.speakers.apart(), self.voice, self.carriers)

    def of(self, graph: Graph, trigger: int) -> tuple[Attribution, ...]:
        """Attributions of the clause a trigger stands in; the document's own voice, or none, where nobody is named."""
        found: list[Attribution] = []
        relays: list[Slot[Speaker]] = []
        for verb in dict.fromkeys(self._speech_verbs(graph, trigger)):
            stance = Stance.CONFIRMS if graph.tokens[verb].lemma in self.lexicon.cues.admit else Stance.ASSERTS
            heads, through = self._said_by(graph, verb)
            relays += self._slots(graph, through)
            found += [Attribution(speaker=s, stance=stance, cue=self._span(graph, verb)) for s in self._slots(graph, heads)]
        if found and found[-1].speaker.value.party is not None:
            self.speakers.last = found[-1].speaker
        found += self.charged(graph, trigger) + self._according(graph)
        found = found or self._closing(graph, trigger)
        handed = [a.speaker for a in found if self._hands_on(graph, a, found)]
        own = _unique([a for a in found if not self._hands_on(graph, a, found)])
        if own:
            via = self._via([r for r in relays if is_outlet(r, self.lexicon)] + handed)
            own = [Attribution(speaker=a.speaker, stance=a.stance, cue=a.cue, via=self._carried(a.speaker.value, via)) for a in own]
            self.speakers.last = own[-1].speaker
            return tuple(own)
        return tuple(_unique(found)) or self._unnamed(graph, trigger)

    def _hands_on(self, graph: Graph, told: Attribution, found: list[Attribution]) -> bool:
        """Whether one of several who speak relays another: an outlet, a name without a party that "reported", an agency that "carried"."""
        value = told.speaker.value
        if is_outlet(told.speaker, self.lexicon):
            return True
        others = [a.speaker.value for a in found if a.speaker.value.party is not None and a.speaker.value.code != value.code]
        cue = next((t for t in graph.tokens if told.cue is not None and t.start == told.cue.start), None)
        if not others or cue is None or cue.lemma not in self.lexicon.speech.handing_on:
            return False
        if value.party is not None:
            return self._agency(value)
        span = told.speaker.evidence[0]
        of_party = any(m.start < span.end and span.start < m.end for m in graph.annotated.mentions)
        return value.code[:1].isupper() and not of_party

    def _agency(self, speaker: Speaker) -> bool:
        return speaker.code.split(":")[-1] in self.lexicon.speech.agencies

    def _via(self, relays: list[Slot[Speaker]]) -> tuple[Slot[Speaker], ...]:
        """Relays in the order of the text, agencies of a party by their plain name."""
        named = [
            Slot(value=Speaker(code=r.value.code.split(":")[-1]), evidence=r.evidence, read_by=r.read_by) if self._agency(r.value) else r
            for r in relays
        ]
        return tuple(_distinct(sorted(named, key=lambda slot: slot.evidence[0].start)))

    def _carried(self, speaker: Speaker, via: tuple[Slot[Speaker], ...]) -> tuple[Slot[Speaker], ...]:
        """Relays of a speaker: those named here, else the agency that carried the same speaker's statement before."""
        agencies = tuple(r for r in via if self._agency(r.value))
        if agencies:
            self.carriers[speaker.code] = agencies
        return via or self.carriers.get(speaker.code, ())

    def note(self, annotated: Annotated) -> None:
        """Remembers the speaker of a sentence that states no act, for back-reference."""
        graph, saying = Graph.of(annotated, self.lexicon.clauses), self.lexicon.speech.strong
        if not graph.has_lemma(saying):
            return
        for n, token in enumerate(graph.tokens):
            if token.lemma in saying and graph.is_verb(n):
                for slot in self._slots(graph, self._said_by(graph, n)[0][:1]):
                    if not is_outlet(slot, self.lexicon):
                        self.speakers.last = slot

    def spoke_in(self, annotated: Annotated) -> Slot[Speaker] | None:
        """The last speaker, where a sentence names them as one who speaks."""
        last, sentence = self.speakers.last, annotated.sentence
        if last is None or last.evidence[0].part != sentence.part or not sentence.start <= last.evidence[0].start < sentence.end:
            return None
        return last

    def tellings(self, graph: Graph) -> Iterator[tuple[int, list[int]]]:
        """Every word of saying in a sentence with the heads of who says, whatever is said and whoever it is; cues without a speaker too."""
        for n, token in enumerate(graph.tokens):
            speaks = token.lemma in self.lexicon.speech.strong or token.lemma in self.lexicon.speech.opining
            if speaks and graph.is_verb(n) and self._tells(graph, n):
                yield n, [*(self._said_by(graph, n)[0] or graph.subjects(n)), *graph.with_dep(n, "nsubj")]
            elif token.text == ":" and 0 < n <= _LEAD and all(t.text[:1].isupper() for t in graph.tokens[:n]):
                yield n, [n - 1]  # "Minister: no talks before spring"
            elif token.text.lower() == "according":
                yield n, [p for k in graph.with_dep(n, "prep") for p in graph.with_dep(k, "pobj")]
        yield from (
            (n, graph.with_dep(n, "poss")) for n, t in enumerate(graph.tokens) if self._claim(graph, n) and graph.with_dep(n, "poss")
        )

    def _tells(self, graph: Graph, n: int) -> bool:
        """Whether a verb of saying has content: a clause, words in quotation marks, or what was said around it."""
        if n + 1 < len(graph.tokens) and graph.tokens[n + 1].text == ":":
            return True
        if graph.tokens[n].lemma in self.lexicon.speech.showing:
            own = graph.with_dep(n, "ccomp", "parataxis") or graph.tokens[n].dep == "parataxis"
            return bool(own) or self._beside_a_quotation(graph, n)
        own = graph.with_dep(n, "ccomp", "xcomp", "parataxis", "dobj", "advcl", "prep") or graph.tokens[n].dep in ("parataxis", "conj")
        return bool(own) or self._beside_a_quotation(graph, n)

    @staticmethod
    def _beside_a_quotation(graph: Graph, n: int) -> bool:
        near = graph.tokens[max(0, n - 4) : n + 5]
        return any(t.text in ('"', "''", "``", "”", "“") for t in near)

    def _claim(self, graph: Graph, n: int) -> bool:
        """Whether a noun of charge or claim carries what somebody says ("its claim that ...")."""
        return graph.tokens[n].lemma in self.lexicon.cues.charges and graph.is_noun(n) and bool(graph.with_dep(n, "acl", "ccomp", "relcl"))

    def party_of(self, graph: Graph, n: int) -> Slot[Speaker] | None:
        """The party or person that a phrase head means as one who accuses, denies, protests."""
        return self.speakers.named(graph, heads_of_names(graph, [n])[0])

    def _closing(self, graph: Graph, trigger: int) -> list[Attribution]:
        """Who says so in the last clause of a sentence, where the parser hung it on no word above the act."""
        last = closing(graph, trigger, self.lexicon.speech.strong)
        if last is None:
            return []
        return [Attribution(speaker=slot, cue=self._span(graph, last[0])) for slot in self._slots(graph, last[1])]

    # --- finding the words of saying

    def _speech_verbs(self, graph: Graph, trigger: int) -> Iterator[int]:
        speech = self.lexicon.speech.strong
        if not (graph.has_lemma(speech) or graph.has_lemma(self.lexicon.speech.blaming)):
            return
        chain = [trigger, *graph.ancestors(trigger)]
        for at, w in enumerate(chain):
            blames = graph.tokens[w].lemma in self.lexicon.speech.blaming and graph.tokens[w - 1].text.lower() != "to"  # "X is to blame"
            if at and blames and self._for(graph, chain[at - 1]):
                yield w
            says = graph.tokens[w].lemma in speech and not withheld(graph, w, self.lexicon.telling)  # "has not confirmed": no source
            if at and says and ((graph.is_verb(w) and self._is_content(graph, chain[:at])) or self._between(graph, w, chain[at - 1])):
                yield w
        for w in chain:
            for k in graph.with_dep(w, "parataxis", "ccomp", "advcl"):
                if graph.tokens[k].lemma in speech and k not in chain and self._beside(graph, k):
                    yield k
            yield from (k for k in graph.with_dep(w, "conj") if k > trigger and k not in chain and self._closes(graph, k))

    @staticmethod
    def _for(graph: Graph, below: int) -> bool:
        return graph.tokens[below].dep == "prep" and graph.tokens[below].lemma in ("for", "over")

    def _is_content(self, graph: Graph, chain: Sequence[int]) -> bool:
        """Whether the words from a trigger up to one below a verb of saying are what it says."""
        return self._content(graph, chain[-1]) or any(self._that_clause(graph, c) for c in chain)

    @staticmethod
    def _content(graph: Graph, below: int) -> bool:
        token = graph.tokens[below]
        return token.dep in _CONTENT or (token.dep in ("prep", "pcomp") and token.lemma in ("about", "of", "as"))

    @staticmethod
    def _that_clause(graph: Graph, n: int) -> bool:
        """A clause of content with its own subject that the parser hung on a noun ("told reporters at a briefing that ...")."""
        if graph.tokens[n].dep not in ("relcl", "acl"):
            return False
        marked = any(graph.tokens[k].dep == "mark" and graph.tokens[k].lemma == "that" for k in graph.kids[n])
        return marked and bool(graph.with_dep(n, "nsubj", "nsubjpass"))

    def _between(self, graph: Graph, verb: int, below: int) -> bool:
        """A clause of saying set between the words of what is said, which the parser hung on it ("an answer, he said, to ...")."""
        after = graph.tokens[below].dep == "prep" and graph.tokens[below].lemma == "to" and graph.tokens[below - 1].text == ","
        return graph.tokens[verb].dep == "parataxis" and after and self._beside(graph, verb)

    def _beside(self, graph: Graph, verb: int) -> bool:
        """A clause of saying that stands beside what is said ("..., police said"), with no content of its own."""
        subject = graph.with_dep(verb, "nsubj")
        marks = (m for m in graph.kids[verb] if graph.tokens[m].dep == "mark" and graph.tokens[m].lemma != "as")
        return bool(subject) and not graph.with_dep(verb, "ccomp", "dobj") and not any(marks)

    def _closes(self, graph: Graph, verb: int) -> bool:
        """A clause of saying that the parser joined to what is said, set off by a comma ("flew over the town, the ministry said")."""
        first = min(graph.clause(verb), default=verb)
        comma = first > 0 and graph.tokens[first - 1].text == ","
        return comma and graph.tokens[verb].lemma in self.lexicon.speech.strong and graph.is_verb(verb) and self._beside(graph, verb)

    def _said_by(self, graph: Graph, verb: int) -> tuple[list[int], list[int]]:
        """Heads of who says, and of who hands it on ("told Reuters", "Haaretz quoted witnesses as saying")."""
        token = graph.tokens[verb]
        if token.dep == "advcl" and token.tag == "VBG" and graph.tokens[token.head].lemma in self.lexicon.speech.strong:
            return self._said_by(graph, token.head)  # "..., the officer said, adding that"
        governor = graph.tokens[token.head].head if token.dep == "pcomp" and graph.tokens[token.head].lemma == "as" else None
        if governor is not None and graph.tokens[governor].lemma in self.lexicon.speech.quoting:
            if graph.passive(governor):
                outlets = graph.agents(governor) + [p for prep, p in graph.obliques(governor) if prep in ("in", "on")]
                return graph.subjects(governor), outlets
            return graph.objects(governor), graph.subjects(governor)
        told = graph.with_dep(verb, "dobj", "dative") + [p for prep, p in graph.obliques(verb) if prep in ("to",)]
        if graph.passive(verb) and token.lemma in self.lexicon.speech.quoting and graph.with_dep(verb, "nsubjpass"):
            return graph.subjects(verb), graph.agents(verb)  # "the minister was quoted by Reuters as saying"
        if graph.passive(verb):
            return graph.agents(verb), graph.subjects(verb)
        if token.lemma in self.lexicon.speech.quoting and token.dep not in ("acl", "relcl"):
            return [], graph.subjects(verb)
        own = graph.with_dep(verb, "nsubj") or self._set_before(graph, verb)
        heads = [m for k in own for m in graph.conjuncts(k)] if own else graph.subjects(verb)
        if any(graph.tokens[k].tag in ("WP", "WDT") for k in own):
            heads = graph.subjects(verb)
        return heads, told

    @staticmethod
    def _set_before(graph: Graph, verb: int) -> list[int]:
        """Who says so, set between a comma and the verb, where the parser hung it on what is said ("..., the army said")."""
        comma = next((n for n in range(verb - 1, max(-1, verb - _SPEAKER), -1) if graph.tokens[n].text == ","), None)
        if comma is None or not any(k < comma for k in graph.with_dep(verb, "ccomp")):
            return []
        inside = range(comma + 1, verb)
        tops = [n for n in inside if graph.tokens[n].head not in inside]
        return tops if len(tops) == 1 and graph.is_noun(tops[0]) else []

    def charged(self, graph: Graph, trigger: int) -> list[Attribution]:
        """Whose charge or claim it is that a noun tells ("denied Ukrainian accusations that it shelled the town", "Kyiv's claim that")."""
        chain = [trigger, *graph.ancestors(trigger)]
        found = []
        for below, n in pairwise(chain):
            if self._claim(graph, n) and graph.tokens[below].dep in ("acl", "ccomp", "relcl"):
                sided = [
                    k for m in graph.with_dep(n, "amod", "nmod", "compound") for k in graph.conjuncts(m) if graph.mention(k) is not None
                ]
                heads = [*graph.with_dep(n, "poss"), *sided, *graph.agents(n)]
                slots = self._slots(graph, list(dict.fromkeys(heads)))
                found += [Attribution(speaker=slot, cue=self._span(graph, n)) for slot in slots]
        return found

    def _according(self, graph: Graph) -> list[Attribution]:
        """ "According to", "citing", and what a body detected or announced in the passive."""
        found = []
        for n in self._cues(graph):
            token, low = graph.tokens[n], graph.low[n]
            if low == "according":
                heads = [m for k in graph.with_dep(n, "prep") for p in graph.with_dep(k, "pobj") for m in graph.conjuncts(p)]
                heads += [m for h in heads for prep, m in graph.obliques(h) if prep in ("by", "from")]
            elif low in self.lexicon.speech.relayed and graph.is_verb(n) and graph.passive(n) and not graph.with_dep(n, "prt"):
                heads = graph.agents(n)
                if token.lemma in self.lexicon.speech.quoting:  # "an officer, quoted in the newspaper X, said"
                    heads += [p for prep, p in graph.obliques(n) if prep in ("in", "on")]
            elif low in self.lexicon.telling.citing:
                heads = graph.objects(n)
            elif low == "count" and token.dep == "pobj" and graph.tokens[token.head].lemma == "by":
                heads = graph.with_dep(n, "poss", "compound")
            else:
                continue
            found += [Attribution(speaker=slot, cue=self._span(graph, n)) for slot in self._slots(graph, heads)]
        return found

    def _cues(self, graph: Graph) -> list[int]:
        """The words of a sentence that may name a source beside the verb; found once, since each of its acts asks."""
        if "cues of sources" not in graph.kept:
            words = {"according", "count", *self.lexicon.speech.relayed, *self.lexicon.telling.citing}
            graph.kept["cues of sources"] = [n for n, low in enumerate(graph.low) if low in words]
        found: list[int] = graph.kept["cues of sources"]
        return found

    def _unnamed(self, graph: Graph, trigger: int) -> tuple[Attribution, ...]:
        """Nobody is named in the sentence: who goes on speaking inside quotation marks, or whose voice the document is in."""
        token, sentence = graph.tokens[trigger], graph.annotated.sentence
        closed = any(a <= sentence.start and b <= token.start for a, b in graph.annotated.quotations)  # "..., he said in the wake of"
        quoted = any(a <= token.start < b for a, b in graph.annotated.quotations) or (sentence.text[:1] in '"“`' and not closed)
        if quoted and self.speakers.last is not None:
            return (Attribution(speaker=self.speakers.last),)
        return (self.voice,) if self.voice is not None else ()

    # --- speakers and spans

    def _slots(self, graph: Graph, heads: list[int]) -> list[Slot[Speaker]]:
        found = []
        for head in heads_of_names(graph, heads):
            if shared := shared_noun(self.speakers, graph, head):
                found += shared
                continue
            each = (self.speakers.named(graph, m) for m in (*self._joined_before(graph, head), head))
            found += [slot for slot in each if slot is not None]
        return found

    @staticmethod
    def _joined_before(graph: Graph, head: int) -> list[int]:
        """Plural nouns joined with "and" before a noun, which the parser takes for its modifiers ("medics and security sources")."""
        return [k for k in graph.with_dep(head, "nmod", "compound") if graph.tokens[k].tag == "NNS" and graph.with_dep(k, "cc")]

    def _span(self, graph: Graph, n: int) -> Span:
        token = graph.tokens[n]
        return Span(document_id=self.reading.document_id, start=token.start, end=token.end, part=graph.annotated.sentence.part)


def _unique(found: list[Attribution]) -> list[Attribution]:
    kept: dict[str, Attribution] = {}
    for each in found:
        kept.setdefault(each.speaker.value.code, each)
    named = {a.speaker.value.party for a in kept.values() if not _of_the_state(a)}  # "the state news agency X": X alone
    return [a for a in kept.values() if not (_of_the_state(a) and a.speaker.value.party in named and _beside(a, list(kept.values())))]


def _of_the_state(told: Attribution) -> bool:
    return told.speaker.value.code.split(":")[-1].startswith("state ")


def _beside(told: Attribution, others: list[Attribution]) -> bool:
    """Whether another speaker of the same party is named right after or before, in one phrase."""
    span = told.speaker.evidence[-1]
    near = [o.speaker.evidence[-1] for o in others if o is not told and o.speaker.value.party == told.speaker.value.party]
    return any(n.start - span.end <= _APPOSED and span.start - n.end <= _APPOSED for n in near)


_APPOSED = 3
_SPEAKER = 16
"""How many words who says so may take, set before the verb of saying."""
_LEAD = 4
"""How many words may stand before the colon of a heading that names who speaks."""


def _distinct(found: list[Slot[Speaker]]) -> list[Slot[Speaker]]:
    kept: dict[str, Slot[Speaker]] = {}
    for each in found:
        kept.setdefault(each.value.code, each)
    return list(kept.values())
