"""Hostile pages are refused or cut before a parser sees them; honest ones pass unchanged."""

import pytest
from tests.unit.readers.helpers import outcome, page_refused

from truceline.errors import InputRefused
from truceline.readers.html_guard import MAX_DEPTH, MAX_TAGS, guard

WORDS = "<p>Soldiers crossed the line on Thursday and went back after warning shots, the Joint Chiefs of Staff in Seoul said.</p>" * 5


BOMBS = [
    "<div>" * 100_000 + WORDS,
    "<b>" * 100_000,
    "<p>a</p>" * 200_000,
    "<ul><li>" * 1_000,
    "<a><table><font>" * 2_000,
    "<svg>" * 300 + WORDS,
]


@pytest.mark.parametrize("bomb", BOMBS)
def test_bomb_is_refused_by_what_it_is(bomb: str) -> None:
    found = page_refused("<html><body>" + bomb)
    assert ("tags" in found.why) and found.cure


def test_page_of_many_megabytes_is_refused() -> None:
    assert "characters" in page_refused("<p>" + "word " * 2_100_000).why


@pytest.mark.parametrize(
    "odd",
    [
        "<a" * 500_000, '<a "' * 200_000, "<!--" * 300_000, "<script>" * 200_000, "<" * 900_000, "<![CDATA[" * 100_000, "<?x " * 200_000,
        "<!DOCTYPE " + "x" * 900_000, "<div " + " ".join(f"a{n}=1" for n in range(100_000)) + ">", "<div class='" + "a b " * 400_000 + "'>",
        "&amp;&#xD800;&nosuch;" * 40_000, "<meta name=x content=y>" * 50_000, "</p>" * 150_000, "<table><tr><td>" * 200, "<li>" * 19_000,
    ],
)  # fmt: skip
def test_odd_page_is_read_or_refused_but_never_an_error(odd: str) -> None:
    assert outcome(f"<html><body>{odd}{WORDS}".encode(), "text/html") is not None


def test_internal_entities_are_not_unfolded() -> None:
    entities = "<!ENTITY a 'aaaaaaaaaa'>" + "".join(f"<!ENTITY {chr(98 + n)} '{f'&{chr(97 + n)};' * 10}'>" for n in range(12))
    found = outcome(f"<!DOCTYPE html [{entities}]><html><body>&m;{WORDS}".encode(), "text/html")
    assert "aaaaaaaaaa" * 10 not in getattr(found, "text", "")


def test_honest_page_passes_unchanged() -> None:
    html = "<html><body><ul>" + "<li><p>one" * 400 + "</ul>" + "<div><br/><img src=x>text</div>" * 500 + "<g/>" * 400 + "</body>"
    assert guard(html, "x").html == html
    assert guard(html, "x").notes == ()


def test_over_long_tag_loses_its_attributes_and_nothing_else() -> None:
    page = guard(f'a<img src="data:{"x" * 9_000}">b<script>{"y" * 9_000}</script>c', "x")
    assert page.html == f"a<img>b<script>{'y' * 9_000}</script>c"
    assert page.notes


def test_depth_and_number_are_allowed_up_to_their_limits() -> None:
    guard("<div>" * MAX_DEPTH, "x")
    with pytest.raises(InputRefused):
        guard("<div>" * (MAX_DEPTH + 1), "x")
    guard("<br>" * MAX_TAGS, "x")
    with pytest.raises(InputRefused):
        guard("<br>" * (MAX_TAGS + 1), "x")


def test_tags_within_scripts_and_comments_do_not_count() -> None:
    assert guard("<script>" + "<div>" * 1_000 + "</script><!--" + "<div>" * 1_000 + "-->", "x").n_tags == 3
