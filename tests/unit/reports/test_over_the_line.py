"""Plain tellings of what is done over a line: short names of the sides, who "he" is, shots without a gunman, help that is no deployment."""

import pytest
from tests.fakes.small_readings import proposed

from truceline.reports.drafted import Draft


def told(text: str, kind: str) -> list[Draft]:
    return [d for d in proposed(text) if d.kind == kind]


def sides_of(text: str, kind: str) -> tuple[list[str], list[str]]:
    """Codes of who did the one act of a kind, and on whom it fell."""
    (draft,) = told(text, kind)
    return [s.value.code for s in draft.actors], [s.value.code for s in draft.targets]


@pytest.mark.parametrize(("named", "short", "codes"), [
    ("North Korea", "the South", ("PRK:mil", "KOR:mil")), ("South Korea", "the North", ("KOR:mil", "PRK:mil")),
])  # fmt: skip
def test_a_side_named_by_its_short_name_alone_stands_beside_the_other(named: str, short: str, codes: tuple[str, str]) -> None:
    assert sides_of(f"{named} fired shells at {short} on Monday.", "indirect_fire") == ([codes[0]], [codes[1]])
    (answered,) = told(f"{named} shelled a post of {short} on Monday. T{short[1:]} returned fire with howitzers.", "indirect_fire")
    assert [r.value for r in answered.responses] == ["return_fire"]


def test_a_direction_or_a_sea_is_no_side() -> None:
    (draft,) = told("North Korea fired a missile over the North Sea coast on Monday, and snow fell in the south.", "missile_launch")
    assert {s.value.party for s in draft.targets} <= {"UNK"}


@pytest.mark.parametrize(("text", "kind", "actors"), [
    ("An Indian soldier strayed into Pakistan on Monday, the Pakistani army said. He had crossed the Line of Control by mistake.",
     "ground_crossing", ["IND:mil"]),
    ("A Pakistani soldier strayed into India on Monday, the Indian army said. He had crossed the Line of Control by mistake.",
     "ground_crossing", ["PAK:mil"]),
])  # fmt: skip
def test_no_army_is_he(text: str, kind: str, actors: list[str]) -> None:
    assert all([s.value.code for s in d.actors] == actors for d in told(text, kind))


def test_a_deserter_called_he_crosses_once() -> None:
    text = "A North Korean soldier defected on Tuesday, the South's military said. He walked over the Military Demarcation Line in Goseong."
    assert [d.kind for d in proposed(text)] == ["defection"]


def test_shots_that_hit_are_fire_by_those_they_came_from() -> None:
    text = "Four shots from North Korea hit a South Korean guard post in Cheorwon on Sunday morning."
    assert sides_of(text, "direct_fire") == (["PRK:mil"], ["KOR:mil"])
    assert told("Two shots by the striker hit the goal post in Seoul on Sunday.", "direct_fire") == []
    assert told("The photographer's shots hit a nerve in South Korea on Sunday.", "direct_fire") == []


def test_what_was_fired_toward_a_side_fell_on_it() -> None:
    text = "Pakistani troops fired shells toward the Indian side of the Line of Control on Monday."
    assert sides_of(text, "indirect_fire") == (["PAK:mil"], ["IND:mil"])


def test_who_is_sent_to_clear_up_is_not_deployed() -> None:
    assert told("Syrian army engineers were sent to clear the street in Aleppo on Monday.", "troop_deployment") == []
    assert told("Ethiopia sent 500 soldiers into Somalia on Monday to clear the rebels from Baidoa.", "troop_deployment") != []
    assert told("Ethiopia sent 500 soldiers into Somalia on Monday.", "troop_deployment") != []


def test_who_is_no_longer_bound_has_left() -> None:
    text = "North Korea said on Nov. 23 that it would no longer be bound by the inter-Korean military agreement."
    (draft,) = told(text, "suspension")
    assert {s.value.party for s in draft.actors} == {"PRK"}


def test_who_went_back_after_warning_fire_retreated() -> None:
    text = "A North Korean boat crossed the Northern Limit Line on Tuesday and returned after South Korea's navy fired warning shots."
    (draft,) = told(text, "sea_crossing")
    assert draft.outcome is not None and draft.outcome.value == "retreated"


def test_fire_over_heads_is_a_warning() -> None:
    text = "Twelve North Korean soldiers crossed the MDL and withdrew after South Korean troops fired over their heads."
    (crossing,) = proposed(text)
    assert crossing.kind == "ground_crossing" and [r.value for r in crossing.responses] == ["warning_shots"]


def test_a_pilot_who_flies_over_for_good_is_no_deployment() -> None:
    text = "A North Korean fighter pilot flew his MiG-19 to South Korea and asked for asylum."
    assert [d.kind for d in proposed(text)] == ["defection"]
    assert told("South Korea flew 300 soldiers to Iraq on Monday.", "troop_deployment") != []


