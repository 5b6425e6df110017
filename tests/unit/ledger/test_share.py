"""What may go out of a ledger: nothing above a handling mark, nothing of sensors before its moment, and no words about either."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from tests.fakes.records import NOON, a_document, a_judgement, a_media_file, a_step, an_extraction

from truceline.ledger.base import Contents
from truceline.ledger.share import WITHHELD, share
from truceline.model.document import Document
from truceline.model.handling import Handling, handling_of
from truceline.model.media import Hand
from truceline.model.observation import Known, Observation
from truceline.model.review import Review, Verb

OPEN = a_document("Soldiers crossed the line on Tuesday.", name="open")
MARKED = replace(a_document("A guard said that soldiers crossed the line.", name="marked"), handling=Handling.AMBER)


def held(*documents: Document, **more: object) -> Contents:
    return Contents(documents=documents, extractions=tuple(map(an_extraction, documents)), **more)  # type: ignore[arg-type]  # any field


def reports(*documents: Document) -> list[str]:
    return [an_extraction(each).reports[0].id for each in documents]


def a_review(*documents: Document) -> Review:
    named = tuple(an_extraction(each).reports[0].id for each in documents)
    return Review(verb=Verb.ACCEPT, by="an analyst", at=NOON, subject=named[0], reports=named, reason="the guard was there")


@pytest.mark.parametrize(("upto", "seen"), [("clear", 1), ("green", 1), ("amber", 2), ("amber+strict", 2), ("red", 2)])
def test_what_bears_a_higher_mark_is_left_out_and_counted(upto: str, seen: int) -> None:
    found = share(held(OPEN, MARKED), handling_of(upto), NOON)
    assert (len(found.contents.documents), len(found.contents.extractions), found.left_out) == (seen, seen, 2 - seen)


def test_a_track_goes_out_when_its_moment_has_come_and_not_without_a_clock() -> None:
    seen = Observation(known=Known.RECORDED, not_before=NOON + timedelta(hours=24))
    track = replace(OPEN, observation=seen)
    assert share(held(track), Handling.CLEAR, NOON).held_back == 1
    assert share(held(track), Handling.CLEAR, None).held_back == 1
    assert share(held(track), Handling.CLEAR, datetime(2024, 7, 2, 12, tzinfo=UTC)).held_back == 0
    assert share(held(track), Handling.RED, NOON).held_back == 0


def test_a_decision_on_withheld_reports_alone_goes_with_them() -> None:
    (left, right) = reports(OPEN, MARKED)
    found = share(held(OPEN, MARKED, reviews=(a_review(MARKED),), judgements=(a_judgement(left, right),)), Handling.CLEAR, NOON)
    assert found.contents.reviews == ()


def test_a_judgement_that_names_a_withheld_report_is_left_out() -> None:
    left, right = sorted(reports(OPEN, MARKED))
    judgement = replace(a_judgement(), left=left, right=right)
    assert share(held(OPEN, MARKED, judgements=(judgement,)), Handling.GREEN, NOON).contents.judgements == ()
    assert share(held(OPEN, MARKED, judgements=(judgement,)), Handling.AMBER, NOON).contents.judgements == (judgement,)


def test_a_decision_on_both_stands_without_the_words_of_its_reason() -> None:
    both = a_review(OPEN, MARKED)
    found = share(held(OPEN, MARKED, reviews=(both,)), Handling.CLEAR, NOON)
    (masked,) = found.masked(found.contents.reviews)
    assert (masked.verb, masked.reports, masked.reason) == (Verb.ACCEPT, tuple(reports(OPEN)), WITHHELD)


@pytest.mark.parametrize(("word", "mark"), [("TLP:RED", "TLP:RED"), ("tlp: amber + strict", "TLP:AMBER+STRICT"), ("white", "TLP:CLEAR")])
def test_a_mark_is_read_as_people_write_it(word: str, mark: str) -> None:
    assert handling_of(word) == mark


def test_a_word_that_is_no_mark_is_refused_with_those_that_are() -> None:
    with pytest.raises(ValueError, match="TLP:GREEN"):
        handling_of("secret")


def test_a_file_goes_no_farther_than_its_mark_and_than_the_reports_it_is_attached_to() -> None:
    film = a_media_file(b"a film")
    (opened, marked) = reports(OPEN, MARKED)
    on_open = replace(a_step(film), reports=(opened,), handling=Handling.CLEAR)
    for step, upto, seen in (
        (on_open, Handling.CLEAR, True),
        (replace(on_open, handling=Handling.GREEN), Handling.CLEAR, False),
        (replace(on_open, handling=Handling.GREEN), Handling.GREEN, True),
        (replace(on_open, reports=(marked,)), Handling.CLEAR, False),
        (replace(on_open, reports=(marked,)), Handling.AMBER, True),
    ):
        found = share(held(OPEN, MARKED, media=(film,), custody=(step,)), upto, NOON)
        assert (bool(found.contents.media), bool(found.contents.custody), found.files_left_out) == (seen, seen, int(not seen))


def test_of_a_file_attached_to_what_is_withheld_too_the_words_are_left_out() -> None:
    film = a_media_file(b"a film")
    opened, marked = reports(OPEN, MARKED)
    step = replace(a_step(film), reports=(opened, marked), handling=Handling.CLEAR)
    (seen,) = share(held(OPEN, MARKED, media=(film,), custody=(step,)), Handling.CLEAR, NOON).contents.custody
    assert (seen.reports, seen.reason, seen.id) == ((opened,), WITHHELD, step.id)


def test_to_attach_a_file_anew_changes_its_mark() -> None:
    film = a_media_file(b"a film")
    (opened,) = reports(OPEN)
    first = replace(a_step(film), reports=(opened,), handling=Handling.RED)
    back = replace(a_step(film, hand=Hand.TAKEN_BACK), undoes=first.id)
    again = replace(a_step(film, end=99_000), reports=(opened,), handling=Handling.CLEAR)
    assert share(held(OPEN, media=(film,), custody=(first, back, again)), Handling.CLEAR, NOON).contents.media == (film,)
    assert share(held(OPEN, media=(film,), custody=(first, again)), Handling.CLEAR, NOON).contents.media == ()
