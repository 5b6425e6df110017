"""What an inquiry found is of the day it looked into; the firing, the bodies and what something is taken for tell nothing new."""

import pytest
from tests.fakes.small_readings import proposed

from truceline.reports.drafted import Draft


def told(text: str, kind: str) -> list[Draft]:
    return [d for d in proposed(text) if d.kind == kind]


@pytest.mark.parametrize(("text", "kind", "month"), [
    ("UNC has completed its investigation of the 26 December drone incident. The team found that the KPA sent drones into the airspace of "
     "South Korea.", "air_crossing", 12),
    ("The UN Command said that it had finished its inquiry into the July 7 shooting at Guard Post 12. It found that North Korean soldiers "
     "fired three rounds at the post.", "direct_fire", 7),
    ("UNC completed its investigation of the May 3 guard post shooting on Tuesday. North Korean troops fired four rounds at a South Korean "
     "guard post, the investigators found.", "direct_fire", 5),
])  # fmt: skip
def test_what_an_inquiry_found_is_of_the_day_it_looked_into(text: str, kind: str, month: int) -> None:
    (draft,) = told(text, kind)
    assert draft.when is not None and draft.when.value.start.month == month


def test_an_inquiry_of_a_day_does_not_date_what_it_did_not_find() -> None:
    text = "UNC has completed its investigation of the 26 December drone incident. North Korea has fired many missiles since."
    assert all(d.when is None or d.when.value.start.month != 12 for d in proposed(text))


def test_the_firing_is_what_was_fired_before() -> None:
    text = "North Korea fired short-range missiles from Hodo on Saturday morning. The firing came hours after the South ended an air drill."
    assert [d.kind for d in proposed(text)] == ["missile_launch"]


def test_the_bodies_of_those_counted_are_not_more_dead() -> None:
    text = "A U.S. helicopter was shot down over North Korea. Three of its crew were killed. One was released with the bodies of the three."
    counts = [c.value.low for d in proposed(text) for c in d.counts if c.value.what == "killed"]
    assert counts and max(counts) == 3


def test_what_an_object_is_presumed_to_be_tells_how_it_crossed() -> None:
    text = "The JCS said that an object presumed to be a North Korean drone crossed the Military Demarcation Line on Monday."
    assert [d.kind for d in proposed(text)] == ["air_crossing"]


def test_shots_fired_back_after_a_warning_broadcast_do_not_warn() -> None:
    text = "North Korean soldiers fired at a guard post in the South. The South's troops fired 30 rounds back after a warning broadcast."
    assert told(text, "warning_fire") == []
