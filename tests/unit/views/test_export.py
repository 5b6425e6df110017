"""Exports: a stable header, blanks where nothing is known, nothing a spreadsheet would run, no made-up points."""

import csv
import io
import json

import pytest
from tests.fakes.views import a_view

from truceline.packs.pack import load_pack
from truceline.views.export import COLUMNS, export

ONTOLOGY = load_pack().ontology


def rows() -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO("".join(export(a_view(), "csv", ontology=ONTOLOGY)), newline="")))


def test_the_header_begins_as_published_and_never_changes_order() -> None:
    header = "".join(export(a_view(), "csv", ontology=ONTOLOGY)).splitlines()[0].split(",")
    assert tuple(header) == COLUMNS and len(set(header)) == len(header)
    assert header[:8] == ["incident_id", "permalink", "edition", "status", "title", "summary", "event_date", "event_date_end"]
    assert header[26:34] == [
        "place_precision",
        "place_radius_m",
        "deaths_low",
        "deaths_best",
        "deaths_high",
        "injured_low",
        "injured_best",
        "injured_high",
    ]


def test_unknown_is_blank_and_never_zero() -> None:
    loud = next(each for each in rows() if each["incident_id"] == "i-loud")
    for column in ("event_date", "latitude", "deaths_low", "deaths_high", "edition", "agreement_id"):
        assert loud[column] == ""


def test_words_that_a_spreadsheet_would_run_are_quoted() -> None:
    fire = next(each for each in rows() if each["incident_id"] == "i-fire")
    assert all(not value.startswith(("=", "+", "-", "@", "\t")) for each in rows() for value in each.values())
    assert fire["place_name"].startswith("<script")


def test_a_crossing_keeps_its_place_its_day_and_its_finding() -> None:
    crossing = next(each for each in rows() if each["incident_id"] == "i-crossing")
    assert (crossing["event_date"], crossing["date_precision"], crossing["latitude"]) == ("2024-06-09", "day", "37.956")
    assert crossing["clause_findings"] == "korean-armistice-1953:7:PRK:ground_crossing=apparent_breach"
    assert (crossing["claims_n"], crossing["denials_n"], crossing["origins_n"], crossing["review_state"]) == ("1", "1", "2", "unreviewed")


def test_unlocated_incidents_have_no_geometry() -> None:
    told = json.loads("".join(export(a_view(), "geojson", ontology=ONTOLOGY)))
    found = {each["id"]: each["geometry"] for each in told["features"]}
    assert found == {"i-crossing": {"type": "Point", "coordinates": [126.677, 37.956]}, "i-fire": None, "i-loud": None}
    assert set(told["features"][0]["properties"]) == set(COLUMNS)
    assert told["truceline"]["documents_read"] == 4


def test_jsonl_holds_one_dossier_a_line() -> None:
    told = [json.loads(line) for line in "".join(export(a_view(), "jsonl", ontology=ONTOLOGY)).splitlines()]
    assert [each["id"] for each in told] == ["i-crossing", "i-fire", "i-loud"]


def test_another_word_is_refused_with_the_words_that_exist() -> None:
    with pytest.raises(ValueError, match="jsonl, csv, geojson"):
        export(a_view(), "xls", ontology=ONTOLOGY)
