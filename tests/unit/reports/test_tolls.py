"""Which numbers of people stand on which act: what a toll is, what is none, and whose it is; each from a small text of its own."""

import pytest
from tests.fakes.small_readings import extracted

from truceline.model.report import Report


def counts(found: Report) -> dict[str, tuple[int | None, int | None]]:
    """What a report counts, as intervals."""
    return {c.value.what: (c.value.low, c.value.high) for c in found.claim.counts}


def kinds(text: str, *names: str, title: str | None = None) -> list[dict[str, tuple[int | None, int | None]]]:
    """The counts of the reports of some kinds, in order."""
    return [counts(r) for r in extracted(text, title).reports if r.claim.kind.value in names]


def report(text: str, kind: str) -> Report:
    """The first report of a kind."""
    return next(r for r in extracted(text).reports if r.claim.kind.value == kind)


@pytest.mark.parametrize(
    ("text", "what", "expected"),
    [
        ("The militia ambushed a Lebanese patrol on Monday, killing one soldier and wounding another.", "wounded", (1, 1)),
        ("Lebanese soldiers fired on two boys on Monday, killing one of them.", "killed", (1, 1)),
        ("At least 40 people were killed and 50 wounded in an Israeli air strike on the camp.", "wounded", (50, None)),
        ("Sixteen marines and other civilians were injured when North Korea shelled the island.", "wounded", (16, None)),
        ("Two shepherds, including a boy, were reported killed on Monday when Israeli artillery shelled the valley.", "killed", (2, 2)),
        ("Three casualties and five soldiers injured were counted after Israeli artillery shelled the post.", "killed", (3, 3)),
        ("Seven of the eight killed in an Israeli air strike on Monday were farmers.", "killed", (8, 8)),
        ("Six wounded Indian soldiers succumbed to their injuries after Pakistani artillery shelled the post.", "killed", (6, 6)),
        ("Half a dozen Ukrainian soldiers were killed when Russian artillery shelled the town.", "killed", (6, 6)),
        ("Israeli jets bombed Tyre on Monday, killing a man and his wife.", "killed", (2, 2)),
        ("Israeli jets bombed a house in Tyre on Monday, killing a family of four.", "killed", (4, 4)),
        ("Israeli jets bombed Tyre on Monday. Five people lost their lives.", "killed", (5, 5)),
        ("Monday's Israeli air strike on Tyre claimed 12 lives.", "killed", (12, 12)),
        ("The death toll from Monday's Israeli air strike in Tyre rose to 12.", "killed", (12, 12)),
        ("Israeli artillery shelled Tyre on Monday. Officials put the toll at six dead.", "killed", (6, 6)),
        ("Hezbollah gunmen stabbed to death several civilians in Tyre on Monday.", "killed", (3, 9)),
        ("Rahim and several Taliban fighters were killed in an American air strike on Monday.", "killed", (4, 10)),
        ("Rahim was killed in an American air strike on Monday.", "killed", (1, 1)),
        ("Five members of one family died when an Israeli shell hit their home near Tyre on Monday.", "killed", (5, 5)),
        ("A North Korean torpedo sank a South Korean warship with the loss of 46 lives.", "killed", (46, 46)),
        ("Israeli troops shot dead a Palestinian near Jenin on Monday.", "killed", (1, 1)),
        ("A North Korean ambush left 13 or more South Korean soldiers dead on Monday.", "killed", (13, None)),
        ("Israeli jets bombed Tyre on Monday. Seven people suffered wounds.", "wounded", (7, 7)),
        ("Israeli jets bombed Tyre on Monday. Seven people were taken to hospital.", "wounded", (7, 7)),
        ("Hezbollah mortar fire left three Israeli soldiers with light wounds on Monday.", "wounded", (3, 3)),
        ("Two Israeli soldiers were killed and a third wounded when Hezbollah gunmen attacked their patrol on Monday.", "wounded", (1, 1)),
        ("Hezbollah killed three Israeli soldiers and an officer was wounded in an ambush near Tyre on Monday.", "wounded", (1, 1)),
        ("Hezbollah gunmen opened fire at an Israeli patrol near Tyre on Monday. The officer escaped unhurt.", "killed", (0, 0)),
        ("Israeli troops fatally shot a Palestinian near Jenin on Monday.", "killed", (1, 1)),
        ("Hezbollah gunmen gunned down five policemen in Tyre on Monday.", "killed", (5, 5)),
        ("Two Israeli soldiers were gunned down by Hezbollah gunmen in Tyre on Monday.", "killed", (2, 2)),
        ("Seven civilians, three of them children, died in Israeli shelling of Tyre on Monday.", "killed", (7, 7)),
        ("A Palestinian was killed and another seriously wounded by Israeli fire in Jenin on Monday.", "killed", (1, 1)),
        ("Syrian rebels shot down a helicopter near Idlib on Monday, killing its crew of five.", "killed", (5, 5)),
        ("Chadian troops overran the Libyan garrison of Fada on Monday with the loss of 700 Libyan lives.", "killed", (700, 700)),
        ("Israeli jets bombed Tyre on Monday, killing multiple gunmen.", "killed", (2, None)),
        ("Israeli jets bombed Tyre on Monday, killing numerous gunmen.", "killed", (3, None)),
        ("A nurse and two paramedics were killed in an Israeli air strike on Tyre on Monday.", "killed", (3, 3)),
        ("The Hezbollah rocket attack killed one Israeli (a Navy engineer) and one Lebanese on Monday.", "killed", (2, 2)),
        ("A Hezbollah ambush on Monday killed an Israeli soldier (Sgt. Noam Levi) and wounded four.", "killed", (1, 1)),
        ("Israeli artillery killed four civilians in Tyre on Monday, as well as a soldier.", "killed", (5, 5)),
        ("Four civilians, along with two soldiers, were killed in Israeli shelling of Tyre on Monday.", "killed", (6, 6)),
        ("Israeli artillery killed four civilians along with two soldiers in Tyre on Monday.", "killed", (6, 6)),
        ("Two Lebanese soldiers plus a policeman were killed in an Israeli air strike on Monday.", "killed", (3, 3)),
        ("Hezbollah gunmen shot dead five policemen, two drivers and a teacher in Tyre on Monday.", "killed", (8, 8)),
        ("A handful of soldiers were wounded in an Israeli air strike on Monday.", "wounded", (3, 9)),
        ("An Israeli air strike on Monday killed a father, a mother and their two sons in Tyre.", "killed", (4, 4)),
        ("An Israeli air strike on Monday killed a soldier, a young conscript, in Tyre.", "killed", (1, 1)),
        ("Israeli jets bombed Tyre on Monday. The raid resulted in 14 deaths and 30 injuries.", "wounded", (30, 30)),
        ("Israeli jets bombed Tyre on Monday, killing 14 people. The death toll later rose to 16.", "killed", (16, 16)),
        ("Israeli jets bombed Tyre on Monday, killing 14 people. Lebanese officials later raised the toll to 16.", "killed", (16, 16)),
        ("Israeli jets bombed Tyre on Monday, killing 14 people. Lebanese officials lowered the death toll to 12.", "killed", (12, 12)),
        ("Israeli jets bombed Tyre on Monday, killing 24 people (13 in one house and 11 in the street).", "killed", (24, 24)),
        ("Israeli jets bombed Tyre on Monday, killing nine (two soldiers were also killed in the town).", "killed", (9, 9)),
        ("Israeli jets bombed Tyre on Monday, killing nine. Two Lebanese soldiers were also slain.", "killed", (11, 11)),
        ("A monument honours two soldiers and a cook who died in an Israeli air strike on Tyre on Monday.", "killed", (3, 3)),
        ("An Israeli air strike on Tyre on Monday wounded 11 people, including two Danes and one Swede.", "wounded", (11, 11)),
        (
            'Nine "gravely wounded" Indian soldiers succumbed to their injuries after Pakistani artillery shelled the post.',
            "killed",
            (9, 9),
        ),
        ("Israeli jets bombed Tyre on Monday, wounding nine. Two of the wounded were children.", "wounded", (9, 9)),
        ("Israeli soldiers shot dead a Palestinian near Jenin on Monday. They shot him in the back.", "wounded", None),
        ("Hezbollah fighters attacked an Israeli helicopter on Monday, killing both pilots.", "killed", (2, 2)),
        ("Hezbollah fighters attacked a post on Monday, killing both guards and the driver.", "killed", (3, 3)),
        ("The Israeli air strike on Tyre on Monday killed Kassem Rida, his wife and three guards.", "killed", (5, 5)),
        ("An Israeli air strike on Monday claimed the life of a Hezbollah commander in Tyre.", "killed", (1, 1)),
        ("The Israeli air strike killed Kassem Rida and four others near Tyre on Monday.", "killed", (5, 5)),
    ],
)
def test_a_toll_is_read_however_it_is_told(text: str, what: str, expected: tuple[int, int | None] | None) -> None:
    found = [c for c in kinds(text, "direct_fire", "air_strike", "indirect_fire", "clash") if what in c]
    assert [c[what] for c in found] == ([expected] if expected else [])


