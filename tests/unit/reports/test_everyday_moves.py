"""What moves, is taken, given, built or ended is proposed in everyday words, and what looks like it is not: everyday_moves.yaml."""

from pathlib import Path

import pytest
from tests.fakes.small_readings import proposed

from truceline.packs.strict_yaml import parse

SENTENCES = parse(Path(__file__).with_name("everyday_moves.yaml").read_text(encoding="utf-8"), "everyday_moves.yaml")
PROPOSED = [(kind, text) for kind, texts in SENTENCES["proposes"].items() for text in texts]


@pytest.mark.parametrize(("kind", "text"), PROPOSED)
def test_an_everyday_phrasing_is_proposed_as_its_kind(kind: str, text: str) -> None:
    assert kind in {draft.kind for draft in proposed(text)}


@pytest.mark.parametrize("text", SENTENCES["proposes_nothing"])
def test_what_only_looks_like_it_is_not(text: str) -> None:
    assert proposed(text) == []


def test_a_named_line_is_longer_than_plain_words_for_one() -> None:
    for text, line in (
        ("Soldiers of India crossed the Line of Control.", "LOC"),
        ("Chinese soldiers crossed the Line of Actual Control.", "LAC"),
    ):
        (draft,) = proposed(text)
        assert draft.line is not None
        assert draft.line.value == line


def test_a_sale_approved_as_possible_is_planned() -> None:
    (draft,) = proposed("The State Department approved a possible sale of tanks to Taiwan on Monday.")
    assert (draft.modality.value, [s.value.party for s in draft.actors]) == ("planned", ["USA"])


def test_a_passive_verb_has_what_is_sent_as_its_subject() -> None:
    for text in ("Two frigates were ordered to the Gulf by France.", "France ordered two frigates to the Gulf."):
        (draft,) = proposed(text)
        assert (draft.kind, [s.value.party for s in draft.actors]) == ("troop_deployment", ["FRA"])


def test_what_is_got_from_somebody_was_given_by_him() -> None:
    for text in ("Venezuela received 100,000 rifles from Russia in June.", "Russia gave Venezuela 100,000 rifles in June."):
        (draft,) = proposed(text)
        assert [[s.value.party for s in side] for side in (draft.actors, draft.targets)] == [["RUS"], ["VEN"]]
