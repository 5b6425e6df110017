"""One figure a count field: tolls of one act summed or chosen among, totals of many acts left aside (codebook 2 and 3, counts)."""

from dataclasses import replace

from truceline.model.reading import Reading, Sentence
from truceline.model.report import Quantity, Slot
from truceline.model.text import Span
from truceline.reports.died_later import without_the_dead
from truceline.reports.first_told import AT_FIRST

_READ_BY = "reports.counts 1"
SUMMED = ("killed", "wounded", "captured")
LASTING = frozenset({"clash", "air_strike", "indirect_fire", "ground_crossing"})
"""Acts that may go on for days as one; a blast or a shooting is over at once."""
RUNNING = " running"
"""What ``read_by`` of a total of many acts has at its end."""
ADDED = " added"
"""What it has where the toll adds to one told before."""
WHOLE = " whole"
"""What it has where a toll is told to have come to a figure, or was put at it: it takes the place of what was told before."""
SHOT = " shot"
"""What it has where one person is told to have been shot, and not what came of it."""
WITHIN = " within"
"""What follows where the total is told to be that of one act."""
KNOWN = " known"
"""What it has where one person is named or pointed to ("the leader"), who may be among those counted elsewhere."""
_SHORT = 6
_LONGEST = 230
"""Evidence of a sum is one stretch; a longer stretch shows nothing."""


def borne(draft_kind: str, slots: list[Slot[Quantity]]) -> list[Slot[Quantity]]:
    """The counts that an act of a kind can have: in a fight of two sides no vehicle is the actor's alone (codebook 2, `vehicles`)."""
    return [slot for slot in slots if not (draft_kind == "clash" and slot.value.what == "vehicles")]


def total(slots: list[Slot[Quantity]], reading: Reading, telling: Sentence | None = None, *, lasting: bool = False) -> list[Slot[Quantity]]:
    """One slot a count field: the dead and wounded of all sides are summed over one sentence, in a short entry over all.

    A longer text retells its tolls: there the sentence that tells the act best (``telling``) has the word, else the first
    that tells one. "No casualties" stands only alone. A total of many acts is that of an act that is told to be ``lasting``; else it stands
    where nothing else is told and it is told to be of the act.
    """
    out: dict[str, Slot[Quantity]] = {}
    for what in dict.fromkeys(slot.value.what for slot in slots):
        same = (
            sorted((s for s in slots if s.value.what == what), key=lambda s: (s.evidence[0].part == "title", s.evidence[0].start))
            if what in SUMMED
            else [s for s in slots if s.value.what == what]
        )
        running = [s for s in same if RUNNING in s.read_by]
        alone = [s for s in same if s not in running] or [s for s in running if s.read_by.endswith(WITHIN)]
        same = running if lasting and running else alone
        if not same:
            continue
        if told_whole := [s for s in same if s.read_by.endswith(WHOLE)]:
            out[what] = told_whole[-1]  # a revised toll is the latest one
            continue
        same = [s for s in same if AT_FIRST not in s.read_by] or same
        same = [s for s in same if s.value.high != 0] or same[:1]
        same = [s for s in same if not s.read_by.endswith(KNOWN)] or same[:1]
        same = [s for s in same if not _told_closer(s, same, reading)]
        more_told = [s for s in same if s.read_by.endswith(ADDED)]
        same = [s for s in same if not any(s.evidence == more.evidence for more in more_told)] or same
        added = [s for s in more_told if not _after_a_total(s, what, slots)]
        if what in SUMMED and telling is not None and len(reading.sentences) > _SHORT:
            same = [s for s in same if _inside(s, telling)] or same
        first = same[0]
        further = [s for s in added if s.evidence[0].start >= first.evidence[-1].end]
        if what in SUMMED and not _told_whole(first, same, reading):
            for more in same[1:]:
                if _one_telling(first, more, reading) and more.evidence[0].start >= first.evidence[-1].end:
                    first = sum_of(first, more)
        for more in further:
            first = first if _told_again(first, more) else _with(first, more)
        out[what] = first
    without_the_dead(out, slots)
    if _nobody(out.get("wounded")) and "killed" in out and not _nobody(out["killed"]):
        del out["wounded"]  # nobody else was hurt, on one side at least
    if "killed" in out and _shot_alone(out["killed"], [s for s in slots if s.value.what == "wounded"]):
        out.pop("wounded", None)
    return list(out.values())


