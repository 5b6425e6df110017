"""Dates: each phrase gives the day or stretch that a coder would write, read against the publication date."""

import re
from datetime import date

import pytest
from tests.fakes.small_texts import PUBLISHED, pack

from truceline.language.date_grammar import grammar, may_name_days
from truceline.language.dates import read_clock, times
from truceline.packs.pack import DATA


def codes(text: str, published: date | None = PUBLISHED) -> list[str]:
    return [t.when.code for t in times(text, pack().lexicon, published) if t.when]


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("on Tuesday", "2031-03-11"),
        ("on Thursday", "2031-03-13"),
        ("last Thursday", "2031-03-06"),
        ("on Friday", "2031-03-14"),  # the wire's date is often that of the eve
        ("last Friday", "2031-03-07"),
        ("on Monday and Tuesday", "2031-03-10/2031-03-11"),
        ("overnight", "2031-03-13"),
        ("two days ago", "2031-03-11"),
        ("over the weekend", "2031-03-08/2031-03-09"),
        ("this weekend", "2031-03-08/2031-03-09"),
        ("during a weekend clash", "2031-03-08/2031-03-09"),
        ("earlier this week", "2031-03-10/2031-03-12"),
        ("over the past week", "2031-03-06/2031-03-13"),
        ("the February launch", "2031-02"),
        ("in February last year", "2030-02"),
        ("in February of last year", "2030-02"),
        ("on Feb. 8 last year", "2030-02-08"),
        ("on 8 February last year", "2030-02-08"),
        ("in February two years ago", "2029-02"),
        ("on February 8, two years ago", "2029-02-08"),
        ("a 2019 ambush", "2019"),
        ("late 2028", "2028"),
        ("on New Year's Day", "2031-01-01"),
        ("between March 4, 5:00 PM and March 5, 6:00 AM", "2031-03-04/2031-03-05"),
        ("March 4 and Wednesday", "2031-03-04/2031-03-05"),
        ("March 1 and March 9", "2031-03-01"),
        ("in July 1982", "1982-07"),
        ("last March", "2030-03"),
        ("since the clashes began March 8", "2031-03-08/2031-03-13"),
        ("since the truce expired Tuesday", "2031-03-11/2031-03-13"),
        ("since fighting between the two began in the south on Tuesday", "2031-03-11/2031-03-13"),
        ("since they began their offensive in early March", "2031-03-01/2031-03-13"),
        ("since Tuesday", "2031-03-11/2031-03-13"),
        ("in the summer of 2026", "2026-06/2026-08"),
        ("in late spring 2026", "2026-03/2026-05"),
        ("since Thursday morning", "2031-03-13"),
        ("since a new round of fighting for control of the south of the country began Tuesday", "2031-03-11/2031-03-13"),
        ("last June 4", "2030-06-04"),
        ("a week ago", "2031-03-06"),
        ("earlier in the day", "2031-03-13"),
        ("by masked troops Tuesday", "2031-03-11"),
        ("from late Tuesday to dawn Wednesday", "2031-03-11/2031-03-12"),
        ("on June 4, Juche 113 (2024)", "2024-06-04"),
        ("on June 4, Juche 113", "2024-06-04"),
    ],
)
def test_words_give_their_day(words: str, code: str) -> None:
    assert codes(f"The unit was hit {words}, it said.")[:1] == [code]


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("on Sunday, March 2", "2031-03-02"),
        ("on Sunday 2 March", "2031-03-02"),
        ("on Sunday night, March 2", "2031-03-02"),
        ("on March 2, a Sunday", "2031-03-02"),
        ("from Sunday, March 2, to Tuesday, March 4", "2031-03-02/2031-03-04"),
        ("overnight Tuesday", "2031-03-11"),
        ("overnight from Tuesday to Wednesday", "2031-03-11/2031-03-12"),
        ("from late Tuesday into early Wednesday", "2031-03-11/2031-03-12"),
        ("on the night of 11/12 March", "2031-03-11/2031-03-12"),
        ("on Tuesday of last week", "2031-03-04"),
        ("on Tuesday last week", "2031-03-04"),
        ("last week on Tuesday", "2031-03-04"),
        ("a week ago Tuesday", "2031-03-04"),
        ("the Tuesday before last", "2031-03-04"),
        ("the night before last", "2031-03-11"),
        ("the week before last", "2031-02-24/2031-03-02"),
        ("the month before last", "2031-01"),
        ("the year before last", "2029"),
        ("in the first week of March", "2031-03-01/2031-03-07"),
        ("in the second week of February 2030", "2030-02-08/2030-02-14"),
        ("in the last week of February", "2031-02-22/2031-02-28"),
        ("on the last day of February", "2031-02-28"),
        ("on the first Sunday of March", "2031-03-02"),
        ("on the fifth of February", "2031-02-05"),
        ("in the first half of 2030", "2030-01/2030-06"),
        ("from January to March 2030", "2030-01/2030-03"),
        ("between November 2029 and January 2030", "2029-11/2030-01"),
        ("in May and June last year", "2030-05/2030-06"),
        ("from 2026 to 2028", "2026/2028"),
        ("in 2026-28", "2026/2028"),
        ("as early as 2019", "2019"),
        ("last winter", "2030-12/2031-02"),
        ("last spring", "2030-03/2030-05"),
        ("in the summer of last year", "2030-06/2030-08"),
        ("in the past 24 hours", "2031-03-12/2031-03-13"),
        ("over the last three days", "2031-03-10/2031-03-13"),
        ("in the last two weeks", "2031-02-27/2031-03-13"),
        ("all week", "2031-03-10/2031-03-13"),
        ("since the start of March", "2031-03-01/2031-03-13"),
        ("a few hours ago", "2031-03-13"),
        ("48 hours ago", "2031-03-11"),
        ("a couple of days ago", "2031-03-11"),
        ("a fortnight ago", "2031-02-27"),
        ("a decade ago", "2021"),
        ("five years ago this month", "2026-03"),
        ("on 27.02.2031", "2031-02-27"),
        ("on 27/02/2031", "2031-02-27"),
        ("on 27-Feb-2031", "2031-02-27"),
        ("in Northland's 2028 offensive", "2028"),
        ("in a deadly 2028 attack", "2028"),
        ("in two 2028 attacks", "2028"),
        ("in Northland's December launch", "2030-12"),
        ("in a failed, brazen December raid", "2030-12"),
    ],
)
def test_everyday_phrases_give_their_day(words: str, code: str) -> None:
    found = codes(f"The unit was hit {words}, it said.")
    assert found[:1] == [code]


