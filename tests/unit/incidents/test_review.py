"""What was read too unsurely to be counted is counted nowhere, and is listed as to be reviewed."""

from dataclasses import replace

from tests.fakes.tellings import count_claim, document, telling
from tests.fakes.views import a_view
from tests.unit.incidents.conftest import Merging

from truceline.cli.incidents import TO_REVIEW, listed, row
from truceline.derivation.pages import Page
from truceline.model.incident import Audit
from truceline.model.ledger_view import LedgerView
from truceline.packs.pack import load_pack
from truceline.pipeline import sum_up

DAYS = ("2024-06-09", "2024-06-18")


def unsure(shown: LedgerView) -> LedgerView:
    """A view whose first incident is to be reviewed."""
    first = next(iter(shown.incidents.values()))
    return replace(shown, incidents=dict(shown.incidents) | {first.id: replace(first, unsure=True)})


def test_an_incident_of_unsure_reports_alone_is_to_be_reviewed(merging: Merging) -> None:
    reports = [replace(telling(day, day=day), unsure=True) for day in DAYS]
    assert [each.unsure for each in merging([document(day, day) for day in DAYS], reports).incidents] == [True, True]


def test_one_sure_report_takes_an_incident_out_of_review(merging: Merging) -> None:
    reports = [replace(telling("a", day=DAYS[0]), unsure=True), telling("b", day=DAYS[0])]
    (incident,) = merging([document("a", DAYS[0]), document("b", DAYS[0])], reports).incidents
    assert not incident.unsure


def test_independent_origins_that_are_fairly_sure_make_an_incident_sure_together(merging: Merging) -> None:
    def told(confidence: float) -> bool:
        reports = [replace(telling(name, day=DAYS[0]), unsure=True, confidence=confidence) for name in "ab"]
        (incident,) = merging([document("a", DAYS[0]), document("b", DAYS[0])], reports).incidents
        assert len(incident.origins) == 2
        return incident.unsure

    assert (told(0.8), told(0.6)) == (False, True)


def test_a_check_of_a_count_tells_how_many_of_the_incidents_are_to_be_reviewed(merging: Merging) -> None:
    documents = [*(document(day, day) for day in DAYS), document("said", "2024-06-20")]
    sure, doubtful = telling(DAYS[0], day=DAYS[0]), replace(telling(DAYS[1], day=DAYS[1]), unsure=True)
    (check,) = merging(documents, [sure, doubtful], [count_claim("said", 2, "2024-06-01", "2024-06-20")]).checks
    assert (check.verdict, check.found) == (Audit.AGREES, 2)
    assert "1 of them to be reviewed" in check.why


def test_the_summary_counts_it_apart() -> None:
    before = sum_up(a_view())
    after = sum_up(unsure(a_view()))
    assert (after.n_incidents, after.n_review) == (before.n_incidents - 1, 1)
    assert after.numbers()["to_review"] == 1


def test_the_listing_puts_it_last_under_a_line_of_its_own() -> None:
    shown, ontology = unsure(a_view()), load_pack().ontology
    first = next(iter(shown.incidents.values()))
    chosen = sorted(shown.incidents.values(), key=lambda each: each.unsure)  # as a page gives them
    page = Page(view=shown, n_sure=sum(not each.unsure for each in chosen), n_documents=len(shown.documents))
    lines = listed(chosen, page, ontology).splitlines()
    at = lines.index(TO_REVIEW)
    assert any(line.startswith(first.id) for line in lines[at + 1 :])
    assert not any(line.startswith(first.id) for line in lines[:at])
    assert lines[-1].endswith("and 1 to be reviewed")
    assert row(first, shown, ontology)["review"] is True
