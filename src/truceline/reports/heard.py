"""Whom a story goes on with: the speaker around a sentence that names none, for what the story is about.

A report that opens with what happened names its source in the next sentence; a short one rests on the one who spoke last; a longer one
on who speaks both before and after. What a story only recalls is the outlet's own knowledge.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from truceline.model.party import Speaker
from truceline.model.reading import Reading
from truceline.model.report import Attribution, Slot
from truceline.reports.drafted import Draft

_NOTE = 5
"""Up to so many sentences a text is a note of the outlet's own, as in a chronicle."""
_SHORT = 13
"""Up to so many sentences a text is one story of one source."""
_REACH = 2
"""How many sentences before an act its speaker may stand in a short text; in a longer one, right beside it."""
_RULE = " heard around it"


@dataclass(frozen=True, slots=True)
class Heard:
    """Who spoke in which sentence."""

    index: int
    speaker: Slot[Speaker]


def heard(found: Sequence[Draft], told: Sequence[Heard], reading: Reading) -> None:
    """Notes on each act that names no speaker, in place, whom the story around it goes on with."""
    body = [n for n, a in enumerate(reading.sentences) if not a.sentence.headline]
    if len(body) <= _NOTE:
        return
    for draft in found:
        if draft.attributions or draft.title:
            continue
        chosen = _around(draft.index, told, lead=draft.index == body[0], reach=_REACH if len(body) <= _SHORT else 1)
        if chosen is not None:
            slot = chosen.speaker
            draft.heard = Attribution(speaker=Slot(value=slot.value, evidence=slot.evidence, read_by=slot.read_by + _RULE))


def _around(index: int, told: Sequence[Heard], *, lead: bool, reach: int) -> Heard | None:
    """Who is heard around a sentence: after the first one, before another of a short text, on both sides of one in a longer text."""
    told = [t for t in told if t.speaker.value.party is not None or not t.speaker.value.code[:1].isupper()]  # a person of no side is none
    before = next((t for t in reversed(told) if t.index < index), None)
    after = next((t for t in told if t.index > index), None)
    if lead:
        return after if after is not None and after.index == index + 1 else None
    if before is None or index - before.index > reach:
        return None
    same = after is not None and after.speaker.value == before.speaker.value and after.index - index <= reach
    return before if reach > 1 or same else None
