"""Acts told in rarer words are proposed, and words that only look like theirs are not: the sentences stand in proposed.yaml."""

from pathlib import Path

import pytest
from tests.fakes.small_readings import proposed
from tests.fakes.small_texts import pack

from truceline.packs.strict_yaml import parse

SENTENCES = parse(Path(__file__).with_name("proposed.yaml").read_text(encoding="utf-8"), "proposed.yaml")
PROPOSED = [(kind, text) for kind, texts in SENTENCES["proposes"].items() for text in texts]
ONLY = [(kind, text) for kind, texts in SENTENCES["proposes_only"].items() for text in texts]


@pytest.mark.parametrize(("kind", "text"), PROPOSED)
def test_an_act_in_rarer_words_is_proposed(kind: str, text: str) -> None:
    assert kind in {draft.kind for draft in proposed(text)}


@pytest.mark.parametrize(("kind", "text"), ONLY)
def test_who_does_it_with_what_and_to_what_tells_the_kind(kind: str, text: str) -> None:
    assert {draft.kind for draft in proposed(text)} == {kind}


@pytest.mark.parametrize("text", SENTENCES["proposes_nothing"])
def test_words_that_only_look_like_an_act_propose_nothing(text: str) -> None:
    assert proposed(text) == []


def test_each_kind_named_is_one_of_the_codebook() -> None:
    assert set(SENTENCES["proposes"]) | set(SENTENCES["proposes_only"]) <= set(pack().ontology.kinds)


def test_an_act_is_of_whom_it_is_blamed_on() -> None:
    (draft,) = [
        d for d in proposed("The attack on two Saudi tankers that Washington has blamed on Tehran rattled oil markets.") if d.actors
    ]
    assert [slot.value.party for slot in draft.actors] == ["IRN"]


def test_what_went_on_until_a_truce_was_done() -> None:
    text = "On Monday a truce ended three weeks of fighting between the Lebanese army and Hezbollah in Tyre."
    assert [d.kind for d in proposed(text)] == ["truce", "clash"]
    assert [d.kind for d in proposed(text.replace("ended", "would end"))] == []


def test_what_came_of_a_blast_is_no_second_one_unless_it_came_elsewhere() -> None:
    text = "A truck bomb destroyed the police barracks in Beirut, killing forty officers."
    (blast,) = proposed(text)
    assert {c.value.low for c in blast.counts if c.value.what == "killed"} == {40}
    assert len(proposed(text.replace("officers", "officers in Tyre"))) == 2


def test_a_similar_attack_is_another_one() -> None:
    told = "An explosion near Kandahar killed two Indian engineers on Monday. {} explosion killed three Indian doctors."
    assert len(proposed(told.format("A similar"))) == 2
    assert len(proposed(told.format("The"))) == 1


def test_a_minister_who_says_what_his_land_would_give_announces_it() -> None:
    told = "The British minister said on Monday that Britain would send 300 soldiers to Mali."
    assert [d.modality.value for d in proposed(told)] == ["planned"]
    assert proposed(told.replace("The British minister", "The French analyst")) == []


def test_what_was_decided_is_done_where_the_decision_is_judged() -> None:
    assert [d.kind for d in proposed("The Israeli premier defended the decision to kill the Hamas commander.")] == ["direct_fire"]
    assert proposed("The Israeli premier announced the decision to kill the Hamas commander.") == []


def test_unnamed_officials_tell_of_their_own_plan() -> None:
    told = "Washington plans to give rifles to the Bosnian army, {} said on Friday."
    (draft,) = proposed(told.format("two officials who know of the decision"))
    assert (draft.modality.value, [s.value.party for s in draft.actors]) == ("planned", ["USA"])
    assert {a.speaker.value.party for a in draft.attributions} <= {"USA", None}
    assert proposed(told.format("Serbian officials")) == []


def test_troops_of_no_told_side_are_of_the_side_that_says_they_will_go() -> None:
    text = "Two Greek soldiers were hurt in Cyprus. A Turkish officer said that 300 soldiers will be sent to the island next month."
    assert [[s.value.party for s in d.actors] for d in proposed(text) if d.kind == "troop_deployment"] == [["TUR"]]


def test_an_announcement_dates_what_is_to_come() -> None:
    (draft,) = proposed("Norway said in December that it would give Ukraine ammunition.")
    assert draft.when is not None
    assert draft.when.value.start.month == 12


def test_whose_troops_somebody_of_no_told_side_sends() -> None:
    (draft,) = proposed("The president ordered more French troops to Mali in January.")
    assert [s.value.party for s in draft.actors] == ["FRA"]


def test_a_drill_told_beside_it_makes_no_drill_of_a_deployment() -> None:
    (draft,) = proposed("Pyongyang was angered by naval drills and by the deployment of 1,100 American soldiers to South Korea.")
    assert draft.kind == "troop_deployment"
    assert proposed("Pyongyang was angered by the deployment of 1,100 American soldiers in a drill.") == []


def test_the_administration_is_that_whose_offices_are_named() -> None:
    told = "{} said little. The administration announced that it will sell Iraq tanks."
    for office, code in (("The White House", "USA"), ("Vladimir Putin", "RUS")):
        (draft,) = [d for d in proposed(told.format(office)) if d.kind == "arms_transfer"]
        assert [s.value.party for s in draft.actors] == [code]
        assert [s.value.party for s in draft.targets] == ["IRQ"]


def test_a_sum_announced_in_arms_sales_is_a_plan_of_whoever_announces_it() -> None:
    (sold,) = proposed("The French government announced $2 billion in arms sales to Egypt.")
    (bought,) = proposed("The Egyptian government announced $2 billion in purchases of drones from Turkey.")
    for draft, giver in ((sold, "FRA"), (bought, "TUR")):
        assert draft.modality.value == "planned"
        assert [s.value.party for s in draft.actors] == [giver]
        assert [s.value.party for s in draft.targets] == ["EGY"]


def test_the_day_on_which_others_speak_of_arms_on_their_way_is_not_that_of_the_arms() -> None:
    (draft,) = proposed("The rifles that France is sending to Armenia are unlikely to matter, analysts said on Thursday.")
    assert draft.when is None


def test_troops_sent_are_told_beside_strikes_and_are_of_whose_they_are() -> None:
    drafts = proposed("The plan of the war included air strikes and the deployment of hundreds of French soldiers to Mali.")
    assert [[s.value.code for s in d.actors] for d in drafts if d.kind == "troop_deployment"] == [["FRA:mil"]]
