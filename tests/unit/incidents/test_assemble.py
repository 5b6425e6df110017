"""Incidents keep every value claimed, by whom, from which origin, and how each party stands to it."""

from tests.fakes.tellings import document, telling
from tests.unit.incidents.conftest import Merging

from truceline.model.incident import PartyStance, Variant
from truceline.model.report import Stance, Status


def test_competing_figures_are_both_kept_with_their_claimants(merging: Merging) -> None:
    documents = [document("a", "2024-12-20"), document("b", "2024-12-21")]
    reports = [
        telling(
            "a",
            "troop_deployment",
            day="2024-12",
            target="",
            line=None,
            place="Kursk",
            by="UKR:gov",
            persons=(12000, 12000),
            killed=(3001, None),
        ),
        telling(
            "b",
            "troop_deployment",
            day="2024-12",
            target="",
            line=None,
            place="Kursk",
            by="KOR:NIS",
            persons=(11000, 11000),
            killed=(100, 100),
        ),
    ]
    (incident,) = merging(documents, reports).incidents
    assert {each.value: each.claimants for each in incident.variants["killed"]} == {"[3001,null]": ("UKR:gov",), "[100,100]": ("KOR:NIS",)}


def test_variant_says_which_reports_and_origins_it_rests_on(merging: Merging) -> None:
    (incident,) = merging([document("a", "2024-06-18")], [telling("a", day="2024-06-18", by="KOR:JCS", place="Cheorwon")]).incidents
    assert incident.variants["place"] == (Variant(value="Cheorwon", reports=("r-a",), claimants=("KOR:JCS",), origins=("d-a",)),)
    assert {name: each[0].value for name, each in incident.variants.items()} == {
        "actor": "PRK:mil", "date": "2024-06-18", "line": "MDL", "place": "Cheorwon", "sources": "KOR:JCS", "status": "asserted",
        "target": "KOR:mil", "type": "ground_crossing",
    }  # fmt: skip


def test_finer_date_heads_the_coarser_one(merging: Merging) -> None:
    documents = [document("day", "2024-06-18"), document("month", "2024-08-01")]
    reports = [telling("day", day="2024-06-18", place="Cheorwon"), telling("month", day="2024-06", place="Cheorwon", main=False)]
    (incident,) = merging(documents, reports).incidents
    assert [each.value for each in incident.variants["date"]] == ["2024-06-18", "2024-06"]


def test_day_heads_a_stretch_of_days_told_as_often(merging: Merging) -> None:
    documents = [document("day", "2024-06-20"), document("days", "2024-06-20")]
    reports = [telling("day", day="2024-06-18", place="Cheorwon"), telling("days", day="2024-06-17/2024-06-19", place="Cheorwon")]
    (incident,) = merging(documents, reports).incidents
    assert incident.first("date") == "2024-06-18"


def test_denial_and_missing_confirmation_become_stances_and_no_claimants(merging: Merging) -> None:
    documents = [document("a", "2024-12-20"), document("b", "2024-12-22"), document("c", "2025-04-28")]
    common = {"kind": "troop_deployment", "day": "2024-12", "target": "", "line": None, "place": "Kursk"}
    reports = [
        telling("a", by="UKR:gov", follow_ups=[("denial", "PRK:gov")], **common),  # type: ignore[arg-type]  # shared keywords of mixed types
        telling("b", by="RUS:gov", stance=Stance.NOT_CONFIRMED, status=Status.DENIED, **common),  # type: ignore[arg-type]  # as above
        telling("c", by="PRK:KCNA", stance=Stance.CONFIRMS, **common),  # type: ignore[arg-type]  # as above
    ]
    (incident,) = merging(documents, reports).incidents
    assert [(each.party, each.stance, each.as_of) for each in incident.stances] == [
        ("PRK", "denied", "2024-12-20"), ("RUS", "not_confirmed", "2024-12-22"), ("PRK", "confirmed", "2025-04-28"),
    ]  # fmt: skip
    assert isinstance(incident.stances[0], PartyStance)
    assert incident.variants["type"][0].claimants == ("PRK:KCNA", "UKR:gov")
