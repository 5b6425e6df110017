"""Short cuts of the readers' tests: bytes in, document or refusal out."""

import json

from truceline.model.document import Capture, Document, Refusal
from truceline.model.ids import CaptureId
from truceline.readers.read import read


def outcome(content: bytes, media_type: str = "text/plain", address: str = "folder/dispatch.txt", part: int = 0) -> Document | Refusal:
    (found,) = read(Capture(id=CaptureId("c"), address=address, media_type=media_type, content=content, part=part))
    return found


def document(content: bytes | str, media_type: str = "text/plain", **fields: object) -> Document:
    raw = content.encode() if isinstance(content, str) else content
    found = outcome(raw, media_type, **fields)  # type: ignore[arg-type]
    assert isinstance(found, Document), found
    return found


def refusal(content: bytes | str, media_type: str = "text/plain", **fields: object) -> Refusal:
    raw = content.encode() if isinstance(content, str) else content
    found = outcome(raw, media_type, **fields)  # type: ignore[arg-type]
    assert isinstance(found, Refusal), found
    assert found.where and found.why
    return found


def line(**fields: object) -> Document:
    return document(json.dumps(fields), "application/jsonl", address="wire.jsonl", part=7)


def line_refused(raw: str | bytes) -> Refusal:
    return refusal(raw, "application/jsonl", address="wire.jsonl", part=7)


def page(html: str | bytes) -> Document:
    return document(html, "text/html", address="saved/page.html")


def page_refused(html: str | bytes) -> Refusal:
    return refusal(html, "text/html", address="saved/page.html")
