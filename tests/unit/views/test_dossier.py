"""The dossier: every account with its claimant, as data and as text."""

import json

import pytest
from tests.fakes.views import TEXTS, a_view

from truceline.errors import InputRefused
from truceline.packs.pack import load_pack
from truceline.views.agree import agree
from truceline.views.dossier import dossier, of_incident, render
from truceline.views.narrow import Narrow

ONTOLOGY = load_pack().ontology


def test_a_finding_has_the_keys_that_were_promised() -> None:
    found = dossier(a_view(), "i-crossing")["findings"][0]
    assert {"instrument", "clause", "side", "act", "verdict", "reasons", "missing"} <= set(found)
    assert (found["side"], found["answers_through"], found["verdict"], found["checked"]) == ("PRK", "KPA", "apparent_breach", False)
    assert found["reasons"][0]["reasons"][0]["answer"] == "unknown"


def test_competing_numbers_and_the_denial_stand_side_by_side() -> None:
    told = dossier(a_view(), "i-crossing", ontology=ONTOLOGY)
    assert [each["value"] for each in told["variants"]["persons"]] == [[20, 20], [None, 10]]
    assert "persons" in told["disagreements"] and "date" not in told["disagreements"]
    assert [(each["speaker"], each["stance"]) for each in told["claims_by_source"]] == [("KOR:JCS", "asserts"), ("PRK:gov", "denies")]
    (stance,) = told["stances"]
    assert (stance["party"], stance["stance"], stance["as_of"], stance["report"]) == ("PRK", "denied", "2024-06-11", "r-north")


def test_offsets_lead_to_the_words() -> None:
    told = dossier(a_view(), "i-crossing")
    wire = next(each for each in told["reports"] if each["document"] == "d-wire")
    start, end = wire["evidence"]["persons"][0]
    assert TEXTS["wire"][start:end] == "About 20"
    for quote in told["quotes"]:
        assert TEXTS[quote["document"][2:]][quote["start"] : quote["end"]] == quote["words"]


def test_it_says_why_its_reports_are_one_incident() -> None:
    told = dossier(a_view(), "i-crossing")
    (join,) = told["judgements"]
    assert (join["same"], join["by"], join["score"]) == ("yes", "truceline.incidents 1", 1.0)
    assert "+3.0" in join["why"][0] and "2024-06-09 | 2024-06-09" in join["why"][0]
    assert "WHY THESE REPORTS ARE ONE INCIDENT" in render(told)
    assert dossier(a_view(), "i-fire")["judgements"] == []


def test_a_view_cut_out_for_one_incident_gives_the_same_dossier() -> None:
    view = a_view()
    narrow = Narrow(view)
    for each in view.incidents.values():
        assert of_incident(narrow(each), each) == of_incident(view, each)


def test_it_can_be_written_as_json_and_keeps_the_short_quote_only() -> None:
    told = json.dumps(dossier(a_view(), "i-crossing", ontology=ONTOLOGY))
    assert "capture_sha256" in told and TEXTS["wire"] not in told


@pytest.mark.parametrize("word", ["i-crossing-old", "i-c"])
def test_an_alias_or_the_beginning_of_an_id_finds_it(word: str) -> None:
    assert dossier(a_view(), word)["id"] == "i-crossing"


@pytest.mark.parametrize(("word", "says"), [("i-", "3 incidents"), ("nothing", "no incident")])
def test_a_word_for_none_or_several_is_refused(word: str, says: str) -> None:
    with pytest.raises(InputRefused, match=says):
        dossier(a_view(), word)


def test_the_text_tells_it_all_and_moves_no_cursor() -> None:
    told = render(dossier(a_view(), "i-crossing", ontology=ONTOLOGY))
    for words in (
        "CROSSING OF A LINE ON LAND",
        "about 20",
        "accounts differ",
        "KOR:JCS asserts",
        "PRK:gov denies, through KCNA",
        "apparent breach: korean-armistice-1953 paragraph 7; PRK (answered for by KPA)",
        "not known: Was the crossing authorised?",
    ):
        assert words.lower() in told.lower(), words
    hostile = render({**dossier(a_view(), "i-fire"), "label": "\x1b[31mred\x9b"})
    assert "\x1b" not in hostile and "\x9b" not in hostile


@pytest.mark.parametrize(
    ("field", "values", "can_all_be_true"),
    [
        ("persons", ["[24,99]", "[20,30]"], True),
        ("persons", ["[20,20]", "[null,10]"], False),
        ("persons", ["[5,null]", "[7,7]"], True),
        ("date", ["2024-06-09", "2024-06"], True),
        ("date", ["2024-06-09", "2024-06-11"], False),
        ("date", ["2024-06-08/2024-06-09", "2024-06-09"], True),
        ("outcome", ["retreated", "captured"], False),
        ("response", ["warning_shots", "warning_broadcast"], True),
        ("place", ["a", "b"], True),
    ],
)
def test_accounts_differ_only_where_they_cannot_all_be_true(field: str, values: list[str], can_all_be_true: bool) -> None:
    assert agree(field, values) is can_all_be_true
