"""Every trigger word is explained: what it became, by which pattern, or why it was let go."""

import pytest
from tests.fakes.small_readings import extracted, reading
from tests.fakes.small_texts import pack

from truceline.model.explanation import Explanation, Fate, Trace
from truceline.reports.explain import explain
from truceline.views.explained import explained as shown

CROSSING = "Northern soldiers of North Korea crossed the Military Demarcation Line on Tuesday, the Joint Chiefs of Staff in Seoul said."


def explained(text: str, title: str | None = None) -> Explanation:
    return explain(reading(text, title), pack())


def trace(explanation: Explanation, trigger: str) -> Trace:
    """What is told of a trigger word that stands there once."""
    (found,) = [each for sentence in explanation.sentences for each in sentence.traces if each.trigger == trigger]
    return found


def test_a_read_act_names_its_report_its_words_and_the_line_of_its_pattern() -> None:
    found = trace(explained(CROSSING), "crossed")
    assert (found.fate, found.kind, found.report) == (Fate.REPORT, "ground_crossing", 0)
    assert "Military Demarcation Line" in found.words
    assert found.rule is not None and found.rule.line is not None
    written = (pack().folder / found.rule.file).read_text(encoding="utf-8").splitlines()[found.rule.line - 1]
    assert "kind: ground_crossing" in written and "cross" in written


def test_what_is_meant_to_be_done_and_the_order_of_the_answers_stand_among_the_values() -> None:
    told = told_of(
        f"{CROSSING} Five minutes after a warning broadcast South Korean troops fired warning shots. South Korea plans to lodge a protest "
        "with North Korea."
    )
    assert ("intended", "protest by KOR:gov to PRK:gov") in told
    assert ("answer_step", "warning_shots, after warning_broadcast, 5 min") in told


def test_what_a_claim_rests_on_stands_with_its_speaker() -> None:
    assert ("rests_on", "recorded (KOR:JCS)") in told_of(CROSSING.replace(" said.", " said, citing radar data."))


def told_of(text: str) -> list[tuple[str, object]]:
    """Fields and values of the one report as they are shown."""
    (report,) = shown(explained(text))["reports"]
    return [(each["field"], each["value"]) for each in report["values"]]


def test_a_read_act_has_the_judges_confidence_and_its_weightiest_terms_first() -> None:
    found = trace(explained(CROSSING), "crossed")
    assert found.confidence == pytest.approx(extracted(CROSSING).reports[0].confidence)
    weights = [abs(each.weight) for each in found.weights]
    assert weights and weights == sorted(weights, reverse=True)


@pytest.mark.parametrize(
    ("text", "trigger", "why"),
    [
        ("The soldiers of North Korea did not cross the Military Demarcation Line.", "cross", "negated"),
        ("Pyongyang threatened to shell the islands of South Korea.", "shell", "infinitive after 'threaten'"),
        ("Did soldiers of North Korea cross the Military Demarcation Line?", "cross", "question"),
    ],
)
def test_an_act_that_is_not_told_as_done_says_by_which_rule(text: str, trigger: str, why: str) -> None:
    found = trace(explained(text), trigger)
    assert (found.fate, found.report) == (Fate.NOT_DONE, None)
    assert why in found.why


def test_an_act_told_again_says_into_which_report_it_went() -> None:
    text = CROSSING + " The soldiers who crossed the line went back after warning shots were fired on Tuesday."
    found = [each for sentence in explained(text).sentences for each in sentence.traces if each.trigger == "crossed"]
    assert [each.fate for each in found] == [Fate.REPORT, Fate.JOINED]
    assert {each.report for each in found} == {0}
    assert found[1].why == "told again"


def test_a_part_of_another_act_says_of_which() -> None:
    text = "Soldiers of North Korea crossed the Military Demarcation Line on Tuesday and withdrew at once, the army in Seoul said."
    found = trace(explained(text), "withdrew")
    assert (found.fate, found.report) == (Fate.JOINED, 0)
    assert "ground_crossing" in found.why


def test_a_trigger_that_no_pattern_takes_names_what_the_nearest_lacks() -> None:
    found = trace(explained("Troops near the border crossed the market square and fired five shots on Tuesday."), "crossed")
    assert (found.fate, found.why) == (Fate.NO_PATTERN, "no pattern fits")
    assert any("ground_crossing" in near and "LINE" in near for near in found.nearly)


def test_a_sentence_without_a_word_of_an_act_is_not_parsed() -> None:
    (first, second) = explained("Rice was cheap in the harbour. " + CROSSING).sentences
    assert (first.parsed, second.parsed) == (False, True)
    assert first.traces == first.waiting == ()


def test_a_sentence_that_no_pattern_can_fit_names_the_trigger_words_that_wait_in_it() -> None:
    (first,) = explained("The river crossed its banks.").sentences
    assert (first.parsed, first.waiting) == (False, ("crossed",))


def test_a_text_about_a_film_says_that_it_is_let_go_as_a_whole() -> None:
    text = "In the film soldiers cross the line. The movie shows how soldiers of North Korea crossed the Military Demarcation Line."
    assert explained(text).whole


def test_every_act_that_leads_a_report_or_went_into_one_counts_a_report_that_is_there() -> None:
    text = CROSSING + " Its artillery shelled Yeonpyeong island on Monday. It jammed GPS signals near the sea border."
    explanation = explained(text)
    numbers = {each.report for sentence in explanation.sentences for each in sentence.traces if each.fate is Fate.REPORT}
    assert numbers == set(range(len(explanation.extraction.reports)))


def test_explaining_reads_what_extracting_reads() -> None:
    text = CROSSING + " The soldiers who crossed the line went back. Pyongyang threatened to shell the islands."
    assert explained(text).extraction == extracted(text)
