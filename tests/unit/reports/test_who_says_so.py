"""Who says so, whether it is doubted, and what was done about it: one behaviour a test, over sentences of our own."""

from datetime import date
from functools import lru_cache

import pytest

from truceline.language.annotate import annotate
from truceline.model.document import Document
from truceline.model.ids import document_id
from truceline.model.report import Report, Status
from truceline.packs.pack import Pack, load_pack
from truceline.reports.attribution import Attributions
from truceline.reports.extract import extract
from truceline.reports.grammar import Graph


@lru_cache(maxsize=1)
def pack() -> Pack:
    return load_pack()


def reports(text: str, title: str | None = None) -> tuple[Report, ...]:
    published = date(2024, 6, 20)
    identity = document_id(text, title, "2024-06-20", None)
    document = Document(id=identity, name="d", text=text, capture_id="c", title=title, published=published)
    return extract(annotate(document, pack()), pack()).reports


def sources(report: Report) -> list[str]:
    return [a.speaker.value.code for a in report.attributions]


def relays(report: Report) -> list[str]:
    return [s.value.code for a in report.attributions for s in a.via]


def steps(report: Report) -> list[tuple[str, str | None]]:
    return [(f.act, f.by) for f in report.follow_ups]


def test_plain_police_are_those_of_the_country_told_of() -> None:
    [report, *_] = reports("Gunmen ambushed a patrol in Beirut, the Lebanese capital, and killed two soldiers, police said.")
    assert sources(report) == ["LBN:police"]


def test_an_official_told_through_an_outlet_is_the_source_and_the_outlet_the_relay() -> None:
    [report, *_] = reports("Israeli officials told Reuters that Hezbollah fired ten rockets at Israel on Tuesday.")
    assert sources(report) == ["ISR:gov"]
    assert relays(report) == ["Reuters"]


def test_a_clause_of_time_beside_the_saying_is_the_documents_own() -> None:
    [report, *_] = reports("Hours after Russian forces shelled Kharkiv on Tuesday, Ukraine said that talks would go on.")
    assert sources(report) == ["document"]


def test_a_pronoun_keeps_the_last_speaker() -> None:
    found = reports(
        "The South Korean military said soldiers crossed the border on Tuesday. It added that North Korean troops also fired ten shells."
    )
    assert all(sources(report) == ["KOR:mil"] for report in found)


def test_an_agency_speaks_under_its_own_dateline_and_accuses() -> None:
    text = "Pyongyang, June 20 (KCNA) -- South Korean warships crossed the maritime border of the DPRK on June 18."
    [report, *_] = reports(text, "Intrusion at Sea")
    assert sources(report) == ["PRK:KCNA"]
    assert ("accusation", "PRK:KCNA") in steps(report)
    assert report.status.value == "asserted"


def test_a_statement_is_its_authors_and_not_the_agencys() -> None:
    text = "Pyongyang, June 20 (KCNA) -- A spokesman for the Ministry of National Defence of the DPRK issued the following press statement."
    text += "\nSouth Korean drones crossed the border on June 18."
    assert {s for report in reports(text) for s in sources(report)} == {"PRK:MND"}


@pytest.mark.parametrize(
    "sentence",
    [
        "Indian troops reportedly shelled Pakistani posts on Tuesday.",
        "Pakistan accused Indian troops of shelling its posts on Tuesday.",
        "Suspected militants shelled Indian posts on Tuesday.",
    ],
)
def test_doubt_over_act_or_culprit_is_alleged(sentence: str) -> None:
    [report, *_] = reports(sentence)
    assert report.status.value == "alleged"


def test_doubt_over_a_circumstance_leaves_the_act_asserted() -> None:
    [report, *_] = reports("Indian troops shelled Pakistani posts that apparently held ammunition on Tuesday.")
    assert report.status.value == "asserted"


def test_who_accuses_is_told_with_whom() -> None:
    [report, *_] = reports("Pakistan accused Indian troops of shelling its posts on Tuesday.")
    assert steps(report) == [("accusation", "PAK:gov")]
    assert report.follow_ups[0].to == "IND:mil"


def test_a_charge_denied_is_disputed() -> None:
    [report, *_] = reports("Russia denied Ukrainian accusations that it shelled Kharkiv on Tuesday.")
    assert report.status.value == "disputed"


def test_an_announced_deployment_is_planned() -> None:
    [report, *_] = reports("Italy is to send 2,000 troops to Lebanon, officials said.")
    assert report.status.value == "planned"