@pytest.mark.parametrize(
    "text",
    [
        "Israeli jets bombed a camp in Lebanon on Monday. Asked whether the commander was killed, the army declined to answer.",
        "Israeli jets bombed a camp in Lebanon on Monday. The minister said a second strike would kill hundreds of people.",
        "Israeli jets bombed a camp in Lebanon on Monday. Since the war began in March some 900 soldiers have been killed.",
        "Israeli jets bombed a camp in Lebanon on Monday. The report made no mention of casualties.",
        "Israeli jets bombed a camp in Lebanon on Monday. At least 200 people were killed or wounded.",
        "Israeli jets bombed a camp in Lebanon on Monday. The Lebanese death toll rose to 1,200.",
        "Israeli jets bombed a camp in Lebanon on Monday. At least 347 people have been killed in the uprising.",
        "Israeli jets bombed a camp in Lebanon on Monday. The conflict has already killed 1,030 people.",
        "Israeli jets bombed a camp in Lebanon on Monday. Nearly 500 people have been killed and 1,500 wounded since April.",
        "Israeli jets bombed a camp in Lebanon on Monday, raising the toll to 900.",
        "Israeli jets bombed a camp in Lebanon on Monday. The 20-day war has killed 950 people.",
        "Israeli jets bombed a camp in Lebanon on Monday. Israeli troops have captured or killed more than 80 fighters.",
        "Israeli jets bombed a camp in Lebanon on Monday. Several hundred people were killed.",
        "Israeli jets bombed a camp in Lebanon on Monday. A couple of hundred people were killed.",
    ],
)
def test_what_is_asked_possible_or_a_total_is_no_toll(text: str) -> None:
    assert "killed" not in counts(report(text, "air_strike"))


