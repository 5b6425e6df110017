"""How many incidents are on none of three or more lists: log-linear models of who is on which, averaged by how well they fit.

The lists sort the incidents into cells (on A alone, on A and C, ...), and one cell, on none of them, is not seen. A hierarchical log-linear
model says which pairs of lists go together, and so how large the unseen cell may be (Fienberg 1972; Bishop, Fienberg and Holland 1975,
chapter 6). For each number of unseen incidents the model is fitted to the whole table, which gives its profile likelihood (Cormack 1992;
so does Rcapture, Baillargeon and Rivest 2007).

The choice among the models: none is picked, since the interval of the one that fits best is too narrow. All models of lists and of pairs
of lists are kept, and each weighs exp(-BIC/2) (Hoeting and others 1999; for lists of abuses Lum, Price and Banks 2013). The number of
all has the usual prior 1/N (Castledine 1981). A model that leaves the unseen cell open upwards says nothing and is left out. Lists that go
together all at once, as they do where some incidents are harder to see than others, make the estimate too low: no model tells that.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from math import lgamma, log

import numpy as np
import numpy.typing as npt

Pairs = tuple[tuple[int, int], ...]
Table = npt.NDArray[np.float64]

FALL = 1.3528
"""Half the 90 % point of chi-squared with one degree of freedom: a profile that does not fall by it has no upper bound."""

FARTHEST, EVERY, WIDER = 10, 200, 1.02
"""Unseen incidents are tried up to ten times those seen: each number up to 200, then two per cent apart."""

STEPS, CLOSE = 200, 1e-7
"""Rounds of fitting at most, and the change (as a share of all) below which a fit stands."""

MOST_LISTS, MOST_PAIRS = 4, 3
"""More lists, or more pairs of four lists going together, would be fitted to cells that hold an incident or none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Unseen:
    """How many are on no list: the median and the 5 % and 95 % points of the averaged profile; each model's share of the weight."""

    middle: float
    low: float
    high: float
    models: tuple[tuple[Pairs, float], ...]


def unseen(cells: Sequence[int], n_lists: int) -> Unseen | None:
    """From the numbers in each cell; cell ``c`` holds those on list ``i`` where bit ``i`` of ``c`` is set, and cell 0 is not used.

    None where no model has an upper bound. Raises ValueError for less than three lists, or more than ``MOST_LISTS``.
    """
    if not 3 <= n_lists <= MOST_LISTS or len(cells) != 1 << n_lists:
        raise ValueError(f"three to {MOST_LISTS} lists, with two to the power of their number of cells; got {n_lists} and {len(cells)}")
    seen = sum(cells[1:])
    tried = _tried(FARTHEST * seen)
    tables = np.tile(np.array(cells, dtype=np.float64), (len(tried), 1))
    tables[:, 0] = tried
    width = np.diff(tried, append=tried[-1] + 1)
    kept: list[tuple[Pairs, float, Table]] = []
    for pairs in models(n_lists):
        if any(not _on_both(cells, pair) for pair in pairs):
            continue  # how they go together cannot be told from a pair that shares nothing
        profile = _profile(tables, n_lists, pairs)
        best = float(profile.max())
        if best - float(profile[-1]) >= FALL:
            density = np.exp(profile - best) * width / (seen + tried)
            kept.append((pairs, -2 * best + log(seen) * len(pairs), density / density.sum()))
    if not kept:
        return None
    least = min(bic for _, bic, _ in kept)
    weights = np.exp([-(bic - least) / 2 for _, bic, _ in kept])
    shares = weights / weights.sum()
    cumulated = np.cumsum(sum(share * density for share, (_, _, density) in zip(shares, kept, strict=True)))
    low, middle, high = (float(tried[min(int(np.searchsorted(cumulated, point)), len(tried) - 1)]) for point in (0.05, 0.5, 0.95))
    told = sorted(((pairs, float(share)) for share, (pairs, _, _) in zip(shares, kept, strict=True)), key=lambda each: (-each[1], each[0]))
    return Unseen(middle=middle, low=low, high=high, models=tuple(told))


def _on_both(cells: Sequence[int], pair: tuple[int, int]) -> int:
    return sum(number for cell, number in enumerate(cells) if cell >> pair[0] & cell >> pair[1] & 1)


def models(n_lists: int) -> Iterator[Pairs]:
    """Which pairs of lists go together, from none (all independent) to ``MOST_PAIRS``."""
    every = tuple(combinations(range(n_lists), 2))
    for size in range(min(len(every), MOST_PAIRS) + 1):
        yield from combinations(every, size)


def _tried(most: int) -> Table:
    """The numbers of unseen incidents that are tried."""
    tried = list(range(min(most, EVERY) + 1))
    while tried[-1] < most:
        tried.append(max(tried[-1] + 1, round(tried[-1] * WIDER)))
    return np.array(tried, dtype=np.float64)


def _profile(tables: Table, n_lists: int, pairs: Pairs) -> Table:
    """The log-likelihood of each whole table (one a row) under a model, with the number of all as unknown as the rest."""
    total = tables.sum(axis=1)
    shares = _fitted(tables, n_lists, pairs) / total[:, None]
    told = np.where(tables > 0, tables * np.log(np.where(shares > 0, shares, 1e-300)), 0.0)
    ways = np.array([lgamma(each + 1) for each in total]) - np.array([lgamma(each + 1) for each in tables[:, 0]])
    found: Table = ways + told.sum(axis=1)
    return found


def _fitted(tables: Table, n_lists: int, pairs: Pairs) -> Table:
    """What the model expects in each cell, by proportional fitting to the margins that it keeps (Deming and Stephan 1940)."""
    paired = {each for pair in pairs for each in pair}
    margins = [*pairs, *((each,) for each in range(n_lists) if each not in paired)]
    groups = [_same_margin(tables.shape[1], margin) for margin in margins]
    fitted: Table = np.repeat(tables.sum(axis=1, keepdims=True) / tables.shape[1], tables.shape[1], axis=1)
    for _ in range(STEPS):
        before = fitted
        for group in groups:
            has = fitted @ group
            fitted = fitted * np.divide(tables @ group, has, out=np.zeros_like(has), where=has > 0)
        if float(np.abs(fitted - before).max()) < CLOSE * float(tables.sum(axis=1).max()):
            break
    return fitted


def _same_margin(n_cells: int, margin: Sequence[int]) -> Table:
    """For each two cells, 1 where they count in one sum of the margin."""
    keys = [tuple(cell >> each & 1 for each in margin) for cell in range(n_cells)]
    return np.array([[float(one == two) for two in keys] for one in keys])
