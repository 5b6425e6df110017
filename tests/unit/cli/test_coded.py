"""A coded record has the fields of the codebook, and its evidence points into the text it was read from."""

import json
import re
from datetime import date
from pathlib import Path
from typing import Any

from tests.fakes.small_readings import extracted, reading
from tests.fakes.small_texts import PUBLISHED, pack

from truceline.cli.coded import COUNTS, coded, line
from truceline.model.ids import IncidentId
from truceline.packs.ontology import Ontology

CODEBOOK = (Path(__file__).parents[3] / "docs" / "codebook.md").read_text(encoding="utf-8")
TEXT = (
    "About 20 North Korean soldiers crossed the Military Demarcation Line in the eastern sector at 8:30 a.m. on Monday, and turned back "
    "after South Korean troops fired warning shots, the Joint Chiefs of Staff said. "
    "It was the third crossing since the beginning of March.\n"
    "North Korean soldiers once fired at a South Korean guard post.\n"
)
TITLE = "North Korean soldiers cross the line"


def record(text: str = TEXT, title: str | None = TITLE, published: date | None = PUBLISHED) -> dict[str, Any]:
    return coded(reading(text, title, published).document, extracted(text, title, published), {})


def test_a_report_has_the_fields_of_the_codebook_and_no_other() -> None:
    table = CODEBOOK.split("## Fields of a report")[1].split("##")[0]
    named = {field for row in re.findall(r"^\| (`[^|]*) \|", table, re.MULTILINE) for field in re.findall(r"`(\w+)`", row)}
    for report in record()["reports"]:
        assert set(report) - {"title_evidence"} == named - {"title_evidence"}


def test_a_record_has_its_name_reports_and_count_claims() -> None:
    found = record()
    assert (set(found), found["id"]) == ({"id", "reports", "count_claims"}, "small")
    (claim,) = found["count_claims"]
    assert set(claim) == {"type", "ordinal", "by", "since", "until", "quote"}
    assert (claim["type"], claim["ordinal"]) == ("ground_crossing", 3)


def test_values_are_those_of_the_closed_lists() -> None:
    lists: Ontology = pack().ontology
    for report in record()["reports"]:
        assert report["type"] in lists.kinds
        assert report["line"] in {None, *lists.lines}
        assert report["sector"] in {None, *lists.sectors}
        assert set(report["response"]) <= set(lists.responses)
        assert report["outcome"] in {None, *lists.outcomes}
        assert {step["act"] for step in report["follow_up"]} <= set(lists.follow_ups)
        assert report["status"] in {"asserted", "alleged", "denied", "disputed", "planned"}
        assert report["prominence"] in {"main", "background"}
        assert all(re.fullmatch(r"[A-Z]+:(?:mil|gov|civ|mon|unk)", each) for each in report["actor"] + report["target"])
        assert set(report["approx"]) <= {name for name in COUNTS if report[name]}


def test_evidence_lies_within_the_text_and_stands_for_every_filled_field() -> None:
    for report in record()["reports"]:
        for part, source in (("evidence", TEXT), ("title_evidence", TITLE)):
            for spans in report.get(part, {}).values():
                assert all(0 <= start < end <= len(source) for start, end in spans)
        told = {*report["evidence"], *report.get("title_evidence", {})}
        fields = (
            "type",
            "date",
            "time",
            "place",
            "line",
            "sector",
            "actor",
            "target",
            *COUNTS,
            "response",
            "outcome",
            "sources",
            "via",
            "intent",
        )
        assert {name for name in fields if report[name]} <= told


def test_evidence_of_a_field_is_the_words_of_the_field() -> None:
    crossing = next(report for report in record()["reports"] if report["type"] == "ground_crossing")
    (start, end), *_ = crossing["evidence"]["line"]
    assert TEXT[start:end] == "Military Demarcation Line"
    assert (crossing["date"], crossing["time"], crossing["sector"]) == ("2031-03-10", "08:30", "east")
    assert (crossing["persons"], crossing["approx"]) == ([20, 20], ["persons"])


def test_the_day_of_publication_stands_only_beside_an_unknown_date() -> None:
    assert all((report["date"] is None) == (report["not_after"] is not None) for report in record()["reports"])
    (undated,) = record("Armenian forces shelled an Azerbaijani village.", None)["reports"]
    assert (undated["date"], undated["not_after"]) == (None, PUBLISHED.isoformat())
    (timeless,) = record("Armenian forces shelled an Azerbaijani village.", None, None)["reports"]
    assert (timeless["date"], timeless["not_after"]) == (None, None)


def test_the_quote_is_words_of_the_text() -> None:
    for report in record(title=None)["reports"]:
        assert report["quote"]
        assert report["quote"] in TEXT
        assert len(report["quote"]) <= 200


def test_an_incident_is_named_where_reports_were_joined() -> None:
    document, extraction = reading(TEXT, TITLE).document, extracted(TEXT, TITLE)
    first = extraction.reports[0].id
    found = coded(document, extraction, {first: IncidentId("I-1")})["reports"]
    assert [(each["incident"], each["event"]) for each in found] == [("I-1", "I-1")] + [(None, None)] * (len(found) - 1)


def test_a_record_is_one_line_whatever_stands_in_the_text() -> None:
    written = line(record("Guards fired at a\u2028 post in “Séoul”\non Monday.", "A\nB"))
    assert "\n" not in written
    assert json.loads(written)["id"] == "small"