def _told_closer(one: Slot[Quantity], others: list[Slot[Quantity]], reading: Reading) -> bool:
    """Whether a figure in a word for more than one ("multiple rockets", "several") is told again as a number in another sentence."""
    low, high = one.value.low, one.value.high
    if low is None or low == high or any(c.isdigit() for c in reading.document.words(one.evidence[0])):
        return False
    exact = [s.value.low for s in others if s.value.low == s.value.high and not _one_sentence(one, s, reading)]
    return any(number is not None and low < number and (high is None or number <= high) for number in exact)


def _shot_alone(killed: Slot[Quantity], wounded: list[Slot[Quantity]]) -> bool:
    """Whether only one is told to be hurt, as shot at, in an act that killed one: it is the same person ("they shot him in the back")."""
    return killed.value.high == 1 and bool(wounded) and all(SHOT in s.read_by for s in wounded)


def _told_again(first: Slot[Quantity], more: Slot[Quantity]) -> bool:
    """Whether what would add to a figure is that figure again: that as many more were taken is rarer than that a lead is told closer."""
    return more.value.low is not None and more.value.low > _FEW and (more.value.low, more.value.high) == (first.value.low, first.value.high)


_FEW = 2


def _after_a_total(slot: Slot[Quantity], what: str, slots: list[Slot[Quantity]]) -> bool:
    """Whether the figure told last before one is a total of many acts: what adds to it is no toll of one act."""
    before = [s for s in slots if s.value.what == what and s.evidence[0].part == slot.evidence[0].part and s.evidence[0] < slot.evidence[0]]
    last = max(before, key=lambda s: s.evidence[0].start, default=None)
    return last is not None and RUNNING in last.read_by


def _nobody(slot: Slot[Quantity] | None) -> bool:
    return slot is not None and slot.value.high == 0


def _inside(slot: Slot[Quantity], sentence: Sentence) -> bool:
    span = slot.evidence[0]
    return span.part == sentence.part and sentence.start <= span.start < sentence.end


def _told_whole(first: Slot[Quantity], same: list[Slot[Quantity]], reading: Reading) -> bool:
    """Whether a title tells the same figure as the first sentence that tells one: it is the whole, what follows parts or retells."""
    if _of_title(first, reading):
        return False
    titled = [q.quantity for a in reading.sentences if a.sentence.headline or a.sentence.part == "title" for q in a.quantities]
    told = [s.value for s in same if _of_title(s, reading)]
    return any((t.low, t.high) == (first.value.low, first.value.high) for t in (*told, *titled))


def _of_title(slot: Slot[Quantity], reading: Reading) -> bool:
    span = slot.evidence[0]
    return span.part == "title" or any(
        a.sentence.headline and a.sentence.part == span.part and a.sentence.start <= span.start < a.sentence.end for a in reading.sentences
    )


def _one_telling(one: Slot[Quantity], two: Slot[Quantity], reading: Reading) -> bool:
    if one.evidence[0].part != two.evidence[0].part:
        return False
    if two.evidence[-1].end - one.evidence[0].start > _LONGEST:
        return False
    return len(reading.sentences) <= _SHORT or _one_sentence(one, two, reading)


def _one_sentence(one: Slot[Quantity], two: Slot[Quantity], reading: Reading) -> bool:
    first, last = min(one.evidence[0], two.evidence[0]), max(one.evidence[-1], two.evidence[-1])
    return first.part == last.part and any(
        a.sentence.part == first.part and a.sentence.start <= first.start and last.end <= a.sentence.end for a in reading.sentences
    )


def sum_of(one: Slot[Quantity], two: Slot[Quantity]) -> Slot[Quantity]:
    """Two counts as one, on the stretch of text from the first to the last of them."""
    first, last = min(one.evidence + two.evidence), max(one.evidence + two.evidence, key=lambda s: s.end)
    span = Span(document_id=first.document_id, start=first.start, end=last.end, part=first.part)
    return replace(_with(one, two), evidence=(span,))


def _with(one: Slot[Quantity], two: Slot[Quantity]) -> Slot[Quantity]:
    """Two counts as one, on the words of both."""
    low = None if one.value.low is None or two.value.low is None else one.value.low + two.value.low
    high = None if one.value.high is None or two.value.high is None else one.value.high + two.value.high
    return Slot(
        value=Quantity(what=one.value.what, low=low, high=high, approx=one.value.approx or two.value.approx),
        evidence=one.evidence + two.evidence,
        read_by=_READ_BY + " sum",
    )
