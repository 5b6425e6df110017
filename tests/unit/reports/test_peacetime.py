"""What is told in the words of war and is of peace is no act; its look-alikes between forces are."""

import pytest
from tests.fakes.small_readings import reading
from tests.fakes.small_texts import pack

from truceline.reports.extract import propose


def proposed(text: str) -> set[str]:
    return {draft.kind for draft in propose(reading(text), pack())}


FIGURES = [
    "Readers bombarded the newspaper with letters on Monday.",
    "The senator opened fire on critics of the trade bill on Tuesday.",
    "Shares exploded on Tuesday after the bank beat forecasts.",
    "The minister came under fire on Wednesday for his handling of the floods.",
    "Doctors fought a battle against malaria near Tyre on Monday.",
    "The two banks fought a battle over patents in Haifa.",
    "An army of tourists invaded Cyprus on Sunday.",
    "The flu virus invaded hospitals in Israel on Monday.",
    "Syria captured nine medals in the boxing ring on Monday.",
    "The two ministers crossed swords over Cyprus on Monday.",
    "The trade minister crossed into Lebanon on Tuesday to open a fair.",
    "Wolves attacked a flock near Tyre on Monday.",
]
PEACE = [
    "Air traffic controllers launched a two-day strike in Haifa on Monday.",
    "The teachers' strike hit schools in Beirut on Monday.",
    "A gas explosion destroyed a house in Haifa on Monday, killing eight people.",
    "A blast in a coal mine near Ankara killed 40 miners on Monday.",
    "A fireworks factory exploded near Haifa on Wednesday, killing 12 workers.",
    "A ferry hit a rock off Cyprus on Tuesday and sank, killing 60.",
    "A military helicopter crashed on a training flight near Ankara on Monday, killing four soldiers.",
    "France exploded a nuclear device under an atoll on Tuesday.",
    "Soldiers were sent to Haiti after the hurricane.",
    "Japan launched a weather satellite on Tuesday.",
    "A 21-gun salute was fired in Valletta on Monday.",
    "Nuclear inspectors were refused a visit to the reactor on Tuesday.",
    "In the movie, terrorists seize a Syrian base and shoot a hostage.",
    "The castle was shelled by Turkish guns in 1683.",
    "The city was bombed by British planes in the second world war.",
    "The bill would let the army shoot down planes.",
    "The founder of the group was kidnapped by Syrian rebels when she was 14.",
]
CRIMES = [
    "Two rival gangs traded gunfire in a park in Haifa on Saturday, leaving three dead.",
    "A 15-year-old boy opened fire at his school on Friday, killing two people.",
    "A former soldier killed five people with a rifle at a shopping mall on Sunday.",
    "Police shot dead four drug dealers in Manila on Thursday.",
    "A woman was assaulted by an American serviceman last week.",
    "Three people were killed in a gangland shooting on Saturday.",
    "Three masked men robbed a bank on Monday and shot dead a guard.",
    "A shootout at a polling station killed three voters on Monday.",
    "Miners clashed with police on Thursday.",
    "Sudanese police shot four protesters in Khartoum on Friday.",
    "A soldier was arrested on Tuesday and charged with beating his girlfriend.",
    "The army detained the ousted prime minister on Tuesday.",
    "The tribunal sentenced a Serb commander for the shelling of Sarajevo.",
    "A court jailed a soldier for shooting a villager.",
]


@pytest.mark.parametrize("text", FIGURES)
def test_a_figure_of_speech_is_no_act(text: str) -> None:
    assert proposed(text) == set()


@pytest.mark.parametrize("text", PEACE)
def test_what_is_of_peace_or_of_history_is_no_act(text: str) -> None:
    assert proposed(text) == set()


@pytest.mark.parametrize("text", CRIMES)
def test_crime_unrest_and_what_courts_try_are_no_acts(text: str) -> None:
    assert proposed(text) == set()


@pytest.mark.parametrize(("text", "kind"), [
    ("The army bombarded the rebels with artillery on Monday.", "indirect_fire"),
    ("Israel opened fire on Syrian gunners on Tuesday.", "direct_fire"),
    ("A patrol came under fire from Serb positions near Decani on Monday.", "direct_fire"),
    ("Syrian rebels captured two soldiers near Homs on Monday.", "capture"),
    ("Turkey invaded northern Cyprus on July 20, 1974.", "ground_crossing"),
    ("Saudi jets launched a strike on a school in Saada on Monday.", "air_strike"),
    ("A bomb blew up a gas pipeline in Sinai on Saturday.", "explosion"),
    ("A helicopter crashed near Grozny on Monday after Chechen rebels shot at it, killing 12 Russian soldiers.", "direct_fire"),
    ("Uganda sent soldiers to Juba on Monday to guard its embassy.", "troop_deployment"),
    ("North Korea launched a rocket with a satellite on Wednesday.", "missile_launch"),
    ("Iraqi soldiers barred U.N. inspectors from a weapons site on Tuesday.", "monitor_obstruction"),
    ("An Afghan policeman opened fire on British soldiers on Tuesday, killing two.", "direct_fire"),
    ("A Palestinian opened fire on soldiers at a checkpoint near Nablus on Monday.", "direct_fire"),
    ("Israeli troops fired on stone-throwing Palestinians in Ramallah on Monday, wounding six.", "direct_fire"),
    ("Tuareg rebels clashed with police in Kidal on Friday.", "clash"),
    ("Israeli police arrested two Hamas activists and charged them with planning attacks.", "capture"),
    ("Israel detained the Palestinian parliament speaker in Ramallah on Sunday.", "capture"),
    ("Chinese guns shelled Quemoy in 1958.", "indirect_fire"),
    ("He was tried for the August 28, 1995, shelling of the Lebanese town of Tyre.", "indirect_fire"),
])  # fmt: skip
def test_what_looks_like_it_and_is_between_forces_is_an_act(text: str, kind: str) -> None:
    assert kind in proposed(text)


def test_swapping_the_sides_changes_nothing() -> None:
    text = "{} police shot four protesters in {} on Monday."
    assert proposed(text.format("Syrian", "Syria")) == proposed(text.format("Israeli", "Israel"))
