"""What one sentence tells inside another act is one report; what it tells beside it stays two."""

import pytest
from tests.fakes.small_readings import proposed


def kinds(text: str) -> list[str]:
    return sorted(draft.kind for draft in proposed(text))


@pytest.mark.parametrize(("text", "kind"), [
    ("Two Israelis were killed on Monday in Ashkelon when a rocket fired from Gaza struck their house.", "indirect_fire"),
    ("Chadian troops killed 84 Libyans and captured 18 in fighting near Faya on Monday, the government said.", "clash"),
    ("Artillery clashes between Amal and Hezbollah in Beirut on Monday killed seven people.", "clash"),
    ("Turkish jets pounded Kurdish positions in Afrin on Monday, setting off explosions that were heard across the border.", "air_strike"),
    ("Israeli soldiers opened fire at a group of Palestinian youths on Monday during a raid on the village.", "direct_fire"),
    ("Israeli jeeps stormed the city of Jenin and arrested three Hamas members on Monday.", "capture"),
    ("A rocket that Hezbollah fired from Lebanon hit an Israeli village on Monday.", "indirect_fire"),
    ("A Hezbollah fighter was killed on Monday in artillery and mortar exchanges with Amal in south Lebanon.", "clash"),
    ("A shell fired from a North Korean gunboat hit a South Korean island on Monday.", "direct_fire"),
    ("Two rockets struck an Iranian tanker in the Red Sea on Monday.", "indirect_fire"),
    ("A series of bombings killed 53 people in eastern Baghdad on Monday.", "explosion"),
    ("Turkey launched an offensive on Monday, unleashing dozens of air strikes on Kurdish fighters in Afrin.", "air_strike"),
    ("A car bomber blew himself up in Baghdad on Monday, killing at least 24 soldiers.", "explosion"),
    ("Hezbollah fighters stormed a garrison of Amal near Sidon on Monday, backed by mortar fire.", "clash"),
    ("Amal fighters threw grenades and overran a post of Hezbollah near Sidon on Monday.", "clash"),
    ("The mortar strike in Jabaliya on Monday was the second attack on a school.", "indirect_fire"),
    ("Monday's clash between Hezbollah and Amal, the first battle in Beirut this year, was short.", "clash"),
])  # fmt: skip
def test_what_is_told_inside_an_act_is_part_of_it(text: str, kind: str) -> None:
    assert kinds(text) == [kind]


@pytest.mark.parametrize("text", [
    "Israeli troops stormed the garrison at Jenin and arrested three Hamas members on Monday.",
    "Indian soldiers shot two men at a bridge on Monday after Pakistani troops shelled their post.",
    "Indian soldiers shot a man at a bridge on Monday, triggering clashes between villagers and the army.",
])  # fmt: skip
def test_an_attack_on_a_post_and_what_came_after_another_act_stay_two(text: str) -> None:
    assert len(kinds(text)) == 2


def test_the_harm_goes_to_the_act_that_did_it() -> None:
    (draft,) = proposed("Chadian troops killed 84 Libyans and captured 18 in fighting near Faya on Monday, the government said.")
    assert {(count.value.what, count.value.low) for count in draft.counts} >= {("killed", 84), ("captured", 18)}
    assert draft.outcome is None


def test_an_attack_on_a_hamlet_that_goes_on_to_shoot_its_people_is_no_fight() -> None:
    assert kinds("Guerrillas attacked a hamlet near Ayacucho on Monday, shooting six men and a woman to death.") == ["direct_fire"]


def test_who_was_taken_when_gunmen_came_into_a_house_was_taken() -> None:
    assert kinds("An Iraqi officer was kidnapped in Baghdad on Monday when Mahdi Army gunmen stormed his house.") == ["capture"]


@pytest.mark.parametrize(("text", "kind"), [
    ("Twenty balloons sent by South Korea were found near the border on Monday, North Korea said.", "balloon_launch"),
    ("A South Korean drone flew over Kaesong on Monday and intruded into the territory of North Korea.", "air_crossing"),
])  # fmt: skip
def test_what_was_found_and_how_it_came_is_one_act(text: str, kind: str) -> None:
    assert kinds(text) == [kind]


def test_what_came_of_a_downing_is_no_launch_of_its_own() -> None:
    text = "A missile fired from rebel land brought down a Malaysian airliner over Ukraine on Monday, killing 40 people aboard."
    assert "missile_launch" not in {draft.kind for draft in proposed(text)}
