"""Slow changes: works and build-ups that go on over weeks or months are one incident that grows as reports come, and has no one day.

Two reports of such a kind whose days are apart are of one change where at least one of them tells that it goes on (it has
"continued", or gives a stretch and no day), and no more time lies between them than ``lasting_days``. Works that both tell of one
day each do not join by themselves: only what goes on between them brings them together.
"""

from collections.abc import Sequence
from datetime import date

from truceline.incidents.profile import Profile
from truceline.incidents.weights import Scale, built_in
from truceline.model.report import Report

STATES = ("build_up",)
"""Kinds that are no act of one day at all."""

APART = frozenset({
    "apart", "after_publication", "days_before_publication", "long_before_publication", "recalled_recent", "recalled_old",
    "published_near", "published_weeks", "about_weeks_apart", "published_far",
})  # fmt: skip
"""Levels of two dates that do not meet: for these it counts that a change goes on."""

WITHIN = frozenset({"day_inside", "day_in_month", "in_year"})
"""Levels of a day in a stretch: of acts it says little, but what goes on over the stretch goes on that day."""


def level_of(left: Profile, right: Profile, level: str, scale: Scale) -> str:
    """The level of two dates, or of one change that goes on between them."""
    if left.kind in scale.courses and left.when is None and right.when is None and not (left.planned or right.planned):
        return "undated_course"
    if level not in APART | WITHIN or left.kind not in scale.lasting_kinds or left.planned or right.planned:
        return level
    gap = _gap(_days(left, scale), _days(right, scale))
    if gap is None or gap > scale.lasting_most:
        return level
    if not any(goes_on(each.kind, each.outcome, dated=each.when is not None, exact=each.exact) for each in (left, right)):
        return "days_of_works" if level == "apart" else level
    return "going_on" if gap <= scale.lasting_days else "going_on_long"


def goes_on(kind: str, outcome: str | None, *, dated: bool, exact: bool) -> bool:
    """Whether a report tells of something that goes on, rather than of what was done on one day; one without a date tells of neither."""
    return kind in STATES or outcome == "continued" or (dated and not exact)


def over(members: Sequence[Report]) -> str | None:
    """From the first day told of a slow change to the last (``first/last``); None where the days that are told all meet."""
    if not members or members[0].claim.kind.value not in built_in().lasting_kinds:
        return None
    told = [each.claim.when.value for each in members if each.claim.when]
    if len(told) < 2 or max(each.start for each in told) <= min(each.end for each in told):
        return None
    return f"{min(each.start for each in told).isoformat()}/{max(each.end for each in told).isoformat()}"


def _days(one: Profile, scale: Scale) -> tuple[date, date] | None:
    """The days that a report tells of, or, where it tells of none, those just before it came out."""
    if one.when is not None:
        return one.when.start, one.when.end
    if one.published is None:
        return None
    return date.fromordinal(max(1, one.published.toordinal() - scale.undated_days)), one.published


def _gap(one: tuple[date, date] | None, two: tuple[date, date] | None) -> int | None:
    if one is None or two is None:
        return None
    return max(0, (two[0] - one[1]).days, (one[0] - two[1]).days)
