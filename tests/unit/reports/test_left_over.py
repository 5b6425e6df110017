"""What is told of a proposal that the judge lets go stands with the act beside it that is kept."""

from tests.fakes.small_readings import proposed, reading

from truceline.model.report import FollowUp
from truceline.reports.drafted import Draft
from truceline.reports.left_over import hand_over


def kept_first(text: str) -> Draft:
    """The first proposal of a text, the others let go."""
    drafts = proposed(text)
    assert len(drafts) > 1
    first = drafts[0]
    first.follow_ups.clear()
    (kept,) = hand_over([first], drafts, reading(text))
    return kept


STRUCK = "Israeli jets bombed the port of Sidon on Monday. "
AGAIN = "Israeli jets bombed a school in Tyre on Monday. France condemned the air strike on the school in Tyre."


def test_who_reacted_to_a_let_go_act_reacted_to_the_kept_one_of_its_family() -> None:
    assert [(s.act, s.by) for s in kept_first(STRUCK + AGAIN).follow_ups] == [("condemnation", "FRA:gov")]


def test_a_step_about_a_let_go_act_far_away_stays_away() -> None:
    assert kept_first(STRUCK + "Markets closed early. " * 6 + AGAIN).follow_ups == []


def test_a_step_about_an_act_of_another_family_stays_away() -> None:
    text = STRUCK + "Syrian troops crossed the border into Lebanon on Monday. France condemned the crossing."
    assert kept_first(text).follow_ups == []


def test_a_step_about_a_let_go_shot_goes_to_the_launch_of_the_same_party() -> None:
    text = (
        "North Korea launched a ballistic missile on Monday. North Korea fired a shell into the sea on Monday. "
        "Japan condemned the shelling."
    )
    assert [(s.act, s.by) for s in kept_first(text).follow_ups] == [("condemnation", "JPN:gov")]


def test_the_denial_of_a_let_go_act_is_let_go_with_it() -> None:
    text = "Israeli jets bombed a Hezbollah base in Sidon on Monday. Hezbollah denied that its fighters had shelled Haifa."
    assert kept_first(text).follow_ups == []


def test_who_denies_a_let_go_blow_denies_no_fight_beside_it() -> None:
    text = (
        "Syrian troops recaptured three villages from rebels near Douma on Monday. Syrian jets bombed a market in Douma on Monday. "
        "Syria denied the bombing of the market."
    )
    assert [d.kind for d in proposed(text)] == ["clash", "air_strike"]
    assert [s.act for s in kept_first(text).follow_ups] == []


def test_who_is_blamed_for_a_let_go_retelling_is_said_to_have_done_what_nobody_is_told_to_have() -> None:
    text = "A car bomb killed two soldiers in Mosul on Monday. Gunmen shot dead a mayor there on Monday."
    bomb, lost = proposed(text)
    lost.follow_ups.append(FollowUp(act="accusation", by="IRQ:gov", to="ISIL:mil", evidence=lost.kind_slot.evidence))
    (kept,) = hand_over([bomb], [bomb, lost], reading(text))
    assert [s.value.code for s in kept.actors] == ["ISIL:mil"]
