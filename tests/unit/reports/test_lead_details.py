"""A story's second and third sentence tell the act of its lead more closely: one report, with their day and nearer place."""

import pytest
from tests.fakes.small_readings import proposed

from truceline.reports.drafted import Draft

FIRE = {"clash", "direct_fire", "indirect_fire", "explosion", "monitor_attack", "air_strike"}


def acts(text: str) -> list[Draft]:
    return [d for d in proposed(text) if d.kind in FIRE]


DETAILS = {
    "Chechen rebels ambushed a Russian column in the mountains of southern Chechnya, killing 31 soldiers, officials said on Wednesday. "
    "The soldiers came under fire on Monday near the village of Kharso, a defence official said.": ("direct_fire", "2031-03-10", "Kharso"),
    "UNITA rebels attacked a train in western Angola, killing 14 people, officials said Wednesday. "
    "The train was hit by rocket-propelled grenades Tuesday near Caimbo, they said.": ("direct_fire", "2031-03-11", "Caimbo"),
    "About 90 Communist rebels ambushed a Philippine army convoy on a road in the northern Philippines, killing 18 soldiers, "
    "the army said Wednesday. The rebels detonated a land mine under a truck and opened fire near the town of San Isidro, "
    "a colonel said.": ("direct_fire", "2031-03-12", "San Isidro"),
    "Somali fighters stormed an Ethiopian army base in central Somalia, officials said Wednesday. "
    "About 200 fighters opened fire on the camp with machine guns on Tuesday.": ("clash", "2031-03-11", None),
}


@pytest.mark.parametrize("text", DETAILS)
def test_details_behind_a_lead_are_its_own(text: str) -> None:
    kind, day, place = DETAILS[text]
    assert [d.kind for d in acts(text)] == [kind]
    (draft,) = acts(text)
    assert draft.when is not None and draft.when.value.code == day
    assert place is None or (draft.where is not None and place in draft.where.value.name)


@pytest.mark.parametrize("text", [
    "Gunmen shot dead an Iraqi policeman in Mosul on Wednesday, police said. In Basra, gunmen killed two Iraqi soldiers on Tuesday.",
    "Taliban fighters ambushed an Afghan army patrol in Helmand on Wednesday. Another group of fighters attacked a post in Kunduz.",
    "Israeli jets bombed a camp in southern Lebanon on Wednesday. Hezbollah fired rockets at an Israeli post.",
    "Burmese troops shelled a Karen village on Wednesday, killing four people. Also on Wednesday, the troops shelled a school near Hpapun.",
])  # fmt: skip
def test_what_goes_on_elsewhere_or_by_others_is_another_act(text: str) -> None:
    assert len(acts(text)) == 2


def test_a_day_further_back_is_another_act() -> None:
    text = "UNITA rebels attacked a train in western Angola on Wednesday. The rebels had attacked a train near Huambo last month."
    assert len(acts(text)) == 2


def test_the_day_of_the_next_sentence_is_the_day_of_a_lead_that_has_only_who_said_it() -> None:
    text = (
        "Guerrillas stormed a Russian border post in Tajikistan, the ministry said Wednesday. "
        "The guerrillas crossed the border from Afghanistan on Tuesday."
    )
    (draft,) = [d for d in acts(text) if d.kind == "clash"]
    assert draft.when is not None and draft.when.value.code == "2031-03-11"


def test_what_ranks_an_act_is_no_other_one() -> None:
    text = (
        "Taliban fighters ambushed a French patrol near Kabul on Wednesday, killing 10 in the deadliest attack on foreign troops in years."
    )
    assert [d.kind for d in acts(text)] == ["direct_fire"]
