"""Whom "both sides", "the two armies" or "the neighbours" mean: the two parties that the text has named together before."""

from truceline.model.party import Actor, Role
from truceline.model.report import Slot
from truceline.packs.word_patterns import shaped
from truceline.reports.cast import Cast, Named
from truceline.reports.grammar import Graph
from truceline.reports.scene import Scene

_BACK = 3
"""How many sentences above the two may be named."""
RULE = "the two named before"


def both(graph: Graph, n: int, default: Role, scene: Scene) -> list[Slot[Actor]]:
    """The two parties that a phrase means; none where it means no two, or the text names more of them or fewer."""
    if scene.cast is None or not of_two(graph, n, scene):
        return []
    found = _pair(graph.tokens[n].start, graph, scene, scene.cast)
    role = Role.GOV if default is Role.GOV else Role.MIL
    return [named.slot(role, RULE) for named in found]


def of_two(graph: Graph, n: int, scene: Scene) -> bool:
    """Whether a noun means two sides by the word before it ("both armies", "the two sides") or by itself ("the warring sides")."""
    words, token = scene.lexicon.sides, graph.tokens[n]
    if token.lemma not in words.of_both or graph.mention(n) is not None:
        return graph.low[n] in words.two and token.dep in ("nsubj", "pobj") and not graph.kids[n]
    before = {graph.low[k] for k in graph.kids[n] if k < n}
    other = before - words.two - words.warring - words.pointing  # "rival Shiite militias" are told by what they are
    named = any(prep in ("of", "from") for prep, _ in graph.obliques(n))
    told = bool(before & (words.two | words.warring)) or (token.lemma in words.always_two and bool(before))
    return token.tag == "NNS" and not other and not named and told


def _pair(start: int, graph: Graph, scene: Scene, cast: Cast) -> list[Named]:
    """The two parties that the sentence, or the nearest before it with two, names; none where it names more."""
    part, index = graph.annotated.sentence.part, scene.index
    able = [x for x in cast.named if not cast.talks(x.party) and x.mention.actor.role is not Role.MON and x.index <= index]
    able = [x for x in able if (x.sentence.part != part or x.mention.end <= start) and not _only_where(x, scene)]
    for back in range(_BACK + 1):
        here = {x.party: x for x in able if x.index == index - back}
        if len(here) > 1:
            return list(here.values()) if len(here) == 2 else []
    near = {x.party: x for x in able if index - x.index <= _BACK}
    every = {x.party: x for x in able}
    told = near if len(near) == 2 else {party: every[party] for party in cast.parties if party in every}
    return list(told.values()) if len(told) == 2 else []


def _only_where(named: Named, scene: Scene) -> bool:
    """Whether a party is named only by the land where something is or was ("parts of Tripoli", "in south Lebanon")."""
    before = named.sentence.text[: named.mention.start - named.sentence.start]
    within = shaped(r"\b(?-i:WORDS(?: the)?(?: \w+ern| \w+)? )$", scene.lexicon.telling.in_land, cased=True)
    return named.mention.actor.role is Role.UNK and within.search(before) is not None
