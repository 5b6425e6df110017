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
