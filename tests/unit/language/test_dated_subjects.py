"""Subjects right behind the day or the place that a sentence begins with."""

import pytest
from tests.fakes.small_readings import graph, word, words


@pytest.mark.parametrize(("text", "verb", "subject"), [
    ("On Friday guerrillas ambushed an army truck in Lanao del Sur, killing three soldiers.", "ambushed", "guerrillas"),
    ("On Tuesday gunmen from Chad kidnapped two engineers.", "kidnapped", "gunmen"),
    ("On June 3 rebels fired at an Angolan post.", "fired", "rebels"),
    ("In Jenin soldiers shot two men on Friday.", "shot", "soldiers"),
    ("In 2006 rebels attacked a post near Abeche.", "attacked", "rebels"),
])  # fmt: skip
def test_who_stands_behind_the_day_acts(text: str, verb: str, subject: str) -> None:
    told = graph(text)
    assert words(told, told.subjects(word(told, verb))) == [subject]


@pytest.mark.parametrize(("text", "verb", "subject"), [
    ("After Friday prayers police fired at the crowd.", "fired", "police"),
    ("On the Friday the rebels attacked Goma.", "attacked", "rebels"),
    ("The shells on Monday wounded two Thai soldiers.", "wounded", "shells"),
])  # fmt: skip
def test_a_verb_with_a_subject_keeps_it(text: str, verb: str, subject: str) -> None:
    told = graph(text)
    assert words(told, told.subjects(word(told, verb))) == [subject]


def test_a_noun_of_the_day_itself_is_no_subject() -> None:
    told = graph("Israeli jets bombed Tyre in a Friday raid.")
    assert words(told, told.subjects(word(told, "bombed"))) == ["jets"]
