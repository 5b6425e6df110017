"""Site furniture and relay lines: words on a page that are not the article's own, and lines that say whence it was taken."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import msgspec

from truceline.errors import PackError
from truceline.model.document import Relay
from truceline.model.ids import DocumentId
from truceline.model.text import Span
from truceline.packs.strict_yaml import load

BUILT_IN = Path(__file__).parent.parent / "data" / "lexicon"
LONGEST = 300
"""Characters: a longer line is a paragraph, never furniture; this also bounds the work a pattern can do."""
HEAD_LINES = 8
_CLOSING = " \t\r:.…»›>|!-–—"


class _Pattern(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    pattern: str
    why: str


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    reference: str
    lines: tuple[str, ...]
    patterns: tuple[_Pattern, ...] = ()
    heads: tuple[_Pattern, ...] = ()
    tails: tuple[_Pattern, ...] = ()
    relays: tuple[_Pattern, ...] = ()
    headers: dict[str, tuple[str, ...]] = {}
    months: dict[str, int] = {}


@dataclass(frozen=True, slots=True, kw_only=True)
class Furniture:
    """The furniture of all languages we read, ready to compare with.

    ``anywhere`` matches any whole line that is furniture wherever it stands, ``at_head`` among the first lines too; ``headers`` maps a
    label ("published on") to its field ("published"); ``months`` a month's name to its number.
    """

    languages: frozenset[str]
    lines: frozenset[str]
    anywhere: re.Pattern[str]
    at_head: re.Pattern[str]
    tails: tuple[re.Pattern[str], ...]
    relays: tuple[re.Pattern[str], ...]
    headers: dict[str, str]
    months: dict[str, int]


@cache
def built_in() -> Furniture:
    """The furniture that ships with Truceline."""
    return load_furniture(BUILT_IN)


def load_furniture(folder: Path) -> Furniture:
    """Reads ``<language>/furniture.yaml`` of every language in a lexicon folder. Raises PackError."""
    paths = sorted(folder.glob("*/furniture.yaml"))
    files = [load(path, _File) for path in paths]
    anywhere = _compiled(paths, [file.patterns for file in files])
    return Furniture(
        languages=frozenset(path.parent.name for path in paths),
        lines=frozenset(_plain(line) for file in files for line in file.lines),
        anywhere=_any_of(anywhere),
        at_head=_any_of(anywhere + _compiled(paths, [file.heads for file in files])),
        tails=_compiled(paths, [tuple(_Pattern(f"(?:{tail.pattern})\\s*$", tail.why) for tail in file.tails) for file in files]),
        relays=_compiled(paths, [file.relays for file in files], group="name"),
        headers={label: field for file in files for field, labels in file.headers.items() for label in labels},
        months={name: number for file in files for name, number in file.months.items()},
    )


def _compiled(paths: list[Path], groups: list[tuple[_Pattern, ...]], group: str | None = None) -> tuple[re.Pattern[str], ...]:
    found = []
    for path, patterns in zip(paths, groups, strict=True):
        for entry in patterns:
            try:
                compiled = re.compile(entry.pattern)
            except re.error as error:
                raise PackError(str(path), [f"the pattern {entry.pattern!r} is no regular expression: {error}"]) from error
            if not group and (compiled.groups or compiled.flags != re.UNICODE):  # patterns are tried as one, in which these would mix
                raise PackError(str(path), [f"the pattern {entry.pattern!r} may keep no group and set no flag: write (?:...) and [Aa]"])
            if group and group not in compiled.groupindex:
                raise PackError(str(path), [f"the pattern {entry.pattern!r} needs a group (?P<{group}>...)"])
            found.append(compiled)
    return tuple(found)


def _any_of(patterns: tuple[re.Pattern[str], ...]) -> re.Pattern[str]:
    """One pattern that matches what any of some does, in one pass."""
    return re.compile("|".join(f"(?:{pattern.pattern})" for pattern in patterns) or r"(?!)")


def mark(text: str, title: str | None, document_id: DocumentId, furniture: Furniture) -> tuple[tuple[Span, ...], tuple[Relay, ...]]:
    """Where a text's furniture stands (in order), and its relay lines, which are furniture too."""
    spans: list[Span] = []
    relays: list[Relay] = []
    if title and title.strip() and is_furniture(title.strip(), furniture):
        spans.append(Span(document_id=document_id, start=0, end=len(title), part="title"))
    labels = {line.start: line for line in header_lines(text, furniture)}
    for number, (start, line) in enumerate(lines_of(text)):
        end = start + len(line)
        if start in labels:
            spans.append(Span(document_id=document_id, start=start, end=labels[start].cut))
        elif name := _relay(line, furniture):
            span = Span(document_id=document_id, start=start, end=end)
            relays.append(Relay(name=name, span=span))
            spans.append(_whole_line(text, span))
        elif is_furniture(line, furniture, head=number < HEAD_LINES):
            spans.append(_whole_line(text, Span(document_id=document_id, start=start, end=end)))
        elif tail := _tail(line, furniture):
            spans.append(Span(document_id=document_id, start=start + tail, end=end))
    return tuple(spans), tuple(relays)


