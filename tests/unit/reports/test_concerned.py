"""Which act a step of procedure concerns: what its words name, point back to, or stand beside."""

import pytest
from tests.fakes.small_readings import proposed


def steps(text: str) -> dict[str, list[tuple[str, str | None, str | None]]]:
    """Steps of each proposed act, by its type."""
    return {draft.kind: [(s.act, s.by, s.to) for s in draft.follow_ups] for draft in proposed(text)}


def test_what_is_confirmed_is_the_act_of_the_clause_and_not_what_it_answered() -> None:
    found = steps(
        "Israeli troops shelled the village of Aita on Monday. "
        "The Israeli army confirmed that the shelling came in response to a missile launched at a patrol by Hezbollah."
    )
    assert found["indirect_fire"] == [("confirmation", "ISR:army", None)]
    assert not any(told for kind, told in found.items() if kind != "indirect_fire")


def test_a_late_reaction_comes_back_to_the_act_that_the_text_began_with() -> None:
    found = steps(
        "Israeli jets bombed the port of Sidon on Monday. Fishermen spoke of fires along the quay. Markets closed early. "
        "Schools stayed open. Buses ran as usual. The weather was mild. France condemned the air strike."
    )
    assert found == {"air_strike": [("condemnation", "FRA:gov", None)]}


def test_a_step_goes_to_the_kind_of_act_that_it_names() -> None:
    found = steps(
        "Syrian troops crossed the border into Lebanon on Monday. Syrian guns shelled Tyre on Tuesday. Lebanon condemned the incursion."
    )
    assert [told for kind, told in found.items() if kind == "indirect_fire"] == [[]]
    assert found["ground_crossing"] == [("condemnation", "LBN:gov", None)]


def test_an_inquiry_that_goes_on_is_into_the_act_told() -> None:
    found = steps("Syrian guns shelled Tyre on Tuesday. The Lebanese army said the investigation continued.")
    assert found == {"indirect_fire": [("investigation", "LBN:army", None)]}


def test_who_accuses_two_parties_takes_two_steps() -> None:
    found = steps("Rockets fired by Syria and Iran hit Haifa on Monday. Israel blamed Syria and Iran for the rocket attack.")
    assert found["indirect_fire"] == [("accusation", "ISR:gov", "SYR:gov"), ("accusation", "ISR:gov", "IRN:gov")]


@pytest.mark.parametrize(
    "text",
    [
        "Israel accused Syria of seeking better terms.",
        "Egypt condemned France for its tariffs.",
        "Syria denied that it planned to attack Haifa.",
        "The rocket blasted off at dawn.",
        "Residents confirmed that troops had shelled Tyre.",
    ],
)
def test_words_that_tell_of_no_step_about_the_act_give_none(text: str) -> None:
    found = steps("Guns shelled Tyre on Tuesday. " + text)
    assert found["indirect_fire"] == []


def test_a_protest_is_lodged_with_the_party_named_after_it() -> None:
    found = steps("Indian troops crossed the border into China on Monday. China lodged a strong protest with India.")
    assert found["ground_crossing"] == [("protest", "CHN:gov", "IND:gov")]
