"""Places: the most specific place phrase told with the act, and nothing that is no place."""

import pytest
from tests.fakes.small_readings import proposed
from tests.fakes.small_texts import claim, claims


def place(text: str, kind: str) -> str | None:
    where = claim(text, kind).where
    return where.value.name if where else None


@pytest.mark.parametrize(
    ("text", "kind", "words"),
    [
        ("Ukrainian troops shelled Russian positions in a village near Kursk.", "indirect_fire", "village near Kursk"),
        ("Two soldiers were shot dead by North Korean troops 300 meters south of the DMZ.", "direct_fire", "300 meters south of the DMZ"),
        ("South Korean warships fired at a North Korean boat off the eastern coast.", "direct_fire", "off the eastern coast"),
        ("Syrian rebels took control of most of Shirva on Monday.", "clash", "Shirva"),
        ("The Congolese army won back most of Kitshunga on Monday.", "clash", "Kitshunga"),
        ("Israeli troops clashed with Hezbollah fighters in the town of Marjayoun on Monday.", "clash", "town of Marjayoun"),
    ],
)
def test_the_phrase_as_the_text_names_it(text: str, kind: str, words: str) -> None:
    assert words in (place(text, kind) or "")


def test_a_country_that_balloons_are_sent_toward_is_no_place() -> None:
    assert place("North Korea launched 40 balloons toward South Korea.", "balloon_launch") is None


def test_a_bare_line_crossed_is_no_place() -> None:
    assert place("North Korean soldiers crossed the Military Demarcation Line.", "ground_crossing") is None


@pytest.mark.parametrize(
    "text",
    [
        "North Korean soldiers crossed the border and withdrew.",
        "North Korean soldiers crossed the Military Demarcation Line into South Korean territory.",
        "Hours before Vladimir Putin arrived in Pyongyang, North Korean soldiers crossed the Military Demarcation Line.",
    ],
)
def test_a_border_a_land_and_another_events_place_are_no_place_of_a_crossing(text: str) -> None:
    assert place(text, "ground_crossing") is None


def test_ties_between_capitals_are_no_place() -> None:
    text = "Officials in Washington fear closer ties of Moscow and Pyongyang and charge North Korea with supplying Russia with shells."
    assert place(text, "arms_transfer") is None


def test_a_person_is_no_place() -> None:
    assert (
        place(
            "Israeli troops fired at the car of Syrian Colonel Adam Example, killing his driver and wounding two soldiers.", "direct_fire"
        )
        is None
    )


def test_a_date_is_no_place() -> None:
    assert place("Israeli troops fired at Syrian soldiers on Wednesday.", "direct_fire") is None


def test_a_short_text_tells_its_place_once() -> None:
    text = "North Korean soldiers fired at a South Korean patrol. The patrol had been at work near Cheorwon."
    assert "Cheorwon" in (place(text, "direct_fire") or "")


def test_words_that_move_off_a_name_give_no_point() -> None:
    where = claim("North Korean soldiers fired at South Korean troops 18 miles north of Seoul.", "direct_fire").where
    assert where is not None
    assert where.value.latitude is None


def test_of_two_places_in_one_phrase_the_smaller_gives_the_point() -> None:
    where = claim("Israeli jets bombed a post in Sidon in Lebanon.", "air_strike").where
    assert where is not None
    assert where.value.gazetteer_id == "lbn-sidon"


def test_a_launch_takes_where_it_rose_before_where_it_was_aimed() -> None:
    text = "North Korea launched a ballistic missile toward the East Sea. The launch was detected from the Pyongyang area."
    assert "Pyongyang" in (place(text, "missile_launch") or "")


def test_the_city_where_the_speaker_sits_is_no_place_of_the_act() -> None:
    text = "North Korean soldiers crossed the Military Demarcation Line on Tuesday, the army staff in Seoul said."
    assert place(text, "ground_crossing") is None


