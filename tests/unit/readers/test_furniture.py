"""Site furniture and relay lines: what is marked, and what must not be."""

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from truceline.errors import PackError
from truceline.model.ids import DocumentId
from truceline.readers.furniture import built_in, is_furniture, load_furniture, mark

IDENTITY = DocumentId("d")
SENTENCE = "Soldiers crossed the line on Thursday and went back after warning shots."


def marked(text: str, title: str | None = None) -> tuple[list[str], list[str]]:
    spans, relays = mark(text, title, IDENTITY, built_in())
    return [text[span.start : span.end] for span in spans if span.part == "text"], [relay.name for relay in relays]


@pytest.mark.parametrize(
    "line",
    [
        "Skip to content", "SHARE", "Share this article:", "most popular", "Post Comment", "© A. Photographer / Getty Images",
        "by Jane Q. Doe",
        "By Jane Doe, Staff Writer", "globalnews banner.jpg", "videoThe long road of a train",
        "Copyright © 2024 The Post. All rights reserved.",
        "Read more: Ten noodle shops", "Photo: Reuters", "3 min read", "12 comments", "Tags: Korea, border", "* * *",
    ],
)  # fmt: skip
def test_furniture_lines_are_marked(line: str) -> None:
    assert marked(f"{SENTENCE}\n\n{line}\n\n{SENTENCE}") == ([line], [])


@pytest.mark.parametrize(
    "line",
    [
        SENTENCE, "Nuclear Testing", "Second time in less than two weeks", "by Prime Minister Choonhavan, who has pledged to act", "by US",
        "Video footage shows soldiers crossing.", "Photographs of the soldier circulate on Telegram.", "Source close to the army said so.",
        "Share of defence spending rises", "Search goes on at sea", "Print shops burn in Kursk",
    ],
)  # fmt: skip
def test_lines_of_the_story_are_not_marked(line: str) -> None:
    assert marked(f"{SENTENCE}\n\n{line}\n\n{SENTENCE}") == ([], [])


def test_a_name_after_by_deep_in_a_hard_wrapped_text_is_no_byline() -> None:
    text = "\n".join(["The line was crossed again that day,"] * 10 + ["by Major Kim", "and two others."])
    assert marked(text) == ([], [])


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Source: Le Parisien", "Le Parisien"),
        ("Original Source: www.rfa.org", "www.rfa.org"),
        ("SOURCE : NATO.", "NATO"),
        ("(With inputs from Reuters)", "Reuters"),
        ("This article was originally published by The Meridian.", "The Meridian"),
    ],
)
def test_relay_lines_name_from_whom_the_text_was_taken(line: str, name: str) -> None:
    assert marked(f"{SENTENCE}\n{line}") == ([line], [name])


def test_a_sentence_after_source_is_no_relay() -> None:
    assert marked(f"{SENTENCE}\nSource: a poll of 997 adults conducted from 22 to 24 April by telephone")[1] == []


def test_credit_that_ran_into_a_caption_is_marked_alone() -> None:
    text = f"{SENTENCE}\nPeople watch a broadcast about the border© A. Photographer / Getty Images\n{SENTENCE}"
    assert marked(text) == (["© A. Photographer / Getty Images"], [])


def test_span_of_a_line_takes_its_outer_blanks_with_it() -> None:
    assert marked(f"{SENTENCE}\r\n  SHARE \r\n{SENTENCE}") == (["  SHARE \r"], [])


def test_furniture_title_is_marked_in_the_title() -> None:
    spans, _ = mark(SENTENCE, "Skip to content", IDENTITY, built_in())
    assert [(span.part, span.start, span.end) for span in spans] == [("title", 0, 15)]


ODD = ["\x85", "\u2028", "İ", "a© X / AFP", "Title: x", "Published: y"]
LINES = st.sampled_from([*ODD, "SHARE", "Source: Le Parisien", "", " ", "\r", SENTENCE, "© X / AFP"])
TEXTS = st.one_of(st.text(max_size=300), st.lists(LINES, max_size=12).map("\n".join))


@given(text=TEXTS, title=st.none() | st.text(max_size=40))
def test_spans_are_in_order_apart_and_within_their_text(text: str, title: str | None) -> None:
    spans, relays = mark(text, title, IDENTITY, built_in())
    body = [span for span in spans if span.part == "text"]
    assert all(left.end <= right.start for left, right in pairwise(body))
    assert all(span.end <= len(text if span.part == "text" else title or "") for span in spans)
    assert all("\n" not in text[span.start : span.end] for span in body)
    assert all(relay.name in text[relay.span.start : relay.span.end] for relay in relays)


@given(text=TEXTS)
def test_marking_does_not_depend_on_case_of_known_lines(text: str) -> None:
    assert is_furniture("sHaRe", built_in()) and is_furniture("Share", built_in())
    mark(text.upper(), None, IDENTITY, built_in())


FAULTY = [
    "lines: [a]",
    "reference: x\nlines: [a]\nrelays: [{pattern: 'a', why: b}]",
    "reference: x\nlines: [a]\npatterns: [{pattern: '(', why: b}]",
    "reference: x\nlines: [a]\npatterns: [{pattern: '(a)', why: b}]",
    "reference: x\nlines: [a]\nheads: [{pattern: '(?i)a', why: b}]",
]


@pytest.mark.parametrize("faulty", FAULTY)
def test_faulty_file_is_named(tmp_path: Path, faulty: str) -> None:
    folder = tmp_path / "xx"
    folder.mkdir()
    (folder / "furniture.yaml").write_text(faulty)
    with pytest.raises(PackError, match=r"furniture\.yaml"):
        load_furniture(tmp_path)
