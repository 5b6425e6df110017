"""A lower bound from counts, an estimate where lists are independent, and a refusal with reasons where they are not."""

from datetime import date

import pytest
from tests.fakes.tellings import count_claim, document, extractions, telling

from truceline.incidents.audit import Window
from truceline.incidents.hidden import LOG_LINEAR, Asked, Hidden, chapman, hidden
from truceline.incidents.merge import merge
from truceline.model.ids import IncidentId
from truceline.model.report import CountClaim, Report
from truceline.packs.pack import load_pack

ONTOLOGY = load_pack().ontology
JUNE = Window(since=date(2024, 6, 1), until=date(2024, 6, 30))


def reckoned(
    reports: list[Report], claims: list[CountClaim] | None = None, *, line: str | None = None, by: str | None = None,
    texts: dict[str, str] | None = None,
) -> Hidden:  # fmt: skip
    names = {each.document_id.removeprefix("d-"): each.document_id for each in reports}
    known = {key: document(name, "2024-07-01", text=(texts or {}).get(name, "")) for name, key in names.items()}
    found = merge(extractions(reports, claims or []), known, ONTOLOGY)
    return hidden(
        Asked(kind="ground_crossing", window=JUNE, line=line, by=by),
        {each.id: each for each in found.incidents},
        {each.id: each for each in claims or []},
        {each.claim_id: each for each in found.checks},
        {each.id: each for each in reports},
        known,
    )


def told(day: int, by: str, *, actor: str = "PRK:mil", target: str = "KOR:mil") -> Report:
    name = f"{by.replace(':', '-').replace(' ', '-')}-{day}"
    return telling(name, day=f"2024-06-{day:02d}", by=by, place=f"Place{day}", actor=actor, target=target)


def test_a_count_gives_a_hard_lower_bound_and_is_named() -> None:
    reports = [told(3, "KOR:JCS"), told(20, "KOR:JCS")]
    claims = [count_claim("KOR-JCS-20", 10, "2024-06-01", "2024-06-20")]
    found = reckoned(reports, claims)
    assert (len(found.known), found.at_least, found.claims) == (2, 10, ("c-KOR-JCS-20",))


def test_a_count_of_another_stretch_line_or_kind_gives_no_bound() -> None:
    reports = [told(20, "KOR:JCS")]
    for claim in (
        count_claim("KOR-JCS-20", 10, "2024-01-01", "2024-06-20"),
        count_claim("KOR-JCS-20", 10, "2024-06-01", "2024-06-20", kind="air_strike"),
    ):
        assert reckoned(reports, [claim]).at_least == 1
    at_sea = count_claim("KOR-JCS-20", 10, "2024-06-01", "2024-06-20", line="NLL")
    assert reckoned(reports, [at_sea], line="MDL").at_least == 1


def test_two_independent_lists_give_an_estimate_with_its_interval() -> None:
    reports = [told(day, "KOR:JCS") for day in range(1, 11)] + [told(day, "PRK:KPA") for day in range(6, 16)]
    found = reckoned(reports)
    assert found.estimate is not None
    assert found.estimate.lists == ("KOR", "PRK")
    assert (found.estimate.sizes, found.estimate.both, found.estimate.seen) == ((10, 10), 5, 15)
    assert found.estimate.low <= found.estimate.total <= found.estimate.high
    assert found.estimate.low >= found.estimate.seen


def test_lists_that_come_from_one_document_are_refused_with_the_reason() -> None:
    found = reckoned([told(day, "KOR:JCS PRK:KPA") for day in range(1, 9)])
    assert found.estimate is None
    assert "depend on each other" in found.refused[0]


def test_short_lists_are_refused_with_what_there_is() -> None:
    found = reckoned([told(3, "KOR:JCS"), told(4, "PRK:KPA")])
    assert found.estimate is None
    assert "KOR 1, PRK 1" in found.refused[0]


