"""Eight things a doubter asks of the ledger, asked of the samples always and of four real articles where these are at hand."""

import json
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from tests.roads.road import DISPATCHES, SEEDS, incidents_on, told_in, view_of
from truceline.model.finding import Finding, Verdict
from truceline.model.incident import Audit, CountCheck, Incident
from truceline.model.ledger_view import LedgerView
from truceline.packs.pack import load_pack
from truceline.views.brief import brief

CROSSING = "ground_crossing"
ARMISTICE = "korean-armistice-1953"
seeds_at_hand = pytest.mark.skipif(not SEEDS.exists(), reason="the four articles are not beside this checkout")


@pytest.fixture(scope="module")
def samples() -> LedgerView:
    return view_of()


@pytest.fixture(scope="module")
def seeds() -> LedgerView:
    return view_of(source=SEEDS)


@pytest.fixture(params=["samples", pytest.param("seeds", marks=seeds_at_hand)])
def view(request: pytest.FixtureRequest) -> Iterator[LedgerView]:
    """Each question is asked of both."""
    yield request.getfixturevalue(request.param)


def one(found: list[Incident]) -> Incident:
    assert len(found) == 1, [each.id for each in found]
    return found[0]


def crossings(view: LedgerView) -> list[Incident]:
    return [one(incidents_on(view, CROSSING, f"2024-06-{day}")) for day in ("09", "18", "20")]


def check_of(view: LedgerView, kind: str, number: int) -> CountCheck:
    claim = next(each for each in view.count_claims.values() if each.kind == kind and number in (each.ordinal, each.count))
    return view.checks[claim.id]


def breaches(view: LedgerView, incident: Incident) -> dict[str, Finding]:
    return {each.clause: each for each in view.findings[incident.id] if each.verdict is Verdict.APPARENT_BREACH}


def of_kind(view: LedgerView, kind: str, party: str) -> list[Incident]:
    """Incidents of a kind by a party, outside June 2024's crossings."""
    return [
        each for each in view.incidents.values()
        if each.kind == kind and any(party in variant.value for variant in each.variants.get("actor", ()))
    ]  # fmt: skip


# 1  Three crossings are three incidents, and the counts agree by name.


def test_crossings_of_9_18_and_20_june_are_three_incidents(view: LedgerView) -> None:
    assert len({each.id for each in crossings(view)}) == 3


def test_article_that_recalls_9_june_joins_it(samples: LedgerView) -> None:
    assert told_in(samples, crossings(samples)[0]) == {"crossing-9-june", "crossing-18-june-staff"}


def test_second_and_third_agree_and_name_what_they_counted(view: LedgerView) -> None:
    first, second, third = (each.id for each in crossings(view))
    two, three = check_of(view, CROSSING, 2), check_of(view, CROSSING, 3)
    assert (two.verdict, set(two.incidents)) == (Audit.AGREES, {first, second})
    assert (three.verdict, set(three.incidents)) == (Audit.AGREES, {first, second, third})


# 2  One dispatch taken away is noticed.


def test_one_dispatch_taken_away_leaves_the_ledger_short_by_one() -> None:
    whole = view_of(["crossing-9-june", "crossing-18-june-staff", "crossing-20-june"])
    short = view_of(["crossing-9-june", "crossing-20-june"])
    assert check_of(whole, CROSSING, 3).verdict is Audit.AGREES
    check = check_of(short, CROSSING, 3)
    assert (check.verdict, check.gap) == (Audit.LEDGER_SHORT, 1)
    assert "short by 1" in check.why


@seeds_at_hand
def test_article_of_18_june_taken_away_leaves_both_its_crossings_missing() -> None:
    check = check_of(view_of(["seed-third-crossing"], source=SEEDS), CROSSING, 3)
    assert (check.verdict, check.gap) == (Audit.LEDGER_SHORT, 2)


# 3  What was known then is not what is known now.


@pytest.mark.parametrize("source", [DISPATCHES, pytest.param(SEEDS, marks=seeds_at_hand)], ids=["samples", "seeds"])
def test_as_of_19_june_differs_from_as_of_22_june(source: Path) -> None:
    before, after = (view_of(source=source, as_of=date(2024, 6, day)) for day in (19, 22))
    assert not incidents_on(before, CROSSING, "2024-06-20")
    assert incidents_on(after, CROSSING, "2024-06-20")
    assert incidents_on(before, CROSSING, "2024-06-18")
    assert before.digest != after.digest
    assert all(each.published and each.published <= date(2024, 6, 19) for each in before.documents.values())


# 4  Which paragraph, and which one the text quotes.


def test_shooting_is_paragraph_6_and_pursuit_is_paragraph_7(view: LedgerView) -> None:
    shooting, pursuit = jsa_acts(view)
    assert "6" in breaches(view, shooting)
    assert "7" not in breaches(view, shooting)
    assert "7" in breaches(view, pursuit)
    assert "6" not in breaches(view, pursuit)
    for finding in (breaches(view, shooting)["6"], breaches(view, pursuit)["7"]):
        assert (finding.instrument, finding.side) == (ARMISTICE, "PRK")


def test_text_quotes_8_and_the_act_is_7(view: LedgerView) -> None:
    _, pursuit = jsa_acts(view)
    quoted = {each.clause for each in view.law_quotes if each.document_id in pursuit.documents and each.instrument == ARMISTICE}
    assert "8" in quoted
    assert "8" not in breaches(view, pursuit)
    said = [reason.text for finding in view.findings[pursuit.id] for reason in finding.reasons if finding.clause in ("7", "8")]
    assert any(re.search(r"quotes (paragraph |¶ ?)?8", text) and "7" in text for text in said), said


