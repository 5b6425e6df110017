"""Counts, outcomes, answers and count claims, each from a small text of its own."""

from datetime import date

import pytest
from tests.fakes.small_readings import proposed

from truceline.language.annotate import annotate
from truceline.model.document import Document
from truceline.model.ids import document_id
from truceline.model.report import Extraction, Report
from truceline.packs.pack import load_pack
from truceline.reports.extract import extract

PACK = load_pack()


def read(text: str, title: str | None = None) -> Extraction:
    """Everything read from a text published on 20 June 2024."""
    published = date(2024, 6, 20)
    document = Document(
        id=document_id(text, title, published.isoformat(), None),
        name="small",
        text=text,
        capture_id="c",
        title=title,
        published=published,
        language="en",
    )
    return extract(annotate(document, PACK), PACK)


def report(text: str, kind: str, title: str | None = None) -> Report:
    return next(r for r in read(text, title).reports if r.claim.kind.value == kind)


def counts(found: Report) -> dict[str, tuple[int | None, int | None]]:
    return {c.value.what: (c.value.low, c.value.high) for c in found.claim.counts}


@pytest.mark.parametrize(
    ("text", "killed", "wounded"),
    [
        ("Israeli troops fought Hezbollah fighters near the village, killing four and wounding two others.", (4, 4), (2, 2)),
        ("A car bomb exploded near a convoy of Afghan soldiers on Monday, leaving nine people dead.", (9, 9), None),
        ("A soldier and two policemen were killed on Monday when a car bomb exploded at an army post in Afghanistan.", (3, 3), None),
        ("A car bomb exploded near the convoy on Monday without causing any injuries.", (0, 0), (0, 0)),
        ("A car bomb exploded near the gate of the army post; the driver, Omar Saleh, 42, was killed.", (1, 1), None),
    ],
)
def test_a_toll_stands_on_the_act_that_caused_it(text: str, killed: tuple[int, int], wounded: tuple[int, int] | None) -> None:
    found = [counts(r) for r in read(text).reports if r.claim.kind.value in ("clash", "explosion")]
    assert found[0].get("killed") == killed
    assert found[0].get("wounded") == wounded


def test_two_acts_of_a_sentence_keep_their_own_tolls() -> None:
    text = "An Israeli air strike on Gaza killed three people, while a rocket fired by Hamas at the border town wounded two Israelis."
    reports = {r.claim.kind.value: counts(r) for r in read(text).reports}
    assert reports["air_strike"].get("killed") == (3, 3)
    assert "wounded" not in reports["air_strike"]


def test_a_running_total_is_no_toll_of_one_act() -> None:
    found = report("A car bomb exploded in Baghdad on Monday. More than 300 people have been killed in the city since April.", "explosion")
    assert "killed" not in counts(found)


def test_those_killed_and_taken_of_a_short_entry_are_those_who_crossed() -> None:
    found = report(
        "Six North Korean infiltrators die and one is captured in a gunfight with South Korean marines.",
        "ground_crossing",
        "Infiltration",
    )
    assert counts(found)["persons"] == (7, 7)


def test_all_intruders_dead_is_an_outcome_and_a_mixed_fate_is_none() -> None:
    dead = report("Four North Korean infiltrators are killed in a gunfight with South Korean marines.", "ground_crossing", "Infiltration")
    mixed = report(
        "Four North Korean infiltrators are killed and one is captured in a gunfight with South Korean marines.",
        "ground_crossing",
        "Infiltration",
    )
    assert dead.claim.outcome is not None
    assert dead.claim.outcome.value == "killed"
    assert mixed.claim.outcome is None


@pytest.mark.parametrize(
    "text",
    [
        "Four North Korean infiltrators were killed in a gun battle with South Korean policemen. Two policemen were killed too.",
        "A North Korean armed agent crossed into South Korea and was found in a village. He was killed by South Korean soldiers.",
    ],
)
def test_intruders_are_all_killed_whoever_of_the_others_fell(text: str) -> None:
    outcomes = {r.claim.outcome.value for r in read(text, "Infiltration").reports if r.claim.outcome is not None}
    assert outcomes == {"killed"}


def test_all_of_a_side_killed_is_the_outcome_of_a_fight_in_any_text() -> None:
    quiet = "Markets closed early. " * 8
    all_of_them = report("Israeli troops stormed the base in Tyre on Monday, killing all nine gunmen in a firefight. " + quiet, "clash")
    some = report("Israeli troops stormed the base in Tyre on Monday, killing nine gunmen in a firefight. " + quiet, "clash")
    assert all_of_them.claim.outcome is not None
    assert all_of_them.claim.outcome.value == "killed"
    assert some.claim.outcome is None


