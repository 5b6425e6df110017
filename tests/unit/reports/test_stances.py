"""Who has not confirmed stands beside the claim and is never its source."""

import pytest
from tests.fakes.small_readings import extracted

from truceline.model.report import Report, Stance

SENT = "North Korea sent soldiers to Russia on Monday, South Korea said."


def report(text: str) -> Report:
    (found,) = extracted(text).reports
    return found


def stances(text: str) -> set[tuple[str, Stance]]:
    return {(a.speaker.value.code, a.stance) for a in report(text).attributions}


@pytest.mark.parametrize("words", [
    "Neither Russia nor China has confirmed the deployment.",
    "There has been no confirmation of the deployment from Russia or China.",
])  # fmt: skip
def test_both_that_have_not_confirmed_are_kept(words: str) -> None:
    assert stances(f"{SENT} {words}") == {
        ("KOR:gov", Stance.ASSERTS), ("RUS:gov", Stance.NOT_CONFIRMED), ("CHN:gov", Stance.NOT_CONFIRMED),
    }  # fmt: skip


def test_one_that_has_not_confirmed_is_kept_with_the_words() -> None:
    text = f"{SENT} Russia has not confirmed the deployment."
    found = next(a for a in report(text).attributions if a.stance is Stance.NOT_CONFIRMED)
    assert found.cue is not None
    assert text[found.cue.start : found.cue.end] == "confirmed"


def test_one_that_has_confirmed_is_not_among_them() -> None:
    assert Stance.NOT_CONFIRMED not in {stance for _, stance in stances(f"{SENT} Russia confirmed the deployment.")}


def test_who_has_not_confirmed_an_act_named_by_its_own_word_is_no_source() -> None:
    text = "North Korea fired on a South Korean post on Monday. Neither the United States nor Japan has confirmed the shooting."
    assert {pair for pair in stances(text) if pair[0] != "document"} == {
        ("USA:gov", Stance.NOT_CONFIRMED), ("JPN:gov", Stance.NOT_CONFIRMED),
    }  # fmt: skip