@pytest.mark.parametrize(
    ("text", "kind", "words"),
    [
        ("Israeli troops drove Hezbollah fighters out of most of southern Lebanon.", "clash", "southern Lebanon"),
        ("Syrian troops fought Islamic State fighters in the battle for Kobani.", "clash", "Kobani"),
    ],
)
def test_a_place_taken_fought_over_or_told_by_its_share(text: str, kind: str, words: str) -> None:
    assert words in (place(text, kind) or "")


def test_half_a_hyphened_word_is_no_part_of_a_place() -> None:
    text = "US troops killed four Taliban fighters in insurgency-hit Afghanistan."
    assert place(text, "direct_fire") == "Afghanistan"


def test_people_named_in_the_plural_are_no_place() -> None:
    assert place("Israeli jets fired rockets at Maronites on Wednesday.", "air_strike") is None


def test_a_story_keeps_its_place_on_the_same_day() -> None:
    quiet = "Shops stayed shut. Roads were empty. Officials met. Schools closed. Buses stopped. Rain fell. Phones failed. Lights went out."
    text = f"Israeli jets bombed Sidon on Tuesday. Israeli troops arrested three Hezbollah fighters on Tuesday. {quiet}"
    assert place(text, "capture") == "Sidon"


def test_another_day_is_another_place() -> None:
    quiet = "Shops stayed shut. Roads were empty. Officials met. Schools closed. Buses stopped. Rain fell. Phones failed. Lights went out."
    text = f"Israeli jets bombed Sidon on Tuesday. Israeli troops arrested three Hezbollah fighters on Wednesday. {quiet}"
    assert place(text, "capture") is None


@pytest.mark.parametrize(
    ("text", "kind", "words"),
    [
        ("Rebels clashed with Sudanese troops in the state of South Kordofan in the town of Talodi.", "clash", "town of Talodi"),
        ("Gunmen seized 20 nurses from a hospital in Lwiro, north of Bukavu in South Kivu province.", "capture", "hospital in Lwiro"),
        (
            "Two soldiers were killed and three wounded by gunfire as they drove on a road west of the Syrian capital.",
            "direct_fire",
            "west of the Syrian capital",
        ),
        ("Iranian jets struck two American bases in Kuwait.", "air_strike", "two American bases in Kuwait"),
        ("Zairean rebels captured their country's second city Lubumbashi.", "clash", "country's second city Lubumbashi"),
        ("The Lebanese army fought Hezbollah fighters in the south.", "clash", "south"),
    ],
)
def test_the_place_that_tells_most_is_the_place(text: str, kind: str, words: str) -> None:
    assert place(text, kind) == words


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Israeli jets bombed Hezbollah positions.", "air_strike"),
        ("Street battles between Amal and Hezbollah militiamen left 12 dead.", "clash"),
    ],
)
def test_whose_positions_they_are_and_how_it_was_fought_is_no_place(text: str, kind: str) -> None:
    assert place(text, kind) is None


@pytest.mark.parametrize(
    ("text", "kind", "words"),
    [
        ("Militants fired 40 rockets from Gaza into Israel on Monday.", "indirect_fire", "Israel"),
        ("Militants fired 40 rockets from Gaza on Monday.", "indirect_fire", "Gaza"),
        ("Soldiers from Cuba were deployed in Angola in July 1975.", "troop_deployment", "Angola"),
    ],
)
def test_an_act_was_where_it_fell_and_not_where_it_came_from(text: str, kind: str, words: str) -> None:
    assert place(text, kind) == words


def test_forces_from_a_land_are_not_deployed_there() -> None:
    assert place("Cuba deployed 4,000 soldiers from Havana to help the government.", "troop_deployment") is None


def test_a_place_pointed_to_is_the_one_told_before() -> None:
    gap = "Shops were shut. People stayed at home. Officials met. Nobody spoke. Trains ran late. Schools closed. Roads were empty."
    told = f"Hezbollah fighters seized a hilltop compound near Tyre on Monday. {gap} Israeli troops stormed the compound on Friday."
    taken, stormed = claims(told, "clash")
    assert stormed.where is not None and taken.where is not None and stormed.where.value == taken.where.value
    assert stormed.where.evidence == taken.where.evidence
    assert place(f"{gap} Israeli troops stormed the compound on Friday and fought Hezbollah fighters.", "clash") is None


