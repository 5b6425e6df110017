"""How a proposal is told: the words of its sentence and of what stands around it, with every name behind a stand-in.

The encoder reads these words and no others. Parties stand by order of appearance (first, second, further), lines, places,
persons and directions by one word each, figures by their size, so that swapping the sides of a text changes nothing (R5).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from truceline.model.reading import Annotated, Mention, Reading
from truceline.reports.drafted import Draft

NAME = "[MASK]"
"""Stands for every name that is no party and no line: the encoder's own word for "something that goes here"."""
DAY = "monday"
"""Stands for a day, a stretch of days or an hour."""
_SIDES = (("britain", "british"), ("france", "french"), ("spain", "spanish"))
_ROLES = {"mil": "army", "gov": "government", "mon": "mission", "civ": "civilians"}
_NAME_TAGS = ("NNP", "NNPS")
_DIRECTION = re.compile(r"(?i)(?:north|south|east|west)+(?:ern|ward|wards|erly)?$")
_WORD = re.compile(r"[^\W_]+|[^\w\s]")
SENTENCE, CONTEXT, TITLE = 36, 12, 14
"""Most words kept of the sentence (around the trigger), of each neighbour, and of the title."""


@dataclass(frozen=True, slots=True)
class Telling:
    """What the encoder reads of one proposal: its kind and context, its sentence, and which word of that tells the act (-1: none)."""

    context: tuple[str, ...]
    sentence: tuple[str, ...]
    trigger: int


def telling(draft: Draft, reading: Reading) -> Telling:
    """The words of one proposal: its kind, the title and the sentence before; then its own sentence."""
    sides: dict[str, int] = {}
    own = draft.sentence.sentence
    at = next((n for n, a in enumerate(reading.sentences) if (a.sentence.part, a.sentence.start) == (own.part, own.start)), 0)
    lead = next((n for n, a in enumerate(reading.sentences) if a.sentence.headline), 0)
    context = [*draft.kind.split("_"), ":"]
    if lead != at:
        context += list(_told(reading.sentences[lead], sides))[:TITLE]
    if at > 0 and at - 1 != lead:
        context += [".", *list(_told(reading.sentences[at - 1], sides))[-CONTEXT:]]
    words, here = _around(draft, sides)
    return Telling(tuple(context), words, here)


def _around(draft: Draft, sides: dict[str, int]) -> tuple[tuple[str, ...], int]:
    """The words of the sentence around its trigger, and where that is; parties are numbered before the window is cut."""
    tokens = draft.sentence.sentence.tokens
    start = tokens[draft.trigger].start if draft.trigger < len(tokens) else draft.sentence.sentence.end
    words = list(_placed(draft.sentence, sides))
    here = next((n for n, (place, _) in enumerate(words) if place >= start), -1)
    first = max(0, min(here - SENTENCE * 2 // 3, len(words) - SENTENCE))
    return tuple(word for _, word in words[first : first + SENTENCE]), here - first if here >= 0 else -1


def _told(annotated: Annotated, sides: dict[str, int]) -> Iterator[str]:
    for _, word in _placed(annotated, sides):
        yield word


def _placed(annotated: Annotated, sides: dict[str, int]) -> Iterator[tuple[int, str]]:
    """The stand-in words of a sentence, each with the offset of what it stands for."""
    last = ""
    lines = [place for place in annotated.places if place.line is not None]
    for start, end, text, tag, opening in _units(annotated):
        mention = next((m for m in annotated.mentions if m.start < end and start < m.end), None)
        if mention is not None:
            if start > mention.start and last:
                continue
            words = _party(mention, tag, sides)
        elif any(p.start < end and start < p.end for p in lines):
            words = ["border"]
        elif any(t.start < end and start < t.end for t in annotated.times):
            words = [DAY]
            if last == DAY:
                continue
        else:
            words = [_plain(text, tag, opening)]
            if words[0] == last == NAME:
                continue
        for word in words:
            yield start, word
        last = words[-1]


def _units(annotated: Annotated) -> Iterator[tuple[int, int, str, str | None, bool]]:
    """Start, end, text, tag and whether it opens the sentence, of each word; without a parse words have no tag."""
    sentence = annotated.sentence
    if sentence.tokens:
        for n, token in enumerate(sentence.tokens):
            yield token.start, token.end, token.text, token.tag, n == 0
        return
    taken = sorted([(m.start, m.end) for m in annotated.mentions] + [(p.start, p.end) for p in annotated.places if p.line is not None])
    at = 0
    for n, found in enumerate(_WORD.finditer(sentence.text)):
        start, end = sentence.start + found.start(), sentence.start + found.end()
        if start < at:
            continue
        whole = next((one for one in taken if one[0] <= start < one[1]), None)
        at = whole[1] if whole else end
        yield start, at, found.group(), None, n == 0


def _party(mention: Mention, tag: str | None, sides: dict[str, int]) -> list[str]:
    number = min(sides.setdefault(mention.actor.party, len(sides)), len(_SIDES) - 1)
    name, adjective = _SIDES[number]
    role = _ROLES.get(mention.actor.role)
    if role is not None:
        return [adjective, role]
    if mention.plural:
        return [adjective, "people"]
    return [adjective if tag == "JJ" else name]


def _plain(text: str, tag: str | None, opening: bool) -> str:
    """A word that names no party: names masked, directions made one, figures by size, the rest in small letters."""
    if _DIRECTION.match(text):
        return "north"
    if not text.isalpha() and any(letter.isdigit() for letter in text):
        digits = "".join(letter for letter in text if letter.isdigit())
        return "1990" if len(digits) == 4 and digits[:2] in ("19", "20") else digits if len(digits) <= 2 else "hundreds"
    name = tag in _NAME_TAGS if tag is not None else not opening
    return NAME if name and text[:1].isupper() else text.lower()