@pytest.mark.parametrize(
    "words",
    ["with 2028 rounds", "by the other 2028 men", "on 03/02/2031", "in the past few days", "20 hours ago",
     "for the third time in the past two weeks", "over the past six months", "by guns which March bought", "by the 2028 men"],
)  # fmt: skip
def test_words_that_only_look_like_a_day_give_none(words: str) -> None:
    assert codes(f"The unit was hit {words}, it said.") == []


def test_two_months_or_years_told_apart_are_two() -> None:
    assert codes("They fired rockets in April and December last year") == ["2030-04", "2030-12"]
    assert codes("They fired rockets in 2026 and 2029") == ["2026", "2029"]


def test_the_date_of_a_dateline_is_no_event() -> None:
    assert codes("HARBOUR CITY, March 12 (Agency) -- Two posts were shelled.") == []
    assert codes("HARBOUR CITY (NORTHLAND), 12 MAR 31 (AGENCY) -- Two posts were shelled.") == []


@pytest.mark.parametrize("words", ["until Tuesday", "by late Tuesday", "more than a week ago", "about three days ago"])
def test_words_that_only_bound_a_day_give_none(words: str) -> None:
    assert codes(f"The post was held {words}, it said.") == []


def test_the_last_month_of_a_name_is_over_also_on_the_eve_of_the_next() -> None:
    assert codes("last April", date(2031, 3, 30)) == ["2030-04"]


def test_may_the_verb_is_no_month() -> None:
    assert codes("The army may fire again") == []


def test_a_weekday_without_publication_date_is_no_day() -> None:
    assert codes("on Tuesday", None) == []


def test_a_date_read_from_its_own_words_is_the_same() -> None:
    text = "A 2019 ambush, the February launch and the raid of July 1982"
    for mention in times(text, pack().lexicon, PUBLISHED):
        assert mention.when is not None
        assert mention.when.code in codes(text[mention.start : mention.end])


@pytest.mark.parametrize(
    ("words", "clock"),
    [
        ("between 4:00 to 5:00 p.m.", "16:00"),
        ("at 23:25:30", "23:25"),
        ("6:45am", "06:45"),
        ("round 14 of talks", None),
        ("0815 hrs - a tank crossed", "08:15"),
        ("at 2330 hours", "23:30"),
        ("- 06:20: two rockets", "06:20"),
        ("for 1500 hours", None),
        ("1200 hours of fire", None),
    ],
)
def test_clock_times(words: str, clock: str | None) -> None:
    assert read_clock(words) == clock


@pytest.mark.parametrize(
    "words",
    ["last May", "in early June", "that September", "on New Year’s Eve", "next week", "on Wed", "tonight", "this morning", "in the day.",
     "a month ago", "over the weekend", "during the past week", "earlier in the year", "last autumn", "2031-03-02", "(1968)"],
)  # fmt: skip
def test_the_quick_look_lets_every_phrase_of_days_through(words: str) -> None:
    assert grammar(pack().lexicon).search(words)
    assert may_name_days(words, pack().lexicon)


def test_the_quick_look_lets_go_a_sentence_without_days() -> None:
    assert not may_name_days("The guards went back to their post on the ridge.", pack().lexicon)


def test_at_no_word_that_opens_no_phrase_of_days_would_one_begin() -> None:
    """The grammar is tried only where the lexicon says that a phrase of days may begin: that leaves none out."""
    pattern = grammar(pack().lexicon)
    everywhere = re.compile(re.sub(r"\(\?=\\d\|.*?\)\(\?:\n", "(?:\n", pattern.pattern, count=1), pattern.flags)
    assert len(everywhere.pattern) < len(pattern.pattern)
    samples = (DATA / "samples" / "dispatches").rglob("*.txt")
    texts = [*PHRASES_OF_DAYS, *(path.read_text(encoding="utf-8") for path in samples)]
    for text in texts:
        assert [m.span() for m in pattern.finditer(text)] == [m.span() for m in everywhere.finditer(text)]
    assert all(pattern.search(text) for text in PHRASES_OF_DAYS)


PHRASES_OF_DAYS = (
    "2031-03-01", "March 1", "1 March", "the 3rd of this month", "late-March 2031", " March 2031", "last May", "in May", "the May raid",
    "New Year's Eve", "coming week", "past Monday", "early on Monday", "overnight", "earlier in the day", "nearly two weeks ago",
    "just a day ago", "a weekend", "for the past week", "earlier this month", "last spring", "on the 5th", "in 2029", "(2029)",
)  # fmt: skip