def test_a_deployment_that_is_due_is_planned() -> None:
    [report, *_] = reports("Five hundred U.S. troops are expected to go to Poland, officials said.")
    assert report.status.value == "planned"


def test_a_condemnation_finds_the_act_it_names() -> None:
    found = reports("Israeli jets bombed a camp in Syria on Tuesday.\nIran condemned the bombing.")
    assert any(("condemnation", "IRN:gov") in steps(report) for report in found)


def test_swapping_the_two_koreas_swaps_speaker_and_accused() -> None:
    one = "South Korea accused North Korean troops of firing at a post."
    two = "North Korea accused South Korean troops of firing at a post."
    mirrored = [[s.replace("KOR", "X").replace("PRK", "KOR").replace("X", "PRK") for _, s in steps(r) if s] for r in reports(one)]
    assert any(mirrored)
    assert mirrored == [[s for _, s in steps(r) if s] for r in reports(two)]


def test_an_army_that_speaks_is_the_army() -> None:
    [report, *_] = reports("Hezbollah fighters shot at a patrol near the border on Monday, the Israeli army said.")
    assert sources(report) == ["ISR:army"]


def test_who_carried_out_an_act_does_not_tell_it() -> None:
    found = reports(
        "Three fighters were killed on Monday in an air strike carried out by Israeli army aircraft in Gaza, residents reported."
    )
    assert sources(found[0]) == ["residents"]


def test_unnamed_people_keep_the_words_that_say_which() -> None:
    text = "Shipping executives met. Iranian gunboats fired rockets at a Saudi tanker on Monday, the shipping executives said."
    assert sources(reports(text)[0]) == ["shipping executives"]


def test_a_state_agency_named_twice_in_one_phrase_is_one_source() -> None:
    [report, *_] = reports("Iranian forces shelled an Iraqi border post on Monday, the official Iraqi news agency INA said.")
    assert sources(report) == ["IRQ:INA"]


def test_a_release_is_told_by_who_issued_it() -> None:
    text = "PRESS RELEASE: UN Command, Seoul\n\nNorth Korean soldiers fired ten rounds at a South Korean guard post on Monday."
    assert sources(reports(text)[0]) == ["UNC"]


def test_what_was_launched_is_told_by_who_tells_how_it_flew() -> None:
    text = (
        "North Korea launched two ballistic missiles on Monday. According to South Korea's Joint Chiefs of Staff, the missiles flew 300 km."
    )
    assert sources(reports(text)[0]) == ["KOR:JCS"]


@pytest.mark.parametrize(
    "text",
    [
        "Three mines, presumably laid by North Korean soldiers, exploded south of the Demilitarized Zone on Monday.",
        "Russia has reportedly begun supplying rockets to North Korea.",
        "Four rockets reportedly hit an Israeli base near the border on Monday.",
    ],
)
def test_a_doubt_about_the_culprit_or_the_verb_above_is_a_doubt(text: str) -> None:
    assert Status.ALLEGED in {r.status for r in reports(text)}


def test_what_is_denied_must_be_of_the_kind_told() -> None:
    text = (
        "Georgian warplanes flew over South Ossetia on Monday, a Russian officer said. "
        "A Georgian spokesman denied the deployment of missile systems near the city."
    )
    crossing = next(r for r in reports(text) if r.claim.kind.value == "air_crossing")
    assert "denial" not in {act for act, _ in steps(crossing)}


def test_neither_confirmed_nor_denied_is_no_denial() -> None:
    text = "Israeli jets struck a base in Syria on Monday, Syrian state media said. Israel has neither confirmed nor denied the strike."
    assert "denial" not in {act for r in reports(text) for act, _ in steps(r)}


def test_an_inquiry_that_is_announced_is_an_inquiry() -> None:
    text = "Gunmen fired rockets at a base in Baghdad on Monday. Iraqi forces will investigate the attack, the Iraqi government said."
    assert any(act == "investigation" for r in reports(text) for act, _ in steps(r))


def test_every_word_of_saying_is_found_with_who_says() -> None:
    text = "Israeli troops shelled a village on Monday, witnesses said. The mayor told reporters that ten rockets fell."
    document = Document(id=document_id(text, None, None, None), name="d", text=text, capture_id="c")
    reading = annotate(document, pack())
    speakers = Attributions.of_reading(reading, pack())
    found = []
    for sentence in reading.sentences:
        graph = Graph.of(sentence, pack().lexicon.clauses)
        found += [(graph.tokens[cue].text, graph.tokens[heads[0]].text) for cue, heads in speakers.tellings(graph)]
    assert found == [("said", "witnesses"), ("told", "mayor")]


