"""Looking beyond the list at the command line: counts then and now, what is hidden, precedents."""

import json
from pathlib import Path
from typing import Any

from tests.unit.cli.conftest import Run


def test_counts_tell_what_was_known_on_the_day_of_the_claim(run: Run) -> None:
    (claim,) = run("counts", "--json").json
    assert (claim["ordinal"], claim["check"]["found"], claim["check"]["then"]) == (3, 3, 3)
    assert "by the day of the claim 3 of these had been told" in run("counts").out


def test_a_rejected_incident_leaves_a_ghost_in_its_stead(run: Run, told_twice: Any) -> None:
    run("reject", told_twice["id"], "--reason", "told of an exercise")
    done = run("counts").out
    assert "ledger short by 1" in done
    assert "not in the ledger, and must be: crossing of a line on land, 2024-06-01 to 2024-06-20" in done
    told = run("hidden", "ground_crossing", "--since", "2024-06-01", "--until", "2024-06-30", "--json").json
    assert (len(told["known"]), told["at_least"]) == (2, 3)
    assert told["estimate"] is None
    assert told["refused"]


def test_hidden_says_where_no_count_speaks(run: Run) -> None:
    done = run("hidden", "ground_crossing", "--since", "2023-06-01", "--until", "2023-06-30")
    assert done.code == 0
    assert "no count of somebody's says that there were more" in done.out
    assert "no estimate" in done.out


def test_hidden_refuses_a_type_that_is_none_and_days_that_run_backwards(run: Run) -> None:
    assert "did you mean: ground_crossing" in run("hidden", "ground_crosing", "--since", "2024-06-01", "--until", "2024-06-30").err
    assert "is before" in run("hidden", "ground_crossing", "--since", "2024-06-30", "--until", "2024-06-01").err


def test_precedents_were_not_after_and_tell_what_they_share(run: Run, told_twice: Any) -> None:
    (found,) = run("like", told_twice["id"], "--json").json
    assert found["date"] == "2024-06-09"
    assert {"line MDL", "actor PRK:mil", "response warning_shots"} <= set(found["shares"])
    assert "shares: line MDL" in run("like", told_twice["id"]).out


def test_an_incident_without_precedent_says_so(run: Run) -> None:
    first = next(each["id"] for each in run("incidents", "--json").json if each["date"] == ["2024-06-09"])
    assert "no incident of this type was before it" in run("like", first).out


def test_a_rehearsal_tells_how_the_ledger_fared_and_its_ledger_takes_nothing_real(run: Run, tmp_path: Path) -> None:
    told = run("rehearse", tmp_path / "exercise", "--seed", "3", "--days", "20", "--json").json
    assert told["n_found"] <= told["n_told"] <= told["n_true"]
    assert "is not empty" in run("rehearse", tmp_path / "exercise").err
    real = tmp_path / "real.txt"
    real.write_text(
        "SEOUL, June 18, 2024\n\nNorth Korean soldiers crossed the Military Demarcation Line, the Joint Chiefs of Staff said.\n"
    )
    assert "this ledger holds an exercise" in run("ingest", real, "--ledger", tmp_path / "exercise" / "ledger.db").err
    done = run("ingest", tmp_path / "exercise" / "dispatches.jsonl")
    assert done.code == 3
    assert "is marked as an exercise" in done.err


def test_a_claim_of_a_first_names_what_contradicts_it_then_and_now(run: Run, tmp_path: Path) -> None:
    notes = tmp_path / "notes.jsonl"
    crossed = "North Korean soldiers crossed the Military Demarcation Line on {} and withdrew after warning shots, the Joint Chiefs said."
    rows = [
        {"id": "b", "published": "2021-05-11", "text": crossed.format("May 10")},
        {"id": "c", "published": "2024-06-19", "text": crossed.format("June 18") + " It was the first crossing since 2019."},
        {"id": "late", "published": "2024-08-01", "text": crossed.format("March 3, 2022")},
    ]
    notes.write_text("".join(json.dumps(each) + "\n" for each in rows))
    run("ingest", notes, "--ledger", tmp_path / "new.db")
    for each in run("incidents", "--ledger", tmp_path / "new.db", "--json").json:
        run("accept", each["id"], "--reason", "read", "--ledger", tmp_path / "new.db")
    (now,) = run("counts", "--ledger", tmp_path / "new.db", "--json").json
    assert now["since_check"]["verdict"] == "contradicted"
    assert (len(now["since_check"]["against"]), len(now["since_check"]["known_then"])) == (2, 1)
    (then,) = run("counts", "--ledger", tmp_path / "new.db", "--as-of", "2024-06-19", "--json").json
    assert len(then["since_check"]["against"]) == 1
    carrier = next(each for each in run("incidents", "--ledger", tmp_path / "new.db", "--json").json if "2024-06-18" in each["date"])
    assert "the first: contradicted: 2 incidents" in run("show", carrier["id"], "--ledger", tmp_path / "new.db").out
    page = tmp_path / "brief.html"
    run("brief", "--ledger", tmp_path / "new.db", "-o", page)
    assert "contradicted" in page.read_text(encoding="utf-8")
