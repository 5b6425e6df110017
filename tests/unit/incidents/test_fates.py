"""What became of people over time: every step with who says so and when, by side and role, never reconciled and never by name."""

from dataclasses import fields, replace

from tests.fakes.tellings import document, telling, when

from truceline.incidents.assemble import assemble
from truceline.incidents.fates import Step, fates, later_releases
from truceline.model.ids import incident_id
from truceline.model.report import PersonFate, Report, Slot
from truceline.model.text import Span

DOCUMENTS = {each.id: each for each in (document("taken", "2024-12-27"), document("later", "2024-12-28"), document("free", "2025-03-01"))}
TAKEN = telling("taken", "capture", actor="UKR:mil", target="PRK:mil", day="2024-12-26", by="KOR:NIS", captured=(1, 1), outcome="captured")


def told(report: Report, fate: str, day: str | None = None, number: int | None = 1) -> Report:
    slot = Slot(
        value=PersonFate(fate=fate, of="PRK:mil", low=number, high=number, when=when(day) if day else None),
        evidence=(Span(document_id=report.document_id, start=0, end=1),), read_by="test",
    )  # fmt: skip
    return replace(report, fates=(*report.fates, slot))


def steps(*reports: Report) -> list[tuple[str | None, str, int | None, str | None]]:
    return [(each.of, each.fate, each.low, each.on) for each in fates(reports, DOCUMENTS)]


def test_captured_then_held_then_dead_stand_in_the_order_of_their_days() -> None:
    later = told(told(replace(TAKEN, id="r-later", document_id="d-later"), "died", "2024-12-27"), "held")
    assert steps(later, TAKEN) == [
        ("PRK:mil", "captured", 1, "2024-12-26"), ("PRK:mil", "captured", 1, "2024-12-26"), ("PRK:mil", "died", 1, "2024-12-27"),
        ("PRK:mil", "held", 1, None),
    ]  # fmt: skip


def test_each_step_has_who_says_so_from_which_origin_and_when_it_came_out() -> None:
    (found,) = fates([TAKEN], DOCUMENTS)
    assert (found.by, found.origin, found.published, found.report_id) == (("KOR:NIS",), "d-taken", "2024-12-27", "r-taken")
    assert found.words


def test_a_death_told_with_its_own_day_does_not_stand_on_the_day_of_the_act_too() -> None:
    report = told(telling("later", "capture", actor="UKR:mil", target="PRK:mil", day="2024-12-26", killed=(1, 1)), "died", "2024-12-27")
    assert [day for _, fate, _, day in steps(report) if fate == "died"] == ["2024-12-27"]


def test_wounded_and_dead_of_a_fight_stand_on_the_side_that_the_figure_names() -> None:
    assert steps(telling("taken", "direct_fire", day="2024-12-26", wounded=(2, 3), killed=(1, None))) == [
        ("KOR:mil", "wounded", 2, "2024-12-26"), ("KOR:mil", "died", 1, "2024-12-26"),
    ]  # fmt: skip
    assert steps(telling("taken", "clash", actor="PRK:mil KOR:mil", target="PRK:mil KOR:mil", wounded=(2, 2))) == [
        (None, "wounded", 2, None)
    ]


def test_nobody_hurt_is_no_step() -> None:
    assert steps(telling("taken", "direct_fire", killed=(0, 0), wounded=(0, 0))) == []


def test_who_crossed_and_went_back_is_told_of_the_side_that_crossed() -> None:
    assert steps(telling("taken", outcome="returned", day="2024-06-18")) == [("PRK:mil", "returned", None, None)]


def test_two_origins_that_differ_stand_beside_one_another() -> None:
    other = replace(TAKEN, id="r-later", document_id="d-later", claim=telling("later", "capture", actor="UKR:mil", target="PRK:mil",
                    day="2024-12-26", captured=(2, 2)).claim)  # fmt: skip
    assert [low for _, _, low, _ in steps(TAKEN, other)] == [1, 2]


def test_a_release_of_the_same_side_later_may_be_of_the_same_people_and_an_earlier_one_not() -> None:
    taken = assemble([TAKEN], DOCUMENTS, {})
    free = assemble([telling("free", "release", actor="UKR:mil", target="PRK:mil", day="2025-02-28")], DOCUMENTS, {})
    early = assemble([telling("early", "release", actor="UKR:mil", target="PRK:mil", day="2024-11-01")], DOCUMENTS, {})
    others = assemble([telling("others", "release", actor="UKR:mil", target="RUS:mil", day="2025-02-28")], DOCUMENTS, {})
    (found,) = later_releases(taken, [taken, early, free, others])
    assert (found.incident_id, found.of, found.on) == (incident_id(free.reports[0]), "PRK", "2025-02-28")


def test_a_step_has_no_place_for_a_name() -> None:
    assert {each.name for each in fields(Step)} == {"of", "fate", "low", "high", "on", "published", "by", "origin", "report_id", "words"}
    assert {each.name for each in fields(PersonFate)} == {"fate", "of", "low", "high", "when"}