@pytest.mark.parametrize("name", ["UN Command", "United Nations Command", "UNC"])
def test_one_command_speaks_under_several_names(name: str) -> None:
    [report] = reports(f"Three North Korean soldiers crossed the Military Demarcation Line on Tuesday, the {name} said.")
    assert sources(report) == ["UNC"]


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("Afghan troops clashed with Taliban fighters on Sunday, a press release of the Afghan Defense Ministry said.", ["AFG:MoD"]),
        (
            "Israeli troops opened fire on Palestinians in Jenin on Monday, medics and security sources said.",
            ["medics", "security sources"],
        ),
        ("Ethiopian troops entered northern Mogadishu on Monday, the Somali premier and residents said.", ["SOM:gov", "residents"]),
        ('"Russian troops have shelled Ukrainian posts since Monday," said Col. Karl Berg, a Pentagon spokesman.', ["USA:Pentagon"]),
        ("Pentagon spokesman Col. Karl Berg said Russian troops shelled Ukrainian posts on Monday.", ["USA:Pentagon"]),
        ("Observers from the OSCE say Russian troops shelled the Ukrainian village on Monday.", ["OSCE"]),
        ("Russia on Monday denied Ukrainian accusations that it sent troops to eastern Ukraine.", ["UKR:gov"]),
        ("Russia on Monday rejected Kyiv's claim that its troops shelled a Ukrainian village.", ["UKR:gov"]),
        ("Israeli shells hit a school in Gaza on Monday, according to UN Relief and Works Agency spokesman Karl Berg.", ["UNRWA"]),
        ("Syrian jets bombed Idlib on Monday, the Syrian Observatory\nfor Human Rights said.", ["Syrian Observatory for Human Rights"]),
    ],
)
def test_who_says_so_is_read_beside_others_in_a_charge_or_set_before_the_verb(text: str, speakers: list[str]) -> None:
    assert sources(reports(text)[0]) == speakers


def test_who_closes_a_sentence_says_all_of_it() -> None:
    text = "Soldiers of the national army shot one suspected fighter and arrested six others in the restive east of Afghanistan, "
    [report, *_] = reports(text + "a press release of the Afghan Defense Ministry said Tuesday.")
    assert sources(report) == ["AFG:MoD"]


STORY = [
    "Militiamen shelled a village near Tyre on Wednesday and wounded five people.",
    "Lebanese police said the shells were of an old make.",
    "Hospitals took in the wounded.",
    "Schools stayed shut.",
    "Shops opened again in the afternoon.",
    "The mayor asked for calm.",
]


def test_a_story_that_opens_with_what_happened_rests_on_who_speaks_in_its_second_sentence() -> None:
    [report, *_] = reports("\n\n".join(STORY))
    assert sources(report) == ["LBN:police"]
    assert report.attributions[0].speaker.read_by.endswith("heard around it")


def test_a_note_of_a_few_sentences_is_the_outlets_own() -> None:
    [report, *_] = reports("\n\n".join(STORY[:1] + ["Lebanese police said that schools stayed shut."]))
    assert sources(report) == ["document"]


def test_unnamed_people_who_tell_it_first_stand_beside_the_organ_that_tells_it_later() -> None:
    text = "Two farmers were shot dead by Israeli soldiers near Jenin on Tuesday, witnesses said.\n\n"
    [report, *_] = reports(text + "An Israeli army spokesman said the soldiers shot the two farmers near a fence.")
    assert sources(report) == ["witnesses", "ISR:army"]


@pytest.mark.parametrize("who", ["Rebels", "The group", "A rebel commander"])
def test_unnamed_rebels_speak_as_the_armed_group_of_the_document(who: str) -> None:
    first = "The Tamil Tigers fight for a homeland in the north of Sri Lanka. "
    found = reports(f"{first}{who} said that its fighters killed ten soldiers near Jaffna on Tuesday.")
    assert [sources(report) for report in found] == [["LTTE"]]


def test_rebels_with_the_name_of_their_land_are_the_group_that_holds_it() -> None:
    [report] = reports("Separatists in South Ossetia claimed that there were Georgian artillery attacks on Tskhinvali on Tuesday.")
    assert sources(report) == ["RSO"]


