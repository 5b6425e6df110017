"""On which act of a text a toll stands: the one whose words tell it, by the clauses of its sentence, else the one told just before."""

from collections.abc import Sequence

from truceline.model.reading import Reading
from truceline.packs.lexicon import Lexicon
from truceline.reports.clauses_apart import clauses_apart
from truceline.reports.drafted import Draft
from truceline.reports.grammar import Graph
from truceline.reports.toll import Toll

BEARS = ("clash", "air_strike", "indirect_fire", "direct_fire", "explosion", "monitor_attack")
TAKES = ("capture", "clash", "direct_fire", "sea_crossing")
SHORT = 6
"""An entry of so few sentences tells one event; what it counts is summed (codebook 2: killed and wounded sum all sides)."""
BACK = 2
_FAR = 6


def just_before(before: Sequence[Draft], index: int, back: int = BACK) -> list[Draft]:
    """The act told last, where it stands so few sentences ``back``; a fight before what else that sentence tells."""
    last = before[-1].index if before else -9
    if index - last > back:
        return []
    same = [d for d in before if d.index == last]
    return [next((d for d in reversed(same) if d.kind in BEARS), same[-1])]


def bearer_of(toll: Toll, graph: Graph, here: list[Draft], before: Sequence[Draft], reading: Reading, lexicon: Lexicon) -> Draft | None:
    """The act a toll stands on: a fight before a crossing, and what killed before the bare killing.

    A running total ("87 dead since the fighting began") is handed over too: it counts where the act is told to last so long.
    """
    if toll.slot.value.what == "captured":
        here, before = ([d for d in ds if d.kind in TAKES] for ds in (here, before))
        here = _taking(toll, graph, here, lexicon)
    else:
        hurting = [d for d in here if _can_bear(d, toll, graph, lexicon)]
        if here and not hurting and any(d.kind != "capture" for d in here):
            return None
        here = hurting
    fate = (*lexicon.numbers.killed, *lexicon.numbers.wounded)
    bare = {id(d) for d in (*here, *before) if d.lemma in fate and d.kind in ("direct_fire", "clash")}  # a strike that killed tells how
    index = next(n for n, a in enumerate(reading.sentences) if a is graph.annotated)
    if toll.running:
        here, before = [d for d in here if id(d) not in bare], [d for d in before if d.kind in BEARS and id(d) not in bare]
    here, before = _of_one_time(toll, graph, here, before, lexicon)
    bearing = [d for d in here if d.kind in BEARS] or here
    telling = [d for d in bearing if id(d) not in bare]
    chosen = min(telling or bearing, key=lambda d: (_distance(graph, toll.at, d.trigger), d.weak, d.trigger), default=None)
    if telling and chosen is not None and len(bearing) > len(telling) and _distance(graph, toll.at, chosen.trigger) > _FAR:
        chosen = min(bearing, key=lambda d: (_distance(graph, toll.at, d.trigger), d.weak, d.trigger))
    if len(reading.sentences) <= SHORT and (chosen is None or (id(chosen) in bare and chosen.kind != "clash")):
        told = (d for d in reversed(before) if d.kind in BEARS and id(d) not in bare and not d.title and index - d.index <= BACK)
        chosen = next(told, chosen)
    return chosen or next((d for d in just_before(before, index) if _can_bear(d, toll, graph, lexicon)), None)


def _can_bear(draft: Draft, toll: Toll, graph: Graph, lexicon: Lexicon) -> bool:
    """Whether an act can have a toll: nobody is killed or hurt in a transfer of arms; of troops sent, only themselves."""
    if toll.slot.value.what == "captured" or toll.slot.value.high == 0 or draft.kind not in lexicon.numbers.harmless:
        return True
    if draft.kind == "capture":  # "captured a wounded soldier"
        return draft.sentence is graph.annotated and bool(set(toll.heads) & set(graph.patients(draft.trigger)))
    return draft.kind == "troop_deployment" and of_its_own(draft, toll.heads, graph, lexicon)


def of_its_own(draft: Draft, heads: Sequence[int], graph: Graph, lexicon: Lexicon) -> bool:
    """Whether people are told to be of the side that acts, by name or by a word that points ("3,000 of them", "these soldiers")."""
    among = [p for h in heads for prep, p in graph.obliques(h) if prep in lexicon.numbers.of_them]
    near = [k for h in (*heads, *among) for k in (h, *graph.with_dep(h, "det", "amod", "compound", "nmod", "poss"))]
    theirs = {graph.annotated.mentions[m].actor.party for k in near if (m := graph.mention(k)) is not None}
    return any(graph.low[k] in lexicon.numbers.those for k in near) or bool(theirs & {slot.value.party for slot in draft.actors})


def _of_one_time(
    toll: Toll, graph: Graph, here: list[Draft], before: Sequence[Draft], lexicon: Lexicon
) -> tuple[list[Draft], Sequence[Draft]]:
    """The acts that a toll may be of: what was before a stretch of time is none of what is told of it ("since March, when 60 died").

    Where an act of the sentence is of one clause with the toll, acts of clauses told apart from it are none of its own.
    """
    if not graph.tokens:
        return here, before  # a sentence that was not worth a parse
    old = _over(graph, toll.at, lexicon.numbers.begins)
    within = [d for d in here if old is None or old in graph.ancestors(d.trigger)]
    together = [d for d in within if not clauses_apart(graph, toll.at, d.trigger, lexicon)]
    return together or within, [] if old is not None else before


def _over(graph: Graph, n: int, links: tuple[str, ...]) -> int | None:
    """The preposition over a word that is one of some links."""
    return next((w for w in graph.ancestors(n) if graph.tokens[w].dep == "prep" and graph.low[w] in links), None)


def _taking(toll: Toll, graph: Graph, here: list[Draft], lexicon: Lexicon) -> list[Draft]:
    """Who was taken stands on the taking itself; told in one breath with the dead of a fight, on the fight."""
    own = [d for d in here if d.kind == "capture" and d.trigger == toll.at]
    fights = [d for d in here if d.kind == "clash"]
    with_dead = graph.tokens[toll.at].dep == "conj" and graph.tokens[graph.tokens[toll.at].head].lemma in lexicon.numbers.killed
    return here if not own or (fights and with_dead) else own


def _distance(graph: Graph, one: int, two: int) -> int:
    """Steps between two words of a sentence through their nearest common head."""
    up = [one, *graph.ancestors(one)]
    steps = {n: k for k, n in enumerate(up)}
    for k, n in enumerate([two, *graph.ancestors(two)]):
        if n in steps:
            return steps[n] + k
    return len(graph.tokens)
