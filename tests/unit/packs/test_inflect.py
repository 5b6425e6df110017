"""Regular English forms with their changes of spelling."""

import pytest

from truceline.packs.inflect import forms


@pytest.mark.parametrize(("lemma", "has"), [
    ("fire", {"fires", "fired", "firing"}),
    ("cross", {"crosses", "crossed", "crossing"}),
    ("fly", {"flies", "flying"}),
    ("deploy", {"deploys", "deployed", "deploying"}),
    ("plan", {"plans", "planned", "planning"}),
    ("jam", {"jammed", "jamming"}),
    ("clash", {"clashes", "clashed", "clashing"}),
    ("flee", {"flees", "fleeing"}),
    ("free", {"frees", "freed", "freeing"}),
    ("carry", {"carries", "carried", "carrying"}),
    ("land mine", {"land mine", "land mines"}),
])  # fmt: skip
def test_a_lemma_has_its_forms(lemma: str, has: set[str]) -> None:
    assert has <= forms(lemma)


@pytest.mark.parametrize(
    ("lemma", "never"),
    [("shell", "shellled"), ("deploy", "deploied"), ("fire", "firs"), ("fix", "fixxed"), ("agree", "agreeed"), ("shoot", "shootted")],
)
def test_a_lemma_has_no_impossible_form(lemma: str, never: str) -> None:
    assert never not in forms(lemma)


def test_two_words_take_only_a_plural() -> None:
    assert forms("guard post") == {"guard post", "guard posts"}
