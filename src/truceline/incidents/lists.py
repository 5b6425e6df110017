"""Who found which incidents: the lists that are held against one another, and which of them rest on one another.

A list is what one side, one other body, or the outlets by their own account tell of. The sides of a line stand by their part in the
incident, since neither tells of its own acts: "acted upon" holds what each side tells of the other, and so covers all incidents alike.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from truceline.incidents.loglinear import MOST_LISTS
from truceline.incidents.origins import near_copies
from truceline.incidents.standing import ACTED, ACTED_UPON, FOR
from truceline.model.document import Document
from truceline.model.ids import DocumentId, IncidentId, ReportId
from truceline.model.incident import Incident
from truceline.model.report import Report

OUTLETS = "outlets"

LEAST, LEAST_BOTH = 5, 3
"""Incidents a list must have, and two must share: below that an estimate says little more than its own formula."""

MOST_TRIED = 12
"""Of more lists, the longest are tried."""

TIED = 0.1
"""Of the incidents that two lists share, the share that both may have from one and the same text; more, and one rests on the other."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """One list: what it is called, and for each incident on it the texts it stands in, copies of one text as one."""

    name: str
    texts: Mapping[IncidentId, frozenset[DocumentId]]

    @property
    def ids(self) -> frozenset[IncidentId]:
        """The incidents on it."""
        return frozenset(self.texts)


def lists_of(known: Sequence[Incident], reports: Mapping[ReportId, Report], documents: Mapping[DocumentId, Document]) -> tuple[Found, ...]:
    """Every list, by name; who only denies, or only hands on what another says, has found nothing."""
    copies = near_copies({key: documents[key] for each in known for key in each.documents if key in documents})
    texts: dict[str, dict[IncidentId, set[DocumentId]]] = defaultdict(lambda: defaultdict(set))
    parties: dict[str, set[str]] = defaultdict(set)
    for incident in known:
        acted, upon = _parties(incident, "actor"), _parties(incident, "target")
        for report in (reports[key] for key in incident.reports):
            for party in {each.speaker.value.party or OUTLETS for each in report.attributions if each.stance in FOR}:
                name = ACTED if party in acted - upon else ACTED_UPON if party in upon - acted else party
                parties[name].add(party)
                texts[name][incident.id].add(copies.get(report.document_id, report.document_id))
    return tuple(
        Found(name=_called(name, parties[name]), texts={key: frozenset(those) for key, those in some.items()})
        for name, some in sorted(texts.items())
    )


def usable(lists: Sequence[Found]) -> tuple[tuple[Found, ...], tuple[str, ...]]:
    """The most lists that rest on none of one another (of as many, those that tell of most), and why others were left out."""
    long_enough = sorted((each for each in lists if len(each.ids) >= LEAST), key=lambda each: -len(each.ids))[:MOST_TRIED]
    if len(long_enough) < 2:
        names = ", ".join(f"{each.name} {len(each.ids)}" for each in lists) or "none"
        return (), (f"an estimate needs two lists of {LEAST} incidents or more; there are: {names}",)
    against = {(one.name, two.name): why for one, two in combinations(long_enough, 2) if (why := _against(one, two))}
    sets = [
        some
        for size in range(2, MOST_LISTS + 1)
        for some in combinations(long_enough, size)
        if not any((one.name, two.name) in against for one, two in combinations(some, 2))
    ]
    best = max(sets, key=lambda some: (len(some), sum(len(each.ids) for each in some)), default=())
    return best, tuple(against.values())


def _against(one: Found, two: Found) -> str | None:
    """Why two lists cannot be held against one another, if so."""
    both = one.ids & two.ids
    tied = sum(one.texts[each] <= two.texts[each] or two.texts[each] <= one.texts[each] for each in both)
    if tied > TIED * len(both):
        return f"{one.name} and {two.name} depend on each other: {tied} of the {len(both)} that both have come from one document"
    if len(both) < LEAST_BOTH:
        return f"{one.name} and {two.name} share {len(both)} incidents, and an estimate needs {LEAST_BOTH}"
    return None


def _called(name: str, parties: set[str]) -> str:
    """A list of one party by its code, of several by their part in the incidents."""
    return next(iter(parties)) if len(parties) == 1 else f"{name} ({', '.join(sorted(parties))})"


def _parties(incident: Incident, field: str) -> frozenset[str]:
    return frozenset(each.value.partition(":")[0] for each in incident.variants.get(field, ())) - {"UNK"}
