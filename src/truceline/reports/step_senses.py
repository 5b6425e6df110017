"""Words that look like a step of procedure and are none, and those that are another step than they seem."""

from truceline.packs.lexicon import Lexicon
from truceline.reports.grammar import Graph
from truceline.reports.step_takers import drawn_from


def other_sense(graph: Graph, at: int, act: str, lexicon: Lexicon) -> bool:
    """Words that look like a step and are none: a crowd's protest, a denied person, an office of investigation."""
    token = graph.tokens[at]
    if act == "protest" and graph.is_noun(at):
        return not _of_procedure(graph, at, lexicon)
    if act == "protest" and token.lemma in lexicon.telling.summoning:
        return not any(graph.tokens[w].lemma in lexicon.cues.envoys for p in graph.patients(at) for w in graph.subtree(p))
    if act == "protest" and token.lemma in lexicon.telling.complaining:
        return not any(prep == "to" for prep, _ in graph.obliques(at)) and not _complains_of_an_act(graph, at, lexicon)
    if act == "condemnation" and graph.is_verb(at) and (graph.with_dep(at, "prt") or _of_no_act(graph, at, lexicon)):
        return True  # "blasted off"
    if act in ("confirmation", "denial") and (_of_a_plan(graph, at, lexicon) or _of_who_it_was(graph, at, lexicon)):
        return True
    if act == "confirmation" and graph.is_verb(at) and any(graph.tokens[k].lemma in lexicon.cues.received for k in graph.objects(at)):
        return True
    if act in ("accusation", "condemnation", "investigation", "apology") and graph.is_noun(at) and _of_another(graph, at, act, lexicon):
        return True
    if act == "investigation" and graph.is_noun(at) and token.tag == "NNS" and graph.with_dep(at, "nummod"):
        return True  # "has 900 open investigations"
    if act == "finding" and graph.is_verb(at) and _of_a_thing(graph, at, lexicon):
        return True
    if act == "confirmation" and graph.is_verb(at) and _of_a_standing(graph, at, lexicon):
        return True
    if act == "denial" and token.dep == "amod":
        return True  # "the contested sector"
    if act == "denial" and token.lemma in lexicon.telling.turned_down:
        return not _turns_down_a_charge(graph, at, lexicon)
    if act == "denial" and (_of_harm_alone(graph, at, lexicon) or _of_company(graph, at, lexicon)):
        return True
    if act == "denial" and graph.is_verb(at):
        return bool(graph.passive(at) and graph.with_dep(at, "dobj"))
    return token.dep in ("compound", "amod") and act in ("investigation", "protest")


def _of_no_act(graph: Graph, at: int, lexicon: Lexicon) -> bool:
    """ "Blasted each other", "condemned all forms of violence", "condemned it in all its forms": a blow, or what is bad in general."""
    of = [k for k in graph.patients(at) if graph.is_noun(k)]
    sorts = [graph.tokens[p].lemma for k in (*of, at) for prep, p in graph.obliques(k) if prep == "in"]
    in_general = bool(of) and not lexicon.telling.sorts.isdisjoint(sorts)
    return in_general or any(_all_of_them(graph, k, lexicon) for k in of) or _a_blow(graph, at, lexicon)


def _all_of_them(graph: Graph, k: int, lexicon: Lexicon) -> bool:
    """ "All attacks on civilians", but not "all three attacks" or "all the attacks"."""
    dets = {graph.low[d] for d in graph.with_dep(k, "det", "predet")}
    return not graph.with_dep(k, "nummod", "poss") and bool(dets & lexicon.telling.in_general) and not dets & lexicon.telling.same


def _turns_down_a_charge(graph: Graph, at: int, lexicon: Lexicon) -> bool:
    """ "Rejected the charge", "dismissed that as a lie"."""
    charges = {*lexicon.cues.charges, *lexicon.telling.told_otherwise}
    as_what = [p for prep, p in graph.obliques(at) if prep in lexicon.reality.named_as]
    false = any(graph.tokens[k].lemma in lexicon.telling.false_traits for p in as_what for k in graph.subtree(p))
    return false or any(graph.tokens[k].lemma in charges for k in graph.objects(at) + graph.patients(at))


