"""How many incidents of a kind there must have been, and may have been, beyond those the ledger has.

First the hard lower bound: official counts that the ledger falls short of. Then an estimate by capture and recapture, where lists found
incidents independently of one another (``lists``): from three or more by log-linear models (``loglinear``), from two by Chapman's formula
(1951) with Chao's log-normal interval (1987). Where they did not, none, and the reasons.
"""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import exp, log, sqrt

from truceline.incidents.audit import Window, certain_and_possible, line_of, window_of
from truceline.incidents.ghosts import Lack, Of, counted_by, stab
from truceline.incidents.lists import Found, lists_of, usable
from truceline.incidents.loglinear import Pairs, unseen
from truceline.model.document import Document
from truceline.model.ids import ClaimId, DocumentId, IncidentId, ReportId
from truceline.model.incident import CountCheck, Incident
from truceline.model.report import CountClaim, Report

NINETY = 1.6449
"""The standard normal deviate of a 90 % interval."""

CHAPMAN, LOG_LINEAR = "Chapman, two lists", "log-linear models, averaged by BIC"


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """Which incidents are asked about; ``line`` None = of any; ``by`` the party that acted, None = any."""

    kind: str
    window: Window
    line: str | None = None
    by: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Estimate:
    """What lists say of all: how many each has, how many stand on ``both`` or more of them, the number of all with its 90 % interval.

    ``models`` says of each log-linear model which lists go together in it, and its share of the weight; of Chapman's formula there is none.
    """

    method: str
    lists: tuple[str, ...]
    sizes: tuple[int, ...]
    both: int
    seen: int
    total: float
    low: float
    high: float
    models: tuple[tuple[str, float], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Hidden:
    """What is known, what must be, and what may be. ``unsure`` are those of ``known`` that are to be reviewed: left out, they would be
    missing from the estimate just where only one list tells of them. ``at_least`` holds if the counts named by ``claims`` are right;
    ``refused`` tells why there is no estimate, or which lists an estimate had to leave out.
    """

    known: tuple[IncidentId, ...]
    unsure: tuple[IncidentId, ...]
    possible: tuple[IncidentId, ...]
    at_least: int
    claims: tuple[ClaimId, ...]
    estimate: Estimate | None
    refused: tuple[str, ...]


def hidden(
    asked: Asked,
    incidents: Mapping[IncidentId, Incident],
    claims: Mapping[ClaimId, CountClaim],
    checks: Mapping[ClaimId, CountCheck],
    reports: Mapping[ReportId, Report],
    documents: Mapping[DocumentId, Document],
) -> Hidden:
    """The lower bound and the estimate for one kind of incident in a stretch of days."""
    meant = [each for each in incidents.values() if asked.by is None or _acted(each, asked.by)]
    counted = certain_and_possible(asked.kind, asked.line, asked.window, meant, reports, documents)
    lacking, named = _lacking(asked, claims, checks, reports, documents)
    lists, refused = usable(lists_of([incidents[each] for each in counted.certain], reports, documents))
    estimate, why = _estimate(lists)
    return Hidden(
        known=counted.certain, unsure=tuple(each for each in counted.certain if incidents[each].unsure), possible=counted.possible,
        at_least=len(counted.certain) + lacking, claims=named, estimate=estimate, refused=(*refused, *why),
    )  # fmt: skip


def _acted(incident: Incident, party: str) -> bool:
    return any(each.value.partition(":")[0] == party for each in incident.variants.get("actor", ()))


def _lacking(
    asked: Asked,
    claims: Mapping[ClaimId, CountClaim],
    checks: Mapping[ClaimId, CountCheck],
    reports: Mapping[ReportId, Report],
    documents: Mapping[DocumentId, Document],
) -> tuple[int, tuple[ClaimId, ...]]:
    """How many the counts say are lacking for certain, by the group of claims that says most: groups may mean the same ones."""
    groups: dict[Of, list[Lack]] = defaultdict(list)
    for key, check in sorted(checks.items()):
        claim = claims[key]
        window = window_of(claim, documents)
        if claim.kind != asked.kind or not isinstance(window, Window) or check.found is None:
            continue
        within = asked.window.since <= window.since and window.until <= asked.window.until
        of = counted_by(claim, reports)
        meant = asked.line in (None, claim.line or line_of(claim, reports)) and (asked.by is None or asked.by in of[2])
        if within and meant and check.claimed > check.found:
            groups[of].append(Lack(claim=key, window=window, number=check.claimed - check.found))
    best = max((stab(lacks) for _, lacks in sorted(groups.items())), key=len, default=[])
    return len(best), tuple(sorted({lack.claim for served in best for lack in served}))


def _estimate(lists: Sequence[Found]) -> tuple[Estimate | None, tuple[str, ...]]:
    """The estimate from lists that do not rest on one another, or why there is none."""
    if not lists:
        return None, ()
    if len(lists) > 2:
        found = log_linear(lists)
        return found, () if found else ("the lists share too little for any model to bound how many none of them has",)
    one, two = lists
    for inner, outer in ((one, two), (two, one)):
        if inner.ids <= outer.ids:
            return None, (
                f"every incident of {inner.name} is on the list of {outer.name} too: "
                "that one may have them all, or the other may rest on it, and two lists cannot tell which",
            )
    return chapman((one.name, two.name), set(one.ids), set(two.ids)), ()


def log_linear(lists: Sequence[Found]) -> Estimate | None:
    """The averaged estimate from three or more lists; None where no model has an upper bound."""
    on = Counter(
        sum(1 << at for at, each in enumerate(lists) if key in each.ids) for key in frozenset().union(*(each.ids for each in lists))
    )
    cells = [on[cell] for cell in range(1 << len(lists))]
    found, seen = unseen(cells, len(lists)), sum(cells)
    if found is None:
        return None
    names = tuple(each.name for each in lists)
    return Estimate(
        method=LOG_LINEAR, lists=names, sizes=tuple(len(each.ids) for each in lists),
        both=sum(number for cell, number in enumerate(cells) if cell.bit_count() > 1), seen=seen, total=seen + found.middle,
        low=seen + found.low, high=seen + found.high, models=tuple((_told(pairs, names), share) for pairs, share in found.models),
    )  # fmt: skip


def _told(pairs: Pairs, names: Sequence[str]) -> str:
    return "; ".join(f"{names[one]} with {names[two]}" for one, two in pairs) or "all independent"


def chapman(names: tuple[str, str], one: set[IncidentId], two: set[IncidentId]) -> Estimate:
    """Chapman's estimate of all, from two lists found independently; the interval never goes below what was seen."""
    n1, n2, m, seen = len(one), len(two), len(one & two), len(one | two)
    total = (n1 + 1) * (n2 + 1) / (m + 1) - 1
    variance = (n1 + 1) * (n2 + 1) * (n1 - m) * (n2 - m) / ((m + 1) ** 2 * (m + 2))
    hid = total - seen
    spread = exp(NINETY * sqrt(log(1 + variance / hid**2))) if hid > 0 else 1.0
    return Estimate(
        method=CHAPMAN, lists=names, sizes=(n1, n2), both=m, seen=seen, total=total, low=seen + hid / spread, high=seen + hid * spread
    )  # fmt: skip
