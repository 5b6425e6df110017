"""Verbs that the parser hangs inside the name behind them get their own subject and object back."""

import pytest
from tests.fakes.small_readings import proposed, reading


def hung(text: str) -> dict[str, tuple[str, str]]:
    """Each word with how it hangs and on which."""
    return {t.text: (t.dep, a.sentence.tokens[t.head].text) for a in reading(text).sentences for t in a.sentence.tokens}


@pytest.mark.parametrize("whose", ["South Korea's", "North Korea's", "Israel's"])
def test_the_military_that_fired_is_who_did_it(whose: str) -> None:
    words = hung(f"{whose} military fired warning shots at a boat on Monday.")
    assert (words["military"], words["shots"]) == (("nsubj", "fired"), ("dobj", "fired"))


def test_shots_after_a_crossing_do_not_make_the_one_who_fired_cross() -> None:
    text = (
        "South Korea's military fired warning shots on Tuesday after about 20 North Korean soldiers crossed the Military Demarcation Line."
    )
    (crossing,) = proposed(text)
    assert [s.value.code for s in crossing.actors] == ["PRK:mil"]


def test_warnings_that_were_broadcast_beside_another_verb_are_told_by_a_verb() -> None:
    words = hung("South Korea's military broadcast warnings and fired warning shots at the soldiers.")
    assert (words["military"], words["warnings"]) == (("nsubj", "broadcast"), ("dobj", "broadcast"))


def test_a_participle_in_what_a_verb_has_as_its_object_stays() -> None:
    text = "Two men died in the attack on Tuesday, in which fighters fired rocket propelled grenades, officials said."
    assert hung(text)["grenades"] == ("dobj", "fired")


def test_a_participle_that_describes_what_was_fired_stays() -> None:
    assert hung("The army found spent shells and fired cartridges near the post on Monday.")["found"][0] == "ROOT"
    assert (
        hung("South Korea's military broadcast system was switched on at the border on Monday.").get("broadcast", ("compound",))[0]
        != "ROOT"
    )
