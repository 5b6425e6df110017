"""What every reader of the table must do, whatever the kind of file."""

import json

import pytest

from truceline.model.document import Capture, Document, Refusal
from truceline.model.ids import CaptureId, document_id
from truceline.readers.read import READERS, read

WORDS = "About 20 soldiers crossed the demarcation line and went back after warning shots, the staff in Seoul said on Tuesday. " * 3
GOOD = {
    "text/plain": f"Over the line\n\n{WORDS}\nSHARE\n".encode(),
    "text/html": f"<html><body><article><h1>Over the line</h1><p>{WORDS}</p><p>SHARE</p></article></body></html>".encode(),
    "text/x-observation": f"Observation\nKnown: saw\nText:\nOver the line\n\n{WORDS}\nSHARE\n".encode(),
    "text/csv": f'means,text\nsaw,"Over the line\n\n{WORDS}\nSHARE"\n'.encode(),
    "application/jsonl": json.dumps({"id": "dispatch", "text": f"Over the line\n\n{WORDS}\nSHARE\n"}).encode(),
}
EMPTY = {
    "text/plain": b" \n", "text/html": b"<html></html>", "text/csv": b"\n", "text/x-observation": b"\n",
    "application/jsonl": b'{"id":"a","text":" "}',
}  # fmt: skip
KINDS = sorted(READERS)


def one(media_type: str, content: bytes, address: str = "dispatch.x") -> Document | Refusal:
    (found,) = read(Capture(id=CaptureId("c"), address=address, media_type=media_type, content=content, part=2))
    return found


def test_every_reader_has_its_cases_here() -> None:
    assert KINDS == sorted(GOOD) == sorted(EMPTY)


@pytest.mark.parametrize("kind", KINDS)
def test_reads_its_words_and_names_its_capture(kind: str) -> None:
    found = one(kind, GOOD[kind])
    assert isinstance(found, Document)
    assert WORDS.strip() in found.text and found.name.startswith("dispatch") and found.capture_id == "c" and found.language == "en"


@pytest.mark.parametrize("kind", KINDS)
def test_id_comes_from_content_not_from_the_file(kind: str) -> None:
    found, elsewhere = one(kind, GOOD[kind]), one(kind, GOOD[kind], address="another/place.y")
    assert isinstance(found, Document) and isinstance(elsewhere, Document)
    assert found.id == elsewhere.id
    published = found.published.isoformat() if found.published else None
    assert found.id == document_id(found.text, found.title, published, found.url)


@pytest.mark.parametrize("kind", KINDS)
def test_unknown_stays_unknown(kind: str) -> None:
    found = one(kind, GOOD[kind])
    assert isinstance(found, Document)
    assert (found.published, found.published_basis, found.url, found.publisher, found.relays) == (None, None, None, None, ())


@pytest.mark.parametrize("kind", KINDS)
def test_empty_is_refused_by_place_reason_and_cure(kind: str) -> None:
    found = one(kind, EMPTY[kind])
    assert isinstance(found, Refusal)
    assert found.where == "dispatch.x:2" and "empty" in found.why and found.cure and found.content_sha256 == "c"
