"""The brief: nothing from outside, nothing run, every value one step from its sentence."""

import re
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from selectolax.lexbor import LexborHTMLParser
from tests.fakes.records import a_media_file, a_step
from tests.fakes.views import HOSTILE, a_view

from truceline.model.ids import IncidentId
from truceline.model.incident import Ghost
from truceline.model.ledger_view import LedgerView
from truceline.model.report import PersonFate, Slot
from truceline.model.review import Review, Verb
from truceline.packs.pack import Pack, load_pack
from truceline.views.brief import brief
from truceline.views.limits import without_home

LOADING = ("src", "srcset", "data", "poster", "background", "action", "formaction", "manifest", "ping", "codebase", "cite")


@pytest.fixture(scope="module")
def pack() -> Pack:
    return load_pack()


@pytest.fixture(scope="module")
def written(pack: Pack) -> str:
    return brief(a_view(), pack=pack, made_at=datetime(2024, 7, 1, 7, tzinfo=UTC))


@pytest.fixture(scope="module")
def page(written: str) -> LexborHTMLParser:
    return LexborHTMLParser(written)


def test_nothing_is_loaded_and_nothing_is_run(page: LexborHTMLParser) -> None:
    assert not page.css("script, iframe, object, embed, link, img, video, audio, base, form, use, image, foreignObject")
    for each in page.css("*"):
        loaded = [name for name in each.attributes if name in LOADING or name.startswith("on")]
        assert not loaded, each.html
    assert "url(" not in page.css_first("style").text() and "@import" not in page.css_first("style").text()


def test_links_lead_within_the_page_or_to_a_web_address(page: LexborHTMLParser) -> None:
    ids = {each.attributes["id"] for each in page.css("[id]")}
    links = [each.attributes["href"] or "" for each in page.css("[href]")]
    assert links
    for link in links:
        assert link[1:] in ids if link.startswith("#") else re.match(r"https?://", link), link


def test_words_of_a_document_stay_words(page: LexborHTMLParser, written: str) -> None:
    assert "<script" not in written.lower()
    assert "onerror" in page.body.text() if page.body else False
    assert not page.css("[onerror]") and not page.css("a[href^='javascript']")


def test_no_id_stands_twice(page: LexborHTMLParser) -> None:
    ids = [each.attributes["id"] for each in page.css("[id]")]
    assert sorted(ids) == sorted(set(ids))


def test_each_value_leads_to_a_sentence_with_its_document_publisher_date_and_hash(page: LexborHTMLParser) -> None:
    rows = page.css("#incidents tbody tr")
    assert rows
    for row in rows:
        leads = row.css("td")[0].css("a.q")
        assert leads, row.html
        for lead in leads:
            sentence = page.css_first(f"[id='{(lead.attributes['href'] or '')[1:]}']")
            assert sentence.css("mark") and sentence.parent and sentence.parent.parent
            origin = sentence.parent.parent.css_first("p.source").text()
            assert "sha256" in origin and ("2024" in origin or "date not told" in origin)


def test_the_words_marked_are_those_the_number_was_read_from(page: LexborHTMLParser) -> None:
    row = next(each for each in page.css("#incidents tbody tr") if "about 20" in each.text())
    lead = row.css_first("a.q").attributes["href"] or ""
    assert any("About 20" in mark.text() for mark in page.css(f"[id='{lead[1:]}'] mark"))


def test_both_numbers_stand_side_by_side_with_who_says_so(page: LexborHTMLParser) -> None:
    rows = [each for each in page.css("#i-crossing tr.differ") if "about 20" in each.text() or "at most 10" in each.text()]
    assert len(rows) == 2
    assert "South Korea: JCS" in rows[0].text() and "North Korea" in rows[1].text()
    assert "accounts differ" in rows[0].text()


def test_each_headline_figure_says_what_it_counts_and_leads_to_it(page: LexborHTMLParser) -> None:
    told = {" ".join(each.css_first("dt").text().split()): each for each in page.css("#figures dl div")}
    assert {"incidents", "reports", "findings: apparent breach", "count claimed"} <= set(told)
    assert told["incidents"].css_first("b").text() == "3"
    unchecked = told["findings: apparent breach"]  # the one finding rests on facts not yet checked: it is told, and not counted
    assert unchecked.css_first("b").text() == "0"
    assert "1 more rest on facts not yet checked" in unchecked.text()
    for each in told.values():
        listed = page.css_first(f"#counted [id='{(each.css_first('a').attributes['href'] or '')[1:]}']")
        assert listed.text().startswith(each.css_first("b").text())


def test_an_incident_that_a_person_accepted_says_so_and_the_share_is_told(pack: Pack) -> None:
    view = a_view()
    chosen = next(iter(view.incidents.values()))
    review = Review(verb=Verb.ACCEPT, by="an analyst", at=datetime(2024, 7, 1, tzinfo=UTC), subject=chosen.id, reports=chosen.reports)
    page = LexborHTMLParser(brief(replace(view, reviews=(review,)), pack=pack))
    assert "Reviewed. Id" in page.css_first(f"article#{chosen.id}").text()
    assert sum("Unreviewed" in each.text() for each in page.css("article.card")) == len(view.incidents) - 1
    assert f"Reviewed in part: 1 of {len(view.incidents)}" in page.css_first("header").text()


