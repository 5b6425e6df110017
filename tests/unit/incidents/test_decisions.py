"""What people decide wins, stays where a copy repeats it, is found again after a new reading, and can be taken back."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from tests.fakes.tellings import document, extractions, telling

from truceline.incidents.decisions import Decided, decide, undone
from truceline.model.document import Document
from truceline.model.ids import ReportId
from truceline.model.incident import Judgement, Same
from truceline.model.report import Report
from truceline.model.review import Review, Verb
from truceline.model.text import Span

NOON = datetime(2024, 7, 1, 12, tzinfo=UTC)
LONG = "Soldiers of the north crossed the line near the river and went back after shots were fired in warning over their heads at noon. "


def decision(verb: Verb, *reports: str, hour: int = 0, **more: str) -> Review:
    named = tuple(ReportId(f"r-{each}") for each in reports)
    return Review(verb=verb, by="an analyst", at=NOON + timedelta(hours=hour), subject="x", reports=named, reason="because", **more)


def undo(of: Review | Judgement, hour: int = 9) -> Review:
    return Review(verb=Verb.UNDO, by="an analyst", at=NOON + timedelta(hours=hour), subject=of.id, undoes=of.id)


def left(decided: Decided) -> list[str]:
    return [report.id for each in decided.extractions for report in each.reports]


def over(
    reports: list[Report], reviews: list[Review], *, texts: dict[str, Document] | None = None, former: tuple[Report, ...] = ()
) -> Decided:
    known = texts or {each.document_id.removeprefix("d-"): document(each.document_id.removeprefix("d-")) for each in reports}
    return decide(extractions(reports), {each.id: each for each in known.values()}, reviews, (), former)


def test_a_rejected_report_counts_no_more_and_says_by_which_decision() -> None:
    review = decision(Verb.REJECT, "a")
    decided = over([telling("a"), telling("b")], [review])
    assert left(decided) == ["r-b"]
    assert decided.rejected == {"r-a": review}


def test_a_rejection_taken_back_counts_again_and_a_taking_back_can_be_taken_back() -> None:
    review = decision(Verb.REJECT, "a")
    back = undo(review)
    assert left(over([telling("a")], [review, back])) == ["r-a"]
    assert left(over([telling("a")], [review, back, undo(back, 10)])) == []
    assert undone([review, back]) == {review.id}


def test_the_last_word_on_a_report_stands() -> None:
    assert left(over([telling("a")], [decision(Verb.REJECT, "a"), decision(Verb.ACCEPT, "a", hour=1)])) == ["r-a"]
    assert left(over([telling("a")], [decision(Verb.REJECT, "a", hour=1), decision(Verb.ACCEPT, "a")])) == []


def test_a_rejected_report_stays_rejected_where_a_copy_of_its_text_repeats_it() -> None:
    texts = {"a": document("a", text=LONG), "copy": document("copy", text=LONG), "other": document("other", text="Soldiers met at noon.")}
    reports = [telling("a"), telling("copy"), telling("other")]
    decided = over(reports, [decision(Verb.REJECT, "a")], texts=texts)
    assert left(decided) == ["r-other"]
    assert set(decided.rejected) == {"r-a", "r-copy"}


def test_another_kind_of_act_in_the_copy_is_not_rejected_with_it() -> None:
    texts = {"a": document("a", text=LONG), "copy": document("copy", text=LONG)}
    decided = over([telling("a"), telling("copy", "warning_fire")], [decision(Verb.REJECT, "a")], texts=texts)
    assert left(decided) == ["r-copy"]


def test_a_correction_gives_the_value_and_keeps_the_words_it_was_read_from() -> None:
    given = decision(Verb.CORRECT, "a", field="persons", value="[20,30]", extracted="[3,3]")
    (report,) = over([telling("a", persons=(3, 3), killed=(1, 1))], [given]).extractions[0].reports
    counts = {each.value.what: (each.value.low, each.value.high) for each in report.claim.counts}
    assert counts == {"persons": (20, 30), "killed": (1, 1)}
    assert report.id == "r-a"
    assert all(each.evidence for each in report.claim.counts)


def test_the_latest_correction_of_a_field_stands() -> None:
    first = decision(Verb.CORRECT, "a", field="date", value="2024-06-18")
    second = decision(Verb.CORRECT, "a", hour=1, field="date", value="2024-06")
    for given in ([first, second], [second, first]):
        (report,) = over([telling("a", day="2024-06-20")], given).extractions[0].reports
        assert report.claim.when is not None
        assert report.claim.when.value.code == "2024-06"


def test_a_value_can_be_corrected_to_not_said() -> None:
    given = decision(Verb.CORRECT, "a", field="date")
    (report,) = over([telling("a", day="2024-06-20")], [given]).extractions[0].reports
    assert report.claim.when is None


def test_a_decision_finds_its_report_again_after_a_new_reading() -> None:
    old = telling("a")
    new = replace(telling("a", persons=(3, 3)), id=ReportId("r-new"))
    decided = over([new], [decision(Verb.REJECT, "a")], former=(old,))
    assert left(decided) == []
    assert decided.now == {"r-a": "r-new"}


def test_a_decision_is_not_moved_to_another_kind_or_place() -> None:
    old = telling("a")
    elsewhere = Span(document_id=old.document_id, start=40, end=50)
    for new in (telling("new", "warning_fire", of="a"), replace(telling("new", of="a"), quote=elsewhere)):
        assert left(over([new], [decision(Verb.REJECT, "a")], former=(old,))) == ["r-new"]


def test_a_judgement_taken_back_decides_no_more() -> None:
    judgement = Judgement(left=ReportId("r-a"), right=ReportId("r-b"), same=Same.NO, by="an analyst", score=0.0, terms=(), at=NOON)
    read, documents = extractions([telling("a"), telling("b")]), {}
    assert decide(read, documents, (), (judgement,)).judgements == (judgement,)
    assert decide(read, documents, (undo(judgement),), (judgement,)).judgements == ()


def test_a_forged_circle_of_taking_back_does_not_hang() -> None:
    one = undo(decision(Verb.REJECT, "a"))
    circle = replace(one, undoes=one.id)
    assert isinstance(undone([circle]), frozenset)