def test_the_police_of_a_town_take_people_in_it() -> None:
    assert place("Istanbul police arrested four PKK members on Monday.", "capture") == "Istanbul"
    assert place("Turkish police arrested four PKK members on Monday.", "capture") is None


def test_a_place_may_be_told_from_outside_of_it() -> None:
    told = "Monday's Israeli air strike outside of Damascus sends a signal to Iran, an adviser said."
    assert place(told, "air_strike") == "outside of Damascus"


def test_a_place_that_stands_after_a_verb_is_what_was_bombed_and_not_who_says_so() -> None:
    text = "Syrian warplanes bombed Aleppo on Monday, killing 12 people, according to activists from the Homs Media Center."
    assert place(text, "air_strike") == "Aleppo"


def test_a_name_that_is_said_to_be_of_a_village_is_the_place() -> None:
    assert place("Russian planes bombed Katyr-Yurt, a village southwest of Grozny, on Monday.", "air_strike") == "Katyr-Yurt"


def test_a_place_told_elsewhere_lies_in_the_land_that_the_act_names() -> None:
    filler = "Residents fled. Aid is short. Roads are closed. " * 3
    text = f"American jets bombed Islamic State fighters in Mosul on Monday. {filler}On Monday they bombed a depot in Mosul. "
    (found,) = claims(text + "An American drone killed an al-Shabaab commander in Somalia on Monday.", "air_strike")[-1:]
    assert found.where is not None
    assert found.where.value.name == "Somalia"


def test_where_another_day_s_act_was_is_not_where_this_one_was() -> None:
    text = "Kurdish guerrillas killed a Turkish soldier on Friday. A bomb in a bus station in Ankara killed 17 people in October 1993."
    shot = next(d for d in proposed(text) if d.kind == "direct_fire")
    assert shot.where is None


@pytest.mark.parametrize("text", [
    "The rebels' last stronghold, the hill town of Bint Jbeil, fell to Israeli paratroopers on Monday.",
    "Israeli troops took the rebels' last stronghold, the hill town of Bint Jbeil, on Monday.",
])  # fmt: skip
def test_a_place_taken_is_told_by_another_name_for_it(text: str) -> None:
    assert [d.where.value.name for d in proposed(text) if d.where] == ["hill town of Bint Jbeil"]


def test_a_line_that_is_cut_is_no_place() -> None:
    (draft,) = proposed("North Korea shut down a military hotline on the Demilitarized Zone on Wednesday.")
    assert draft.where is None


def test_the_same_place_is_the_one_told_before() -> None:
    text = (
        "On Monday, a Chinese ship fired on a Filipino patrol boat near Scarborough Shoal. Envoys met. "
        "Al-Shabaab fired mortars at the Halane camp in Mogadishu on Tuesday. In March shells fell on the same camp."
    )
    assert [d.where.value.name for d in proposed(text) if d.kind == "indirect_fire" and d.where][-1] == "Halane camp in Mogadishu"


@pytest.mark.parametrize(("text", "place"), [
    ("Salvadoran soldiers shelled Zacualpa on Monday.", "Zacualpa"),
    ("There was heavy shelling of Zacualpa by Salvadoran soldiers on Monday.", "Zacualpa"),
])  # fmt: skip
def test_a_name_that_is_shelled_is_a_place(text: str, place: str) -> None:
    where = claim(text, "indirect_fire").where
    assert where is not None
    assert where.value.name == place


def test_who_is_on_the_side_of_a_capital_is_not_there() -> None:
    found = claim("Gunmen shot dead nine villagers near Bobolo on Monday and pro-Jakarta militiamen cheered.", "direct_fire").where
    assert found is not None
    assert "Jakarta" not in found.value.name
