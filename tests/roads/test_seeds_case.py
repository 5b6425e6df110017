"""The case of the first of the four real articles: two acts, each with a finding by another beside ours, and a plan that is no step."""

from pathlib import Path

import pytest

from tests.roads.road import GOLD_SEEDS, SEEDS, lay, travelled
from truceline.findings.by_others import found_by_others
from truceline.model.case_file import CaseFile, State
from truceline.model.finding import Held, OtherFinding, Verdict
from truceline.model.ledger_view import LedgerView
from truceline.pipeline import derive
from truceline.views.case_file import case_of

pytestmark = pytest.mark.skipif(not GOLD_SEEDS.exists(), reason="the four articles are not beside this checkout")
Act = tuple[LedgerView, tuple[OtherFinding, ...], CaseFile]


@pytest.fixture(scope="module")
def acts(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Act]:
    """The acts of the article by kind."""
    folder: Path = lay(tmp_path_factory.mktemp("seed") / "one", {"seed-jsa-2017"}, SEEDS)
    with travelled(folder) as work:
        view, pack = derive(work.ledger, work.pack), work.pack
    books = [each for each in pack.rulebooks if each.instrument.slug == "korean-armistice-1953"]
    told: dict[str, Act] = {}
    for each in view.incidents.values():
        ours = [one for one in view.findings.get(each.id, ()) if one.instrument == "korean-armistice-1953"]
        found = found_by_others(each, view.reports, books, ours, view.law_quotes, view.documents, pack.verdict_words)
        told[each.kind] = (view, found, case_of(view, each, pack))
    return told


@pytest.mark.parametrize(("kind", "clause"), [("direct_fire", "6"), ("ground_crossing", "7")])
def test_each_act_has_the_commands_finding_of_a_breach_beside_ours(acts: dict[str, Act], kind: str, clause: str) -> None:
    view, found, case = acts[kind]
    assert [(each.finder, each.held, each.about) for each in found] == [("UNC", Held.BREACH, "PRK:mil")]
    ours = {each.clause for each in view.findings[case.incident_id] if each.verdict is Verdict.APPARENT_BREACH}
    assert clause in ours
    assert {State.FOUND, State.NOTIFIED, State.MEETING_REQUESTED} <= set(case.reached)
    assert State.ANSWERED not in case.reached


def test_the_plan_to_protest_is_an_intention_and_no_step(acts: dict[str, Act]) -> None:
    _, _, case = acts["direct_fire"]
    assert [(each.state, each.by) for each in case.intended] == [(State.PROTESTED, "KOR:mil")]
    assert State.PROTESTED not in case.reached
    assert not any(each.state is State.FOUND for each in acts["defection"][2].steps)
