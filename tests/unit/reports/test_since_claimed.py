"""Claims of a first or a most over a stretch of time, each from a small text of its own (published on 20 June 2024)."""

import pytest
from tests.unit.reports.test_counts import PACK, read

from truceline.model.report import CountClaim

CROSSED = "North Korean soldiers crossed the Military Demarcation Line on Tuesday, the Joint Chiefs of Staff said. "


def claim(text: str) -> CountClaim:
    (found,) = read(text).count_claims
    return found


@pytest.mark.parametrize(
    ("words", "since", "after"),
    [
        ("the first crossing since 2018", "2018", "2019-01-01"),
        ("the first crossing since March 2020", "2020-03", "2020-04-01"),
        ("the first crossing since the beginning of this year", None, None),
        ("the first crossing this year", "2024-01-01", "2024-01-01"),
    ],
)
def test_a_first_tells_from_which_day_on_there_was_none(words: str, since: str | None, after: str | None) -> None:
    found = claim(f"{CROSSED}It was {words}.")
    assert found.ordinal == 1
    if since:
        assert (found.since, found.after) == (since, after)


def test_a_first_in_decades_keeps_the_words_and_knows_no_day() -> None:
    found = claim(f"{CROSSED}It was the first crossing in more than two decades.")
    assert found.after == "2004-06-21"
    assert found.window == "in more than two decades"


@pytest.mark.parametrize(
    ("words", "most", "measured_by", "after"),
    [
        ("the deadliest clash since 2010", "deadliest", ("killed",), "2011-01-01"),
        ("the bloodiest clash in a decade", "bloodiest", ("killed",), "2014-06-21"),
        ("the largest clash since the beginning of June", "largest", ("persons", "vehicles", "rounds"), "2024-06-01"),
        ("the worst clash since the war of 1999", "worst", (), "2000-01-01"),
        ("the deadliest clash in years", "deadliest", ("killed",), None),
        ("the deadliest clash ever", "deadliest", ("killed",), "0001-01-01"),
    ],
)
def test_a_most_keeps_its_word_its_figures_and_its_stretch(words: str, most: str, measured_by: tuple[str, ...], after: str | None) -> None:
    text = f"Indian and Chinese troops clashed near the lake on Monday and four soldiers were killed. It was {words}."
    found = claim(text)
    assert (found.kind, found.most, found.measured_by, found.after) == ("clash", most, measured_by, after)
    assert (found.ordinal, found.count) == (None, None)
    assert text[found.evidence[0].start : found.evidence[0].end] == most
    assert text[found.quote.start : found.quote.end] == f"It was {words}."


def test_a_heading_says_it_once_with_the_text() -> None:
    text = "Indian and Chinese troops clashed near the lake on Monday. It was the deadliest clash since 2010."
    found = read(text, "Deadliest clash since 2010 at the lake").count_claims
    assert [(each.most, each.quote.part) for each in found if each.most] == [("deadliest", "text")]


@pytest.mark.parametrize(
    "words", ["the deadliest weapon of the army", "the largest village of the district", "the worst winter in a decade"]
)
def test_a_most_without_a_stretch_or_without_an_act_is_no_claim(words: str) -> None:
    assert not [each for each in read(f"The ministry spoke of {words}.").count_claims if each.most]


def test_exchanging_the_sides_exchanges_who_acted_and_nothing_else() -> None:
    text = "North Korean soldiers crossed the Military Demarcation Line on Tuesday, the largest crossing since 2018."
    one, two = claim(text), claim(text.replace("North", "South"))
    assert (one.by, two.by) == (("PRK:mil",), ("KOR:mil",))
    assert (one.most, one.measured_by, one.after, one.line) == (two.most, two.measured_by, two.after, two.line)


def test_every_figure_that_decides_is_one_that_reports_have() -> None:
    figures = {name for names in PACK.lexicon.since.measured_by.values() for name in names}
    assert figures <= {"persons", "rounds", "vehicles", "killed", "wounded", "captured"}
