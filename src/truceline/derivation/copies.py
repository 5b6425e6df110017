"""Groups of near-copies, brought up to date where documents come or change: the same groups as ``origins.near_copies`` finds in all."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from itertools import combinations
from typing import Any

from truceline.derivation.workbench import Bench
from truceline.incidents.origins import MOST_ALIKE, Shingles, are_copies, bands, leaders, shingles
from truceline.model.document import Document

Pair = tuple[int, int]


def regroup(bench: Bench, now: Mapping[int, Document], before: Mapping[int, Document]) -> set[int]:
    """Notes who is a copy of whom; gives the documents whose group has another head than before.

    ``now`` are documents that are new or were printed otherwise, ``before`` the latter as they were.
    """
    look = _Look(bench, {n: shingles(each) for n, each in now.items()})
    gone: dict[int, set[int]] = defaultdict(set)
    for n, each in before.items():
        for mark in bands(shingles(each)):
            gone[mark].add(n)
    ours: dict[int, set[int]] = defaultdict(set)
    for n in now:
        for mark in look.bands(n):
            ours[mark].add(n)
    lost = _drop_edges(bench, before)
    bearers, crowded, rare = _bearers(bench, ours, gone)
    held = {(row.one, row.two) for row in _edges(bench, {n for some in crowded.values() for n in some})}
    within = {pair for pair in held if any(pair[0] in some and pair[1] in some for some in crowded.values())}
    candidates = {_pair(one, two) for mark, mine in ours.items() if mark in bearers for one in mine for two in bearers[mark] - {one}}
    candidates |= {pair for mark in rare for pair in combinations(sorted(bearers[mark]), 2)}
    look.need({n for pair in candidates | within for n in pair})
    found = {pair for pair in candidates if look.copies(*pair)}
    no_more = {pair for pair in within - found if not look.meet(*pair)}
    bench.kept.drop_rows("copies", sorted(no_more))
    there = {(row.one, row.two) for row in bench.kept.find("copies", "one", {one for one, _ in found})}
    bench.kept.put("copies", sorted(found - there))
    return _lead(bench, now.keys(), {n for pair in (*found, *no_more) for n in pair} | lost)


class _Look:
    """Shingles and bands of documents, made once."""

    def __init__(self, bench: Bench, known: dict[int, Shingles]) -> None:
        self._bench = bench
        self._shingles = known
        self._bands: dict[int, frozenset[int]] = {}

    def need(self, numbers: Collection[int]) -> None:
        lacking = [n for n in numbers if n not in self._shingles]
        self._shingles.update((n, shingles(each.document)) for n, each in self._bench.told(lacking).items())

    def bands(self, n: int) -> frozenset[int]:
        if n not in self._bands:
            self._bands[n] = frozenset(bands(self._shingles[n]))
        return self._bands[n]

    def copies(self, one: int, two: int) -> bool:
        return are_copies(self._shingles[one], self._shingles[two])

    def meet(self, one: int, two: int) -> bool:
        """Whether two share a band that is not common."""
        shared = self.bands(one) & self.bands(two)
        return len({row.mark for row in self._bench.kept.find("common", "mark", shared)}) < len(shared)


def _bearers(
    bench: Bench, ours: Mapping[int, set[int]], gone: Mapping[int, set[int]]
) -> tuple[dict[int, set[int]], dict[int, set[int]], list[int]]:
    """Who bears each mark that is not common; who bears those that came to be common; and which are so no more."""
    kept, every = bench.kept, {*ours, *gone}
    common = {row.mark for row in kept.find("common", "mark", every)}
    kept.drop_rows("bands", sorted((mark, n) for mark, some in gone.items() for n in some))
    held: dict[int, set[int]] = defaultdict(set)
    for row in kept.find("bands", "band", every - common):
        held[row.band].add(row.document)
    kept.put("bands", sorted((mark, n) for mark, some in ours.items() for n in some))
    shared = (mark for mark, mine in ours.items() if mark not in common and (mark in held or len(mine) > 1))
    bearers = {mark: held[mark] | ours[mark] for mark in shared}
    crowded = {mark: some for mark, some in bearers.items() if len(some) > MOST_ALIKE}
    kept.put("common", [(mark,) for mark in sorted(crowded)])
    rare = [mark for mark in sorted(common & gone.keys()) if kept.number_of("bands", "band", mark) <= MOST_ALIKE]
    kept.drop("common", "mark", rare)
    for row in kept.find("bands", "band", rare):
        bearers.setdefault(row.band, set()).add(row.document)
    return {mark: some for mark, some in bearers.items() if mark not in crowded}, crowded, rare


def _drop_edges(bench: Bench, before: Mapping[int, Document]) -> set[int]:
    """Lets go of what changed documents were copies of; gives whom they touched."""
    lost = {(row.one, row.two) for row in _edges(bench, before.keys())}
    bench.kept.drop_rows("copies", sorted(lost))
    return {n for pair in lost for n in pair}


def _edges(bench: Bench, numbers: Collection[int]) -> list[Any]:
    return [*bench.kept.find("copies", "one", numbers), *bench.kept.find("copies", "two", numbers)]


def _lead(bench: Bench, fresh: Collection[int], touched: set[int]) -> set[int]:
    """The heads of all groups that were touched, told anew."""
    groups = {row.leader for row in bench.kept.find("documents", "n", {*fresh, *touched}, "leader")}
    rows = {row.n: row for row in bench.kept.find("documents", "leader", groups, "n", "id", "published", "leader")}
    heads = leaders({n: (row.published, row.id) for n, row in rows.items()}, {(row.one, row.two) for row in _edges(bench, rows.keys())})
    changed = {n: head for n, head in heads.items() if rows[n].leader != head}
    bench.kept.set("documents", "leader", changed.items())
    return changed.keys() - fresh


def _pair(one: int, two: int) -> Pair:
    return (one, two) if one < two else (two, one)
