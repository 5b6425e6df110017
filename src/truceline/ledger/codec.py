"""Records to rows: one canonical JSON for all that is stored or hashed, and how a document is told from its printings."""

from dataclasses import fields
from typing import Any, TypeVar

import msgspec

from truceline.model.document import Document
from truceline.model.ids import fingerprint

T = TypeVar("T")


def written(record: object) -> str:
    """A record as canonical JSON: the same record gives the same text on any machine."""
    return msgspec.json.encode(record, order="deterministic").decode("utf-8")


def reread(text: str | bytes, shape: type[T]) -> T:
    """The record that was written. Raises msgspec.ValidationError where the row does not hold one."""
    decoder = _decoders.get(shape)
    if decoder is None:
        decoder = _decoders[shape] = msgspec.json.Decoder(shape)
    found: T = decoder.decode(text)
    return found


_decoders: dict[Any, msgspec.json.Decoder[Any]] = {}
"""A decoder a shape: making one is dear, a ledger reads many rows of few shapes."""


def form_of(document: Document) -> str:
    """Fingerprint of all that was read from a page: more than its id covers, less than how it came in.

    Two pages can print one text (one id) with different marks around it (publisher, relay lines). Both forms are
    kept, and the least one stands for the document: so the order of arrival decides nothing. Fields at their default
    are left out, so that a field that a later version adds does not make a known document a new one.
    """
    told = {each.name: value for each in fields(document) if (value := getattr(document, each.name)) != each.default}
    return fingerprint("form", written({name: value for name, value in told.items() if name not in ("name", "capture_id")}))
