"""Small texts read by the whole reading: what a test of when and where looks at."""

from datetime import date
from functools import cache

from truceline.language.annotate import annotate
from truceline.model.document import Document
from truceline.model.ids import document_id
from truceline.model.report import Claim
from truceline.packs.pack import Pack, load_pack
from truceline.reports.extract import extract

PUBLISHED = date(2031, 3, 13)  # a Thursday


@cache
def pack() -> Pack:
    """The shipped pack, loaded once."""
    return load_pack()


def claims(text: str, kind: str, *, title: str | None = None, published: date | None = PUBLISHED) -> list[Claim]:
    """The claims of one kind that a text makes."""
    document = Document(
        id=document_id(text, title, published.isoformat() if published else None, None),
        name="small", text=text, capture_id="x", title=title, published=published, language="en",
    )  # fmt: skip
    return [r.claim for r in extract(annotate(document, pack()), pack()).reports if r.claim.kind.value == kind]


def claim(text: str, kind: str, *, title: str | None = None, published: date | None = PUBLISHED) -> Claim:
    """The only claim of a kind that a text makes."""
    found = claims(text, kind, title=title, published=published)
    assert len(found) == 1, found
    return found[0]
