"""The order of answers and the minutes between them: told by words or hours, never by the order of mention."""

import pytest
from tests.fakes.small_readings import extracted

CROSSED = "North Korean soldiers crossed the Military Demarcation Line at 11 a.m. on Monday. "
MIRRORED = "South Korean soldiers crossed the Military Demarcation Line at 11 a.m. on Monday. "
Row = tuple[str, str | None, int | None, int | None, bool]


def rows(text: str, first: str = CROSSED) -> list[Row]:
    (report,) = (each for each in extracted(first + text).reports if each.claim.kind.value == "ground_crossing")
    return [(each.response, each.after, each.low, each.high, each.approx) for each in report.answer_steps if each.taken]


@pytest.mark.parametrize(
    ("text", "row"),
    [
        (
            "South Korean troops broadcast warnings and fired warning shots about ten minutes later.",
            ("warning_shots", "warning_broadcast", 10, 10, True),
        ),
        (
            "South Korean troops broadcast warnings. A few minutes later they fired warning shots.",
            ("warning_shots", "warning_broadcast", 3, 9, True),
        ),
        ("South Korean troops fired warning shots within 15 minutes of the crossing.", ("warning_shots", "act", 0, 15, False)),
        (
            "South Korean troops issued warning broadcasts, followed by warning shots half an hour later.",
            ("warning_shots", "warning_broadcast", 30, 30, True),
        ),
        (
            "Five minutes after a warning broadcast South Korean troops fired warning shots.",
            ("warning_shots", "warning_broadcast", 5, 5, False),
        ),
        ("Two hours later, South Korean troops fired warning shots.", ("warning_shots", "act", 120, 120, True)),
        ("South Korean troops fired warning shots after broadcasting warnings.", ("warning_shots", "warning_broadcast", None, None, False)),
        ("South Korean troops broadcast warnings before firing warning shots.", ("warning_shots", "warning_broadcast", None, None, False)),
        ("South Korean troops fired warning shots and then broadcast warnings.", ("warning_broadcast", "warning_shots", None, None, False)),
    ],
)
def test_order_and_minutes_are_read_where_words_tell_them(text: str, row: Row) -> None:
    assert rows(text) == [row]


@pytest.mark.parametrize(
    "text",
    [
        "The soldiers withdrew after broadcast warnings and warning shots.",
        "South Korean troops broadcast warnings and fired warning shots.",
        "South Korean troops broadcast warnings for ten minutes and fired warning shots.",
    ],
)
def test_the_order_of_mention_and_how_long_a_step_lasts_tell_no_order(text: str) -> None:
    assert rows(text) == []


def test_hours_of_the_clock_stand_with_their_own_steps() -> None:
    text = "South Korean troops broadcast warnings at 11:05 a.m. and fired warning shots at 11:20 a.m."
    (report,) = (each for each in extracted(CROSSED + text).reports if each.claim.kind.value == "ground_crossing")
    assert [(each.response, each.clock) for each in report.answer_steps] == [("warning_broadcast", "11:05"), ("warning_shots", "11:20")]


def test_a_step_told_as_not_given_is_kept_as_that() -> None:
    text = "South Korean troops fired warning shots without a warning broadcast."
    (report,) = (each for each in extracted(CROSSED + text).reports if each.claim.kind.value == "ground_crossing")
    assert [(each.response, each.taken) for each in report.answer_steps] == [("warning_broadcast", False)]


def test_both_sides_answers_are_read_alike() -> None:
    north = "North Korean troops broadcast warnings and fired warning shots about ten minutes later."
    assert rows(north, MIRRORED) == rows(north.replace("North", "South"))
