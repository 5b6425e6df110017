"""Who is said to have acted, and tells the contrary, denies it without a word of denying; the same said by others denies nothing."""

import pytest
from tests.fakes.small_readings import proposed

SHELLED = "Syrian gunners fired six shells at the Lebanese village of Arsal on Monday, the Lebanese army said. Two people were wounded. "
CROSSED = "Two Russian helicopters entered Georgian airspace near Omalo on Sunday, the Georgian border guard said. "


def denials(text: str) -> list[str]:
    return [str(each.by).split(":")[0] for draft in proposed(text) for each in draft.follow_ups if each.act == "denial"]


@pytest.mark.parametrize(
    "told",
    [
        "The Syrian army said that it had fired nothing that day.",
        "Syria's army said it had no guns in the area.",
        "Syria said that it knew nothing of it.",
        "Syria says that it did not.",
        "Syria's Foreign Ministry called the report a fairy tale.",
        "Syria's Foreign Ministry said the story was fabricated from beginning to end.",
        "The Syrian government brushed the accusation aside.",
        "Syria's Foreign Ministry said that the claims do not reflect the truth.",
        "The Syrian army said that its guns had been silent all day.",
    ],
)
def test_whose_guns_are_said_to_have_fired_denies_it_by_telling_the_contrary(told: str) -> None:
    assert denials(SHELLED + told) == ["SYR"]


@pytest.mark.parametrize(
    "told",
    [
        "The Syrian army had no comment.",
        "The Syrian army said that it had no shells left.",
        "Syria said that no civilians had been hurt.",
        "Syria said it was not going to stop.",
        "Syria said that it had not agreed to any truce.",
        "Syria's Foreign Ministry called the attack a warning.",
        "Lebanon said that it had no troops in the area.",
        "Lebanon said that its guns had not fired.",
        "Syria said that it would not comment on the report.",
    ],
)
def test_what_others_say_or_what_is_said_of_something_else_denies_nothing(told: str) -> None:
    assert denials(SHELLED + told) == []


@pytest.mark.parametrize(
    "told",
    [
        "A Russian officer in Vladikavkaz replied that no flights had taken place because of the snow.",
        "Russia's air force said that no aircraft had been near the border.",
        "Russia said that its helicopters had never left Russia.",
        "Russia's air force said that none of its helicopters had flown that day.",
    ],
)
def test_who_had_nothing_in_the_air_denies_to_have_crossed(told: str) -> None:
    assert denials(CROSSED + told) == ["RUS"]


def test_whose_craft_is_said_to_be_shot_down_denies_it_by_missing_none() -> None:
    lost = "Iran shot down an American drone over the Gulf on Thursday, the Revolutionary Guards said. "
    assert denials(lost + "The U.S. military said it had no report of a missing drone.") == ["USA"]
    assert denials(lost + "The U.S. military said that a drone was missing.") == []


def test_who_told_the_act_himself_denies_nothing() -> None:
    own = "Israeli jets bombed a depot near Damascus on Sunday, the Israeli army said. "
    assert denials(own + "The Israeli army said that none of its planes had been near the capital.") == []


def test_nothing_fired_is_no_fire() -> None:
    assert [draft.kind for draft in proposed("The Syrian army said that it had fired nothing near Arsal on Monday.")] == []
