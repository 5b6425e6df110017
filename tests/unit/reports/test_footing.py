"""What a claim rests on: each footing is read from the words that tell it, and given to the speaker who has it."""

import pytest
from tests.fakes.small_readings import extracted

CROSSED = "North Korean soldiers crossed the Military Demarcation Line on Monday"
SENT = "North Korea sent soldiers to Russia on Monday, South Korea said."


def footings(text: str) -> dict[str, dict[str, str]]:
    """By speaker, each footing with its words."""
    (report,) = extracted(text).reports
    return {
        told.speaker.value.code: {slot.value.value: text[slot.evidence[0].start : slot.evidence[0].end] for slot in told.rests_on}
        for told in report.attributions
    }


@pytest.mark.parametrize(("text", "told"), [
    (f"A resident said she saw the troops as {CROSSED}.", {"resident": {"saw": "saw"}}),
    (f"{CROSSED}, witnesses said.", {"witnesses": {"saw": "witnesses"}}),
    (f"{CROSSED}, the Joint Chiefs of Staff said, citing radar data.", {"KOR:JCS": {"recorded": "radar data"}}),
    ("Satellite images show that North Korea has built guard posts in the Demilitarized Zone.",
     {"document": {"recorded": "Satellite images"}}),
    (f"The Joint Chiefs of Staff said it was informed by the United Nations Command that {CROSSED}.",
     {"KOR:JCS": {"told": "informed"}, "UNC": {}}),
    (f"{SENT} It learned of the move through the intelligence agencies of its allies.",
     {"KOR:gov": {"allied_service": "intelligence agencies of its allies"}}),
    (f"{CROSSED}, South Korea's defense ministry said. The official spoke on condition of anonymity.",
     {"KOR:MND": {"unnamed_source": "on condition of anonymity"}}),
    (f"{CROSSED}, a South Korean military official said.", {"KOR:mil": {"unnamed_source": "a South Korean military official"}}),
    (f"{CROSSED}, the Joint Chiefs of Staff said, based on reports in local media.", {"KOR:JCS": {"open_media": "local media"}}),
    (f"{CROSSED}, South Korea's defense ministry said, citing declassified intelligence.",
     {"KOR:MND": {"intelligence": "declassified intelligence"}}),
    (f"The Joint Chiefs of Staff estimates that {CROSSED}.", {"KOR:JCS": {"assessed": "estimates"}}),
])  # fmt: skip
def test_a_footing_is_read_from_the_words_that_tell_it(text: str, told: dict[str, dict[str, str]]) -> None:
    assert footings(text) == told


def test_a_claim_that_tells_no_footing_rests_on_nothing_told() -> None:
    assert footings(SENT) == {"KOR:gov": {}}


@pytest.mark.parametrize("text", [
    "South Korean troops shelled a North Korean radar site on Monday, the Joint Chiefs of Staff said.",
    "South Korean jets struck a North Korean boat equipped with radar on Monday, the Joint Chiefs of Staff said.",
    f"The Joint Chiefs of Staff said it was not informed by the United Nations Command that {CROSSED}.",
])  # fmt: skip
def test_what_is_hit_or_carried_or_not_told_is_no_footing(text: str) -> None:
    assert footings(text) == {"KOR:JCS": {}}


def test_of_two_speakers_each_has_their_own() -> None:
    text = (
        f"{CROSSED}, the Joint Chiefs of Staff said, citing radar data. "
        "The United Nations Command said that it was told that the North Korean soldiers had crossed the line."
    )
    assert footings(text) == {"KOR:JCS": {"recorded": "radar data"}, "UNC": {"told": "told"}}


def test_who_denies_has_no_claim_that_rests_on_anything() -> None:
    (report,) = extracted(f"{SENT} Russia has not confirmed the deployment, citing intelligence.").reports
    assert [told.rests_on for told in report.attributions if told.speaker.value.code == "RUS:gov"] == [()]
