"""How many incidents of a kind there must have been, and may have been, beyond those the ledger has.

First the hard lower bound: official counts that the ledger falls short of. Then, where two lists found incidents
independently of one another, an estimate by capture and recapture (Chapman 1951, with Chao's log-normal interval, 1987);
where they did not, none, and the reasons.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from math import exp, log, sqrt

from truceline.incidents.audit import Window, certain_and_possible, line_of, window_of
from truceline.incidents.ghosts import Lack, Of, counted_by, stab
from truceline.model.document import Document
from truceline.model.ids import ClaimId, DocumentId, IncidentId, ReportId
from truceline.model.incident import CountCheck, Incident
from truceline.model.report import CountClaim, Report, Stance

LEAST, LEAST_BOTH = 5, 3
"""Incidents a list must have, and two must share: below that, Chapman's estimate says little more than its own formula."""

NINETY = 1.6449
"""The standard normal deviate of a 90 % interval."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """Which incidents are asked about; ``line`` None = of any."""

    kind: str
    window: Window
    line: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Estimate:
    """What two lists say of all: how many each has, how many both, the number of all and its 90 % interval."""

    lists: tuple[str, str]
    sizes: tuple[int, int]
    both: int
    seen: int
    total: float
    low: float
    high: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Hidden:
    """What is known, what must be, and what may be. ``at_least`` holds if the counts named by ``claims`` are right."""

    known: tuple[IncidentId, ...]
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
    counted = certain_and_possible(asked.kind, asked.line, asked.window, incidents.values(), reports, documents)
    lacking, named = _lacking(asked, claims, checks, reports, documents)
    estimate, refused = _estimate([incidents[each] for each in counted.certain], reports)
    return Hidden(
        known=counted.certain, possible=counted.possible, at_least=len(counted.certain) + lacking, claims=named,
        estimate=estimate, refused=refused,
    )  # fmt: skip


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
        if within and check.claimed > check.found and asked.line in (None, claim.line or line_of(claim, reports)):
            groups[counted_by(claim, reports)].append(Lack(claim=key, window=window, number=check.claimed - check.found))
    best = max((stab(lacks) for _, lacks in sorted(groups.items())), key=len, default=[])
    return len(best), tuple(sorted({lack.claim for served in best for lack in served}))


def _estimate(known: Sequence[Incident], reports: Mapping[ReportId, Report]) -> tuple[Estimate | None, tuple[str, ...]]:
    """The estimate from the two lists that share most, or why there is none."""
    lists = lists_of(known, reports)
    long_enough = {name: found for name, found in sorted(lists.items()) if len(found) >= LEAST}
    if len(long_enough) < 2:
        names = ", ".join(f"{name} {len(found)}" for name, found in sorted(lists.items())) or "none"
        return None, (f"an estimate needs two lists of {LEAST} incidents or more; there are: {names}",)
    refused, fitting = [], []
    for one, two in combinations(long_enough, 2):
        both = long_enough[one].keys() & long_enough[two].keys()
        tied = [each for each in both if long_enough[one][each] & long_enough[two][each]]
        if tied:
            refused.append(f"{one} and {two} depend on each other: {len(tied)} of the {len(both)} that both have come from one document")
        elif len(both) < LEAST_BOTH:
            refused.append(f"{one} and {two} share {len(both)} incidents, and an estimate needs {LEAST_BOTH}")
        else:
            fitting.append((-len(both), one, two))
    if not fitting:
        return None, tuple(refused)
    _, one, two = min(fitting)
    return chapman((one, two), set(long_enough[one]), set(long_enough[two])), tuple(refused)


def lists_of(known: Sequence[Incident], reports: Mapping[ReportId, Report]) -> dict[str, dict[IncidentId, set[DocumentId]]]:
    """Who found which incidents, in which documents: a party by its own bodies, "outlets" where a text speaks for itself."""
    found: dict[str, dict[IncidentId, set[DocumentId]]] = defaultdict(lambda: defaultdict(set))
    for incident in known:
        for key in incident.reports:
            for each in reports[key].attributions:
                if each.stance in (Stance.ASSERTS, Stance.CONFIRMS):
                    found[each.speaker.value.party or "outlets"][incident.id].add(reports[key].document_id)
    return {name: dict(some) for name, some in found.items()}


def chapman(names: tuple[str, str], one: set[IncidentId], two: set[IncidentId]) -> Estimate:
    """Chapman's estimate of all, from two lists found independently; the interval never goes below what was seen."""
    n1, n2, m, seen = len(one), len(two), len(one & two), len(one | two)
    total = (n1 + 1) * (n2 + 1) / (m + 1) - 1
    variance = (n1 + 1) * (n2 + 1) * (n1 - m) * (n2 - m) / ((m + 1) ** 2 * (m + 2))
    unseen = total - seen
    spread = exp(NINETY * sqrt(log(1 + variance / unseen**2))) if unseen > 0 else 1.0
    return Estimate(
        lists=names, sizes=(n1, n2), both=m, seen=seen, total=total, low=seen + unseen / spread, high=seen + unseen * spread
    )  # fmt: skip
