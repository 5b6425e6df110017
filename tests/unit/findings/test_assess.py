"""What a clause may say of an incident, and what it must not."""

from dataclasses import replace
from datetime import date

import pytest
from tests.unit.findings.law import ARMISTICE, BOOKS, PAGE, crossing, found, incident, page, quote, report

from truceline.findings.assess import assess
from truceline.findings.trace import walk
from truceline.model.finding import Answer, Verdict
from truceline.model.ids import DocumentId, ReportId
from truceline.model.incident import PartyStance
from truceline.model.report import LawForm
from truceline.model.text import Span


def test_the_same_incident_gives_the_same_findings_twice() -> None:
    assert assess(crossing(), {}, BOOKS) == assess(crossing(), {}, tuple(reversed(BOOKS)))


def test_a_finding_names_the_acting_party_and_the_command_that_answers_for_it() -> None:
    finding = found(crossing(actor=["KOR:mil"], target=["PRK:mil"]))["7 KOR"]
    assert (finding.side, finding.answers_through) == ("KOR", "UNC")
    assert found(crossing())["7 PRK"].answers_through == "KPA"


def test_a_breach_leads_to_the_words_it_was_read_from() -> None:
    document = page()
    told = report(document, actor="Soldiers from the North", line="the line")
    finding = found(crossing(), reports={told.id: told}, documents={document.id: document})["7 PRK"]
    words = {document.words(span) for reason in finding.reasons for each in walk(reason) for span in each.evidence}
    assert "the line" in words


def test_one_account_is_named_as_the_account_it_rests_on() -> None:
    assert found(crossing())["7 PRK"].on_account_of == ("KOR:JCS",)


def test_disputed_accounts_are_contested_and_never_a_breach() -> None:
    verdicts = {finding.verdict for finding in found(crossing(status="disputed")).values()}
    assert Verdict.APPARENT_BREACH not in verdicts
    assert Verdict.CONTESTED in verdicts


def test_a_denial_by_a_party_in_another_document_contests() -> None:
    stance = PartyStance(party="PRK", stance="denied", report_id=ReportId("r9"), as_of="2024-06-11")
    case = incident(
        "ground_crossing", {"date": "2024-06-09", "line": "MDL", "actor": ["PRK:mil"], "sources": ["KOR:JCS"]}, stances=(stance,)
    )
    finding = found(case)["7 PRK"]
    assert finding.verdict is Verdict.CONTESTED
    assert any("PRK denies" in reason.text for reason in finding.reasons)


def test_a_denial_that_was_followed_by_an_admission_no_longer_contests() -> None:
    stances = tuple(
        PartyStance(party="PRK", stance=stance, report_id=ReportId("r9"), as_of=day)
        for stance, day in (("denied", "2024-06-11"), ("confirmed", "2025-04-28"))
    )
    case = incident("ground_crossing", {"date": "2024-06-09", "line": "MDL", "actor": ["PRK:mil"], "sources": ["KOR:JCS"]}, stances=stances)
    assert found(case)["7 PRK"].verdict is Verdict.APPARENT_BREACH


def test_denial_and_admission_of_one_day_stay_contested() -> None:
    stances = tuple(
        PartyStance(party="PRK", stance=stance, report_id=ReportId("r9"), as_of="2024-06-11") for stance in ("denied", "confirmed")
    )
    case = incident("ground_crossing", {"date": "2024-06-09", "line": "MDL", "actor": ["PRK:mil"], "sources": ["KOR:JCS"]}, stances=stances)
    assert found(case)["7 PRK"].verdict is Verdict.CONTESTED


def test_not_confirming_is_no_denial() -> None:
    stance = PartyStance(party="PRK", stance="not_confirmed", report_id=ReportId("r9"), as_of="2024-06-11")
    case = incident(
        "ground_crossing", {"date": "2024-06-09", "line": "MDL", "actor": ["PRK:mil"], "sources": ["KOR:JCS"]}, stances=(stance,)
    )
    assert found(case)["7 PRK"].verdict is Verdict.APPARENT_BREACH


def test_a_lone_hedged_account_is_not_enough_and_a_second_origin_lifts_it() -> None:
    hedged = {"date": "2024-06-09", "line": "MDL", "actor": ["PRK:mil"], "status": "alleged", "sources": ["residents"]}
    alone = found(incident("ground_crossing", hedged))["7 PRK"]
    assert alone.verdict is Verdict.NOT_ENOUGH_KNOWN
    assert any("confirmed" in question for question in alone.missing)
    assert found(incident("ground_crossing", hedged, origins=("page", "other")))["7 PRK"].verdict is Verdict.APPARENT_BREACH


