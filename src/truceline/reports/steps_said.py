"""Steps that are taken by what is said and by no word for them: who names a culprit accuses, who calls an act a crime condemns."""

from collections.abc import Iterator, Sequence

from truceline.model.document import Document
from truceline.model.party import Role
from truceline.model.report import FollowUp
from truceline.model.text import Span
from truceline.packs.lexicon import Lexicon
from truceline.reports.attribution import Attributions
from truceline.reports.begun_said import begun_said
from truceline.reports.charges_said import charges_said, who_hold
from truceline.reports.denials_said import callers, denials_said, said_by
from truceline.reports.grammar import Graph
from truceline.reports.looked_into import looked_into
from truceline.reports.owned_up import own_men_did, owned_up
from truceline.reports.sides import Sides


def steps_said(graph: Graph, document: Document, lexicon: Lexicon, sides: Sides, speakers: Attributions) -> Iterator[tuple[int, FollowUp]]:
    """Accusations, condemnations, denials and confirmations that one sentence's words of saying make, each with the token that tells it."""
    words = lexicon.telling
    for n, token in enumerate(graph.tokens) if graph.has_lemma(lexicon.saying_steps) else ():
        if token.lemma not in lexicon.saying_steps:
            continue
        for at, by in denials_said(graph, n, lexicon, speakers):
            yield from _steps("denial", graph, at, None, document, by)
        yield from _charges(graph, n, document, lexicon, speakers, sides)
        if token.lemma in words.culprit or token.lemma in words.done_by or token.lemma in words.did_it or _breaks(graph, n, lexicon):
            for to in _culprits(graph, n, lexicon, sides):
                held = _held_responsible(graph, n, lexicon) is not None
                said = said_by(graph, n, speakers) or who_hold(graph, n, lexicon, speakers)
                by = callers(graph, _verb_over(graph, n), speakers) if held else said
                yield from _steps("accusation", graph, n, to, document, by)
            if token.lemma in words.culprit:
                yield from _steps("confirmation", graph, n, None, document, own_men_did(graph, n, lexicon, speakers))
            if token.lemma in words.done_by:
                yield from _steps("confirmation", graph, n, None, document, owned_up(graph, n, lexicon, speakers))
        elif token.lemma in words.calling and graph.is_verb(n) and _called(graph, n, lexicon):
            relative = _of_relative(graph, n)
            yield from _steps("condemnation", graph, n if relative is None else relative, None, document, callers(graph, n, speakers))
        elif token.lemma in words.claiming and _credit_claimed(graph, n, lexicon):
            yield from _steps("confirmation", graph, n, None, document, callers(graph, n, speakers))
        elif token.lemma in words.checking or token.lemma in words.establishing:
            yield from _steps("investigation", graph, n, None, document, looked_into(graph, n, lexicon, speakers))
        elif _bad_said_of_an_act(graph, n, lexicon):
            yield from _steps("condemnation", graph, n, None, document, said_by(graph, n, speakers))


def _charges(
    graph: Graph, n: int, document: Document, lexicon: Lexicon, speakers: Attributions, sides: Sides
) -> Iterator[tuple[int, FollowUp]]:
    """Charges of who did it by words of no accusing, and of who began it."""
    for charging, charged in charges_said(graph, n, lexicon, speakers, sides):
        for whom in charged:
            yield from _steps("accusation", graph, n, whom, document, charging)
    words, token = lexicon.telling, graph.tokens[n]
    if token.lemma in words.beginning or token.lemma in words.first:
        verb = n if graph.is_verb(n) else token.head
        for charged_by, to in begun_said(graph, verb, lexicon, speakers, sides):
            yield from _steps("accusation", graph, verb, to, document, charged_by)


def _steps(act: str, graph: Graph, n: int, to: str | None, document: Document, by: Sequence[str | None]) -> Iterator[tuple[int, FollowUp]]:
    token = graph.tokens[n]
    span = Span(document_id=document.id, start=token.start, end=token.end, part=graph.annotated.sentence.part)
    for code in by:
        if to is None or code is None or to.split(":")[0] != code.split(":")[0]:
            yield n, FollowUp(act=act, by=code, to=to, evidence=(span,))
        elif act == "accusation":  # "said that its own men had carried out the raid"
            yield n, FollowUp(act="confirmation", by=code, to=None, evidence=(span,))


