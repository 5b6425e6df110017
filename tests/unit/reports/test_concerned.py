"""Which act a step of procedure concerns: what its words name, point back to, or stand beside."""

import pytest
from tests.fakes.small_readings import proposed


def steps(text: str) -> dict[str, list[tuple[str, str | None, str | None]]]:
    """Steps of each proposed act, by its type."""
    return {draft.kind: [(s.act, s.by, s.to) for s in draft.follow_ups] for draft in proposed(text)}


def test_what_is_confirmed_is_the_act_of_the_clause_and_not_what_it_answered() -> None:
    found = steps(
        "Israeli troops shelled the village of Aita on Monday. "
        "The Israeli army confirmed that the shelling came in response to a missile launched at a patrol by Hezbollah."
    )
    assert found["indirect_fire"] == [("confirmation", "ISR:army", None)]
    assert not any(told for kind, told in found.items() if kind != "indirect_fire")


def test_a_late_reaction_comes_back_to_the_act_that_the_text_began_with() -> None:
    found = steps(
        "Israeli jets bombed the port of Sidon on Monday. Fishermen spoke of fires along the quay. Markets closed early. "
        "Schools stayed open. Buses ran as usual. The weather was mild. France condemned the air strike."
    )
    assert found == {"air_strike": [("condemnation", "FRA:gov", None)]}


def test_a_step_goes_to_the_kind_of_act_that_it_names() -> None:
    found = steps(
        "Syrian troops crossed the border into Lebanon on Monday. Syrian guns shelled Tyre on Tuesday. Lebanon condemned the incursion."
    )
    assert [told for kind, told in found.items() if kind == "indirect_fire"] == [[]]
    assert found["ground_crossing"] == [("condemnation", "LBN:gov", None)]


def test_an_inquiry_that_goes_on_is_into_the_act_told() -> None:
    found = steps("Syrian guns shelled Tyre on Tuesday. The Lebanese army said the investigation continued.")
    assert found == {"indirect_fire": [("investigation", "LBN:army", None)]}


def test_who_accuses_two_parties_takes_two_steps() -> None:
    found = steps("Rockets fired by Syria and Iran hit Haifa on Monday. Israel blamed Syria and Iran for the rocket attack.")
    assert found["indirect_fire"] == [("accusation", "ISR:gov", "SYR:gov"), ("accusation", "ISR:gov", "IRN:gov")]


@pytest.mark.parametrize(
    "text",
    [
        "Israel accused Syria of seeking better terms.",
        "Egypt condemned France for its tariffs.",
        "Syria denied that it planned to attack Haifa.",
        "The rocket blasted off at dawn.",
        "Residents confirmed that troops had shelled Tyre.",
        "Jordan condemned Israel for raising its tariffs.",
        "Jordan blasted a statement that called for a truce.",
        "Mayors complained that the harvest was late.",
        "The United Nations called for an investigation of the shelling.",
        "Lebanon called for a condemnation of the shelling.",
        "Israel acknowledged the group's role in the region.",
        "Lebanon demanded an apology from Syria for the shelling.",
        "Lebanon has 300 open investigations.",
        "Jordan has found a home for those who fled.",
        "Helicopters blasted the port.",
        "If Syria apologizes for the shelling, talks will go on.",
        "When Lebanon condemns a shelling, nobody listens.",
        "Syria could not confirm or deny the shelling.",
        "Lebanon accused Syria of meddling.",
        "Syria accused Israel of using a truce to regroup.",
        "Jordan condemned Israel for having shut a bank.",
        "The United Nations heard accusations over the shelling.",
        "Israel accused Syria of planning to invade Jordan.",
        "Israel confirmed the identity of a man.",
        "The Lebanese army failed to investigate the shelling.",
    ],
)
def test_words_that_tell_of_no_step_about_the_act_give_none(text: str) -> None:
    found = steps("Guns shelled Tyre on Tuesday. " + text)
    assert found["indirect_fire"] == []


def test_a_protest_is_lodged_with_the_party_named_after_it() -> None:
    found = steps("Indian troops crossed the border into China on Monday. China lodged a strong protest with India.")
    assert found["ground_crossing"] == [("protest", "CHN:gov", "IND:gov")]


def test_a_step_over_the_clashes_is_over_the_latest_and_not_over_those_recalled() -> None:
    drafts = proposed(
        "Amal and Hezbollah fighters clashed in Tyre on Wednesday. Ten people were hurt. "
        "Amal and Hezbollah fighters also clashed in Sidon on Sunday. Each militia accused the other of starting the clashes."
    )
    told = {draft.where.value.name: [s.act for s in draft.follow_ups] for draft in drafts if draft.where is not None}
    assert told == {"Tyre": ["accusation", "accusation"], "Sidon": []}