def test_going_back_after_warning_shots_is_a_retreat() -> None:
    found = report(
        "Ten North Korean soldiers crossed the Military Demarcation Line. They went back after South Korean troops fired warning shots.",
        "ground_crossing",
    )
    assert found.claim.outcome is not None
    assert found.claim.outcome.value == "retreated"
    assert [r.value for r in found.claim.responses] == ["warning_shots"]


def test_civilians_who_flee_are_no_escape() -> None:
    assert all(
        r.claim.outcome is None
        for r in read("Ukrainian troops clashed with Russian soldiers near the town. Thousands of refugees fled.").reports
    )


def test_ordinals_and_numbers_of_acts_are_claims() -> None:
    text = (
        "North Korean soldiers crossed the Military Demarcation Line on Thursday. "
        "It is the third time since the beginning of June that they have crossed."
    )
    claim = next(iter(read(text).count_claims))
    assert (claim.kind, claim.ordinal, claim.since, claim.until) == ("ground_crossing", 3, "2024-06-01", "2024-06-20")
    many = next(iter(read("The coalition has conducted more than 400 airstrikes in Syria since 2014.").count_claims))
    assert (many.kind, many.count) == ("air_strike", 400)


@pytest.mark.parametrize(
    "text",
    [
        "A North Korean soldier crossed the border and was hit five times.",
        "The first lady met soldiers on the second floor after Israeli troops crossed the border.",
        "The two leaders met for the first time.",
    ],
)
def test_other_numbers_are_no_claims(text: str) -> None:
    assert not read(text).count_claims


def test_who_was_seized_with_a_vessel_is_counted_and_its_number_is_not() -> None:
    text = "A North Korean patrol boat seized the South Korean fishing vessel Gull 300, with six crew members, in the West Sea on Monday."
    found = counts(report(text, "capture"))
    assert found["captured"] == (6, 6)
    assert found["vehicles"] == (1, 1)


def test_those_taken_stand_on_the_taking_not_on_the_killing_beside_it() -> None:
    text = "Israeli soldiers killed one militant and arrested five others in Nablus on Monday, the Israeli army said."
    assert counts(report(text, "capture"))["captured"] == (5, 5)
    assert "captured" not in counts(next(r for r in read(text).reports if r.claim.kind.value != "capture"))


@pytest.mark.parametrize(
    ("text", "captured"),
    [
        ("Israeli troops captured the Hezbollah leader near Tyre on Tuesday.", (1, 1)),
        ("Israeli troops confirmed the arrest of Hezbollah leader Karim Tannous near Tyre on Tuesday.", (1, 1)),
        ("Israeli troops captured a Hezbollah courier and two of his associates near Tyre on Tuesday.", (3, 3)),
        ("Israeli troops captured a Hezbollah fighter near Tyre on Tuesday. Two additional fighters were detained.", (3, 3)),
        (
            "Israeli troops captured a Hezbollah fighter near Tyre on Tuesday. He had sold diesel and cement to towns along the coast "
            "for eleven years, and nobody who knew the family would talk about where he went at night, or of the three brothers that "
            "he had lost in the last war. The patrol also detained two fighters.",
            (3, 3),
        ),
    ],
)
def test_those_taken_are_counted_one_by_one_and_together(text: str, captured: tuple[int, int]) -> None:
    assert counts(report(text, "capture")).get("captured") == captured


def test_a_lead_told_closer_adds_nothing() -> None:
    lead = "Israeli troops killed a Hezbollah fighter and arrested ten suspects in two raids near Tyre."
    body = "The patrols found a store of mines in a barn. Roads were shut. Schools stayed closed. People waited. Nobody spoke to the press."
    assert counts(report(f"{lead} {body} The patrols also detained ten suspects in a village.", "capture"))["captured"] == (10, 10)
    assert counts(report(f"{lead} {body} The patrols also detained six suspects in a village.", "capture"))["captured"] == (16, 16)


def test_no_one_hurt_is_no_one() -> None:
    text = "Two shells were fired by North Korea at a South Korean guard post on Monday, but no-one was hurt, officials said."
    found = counts(next(r for r in read(text).reports if r.claim.kind.value == "indirect_fire"))
    assert found["wounded"] == (0, 0)


def test_a_range_with_a_dash_is_an_interval() -> None:
    text = "Between 30-50 North Korean soldiers crossed the Military Demarcation Line on Tuesday."
    assert counts(report(text, "ground_crossing"))["persons"] == (30, 50)


def test_what_is_not_reported_yet_is_not_none() -> None:
    text = "Israeli jets bombed a Hezbollah post near the village on Monday. There was no immediate report of casualties."
    assert "killed" not in counts(report(text, "air_strike"))


