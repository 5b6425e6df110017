"""Done, said to be done, announced, or not told at all; the reason is kept."""

from dataclasses import replace

import msgspec
import pytest
from tests.fakes.small_readings import acts_of, proposed
from tests.fakes.small_texts import pack

from truceline.model.report import Modality
from truceline.reports.modality import told


def how(text: str, kind: str) -> tuple[str | None, str]:
    act = next(act for act in acts_of(text) if act.kind == kind)
    found = told(act, pack().lexicon)
    return (found.modality.value if found.modality else None, found.why)


@pytest.mark.parametrize(("text", "kind", "why"), [
    ("Soldiers did not cross the Military Demarcation Line.", "ground_crossing", "negated"),
    ("No soldiers crossed the Military Demarcation Line.", "ground_crossing", "negated"),
    ("The army never shelled the village.", "indirect_fire", "negated"),
    ("The rebels could shell the village.", "indirect_fire", "modal"),
    ("Ethiopia was not interested in capturing Mogadishu.", "clash", "under 'interested'"),
    ("The aim of the rebels is to capture Mogadishu.", "clash", "is a 'aim'"),
    ("The minister turned down requests from Yemen for air strikes on Sanaa.", "air_strike", "under 'request'"),
    ("The president authorised air strikes on Damascus.", "air_strike", "allowed under 'authorise'"),
    ("North Korea supports the Russian offensive in Kharkiv.", "clash", "sided with under 'support'"),
    ("There will be another air strike on Homs.", "air_strike", "future"),
    ("Germany opposes sending weapons to Syria.", "arms_transfer", "only an opinion under 'oppose'"),
    ("Recapturing the town is a big step.", "clash", "what such an act would be"),
    ("France will provide logistics but no ground troops in Mali.", "troop_deployment", "none of what it is told by"),
    ("Each side accuses the other of shelling.", "indirect_fire", "charges of each side against the other"),
    ("Norway's role in the talks has come under fire.", "direct_fire", "criticism, or what burns"),
    ("Germany names its new assault rifles", "direct_fire", "what kind of 'rifles'"),
    ("Celebratory gunfire rang out in Gaza.", "direct_fire", "not actual: 'Celebratory'"),
    ("Germany ruled out sending troops to Kandahar.", "troop_deployment", "ruled out under 'rule'"),
    ("South Korea halted the broadcasts that it blares across the border.", "loudspeaker", "ended under 'halt'"),
    ("Officials asked whether soldiers crossed the Military Demarcation Line.", "ground_crossing", "conditional"),
    ("If the rebels shell the village, people flee.", "indirect_fire", "conditional"),
    ("Did the rebels shell the village?", "indirect_fire", "question"),
    ("The rule stipulates that soldiers cross the Military Demarcation Line unarmed.", "ground_crossing", "law told"),
    ("The rebels threatened to shell the village.", "indirect_fire", "infinitive after 'threaten'"),
    ("They threatened to stop whoever crosses the river and to shell the village.", "indirect_fire", "infinitive after 'threaten'"),
    ("The army will shell the village.", "indirect_fire", "future"),
    ("The army prevented rebels from shelling the village.", "indirect_fire", "under 'prevent'"),
    ("The president called off a strike on Iran.", "air_strike", "put off under 'call'"),
    ("The minister was asked about airstrikes in Syria.", "air_strike", "talked of under 'ask'"),
    ("A missile test by North Korea remains likely.", "missile_launch", "to be seen: 'likely'"),
    ("Let us assume that we sent soldiers into Syria.", "troop_deployment", "supposed under 'assume'"),
    ("It is in the interest of Israel to send soldiers into Syria.", "troop_deployment", "infinitive after 'be'"),
    ("The danger is a naval skirmish near the island.", "clash", "is a 'danger'"),
    ("Villagers went home during a lull in the fighting between Israel and Hezbollah.", "clash", "stopped in a 'lull'"),
    ("Give weapons to the rebels in Syria.", "arms_transfer", "imperative"),
    ("Four brigades are stationed in Iraq.", "troop_deployment", "how somebody is"),
    ("The envoys asked that all prisoners be released.", "release", "wished, not told"),
    ("The two states work on a shield that is aimed at handling a rocket attack on Israel.", "indirect_fire", "aimed at under 'aim'"),
    ("He denounced Sudan for threatening what he called an invasion of South Sudan.", "ground_crossing", "under 'threaten'"),
    ("Russia is not going to scrap the armistice agreement.", "suspension", "negated"),
    ("Israel never began to shell the village.", "indirect_fire", "negated"),
    ("We will not tolerate Syrian planes flying over Lebanon.", "air_crossing", "under 'tolerate'"),
    ("The army refrained from shelling the village.", "indirect_fire", "under 'refrain'"),
    ("Today they bring flour, and tomorrow they drop bombs on our towns.", "air_strike", "to come"),
    ("North Korea often test-fires missiles.", "missile_launch", "as a rule, not once"),
    ("Cluster bombs are designed to explode before impact near Donetsk.", "air_strike", "what it is meant for: 'designed'"),
    ("Russia is considering a plan to arm the Kurdish rebels.", "arms_transfer", "infinitive after 'plan'"),
    ("The minister rejected a plan to send soldiers to Angola.", "troop_deployment", "infinitive after 'plan'"),
    ("Most voters spoke of their support for arming the rebels.", "arms_transfer", "under 'support'"),
])  # fmt: skip
def test_what_is_not_told_as_done_is_let_go_with_its_reason(text: str, kind: str, why: str) -> None:
    assert how(text, kind)[0] is None
    assert why in how(text, kind)[1]


