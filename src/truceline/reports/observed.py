"""Reports of what a person or a sensor observed: from the fields of a row, or from free words told by whoever saw it.

A field's value is never reckoned from other fields: each leads to its own words in the stored row.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any, TypeVar

from truceline.errors import InputRefused
from truceline.model.codebook import COUNTS, MANY, parse
from truceline.model.document import Document
from truceline.model.handling import Handling
from truceline.model.ids import report_id
from truceline.model.observation import Known, Observation
from truceline.model.party import Actor, Role, Speaker
from truceline.model.place import Where
from truceline.model.report import Attribution, Claim, Extraction, Modality, Prominence, Quantity, Report, Slot, Status
from truceline.model.text import Span
from truceline.packs.columns import columns, folded
from truceline.packs.gazetteer import where_of
from truceline.packs.pack import Pack

T = TypeVar("T")
EXTRACTOR = "truceline.reports.observed 1"
OBSERVER, SENSOR = "observer", "sensor"
"""Who speaks where whoever wrote it knows it at first hand; no name, as the writer is a person."""
TRACK_CONFIDENCE = 0.5
"""A drawing of a line is off for all sensors alike, so that several do not make it surer."""
FIRST_HAND = (Known.SAW, Known.HEARD, Known.RECORDED)


def tabled(document: Document, pack: Pack) -> Extraction:
    """The one report that the fields of a row give; none where no kind of act is named.

    Raises InputRefused naming row, field and cure where a value is none of the codebook's.
    """
    row = Row(document=document, pack=pack)
    return Extraction(document_id=document.id, reports=tuple(row.report()))


def told_by_observer(extraction: Extraction, document: Document) -> Extraction:
    """What was read from a note's free words, said by whoever observed or was told it where the words name nobody."""
    seen = document.observation
    if seen is None or (speaker := _speaker(document, seen)) is None:
        return extraction
    return replace(extraction, reports=tuple(_said_by(each, speaker) for each in extraction.reports))


def _said_by(report: Report, speaker: Slot[Speaker]) -> Report:
    told = tuple(replace(each, speaker=speaker) if each.speaker.value.code == "document" else each for each in report.attributions)
    return replace(report, attributions=told)


