"""How strong those are who act, where the number stands apart from their noun ("a 200-strong force", "rebels, numbering 300")."""

from truceline.model.reading import QuantityMention
from truceline.packs.lexicon import Lexicon
from truceline.reports.grammar import Graph
from truceline.reports.toll import counted


def strength(graph: Graph, doers: set[int], lexicon: Lexicon) -> QuantityMention | None:
    """The number of those who act, in a participle on their noun, an apposition, or before "-strong"; None where there is none."""
    numbers = lexicon.numbers
    for mention, _, last in counted(graph):
        first = graph.tokens[last].head if graph.tokens[last].dep == "conj" else last  # "between 50 and 75"
        head = graph.tokens[first].head
        if graph.tokens[head].lemma in numbers.strong and graph.tokens[head].head in doers:
            return mention
        if graph.tokens[last].dep == "appos" and head in doers and _of_them(graph, last, lexicon):
            return mention
        over = graph.tokens[head].head if graph.tokens[head].tag == "IN" else head
        if (
            graph.tokens[over].dep in ("acl", "relcl")
            and graph.tokens[over].lemma in numbers.numbering
            and graph.tokens[over].head in doers
        ):
            return mention
    return None


def _of_them(graph: Graph, number: int, lexicon: Lexicon) -> bool:
    """Whether a number in apposition is of the whole before it ("troops, some 1,400 of them", "a force 200 strong")."""
    strong = any(graph.tokens[k].lemma in lexicon.numbers.strong for k in graph.with_dep(number, "amod"))
    return strong or any(prep == "of" and graph.low[p] in lexicon.numbers.those for prep, p in graph.obliques(number))
