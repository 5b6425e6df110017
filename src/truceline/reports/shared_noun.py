"""Several speakers under one noun: "police and hospital officials" are two, and so are "officials" of two states."""

from truceline.model.party import Speaker
from truceline.model.report import Slot
from truceline.model.text import Span
from truceline.reports.grammar import Graph
from truceline.reports.speakers import READ_BY, Speakers

_RULE = READ_BY + " one of several under a noun"


def shared_noun(speakers: Speakers, graph: Graph, n: int) -> list[Slot[Speaker]]:
    """Each of those whom joined words before a plural noun name; none where they do not, or where one of them names nobody."""
    parts = _parts(graph, n)
    owners = [k for k in graph.with_dep(n, "amod", "compound", "nmod", "poss") if parts and k < parts[0] and graph.mention(k) is not None]
    found = [_one(speakers, graph, n, owners[:1], part) for part in parts]
    kept = {slot.value.code: slot for slot in found if slot is not None}
    return list(kept.values()) if len(kept) == len(parts) else []


def _parts(graph: Graph, n: int) -> list[int]:
    """Words before a plural noun that "and" joins, none of them a noun of people itself ("medics and security sources")."""
    if graph.tokens[n].tag != "NNS":
        return []
    for k in graph.with_dep(n, "amod", "compound", "nmod"):
        joined = [j for j in graph.conjuncts(k) if k <= j < n]
        if len(joined) > 1 and graph.with_dep(k, "cc") and not any(graph.tokens[j].tag == "NNS" for j in joined):
            return joined
    return []


def _one(speakers: Speakers, graph: Graph, n: int, owners: list[int], part: int) -> Slot[Speaker] | None:
    tokens = graph.tokens
    words = [*(k for k in graph.with_dep(part, "compound", "amod", "nmod") if k < part), part]
    low, high = tokens[words[0]].start, tokens[n].end
    named = {m for k in (*owners, *words) if (m := graph.mention(k)) is not None}
    mentions = [graph.annotated.mentions[m] for m in sorted(named)]
    value = speakers.of_words(graph.annotated, mentions, " ".join(tokens[k].text for k in (*owners, *words, n)))
    if value is None:
        return None
    span = Span(document_id=speakers.reading.document_id, start=low, end=high, part=graph.annotated.sentence.part)
    return Slot(value=value, evidence=(span,), read_by=_RULE)
