"""The page of an evidence bundle in a real Chromium: it plays from the folder, at the time codes, and shows nobody unless asked."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from playwright.sync_api import Browser
from tests.browser.chromium import CONTRAST, Scheme, opened, until
from tests.fakes.media import film, still
from tests.fakes.views import a_view

from truceline.model.ledger_view import LedgerView
from truceline.model.media import Custody, Hand, MediaFile, Stretch
from truceline.readers.media import look_at, stills
from truceline.views.bundle import Picture, page, path_of, stripped
from truceline.views.dossier import of_incident

pytestmark = pytest.mark.chromium
NOW = datetime(2024, 7, 1, 12, tzinfo=UTC)
TIME = "document.getElementById('player-1').currentTime"
FILTER = "getComputedStyle(document.querySelector('{}')).filter"


def with_files(*files: MediaFile) -> LedgerView:
    view = a_view()
    incident = next(iter(view.incidents.values()))
    steps = tuple(
        Custody(
            hand=Hand.ATTACHED, media=each.id, by="an analyst", at=NOW, subject=incident.id, reports=incident.reports,
            act=incident.kind, stretches=(Stretch(start=1000, end=2000),) if each.duration else (), name="private Kim.mp4",
        )
        for each in files
    )  # fmt: skip
    return replace(view, media={each.id: each for each in files}, attachments=steps)


@pytest.fixture(scope="module", params=["video/mp4", "video/webm"])
def bundle(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A bundle with its files, and beside it the page of one without."""
    folder = tmp_path_factory.mktemp("bundle")
    (folder / "media").mkdir()
    mp4 = request.param == "video/mp4"
    made = [film(folder / ("a.mp4" if mp4 else "a.webm"), codec="libx264" if mp4 else "libvpx"), still(folder / "b.jpg")]
    known = [look_at(each) for each in made]
    view = with_files(*known)
    told = stripped(of_incident(view, next(iter(view.incidents.values()))))
    for media, name in ((True, "index.html"), (False, "without.html")):
        pictures = {
            each.id: [Picture(at=str(at), jpeg=jpeg) for at, jpeg in stills(each, path, [1000], plain=media).items()]
            for each, path in zip(known, made)
        }
        (folder / name).write_text(page(told, pictures, media=media, made_at=NOW), encoding="utf-8")
    for row, path in zip(told["media"], made):
        path.rename(folder / path_of(row))
    return folder / "index.html"


def test_a_time_code_plays_its_stretch_and_stops_at_its_end(browser: Browser, bundle: Path) -> None:
    shown, _, said = opened(browser, bundle)
    shown.click("a.at")
    until(shown, f"{TIME} > 1.2")
    until(shown, "document.getElementById('player-1').paused")
    assert 2.0 <= shown.evaluate(TIME) < 3.0
    assert said == []
    shown.close()


def test_a_veiled_film_can_be_played_and_stopped(browser: Browser, bundle: Path) -> None:
    shown, _, said = opened(browser, bundle)
    shown.click("button")
    until(shown, f"{TIME} > 0.1")
    shown.click("button")
    until(shown, "document.getElementById('player-1').paused")
    assert said == []
    shown.close()


def test_it_asks_for_nothing_but_what_lies_beside_it(browser: Browser, bundle: Path) -> None:
    shown, asked, said = opened(browser, bundle)
    until(shown, "document.getElementById('player-1').readyState >= 1")
    assert {each.split(":")[0] for each in asked} <= {"file", "data"}
    assert all(each.startswith((bundle.parent.as_uri(), "data:image/jpeg")) for each in asked)
    assert shown.evaluate("document.querySelector('img.whole').naturalWidth") == 320
    assert said == []
    shown.close()


@pytest.mark.parametrize(("shown", "asking"), [("video", "#plain-1"), ("img.whole", "#plain-2"), (".stills img", "#stills-1")])
def test_nobody_is_to_be_recognised_until_it_is_asked_for(browser: Browser, bundle: Path, shown: str, asking: str) -> None:
    opened_page, _, _ = opened(browser, bundle)
    assert opened_page.evaluate(FILTER.format(shown)) == "blur(24px)"
    opened_page.check(asking)
    assert opened_page.evaluate(FILTER.format(shown)) == "none"
    opened_page.close()


def test_without_the_files_there_is_no_player_and_stills_are_a_mosaic(browser: Browser, bundle: Path) -> None:
    shown, asked, said = opened(browser, bundle.with_name("without.html"))
    assert shown.query_selector("video, audio, img.whole") is None
    assert shown.inner_text("span.at") == "0:01-0:02"
    assert shown.evaluate("Math.max(...[...document.images].map(each => each.naturalWidth))") <= 10
    assert [each for each in asked if each.startswith("file:")] == [bundle.with_name("without.html").as_uri()]
    assert "Kim" not in shown.content() and "an analyst" not in shown.content()
    assert said == []
    shown.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_it_can_be_read_by_all_and_does_not_scroll_sideways_on_a_phone(browser: Browser, bundle: Path, scheme: Scheme) -> None:
    shown, _, _ = opened(browser, bundle, width=360, scheme=scheme)
    assert shown.evaluate(CONTRAST) == []
    assert shown.evaluate("document.documentElement.scrollWidth") <= 360
    shown.close()
