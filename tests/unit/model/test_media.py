"""Time codes as people write and read them."""

import pytest

from truceline.model.media import Stretch, stretch, time_code


@pytest.mark.parametrize(("at", "told"), [(0, "0:00"), (92_000, "1:32"), (5_250, "0:05.250"), (3_602_000, "1:00:02")])
def test_a_time_code_is_written_as_people_read_it(at: int, told: str) -> None:
    assert time_code(at) == told


@pytest.mark.parametrize(("text", "start", "end"), [
    ("00:01:32-00:01:40", 92_000, 100_000), ("1:32", 92_000, 92_000), ("92.5-100", 92_500, 100_000),
    ("1:32.25 \N{EN DASH} 1:40", 92_250, 100_000),
    ("01:00:00", 3_600_000, 3_600_000), ("100-120", 100_000, 120_000),
])  # fmt: skip
def test_a_stretch_is_read_as_people_type_it(text: str, start: int, end: int) -> None:
    assert stretch(text) == Stretch(start=start, end=end)


@pytest.mark.parametrize("text", ["", "soon", "1:75", "1:61:00", "-5", "1:40-1:32", "1:2:3:4", "1:32-", "1:32-1:40-1:50", "\u0661:32"])
def test_what_is_no_stretch_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"time code|before it begins"):
        stretch(text)


def test_a_stretch_is_written_as_it_can_be_typed() -> None:
    for each in (Stretch(start=92_000, end=100_000), Stretch(start=92_250, end=92_250)):
        assert stretch(each.words) == each