def _whole_line(text: str, span: Span) -> Span:
    """The span with the blanks around it up to the line's ends, so that nothing of the line is left over."""
    stop = text.find("\n", span.end)
    return Span(document_id=span.document_id, start=text.rfind("\n", 0, span.start) + 1, end=stop if stop >= 0 else len(text))


def lines_of(text: str) -> Iterator[tuple[int, str]]:
    """Each line that has words, stripped of outer blanks, with the offset where it starts."""
    start = 0
    for raw in text.split("\n"):
        line = raw.strip()
        if line:
            yield start + raw.index(line[0]), line
        start += len(raw) + 1


def is_furniture(line: str, furniture: Furniture, *, head: bool = False) -> bool:
    """Is this whole line a button, a credit, a teaser? ``head``: it stands among the first lines, where a byline may."""
    if len(line) > LONGEST:
        return False
    pattern = furniture.at_head if head else furniture.anywhere
    return bool(pattern.fullmatch(line)) or _plain(line) in furniture.lines


def _relay(line: str, furniture: Furniture) -> str | None:
    if len(line) > LONGEST:
        return None
    found = next(filter(None, (pattern.fullmatch(line) for pattern in furniture.relays)), None)
    return _name(found["name"].strip()) if found else None


def _name(words: str) -> str:
    """A name without the stop of its sentence, but with its own ("NATO." but "U.N.")."""
    return words[:-1] if words.endswith(".") and words.count(".") == 1 else words


def _tail(line: str, furniture: Furniture) -> int | None:
    """Offset in the line where a credit that ran into a caption begins."""
    first = max(0, len(line) - LONGEST)
    found = next(filter(None, (pattern.search(line, first) for pattern in furniture.tails)), None)
    return found.start() if found and found.start() > 0 else None


def _plain(line: str) -> str:
    folded = " ".join(line.casefold().split())
    return folded.strip(_CLOSING) or folded


@dataclass(frozen=True, slots=True, kw_only=True)
class HeaderLine:
    """One labelled line at the head of a plain text: its field, its value, where it starts, where its furniture ends."""

    field: str
    value: str
    start: int
    cut: int


def header_lines(text: str, furniture: Furniture) -> tuple[HeaderLine, ...]:
    """The labelled lines before a text's own words ("Published: 2024-06-18"); () if there are none.

    A lone "Source: ..." is not a header but a relay line. Of a title line only the label is
    furniture: the title's words are the document's own.
    """
    found: list[HeaderLine] = []
    for start, line in lines_of(text[: 12 * LONGEST]):
        label, colon, value = line.partition(":")
        field = furniture.headers.get(" ".join(label.casefold().split()))
        if not (colon and field and value.strip()) or len(line) > LONGEST:
            break
        value = value.strip()
        end = start + len(line)
        found.append(HeaderLine(field=field, value=value, start=start, cut=end - len(value) if field == "title" else end))
    return () if {line.field for line in found} <= {"source"} else tuple(found)
