"""A step that was taken, one that is only stated as intended, and one that is neither; and its own day."""

import pytest
from tests.fakes.small_readings import extracted

FIRST = "North Korean soldiers crossed the Military Demarcation Line on Monday. "


def steps(text: str) -> tuple[list[tuple[str, str | None]], list[tuple[str, str | None]]]:
    (report,) = extracted(FIRST + text).reports
    return [(each.act, each.by) for each in report.follow_ups], [(each.act, each.by) for each in report.intended]


@pytest.mark.parametrize(
    "text",
    [
        "South Korea plans to lodge a strong protest against North Korea.",
        "South Korea will protest to North Korea.",
        "South Korea decided to lodge a formal protest against North Korea.",
    ],
)
def test_what_is_planned_is_an_intention_and_no_step(text: str) -> None:
    assert steps(text) == ([], [("protest", "KOR:gov")])


def test_the_same_words_are_an_intention_of_either_side() -> None:
    (report,) = extracted(
        "South Korean soldiers crossed the Military Demarcation Line on Monday. "
        "North Korea plans to lodge a strong protest against South Korea."
    ).reports
    assert [(each.act, each.by, each.to) for each in report.intended] == [("protest", "PRK:gov", "KOR:gov")]


@pytest.mark.parametrize(
    "text",
    [
        "South Korea could lodge a formal protest.",
        "South Korea does not plan to lodge a formal protest against North Korea.",
        "South Korea refused to lodge a formal protest against North Korea.",
    ],
)
def test_what_is_only_possible_or_refused_is_neither(text: str) -> None:
    assert steps(text) == ([], [])


def test_a_step_that_was_taken_is_no_intention() -> None:
    assert steps("South Korea lodged a strong protest with North Korea.") == ([("protest", "KOR:gov")], [])


def test_an_inquiry_that_is_announced_is_one() -> None:
    assert steps("The UN Command will investigate the incident.") == ([("investigation", "UNC")], [])


def test_a_step_keeps_its_own_day_and_takes_none_from_elsewhere() -> None:
    (own,) = extracted(FIRST + "The UN Command notified the Korean People's Army on Tuesday.").reports
    assert [each.when.value.code for each in own.follow_ups if each.when] == ["2031-03-11"]
    (none,) = extracted(FIRST + "The UN Command notified the Korean People's Army of what had happened on Monday.").reports
    assert [each.when for each in none.follow_ups] == [None]


BOTH = "{0} Korean guards fired ten shots at a fleeing soldier on Monday, and one guard crossed the Military Demarcation Line. "


@pytest.mark.parametrize(("side", "code"), [("North", "PRK:mil"), ("South", "KOR:mil")])
def test_a_finding_that_names_an_agreement_and_no_act_is_one_on_each_act_of_that_party(side: str, code: str) -> None:
    found = extracted(BOTH.format(side) + f"The UN Command formally accused {side} Korea of breaking the armistice.").reports
    assert {each.claim.kind.value: [(f.act, f.by, f.to) for f in each.follow_ups] for each in found} == {
        "direct_fire": [("finding", "UNC", code)], "ground_crossing": [("finding", "UNC", code)],
    }  # fmt: skip


@pytest.mark.parametrize("found", ["no violation", "a violation", "no breach"])
def test_a_body_that_found_a_violation_or_none_has_made_a_finding(found: str) -> None:
    (report,) = extracted(f"Hezbollah fighters fired three rockets across the Blue Line on Monday. UNIFIL found {found}.").reports
    assert [(each.act, each.by, each.to) for each in report.follow_ups] == [("finding", "UNIFIL", "HZB:mil")]


def test_a_day_between_finding_and_what_was_found_hides_neither() -> None:
    (report,) = extracted(
        FIRST + "South Korea's Joint Chiefs of Staff concluded on Tuesday that the crossing violated the armistice."
    ).reports
    assert [(each.act, each.by, each.when.value.code if each.when else None) for each in report.follow_ups] == [
        ("finding", "KOR:JCS", "2031-03-11"),
    ]  # fmt: skip


def test_who_takes_a_step_is_found_where_its_name_hangs_on_a_phrase_before() -> None:
    (report,) = extracted(
        "North Korean guards fired ten shots across the Military Demarcation Line on Monday. Following a quarrel about the bridge on the "
        "southern side of the river between the two villages, the UN Command (UNC) formally accused North Korea of breaking the truce."
    ).reports
    assert [(each.act, each.by) for each in report.follow_ups] == [("finding", "UNC")]
