"""An act told in general words, or from one side, and then more closely is one; what only stands beside it stays its own."""

import pytest
from tests.fakes.small_readings import proposed


def kinds(text: str) -> list[str]:
    return [draft.kind for draft in proposed(text)]


@pytest.mark.parametrize(("text", "kind"), [
    ("Turkish forces were accused on Monday of attacking the Kobani camp. "
     "Thirty people were hurt in a Turkish air strike on the Kobani camp.", "air_strike"),
    ("Israeli troops raided the town of Jenin early on Monday and searched houses. "
     "A Hamas commander was shot dead by Israeli troops in Jenin on Monday.", "direct_fire"),
    ("North and South Korean soldiers exchanged fire in the Demilitarized Zone on Monday. "
     "The South's army said that it returned fire.", "clash"),
    ("A South Korean drone violated North Korean airspace on Monday. The South Korean intrusion was condemned.", "air_crossing"),
    ("Iranian forces attacked Iraqi positions near Basra on Monday. "
     "At least 200 Iraqi troops were killed, wounded or captured, Tehran said.", "clash"),
    ("Turkey's assault in Syria has left 150 Kurdish fighters dead. "
     "Turkish forces invaded Syria on Monday.", "ground_crossing"),
    ("A North Korean woman defected through the demilitarized zone on Monday. "
     "She told officials that she crossed the border out of hunger.", "defection"),
    ("Amal and Hezbollah fought with mortars in Jbaa on Monday. "
     "A woman was wounded there when a stray shell fell near her house.", "clash"),
])  # fmt: skip
def test_what_is_told_again_more_closely_is_one_act(text: str, kind: str) -> None:
    assert kinds(text) == [kind]


def test_a_stray_shell_is_of_the_fight_and_not_of_another_shelling() -> None:
    text = (
        "A shell exploded in Jbaa on Monday. Amal and Hezbollah fought with mortars in Jbaa on Monday. "
        "A woman was wounded when a stray shell fell near her house."
    )
    (fight,) = (draft for draft in proposed(text) if draft.kind == "clash")
    assert ("wounded", 1) in {(count.value.what, count.value.low) for count in fight.counts}


@pytest.mark.parametrize("text", [
    "Turkish forces attacked Kobani on Monday. Thirty people were hurt in a Turkish air strike on Manbij.",
    "Turkish forces attacked Kobani on Monday. Thirty people were hurt in an Israeli air strike on Kobani.",
    "North and South Korean soldiers exchanged fire near Paju on Monday. South Korean soldiers fired at a fisherman near Paju.",
    "A North Korean woman defected through the demilitarized zone on Monday. Three North Korean soldiers crossed the border near Paju.",
    "Amal and Hezbollah fought with mortars in Jbaa on Monday. A woman was wounded in Sidon on Monday when a shell fell near her house.",
    "Israeli troops raided the town of Jenin on Monday. A Hamas commander was shot dead by Israeli troops in Hebron on Monday.",
])  # fmt: skip
def test_another_place_doer_or_victim_is_another_act(text: str) -> None:
    assert len(kinds(text)) == 2


def test_an_offensive_on_a_named_side_is_fought_beside_the_air_strikes_on_it() -> None:
    text = (
        "Turkey launched a military offensive against Kurdish fighters in Syria on Monday. "
        "Turkish jets bombed Kurdish fighters in Syria on Monday."
    )
    assert kinds(text) == ["clash", "air_strike"]


def test_a_shooting_of_one_day_is_no_part_of_fighting_that_goes_on() -> None:
    text = (
        "Taliban gunmen opened fire on a bus near Herat on Monday, killing two guards. It followed months of heavy fighting in the country."
    )
    assert "direct_fire" in kinds(text)
