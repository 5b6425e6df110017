"""The gate lets through what may tell an act, and spares the parser the rest."""

import pytest
from tests.fakes.small_texts import pack

from truceline.language.annotate import annotate
from truceline.language.gate import passes
from truceline.model.document import Document
from truceline.model.ids import CaptureId, DocumentId


@pytest.mark.parametrize("text", [
    "Guards SHOT at a van.", "The cross-border raid ended.", "There were three fatalities.", "The bomber turned and fired."
])  # fmt: skip
def test_a_form_of_a_trigger_passes(text: str) -> None:
    assert passes(text, pack().lexicon)


@pytest.mark.parametrize("text", ["The minister praised the orchestra.", "", "12 34", "Shotgun weddings remain popular."])
def test_a_sentence_without_a_trigger_does_not_pass(text: str) -> None:
    assert not passes(text, pack().lexicon)


@pytest.mark.parametrize("text", ["The crew carried balloons.", "They jammed the signals of ships."])
def test_a_trigger_passes_where_its_class_of_words_is_there(text: str) -> None:
    assert passes(text, pack().lexicon)


@pytest.mark.parametrize(
    "text",
    [
        "The crew carried boxes.",
        "They jammed the corridor of the hotel.",
        "It flew over the strait.",
        "The studio released a song.",
        "The troops have families.",
    ],
)
def test_a_trigger_without_what_its_patterns_ask_for_does_not_pass(text: str) -> None:
    assert not passes(text, pack().lexicon)


def test_only_what_passes_is_parsed() -> None:
    text = "The minister praised the orchestra. Guards fired at a van."
    reading = annotate(Document(id=DocumentId("d"), name="d", text=text, capture_id=CaptureId("x")), pack())
    assert [bool(each.sentence.tokens) for each in reading.sentences] == [False, True]


def test_in_an_article_a_word_of_the_act_is_parsed_again_only_beside_a_party() -> None:
    told = "North Korea launched two missiles on Monday."
    again = ["The launch made some nervous.", "The launch made South Korea nervous.", "It was a mistake, and an accident."]
    assert _parsed([told, *again, *["The weather was mild."] * 5])[:4] == [True, False, True, True]
    assert _parsed([told, *again]) == [True] * 4  # in a short entry all tell of the one event


def _parsed(sentences: list[str]) -> list[bool]:
    document = Document(id=DocumentId("d"), name="d", text=" ".join(sentences), capture_id=CaptureId("x"))
    return [bool(each.sentence.tokens) for each in annotate(document, pack()).sentences]
