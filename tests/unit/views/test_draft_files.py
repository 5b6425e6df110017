"""What a document says can mark nothing up in a note, nor break its file."""

import io
import re

import docx as word

from truceline.views.draft_files import docx, markdown
from truceline.views.draft_records import Cited, Line, Note, NoteKind, Part, blank

HOSTILE = "<script>alert(1)</script> **bold** [a](http://x.example) # head \x00\x1b[2J ￾"


def note() -> Note:
    line = Line(text=f"It is told: {HOSTILE}, at {blank('hour')}.", quotes=(1,), unreviewed=True)
    source = Cited(number=1, words=HOSTILE, where=f"a page ({HOSTILE})")
    return Note(
        kind=NoteKind.FINDING, title=HOSTILE, head=(("From", blank("sender")),), parts=(Part(heading="What is told", lines=(line,)),),
        sources=(source,), status="s", watermark="DRAFT",
    )  # fmt: skip


def test_words_of_a_document_mark_up_nothing() -> None:
    text = markdown(note())
    assert "<script>" not in text
    assert "\\*\\*bold\\*\\*" in text
    assert "\x1b" not in text
    assert re.search(r"(?<!\\)\]\(", text) is None


def test_a_word_file_bears_any_words_and_marks_the_blanks() -> None:
    found = word.Document(io.BytesIO(docx(note())))
    marked = [run.text for each in found.paragraphs for run in each.runs if run.font.highlight_color is not None]
    assert marked == ["[____ sender]", "[____ hour]"]
    assert any("<script>alert(1)</script>" in each.text for each in found.paragraphs)


def test_blanks_are_counted_in_order() -> None:
    assert note().blanks == ("[____ sender]", "[____ hour]")
