"""How many were killed, wounded or taken, as a sentence tells it: every toll with the word that tells the fate (codebook 2, counts)."""

from dataclasses import replace

from truceline.model.document import Document
from truceline.model.report import Quantity, Slot
from truceline.model.text import Span
from truceline.packs.lexicon import Lexicon
from truceline.packs.numerals import none_said
from truceline.reports.fates_counted import fate_of, heads_of
from truceline.reports.grammar import Graph
from truceline.reports.one_person import single
from truceline.reports.toll import READ_BY, Toll, counted, number_slot
from truceline.reports.toll_scope import is_toll, running
from truceline.reports.tolls_beside import shared_hedges, without_breakdowns


def tolls(graph: Graph, document: Document, lexicon: Lexicon) -> list[Toll]:
    """Every toll of a sentence in order of the text, running totals marked; "no casualties" is a toll of none. Found once a sentence."""
    held: list[Toll] | None = graph.kept.get("tolls")
    if held is None:
        held = graph.kept["tolls"] = _tolls(graph, document, lexicon)
    return held.copy()


def _tolls(graph: Graph, document: Document, lexicon: Lexicon) -> list[Toll]:
    found: list[Toll] = []
    for mention, first, last in counted(graph):
        told = fate_of(graph, first, last, lexicon)
        if told is not None and is_toll(graph, mention.quantity, first, last, told[1], lexicon):
            what, at = told
            whole = graph.tokens[at].lemma in lexicon.numbers.tolls
            found.append(Toll(slot=number_slot(document, graph, mention, what), at=at, whole=whole, heads=(last, *heads_of(graph, last))))
    found += [t for t in single(graph, document, lexicon) if not any(_overlap(t.slot, held.slot) for held in found)]
    nobody = _nobody(graph, document, lexicon)
    some = [t for t in found if not any(_overlap(t.slot, none.slot) for none in nobody)]
    kept = [replace(t, running=running(graph, t.slot.evidence[0], t.at, lexicon), added=adds(graph, t.at, lexicon)) for t in some]
    return shared_hedges(graph, without_breakdowns(graph, sorted(kept, key=lambda t: t.slot.evidence[0].start)), lexicon) + nobody


def adds(graph: Graph, at: int, lexicon: Lexicon) -> bool:
    """Whether a word of harm adds to what was told before ("the driver also was killed", "two additional soldiers died")."""
    over = graph.tokens[at].head if graph.tokens[at].dep == "acomp" else at  # "were also slain"
    beside = [k for n in (at, over) for k in graph.with_dep(n, "advmod")] + [
        k for n in graph.patients(at) for k in graph.with_dep(n, "amod")
    ]
    return any(graph.low[k] in lexicon.numbers.adding for k in beside)


def _nobody(graph: Graph, document: Document, lexicon: Lexicon) -> list[Toll]:
    """No casualties: none killed and none wounded (codebook 3)."""
    said = none_said(graph.annotated.sentence.text, lexicon)
    if said is None:
        return []
    sentence = graph.annotated.sentence
    span = Span(document_id=document.id, start=sentence.start + said[0], end=sentence.start + said[1], part=sentence.part)
    at = next((n for n, t in enumerate(graph.tokens) if t.end > span.start), 0)
    return [
        Toll(slot=Slot(value=Quantity(what=what, low=0, high=0), evidence=(span,), read_by=READ_BY + " none"), at=at)
        for what in ("killed", "wounded")
    ]


def _overlap(one: Slot[Quantity], two: Slot[Quantity]) -> bool:
    return any(a.start < b.end and b.start < a.end for a in one.evidence for b in two.evidence)
