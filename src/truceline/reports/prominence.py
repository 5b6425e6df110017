"""Whether a document is about an event or recalls it: a small linear judge over where and how it is told.

Weights are data (``data/weights/prominence*.json``, trained by ``scripts/train_judge.py``): one file for features alone, one for
features with what the encoder says, where the judge has asked it; to ask it for this alone finds no more main reports
(docs/judges.md). Without them the lead sentences are main, and what is dated more than ten days before publication is background.
"""

from collections.abc import Iterator

from truceline.model.reading import Reading
from truceline.model.report import Prominence
from truceline.packs.lexicon import Lexicon
from truceline.reports.drafted import Draft
from truceline.reports.foreground import as_told, in_company, only_around
from truceline.reports.weights import load_weights, logistic

ALONE, STACKED = "prominence", "prominence_stacked"
LEAD = 3
OLD_DAYS = 10
_TOP = 7
"""How many sentences after the first are still the upper part of a story."""
MAIN, MAIN_AND_TOLD = 0.4, 0.33
"""How likely an event must be main, and how likely to be told and main at once: a document is not held to be about what it hardly tells.
Both were chosen on folds, by the F1 of main reports in documents that the weights had not seen (docs/judges.md)."""
_AGES = (("new", 2), ("week", 7), ("month", 40), ("year", 400))


def prominence(draft: Draft, drafts: list[Draft], reading: Reading, lexicon: Lexicon) -> Prominence:
    """main or background (codebook 1)."""
    return by_weights(load_weights(ALONE if draft.score is None else STACKED), draft, drafts, reading, lexicon)


def by_weights(weights: dict[str, float] | None, draft: Draft, drafts: list[Draft], reading: Reading, lexicon: Lexicon) -> Prominence:
    """main or background by these weights; what a text tells as before or around its news is background by its words alone."""
    if only_around(draft, drafts, reading, lexicon):
        return Prominence.BACKGROUND
    sure = logistic(weights, features(draft, drafts, reading, lexicon), draft.numbers())
    if sure is not None:
        return weighed(sure, draft)
    days = _age(draft, reading)
    if days is not None and days > OLD_DAYS:
        return Prominence.BACKGROUND
    return Prominence.MAIN if _position(draft, reading) <= LEAD else Prominence.BACKGROUND


def weighed(sure: float, draft: Draft) -> Prominence:
    """What a document holds an event to be, from how likely it is to be main and how likely it is told at all."""
    return Prominence.MAIN if sure >= MAIN and sure * draft.confidence >= MAIN_AND_TOLD else Prominence.BACKGROUND


def features(draft: Draft, drafts: list[Draft], reading: Reading, lexicon: Lexicon) -> set[str]:
    """Binary features of place, age, telling and company; none names a party."""
    return {*_features(draft, drafts, reading), *as_told(draft, lexicon), *in_company(draft, drafts, reading)}


def _features(draft: Draft, drafts: list[Draft], reading: Reading) -> Iterator[str]:
    position, sentences = _position(draft, reading), max(1, len(reading.sentences))
    yield f"position:{position if position <= 6 else 8 if position <= 10 else 16 if position <= 20 else 32}"
    yield f"part:{min(9, 10 * position // sentences)}"
    yield f"length:{0 if sentences <= 4 else 1 if sentences <= 10 else 2 if sentences <= 25 else 3}"
    yield f"length and part:{sentences <= 6}:{position <= 2}"
    order = sorted(drafts, key=lambda d: (min(d.indexes), d.trigger))
    yield f"order:{min(order.index(draft), 5)}"
    days = _age(draft, reading)
    yield "age:none" if days is None else f"age:{next((name for name, most in _AGES if days <= most), 'old')}"
    low = 2 if position > _TOP else 1 if position > LEAD else 0
    yield f"new and high:{days is not None and days <= _AGES[0][1]}:{days is not None}:{low}"
    yield "days:none" if days is None else f"days:{max(-1, min(3, days))}"
    first = order[0]
    if first is not draft and draft.when is not None:
        yield f"first dated:{first.when is not None}"
        if first.when is not None:
            gap = (first.when.value.start - draft.when.value.start).days
            yield f"gap:{'same' if gap == 0 else 'near' if abs(gap) <= 2 else 'before' if gap > 0 else 'after'}"
    yield f"retold:{min(len(set(draft.indexes)), 4)}"
    yield f"kind:{draft.kind}"
    yield f"dated:{reading.document.published is not None}"
    yield f"precision:{draft.when.value.precision if draft.when else None}"
    yield f"basis:{draft.when.value.basis if draft.when else None}"
    yield f"counts:{min(len(draft.counts), 3)}"


def _position(draft: Draft, reading: Reading) -> int:
    lead = next((n for n, a in enumerate(reading.sentences) if not a.sentence.headline), 0)
    return max(0, min(draft.indexes) - lead)


def _age(draft: Draft, reading: Reading) -> int | None:
    published = reading.document.published
    return None if published is None or draft.when is None else (published - draft.when.value.end).days
