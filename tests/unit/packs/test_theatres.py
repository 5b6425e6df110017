"""Who fights whom in a theatre: its two parties, those on their land, those who fight beside them, and nobody else."""

import pytest

from truceline.packs.gazetteer import Theatre

WAR = Theatre(parties=("AAA", "BBB"), also=("CCC", "DDD", "EEE"), sides=(("AAA", "CCC"), ("BBB",)), allies={"BBB": ("DDD",)})


@pytest.mark.parametrize(("party", "foe"), [("AAA", "BBB"), ("BBB", "AAA"), ("CCC", "BBB"), ("DDD", "AAA"), ("EEE", None), ("FFF", None)])
def test_a_party_and_those_beside_it_fight_the_other_one(party: str, foe: str | None) -> None:
    assert WAR.foe(party) == foe
