"""Lines, zones and bodies of the truces that missions watch: which theatre, which line, whose forces."""

import pytest
from tests.fakes.small_readings import reading


@pytest.mark.parametrize(("text", "theatre"), [
    ("UNFICYP saw Turkish forces move a post forward.", "CYPRUS"),
    ("Morocco barred a MINURSO patrol from Mijek.", "SAHARA"),
    ("UNDOF saw Israeli soldiers east of the fence.", "GOLAN"),
    # a mission alone, one that watches elsewhere too, and two whose missions are both named
    ("UNFICYP has 800 soldiers.", None),
    ("The OSCE mission in Moldova met Russian officers.", None),
    ("UNDOF and UNIFIL hosted an Israeli general.", None),
])  # fmt: skip
def test_a_mission_with_one_side_tells_the_theatre(text: str, theatre: str | None) -> None:
    assert reading(text, published=None).theatre == theatre


@pytest.mark.parametrize(("text", "line"), [
    ("Two shepherds crossed the Alpha line near Hadar.", "GOLAN_AOS"),
    ("Israel told Hezbollah that its fence stands behind the withdrawal line.", "BLUE_LINE"),
    ("India said that Pakistan drew a withdrawal line.", None),
])  # fmt: skip
def test_a_line_is_known_by_its_own_names(text: str, line: str | None) -> None:
    assert next((p.line for a in reading(text).sentences for p in a.places if p.line), None) == line


@pytest.mark.parametrize(("text", "code"), [
    ("UNFICYP and Turkish forces met; the National Guard did not.", "CYP:mil"),
    ("The Royal Cambodian Armed Forces denied it.", "KHM:mil"),
    ("The ASEAN Observer Team came on Monday.", "AOT:mon"),
    ("The Joint Control Commission met on Thursday.", "JCC:mon"),
])  # fmt: skip
def test_bodies_of_the_truce_lines_are_known(text: str, code: str) -> None:
    assert code in {m.actor.code for a in reading(text, published=None).sentences for m in a.mentions}


def test_another_states_national_guard_is_not_that_of_cyprus() -> None:
    mentions = [m for a in reading("Georgia sent its National Guard to Abkhazia.").sentences for m in a.mentions]
    assert not [m for m in mentions if m.actor.party == "CYP"]
