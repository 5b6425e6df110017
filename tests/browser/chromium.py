"""How tests open a page in a real Chromium, and what they hold against it."""

from pathlib import Path
from typing import Literal

from playwright.sync_api import Browser, Page

Scheme = Literal["light", "dark"]
FLAGS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update",
    "--disable-sync", "--host-resolver-rules=MAP * ~NOTFOUND",
]  # fmt: skip
# The contrast ratio of WCAG 2 for every element with words of its own; 4.5 is level AA.
CONTRAST = """() => {
  const part = v => { v /= 255; return v <= .03928 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4; };
  const light = c => { const [r, g, b] = c.match(/[\\d.]+/g).map(Number).map(part); return .2126 * r + .7152 * g + .0722 * b; };
  const clear = c => c === 'transparent' || /, 0\\)$/.test(c);
  const ground = e => {
    for (; e; e = e.parentElement) { const c = getComputedStyle(e).backgroundColor; if (!clear(c)) return c; }
    return 'rgb(255, 255, 255)';
  };
  const words = n => n.nodeType === 3 && n.textContent.trim();
  const wordy = e => !e.closest('svg') && e.getClientRects().length && [...e.childNodes].some(words);
  const ratio = e => {
    const [one, two] = [light(getComputedStyle(e).color), light(ground(e))];
    return (Math.max(one, two) + .05) / (Math.min(one, two) + .05);
  };
  return [...document.querySelectorAll('body *')].filter(e => wordy(e) && ratio(e) < 4.5).map(e => e.outerHTML.slice(0, 120));
}"""


def opened(browser: Browser, file: Path, *, width: int = 1280, scheme: Scheme = "light") -> tuple[Page, list[str], list[str]]:
    """The page opened, with all it asked for and all it complained of."""
    page = browser.new_page(viewport={"width": width, "height": 800}, color_scheme=scheme)
    asked: list[str] = []
    said: list[str] = []
    page.on("request", lambda each: asked.append(each.url))
    page.on("console", lambda each: said.append(each.text))
    page.on("pageerror", lambda each: said.append(str(each)))
    page.goto(file.as_uri())
    return page, asked, said


def until(page: Page, true: str) -> None:
    """Waits until an expression is true on the page. (Playwright's own way would need a page that lets strangers' scripts run.)"""
    for _ in range(200):
        if page.evaluate(true):
            return
        page.wait_for_timeout(50)
    raise AssertionError(f"after ten seconds it is still not true that {true}")
