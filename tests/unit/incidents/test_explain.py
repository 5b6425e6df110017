"""A judgement can be read: every term with both values, conflicts said as such, the sum last."""

from tests.fakes.tellings import document, telling

from truceline.incidents.explain import explain
from truceline.incidents.merge import compare_reports
from truceline.model.incident import Same

DOCUMENTS = {each.id: each for each in (document("a", "2024-06-18"), document("b", "2024-06-19"), document("c", "2024-06-21"))}


def test_explanation_names_both_values_of_each_term_and_ends_with_the_sum() -> None:
    left, right = telling("a", day="2024-06-18", persons=(24, 99)), telling("b", day="2024-06-18", persons=(20, 30))
    judgement = compare_reports(left, right, DOCUMENTS)
    lines = explain(left, right, judgement)
    assert judgement.same is Same.YES
    assert any("on the same day (2024-06-18 | 2024-06-18)" in line for line in lines)
    assert any("figures that can both be right (persons 24..99 | persons 20..30)" in line for line in lines)
    assert lines[-1].startswith(f"{judgement.score:+5.1f}") and "one incident" in lines[-1]


def test_conflict_is_said_first_and_forbids() -> None:
    left, right = telling("a", day="2024-06-18"), telling("c", day="2024-06-20")
    judgement = compare_reports(left, right, DOCUMENTS)
    lines = explain(left, right, judgement)
    assert judgement.same is Same.NO
    assert lines[1].startswith("never  the days cannot be the same (2024-06-18 | 2024-06-20)")
    assert "forbids" in lines[-1]


def test_values_stand_on_the_side_of_their_report_however_asked() -> None:
    left, right = telling("a", day="2024-06-18"), telling("c", day="2024-06-20")
    judgement = compare_reports(left, right, DOCUMENTS)
    assert "(2024-06-20 | 2024-06-18)" in explain(right, left, judgement)[1]
