"""Idioms of fighting give the kind of act they tell, and tell none of other things: the sentences stand in idioms.yaml."""

from pathlib import Path

import pytest
from tests.fakes.small_readings import proposed

from truceline.packs.strict_yaml import parse

IDIOMS = parse(Path(__file__).with_name("idioms.yaml").read_text(encoding="utf-8"), "idioms.yaml")
GIVES = [(kind, text) for kind, texts in IDIOMS["gives"].items() for text in texts]


@pytest.mark.parametrize(("kind", "text"), GIVES)
def test_an_idiom_gives_its_kind_and_no_other(kind: str, text: str) -> None:
    assert {draft.kind for draft in proposed(text)} == {kind}


@pytest.mark.parametrize("text", IDIOMS["gives_nothing"])
def test_its_words_tell_no_act_of_other_things(text: str) -> None:
    assert proposed(text) == []
