"""Fire that only answers fire just told ("soldiers fired back"): a response to it, and a report of its own only with counts."""

from truceline.model.party import Role
from truceline.model.report import Slot
from truceline.model.text import Span
from truceline.packs.lexicon import Lexicon
from truceline.reports.aftermath import ANSWERS_TO
from truceline.reports.drafted import Draft
from truceline.reports.grammar import Graph
from truceline.reports.journal import Journal
from truceline.reports.same_event import dates_meet, places_meet
from truceline.reports.slots import OWN

READ_BY = "reports.fire_back 1"
_REACH = 2
"""How many sentences before it what is answered may stand."""
_ANSWERS = frozenset({"direct_fire", "indirect_fire"})
_OPENED = frozenset({"direct_fire", "indirect_fire", "clash"})
_OWN_COUNTS = frozenset({"killed", "wounded", "captured", "rounds"})


def without_answers(found: list[Draft], lexicon: Lexicon, heard: Journal | None = None) -> list[Draft]:
    """Drafts without fire that answers fire of others told just before, which has it as a response from now on."""
    out = list(found)
    for draft in found:
        span = _answer(draft, lexicon)
        opened = None if span is None else _opened_by(draft, out)
        if span is None or opened is None:
            continue
        out = [k for k in out if k is not draft]
        (heard or Journal()).joined(draft, opened, "the answer to it")
        if "return_fire" in ANSWERS_TO.get(opened.kind, ()) and "return_fire" not in {r.value for r in opened.responses}:
            opened.responses.append(Slot(value="return_fire", evidence=(span,), read_by=READ_BY))
    return out


def answers_fire(draft: Draft, lexicon: Lexicon) -> bool:
    """Whether an act is told as fire in answer, which retells no other."""
    if draft.kind not in _ANSWERS or draft.trigger >= len(draft.sentence.sentence.tokens):
        return False
    return _back(Graph.of(draft.sentence, lexicon.clauses), draft.trigger, lexicon) is not None


def _answer(draft: Draft, lexicon: Lexicon) -> Span | None:
    """The words by which an act is fire in answer, where it has nothing of its own to count and no day or place of its own."""
    if draft.kind not in _ANSWERS or draft.title or draft.denied or draft.another or not draft.sentence.sentence.tokens:
        return None
    if any(c.value.what in _OWN_COUNTS and c.value.high != 0 for c in draft.counts) or (
        draft.when is not None and draft.when.read_by.endswith(OWN)
    ):
        return None
    graph = Graph.of(draft.sentence, lexicon.clauses)
    last = _back(graph, draft.trigger, lexicon)
    if last is None:
        return None
    first, last = sorted((draft.trigger, last))
    tokens, sentence = graph.tokens, draft.sentence.sentence
    return Span(document_id=draft.kind_slot.evidence[0].document_id, start=tokens[first].start, end=tokens[last].end, part=sentence.part)


def _back(graph: Graph, n: int, lexicon: Lexicon) -> int | None:
    """The word that makes fire an answer: "back" with its verb, "return" over it, or a verb of answering that it stands under."""
    words = lexicon.telling
    if graph.is_verb(n):
        back = [k for k in graph.with_dep(n, "advmod", "prt") if graph.low[k] in words.back]
        fire = [k for k in graph.with_dep(n, "dobj") if graph.tokens[k].lemma in words.fire_returned]
        said = back or (fire if graph.tokens[n].lemma in words.returning else []) or _in_answer(graph, n, lexicon)
        return said[0] if said else None
    over = graph.tokens[n].head
    if graph.tokens[n].dep == "dobj" and graph.tokens[over].lemma in words.returning:
        return over
    returned = [k for k in graph.with_dep(n, "compound", "amod") if graph.tokens[k].lemma in words.returning]
    if returned:
        return returned[0]
    verb = graph.tokens[over].head
    under = graph.tokens[n].dep == "pobj" and graph.low[over] in words.answered_with and graph.tokens[over].dep == "prep"
    return verb if under and graph.tokens[verb].lemma in words.answering_at_once else None


def _in_answer(graph: Graph, n: int, lexicon: Lexicon) -> list[int]:
    """The words that open a clause as an answer and say to nothing else ("in response, the army struck")."""
    answers = [p for prep, p in graph.obliques(n) if prep == "in" and p < n and graph.tokens[p].lemma in lexicon.official.in_answer]
    return [p for p in answers if not graph.kids[p]]


def _opened_by(draft: Draft, held: list[Draft]) -> Draft | None:
    """The fire of others, told before and soon, that is answered."""
    own = {(s.value.party, s.value.role) for s in draft.actors}
    able = [k for k in held if k is not draft and k.kind in _OPENED and not k.denied]
    able = [
        k for k in able if any(0 <= draft.index - i <= _REACH for i in k.indexes) and (k.index, k.trigger) < (draft.index, draft.trigger)
    ]
    able = [k for k in able if dates_meet(k, draft) and places_meet(k, draft)]
    able = [k for k in able if k.kind == "clash" or _others(own, k)]
    return max(able, key=lambda k: (k.index, k.trigger), default=None)


def _others(own: set[tuple[str, Role]], held: Draft) -> bool:
    """Whether who fired first are others than who answers, or may be."""
    return {party for party, _ in own} <= {"UNK"} or own.isdisjoint((s.value.party, s.value.role) for s in held.actors)
