"""How a person was killed may be told elsewhere than that he was."""

from tests.fakes.small_readings import proposed


def test_a_killing_and_the_strike_that_killed_the_same_person_are_one_act() -> None:
    text = (
        "American forces killed Karim Daoudi, a Taliban negotiator, in Herat on Monday. Officials spoke of a setback. "
        "The drone strike that killed Daoudi hit his car."
    )
    (strike,) = [d for d in proposed(text) if d.kind in ("air_strike", "direct_fire")]
    assert strike.kind == "air_strike"
    assert strike.when is not None
    assert [s.value.party for s in strike.actors] == ["USA"]


def test_another_person_was_killed_in_an_act_of_its_own() -> None:
    text = "American forces killed Karim Daoudi in Herat on Monday. A drone strike killed Omar Rahimi in Kunduz on Tuesday."
    assert {d.kind for d in proposed(text)} >= {"air_strike", "direct_fire"}
