"""Slow changes: one incident that grows over weeks and months with a course of its own, and acts of single days that stay apart."""

from itertools import permutations

import pytest
from tests.fakes.tellings import document, extractions, telling

from truceline.incidents.course import course
from truceline.incidents.merge import merge
from truceline.model.incident import Incident
from truceline.model.report import Report
from truceline.packs.pack import load_pack

ONTOLOGY = load_pack().ontology


def works(name: str, day: str | None, *, outcome: str | None = None, place: str | None = None, line: str = "MDL", actor: str = "PRK:mil",
          kind: str = "works_in_zone") -> Report:  # fmt: skip
    return telling(name, kind, day=day, outcome=outcome, place=place, line=line, actor=actor, target="", by="KOR:JCS")


def merged(*reports: Report, published: dict[str, str] | None = None) -> list[Incident]:
    days = {each.document_id: (published or {}).get(each.document_id.removeprefix("d-")) for each in reports}
    known = {key: document(key.removeprefix("d-"), day or "2024-07-30") for key, day in days.items()}
    return list(merge(extractions(reports), known, ONTOLOGY).incidents)


def test_reports_of_works_that_go_on_are_one_incident_in_any_order() -> None:
    april, may, june = works("a", "2024-04-01/2024-04-20"), works("b", "2024-05-15"), works("c", "2024-06-18", outcome="continued")
    for some in permutations((april, may, june)):
        (found,) = merged(*some)
        assert found.over == "2024-04-01/2024-06-18"
        assert found.first("date") == "2024-04-01/2024-06-18"
        assert {each.value for each in found.variants["date"]} == {"2024-04-01/2024-04-20", "2024-05-15", "2024-06-18"}


def test_it_grows_as_reports_come_and_keeps_its_id() -> None:
    april, may = works("a", "2024-04-01/2024-04-20"), works("b", "2024-05-15")
    later = works("c", "2024-06-18", outcome="continued")
    days = {"a": "2024-04-20", "b": "2024-05-16", "c": "2024-06-19"}
    (before,), (after,) = merged(april, may, published=days), merged(april, may, later, published=days)
    assert before.id == after.id
    assert (before.over, after.over) == ("2024-04-01/2024-05-15", "2024-04-01/2024-06-18")


def test_works_of_one_day_each_stay_two() -> None:
    found = merged(works("a", "2024-10-09"), works("b", "2024-10-15"))
    assert [each.over for each in found] == [None, None]


def test_two_days_of_works_are_brought_together_by_what_goes_on_between_them() -> None:
    (found,) = merged(works("a", "2024-05-15"), works("b", "2024-06-09"), works("c", "2024-04-01/2024-06-20", outcome="continued"))
    assert found.over == "2024-04-01/2024-06-20"


@pytest.mark.parametrize(
    "other",
    [
        works("b", "2024-09-15", outcome="continued"),
        works("b", "2024-05-15", outcome="continued", actor="KOR:mil"),
        works("b", "2024-05-15", outcome="continued", line="LAC", actor="CHN:mil"),
        telling("b", day="2024-05-15", outcome="continued"),
    ],
    ids=["too long after", "by the other side", "elsewhere", "another kind"],
)
def test_what_is_not_the_same_change_stays_apart(other: Report) -> None:
    assert len(merged(works("a", "2024-04-01/2024-04-20"), other)) == 2


def test_a_build_up_is_no_act_of_one_day() -> None:
    (found,) = merged(
        works("a", "2024-03-02", kind="build_up", line="DONBAS_LOC", actor="RUS:mil"),
        works("b", "2024-04-02", kind="build_up", line="DONBAS_LOC", actor="RUS:mil"),
    )
    assert found.over == "2024-03-02/2024-04-02"


def test_an_act_of_one_day_has_no_stretch_though_its_dates_differ() -> None:
    (found,) = merged(telling("a", day="2024-06-18", by="KOR:JCS"), telling("b", day="2024-06-18/2024-06-19", by="document"))
    assert found.over is None


def test_its_course_tells_each_stage_with_who_says_so_and_when() -> None:
    reports = [works("b", "2024-06-18", outcome="continued"), works("a", "2024-05-15")]
    days = {"a": "2024-05-16", "b": "2024-06-19"}
    (found,) = merged(*reports, published=days)
    known = {each.id: each for each in (document(name, day) for name, day in days.items())}
    stages = course(found, reports, known)
    assert [(each.on, each.goes_on, each.by, each.published) for each in stages] == [
        ("2024-05-15", False, ("KOR:JCS",), "2024-05-16"), ("2024-06-18", True, ("KOR:JCS",), "2024-06-19"),
    ]  # fmt: skip


def test_support_that_a_party_is_said_to_give_is_one_course_where_neither_text_tells_a_day() -> None:
    one, two = (telling(name, "arms_transfer", day=None, actor="RUS:gov", target="DNR:mil", by="UKR:gov") for name in ("a", "b"))
    assert len(merged(one, two)) == 1


def test_a_fight_that_goes_on_from_one_day_is_one_though_it_spread_and_its_toll_grew() -> None:
    one = telling("a", "clash", day="1989-12-31/1990-01-02", place="Ghobeiri", actor="AMAL:mil", target="HZB:mil", by="LBN:gov")
    two = telling("b", "clash", day="1989-12-31/1990-01-07", place="Iklim el-Tuffah", actor="AMAL:mil", target="HZB:mil", by="LBN:gov")
    assert len(merged(one, two)) == 1


def test_what_two_texts_are_about_some_days_apart_without_telling_a_day_is_two() -> None:
    one, two = (telling(name, "ground_crossing", day=None, actor="PRK:mil", target="KOR:mil", by="KOR:JCS") for name in ("a", "b"))
    assert len(merged(one, two, published={"a": "2024-06-01", "b": "2024-06-09"})) == 2
