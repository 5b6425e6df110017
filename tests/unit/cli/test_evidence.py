"""Evidence at the command line: attached to an act and a time code, shown, taken back, bundled, redacted; each step kept."""

import json
import subprocess
import zipfile
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from tests.fakes.media import film, still, wacz
from tests.unit.cli.conftest import Run


@pytest.fixture
def filmed(tmp_path: Path) -> Path:
    return film(tmp_path / "film of private Kim.mp4", said={"creation_time": "2024-06-18T00:30:00Z", "location": "+37.95+126.67/"})


@pytest.fixture
def attached(run: Run, told_twice: Any, filmed: Path) -> dict[str, Any]:
    """A film attached to an incident, for anybody to see."""
    act = run("show", told_twice["id"], "--json").json["type"]
    more = ("--act", act, "--at", "0:01-0:02", "--reason", "from a guard's telephone", "--handling", "clear")
    done = run("attach", told_twice["id"], filmed, *more, "--json")
    assert done.code == 0, done.err
    found: dict[str, Any] = done.json
    return found


def media_of(run: Run, incident: str, *more: str) -> Any:
    return run("show", incident, "--json", *more).json["media"]


def test_an_attached_film_stands_in_the_dossier_with_act_time_code_and_hash(
    run: Run, told_twice: Any, its_reports: list[str], attached: dict[str, Any], filmed: Path
) -> None:
    (row,) = media_of(run, told_twice["id"])
    assert row["file"] == sha256(filmed.read_bytes()).hexdigest()
    (step,) = row["attachments"]
    assert (step["act"], step["at"], step["by"]) == ("ground_crossing", ["0:01-0:02"], "an analyst")
    assert set(step["reports"]) == set(its_reports)
    assert ["creation_time", "2024-06-18T00:30:00.000000Z"] in row["claims"]
    assert "creation_time" not in dict(row["facts"])
    text = run("show", told_twice["id"]).out
    assert "FILES ATTACHED" in text and "0:01-0:02" in text and "anyone could have written it" in text
    assert run("verify").code == 0


def test_what_does_not_fit_is_refused_with_what_would(run: Run, told_twice: Any, filmed: Path, tmp_path: Path) -> None:
    for more, said in (
        (("--act", "shelling"), "name one of its acts (ground_crossing"),
        (("--at", "0:03-0:09"), "lasts 0:04"),
        (("--act", "r0000"), "no reports"),
    ):
        done = run("attach", told_twice["id"], filmed, *more)
        assert done.code == 1 and said in done.err, done.err
    done = run("attach", told_twice["id"], still(tmp_path / "a.jpg"), "--at", "0:01")
    assert done.code == 1 and "no time codes" in done.err
    assert run("attach", told_twice["id"], filmed, "--at", "soon").code == 2
    assert run("attach", "i0000", filmed).code == 1
    assert run("custody", "--json").json == []


def test_a_file_without_a_mark_is_left_out_of_what_goes_out_and_that_is_said(run: Run, told_twice: Any, filmed: Path) -> None:
    done = run("attach", told_twice["id"], filmed)
    assert "TLP:AMBER" in done.out and "--handling AMBER" in done.err
    told = run("show", told_twice["id"], "--json")
    assert told.json["media"] == [] and "1 attached file left out" in told.json["withheld"]
    assert len(media_of(run, told_twice["id"], "--handling", "amber")) == 1


def test_an_attachment_can_be_taken_back_once_and_stays_on_record(run: Run, told_twice: Any, attached: dict[str, Any]) -> None:
    step = attached["attachments"][0]["attachment"]
    assert run("detach", step, "--reason", "another crossing").code == 0
    assert media_of(run, told_twice["id"]) == []
    assert [each["hand"] for each in run("custody", "--json").json] == ["attached", "taken_back"]
    again = run("detach", step, "--reason", "another crossing")
    assert again.code == 1 and "taken back already" in again.err
    assert run("verify").code == 0


def test_an_attachment_follows_its_reports_when_incidents_are_split(
    run: Run, told_twice: Any, its_reports: list[str], filmed: Path
) -> None:
    run("attach", told_twice["id"], filmed, "--act", its_reports[1], "--handling", "clear")
    run("split", told_twice["id"], its_reports[1], "--reason", "another sector")
    holders = [each["id"] for each in run("incidents", "--json").json if media_of(run, each["id"])]
    assert len(holders) == 1
    assert its_reports[1] in [each["id"] for each in run("show", holders[0], "--json").json["reports"]]


def test_the_digest_tells_whether_a_file_is_attached(run: Run, told_twice: Any, filmed: Path) -> None:
    before = run("digest").out
    step = run("attach", told_twice["id"], filmed, "--json").json["attachments"][0]["attachment"]
    assert run("digest").out != before
    assert run("rebuild").code == 0
    run("detach", step, "--reason", "another crossing")
    assert run("digest").out == before


