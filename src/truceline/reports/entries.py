"""Forces that go in: no act of its own where the text tells what they did there."""

from truceline.model.party import Role
from truceline.packs.lexicon import Lexicon
from truceline.reports.drafted import Draft
from truceline.reports.grammar import Graph
from truceline.reports.scene import READ_BY as TOLD


def goes_in(graph: Graph, draft: Draft, lexicon: Lexicon) -> bool:
    """Whether a fight is no more than forces going in, nobody said to have fought them and no post attacked."""
    own = graph.clause(draft.trigger)
    told = [
        s
        for s in draft.actors
        if s.value.party != "UNK"
        and s.value.role is not Role.CIV
        and s.read_by.startswith(TOLD)
        and any(graph.covers(m, e.start, e.end) for e in s.evidence for m in own)
    ]
    held = lexicon.telling.armed_posts
    into = {m for p in graph.patients(draft.trigger) for m in graph.clause(p)}
    return draft.lemma in lexicon.telling.entering and len(told) < 2 and not any(graph.tokens[m].lemma in held for m in into)
