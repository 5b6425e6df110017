"""Both sides alike: a text with its sides exchanged reads as the text does, exchanged; over generated texts, and a corpus beside."""

import json
import re
import shutil
import tempfile
from collections.abc import Callable, Iterator
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from tests.gates import corpus
from tests.properties.dispatches import PAIRS, Pair, made
from tests.roads.test_symmetry import CODES, WORDS, exchanged

from truceline.cli.coded import coded
from truceline.language.annotate import annotate
from truceline.model.document import Document
from truceline.model.ids import CaptureId, document_id
from truceline.packs.pack import Pack, load_pack
from truceline.packs.strict_yaml import load
from truceline.reports.extract import extract

PUBLISHED = "2031-03-13"
FEW, MANY = 20, 167
"""Texts a pair of sides in a quick run, and in a full one: 6 pairs, 1,002 texts."""
KNOWN = Path(__file__).parent / "known_unlike.yaml"
IDS = ("event", "incident", "evidence", "title_evidence")
"""These hold hashes and offsets, which the length of a name changes."""
SHOWN = 120
"""Characters of a quote that are compared: it is cut at 200, and names differ in length."""


@cache
def pack() -> Pack:
    return load_pack()


@cache
def exchanged_pack() -> Pack:
    """The built-in pack with the places of the two Koreas each in the other's land, but for those whose names the text exchanges.

    In whose land a place lies is no word of a text, and changes with the sides all the same.
    """
    folder = Path(tempfile.mkdtemp())
    shutil.copytree(pack().folder, folder, dirs_exist_ok=True, ignore=shutil.ignore_patterns("samples", "weights", "boundaries"))
    file = folder / "gazetteer" / "places.jsonl"
    places = [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]
    for place in places:
        if not set(place["names"]) & WORDS.keys():
            place["country"] = CODES.get(place["country"], place["country"])
    file.write_text("".join(json.dumps(place) + "\n" for place in places), encoding="utf-8")
    return load_pack([folder])


def read(title: str | None, text: str, published: str | None = PUBLISHED, by: Pack | None = None) -> dict[str, Any]:
    """The record of one document, without ids."""
    by = by or pack()
    document = Document(
        id=document_id(text, title, published, None), name="d", text=text, capture_id=CaptureId("c"), title=title or None,
        published=date.fromisoformat(published[:10]) if published else None, language="en",
    )  # fmt: skip
    record = coded(document, extract(annotate(document, by), by), {})
    return {part: [{k: v for k, v in each.items() if k not in IDS} for each in record[part]] for part in ("reports", "count_claims")}


def swapped(value: Any, text: Callable[[str], str], codes: dict[str, str], field: str = "") -> Any:
    """A record with the sides exchanged; quotes and places are exchanged as text."""
    if isinstance(value, dict):
        return {name: swapped(each, text, codes, name) for name, each in value.items()}
    if isinstance(value, list):
        return [swapped(each, text, codes, field) for each in value]
    if not isinstance(value, str):
        return value
    if field in ("quote", "place"):
        return text(value)
    party, colon, role = value.partition(":")
    return codes.get(value) or f"{codes.get(party, party)}{colon}{role}"


def unlike(expected: dict[str, Any], found: dict[str, Any]) -> Iterator[str]:
    """What did not change sides as the text did, in words."""
    for part in ("reports", "count_claims"):
        ours, theirs = ordered(expected[part]), ordered(found[part])
        if len(ours) != len(theirs):
            yield f"{part}: {[each['type'] for each in ours]} became {[each['type'] for each in theirs]}"
        for one, two in zip(ours, theirs):
            yield from (
                f"{one['type']} {name}: expected {one[name]!r}, read {two.get(name)!r}" for name in one if one[name] != two.get(name)
            )


def ordered(records: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Records in an order that does not depend on sides, quotes cut, sets sorted."""

    def plain(name: str, value: Any) -> Any:
        if name == "quote":
            return value[:SHOWN]
        many = isinstance(value, list) and value and not isinstance(value[0], int | type(None))
        return sorted(value, key=lambda each: json.dumps(each, sort_keys=True)) if many else value

    kept = [{name: plain(name, value) for name, value in each.items()} for each in records]
    return sorted(kept, key=lambda each: (each["type"], each["quote"], json.dumps(each, sort_keys=True)))


def exchange_of(pair: Pair) -> tuple[Callable[[str], str], dict[str, str]]:
    """Words and codes of two sides exchanged."""
    forms = [
        (getattr(pair.one, form), getattr(pair.two, form))
        for form in ("name", "adjective", "capital", "organ", "short", "toward")
        if getattr(pair.one, form)
    ]
    twins = {k.lower(): v.lower() for a, b in forms for k, v in ((a, b), (b, a))}
    words = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, sorted(twins, key=len, reverse=True)))})(?!\w)")
    names = {pair.one.code: pair.two.code, pair.two.code: pair.one.code}
    organs = {pair.one.organ_code: pair.two.organ_code, pair.two.organ_code: pair.one.organ_code}
    return lambda said: words.sub(lambda found: twins[found.group()], said.lower()), names | organs


def lowered(record: dict[str, Any]) -> dict[str, Any]:
    """A record with quotes and places in small letters: a name that begins a sentence may be an organ with a small article."""
    return swapped(record, str.lower, {})


def differences(pair: Pair, seeds: range) -> list[str]:
    text, codes = exchange_of(pair)
    found = []
    for seed in seeds:
        (title, here), (title_there, there) = made(seed, pair)
        odd = list(unlike(swapped(read(title, here), text, codes), lowered(read(title_there, there))))
        if odd:
            found.append(f"{seed}: {title!r} {here!r} <-> {there!r}: {'; '.join(odd)}")
    return found


@pytest.mark.parametrize("name", sorted(PAIRS))
def test_some_generated_texts_read_alike_for_both_sides(name: str) -> None:
    assert differences(PAIRS[name], range(FEW)) == []


@pytest.mark.slow
@pytest.mark.parametrize("name", sorted(PAIRS))
def test_a_thousand_generated_texts_read_alike_for_both_sides(name: str) -> None:
    assert differences(PAIRS[name], range(FEW, MANY)) == []


@pytest.mark.slow
@pytest.mark.skipif(not corpus.is_beside(), reason="no corpus lies beside this checkout")
@pytest.mark.parametrize("part", range(4))
def test_coded_documents_about_korea_read_alike_for_both_sides(part: int) -> None:
    documents = [each for each in corpus.beside("dev").documents.values() if "Korea" in f"{each.get('title')} {each['text']}"]
    assert len(documents) > 200
    odd, known = {}, load(KNOWN, dict[str, str])
    for each in documents[part::4]:
        title, text, published = each.get("title"), each["text"], each.get("published")
        assert exchanged(exchanged(text)) == text, each["id"]
        here, there = read(title, text, published), read(exchanged(title) if title else title, exchanged(text), published, exchanged_pack())
        if found := list(unlike(swapped(here, exchanged, CODES), there)):
            odd[each["id"]] = found
    assert {name: what for name, what in odd.items() if name not in known} == {}
    assert sorted(odd) == sorted(known.keys() & {each["id"] for each in documents[part::4]}), "no longer unlike: take it from the list"
