"""Everyday sentences of fire, blasts and battles are proposed as the one kind that the codebook gives them, and others as none."""

from pathlib import Path

import pytest
from tests.fakes.small_readings import proposed

from truceline.packs.strict_yaml import parse

SENTENCES = parse(Path(__file__).with_name("which_acts.yaml").read_text(encoding="utf-8"), "which_acts.yaml")
TOLD = [(kind, text) for family in SENTENCES["one_act"].values() for kind, text in family]
NONE = [text for family in SENTENCES["no_act"].values() for text in family]


@pytest.mark.parametrize(("kind", "text"), TOLD)
def test_a_sentence_tells_one_act_of_its_kind(kind: str, text: str) -> None:
    assert [draft.kind for draft in proposed(text)] == [kind]


@pytest.mark.parametrize("text", NONE)
def test_a_sentence_of_no_act_tells_none(text: str) -> None:
    assert proposed(text) == []


@pytest.mark.parametrize(("kind", "text"), SENTENCES["headings"])
def test_a_heading_tells_its_kind(kind: str, text: str) -> None:
    assert {draft.kind for draft in proposed(text)} == {kind}


@pytest.mark.parametrize("pair", [("Israeli", "Syrian"), ("Syrian", "Israeli")])
def test_a_base_is_no_aircraft_whosever_it_is(pair: tuple[str, str]) -> None:
    firing, hit = pair
    (draft,) = proposed(f"{firing} missiles struck a {hit} air base on Monday.")
    assert draft.kind == "missile_launch"
    assert len(draft.actors) == 1
