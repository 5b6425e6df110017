"""How two values of one kind stand to each other, as names of levels in the file of weights: dates, places, figures."""

from math import asin, cos, radians, sin, sqrt

from rapidfuzz import fuzz

from truceline.incidents.profile import Profile
from truceline.incidents.weights import Scale
from truceline.model.place import Where
from truceline.model.time import Precision, When

EARTH_KM = 6371.0088  # mean radius, IUGG
NEAR_KM = 15.0  # places of one fight lie within a day's patrol; farther apart they are two places
FAR_KM = 60.0  # worldmonitor#204 (peers.md 6): events some 50 km apart are not one
NEAR_DAYS = 2
WHOLE_KM = 60.0  # a country or province holds many acts: beside a village's name it tells little
LOOSE_DAYS, WIDE_DAYS, YEARS_DAYS = 14, 62, 400  # weeks say as little as a month, months as a year, years next to nothing


def of_dates(one: When, two: When) -> str:
    """The level of two dates: apart, one day, or how closely the stretches of days fit."""
    if one.end < two.start or two.end < one.start:
        return "apart"
    if one.start == one.end and two.start == two.end:
        return "same_day"
    coarse = {one.precision, two.precision} & {Precision.MONTH, Precision.YEAR}
    if Precision.YEAR in coarse:
        return "in_year"
    if coarse:
        return "same_month" if one.precision is two.precision else "day_in_month"
    return _intervals(one, two)


def _intervals(one: When, two: When) -> str:
    if (one.start, one.end) == (two.start, two.end):
        return "same_interval"
    loose = _loose(max(one.end - one.start, two.end - two.start).days)
    if loose is not None:
        return loose
    if one.start == one.end or two.start == two.end:
        return "day_inside"
    if one.start == two.start:
        return "same_start"
    return "shared_edge" if one.end == two.end else "overlap"


def _loose(days: int) -> str | None:
    """The level of a stretch so long that lying in it says little; None where it is short."""
    if days > YEARS_DAYS:
        return "in_years"
    return "in_year" if days > WIDE_DAYS else "day_in_month" if days > LOOSE_DAYS else None


def of_dated_and_undated(dated: Profile, undated: Profile, scale: Scale) -> str:
    """The level of a dated report and one without a date word, by the days between the act and the publication."""
    known = dated.when
    if known is None or undated.published is None:
        return "unknown"
    # One day of grace: a paper dated by its own clock may go out before midnight has passed where the act happened.
    # In ordinals, since a hostile date may lie at the end of the calendar.
    published = undated.published.toordinal()
    if known.start.toordinal() > published + 1:
        return "planned_ahead" if dated.planned and undated.planned else "after_publication"
    loose = _loose((known.end - known.start).days)
    if loose is not None and published <= known.end.toordinal() + scale.undated_days:
        return loose
    gap = published - known.end.toordinal()
    if undated.main:
        if gap <= NEAR_DAYS:
            return "near_publication"
        return "days_before_publication" if gap <= scale.undated_days else "long_before_publication"
    if gap <= NEAR_DAYS:
        return "recalled_near"
    return "recalled_recent" if gap <= scale.recall_days else "recalled_old"


def of_publications(left: Profile, right: Profile) -> str:
    """The level of two reports without a date word, by the days between their publications."""
    if left.published is None or right.published is None:
        return "unknown"
    gap = abs((left.published - right.published).days)
    if 3 < gap <= 21 and left.main and right.main:
        return "about_weeks_apart"
    return "published_same_day" if gap == 0 else "published_near" if gap <= 3 else "published_weeks" if gap <= 21 else "published_far"


def of_places(left: Profile, right: Profile) -> str:
    """The level of two named places: by distance where both have a point, else by the telling words of their names."""
    apart = _kilometres(left.where, right.where)
    if apart is not None and apart > FAR_KM:
        return "different"
    if not left.place or not right.place or (left.place != right.place and max(_doubt(left.where), _doubt(right.where)) >= WHOLE_KM):
        return "vague"
    if left.place == right.place:
        return "same"
    if left.place <= right.place or right.place <= left.place:
        return "part"
    if left.place & right.place or (apart is not None and apart <= NEAR_KM):
        return "share"
    # Romanisations differ by a letter or two (Hyongjesan, Hyeongjesan): whole names are compared loosely, once.
    alike = fuzz.token_set_ratio(" ".join(sorted(left.place)), " ".join(sorted(right.place)))
    return "share" if alike >= 80 else "different"


def _doubt(where: Where | None) -> float:
    """Radius of a place in kilometres; 0 where it is not known."""
    return (where.radius_m or 0) / 1000 if where else 0.0


def _kilometres(one: Where | None, two: Where | None) -> float | None:
    """Least distance of two places in kilometres, their radii of doubt taken off; None where a point lacks."""
    if one is None or two is None or one.latitude is None or two.latitude is None or one.longitude is None or two.longitude is None:
        return None
    lat1, lon1, lat2, lon2 = map(radians, (one.latitude, one.longitude, two.latitude, two.longitude))
    half = sin((lat2 - lat1) / 2) ** 2 + cos(lat1) * cos(lat2) * sin((lon2 - lon1) / 2) ** 2
    return max(0.0, 2 * EARTH_KM * asin(min(1.0, sqrt(half))) - _doubt(one) - _doubt(two))


# Ranks of agreement of two figures, best first; a large figure told alike is rarely chance.
FIGURES = ("same_telling", "same", "compatible", "near", "different")
LARGE = 10


def of_figures(low: int | None, high: int | None, low2: int | None, high2: int | None) -> int:
    """The rank in ``FIGURES`` of two counts, each an interval with None for an open end."""
    if (low, high) == (low2, high2) and (low, high) != (0, 0):  # "no casualties" tells no act from another
        return 0 if max(low or 0, high or 0) >= LARGE else 1
    bottom, top = max(low or 0, low2 or 0), min(_top(high), _top(high2))
    if bottom <= top:
        return 2
    return 3 if bottom >= LARGE and bottom <= 1.25 * top else 4


def _top(high: int | None) -> float:
    return float("inf") if high is None else high


def interval(low: int | None, high: int | None) -> str:
    """A count for people to read: 20, 24..99, 5.. or ..40."""
    return f"{low}" if low == high else f"{'' if low is None else low}..{'' if high is None else high}"
