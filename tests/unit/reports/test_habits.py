"""What is done as a rule is no act of one day; told once, or with its day, it is one."""

import pytest
from tests.fakes.small_readings import reading
from tests.fakes.small_texts import pack

from truceline.reports.extract import propose


def proposed(text: str) -> list[str]:
    return [draft.kind for draft in propose(reading(text), pack())]


@pytest.mark.parametrize("text", [
    "Guerrillas often fired rockets at the Israeli base.",
    "Shepherds near the line are often detained by Israeli soldiers.",
    "The town of Tyre has been shelled many times.",
    "Israeli shells kill three people a day in the town of Tyre.",
    "The rebels bomb the town of Homs every night, the mayor said.",
    "The army says that its planes bomb the rebels in Homs.",
    "Syria denies that its soldiers attack villagers.",
    "The village fears rebels who kidnap teachers for ransom.",
    "Turkey will punish anyone who attacks its soldiers.",
    "The Syrian army relies on air strikes against the rebels.",
])  # fmt: skip
def test_what_is_done_as_a_rule_is_no_act(text: str) -> None:
    assert proposed(text) == []


@pytest.mark.parametrize(("text", "kinds"), [
    ("Guerrillas fired rockets at the Israeli base on Monday.", ["indirect_fire"]),
    ("The army said that its planes bombed the rebels in Homs on Monday.", ["air_strike"]),
    ("A day later the rebels shelled the town of Tyre.", ["indirect_fire"]),
    ("Israeli soldiers shelled the town of Tyre for a whole day.", ["indirect_fire"]),
    ("The village mourns two teachers whom the rebels kidnapped on Monday.", ["capture"]),
    ("The coalition responded with air strikes against the rebels in Homs on Monday.", ["air_strike"]),
])  # fmt: skip
def test_what_was_done_once_is_an_act(text: str, kinds: list[str]) -> None:
    assert proposed(text) == kinds
