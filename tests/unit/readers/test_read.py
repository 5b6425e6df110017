"""The one door: whatever the bytes, each capture gives one document or one named refusal."""

import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.unit.readers.helpers import outcome, refusal

from truceline.model.document import Capture, Document, Refusal
from truceline.model.ids import document_id
from truceline.readers.capture import capture
from truceline.readers.read import READERS, read

SEEDS = Path(__file__).parents[4] / "shared" / "corpus" / "seeds.jsonl"
RUNS = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
MARKUP = [b"<", b">", b"</p>", b"<p>", b"<div ", b"=", b"'", b'"', b"&#x", b";", b"\n", b"soldiers crossed "]
BITS = st.sampled_from([*MARKUP, b"\x00", b"\xff", b"{", b'"text":"', b"\xed\xa0\x80"])


@RUNS
@given(content=st.one_of(st.binary(max_size=400), st.lists(BITS, max_size=60).map(b"".join)), media_type=st.sampled_from(sorted(READERS)))
def test_any_bytes_give_one_document_or_one_refusal(content: bytes, media_type: str) -> None:
    found = outcome(content, media_type, address="a.x", part=3)
    if isinstance(found, Refusal):
        assert f"{found.where}, ".startswith("a.x:3, ") and found.why  # a field of it may be named behind
    else:
        found.text.encode("utf-8")
        assert all(0 <= span.start < span.end <= len(found.text) for span in found.furniture if span.part == "text")


@RUNS
@given(text=st.text(max_size=200), title=st.none() | st.text(max_size=40))
def test_jsonl_text_comes_back_as_given_or_not_at_all(text: str, title: str | None) -> None:
    found = outcome(json.dumps({"id": "a", "text": text, "title": title, "language": "en"}).encode(), "application/jsonl")
    if isinstance(found, Document):
        assert found.text == text
        assert found.id == document_id(found.text, found.title, None, None)


@RUNS
@given(text=st.text(st.characters(codec="utf-8", exclude_characters="\x00"), max_size=200))
def test_plain_text_comes_back_as_written_or_not_at_all(text: str) -> None:
    found = outcome(text.encode())
    if isinstance(found, Document):
        assert found.text == text.removeprefix("\ufeff")


def test_unknown_media_type_is_refused() -> None:
    assert "no reader for image/png" in refusal(b"x", "image/png").why


def test_one_bad_line_does_not_stop_the_rest(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text('{"id":"a","text":"Soldiers crossed."}\n{oops\n{"id":"c","text":"Soldiers went back."}\n')
    found = [each for taken in capture([path]) if isinstance(taken, Capture) for each in read(taken)]
    assert [type(each) for each in found] == [Document, Refusal, Document]
    assert isinstance(found[1], Refusal) and found[1].where == f"{path}:2"


@pytest.mark.skipif(not SEEDS.exists(), reason="the four articles are their publishers' and not part of the project")
def test_furniture_and_relays_of_the_four_articles() -> None:
    found = {
        each.name: each for taken in capture([SEEDS]) if isinstance(taken, Capture) for each in read(taken) if isinstance(each, Document)
    }
    assert len(found) == 4
    relays = {name: [relay.name for relay in each.relays] for name, each in found.items()}
    assert relays["seed-second-crossing"] == ["Le Parisien"] and relays["seed-kursk-capture"] == ["www.rfa.org"]
    third = found["seed-third-crossing"]
    assert [third.words(span) for span in third.furniture].count("SHARE") == 2
    assert any(span.part == "title" for span in found["seed-second-crossing"].furniture)
    assert found["seed-jsa-2017"].furniture == ()
