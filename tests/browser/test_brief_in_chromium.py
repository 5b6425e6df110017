"""The brief in a real Chromium: no outside request, no sideways scrolling on a phone, readable by all, printable."""

from itertools import pairwise
from pathlib import Path

import pytest
from playwright.sync_api import Browser
from tests.browser.chromium import CONTRAST, Scheme, opened
from tests.fakes.views import a_view

from truceline.packs.pack import load_pack
from truceline.views.brief import brief

pytestmark = pytest.mark.chromium


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    written = tmp_path_factory.mktemp("brief") / "brief.html"
    written.write_text(brief(a_view(), pack=load_pack()), encoding="utf-8")
    return written


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_it_asks_for_nothing_but_itself_and_complains_of_nothing(browser: Browser, file: Path, scheme: Scheme) -> None:
    page, asked, said = opened(browser, file, scheme=scheme)
    page.evaluate("window.scrollTo(0, document.body.scrollHeight)")
    assert asked == [file.as_uri()]
    assert said == []


def test_its_own_style_passes_its_own_policy(browser: Browser, file: Path) -> None:
    page, _, _ = opened(browser, file, scheme="dark")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(20, 23, 26)"


@pytest.mark.parametrize("width", [360, 768, 1280])
def test_it_never_scrolls_sideways(browser: Browser, file: Path, width: int) -> None:
    page, _, _ = opened(browser, file, width=width)
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_a_phone_gets_the_drawings_made_for_it(browser: Browser, file: Path) -> None:
    page, _, _ = opened(browser, file, width=360)
    assert page.locator("#map .narrow").is_visible() and not page.locator("#map .wide").is_visible()
    wide, _, _ = opened(browser, file)
    assert wide.locator("#map .wide").is_visible() and not wide.locator("#map .narrow").is_visible()


def test_one_step_leads_from_a_number_to_its_sentence(browser: Browser, file: Path) -> None:
    page, _, _ = opened(browser, file)
    page.locator("#i-crossing tbody tr", has_text="about 20").locator("a.q").first.click()
    target = page.locator("li:target")
    assert target.count() == 1 and "About 20" in target.locator("mark").all_inner_texts()


def test_a_reader_of_screens_finds_its_way(browser: Browser, file: Path) -> None:
    page, _, _ = opened(browser, file)
    assert page.get_attribute("html", "lang") == "en" and page.title() == "Truceline brief"
    assert page.locator("h1").count() == 1 and page.locator("main").count() == 1
    levels = page.evaluate("[...document.querySelectorAll('h1,h2,h3,h4')].map(e => +e.tagName[1])")
    assert all(after - before <= 1 for before, after in pairwise(levels))
    assert page.evaluate("[...document.querySelectorAll('svg')].every(e => e.getAttribute('role') && e.getAttribute('aria-label'))")
    assert page.evaluate("[...document.querySelectorAll('svg a')].every(e => e.querySelector('title'))")
    assert page.evaluate("[...document.querySelectorAll('table')].every(e => e.caption && e.querySelector('th[scope]'))")
    assert page.evaluate("[...document.querySelectorAll('a')].every(e => (e.textContent + (e.getAttribute('aria-label') || '')).trim())")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_words_stand_out_from_their_ground(browser: Browser, file: Path, scheme: Scheme) -> None:
    page, _, _ = opened(browser, file, scheme=scheme)
    assert page.evaluate(CONTRAST) == []


def test_it_prints_on_a4_with_all_sentences_and_without_the_menu(browser: Browser, file: Path) -> None:
    page, _, _ = opened(browser, file)
    printed = page.pdf(prefer_css_page_size=True)
    assert (printed.startswith(b"%PDF") and b"/MediaBox [0 0 594.95" in printed) or b"/MediaBox [0 0 595" in printed
    page.emulate_media(media="print")
    assert not page.locator("nav").is_visible()
    assert page.locator("#quotes li").first.is_visible()
    assert page.evaluate("document.querySelector('#i-crossing details ul').checkVisibility({contentVisibilityAuto: true})")
    assert page.evaluate("getComputedStyle(document.body).color") == "rgb(0, 0, 0)"