def test_who_is_to_blame_says_nothing_and_who_blames_does() -> None:
    [report] = reports("Hezbollah blamed Israel for an air strike on Tyre on Tuesday.")
    assert sources(report) == ["HZB"]
    found = reports("Israel is to blame for an air strike on Tyre on Tuesday.")
    assert all("ISR:gov" not in sources(report) for report in found)


def test_a_statement_is_of_whom_its_title_names() -> None:
    text = "We are dismayed that Russian forces shelled Kharkiv on Tuesday."
    [report] = reports(text, "Statement by John Kerry on the shelling in Ukraine")
    assert sources(report) == ["USA:gov"]


def test_who_has_left_an_office_speaks_for_nobody() -> None:
    [report] = reports("Rockets hit the port of Haifa on Monday. Former Israeli minister Dan Harel blamed Hezbollah for the attack.")
    assert ("accusation", "Dan Harel") in steps(report)


def test_the_army_is_of_the_state_that_rules_the_land() -> None:
    [report] = reports(
        "Four Palestinians were wounded in clashes with Israeli troops in the Gaza Strip, Palestinians said. "
        "The army said it was checking the reports. Palestinians closed their shops. Three Palestinians had been deported on Sunday."
    )
    assert ("investigation", "ISR:army") in steps(report)


def test_who_adds_to_what_he_said_says_that_too() -> None:
    text = (
        "Five Taliban fighters died in a clash in Khost on Monday, "
        "a provincial police official said, adding that four Afghans were arrested."
    )
    assert {r.claim.kind.value: sources(r) for r in reports(text)} == {"clash": ["AFG:police"], "capture": ["AFG:police"]}


def test_who_is_named_later_holds_the_office_that_spoke_before_without_a_name() -> None:
    text = (
        "Gunmen abducted 60 people from a hospital in Zaire on Monday, a UN refugee agency spokeswoman said. "
        "Many of the people were ill, spokeswoman Jane O'Dea said. Soldiers fired into the air in Lwiro on Monday, O'Dea said."
    )
    assert [sources(r) for r in reports(text)] == [["UNHCR"], ["UNHCR"]]


def test_whoever_accuses_is_not_who_is_accused() -> None:
    text = "While Israel hopes that Syria wants calm, it has accused Syria of shelling Israeli posts on Monday."
    assert ("accusation", "ISR:gov") in [step for r in reports(text) for step in steps(r)]


def test_a_culprit_who_is_only_blamed_puts_the_act_in_doubt_and_who_told_of_it_blames_nobody() -> None:
    text = (
        "A rebel commander was shot dead near Managua on Monday, police said. "
        "The Contras immediately blamed the Nicaraguan government for the killing."
    )
    found = reports(text)[0]
    assert (found.status, steps(found)) == (Status.ALLEGED, [("accusation", "CONTRA:mil")])


def test_a_culprit_once_suspected_stays_so_where_the_act_is_told_again_without_one() -> None:
    text = (
        "A suspected Taliban fighter threw a grenade at an Afghan post on Monday. "
        "The grenade was thrown at the gate and wounded four soldiers."
    )
    assert reports(text)[0].status is Status.ALLEGED


def test_a_participle_shares_the_doubt_of_the_clause_it_goes_on_with() -> None:
    text = "Prosecutors allege that Israeli soldiers went on a rampage in Hebron on Monday, shooting unarmed men."
    assert [r.status for r in reports(text)] == [Status.ALLEGED]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("The US defense secretary announced on Tuesday that the US was sending more troops to Iraq.", Status.PLANNED),
        ("Ukraine's president said on Tuesday that Russia was sending troops into Donetsk.", Status.ASSERTED),
    ],
)
def test_what_a_side_announces_of_itself_is_still_to_come(text: str, status: Status) -> None:
    assert [r.status for r in reports(text)] == [status]


@pytest.mark.parametrize(
    ("text", "who", "through"),
    [
        ("Ugandan troops killed 30 rebels on Monday, the army said, according to the newspaper New Path.", "UGA:army", "New Path"),
        ("Witnesses said Peruvian troops shot dead two rebels on Monday, the Evening Star daily reported.", "witnesses", "Evening Star"),
        ("The local daily newspaper Lookout quoted police in Kabul as saying that troops shot a civilian.", "AFG:police", "Lookout"),
        ("Israeli jets bombed Rafah on Monday, IRNA reported, citing the Palestinian health ministry.", "PSE:gov", "IRNA"),
    ],
)
def test_a_name_that_is_called_an_outlet_only_carries_what_others_say(text: str, who: str, through: str) -> None:
    assert [(sources(r), relays(r)) for r in reports(text)] == [([who], [through])]


