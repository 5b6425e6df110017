"""What takes an act for granted, whatever wish, plan or threat stands over it; and what is said of an act that makes it none."""

from truceline.packs.reading_words import RealityWords
from truceline.reports.grammar import Graph


def presupposed(graph: Graph, n: int, words: RealityWords) -> bool:
    """Whether a noun is taken for granted by what governs it: "vowed revenge for the massacre", "to condemn the shelling of"."""
    token = graph.tokens[n]
    if not graph.is_noun(n) or token.head == n:
        return False
    if token.lemma in words.granted_always and graph.tokens[token.head].lemma not in words.taking:
        return True  # "asked the hostages to stay": they are held
    governor = graph.tokens[token.head]
    if _named_by_its_day(graph, n) or _to_be_ended(graph, n, words) or _went_on_till(graph, n, words):
        return True
    if any(graph.tokens[k].tag == "VBD" for k in graph.with_dep(n, "relcl")) and any(
        graph.tokens[k].text.lower() in words.certain for k in graph.with_dep(n, "det")
    ):
        return True  # "the raid that began the war"
    if any(graph.tokens[k].tag == "VBD" and graph.tokens[k].lemma in words.effects for k in graph.with_dep(n, "relcl")):
        return True  # "to halt a battle that killed nine"
    if token.dep == "pobj":
        over = governor.head
        holders = {graph.tokens[over].lemma, *(graph.tokens[o].lemma for o in graph.objects(over) if o < n)}  # "seek revenge for"
        return governor.lemma in words.granted_after or (governor.lemma in ("for", "to", "of") and bool(holders & words.granted_for))
    return token.dep == "dobj" and governor.lemma in words.granted_object


def said_of_it(graph: Graph, n: int, words: RealityWords) -> str:
    """What is said of an act's noun that makes it none: that it is to be seen ("remains likely"), or what it is for."""
    token = graph.tokens[n]
    governor = graph.tokens[token.head]
    if token.lemma in words.kinds and token.dep in ("compound", "amod", "nmod") and governor.lemma in words.of_a_kind:
        return f"what kind of {governor.text!r}"
    if _criticised(graph, n, words) or (token.dep == "dobj" and governor.lemma in words.burning):
        return "criticism, or what burns"
    if token.dep == "nsubjpass" and governor.lemma in words.aimed and governor.tag == "VBN":
        return f"what it is meant for: {governor.text!r}"
    if _supposed_one(graph, n, words):
        return "one that is only supposed"
    if token.lemma in words.bad_acts and _what_it_is_called(graph, n, words):
        return f"what an act is called: {token.text!r}"
    if token.dep != "nsubj" or governor.lemma not in words.being:
        return ""
    said = [k for k in graph.with_dep(token.head, "acomp", "attr", "oprd") if graph.tokens[k].lemma in words.to_be_seen]
    return f"to be seen: {graph.tokens[said[0]].text!r}" if said else ""


def _criticised(graph: Graph, n: int, words: RealityWords) -> bool:
    """Whether it is a policy or a deed that comes under fire ("his handling of the war is under fire")."""
    under = graph.tokens[n].head
    if graph.tokens[n].dep != "pobj" or graph.low[under] not in words.under:
        return False
    over = graph.tokens[under].head
    return any(graph.tokens[k].lemma in words.criticised for k in (over, *graph.with_dep(over, "nsubj")))


def _what_it_is_called(graph: Graph, n: int, words: RealityWords) -> bool:
    """Whether a noun is the name that somebody gives to an act told elsewhere ("called it a massacre", "described it as a slaughter")."""
    token = graph.tokens[n]
    if token.dep == "pobj":
        over = graph.tokens[token.head]
        return over.lemma in words.named_as and graph.tokens[over.head].lemma in words.naming
    first = graph.with_dep(token.head, "dobj")[:1]
    return graph.tokens[token.head].lemma in words.naming and (token.dep == "oprd" or (token.dep == "dobj" and first not in ([], [n])))


def _supposed_one(graph: Graph, n: int, words: RealityWords) -> bool:
    """Whether one act of no certain kind is told of by what it could bring ("an attack on the base would be an act of war")."""
    token = graph.tokens[n]
    if token.dep not in ("nsubj", "nsubjpass") or not any(graph.low[k] in words.one_of_any for k in graph.with_dep(n, "det")):
        return False
    aux = {graph.low[k] for k in graph.with_dep(token.head, "aux")}
    told = any(graph.tokens[k].tag in ("VBD", "VBN") for k in graph.with_dep(n, "relcl", "acl"))
    dated = any(t.when is not None and any(graph.covers(k, t.start, t.end) for k in graph.subtree(n)) for t in graph.annotated.times)
    return bool(aux & words.modals) and "have" not in aux and not told and not dated


def aimed_by(graph: Graph, n: int, words: RealityWords) -> bool:
    """Whether a noun names the acts whose aim is told ("the goal of the airstrikes is"): they are done, whatever they are for."""
    holder = graph.tokens[graph.tokens[n].head].head
    pointed = any(graph.low[k] in words.certain for k in graph.with_dep(n, "det")) or bool(graph.with_dep(n, "poss"))
    return graph.low[graph.tokens[n].head] == "of" and graph.tokens[holder].lemma in words.aims_of and pointed


