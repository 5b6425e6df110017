"""Pairs of reports that meet and come near one another, found anew for the reports that entered."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from typing import Any

from truceline.derivation.profiles import UNPACKER, Entered, key_marks
from truceline.derivation.workbench import Bench
from truceline.incidents.profile import Profile
from truceline.incidents.score import score_of

Pair = tuple[int, int]


@dataclass(slots=True)
class Met:
    """Scores of the pairs that met and came near, by the numbers of two reports; profiles and documents of all that were looked at."""

    scored: dict[Pair, float] = field(default_factory=dict)
    profiles: dict[int, Profile] = field(default_factory=dict)
    blocks: dict[int, int] = field(default_factory=dict)


def meet(bench: Bench, entered: Entered) -> Met:
    """Every pair with one of ``entered.again`` in it that blocking brings together and no conflict forbids, if it comes near."""
    met = Met(profiles=dict(entered.now))
    fetch(bench, met, entered.again - entered.gone.keys())
    ours = [n for n in sorted(entered.again) if n in met.profiles]
    others = _candidates(bench, {n: met.profiles[n] for n in ours})
    fetch(bench, met, {each for some in others.values() for each in some})
    scale = bench.rules.scale
    for n in ours:
        one = met.profiles[n]
        for other in others[n]:
            pair = (n, other) if n < other else (other, n)
            two = met.profiles.get(other)
            if two is None or pair in met.scored or one.document_id == two.document_id:
                continue
            left, right = (one, two) if one.id < two.id else (two, one)
            score = score_of(left, right, scale)
            if score is not None and score >= scale.near:
                met.scored[pair] = score
    return met


def fetch(bench: Bench, met: Met, numbers: Collection[int]) -> None:
    """Profiles of reports that count, where they are not at hand."""
    lacking = [n for n in numbers if n not in met.profiles]
    for row in bench.kept.find("reports", "n", lacking, "n", "counts", "profile", "block"):
        if row.counts:
            met.profiles[row.n] = UNPACKER.decode(row.profile)
            met.blocks[row.n] = row.block


def _candidates(bench: Bench, ours: Mapping[int, Profile]) -> dict[int, set[int]]:
    """For each report all that it meets under some key."""
    own: dict[int, list[int]] = defaultdict(list)
    looks: dict[int, list[int]] = defaultdict(list)
    for n, each in ours.items():
        for mark, seeks in key_marks(each, bench.rules.scale):
            (looks if seeks else own)[mark].append(n)
    common = {row.mark for row in bench.kept.find("common", "mark", {mark for mark in own.keys() | looks.keys() if mark & 1})}
    found: dict[int, set[int]] = {n: set() for n in ours}
    rows: list[Any] = bench.kept.meeting(own.keys() - common, looks.keys() - own.keys() - common)
    for row in rows:
        for n in own.get(row.mark, ()):
            found[n].add(row.report)
        if not row.seeks:
            for n in looks.get(row.mark, ()):
                found[n].add(row.report)
    for n in ours:
        found[n].discard(n)
    return found
