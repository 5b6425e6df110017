"""What goes on with its verb left out is one act a place, with its own toll; a number with a verb or a noun of its own is none."""

import pytest
from tests.fakes.small_readings import proposed


def told(text: str) -> list[tuple[str | None, list[tuple[str, int | None]]]]:
    return [
        (draft.where.value.name if draft.where is not None else None, [(c.value.what, c.value.low) for c in draft.counts])
        for draft in proposed(text)
        if draft.kind != "explosion"
    ]


@pytest.mark.parametrize(("text", "places"), [
    ("Hezbollah rockets killed three people in Haifa and two in Safed on Monday.",
     [("Haifa", [("killed", 3)]), ("Safed", [("killed", 2)])]),
    ("Israeli jets killed six people in Gaza City on Monday, and two others in Rafah.",
     [("Gaza City", [("killed", 6)]), ("Rafah", [("killed", 2)])]),
    ("Taliban gunmen killed four villagers on Monday - two in Herat, one near Kunduz and one in Kabul.",
     [("Herat", []), ("Kabul", [("killed", 1)]), ("Kunduz", [("killed", 1)])]),
])  # fmt: skip
def test_each_place_has_an_act_with_its_toll(text: str, places: list[tuple[str, list[tuple[str, int]]]]) -> None:
    assert [(name.removeprefix("near "), counts) for name, counts in sorted(told(text), key=str) if name] == places


@pytest.mark.parametrize(
    "text",
    [
        "Taliban gunmen killed three policemen in Herat on Monday and two in Kabul were wounded by a bomb.",
        "Taliban gunmen killed three policemen in Herat on Monday and two mayors in Kabul condemned it.",
        "Taliban gunmen killed three policemen in Herat on Monday, one in five of those posted there.",
    ],
)
def test_a_number_with_words_of_its_own_goes_on_nothing(text: str) -> None:
    assert told(text) == [("Herat", [("killed", 3)])]
