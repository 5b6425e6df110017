"""What merging needs to know of one report, prepared once so that a pair is cheap to compare."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from truceline.incidents.weights import Scale
from truceline.model.document import Document
from truceline.model.ids import DocumentId, ReportId
from truceline.model.place import Where
from truceline.model.report import Modality, Prominence, Report, Stance, Status
from truceline.model.time import Precision, When

_WORD = re.compile(r"[^\W_]+")
_DENYING = (Stance.DENIES, Stance.NOT_CONFIRMED)
UNKNOWN = "UNK"
NAMES_WITHIN = 20_000  # characters: a whole article; a hostile text of megabytes costs no more


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """One report as merging sees it. Empty or None = not said.

    ``actors`` and ``targets`` are party codes without ``UNK`` (``sides`` both together, by family);
    ``telling`` the party that every asserting speaker belongs to, where it is one; ``minute`` of the day;
    ``place`` the telling words of the place's name; ``words`` those of the quote;
    ``names`` the proper names of the whole document; ``clocked`` that a sensor's clock gave the hour.
    """

    id: ReportId
    document_id: DocumentId
    kind: str
    main: bool
    planned: bool
    actors: frozenset[str]
    targets: frozenset[str]
    sides: frozenset[str]
    telling: str | None
    when: When | None
    published: date | None
    minute: int | None
    clock: str
    line: str | None
    sector: str | None
    place_name: str
    place: frozenset[str]
    where: Where | None
    counts: tuple[tuple[str, int | None, int | None], ...]
    responses: frozenset[str]
    outcome: str | None
    words: frozenset[str]
    names: frozenset[str]
    origin: str
    clocked: bool = False

    @property
    def date_code(self) -> str:
        """The date as the codebook writes it, or what bounds it from above."""
        if self.when is not None:
            return self.when.code
        return f"undated, published {self.published.isoformat()}" if self.published else "undated"

    @property
    def exact(self) -> bool:
        """Whether the text fixes one day."""
        return self.when is not None and self.when.precision in (Precision.DAY, Precision.INTERVAL) and self.when.start == self.when.end


def profile(
    report: Report,
    documents: Mapping[DocumentId, Document],
    scale: Scale,
    *,
    origin: str = "",
    names: frozenset[str] | None = None,
) -> Profile:
    """A report with its document's date and words, as compare.py takes it; ``names`` spares finding them again."""
    claim, document = report.claim, documents.get(report.document_id)
    actors = _parties(slot.value.party for slot in claim.actors)
    targets = _parties(slot.value.party for slot in claim.targets)
    where = claim.where.value if claim.where else None
    return Profile(
        id=report.id,
        document_id=report.document_id,
        kind=claim.kind.value,
        main=report.prominence is Prominence.MAIN,
        planned=report.status is Status.PLANNED or claim.modality is Modality.PLANNED,
        actors=actors,
        targets=targets,
        sides=frozenset(scale.family(party) for party in actors | targets),
        telling=_telling(report),
        when=claim.when.value if claim.when else None,
        published=document.published if document else None,
        minute=_minute(claim.time.value) if claim.time else None,
        clock=claim.time.value if claim.time else "",
        line=claim.line.value if claim.line else None,
        sector=claim.sector.value if claim.sector else None,
        place_name=where.name if where else "",
        place=telling_words(where.name if where else "", scale.vague_places),
        where=where,
        counts=tuple(sorted(((slot.value.what, slot.value.low, slot.value.high) for slot in claim.counts), key=_known_first)),
        responses=frozenset(slot.value for slot in claim.responses),
        outcome=claim.outcome.value if claim.outcome else None,
        words=_quote_words(report, document),
        names=proper_names(document) if names is None else names,
        origin=origin or report.document_id,
        clocked=document is not None and document.observation is not None and document.observation.span("track") is not None,
    )


def proper_names(document: Document | None) -> frozenset[str]:
    """Words of a document that are only ever written with a capital; none where the script has no capitals."""
    text = f"{document.title or ''}\n{document.text[:NAMES_WITHIN]}" if document else ""
    written = frozenset(_WORD.findall(text))
    return frozenset(word for word in written if word.istitle() and len(word) > 2 and word.lower() not in written)


def telling_words(name: str, vague: Iterable[str]) -> frozenset[str]:
    """The words of a place's name that tell it from others: lower case, without the vague ones; none of a place named by degrees."""
    words = frozenset(_WORD.findall(name.lower()))
    return frozenset() if all(map(str.isdecimal, words)) else words.difference(vague)


def _parties(codes: Iterable[str]) -> frozenset[str]:
    return frozenset(code for code in codes if code != UNKNOWN)


def _telling(report: Report) -> str | None:
    parties = {each.speaker.value.party for each in report.attributions if each.stance not in _DENYING}
    return parties.pop() if len(parties) == 1 else None


def _minute(clock: str) -> int | None:
    hour, _, minute = clock.partition(":")
    return int(hour) * 60 + int(minute) if hour.isdecimal() and minute.isdecimal() else None


def _known_first(count: tuple[str, int | None, int | None]) -> tuple[str, bool, int, bool, int]:
    what, low, high = count
    return what, low is None, low or 0, high is None, high or 0


def _quote_words(report: Report, document: Document | None) -> frozenset[str]:
    text = document.words(report.quote) if document else ""
    return frozenset(word for word in _WORD.findall(text.lower()) if len(word) > 3 or word.isdecimal())