@pytest.mark.parametrize(("text", "kind"), [
    ("Turkish troops failed to prevent the massacre of nine villagers.", "direct_fire"),
    ("The general wants to punish the village in answer to their part in the March 3 attack.", "direct_fire"),
    ("Troops were unable to stop Hezbollah gunmen from shelling the village.", "indirect_fire"),
    ("The army began to shell the village.", "indirect_fire"),
    ("The army launched an offensive aimed at retaking Aleppo.", "clash"),
    ("South Korean ships frequently crossed the Northern Limit Line.", "sea_crossing"),
])  # fmt: skip
def test_what_is_told_as_done_stays(text: str, kind: str) -> None:
    assert how(text, kind) == ("actual", "")


def test_a_word_that_a_pack_mends_changes_what_is_told() -> None:
    act = next(act for act in acts_of("The rebels dared to shell the village.") if act.kind == "indirect_fire")
    words = pack().lexicon.reality
    mended = replace(pack().lexicon, reality=msgspec.structs.replace(words, implicative=words.implicative | {"dare"}))
    assert told(act, pack().lexicon).modality is None
    assert told(act, mended).modality is not None


def test_what_is_done_in_training_is_let_go() -> None:
    assert how("Marines simulated an assault on a guard post in the exercise.", "clash")[0] is None


@pytest.mark.parametrize(("text", "kind"), [
    ("Pyongyang's declaration that it would no longer abide by the armistice angered Seoul.", "suspension"),
    ("North Korea plans to send soldiers to Russia.", "troop_deployment"),
    ("The United States will deliver tanks to Ukraine.", "arms_transfer"),
    ("The United States announced a delivery of tanks to Ukraine.", "arms_transfer"),
    ("North Korea will suspend the military agreement.", "suspension"),
    ("France signed a contract to sell tanks to Egypt.", "arms_transfer"),
    ("South Korea's cabinet approved a motion to suspend the military agreement.", "suspension"),
])  # fmt: skip
def test_three_kinds_may_be_planned(text: str, kind: str) -> None:
    assert how(text, kind)[0] == Modality.PLANNED.value


def test_a_transfer_that_is_not_planned_is_not_told() -> None:
    assert how("The United States did not deliver tanks to Ukraine.", "arms_transfer")[0] is None


@pytest.mark.parametrize("text", ["The rebels allegedly shelled the village.", "The rebels reportedly shelled the village."])
def test_a_hedge_makes_an_allegation(text: str) -> None:
    assert how(text, "indirect_fire")[0] == Modality.ALLEGED.value


@pytest.mark.parametrize(
    "text",
    ["Missiles fired from a suspected Syrian jet hit a camp.", "A plane was shot down over the town, most likely by the rebels."],
)
def test_who_may_have_done_it_is_in_doubt_by_what_it_was_done_from_or_by_whom(text: str) -> None:
    assert Modality.ALLEGED in {d.modality for d in proposed(text)}


@pytest.mark.parametrize(("text", "kind"), [
    ("The rebels shelled the village.", "indirect_fire"),
    ("The rebels began to shell the village.", "indirect_fire"),
    ("The rebels vowed to seek revenge for the massacre of 30 soldiers.", "direct_fire"),
    ("The rebels ordered the Japanese hostages to write letters.", "capture"),
    ("The army said that the rebels shelled the village.", "indirect_fire"),
    ("Soldiers tried to cross the Military Demarcation Line.", "ground_crossing"),
    ("Nobody denied that the rebels shelled the village.", "indirect_fire"),
])  # fmt: skip
def test_what_is_done_begun_or_tried_at_a_line_is_told(text: str, kind: str) -> None:
    assert how(text, kind)[0] == Modality.ACTUAL.value


def test_what_somebody_was_prompted_to_do_was_done() -> None:
    assert how("Syrian gunners shelled Haifa, prompting Israel to bomb Syrian bases.", "air_strike") == ("actual", "")


def test_what_was_decided_is_done_where_its_effect_is_told() -> None:
    assert how("He spoke of the decision to launch air strikes that killed the general.", "air_strike")[0] == "actual"
    assert how("He spoke of the decision to launch air strikes on Homs.", "air_strike")[0] is None


def test_what_is_to_begin_is_announced_like_what_is_to_be_done() -> None:
    assert how("France announced that it would begin sending rifles to Ukraine.", "arms_transfer")[0] == "planned"


@pytest.mark.parametrize(("text", "modality"), [
    ("North Korea said on Tuesday that it was scrapping the military agreement of 2018.", "actual"),
    ("Russia announced that it is suspending the treaty with Poland.", "actual"),
    ("North Korea said on Tuesday that it would scrap the military agreement of 2018.", "planned"),
    ("North Korea said on Tuesday that it was to scrap the military agreement of 2018.", "planned"),
])  # fmt: skip
def test_who_says_that_he_is_scrapping_a_pact_has_scrapped_it(text: str, modality: str) -> None:
    assert how(text, "suspension")[0] == modality
