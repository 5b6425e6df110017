"""Web archives: digests checked, hostile zips refused by name, each page taken out as a capture of its own."""

import json
import zipfile
from collections.abc import Callable
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from random import Random

import pytest
from tests.fakes.media import wacz

from truceline.errors import InputRefused
from truceline.model.document import Capture, Document, Refusal
from truceline.model.media import MediaKind
from truceline.readers import zip_guard
from truceline.readers.capture import capture
from truceline.readers.media import look_at
from truceline.readers.read import read

WORDS = "About 20 soldiers crossed the demarcation line and went back after warning shots, the staff in Seoul said on Tuesday. " * 3
PAGE = f"<html><body><article><h1>Over the line</h1><p>{WORDS}</p></article></body></html>"
ADDRESS = "https://news.example/crossing"
NOW = datetime(2024, 7, 1, tzinfo=UTC)


def test_an_archive_is_told_with_its_digests_and_what_it_says_of_its_pages(tmp_path: Path) -> None:
    found = look_at(wacz(tmp_path / "a.wacz", {ADDRESS: PAGE}))
    assert found.kind is MediaKind.ARCHIVE
    assert dict(found.facts) == {"archive": "WACZ", "entries with a digest that holds": "2", "pages listed": "1"}
    assert dict(found.claims) == {"software": "a crawler 1.0", "page 1": f"{ADDRESS}, fetched 2024-06-18T09:00:00Z"}


def test_a_page_of_an_archive_becomes_a_capture_with_its_own_address_and_time(tmp_path: Path) -> None:
    (found,) = capture([wacz(tmp_path / "a.wacz", {ADDRESS: PAGE})], captured_at=NOW)
    assert isinstance(found, Capture)
    assert (found.address, found.content, found.id) == (ADDRESS, PAGE.encode(), sha256(PAGE.encode()).hexdigest())
    assert found.captured_at == datetime(2024, 6, 18, 9, tzinfo=UTC)
    (document,) = read(found)
    assert isinstance(document, Document) and WORDS.strip() in document.text


def test_an_archive_cannot_have_fetched_a_page_in_the_future(tmp_path: Path) -> None:
    (found,) = capture([wacz(tmp_path / "a.wacz", {ADDRESS: PAGE}, at="2031-01-01T00:00:00Z")], captured_at=NOW)
    assert isinstance(found, Capture) and found.captured_at == NOW


@pytest.mark.parametrize("told", [{"status": "404 Not Found"}, {"kind": "image/png"}])
def test_an_answer_that_is_no_page_is_passed_over_and_an_archive_without_pages_named(tmp_path: Path, told: dict[str, str]) -> None:
    (found,) = capture([wacz(tmp_path / "a.wacz", {ADDRESS: PAGE}, **told)], captured_at=NOW)
    assert isinstance(found, Refusal) and "no web page" in found.why


def test_a_page_that_is_not_from_the_web_is_refused_alone(tmp_path: Path) -> None:
    found = list(capture([wacz(tmp_path / "a.wacz", {"file:///etc/passwd": PAGE, ADDRESS: PAGE})], captured_at=NOW))
    assert [type(each) for each in found] == [Refusal, Capture]


@pytest.mark.parametrize("broken", ["archive/data.warc.gz", "pages/pages.jsonl", "datapackage.json"])
def test_a_digest_that_does_not_hold_refuses_the_archive_and_all_its_pages(tmp_path: Path, broken: str) -> None:
    path = wacz(tmp_path / "a.wacz", {ADDRESS: PAGE}, broken=broken)
    with pytest.raises(InputRefused, match="does not hold"):
        look_at(path)
    (found,) = capture([path], captured_at=NOW)
    assert isinstance(found, Refusal) and "does not hold" in found.why and found.cure


def test_an_entry_in_no_table_is_named(tmp_path: Path) -> None:
    found = look_at(wacz(tmp_path / "a.wacz", {ADDRESS: PAGE}, more={"archive/other.warc.gz": b"x"}))
    assert "archive/other.warc.gz" in found.notes[0]


def test_a_zip_that_is_no_web_archive_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    with zipfile.ZipFile(path, "w") as opened:
        opened.writestr("a.txt", "words")
    with pytest.raises(InputRefused, match="no WACZ"):
        look_at(path)


