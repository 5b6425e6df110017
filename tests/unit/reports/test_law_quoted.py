"""Law quoted in a document finds its paragraph; a few words quoted say too little."""

import pytest
from tests.fakes.small_readings import extracted
from tests.fakes.small_texts import pack

from truceline.model.report import LawForm, LawQuote
from truceline.reports.law_told import stem


def clause(number: str) -> str:
    book = next(b for b in pack().rulebooks if b.instrument.slug == "korean-armistice-1953")
    found = book.clause(number)
    assert found is not None
    return found.text


def quotes(text: str) -> list[LawQuote]:
    return list(extracted(text).law_quotes)


def test_a_paragraph_quoted_whole_is_found_with_its_place() -> None:
    words = clause("8").split(";")[0].strip(" .")
    text = f"A spokesman read one paragraph aloud: “{words}.” He added nothing."
    (found,) = quotes(text)
    assert (found.instrument, found.clause) == ("korean-armistice-1953", "8")
    assert text[found.span.start : found.span.end].strip("“”") == f"{words}."
    assert found.score > 0.95


def test_paragraphs_that_begin_alike_are_told_apart() -> None:
    for number in ("7", "8", "9"):
        words = " ".join(clause(number).split()[:22])
        assert [found.clause for found in quotes(f"A spokesman quoted: “{words} …”")] == [number]


def test_a_short_quotation_names_no_paragraph() -> None:
    assert quotes("He spoke of a “hostile act” by “either side” and of “the demilitarized zone”.") == []


def test_a_long_quotation_of_other_words_names_no_paragraph() -> None:
    assert quotes("She said: “Our orchestra has never played so well on any evening of this long winter.”") == []


def test_law_told_without_quotation_marks_is_no_quote() -> None:
    assert quotes(f"The paragraph says that {clause('7')}") == []


def test_law_quoted_is_no_act() -> None:
    assert extracted("Paragraph 7 reads: “" + clause("7") + "”").reports == ()


def test_a_quotation_in_other_words_is_matched_with_a_lower_score_where_the_instrument_is_named() -> None:
    words = "neither party will carry out any hostile acts inside, from, or toward the demilitarized zone"
    (found,) = quotes(f"The Armistice Agreement says that “{words}”.")
    assert (found.instrument, found.clause) == ("korean-armistice-1953", "6")
    assert found.score < 0.82
    assert quotes(f"A spokesman said that “{words}”.") == []


def test_paragraphs_cited_by_number_are_found_each_with_its_place() -> None:
    text = "The Command said that paragraphs 6 and 8 of the Armistice Agreement had been broken."
    found = quotes(text)
    assert [(each.clause, text[each.span.start : each.span.end], each.score) for each in found] == [("6", "6", 1.0), ("8", "8", 1.0)]


@pytest.mark.parametrize("name", ["Armistice Agreement", "Korean Armistice Agreement", "1953 armistice agreement"])
def test_one_agreement_goes_by_several_names(name: str) -> None:
    found = quotes(f"The Command said that paragraph 6 of the {name} had been broken.")
    assert [(each.instrument, each.clause) for each in found] == [("korean-armistice-1953", "6")]


def test_a_number_cited_of_no_named_instrument_is_none_of_ours() -> None:
    assert quotes("The court relied on paragraph 6 of its statute.") == []
    assert quotes("The Armistice Agreement has no paragraph 999.") == []


@pytest.mark.parametrize(("text", "instrument", "number"), [
    ("The Armistice Agreement bars both armies from hostile acts within or against the demilitarized zone.", "korean-armistice-1953", "6"),
    ("Under the Armistice Agreement nobody, soldier or civilian, may cross the Military Demarcation Line without leave of the commission.",
     "korean-armistice-1953", "7"),
    ("The Armistice Agreement requires naval forces to respect the waters contiguous to the demilitarized zone.",
     "korean-armistice-1953", "15"),
    ("The Armistice Agreement allows each side at most one thousand persons in the demilitarized zone at a time.",
     "korean-armistice-1953", "10"),
    ("The Third Geneva Convention requires that prisoners be protected against insults and public curiosity.",
     "geneva-convention-iii-1949", "13"),
    ("The Comprehensive Military Agreement banned live artillery fire and field training within five kilometres of the line.",
     "cma-2018", "1(2)"),
    ("The Disengagement Agreement provides for an area of separation in which no military forces may stand.", "disengagement-1974", "B"),
])  # fmt: skip
def test_law_told_in_a_documents_own_words_is_matched_with_a_lower_score(text: str, instrument: str, number: str) -> None:
    (found,) = quotes(text)
    assert (found.instrument, found.clause, found.form) == (instrument, number, LawForm.TOLD)
    assert 0.45 <= found.score < 0.82
    assert text[found.span.start : found.span.end] == text


def test_the_agreement_named_before_is_the_one_that_a_sentence_speaks_of() -> None:
    text = "The Armistice Agreement ended the fighting. The agreement bars both armies from hostile acts within the demilitarized zone."
    assert [(each.clause, each.form) for each in quotes(text)] == [("6", LawForm.TOLD)]


@pytest.mark.parametrize("text", [
    "North Korea broke the Armistice Agreement when its soldiers crossed the Military Demarcation Line.",  # an act, no rule
    "The Armistice Agreement requires both sides to hold a political conference.",  # ruled, but by no paragraph that we have
    "The lease requires that no hostile act be done within or against the demilitarized zone.",  # no instrument is named
    "The Armistice Agreement must not be forgotten, the minister said at the opening of an exhibition.",
    "The Armistice Agreement allows both sides to hope.",
])  # fmt: skip
def test_what_tells_no_paragraph_of_a_named_instrument_is_matched_to_none(text: str) -> None:
    assert quotes(text) == []


def test_a_quotation_is_not_told_once_more() -> None:
    words = " ".join(clause("7").split()[:22])
    assert [each.form for each in quotes(f"The Armistice Agreement states: “{words} …”")] == [LawForm.QUOTED]


def test_crossings_crossed_and_crossing_are_one_word() -> None:
    assert len({stem(each) for each in ("cross", "crosses", "crossed", "crossing", "crossings")}) == 1
    assert stem("act") == stem("acts")
    assert stem("line") != stem("linen")