def test_a_state_that_hijacks_an_airliner_took_those_aboard() -> None:
    text = "North Korea hijacked a South Korean airliner and forced it to land at Wonsan with 51 aboard."
    assert [code[:3] for code in sides_of(text, "capture")[0]] == ["PRK"]
    assert told("A passenger hijacked an airliner in Seoul with a toy gun.", "capture") == []


def test_who_is_shot_as_he_crosses_crossed_in_the_present_of_a_list_too() -> None:
    text = "South Korean soldiers shoot and kill a North Korean soldier who crosses the MDL in the Cheorwon area."
    assert {d.kind for d in proposed(text)} == {"direct_fire", "ground_crossing"}
    assert told("The army trains a farmer who crosses the MDL to tend his field.", "ground_crossing") == []


@pytest.mark.parametrize("text", [
    "North Korean soldiers crossed the Military Demarcation Line on June 9 and on June 18, the South's military said.",
    "North Korean soldiers crossed the Military Demarcation Line twice in June 2024, on June 9 and June 18, 2024, South Korea said.",
])  # fmt: skip
def test_two_days_of_one_verb_are_two_acts(text: str) -> None:
    assert sorted(d.when.value.start.day for d in told(text, "ground_crossing") if d.when) == [9, 18]


def test_a_day_of_another_clause_is_no_second_act() -> None:
    text = "Soldiers crossed the Military Demarcation Line on June 9, and on June 18 North Korea said that it was a mistake."
    assert len(told(text, "ground_crossing")) == 1


@pytest.mark.parametrize(("text", "kind", "actors"), [
    ("North Korean troops working near the military demarcation line briefly crossed it on Thursday, the Joint Chiefs of Staff said.",
     "ground_crossing", ["PRK:mil"]),
    ("Indian soldiers who were patrolling along the Line of Control crossed it by mistake on Friday, Pakistan's army said.",
     "ground_crossing", ["IND:mil"]),
    ("South Korea said on Tuesday it had found the wreck of a North Korean drone near Cheorwon.", "air_crossing", ["PRK:mil"]),
])  # fmt: skip
def test_a_line_called_it_is_crossed_and_a_wreck_found_was_flown(text: str, kind: str, actors: list[str]) -> None:
    assert sides_of(text, kind)[0] == actors


def test_one_of_its_patrols_is_of_who_says_so() -> None:
    text = "UNIFIL said an Israeli tank fired on one of its patrols near Kfar Kila on Sunday."
    assert sides_of(text, "monitor_attack") == (["ISR:mil"], ["UNIFIL:mon"])
    text = "Pakistan said Indian troops had fired on one of its posts near Poonch on Sunday."
    assert sides_of(text, "direct_fire") == (["IND:mil"], ["PAK:mil"])


def test_who_is_shot_by_a_comrade_is_hit_by_no_enemy() -> None:
    assert proposed("A South Korean soldier was shot dead by a comrade at a guard post in Yeoncheon on Sunday.") == []


@pytest.mark.parametrize(("text", "kind", "actors"), [
    ("North Korea has laid mines in the DMZ since April, the South's Joint Chiefs of Staff said. Its troops have also built walls there.",
     "works_in_zone", ["PRK:mil"]),
    ("South Korea has laid mines in the DMZ since April, North Korea said. Its troops have also built walls there.",
     "works_in_zone", ["KOR:mil"]),
    ("Pakistan broke the cease-fire on Monday, the Indian army said. Its troops fired mortars at two villages.",
     "indirect_fire", ["PAK:mil"]),
])  # fmt: skip
def test_its_troops_are_of_whom_the_sentence_before_is_about_and_not_of_who_says_so(text: str, kind: str, actors: list[str]) -> None:
    found = told(text, kind)
    assert found and all([s.value.code for s in d.actors] == actors for d in found)


@pytest.mark.parametrize(("text", "days"), [
    ("North Korean soldiers crossed the Military Demarcation Line on June 9 and 18, South Korea said.", [9, 18]),
    ("North Korean soldiers crossed the Military Demarcation Line on June 9, 18 and 20, South Korea said.", [9, 18, 20]),
    ("North Korean soldiers crossed the Military Demarcation Line on June 9, 2 of them armed and 3 not, South Korea said.", [9]),
    ("North Korean soldiers crossed the Military Demarcation Line on June 9, 18 and 20 of them fled.", [9]),
])  # fmt: skip
def test_figures_behind_a_day_are_days_of_its_month(text: str, days: list[int]) -> None:
    assert [d.when.value.start.day for d in told(text, "ground_crossing") if d.when] == days


def test_two_days_in_a_row_or_between_which_it_was_may_be_one_stretch() -> None:
    (laid,) = told("North Korean soldiers laid mines between April 10 and 20 in the DMZ near Cheorwon.", "works_in_zone")
    assert laid.when is not None and (laid.when.value.start.day, laid.when.value.end.day) == (10, 20)
    text = "North Korean and South Korean troops fought near Yeonpyeong Island on June 9 and 10."
    (draft,) = told(text, "clash")
    assert draft.when is not None and (draft.when.value.start.day, draft.when.value.end.day) == (9, 10)
