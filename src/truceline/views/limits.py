"""What a brief rests on and what it leaves out: the documents read, who is heard in them, what was refused."""

from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import urlsplit

from truceline.model.document import Document
from truceline.model.ledger_view import LedgerView
from truceline.views.card_records import Desk
from truceline.views.values import day_in_words, publisher_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """One document in the list of sources; its link only where it is a web address."""

    id: str
    title: str
    publisher: str
    published: str
    link: str
    address: str
    language: str
    captured: str
    capture_sha256: str


def coverage(desk: Desk) -> Iterable[tuple[str, int, int]]:
    """How many reports and documents each party's bodies speak in: who is heard, and who is not."""
    heard: dict[str, tuple[set[str], set[str]]] = {}
    for report in desk.view.reports.values():
        for each in report.attributions:
            speaker = each.speaker.value
            name = desk.names.get(speaker.party, speaker.party) if speaker.party else "outlets and others"
            reports, documents = heard.setdefault(name, (set(), set()))
            reports.add(report.id)
            documents.add(report.document_id)
    for name in sorted(heard, key=lambda each: (-len(heard[each][0]), each)):
        yield name, len(heard[name][0]), len(heard[name][1])


def without_home(where: str) -> str:
    """An input as it was named, without the folders above it: a brief is handed on, and folders name people."""
    absolute = where.startswith(("/", "~", "\\")) or where[1:3] in (":\\", ":/")
    return where.replace("\\", "/").rstrip("/").rpartition("/")[2] if absolute else where


def shown(document: Document, view: LedgerView) -> Shown:
    """A document as the list of sources prints it."""
    fetches = view.fetches.get(document.id, ())
    captured = sorted(each.captured_at for each in fetches if each.captured_at)
    link = document.url if document.url and urlsplit(document.url).scheme in ("http", "https") else ""
    return Shown(
        id=document.id,
        title=document.title or document.name,
        publisher=publisher_of(document) or "publisher not told",
        published=(day_in_words(document.published.isoformat()) if document.published else "date not told"),
        link=link,
        address=document.url or "",
        language=document.language or "",
        captured=captured[0].strftime("%Y-%m-%d %H:%M UTC") if captured else "",
        capture_sha256=document.capture_id,
    )