def test_villages_taken_are_no_prisoners() -> None:
    text = "Hezbollah fighters clashed with Israeli troops on Monday, capturing more than 30 villages."
    assert all("captured" not in c for c in kinds(text, "clash", "capture"))


def test_a_bare_toll_in_the_next_sentence_is_that_of_the_act_before_it() -> None:
    text = (
        "Israeli soldiers opened fire on a crowd in Nablus on Monday. Later on Monday a mine blew up a Lebanese army truck near Tyre. "
        "Five soldiers were killed."
    )
    assert counts(report(text, "explosion"))["killed"] == (5, 5)


def test_a_bare_toll_two_sentences_on_is_that_of_the_act_told_last() -> None:
    text = (
        "Israeli soldiers opened fire on a crowd in Nablus on Monday. Later on Monday a mine blew up a Lebanese army truck near Tyre. "
        "The road was closed until the evening. Officials said five soldiers were killed."
    )
    assert counts(report(text, "explosion"))["killed"] == (5, 5)


def test_who_was_hurt_by_what_was_fired_is_hurt_by_it_and_not_by_what_is_told_after() -> None:
    text = (
        "An Israeli drone fired a missile at Hamas fighters in Gaza on Monday, killing one man and wounded three others. "
        "Earlier on Monday a Palestinian was shot dead by Israeli troops in Nablus."
    )
    assert [(c.get("killed"), c.get("wounded")) for c in kinds(text, "air_strike")] == [((1, 1), (3, 3))]
    assert [c.get("vehicles") for c in kinds(text, "direct_fire")] == [None]