def test_a_bundle_holds_what_its_manifest_says_and_no_film_by_itself(
    run: Run, told_twice: Any, attached: dict[str, Any], tmp_path: Path
) -> None:
    out = tmp_path / "bundle"
    done = run("bundle", told_twice["id"], "-o", out, "--json")
    assert done.code == 0, done.err
    manifest = json.loads((out / "manifest.json").read_text())
    assert done.json["manifest_sha256"] == sha256((out / "manifest.json").read_bytes()).hexdigest()
    assert {each.name for each in out.rglob("*")} == {"index.html", "dossier.json", "dossier.txt", "manifest.json", "SHA256SUMS"}
    for each in manifest["files"]:
        content = (out / each["path"]).read_bytes()
        assert (each["sha256"], each["bytes"]) == (sha256(content).hexdigest(), len(content))
    assert manifest["attached"] == [
        {"sha256": attached["file"], "bytes": attached["size"], "media_type": "video/mp4", "path": None}
    ]  # fmt: skip
    subprocess.run(["sha256sum", "--check", "--quiet", "SHA256SUMS"], cwd=out, check=True)
    assert manifest["ledger"]["digest"] == run("digest", "--handling", "clear", "--json").json["digest"]
    assert [each["hand"] for each in run("custody", "--json").json] == ["attached"], "nobody asked to see anything"


def test_nothing_in_a_bundle_tells_who_worked_on_it_or_where_a_film_says_it_was_made(
    run: Run, told_twice: Any, its_reports: list[str], attached: dict[str, Any], tmp_path: Path
) -> None:
    run("accept", its_reports[0])
    run("assign", told_twice["id"], "a colleague")
    run("bundle", told_twice["id"], "-o", tmp_path / "bundle")
    for path in (tmp_path / "bundle").rglob("*"):
        told = path.read_text()
        for secret in ("an analyst", "a colleague", "Kim", "telephone", "37.95", str(tmp_path)):
            assert secret not in told, (path.name, secret)


def test_whoever_asks_for_the_film_is_kept_before_it_is_handed_out(
    run: Run, told_twice: Any, attached: dict[str, Any], filmed: Path, tmp_path: Path
) -> None:
    refused = run("bundle", told_twice["id"], "-o", tmp_path / "bundle", "--media")
    assert refused.code == 1 and "--reason" in refused.err and not (tmp_path / "bundle").exists()
    done = run("bundle", told_twice["id"], "-o", tmp_path / "bundle", "--media", "--reason", "an inquiry", "--json")
    assert done.code == 0, done.err
    (path,) = (tmp_path / "bundle" / "media").iterdir()
    assert path.read_bytes() == filmed.read_bytes() and "Kim" not in path.name
    step = run("custody", "--json").json[-1]
    assert (step["hand"], step["by"], step["reason"], step["file"]) == ("shown", "an analyst", "an inquiry", attached["file"])
    assert run("verify").code == 0


def test_a_bundle_can_be_a_zip_and_is_never_written_over(run: Run, told_twice: Any, attached: dict[str, Any], tmp_path: Path) -> None:
    out = tmp_path / "bundle.zip"
    assert run("bundle", told_twice["id"], "-o", out).code == 0
    with zipfile.ZipFile(out) as opened:
        assert opened.testzip() is None
        assert "manifest.json" in opened.namelist()
    before = out.read_bytes()
    again = run("bundle", told_twice["id"], "-o", out)
    assert again.code == 1 and "is there already" in again.err and out.read_bytes() == before
    missing = run("bundle", told_twice["id"], "-o", tmp_path / "no" / "such" / "bundle.zip")
    assert missing.code == 1 and "cannot be written" in missing.err


def test_a_redacted_film_is_gone_from_dossier_and_bundle_and_cannot_be_attached_again(
    run: Run, told_twice: Any, attached: dict[str, Any], filmed: Path, tmp_path: Path
) -> None:
    assert run("redact", attached["file"][:16], "--reason", "a prisoner is to be seen").code == 0
    assert media_of(run, told_twice["id"]) == []
    assert "Kim" not in run("custody").out and "telephone" not in run("custody").out
    assert run("bundle", told_twice["id"], "-o", tmp_path / "bundle", "--media", "--reason", "an inquiry").code == 0
    assert not (tmp_path / "bundle" / "media").exists()
    again = run("attach", told_twice["id"], filmed)
    assert again.code == 1 and "was redacted" in again.err
    assert {each["reason"] for each in run("redactions", "--json").json} == {"a prisoner is to be seen"}
    assert filmed.read_bytes()[100:400] not in (tmp_path / "my.db").read_bytes(), "its bytes have left the file itself"
    assert run("verify").code == 0


def test_the_pages_of_a_web_archive_are_read_as_documents_with_their_own_address(run: Run, told_twice: Any, tmp_path: Path) -> None:
    words = "About 20 North Korean soldiers crossed the Military Demarcation Line on Tuesday, the Joint Chiefs of Staff said. " * 3
    head = '<meta property="article:published_time" content="2024-06-18">'
    page = f"<html><head>{head}</head><body><article><p>{words}</p></article></body></html>"
    archive = wacz(tmp_path / "a.wacz", {"https://news.example/crossing": page})
    done = run("attach", told_twice["id"], archive, "--handling", "clear")
    assert done.code == 0 and "truceline ingest" in done.err
    (row,) = media_of(run, told_twice["id"])
    assert (row["kind"], dict(row["facts"])["entries with a digest that holds"]) == ("archive", "2")
    assert run("ingest", archive, "--json").json["new"] == 1
    assert run("ingest", archive, "--json").json["new"] == 0
    assert run("rebuild", "--captures").code == 0
