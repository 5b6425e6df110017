"""A web page to a document: the article's own text, its title, date, publisher and address."""

import codecs
import logging
import re
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

import trafilatura
from htmldate import find_date
from resiliparse.extract.html2text import extract_plain_text
from selectolax.lexbor import LexborHTMLParser

from truceline.model.document import Capture, Document
from truceline.readers.base import Printed, to_document, where
from truceline.readers.dates import dateline_date, page_date
from truceline.readers.furniture import Furniture
from truceline.readers.html_guard import MANY_TAGS, Page, guard
from truceline.readers.plain import decode, refuse_binary

# Both speak of every odd page on stderr; what matters of it is in our refusals and notes.
for _library in ("trafilatura", "htmldate"):
    logging.getLogger(_library).setLevel(logging.CRITICAL)

_CHARSET = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?\s*([A-Za-z0-9_:.-]{2,40})", re.IGNORECASE)
_NOT_ASCII_LIKE = {"utf-16", "utf-16-le", "utf-16-be", "utf-32"}
_SITE = re.compile(r"\s+[|–—-]\s+[^|–—]{2,60}$")
FEWEST = 200
"""Characters: a shorter article is looked for again with the other extractor."""


def read_html(capture: Capture, furniture: Furniture) -> Document:
    """A page as one document. Raises InputRefused for a bomb, a binary, or a page without an article."""
    html, notes = page_text(capture.content, where(capture))
    page = guard(html, where(capture))
    tree = LexborHTMLParser(page.html)
    text = _writable(article(page))
    published, basis = _published(tree, page, text, capture, furniture)
    printed = Printed(
        text=text,
        name=Path(capture.address).stem or capture.address,
        title=_title(tree),
        published=published,
        published_basis=basis,
        url=_link(tree),
        publisher=_meta(tree, "og:site_name"),
        language=_language(tree),
        notes=notes + page.notes,
    )
    return to_document(printed, capture, furniture)


def page_text(content: bytes, place: str) -> tuple[str, tuple[str, ...]]:
    """Bytes of a page to text: by its mark, by what it declares, else as any text. Raises InputRefused."""
    declared = _CHARSET.search(content[:4096])
    if declared and not content.startswith((codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        refuse_binary(content, place)
        try:
            name = codecs.lookup(declared[1].decode("ascii")).name
            if name not in _NOT_ASCII_LIKE:
                return content.decode("windows-1252" if name == "iso8859-1" else name), ()
        except (LookupError, UnicodeDecodeError):
            pass  # declared wrongly, as many pages do: looked at as any other text below
    return decode(content, place)


def article(page: Page) -> str:
    """The article's words: trafilatura's, or on a page too large for it, or where it finds little, resiliparse's."""
    careful = (
        "" if page.n_tags > MANY_TAGS else trafilatura.extract(page.html, fast=True, include_comments=False, include_tables=False) or ""
    )
    if len(careful) >= FEWEST:
        return careful
    quick = extract_plain_text(page.html, main_content=True, alt_texts=False, links=False, form_fields=False, noscript=False)
    return careful if careful.strip() and len(quick) < 2 * len(careful) else quick.strip()


def _writable(text: str) -> str:
    """The extracted text without halves of characters and NULs, which no database keeps; done before it has an id."""
    return text.encode("utf-8", "replace").decode("utf-8").replace("\x00", "")


def _published(tree: LexborHTMLParser, page: Page, text: str, capture: Capture, furniture: Furniture) -> tuple[date | None, str | None]:
    """What the page declares, else its dateline, else what its markup lets guess, marked as a guess."""
    if declared := page_date(tree):
        return declared
    if found := dateline_date(text, furniture):
        return found, "dateline"
    if page.n_tags > MANY_TAGS:
        return None, None
    latest = capture.captured_at or datetime(2100, 1, 1, tzinfo=UTC)  # else the library asks the clock
    guessed = find_date(
        page.html, extensive_search=False, original_date=True, max_date=datetime.combine(latest.date() + timedelta(days=1), time())
    )
    return (date.fromisoformat(guessed), "guessed") if guessed else (None, None)


def _title(tree: LexborHTMLParser) -> str | None:
    """og:title, else the only <h1>, else <title> without the site's name."""
    if declared := _meta(tree, "og:title"):
        return declared
    heads = [words for node in tree.css("h1") if (words := _words(node.text(deep=True)))]
    if len(heads) == 1:
        return heads[0]
    node = tree.css_first("head > title")
    words = _words(node.text(deep=True)) if node else None
    return (_SITE.sub("", words) or words) if words else None


def _meta(tree: LexborHTMLParser, name: str) -> str | None:
    node = tree.css_first(f'meta[property="{name}"], meta[name="{name}"]')
    return _words(node.attributes.get("content")) if node else None


def _link(tree: LexborHTMLParser) -> str | None:
    node = tree.css_first('link[rel="canonical"]')
    found = (_words(node.attributes.get("href")) if node else None) or _meta(tree, "og:url")
    return found if found and found.startswith(("http://", "https://")) and len(found) <= 2000 else None


def _language(tree: LexborHTMLParser) -> str | None:
    node = tree.css_first("html[lang]")
    return _words(node.attributes.get("lang")) if node else None


def _words(written: str | None) -> str | None:
    return _writable(" ".join(written.split()))[:1000] or None if written else None
