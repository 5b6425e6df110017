"""Who says so: the speaker of a clause, relays, unnamed speakers, and speakers carried over sentences."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from truceline.model.document import Document
from truceline.model.party import Speaker
from truceline.model.report import Attribution, Slot, Stance
from truceline.model.text import Span
from truceline.packs.gazetteer import Gazetteer
from truceline.packs.lexicon import Lexicon
from truceline.reports.grammar import Graph

READ_BY = "reports.attribution 1"
_DATELINE_AGENCY = re.compile(r"\(([A-Z][A-Za-z]{2,12})\)\s*(?:--|-|—|–)")


@dataclass(slots=True)
class Attributions:
    """Finds speakers in a document, sentence by sentence, keeping the last one for "the official added"."""

    document: Document
    lexicon: Lexicon
    gazetteer: Gazetteer
    theatre: str | None
    last: Attribution | None = field(default=None)

    def of(self, graph: Graph, trigger: int) -> tuple[Attribution, ...]:
        """Attributions of the clause a trigger stands in; empty if the document itself speaks."""
        found: list[Attribution] = []
        for verb in self._speech_verbs(graph, trigger):
            stance = Stance.CONFIRMS if graph.tokens[verb].lemma in ("confirm", "acknowledge", "admit") else Stance.ASSERTS
            for subject in self._speakers_of(graph, verb):
                slot = self.speaker(graph, subject)
                if slot is not None:
                    found.append(Attribution(speaker=slot, stance=stance, cue=self._span(graph, verb)))
        found += self._according(graph)
        relays = tuple(a.speaker for a in found if self._is_outlet(a.speaker.value))
        own = [a for a in found if not self._is_outlet(a.speaker.value)]
        if own:
            own = [Attribution(speaker=a.speaker, stance=a.stance, cue=a.cue, via=relays) for a in _unique(own)]
            self.last = own[-1]
        return tuple(own or _unique(found))

    def note(self, graph: Graph) -> None:
        """Remembers the speaker of a sentence that states no act, for back-reference."""
        for n, token in enumerate(graph.tokens):
            if token.lemma in self.lexicon.speech.strong and graph.is_verb(n):
                for subject in graph.subjects(n)[:1]:
                    slot = self.speaker(graph, subject)
                    if slot is not None and not self._is_outlet(slot.value):
                        self.last = Attribution(speaker=slot, cue=self._span(graph, n))

    def speaker(self, graph: Graph, n: int) -> Slot[Speaker] | None:
        """The speaker a phrase head means: a body of a party, a party, an outlet, an unnamed group, or the last one again."""
        token = graph.tokens[n]
        phrase = self._phrase(graph, n)
        words = self._text(graph, phrase)
        if words.lower() in self.lexicon.speech.same_source or token.tag == "PRP":
            own = self._of_theatre(graph, n, words) if token.tag != "PRP" else None
            return own or (self.last.speaker if self.last else None)
        return self._outlet(graph, n, words) or self._party_body(graph, n, phrase) or self._generic(graph, n, words) or self._of_theatre(graph, n, words)

    # --- finding the words of saying

    def _speech_verbs(self, graph: Graph, trigger: int) -> Iterator[int]:
        speech = self.lexicon.speech.strong
        chain = [trigger, *graph.ancestors(trigger)]
        for at, w in enumerate(chain):
            token = graph.tokens[w]
            if at and token.lemma in speech and graph.is_verb(w) and graph.tokens[chain[at - 1]].dep in ("ccomp", "xcomp", "pcomp", "dobj", "prep", "nsubj_no", "parataxis", "nsubjpass", "acl", "relcl_no", "advcl", "appos", "pobj"):
                yield w
        for w in chain:
            for k in graph.with_dep(w, "parataxis", "ccomp", "advcl"):
                if graph.tokens[k].lemma in speech and k not in chain and graph.with_dep(k, "nsubj") and not graph.with_dep(k, "ccomp", "dobj") and not any(graph.tokens[m].dep == "mark" and graph.tokens[m].lemma != "as" for m in graph.kids[k]):
                    yield k

    def _speakers_of(self, graph: Graph, verb: int) -> list[int]:
        if graph.passive(verb):
            return graph.agents(verb)
        return graph.with_dep(verb, "nsubj") and [m for k in graph.with_dep(verb, "nsubj") for m in graph.conjuncts(k)] or graph.subjects(verb)

    def _according(self, graph: Graph) -> list[Attribution]:
        found = []
        for n, token in enumerate(graph.tokens):
            low = token.text.lower()
            if low == "according":
                heads = [m for k in graph.with_dep(n, "prep") for p in graph.with_dep(k, "pobj") for m in graph.conjuncts(p)]
            elif low in ("relayed", "quoted", "cited", "reported", "carried") and graph.with_dep(n, "agent"):
                heads = graph.agents(n)
            elif low in ("citing", "quoting"):
                heads = graph.objects(n)
            else:
                continue
            for head in heads:
                slot = self.speaker(graph, head)
                if slot is not None:
                    found.append(Attribution(speaker=slot, cue=self._span(graph, n)))
        return found

    # --- naming the speaker

    def _outlet(self, graph: Graph, n: int, words: str) -> Slot[Speaker] | None:
        bare = words.lower().removeprefix("the ").strip()
        for outlet in self.lexicon.roles.outlets:
            if bare == outlet.lower() or bare.startswith((outlet.lower() + " ", outlet.lower() + "'", outlet.lower() + "’")):
                return self._slot(graph, self._phrase(graph, n), Speaker(code=outlet))
        return None

    def _party_body(self, graph: Graph, n: int, phrase: list[int]) -> Slot[Speaker] | None:
        covering = {graph.mention(w) for w in phrase} - {None}
        mentions = [m for n_, m in enumerate(graph.annotated.mentions) if n_ in covering]
        if not mentions:
            return None
        words = self._text(graph, phrase).lower()
        named = next((m.speaker for m in mentions if m.speaker is not None), None)
        if named is not None:
            return self._slot(graph, phrase, named)
        party = mentions[0].actor.party
        body = self._body(words, party)
        mission = party if mentions[0].actor.role.value in ("mon",) or (mentions[0].actor.role.value != "unk" and body in (None, "mil")) else None
        if mission:
            return self._slot(graph, phrase, Speaker(code=mission, party=party))
        if body is None and graph.mention(n) is None and not any(w in words for w in ("source", "spokes", "representative", "statement", "report")):
            return None
        generic = next((g for g in self.lexicon.roles.generic_speakers if words.endswith(g.lower())), None)
        if generic and body is None:
            return self._slot(graph, phrase, Speaker(code=generic, party=None))
        return self._slot(graph, phrase, Speaker(code=f"{party}:{body or 'gov'}", party=party))

    def _body(self, words: str, party: str) -> str | None:
        best: tuple[int, str] | None = None
        for body in self.lexicon.roles.bodies:
            if body.parties and party not in body.parties:
                continue
            for name in body.names:
                if re.search(rf"\b{re.escape(name.lower())}\b", words) and (best is None or len(name) > best[0]):
                    best = (len(name), body.code)
        return best[1] if best else None

    def _generic(self, graph: Graph, n: int, words: str) -> Slot[Speaker] | None:
        for name in sorted(self.lexicon.roles.generic_speakers, key=len, reverse=True):
            if words.lower().endswith(name.lower()):
                return self._slot(graph, self._phrase(graph, n), Speaker(code=name))
        return None

    def _of_theatre(self, graph: Graph, n: int, words: str) -> Slot[Speaker] | None:
        """A body without a party: the party last named with such a body in this document, if there is just one."""
        parties = self._home_parties()
        if len(parties) != 1:
            return None
        body = self._body(words.lower(), parties[0])
        if body is None:
            return None
        return self._slot(graph, self._phrase(graph, n), Speaker(code=f"{parties[0]}:{body}", party=parties[0]))

    def _home_parties(self) -> list[str]:
        if self.last is not None and self.last.speaker.value.party:
            return [self.last.speaker.value.party]
        return []

    # --- spans

    def _is_outlet(self, speaker: Speaker) -> bool:
        return speaker.party is None and speaker.code in self.lexicon.roles.outlets

    def _phrase(self, graph: Graph, n: int) -> list[int]:
        keep = [n]
        for k in graph.kids[n]:
            if graph.tokens[k].dep in ("compound", "amod", "nmod", "poss", "det", "nummod"):
                keep += [w for w in graph.subtree(k)]
            elif graph.tokens[k].dep == "prep" and graph.tokens[k].lemma in ("of", "in", "for", "with", "from"):
                keep += [w for w in graph.clause(k)]
        return sorted(set(keep))

    def _text(self, graph: Graph, phrase: list[int]) -> str:
        sentence = graph.annotated.sentence
        low, high = graph.tokens[phrase[0]].start, graph.tokens[phrase[-1]].end
        return sentence.text[low - sentence.start : high - sentence.start]

    def _slot(self, graph: Graph, phrase: list[int], speaker: Speaker) -> Slot[Speaker]:
        span = Span(document_id=self.document.id, start=graph.tokens[phrase[0]].start, end=graph.tokens[phrase[-1]].end, part=graph.annotated.sentence.part)
        return Slot(value=speaker, evidence=(span,), read_by=READ_BY)

    def _span(self, graph: Graph, n: int) -> Span:
        token = graph.tokens[n]
        return Span(document_id=self.document.id, start=token.start, end=token.end, part=graph.annotated.sentence.part)


def _unique(found: list[Attribution]) -> list[Attribution]:
    kept: dict[str, Attribution] = {}
    for each in found:
        kept.setdefault(each.speaker.value.code, each)
    return list(kept.values())
