"""Both sides alike: the samples with the two Koreas exchanged read and judge as the originals do, exchanged."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.roads.road import DISPATCHES, coded, lay, rows, view_of
from truceline.model.ledger_view import LedgerView

TABLE = yaml.safe_load((Path(__file__).parent / "swap.yaml").read_text(encoding="utf-8"))
WORDS = {one: two for pair in TABLE["words"] for one, two in (pair, reversed(pair))} | {each: each for each in TABLE["keep"]}
CODES = {one: two for pair in TABLE["codes"] for one, two in (pair, reversed(pair))}
PATTERN = re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, sorted(WORDS, key=len, reverse=True))) + r")(?!\w)")
SHOWN = 150  # characters of a quote that are compared: a quote is cut at 200, and the exchanged names differ in length
NOT_COMPARED = {"event", "incident", "evidence", "title_evidence", "confidence", "place"}  # ids hash the text; a place stays where it is


def exchanged(text: str) -> str:
    """A text with the two Koreas exchanged."""
    return PATTERN.sub(lambda found: WORDS[found.group()], text)


def recoded(value: Any) -> Any:
    """A codebook value with the two Koreas exchanged; a quote is exchanged as text."""
    if isinstance(value, dict):
        return {key: exchanged(item)[:SHOWN] if key == "quote" and isinstance(item, str) else recoded(item) for key, item in value.items()}
    if isinstance(value, list):
        return [recoded(each) for each in value]
    if isinstance(value, str):
        party, colon, role = value.partition(":")
        return CODES.get(value) or f"{CODES.get(party, party)}{colon}{role}"
    return value


@pytest.fixture(scope="module")
def mirror(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = lay(tmp_path_factory.mktemp("mirror") / "dispatches")
    for path in folder.iterdir():
        path.write_text(mirrored(path), encoding="utf-8")
    return folder


def mirrored(path: Path) -> str:
    """A file with the two Koreas exchanged in what is told, not in ids and addresses."""
    if path.suffix != ".jsonl":
        return exchanged(path.read_text(encoding="utf-8"))
    told = [{**row, "text": exchanged(row["text"]), "title": exchanged(row["title"])} for row in rows(path)]
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in told)


def test_exchange_twice_gives_the_text_back() -> None:
    for path in DISPATCHES.iterdir():
        text = path.read_text(encoding="utf-8").replace("\\n", "\n")
        assert exchanged(exchanged(text)) == text
    assert exchanged("North Korea's Joint Chiefs of Staff") == "South Korea's Korean People's Army"


def test_readings_are_exchanged_exactly(mirror: Path) -> None:
    here = {row["id"]: row for row in coded()}
    there = {row["id"]: row for row in coded(mirror)}
    found = [each for name in sorted(here) for each in unlike(name, here[name], there[name])]
    listed = {(each["document"], each["what"]) for each in TABLE["asymmetries"] if not each["what"].startswith("finding")}
    assert not [each for each in found if each[:2] not in listed], "\n".join(map(str, found))
    assert listed <= {each[:2] for each in found}, "an asymmetry is listed that is none any more"


def test_findings_are_exchanged_exactly(mirror: Path) -> None:
    here, there = findings(view_of()), findings(view_of(source=mirror))
    assert here
    expected = {(name, kind, instrument, clause, CODES.get(side, side), verdict) for name, kind, instrument, clause, side, verdict in here}
    listed = {(each["document"], each["what"]) for each in TABLE["asymmetries"] if each["what"].startswith("finding")}
    odd = {(each[0], f"finding {each[3]}"): each for each in expected ^ there}
    assert set(odd) == listed, "\n".join(str(odd[key]) for key in sorted(set(odd) ^ listed) if key in odd)


def test_every_asymmetry_has_its_reason() -> None:
    assert all(each.get("reason") for each in (*TABLE["asymmetries"], *TABLE["one_sided"]))


def unlike(name: str, here: dict[str, Any], there: dict[str, Any]) -> Iterator[tuple[str, str, str]]:
    """(document, field, what) for every value that did not change sides as the text did."""
    for part in ("reports", "count_claims"):
        ours, theirs = ordered(recoded(here[part])), ordered(there[part])
        if len(ours) != len(theirs):
            yield name, part, f"{[each['type'] for each in ours]} became {[each['type'] for each in theirs]}"
            continue
        for one, two in zip(ours, theirs, strict=True):
            for field in sorted(set(one) | set(two)):
                if one.get(field) != two.get(field):
                    yield name, field, f"{one['type']}: expected {one.get(field)!r}, read {two.get(field)!r}"


def ordered(reports: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Reports without what may differ, sorted sets, in an order that does not depend on sides."""
    kept = [{key: flat(value) for key, value in each.items() if key not in NOT_COMPARED} for each in reports]
    for each in kept:
        each["quote"] = str(each.get("quote"))[:SHOWN]
    return sorted(kept, key=lambda each: (each["type"], str(each.get("quote")), str(each.get("actor"))))


def flat(value: Any) -> Any:
    """Lists of codes or acts as sorted lists; numbers stay as they are."""
    if isinstance(value, list) and value and not isinstance(value[0], int | type(None)):
        return sorted(value, key=lambda each: json.dumps(each, sort_keys=True))
    return value


def findings(view: LedgerView) -> set[tuple[str, str, str, str, str, str]]:
    """Every finding with the documents and the kind of its incident; one-sided instruments left out."""
    one_sided = {each["instrument"] for each in TABLE["one_sided"]}
    return {
        ("+".join(sorted(view.documents[each].name for each in view.incidents[incident].documents)),
         view.incidents[incident].kind, finding.instrument, finding.clause, finding.side, finding.verdict.value)
        for incident, found in view.findings.items() for finding in found if finding.instrument not in one_sided
    }  # fmt: skip