def test_a_step_goes_to_the_act_of_the_day_that_its_words_give() -> None:
    drafts = proposed(
        "Syrian guns shelled Tyre on Monday. Syrian guns shelled Sidon on Tuesday. "
        "Schools were shut. Jordan condemned the shelling of Tyre."
    )
    told = {draft.where.value.name: [s.act for s in draft.follow_ups] for draft in drafts if draft.where is not None}
    assert told == {"Tyre": ["condemnation"], "Sidon": []}


def test_what_is_protested_with_the_is_the_act_told_whatever_it_is_called() -> None:
    found = steps("Hezbollah fighters seized the village of Aita from Syrian troops on Monday. Syria protested the advance.")
    assert found["clash"] == [("protest", "SYR:gov", None)]


def test_fighters_who_blast_each_other_with_guns_condemn_nobody() -> None:
    assert steps("Amal and Hezbollah fighters clashed in Tyre on Monday and blasted each other with mortars.")["clash"] == []


def test_who_lays_the_blame_on_a_side_accuses_it() -> None:
    found = steps("Shells hit Tyre on Monday. Jordan laid the blame for the shelling on Syria.")
    assert found["indirect_fire"] == [("accusation", "JOR:gov", "SYR:gov")]


def test_opponents_of_a_party_take_no_step_for_it() -> None:
    found = steps("Guns shelled Tyre on Tuesday. Opponents of the Syrian government condemned the shelling.")
    assert [by for _, by, _ in found["indirect_fire"]] == [None]


def test_what_is_admitted_is_not_what_is_blamed_beside_it() -> None:
    found = steps(
        "US jets hit the rebels of ISIL in Raqqa in January. "
        "ISIL acknowledged that it was beaten in the town, blaming airstrikes by the United States for its retreat."
    )
    assert found["air_strike"] == [("accusation", "ISIL", None)]


def test_who_confirms_something_of_what_was_launched_confirms_the_launch() -> None:
    found = steps(
        "North Korea launched two short-range projectiles toward the sea on Tuesday. "
        "The Korean Central News Agency confirmed that the projectiles were from a new system."
    )
    assert found["missile_launch"] == [("confirmation", "PRK:KCNA", None)]


def test_an_outlet_that_confirms_an_act_is_a_source_and_takes_no_step() -> None:
    found = steps("Israeli troops shelled northern Gaza on Tuesday. Israel Radio confirmed that the shelling went on.")
    assert found == {"indirect_fire": []}


def test_a_step_over_the_latest_battle_is_over_the_one_that_is_on() -> None:
    found = proposed(
        "Hezbollah fighters clashed with Israeli troops near Tyre on Monday. In March 1996 the two sides had clashed at Sidon. "
        "Israel accused Hezbollah of starting the latest battle."
    )
    assert [(d.where.value.name if d.where else None, len(d.follow_ups)) for d in found if d.kind == "clash"] == [
        ("near Tyre", 1),
        ("Sidon", 0),
    ]


def test_in_a_title_who_stands_accused_accuses_nobody() -> None:
    found = steps("Guns shelled Tyre on Tuesday.\n\nSyria accused of shelling Tyre")
    assert all(by is None for act, by, _ in found["indirect_fire"] if act == "accusation")


def test_whose_claim_is_refuted_has_made_the_charge() -> None:
    found = steps("Mortars hit Kupwara on Tuesday. Indian officials refuted Pakistani claims that Indian soldiers had shelled Kupwara.")
    assert ("accusation", "PAK:gov") in [(act, by) for told in found.values() for act, by, _ in told]


def test_who_leads_an_inquiry_is_told_after_it() -> None:
    found = steps("Syrian guns shelled Tyre on Tuesday. An investigation led by the Lebanese army into the shelling went on.")
    assert found["indirect_fire"] == [("investigation", "LBN:army", None)]


def test_the_charges_that_are_denied_were_told_before() -> None:
    drafts = proposed(
        "Syrian guns shelled Tyre on Monday. Syria denied the accusations. "
        "Reports say that Syrian guns allegedly shelled Sidon on Wednesday."
    )
    told = {draft.where.value.name: [s.act for s in draft.follow_ups] for draft in drafts if draft.where is not None}
    assert told == {"Tyre": ["denial"], "Sidon": []}


def test_what_is_called_unacceptable_is_the_act_named() -> None:
    found = steps(
        "North Korea launched a missile on Tuesday. Shops shut. Buses ran. Schools stayed open. The fog was thick. "
        "Japan said the launch was unacceptable. In July North Korean troops crossed the border into China."
    )
    assert found["missile_launch"] == [("condemnation", "JPN:gov", None)]