def _culprits(graph: Graph, n: int, lexicon: Lexicon, sides: Sides) -> list[str]:
    """Parties of which it is said that they are behind an act, responsible for it, or have carried it out."""
    words = lexicon.telling
    if (held := _held_responsible(graph, n, lexicon)) is not None:
        slot = sides.actor(graph, held, Role.MIL)
        return [slot.value.code] if slot is not None and slot.value.party != "UNK" else []
    if graph.tokens[n].lemma in words.culprit:
        verb = graph.tokens[n].head
        told = graph.tokens[verb].lemma in words.culprit_being and not graph.with_dep(verb, "neg") and _the_act(graph, n, lexicon)
    else:
        verb, token_done = n, graph.tokens[n].lemma in words.done_by
        told = _breaks(graph, n, lexicon) or _which_somebody_says(graph, n, lexicon) or _did_it(graph, n, lexicon)
        told = told or (token_done and graph.is_verb(n) and any(_that_act(graph, k, lexicon) for k in graph.objects(n)))
    found: dict[str, str] = {}
    agents = graph.agents(verb) if told else []
    whose = [w for head in agents if graph.is_noun(head) and _an_act(graph, iter((head,)), lexicon) for w in graph.agents(head)]
    for head in whose or agents:  # "the shelling by X violated the truce": X did
        slot = sides.actor(graph, head, Role.MIL)
        if slot is not None and slot.value.party != "UNK":
            found.setdefault(slot.value.party, slot.value.code)
    return list(found.values())


def _which_somebody_says(graph: Graph, n: int, lexicon: Lexicon) -> bool:
    """ "An attack that X believes was carried out by Y": what was done is the act that a relative clause of saying hangs on."""
    over = graph.tokens[n].head
    if graph.tokens[n].dep != "ccomp" or graph.tokens[over].dep != "relcl" or not graph.passive(n):
        return False
    return _an_act(graph, iter((graph.tokens[over].head,)), lexicon)


def _did_it(graph: Graph, n: int, lexicon: Lexicon) -> bool:
    """Whether somebody is said to have done "it", or to hold or have fired "them": what the text has just told."""
    words = lexicon.telling
    if graph.tokens[n].dep != "ccomp" or not graph.is_verb(n) or graph.with_dep(n, "neg"):
        return False
    over = graph.tokens[graph.tokens[n].head].lemma
    said = over in lexicon.speech.strong or over in words.claiming
    return said and any(graph.low[k] in words.it_meant for k in graph.objects(n))


def _held_responsible(graph: Graph, n: int, lexicon: Lexicon) -> int | None:
    """Whom a verb of holding makes the culprit ("held X responsible for the attack"); None where the word stands otherwise."""
    words, over = lexicon.telling, graph.tokens[n].head
    loose = graph.tokens[n].dep == "amod" and graph.tokens[over].dep == "dobj" and over < n  # so the parser hangs it after a name
    verb = graph.tokens[over].head if loose else over
    if graph.tokens[n].lemma not in words.culprit or graph.tokens[verb].lemma not in words.held_so or graph.with_dep(verb, "neg"):
        return None
    done_to = graph.patients(verb) if graph.passive(verb) else graph.objects(verb)
    whom = [k for k in (*done_to, *graph.with_dep(n, "nsubj")) if k < n]
    return whom[0] if whom and _the_act(graph, n, lexicon) else None


def _verb_over(graph: Graph, n: int) -> int:
    return next((a for a in graph.ancestors(n) if graph.is_verb(a)), n)


def _an_act(graph: Graph, words: Iterator[int], lexicon: Lexicon) -> bool:
    return any(graph.tokens[w].lemma in lexicon.telling.pointers or lexicon.tells_act(graph.low[w]) for w in words)


def _the_act(graph: Graph, n: int, lexicon: Lexicon) -> bool:
    """Whether an act, and not many of a kind, is told under a word ("behind the raid", not "behind all raids")."""
    acts = [w for w in graph.subtree(n) if graph.tokens[w].dep != "compound" and _an_act(graph, iter((w,)), lexicon)]
    return any(not any(graph.tokens[k].lemma in lexicon.telling.of_many for k in graph.kids[w]) for w in acts)


def _breaks(graph: Graph, n: int, lexicon: Lexicon) -> bool:
    """Whether a verb tells that an agreement is broken ("is violating the truce", "commits a breach of it")."""
    words = lexicon.telling
    lemma = graph.tokens[n].lemma
    if lemma not in words.breaking and lemma not in words.committing:
        return False
    if not graph.is_verb(n) or graph.with_dep(n, "neg") or graph.tokens[n].dep == "pcomp":  # "accused it of breaking": told already
        return False
    below = {w for k in graph.objects(n) for w in graph.subtree(k)}
    if lemma in words.breaking:
        return any(graph.tokens[w].lemma.lower() in lexicon.word_sets["agreements"] for w in below)
    return any(graph.tokens[w].lemma in words.breaches for w in below)


