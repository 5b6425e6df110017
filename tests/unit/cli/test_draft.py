"""Drafts of notes at the command line: cited, with blanks, watermarked until people have looked, in Markdown and Word."""

import re
from pathlib import Path
from typing import Any

import docx
import pytest
from tests.unit.cli.conftest import Run

KINDS = ("notification", "protest", "meeting-request", "finding")
WATERMARK = "DRAFT - NOT REVIEWED - NOT FOR SENDING"
LOADED = re.compile(r"provocation|regime|puppet|terrorist|martyr|intrusion|invasion|violation", re.IGNORECASE)


def body(text: str) -> list[str]:
    """The sentences of a note, without head and sources."""
    parts = text.split("\n## ")[1:]
    return [line for part in parts if not part.startswith("Sources") for line in part.split("\n")[1:] if line.strip()]


@pytest.mark.parametrize("kind", KINDS)
def test_each_sentence_has_a_citation_and_each_citation_a_source(run: Run, told_twice: Any, kind: str) -> None:
    text = run("draft", kind, told_twice["id"]).out
    sentences = body(text)
    assert len(sentences) > 8
    for each in sentences:
        assert re.search(r"\\\[\d+\\\]|\(.+\)\s*$", each), each
    cited = {int(number) for each in sentences for number in re.findall(r"\\\[(\d+)\\\]", each)}
    sources = {int(number) for number in re.findall(r"^\\\[(\d+)\\\] “", text, re.MULTILINE)}
    assert cited == sources


@pytest.mark.parametrize("kind", KINDS)
def test_a_draft_is_watermarked_until_every_report_was_accepted(run: Run, told_twice: Any, its_reports: list[str], kind: str) -> None:
    assert run("draft", kind, told_twice["id"]).out.startswith(f"**{WATERMARK}**")
    run("accept", its_reports[0])
    assert WATERMARK in run("draft", kind, told_twice["id"]).out
    run("accept", its_reports[1])
    done = run("draft", kind, told_twice["id"])
    assert WATERMARK not in done.out
    assert "Draft from reviewed values" in done.out


def test_what_nobody_looked_at_bears_a_star_and_a_corrected_value_none(run: Run, told_twice: Any, its_reports: list[str]) -> None:
    for each in its_reports:
        run("correct", each, "persons", "[20,30]", "--reason", "the film shows so many")
    lines = body(run("draft", "notification", told_twice["id"]).out)
    (persons,) = (each for each in lines if each.startswith("The number of persons"))
    (day,) = (each for each in lines if each.startswith("The day told is"))
    assert "\\*" not in persons
    assert "\\*" in day


def test_what_is_not_told_is_a_marked_blank(run: Run, told_twice: Any) -> None:
    done = run("draft", "notification", told_twice["id"])
    assert "The local hour told is **\\[\\_\\_\\_\\_ not told\\]**" in done.out
    n_blanks = done.out.count("[\\_\\_\\_\\_")
    assert f"{n_blanks} blanks to fill in" in done.err


def test_a_note_names_the_commands_that_answer_for_the_sides(run: Run, told_twice: Any) -> None:
    text = run("draft", "protest", told_twice["id"]).out
    assert "- From: United Nations Command (UNC)" in text
    assert "- To: People's Army (KPA)" in text
    assert "No account of North Korea is held; that is not to say that there is none." in text


def test_a_finding_leaves_the_determination_to_the_competent_body(run: Run, told_twice: Any) -> None:
    text = run("draft", "finding", told_twice["id"]).out
    assert "the act of North Korea: **\\[\\_\\_\\_\\_ a breach / no breach / not to be determined\\]**" in text
    assert "Whether it was meant: **\\[\\_\\_\\_\\_ deliberate" in text


@pytest.mark.parametrize("kind", KINDS)
def test_its_own_words_take_no_side(run: Run, told_twice: Any, kind: str) -> None:
    own = run("draft", kind, told_twice["id"]).out.split("## Sources")[0]
    assert not LOADED.findall(own)


def test_the_word_file_says_the_same_with_the_watermark_on_every_page(run: Run, told_twice: Any, tmp_path: Path) -> None:
    text = run("draft", "notification", told_twice["id"]).out
    assert run("draft", "notification", told_twice["id"], "-o", tmp_path / "note.docx").code == 0
    found = docx.Document(str(tmp_path / "note.docx"))
    assert [section.header.paragraphs[0].text for section in found.sections] == [WATERMARK]
    plain = re.sub(r"\\(.)", r"\1", text).replace("**", "")
    words = [each.text.strip() for each in found.paragraphs if each.text.strip()]
    assert [each for each in words if each not in plain] == []
    assert (found.core_properties.author, found.core_properties.last_modified_by) == ("", "")
    run("draft", "notification", told_twice["id"], "-o", tmp_path / "again.docx")
    assert (tmp_path / "again.docx").read_bytes() == (tmp_path / "note.docx").read_bytes()


def test_steps_of_the_case_stand_in_the_note_and_intentions_apart(run: Run, told_twice: Any) -> None:
    run("case", told_twice["id"], "notified", "--at", "2024-06-19", "--from", "UNC", "--to", "PRK", "--why", "in the duty log")
    run("case", told_twice["id"], "protested", "--intended", "--from", "KOR:gov", "--why", "a minister says so")
    text = run("draft", "meeting-request", told_twice["id"]).out
    assert "19 June 2024: notified by United Nations Command to North Korea. (an analyst, " in text
    assert "Stated as intended, not told as done: " in text


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (("letter",), 2, "is none of notification"),
        (("finding", "--format", "docx"), 2, "is written to a file"),
        (("finding", "--format", "pdf"), 2, "is none of md, docx"),
        (("finding", "--instrument", "nowhere"), 1, "no such instrument"),
        (("protest", "--about", "FRA"), 1, "is no party of this incident"),
    ],
)
def test_what_cannot_be_drafted_is_told(run: Run, told_twice: Any, words: tuple[str, ...], code: int, said: str) -> None:
    done = run("draft", words[0], told_twice["id"], *words[1:])
    assert done.code == code
    assert said in done.err


def test_whose_conduct_is_meant_must_be_said_where_both_fired(run: Run) -> None:
    shots = next(each["id"] for each in run("incidents", "--json").json if each["type"] == "direct_fire" and "KOR:mil" in each["target"])
    done = run("draft", "protest", shots, "--instrument", "korean-armistice-1953", "--about", "KOR")
    assert "- To: United Nations Command (UNC)" in done.out
    assert "- From: People's Army (KPA)" in done.out