def test_lists_that_hardly_overlap_are_refused() -> None:
    reports = [told(day, "KOR:JCS") for day in range(1, 8)] + [told(day, "PRK:KPA") for day in range(11, 18)]
    found = reckoned(reports)
    assert found.estimate is None
    assert "share 0 incidents" in found.refused[0]


def test_three_independent_lists_give_a_log_linear_estimate_with_its_models() -> None:
    reports = [
        *(told(day, "KOR:JCS") for day in range(1, 13)), *(told(day, "UNC:HQ") for day in range(8, 18)),
        *(told(day, "document") for day in (*range(4, 11), 16, 17, 18, 19)),
    ]  # fmt: skip
    found = reckoned(reports)
    assert found.estimate is not None
    assert found.estimate.method == LOG_LINEAR
    assert dict(zip(found.estimate.lists, found.estimate.sizes, strict=True)) == {"KOR": 12, "UNC": 10, "outlets": 11}
    assert found.estimate.seen == 19
    assert 19 <= found.estimate.low <= found.estimate.total <= found.estimate.high
    assert sum(share for _, share in found.estimate.models) == pytest.approx(1)


def test_what_each_side_tells_of_the_other_is_one_list() -> None:
    sides = (("PRK:mil", "KOR:mil", "KOR:JCS"), ("KOR:mil", "PRK:mil", "PRK:KPA"))
    reports = [
        told(day, by, actor=sides[day % 2][0], target=sides[day % 2][1])
        for days, of_commission in ((range(1, 13), False), (range(5, 17), True))
        for day in days
        for by in ("NNSC:HQ" if of_commission else sides[day % 2][2],)
    ]
    found = reckoned(reports)
    assert found.estimate is not None
    assert set(found.estimate.lists) == {"acted upon (KOR, PRK)", "NNSC"}
    of_one = reckoned(reports, by="PRK")
    assert 2 * len(of_one.known) == len(found.known) == 16


def test_a_list_that_only_copies_another_is_refused() -> None:
    wire = (
        "The staff said that soldiers had crossed the line near the village in the morning and had gone back after shots in the air, place "
    )
    reports = [told(day, "KOR:JCS") for day in range(1, 11)] + [told(day, "document") for day in range(4, 14)]
    texts = {each.document_id.removeprefix("d-"): f"{wire} {each.document_id.rpartition('-')[2]} " * 3 for each in reports}
    alone = reckoned(reports)
    copied = reckoned(reports, texts=texts)
    assert alone.estimate is not None
    assert copied.estimate is None
    assert "depend on each other" in copied.refused[0]


def test_a_list_that_depends_on_another_is_left_out_and_the_others_kept() -> None:
    reports = [
        *(told(day, "KOR:JCS document") for day in range(1, 11)), *(told(day, "UNC:HQ") for day in range(6, 16)),
    ]  # fmt: skip
    found = reckoned(reports)
    assert found.estimate is not None
    assert len(found.estimate.lists) == 2
    assert "UNC" in found.estimate.lists
    assert any("depend on each other" in each for each in found.refused)


def test_a_list_within_the_other_is_refused_since_it_may_rest_on_it() -> None:
    found = reckoned([told(day, "KOR:JCS") for day in range(1, 13)] + [told(day, "UNC:HQ") for day in range(3, 9)])
    assert found.estimate is None
    assert "every incident of UNC is on the list of KOR too" in found.refused[0]


@pytest.mark.parametrize(("n1", "n2", "both", "total"), [(200, 100, 50, 397.06), (10, 10, 10, 10.0)])
def test_chapman_gives_the_textbook_figure(n1: int, n2: int, both: int, total: float) -> None:
    one = {IncidentId(str(each)) for each in range(n1)}
    two = {IncidentId(str(each)) for each in range(n1 - both, n1 - both + n2)}
    found = chapman(("A", "B"), one, two)
    assert found.total == pytest.approx(total, abs=0.01)
    assert found.low <= found.total <= found.high
