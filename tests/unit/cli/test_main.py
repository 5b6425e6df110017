"""The command line: names, exit codes, what goes to which stream, and the shapes of JSON."""

import json
import subprocess
import sys
from pathlib import Path
from shutil import copytree

import pytest
from tests.fakes.dispatches import write_dispatches
from tests.unit.cli.conftest import Run, Said

import truceline.cli.main as main_module
from truceline import __version__

COMMANDS = (
    "code",
    "explain",
    "ingest",
    "incidents",
    "show",
    "counts",
    "refused",
    "brief",
    "export",
    "digest",
    "doctor",
    "demo",
    "accept",
    "reject",
    "correct",
    "merge",
    "split",
    "judge",
    "rules",
    "locate",
    "observe",
    "note",
    "assign",
    "undo",
    "decisions",
    "why",
    "verify",
    "rebuild",
    "redact",
    "redactions",
    "persons",
    "ledger",
    "hidden",
    "like",
    "edition",
    "rehearse",
)


@pytest.fixture(scope="module")
def documents(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_dispatches(tmp_path_factory.mktemp("documents"))[0].parent


@pytest.fixture(scope="module")
def ledger(documents: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A ledger that the real program made in a process of its own."""
    file = tmp_path_factory.mktemp("ledger") / "ledger.db"
    command = [sys.executable, "-m", "truceline", "ingest", str(documents), "--ledger", str(file)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert done.stderr == ""
    assert "5 read" in done.stdout
    return file


def test_help_names_every_command(truceline: Run) -> None:
    done = truceline("--help")
    assert done.code == 0
    assert all(f"  {command} " in done.out for command in COMMANDS)


def test_help_loads_nothing_heavy() -> None:
    probe = "import sys, truceline.cli.main; print(*sorted({name.partition('.')[0] for name in sys.modules}))"
    loaded = subprocess.run([sys.executable, "-c", probe], capture_output=True, text=True, check=True).stdout.split()
    assert not {"spacy", "sqlalchemy", "trafilatura", "numpy", "lxml", "jinja2"} & set(loaded)


def test_version_is_told(truceline: Run) -> None:
    assert truceline("--version") == Said(code=0, out=f"truceline {__version__}\n", err="")


@pytest.mark.parametrize(
    "arguments",
    [
        ("nonsense",),
        ("ingest",),
        ("show",),
        ("incidents", "--since", "June"),
        ("ingest", "x.txt", "--workers", "0"),
        ("export", "--format", "pdf"),
    ],
)
def test_wrong_usage_exits_2_and_prints_no_data(truceline: Run, arguments: tuple[str, ...], ledger: Path) -> None:
    done = truceline(*arguments, *(("--ledger", str(ledger)) if arguments[0] in ("incidents", "export") else ()))
    assert (done.code, done.out) == (2, "")
    assert "Error: " in done.err


@pytest.mark.parametrize("command", ["incidents", "counts", "refused", "brief", "export", "digest"])
def test_a_missing_ledger_is_an_error_with_its_cure(truceline: Run, command: str, tmp_path: Path) -> None:
    done = truceline(command, "--ledger", tmp_path / "none.db")
    assert (done.code, done.out) == (1, "")
    assert done.err.startswith("error: there is no ledger") and "truceline ingest" in done.err


def test_ingest_twice_reads_nothing_twice_and_keeps_the_digest(truceline: Run, documents: Path, ledger: Path) -> None:
    before = truceline("digest", "--ledger", ledger).out
    done = truceline("ingest", documents, "--ledger", ledger, "--json")
    assert (done.code, done.err) == (0, "")
    assert (done.json["new"], done.json["known"]) == (0, 5)
    assert done.json["digest"] == before.strip() == truceline("digest", "--ledger", ledger).out.strip()


def test_a_refused_input_is_named_and_the_rest_is_done(truceline: Run, documents: Path, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_text("")
    inputs = (tmp_path / "empty.txt", documents / "a.txt", tmp_path / "missing.txt")
    done = truceline("ingest", *inputs, "--ledger", tmp_path / "l.db", "--json")
    assert done.code == 3
    named = [line for line in done.err.splitlines() if line.startswith("refused: ")]
    assert len(named) == 2 and "empty.txt" in named[0] and "missing.txt" in named[1]
    assert done.json["new"] == 1
    assert len(done.json["refusals"]) == 2
    listed = truceline("refused", "--ledger", tmp_path / "l.db", "--json")
    assert {Path(each["where"]).name for each in listed.json} == {"empty.txt", "missing.txt"}


def test_incidents_are_listed_for_people_and_as_json(truceline: Run, ledger: Path) -> None:
    people = truceline("incidents", "--ledger", ledger)
    assert people.code == 0 and people.out.startswith("ID ")
    listed = truceline("incidents", "--ledger", ledger, "--json")
    assert len(listed.json) >= 4
    for each in listed.json:
        assert each["id"] in people.out
        assert {"id", "type", "date", "actor", "target", "line", "n_reports", "n_origins", "findings"} <= set(each)


def test_incidents_can_be_narrowed(truceline: Run, ledger: Path) -> None:
    def days(*options: str) -> list[str]:
        return [each["date"][0] for each in truceline("incidents", "--ledger", ledger, "--json", *options).json]

    assert days("--since", "2024-06-18", "--until", "2024-06-18") == ["2024-06-18"]
    assert set(days("--until", "2020-12-31")) == {"2020-05-03"}
    assert set(days("--type", "ground_crossing")) == {"2024-06-09", "2024-06-18", "2024-06-20"}
    assert set(days("--line", "MDL", "--party", "PRK")) >= {"2024-06-09", "2024-06-18", "2024-06-20"}
    assert days("--party", "LBN") == []


def test_a_type_that_does_not_exist_is_no_empty_list(truceline: Run, ledger: Path) -> None:
    done = truceline("incidents", "--ledger", ledger, "--type", "ground_crosing")
    assert (done.code, done.out) == (2, "")
    assert "ground_crossing" in done.err


def test_as_of_uses_only_what_was_published_by_then(truceline: Run, ledger: Path) -> None:
    early = truceline("incidents", "--ledger", ledger, "--as-of", "2024-06-19", "--json").json
    late = truceline("incidents", "--ledger", ledger, "--as-of", "2024-06-22", "--json").json
    days = {each["date"][0] for each in late if each["date"]} - {each["date"][0] for each in early if each["date"]}
    assert "2024-06-20" in days
    assert truceline("digest", "--ledger", ledger, "--as-of", "2024-06-19").out != truceline("digest", "--ledger", ledger).out


def test_show_takes_an_id_a_prefix_or_an_alias(truceline: Run, ledger: Path) -> None:
    listed = truceline("incidents", "--ledger", ledger, "--json").json
    merged = next(each for each in listed if len(each["aliases"]) > 1)
    whole = truceline("show", merged["id"], "--ledger", ledger, "--json").json
    assert whole["id"] == merged["id"]
    for word in (merged["id"][:9], *merged["aliases"]):
        assert truceline("show", word, "--ledger", ledger, "--json").json == whole
    assert {"instrument", "clause", "side", "act", "verdict", "reasons", "missing", "answers_through"} <= set(whole["findings"][0])
    people = truceline("show", merged["id"], "--ledger", ledger)
    assert people.code == 0 and merged["id"] in people.out and people.err == ""


def test_show_of_an_unknown_incident_is_an_error(truceline: Run, ledger: Path) -> None:
    done = truceline("show", "i0000", "--ledger", ledger)
    assert (done.code, done.out) == (1, "")
    assert "truceline incidents" in done.err


def test_the_beginning_of_several_ids_is_an_error(truceline: Run, ledger: Path) -> None:
    done = truceline("show", "i", "--ledger", ledger)
    assert (done.code, done.out) == (1, "")
    assert "give more letters" in done.err


def test_counts_name_the_incidents_counted(truceline: Run, ledger: Path) -> None:
    listed = truceline("counts", "--ledger", ledger, "--json").json
    third = next(each for each in listed if each["ordinal"] == 3)
    assert third["check"]["verdict"] == "agrees"
    assert len(third["check"]["incidents"]) == 3
    assert "agrees" in truceline("counts", "--ledger", ledger).out


def test_code_writes_one_record_a_document_in_input_order(truceline: Run, documents: Path, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_text("")
    order = [documents / "b.jsonl", tmp_path / "empty.txt", documents / "a.txt", documents / "c.txt"]
    done = truceline("code", *order)
    assert done.code == 3 and "empty.txt" in done.err
    records = [json.loads(line) for line in done.out.splitlines()]
    assert [len(each["reports"]) > 0 for each in records] == [True, True, True, False, True, False]
    assert [each["id"] for each in records[:3]] == ["b1", "b2", "b3"]
    assert records[3]["reports"] == records[3]["count_claims"] == [] and "refused" in records[3]
    crossing = {report["date"]: report["incident"] for report in records[0]["reports"]}
    assert crossing["2024-06-18"] == records[4]["reports"][0]["incident"], "merged across documents"
    out = tmp_path / "out.jsonl"
    assert truceline("code", *order, "-o", out).out == ""
    assert out.read_text() == done.out


def test_code_needs_no_ledger(truceline: Run, documents: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert truceline("code", documents / "a.txt").code == 0
    assert list(tmp_path.iterdir()) == []


def test_the_brief_is_written_to_a_file_or_to_standard_output(truceline: Run, ledger: Path, tmp_path: Path) -> None:
    page = truceline("brief", "--ledger", ledger)
    assert page.code == 0 and page.out.lstrip().lower().startswith("<!doctype html>")
    written = truceline("brief", "--ledger", ledger, "-o", tmp_path / "brief.html")
    assert (written.code, written.out) == (0, "")
    assert (tmp_path / "brief.html").read_text(encoding="utf-8").lstrip().lower().startswith("<!doctype html>")


def test_a_file_that_cannot_be_written_is_an_error(truceline: Run, ledger: Path, tmp_path: Path) -> None:
    done = truceline("brief", "--ledger", ledger, "-o", tmp_path / "none" / "brief.html")
    assert done.code == 1 and "cannot be written" in done.err


@pytest.mark.parametrize("form", ["jsonl", "csv", "geojson"])
def test_export_goes_to_standard_output(truceline: Run, ledger: Path, form: str) -> None:
    done = truceline("export", "--format", form, "--ledger", ledger)
    assert done.code == 0 and done.out and done.err == ""


def test_doctor_tells_what_is_installed(truceline: Run, ledger: Path) -> None:
    done = truceline("doctor", "--ledger", ledger, "--json")
    assert done.code == 0
    found = {each["what"]: each for each in done.json}
    assert "5 documents" in found["ledger"]["found"]
    assert "has the hash" in found["model"]["found"]
    assert found["pack"]["well"] and "korean-armistice-1953" in found["pack"]["found"]
    assert all(each["well"] for each in done.json)


def test_doctor_tells_a_broken_ledger(truceline: Run, tmp_path: Path) -> None:
    (tmp_path / "l.db").write_text("no ledger " * 200)
    done = truceline("doctor", "--ledger", tmp_path / "l.db")
    assert done.code == 1 and "is not a Truceline ledger" in done.out


def test_a_pipe_that_closes_early_is_no_error(ledger: Path) -> None:
    command = f"{sys.executable} -m truceline export --format jsonl --ledger {ledger} | head -c 1"
    done = subprocess.run(["bash", "-o", "pipefail", "-c", command], capture_output=True, text=True, check=False)
    assert done.stderr == ""


def test_demo_on_own_documents(truceline: Run, documents: Path, tmp_path: Path) -> None:
    done = truceline("demo", documents, "--folder", tmp_path / "demo")
    assert done.code == 0
    assert "INCIDENTS" in done.out and "COUNT CLAIMS" in done.out and "REFUSED" in done.out and "Open " in done.out
    assert (tmp_path / "demo" / "brief.html").exists() and (tmp_path / "demo" / "ledger.db").exists()
    assert truceline("demo", documents / "a.txt", "--folder", tmp_path / "demo").code == 0
    listed = truceline("incidents", "--ledger", tmp_path / "demo" / "ledger.db", "--json").json
    assert len(listed) == 1, "a demo begins with a fresh ledger"


def test_judge_prints_the_tree_of_conditions_with_words_and_source(truceline: Run, ledger: Path) -> None:
    listed = truceline("incidents", "--ledger", ledger, "--json").json
    crossing = next(each["id"] for each in listed if each["type"] == "ground_crossing")
    done = truceline("judge", crossing, "--ledger", ledger, "--instrument", "korean-armistice-1953")
    assert done.code == 0
    for part in ("would fall under paragraph 7", "yes  in_force:", "THE WORDS", "to ask:"):
        assert part in done.out
    told = truceline("judge", crossing, "--ledger", ledger, "--json").json
    assert {"incident", "findings", "found_by_others", "response", "geometry", "misstated", "found_before"} == set(told)


def test_judge_takes_answers_to_open_questions(truceline: Run, ledger: Path) -> None:
    listed = truceline("incidents", "--ledger", ledger, "--json").json
    crossing = next(each["id"] for each in listed if each["type"] == "ground_crossing")
    told = truceline("judge", crossing, "--ledger", ledger, "--answer", "authorised=yes", "--json").json
    assert "consistent" in {each["verdict"] for each in told["findings"] if each["clause"] == "7"}


@pytest.mark.parametrize("wrong", ["nobody_asks=yes", "authorised=perhaps", "authorised"])
def test_an_answer_to_no_question_is_an_error_that_lists_the_names(truceline: Run, ledger: Path, wrong: str) -> None:
    listed = truceline("incidents", "--ledger", ledger, "--json").json
    done = truceline("judge", listed[0]["id"], "--ledger", ledger, "--answer", wrong)
    assert done.code == 1
    assert "authorised" in done.err


def test_rules_check_and_rules_test_pass_on_the_built_in_rulebooks(truceline: Run) -> None:
    assert truceline("rules", "check").code == 0
    done = truceline("rules", "test", "--json")
    assert (done.code, done.json["failed"], done.json["faults"]) == (0, [], [])


def test_rules_check_names_file_line_and_cure_and_reads_the_rest(truceline: Run, tmp_path: Path) -> None:
    source = Path(main_module.__file__).parents[1] / "data" / "instruments"
    for name in ("cma-2018", "geneva-convention-iii-1949"):
        copytree(source / name, tmp_path / name)
    clauses = tmp_path / "cma-2018" / "clauses.yaml"
    clauses.write_text(clauses.read_text(encoding="utf-8").replace("words: summary", "word: summary", 1), encoding="utf-8")
    done = truceline("rules", "check", tmp_path)
    assert done.code == 1
    assert "geneva-convention-iii-1949" in done.out
    assert "cma-2018/clauses.yaml:2: " in done.err or "cma-2018/clauses.yaml:4: " in done.err
    assert "did you mean `words`?" in done.err


def test_instruments_laid_over_the_pack_are_judged_by(truceline: Run, tmp_path: Path, ledger: Path) -> None:
    source = Path(main_module.__file__).parents[1] / "data" / "instruments" / "korean-armistice-1953"
    copytree(source, tmp_path / "instruments" / source.name)
    rules = tmp_path / "instruments" / source.name / "rules.yaml"
    rules.write_text(rules.read_text(encoding="utf-8").replace("otherwise: silent", "otherwise: consistent", 1), encoding="utf-8")
    plain = truceline("rules", "check", "--json").json["rulebooks"]
    over = truceline("rules", "check", "--pack", tmp_path, "--json").json["rulebooks"]
    assert [each["rulebook"] for each in over].count(source.name) == 2
    assert len({each["version"] for each in over if each["rulebook"] == source.name}) == 2
    assert len(over) == len(plain) + 1
