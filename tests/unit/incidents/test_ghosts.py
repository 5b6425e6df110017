"""A count that leaves a gap makes ghosts: bounded, as few as satisfy all counts, gone once reports fill them."""

from datetime import date

import pytest
from tests.fakes.tellings import count_claim, document, extractions, telling

from truceline.incidents.audit import Window
from truceline.incidents.ghosts import Lack, ghosts, stab
from truceline.incidents.merge import Merged, merge
from truceline.model.document import Document
from truceline.model.ids import ClaimId
from truceline.model.incident import Ghost
from truceline.model.report import CountClaim, Report
from truceline.packs.pack import load_pack

ONTOLOGY = load_pack().ontology


def merged(reports: list[Report], claims: list[CountClaim], *documents: Document) -> tuple[Merged, tuple[Ghost, ...]]:
    known = {each.id: each for each in documents}
    found = merge(extractions(reports, claims), known, ONTOLOGY)
    checks = {each.claim_id: each for each in found.checks}
    return found, ghosts(checks, {each.id: each for each in claims}, {each.id: each for each in reports}, known)


def lack(since: int, until: int, number: int) -> Lack:
    name = ClaimId(f"{since} {until} {number}")
    return Lack(claim=name, window=Window(since=date(2024, 6, since), until=date(2024, 6, until)), number=number)


def test_a_third_crossing_with_one_in_the_ledger_leaves_two_ghosts_within_the_days_counted() -> None:
    documents = (document("a", "2024-06-21"),)
    _, found = merged([telling("a", day="2024-06-20")], [count_claim("a", 3, "2024-06-01", "2024-06-20")], *documents)
    assert [(each.since, each.until, each.kind, each.by) for each in found] == [
        ("2024-06-01", "2024-06-20", "ground_crossing", ("PRK",))
    ] * 2
    assert len({each.id for each in found}) == 2


def test_a_ghost_is_gone_once_a_report_fills_it() -> None:
    documents = (document("a", "2024-06-21"), document("b", "2024-06-10"), document("c", "2024-06-19"))
    reports = [telling("a", day="2024-06-20"), telling("b", day="2024-06-09", place="here"), telling("c", day="2024-06-18", place="there")]
    claims = [count_claim("a", 3, "2024-06-01", "2024-06-20")]
    _, two = merged(reports[:2], claims, *documents)
    assert len(two) == 1
    _, none = merged(reports, claims, *documents)
    assert none == ()


def test_a_count_of_a_kind_that_the_ledger_has_in_full_makes_no_ghost() -> None:
    _, found = merged([telling("a", day="2024-06-20")], [count_claim("a", 1, "2024-06-01", "2024-06-20")], document("a", "2024-06-21"))
    assert found == ()


@pytest.mark.parametrize(
    ("lacks", "fewest"),
    [
        ([lack(1, 20, 2)], 2),
        ([lack(1, 20, 2), lack(1, 30, 3)], 3),  # the two of the shorter stretch lie in the longer one
        ([lack(1, 10, 2), lack(11, 20, 1)], 3),  # stretches that do not touch add up
        ([lack(1, 10, 2), lack(5, 20, 2)], 2),  # the same two may lie where both overlap
        ([lack(1, 30, 1), lack(1, 10, 2), lack(20, 30, 2)], 4),
    ],
)
def test_the_fewest_incidents_that_satisfy_all_counts_are_taken(lacks: list[Lack], fewest: int) -> None:
    for order in (lacks, lacks[::-1]):
        assert len(stab(order)) == fewest


def test_a_ghost_that_serves_two_counts_lies_where_both_do() -> None:
    served = stab([lack(1, 10, 1), lack(5, 20, 1)])
    assert [[each.claim for each in some] for some in served] == [["1 10 1", "5 20 1"]]


def test_then_tells_how_many_had_been_told_by_the_day_of_the_claim_and_by_whom() -> None:
    documents = (document("a", "2024-06-21"), document("b", "2024-06-10"), document("late", "2024-07-30"))
    reports = [
        telling("a", day="2024-06-20", by="KOR:JCS"),
        telling("b", day="2024-06-09", place="here", by="document"),
        telling("late", day="2024-06-15", place="there", by="KOR:JCS"),
    ]
    found, _ = merged(reports, [count_claim("a", 3, "2024-06-01", "2024-06-20", of_report="a")], *documents)
    (check,) = found.checks
    assert (check.found, check.then, check.announced) == (3, 2, 1)
