"""Which numbers beside a word of fate are no toll of one act: ages, parts of another number, totals of many acts, suppositions."""

from truceline.model.report import Quantity
from truceline.model.text import Span
from truceline.packs.lexicon import Lexicon
from truceline.packs.word_patterns import shaped
from truceline.reports.fate_verbs import state, verb_fate
from truceline.reports.grammar import Graph
from truceline.reports.modality import conditional

MOST_IN_ONE_ACT = 5000
"""A larger figure of dead or wounded is the toll of a war, not of one act (codebook 3: running totals)."""
_BEFORE, _AFTER = 90, 90
"""How many characters around a number may tell that it counts many acts."""


def is_toll(graph: Graph, quantity: Quantity, first: int, last: int, at: int, lexicon: Lexicon) -> bool:
    """Whether a number, from token ``first`` to ``last``, with a fate told at token ``at``, is a toll that is told as come about."""
    return (
        (quantity.low or quantity.high or 0) <= MOST_IN_ONE_ACT
        and not _age(graph, first, last)
        and not (last + 1 < len(graph.tokens) and graph.tokens[last + 1].lemma in lexicon.numbers.families)
        and not _part_of_another(graph, first, last, lexicon)
        and not _of_the_hurt(graph, last, at)
        and not supposed(graph, at, lexicon)
    )


def supposed(graph: Graph, at: int, lexicon: Lexicon) -> bool:
    """Whether a fate is only asked about, set as a condition or possible ("whether he was killed", "would kill thousands")."""
    aux = {graph.tokens[k].text.lower() for k in graph.with_dep(at, "aux")}
    possible = aux & {*lexicon.reality.modals, *lexicon.reality.future} and "have" not in aux
    return bool(possible) or bool(conditional(graph, at, lexicon.reality))


def _age(graph: Graph, first: int, last: int) -> bool:
    """Whether a number after a name is an age ("the driver, 42, was killed")."""
    after = graph.tokens[last + 1].text if last + 1 < len(graph.tokens) else "."
    return first > 1 and graph.tokens[first - 1].text == "," and graph.is_noun(first - 2) and after in (",", ".", ";", ")")


def _part_of_another(graph: Graph, first: int, last: int, lexicon: Lexicon) -> bool:
    """A number that only breaks another one down ("including two children", "one of them") or names the whole ("one of the 26")."""
    after = [t.text.lower() for t in graph.tokens[last + 1 : last + 4]]
    if after[:1] == ["of"] and after[1:2] and after[1] in lexicon.numbers.those:
        head = graph.tokens[last].head if graph.tokens[last].dep == "nummod" else last
        if graph.tokens[head].dep == "appos":
            return True  # "seven civilians, three of them children, died"
        rest = range(last + 3, min(last + 8, len(graph.tokens)))  # "3,000 of them have been killed", "killing two of them" are tolls
        told = any(state(graph.tokens[n].text.lower(), lexicon) or verb_fate(graph, n, lexicon) for n in rest)
        return not told and not (first > 0 and graph.is_verb(first - 1) and verb_fate(graph, first - 1, lexicon))
    if _whole(graph, last + 2, lexicon):
        return True  # "nine of the 10 killed were children": ten were killed
    before = [t.text.lower() for t in graph.tokens[max(0, first - 4) : first]]
    if before[-2:] == ["among", "the"] and _whole(graph, first - 1, lexicon):
        return False  # "two policemen were among the 16 people killed"
    if any(word in lexicon.numbers.breakdown for word in before[-3:]) or _listed_in_breakdown(graph, last, lexicon):
        return True
    if before[-2:] == ["out", "of"]:
        return True
    tail = before[:-1] if before[-1:] == ["the"] else before
    part = bool(tail) and tail[-1] in ("of", "among") and len(tail) > 1 and graph.tokens[first - (len(before) - len(tail)) - 2].tag == "CD"
    return part and not _whole(graph, first - 1, lexicon)


