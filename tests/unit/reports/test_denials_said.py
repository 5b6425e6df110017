"""Who calls a charge false, or disowns an act, denies it without a word of denying."""

import pytest
from tests.fakes.small_readings import proposed

CHARGED = "Rockets hit Haifa on Monday. Israel accused Hezbollah of firing the rockets. "


def denials(text: str) -> list[str | None]:
    return [each.by for draft in proposed(text) for each in draft.follow_ups if each.act == "denial"]


@pytest.mark.parametrize(
    "text",
    [
        "Hezbollah said the accusations were a smokescreen.",
        "Hezbollah said the charge was not true.",
        "Hezbollah said it was not responsible for the attack.",
        "Hezbollah said it had no part in the attack.",
        "Hezbollah disputed the Israeli account of the attack.",
        "Hezbollah condemned the accusations.",
    ],
)
def test_who_calls_a_charge_false_or_disowns_the_act_denies_it(text: str) -> None:
    assert denials(CHARGED + text) == ["HZB"]


def test_the_same_words_deny_for_either_side() -> None:
    charged = "Shells hit Tyre on Monday. Lebanon accused Israel of firing the shells. "
    assert denials(charged + "Israel said it was not responsible for the attack.") == ["ISR:gov"]


@pytest.mark.parametrize(
    "text",
    [
        "Hezbollah said the accusations were not a smokescreen.",
        "Hezbollah said the charge was true.",
        "Jordan said Hezbollah was not responsible for the attack.",
        "Hezbollah condemned reports that it charges fees at the port.",
        "Hezbollah is active in the disputed region.",
        "Hezbollah denied any casualties.",
    ],
)
def test_what_is_said_of_others_or_of_something_else_denies_nothing(text: str) -> None:
    assert denials(CHARGED + text) == []


def test_who_holds_that_what_was_sunk_was_unarmed_denies_the_blow_was_earned() -> None:
    text = "A South Korean boat sank in a firefight with a North Korean boat, but Seoul insisted that the boat was unarmed."
    assert denials(text) == ["KOR:gov"]


def test_a_third_party_denies_the_very_act_that_stands_under_its_denial() -> None:
    text = "Hezbollah rockets hit Haifa on Monday. Jordan disputed Israel's claim that Hezbollah had fired the rockets."
    assert denials(text) == ["JOR:gov"]


def test_who_calls_a_report_exaggerated_denies_it() -> None:
    told = "Iran said its troops killed 900 Iraqi soldiers in a battle near Basra on Monday. "
    assert denials(told + "Iraq's defence ministry said that Iran had exaggerated its reports of the battle.") == ["IRQ:MoD"]
    assert denials(told + "Iran's defence ministry said that Iran had exaggerated its reports of the battle.") == []


@pytest.mark.parametrize("text", ["Tehran called the report a lie.", "Tehran called this false."])
def test_who_calls_a_report_false_denies_what_it_tells(text: str) -> None:
    assert denials("Iranian forces shelled a Turkish village on Sunday. " + text) == ["IRN:gov"]


@pytest.mark.parametrize(
    "text",
    [
        "The U.S. Navy said the drone was over international waters.",
        "The U.S. Navy said that its drone had stayed in international airspace.",
    ],
)
def test_who_kept_to_what_is_open_to_all_denies_to_have_crossed(text: str) -> None:
    assert denials("A U.S. drone entered Iranian airspace on Sunday, Iran said. " + text) == ["USA:mil"]


def test_who_kept_to_the_open_sea_denies_no_shelling() -> None:
    assert denials("U.S. ships shelled an Iranian port on Sunday. The U.S. Navy said its ships were in international waters.") == []


def test_who_says_to_spare_civilians_denies_to_have_struck_them() -> None:
    found = denials(
        "Azerbaijani guns shelled Martuni on Monday, killing two civilians. Azerbaijan said that its forces do not target civilians."
    )
    assert found == ["AZE:gov"]
