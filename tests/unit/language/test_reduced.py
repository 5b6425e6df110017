"""Participles that are no verb of their sentence, and subjects of a second clause."""

import pytest
from tests.fakes.small_readings import graph, word, words


@pytest.mark.parametrize(("text", "verb", "subject"), [
    ("Rockets fired from Gaza hit the Israeli town of Sderot on Monday.", "hit", "Rockets"),
    ("Armed men believed to be Taliban kidnapped a German nurse on Monday.", "kidnapped", "men"),
    ("Hezbollah fired rockets at Haifa and Israel bombed Tyre on Monday.", "bombed", "Israel"),
])  # fmt: skip
def test_the_verb_has_the_subject_before_it(text: str, verb: str, subject: str) -> None:
    told = graph(text)
    assert words(told, told.subjects(word(told, verb))) == [subject]


@pytest.mark.parametrize(("text", "verb", "subject"), [
    ("Hezbollah fighters fired, hit a tank and fled on Monday.", "hit", "fighters"),
    ("Rebels attacked the post and captured two Turkish soldiers on Monday.", "captured", "Rebels"),
    ("Israeli troops killed a man in Hebron and wounded two in Jenin on Monday.", "wounded", "troops"),
])  # fmt: skip
def test_verbs_joined_in_one_clause_keep_their_subject(text: str, verb: str, subject: str) -> None:
    told = graph(text)
    assert words(told, told.subjects(word(told, verb))) == [subject]