def zipped(path: Path, name: str, content: bytes = b"x", change: Callable[[zipfile.ZipInfo], None] = lambda _: None) -> Path:
    """A zip with a good table and one entry that is not good."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as opened:
        opened.writestr("datapackage.json", json.dumps({"resources": []}))
        entry = zipfile.ZipInfo(name)
        entry.compress_type = zipfile.ZIP_DEFLATED
        change(entry)
        opened.writestr(entry, content)
    return path


def link(entry: zipfile.ZipInfo) -> None:
    entry.external_attr = 0o120777 << 16


def odd(entry: zipfile.ZipInfo) -> None:
    entry.compress_type = zipfile.ZIP_LZMA


@pytest.mark.parametrize(("name", "content", "change", "why"), [
    ("../../etc/passwd", b"x", lambda _: None, "leads out"),
    ("/etc/passwd", b"x", lambda _: None, "leads out"),
    ("a\\..\\b", b"x", lambda _: None, "leads out"),
    ("c:evil", b"x", lambda _: None, "leads out"),
    ("archive/link", b"/etc/passwd", link, "a link"),
    ("archive/odd", b"x", odd, "no web archive needs"),
    ("archive/bomb", bytes(20_000_000), lambda _: None, "a bomb"),
])  # fmt: skip
def test_a_hostile_entry_refuses_the_zip_by_name(tmp_path: Path, name: str, content: bytes, change: Callable, why: str) -> None:
    with pytest.raises(InputRefused) as caught:
        look_at(zipped(tmp_path / "a.wacz", name, content, change))
    assert why in caught.value.why and caught.value.cure


def test_a_locked_a_doubled_and_an_overlapping_entry_are_refused(tmp_path: Path) -> None:
    locked = zipped(tmp_path / "a.wacz", "archive/a")
    raw = bytearray(locked.read_bytes())
    at = raw.index(b"PK\x01\x02", raw.index(b"PK\x01\x02") + 1)
    raw[at + 8] |= 1
    locked.write_bytes(raw)
    with pytest.raises(InputRefused, match="password"):
        look_at(locked)
    with pytest.warns(UserWarning, match="Duplicate"):
        doubled = zipped(tmp_path / "b.wacz", "datapackage.json")
    with pytest.raises(InputRefused, match="twice"):
        look_at(doubled)
    over = zipped(tmp_path / "c.wacz", "archive/a")
    raw = bytearray(over.read_bytes())
    at = raw.index(b"PK\x01\x02", raw.index(b"PK\x01\x02") + 1)
    raw[at + 42 : at + 46] = b"\x00\x00\x00\x00"
    over.write_bytes(raw)
    with pytest.raises(InputRefused, match="another entry"):
        look_at(over)


def test_too_many_entries_and_too_much_in_all_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = wacz(tmp_path / "a.wacz", {ADDRESS: PAGE})
    monkeypatch.setattr(zip_guard, "MAX_ENTRIES", 2)
    with pytest.raises(InputRefused, match="the most is 2"):
        look_at(path)
    monkeypatch.setattr(zip_guard, "MAX_ENTRIES", 50)
    monkeypatch.setattr(zip_guard, "MAX_UNPACKED", 100)
    with pytest.raises(InputRefused, match="unpack to more"):
        look_at(path)


@pytest.mark.parametrize("part", [0.2, 0.5, 0.9])
def test_an_archive_that_was_cut_short_is_refused(tmp_path: Path, part: float) -> None:
    path = wacz(tmp_path / "a.wacz", {ADDRESS: PAGE})
    path.write_bytes(path.read_bytes()[: int(path.stat().st_size * part)])
    with pytest.raises(InputRefused, match="not a whole zip"):
        look_at(path)


@pytest.mark.parametrize("table", ["[]", "{}", '{"resources": [1]}', '{"resources": [{"path": "a"}]}', "{", '{"resources": {"a": 1}}'])
def test_a_table_that_lists_nothing_to_check_is_refused(tmp_path: Path, table: str) -> None:
    path = tmp_path / "a.wacz"
    with zipfile.ZipFile(path, "w") as opened:
        opened.writestr("datapackage.json", table)
    with pytest.raises(InputRefused, match="datapackage"):
        look_at(path)


def test_a_mangled_archive_is_refused_or_taken_whole(tmp_path: Path) -> None:
    """A thousand archives with bytes changed, lost, put in or moved: an answer or a refusal, never a crash."""
    whole = wacz(tmp_path / "whole.wacz", {ADDRESS: PAGE}).read_bytes()
    path, refused = tmp_path / "a.wacz", 0
    for seed in range(1000):
        random, mangled = Random(seed), bytearray(whole)
        for _ in range(random.randrange(1, 6)):
            at, to, length = random.randrange(len(mangled)), random.randrange(len(mangled)), random.randrange(1, 40)
            change = random.randrange(4)
            if change == 0:
                mangled[at] = random.randrange(256)
            elif change == 1:
                del mangled[at : at + length]
            elif change == 2:
                mangled[at:at] = random.randbytes(length)
            else:
                mangled[to : to + length] = mangled[at : at + length]
        path.write_bytes(mangled or b"x")
        found = list(capture([path], captured_at=NOW))
        assert all(isinstance(each, Capture | Refusal) for each in found)
        refused += isinstance(found[0], Refusal)
    assert refused > 900, "digests see to it"
