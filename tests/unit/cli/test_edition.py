"""Editions: cut once, never changed, and held against one another."""

import json
from pathlib import Path
from typing import Any

from tests.unit.cli.conftest import Run

from truceline.views.edition import changes


def edition(**incidents: dict[str, Any]) -> dict[str, Any]:
    return {"incidents": incidents}


def entry(*aliases: str, values: dict[str, Any] | None = None, **more: Any) -> dict[str, Any]:
    return {"aliases": list(aliases), "values": values or {}, "words": {}, "type": "ground_crossing", **more}


def test_an_incident_that_is_new_is_added_and_one_that_is_gone_withdrawn() -> None:
    found = changes(edition(i1=entry("i1")), edition(i2=entry("i2")))
    assert found.added == ("i2",)
    assert list(found.withdrawn) == ["i1"]
    assert found.words == "1 added, 1 withdrawn, 0 revised"


def test_an_incident_is_known_again_by_its_alias() -> None:
    found = changes(edition(i1=entry("i1")), edition(i0=entry("i0", "i1")))
    assert (found.added, found.withdrawn, found.revised) == ((), {}, {})


def test_an_incident_that_became_part_of_another_is_withdrawn_to_it() -> None:
    found = changes(edition(i1=entry("i1"), i2=entry("i2")), edition(i1=entry("i1", "i2")))
    assert found.withdrawn == {"i2": "part of i1"}


def test_a_value_that_changed_is_told_with_both() -> None:
    before, after = entry("i1", values={"killed": [[1, 1]]}), entry("i1", values={"killed": [[1, 1], [3, 3]]})
    assert changes(edition(i1=before), edition(i1=after)).revised == {"i1": {"killed": ([[1, 1]], [[1, 1], [3, 3]])}}


def test_two_editions_tell_what_decisions_and_documents_did_between_them(run: Run, told_twice: Any, tmp_path: Path) -> None:
    cut = run("edition", "cut", "first", "--json")
    assert cut.code == 0, cut.err
    other = next(each["id"] for each in run("incidents", "--json").json if each["id"] != told_twice["id"])
    run("reject", other, "--reason", "told of an exercise")
    run("accept", told_twice["id"])
    file = tmp_path / "more.txt"
    file.write_text(
        "SEOUL, July 3, 2024\n\nNorth Korean soldiers crossed the Military Demarcation Line on July 2, the Joint Chiefs of Staff said.\n"
    )
    run("ingest", file)
    run("edition", "cut", "second")
    told = run("edition", "diff", "first", "second", "--json").json
    assert (len(told["added"]), len(told["withdrawn"]), len(told["revised"])) == (1, 1, 1)
    assert told["revised"][told_twice["id"]]["review"] == ["unreviewed", "reviewed"]
    assert "first to second: 1 added, 1 withdrawn, 1 revised" in run("edition", "diff", "first", "second").out
    assert [each["edition"] for each in run("edition", "list", "--json").json] == ["first", "second"]
    assert run("verify").code == 0


def test_a_name_that_is_taken_and_one_that_is_not_known_are_told(run: Run) -> None:
    run("edition", "cut", "first")
    assert "editions do not change" in run("edition", "cut", "first").err
    assert "there is no edition of this name" in run("edition", "diff", "first", "none").err


def test_what_is_redacted_leaves_the_editions_too(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "witness.txt"
    file.write_text(
        "SEOUL, June 24, 2024\n\nFive North Korean soldiers crossed the Military Demarcation Line on June 22, Tarik Oduya said.\n"
    )
    run("ingest", file)
    run("edition", "cut", "first")
    (name,) = run("persons", "--json").json["names"]
    run("redact", name["documents"][0], "--reason", "a witness is named")
    assert run("verify").code == 0
    from truceline.ledger.open import open_ledger

    ledger = open_ledger(tmp_path / "my.db")
    (kept,) = ledger.editions()
    ledger.close()
    assert b"Oduya" not in kept.body
    assert json.loads(kept.body)["incidents"]
