"""Which files are attached to what, as people left it: taken back or not, and to which reports of today."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date

from truceline.model.ids import ReportId
from truceline.model.media import Custody, Hand, MediaFile, MediaId


def attached(
    custody: Iterable[Custody], media: Iterable[MediaFile], now: Mapping[ReportId, ReportId], as_of: date | None = None
) -> tuple[Custody, ...]:
    """The attachments that stand, oldest first; reports that were read anew are named by their present ids (``decisions``).

    With ``as_of`` those made by that day. A file that is gone is attached to nothing.
    """
    steps = [each for each in custody if as_of is None or each.at.date() <= as_of]
    back = {each.undoes for each in steps if each.hand is Hand.TAKEN_BACK}
    kept: set[MediaId] = {each.id for each in media}
    return tuple(
        replace(each, reports=tuple(dict.fromkeys(now.get(one, one) for one in each.reports)))
        for each in sorted(steps, key=lambda one: (one.at, one.id))
        if each.hand is Hand.ATTACHED and each.id not in back and each.media in kept
    )