def test_each_hunt_of_a_short_entry_has_its_own_dead() -> None:
    text = (
        "Two North Korean soldiers shot at a South Korean guard post, killing two soldiers. "
        "South Korean marines killed three North Korean infiltrators at another place."
    )
    assert [c.get("killed") for c in kinds(text, "direct_fire")] == [(2, 2)]
    assert [c.get("killed") for c in kinds(text, "clash")] == [(3, 3)]


def test_those_taken_in_a_fight_are_told_of_the_fight_and_of_the_taking() -> None:
    text = "Five North Korean infiltrators are killed and two captured after a firefight with South Korean troops near the river."
    assert kinds(text, "clash", title="Infiltration")[0]["captured"] == (2, 2)
    assert kinds(text, "capture", title="Infiltration")[0]["captured"] == (2, 2)


def test_what_a_title_alone_counts_is_that_of_the_act_the_body_tells() -> None:
    text = "A North Korean naval vessel attacked a South Korean fishing boat in the West Sea. The South Korean fishermen were abducted."
    assert kinds(text, "capture", title="Attack on a fishing boat and 9 fishermen abducted")[0]["captured"] == (9, 9)


def test_the_rocket_that_was_answered_is_no_round_of_the_answer() -> None:
    text = "Israeli artillery shelled a village in Lebanon on Monday after a rocket was fired at Haifa by Hezbollah."
    answer = next(r for r in extracted(text).reports if "ISR" in {a.value.party for a in r.claim.actors})
    assert "rounds" not in counts(answer)


def test_fighters_are_persons_and_jet_fighters_are_aircraft() -> None:
    men = report("About 300 Amal fighters attacked a Hezbollah post in Lebanon on Monday.", "clash")
    craft = report("Two North Korean jet fighters attacked a South Korean patrol plane over the sea on Monday.", "direct_fire")
    assert counts(men).get("persons") == (300, 300)
    assert "vehicles" not in counts(men)
    assert counts(craft).get("vehicles") == (2, 2)
    assert "persons" not in counts(craft)


def test_fighting_that_is_told_to_last_has_the_total_since_it_began() -> None:
    text = (
        "Amal and Hezbollah fighters have clashed in southern Lebanon since June 14. Three died in the battles on Wednesday. "
        "Police said 33 people have been killed and 90 wounded since the clashes between Amal and Hezbollah began on June 14."
    )
    found = counts(report(text, "clash"))
    assert (found.get("killed"), found.get("wounded")) == ((33, 33), (90, 90))


def test_a_total_is_that_of_an_act_where_it_is_told_to_be_of_it_and_nothing_else_is_told() -> None:
    text = "More than 60 Palestinians have been killed so far in the clashes between Hamas fighters and Israeli troops in Nablus."
    assert counts(report(text, "clash")).get("killed") == (61, None)


def test_where_some_died_no_casualties_on_the_other_side_leave_the_wounded_unknown() -> None:
    text = "South Korean soldiers killed four North Korean infiltrators near the river. There were no casualties on the South Korean side."
    found = counts(report(text, "clash"))
    assert found.get("killed") == (4, 4)
    assert "wounded" not in found


def test_who_lost_soldiers_tells_of_their_deaths_and_who_lost_a_town_does_not() -> None:
    soldiers = "Ukrainian troops clashed with Russian soldiers near the town on Monday and lost 12 soldiers."
    town = "Ukrainian troops clashed with Russian soldiers on Monday and lost 12 villages."
    assert counts(report(soldiers, "clash")).get("killed") == (12, 12)
    assert "killed" not in counts(report(town, "clash"))


FURTHER = " ".join(f"Officers spoke of it for the {n} time." for n in ("first", "second", "third", "fourth", "fifth", "sixth"))
"""Sentences that make an article of an entry."""


