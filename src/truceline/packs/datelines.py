"""Datelines: at the head of a text, where, on which day and by whom it was written ("SEOUL, Korea, June 11, 2024 (Agency) --").

Every room that meets one asks here: how long it is, which day it bears, whose agency it names, in which city it was written.
"""

import re
from collections.abc import Iterator

_NAME = r"[A-Z][\w'’.-]+"
_DAY = r"(?:[A-Z][a-z]+\.?\s+\d{1,2}(?:,\s*\d{4})?|\d{1,2}\s+[A-Z][a-z]+(?:\s+\d{4})?)"
_CITY_IN_LAND = rf"[A-Z][\w'’-]+(?: {_NAME}){{0,3}}, [A-Z][a-z]+(?: [A-Z][a-z]+){{0,3}}\s+"
_RULE = r"(?:--+|[-—–−_])"
"""The dash that ends a dateline, however it is set."""
_TYPED = r"(?:--|—|–|_|-\s)"
"""The same where a hyphen may only join two words, and as wires typed it."""

_WHOLE = re.compile(rf"\s*{_NAME}(?:[ /,]+{_NAME}){{0,4}},?\s+(?:{_DAY}\s*)?(?:\([^()\n]{{2,40}}\)\s*)?{_RULE}\s+")
_RELEASED = re.compile(rf"(?:[^\n.!?]{{0,200}}?\s)?{_CITY_IN_LAND}\((?P<day>[A-Z][a-z]+\.?\s+\d{{1,2}}(?:,\s*\d{{4}})?)\)\s*{_RULE}?\s*")
"""A city, its land and a day in brackets ("KABUL, Afghanistan (Jan. 12, 2013)"), as press offices head a release, with the number of
the release before it or not, and a dash behind it or not."""
_CITY_AND_LAND = re.compile(rf"\s*{_NAME}(?: {_NAME})?, {_NAME}(?: {_NAME})?\s+(?:--+|[—–])\s+")
_CITY = re.compile(
    rf"\s*(?P<city>[A-Z][A-Za-z'-]+(?: [A-Z][A-Za-z'-]+){{0,3}})(?:, [^-–—\n(]{{1,40}})?\s*(?:\([^)\n]{{1,30}}\)\s*)?{_TYPED}"
)
_AGENCY = re.compile(rf"^[^()\n]{{2,60}}\((?P<agency>[A-Z][\w .-]{{1,24}})\)\s*(?:{_RULE}|_)", re.MULTILINE)
_BEFORE_A_DAY = re.compile(r"\s*[A-Z][\w.'-]*(?:[ ,/]+[A-Z][\w.'-]*){0,5}(?:\s*\([A-Z][^()\n]{1,40}\))?,?\s*$")
_AFTER_A_DAY = re.compile(rf"\s*(?:'?\d\d\s*)?(?:\([^()\n]{{1,40}}\)\s*)?{_TYPED}")
_IN_BRACKETS = re.compile(rf"\b{_CITY_IN_LAND}\((?P<day>[^()\n]{{5,24}})\)")
_FARTHEST = 120
"""How far into a line a dateline goes, in characters; one of a release 300, its number among them."""
_RELEASE = 300
_HEAD = 600
"""How far into a text its dateline may stand."""


def length(paragraph: str) -> int:
    """Length of a dateline ("SEOUL, June 11, 2024 -", "WASHINGTON (AP) --") at the head of a paragraph; 0 if there is none.

    A name and a dash alone ("Hezbollah - the group") is a dateline only with a date, an agency, a land ("Tehran, Iran —") or capitals.
    """
    if released := _RELEASED.match(paragraph[:_RELEASE]):
        return released.end()
    match = _WHOLE.match(paragraph[:_FARTHEST])
    if match is None:
        return 0
    head = match.group()
    sure = "(" in head or any(c.isdigit() for c in head) or head.split()[0].rstrip(",").isupper()
    sure = sure or bool(_CITY_AND_LAND.fullmatch(head))
    return match.end() if sure and match.end() < len(paragraph) else 0


def bears_day(text: str, start: int, end: int) -> bool:
    """Whether a day in a text stands in a dateline ("CITY, March 3 (Agency) --"): it tells when was written, not when it happened."""
    if start > _FARTHEST or _BEFORE_A_DAY.fullmatch(text[:start]) is None:
        return False
    return _AFTER_A_DAY.match(text, end) is not None


def days_in_brackets(text: str) -> list[str]:
    """What stands in brackets behind a city and its land at the head of a text, as press offices put the day of a release."""
    return [match["day"] for match in _IN_BRACKETS.finditer(text[:_HEAD])]


def agencies(text: str) -> Iterator[tuple[int, str]]:
    """Each agency that a dateline names in brackets at the head of a text, with where its name begins."""
    for match in _AGENCY.finditer(text, 0, _HEAD):
        yield match.start("agency"), match["agency"]


def city(text: str) -> tuple[int, int] | None:
    """Where the city stands in which a text was written; None where no dateline opens it."""
    match = _CITY.match(text)
    return match.span("city") if match else None
