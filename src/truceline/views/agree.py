"""Whether competing values of a field can all be true: "dozens" and "about 30" can, 9 June and 11 June cannot."""

from collections.abc import Sequence

from truceline.views.values import COUNTS, days, decoded

# Lists may add up, and one place may be named more or less finely.
MAY_ADD_UP = frozenset({"actor", "target", "response", "sources", "via", "place", "type"})


def agree(field: str, values: Sequence[str]) -> bool:
    """Can all values (as variants write them) be true at once? ``values`` of one field of one incident."""
    if len(values) < 2 or field in MAY_ADD_UP:
        return True
    if field == "date":
        spans = [span for each in values if (span := days(each))]
        return not spans or max(span[0] for span in spans) <= min(span[1] for span in spans)
    if field in COUNTS:
        return counts_agree([decoded(each) for each in values])
    return False


def counts_agree(ranges: Sequence[object]) -> bool:
    """Do all intervals share a number? An open end stands for no bound."""
    bounds = [each for each in ranges if isinstance(each, list) and len(each) == 2]
    lows = [each[0] for each in bounds if each[0] is not None]
    highs = [each[1] for each in bounds if each[1] is not None]
    return not lows or not highs or max(lows) <= min(highs)
