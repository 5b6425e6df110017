"""Publication dates: what counts as one, and what is the story's own and must not."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from truceline.readers.dates import dateline_date, iso_date, page_date, written_date
from truceline.readers.furniture import built_in

MONTHS = built_in().months


@given(st.dates(min_value=date(1900, 1, 1), max_value=date(2100, 12, 31)), st.sampled_from(["", "T10:00:00Z", " 23:59", "T00:00:00+09:00"]))
def test_iso_day_is_read_as_printed(day: date, rest: str) -> None:
    assert iso_date(day.isoformat() + rest) == day


@given(st.one_of(st.text(), st.integers(), st.none(), st.from_regex(r"\d{4}-\d{2}-\d{2}")))
def test_anything_else_is_none_and_never_an_error(written: object) -> None:
    found = iso_date(written)
    assert found is None or 1900 <= found.year <= 2100


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("18 June 2024", date(2024, 6, 18)),
        ("June 18, 2024", date(2024, 6, 18)),
        ("Tue, 18th Jun. 2024 10:30", date(2024, 6, 18)),
        ("June 2024", None),
        ("31 June 2024", None),
        ("18 Brumaire 2024", None),
        ("June 18", None),
    ],
)
def test_written_dates(words: str, day: date | None) -> None:
    assert written_date(words, MONTHS) == day


@pytest.mark.parametrize(
    ("head", "day"),
    [
        ("SEOUL, June 18, 2024 (Wire) -- Soldiers crossed the line.", date(2024, 6, 18)),
        ("SEOUL, South Korea, 18 June 2024 - Soldiers crossed the line.", date(2024, 6, 18)),
        ("Headline\n\nJune 18, 2024\n\nSoldiers crossed the line.", date(2024, 6, 18)),
        ("Headline\n2024-06-18 10:30\nSoldiers crossed the line.", date(2024, 6, 18)),
        ("SEOUL, June 18 - Soldiers crossed the line.", None),
        ("SEOUL, Korea (June 18, 2024) Soldiers crossed the line.", date(2024, 6, 18)),
        ("Joint Command 2024-06-S-007 For Release SEOUL, Korea (June 18, 2024) - Soldiers crossed the line.", date(2024, 6, 18)),
        ("Joint Command 2024-06-S-007\nSEOUL, Korea (June 18) - Soldiers crossed the line.", date(2024, 6, 18)),
        ("June 18: Soldiers cross the line\nJoint Command 2024-06-CA-007\nSoldiers crossed the line.", date(2024, 6, 18)),
        ("Joint Command 2024-07-S-007\nSEOUL, Korea (June 18) - Soldiers crossed the line.", None),
        ("SEOUL, Korea (June 18) - Soldiers crossed the line.", None),
        ("Soldiers of Camp Long, Korea (founded May 3, 1951) crossed the line.", None),
        ("On June 9, 2024, soldiers crossed the line.", None),
        ("Soldiers crossed the line on June 9, 2024.", None),
        ("The armistice of 27 July 1953 still holds.", None),
        ("June 9, 2024 was the day on which soldiers crossed the line for the first time, the army said.", None),
    ],
)
def test_dateline_counts_and_a_date_of_the_story_does_not(head: str, day: date | None) -> None:
    assert dateline_date(head, built_in()) == day


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        ('<meta property="article:published_time" content="2024-06-18T17:40:00+09:00">', (date(2024, 6, 18), "meta")),
        ('<meta name="DC.date" content="2024-06-18">', (date(2024, 6, 18), "meta")),
        ('<meta name="date" content="soon"><time datetime="2024-06-18">', (date(2024, 6, 18), "time element")),
        ('<script type="application/ld+json">{"@graph":[{"datePublished":"2024-06-18"}]}</script>', (date(2024, 6, 18), "json-ld")),
        ('<script type="application/ld+json">{broken</script><p>June 18, 2024</p>', None),
        ('<script type="application/ld+json">' + "[" * 90_000 + "</script>", None),
        ('<meta name="viewport" content="2024-06-18">', None),
    ],
)
def test_page_date_says_where_it_stood(markup: str, expected: tuple[date, str] | None) -> None:
    assert page_date(LexborHTMLParser(f"<html><body>{markup}</body></html>")) == expected
