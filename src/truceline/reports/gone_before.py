"""What a text tells as gone before its news: "the talks come two days after tanks rolled in", "the first since the raid in May"."""

from truceline.model.reading import Reading
from truceline.packs.lexicon import Lexicon
from truceline.reports.drafted import Draft
from truceline.reports.grammar import Graph

COUNTED, NEWS, AVENGED, AFTER = "counted", "news", "avenged", "after"


def gone_before(graph: Graph, n: int, lexicon: Lexicon) -> str:
    """How a word stands under one that puts it before something else; "" where it does not.

    ``COUNTED``: so many days before; ``NEWS``: before news that came after it, or since which there was none such; ``AVENGED``: avenged;
    ``AFTER``: only before it, as what led to the same act may be.
    """
    if n >= len(graph.tokens):
        return ""
    for w in (n, *graph.ancestors(n)):
        token = graph.tokens[w]
        if token.dep == "dobj" and graph.tokens[token.head].lemma in lexicon.calendar.following and _is_news(graph, token.head):
            return NEWS
        if token.dep == "prep" and graph.tokens[token.head].lemma in lexicon.calendar.avenging and token.lemma == "for":
            return AVENGED
        for join in after_words(graph, w, lexicon):
            if join and graph.tokens[join - 1].lemma in lexicon.telling.spans:
                return COUNTED
            since = graph.low[join] in lexicon.calendar.long_before
            coming = graph.tokens[token.head].lemma in lexicon.calendar.coming and _is_news(graph, token.head)
            return NEWS if since or coming else AFTER
    return ""


def after_words(graph: Graph, w: int, lexicon: Lexicon) -> list[int]:
    """The words by which a phrase or clause is put before what it hangs on ("after a raid", "since it fell")."""
    token = graph.tokens[w]
    if token.dep not in ("prep", "advcl"):
        return []
    joins = [w] if token.dep == "prep" else graph.with_dep(w, "mark", "prep")
    return [k for k in joins if graph.low[k] in (*lexicon.calendar.came_after, *lexicon.calendar.long_before)]


def hours_after(graph: Graph, n: int, lexicon: Lexicon) -> bool:
    """Whether a word stands only hours before something else: both may be of one day."""
    joins = [k for w in (n, *graph.ancestors(n)) for k in after_words(graph, w, lexicon)]
    return bool(joins) and joins[0] > 0 and graph.tokens[joins[0] - 1].lemma in lexicon.calendar.soon


def some_days_off(graph: Graph, n: int, lexicon: Lexicon) -> bool:
    """Whether an act is told as days, weeks or years after or before what was told last, by no number ("weeks later, jets bombed")."""
    if n >= len(graph.tokens):
        return False
    counting = lexicon.calendar.counting
    ways = {*counting.later, *counting.earlier}
    verb = graph.verb_of(n)
    words = [k for k in graph.with_dep(verb, "advmod", "prep", "npadvmod") if graph.low[k] in ways]
    spells = [m for k in words for m in (*graph.kids[k], k - 1) if m >= 0]
    return any(graph.low[m] in counting.units for m in spells)


def told_as_gone_before(draft: Draft, reading: Reading, lexicon: Lexicon) -> bool:
    """Whether a text first tells an act as so many days before something else, or tells it nowhere but as gone before.

    What has gone on since a day up to now is not gone before.
    """
    if draft.when is not None and draft.when.value.basis.startswith("since"):
        return False
    ways = []
    for index, n in sorted(draft.triggers):
        graph = Graph.of(reading.sentences[index], lexicon.clauses)
        ways.append(gone_before(graph, n, lexicon))
    return bool(ways) and (ways[0] == COUNTED or (all(ways) and any(way != AFTER for way in ways)))


def _is_news(graph: Graph, verb: int) -> bool:
    """Whether a verb of coming or following tells of a thing that is news ("the visit came", "that followed"), and not who came."""
    subjects = graph.with_dep(verb, "nsubj")
    things = [k for k in subjects if graph.mention(k) is None and (graph.tokens[k].tag != "PRP" or graph.low[k] == "it")]
    return graph.tokens[verb].tag in _TOLD and bool(things)


_TOLD = frozenset({"VBD", "VBZ", "VBP", "VBN", "VBG"})
