"""A very long text is read a stretch at a time."""

import pytest
from tests.fakes.small_readings import extracted, reading
from tests.fakes.small_texts import pack

from truceline.reports import stretches
from truceline.reports.explain import explain

CALM = "Talks went on in the capital, and nobody was hurt. "
CROSSED = "North Korean soldiers crossed the Military Demarcation Line on Tuesday. "
FIRED = "South Korean soldiers fired machine guns at a North Korean guard post on Wednesday, wounding two soldiers. "


@pytest.fixture
def short_stretches(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stretches, "MOST", 4)


def told(text: str) -> list[tuple[str, str]]:
    return [(report.claim.kind.value, text[report.quote.start : report.quote.end].strip()) for report in extracted(text).reports]


def test_a_text_of_usual_length_is_one_stretch() -> None:
    given = reading(CROSSED + CALM * 20)
    assert list(stretches.stretches(given)) == [given]


@pytest.mark.usefixtures("short_stretches")
def test_every_sentence_stands_in_one_stretch_under_its_number() -> None:
    given = reading(CROSSED + CALM * 9)
    parts = list(stretches.stretches(given))
    assert len(parts) > 2
    for number, annotated in enumerate(given.sentences):
        assert [part.sentences[number] for part in parts if part.sentences[number].sentence.text] == [annotated]


def test_acts_far_apart_are_found_with_their_own_words(monkeypatch: pytest.MonkeyPatch) -> None:
    text = CROSSED + CALM * 8 + FIRED
    whole = told(text)
    monkeypatch.setattr(stretches, "MOST", 4)
    assert [kind for kind, _ in whole] == ["ground_crossing", "direct_fire"]
    assert told(text) == whole


@pytest.mark.usefixtures("short_stretches")
def test_what_is_read_of_a_long_text_can_be_explained() -> None:
    text = CROSSED + CALM * 8 + FIRED
    assert explain(reading(text), pack()).extraction == extracted(text)
