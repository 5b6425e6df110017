"""An observation written out and read back: one form for notes, rows and tracks."""

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as some
from tests.unit.readers.helpers import document, refusal

from truceline.readers.observation import MEDIA_TYPE, read_back, write_out

NOTE = {"author": "A. Lee", "written": "2024-06-09T14:05+09:00", "known": "was told", "told by": "a farmer", "handling": "TLP:GREEN"}
WORDS = "Soldiers crossed the line at noon, he said.\nHandling: TLP:CLEAR\nThey went back."


def test_what_was_written_out_is_read_back() -> None:
    assert read_back(write_out({**NOTE, "text": WORDS})) == {**NOTE, "text": WORDS}


@given(some.text(max_size=60), some.text(max_size=200))
def test_no_words_can_take_the_place_of_another_field(value: str, text: str) -> None:
    found = read_back(write_out({"known": "saw", "place": value, "handling": "TLP:RED", "text": text}))
    assert (found["known"], found["handling"]) == ("saw", "TLP:RED")
    assert set(found) <= {"known", "place", "handling", "text"}


def test_the_free_words_alone_are_read_as_text() -> None:
    found = document(write_out({**NOTE, "text": WORDS}), MEDIA_TYPE)
    assert found.observation is not None and found.observation.free
    (head,) = found.furniture
    assert found.text[head.end :].startswith("Soldiers crossed") and found.handling == "TLP:GREEN"
    assert found.published == date(2024, 6, 9)


def test_a_track_waits_a_day_after_its_end() -> None:
    period = "2024-06-09T03:20:00Z/2024-06-09T03:40:00Z"
    found = document(write_out({"known": "recorded", "track": "ab12", "type": "sea_crossing", "period": period}), MEDIA_TYPE)
    assert found.observation is not None and not found.observation.free
    assert found.observation.not_before == datetime(2024, 6, 10, 3, 40, tzinfo=UTC)


@pytest.mark.parametrize(("field", "value"), [("latitude", "91"), ("radius", "-1"), ("period", "today"), ("longitude", "nan")])
def test_a_field_out_of_range_is_refused_by_its_name(field: str, value: str) -> None:
    found = refusal(write_out({"known": "recorded", "type": "sea_crossing", field: value}), MEDIA_TYPE)
    assert found.where.endswith(f", {field}") and found.cure
