"""What keeps a hostile page from holding up the rest: its size, tags and depth, counted before any parser sees it.

The parsers are quick on honest pages, and quadratic on a few that are easily made: 100,000 nested tags or
attributes take each of them half a minute. So both are found here in one pass, and refused or cut.
"""

import re
from dataclasses import dataclass

from truceline.errors import InputRefused

MAX_CHARACTERS = 10_000_000
MAX_TAGS = 200_000
MANY_TAGS = 20_000
"""Above it the careful extractor takes seconds, and the quick one is used alone."""
MAX_DEPTH = 250
LONG_TAG = 8_000
"""Characters: a longer tag (an inlined picture, a bomb of attributes) loses its attributes."""
_TAG = re.compile(r"<(?:(/?)([a-zA-Z][a-zA-Z0-9:-]*+)|!--)")
_RAW = frozenset({"script", "style", "textarea", "title", "noscript", "iframe", "xmp"})
_VOID = frozenset({"area", "base", "br", "col", "embed", "frame", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr"})
_CLOSES_ITSELF = (
    frozenset({"html", "head", "body", "p", "li", "dt", "dd", "option", "optgroup", "rt", "rp"})
    | frozenset({"tr", "td", "th", "tbody", "thead", "tfoot", "colgroup", "caption"})
)  # fmt: skip
"""Elements that may be left open in honest pages; each nests only through one that is counted."""
_CURE = "save the article's words as text, or the page without scripts"


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A page fit to be parsed, with how many tags it has."""

    html: str
    n_tags: int
    notes: tuple[str, ...] = ()


def guard(html: str, place: str) -> Page:
    """The page with over-long tags cut. Raises InputRefused where it is too large, or nests too deeply."""
    if len(html) > MAX_CHARACTERS:
        raise InputRefused(place, f"a page of {len(html):,} characters; the most is {MAX_CHARACTERS:,}", _CURE)
    kept: list[str] = []
    done = position = n_tags = depth = 0
    while found := _TAG.search(html, position):
        name = (found[2] or "").lower()
        position = _end_of(html, found, name)
        n_tags += 1
        depth = max(0, depth + _step(name, bool(found[1]), html[position - 2 : position]))
        if n_tags > MAX_TAGS or depth > MAX_DEPTH:
            what = f"more than {MAX_TAGS:,} tags" if n_tags > MAX_TAGS else f"tags nested deeper than {MAX_DEPTH}"
            raise InputRefused(place, f"a page with {what}", _CURE)
        if name and name not in _RAW and position - found.start() > LONG_TAG:
            kept += [html[done : found.end()], ">"]
            done = position
    kept.append(html[done:])
    return Page(html="".join(kept), n_tags=n_tags, notes=("over-long tags of the page were cut",) if done else ())


def _end_of(html: str, found: re.Match[str], name: str) -> int:
    """Where to look on: behind the tag, the comment, or the whole of a script."""
    if not name:
        end, width = html.find("-->", found.end()), 3
    else:
        end, width = html.find(">", found.end()), 1
        if end >= 0 and name in _RAW and not found[1]:
            closing = re.compile(f"</{name}", re.IGNORECASE).search(html, end)
            return closing.start() if closing else len(html)
    return end + width if end >= 0 else len(html)


def _step(name: str, closing: bool, tail: str) -> int:
    if not name or name in _VOID or name in _CLOSES_ITSELF or name in _RAW:
        return 0
    if closing:
        return -1
    return 0 if tail == "/>" else 1
