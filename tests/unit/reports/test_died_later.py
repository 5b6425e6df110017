"""Those of the wounded who die later are dead, and no longer wounded; deaths of others take nobody from them."""

import pytest
from tests.fakes.small_texts import claim


def told(text: str, kind: str) -> dict[str, tuple[int | None, int | None]]:
    return {slot.value.what: (slot.value.low, slot.value.high) for slot in claim(text, kind).counts}


@pytest.mark.parametrize(("text", "kind", "killed", "wounded"), [
    ("Gunmen fired on a car in Grozny on Monday and wounded three officers. One of them died in hospital.", "direct_fire", 1, 2),
    ("A mine near Vavuniya killed three sailors and injured nine. One of the injured died on Wednesday.", "explosion", 4, 8),
    ("Shelling of Stepanakert wounded seven people on Sunday, two of whom died later.", "indirect_fire", 2, 5),
])  # fmt: skip
def test_the_wounded_who_died_are_counted_with_the_dead(text: str, kind: str, killed: int, wounded: int) -> None:
    counts = told(text, kind)
    assert (counts["killed"], counts["wounded"]) == ((killed, killed), (wounded, wounded))


def test_nobody_is_left_wounded_where_the_one_wounded_died() -> None:
    counts = told("Gunmen shot and badly wounded a policeman near Hebron on Sunday. He died later in a hospital.", "direct_fire")
    assert counts.get("killed") == (1, 1)
    assert "wounded" not in counts


@pytest.mark.parametrize(("text", "kind", "wounded"), [
    ("Four soldiers were wounded by a mine in Helmand on Monday. Five others died in a helicopter crash.", "explosion", 4),
    ("A shell wounded two nurses in Goma on Monday. Three patients died in the same attack.", "indirect_fire", 2),
])  # fmt: skip
def test_deaths_of_others_take_nobody_from_the_wounded(text: str, kind: str, wounded: int) -> None:
    assert told(text, kind)["wounded"] == (wounded, wounded)