def _of_the_hurt(graph: Graph, last: int, at: int) -> bool:
    """Whether a number is told of those who share a fate, and the fate by no other word ("two of the injured were passers-by")."""
    return at == last + 3 and graph.low[last + 1 : at] == ("of", "the") and not graph.is_noun(at + 1 if at + 1 < len(graph.tokens) else at)


def _listed_in_breakdown(graph: Graph, last: int, lexicon: Lexicon) -> bool:
    """Whether a number stands further on in a list that breaks another down ("11 people, including two Danes and one Swede")."""
    at = graph.tokens[last].head if graph.tokens[last].dep == "nummod" else last
    while graph.tokens[at].dep == "conj" and graph.is_noun(graph.tokens[at].head):
        at = graph.tokens[at].head
    over = graph.tokens[at].head
    return graph.tokens[at].dep == "pobj" and graph.low[over] in lexicon.numbers.breakdown


def _whole(graph: Graph, the: int, lexicon: Lexicon) -> bool:
    """Whether from a "the" on stand all who share a fate, of whom a number before "of" is a part ("of the 10 killed at the park")."""
    if not 1 < the < len(graph.tokens) - 2 or graph.tokens[the].text.lower() != "the" or graph.low[the - 1] not in ("of", "among"):
        return False
    fate = the + 3 if graph.is_noun(the + 2) and the + 3 < len(graph.tokens) else the + 2
    if graph.low[the + 2] in lexicon.numbers.dead:
        return graph.tokens[the + 1].tag == "CD"  # "among the 20 dead"
    told = state(graph.low[fate], lexicon) or (verb_fate(graph, fate, lexicon) if graph.tokens[fate].tag == "VBN" else None)
    return graph.tokens[the + 1].tag == "CD" and graph.tokens[fate].tag in ("VBN", "VBD", "JJ") and bool(told)


def _toll_put(graph: Graph, at: int, lexicon: Lexicon) -> bool:
    """Whether a toll is that of the act just told: it came to a number, or somebody put it at one; a side's whole toll is not."""
    numbers = lexicon.numbers
    tolls = [n for n in range(at + 1) if graph.tokens[n].lemma in numbers.tolls]
    verbs = (*numbers.coming_to, *numbers.putting)
    whole = any(graph.mention(k) is not None for n in tolls for k in graph.with_dep(n, "amod", "poss", "nmod"))
    put = graph.tokens[graph.tokens[tolls[-1]].head] if tolls else None
    return put is not None and not whole and put.lemma in verbs and put.tag != "VBG"


def running(graph: Graph, span: Span, at: int, lexicon: Lexicon) -> bool:
    """A toll of many acts: "bringing the total to 87 dead", "300 killed since April", "since April 300 died" (codebook 3)."""
    if graph.is_verb(at) and any(graph.tokens[k].lemma in lexicon.word_sets["wars"] for k in graph.agents(at)):
        return True  # "the war has killed 900 people"
    sentence = graph.annotated.sentence
    text, start, end = sentence.text, span.start - sentence.start, span.end - sentence.start
    before = text[max(0, start - _BEFORE) : start].lower()
    one_act = _toll_put(graph, at, lexicon)
    verbs = {graph.low[graph.tokens[n].head] for n in range(at + 1) if graph.tokens[n].lemma in lexicon.numbers.tolls}
    totals = tuple(word for word in lexicon.numbers.running_before if not (one_act and word in (*lexicon.numbers.tolls, *verbs)))
    if shaped(r"\bWORDS\b[^.;]*$", totals).search(before):
        return True
    if shaped(r"^\W*WORDS\b", lexicon.numbers.running_opening).match(text[:start].lower()):
        return True
    told = max(end, graph.tokens[at].end - sentence.start)
    after = shaped(r"(?:[^,.;]|(?<=\d),(?=\d))*\bWORDS\b", lexicon.numbers.running_after)
    one_day = shaped(r".*\bWORDS\b", lexicon.numbers.one_day)
    rests = [text[stop : stop + _AFTER].lower() for stop in (end, told)]
    return any(after.match(rest) and not one_day.match(rest) for rest in rests)
