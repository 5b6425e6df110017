"""JSONL: the text exactly as given, and each broken line refused alone, by file and line."""

import json
from datetime import date

import pytest
from tests.unit.readers.helpers import document, line, line_refused

TEXT = "About 20 soldiers crossed the demarcation line and went back after warning shots, the staff in Seoul said."


def test_fields_are_taken_as_given() -> None:
    found = line(id="a-1", text=TEXT, title="Over the line", published="2024-06-18", url="https://m.example/1", language="en")
    assert (found.name, found.text, found.title, found.url, found.language) == ("a-1", TEXT, "Over the line", "https://m.example/1", "en")
    assert (found.published, found.published_basis) == (date(2024, 6, 18), "given")


def test_title_line_within_the_text_stays_in_both() -> None:
    found = line(id="a", text=f"Over the line\n{TEXT}", title="Over the line")
    assert found.title == "Over the line" and found.text.startswith("Over the line\n")


def test_title_that_is_furniture_is_kept_and_marked() -> None:
    found = line(id="a", text=f"Skip to content\n\n{TEXT}", title="Skip to content")
    assert found.title == "Skip to content"
    assert [(span.part, found.words(span)) for span in found.furniture] == [("title", "Skip to content"), ("text", "Skip to content")]


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("2024-06-18T23:30:00+09:00", date(2024, 6, 18)),
        ("2024-06-18 08:00", date(2024, 6, 18)),
        ("2024-06", None),
        ("2024-13-45", None),
        ("9999-12-31", None),
        ("2024-06-181", None),
        ("yesterday", None),
        (20240618, None),
        (["2024-06-18"], None),
    ],
)
def test_published_is_the_day_it_begins_with_or_none_with_a_note(written: object, read: date | None) -> None:
    found = line(id="a", text=TEXT, published=written)
    assert found.published == read
    assert bool(found.notes) == (read is None)


@pytest.mark.parametrize("nothing", [None, ""])
def test_published_left_open_is_no_fault(nothing: object) -> None:
    found = line(id="a", text=TEXT, published=nothing)
    assert (found.published, found.published_basis, found.notes) == (None, None, ())


def test_dateline_serves_where_no_date_is_given() -> None:
    found = line(id="a", text=f"SEOUL, June 18, 2024 - {TEXT}")
    assert (found.published, found.published_basis) == (date(2024, 6, 18), "dateline")


def test_id_may_be_a_number_or_missing() -> None:
    assert line(id=12, text=TEXT).name == "12"
    assert line(text=TEXT).name == "wire:7"


@pytest.mark.parametrize(
    "raw",
    [
        "{broken", "[]", "3", "null", '"text"', "{}", '{"id":"a"}', '{"id":"a","text":null}', '{"id":"a","text":5}', '{"id":[],"text":"x"}',
        '{"id":true,"text":"x"}', '{"id":"a","text":"x","title":{}}', '{"id":"a","text":"x","url":7}', '{"id":"a","text":"x","language":1}',
        '{"id":"a","text":" \\n "}', '{"id":"a","text":"a\\u0000b"}', '{"id":"a","text":"a\\ud800b"}', "[" * 100_000,
        '{"id":"a","text":"x","n":' + "9" * 5000 + "}",
    ],
)  # fmt: skip
def test_broken_line_is_refused_by_file_and_line_with_a_cure(raw: str) -> None:
    found = line_refused(raw)
    assert found.where == "wire.jsonl:7"
    assert found.why and found.cure and found.content_sha256


def test_bytes_that_are_no_utf_8_are_refused() -> None:
    assert "not JSON" in line_refused(b'{"id":"a","text":"caf\xe9"}').why


def test_byte_order_mark_before_the_first_line_does_not_hinder() -> None:
    raw = b"\xef\xbb\xbf" + json.dumps({"id": "a", "text": TEXT}).encode()
    assert document(raw, "application/jsonl").text == TEXT


def test_other_language_is_refused_with_its_code() -> None:
    # "North Korean soldiers crossed the military demarcation line, the Joint Chiefs of Staff said on Thursday."
    korean = "북한군 병사들이 군사분계선을 넘었다고 합동참모본부가 목요일 밝혔다. " * 4
    assert "'ko'" in line_refused(json.dumps({"id": "a", "text": korean})).why
    assert "'ko'" in line_refused(json.dumps({"id": "a", "text": korean, "language": "en"})).why
    assert "'ru'" in line_refused(json.dumps({"id": "a", "text": "x", "language": "ru"})).why