def test_who_asks_not_to_be_named_has_spoken_all_the_same() -> None:
    (report,) = reports(
        "Ten people were hurt when Israeli troops shelled Tyre on Monday, said a police spokesman, whose name cannot be used."
    )
    assert sources(report) == ["LBN:police"]


@pytest.mark.parametrize(
    ("who", "expected"),
    [
        ("medical and security officials", ["medical officials", "security officials"]),
        ("police and hospital officials", ["LBN:police", "hospital officials"]),
        ("Israeli and Lebanese officials", ["ISR:gov", "LBN:gov"]),
        ("Lebanese military and police officials", ["LBN:mil", "LBN:police"]),
        ("hospital and police sources", ["hospital sources", "police sources"]),
    ],
)
def test_several_speakers_may_stand_under_one_noun(who: str, expected: list[str]) -> None:
    (report,) = reports(f"Israeli troops shelled Tyre on Monday, {who} said.")
    assert sources(report) == expected


@pytest.mark.parametrize(
    ("who", "expected"),
    [
        ("A statement by the Israeli defence ministry", "ISR:MoD"),
        ("The Lebanese Red Cross", "Lebanese Red Cross"),
        ("Lebanese Hezbollah", "HZB"),
        ("Military sources in Tel Aviv", "ISR:mil"),
        ("Lebanon's Morning Post newspaper", "Morning Post"),
        ("Israel's Channel 10 television", "Channel 10"),
        ("Local media", "local media"),
    ],
)
def test_who_is_told_by_whose_it_is_speaks_under_the_own_name(who: str, expected: str) -> None:
    (report,) = reports(f"{who} said Israeli troops shelled Tyre on Monday.")
    assert sources(report) == [expected]


def test_who_is_quoted_by_an_agency_speaks_through_it() -> None:
    (report,) = reports("Israeli troops shelled Tyre on Monday, the Lebanese prime minister was quoted by Reuters as saying.")
    assert (sources(report), relays(report)) == (["LBN:gov"], ["Reuters"])


def test_the_mission_of_the_united_nations_is_the_one_that_the_text_names() -> None:
    (report,) = reports("Israeli troops shelled Tyre on Monday, the UN mission announced. UNIFIL was set up in 1978.")
    assert sources(report) == ["UNIFIL"]


def test_the_ministry_is_that_of_the_land_that_was_entered() -> None:
    (report,) = reports("Two North Korean soldiers walked into South Korea on Monday, the Defense Ministry said.")
    assert sources(report) == ["KOR:MND"]


def test_what_a_text_recalls_rests_on_nobody_who_speaks_of_it_later() -> None:
    found = reports(
        "Israeli troops shelled Tyre on Thursday, killing two people, Lebanese police said. Shops were shut. Ten houses burned. "
        "Police said the shelling went on for two hours. In 1996 Israeli jets bombed the town of Qana. "
        "The Israeli army said the air strike on Qana in 1996 had hit a depot."
    )
    assert {r.claim.kind.value: sources(r) for r in found} == {"indirect_fire": ["LBN:police"], "air_strike": ["document"]}


@pytest.mark.parametrize(
    "text",
    [
        "Israeli troops are said to have shelled Tyre on Monday.",
        "Unconfirmed reports said Israeli troops shelled Tyre on Monday.",
        "Israeli troops shelled Tyre on Monday, according to reports.",
        "What appeared to be an Israeli shell hit Tyre on Monday.",
        "The meeting comes a day after Lebanon's claim that Israeli troops had shelled Tyre.",
    ],
)
def test_what_is_only_heard_or_seems_so_is_alleged(text: str) -> None:
    (report,) = reports(text)
    assert report.status is Status.ALLEGED


def test_what_another_crime_was_done_during_is_in_no_doubt() -> None:
    (report,) = reports("The general is accused of having murdered villagers during the Israeli shelling of Tyre in May.")
    assert report.status is Status.ASSERTED


def test_a_charge_of_fighters_is_no_charge_against_anybody() -> None:
    found = reports("Hezbollah fighters overran an Israeli post in Tyre on Monday in a charge backed by mortar fire.")
    assert {r.status for r in found} == {Status.ASSERTED}