def test_parts_of_a_toll_are_not_added_to_it() -> None:
    text = "Israeli jets bombed a camp on Monday, killing four fighters; three died at once and one died of his wounds."
    assert counts(report(text, "air_strike"))["killed"] == (4, 4)


def test_fire_in_response_to_fire_is_its_answer() -> None:
    text = "Israeli guns shelled a village in Lebanon on Monday in response to a rocket fired by Hezbollah at an Israeli post."
    rocket = next(r for r in read(text).reports if "HZB" in {a.value.party for a in r.claim.actors})
    assert [answer.value for answer in rocket.claim.responses] == ["return_fire"]


def test_an_answer_is_none_to_itself() -> None:
    text = "North Korea fired shells at a South Korean warship on Monday. The ship responded by firing several shells."
    first = read(text).reports[0]
    assert [answer.value for answer in first.claim.responses] == ["return_fire"]


@pytest.mark.parametrize(
    ("text", "what", "expected"),
    [
        ("North Korea launched what appeared to be two ballistic missiles toward the East Sea on Monday.", "rounds", (2, 2)),
        ("North Korea fired what is believed to be a long-range missile on Monday.", "rounds", (1, 1)),
        ("Israel sent two drones into Lebanese airspace on Monday.", "vehicles", (2, 2)),
        ("Two or three North Korean fishing boats crossed the Northern Limit Line on Monday.", "vehicles", (2, 3)),
        ("North Korea fires six artillery rounds into waters near the Northern Limit Line.", "rounds", (6, 6)),
        ("A 31-man North Korean commando unit crosses the Military Demarcation Line.", "persons", (31, 31)),
        ("Between 10 and 20 armed North Koreans crossed the Military Demarcation Line on Monday.", "persons", (10, 20)),
        ("Ten or more North Korean soldiers crossed the Military Demarcation Line on Monday.", "persons", (10, None)),
    ],
)
def test_what_was_fired_or_sent_is_counted_however_it_is_named(text: str, what: str, expected: tuple[int, int]) -> None:
    assert [(c.value.low, c.value.high) for r in read(text).reports for c in r.claim.counts if c.value.what == what] == [expected]


def test_what_acts_in_one_list_is_added_up() -> None:
    crossing = report("Two North Korean patrol boats and a trawler crossed the Northern Limit Line on Monday.", "sea_crossing")
    assert counts(crossing)["vehicles"] == (3, 3)


def test_missiles_and_shells_of_one_sentence_are_not_added() -> None:
    launch = report("North Korea fired two ballistic missiles and 20 artillery shells into the sea on Monday.", "missile_launch")
    assert counts(launch)["rounds"] == (2, 2)


def test_what_a_barrage_holds_is_counted() -> None:
    assert counts(report("Hezbollah fired a barrage of 40 rockets at Haifa in Israel on Monday.", "indirect_fire"))["rounds"] == (40, 40)


@pytest.mark.parametrize(
    ("text", "persons"),
    [
        ("A North Korean agent killed two South Korean policemen in Busan on Monday.", (1, 1)),
        ("Two South Korean policemen were killed by three North Korean agents in Busan on Monday.", (3, 3)),
        ("Four North Korean agents were killed by South Korean policemen in Busan on Monday.", None),
        ("The killing of 24 Palestinian civilians by Israeli troops in Gaza on Monday was condemned.", None),
    ],
)
def test_persons_of_a_killing_are_those_who_killed(text: str, persons: tuple[int, int] | None) -> None:
    assert all(counts(r).get("persons") == persons for r in read(text).reports if r.claim.kind.value in ("direct_fire", "clash"))


@pytest.mark.parametrize(
    ("text", "captured"),
    [
        ("Thirteen of the 30 men abducted by Hamas gunmen in Gaza on Monday have been freed.", (30, 30)),
        ("Syrian rebels took seven Philippine peacekeepers hostage near Quneitra on Monday.", (7, 7)),
        ("Iranian forces hijacked a tanker with a crew of 23 in the Strait of Hormuz on Monday.", (23, 23)),
        ("Hamas gunmen abducted 12 Israeli farmers together with three children near Sderot on Monday.", (15, 15)),
        ("Hamas gunmen abducted 60 adults along with around 50 hospitalized children near Sderot on Monday.", (110, 110)),
    ],
)
def test_those_taken_are_counted_however_it_is_told(text: str, captured: tuple[int, int]) -> None:
    assert counts(report(text, "capture"))["captured"] == captured


