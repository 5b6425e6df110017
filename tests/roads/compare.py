"""Holds what was read against what was written by hand, field by field, and says where they differ.

Run ``python -m tests.roads.compare`` for the measured agreement of each field on the sample dispatches.
"""

import json
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any

Row = Mapping[str, Any]
PLAIN = ("prominence", "type", "date", "time", "line", "sector", "outcome", "status", "intent", "persons", "rounds", "vehicles",
         "killed", "wounded", "captured")  # fmt: skip
SETS = ("actor", "target", "approx", "response", "sources")
SHARED = 0.7
SMALL = ("the", "a", "of", "in", "at", "near", "on", "s", "and")
FIELDS = (*PLAIN, *SETS, "place", "via", "follow_up", "quote")
CLAIM_FIELDS = ("ordinal", "count", "by", "since", "until")  # a title and its text may make one claim twice: either may be quoted


@dataclass(frozen=True, order=True)
class Difference:
    """One value that is not as written by hand; ``field`` is "missed" or "spurious" for a whole report."""

    document: str
    event: str
    field: str
    expected: str
    read: str

    @property
    def key(self) -> tuple[str, str, str]:
        return self.document, self.event, self.field

    def __str__(self) -> str:
        return f"{self.document}  {self.event}  {self.field}\n    expected {self.expected}\n    read     {self.read}"


@dataclass(frozen=True)
class Comparison:
    """All differences, how often each field agreed, and which incident each expected report was joined to."""

    differences: tuple[Difference, ...]
    agreed: Mapping[str, int]
    asked: Mapping[str, int]
    joined: Mapping[tuple[str, str], str]  # (document, expected event) -> incident id

    def table(self) -> str:
        """Agreement a field, worst first."""
        rows = sorted(self.asked, key=lambda each: (self.agreed.get(each, 0) / self.asked[each], each))
        return "\n".join(f"{each:14s} {self.agreed.get(each, 0):3d} of {self.asked[each]:3d}" for each in rows)


def compare(expected: Sequence[Row], read: Sequence[Row]) -> Comparison:
    """Every document of ``expected`` against the row of the same id in ``read`` (none = nothing was read)."""
    known = {row["id"]: row for row in read}
    differences: list[Difference] = []
    agreed: Counter[str] = Counter()
    asked: Counter[str] = Counter()
    joined: dict[tuple[str, str], str] = {}
    for want in expected:
        have = known.get(want["id"], {"reports": [], "count_claims": []})
        for one, two in _pairs(want["reports"], have["reports"]):
            found = _reports(want["id"], one, two, agreed, asked)
            if one is not None and two is not None:
                joined[want["id"], one["event"]] = two["incident"]
            differences += found
        for one, two in _pairs(want["count_claims"], have["count_claims"]):
            differences += _claims(want["id"], one, two, agreed, asked)
    return Comparison(differences=tuple(sorted(differences)), agreed=agreed, asked=asked, joined=joined)


def _pairs(want: Sequence[Row], have: Sequence[Row]) -> Iterable[tuple[Row | None, Row | None]]:
    """Reports of one type paired best first, then those left over on either side."""
    scored = sorted(
        ((-_likeness(one, two), i, j) for i, one in enumerate(want) for j, two in enumerate(have) if one["type"] == two["type"])
    )
    left, right = set(range(len(want))), set(range(len(have)))
    for _, i, j in scored:
        if i in left and j in right:
            left.discard(i)
            right.discard(j)
            yield want[i], have[j]
    yield from ((want[i], None) for i in sorted(left))
    yield from ((None, have[j]) for j in sorted(right))


def _likeness(one: Row, two: Row) -> int:
    told = ("date", "actor", "prominence", "quote", "persons", "ordinal", "since")
    return sum(same(field, one.get(field), two.get(field)) for field in told)


def _reports(document: str, one: Row | None, two: Row | None, agreed: Counter[str], asked: Counter[str]) -> list[Difference]:
    asked["report"] += 1
    if one is None or two is None:
        return [_whole(document, one, two)]
    agreed["report"] += 1
    return _fields(document, str(one["event"]), FIELDS, one, two, agreed, asked)


def _claims(document: str, one: Row | None, two: Row | None, agreed: Counter[str], asked: Counter[str]) -> list[Difference]:
    asked["count claim"] += 1
    if one is None or two is None:
        return [_whole(document, one, two, "count claim ")]
    agreed["count claim"] += 1
    return _fields(document, f"count of {one['type']}", CLAIM_FIELDS, one, two, agreed, asked)


def _whole(document: str, one: Row | None, two: Row | None, what: str = "") -> Difference:
    row = one or two or {}
    word = f"{what}missed" if two is None else f"{what}spurious"
    says = _written({each: row.get(each) for each in ("type", "date", "actor", "by", "ordinal", "quote") if row.get(each)})
    event = str(row.get("event") if two is None and "event" in row else row.get("type"))
    return Difference(document, event, word, says if two is None else "-", "-" if two is None else says)


def _fields(
    document: str, event: str, fields: Sequence[str], one: Row, two: Row, agreed: Counter[str], asked: Counter[str]
) -> list[Difference]:
    found = []
    for field in fields:
        ours, theirs = one.get(field), two.get(field)
        if ours in (None, []) and theirs in (None, []):
            continue
        asked[field] += 1
        if same(field, ours, theirs):
            agreed[field] += 1
        else:
            found.append(Difference(document, event, field, _written(ours), _written(theirs)))
    return found


def same(field: str, one: Any, two: Any) -> bool:
    """Whether two values of a codebook field say the same."""
    if field == "quote":  # a sentence, its clause, and its beginning up to 200 characters quote the same words
        ours, theirs = _squeezed(one), _squeezed(two)
        shared = SequenceMatcher(None, ours, theirs, autojunk=False).find_longest_match().size
        return bool(ours and theirs) and shared >= SHARED * min(len(ours), len(theirs))
    if field == "place":
        return _names(one) == _names(two)
    if field == "follow_up":
        return _acts(one) == _acts(two)
    if field in SETS or field == "by":
        return sorted(one or []) == sorted(two or [])
    return bool((one or None) == (two or None))


def _acts(rows: Sequence[Row] | None) -> list[tuple[str, str, str]]:
    return sorted((each["act"], str(each.get("by")), str(each.get("to"))) for each in rows or ())


def _names(words: str | None) -> list[str]:
    """The words of a place but for the small ones: "near the border" names what "the border" names."""
    return [each for each in re.findall(r"[^\W_]+", _squeezed(words)) if each not in SMALL]


def _squeezed(words: str | None) -> str:
    return re.sub(r"\s+", " ", words or "").strip().rstrip(".").lower()


def _written(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)


if __name__ == "__main__":
    from tests.roads.road import EXPECTED, coded, rows

    comparison = compare(rows(EXPECTED), coded())
    print(*comparison.differences, comparison.table(), sep="\n")