def test_two_actors_of_one_report_are_no_disagreement() -> None:
    case = incident("ground_crossing", {"date": "2024-06-09", "line": "MDL", "actor": ["PRK:mil", "CHN:mil"], "sources": ["KOR:JCS"]})
    assert {key: each.verdict for key, each in found(case).items() if key.startswith("7")} == {
        "7 PRK": Verdict.APPARENT_BREACH, "7 CHN": Verdict.APPARENT_BREACH,
    }  # fmt: skip


@pytest.mark.parametrize("intent", ["deliberate", "accidental", None])
def test_intent_is_told_and_never_asked(intent: str | None) -> None:
    case = crossing(intent=intent) if intent else crossing()
    finding = found(case)["7 PRK"]
    assert finding.verdict is Verdict.APPARENT_BREACH
    assert any(reason.test == "intent" for reason in finding.reasons) == bool(intent)


def test_warning_shots_are_not_charged_and_the_precedent_is_cited() -> None:
    shots = found(crossing(response=["warning_shots"]))["6 KOR"]
    assert (shots.act, shots.verdict) == ("warning_fire", Verdict.NOT_ENOUGH_KNOWN)
    assert any(reason.test == "precedent" and "2025-08" in reason.text for reason in shots.reasons)


def test_return_fire_cites_precedents_that_differ() -> None:
    case = incident("direct_fire", {
        "date": "2020-05-03", "line": "MDL", "actor": ["PRK:mil"], "target": ["KOR:mil"], "response": ["return_fire"],
        "sources": ["KOR:JCS"],
    })  # fmt: skip
    answer = found(case)["6 KOR"]
    assert answer.verdict is Verdict.NOT_ENOUGH_KNOWN
    cited = [reason.text for reason in answer.reasons if reason.test == "precedent"]
    assert any(text.startswith("2020-05") for text in cited)
    assert any(text.startswith("2010-11") for text in cited)


def test_the_article_quotes_8_and_the_act_is_7() -> None:
    finding = found(crossing(), law_quotes=(quote("6"), quote("8")))["7 PRK"]
    assert [reason.text for reason in finding.reasons if reason.test == "law_quoted"] == ["the article quotes 8; the act is 7"]


def test_a_quote_of_the_right_paragraph_is_said_to_agree() -> None:
    finding = found(crossing(), law_quotes=(quote("7"), quote("8")))["7 PRK"]
    assert [(reason.answer, reason.text) for reason in finding.reasons if reason.test == "law_quoted"] == [
        (Answer.YES, "the article quotes 7; the act is 7")
    ]


def test_how_the_article_gives_a_paragraph_is_said_with_a_score() -> None:
    told = replace(quote("8"), form=LawForm.TOLD, score=0.61)
    finding = found(crossing(), law_quotes=(told,))["7 PRK"]
    assert [each.text for each in finding.reasons if each.test == "law_quoted"] == [
        "the article tells in its own words 8 (0.61); the act is 7"
    ]


def test_a_paragraph_that_no_act_touches_is_noted_once_and_changes_no_verdict() -> None:
    own = report(page(), actor="Soldiers", line="the line")
    told = {own.id: own}
    plain, noted = found(crossing(), reports=told), found(crossing(), reports=told, law_quotes=(quote("16"),))
    assert {key: each.verdict for key, each in plain.items()} == {key: each.verdict for key, each in noted.items()}
    reasons = [(key, one.answer, one.text) for key, each in noted.items() for one in each.reasons if one.test == "law_quoted"]
    assert reasons == [("7 PRK", Answer.NO, "the article quotes 16, which no act told here touches; the act is 7")]


def test_a_paragraph_quoted_beside_another_act_of_the_article_is_not_held_against_this_one() -> None:
    own = report(page(), actor="Soldiers", line="the line")
    far = Span(document_id=PAGE, start=900, end=950)
    other = replace(own, id=ReportId("another"), quote=far)

    def noted(at: Span) -> list[str]:
        told = found(crossing(), reports={each.id: each for each in (own, other)}, law_quotes=(replace(quote("16"), span=at),))
        return [one.text for each in told.values() for one in each.reasons if one.test == "law_quoted"]

    assert len(noted(own.quote)) == 1
    assert noted(far) == []


def test_law_quoted_in_another_document_does_not_touch_the_incident() -> None:
    finding = found(crossing(), law_quotes=(quote("8", DocumentId("elsewhere")),))["7 PRK"]
    assert not [reason for reason in finding.reasons if reason.test == "law_quoted"]


