"""The table of a card: every field with every competing value, its claimants and its sentences."""

from collections.abc import Iterable

from truceline.model.incident import Incident, Variant
from truceline.model.ledger_view import LedgerView
from truceline.model.report import Report
from truceline.model.text import Span
from truceline.views.agree import agree
from truceline.views.card_records import Desk, Fact, Value
from truceline.views.dossier import ordered
from truceline.views.values import COUNTS, FIELD_LABELS, code, counted, decoded, in_words, speaker_in_words, unique, unique_numbers

HIDDEN = ("type", "sources", "via")
ADDS_UP = ("actor", "target", "response")


def facts(incident: Incident, reports: tuple[Report, ...], desk: Desk) -> tuple[Fact, ...]:
    """Every field with every competing value."""
    told = []
    for field in ordered(incident.variants):
        variants = incident.variants[field]
        if field in HIDDEN or (field == "status" and [each.value for each in variants] == ["asserted"]):
            continue
        values = tuple(value(field, each, reports, desk) for each in variants)
        values = together(values) if field in ADDS_UP else values
        told.append(Fact(label=FIELD_LABELS.get(field, field), values=values, differ=not agree(field, [each.value for each in variants])))
    return tuple(told)


def together(values: tuple[Value, ...]) -> tuple[Value, ...]:
    """Values of a list that the same claimants tell, on one row."""
    rows: dict[tuple[tuple[str, ...], str], list[Value]] = {}
    for each in values:
        rows.setdefault((each.claimants, each.origins), []).append(each)
    return tuple(
        Value(
            text="; ".join(each.text for each in row),
            claimants=claimants,
            origins=origins,
            quotes=unique_numbers(number for each in row for number in each.quotes),
        )
        for (claimants, origins), row in rows.items()
    )


def value(field: str, variant: Variant, reports: Iterable[Report], desk: Desk) -> Value:
    """One variant in words, with the sentences of the reports that give it."""
    plain = decoded(variant.value)
    spans: list[Span] = []
    approx = False
    wording: list[str] = []
    bare: list[Span] = []
    for report in reports:
        if report.id not in variant.reports:
            continue
        slots = [slot for name, slot in report.slots() if name == field and code(slot.value) == plain]
        spans += [span for slot in slots for span in slot.evidence]
        bare += [] if slots else [report.quote]
        wording += [words for slot in slots for span in slot.evidence[:1] if (words := wording_of(span, desk.view))]
        approx = approx or any(
            count.value.what == field and count.value.approx for count in report.claim.counts if code(count.value) == plain
        )
    text = in_words(field, plain, desk.ontology, desk.names)
    if field in COUNTS:
        text = (f"about {text}" if approx else text) + "".join(f" (“{each}”)" for each in unique(wording)[:2] if each != text)
    return Value(
        text=text,
        origins=counted(len(variant.origins), "origin"),
        claimants=tuple(speaker_in_words(each, desk.names) for each in variant.claimants),
        quotes=unique_numbers((*desk.book.numbers(spans), *desk.book.numbers(bare, mark=False))),
    )


def wording_of(span: Span, view: LedgerView) -> str:
    """What was said, kept beside what was made of it; only where it is a few words."""
    document = view.documents.get(span.document_id)
    words = " ".join(document.words(span).split()) if document else ""
    return words if len(words) <= 40 else ""


def common(told: tuple[Fact, ...]) -> str:
    """The claimants, where every value of the card has the same: then they are told once."""
    found = {(value.claimants, value.origins) for fact in told for value in fact.values}
    if len(found) != 1:
        return ""
    claimants, origins = next(iter(found))
    return f"{'; '.join(claimants) or 'claimant not told'} ({origins})"