def _of_procedure(graph: Graph, at: int, lexicon: Lexicon) -> bool:
    """Whether a noun of protest tells of a state's, and no crowd's: by its traits, its verb, or from whom it was drawn."""
    formal = any(graph.tokens[k].lemma in lexicon.telling.protest_formal for k in graph.kids[at])
    lodged = graph.tokens[graph.tokens[at].head].lemma in lexicon.telling.protest_lodged
    return formal or lodged or bool(drawn_from(graph, at, lexicon)) or _in_protest(graph, at, lexicon)


def _in_protest(graph: Graph, at: int, lexicon: Lexicon) -> bool:
    """ "Recalled its ambassador in protest": what a state does of its envoys so is a protest of its own."""
    prep = graph.tokens[at].head
    verb = graph.tokens[prep].head
    alone = graph.tokens[at].dep == "pobj" and graph.tokens[prep].lemma == "in" and not graph.with_dep(at, "det")
    return alone and any(graph.tokens[w].lemma in lexicon.cues.envoys for p in graph.patients(verb) for w in graph.subtree(p))


def _complains_of_an_act(graph: Graph, at: int, lexicon: Lexicon) -> bool:
    """ "The Lebanese minister complained that a jet had crossed the border": somebody who speaks for a party, of an act."""
    told = [w for k in graph.with_dep(at, "ccomp") for w in graph.subtree(k)]
    speaks = any(graph.mention(w) is not None for k in graph.subjects(at) for w in graph.subtree(k))
    return speaks and any(lexicon.tells_act(graph.low[w]) and graph.tokens[w].lemma not in lexicon.telling.everyday for w in told)


def _of_another(graph: Graph, at: int, act: str, lexicon: Lexicon) -> bool:
    """Whether another makes the charge ("heard accusations"), or shall look into it or condemn it ("called for a probe"), by its verb."""
    words, reality, token = lexicon.telling, lexicon.reality, graph.tokens[at]
    over = graph.tokens[token.head].head if token.dep == "pobj" else token.head
    if act == "apology" and token.dep in ("dobj", "pobj") and graph.is_verb(over):  # one that is demanded or opposed was not made
        made = words.charge_making | words.apologizing
        return graph.tokens[over].lemma not in made if token.dep == "dobj" else graph.tokens[over].lemma in reality.wishing
    owned = graph.with_dep(at, "poss") or any(prep in words.charged_by for prep, _ in graph.obliques(at))
    if token.dep not in ("dobj", "pobj") or not graph.is_verb(over) or owned:
        return False
    lemma = graph.tokens[over].lemma
    if act in ("condemnation", "investigation"):
        return lemma in reality.wished or (token.dep == "pobj" and lemma in reality.wishing)
    return token.dep == "dobj" and lemma not in words.charge_making


def _of_a_thing(graph: Graph, at: int, lexicon: Lexicon) -> bool:
    """ "Has found refuge": a thing that was found, and neither what is so nor a breach."""
    told = graph.tokens[at].lemma not in lexicon.telling.finding or graph.with_dep(at, "ccomp")
    found = [] if told else graph.objects(at)
    return bool(found) and all(lexicon.telling.found_out.isdisjoint(graph.tokens[w].lemma for w in graph.subtree(k)) for k in found)


def _of_a_standing(graph: Graph, at: int, lexicon: Lexicon) -> bool:
    """ "Acknowledged the group's role": the part that another plays in affairs, and not in an act."""
    roles = [k for k in graph.objects(at) if graph.tokens[k].lemma in lexicon.telling.no_part]
    anothers = [k for k in roles if any(graph.tokens[p].tag != "PRP$" for p in graph.with_dep(k, "poss"))]
    within = [graph.tokens[p] for k in anothers for _, p in graph.obliques(k)]
    return bool(anothers) and not any(t.lemma in lexicon.telling.pointers or lexicon.tells_act(t.text.lower()) for t in within)


