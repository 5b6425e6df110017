"""Sentences: where a text is cut, and what is not of the text."""

from tests.fakes.small_texts import pack

from truceline.language.sentences import MAX_SENTENCE, sentences
from truceline.model.document import Document, Relay
from truceline.model.ids import CaptureId, DocumentId
from truceline.model.reading import Sentence
from truceline.model.text import Part, Span


def document(text: str, title: str | None = None, furniture: tuple[Span, ...] = (), relays: tuple[Relay, ...] = ()) -> Document:
    return Document(id=DocumentId("d"), name="d", text=text, capture_id=CaptureId("x"), title=title, furniture=furniture, relays=relays)


def cut(given: Document) -> tuple[Sentence, ...]:
    found = sentences(given, pack().lexicon.calendar)
    for each in found:
        source = given.text if each.part == "text" else given.title or ""
        assert source[each.start : each.end] == each.text
    return found


def texts(text: str) -> list[str]:
    return [each.text for each in cut(document(text))]


def span(text: str, words: str, part: Part = "text") -> Span:
    start = text.index(words)
    return Span(document_id=DocumentId("d"), start=start, end=start + len(words), part=part)


def test_a_line_end_splits_and_a_line_without_a_stop_is_a_heading() -> None:
    found = cut(document("Shots at the river\nA patrol was fired on. It went back.\n"))
    assert [(each.text, each.headline) for each in found] == [
        ("Shots at the river", True),
        ("A patrol was fired on.", False),
        ("It went back.", False),
    ]


def test_hard_wrapped_text_is_joined_and_its_empty_lines_still_split() -> None:
    text = (
        "The patrol left the post in the early hours of the morning and\nwalked along the fence until it came to the bridge, where\n"
        "Major Han saw two men in the reeds. The men went back before\nanybody could speak with them, and no shot was fired by\n\n"
        "Another patrol found a trail of fresh steps on the next day\nand followed it as far as the old mill beside the railway.\n"
    )
    found = texts(text)
    assert found[0].replace("\n", " ").endswith("Major Han saw two men in the reeds.")
    assert len(found) == 3
    assert found[2].startswith("Another patrol")


def test_a_small_letter_goes_on_with_the_line_before() -> None:
    assert len(texts("The boat was seen near the island of\nbig stones at noon.")) == 1


def test_initials_end_a_sentence_only_before_a_word_that_begins_one() -> None:
    assert texts("An S.K. Pro analyst saw it. The R.O.K. Marines did too.") == [
        "An S.K. Pro analyst saw it.",
        "The R.O.K. Marines did too.",
    ]
    assert texts("He told the Daily S.K.. Nobody saw it.") == ["He told the Daily S.K..", "Nobody saw it."]
    assert texts("It was seen from the R.O.K. The patrol left.") == ["It was seen from the R.O.K.", "The patrol left."]


def test_a_dateline_is_left_out() -> None:
    assert texts("SEOUL, June 11, 2024 - A guard heard shots.") == ["A guard heard shots."]
    assert texts("WASHINGTON (AP) -- A guard heard shots.") == ["A guard heard shots."]
    assert texts("SEOUL, Korea (June 11, 2024) A guard heard shots.") == ["A guard heard shots."]
    assert texts("Joint Command 2024-06-S-007 SEOUL, Korea (June 11) – A guard heard shots.") == ["A guard heard shots."]
    assert texts("Seoul, South Korea — A guard heard shots.") == ["A guard heard shots."]


def test_a_name_before_a_dash_is_no_dateline() -> None:
    assert texts("Ahmed Karim - the driver - heard shots.") == ["Ahmed Karim - the driver - heard shots."]
    assert texts("A guard of Uiju, Korea (he is 30) heard shots.") == ["A guard of Uiju, Korea (he is 30) heard shots."]


def test_abbreviations_do_not_split() -> None:
    assert texts("Gen. Park met Lt. Col. Smith of the U.S. Army on Sept. 4. J. Doe came later.") == [
        "Gen. Park met Lt. Col. Smith of the U.S. Army on Sept. 4.",
        "J. Doe came later.",
    ]


def test_a_sentence_may_end_with_an_abbreviation() -> None:
    assert texts("The drone came from the U.S. The crew was safe.") == ["The drone came from the U.S.", "The crew was safe."]
    assert texts("It began at 4 a.m. The post was empty.") == ["It began at 4 a.m.", "The post was empty."]


def test_a_quotation_mark_after_the_stop_belongs_to_its_sentence() -> None:
    assert texts('"We saw nothing." He left. “They fired.” She stayed.') == [
        '"We saw nothing."',
        "He left.",
        "“They fired.”",
        "She stayed.",
    ]


def test_a_decimal_point_does_not_split() -> None:
    assert texts("It flew 2.5 kilometres. It fell.") == ["It flew 2.5 kilometres.", "It fell."]


def test_a_paragraph_of_200_000_words_is_cut_into_pieces_that_a_parser_can_bear() -> None:
    text = "word " * 200_000
    found = cut(document(text))
    assert max(len(each.text) for each in found) <= MAX_SENTENCE
    assert sum(len(each.text.split()) for each in found) == 200_000
    assert {word for each in found for word in each.text.split()} == {"word"}


def test_a_text_without_one_space_is_cut_too_and_nothing_is_lost() -> None:
    found = cut(document("x" * 50_001))
    assert max(len(each.text) for each in found) <= MAX_SENTENCE
    assert "".join(each.text for each in found) == "x" * 50_001


def test_furniture_and_relay_lines_are_left_out() -> None:
    text = "Share this page\nA guard was shot at the gate.\nSource: Example Agency\n"
    furniture = (span(text, "Share this page"),)
    relays = (Relay(name="Example Agency", span=span(text, "Source: Example Agency")),)
    assert [each.text for each in cut(document(text, None, furniture, relays))] == ["A guard was shot at the gate."]


def test_a_title_comes_first_unless_the_text_has_it_or_it_is_furniture() -> None:
    found = cut(document("A guard was shot.", title="  Shots at the gate "))
    assert [(each.text, each.part, each.headline) for each in found] == [
        ("Shots at the gate", "title", True),
        ("A guard was shot.", "text", False),
    ]
    again = cut(document("Shots at the gate\nA guard was shot.", title="Shots at the gate"))
    assert [each.part for each in again] == ["text", "text"]
    site = cut(
        document("A guard was shot.", title="Example News", furniture=(Span(document_id=DocumentId("d"), start=0, end=12, part="title"),))
    )
    assert [each.part for each in site] == ["text"]


def test_an_empty_text_has_no_sentences() -> None:
    assert texts("") == texts(" \n\n \t\n") == []


def test_the_mark_that_ends_a_dispatch_makes_no_heading_of_its_last_sentence() -> None:
    found = cut(document("The guards went back to their post.\nThey will pay a high price for this. -0-"))
    assert [each.headline for each in found] == [False, False]
