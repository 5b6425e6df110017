"""In a text under the dateline of one side's agency "our" and "the enemy" are the two sides; in every other text they are nobody."""

from datetime import date

import pytest
from tests.fakes.small_readings import proposed, reading

DAY = date(2024, 6, 12)
HEAD = "Pyongyang, June 12 (KCNA) -- "
NORTH, SOUTH = "PRK", "KOR"


def sides(text: str) -> list[tuple[str, str]]:
    """The words of a text that name a side, each with its party."""
    read = reading(text, published=DAY)
    return [(text[m.start : m.end], m.actor.party) for each in read.sentences for m in each.mentions]


def test_an_agency_means_its_own_side_by_our_and_the_other_by_enemy() -> None:
    told = sides(HEAD + "The ROK is to blame. Enemy warships came into our waters on Monday.")
    assert [each for each in told if each[0] != "ROK"] == [("Enemy", SOUTH), ("our", NORTH)]


def test_swapped_the_reading_swaps() -> None:
    told = sides("Seoul, June 12 (KTV) -- The DPRK is to blame. Enemy warships came into our waters on Monday.")
    assert [each for each in told if each[0] != "DPRK"] == [("Enemy", NORTH), ("our", SOUTH)]


def test_a_paper_that_quotes_either_side_means_nobody() -> None:
    told = sides("SEOUL (Reuters) - The ROK and the DPRK traded blame. Enemy warships came into our waters on Monday, it said.")
    assert {words for words, _ in told} == {"ROK", "DPRK"}


def test_where_a_third_party_is_named_more_the_enemy_is_nobody_and_a_puppet_is_still_the_other_side() -> None:
    told = sides(HEAD + "The U.S. sent carriers. The U.S. threatens us. The enemy is at the door of the ROK. The puppet army waits.")
    assert ("puppet", SOUTH) in told
    assert "enemy" not in {words for words, _ in told}


def test_a_word_beside_the_name_of_its_side_adds_nothing() -> None:
    assert sides(HEAD + "The puppet ROK sent soldiers over the line.") == [("ROK", SOUTH)]


@pytest.mark.parametrize(
    ("text", "kind", "actors", "targets"),
    [
        ("Puppet warships intruded into our waters in the West Sea on Monday.", "sea_crossing", {SOUTH}, {NORTH}),
        ("The puppet army fired three shells at our post on Monday.", "indirect_fire", {SOUTH}, {NORTH}),
        ("The enemy of the ROK committed the provocation of scattering leaflets again.", "balloon_launch", {SOUTH}, {NORTH}),
        ("Our artillery units of the front shelled puppet positions on Monday.", "indirect_fire", {NORTH}, {SOUTH}),
        ("Drones of the ROK were infiltrated into the sky over Pyongyang on Monday.", "air_crossing", {SOUTH}, {NORTH}),
        ("The remains of a drone of the ROK were found on Monday.", "air_crossing", {SOUTH}, {NORTH}),
        ("We will never overlook the south Korean army's shelling of our post on Monday.", "indirect_fire", {SOUTH}, {NORTH}),
    ],
)
def test_its_acts_have_sides(text: str, kind: str, actors: set[str], targets: set[str]) -> None:
    (draft,) = proposed(HEAD + text, published=DAY)
    assert draft.kind == kind
    assert {slot.value.party for slot in draft.actors} == actors
    assert {slot.value.party for slot in draft.targets} in (targets, set())


def test_a_party_that_is_called_the_enemy_is_that_party_and_its_enemies_are_others() -> None:
    (struck,) = proposed("The Syrian enemy shelled the Israeli town of Metula on Monday.", published=DAY)
    assert {slot.value.party for slot in struck.actors} == {"SYR"}
    (others,) = proposed("Syrian enemies shelled the Israeli town of Metula on Monday.", published=DAY)
    assert "SYR" not in {slot.value.party for slot in others.actors}
