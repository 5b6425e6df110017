"""What the accused side tells that, if so, its act was not: that it fired nothing, had no troops there, knew nothing of it."""

from truceline.packs.lexicon import Lexicon
from truceline.reports.grammar import Graph


def tells_of_none(graph: Graph, verb: int, by: str, lexicon: Lexicon) -> bool:
    """Whether the clause of a verb, which whoever may have acted says, tells that it has not, had nothing there or knew nothing."""
    words = lexicon.contrary
    if _left_open(graph, verb, lexicon) or any(graph.low[w] in words.wanting for w in graph.subtree(verb) if w != verb):
        return False
    if not _their_own(graph, verb, by, lexicon):
        return False
    return (
        _did_not(graph, verb, lexicon)
        or _did_nothing(graph, verb, lexicon)
        or _had_none(graph, verb, lexicon)
        or _none_was(graph, verb, lexicon)
        or _was_silent(graph, verb, lexicon)
    )


def tells_of_no_loss(graph: Graph, verb: int, lexicon: Lexicon) -> bool:
    """Whether the clause of a verb tells that nothing was lost ("had no report of a missing drone", "all its aircraft had returned")."""
    words = lexicon.contrary
    below = list(graph.subtree(verb))
    if not any(graph.tokens[w].lemma in words.craft for w in below) or _left_open(graph, verb, lexicon):
        return False
    lost = any(graph.tokens[w].lemma in words.lost for w in below)
    if graph.tokens[verb].lemma in words.having:
        of = [k for k in graph.objects(verb) if graph.tokens[k].lemma in words.reports and _none(graph, verb, k, lexicon)]
        return lost and bool(of)
    subjects = graph.subjects(verb)
    if lost and any(graph.tokens[k].lemma in words.craft and _none(graph, verb, k, lexicon) for k in subjects):
        return True  # "no plane was lost", "none of its planes was missing"
    if lost and any(graph.tokens[p].lemma in words.craft for k in subjects if _is_none(graph, k, lexicon) for _, p in graph.obliques(k)):
        return True
    if graph.tokens[verb].lemma in words.lost and not graph.passive(verb):
        return any(graph.tokens[k].lemma in words.craft and _none(graph, verb, k, lexicon) for k in graph.objects(verb))
    safe = any(graph.tokens[w].lemma in words.safe for w in below)
    every = any(graph.tokens[k].lemma in words.craft for k in subjects) and any(graph.low[w] == "all" for w in below)
    return graph.tokens[verb].lemma in words.back and (safe or every) and not graph.with_dep(verb, "neg")


def _left_open(graph: Graph, verb: int, lexicon: Lexicon) -> bool:
    aux = {graph.low[k] for k in graph.with_dep(verb, "aux")}
    sure = "have" in aux and bool(aux & lexicon.contrary.could)
    return bool(aux & lexicon.contrary.open) and not sure


def _did_not(graph: Graph, verb: int, lexicon: Lexicon) -> bool:
    """ "It did not", "its guns had not fired", "the drone never left the south", "has never been near the place"."""
    words, lemma = lexicon.contrary, graph.tokens[verb].lemma
    if not _negated(graph, verb, lexicon) or lemma in words.answering:
        return False
    objects = graph.objects(verb)
    if lemma in words.doing and not graph.with_dep(verb, "xcomp", "ccomp", "acomp"):
        return all(graph.tokens[k].lemma in words.thing or graph.low[k] in lexicon.telling.such_charge for k in objects)
    if lemma == "be":
        return _somewhere(graph, verb, lexicon)
    habit = any(graph.low[k] in words.habit for k in graph.with_dep(verb, "aux"))
    if graph.passive(verb) or habit or graph.with_dep(verb, "xcomp"):  # "does not fire at schools", "is not going to stop"
        return False
    return lemma in words.moving or lemma in words.acting


def _did_nothing(graph: Graph, verb: int, lexicon: Lexicon) -> bool:
    """ "Fired nothing", "knew nothing of it", "did no such thing", "had no knowledge of any raid"."""
    words, lemma = lexicon.contrary, graph.tokens[verb].lemma
    objects = [k for k in graph.kids[verb] if graph.tokens[k].dep in ("dobj", "attr", "npadvmod")]
    if any(graph.tokens[k].lemma in words.nothing for k in objects):
        return lemma in words.doing or lemma in words.knowing or lemma in words.having or lemma in words.acting
    if lemma in words.doing:
        return any(graph.tokens[k].lemma in words.thing and _none(graph, verb, k, lexicon) for k in objects)
    if lemma in words.knowing:
        return bool(objects or graph.with_dep(verb, "prep")) and _negated(graph, verb, lexicon)
    if lemma in lexicon.telling.no_part_having and any(
        graph.tokens[k].lemma in lexicon.telling.no_part - words.knowledge and _none(graph, verb, k, lexicon) for k in objects
    ):
        return True  # "had no part in the matter"
    known = [k for k in objects if graph.tokens[k].lemma in words.knowledge and _none(graph, verb, k, lexicon)]
    if any(graph.low[w] in lexicon.toll_words for w in graph.subtree(verb)):
        return False  # "had no knowledge of any deaths"
    return lemma in words.having and any(prep in ("of", "about") for k in known for prep, _ in graph.obliques(k))


