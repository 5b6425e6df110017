"""Grave allegations down the road: dossier, listing and brief tell them as somebody's unverified claim."""

import json
from pathlib import Path

import pytest

from tests.roads.road import view_of
from truceline.model.ledger_view import LedgerView
from truceline.packs.pack import load_pack
from truceline.views.brief import brief
from truceline.views.dossier import dossier, render

TEXT = (
    "SEOUL, March 13, 2031 - North Korean soldiers shot five fishermen of South Korea dead near the border on Tuesday, "
    "the Joint Chiefs of Staff said, and called it a war crime. North Korea denied it."
)


@pytest.fixture(scope="module")
def view(tmp_path_factory: pytest.TempPathFactory) -> LedgerView:
    folder = tmp_path_factory.mktemp("grave")
    (folder / "one.jsonl").write_text(json.dumps({"id": "one", "published": "2031-03-13", "text": TEXT}) + "\n", encoding="utf-8")
    return view_of(source=Path(folder))


def test_dossier_tells_who_alleges_it_on_how_many_origins_and_who_denies(view: LedgerView) -> None:
    (incident,) = [each for each in view.incidents.values() if each.kind == "direct_fire"]
    told = dossier(view, incident.id)
    (row,) = told["grave"]
    assert (row["what"], row["claimants"]) == ("war crime", ["KOR:JCS"])
    assert row["standing"].startswith("not verified: a single origin") and "denied by PRK" in row["standing"]
    assert "GRAVE ALLEGATION, NOT VERIFIED" in render(told)
    assert "verified nothing" in " ".join(render(told).split())


def test_brief_marks_the_card(view: LedgerView) -> None:
    page = brief(view, pack=load_pack())
    assert "Grave allegation, not verified." in page
    assert "war crime, alleged by" in page