def test_incidents_that_must_be_are_listed_with_the_counts(pack: Pack) -> None:
    ghost = Ghost(id="g1", kind="ground_crossing", line="MDL", by=("PRK",), since="2024-06-01", until="2024-06-20", claims=())
    told = LexborHTMLParser(brief(replace(a_view(), ghosts=(ghost, replace(ghost, id="g2"))), pack=pack)).css_first("#counts").text()
    assert "crossing of a line on land: 2, by North Korea, between 1 June 2024 and 20 June 2024" in told


def test_machine_made_values_are_marked_unreviewed(page: LexborHTMLParser) -> None:
    assert "Unreviewed" in page.css_first("header").text()
    assert all("Unreviewed" in each.text() for each in page.css("article.card"))


def test_a_lone_origin_is_marked_unverified(page: LexborHTMLParser) -> None:
    assert "unverified" in page.css_first("#i-fire").text()
    assert "unverified" not in page.css_first("#i-crossing").text()


def test_a_finding_shows_verdict_reasons_and_what_is_not_known(page: LexborHTMLParser) -> None:
    found = page.css_first("#i-crossing .finding").text()
    for words in (
        "apparent breach",
        "paragraph 7",
        "Was the crossing authorised?",
        "Soldiers crossed the line.",
        "not yet checked",
        "South Korea: JCS",
    ):
        assert words in found
    assert "violation" not in found


def test_a_finding_shows_the_clause_beside_the_evidence(page: LexborHTMLParser) -> None:
    assert "Paragraph 7" in page.css_first("#i-crossing .finding details").text()
    assert "demarcation line" in page.css_first("#i-crossing .finding details").text().lower()


def test_a_card_of_several_reports_says_why_they_are_one(page: LexborHTMLParser) -> None:
    assert "Why these reports are one incident" in page.css_first("#i-crossing").text()
    assert "Why these reports are one incident" not in page.css_first("#i-fire").text()


def test_an_attached_film_stands_on_its_card_with_act_and_time_code_and_nobodys_name(pack: Pack) -> None:
    view = a_view()
    incident = next(iter(view.incidents.values()))
    film = a_media_file(b"a film")
    step = replace(a_step(film), reports=incident.reports, act=incident.kind)
    written = brief(replace(view, media={film.id: film}, attachments=(step,)), pack=pack)
    card = next(each for each in LexborHTMLParser(written).css("article") if "Files attached" in each.text())
    assert f"said to show {pack.ontology.kinds[incident.kind].label} at 1:32-1:40 (sha256 {film.id[:16]})" in card.text()
    assert "Kim" not in written and "telephone" not in written and "37.95" not in written


def test_limits_are_printed(page: LexborHTMLParser) -> None:
    limits = page.css_first("#limits").text()
    for words in ("Who is heard", "cannot read", "Measured error", "a picture holds no text", "rulebooks korean-armistice-1953 v1"):
        assert words in limits
    assert page.css_first("#limits b").parent is not None
    assert "<b>photo.jpg</b>" in limits


def test_a_count_claim_names_the_incidents_counted(page: LexborHTMLParser) -> None:
    count = page.css_first("#c-1")
    assert "ledger short by 1" in count.text()
    assert count.css_first("li a").attributes["href"] == "#i-crossing"


def test_as_of_is_said(pack: Pack) -> None:
    page = LexborHTMLParser(brief(a_view(as_of=date(2024, 6, 12)), pack=pack))
    assert "As of 12 June 2024" in page.css_first("header").text()


def test_an_empty_ledger_makes_a_page_too(pack: Pack) -> None:
    page = LexborHTMLParser(brief(LedgerView(), pack=pack))
    assert "No incident stands in this ledger." in page.css_first("#timeline").text()


def test_same_view_same_page(pack: Pack) -> None:
    assert brief(a_view(), pack=pack) == brief(a_view(), pack=pack)


def test_a_hostile_title_is_shown_as_it_was_written(page: LexborHTMLParser) -> None:
    assert HOSTILE in page.css_first("#quotes").text()


@pytest.mark.parametrize(
    ("where", "shown"),
    [("/home/ann/case 7/photo.jpg", "photo.jpg"), ("C:\\Users\\ann\\photo.jpg", "photo.jpg"), ("my/feed.jsonl:3", "my/feed.jsonl:3")],
)
def test_folders_of_the_one_who_made_the_brief_are_not_printed(where: str, shown: str) -> None:
    assert without_home(where) == shown


def test_what_became_of_people_stands_on_the_card_by_side_and_role_with_its_sentence(pack: Pack) -> None:
    view = a_view()
    report = next(iter(view.reports_of(view.incidents[IncidentId("i-crossing")])))
    fate = PersonFate(fate="held", of="PRK:mil", low=1, high=1)
    slot = Slot(value=fate, evidence=report.claim.kind.evidence, read_by="test")
    told = replace(view, reports={**view.reports, report.id: replace(report, fates=(slot,))})
    card = LexborHTMLParser(brief(told, pack=pack)).css_first("#i-crossing")
    assert "What became of people, by side and role" in card.text()
    row = next(each for each in card.css("li") if "held 1" in each.text())
    assert "North Korea" in row.text()
    assert row.css_first("a").attributes["href"].startswith("#q")
    assert "What became of people" not in LexborHTMLParser(brief(view, pack=pack)).css_first("#i-crossing").text()
