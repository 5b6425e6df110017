"""The sentences that values were read from, numbered once for a page, so that each value is one step from its words."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from truceline.model.document import Document
from truceline.model.ids import DocumentId, fingerprint
from truceline.model.text import Span

# A sentence is shown, never more: long ones are cut around the words that carry the value (short quotes, responsible-use R9).
LONGEST = 320
ENDS = ".!?。！？…\n"
CLOSERS = "\"'”’»)]"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """One sentence of one document, with the parts of it that carried a value.

    ``start`` and ``end`` are offsets into the document's text (or title); ``marks`` are offsets
    into ``words``. ``cut_before`` and ``cut_after`` tell that the sentence goes on.
    """

    span: Span
    words: str
    marks: tuple[tuple[int, int], ...]
    cut_before: bool
    cut_after: bool

    @property
    def pieces(self) -> tuple[tuple[str, bool], ...]:
        """The words cut at the marks: (piece, does it carry a value)."""
        found: list[tuple[str, bool]] = []
        at = 0
        for start, end in self.marks:
            found += [(self.words[at:start], False), (self.words[start:end], True)]
            at = end
        return tuple(each for each in (*found, (self.words[at:], False)) if each[0])

    @property
    def sha256(self) -> str:
        """Hash of the words shown, to find them again in another copy."""
        return fingerprint(self.words)


@dataclass(slots=True)
class QuoteBook:
    """Numbers the sentences of a page in the order they are first asked for; the same sentence keeps its number."""

    documents: Mapping[DocumentId, Document]
    _numbers: dict[Span, int] = field(default_factory=dict)
    _spans: list[Span] = field(default_factory=list)
    _marks: dict[Span, set[tuple[int, int]]] = field(default_factory=dict)

    def number(self, span: Span, *, mark: bool = True) -> int | None:
        """The number of the sentence a span stands in; None where its document is not in the view.

        ``mark`` lights the span up; not for whole sentences shown as quotes, which would drown the words that carry a value.
        """
        document = self.documents.get(span.document_id)
        if document is None:
            return None
        sentence = sentence_span(document, span)
        marks = self._marks.setdefault(sentence, set())
        if mark:
            marks.add((max(span.start, sentence.start), min(span.end, sentence.end)))
        if sentence not in self._numbers:
            self._numbers[sentence] = len(self._spans) + 1
            self._spans.append(sentence)
        return self._numbers[sentence]

    def numbers(self, spans: Iterable[Span], *, mark: bool = True) -> tuple[int, ...]:
        """The numbers of several spans, once each, in order of their place in the list."""
        found = (self.number(each, mark=mark) for each in spans)
        return tuple(dict.fromkeys(each for each in found if each is not None))

    def sentence(self, number: int) -> Sentence:
        """The sentence with a number."""
        span = self._spans[number - 1]
        return _shown(self.documents[span.document_id], span, self._marks[span])

    def all(self) -> tuple[tuple[int, Sentence], ...]:
        """Every numbered sentence, in order of number."""
        return tuple((number, self.sentence(number)) for number in range(1, len(self._spans) + 1))


def sentence_span(document: Document, span: Span) -> Span:
    """The sentence around a span, cut to ``LONGEST`` characters; found by its ends, as views hold no readings."""
    text = document.text if span.part == "text" else document.title or ""
    start, end = span.start, min(span.end, len(text))
    while start > 0 and not _ends_at(text, start - 1):
        start -= 1
    while end < len(text) and not _ends_at(text, end - 1):
        end += 1
    while start < span.start and text[start].isspace():
        start += 1
    while end > span.end and text[end - 1].isspace():
        end -= 1
    if end - start > LONGEST:
        spare = max(LONGEST - (span.end - span.start), 0)
        start = max(start, span.start - spare // 2)
        end = min(end, max(span.end, start + LONGEST), start + LONGEST)
    return Span(document_id=span.document_id, start=start, end=max(end, start + 1), part=span.part)


def place(span: Span) -> list[int | str]:
    """Offsets of a span, with its part where that is not the text."""
    return [span.start, span.end] if span.part == "text" else [span.start, span.end, span.part]


def _ends_at(text: str, at: int) -> bool:
    """Does a sentence end with the character at ``at``? A full stop counts only where a space and no small letter follows."""
    if text[at] in "\n。！？":
        return True
    if text[at + 1 : at + 2] and text[at + 1] in CLOSERS:
        return False
    while at > 0 and text[at] in CLOSERS:
        at -= 1
    if text[at] not in ENDS:
        return False
    after = text[at + 1 : at + 6].lstrip(CLOSERS)
    short = text[at] == "." and (text[max(0, at - 2) : at - 1] in (" ", ".") or text[max(0, at - 3) : at] in ABBREVIATED)
    return not short and (not after or (after[0].isspace() and not after.lstrip()[:1].islower()))


ABBREVIATED = frozenset(
    {" Mr", " Dr", " St", " No", " Lt", "Gen", "Col", "Maj", "Sgt", "Adm", "Capt", "Nov", "Dec", "Jan", "Feb", "Aug", "Oct"}
)


def _shown(document: Document, span: Span, marks: set[tuple[int, int]]) -> Sentence:
    text = document.text if span.part == "text" else document.title or ""
    shifted = sorted((start - span.start, end - span.start) for start, end in marks if start < end)
    joined: list[tuple[int, int]] = []
    for start, end in shifted:
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    before, after = text[: span.start].rstrip(" "), text[span.end :].lstrip(" ")
    return Sentence(
        span=span,
        words=text[span.start : span.end],
        marks=tuple(joined),
        cut_before=bool(before) and not _ends_at(before, len(before) - 1),
        cut_after=bool(after) and after[0] != "\n" and not _ends_at(text, span.end - 1),
    )