def test_an_undated_act_is_bounded_by_its_publication() -> None:
    undated = incident("ground_crossing", {"line": "MDL", "actor": ["PRK:mil"], "sources": ["document"]})
    early, late = page(date(1952, 1, 1)), page(date(2017, 11, 22))
    assert found(undated, documents={PAGE: early})["7 PRK"].verdict is Verdict.NOT_IN_FORCE
    assert found(undated, documents={PAGE: late})["7 PRK"].verdict is Verdict.APPARENT_BREACH
    assert found(undated)["7 PRK"].verdict is Verdict.APPARENT_BREACH


def test_a_denunciation_is_told_and_does_not_end_the_bond() -> None:
    finding = found(crossing())["7 PRK"]
    told = [each.text for reason in finding.reasons for each in walk(reason) if each.test == "status"]
    assert finding.verdict is Verdict.APPARENT_BREACH
    assert len(told) == 1
    assert "still binds" in told[0]


def test_kursk_is_one_entry_outside_the_armistice_with_its_reasons() -> None:
    case = incident(
        "capture",
        {"place": "Kursk region of Russia", "actor": ["UKR:mil"], "target": ["PRK:mil"], "captured": [1, 1], "sources": ["KOR:NIS"]},
    )
    findings = assess(case, {}, BOOKS)
    armistice = [each for each in findings if each.instrument == "korean-armistice-1953"]
    assert [(each.clause, each.verdict, each.side) for each in armistice] == [("*", Verdict.NOT_COVERED, "UKR")]
    said = " ".join(reason.text for reason in armistice[0].reasons)
    assert "13(c)" in said
    assert "51 to 59" in said
    assert "geneva-convention-iii-1949" in said
    assert "outside" in said.lower() or "stand outside" in said
    assert {each.clause for each in findings if each.instrument == "geneva-convention-iii-1949"} == {"4", "13", "118"}


def test_arms_told_and_denied_are_contested_under_the_resolutions() -> None:
    case = incident("arms_transfer", {"actor": ["PRK:gov"], "target": ["RUS:gov"], "status": "disputed", "sources": ["USA:gov", "UKR:gov"]})
    findings = {(each.instrument, each.clause, each.side): each for each in assess(case, {}, BOOKS)}
    under = findings["unsc-resolutions-dprk", "1718/8(b)", "PRK"]
    assert (under.verdict, under.on_account_of) == (Verdict.CONTESTED, ("UKR:gov", "USA:gov"))
    assert findings["korean-armistice-1953", "*", "PRK"].verdict is Verdict.NOT_COVERED


@pytest.mark.parametrize(
    ("actor", "target"), [("ISR:mil", "HZB:mil"), ("IND:mil", "PAK:mil"), ("THA:mil", "KHM:mil"), ("USA:mil", "SYR:mil")]
)
def test_wars_that_do_not_concern_korea_get_no_word_from_the_armistice(actor: str, target: str) -> None:
    case = incident("direct_fire", {"date": "2024-10-10", "actor": [actor], "target": [target], "sources": ["document"]})
    assert found(case) == {}


def test_an_act_whose_actor_is_not_told_asks_who_acted() -> None:
    case = incident("explosion", {"date": "2015-08-04", "line": "MDL", "target": ["KOR:mil"], "sources": ["KOR:JCS"]})
    findings = found(case)
    assert findings
    assert {each.side for each in findings.values()} == {"UNK"}
    assert all(each.verdict is Verdict.NOT_ENOUGH_KNOWN for each in findings.values())


def test_the_northern_limit_line_is_said_not_to_be_in_the_text() -> None:
    for role in ("mil", "civ"):
        case = incident(
            "sea_crossing", {"date": "2022-10-24", "line": "NLL", "actor": [f"PRK:{role}"], "target": ["KOR:mil"], "sources": ["KOR:JCS"]}
        )
        finding = found(case)["15 PRK"]
        assert finding.verdict is (Verdict.NOT_ENOUGH_KNOWN if role == "mil" else Verdict.NOT_COVERED)
        assert any("not in the text" in reason.text for reason in finding.reasons)


def test_a_place_beside_the_zone_is_not_in_it() -> None:
    base = {"date": "2024-06-09", "actor": ["PRK:mil"], "target": ["PRK:mil"], "sources": ["document"]}
    near = incident("direct_fire", base | {"place": "south of the DMZ"})
    inside = incident("build_up", base | {"place": "the eastern DMZ"})
    assert found(near)["6 PRK"].verdict is Verdict.NOT_ENOUGH_KNOWN
    assert "1 PRK" in found(inside, answers={"within_2km": Answer.YES})


def test_no_finding_of_ours_uses_the_word_violation_as_its_verdict() -> None:
    assert not [verdict for verdict in Verdict if "violation" in verdict]
    assert ARMISTICE.clause("6") is not None
