import pytest

from truceline.packs import datelines


@pytest.mark.parametrize(
    ("paragraph", "dateline"),
    [
        ("NICOSIA, March 3, 2021 (Wire) -- Two guards were hurt.", "NICOSIA, March 3, 2021 (Wire) -- "),
        ("Nicosia, Cyprus — Two guards were hurt.", "Nicosia, Cyprus — "),
        ("NICOSIA - Two guards were hurt.", "NICOSIA - "),
        ("NICOSIA, Cyprus (Wire) _ Two guards were hurt.", "NICOSIA, Cyprus (Wire) _ "),
        ("2021-03-CA-004 NICOSIA, Cyprus (March 3, 2021) - Two guards were hurt.", "2021-03-CA-004 NICOSIA, Cyprus (March 3, 2021) - "),
        ("The Brigade - a group of two hundred - denied it.", ""),
        ("Brigade - the group denied it.", ""),
        ("Two guards were hurt on March 3, 2021.", ""),
    ],
)
def test_a_dateline_is_as_long_as_its_dash(paragraph: str, dateline: str) -> None:
    assert paragraph[: datelines.length(paragraph)] == dateline


@pytest.mark.parametrize(
    ("text", "bears"),
    [
        ("NICOSIA, March 3 (Wire) -- Two guards were hurt.", True),
        ("Nicosia (Wire), March 3 - Two guards were hurt.", True),
        ("Guards fired on March 3 - nobody was hurt.", False),
        ("NICOSIA, March 3 was quiet.", False),
    ],
)
def test_a_day_is_of_the_dateline_only_between_its_city_and_its_dash(text: str, bears: bool) -> None:
    start = text.index("March 3")
    assert datelines.bears_day(text, start, start + len("March 3")) is bears


def test_a_dateline_names_its_agency_and_its_city() -> None:
    text = "Port Louis, March 3 (Island Wire) -- Two guards were hurt."
    assert [(text[at : at + len(name)], name) for at, name in datelines.agencies(text)] == [("Island Wire", "Island Wire")]
    place = datelines.city(text)
    assert place is not None and text[slice(*place)] == "Port Louis"


def test_a_text_without_dateline_names_neither() -> None:
    text = "Two guards (of the port) were hurt in Port Louis."
    assert not list(datelines.agencies(text))
    assert datelines.city(text) is None


def test_a_release_bears_its_day_in_brackets() -> None:
    assert datelines.days_in_brackets("NICOSIA, Cyprus (March 3, 2021) - Two guards (of forty) were hurt.") == ["March 3, 2021"]
