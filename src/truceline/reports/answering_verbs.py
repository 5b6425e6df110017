"""Fire that answers fire, told by a verb of answering alone: "the army retaliated", "its guns replied", "responded with mortar fire"."""

from collections.abc import Iterator

from truceline.packs.lexicon import Lexicon
from truceline.reports.grammar import Graph


def fired_back(graph: Graph, lexicon: Lexicon) -> Iterator[int]:
    """The words of a sentence that tell that somebody fired back, by none of the phrases that say so themselves."""
    words = lexicon.telling
    for n, token in enumerate(graph.tokens) if graph.has_lemma(words.answering) or graph.has_lemma(words.replies) else ():
        if token.lemma in words.replies and token.dep == "dobj" and graph.tokens[token.head].lemma in words.replying:
            fitting = any(graph.tokens[k].lemma in words.fitting for k in graph.with_dep(n, "amod", "advmod"))
            if fitting and _done(graph, token.head, lexicon) and _forces(graph, token.head, lexicon):
                yield n
        elif token.lemma in words.answering and graph.is_verb(n) and _done(graph, n, lexicon) and _with_fire(graph, n, lexicon):
            yield n


def _done(graph: Graph, verb: int, lexicon: Lexicon) -> bool:
    """Whether a verb of answering tells what was done: not denied, not to come, not only threatened or asked."""
    aux = {graph.low[k] for k in graph.with_dep(verb, "aux")}
    over = graph.tokens[verb].head
    held = over != verb and graph.tokens[verb].dep in ("xcomp", "ccomp") and graph.tokens[over].lemma in lexicon.reality.held_back
    marks = {graph.low[k] for k in graph.with_dep(verb, "mark", "advmod")}
    unreal = aux & (lexicon.reality.step_possible | lexicon.reality.step_to_come) or marks & lexicon.reality.conditions
    recalled = (graph.tokens[verb].tag == "VBG" and bool(aux)) or graph.tokens[verb].dep in ("relcl", "acl")  # "the shots it returned"
    return graph.tokens[verb].tag != "VB" and not recalled and not graph.with_dep(verb, "neg") and not held and not unreal


def _with_fire(graph: Graph, verb: int, lexicon: Lexicon) -> bool:
    """Whether the answer is fire: what stands with or by it is, or its object, or those who answer are forces and nothing else is told."""
    words, back = lexicon.telling, {graph.low[k] for k in graph.with_dep(verb, "prt", "advmod")} & lexicon.telling.back
    if graph.tokens[verb].lemma in words.answering_back and not back:
        return False
    if graph.tokens[verb].lemma in words.returning:  # "returned artillery fire", not "returned rhetorical fire"
        named = [w for k in graph.objects(verb) for w in (k, *graph.with_dep(k, "amod", "compound"))]
        return bool(graph.objects(verb)) and all(_fire(graph, w, lexicon) for w in named)
    with_ = [
        p for k in graph.with_dep(verb, "prep") if graph.tokens[k].lemma in words.answering_with for p in graph.with_dep(k, "pobj", "pcomp")
    ]
    if with_ or graph.objects(verb):
        return any(_fire(graph, p, lexicon) for p in (*with_, *graph.objects(verb)))
    to = [p for prep, p in graph.obliques(verb) if prep == "to"]
    if to and not any(_fire(graph, p, lexicon) for p in to):
        return False
    return _forces(graph, verb, lexicon)


def _fire(graph: Graph, n: int, lexicon: Lexicon) -> bool:
    sets = lexicon.word_sets
    return graph.tokens[n].lemma in sets["shells"] or graph.tokens[n].lemma in lexicon.telling.fire_nouns


def _forces(graph: Graph, verb: int, lexicon: Lexicon) -> bool:
    """Whether forces or guns answer, or a party by its own name."""
    return any(
        lexicon.role_of.get(graph.tokens[k].lemma) == "mil"
        or graph.tokens[k].lemma in lexicon.telling.guns
        or (
            graph.mention(k) is not None
            and graph.tokens[k].tag.startswith("NNP")
            and graph.tokens[verb].lemma in lexicon.telling.retaliating
        )
        for k in graph.agents(verb)
    )
