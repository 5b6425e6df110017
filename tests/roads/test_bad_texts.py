"""Bad texts: what arrives damaged is read as far as it can be, or let go with a reason; never a crash."""

from collections.abc import Callable

import pytest

from tests.fakes.small_readings import extracted, reading
from tests.fakes.small_texts import pack
from truceline.language.sentences import PIECE
from truceline.model.report import Extraction
from truceline.reports.explain import explain

CROSSING = "North Korean soldiers crossed the Military Demarcation Line on Tuesday, the Joint Chiefs of Staff in Seoul said."
RUN_ON = (
    "north korean soldiers crossed the military demarcation line on tuesday and fired shells at a post and talks went on in the capital "
)


def read(text: str) -> Extraction:
    """What is read; every value must have its words, and the quote must stand in the text."""
    found = extracted(text)
    for report in found.reports:
        assert all(slot.evidence for _, slot in report.slots())
        assert text[report.quote.start : report.quote.end].strip()
    return found


def kinds(text: str) -> list[str]:
    return sorted(report.claim.kind.value for report in read(text).reports)


def test_capitals_throughout_are_read() -> None:
    (report,) = read(CROSSING.upper()).reports
    assert (report.claim.kind.value, [slot.value.code for slot in report.claim.actors]) == ("ground_crossing", ["PRK:mil"])
    assert report.claim.when is not None and report.claim.when.value.code == "2031-03-11"


def test_a_text_without_stops_is_cut_into_pieces_and_read() -> None:
    text = RUN_ON * 40
    assert max(len(each.sentence.text) for each in reading(text).sentences) <= PIECE
    assert "ground_crossing" in kinds(text)


@pytest.mark.long
def test_one_paragraph_of_two_hundred_thousand_words_is_read() -> None:
    text = RUN_ON * (200_000 // len(RUN_ON.split()) + 1)
    assert len(text.split()) >= 200_000
    assert "ground_crossing" in kinds(text)


def test_wrongly_decoded_quotes_and_dashes_hide_nothing() -> None:
    assert kinds(CROSSING.replace("Seoul said", "Seoul â€œsaidâ€\x9d â€” again")) == ["ground_crossing"]


def test_other_languages_beside_it_are_passed_over() -> None:
    # "The soldiers turned back." in French, "The North's army soon went back." in Korean, "The situation is calm." in German
    assert kinds(f"Les soldats ont fait demi-tour. {CROSSING} 북한군은 곧 돌아갔다. Die Lage ist ruhig.") == ["ground_crossing"]


@pytest.mark.parametrize("text", [
    "North Korean soldiers crossed the Military Demarcation Line on [Insert Specific Date Here], the Joint Chiefs of Staff said.",
    "[Your Headline]\n" + CROSSING,
    CROSSING + " At least [number of casualties] were hurt.",
])  # fmt: skip
def test_an_unfilled_template_is_let_go_with_the_place_left_open_as_the_reason(text: str) -> None:
    assert kinds(text) == []
    assert "[" in explain(reading(text), pack()).whole


def test_brackets_of_an_editor_are_no_template() -> None:
    assert kinds(CROSSING.replace("soldiers", "[army] soldiers")) == ["ground_crossing"]


def test_a_table_gives_no_report_and_no_crash() -> None:
    assert kinds("Date | Place | Persons\n--- | --- | ---\n2 March | near Paju | 4\n11 March | Cheorwon | 15\nTotal | | 19\n") == []


def test_words_spun_by_a_machine_give_no_party_that_the_text_does_not_name() -> None:
    text = "The northern nation has on Tuesday undertaken the sending of troopers past the line of demarcation, it was made known."
    assert {slot.value.party for report in read(text).reports for slot in report.claim.actors} <= {"UNK"}


@pytest.mark.parametrize("text", [
    "9" * 30_000, f"{'9' * 5000} days ago it was quiet.", f"In the past {'9' * 5000} days it was quiet.", "1 " * 10_000, "1,000" * 5000,
    "a" * 40_000, "(" * 20_000, "." * 20_000, "- " * 10_000, "early late mid " * 3000, "5 km north of the " * 2000, "Monday " * 3000,
])  # fmt: skip
def test_rows_of_one_thing_give_nothing_and_no_crash(text: str) -> None:
    assert kinds(text) == []


@pytest.mark.parametrize("mend", [
    lambda text: '"' * 10_000 + text, lambda text: "\n" * 20_000 + text, lambda text: " " * 30_000 + text, lambda text: "\u202e" + text,
    lambda text: text.replace(" ", "\u00a0"), lambda text: f"{'9' * 30_000}\n{text}",
])  # fmt: skip
def test_litter_before_and_between_the_words_hides_nothing(mend: Callable[[str], str]) -> None:
    assert kinds(mend(CROSSING)) == ["ground_crossing"]


@pytest.mark.parametrize("text", ["\x00".join(CROSSING), CROSSING.encode().decode("utf-16-le", "replace")])
def test_a_text_decoded_as_what_it_is_not_gives_nothing_and_no_crash(text: str) -> None:
    assert kinds(text) == []


def test_sentences_of_another_subject_spun_by_a_machine_give_nothing() -> None:
    assert (
        kinds("The culinary artisan has fired the pizza in the stove, and the crunchy outskirts crossed each expectation of the eaters.")
        == []
    )
