"""Groups of reports settled anew where something ties them to what entered."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

from truceline.derivation.pairs import Met, Pair, fetch
from truceline.derivation.profiles import Entered
from truceline.derivation.workbench import Bench
from truceline.incidents.cluster import Pair as Ids
from truceline.incidents.merge import Settled, settle
from truceline.incidents.origins import leaders
from truceline.incidents.score import BY, judge
from truceline.model.ids import ReportId
from truceline.model.incident import Same

Row = tuple[int, int, float, int, str]
"""A judgement as it is kept: two reports, score, whether they met, and what it came to."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Settling:
    """Groups of reports by number, and the incidents in which any of them stood before."""

    groups: list[tuple[int, ...]]
    incidents: frozenset[int]


def regroup(bench: Bench, entered: Entered, met: Met, turned: Collection[str]) -> Settling:
    """Settles all blocks that something which entered belongs to, belonged to, or came to be tied to.

    ``turned`` are reports of which people's word has changed.
    """
    ends = entered.again | {n for pair, score in met.scored.items() if score >= bench.rules.scale.join for n in pair}
    ends |= _numbers(bench, turned)
    fetch(bench, met, ends - entered.gone.keys())
    ends |= _said_to_be_one(bench, {met.profiles[n].id for n in ends if n in met.profiles})
    fetch(bench, met, ends - entered.gone.keys())
    blocks = entered.blocks | {met.blocks[n] for n in ends if n in met.blocks}
    rows = [row for row in bench.kept.find("reports", "block", blocks, "n", "counts", "incident") if row.counts]
    inside = {row.n for row in rows} | entered.now.keys()
    fetch(bench, met, inside)
    held = _held(bench, inside, entered)
    scored = {pair: row[2] for pair, row in held.items() if row[3] and entered.again.isdisjoint(pair)} | met.scored
    fetch(bench, met, {n for pair in scored for n in pair})
    number = {met.profiles[n].id: n for n in inside}
    settled = _settle(bench, met, {pair: each for pair, each in scored.items() if inside.issuperset(pair)}, number)
    _keep_pairs(bench, met, entered, held, _judged(bench, met, scored, settled, number))
    _keep_blocks(bench, inside, scored, [(number[one], number[two]) for one, two in _yes(bench, number)])
    before = entered.incidents | {row.incident for row in rows if row.incident}
    return Settling(groups=[tuple(number[each] for each in group) for group in settled.groups], incidents=frozenset(before))


def _settle(bench: Bench, met: Met, scored: Mapping[Pair, float], number: Mapping[ReportId, int]) -> Settled:
    ids = {n: key for key, n in number.items()}
    decided = {(row.one, row.two): Same(row.same) for row in bench.kept.find("decided", "one", number)}
    profiles = {key: met.profiles[n] for key, n in sorted(number.items())}
    return settle(profiles, {_ids(ids[one], ids[two]): score for (one, two), score in scored.items()}, decided, bench.rules.scale)


def _judged(bench: Bench, met: Met, scored: Mapping[Pair, float], settled: Settled, number: Mapping[ReportId, int]) -> dict[Pair, Row]:
    """Our judgement on each pair that came near, and on each neighbour in a group that no score brought in."""
    said = settled.said()
    found: dict[Pair, Row] = {}
    for pair, score in scored.items():
        found[pair] = (*pair, score, 1, said(_ids(met.profiles[pair[0]].id, met.profiles[pair[1]].id)).value)
    for one, two in sorted(settled.neighbours()):
        low, high = sorted((number[one], number[two]))
        if (low, high) not in found:
            score = judge(met.profiles[number[one]], met.profiles[number[two]], bench.rules.scale).score
            found[low, high] = (low, high, score, 0, said((one, two)).value)
    return found


def _held(bench: Bench, inside: Collection[int], entered: Entered) -> dict[Pair, Row]:
    """Judgements as they are kept that may change: between two of these reports, or with one that entered or is gone."""
    numbers = {*inside, *entered.gone, *entered.again}
    rows = [*bench.kept.find("pairs", "one", numbers), *bench.kept.find("pairs", "two", numbers)]
    anew = entered.again | entered.gone.keys()
    found = {(row.one, row.two): (row.one, row.two, row.score, row.met, row.same) for row in rows}
    return {pair: row for pair, row in found.items() if numbers.issuperset(pair) or not anew.isdisjoint(pair)}


def _keep_pairs(bench: Bench, met: Met, entered: Entered, before: Mapping[Pair, Row], after: Mapping[Pair, Row]) -> None:
    old = sorted(pair for pair, row in before.items() if after.get(pair) != row)
    new = sorted(pair for pair, row in after.items() if before.get(pair) != row)
    fetch(bench, met, {n for pair in old for n in pair if n not in entered.gone})
    ids = {n: each.id for n, each in met.profiles.items()} | entered.gone
    bench.sums.drop("judgements", [_line(before[pair], ids) for pair in old])
    bench.sums.add("judgements", [_line(after[pair], ids) for pair in new])
    bench.kept.drop_rows("pairs", old)
    bench.kept.put("pairs", [after[pair] for pair in new])


def _keep_blocks(bench: Bench, inside: Collection[int], scored: Mapping[Pair, float], together: Collection[Pair]) -> None:
    """One number for all reports that a score or a person's word ties together."""
    ties = [pair for pair, score in scored.items() if score >= bench.rules.scale.join]
    bench.kept.set("reports", "block", leaders({n: (f"{n:012d}", "") for n in inside}, [*ties, *together]).items())


def _line(row: Row, ids: Mapping[int, str]) -> str:
    one, two = sorted((ids[row[0]], ids[row[1]]))
    return f"{one} {two} {row[4]} {row[2]!r} {BY}"


def _numbers(bench: Bench, ids: Collection[str]) -> set[int]:
    return {row.n for row in bench.kept.find("reports", "id", ids, "n", "counts") if row.counts}


def _said_to_be_one(bench: Bench, ids: Collection[str]) -> set[int]:
    """Reports that people hold to be one with any of these."""
    rows: list[Any] = [*bench.kept.find("decided", "one", ids), *bench.kept.find("decided", "two", ids)]
    return _numbers(bench, {key for row in rows if row.same == Same.YES.value for key in (row.one, row.two)})


def _yes(bench: Bench, number: Mapping[ReportId, int]) -> list[Ids]:
    rows: list[Any] = bench.kept.find("decided", "one", number)
    return [(row.one, row.two) for row in rows if row.same == Same.YES.value and row.two in number]


def _ids(one: ReportId, two: ReportId) -> Ids:
    return (one, two) if one < two else (two, one)