def _that_act(graph: Graph, k: int, lexicon: Lexicon) -> bool:
    """ "That attack", "the bombing": an act that the text has told."""
    pointed = any(graph.tokens[d].lemma in lexicon.telling.same for d in graph.with_dep(k, "det"))
    return pointed and _an_act(graph, iter((k,)), lexicon)


def _called(graph: Graph, n: int, lexicon: Lexicon) -> bool:
    """Whether a verb of calling gives an act, or "it", a bad name ("called the strike a crime", "described it as barbaric")."""
    words = lexicon.telling
    objects = {k for k in graph.subtree(n) if graph.tokens[k].dep in ("dobj", "nsubj", "nsubjpass") and k != n}
    relative = _of_relative(graph, n)
    if relative is not None:
        objects |= {w for w in graph.ancestors(relative) if graph.is_noun(w)}
    if not any(graph.tokens[k].lemma in lexicon.telling.pointers or lexicon.tells_act(graph.low[k]) for k in objects):
        return False
    bad = words.bad_names | words.bad_traits
    return any(
        graph.tokens[k].lemma in bad or (graph.tokens[k].lemma in words.bad_acts_of and _act_of(graph, k) is not None)
        for k in graph.subtree(n)
    )


def _act_of(graph: Graph, n: int) -> int | None:
    """The noun of which a word tells the kind ("an act of war", "acts of piracy")."""
    of = graph.tokens[n].head
    act = graph.tokens[of].head
    return act if graph.tokens[n].dep == "pobj" and graph.tokens[of].lemma == "of" and graph.tokens[act].lemma == "act" else None


def _of_relative(graph: Graph, n: int) -> int | None:
    """The head of the relative clauses among which a verb stands ("a launch that one called a test and another called an outrage")."""
    while graph.tokens[n].dep == "conj" and graph.is_verb(graph.tokens[n].head):
        n = graph.tokens[n].head
    return n if graph.tokens[n].dep == "relcl" else None


def _bad_said_of_an_act(graph: Graph, n: int, lexicon: Lexicon) -> bool:
    """Whether an act is called bad, unlawful, or nothing to put up with ("is a crime", "is against the law", "cannot be justified")."""
    words, lemma = lexicon.telling, graph.tokens[n].lemma
    act = _act_of(graph, n)
    if act is not None and (lemma in words.bad_acts_of or lemma in words.bad_names):
        return _said_of_an_act(graph, act, lexicon)
    if lemma in words.bad_traits or lemma in words.bad_names:
        return _said_of_an_act(graph, n, lexicon)
    if lemma in words.not_to_be:
        never = graph.is_verb(n) and graph.passive(n) and bool(graph.with_dep(n, "neg"))
        return never and any(_an_act(graph, iter((k,)), lexicon) for k in graph.patients(n))
    if lemma not in words.laws or graph.tokens[n].dep != "pobj":
        return False
    prep = graph.tokens[n].head
    being = graph.tokens[prep].head
    contrary, against = (graph.tokens[k].lemma in words.against_laws for k in (being, prep))
    if not contrary and not (against and graph.tokens[being].lemma == "be"):
        return False
    verb = graph.tokens[being].head if contrary else being
    return not graph.with_dep(verb, "neg") and any(_an_act(graph, iter((k,)), lexicon) for k in graph.subjects(verb))


def _said_of_an_act(graph: Graph, n: int, lexicon: Lexicon) -> bool:
    """Whether a bad trait or name is said of an act ("the shelling is unacceptable", "is a crime"), and not denied of it."""
    verb = graph.tokens[n].head
    if graph.tokens[n].dep not in ("acomp", "attr") or graph.with_dep(verb, "neg"):
        return False
    return any(_an_act(graph, iter((k,)), lexicon) for k in graph.subjects(verb))


def _credit_claimed(graph: Graph, n: int, lexicon: Lexicon) -> bool:
    """ "Responsibility for the bombing was claimed by", "the attack was claimed by": in the passive; the active is a phrase of its own."""
    if not (graph.is_verb(n) and graph.passive(n)):
        return False
    claimed = graph.subjects(n) + graph.patients(n)
    if any(graph.tokens[k].lemma in lexicon.telling.credited for k in claimed):
        return True
    alone = graph.tokens[n].lemma in lexicon.telling.claimed_alone and not graph.with_dep(n, "ccomp", "xcomp")
    return alone and any(_an_act(graph, iter((k,)), lexicon) for k in claimed)
