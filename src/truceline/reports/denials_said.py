"""Denials that no word of denying tells: a charge called false or not true, a part in the act disowned, a loss called undeserved."""

from collections.abc import Iterator

from truceline.packs.lexicon import Lexicon
from truceline.reports.attribution import Attributions
from truceline.reports.grammar import Graph


def denials_said(graph: Graph, n: int, lexicon: Lexicon, speakers: Attributions) -> Iterator[tuple[int, list[str]]]:
    """The word under which a denial stands and the parties that deny, if the word at ``n`` makes one."""
    words, lemma = lexicon.telling, graph.tokens[n].lemma
    verb = graph.tokens[n].head
    traits = words.true_traits if graph.with_dep(verb, "neg") else words.false_traits
    if lemma in traits and _of_a_charge(graph, n, lexicon):
        yield verb, said_by(graph, n, speakers)
    elif lemma in words.false_traits and _calls_a_charge(graph, n, lexicon):
        yield verb, callers(graph, verb, speakers)
    elif lemma in words.open_places and _kept_to(graph, n, lexicon):
        yield n, said_by(graph, n, speakers)
    elif lemma in words.attacking and _spares(graph, n, lexicon):
        yield n, _of_themselves(graph, n, said_by(graph, n, speakers), speakers)
    elif lemma in words.culprit and graph.tokens[verb].lemma in words.culprit_being and graph.with_dep(verb, "neg"):
        yield verb, _of_themselves(graph, verb, said_by(graph, n, speakers), speakers)
    elif lemma in words.no_part and _had_none(graph, n, lexicon):
        yield n, _of_themselves(graph, verb, said_by(graph, n, speakers), speakers)
    elif lemma in words.overstating and (by := _who_overstates(graph, n, lexicon)):
        told = {code.split(":")[0] for k in by for code in _named(graph, k, speakers)}
        yield n, [code for code in said_by(graph, n, speakers) if told - {code.split(":")[0]}]
    elif lemma in words.harmless and (holder := _held(graph, n, lexicon)) is not None:
        yield holder, callers(graph, holder, speakers)


def _who_overstates(graph: Graph, n: int, lexicon: Lexicon) -> list[int]:
    """Heads of whose reports or figures are said to be too high ("X had exaggerated its losses", "X's exaggerated reports")."""
    over = graph.tokens[n].head
    of = graph.objects(n) if graph.is_verb(n) and graph.tokens[n].dep != "amod" else [over]
    if not any(graph.tokens[k].lemma in lexicon.telling.overstated for k in of):
        return []
    return graph.agents(n) or graph.agents(graph.tokens[over].head) or graph.with_dep(over, "poss")


def _named(graph: Graph, head: int, speakers: Attributions) -> list[str]:
    slot = speakers.party_of(graph, head)
    return [slot.value.code] if slot is not None and slot.value.party is not None else []


def _of_a_charge(graph: Graph, n: int, lexicon: Lexicon) -> bool:
    """Whether a trait or name is said of a charge ("the charges are false"), or of one just told ("that is a lie")."""
    if graph.tokens[n].dep not in ("acomp", "attr"):
        return False
    of = graph.subjects(graph.tokens[n].head)
    return any(graph.tokens[k].lemma in lexicon.cues.charges or graph.low[k] in lexicon.telling.such_charge for k in of)


def _calls_a_charge(graph: Graph, n: int, lexicon: Lexicon) -> bool:
    """ "Called the report a lie", "called this false"."""
    verb, words = graph.tokens[n].head, lexicon.telling
    if graph.tokens[n].dep not in ("oprd", "dobj", "attr", "xcomp") or graph.tokens[verb].lemma not in words.calling:
        return False
    of = [k for k in graph.with_dep(verb, "dobj", "nsubjpass") if k != n] + graph.with_dep(n, "det", "nsubj", "amod", "compound")
    charges = {*lexicon.cues.charges, *words.own_claims, *words.told_otherwise, *words.pointers}
    return any(graph.tokens[k].lemma in charges or graph.low[k] in words.such_charge for k in of)


def _kept_to(graph: Graph, n: int, lexicon: Lexicon) -> bool:
    """ "Was in international airspace", "sailed in its own waters": whoever was there says to have crossed no line."""
    words, prep = lexicon.telling, graph.tokens[n].head
    verb = graph.tokens[prep].head
    own = any(graph.tokens[k].lemma in words.open_to_all for k in graph.with_dep(n, "amod")) or (
        bool(graph.with_dep(n, "poss")) and any(graph.low[k] == "own" for k in graph.with_dep(n, "amod"))
    )
    stays = graph.tokens[verb].lemma in words.staying and not graph.with_dep(verb, "neg") and graph.tokens[verb].dep in ("ccomp", "conj")
    return own and stays and graph.tokens[n].dep == "pobj" and graph.tokens[prep].lemma in words.staying_in


def _spares(graph: Graph, n: int, lexicon: Lexicon) -> bool:
    """ "Its forces do not target civilians"."""
    spared = [k for k in graph.objects(n) if lexicon.role_of.get(graph.tokens[k].lemma) == "civ"]
    return graph.is_verb(n) and graph.tokens[n].tag in ("VB", "VBP", "VBZ") and bool(graph.with_dep(n, "neg")) and bool(spared)


def _had_none(graph: Graph, n: int, lexicon: Lexicon) -> bool:
    """ "Had no part", "played no role": the noun with a word of none before it, under a verb of having."""
    over, words = graph.tokens[n].head, lexicon.telling
    none = any(graph.tokens[k].lemma in words.negating for k in graph.kids[n])
    return none and graph.tokens[n].dep == "dobj" and graph.tokens[over].lemma in words.no_part_having


def _held(graph: Graph, n: int, lexicon: Lexicon) -> int | None:
    """The verb of holding over a clause that tells what was hit to have been harmless."""
    being = next((a for a in graph.ancestors(n) if graph.is_verb(a)), None)
    if being is None or graph.with_dep(being, "neg") or graph.tokens[being].dep != "ccomp":
        return None
    over = graph.tokens[being].head
    return over if graph.tokens[over].lemma in lexicon.telling.holding else None


def _of_themselves(graph: Graph, verb: int, said: list[str], speakers: Attributions) -> list[str]:
    """Those of the speakers who speak of themselves: what others say of a party is no denial of its own."""
    subjects = graph.subjects(verb)
    if any(graph.tokens[k].tag == "PRP" for k in subjects):
        return said
    named = {code.split(":")[0] for code in callers(graph, verb, speakers)}
    return [code for code in said if code.split(":")[0] in named]


def callers(graph: Graph, n: int, speakers: Attributions) -> list[str]:
    """Parties that are told to do what a verb of saying or calling says."""
    slots = [speakers.party_of(graph, head) for head in graph.agents(n)]
    return [s.value.code for s in slots if s is not None and s.value.party is not None]


def said_by(graph: Graph, n: int, speakers: Attributions) -> list[str]:
    """Parties that say what the clause of a word tells, where a word of saying names them."""
    return [a.speaker.value.code for a in speakers.of(graph, n) if a.speaker.value.party is not None and a.cue is not None]
