"""Who fights whom in a theatre: its two parties, those on their land, those who fight beside them, and nobody else."""

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