def _had_none(graph: Graph, verb: int, lexicon: Lexicon) -> bool:
    """ "Had no troops in the area", "did not have any drone there", "owned no such weapon"."""
    if graph.tokens[verb].lemma not in lexicon.contrary.having:
        return False
    none = [k for k in graph.objects(verb) if _is_none(graph, k, lexicon) or (_force(graph, k, lexicon) and _none(graph, verb, k, lexicon))]
    done = graph.tokens[verb].lemma != "have" or _owning(graph, verb, lexicon)
    return bool(none) and (done or _somewhere(graph, verb, lexicon))


def _owning(graph: Graph, verb: int, lexicon: Lexicon) -> bool:
    """ "Has no drones": a thing that whoever had none of cannot have acted by."""
    return all(graph.tokens[k].lemma in lexicon.contrary.gear for k in graph.objects(verb)) and not graph.with_dep(verb, "xcomp", "relcl")


def _none_was(graph: Graph, verb: int, lexicon: Lexicon) -> bool:
    """ "No flights had taken place", "none of its planes had flown", "there were no mortars in that sector"."""
    words, lemma = lexicon.contrary, graph.tokens[verb].lemma
    of = graph.with_dep(verb, "nsubj", "nsubjpass", "attr")
    none = [k for k in of if _force(graph, k, lexicon) and _none(graph, verb, k, lexicon, subject=True)]
    none += [k for k in of if _is_none(graph, k, lexicon) and any(_force(graph, p, lexicon) for _, p in graph.obliques(k))]
    if not none:
        return False
    if graph.passive(verb):
        things = all(graph.tokens[k].lemma in words.gear or graph.tokens[k].lemma in words.none_of for k in none)
        return things and (lemma in words.acting or lemma in words.having)
    if lemma == "be":
        return _somewhere(graph, verb, lexicon)
    return lemma in words.happening or lemma in words.acting


def _was_silent(graph: Graph, verb: int, lexicon: Lexicon) -> bool:
    """ "Its guns had been silent"."""
    silent = [k for k in graph.with_dep(verb, "acomp", "oprd") if graph.tokens[k].lemma in lexicon.contrary.silent]
    guns = any(graph.tokens[k].lemma in lexicon.contrary.gear for k in graph.subjects(verb))
    return bool(silent) and guns and not _negated(graph, verb, lexicon)


def _negated(graph: Graph, verb: int, lexicon: Lexicon) -> bool:
    return bool(graph.with_dep(verb, "neg")) or any(graph.tokens[k].lemma in lexicon.contrary.never for k in graph.with_dep(verb, "advmod"))


def _none(graph: Graph, verb: int, noun: int, lexicon: Lexicon, *, subject: bool = False) -> bool:
    """Whether a noun stands with "no", or with "any" or "a" under a negated verb."""
    before = [graph.tokens[k].lemma for k in graph.kids[noun] if k < noun]
    if any(lemma in lexicon.contrary.none or lemma == "not" for lemma in before):
        return True
    negated = not subject and _negated(graph, verb, lexicon)
    return negated and (any(lemma in lexicon.contrary.any or lemma in ("a", "an") for lemma in before) or graph.tokens[noun].tag == "NNS")


def _is_none(graph: Graph, k: int, lexicon: Lexicon) -> bool:
    return graph.tokens[k].lemma in lexicon.contrary.none_of


def _force(graph: Graph, noun: int, lexicon: Lexicon) -> bool:
    """Whether a noun names those or that by which acts are done, or an act."""
    words, lemma = lexicon.contrary, graph.tokens[noun].lemma
    such = any(graph.tokens[k].lemma == "such" for k in graph.kids[noun])
    return such or lemma in words.forces or lemma in words.gear


def _somewhere(graph: Graph, verb: int, lexicon: Lexicon) -> bool:
    """Whether it is told where or when nobody was ("in the area", "there", "on that day"), or of what kind nothing was."""
    below = [w for w in graph.subtree(verb) if w != verb]
    named = {p.start for p in graph.annotated.places} | {m.start for m in graph.annotated.times}
    return any(graph.tokens[w].lemma in lexicon.contrary.there or graph.tokens[w].start in named for w in below)


def _their_own(graph: Graph, verb: int, by: str, lexicon: Lexicon) -> bool:
    """Whether a clause is of those who speak ("it", "its guns"), or of a force or thing told before ("the drone", "no flights")."""
    words = lexicon.contrary
    subjects = graph.subjects(verb)
    inside = {m for k in subjects for w in graph.subtree(k) if (m := graph.mention(w)) is not None}
    if any(graph.annotated.mentions[m].actor.party != by for m in inside):
        return False  # what is said of others
    return bool(subjects or graph.with_dep(verb, "expl")) and all(
        graph.low[k] in words.ourselves
        or any(graph.tokens[p].tag == "PRP$" for p in graph.with_dep(k, "poss"))
        or graph.mention(k) is not None
        or _force(graph, k, lexicon)
        or graph.tokens[k].lemma in lexicon.role_of
        or (graph.low[k] in ("there", "that", "this") and bool(graph.with_dep(verb, "attr", "expl")))
        for k in subjects
    )
