"""Ledgers carried from database to database and joined: nothing is lost, nothing doubled, the order decides nothing."""

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from itertools import count
from pathlib import Path

import pytest
from tests.fakes.records import NOON, a_capture, a_document, a_judgement, a_media_file, a_review, a_step, an_extraction

from truceline.errors import LedgerError
from truceline.ledger.base import Contents, Entry, Run
from truceline.ledger.blanking import Only
from truceline.ledger.copying import copy_all
from truceline.ledger.open import open_ledger
from truceline.ledger.sql import SqlLedger

READ_BY = "test 1"
New = Callable[[], SqlLedger]
ROADS = ["sqlite sqlite", *(pytest.param(each, marks=pytest.mark.postgres) for each in ("sqlite postgres", "postgres sqlite"))]


def ticking() -> Callable[[], datetime]:
    """A clock that is a minute later whenever it is asked."""
    numbers = count()
    return lambda: NOON + timedelta(minutes=next(numbers))


@pytest.fixture(params=ROADS)
def ends(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[tuple[New, New]]:
    """Makers of ledgers: of the kind copied from, and of the kind copied to."""
    made: list[SqlLedger] = []

    def maker(kind: str) -> New:
        def make() -> SqlLedger:
            url = str(tmp_path / f"{len(made)}.db") if kind == "sqlite" else request.getfixturevalue("new_database")()
            made.append(open_ledger(url, clock=ticking()))
            return made[-1]

        return make

    source, target = request.param.split()
    yield maker(source), maker(target)
    for each in made:
        each.close()


def an_entry(text: str, *, address: str = "a.txt", publisher: str | None = None) -> Entry:
    document = a_document(text, publisher=publisher, name=address)
    return Entry(document=document, capture=a_capture(text, address=address), extraction=an_extraction(document), read_by=READ_BY)


def told(contents: Contents) -> tuple[object, ...]:
    """What a ledger says, without the numbers of its rows."""
    return (
        contents.documents, contents.extractions, contents.fetches, contents.judgements, contents.reviews, contents.rulebooks,
        contents.refusals, contents.runs,
    )  # fmt: skip


def filled(ledger: SqlLedger, *texts: str) -> SqlLedger:
    ledger.log(Run(state="begun", read_by=READ_BY))
    for text in texts:
        ledger.record(an_entry(text))
    ledger.judge(a_judgement(*texts[:2]) if len(texts) > 1 else a_judgement())
    ledger.review(a_review(*texts))
    return ledger


def test_a_copy_says_the_same_and_is_whole(ends: tuple[New, New]) -> None:
    source, target = filled(ends[0](), "One.", "Any \u0000 text \x1b at all."), ends[1]()
    copy_all([source], target)
    assert told(target.contents(READ_BY)) == told(source.contents(READ_BY))
    assert list(target.faults()) == []
    moment = NOON + timedelta(minutes=6)
    assert told(target.contents(READ_BY, moment))[:2] == told(source.contents(READ_BY, moment))[:2], "what was known when is kept too"


def test_copying_again_adds_nothing(ends: tuple[New, New]) -> None:
    source, target = filled(ends[0](), "One."), ends[1]()
    assert sum(copy_all([source], target).values()) > 0
    assert copy_all([source], target) == {}
    source.record(an_entry("Two."))
    assert copy_all([source], target)["documents"] == 1
    assert list(target.faults()) == []


def test_two_ledgers_join_to_one_whatever_the_order(ends: tuple[New, New]) -> None:
    one, two = filled(ends[0](), "One.", "Both."), filled(ends[0](), "Both.", "Two.")
    joined = []
    for order in ([one, two], [two, one]):
        target = ends[1]()
        copy_all(order, target)
        joined.append(told(target.contents(READ_BY)))
        assert list(target.faults()) == []
    assert joined[0] == joined[1]
    assert {each.text for each in joined[0][0]} == {"One.", "Both.", "Two."}  # type: ignore[attr-defined]  # any record


def test_what_was_redacted_in_one_is_redacted_in_the_whole(ends: tuple[New, New]) -> None:
    entry = an_entry("Private Kim crossed the line.")
    for first in (0, 1):
        ledgers = [ends[0](), ends[0]()]
        for each in ledgers:
            each.record(entry)
        ledgers[0].redact(entry.document.id, by="an editor", reason="by law")
        target = ends[1]()
        copy_all([ledgers[first], ledgers[1 - first]], target)
        found = target.contents(READ_BY)
        assert len(found.documents) == len(found.extractions) == 1
        assert "Kim" not in repr(found)
        assert list(target.faults()) == []


def test_names_blanked_in_one_and_in_the_other_are_blanked_in_the_whole_in_any_order(ends: tuple[New, New]) -> None:
    text = "Private Kim Example met Major Lee Sample at the line."
    entry = an_entry(text, publisher="Kim Example and Lee Sample")
    left = []
    for first in (0, 1):
        ledgers = [ends[0](), ends[0]()]
        for each, name in zip(ledgers, ("Kim Example", "Lee Sample")):
            each.record(entry)
            at = text.index(name)
            only = Only(spans=(("text", at, at + len(name)),), words=frozenset({name}))
            each.redact(entry.document.id, by="an editor", reason="by law", only=only)
        target = ends[1]()
        copy_all([ledgers[first], ledgers[1 - first]], target)
        found = target.contents(READ_BY)
        assert "Kim Example" not in repr(found) and "Lee Sample" not in repr(found)
        assert list(target.faults()) == []
        left += [each.text for each in found.documents]
    assert left[0] == left[1] and left[0].startswith("Private ") and left[0].endswith(" at the line.")


def test_a_name_blanked_elsewhere_is_blanked_and_no_more_in_the_ledger_that_is_joined_into(ends: tuple[New, New]) -> None:
    entry = an_entry("Private Kim Example crossed the line.")
    source, target = ends[0](), ends[1]()
    for each in (source, target):
        each.record(entry)
    source.redact(entry.document.id, by="an editor", reason="by law", only=Only(spans=(("text", 8, 19),), words=frozenset({"Kim Example"})))
    copy_all([source], target)
    (left,) = target.contents(READ_BY).documents
    assert "Kim Example" not in repr(target.contents(READ_BY)) and left.text.endswith("crossed the line.")
    assert list(target.faults()) == []


def test_a_redaction_reaches_the_ledger_that_is_joined_into(ends: tuple[New, New]) -> None:
    entry = an_entry("Private Kim crossed the line.")
    source, target = ends[0](), ends[1]()
    for each in (source, target):
        each.record(entry)
    source.redact(entry.document.id, by="an editor", reason="by law")
    copy_all([source], target)
    assert "Kim" not in repr(target.contents(READ_BY))
    assert {each.reason for each in target.contents(READ_BY).redactions} == {"by law"}
    assert list(target.faults()) == []


def test_a_film_is_carried_whole_and_one_redacted_anywhere_is_redacted_in_the_whole(ends: tuple[New, New]) -> None:
    kept, gone = a_media_file(b"a film"), a_media_file(b"another film")
    one, two, target = ends[0](), ends[0](), ends[1]()
    two.log(Run(state="begun", read_by=READ_BY))  # so that the clocks of the two are apart
    for each in (one, two):
        each.attach(kept, (b"a film",), a_step(kept))
        each.attach(gone, (b"another film",), a_step(gone))
    one.redact(gone.id, by="an editor", reason="by law")
    for order in ([one, two], [two, one], [two]):
        copy_all(order, target)
        found = target.contents(READ_BY)
        assert found.media == (kept,)
        assert b"".join(target.media(kept.id)) == b"a film"
        assert "Kim" not in repr([each for each in found.custody if each.media == gone.id])
        assert list(target.faults()) == []


def test_a_ledger_is_not_copied_into_itself(ends: tuple[New, New]) -> None:
    source = filled(ends[0](), "One.")
    with pytest.raises(LedgerError, match="into itself"):
        copy_all([source], source)
