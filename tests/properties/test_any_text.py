"""Any text whatever is read without a crash, and every value has its words in it."""

from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.fakes.small_texts import PUBLISHED, pack

from truceline.language.annotate import annotate
from truceline.model.document import Document
from truceline.model.ids import CaptureId, document_id
from truceline.model.report import Extraction
from truceline.reports.explain import explain
from truceline.reports.extract import extract

WORDS = (
    "North Korean", "South Korea", "soldiers", "crossed", "the", "Military Demarcation Line", "fired", "shells", "at", "a", "post",
    "on", "Tuesday", "killed", "12", "said", "Seoul", "denied", "that", "and", ",", ".", "\n", "!", "?", '"', "(", "|", "--",
    "of", "by", "not", "were", "was", "Joint Chiefs of Staff", "at least", "five", "dozens", "troops", "mine", "exploded", "\t", "—", "",
    "http://a.b/c", "북한군", "был", "ĂŠ", "â€™", "\u200b", "\ufeff", "\u202e", "\x00", "𝔊", "🚀", "Ａ", "'s", "’s", "KCNA", "$5", "1,000",
    "10:30 a.m.", "2031-03-11", "-", "...", "[Insert Date Here]",
)  # fmt: skip


def sound(text: str, found: Extraction) -> None:
    """Every value has its words in the text, and says nothing that is not in it."""
    for report in found.reports:
        for name, slot in report.slots():
            for span in slot.evidence:
                assert span.part != "text" or text[span.start : span.end], name
        assert text[report.quote.start : report.quote.end]


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.sampled_from(WORDS), max_size=60).map(" ".join))
def test_any_jumble_of_words_is_read_without_a_crash_and_every_value_has_its_words(text: str) -> None:
    sound(text, read(text))


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.text(max_size=400))
def test_any_letters_are_read_without_a_crash(text: str) -> None:
    sound(text, read(text))


@pytest.mark.long
@settings(max_examples=3000, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.sampled_from(WORDS), max_size=200).map(" ".join))
def test_thousands_of_jumbles_are_read_without_a_crash(text: str) -> None:
    sound(text, read(text))


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.sampled_from(WORDS), max_size=30).map(" ".join))
def test_any_jumble_can_be_explained(text: str) -> None:
    document = document_of(text)
    assert explain(annotate(document, pack()), pack()).extraction == read(text)


def read(text: str) -> Extraction:
    return extract(annotate(document_of(text), pack()), pack())


def document_of(text: str, published: date | None = PUBLISHED) -> Document:
    return Document(
        id=document_id(text, None, None, None), name="bad", text=text, capture_id=CaptureId("x"), published=published, language="en"
    )