def _of_harm_alone(graph: Graph, at: int, lexicon: Lexicon) -> bool:
    """ "Denied any casualties": that somebody was hurt is denied, and not the act."""
    objects = graph.objects(at) if graph.is_verb(at) else []
    return bool(objects) and all(graph.low[k] in lexicon.toll_words or graph.tokens[k].lemma in lexicon.toll_words for k in objects)


def _of_company(graph: Graph, at: int, lexicon: Lexicon) -> bool:
    """ "Denied that it was involved with any such group": whom one keeps company with, and no act."""
    told = [k for k in graph.subtree(at) if graph.tokens[k].lemma in lexicon.telling.keeping_company]
    held = [graph.tokens[p].lemma for k in told for prep, p in graph.obliques(k) if prep in ("with", "to")]
    return bool(held) and all(lemma in lexicon.sides.groups or lemma in lexicon.role_of for lemma in held)


def _of_who_it_was(graph: Graph, at: int, lexicon: Lexicon) -> bool:
    """ "Confirmed the dead man's identity": who somebody was, and not what was done."""
    objects = graph.objects(at) if graph.is_verb(at) else []
    return bool(objects) and all(graph.tokens[k].lemma in lexicon.telling.no_act_itself for k in objects)


def _a_blow(graph: Graph, at: int, lexicon: Lexicon) -> bool:
    """Whether a verb of blaming tells of a blow rather ("blasted each other with mortars")."""
    words, sets = lexicon.telling, lexicon.word_sets
    by_a_thing = any(graph.tokens[k].lemma in sets["aircraft"] | sets["vessels"] | sets["shells"] for k in graph.agents(at))
    struck = any(prep in words.struck_with for prep, _ in graph.obliques(at))
    each_other = any(graph.tokens[k].lemma == "other" for k in graph.objects(at))
    return graph.tokens[at].lemma in words.striking and (struck or each_other or by_a_thing or graph.passive(at) or not graph.objects(at))


def of_a_charge(graph: Graph, at: int, lexicon: Lexicon) -> bool:
    """ "Condemned the allegations", "criticised the envoy over his claims": who condemns a charge denies it."""
    over = [p for prep, p in graph.obliques(at) if prep in lexicon.telling.charged_over]
    return graph.is_verb(at) and any(graph.tokens[k].lemma in lexicon.cues.charges for k in (*graph.patients(at), *over))


def _of_a_plan(graph: Graph, at: int, lexicon: Lexicon) -> bool:
    """Whether what is confirmed or denied is only planned or was not so ("denied that it planned to", "reports that it was no attack")."""
    beside = {w for k in graph.with_dep(at, "conj") if graph.objects(at) for w in graph.subtree(k)}  # "admitted it and said it was planned"
    told = [k for k in graph.subtree(at) if k != at and k not in beside and graph.tokens[k].dep in ("ccomp", "acl", "relcl", "dobj")]
    reported = [w for k in told[:1] if graph.is_noun(k) for w in graph.with_dep(k, "acl", "ccomp")]
    coming = any(graph.with_dep(k, "aux") and _is_to_come(graph, k, lexicon) for k in told[:1])  # "confirmed that talks would go ahead"
    planned = coming or any(
        graph.tokens[k].lemma in lexicon.cues.planning or graph.tokens[k].lemma in lexicon.cues.intents for k in told[:2]
    )
    return planned or any(graph.with_dep(k, "neg") for k in (*told[:1], *reported))


def _is_to_come(graph: Graph, k: int, lexicon: Lexicon) -> bool:
    """Whether a clause tells what will be ("would go ahead", "will be held"), and not what would have been."""
    aux = [graph.low[a] for a in graph.with_dep(k, "aux")]
    return graph.tokens[k].dep == "ccomp" and len(aux) == 1 and aux[0] in lexicon.reality.to_come_then | lexicon.reality.step_to_come
