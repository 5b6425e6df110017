"""What a rule may ask beside what is told: distances, deadlines, versions of a line, steps of a procedure, hosts, disputed bonds."""

from typing import Any

import pytest
from tests.fakes.small_law import small_law
from tests.unit.findings.law import incident

from truceline.findings.assess import assess
from truceline.model.finding import Answer, Finding, Verdict
from truceline.model.instrument import Rulebook

PLAIN = {"date": "2021-05-01", "line": "NK_LOC", "actor": ["AZE:mil"], "target": ["ARM:mil"], "status": "asserted", "sources": ["ARM:gov"]}


def judged(book: Rulebook, *accounts: dict[str, Any], **given: Any) -> Finding:
    (found,) = assess(incident("ground_crossing", *(accounts or (PLAIN,))), {}, (book,), **given)
    return found


@pytest.mark.parametrize(
    ("km", "verdict"),
    [
        (None, Verdict.NOT_ENOUGH_KNOWN), ((1.0, 2.0), Verdict.APPARENT_BREACH), ((6.0, 9.0), Verdict.CONSISTENT),
        ((4.0, 6.0), Verdict.NOT_ENOUGH_KNOWN), ((None, 3.0), Verdict.APPARENT_BREACH), ((3.0, None), Verdict.NOT_ENOUGH_KNOWN),
    ],
)  # fmt: skip
def test_a_distance_decides_only_where_its_whole_stretch_does(km: tuple[float | None, float | None] | None, verdict: Verdict) -> None:
    found = judged(small_law("breach: {measure: {what: km, at_most: 5}}"), measured={"km": km} if km else {})
    assert found.verdict is verdict
    assert ("How far from the line, in km?" in found.missing) is (verdict is Verdict.NOT_ENOUGH_KNOWN)


@pytest.mark.parametrize(
    ("day", "verdict"),
    [
        ("2021-03-01", Verdict.CONSISTENT), ("2021-03-02", Verdict.CONSISTENT), ("2021-03-03", Verdict.APPARENT_BREACH),
        ("2021-03", Verdict.NOT_ENOUGH_KNOWN),
    ],
)  # fmt: skip
def test_a_deadline_is_overrun_from_the_day_after_its_last(day: str, verdict: Verdict) -> None:
    timers = "timers: [{id: leave, name: withdrawal, from: 2021-01-01, within: P60D}]"
    assert judged(small_law("breach: {overdue: leave}", instrument=timers), PLAIN | {"date": day}).verdict is verdict


def test_an_extended_deadline_counts_to_its_new_day() -> None:
    timers = "timers: [{id: leave, name: withdrawal, from: 2021-01-01, within: P60D, extended_to: 2021-05-01}]"
    assert judged(small_law("breach: {overdue: leave}", instrument=timers)).verdict is Verdict.CONSISTENT


LINES = (
    "lines: [{id: one, line: NK_LOC, name: map of one side, whose: [ARM], until: 2021-12-31}, "
    "{id: two, line: NK_LOC, name: map of the other, whose: [AZE]}]"
)


@pytest.mark.parametrize(
    ("answer", "verdict"), [("yes", Verdict.APPARENT_BREACH), ("no", Verdict.CONSISTENT), ("unknown", Verdict.NOT_ENOUGH_KNOWN)]
)
def test_two_versions_of_a_line_leave_a_crossing_open_until_someone_says_that_it_crossed_both(answer: str, verdict: Verdict) -> None:
    book = small_law("breach: {agreed_line: NK_LOC, ask: on_both}", instrument=LINES)
    assert judged(book, answers={"on_both": Answer(answer)}).verdict is verdict


def test_one_version_that_stands_is_the_line() -> None:
    book = small_law("breach: {agreed_line: NK_LOC, ask: on_both}", instrument=LINES)
    assert judged(book, PLAIN | {"date": "2022-01-01"}).verdict is Verdict.APPARENT_BREACH


def test_a_host_answers_for_the_act_of_another_on_the_accounts_that_name_the_other() -> None:
    book = small_law("charges: host, breach: {target: other_side}")
    found = judged(book, PLAIN | {"actor": ["ARTSAKH:mil"], "target": ["AZE:mil"], "sources": ["AZE:gov"]})
    assert (found.side, found.verdict, found.on_account_of) == ("ARM", Verdict.APPARENT_BREACH, ("AZE:gov",))


def test_a_host_does_not_answer_for_those_it_does_not_host() -> None:
    assert assess(incident("ground_crossing", PLAIN), {}, (small_law("charges: host, breach: {target: other_side}"),)) == ()


STATUS = "statuses: [{party: AZE, status: denounced, binds: disputed, held_by: [UN], from: 2021-01-01}]"


def test_a_bond_in_dispute_makes_the_finding_contested_on_the_account_of_those_who_hold_it_binds() -> None:
    found = judged(small_law("breach: {target: other_side}", instrument=STATUS))
    assert (found.verdict, found.on_account_of) == (Verdict.CONTESTED, ("UN",))
    assert any("disputed" in one.text for each in found.reasons for one in each.reasons)


def test_before_the_dispute_began_the_bond_holds() -> None:
    found = judged(small_law("breach: {target: other_side}", instrument=STATUS), PLAIN | {"date": "2020-12-31"})
    assert found.verdict is Verdict.APPARENT_BREACH


STEPS = (
    "procedures: [{id: warn, name: warning, acts: [ground_crossing], steps: [{response: warning_broadcast}, {response: warning_shots}]}]"
)


@pytest.mark.parametrize(
    ("response", "verdict"),
    [
        (["warning_broadcast", "warning_shots"], Verdict.CONSISTENT), (["warning_broadcast"], Verdict.CONSISTENT),
        (["warning_shots"], Verdict.NOT_ENOUGH_KNOWN), (["none"], Verdict.APPARENT_BREACH), (None, Verdict.NOT_ENOUGH_KNOWN),
    ],
)  # fmt: skip
def test_a_step_that_is_not_told_is_open_and_only_a_told_nothing_is_a_no(response: list[str] | None, verdict: Verdict) -> None:
    book = small_law("breach: {none: [{procedure: warn}]}", instrument=STEPS)
    assert judged(book, PLAIN | ({"response": response} if response else {})).verdict is verdict
