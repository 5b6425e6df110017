"""The sentence around words: whole where it is short, cut where it is long, the words always in it."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from truceline.model.document import Document
from truceline.model.ids import CaptureId, DocumentId
from truceline.model.text import Span
from truceline.views.quotes import LONGEST, QuoteBook, sentence_span


def a_document(text: str) -> Document:
    return Document(id=DocumentId("d"), name="d", text=text, capture_id=CaptureId("c"), published=date(2024, 6, 9))


def around(text: str, words: str) -> str:
    document = a_document(text)
    start = text.index(words)
    return document.words(sentence_span(document, Span(document_id=document.id, start=start, end=start + len(words))))


def test_a_sentence_ends_at_its_stop_and_not_at_an_abbreviation() -> None:
    text = "Nothing on Monday. Gen. Kim of the U.S. side said 3.5 km at 11 a.m. on Tuesday. It rained."
    assert around(text, "3.5 km") == "Gen. Kim of the U.S. side said 3.5 km at 11 a.m. on Tuesday."


def test_a_line_end_ends_a_sentence() -> None:
    assert around("Soldiers cross line\nTwo soldiers crossed.", "Soldiers cross") == "Soldiers cross line"


def test_a_closing_quotation_mark_belongs_to_its_sentence() -> None:
    assert around('He said: "They crossed." She left.', "They") == 'He said: "They crossed."'


def test_the_same_sentence_keeps_its_number_and_gathers_its_marks() -> None:
    document = a_document("Two soldiers crossed. One came back.")
    book = QuoteBook({document.id: document})
    first = book.number(Span(document_id=document.id, start=0, end=3))
    again = book.number(Span(document_id=document.id, start=13, end=20))
    other = book.number(Span(document_id=document.id, start=22, end=25))
    assert (first, again, other) == (1, 1, 2)
    assert book.sentence(1).pieces == (("Two", True), (" soldiers ", False), ("crossed", True), (".", False))


def test_a_document_that_is_not_in_the_view_gives_no_number() -> None:
    assert QuoteBook({}).number(Span(document_id=DocumentId("gone"), start=0, end=1)) is None


@given(st.text(alphabet=st.sampled_from('ab .\n"?!。…é😀'), min_size=1, max_size=900), st.data())
def test_a_quote_holds_its_words_or_their_beginning_and_is_never_long(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    document = a_document(text)
    span = Span(document_id=document.id, start=start, end=end)
    sentence = sentence_span(document, span)
    assert sentence.start <= start < sentence.end <= len(text)
    assert sentence.end - sentence.start <= LONGEST
    assert sentence.end >= min(end, start + LONGEST)
    book = QuoteBook({document.id: document})
    number = book.number(span)
    assert number == 1
    assert "".join(piece for piece, _ in book.sentence(1).pieces) == document.words(sentence)
