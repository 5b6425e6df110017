"""Parties that have not confirmed: kept beside the claim, never as its source."""

from dataclasses import replace

from truceline.model.party import Role, Speaker
from truceline.model.reading import Reading
from truceline.model.report import Attribution, Slot, Stance
from truceline.model.text import Span
from truceline.packs.pack import Pack
from truceline.packs.reading_words import TellingWords
from truceline.reports.drafted import Draft
from truceline.reports.grammar import Graph
from truceline.reports.sides import Sides

READ_BY = "reports.stances 1"
_REACH = 6
"""How many sentences back the act may stand that is not confirmed."""


def take_stands(drafts: list[Draft], reading: Reading, pack: Pack) -> list[Draft]:
    """Adds to each act the parties that have not confirmed it."""
    sides, words = Sides(reading.document, pack.lexicon), pack.lexicon.telling
    for index, annotated in enumerate(reading.sentences):
        if annotated.sentence.tokens:
            graph = Graph.of(annotated, pack.lexicon.clauses)
            if not graph.has_lemma(words.confirming):
                continue
            for at in [n for n, t in enumerate(graph.tokens) if t.lemma in words.confirming and withheld(graph, n, words)]:
                act = _act_meant(drafts, graph, index, pack)
                if act is not None:
                    act.stands += _withheld(graph, at, sides, reading)
    return drafts


def withheld(graph: Graph, n: int, words: TellingWords) -> bool:
    """Whether a word is negated, by itself or by its subject ("neither X nor Y has confirmed")."""
    near = {graph.tokens[k].lemma for k in graph.kids[n]} | {graph.tokens[k].text.lower() for k in graph.kids[n]}
    if graph.tokens[n].dep == "conj" and graph.is_verb(n) and graph.is_verb(graph.tokens[n].head):
        over = graph.tokens[n].head  # "has neither confirmed nor denied"
        near |= {graph.tokens[k].text.lower() for k in graph.kids[over]} & words.neither
        if any(graph.low[k] in words.either for k in graph.with_dep(over, "cc")):  # "could not confirm or deny"
            near |= {graph.tokens[k].lemma for k in graph.with_dep(over, "neg")}
    for subject in graph.subjects(n) if graph.is_verb(n) else []:
        near |= {graph.tokens[w].lemma for w in _phrase(graph, subject)}
    return bool(near & words.negating)


def _phrase(graph: Graph, head: int) -> list[int]:
    """A noun's words without clauses and names that only add to it ("an officer who cannot be named" has spoken)."""
    kids = [k for k in graph.kids[head] if graph.tokens[k].dep not in ("relcl", "acl", "appos")]
    return [head, *(w for k in kids for w in _phrase(graph, k))]


def _withheld(graph: Graph, at: int, sides: Sides, reading: Reading) -> list[Attribution]:
    heads = graph.subjects(at) if graph.is_verb(at) else [p for prep, p in _all_obliques(graph, at) if prep in ("from", "by")]
    found: dict[str, Attribution] = {}
    for head in dict.fromkeys(m for h in heads for m in graph.conjuncts(h)):
        slot = sides.actor(graph, head, Role.GOV)
        if slot is not None and slot.value.party != "UNK":
            speaker = Slot(value=Speaker(code=f"{slot.value.party}:gov", party=slot.value.party), evidence=slot.evidence, read_by=READ_BY)
            token = graph.tokens[at]
            cue = Span(document_id=reading.document_id, start=token.start, end=token.end, part=graph.annotated.sentence.part)
            found.setdefault(slot.value.party, Attribution(speaker=speaker, stance=Stance.NOT_CONFIRMED, cue=cue))
    return list(found.values())


def _all_obliques(graph: Graph, n: int) -> list[tuple[str, int]]:
    """The phrases under a noun and under the phrases beneath it ("confirmation regarding troops from X and Y")."""
    return [pair for w in graph.subtree(n) for pair in graph.obliques(w)]


def _act_meant(drafts: list[Draft], graph: Graph, index: int, pack: Pack) -> Draft | None:
    """The act of the kind that the sentence names ("the deployment"), else the last one told before it."""
    lemmas = {lemma for t in graph.tokens for lemma in pack.lexicon.lemmas(t.text.lower())}
    named = {p.kind for p in pack.lexicon.patterns if lemmas & set(p.nouns)}
    near = [d for d in drafts if d.kind in named] or [d for d in drafts if 0 <= index - d.index <= _REACH]
    return min(near, key=lambda d: min(abs(index - n) for n in d.indexes), default=None)


def with_stands(attributions: tuple[Attribution, ...], draft: Draft) -> tuple[Attribution, ...]:
    """The attributions of a report with those who have not confirmed it, each party once."""
    kept = {a.speaker.value.party: replace(a) for a in draft.stands}
    return attributions + tuple(kept[party] for party in sorted(kept, key=str))
