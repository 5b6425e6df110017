"""Which reports make one incident: joined best score first, while nothing in the two groups conflicts.

A chain of likenesses must not bring two conflicting reports together: a group joins another only if no pair across
the two is forbidden and the pairs across support it on the whole. People's judgements stand first: their "not same"
is never joined over, their "same" is joined whatever the score. Ties are broken by ids, so order never shows.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from truceline.model.ids import ReportId
from truceline.model.incident import Judgement, Same

Pair = tuple[ReportId, ReportId]
Score = Callable[[ReportId, ReportId], float | None]  # None = forbidden
Conflict = Callable[[ReportId, ReportId], bool]


@dataclass(slots=True)
class Groups:
    """Reports in groups; ``apart`` holds the pairs that people judged not the same."""

    apart: frozenset[Pair]
    of: dict[ReportId, ReportId] = field(default_factory=dict)
    members: dict[ReportId, list[ReportId]] = field(default_factory=dict)

    def add(self, report: ReportId) -> None:
        """Puts a report in a group of its own."""
        self.of[report], self.members[report] = report, [report]

    def join(self, one: ReportId, two: ReportId) -> None:
        """Makes the groups of two reports one, named after its least member."""
        name, other = sorted((self.of[one], self.of[two]))
        for member in self.members[other]:
            self.of[member] = name
        self.members[name] = sorted(self.members[name] + self.members.pop(other))

    def across(self, one: ReportId, two: ReportId) -> list[Pair]:
        """Every pair with one report in each group."""
        ours, theirs = self.members[self.of[one]], self.members[self.of[two]]
        return [ordered(left, right) for left in ours for right in theirs]


def ordered(one: ReportId, two: ReportId) -> Pair:
    """Two ids, the lesser first."""
    return (one, two) if one < two else (two, one)


def latest(decided: Iterable[Judgement]) -> dict[Pair, Same]:
    """The word that stands for each pair that people judged: the latest one; of two at one time, the cautious one."""
    caution = {Same.YES: 0, Same.UNSURE: 1, Same.NO: 2}
    standing: dict[Pair, tuple[tuple[str, int, str], Same]] = {}
    for each in decided:
        rank = (each.at.isoformat() if each.at else "", caution[each.same], each.by)
        pair = ordered(each.left, each.right)
        if pair not in standing or standing[pair][0] < rank:
            standing[pair] = (rank, each.same)
    return {pair: same for pair, (_, same) in sorted(standing.items())}


def torn(scored: Mapping[Pair, float], *, join: float, apart: Conflict) -> frozenset[Pair]:
    """Pairs that would join a report to one of several acts of different days that fit it equally well.

    "In June soldiers crossed" fits each crossing of June: it is left by itself, unsure, instead of being given to one by chance.
    """
    fitting: dict[ReportId, dict[float, list[ReportId]]] = defaultdict(lambda: defaultdict(list))
    for (one, two), value in scored.items():
        if value >= join:
            fitting[one][value].append(two)
            fitting[two][value].append(one)
    found: set[Pair] = set()
    for report, by_value in fitting.items():
        best = by_value[max(by_value)]
        if any(apart(best[0], other) for other in best[1:]):
            found.update(ordered(report, other) for others in by_value.values() for other in others)
    return frozenset(found)


def cluster(
    reports: Sequence[ReportId],
    scored: Mapping[Pair, float],
    score: Score,
    *,
    join: float,
    support: float,
    decided: Mapping[Pair, Same],
    doubtful: frozenset[Pair] = frozenset(),
) -> list[tuple[ReportId, ...]]:
    """Groups of reports, each sorted, all sorted.

    ``scored`` holds the pairs that blocking brought together and no conflict forbids; ``score`` gives the score of any
    other pair when two groups are about to join; ``join`` is the least score that joins two reports, ``support`` the least
    mean score of all pairs across two groups; ``doubtful`` pairs do not join by themselves.
    """
    groups = Groups(apart=frozenset(pair for pair, same in decided.items() if same is Same.NO))
    for report in reports:
        groups.add(report)
    for one, two in sorted(pair for pair, same in decided.items() if same is Same.YES):
        if one in groups.of and two in groups.of and _free(groups, one, two):
            groups.join(one, two)
    together = frozenset(pair for pair, same in decided.items() if same is Same.YES)
    unsure = {pair for pair, same in decided.items() if same is Same.UNSURE}
    likely = ((value, pair) for pair, value in scored.items() if value >= join and pair not in unsure and pair not in doubtful)
    for _, (one, two) in sorted(likely, key=lambda found: (-found[0], found[1])):
        if _free(groups, one, two) and _supported(groups, one, two, scored, score, support, together):
            groups.join(one, two)
    return sorted(tuple(members) for members in groups.members.values())


def _free(groups: Groups, one: ReportId, two: ReportId) -> bool:
    """Whether two reports stand in two groups that people do not hold apart."""
    return groups.of[one] != groups.of[two] and not (groups.apart and any(pair in groups.apart for pair in groups.across(one, two)))


def _supported(
    groups: Groups,
    one: ReportId,
    two: ReportId,
    scored: Mapping[Pair, float],
    score: Score,
    support: float,
    together: frozenset[Pair],
) -> bool:
    """Whether no pair across two groups conflicts, and the mean of the pairs is support enough."""
    found = []
    for pair in groups.across(one, two):
        if pair in together:
            continue
        value = scored.get(pair)
        value = score(*pair) if value is None else value
        if value is None:
            return False
        found.append(value)
    return not found or sum(found) / len(found) >= support
