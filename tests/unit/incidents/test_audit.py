"""Count claims against the ledger: the four verdicts, and what makes a count undecidable."""

import pytest
from tests.fakes.tellings import count_claim, document, telling
from tests.unit.incidents.conftest import Merging

from truceline.model.document import Document
from truceline.model.ids import ReportId, incident_id
from truceline.model.incident import Audit, CountCheck
from truceline.model.report import CountClaim, Report, Status

JUNE = ("2024-06-09", "2024-06-18", "2024-06-20")


def crossings(*days: str) -> tuple[list[Document], list[Report]]:
    return [document(day, day) for day in days], [telling(day, day=day) for day in days]


def check(merging: Merging, claim: CountClaim, *days: str, more: tuple[Document, Report] | None = None) -> CountCheck:
    documents, reports = crossings(*days)
    documents.append(document("said", "2024-06-20"))
    if more:
        documents.append(more[0])
        reports.append(more[1])
    (found,) = merging(documents, reports, [claim]).checks
    return found


def test_third_since_the_beginning_of_june_agrees_and_names_all_three(merging: Merging) -> None:
    found = check(merging, count_claim("said", 3, "2024-06-01", "2024-06-20"), *JUNE)
    assert (found.verdict, found.claimed, found.found, found.gap) == (Audit.AGREES, 3, 3, 0)
    assert set(found.incidents) == {incident_id(ReportId(f"r-{day}")) for day in JUNE}


@pytest.mark.parametrize("taken", JUNE)
def test_one_report_taken_away_leaves_the_ledger_short_by_1(merging: Merging, taken: str) -> None:
    found = check(merging, count_claim("said", 3, "2024-06-01", "2024-06-20"), *(day for day in JUNE if day != taken))
    assert (found.verdict, found.gap) == (Audit.LEDGER_SHORT, 1)
    assert "ledger short by 1" in found.why


def test_ledger_with_more_than_was_claimed_says_so(merging: Merging) -> None:
    found = check(merging, count_claim("said", 2, "2024-06-01", "2024-06-20"), *JUNE)
    assert (found.verdict, found.gap) == (Audit.LEDGER_HAS_MORE, 1)


def test_window_is_inclusive_at_both_ends_and_no_wider(merging: Merging) -> None:
    claim = count_claim("said", 2, "2024-06-09", "2024-06-18")
    assert check(merging, claim, "2024-06-08", *JUNE).verdict is Audit.AGREES


@pytest.mark.parametrize(("since", "until", "verdict"), [("2024-06", "2024-06", Audit.AGREES), ("2024", None, Audit.AGREES),
                                                         ("2024-07", None, Audit.NOT_DECIDABLE)])  # fmt: skip
def test_months_and_years_are_windows_and_an_open_end_is_the_day_of_publication(
    merging: Merging, since: str, until: str | None, verdict: Audit
) -> None:
    assert check(merging, count_claim("said", 3, since, until, ordinal=False), *JUNE).verdict is verdict


def test_claim_without_a_beginning_is_not_decidable(merging: Merging) -> None:
    found = check(merging, count_claim("said", 31, None, "2024-06-20"), *JUNE)
    assert (found.verdict, found.found) == (Audit.NOT_DECIDABLE, None)
    assert "since when" in found.why


@pytest.mark.parametrize("kind", ["armistice_violation", "ceasefire_violation", "ship_attack"])
def test_counts_of_what_the_ledger_does_not_code_are_not_decidable(merging: Merging, kind: str) -> None:
    assert check(merging, count_claim("said", 2, "2024-06-01", "2024-06-20", kind=kind), *JUNE).verdict is Audit.NOT_DECIDABLE


def test_incident_of_an_uncertain_day_makes_a_short_count_undecidable_but_not_an_agreeing_one(merging: Merging) -> None:
    month = (document("month", "2024-08-01"), telling("month", day="2024-06/2024-07", place="Paju"))
    short = check(merging, count_claim("said", 3, "2024-06-01", "2024-06-20"), *JUNE[1:], more=month)
    assert (short.verdict, short.gap, len(short.incidents)) == (Audit.NOT_DECIDABLE, None, 3)
    agreed = check(merging, count_claim("said", 3, "2024-06-01", "2024-06-20"), *JUNE, more=month)
    assert (agreed.verdict, len(agreed.incidents)) == (Audit.AGREES, 3)


def test_other_side_other_line_other_kind_and_plans_do_not_count(merging: Merging) -> None:
    claim = count_claim("said", 3, "2024-06-01", "2024-06-20", line="MDL")
    others = [
        telling("x", day="2024-06-12", actor="KOR:mil", target="PRK:mil"), telling("x", day="2024-06-12", line="NLL"),
        telling("x", "sea_crossing", day="2024-06-12"), telling("x", day="2024-06-12", status=Status.PLANNED),
    ]  # fmt: skip
    for other in others:
        found = check(merging, claim, *JUNE, more=(document("x", "2024-06-13"), other))
        assert (found.verdict, found.found) == (Audit.AGREES, 3)


def test_line_of_the_report_that_carries_the_claim_is_the_line_counted(merging: Merging) -> None:
    claim = count_claim("said", 3, "2024-06-01", "2024-06-20", of_report="2024-06-20")
    at_sea = (document("x", "2024-06-13"), telling("x", day="2024-06-12", line="NLL"))
    assert check(merging, claim, *JUNE, more=at_sea).verdict is Audit.AGREES


def test_relayed_copies_of_one_crossing_count_once(merging: Merging) -> None:
    again = (document("copy", "2024-06-21"), telling("copy", day="2024-06-20", via="Reuters"))
    assert check(merging, count_claim("said", 3, "2024-06-01", "2024-06-20"), *JUNE, more=again).verdict is Audit.AGREES