def jsa_acts(view: LedgerView) -> tuple[Incident, Incident]:
    """The shooting at the soldier who fled in November 2017, and the pursuit over the line."""
    home = {each.id for each in view.documents.values() if each.published == date(2017, 11, 22)}
    inside = [each for each in view.incidents.values() if home & set(each.documents)]
    return one([each for each in inside if each.kind == "direct_fire"]), one([each for each in inside if each.kind == CROSSING])


# 5  Relays add nothing.


def test_two_relays_of_one_wire_story_are_one_origin(samples: LedgerView) -> None:
    twins = view_of(["wire-20-june-lakeside", "wire-20-june-tidewater"])
    incident = one(incidents_on(twins, CROSSING, "2024-06-20"))
    assert (len(incident.documents), len(incident.origins)) == (2, 1)
    assert len(crossings(samples)[2].origins) == 2


# 6  A denial counts against the claim it points at.


def test_denial_points_at_the_arms_and_not_at_the_crossing(view: LedgerView) -> None:
    arms = one([
        each for each in of_kind(view, "arms_transfer", "PRK")
        if any("RUS" in variant.value for variant in each.variants.get("target", ()))
    ])  # fmt: skip
    assert {each.party for each in arms.stances if each.stance == "denied"} == {"RUS", "PRK"}
    crossing = crossings(view)[2]
    assert not [each for each in crossing.stances if each.stance == "denied"]
    assert {each.status.value for each in view.reports_of(crossing)} == {"asserted"}


# 7  Kursk: who confirmed what through whom, estimates by claimant, stances by party, other law.


def test_kursk_capture_says_who_confirmed_it_and_through_whom(view: LedgerView) -> None:
    capture = one(of_kind(view, "capture", "UKR"))
    reports = list(view.reports_of(capture))
    confirmed = [follow for report in reports for follow in report.follow_ups if follow.act == "confirmation"]
    assert "KOR:NIS" in {follow.by for follow in confirmed}
    told = [view.documents[span.document_id].words(span) for follow in confirmed for span in follow.evidence]
    told += [relay.value.code for report in reports for each in report.attributions for relay in each.via]
    rests_on = [footing for report in reports for each in report.attributions for footing in each.rests_on]
    told += [view.documents[span.document_id].words(span) for footing in rests_on for span in footing.evidence]
    assert any(word in " ".join(told) for word in ("allies", "allied")), told


def test_kursk_estimates_have_claimants_and_parties_have_stances(view: LedgerView) -> None:
    troops = one(of_kind(view, "troop_deployment", "PRK"))
    persons = {variant.value.replace(" ", ""): variant.claimants for variant in troops.variants["persons"]}
    killed = {variant.value.replace(" ", ""): variant.claimants for variant in troops.variants["killed"]}
    assert persons.get("[12000,12000]"), persons
    assert killed.get("[3001,null]"), killed
    stances = {(each.party, each.stance) for each in troops.stances}
    assert {("RUS", "denied"), ("PRK", "denied"), ("RUS", "not_confirmed"), ("PRK", "not_confirmed")} <= stances


def test_kursk_is_not_the_armistice_and_prisoners_go_to_the_third_convention(view: LedgerView) -> None:
    for incident in (one(of_kind(view, "capture", "UKR")), one(of_kind(view, "troop_deployment", "PRK"))):
        found = [each for each in view.findings[incident.id] if each.instrument == ARMISTICE]
        assert [(each.clause, each.verdict) for each in found] == [("*", Verdict.NOT_COVERED)]
        assert found[0].reasons
    capture = one(of_kind(view, "capture", "UKR"))
    said = json.dumps([reason.text for each in view.findings[capture.id] for reason in each.reasons])
    assert "Third Geneva Convention" in said or any("geneva" in each.instrument for each in view.findings[capture.id])


# 8  From any number on the brief, one step to its sentence.


def test_every_figure_of_the_brief_leads_to_the_sentences_it_counts(view: LedgerView) -> None:
    page = LexborHTMLParser(brief(view, pack=load_pack()))
    texts = [" ".join(f"{each.title or ''} {each.text}".split()) for each in view.documents.values()]
    figures = page.css("#figures dd a")
    assert figures
    quoted = 0
    for figure in figures:
        heading = page.css_first(f"#counted [id='{(figure.attributes['href'] or '')[1:]}']")
        assert heading is not None, figure.html
        listed = heading.next
        while listed is not None and listed.tag == "-text":
            listed = listed.next
        for quote in listed.css("q") if listed is not None else []:
            quoted += 1
            assert any(" ".join(quote.text().split()) in text for text in texts), quote.text()
    assert quoted >= len(view.incidents)


def test_every_value_of_a_card_leads_to_its_sentence(view: LedgerView) -> None:
    page = LexborHTMLParser(brief(view, pack=load_pack()))
    sentences = {each.attributes["id"] for each in page.css("#quotes li[id]")}
    values = [row.css("td")[0] for row in page.css("#incidents tbody tr")]
    assert values
    for value in values:
        leads = [(each.attributes["href"] or "")[1:] for each in value.css("a.q")]
        assert leads, value.html
        assert set(leads) <= sentences


# Beside the eight: words of war that tell of nothing.


def test_day_trip_and_film_make_no_incident(samples: LedgerView) -> None:
    told = {samples.documents[each.document_id].name for each in samples.reports.values()}
    assert not told & {"dmz-tourism", "film-review"}
