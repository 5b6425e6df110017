"""Web pages: the article's own text, title, date, publisher and address, and no menus."""

from datetime import date

import pytest
from tests.unit.readers.helpers import page, page_refused

PARAGRAPHS = [
    "About 20 soldiers crossed the demarcation line on Tuesday morning and went back after warning shots, the Joint Chiefs of Staff said.",
    "The men carried tools and came no more than twenty metres south of the line, an officer of the staff told reporters in Seoul.",
    "It was the second crossing in less than two weeks; the first was on June 9, when some twenty soldiers came over and went back.",
]
HEAD = (
    '<meta charset="utf-8"><title>Second crossing | Harbour Post</title><meta property="og:site_name" content="Harbour Post">'
    '<link rel="canonical" href="https://harbour.example/second"><meta property="article:published_time" content="2024-06-18T17:40+09:00">'
)


def html(head: str = HEAD, body: str = "", paragraphs: list[str] = PARAGRAPHS) -> str:
    menu = '<nav><ul><li><a href="/">Home</a><li><a href="/world">World desk</a></ul></nav>'
    foot = '<aside><h2>Most read</h2><a href="/a">Ten noodle shops worth the queue</a></aside><footer>Imprint and cookies</footer>'
    article = "<article><h1>Second crossing</h1>" + "".join(f"<p>{each}</p>" for each in paragraphs) + body + "</article>"
    return f'<!DOCTYPE html><html lang="en"><head>{head}</head><body>{menu}<main>{article}</main>{foot}</body></html>'


def test_article_is_read_and_menus_are_not() -> None:
    found = page(html())
    assert all(each in found.text for each in PARAGRAPHS)
    assert not any(each in found.text for each in ("World desk", "noodle", "cookies"))


def test_what_is_declared_beside_the_text_is_read() -> None:
    found = page(html())
    assert (found.title, found.publisher, found.url) == ("Second crossing", "Harbour Post", "https://harbour.example/second")
    assert (found.published, found.published_basis, found.language, found.name) == (date(2024, 6, 18), "meta", "en", "page")


def test_site_name_is_taken_off_a_title_that_stands_alone() -> None:
    bare = html(head="<title>Second crossing in June | Harbour Post</title>").replace("<h1>Second crossing</h1>", "")
    assert page(bare).title == "Second crossing in June"


def test_page_without_any_date_has_none() -> None:
    found = page(html(head="<title>x</title>"))
    assert (found.published, found.published_basis) == (None, None)


def test_guessed_date_is_called_a_guess() -> None:
    found = page(html(head="<title>x</title>", body='<p class="post-date">Posted on 18 June 2024</p>'))
    assert (found.published, found.published_basis) in {(date(2024, 6, 18), "guessed"), (None, None)}
    assert page(html(head="", body="").replace("<main>", '<div class="date">2024/06/18</div><main>')).published_basis in {"guessed", None}


def test_furniture_left_in_the_article_is_marked() -> None:
    found = page(html(body="<p>Share this article:</p><p>Source: Le Parisien</p>"))
    assert [relay.name for relay in found.relays] == ["Le Parisien"]


@pytest.mark.parametrize("encoding", ["utf-8", "windows-1252", "utf-16"])
def test_declared_encoding_is_followed(encoding: str) -> None:
    declared = html().replace('charset="utf-8"', f'charset="{encoding}"').replace("The men", "“The men”")
    assert "“The men”" in page(declared.encode(encoding)).text


def test_wrongly_declared_encoding_is_not_believed() -> None:
    assert "“The men”" in page(html().replace('"utf-8"', '"us-ascii"').replace("The men", "“The men”").encode()).text
    assert "The men" in page(html().replace('"utf-8"', '"no-such-thing"')).text


def test_reading_twice_gives_the_same_document() -> None:
    assert page(html()) == page(html())


@pytest.mark.parametrize("content", ["<html></html>", "<html><body><script>let a = 1</script></body></html>", "<!DOCTYPE html>"])
def test_page_without_words_is_refused(content: str) -> None:
    assert "empty" in page_refused(content).why


def test_binary_called_html_is_refused() -> None:
    assert "binary" in page_refused(b"\x00\x01\x02" * 100).why


def test_page_in_another_language_is_refused() -> None:
    french = ["Les soldats ont franchi la ligne de démarcation mardi matin puis se sont retirés après des tirs de sommation."] * 3
    assert "'fr'" in page_refused(html(paragraphs=french)).why


def test_numeric_entities_for_half_characters_and_nul_do_not_hinder() -> None:
    found = page(html(body="<p>&#xD800;&#0;&#x110000; and more words of the story are here</p>"))
    assert "more words" in found.text and "\x00" not in found.text
    found.text.encode("utf-8")
