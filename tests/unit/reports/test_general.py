"""What is told in general is no act; a day or a number of its own makes it one."""

import pytest
from tests.fakes.small_readings import extracted, reading
from tests.fakes.small_texts import pack

from truceline.reports.extract import propose


def proposed(text: str) -> list[str]:
    return [draft.kind for draft in propose(reading(text), pack())]


@pytest.mark.parametrize("text", [
    "The commander is responsible for bomb attacks against Afghan patrols.",
    "The Taliban have executed hundreds of villagers in the mountains.",
    "The leader oversaw a group that was involved in ambushes and roadside bombings.",
    "The leader coordinated rocket attacks against Afghan troops.",
    "He brought the rebels weapons for attacks on Afghan troops.",
    "He supplies the rebels with mortars from Iran.",
    "The Polisario is a movement of rebels fighting Morocco.",
    "The president praised the fight against the Taliban.",
    "Syria has been fighting Hezbollah for years.",
    "The vote set off protests and clashes in Beirut.",
    "Egypt, which arms the Syrian rebels, was not heard at the talks.",
    "Syria has been fighting Hezbollah since the war broke out in 1983.",
    "Iraq invaded Kuwait in 1990.",
    "The Syrian government said that the number of soldiers killed by rebels had grown again.",
    "More than 300 Palestinians had taken shelter from fighting around their homes in Gaza.",
    "The PKK has intensified bomb attacks in Turkey over the past few months.",
    "Israel has lost 50 soldiers and two civilians killed by rockets from Gaza.",
    "The attack brought the number of dead Israeli soldiers to nine.",
    "A former Croat general was arrested in Spain on Monday after four years on the run.",
    "A former Croat general was detained at the tribunal in The Hague on Monday pending the start of his trial.",
    "The Syrian president named two cities near Homs where the rebels are fighting against the Syrian army.",
    "More than 80 leaders of the Taliban have been captured since January.",
    "The coalition has carried out over 9,500 air strikes against the Taliban.",
    "The Syrian army sent its troops to Aleppo on Tuesday.",
    "More than 40,000 Syrians have crossed the border into Turkey.",
    "More than 3,700 people have been killed in fighting with the Taliban since April.",
    "The Taliban have killed more than 500 soldiers since the start of the year.",
    "Thousands of civilians have died in Syrian air strikes.",
    "The Taliban claim to have killed thousands of soldiers.",
    "American jets dropped more bombs on the Taliban than in any other month.",
    "The truce came after clashes with riot police in Kiev.",
    "On Saturday a shopkeeper was shot and robbed in the market of Tyre.",
    "Israeli soldiers used tear gas in Ramallah on Monday.",
    "A student was struck by a teargas shell in Ramallah in June.",
    "A group of protesters stormed the gate of the American embassy in Baghdad on Tuesday.",
    "Police fired rubber bullets and tear gas at Palestinian villagers on Tuesday.",
    "The United States has about 900 troops in Syria.",
    "Syrian jets have pounded villages in Lebanon since January.",
    "Syrian troops detained a Syrian minister in Damascus on Tuesday.",
    "Russian troops have been fighting the Taliban for a decade.",
    "Syrian jets have pounded villages in Lebanon during the past year.",
    "Israeli warplanes have bombed towns in Lebanon for months.",
    "At least 12 people were killed at a protest in Cairo on Monday.",
])  # fmt: skip
def test_what_somebody_stands_for_or_does_as_a_rule_is_no_act(text: str) -> None:
    assert proposed(text) == []


@pytest.mark.parametrize(("text", "kinds"), [
    ("The commander is responsible for two bomb attacks against Afghan patrols.", ["explosion"]),
    ("The commander is responsible for bomb attacks against Afghan patrols on Tuesday.", ["explosion"]),
    ("The commander is responsible for the bomb attack on the Afghan patrol.", ["explosion"]),
    ("Syrian troops fought Hezbollah near Hama on Tuesday.", ["clash"]),
    ("Iraq invaded Kuwait in August 1990.", ["ground_crossing"]),
    ("The coalition has carried out two air strikes against the Taliban.", ["air_strike"]),
    ("The Syrian army sent its troops to Lebanon on Tuesday.", ["troop_deployment"]),
    ("Some 400 Syrian soldiers have crossed the border into Turkey.", ["ground_crossing"]),
    ("NATO says that Russia has about 900 troops in eastern Ukraine.", ["troop_deployment"]),
    ("Israeli soldiers shot two protesters in Gaza on Monday.", ["direct_fire"]),
    ("Syrian troops detained an Israeli soldier in Damascus on Tuesday.", ["capture"]),
    ("Russia has deployed dozens of jets to Syria since January.", ["troop_deployment"]),
    ("Two leaders of the Taliban have been captured since January.", ["capture"]),
    ("Israeli warplanes bombed a town in Lebanon last month.", ["air_strike"]),
    ("Syrian troops killed 12 people at a protest in Lebanon on Monday.", ["direct_fire"]),
])  # fmt: skip
def test_a_number_a_day_or_a_pointing_word_makes_it_one(text: str, kinds: list[str]) -> None:
    assert proposed(text) == kinds


def test_both_sides_are_read_alike() -> None:
    text = "The {} commander is responsible for attacks against {} patrols."
    assert extracted(text.format("Israeli", "Syrian")).reports == extracted(text.format("Syrian", "Israeli")).reports == ()
