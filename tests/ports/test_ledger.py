"""What every ledger must do, run on each adapter."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from itertools import permutations
from random import Random

import pytest
from tests.fakes.clock import Clock
from tests.fakes.records import NOON, a_capture, a_document, a_judgement, a_review, an_extraction
from tests.fakes.world import entries

from truceline.errors import LedgerError
from truceline.ledger.base import Entry, Ledger, RulebookVersion, Run
from truceline.ledger.blanking import BLOCK, Only, pattern_of
from truceline.model.document import Refusal
from truceline.model.ids import CaptureId, DocumentId
from truceline.model.review import Edition

READ_BY = "test 1"


def an_entry(text: str, *, address: str = "a.txt", publisher: str | None = None) -> Entry:
    document = a_document(text, publisher=publisher, name=address)
    return Entry(document=document, capture=a_capture(text, address=address), extraction=an_extraction(document), read_by=READ_BY)


def test_what_is_recorded_is_given_back_field_by_field(ledger: Ledger) -> None:
    entry = an_entry("Soldiers crossed the line.")
    assert ledger.record(entry)
    found = ledger.contents(READ_BY)
    assert found.documents == (entry.document,)
    assert found.extractions == (entry.extraction,)


def test_a_capture_gives_back_its_bytes(ledger: Ledger) -> None:
    entry = an_entry("Soldiers crossed the line.")
    ledger.record(entry)
    assert entry.capture is not None
    content = ledger.captured(entry.capture.id)
    assert content == entry.capture.content
    assert sha256(content).hexdigest() == entry.capture.id


def test_an_unknown_capture_is_an_error(ledger: Ledger) -> None:
    with pytest.raises(LedgerError, match="holds no capture"):
        ledger.captured(CaptureId("0" * 64))


def test_recording_twice_adds_nothing(ledger: Ledger) -> None:
    entry = an_entry("Soldiers crossed the line.")
    ledger.record(entry)
    before = ledger.contents(READ_BY)
    assert not ledger.record(entry)
    assert ledger.contents(READ_BY) == before


def test_many_recorded_at_once_are_what_they_are_one_by_one(new_ledger: Callable[[], Ledger]) -> None:
    chance = Random(7)
    made = entries(chance, 40, READ_BY)
    one, many = new_ledger(), new_ledger()
    n_new = sum(one.record(each) for each in made)
    assert many.record_all(made[:25]) + many.record_all(made[20:]) <= n_new
    assert replace(many.contents(READ_BY), state="", seen="") == replace(one.contents(READ_BY), state="", seen="")
    assert many.record_all(made) == 0
    assert not list(many.faults())


def test_a_later_fetch_is_kept_beside_the_first(ledger: Ledger) -> None:
    entry = an_entry("Soldiers crossed the line.")
    ledger.record(entry)
    assert entry.capture is not None
    later = replace(entry.capture, captured_at=NOON + timedelta(days=1))
    assert not ledger.record(Entry(document=entry.document, capture=later))
    fetches = ledger.contents(READ_BY).fetches[entry.document.id]
    assert [each.captured_at for each in fetches] == [NOON, NOON + timedelta(days=1)]


def test_contents_do_not_depend_on_the_order_of_arrival(new_ledger: Callable[[], Ledger]) -> None:
    entries = [an_entry("One."), an_entry("Two."), an_entry("Two.", publisher="Another outlet"), an_entry("Three.")]
    looks = []
    for order in permutations(entries):
        ledger = new_ledger()
        for each in order:
            ledger.record(each)
        looks.append(ledger.contents(READ_BY))
    first = looks[0]
    assert len(first.documents) == 3
    assert all((look.documents, look.extractions) == (first.documents, first.extractions) for look in looks)


def test_holds_tells_a_document_read_by_this_version(ledger: Ledger) -> None:
    entry = an_entry("Soldiers crossed the line.")
    assert not ledger.holds(entry.document, READ_BY)
    ledger.record(entry)
    assert ledger.holds(entry.document, READ_BY)
    assert ledger.holds(replace(entry.document, name="another name"), READ_BY)
    assert not ledger.holds(entry.document, "test 2")
    assert not ledger.holds(replace(entry.document, publisher="Another outlet"), READ_BY)


def test_a_newer_reading_stands_beside_the_older_one(ledger: Ledger) -> None:
    entry = an_entry("Soldiers crossed the line.")
    ledger.record(entry)
    assert list(ledger.unread("test 2")) == [entry.document]
    assert entry.extraction is not None
    newer = replace(entry.extraction, reports=())
    assert ledger.record(Entry(document=entry.document, extraction=newer, read_by="test 2"))
    assert list(ledger.unread("test 2")) == []
    assert ledger.contents("test 2").extractions == (newer,)
    assert ledger.contents(READ_BY).extractions == (entry.extraction,)
    assert ledger.contents("test 3").extractions == (newer,), "a version that read nothing yet sees the last reading"


def test_a_document_that_came_in_unread_is_unread(ledger: Ledger) -> None:
    document = a_document("Soldiers crossed the line.")
    ledger.record(Entry(document=document, capture=a_capture(document.text)))
    assert list(ledger.unread(READ_BY)) == [document]
    assert ledger.contents(READ_BY).extractions == ()


def test_a_refusal_is_kept_once(ledger: Ledger) -> None:
    refusal = Refusal(where="b.txt", why="is empty", cure="name a file with text", at=NOON)
    ledger.refuse(refusal)
    ledger.refuse(replace(refusal, at=NOON + timedelta(days=1)))
    assert ledger.contents(READ_BY).refusals == (refusal,)


def test_peoples_judgements_are_kept_with_who_and_when(ledger: Ledger) -> None:
    ledger.judge(a_judgement())
    assert ledger.contents(READ_BY).judgements == (a_judgement(),)


def test_rulebooks_are_kept_a_version_each(ledger: Ledger) -> None:
    first = RulebookVersion(instrument="korean-armistice-1953", version="1", body="{}")
    second = replace(first, version="2")
    ledger.apply([first])
    ledger.apply([second, first])
    assert ledger.contents(READ_BY).rulebooks == (first, second)


def test_runs_are_stamped_by_the_ledgers_clock(ledger: Ledger) -> None:
    ledger.log(Run(state="begun", read_by=READ_BY))
    ledger.log(Run(state="ended", read_by=READ_BY, numbers={"documents": 3}))
    runs = ledger.contents(READ_BY).runs
    assert [(each.state, dict(each.numbers), each.at) for each in runs] == [("begun", {}, NOON), ("ended", {"documents": 3}, NOON)]


def test_any_text_comes_back_as_it_was(ledger: Ledger) -> None:
    text = "Ça \u0000 \u200b 군사분계선 \U0001f54a\r\n\tend "
    ledger.record(an_entry(text))
    assert ledger.contents(READ_BY).documents[0].text == text


def test_times_keep_their_zone(ledger: Ledger) -> None:
    at = datetime(2024, 6, 20, 23, 59, 59, 123456, tzinfo=UTC)
    document = a_document("Soldiers crossed the line.")
    ledger.record(Entry(document=document, capture=a_capture(document.text, captured_at=at)))
    assert ledger.contents(READ_BY).fetches[document.id][0].captured_at == at


def test_the_state_changes_whenever_evidence_is_added(ledger: Ledger) -> None:
    states = [ledger.contents(READ_BY).state]
    for add in (
        lambda: ledger.record(an_entry("One.")),
        lambda: ledger.record(an_entry("One.", address="elsewhere.txt")),
        lambda: ledger.record(an_entry("Two.")),
        lambda: ledger.judge(a_judgement()),
        lambda: ledger.review(a_review()),
        lambda: ledger.refuse(Refusal(where="b.txt", why="is empty")),
    ):
        add()
        states.append(ledger.contents(READ_BY).state)
    assert len(set(states)) == len(states)


def test_what_is_put_by_is_found_under_its_key_and_changes_no_state(ledger: Ledger) -> None:
    ledger.record(an_entry("One."))
    before = ledger.contents(READ_BY)
    ledger.put("key", b"derived")
    assert ledger.put_by("key") == b"derived"
    assert ledger.put_by("another key") is None
    assert ledger.contents(READ_BY) == before


def test_decisions_are_kept_once_with_who_when_and_why(ledger: Ledger) -> None:
    ledger.review(a_review())
    ledger.review(a_review())
    assert ledger.contents(READ_BY).reviews == (a_review(),)


def test_an_edition_is_kept_as_it_was_cut_and_its_name_is_taken(ledger: Ledger) -> None:
    body = b'{"incidents": []}'
    edition = Edition(name="June", by="an analyst", digest="d", sha256=sha256(body).hexdigest(), body=body, as_of="2024-06-30")
    ledger.cut(edition)
    assert ledger.editions() == (replace(edition, at=NOON),)
    with pytest.raises(LedgerError, match="there is an edition 'June' already"):
        ledger.cut(edition)


def test_what_was_known_at_a_moment_is_what_had_been_recorded_by_then(ledger: Ledger, clock: Clock) -> None:
    entry = an_entry("Soldiers crossed the line.")
    ledger.record(entry)
    ledger.apply([RulebookVersion(instrument="korean-armistice-1953", version="1", body="{}")])
    clock.now = NOON + timedelta(hours=2)
    assert entry.extraction is not None
    ledger.record(Entry(document=entry.document, extraction=replace(entry.extraction, reports=()), read_by="test 2"))
    ledger.record(an_entry("Another text."))
    ledger.judge(a_judgement())
    ledger.review(a_review())
    ledger.apply([RulebookVersion(instrument="korean-armistice-1953", version="2", body="{}")])
    then = ledger.contents("test 2", NOON + timedelta(hours=1))
    assert then.documents == (entry.document,)
    assert then.extractions == (entry.extraction,), "read anew since, but not yet then"
    assert then.judgements == then.reviews == ()
    assert [each.version for each in then.rulebooks] == ["1"]
    now = ledger.contents("test 2", NOON + timedelta(hours=3))
    assert (len(now.documents), len(now.judgements), len(now.reviews)) == (2, 1, 1)
    assert [each.version for each in now.rulebooks] == ["2"]
    assert then.state != now.state


def test_a_whole_ledger_has_no_faults_and_its_head_moves_with_each_addition(ledger: Ledger) -> None:
    heads = [ledger.head()]
    for add in (
        lambda: ledger.record(an_entry("One.")),
        lambda: ledger.judge(a_judgement()),
        lambda: ledger.review(a_review()),
        lambda: ledger.log(Run(state="begun", read_by=READ_BY)),
    ):
        add()
        heads.append(ledger.head())
    assert len(set(heads)) == len(heads)
    assert list(ledger.faults()) == []


def test_redaction_blanks_the_words_in_place_and_leaves_tombstones(ledger: Ledger) -> None:
    entry = an_entry("Private Kim crossed the line.", address="/home/kim/a.txt", publisher="Kim's page")
    other = an_entry("Soldiers crossed the line.")
    ledger.record(entry)
    ledger.record(other)
    made = ledger.redact(entry.document.id, by="an editor", reason="a witness is named")
    found = ledger.contents(READ_BY)
    blanked = next(each for each in found.documents if each.id == entry.document.id)
    assert "Kim" not in repr((blanked, found.extractions, found.fetches))
    assert len(blanked.text) == len(entry.document.text), "no offset moves"
    read = next(each for each in found.extractions if each.document_id == entry.document.id)
    assert entry.extraction is not None
    assert read.reports[0].claim.kind == entry.extraction.reports[0].claim.kind, "what was read as a code stays"
    assert other.document in found.documents
    assert {(each.by, each.reason) for each in made} == {("an editor", "a witness is named")}
    assert [(each.before_sha256, each.by) for each in found.redactions] == [(each.before_sha256, each.by) for each in made]
    assert entry.capture is not None
    with pytest.raises(LedgerError, match="was redacted"):
        ledger.captured(entry.capture.id)
    assert list(ledger.faults()) == [], "a tombstone is no fault"


NAMED = "Private Kim Example crossed the line. Kim Example went back at noon, and Kimberley saw it."


def only(text: str, *words: str) -> Only:
    """What a person's name is in a text, wherever it stands."""
    return Only(spans=tuple(("text", *each.span()) for each in pattern_of(words).finditer(text)), words=frozenset(words))


