"""Deciding at the command line: each verb is kept with who and why, shows in the dossier, and can be taken back."""

from pathlib import Path
from typing import Any

import pytest
from tests.unit.cli.conftest import Run


def test_accepting_marks_the_incident_reviewed_and_taking_back_unmarks_it(run: Run, told_twice: Any) -> None:
    assert run("show", told_twice["id"], "--json").json["review"] == "unreviewed"
    (decision,) = run("accept", told_twice["id"], "--json").json["decisions"]
    assert run("show", told_twice["id"], "--json").json["review"] == "reviewed"
    run("undo", decision)
    assert run("show", told_twice["id"], "--json").json["review"] == "unreviewed"


def test_accepting_one_report_of_two_is_a_review_in_part(run: Run, told_twice: Any, its_reports: list[str]) -> None:
    run("accept", its_reports[0])
    assert run("show", told_twice["id"], "--json").json["review"] == "reviewed in part (1 of 2 reports)"


def test_a_corrected_value_stands_with_the_one_that_was_read_beside_it(run: Run, told_twice: Any, its_reports: list[str]) -> None:
    run("correct", its_reports[0], "persons", "[30,40]", "--reason", "the film shows more")
    told = run("show", told_twice["id"], "--json").json
    (decision,) = told["decisions"]
    assert (decision["field"], decision["extracted"], decision["value"]) == ("persons", "[25,25]", "[30,40]")
    assert (decision["by"], decision["reason"]) == ("an analyst", "the film shows more")
    assert [each["value"] for each in told["variants"]["persons"]] == [[20, 30], [30, 40]]
    assert "read as [25,25], now [30,40]" in run("show", told_twice["id"]).out


def test_a_rejected_incident_is_listed_no_more_and_its_id_tells_why(run: Run, told_twice: Any) -> None:
    run("reject", told_twice["id"], "--reason", "told of an exercise")
    assert told_twice["id"] not in {each["id"] for each in run("incidents", "--json").json}
    done = run("show", told_twice["id"])
    assert done.code == 1
    assert "was rejected by an analyst" in done.err
    assert "told of an exercise" in done.err


def test_a_rejected_report_stays_rejected_when_a_copy_comes_in(run: Run, told_twice: Any, tmp_path: Path, small_ledger: Path) -> None:
    run("reject", told_twice["id"], "--reason", "told of an exercise")
    copy = tmp_path / "copy.txt"
    copy.write_text(
        (small_ledger.parent / "documents" / "a.txt").read_text(encoding="utf-8") + "\nReporting by our desk.\n", encoding="utf-8"
    )
    before = run("incidents", "--json").json
    assert run("ingest", copy).code == 0
    assert [each["id"] for each in run("incidents", "--json").json] == [each["id"] for each in before]


def test_splitting_and_merging_again_ends_where_it_began(run: Run, told_twice: Any, its_reports: list[str]) -> None:
    run("split", told_twice["id"], its_reports[1], "--reason", "another sector")
    parts = [each["id"] for each in run("incidents", "--json").json if each["date"] == ["2024-06-18"]]
    assert len(parts) == 2
    run("merge", *parts, "--reason", "the same sector after all")
    assert [each["n_reports"] for each in run("incidents", "--json").json if each["id"] == told_twice["id"]] == [2]


@pytest.mark.parametrize(("same", "incidents"), [("no", 2), ("yes", 1), ("unsure", 2)])
def test_a_judgement_wins_over_the_score(run: Run, its_reports: list[str], same: str, incidents: int) -> None:
    done = run("judge", *its_reports, "--same", same, "--reason", "seen on film", "--json").json
    assert len(done["incidents"]) == incidents


def test_why_tells_the_terms_and_what_people_said(run: Run, its_reports: list[str]) -> None:
    told = run("why", *its_reports, "--json").json
    assert told["one_incident"]
    assert told["score"] == pytest.approx(sum(each["weight"] for each in told["terms"]))
    run("judge", *its_reports, "--same", "no", "--reason", "seen on film")
    told = run("why", *its_reports, "--json").json
    assert not told["one_incident"]
    assert [(each["same"], each["by"], each["reason"]) for each in told["people"]] == [("no", "an analyst", "seen on film")]
    assert "an analyst says no: seen on film" in run("why", *its_reports).out


def test_decisions_carry_to_another_ledger_and_give_its_digest(run: Run, told_twice: Any, tmp_path: Path, small_ledger: Path) -> None:
    run("reject", told_twice["id"], "--reason", "told of an exercise")
    (decision,) = run("remark", run("incidents", "--json").json[0]["id"], "a remark", "--json").json["decisions"]
    run("undo", decision, "--reason", "of another one")
    digest = run("digest").out
    assert run("decisions", "--export", tmp_path / "decided.jsonl").code == 0
    other = tmp_path / "other.db"
    other.write_bytes(small_ledger.read_bytes())
    assert run("digest", "--ledger", other).out != digest
    assert run("decisions", "--import", tmp_path / "decided.jsonl", "--ledger", other).code == 0
    assert run("digest", "--ledger", other).out == digest


def test_a_line_that_is_no_decision_is_named_and_the_rest_is_taken(run: Run, told_twice: Any, tmp_path: Path) -> None:
    run("accept", told_twice["id"])
    file = tmp_path / "decided.jsonl"
    run("decisions", "--export", file)
    file.write_text('{"review": {"verb": "praise"}}\n' + file.read_text(encoding="utf-8"), encoding="utf-8")
    done = run("decisions", "--import", file)
    assert done.code == 3
    assert "decided.jsonl:1: is no decision" in done.err
    assert "accept" in done.out


def test_a_remark_and_an_assignment_show_in_the_dossier(run: Run, told_twice: Any) -> None:
    run("remark", told_twice["id"], "asked the mission")
    run("assign", told_twice["id"], "a colleague")
    told = run("show", told_twice["id"]).out
    assert "given to a colleague to look at" in told
    assert "asked the mission" in told


def test_a_value_that_the_codebook_does_not_have_is_a_usage_error(run: Run, its_reports: list[str]) -> None:
    done = run("correct", its_reports[0], "line", "NOWHERE", "--reason", "x")
    assert done.code == 2
    assert "is no line of the codebook" in done.err


def test_a_decision_without_reason_or_name_is_a_usage_error(run: Run, told_twice: Any) -> None:
    assert run("reject", told_twice["id"], "--reason", " ").code == 2
    assert run("accept", told_twice["id"], "--by", " ").code == 2


def test_undoing_what_is_unknown_or_undone_is_told(run: Run, told_twice: Any) -> None:
    assert "no decision has this id" in run("undo", "v0000").err
    (decision,) = run("accept", told_twice["id"], "--json").json["decisions"]
    run("undo", decision)
    assert "was taken back already" in run("undo", decision).err
