"""Who fights whom in a theatre: its two parties, those on their land, those who fight beside them, and nobody else."""

from datetime import date

import pytest
from tests.fakes.small_texts import pack

from truceline.packs.gazetteer import Theatre

WAR = Theatre(parties=("AAA", "BBB"), also=("CCC", "DDD", "EEE"), sides=(("AAA", "CCC"), ("BBB",)), allies={"BBB": ("DDD",)})


@pytest.mark.parametrize(("party", "foe"), [("AAA", "BBB"), ("BBB", "AAA"), ("CCC", "BBB"), ("DDD", "AAA"), ("EEE", None), ("FFF", None)])
def test_a_party_and_those_beside_it_fight_the_other_one(party: str, foe: str | None) -> None:
    assert WAR.foe(party) == foe


@pytest.mark.parametrize(("one", "two", "found"), [
    ("PRK", "KOR", True), ("PRK", "UNC", True), ("KOR", "UNC", False), ("RUS", "UKR", True), ("UKR", "DNR", True), ("RUS", "DNR", False),
    ("COL", "FARC", True), ("COL", "PAK", False), ("PRK", "PRK", False),
])  # fmt: skip
def test_who_is_at_war_with_whom_either_way(one: str, two: str, found: bool) -> None:
    assert pack().gazetteer.at_war(one, two) is found
    assert pack().gazetteer.at_war(two, one) is found


def test_states_are_at_war_while_their_war_is_fought_and_a_group_with_its_state_at_any_time() -> None:
    gazetteer = pack().gazetteer
    assert gazetteer.at_war("GBR", "ARG", date(1982, 5, 2))
    assert not gazetteer.at_war("ARG", "GBR", date(2006, 5, 2))
    assert gazetteer.at_war("LKA", "LTTE", date(2015, 5, 2))


@pytest.mark.parametrize(
    ("day", "going"), [(date(1982, 3, 1), False), (date(1982, 5, 2), True), (date(1983, 5, 2), True), (date(1984, 5, 2), False)]
)
def test_a_war_is_one_of_now_till_a_year_after_its_end(day: date, going: bool) -> None:
    assert pack().gazetteer.theatres["FALKLANDS"].going(day) is going


def test_every_war_begins_before_it_ends_and_who_stands_beside_a_party_is_not_its_foe() -> None:
    for name, theatre in pack().gazetteer.theatres.items():
        assert theatre.since is None or theatre.until is None or theatre.since <= theatre.until, name
        assert set(theatre.allies) <= set(theatre.parties), name
        assert not set(theatre.parties) & {ally for allies in theatre.allies.values() for ally in allies}, name


@pytest.mark.parametrize(("party", "role", "day", "then"), [
    ("RUS", "mil", date(1985, 1, 1), "SUN"), ("RUS", "mil", date(1994, 1, 1), "RUS"), ("SPLA", "mil", date(2012, 4, 1), "SSD"),
    ("SPLA", "mil", date(1997, 4, 1), "SPLA"), ("SSD", "mil", date(2009, 4, 1), "SPLA"), ("SSD", "civ", date(2009, 4, 1), "SDN"),
    ("KR", "mil", date(1976, 4, 1), "KHM"), ("KR", "mil", date(1989, 4, 1), "KR"), ("FRA", "mil", date(1800, 4, 1), "FRA"),
])  # fmt: skip
def test_a_name_means_the_party_that_bore_it_on_the_day(party: str, role: str, day: date, then: str) -> None:
    assert pack().gazetteer.party_on(party, day, role) == then


def test_what_a_text_calls_by_a_later_name_is_its_forerunner_wherever_it_stands() -> None:
    gazetteer = pack().gazetteer
    assert gazetteer.forerunner("RUS", date(1985, 1, 1)) == "SUN"
    assert gazetteer.forerunner("RUS", date(1995, 1, 1)) == "RUS"
    assert gazetteer.forerunner("RUS", None) == "RUS"
    assert gazetteer.forerunner("SSD", date(2009, 1, 1)) == "SSD"  # its people were of another party than its army: the role decides