def test_a_single_name_is_blanked_and_the_rest_stays_at_its_place(ledger: Ledger) -> None:
    entry = an_entry(NAMED, address="/home/kim/a.txt", publisher="Kim Example's page")
    ledger.record(entry)
    made = ledger.redact(entry.document.id, by="an editor", reason="a conscript is named", only=only(NAMED, "Kim Example"))
    found = ledger.contents(READ_BY)
    (left,) = found.documents
    assert "Kim Example" not in repr((found.documents, found.extractions))
    assert len(left.text) == len(NAMED) and left.text.endswith("went back at noon, and Kimberley saw it.")
    assert left.publisher is not None and left.publisher.endswith("'s page")
    assert {(each.by, each.reason) for each in made} == {("an editor", "a conscript is named")}
    assert entry.capture is not None
    with pytest.raises(LedgerError, match="was redacted"):
        ledger.captured(entry.capture.id)
    assert list(ledger.faults()) == [], "a tombstone is no fault"


def test_a_second_name_and_then_the_whole_can_be_blanked_after_the_first(ledger: Ledger) -> None:
    entry = an_entry(NAMED)
    ledger.record(entry)
    ledger.redact(entry.document.id, by="an editor", reason="by law", only=only(NAMED, "Kim Example"))
    ledger.redact(entry.document.id, by="an editor", reason="by law", only=only(NAMED, "Kimberley"))
    assert "Kim" not in repr(ledger.contents(READ_BY).documents)
    assert list(ledger.faults()) == []
    ledger.redact(entry.document.id, by="an editor", reason="by law")
    (left,) = ledger.contents(READ_BY).documents
    assert set(left.text) <= {BLOCK, " "}
    assert list(ledger.faults()) == []


