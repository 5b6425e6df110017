"""Looking after a ledger at the command line: verify, rebuild, redact, persons, and what was known when."""

import sqlite3
from pathlib import Path
from typing import Any

from tests.unit.cli.conftest import Run


def test_a_whole_ledger_verifies_and_tells_its_head(run: Run) -> None:
    told = run("verify", "--json")
    assert told.code == 0
    assert told.json["whole"]
    head = told.json["head"]
    assert run("verify", "--head", head).code == 0
    assert run("verify", "--head", "0" * 63 + "1").code == 1


def test_a_tampered_ledger_is_named_and_exits_1(run: Run, tmp_path: Path) -> None:
    db = sqlite3.connect(tmp_path / "my.db")
    db.execute("DROP TRIGGER documents_no_update")
    db.execute("UPDATE documents SET text = replace(text, 'soldiers', 'civilians')")
    db.commit()
    db.close()
    done = run("verify")
    assert done.code == 1
    assert "document: " in done.out
    assert "rows: documents, link" in done.out


def test_everything_comes_out_the_same_from_what_was_read_and_from_the_bytes(run: Run, told_twice: Any, its_reports: list[str]) -> None:
    run("correct", its_reports[0], "persons", "[20,40]", "--reason", "the film shows more")
    run("split", told_twice["id"], its_reports[1], "--reason", "another sector")
    for more in ((), ("--captures",)):
        told = run("rebuild", "--json", *more)
        assert told.code == 0, told.err
        assert told.json["same"]


def test_redaction_keeps_the_incident_and_takes_the_words(run: Run, told_twice: Any) -> None:
    document = run("show", told_twice["id"], "--json").json["documents"][0]["id"]
    done = run("redact", document, "--reason", "a witness is named", "--json").json
    assert done["digest"] != done["digest_before"]
    told = run("show", told_twice["id"], "--json").json
    assert told["variants"]["date"][0]["value"] == "2024-06-18"
    assert "soldiers" not in " ".join(each["words"] for each in told["quotes"] if each["document"] == document)
    assert run("verify").code == 0
    rows = run("redactions", "--json").json
    assert {each["by"] for each in rows} == {"an analyst"}
    assert {each["reason"] for each in rows} == {"a witness is named"}


def test_what_was_redacted_does_not_come_back_with_the_same_file(run: Run, told_twice: Any, small_ledger: Path) -> None:
    for document in run("show", told_twice["id"], "--json").json["documents"]:
        run("redact", document["id"], "--reason", "by law")
    digest = run("digest").out
    run("ingest", small_ledger.parent / "documents")
    assert run("digest").out == digest


def test_named_speakers_outside_known_bodies_are_listed(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "witness.txt"
    file.write_text(
        "SEOUL, June 22, 2024\n\nFive North Korean soldiers crossed the Military Demarcation Line on Friday, Tarik Oduya said.\n",
        encoding="utf-8",
    )
    run("ingest", file)
    told = run("persons", "--json").json
    assert any("Oduya" in each["name"] for each in told["names"])
    assert "quotes" in told["limit"]


def test_what_was_known_before_a_decision_is_shown_without_it(run: Run, told_twice: Any) -> None:
    before = run("incidents", "--json").json
    known = run("verify", "--json").json and _now()
    run("reject", told_twice["id"], "--reason", "told of an exercise")
    assert run("incidents", "--json").json != before
    assert run("incidents", "--json", "--known-at", known).json == before
    assert run("show", told_twice["id"], "--known-at", known).code == 0
    assert run("incidents", "--json", "--known-at", "2001-01-01").json == []


def _now() -> str:
    from datetime import UTC, datetime

    return datetime.now(UTC).isoformat()
