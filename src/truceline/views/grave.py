"""Grave allegations, worded with care: told as somebody's claim, never as a fact and never in our own voice (responsible use)."""

from collections.abc import Iterable
from dataclasses import dataclass

from truceline.model.incident import Incident
from truceline.model.report import Report, Stance
from truceline.views.values import unique

CARE = (
    "A grave allegation. It is told here as the claim of those who make it; Truceline has verified nothing of it and judges nobody. "
    "Do not pass it on without its sources, and name no private person."
)
"""Stands beside every grave allegation."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Allegation:
    """What is alleged, by whom, and how many independent origins tell it."""

    what: str
    claimants: tuple[str, ...]
    origins: int
    denied_by: tuple[str, ...]

    @property
    def standing(self) -> str:
        """How far it is carried, in words: copies and relays add nothing, and origins that agree prove nothing."""
        denied = f"; denied by {', '.join(self.denied_by)}" if self.denied_by else ""
        return (
            "not verified: a single origin" if self.origins < 2 else f"not verified: told by {self.origins} independent origins"
        ) + denied


def allegations(incident: Incident, reports: Iterable[Report]) -> tuple[Allegation, ...]:
    """The grave allegations of an incident's reports, each once, with its claimants in the order of the reports."""
    told = tuple(reports)
    denied = unique(
        [each.party for each in incident.stances if each.stance in ("denied", "denies")]
        + [str(step.by) for report in told for step in report.follow_ups if step.act == "denial" and step.by]
    )
    return tuple(
        Allegation(
            what=what,
            claimants=unique(
                each.speaker.value.code
                for report in told
                if what in {slot.value for slot in report.grave}
                for each in report.attributions
                if each.stance not in (Stance.DENIES, Stance.NOT_CONFIRMED)
            ),
            origins=len(incident.origins),
            denied_by=denied,
        )
        for what in unique(slot.value for report in told for slot in report.grave)
    )