def test_an_act_of_another_day_than_the_one_condemned_is_not_meant() -> None:
    found = proposed("Guns shelled Tyre on 9 May 2024. Jordan condemned the shelling of 4 May 2024.")
    assert [d.follow_ups for d in found if d.when is not None and d.when.value.start.day == 9] == [[]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The shelling drew condemnation from Jordan.", ("condemnation", "JOR:gov", None)),
        ("The Lebanese army said it had launched an inquiry.", ("investigation", "LBN:army", None)),
        ("The Lebanese army is investigating.", ("investigation", "LBN:army", None)),
        ("Lebanon held Syria responsible for the shelling.", ("accusation", "LBN:gov", "SYR:mil")),
        ("Lebanon pointed the finger at Syria.", ("accusation", "LBN:gov", "SYR:gov")),
    ],
)
def test_steps_are_told_in_many_ways(text: str, expected: tuple[str, str, str | None]) -> None:
    assert steps("Syrian guns shelled Tyre on Tuesday. " + text)["indirect_fire"] == [expected]


def test_who_says_that_there_will_be_an_inquiry_need_not_lead_it() -> None:
    found = steps("Syrian guns shelled Tyre on Tuesday. The United Nations said there would be an investigation of the shelling.")
    assert all(by is None for act, by, _ in found["indirect_fire"] if act == "investigation")
    found = steps("Syrian guns shelled Tyre on Tuesday. The United Nations said that there was an investigation of the shelling.")
    assert all(by is None for act, by, _ in found["indirect_fire"] if act == "investigation")


def _steps_of_each(text: str, kind: str) -> list[list[tuple[str, str | None]]]:
    """The steps about each act of a kind that a text tells, in its order."""
    return [[(s.act, s.by) for s in draft.follow_ups] for draft in proposed(text) if draft.kind == kind]


def test_a_charge_is_over_each_such_act_of_theirs() -> None:
    two = "Israeli jets bombed a school in Tyre on Monday. Israeli jets bombed a hospital in Sidon, killing four people, on Monday."
    charged = f"{two} Lebanon accused Israel of bombing civilians."
    assert _steps_of_each(charged, "air_strike") == [[("accusation", "LBN:gov")]] * 2
    apart = charged.replace("four people, on Monday", "four people, on Tuesday")
    assert [] in _steps_of_each(apart, "air_strike")


def test_whoever_was_hit_confirms_nothing() -> None:
    hit = "Hezbollah fighters fired 20 rockets at an Israeli army base on Monday."
    assert _steps_of_each(f"{hit} Hezbollah confirmed the attack.", "indirect_fire") == [[("confirmation", "HZB")]]
    assert _steps_of_each(f"{hit} The Israeli army confirmed the attack.", "indirect_fire") == [[]]


def test_a_mission_that_tells_what_it_saw_accuses_nobody() -> None:
    told = "{} said that Russian troops had reportedly moved into eastern Ukraine on Monday."
    assert _steps_of_each(told.format("Ukraine"), "troop_deployment") == [[("accusation", "UKR:gov")]]
    assert _steps_of_each(told.format("NATO"), "troop_deployment") == [[]]


@pytest.mark.parametrize(
    "text",
    [
        "Syria offered an apology for the shelling.",
        "The United Nations has found evidence of the shelling.",
        "Syria said that it would look into the shelling.",
        "Syria said that its ministers had met and that it would investigate the shelling.",
        "It delivered a note of protest to Damascus.",
    ],
)
def test_what_is_made_or_announced_is_a_step(text: str) -> None:
    found = steps("Syrian guns shelled the Lebanese port of Tyre on Tuesday. Lebanon was told at noon. " + text)
    assert len(found["indirect_fire"]) == 1


def test_whose_guns_were_silent_denies_it_beside_what_he_announces() -> None:
    told = "Syria said that its guns were silent and that it would investigate the shelling."
    found = steps("Syrian guns shelled the Lebanese port of Tyre on Tuesday. Lebanon was told at noon. " + told)
    assert {act for act, _, _ in found["indirect_fire"]} == {"investigation", "denial"}


def test_who_had_nothing_to_do_with_it_denies_it() -> None:
    found = steps("Gunmen shot dead two Indian soldiers near Bandipora on Monday. Pakistan said it had nothing to do with the attack.")
    assert found["direct_fire"] == [("denial", "PAK:gov", None)]


def test_who_speaks_for_a_party_and_complains_of_an_act_protests() -> None:
    found = steps(
        "A British helicopter crossed the border into Ireland on Monday. The Irish minister complained that it had entered Monaghan."
    )
    assert found["air_crossing"] == [("protest", "IRL:gov", None)]


def test_who_went_on_to_apologise_is_who_spoke() -> None:
    found = steps(
        "A British helicopter crossed the border into Ireland on Monday. The British embassy said the pilot had erred, and apologized."
    )
    assert found["air_crossing"] == [("apology", "GBR:gov", None)]


def test_what_is_confirmed_is_told_by_nobody_in_it() -> None:
    found = steps("Israeli jets bombed Sidon on Monday, a Lebanese officer said. Israel has rockets of that kind, he confirmed.")
    assert all(by != "ISR:gov" for told in found.values() for act, by, _ in told if act == "confirmation")
