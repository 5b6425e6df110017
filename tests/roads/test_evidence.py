"""Evidence that means something: the words of each span, read again alone, give the value that rests on them."""

import json

import pytest

from tests.roads.road import SEEDS, view_of
from truceline.language.actors import theatre_of
from truceline.language.sentences import sentences
from truceline.model.document import Document
from truceline.model.ledger_view import LedgerView
from truceline.model.report import Report, Slot
from truceline.packs.pack import load_pack
from truceline.reports.counted_days import READ_BY as COUNTED
from truceline.reread import reread

PACK = load_pack()


@pytest.fixture(scope="module", params=["samples", "seeds"])
def view(request: pytest.FixtureRequest) -> LedgerView:
    if request.param == "samples":
        return view_of()
    if not SEEDS.exists():
        pytest.skip("the four articles are not beside this checkout")
    return view_of(source=SEEDS)


def test_each_span_read_alone_gives_its_value(view: LedgerView) -> None:
    lost = [
        f"{view.documents[report.document_id].name}: {field} = {value!r}, but {words!r} reads {again!r}"
        for report in view.reports.values()
        for field, slot in report.slots()
        for value, words, again in reread_slot(view, report, field, slot)
        if value not in again
    ]
    total = sum(len(slot.evidence) for report in view.reports.values() for _, slot in report.slots())
    assert total > 0
    assert not lost, f"{len(lost)} of {total} spans:\n" + "\n".join(lost)


def test_words_of_another_document_do_not_give_the_value(view: LedgerView) -> None:
    """The test above can fail: exchanged evidence is noticed."""
    noticed = tried = 0
    for report in view.reports.values():
        for field, slot in report.slots():
            if field in ("persons", "killed", "wounded", "date"):
                tried += 1
                noticed += written(slot) not in reread(field, "the weather was fine", *context(view, report), PACK)
    assert tried > 5
    assert noticed == tried


def test_no_span_is_the_whole_text(view: LedgerView) -> None:
    for report in view.reports.values():
        for field, slot in report.slots():
            for span in slot.evidence:
                assert span.end - span.start <= 240, (field, view.documents[span.document_id].words(span))


def reread_slot(view: LedgerView, report: Report, field: str, slot: Slot[object]) -> list[tuple[str, str, set[str]]]:
    """For each span: the value written by the codebook, the words alone, and what they read as.

    A day counted from another rests on two stretches together: the day told, and the words that count from it.
    """
    found = []
    alone = [view.documents[span.document_id].words(span) for span in slot.evidence]
    for words in [" ... ".join(alone)] if slot.read_by == COUNTED else alone:
        found.append((written(slot), words, reread(field, words, *context(view, report), PACK)))
    return found


def context(view: LedgerView, report: Report) -> tuple[Document, str | None]:
    """What a span may lean on beside its own words: the document's own date and theatre."""
    document = view.documents[report.document_id]
    return document, theatre_of(sentences(document, PACK.lexicon.calendar), PACK.gazetteer)


def written(slot: Slot[object]) -> str:
    """The value as the codebook writes it."""
    value = slot.value
    if hasattr(value, "low"):
        return json.dumps([value.low, value.high], separators=(",", ":"))
    if hasattr(value, "code"):
        return str(value.code)
    return str(getattr(value, "name", value))