def test_a_deployment_that_is_agreed_on_is_planned() -> None:
    (report,) = reports("Italy and Albania agreed on Monday on the need for the speedy deployment of Italian troops to Albania.")
    assert report.status is Status.PLANNED


def test_police_are_those_of_the_land_told_of_just_before() -> None:
    (report,) = reports(
        "Nicaraguan rebels have camps abroad. Nicaragua says so. "
        "Two gunmen shot a Nicaraguan rebel commander and three of his guards dead in Honduras on Monday. "
        "Police said the gunmen fled after the shooting."
    )
    assert sources(report) == ["HND:police"]


@pytest.mark.parametrize(
    ("sentence", "who"),
    [
        ("ROK JCS said that North Korea fired two missiles on Tuesday.", "KOR:JCS"),
        ("The Syrian Red Crescent said that shells killed four people in Aleppo on Tuesday.", "Syrian Red Crescent"),
        ("Shells killed four people in Aleppo on Tuesday, according to a report by the BBC.", "BBC"),
        ("Shells killed four people in Aleppo on Tuesday, according to Example.org.", "Example.org"),
        ("Shells killed four people in Aleppo on Tuesday, a paramedic said.", "paramedic"),
        ("Arab medical officials said that shells killed four people in Gaza on Tuesday.", "Arab medical officials"),
        ("According to Dutch shipping agency NAVCO, Iranian shells hit the tanker off Oman on Tuesday, killing two sailors.", "NAVCO"),
        ("South Korea's CIA said that North Korean agents killed two soldiers on Tuesday.", "KOR:CIA"),
        ("North Korea says that it launched a rocket on Tuesday, according to state media.", "PRK:state media"),
    ],
)
def test_a_speaker_keeps_the_whole_of_the_name(sentence: str, who: str) -> None:
    [report, *_] = reports(sentence)
    assert who in sources(report)
    assert "KOR:gov" not in sources(report)


def test_a_secretary_general_is_no_officer() -> None:
    text = "Gunmen seized ten aid workers in Baghdad on Tuesday. "
    [report, *_] = reports(text + '"We want them freed," said Omar Haddad, secretary general of the Iraqi Red Crescent.')
    assert "IRQ:mil" not in sources(report)


def test_the_ministry_again_is_the_ministry_that_spoke_last() -> None:
    text = "A North Korean soldier crossed the border into South Korea on Tuesday, the South Korean Defense Ministry said. "
    text += "North Korea and its soldiers were watched by North Korean officers in the North. "
    found = reports(text + "The defense ministry said the North Korean soldier was shot by North Korean troops in the North.")
    assert "PRK:MND" not in {s for report in found for s in sources(report)}


def test_what_follows_a_closed_quotation_is_not_quoted() -> None:
    text = "The rebels in Syria said they would fight on. "
    text += '"Our men are near Homs," Minister Omar Haddad told reporters on Tuesday after Syrian air strikes on Idlib.'
    assert {s for report in reports(text) for s in sources(report)} == {"document"}


def test_people_without_a_name_who_tell_what_a_text_recalls_are_its_source() -> None:
    text = "Afghan officials met elders in Kabul on Tuesday to talk of the coming winter. " * 2
    text += "In May, a NATO air strike killed thirty civilians in Kandahar, according to locals. "
    found = [r for r in reports(text + "NATO said that it had looked into the strike.") if r.claim.kind.value == "air_strike"]
    assert found and "locals" in sources(found[0])


def test_a_former_minister_speaks_under_his_own_name() -> None:
    text = "Rockets hit Haifa on Monday. Former Prime Minister Ehud Barak blamed the rocket attack on Hezbollah."
    assert ("accusation", "Ehud Barak") in [step for report in reports(text) for step in steps(report)]


def test_what_a_raid_is_believed_to_have_done_leaves_the_raid_asserted() -> None:
    [report, *_] = reports("Israel carried out two air strikes in Syria on Tuesday that are believed to have destroyed a convoy.")
    assert report.status is Status.ASSERTED


def test_a_denial_is_over_what_its_own_sentence_lets_others_assert() -> None:
    found = reports("Russia denies helping the rebels; NATO says that 2,000 Russian troops are on Ukrainian territory.")
    assert ("denial", "RUS:gov") in [step for report in found for step in steps(report)]
