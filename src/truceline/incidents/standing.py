"""How an incident stands: who tells of it on which side, from how many origins, who was heard first hand, who contests it.

A vector and never one number: nothing is ranked by it, and no side's word is put above another's. Which body is neutral or
competent is for the reader and the rulebooks; here it is only told which party a body belongs to.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from truceline.model.incident import Incident
from truceline.model.report import Footing, Report, Stance

FOR = (Stance.ASSERTS, Stance.CONFIRMS)
AGAINST = ("denied", "not_confirmed")
ACTED, ACTED_UPON, OTHERS, NO_PARTY = "who acted", "acted upon", "other bodies", "outlets and persons"


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """``told_by`` names the speakers who assert it, by side; ``first_hand`` those heard without a relay between; ``confirmed_by``
    those who say that they confirm it; ``acknowledged_by`` speakers of the side that acted; ``findings_by`` who is told to
    have found so; ``rests_on`` who claims it on what footing (only footings that a text tells); ``contested_by`` the
    parties that deny it or do not confirm it, by their last word.
    """

    told_by: Mapping[str, tuple[str, ...]]
    n_origins: int
    first_hand: tuple[str, ...]
    confirmed_by: tuple[str, ...]
    acknowledged_by: tuple[str, ...]
    findings_by: tuple[str, ...]
    rests_on: Mapping[str, tuple[str, ...]]
    contested_by: tuple[str, ...]


def standing(incident: Incident, reports: Sequence[Report]) -> Standing:
    """The vector of one incident; ``reports`` are its own."""
    acted, upon = _parties(incident, "actor"), _parties(incident, "target")
    told: dict[str, set[str]] = {name: set() for name in (ACTED, ACTED_UPON, OTHERS, NO_PARTY)}
    known: dict[str, set[str]] = {}
    first, confirmed = set(), set()
    for report in reports:
        for each in report.attributions:
            if each.stance not in FOR:
                continue
            speaker = each.speaker.value
            told[_side(speaker.party, acted, upon)].add(speaker.code)
            if not each.via and speaker.code != "document":
                first.add(speaker.code)
            for footing in each.rests_on:
                known.setdefault(footing.value.value, set()).add(speaker.code)
            if each.stance is Stance.CONFIRMS:
                confirmed.add(speaker.code)
    last = {each.party: each.stance for each in incident.stances}  # in order of publication: the last word stands
    return Standing(
        told_by={name: tuple(sorted(some)) for name, some in told.items()},
        n_origins=len(incident.origins),
        first_hand=tuple(sorted(first)),
        confirmed_by=tuple(sorted(confirmed)),
        acknowledged_by=tuple(sorted(told[ACTED] - told[ACTED_UPON])),
        findings_by=tuple(sorted({each.by for report in reports for each in report.follow_ups if each.act == "finding" and each.by})),
        rests_on={how.value: tuple(sorted(known[how.value])) for how in Footing if how.value in known},
        contested_by=tuple(sorted(party for party, stance in last.items() if stance in AGAINST)),
    )


def _side(party: str | None, acted: frozenset[str], upon: frozenset[str]) -> str:
    """Which side of the incident a speaker's party is on; one that both acted and was acted upon (a fight) acted."""
    if party is None:
        return NO_PARTY
    return ACTED if party in acted else ACTED_UPON if party in upon else OTHERS


def _parties(incident: Incident, field: str) -> frozenset[str]:
    return frozenset(_party(each.value) for each in incident.variants.get(field, ())) - {"UNK"}


def _party(code: str) -> str:
    return code.partition(":")[0]