def _went_on_till(graph: Graph, n: int, words: RealityWords) -> bool:
    """Whether a noun names what went on until something ended it ("a truce ended three weeks of fighting")."""
    spell = graph.tokens[graph.tokens[n].head].head
    over = graph.tokens[spell].head
    measured = graph.low[graph.tokens[n].head] == "of" and graph.tokens[spell].lemma in words.lasted and graph.tokens[spell].dep == "dobj"
    past = graph.tokens[over].tag == "VBD" or graph.with_dep(over, "aux")
    return (
        measured
        and graph.tokens[over].lemma in words.ending
        and bool(past)
        and not any(graph.low[k] in words.future | words.modals | {"to"} for k in graph.with_dep(over, "aux"))
    )


def _to_be_ended(graph: Graph, n: int, words: RealityWords) -> bool:
    """Whether a noun names what somebody is to end of his own ("to end its airstrikes", "a halt to its shelling"): it went on."""
    token = graph.tokens[n]
    over = graph.tokens[token.head].head if token.dep == "pobj" and graph.low[token.head] in ("to", "of") else token.head
    ended = graph.tokens[over].lemma in words.ending and token.dep in ("pobj", "dobj")
    return ended and bool(graph.with_dep(n, "poss")) and not graph.is_verb(n)


def judged_as_done(graph: Graph, w: int, words: RealityWords) -> bool:
    """Whether an infinitive tells what was decided and is judged as done ("defended the decision to kill him")."""
    decided = graph.tokens[w].head
    if graph.tokens[w].dep not in ("acl", "relcl") or graph.tokens[decided].lemma not in words.decided:
        return False
    judged = graph.tokens[decided].head
    return graph.tokens[decided].dep in ("dobj", "nsubj", "nsubjpass") and graph.tokens[judged].lemma in words.judged_done


def _named_by_its_day(graph: Graph, n: int) -> bool:
    """Whether the day of an act stands before its noun ("to answer the March 3 attack"): it was done, whatever is meant over it."""
    days = [t for t in graph.annotated.times if t.when is not None and not t.window]
    before = graph.with_dep(n, "compound", "nmod", "amod", "nummod", "poss", "npadvmod")
    return any(graph.covers(k, t.start, t.end) for k in before for t in days)


def protested_at(graph: Graph, owner: int, act: int, words: RealityWords) -> bool:
    """Whether a word over an act's noun tells of those who protest at it or mourn ("marched to protest the raid"), then and there."""
    path = [act, *graph.ancestors(act)]
    meant = graph.is_verb(act) and graph.tokens[act].dep not in (
        "acl",
        "relcl",
    )  # "a decision to send troops" is protested at like the sending
    if meant or owner not in path:
        return False
    over = path[1 : path.index(owner) + 1]
    over += [k for w in over if graph.tokens[w].dep == "prep" for k in graph.with_dep(graph.tokens[w].head, "dobj") if k < w]
    return any(
        graph.tokens[w].lemma in words.protesting or (graph.tokens[w].dep == "prep" and graph.low[w] in words.reacting) for w in over
    )


def exemplified(graph: Graph, n: int) -> int | None:
    """What an act's noun is an example of ("fears of a conflict, such as a skirmish at sea"): it is no more real than that."""
    token = graph.tokens[n]
    such = token.dep == "pobj" and any(graph.low[k] == "such" for k in graph.with_dep(token.head, "amod"))
    pointed = any(graph.low[k] == "the" for k in graph.with_dep(n, "det")) or graph.with_dep(n, "poss")
    return graph.tokens[token.head].head if such and not pointed else None


def when_it_comes(graph: Graph, n: int, words: RealityWords) -> str:
    """Whether the present tells of the time when something is to come ("we will be drawn in later, when they shell the town")."""
    token = graph.tokens[n]
    if token.dep != "advcl" or token.tag not in ("VBZ", "VBP") or graph.with_dep(n, "aux"):
        return ""
    timed = any(graph.low[k] in words.time_when for k in graph.with_dep(n, "advmod", "mark"))
    will = any(graph.low[k] in words.future for k in graph.with_dep(token.head, "aux"))
    return "when something else is to come" if timed and will else ""


def opined(graph: Graph, n: int, words: RealityWords) -> str:
    """Why a gerund tells only what somebody is for or against ("favor sending weapons"), or what such an act would be; "" elsewhere."""
    token = graph.tokens[n]
    governor = graph.tokens[token.head]
    if token.tag == "VBG" and token.dep in ("xcomp", "dobj") and governor.lemma in words.opining:
        return f"only an opinion under {governor.lemma!r}"
    at_any_time = governor.tag in ("VBZ", "VBP") and token.dep == "csubj" and token.tag == "VBG"
    return "what such an act would be" if at_any_time and governor.lemma in words.being else ""


def charged_to_and_fro(graph: Graph, n: int, words: RealityWords) -> str:
    """Why acts are only what two sides charge each other with ("each side accuses the other of shelling"), none being told."""
    below = n
    for w in graph.ancestors(n):
        if graph.tokens[w].lemma in words.charging_others and graph.is_verb(w):
            sides = [k for s in (*graph.subjects(w), *graph.with_dep(w, "dobj")) for k in (s, *graph.with_dep(s, "det"))]
            mutual = any(graph.low[k] in words.each_side for k in sides) and not graph.with_dep(n, "det", "poss", "nummod")
            return "charges of each side against the other" if mutual and graph.tokens[below].dep in ("prep", "dobj") else ""
        if graph.is_verb(w) and graph.with_dep(w, "nsubj", "nsubjpass"):
            return ""
        below = w
    return ""
