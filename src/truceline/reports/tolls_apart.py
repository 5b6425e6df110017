"""Whether two acts of a kind are two because each has its own dead, wounded or taken ("killing one", "killing three")."""

from truceline.model.report import Quantity
from truceline.packs.lexicon import Lexicon
from truceline.reports.casualties import adds
from truceline.reports.drafted import Draft
from truceline.reports.grammar import Graph
from truceline.reports.totals import RUNNING, SUMMED

_NEAR = 0.25
"""How far from an "about 40" a number may lie and be the same count, as a share of it."""


def tolls_apart(held: Draft, new: Draft, lexicon: Lexicon) -> bool:
    """Whether a draft counts otherwise than the held one it might retell, and so tells of another act.

    Only an act of its own words has a toll of its own: "five people were killed" after a blast counts for the blast, "also" adds to it, and
    "the attack" points back whatever it counts. Nothing is apart in a title, which may tell a total.
    """
    if held.title or new.title or held.index == new.index or new.definite or new.denied or _bare(new, lexicon) or _adds(new, lexicon):
        return False
    return any(_apart(_told(held, what), _told(new, what)) and not _of_others(held, new, what, lexicon) for what in SUMMED)


def _of_others(held: Draft, new: Draft, what: str, lexicon: Lexicon) -> bool:
    """Whether one fight is told with the dead of the rebels by themselves ("killed 54 rebels", "three soldiers died in the clashes")."""
    whom, others = _whom(held, what, lexicon), _whom(new, what, lexicon)
    return held.kind == new.kind == "clash" and bool(whom and others) and whom.isdisjoint(others) and "rebels" in whom | others


def _whom(draft: Draft, what: str, lexicon: Lexicon) -> set[str]:
    """What those are that an act's own sentence counts: rebels, forces, or people of the place."""
    tokens, found = draft.sentence.sentence.tokens, set()
    starts = {c.evidence[0].start for c in draft.counts if c.value.what == what and c.evidence}
    for n in (n for n, t in enumerate(tokens) if t.start in starts):
        head = n
        while tokens[head].dep in ("nummod", "quantmod", "advmod", "compound") and tokens[head].head != head:
            head = tokens[head].head
        found.add(_class_of(tokens[head].lemma, lexicon))
    return found - {""}


def _class_of(lemma: str, lexicon: Lexicon) -> str:
    if lemma in lexicon.sides.rebels:
        return "rebels"
    return next((name for name in ("civilians", "fighters") if lemma in lexicon.word_sets[name]), "")


def _bare(draft: Draft, lexicon: Lexicon) -> bool:
    """Whether only a word of dying or being hurt tells the act, without who did it."""
    fates = (*lexicon.numbers.killed, *lexicon.numbers.wounded)
    return draft.lemma in fates and not any(s.value.party != "UNK" for s in draft.actors)


def _adds(draft: Draft, lexicon: Lexicon) -> bool:
    """Whether the clause of an act says that it adds to what was told ("the driver also was killed")."""
    return bool(draft.sentence.sentence.tokens) and adds(Graph.of(draft.sentence, lexicon.clauses), draft.trigger, lexicon)


def _told(draft: Draft, what: str) -> list[Quantity]:
    return [c.value for c in draft.counts if c.value.what == what and c.value.high != 0 and RUNNING not in c.read_by]


def _apart(held: list[Quantity], new: list[Quantity]) -> bool:
    """Whether both count, and no count of one can be one of the other."""
    return bool(held) and bool(new) and not any(_may_be_one(a, b) for a in held for b in new)


def _may_be_one(one: Quantity, two: Quantity) -> bool:
    (low, high), (least, most) = _bounds(one), _bounds(two)
    return low <= most and least <= high


def _bounds(count: Quantity) -> tuple[float, float]:
    low, high = count.low or 0, float("inf") if count.high is None else count.high
    return (low * (1 - _NEAR), high * (1 + _NEAR)) if count.approx else (low, high)
