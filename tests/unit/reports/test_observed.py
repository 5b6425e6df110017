"""Reports of rows and notes: each value leads to its own words, codes are checked, and who speaks is the observer."""

from collections.abc import Mapping

import pytest
from tests.fakes.small_texts import pack

from truceline.errors import InputRefused
from truceline.language.annotate import annotate
from truceline.model.document import Capture, Document
from truceline.model.ids import CaptureId
from truceline.model.report import Modality, Report, Status
from truceline.readers.furniture import built_in
from truceline.readers.observation import to_observation, write_out
from truceline.reports.extract import extract
from truceline.reports.observed import tabled, told_by_observer

ROW = {
    "author": "Team 3", "written": "2024-06-18", "known": "saw", "handling": "clear", "date": "2024-06-18", "time": "12:30",
    "type": "ground_crossing", "actor": "PRK:mil, UNK", "target": "South Korea", "place": "Cheorwon", "line": "MDL", "sector": "central",
    "persons": "20-30", "response": "warning_shots, alert", "outcome": "returned",
}  # fmt: skip


def document(values: Mapping[str, str]) -> Document:
    content = write_out(values).encode()
    capture = Capture(id=CaptureId("c"), address="daily.csv", media_type="text/csv", content=content)
    return to_observation(values, capture, "daily.csv:2", str, built_in().languages)


def report(**changes: str) -> tuple[Report, Document]:
    found = document({**ROW, **changes})
    (one,) = tabled(found, pack()).reports
    return one, found


def test_each_value_leads_to_its_own_words() -> None:
    one, found = report()
    words = {(name, str(getattr(slot.value, "code", ""))): [found.words(each) for each in slot.evidence] for name, slot in one.slots()}
    assert words[("actor", "PRK:mil")] == ["PRK:mil"] and words[("actor", "UNK:unk")] == ["UNK"]
    assert words[("target", "KOR:unk")] == ["South Korea"]
    assert words[("persons", "")] == ["20-30"] and words[("place", "")] == ["Cheorwon"] and words[("outcome", "")] == ["returned"]
    assert words[("sources", "observer")] == ["saw"]
    assert [found.words(each.evidence[0]) for each in one.claim.responses] == ["warning_shots", "alert"]


def test_a_place_that_the_gazetteer_knows_gets_its_point() -> None:
    one, _ = report(place="Panmunjom")
    assert one.claim.where is not None and one.claim.where.value.latitude is not None
    ambiguous, _ = report(place="Cheorwon")
    assert ambiguous.claim.where is not None and len(ambiguous.claim.where.value.candidates) == 2


def test_a_point_of_the_row_goes_before_that_of_the_gazetteer_and_names_a_place_without_a_name() -> None:
    one, _ = report(latitude="38.31", longitude="127.22", radius="500")
    assert one.claim.where is not None
    assert (one.claim.where.value.name, one.claim.where.value.latitude, one.claim.where.value.radius_m) == ("Cheorwon", 38.31, 500)
    nameless, _ = report(place="", latitude="38.31", longitude="127.22")
    assert nameless.claim.where is not None and nameless.claim.where.value.name == "38.31, 127.22"


@pytest.mark.parametrize(("word", "kind"), [("shots", "direct_fire"), ("crossing of a line on land", "ground_crossing")])
def test_a_kind_may_be_named_by_a_word_or_its_label(word: str, kind: str) -> None:
    assert report(type=word)[0].claim.kind.value == kind


def test_an_observation_that_is_such_a_word_names_its_kind() -> None:
    one, found = report(type="", text="Explosion")
    assert one.claim.kind.value == "explosion" and found.words(one.quote) == "Explosion"


def test_what_was_assessed_is_alleged_and_what_was_told_is_said_by_who_told_it() -> None:
    assessed, _ = report(known="assessed")
    assert (assessed.status, assessed.claim.modality) == (Status.ALLEGED, Modality.ALLEGED)
    heard, _ = report(**{"known": "was told", "told by": "a farmer"})
    assert [each.speaker.value.code for each in heard.attributions] == ["a farmer"]


@pytest.mark.parametrize(("field", "value"), [("type", "crosing"), ("actor", "XXX:mil"), ("line", "EQUATOR"), ("response", "tea")])
def test_a_value_outside_the_codebook_is_refused_by_row_and_field(field: str, value: str) -> None:
    with pytest.raises(InputRefused) as refused:
        report(**{field: value})
    assert refused.value.where == f"daily.csv:2, {field}" and value in refused.value.why


def test_a_party_in_no_role_of_the_codebook_is_refused() -> None:
    with pytest.raises(InputRefused, match="cannot be read"):
        report(actor="PRK:navy")


def test_the_refusal_of_a_marked_row_does_not_quote_it() -> None:
    with pytest.raises(InputRefused) as refused:
        report(actor="a named man", handling="amber")
    assert "a named man" not in str(refused.value)


def test_a_note_in_free_words_is_read_and_said_by_the_observer() -> None:
    found = document(
        {"known": "saw", "written": "2024-06-18", "text": "North Korean soldiers crossed the Military Demarcation Line at noon."}
    )
    (one,) = told_by_observer(extract(annotate(found, pack()), pack()), found).reports
    assert one.claim.kind.value == "ground_crossing"
    assert [(each.speaker.value.code, found.words(each.speaker.evidence[0])) for each in one.attributions] == [("observer", "saw")]


def test_a_body_that_the_words_name_speaks_for_itself() -> None:
    text = "North Korean soldiers crossed the Military Demarcation Line at noon, the Joint Chiefs of Staff said."
    found = document({"known": "was told", "told by": "a clerk", "written": "2024-06-18", "text": text})
    (one,) = told_by_observer(extract(annotate(found, pack()), pack()), found).reports
    assert [each.speaker.value.code for each in one.attributions] == ["KOR:JCS"]
