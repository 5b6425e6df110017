"""Files, folders and the standard input: what is captured, what is refused by name."""

import hashlib
import io
import os
from datetime import UTC, datetime
from pathlib import Path

import pytest

from truceline.model.document import Capture, Refusal
from truceline.readers import capture as module
from truceline.readers.capture import capture, sniff

AT = datetime(2024, 6, 21, 9, tzinfo=UTC)


def test_text_file_is_captured_with_its_bytes_hash_and_time(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"Soldiers crossed.\r\n")
    (found,) = capture([path], captured_at=AT)
    assert isinstance(found, Capture)
    assert found.content == b"Soldiers crossed.\r\n"
    assert found.id == hashlib.sha256(found.content).hexdigest()
    assert (found.media_type, found.captured_at, found.part) == ("text/plain", AT, 0)


def test_jsonl_gives_one_capture_a_line_and_keeps_line_numbers_over_blank_lines(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_bytes(b'{"id":1}\n\n{"id":2}\r\n{"id":3}')
    found = list(capture([path]))
    assert [(each.part, each.content) for each in found if isinstance(each, Capture)] == [
        (1, b'{"id":1}'),
        (3, b'{"id":2}'),
        (4, b'{"id":3}'),
    ]


def test_folder_gives_its_documents_in_order_of_name_and_passes_over_hidden_ones(tmp_path: Path) -> None:
    for name in ("b.txt", "a.html", "c.jsonl", "notes.yaml", ".hidden.txt"):
        (tmp_path / name).write_text("{}")
    (tmp_path / "below").mkdir()
    (tmp_path / "below" / "d.htm").write_text("<p>x")
    assert [Path(each.address).name for each in capture([tmp_path]) if isinstance(each, Capture)] == ["a.html", "b.txt", "c.jsonl", "d.htm"]


def test_document_of_a_kind_not_read_yet_is_named_not_passed_over(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(b"%PDF-1.7")
    (tmp_path / "b.txt").write_text("words")
    refused, taken = capture([tmp_path])
    assert isinstance(refused, Refusal) and "a.pdf" in refused.where and ".pdf" in refused.why and refused.cure
    assert isinstance(taken, Capture)


def test_standard_input_is_told_by_how_it_begins() -> None:
    (line,) = capture(["-"], stdin=io.BytesIO(b'{"id": "a", "text": "b"}'))
    (page,) = capture(["-"], stdin=io.BytesIO(b"\n <!DOCTYPE html><p>x"))
    (text,) = capture(["-"], stdin=io.BytesIO("\ufeffSoldiers crossed.".encode()))
    assert [each.media_type for each in (line, page, text) if isinstance(each, Capture)] == ["application/jsonl", "text/html", "text/plain"]
    assert sniff(b"[1]") == "text/plain"


@pytest.mark.parametrize("content", [b"", b" \n\t\r\n"])
@pytest.mark.parametrize("name", ["a.txt", "a.html", "a.jsonl"])
def test_empty_file_is_refused(tmp_path: Path, name: str, content: bytes) -> None:
    (tmp_path / name).write_bytes(content)
    (found,) = capture([tmp_path / name])
    assert isinstance(found, Refusal) and found.where.endswith(name) and "empty" in found.why


def test_missing_file_special_file_and_empty_folder_are_refused_and_the_rest_goes_on(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    (tmp_path / "empty").mkdir()
    (tmp_path / "ok.txt").write_text("words")
    found = list(capture([tmp_path / "none.txt", tmp_path / "pipe.txt", tmp_path / "empty", "nul\x00.txt", tmp_path / "ok.txt"]))
    assert [type(each) for each in found] == [Refusal, Refusal, Refusal, Refusal, Capture]
    assert all(each.where and each.why and each.cure for each in found if isinstance(each, Refusal))


def test_file_over_the_limit_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MAX_FILE", 5000)
    (tmp_path / "a.txt").write_bytes(b"x" * 5000)
    (tmp_path / "b.txt").write_bytes(b"x" * 5001)
    taken, refused = capture([tmp_path])
    assert isinstance(taken, Capture) and isinstance(refused, Refusal) and "larger" in refused.why


def test_line_over_the_limit_is_refused_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MAX_LINE", 2_500_000)
    path = tmp_path / "a.jsonl"
    path.write_bytes(b'{"id":1}\n' + b"x" * 5_000_000 + b'\n{"id":3}\n' + b"y" * 4_000_000)
    found = list(capture([path]))
    assert [getattr(each, "part", None) or getattr(each, "where", "")[-2:] for each in found] == [1, ":2", 3, ":4"]


def test_fifty_megabytes_of_one_line_are_refused_as_one_file_and_one_line(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"word " * 10_000_001)
    (tmp_path / "b.jsonl").write_bytes(b'{"id":"a","text":"' + b"word " * 10_000_000 + b'"}\n{"id":"b","text":"c"}\n')
    text, line, rest = capture([tmp_path])
    assert isinstance(text, Refusal) and "50 MB" in text.why
    assert isinstance(line, Refusal) and line.where.endswith("b.jsonl:1")
    assert isinstance(rest, Capture) and rest.part == 2


@pytest.mark.parametrize("content", ['{"id":"a"}'.encode("utf-16"), b"\x89PNG\x00\x00\n\x00\n"])
def test_jsonl_that_is_no_text_is_refused_once_not_by_line(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "a.jsonl").write_bytes(content * 50)
    (found,) = capture([tmp_path / "a.jsonl"])
    assert isinstance(found, Refusal) and "UTF-8" in found.cure