def _speaker(document: Document, seen: Observation) -> Slot[Speaker] | None:
    """Who says it: the observer or sensor, or who told it; None where that is not told."""
    known, from_whom = seen.span("known"), seen.span("told by")
    if seen.known is Known.WAS_TOLD and from_whom is not None:
        return Slot(value=Speaker(code=document.words(from_whom)), evidence=(from_whom,), read_by=EXTRACTOR)
    if seen.known in FIRST_HAND and known is not None:
        code = SENSOR if seen.span("track") else OBSERVER
        return Slot(value=Speaker(code=code), evidence=(known,), read_by=EXTRACTOR)
    return None


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A row's document with what its values are checked against."""

    document: Document
    pack: Pack

    def report(self) -> Iterator[Report]:
        """The report of the row, if it names a kind of act."""
        kind = self._kind()
        if kind is None or self._seen.free:
            return
        quote = self._span("text") or kind.evidence[0]
        is_track = self._span("track") is not None
        claim = Claim(
            kind=kind, actors=self._parties("actor"), targets=self._parties("target"), when=self._single("date"), time=self._single("time"),
            where=self._where(), line=self._coded("line", self.pack.ontology.lines),
            sector=self._coded("sector", self.pack.ontology.sectors),
            counts=tuple(self._counts()), responses=self._responses(), outcome=self._coded("outcome", self.pack.ontology.outcomes),
            intent=self._single("intent"), modality=Modality.ALLEGED if self._is_inferred(is_track) else Modality.ACTUAL,
        )  # fmt: skip
        speaker = _speaker(self.document, self._seen) or Slot(value=Speaker(code="document"), evidence=kind.evidence, read_by=EXTRACTOR)
        actors = [each.value.code for each in claim.actors]
        yield Report(
            id=report_id(self.document.id, kind.value, "text", quote.start, "row", claim.when.value.code if claim.when else None, actors),
            document_id=self.document.id, claim=claim, attributions=(Attribution(speaker=speaker),), follow_ups=(),
            prominence=Prominence.MAIN, status=Status.ALLEGED if claim.modality is Modality.ALLEGED else Status.ASSERTED, quote=quote,
            confidence=TRACK_CONFIDENCE if is_track else 1.0, unsure=is_track, extractor=EXTRACTOR, notes=self._notes(),
        )  # fmt: skip

    @property
    def _seen(self) -> Observation:
        assert self.document.observation is not None
        return self.document.observation

    def _is_inferred(self, is_track: bool) -> bool:
        """A sensor's crossing is plausible and no more; what was assessed was not observed."""
        return is_track or self._seen.known is Known.ASSESSED

    def _notes(self) -> tuple[str, ...]:
        span = self._span("bounds")
        return (f"geometry says plausible or not, never that a line was crossed: {self._words(span)}",) if span else ()

    def _kind(self) -> Slot[str] | None:
        """The kind by its code, its label, or a word that names one."""
        for column in ("type", "text"):
            if (span := self._span(column)) is None:
                continue
            word, kinds = self._words(span), self.pack.ontology.kinds
            labels = {folded(each.label): code for code, each in kinds.items()}
            code = word if word in kinds else columns().types.get(folded(word)) or labels.get(folded(word))
            if code is not None:
                return self._slot(code, span)
            if column == "type":
                raise self._refusal(column, word, f"no type of the codebook (one of: {', '.join(sorted(kinds))})")
        return None

    def _single(self, column: str) -> Slot[Any] | None:
        span = self._span(column)
        return None if span is None else self._slot(parse(column, self._words(span)), span)

    def _coded(self, column: str, known: Any) -> Slot[str] | None:
        """A value out of a closed list, by its code or, for a line, its name."""
        span = self._span(column)
        if span is None:
            return None
        word = self._words(span)
        names = {folded(str(getattr(known[each], "name", each))): each for each in known} if isinstance(known, dict) else {}
        code = next((each for each in known if folded(each) == folded(word)), names.get(folded(word)))
        if code is None:
            raise self._refusal(column, word, f"no {column} of the codebook (one of: {', '.join(known)})")
        return self._slot(str(code), span)

    def _responses(self) -> tuple[Slot[str], ...]:
        return tuple(self._checked("response", value, part) for value, part in self._parts("response"))

    def _checked(self, column: str, value: str, span: Span) -> Slot[str]:
        if value not in self.pack.ontology.responses:
            raise self._refusal(column, value, f"no {column} of the codebook (one of: {', '.join(self.pack.ontology.responses)})")
        return self._slot(value, span)

    def _parties(self, column: str) -> tuple[Slot[Actor], ...]:
        """Parties by code (``PRK:mil``) or by a name that the gazetteer knows."""
        return tuple(self._slot(self._party(column, value), part) for value, part in self._parts(column))

    def _party(self, column: str, value: str) -> Actor:
        code, _, role = value.partition(":")
        if code in self.pack.gazetteer.parties or code == "UNK":
            if (told := role.strip() or "unk") not in list(Role):
                raise self._refusal(column, value, f"no party in a role (one of: {', '.join(Role)})")
            return Actor(party=code, role=Role(told))
        for start, end, names in self.pack.gazetteer.party_book.find(value):
            if not value[:start].strip() and not value[end:].strip():
                return Actor(party=names[0].party, role=Role(names[0].role or "unk"))
        raise self._refusal(column, value, "no party that we know (write its code, PRK:mil)")

    def _parts(self, column: str) -> Iterator[tuple[str, Span]]:
        """The members of a list, each with where it stands."""
        span = self._span(column)
        if span is None or column not in MANY:
            return
        at = span.start
        for part in self._words(span).split(","):
            word = part.strip()
            if word:
                start = at + part.index(word)
                yield word, replace(span, start=start, end=start + len(word))
            at += len(part) + 1

    def _counts(self) -> Iterator[Slot[Quantity]]:
        for column in COUNTS:
            if (slot := self._single(column)) is not None:
                yield replace(slot, value=replace(slot.value, what=column))

    def _where(self) -> Slot[Where] | None:
        """The place named, with the gazetteer's point or the one that the row gives; a point alone is named by its degrees."""
        named, point = self._span("place"), (self._span("latitude"), self._span("longitude"))
        found = None
        if named is not None:
            word = self._words(named)
            whole = (each for start, end, each in self.pack.gazetteer.place_book.find(word) if end - start == len(word))
            found = where_of(word, tuple(next(whole, ())))
        if point[0] is None or point[1] is None:
            return None if found is None or named is None else self._slot(found, named)
        latitude, longitude = self._words(point[0]), self._words(point[1])
        radius = self._span("radius")
        base = found or Where(name=f"{latitude}, {longitude}")
        given = replace(
            base, latitude=float(latitude), longitude=float(longitude), radius_m=round(float(self._words(radius))) if radius else None,
            candidates=(),
        )  # fmt: skip
        evidence = tuple(each for each in (named, *point, radius) if each is not None)
        return Slot(value=given, evidence=evidence, read_by=EXTRACTOR)

    def _span(self, column: str) -> Span | None:
        return self._seen.span(column)

    def _words(self, span: Span) -> str:
        return self.document.words(span)

    def _slot(self, value: T, span: Span) -> Slot[T]:
        return Slot(value=value, evidence=(span,), read_by=EXTRACTOR)

    def _refusal(self, column: str, value: str, why: str) -> InputRefused:
        """The refusal of a value. What bears a mark is not quoted: a refusal is kept, and shown to whoever asks."""
        told = f"{value[:60]!r} is {why}" if self.document.handling is Handling.CLEAR else f"is {why}"
        return InputRefused(f"{self.document.name}, {column}", told, "correct the cell and read the table again")