def test_a_document_of_which_a_name_was_blanked_is_not_taken_in_again_in_any_form(ledger: Ledger) -> None:
    entry = an_entry(NAMED)
    ledger.record(entry)
    ledger.redact(entry.document.id, by="an editor", reason="by law", only=only(NAMED, "Kim Example"))
    other = replace(entry.document, publisher="another page that prints it")
    for each in (entry.document, other):
        assert ledger.holds(each, "test 2")
        assert not ledger.record(Entry(document=each, capture=a_capture(NAMED, address="b.txt"), extraction=entry.extraction))
    assert "Kim Example" not in repr(ledger.contents(READ_BY))


def test_a_title_goes_with_the_words_of_its_document(ledger: Ledger) -> None:
    entry = an_entry("Soldiers crossed the line.")
    titled = replace(entry.document, title="Kim Example tells of it")
    ledger.record(replace(entry, document=titled))
    ledger.redact(titled.id, by="an editor", reason="by law")
    assert "Kim Example" not in repr(ledger.contents(READ_BY))


def test_what_was_redacted_is_not_taken_in_again(ledger: Ledger) -> None:
    entry = an_entry("Private Kim crossed the line.")
    ledger.record(entry)
    ledger.redact(entry.document.id, by="an editor", reason="by law")
    assert ledger.holds(entry.document, "test 2")
    assert list(ledger.unread("test 2")) == []
    again = replace(a_capture("<p>Private Kim crossed the line.</p>"), address="elsewhere.html")
    assert not ledger.record(Entry(document=entry.document, capture=again, extraction=entry.extraction, read_by="test 2"))
    with pytest.raises(LedgerError, match="holds no capture"):
        ledger.captured(again.id)
    assert "Kim" not in repr(ledger.contents("test 2"))


def test_a_document_that_is_not_there_cannot_be_redacted(ledger: Ledger) -> None:
    with pytest.raises(LedgerError, match="holds no document"):
        ledger.redact(DocumentId("0" * 64), by="an editor", reason="by law")
