"""Days told through another event: "hours before X arrived", where X's arrival is dated elsewhere in the text."""

from truceline.model.reading import Reading
from truceline.model.report import Slot
from truceline.model.text import Span
from truceline.model.time import Precision, When
from truceline.reports.grammar import Graph
from truceline.reports.patterns import Act

_NEAR = frozenset({"hour", "minute", "shortly", "soon", "just", "moment"})


def anchored(act: Act, reading: Reading) -> Slot[When] | None:
    """The day of an act that stands hours before or after a named event whose day another sentence tells."""
    verb = _anchor_verb(act.graph)
    if verb is None:
        return None
    lemma, parties = act.graph.tokens[verb].lemma, _parties(act.graph, verb)
    for annotated in reading.sentences:
        if annotated is act.graph.annotated or not annotated.sentence.tokens:
            continue
        other = Graph.of(annotated)
        days = [t for t in annotated.times if t.when and not t.window and t.when.precision is Precision.DAY]
        told = [n for n, t in enumerate(other.tokens) if t.lemma == lemma and other.is_verb(n)]
        if days and told and parties & {m.actor.party for m in annotated.mentions}:
            span = Span(document_id=reading.document_id, start=days[0].start, end=days[0].end, part=annotated.sentence.part)
            return Slot(value=days[0].when, evidence=(span,), read_by="reports.anchors 1 " + lemma)  # type: ignore[arg-type]  # filtered above
    return None


def _anchor_verb(graph: Graph) -> int | None:
    for n, token in enumerate(graph.tokens):
        if not graph.is_verb(n):
            continue
        marks = [k for k in graph.with_dep(n, "mark", "advmod") if graph.tokens[k].lemma in ("before", "after")]
        for k in marks:
            near = {graph.tokens[m].lemma for m in (*graph.kids[k], *graph.kids[n], k - 1) if 0 <= m < len(graph.tokens)}
            if near & _NEAR:
                return n
        if token.dep == "pcomp" and graph.tokens[token.head].lemma in ("before", "after") and {graph.tokens[k].lemma for k in graph.kids[token.head]} & _NEAR:
            return n
    return None


def _parties(graph: Graph, verb: int) -> set[str]:
    inside = graph.clause(verb)
    return {graph.annotated.mentions[m].actor.party for w in inside if (m := graph.mention(w)) is not None}
