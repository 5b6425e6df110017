"""When a document was published, as printed beside or above its text; never guessed from what it tells."""

import re
from collections.abc import Iterator
from datetime import date
from typing import Any

import msgspec
from selectolax.lexbor import LexborHTMLParser

from truceline.packs import datelines
from truceline.readers.furniture import Furniture, lines_of

EARLIEST, LATEST = 1900, 2100
_ISO = re.compile(r"\s*(\d{4})-(\d{2})-(\d{2})(?!\d)")
_WRITTEN = re.compile(
    r"(?<!\w)(?:(?P<d1>\d{1,2})(?:st|nd|rd|th)?\s+)?(?P<month>[^\W\d_]{3,9})\.?\s+(?:(?P<d2>\d{1,2})(?:st|nd|rd|th)?,?\s+)?(?P<year>\d{4})(?!\d)"
)
_META = (
    "article:published_time", "og:article:published_time", "og:published_time", "datepublished", "date", "dc.date", "dc.date.issued",
    "dcterms.date", "dcterms.created", "pubdate", "publishdate", "publish-date", "publication_date", "sailthru.date",
    "parsely-pub-date", "article.published", "citation_publication_date",
)  # fmt: skip
"""Names of <meta> that hold a publication date, surest first; in lower case."""
MAX_JSON_LD = 200_000
DATELINE_LINES = 6
_HEAD = 600
_YEARLESS = re.compile(r"\s*(?P<month>[^\W\d_]{3,9})\.?\s+(?P<day>\d{1,2})(?!\d)")
_NUMBERED = re.compile(r"(?<![\w-])(?P<year>\d{4})-(?P<month>\d{2})-[A-Z]{1,3}\s?[-–]\s?\d{1,4}(?!\w)")
"""The number of a release that begins with year and month ("2010-10-CA-127"), as a press office counts them."""


def iso_date(written: object) -> date | None:
    """The day that an ISO 8601 date or instant begins with; None for anything else, or a year out of reason.

    The day is taken as printed: it is the publisher's local day, whatever the zone.
    """
    found = _ISO.match(written) if isinstance(written, str) else None
    return _day(int(found[1]), int(found[2]), int(found[3])) if found else None


def written_date(words: str, months: dict[str, int]) -> date | None:
    """The first full date in a few words: ISO, "18 June 2024", "June 18, 2024"."""
    if found := _ISO.search(words):
        return _day(int(found[1]), int(found[2]), int(found[3]))
    for match in _WRITTEN.finditer(words):
        month = months.get(match["month"].casefold())
        number = match["d2"] or match["d1"]
        if month and number:
            return _day(int(match["year"]), month, int(number))
    return None


def dateline_date(text: str, furniture: Furniture) -> date | None:
    """The date of a dateline ("SEOUL, June 18, 2024 --", "SEOUL, Korea (June 18, 2024)") or of a line that is a date, at a text's head.

    Only a date with its year counts, and only at the head of a line or in brackets behind a city and its land: a date within a
    sentence is the story's. Where a day of a dateline or of a headline ("June 18: ...") lacks its year, the number of the release
    may tell it ("2024-06-CA-012").
    """
    for number, (_, line) in enumerate(lines_of(text[:3000])):
        if number >= DATELINE_LINES:
            break
        if found := _dateline(line, furniture.months):
            return found
    return _bracketed(text[:_HEAD], furniture.months)


def _bracketed(head: str, months: dict[str, int]) -> date | None:
    """The day in brackets behind a city and its land, or at the head of the first line; a missing year from the number of the release."""
    told = datelines.days_in_brackets(head)
    for words in told:
        if _WRITTEN.fullmatch(words) and (found := written_date(words, months)):
            return found
    number = _NUMBERED.search(head)
    if number is None:
        return None
    for match in (_YEARLESS.match(words) for words in (*told, head)):
        month = months.get(match["month"].casefold()) if match else None
        if match and month == int(number["month"]):
            return _day(int(number["year"]), month, int(match["day"]))
    return None


def _dateline(line: str, months: dict[str, int]) -> date | None:
    head = line[:80]
    if found := _ISO.match(head):
        return iso_date(head) if len(line) <= found.end() + 20 else None
    for match in _WRITTEN.finditer(head):
        before, after = head[: match.start()].strip(), line[match.end() :].strip()
        is_place = before.endswith(",") and before.split(",")[0].isupper()
        is_alone = len(line) <= 60 and (not before or before.endswith(":") or before[-1:] in "|,") and not after.endswith(".")
        if is_place or is_alone:
            return written_date(match[0], months)
    return None


def page_date(tree: LexborHTMLParser) -> tuple[date, str] | None:
    """The publication date that a page declares, with where it stood: "meta", "json-ld" or "time element"."""
    metas = {_name(node.attributes): node.attributes.get("content") for node in tree.css("meta[content]")}
    for name in _META:
        if found := iso_date(metas.get(name)):
            return found, "meta"
    for value in _json_ld(tree):
        if found := iso_date(value):
            return found, "json-ld"
    for node in tree.css("time[datetime]"):
        if found := iso_date(node.attributes.get("datetime")):
            return found, "time element"
    return None


def _name(attributes: dict[str, str | None]) -> str:
    return (attributes.get("property") or attributes.get("name") or attributes.get("itemprop") or "").casefold()


def _json_ld(tree: LexborHTMLParser) -> Iterator[object]:
    for node in tree.css('script[type="application/ld+json"]'):
        written = node.text(deep=True)
        if len(written) > MAX_JSON_LD:
            continue
        try:
            yield from _published_in(msgspec.json.decode(written))
        except (msgspec.DecodeError, RecursionError):
            continue  # a page's broken extra data is no reason to refuse its text


def _published_in(found: Any) -> Iterator[object]:
    """Each ``datePublished``, outermost first, without recursion: the data is the page's, and may nest as it likes."""
    waiting = [found]
    while waiting:
        value = waiting.pop(0)
        if isinstance(value, list):
            waiting.extend(value)
        elif isinstance(value, dict):
            if "datePublished" in value:
                yield value["datePublished"]
            waiting.extend(value.values())


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day) if EARLIEST <= year <= LATEST else None
    except ValueError:
        return None