def test_who_took_prisoners_is_counted_too() -> None:
    found = counts(report("Eight Palestinians were snatched from a hospital in Gaza on Monday by around 20 Israeli soldiers.", "capture"))
    assert (found["persons"], found["captured"]) == ((20, 20), (8, 8))


def test_what_was_found_of_what_was_launched_is_not_how_many_were() -> None:
    found = report(
        "North Korea launched balloons toward South Korea on Monday. Around 20 balloons were retrieved in Seoul.", "balloon_launch"
    )
    seen = report("North Korea launched balloons toward South Korea on Monday. Around 20 balloons were detected.", "balloon_launch")
    assert "rounds" not in counts(found)
    assert counts(seen)["rounds"] == (20, 20)


@pytest.mark.parametrize(
    ("text", "kind", "persons"),
    [
        ("Three to four Sikhs shot dead ten villagers in Punjab on Friday.", "direct_fire", (3, 4)),
        ("The patients were abducted by about 20 soldiers who fired into the air on Monday.", "warning_fire", (20, 20)),
        ("A man on a motorcycle threw a grenade at an Afghan army post on Monday.", "explosion", (1, 1)),
        ("A suicide bomber blew himself up at an Afghan army post on Monday.", "explosion", (1, 1)),
        ("Zaire's president said Angola had sent 1,400 troops across the border on Monday.", "ground_crossing", (1400, 1400)),
        ("Amal stormed Hezbollah positions in the village with 1,000 fighters on Monday.", "clash", (1000, 1000)),
        ("Chadian troops overran a Libyan garrison on Monday with the loss of 700 men.", "clash", None),
    ],
)
def test_those_who_acted_are_counted_whatever_they_did(text: str, kind: str, persons: tuple[int, int] | None) -> None:
    assert counts(report(text, kind)).get("persons") == persons


def test_an_answer_to_an_attack_is_not_told_to_be_meant() -> None:
    found = report("Hamas fired two rockets at Sderot on Monday in retaliation for an Israeli raid.", "indirect_fire")
    assert found.claim.intent is None


def test_fire_that_responds_to_fire_is_its_answer_and_retaliation_days_later_is_none() -> None:
    answered = read("Israeli artillery hit a school in Gaza on Monday when troops responded to a mortar attack by Hamas.").reports
    avenged = read("Israeli jets bombed Gaza on Monday in retaliation for a rocket attack by Hamas last week.").reports
    assert [a.value for r in answered for a in r.claim.responses] == ["return_fire"]
    assert [a.value for r in avenged for a in r.claim.responses] == []


def test_nobody_gives_chase_to_rockets() -> None:
    found = read("Hezbollah fired rockets at Haifa on Monday. Israel has dispatched bombers to the north.").reports
    assert [a.value for r in found for a in r.claim.responses] == []


def test_people_are_not_shot_down_as_aircraft_are() -> None:
    people = read("Three gunmen carrying AK-47 rifles shot down ten villagers in Kashmir on Monday.").reports
    craft = read("Syrian gunners shot down an Israeli F-16 over Sidon on Monday.").reports
    assert [r.claim.outcome.value if r.claim.outcome else None for r in (*people, *craft)] == [None, "shot_down"]


@pytest.mark.parametrize(("text", "kind", "what"), [
    ("Lopez was abducted by Syrian rebels in Aleppo in August 2013.", "capture", "captured"),
    ("North Korea test-fired its second long-range missile on Monday.", "missile_launch", "rounds"),
    ("North Korea tested its largest ballistic missile on Monday.", "missile_launch", "rounds"),
    ("South Korea closed the park after a North Korean satellite launch on Monday.", "missile_launch", "rounds"),
])  # fmt: skip
def test_one_person_by_name_and_one_launch_are_one(text: str, kind: str, what: str) -> None:
    assert counts(report(text, kind))[what] == (1, 1)


def test_a_launch_of_missiles_without_a_number_is_of_an_unknown_number() -> None:
    assert "rounds" not in counts(report("North Korea carried out the launch of ballistic missiles on Monday.", "missile_launch"))


def test_a_bomber_who_blows_himself_up_flies_no_aircraft() -> None:
    text = "A suicide bomber blew himself up in Peshawar on Tuesday, killing 20 and injuring 45. The Pakistani Taliban claimed the attack."
    assert "vehicles" not in counts(report(text, "explosion"))


@pytest.mark.parametrize("whose", ["Turkish", "Russian"])
def test_aircraft_sent_to_strike_are_vehicles_of_the_strike(whose: str) -> None:
    (draft,) = proposed(f"{whose} commanders sent four armed drones on Monday to strike a battery near Tarhuna.")
    assert {c.value.what: (c.value.low, c.value.high) for c in draft.counts} == {"vehicles": (4, 4)}
