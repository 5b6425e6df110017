"""What every ledger must do with attached files, run on each adapter."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from tests.fakes.clock import Clock
from tests.fakes.records import NOON, a_media_file, a_step

from truceline.errors import LedgerError
from truceline.ledger.base import Ledger
from truceline.model.media import Hand, MediaId

FILM = b"the first piece" + b"the second piece"
PIECES = (b"the first piece", b"the second piece")


def test_an_attached_file_is_given_back_whole_with_who_attached_it(ledger: Ledger) -> None:
    file = a_media_file(FILM)
    assert ledger.attach(file, PIECES, a_step(file))
    assert b"".join(ledger.media(file.id)) == FILM
    found = ledger.contents("test 1")
    assert (found.media, found.custody) == ((file,), (a_step(file),))
    assert list(ledger.faults()) == []


def test_attaching_twice_adds_nothing_and_another_step_is_kept_beside(ledger: Ledger) -> None:
    file = a_media_file(FILM)
    ledger.attach(file, PIECES, a_step(file))
    head = ledger.head()
    assert not ledger.attach(file, PIECES, a_step(file))
    assert isinstance(ledger.head(), str) and len(ledger.contents("test 1").custody) == 1
    assert ledger.attach(file, PIECES, a_step(file, end=99_000))
    assert len(ledger.contents("test 1").custody) == 2
    assert ledger.head() != head


def test_a_file_that_changed_while_it_was_read_is_not_taken_in(ledger: Ledger) -> None:
    file = a_media_file(FILM)
    with pytest.raises(LedgerError, match="changed while it was read"):
        ledger.attach(file, (b"the first piece", b"other bytes"), a_step(file))
    found = ledger.contents("test 1")
    assert (found.media, found.custody) == ((), ())
    assert list(ledger.faults()) == []


def test_what_was_shown_and_to_whom_is_kept(ledger: Ledger) -> None:
    file = a_media_file(FILM)
    ledger.attach(file, PIECES, a_step(file))
    before = ledger.contents("test 1").state
    ledger.hand(a_step(file, hand=Hand.SHOWN, reason="for the inquiry"))
    found = ledger.contents("test 1")
    assert [each.hand for each in found.custody if each.reason == "for the inquiry"] == [Hand.SHOWN]
    assert found.state != before


def test_a_file_that_is_not_there_can_be_neither_handed_nor_read(ledger: Ledger) -> None:
    with pytest.raises(LedgerError, match="holds no file"):
        ledger.hand(a_step(a_media_file(FILM), hand=Hand.SHOWN))
    with pytest.raises(LedgerError, match="holds no file"):
        list(ledger.media(MediaId("0" * 64)))


def test_a_redacted_file_is_gone_with_what_it_said_of_itself_and_stays_out(ledger: Ledger) -> None:
    file, other = a_media_file(FILM), a_media_file(b"another film")
    ledger.attach(file, PIECES, a_step(file))
    ledger.attach(other, (b"another film",), a_step(other))
    made = ledger.redact(file.id, by="an editor", reason="a prisoner is to be seen")
    assert {(each.by, each.reason) for each in made} == {("an editor", "a prisoner is to be seen")}
    with pytest.raises(LedgerError, match="was redacted"):
        list(ledger.media(file.id))
    found = ledger.contents("test 1")
    assert found.media == (other,)
    step = next(each for each in found.custody if each.media == file.id)
    assert "Kim" not in repr(step)
    assert (step.stretches, step.act, step.reports) == (a_step(file).stretches, "ground_crossing", a_step(file).reports)
    assert step.id == a_step(file).id, "what others wrote of the attachment still leads to it"
    with pytest.raises(LedgerError, match="was redacted"):
        ledger.attach(file, PIECES, a_step(file))
    assert list(ledger.faults()) == [], "a tombstone is no fault"


def test_files_known_at_a_moment_are_those_attached_by_then(ledger: Ledger, clock: Clock) -> None:
    early, late = a_media_file(FILM), a_media_file(b"another film")
    ledger.attach(early, PIECES, a_step(early))
    clock.now = NOON + timedelta(hours=2)
    ledger.attach(late, (b"another film",), a_step(late))
    then = ledger.contents("test 1", NOON + timedelta(hours=1))
    assert (then.media, [each.media for each in then.custody]) == ((early,), [early.id])


def test_steps_come_in_one_order_however_they_arrived(new_ledger: Callable[[], Ledger]) -> None:
    file = a_media_file(FILM)
    steps = [a_step(file), a_step(file, end=99_000), a_step(file, end=98_000)]
    told = []
    for order in (steps, steps[::-1]):
        ledger = new_ledger()
        for each in order:
            ledger.attach(file, PIECES, each)
        told.append(ledger.contents("test 1").custody)
    assert told[0] == told[1]
