"""Crossings of one who is told afterwards to have come over for good ("he told guards that he wished to defect"): defections."""

from collections.abc import Sequence
from dataclasses import replace

from truceline.model.party import Role
from truceline.model.reading import Annotated, Reading
from truceline.packs.lexicon import Lexicon
from truceline.packs.word_patterns import found_in
from truceline.reports.absorb import absorb
from truceline.reports.drafted import Draft
from truceline.reports.journal import Journal

READ_BY = " for good"
_REACH = 3
"""So many sentences after a crossing may tell what for it was."""
_MOST = 9
"""So many may come over together; more are a force."""
_CROSSED = ("ground_crossing", "sea_crossing")


def come_for_good(drafts: Sequence[Draft], reading: Reading, lexicon: Lexicon, journal: Journal | None = None) -> list[Draft]:
    """The drafts, such crossings told as defections; that they were taken in by the other side is a part of it."""
    out = list(drafts)
    if not any(d.kind in _CROSSED for d in out):
        return out
    for draft in [d for d in out if d.kind in _CROSSED and not d.denied and _few(d)]:
        wished = _wished(draft, out, reading, lexicon)
        if wished is None:
            continue
        draft.kind, draft.targets = "defection", []
        draft.kind_slot = replace(draft.kind_slot, value="defection", read_by=draft.kind_slot.read_by + READ_BY)
        for other in [d for d in out if d is not draft and _of_him(d, draft, wished)]:
            out = [d for d in out if d is not other]
            if journal is not None:
                journal.joined(other, draft, "he came over for good")
            if other.kind == "defection":
                absorb(draft, other)
    return out


def _few(draft: Draft) -> bool:
    """Whether one person or a few crossed, who are known to be of a side."""
    told = [c.value for c in draft.counts if c.value.what == "persons"]
    sides = {s.value.party for s in draft.actors} - {"UNK"}
    lone = bool(told) or any(s.value.role is Role.CIV for s in draft.actors)  # "a North Korean walked over"
    return lone and all(q.high is not None and q.high <= _MOST for q in told) and len(sides) == 1


def _wished(draft: Draft, drafts: Sequence[Draft], reading: Reading, lexicon: Lexicon) -> int | None:
    """The sentence soon after a crossing that tells that he or they wished to stay, no other crossing being told between."""
    last = max(draft.indexes)
    for n in range(draft.index, min(last + _REACH + 1, len(reading.sentences))):
        annotated = reading.sentences[n]
        if n > last and any(n in d.indexes for d in drafts if d.kind in _CROSSED and d is not draft):
            return None
        if annotated.sentence.part != draft.sentence.sentence.part:
            return None
        if _asks(annotated, lexicon) and (n == draft.index or _of_one_told(annotated, lexicon)):
            return n
    return None


def _asks(annotated: Annotated, lexicon: Lexicon) -> bool:
    text = annotated.sentence.text.lower()
    return found_in(text, lexicon.telling.for_good) is not None and found_in(text, lexicon.telling.not_for_good) is None


def _of_one_told(annotated: Annotated, lexicon: Lexicon) -> bool:
    """Whether a sentence goes on about somebody told of before ("he", "the soldier")."""
    return found_in(annotated.sentence.text.lower(), lexicon.telling.told_of_again) is not None


def _of_him(other: Draft, draft: Draft, wished: int) -> bool:
    """Whether another act is that the same man was taken into custody, or that he came, told again in the sentence of his wish."""
    own = {s.value.party for s in draft.actors}
    if other.kind == "capture":
        taken = {s.value.party for s in other.targets}
        return min(abs(a - b) for a in other.indexes for b in draft.indexes) <= 1 and taken <= own | {"UNK"} and _alone(other)
    same = {s.value.party for s in other.actors if s.value.role is not Role.MON} <= own | {"UNK"}
    return other.kind == "defection" and wished in other.indexes and same


def _alone(capture: Draft) -> bool:
    return all(c.value.high is not None and c.value.high <= _MOST for c in capture.counts if c.value.what == "captured")
