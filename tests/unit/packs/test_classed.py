"""Classes turned inside out: each word of a sentence finds the classes it belongs to."""

from truceline.packs.classed import word_classes

CLASSES = word_classes(
    {"vessels": frozenset({"boat", "patrol boat"}), "people": frozenset({"soldier"}), "truces": frozenset({"cease-fire"})}
)


def test_a_word_is_classed_by_its_form_or_its_lemma() -> None:
    found = CLASSES.of([("boats", "boat"), ("carried", "carry"), ("soldier", "soldier")], frozenset())
    assert found.single == {"vessels": [0], "people": [2]}


def test_a_number_may_be_people() -> None:
    assert CLASSES.of([("killed", "kill"), ("four", "four")], frozenset({1})).single == {"people": [1]}


def test_an_entry_of_several_words_is_found_where_it_begins() -> None:
    found = CLASSES.of(
        [("two", "two"), ("patrol", "patrol"), ("boats", "boat"), ("cease", "cease"), ("-", "-"), ("fire", "fire")], frozenset()
    )
    assert found.several == {"vessels": ((1, 2),), "truces": ((3, 3),)}


def test_an_entry_that_the_sentence_cuts_off_is_not_found() -> None:
    assert CLASSES.of([("a", "a"), ("patrol", "patrol")], frozenset()).several == {}
