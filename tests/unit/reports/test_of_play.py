"""Players attack, shoot and defend in the words of war: a text or a sentence of a game tells no act, and a war beside it is read."""

import pytest
from tests.fakes.small_readings import reading
from tests.fakes.small_texts import pack

from truceline.reports.extract import propose

MATCH = (
    "North Korea beat South Korea in a shootout on Saturday after extra time. The striker fired over the bar and the goalkeeper was "
    "attacked by the fans of the South. The semifinal was the first of the tournament."
)


def kinds(text: str) -> list[str]:
    return [draft.kind for draft in propose(reading(text), pack())]


@pytest.mark.parametrize("text", [
    MATCH,
    "India and Pakistan clashed at the World Cup in a football match that was watched by millions on Monday.",
    "The Israeli quarterback was shot down by the Syrian linebacker in the playoff on Monday.",
    "Russian gamers ambushed a Ukrainian team in the final of the esports tournament on Monday.",
    "A Russian grandmaster attacked the Ukrainian in a chess game that ended in a fight over a pawn. The second chess game is on Monday. "
    "Chess is played in Kiev, and the grandmaster is from Moscow.",
])  # fmt: skip
def test_a_game_is_no_fight(text: str) -> None:
    assert kinds(text) == []


@pytest.mark.parametrize(("text", "told"), [
    (f"{MATCH} On Sunday Syrian troops shelled Israeli soldiers in the Golan Heights.", ["indirect_fire"]),
    ("Gunmen opened fire at Israeli soldiers near a football match in Gaza on Monday.", ["direct_fire"]),
    ("Syrian artillery shelled Turkish soldiers during the World Cup, hours before the semifinal.", ["indirect_fire"]),
])  # fmt: skip
def test_a_war_beside_a_game_is_read(text: str, told: list[str]) -> None:
    assert kinds(text) == told
