"""Plain text: decoded and kept as it is, with header block, headline and dateline read from it."""

from datetime import date

import pytest
from tests.unit.readers.helpers import document, refusal

BODY = "About 20 soldiers crossed the demarcation line and went back after warning shots, the staff in Seoul said on Tuesday."


def test_text_is_kept_to_the_character_line_ends_and_blanks_included() -> None:
    text = "  A headline \r\n\r\n" + BODY + "\t\n\n"
    assert document(text).text == text


def test_same_words_have_the_same_id_in_any_file() -> None:
    assert document(BODY, address="a.txt").id == document(BODY, address="b/c.txt").id
    assert document(BODY, address="b/c.txt").name == "c"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_marked_encodings_are_read_without_a_note(encoding: str) -> None:
    found = document(("“Warning shots” – " + BODY).encode(encoding))
    assert found.text == "“Warning shots” – " + BODY
    assert found.notes == ()


def test_unmarked_western_text_is_read_with_a_note_on_the_guess() -> None:
    found = document(("“Warning shots” – " + BODY).encode("windows-1252"))
    assert found.text == "“Warning shots” – " + BODY
    assert found.notes and found.notes[0].startswith("encoding guessed: ")


def test_broken_utf_16_is_refused() -> None:
    assert "utf-16" in refusal(b"\xff\xfea\x00b").why


BINARY = [b"%PDF-1.4 words", b"PK\x03\x04words", b"\x1f\x8bwords", b"\x89PNG", b"words\x00words", bytes(range(32)) * 9]


@pytest.mark.parametrize("content", BINARY)
def test_binary_is_refused_by_kind_with_a_cure(content: bytes) -> None:
    found = refusal(content)
    assert "not text" in found.why and found.cure and found.where == "folder/dispatch.txt"


def test_control_characters_and_terminal_codes_do_not_hinder() -> None:
    assert document("\x1b[31m" + BODY + "\x07\x85\u200f").language == "en"


def test_header_block_is_metadata_and_furniture_but_stays_in_the_text() -> None:
    text = f"Title: Soldiers over the line\nPublished: 2024-06-18\nSource: Meridian Wire\nURL: https://m.example/1\n\n{BODY}\n"
    found = document(text)
    assert found.text == text
    assert (found.title, found.published, found.published_basis) == ("Soldiers over the line", date(2024, 6, 18), "header")
    assert (found.publisher, found.url) == ("Meridian Wire", "https://m.example/1")
    assert found.relays == ()
    marked = [found.words(span) for span in found.furniture]
    assert marked == ["Title: ", "Published: 2024-06-18", "Source: Meridian Wire", "URL: https://m.example/1"]


def test_labelled_line_within_the_story_is_no_header() -> None:
    found = document(f"{BODY}\nPublished: 2024-06-18\n")
    assert found.published is None


def test_dateline_gives_the_date_and_says_so() -> None:
    found = document(f"Soldiers over the line\n\nSEOUL, June 18, 2024 - {BODY}")
    assert (found.published, found.published_basis) == (date(2024, 6, 18), "dateline")


def test_text_without_a_date_has_none_even_if_its_story_names_days() -> None:
    found = document(f"Soldiers over the line\n\nOn June 9, 2024, {BODY}")
    assert (found.published, found.published_basis) == (None, None)


def test_headline_is_the_first_line_that_stands_as_one() -> None:
    assert document(f"Skip to content\nSoldiers over the line\n\n{BODY}").title == "Soldiers over the line"
    assert document(BODY).title is None
    assert document(f"{BODY}\n{BODY}").title is None


def test_text_of_more_than_a_book_is_refused() -> None:
    assert "1,000,000" in refusal("soldiers crossed " * 60_000).why