def test_who_also_died_is_added_in_an_article_too_but_not_to_a_total() -> None:
    first = "Peruvian troops stormed the rebels' compound on Monday, killing all 14 rebels."
    total = "Since May, 50 soldiers have been killed. An estimated 25 rebels have also been killed."
    added = counts(report(f"{first} Two soldiers and a hostage also died in the raid. {FURTHER}", "clash"))
    assert added["killed"] == (17, 17)
    assert counts(report(f"{first} {total} {FURTHER}", "clash"))["killed"] == (14, 14)


def test_the_toll_of_the_past_day_is_none_of_many_acts() -> None:
    text = "Two Ukrainian soldiers have been killed over the past 24 hours in Russian shelling near Avdiivka."
    assert counts(report(text, "indirect_fire"))["killed"] == (2, 2)


def test_what_people_fled_from_bears_no_toll() -> None:
    text = (
        "Three Israeli shells hit a school in Gaza on Monday. At least 43 people were killed in the school, where hundreds of Palestinians "
        "had sought refuge from the fighting."
    )
    assert [r.claim.kind.value for r in extracted(text).reports] == ["indirect_fire"]
    assert counts(report(text, "indirect_fire"))["killed"] == (43, None)


def test_that_nobody_was_hurt_may_stand_some_sentences_after_the_act() -> None:
    text = (
        "Iran fired 20 rockets at Israeli army posts in the Golan Heights on Monday. The sky was clear. Officers spoke of it at night. "
        f"Reporters were there. No injuries or damage were reported. {FURTHER}"
    )
    assert counts(report(text, "indirect_fire"))["killed"] == (0, 0)


def test_a_leader_known_by_name_is_one_of_the_dead_and_none_where_it_was_only_tried() -> None:
    found = [report(f"An Israeli air strike {what} Hassan Nasrallah in Beirut.", "air_strike") for what in ("killed", "tried to kill")]
    assert [counts(each) for each in found] == [{"killed": (1, 1)}, {}]


def test_a_total_in_a_battle_is_that_of_the_battle() -> None:
    text = "The new casualties increased the overall toll in the five-day battle between Amal and Hezbollah to 29 killed and 76 wounded."
    found = counts(report(text, "clash"))
    assert (found.get("killed"), found.get("wounded")) == ((29, 29), (76, 76))


def test_what_a_lead_and_the_title_tell_alike_is_not_added_to_its_retelling() -> None:
    text = "Israeli troops killed a Hezbollah fighter near Tyre, the army said. The troops killed one fighter near Tyre on Monday, it said."
    found = kinds(text, "direct_fire", "clash", title="Army kills 1 fighter")
    assert {c.get("killed") for c in found} == {(1, 1)}


def test_no_fate_is_told_by_the_fall_of_a_machine() -> None:
    assert "killed" not in counts(report("Syrian rebels shot down two helicopters near Idlib on Monday.", "direct_fire"))


def test_a_word_for_more_than_one_gives_way_to_the_number_told_later() -> None:
    told = "Hezbollah gunmen killed several soldiers in Tyre on Monday. Seven soldiers died, a spokesman said."
    assert counts(report(told, "direct_fire"))["killed"] == (7, 7)
    fired = "North Korea fired multiple ballistic missiles on Monday. The South's military saw five missiles."
    assert counts(report(fired, "missile_launch"))["rounds"] == (5, 5)


def test_an_operation_that_cost_lives_is_told_by_them() -> None:
    found = report("An operation by Afghan soldiers in Herat on Monday resulted in the deaths of three Taliban fighters.", "direct_fire")
    assert counts(found)["killed"] == (3, 3)


def test_who_is_told_in_one_list_with_others_taken_is_one_beside_them() -> None:
    assert counts(report("FARC guerrillas abducted the mayor and two guards in Bogota on Monday.", "capture"))["captured"] == (3, 3)
    among = "FARC guerrillas captured ten soldiers, including their commander, in Bogota on Monday."
    assert counts(report(among, "capture"))["captured"] == (10, 10)
    near = "Israeli troops arrested three Hamas members in Ramallah and nearby al-Bireh on Monday."
    assert counts(report(near, "capture"))["captured"] == (3, 3)
