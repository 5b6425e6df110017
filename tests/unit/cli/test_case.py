"""The case at the command line: shown, added to, undone, carried to another ledger, listed, and looked back at."""

from pathlib import Path
from typing import Any

import pytest
from tests.unit.cli.conftest import Run


def states(run: Run, incident: str, *more: str) -> list[str]:
    return [each["state"] for each in run("case", incident, "--json", *more).json["steps"]]


def test_a_step_of_a_person_stands_in_the_case_and_in_the_dossier_with_who_and_why(run: Run, told_twice: Any) -> None:
    done = run(
        "case", told_twice["id"], "notified", "--at", "2024-06-19", "--from", "UNC", "--to", "PRK", "--why", "in the duty log", "--json"
    )
    (decision,) = done.json["decisions"]
    (step,) = (each for each in run("case", told_twice["id"], "--json").json["steps"] if each["state"] == "notified")
    assert (step["day"], step["by"], step["to"], step["said_by"], step["why"]) == (
        "2024-06-19",
        "UNC",
        "PRK",
        "an analyst",
        "in the duty log",
    )
    assert step["decision"] == decision
    assert "19 June 2024: notified by UNC to PRK" in run("show", told_twice["id"]).out
    assert run("undo", decision).code == 0
    assert "notified" not in states(run, told_twice["id"])


def test_a_step_can_rest_on_words_of_a_document_and_others_are_refused(run: Run, told_twice: Any) -> None:
    quote = run("show", told_twice["id"], "--json").json["quotes"][0]["words"].split(",")[0]
    assert run("case", told_twice["id"], "investigated", "--why", "told", "--words", quote).code == 0
    (step,) = (each for each in run("case", told_twice["id"], "--json").json["steps"] if each["state"] == "investigated")
    assert step["document"]
    assert step["decision"]
    assert quote in step["quotes"][0]
    refused = run("case", told_twice["id"], "found", "--why", "told", "--words", "nobody wrote these words")
    assert refused.code == 1
    assert "do not stand in the documents of the incident" in refused.err


def test_looking_back_leaves_out_what_was_not_said_or_not_yet(run: Run, told_twice: Any) -> None:
    run("case", told_twice["id"], "notified", "--at", "2024-06-25", "--why", "in the log")
    assert "notified" not in states(run, told_twice["id"], "--as-of", "2024-06-24")
    assert "notified" in states(run, told_twice["id"], "--as-of", "2024-06-25")
    assert run("case", told_twice["id"], "--known-at", "2001-01-01").code == 1


def test_steps_are_carried_with_the_other_decisions(run: Run, told_twice: Any, tmp_path: Path, small_ledger: Path) -> None:
    run("case", told_twice["id"], "notified", "--at", "2024-06-19", "--why", "in the log")
    run("decisions", "--export", tmp_path / "decided.jsonl")
    other = tmp_path / "other.db"
    other.write_bytes(small_ledger.read_bytes())
    assert run("decisions", "--import", tmp_path / "decided.jsonl", "--ledger", other).code == 0
    assert "notified" in states(run, told_twice["id"], "--ledger", str(other))
    forged = (tmp_path / "decided.jsonl").read_text(encoding="utf-8").replace('"notified"', '"praised"')
    (tmp_path / "forged.jsonl").write_text(forged, encoding="utf-8")
    done = run("decisions", "--import", tmp_path / "forged.jsonl")
    assert done.code == 3
    assert "is no decision" in done.err


def test_the_list_puts_what_is_overdue_first_and_tells_how_many(run: Run, told_twice: Any) -> None:
    found = run("incidents", "--json").json
    two = next(each["id"] for each in found if each["review"])  # hardly believed, so counted nowhere
    one = next(each["id"] for each in found if each["id"] not in (two, told_twice["id"]))
    run("case", one, "notified", "--at", "2024-06-19", "--why", "in the log")
    run("case", two, "answered", "--due", "2024-07-01", "--why", "asked for by the Command")
    run("case", told_twice["id"], "answered", "--due", "2024-07-01", "--from", "PRK", "--why", "asked for by the Command")
    listed = run("cases", "--on", "2024-07-02")
    rows = [line for line in listed.out.split("\n") if line.startswith("i")]
    assert [row.split()[0] for row in rows] == [told_twice["id"], one, two]  # what is hardly believed stands last, overdue or not
    assert "overdue since 2024-07-01: answered by PRK" in rows[0]
    assert "1 with something overdue on 2024-07-02" in listed.out
    assert [each["incident"] for each in run("cases", "--only", "overdue", "--on", "2024-07-02", "--json").json] == [told_twice["id"], two]
    assert run("cases", "--only", "overdue", "--on", "2024-07-01", "--json").json == []


def test_a_closed_case_is_listed_as_closed(run: Run, told_twice: Any) -> None:
    run("case", told_twice["id"], "closed", "--why", "both sides have what they asked for")
    assert [each["incident"] for each in run("cases", "--only", "closed", "--json").json] == [told_twice["id"]]


def test_a_finding_that_a_person_tells_keeps_what_was_held(run: Run, told_twice: Any) -> None:
    run("case", told_twice["id"], "found", "--from", "UNC", "--to", "PRK:mil", "--held", "no_breach", "--why", "the letter of the mission")
    assert "found (no breach) by UNC of PRK:mil" in run("case", told_twice["id"]).out
    done = run("case", told_twice["id"], "notified", "--held", "breach", "--why", "x")
    assert done.code == 2
    assert "holds one of" in done.err


def test_an_intention_is_shown_apart(run: Run, told_twice: Any) -> None:
    run("case", told_twice["id"], "protested", "--intended", "--from", "KOR:gov", "--why", "a minister says so")
    told = run("case", told_twice["id"], "--json").json
    assert ([each["state"] for each in told["intended"]], told["states"]["protested"]) == (["protested"], False)
    assert "STATED AS INTENDED" in run("case", told_twice["id"]).out


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("praised", "--why", "x"), "is no state of a case"),
        (("notified",), "needs a reason"),
        (("notified", "--why", "x", "--from", "ZZZ"), "there is no party 'ZZZ'"),
        (("notified", "--why", "x", "--at", "2999-01-01"), "is still to come"),
        (("notified", "--why", "x", "--at", "2024-06-19", "--due", "2024-06-20"), "has no day of its own yet"),
    ],
)
def test_a_step_that_cannot_be_is_a_usage_error(run: Run, told_twice: Any, words: tuple[str, ...], said: str) -> None:
    done = run("case", told_twice["id"], *words)
    assert done.code == 2
    assert said in done.err
