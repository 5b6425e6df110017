"""Coded records compared with gold by the codebook: the figures of the gates.

Reports of one document are paired one to one, best first, among those of the same type whose dates do not conflict; fields are
then compared on the pairs. What has no gold is no miss and what the gold does not know is not scored.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

Record = Mapping[str, Any]
COUNTS = ("persons", "rounds", "vehicles", "killed", "wounded", "captured")
VALUES = ("time", "line", "sector", "outcome", "status", "intent")
SETS = ("actor", "target", "response", "sources", "via")
NOT_IN_GOLD = frozenset({"withdrawal", "truce", "violation_claim", "release", "expulsion", "build_up", "restoration"})
"""Wanted types that no gold holds (codebook 3): they count nowhere."""
SMALL_WORDS = frozenset(["the", "a", "of", "in", "at", "near", "on", "s", "and", "area", "district", "sector", "province", "county"])


@dataclass(slots=True)
class Tally:
    """What gold has, what was read, and how much of it agrees."""

    gold: int = 0
    guess: int = 0
    hit: int = 0

    def add(self, gold: int, guess: int, hit: int) -> None:
        self.gold += gold
        self.guess += guess
        self.hit += hit

    def figures(self) -> dict[str, float | int | None]:
        precision = self.hit / self.guess if self.guess else 0.0
        recall = self.hit / self.gold if self.gold else 0.0
        both = precision + recall
        f1 = 2 * precision * recall / both if both else 0.0
        return {"precision": precision, "recall": recall, "f1": f1, "gold": self.gold, "guess": self.guess}


@dataclass(slots=True)
class Scores:
    """All tallies of one run. ``errors`` are (document, missed|spurious, type, date, quote)."""

    tallies: dict[str, Tally] = field(default_factory=dict)
    errors: list[tuple[Any, ...]] = field(default_factory=list)
    matched: list[tuple[str, str, str]] = field(default_factory=list)
    documents: int = 0
    empty: int = 0
    false: int = 0
    quotes: int = 0
    verbatim: int = 0

    def of(self, name: str) -> Tally:
        return self.tallies.setdefault(name, Tally())


def score(golds: Mapping[str, Record], documents: Mapping[str, Record], predicted: Mapping[str, Record]) -> Scores:
    """Every document of the gold; one that was not read counts as one without reports."""
    scores = Scores()
    for name in ("relevant document", "report", "strict report", "untouched report", "main report", "count claim"):
        scores.of(name)
    for ident, gold in golds.items():
        _document(ident, gold, predicted.get(ident, {}), documents.get(ident, {}), scores)
    return scores


def figures(scores: Scores) -> dict[str, dict[str, Any]]:
    """Precision, recall, F1 and counts by name."""
    out = {name: tally.figures() for name, tally in scores.tallies.items()}
    out["documents"] = _rate(1.0, scores.documents, scores.documents)
    rate = scores.false / scores.empty if scores.empty else 0.0
    out["false reports per empty document"] = _rate(rate, scores.empty, scores.false)
    out["merging (B-cubed, matched reports)"] = _b_cubed([(gold, guess) for _, gold, guess in scores.matched])
    out["links across documents"] = _links(scores.matched).figures()
    out["quotes found verbatim"] = _rate(scores.verbatim / scores.quotes if scores.quotes else 0.0, None, scores.quotes)
    return out


def pairs(golds: Sequence[Record], guesses: Sequence[Record], key: Callable[[Record, Record], float | None]) -> list[tuple[int, int]]:
    """Greedy one-to-one pairing, best first, the earlier of equals; a key of None never pairs."""
    rated = [(rate, i, j) for i, g in enumerate(golds) for j, p in enumerate(guesses) if (rate := key(g, p)) is not None]
    left, right, found = set[int](), set[int](), []
    for _, i, j in sorted(rated, key=lambda each: (-each[0], each[1], each[2])):
        if i not in left and j not in right:
            left.add(i)
            right.add(j)
            found.append((i, j))
    return found


def affinity(gold: Record, guess: Record) -> float | None:
    """How well a read report fits a coded one; None where type or date forbid it."""
    if gold["type"] != guess.get("type") or not dates_meet(gold.get("date"), guess.get("date")):
        return None
    same_day = bool(gold.get("date")) and gold.get("date") == guess.get("date")
    same_side = bool(parties(gold.get("actor")) & parties(guess.get("actor")))
    return (
        1.0 + 2.0 * same_day + 1.0 * same_side + 0.5 * alike(gold.get("place"), guess.get("place"))
        + 0.5 * (gold.get("prominence") == guess.get("prominence"))
    )  # fmt: skip


def dates_meet(one: str | None, two: str | None) -> bool:
    """Whether two days, months, years or stretches may be the same; an unknown one meets all."""
    a, b = _stretch(one), _stretch(two)
    return a is None or b is None or (a[0] <= b[1] and b[0] <= a[1])


def parties(names: Iterable[object] | None) -> set[str]:
    """The parties of PARTY:role codes."""
    return {str(name).partition(":")[0] for name in names or ()}


def alike(one: object, two: object) -> bool:
    """Whether two names share half the words of the shorter."""
    a, b = _words(one), _words(two)
    return bool(a and b) and len(a & b) / min(len(a), len(b)) >= 0.5


def strict(gold: Record, guess: Record) -> bool:
    """Day, line and side right at once."""
    ours = parties(gold.get("actor"))
    sides = not ours or "UNK" in ours or bool(ours & parties(guess.get("actor")))
    return gold.get("date") == guess.get("date") and gold.get("line") == guess.get("line") and sides


def untouched(gold: Record, guess: Record) -> bool:
    """A reviewer accepts it as it is: target, counts, outcome and status too."""
    target = parties(gold.get("target"))
    upon = not target or gold["type"] == "clash" or bool(target & parties(guess.get("target")))
    return strict(gold, guess) and upon and all((gold.get(f) or None) == (guess.get(f) or None) for f in (*COUNTS, "outcome", "status"))


def _document(ident: str, gold: Record, guess: Record, document: Record, scores: Scores) -> None:
    scores.documents += 1
    want = gold["reports"]
    have = [each for each in guess.get("reports", []) if each.get("type") not in NOT_IN_GOLD]
    if not want:
        scores.empty += 1
        scores.false += len(have)
    scores.of("relevant document").add(bool(want), bool(have), bool(want) and bool(have))
    found = pairs(want, have, affinity)
    scores.of("report").add(len(want), len(have), len(found))
    scores.of("strict report").add(len(want), len(have), sum(strict(want[i], have[j]) for i, j in found))
    scores.of("untouched report").add(len(want), len(have), sum(untouched(want[i], have[j]) for i, j in found))
    mains = sum(want[i]["prominence"] == "main" and have[j].get("prominence") == "main" for i, j in found)
    scores.of("main report").add(
        sum(each["prominence"] == "main" for each in want), sum(each.get("prominence") == "main" for each in have), mains
    )
    _note_errors(ident, want, have, found, scores)
    text = _flat(" ".join(document.get(part) or "" for part in ("text", "title")))
    scores.quotes += len(have)
    scores.verbatim += sum(bool(quote) and quote in text for quote in (_flat(each.get("quote") or "").strip() for each in have))
    for i, j in found:
        scores.matched.append((ident, want[i]["event"], have[j].get("event") or f"{ident}/{j}"))
        _fields(want[i], have[j], scores)
    claims, told = gold.get("count_claims") or [], guess.get("count_claims") or []
    scores.of("count claim").add(len(claims), len(told), len(pairs(claims, told, _same_claim)))


def _note_errors(ident: str, want: Sequence[Record], have: Sequence[Record], found: Sequence[tuple[int, int]], scores: Scores) -> None:
    for word, some, met in (("missed", want, {i for i, _ in found}), ("spurious", have, {j for _, j in found})):
        for n, each in enumerate(some):
            if n not in met:
                scores.errors.append((ident, word, each.get("type"), each.get("date"), each.get("quote")))


def _fields(gold: Record, guess: Record, scores: Scores) -> None:
    """One pair, field by field."""
    ours, theirs = gold.get("status"), guess.get("status")
    scores.of("status, other than asserted").add(ours != "asserted", theirs != "asserted", ours == theirs != "asserted")
    organs, read = ([str(name).lower() for name in each.get("sources") or []] for each in (gold, guess))
    scores.of("sources, exact organ").add(len(organs), len(read), common(organs, read, lambda a, b: a == b))
    day, read_day = gold.get("date"), guess.get("date")
    scores.of("date").add(bool(day), bool(read_day), bool(day) and day == read_day)
    place, read_place = gold.get("place"), guess.get("place")
    scores.of("place").add(bool(place), bool(read_place), alike(place, read_place))
    for name in VALUES:
        a, b = gold.get(name), guess.get(name)
        scores.of(name).add(a is not None, b is not None, a is not None and a == b)
    for name in SETS:
        _set(name, gold, guess, scores)
    for name in COUNTS:
        a, b = gold.get(name), guess.get(name)
        scores.of("counts").add(bool(a), bool(b), bool(a) and a == b)
    steps, read_steps = gold.get("follow_up") or [], guess.get("follow_up") or []
    scores.of("follow_up").add(len(steps), len(read_steps), common(steps, read_steps, _same_step))


def _set(name: str, gold: Record, guess: Record, scores: Scores) -> None:
    """A field of several values. The sides of a clash have no order; where gold does not know, nothing is scored."""
    if gold["type"] == "clash" and name == "target":
        return
    ours, theirs = (list(each.get(name) or []) for each in (gold, guess))
    if gold["type"] == "clash" and name == "actor":
        ours, theirs = (sorted({*(each.get("actor") or []), *(each.get("target") or [])}) for each in (gold, guess))
    if any(str(each).startswith("UNK") for each in ours):
        return
    same = _same_source if name in ("sources", "via") else (lambda a, b: bool(a == b))
    scores.of(name).add(len(ours), len(theirs), common(ours, theirs, same))


def common(golds: Sequence[Any], guesses: Sequence[Any], same: Callable[[Any, Any], bool]) -> int:
    """How many gold values find a read one, each read one taken once."""
    left, hits = list(guesses), 0
    for gold in golds:
        at = next((n for n, each in enumerate(left) if same(gold, each)), None)
        if at is not None:
            left.pop(at)
            hits += 1
    return hits


def _same_source(one: object, two: object) -> bool:
    a, b = str(one).lower(), str(two).lower()
    of_one_party = ":" in a and ":" in b and a.partition(":")[0] == b.partition(":")[0]
    return a == b or of_one_party or alike(a, b)


def _same_step(gold: Record, guess: Record) -> bool:
    def by(step: Record) -> set[str]:
        value = step.get("by")
        return parties([value] if isinstance(value, str) else value)

    return gold["act"] == guess.get("act") and (not gold.get("by") or bool(by(gold) & by(guess)))


def _same_claim(gold: Record, guess: Record) -> float | None:
    same = all(gold.get(name) == guess.get(name) for name in ("type", "ordinal", "count"))
    return 1.0 + (gold.get("since") == guess.get("since")) if same else None


def _links(matched: Sequence[tuple[str, str, str]]) -> Tally:
    """Pairs of matched reports of different documents: one event in gold, one in the reading."""
    tally = Tally()
    for n, (document, gold, guess) in enumerate(matched):
        for other, gold_too, guess_too in matched[:n]:
            if document != other:
                tally.add(gold == gold_too, guess == guess_too, gold == gold_too and guess == guess_too)
    return tally


def _b_cubed(matched: Sequence[tuple[str, str]]) -> dict[str, Any]:
    """Mean purity and completeness of the read groups, over matched reports."""
    size, of_gold, of_guess = Counter(matched), Counter(g for g, _ in matched), Counter(p for _, p in matched)
    n = len(matched)
    precision = sum(size[each] / of_guess[each[1]] for each in matched) / n if n else 0.0
    recall = sum(size[each] / of_gold[each[0]] for each in matched) / n if n else 0.0
    f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    return {"precision": precision, "recall": recall, "f1": f1, "gold": n, "guess": n}


def _rate(value: float, gold: int | None, guess: int) -> dict[str, Any]:
    return {"precision": value, "recall": None, "f1": None, "gold": gold, "guess": guess}


def _stretch(day: str | None) -> tuple[str, str] | None:
    """First and last day as comparable strings."""
    if not day:
        return None
    first, _, last = day.partition("/")
    last = last or first
    low = first.ljust(10, "-").replace("-", "0")
    high = (last + "99999999")[:10].replace("-", "0")
    return low, high


def _words(name: object) -> set[str]:
    return {word for word in re.findall(r"[^\W_]+", str(name or "").lower()) if word not in SMALL_WORDS}


def _flat(text: str) -> str:
    return re.sub(r"\s+", " ", text)
