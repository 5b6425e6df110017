"""Steps that are taken by what is said and by no word for them: who names a culprit accuses, who calls an act a crime condemns."""

from collections.abc import Collection, Iterator

from truceline.model.document import Document
from truceline.model.party import Role
from truceline.model.report import FollowUp
from truceline.model.text import Span
from truceline.packs.lexicon import Lexicon
from truceline.reports.attribution import Attributions
from truceline.reports.grammar import Graph
from truceline.reports.sides import Sides


def steps_said(graph: Graph, document: Document, lexicon: Lexicon, sides: Sides, speakers: Attributions) -> Iterator[tuple[int, FollowUp]]:
    """Accusations, condemnations, denials and confirmations that one sentence's words of saying make, each with the token that tells it."""
    words = lexicon.telling
    for n, token in enumerate(graph.tokens):
        if token.lemma in words.culprit or token.lemma in words.done_by:
            for to in _culprits(graph, n, lexicon, sides):
                yield from _steps("accusation", graph, n, to, document, _speakers(graph, n, speakers))
        elif token.lemma in words.calling and graph.is_verb(n) and _called(graph, n, lexicon):
            yield from _steps("condemnation", graph, n, None, document, _callers(graph, n, speakers))
        elif token.lemma in words.claiming and _credit_claimed(graph, n, lexicon):
            yield from _steps("confirmation", graph, n, None, document, _callers(graph, n, speakers))
        elif token.lemma in words.false_traits and _said_of(graph, n, lexicon.cues.charges):
            verb = graph.tokens[n].head
            yield from _steps("denial", graph, verb, None, document, _speakers(graph, n, speakers))
        elif token.lemma in words.bad_traits and _said_of_an_act(graph, n, lexicon):
            yield from _steps("condemnation", graph, n, None, document, _speakers(graph, n, speakers))


def _steps(act: str, graph: Graph, n: int, to: str | None, document: Document, by: list[str]) -> Iterator[tuple[int, FollowUp]]:
    token = graph.tokens[n]
    span = Span(document_id=document.id, start=token.start, end=token.end, part=graph.annotated.sentence.part)
    for code in by:
        if to is None or to.split(":")[0] != code.split(":")[0]:
            yield n, FollowUp(act=act, by=code, to=to, evidence=(span,))


def _culprits(graph: Graph, n: int, lexicon: Lexicon, sides: Sides) -> list[str]:
    """Parties of which it is said that they are behind an act, responsible for it, or have carried it out."""
    words = lexicon.telling
    if graph.tokens[n].lemma in words.culprit:
        verb = graph.tokens[n].head
        told = graph.tokens[verb].lemma in words.culprit_being and _an_act(graph, graph.subtree(n), lexicon)
    else:
        verb = n
        told = graph.is_verb(n) and any(_that_act(graph, k, lexicon) for k in graph.objects(n))
    found: dict[str, str] = {}
    for head in graph.agents(verb) if told else []:
        slot = sides.actor(graph, head, Role.MIL)
        if slot is not None and slot.value.party != "UNK":
            found.setdefault(slot.value.party, slot.value.code)
    return list(found.values())


def _an_act(graph: Graph, words: Iterator[int], lexicon: Lexicon) -> bool:
    return any(graph.tokens[w].lemma in lexicon.telling.pointers or lexicon.lemmas(graph.tokens[w].text.lower()) for w in words)


def _that_act(graph: Graph, k: int, lexicon: Lexicon) -> bool:
    """ "That attack", "the bombing": an act that the text has told."""
    pointed = any(graph.tokens[d].lemma in lexicon.telling.same for d in graph.with_dep(k, "det"))
    return pointed and _an_act(graph, iter((k,)), lexicon)


def _called(graph: Graph, n: int, lexicon: Lexicon) -> bool:
    """Whether a verb of calling gives an act, or "it", a bad name ("called the strike a crime", "described it as barbaric")."""
    words = lexicon.telling
    objects = {k for k in graph.subtree(n) if graph.tokens[k].dep in ("dobj", "nsubj", "nsubjpass") and k != n}
    act = any(graph.tokens[k].lemma in lexicon.telling.pointers or lexicon.lemmas(graph.tokens[k].text.lower()) for k in objects)
    return act and any(graph.tokens[k].lemma in words.bad_names or graph.tokens[k].lemma in words.bad_traits for k in graph.subtree(n))


def _said_of_an_act(graph: Graph, n: int, lexicon: Lexicon) -> bool:
    """Whether a bad trait is said of an act ("the shelling is unacceptable"), and not denied of it."""
    verb = graph.tokens[n].head
    if graph.tokens[n].dep != "acomp" or graph.with_dep(verb, "neg"):
        return False
    return any(_an_act(graph, iter((k,)), lexicon) for k in graph.subjects(verb))


def _said_of(graph: Graph, n: int, nouns: Collection[str]) -> bool:
    """Whether a trait or name is said of one of such nouns ("the charges are false"), and not denied of it."""
    verb = graph.tokens[n].head
    if graph.tokens[n].dep not in ("acomp", "attr") or graph.with_dep(verb, "neg"):
        return False
    return any(graph.tokens[k].lemma in nouns for k in graph.subjects(verb))


def _credit_claimed(graph: Graph, n: int, lexicon: Lexicon) -> bool:
    """ "Responsibility for the bombing was claimed by": in the passive; the active is a phrase of its own."""
    return (
        graph.is_verb(n)
        and graph.passive(n)
        and any(graph.tokens[k].lemma in lexicon.telling.credited for k in graph.subjects(n) + graph.patients(n))
    )


def _callers(graph: Graph, n: int, speakers: Attributions) -> list[str]:
    slots = [speakers.party_of(graph, head) for head in graph.agents(n)]
    return [s.value.code for s in slots if s is not None and s.value.party is not None]


def _speakers(graph: Graph, n: int, speakers: Attributions) -> list[str]:
    return [a.speaker.value.code for a in speakers.of(graph, n) if a.speaker.value.party is not None and a.cue is not None]
