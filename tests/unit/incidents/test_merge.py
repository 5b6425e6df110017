"""Which reports become one incident: the worked cases of a truce, each on the smallest records that show it."""

from datetime import UTC, datetime

import pytest
from tests.fakes.tellings import document, telling
from tests.unit.incidents.conftest import Grouping, Merging

from truceline.model.ids import ReportId, incident_id
from truceline.model.incident import Judgement, Same
from truceline.model.report import Status


def judged(left: str, right: str, same: Same, *, hour: int = 9, by: str = "an analyst") -> Judgement:
    one, two = sorted((ReportId(f"r-{left}"), ReportId(f"r-{right}")))
    return Judgement(left=one, right=two, same=same, by=by, score=0.0, terms=(), at=datetime(2024, 7, 1, hour, tzinfo=UTC))


def test_two_outlets_on_one_day_are_one_incident(groups: Grouping) -> None:
    documents = [document("a", "2024-06-18"), document("b", "2024-06-19")]
    assert groups(documents, [telling("a", day="2024-06-18"), telling("b", day="2024-06-18")]) == {"a b"}


def test_crossings_on_two_days_are_two_incidents(groups: Grouping) -> None:
    documents = [document("a", "2024-06-20"), document("b", "2024-06-20")]
    assert groups(documents, [telling("a", day="2024-06-18"), telling("b", day="2024-06-20")]) == {"a", "b"}


def test_crossings_on_one_day_in_two_sectors_are_two_incidents(groups: Grouping) -> None:
    documents = [document("a", "2024-06-18"), document("b", "2024-06-18")]
    one, two = telling("a", day="2024-06-18", sector="west"), telling("b", day="2024-06-18", sector="central")
    assert groups(documents, [one, two]) == {"a", "b"}


def test_one_document_with_crossings_on_two_days_keeps_them_apart_and_each_joins_its_own(groups: Grouping) -> None:
    documents = [document("both", "2024-06-20"), document("nine", "2024-06-11"), document("twenty", "2024-06-20")]
    reports = [
        telling("first", of="both", day="2024-06-09", main=False), telling("second", of="both", day="2024-06-20"),
        telling("nine", day="2024-06-09"), telling("twenty", day="2024-06-20"),
    ]  # fmt: skip
    assert groups(documents, reports) == {"first nine", "second twenty"}


def test_two_acts_of_one_document_are_never_one_incident(groups: Grouping) -> None:
    reports = [telling("one", of="a", day="2024-06-18"), telling("two", of="a", day="2024-06-18")]
    assert groups([document("a", "2024-06-18")], reports) == {"one", "two"}


def test_third_report_does_not_pull_two_acts_of_one_document_together(groups: Grouping) -> None:
    reports = [telling("one", of="a", day="2024-06-18"), telling("two", of="a", day="2024-06-18"), telling("b", day="2024-06-18")]
    found = groups([document("a", "2024-06-18"), document("b", "2024-06-18")], reports)
    assert len(found) == 2
    assert not any({"one", "two"} <= set(names.split()) for names in found)


def test_announcement_two_days_after_the_event_joins_the_event(groups: Grouping) -> None:
    documents = [document("seen", "2024-06-09"), document("announced", "2024-06-11")]
    assert groups(documents, [telling("seen", day="2024-06-09"), telling("announced", day="2024-06-09", by="KOR:JCS")]) == {
        "announced seen"
    }


def test_dated_back_reference_joins_the_older_incident(groups: Grouping) -> None:
    documents = [document("then", "2024-06-11"), document("now", "2024-06-20")]
    reports = [
        telling("then", day="2024-06-09", persons=(20, 20)),
        telling("recalled", of="now", day="2024-06-09", main=False),
        telling("now", day="2024-06-20", persons=(3, 9)),
    ]
    assert groups(documents, reports) == {"recalled then", "now"}


def test_undated_articles_of_one_day_are_one_incident(groups: Grouping) -> None:
    documents = [document("a", "1968-08-21"), document("b", "1968-08-21")]
    assert groups(documents, [telling("a", place="Jeju"), telling("b", place="Jeju")]) == {"a b"}


def test_undated_article_joins_the_dated_act_of_that_week(groups: Grouping) -> None:
    documents = [document("dated", "2024-06-18"), document("undated", "2024-06-19")]
    assert groups(documents, [telling("dated", day="2024-06-18"), telling("undated")]) == {"dated undated"}


def test_undated_back_reference_years_later_joins_nothing(groups: Grouping) -> None:
    documents = [document("then", "2017-11-14"), document("later", "2023-07-18")]
    reports = [telling("then", day="2017-11-13", place="Panmunjom"), telling("later", main=False, place="Panmunjom")]
    assert groups(documents, reports) == {"then", "later"}


def test_act_after_publication_is_not_what_the_text_told(groups: Grouping) -> None:
    documents = [document("before", "2024-06-10"), document("after", "2024-06-18")]
    reports = [
        telling("before", place="Cheorwon", persons=(30, 30)),
        telling("after", day="2024-06-18", place="Cheorwon", persons=(30, 30)),
    ]
    assert groups(documents, reports) == {"before", "after"}


def test_later_correction_of_a_figure_stays_in_the_incident(groups: Grouping) -> None:
    documents = [document("first", "2024-06-18"), document("corrected", "2024-06-25")]
    reports = [telling("first", day="2024-06-18", persons=(20, 20)), telling("corrected", day="2024-06-18", persons=(30, 30))]
    assert groups(documents, reports) == {"corrected first"}


def test_confirmation_run_as_fresh_news_joins_the_act_it_confirms(groups: Grouping) -> None:
    documents = [document("told", "2024-06-09"), document("confirmed", "2024-07-30")]
    reports = [telling("told", day="2024-06-09", by="residents"), telling("confirmed", day="2024-06-09", by="KOR:JCS")]
    assert groups(documents, reports) == {"confirmed told"}


def test_day_inside_a_month_at_the_same_place_is_compatible(groups: Grouping) -> None:
    documents = [document("day", "2024-06-18"), document("month", "2024-08-01")]
    reports = [telling("day", day="2024-06-18", place="Cheorwon"), telling("month", day="2024-06", place="Cheorwon", main=False)]
    assert groups(documents, reports) == {"day month"}


def test_vague_report_that_fits_several_days_alike_is_left_unsure(merging: Merging) -> None:
    documents = [document("month", "2024-08-01"), *(document(day, day) for day in ("2024-06-09", "2024-06-18"))]
    reports = [telling("month", day="2024-06", main=False), *(telling(day, day=day) for day in ("2024-06-09", "2024-06-18"))]
    merged = merging(documents, reports)
    assert len(merged.incidents) == 3
    assert {each.same for each in merged.judgements if "r-month" in (each.left, each.right)} == {Same.UNSURE}


def test_vague_report_with_a_place_joins_the_day_at_that_place(groups: Grouping) -> None:
    documents = [document("month", "2024-08-01"), document("nine", "2024-06-10"), document("eighteen", "2024-06-18")]
    reports = [telling("month", day="2024-06", main=False, place="Cheorwon"), telling("nine", day="2024-06-09", place="Paju"),
               telling("eighteen", day="2024-06-18", place="Cheorwon")]  # fmt: skip
    assert groups(documents, reports) == {"eighteen month", "nine"}


def test_one_fight_told_by_both_sides_is_one_incident_with_both_versions(merging: Merging) -> None:
    documents = [document("north", "2010-11-23"), document("south", "2010-11-23")]
    reports = [
        telling("north", "clash", day="2010-11-23", actor="KOR:mil PRK:mil", target="", by="PRK:KCNA", killed=(0, 0), place="Yeonpyeong"),
        telling(
            "south", "clash", day="2010-11-23", actor="PRK:mil KOR:mil", target="", by="KOR:JCS", killed=(4, 4), place="Yeonpyeong Island"
        ),
    ]
    (incident,) = merging(documents, reports).incidents
    assert [(each.value, each.claimants) for each in incident.variants["killed"]] == [("[0,0]", ("PRK:KCNA",)), ("[4,4]", ("KOR:JCS",))]


def test_each_side_blaming_the_other_for_one_burst_of_fire_is_one_incident(groups: Grouping) -> None:
    documents = [document("a", "2020-05-03"), document("b", "2020-05-03")]
    one = telling("a", "direct_fire", day="2020-05-03", place="Cheorwon", actor="PRK:mil", target="KOR:mil", by="KOR:JCS")
    two = telling("b", "direct_fire", day="2020-05-03", place="Cheorwon", actor="KOR:mil", target="PRK:mil", by="PRK:KCNA")
    assert groups(documents, [one, two]) == {"a b"}


def test_fire_and_fire_in_return_told_by_one_side_are_two_incidents(groups: Grouping) -> None:
    documents = [document("a", "2020-05-03"), document("b", "2020-05-03")]
    one = telling("a", "direct_fire", day="2020-05-03", place="Cheorwon", actor="PRK:mil", target="KOR:mil", by="KOR:JCS")
    two = telling("b", "direct_fire", day="2020-05-03", place="Cheorwon", actor="KOR:mil", target="PRK:mil", by="KOR:JCS")
    assert groups(documents, [one, two]) == {"a", "b"}


def test_different_kinds_are_different_incidents(groups: Grouping) -> None:
    documents = [document("a", "2017-11-13"), document("b", "2017-11-13")]
    reports = [telling("a", "defection", day="2017-11-13"), telling("b", "direct_fire", day="2017-11-13")]
    assert groups(documents, reports) == {"a", "b"}


def test_acts_at_two_lines_on_one_day_are_two_incidents(groups: Grouping) -> None:
    documents = [document("a", "2024-06-18"), document("b", "2024-06-18")]
    assert groups(documents, [telling("a", day="2024-06-18"), telling("b", day="2024-06-18", line="NLL")]) == {"a", "b"}


def test_texts_without_any_date_join_only_where_they_name_the_same_people_and_places(groups: Grouping) -> None:
    # Two texts of one bombing share its names; a text of another year's bombing at a camp of the same name does not.
    one = document("one", text="Planes bombed the camp at Yida. Governor Taban Deng and Mireille Girard of Unity spoke in Bentiu.")
    two = document("two", text="At Yida four bombs fell. Mireille Girard told of it, and Taban Deng of Unity asked for help from Bentiu.")
    other = document("other", text="Shells struck Yida, said Joseph Lagu and Marial Benjamin in Juba, as Rumbek and Malakal waited.")
    reports = [telling(name, "air_strike", actor="SDN:mil", target="SSD:civ", line=None, place="Yida") for name in ("one", "two", "other")]
    assert groups([one, two, other], reports) == {"one two", "other"}


def test_report_that_names_no_side_joins_the_act_of_that_day_only_at_the_same_place_in_the_same_story(groups: Grouping) -> None:
    told = "Shells fell on Yida as Mireille Girard and Taban Deng of Unity looked on from Bentiu."
    documents = [
        document("told", "2024-06-18", text=told),
        document("near", "2024-06-18", text=f"Again: {told}"),
        document("far", "2024-06-18"),
    ]
    common = {"kind": "indirect_fire", "day": "2024-06-18", "line": None}
    reports = [
        telling("told", actor="SDN:mil", target="SSD:civ", place="Yida", **common),  # type: ignore[arg-type]  # shared keywords of mixed types
        telling("near", actor="", target="", place="Yida camp", **common),  # type: ignore[arg-type]  # as above
        telling("far", actor="", target="", place="Homs", **common),  # type: ignore[arg-type]  # as above
    ]
    assert groups(documents, reports) == {"near told", "far"}


def test_undated_accounts_of_one_series_days_apart_are_not_joined_by_kind_and_sides_alone(groups: Grouping) -> None:
    documents = [document("a", "1967-06-17"), document("b", "1967-06-23")]
    assert groups(documents, [telling("a", "clash"), telling("b", "clash")]) == {"a", "b"}


def test_plan_dated_after_publication_is_no_conflict(groups: Grouping) -> None:
    documents = [document("a", "1997-04-02"), document("b", "1997-04-03")]
    common = {"kind": "troop_deployment", "actor": "ITA:mil", "target": "", "line": None, "place": "Albania", "status": Status.PLANNED}
    reports = [telling("a", persons=(5000, 5000), **common), telling("b", day="1997-04-12", persons=(5000, 5000), **common)]  # type: ignore[arg-type]  # shared keywords of mixed types
    assert groups(documents, reports) == {"a b"}


def test_person_who_says_not_the_same_is_never_joined_over(groups: Grouping) -> None:
    documents = [document(name, "2024-06-18") for name in "abc"]
    reports = [telling(name, day="2024-06-18") for name in "abc"]
    found = groups(documents, reports, [judged("a", "c", Same.NO)])
    assert not any({"a", "c"} <= set(names.split()) for names in found)
    assert len(found) == 2


def test_person_who_says_the_same_joins_what_no_score_would(groups: Grouping) -> None:
    documents = [document("a", "2024-06-18"), document("b", "2024-06-25")]
    reports = [telling("a", day="2024-06-18"), telling("b", day="2024-06-20")]
    assert groups(documents, reports, [judged("a", "b", Same.YES)]) == {"a b"}


def test_judgement_undone_later_leaves_the_score_to_decide(groups: Grouping) -> None:
    documents = [document("a", "2024-06-18"), document("b", "2024-06-25")]
    reports = [telling("a", day="2024-06-18"), telling("b", day="2024-06-20")]
    decided = [judged("a", "b", Same.YES, hour=9), judged("a", "b", Same.UNSURE, hour=10)]
    assert groups(documents, reports, decided) == {"a", "b"}


@pytest.mark.parametrize("reverse", [False, True])
def test_contradicting_people_leave_the_reports_apart(groups: Grouping, reverse: bool) -> None:
    documents = [document(name, "2024-06-18") for name in "abc"]
    reports = [telling(name, day=f"2024-06-1{number}") for number, name in enumerate("abc")]
    decided = [judged("a", "b", Same.YES), judged("b", "c", Same.YES), judged("a", "c", Same.NO)]
    assert groups(documents, reports, decided[::-1] if reverse else decided) == {"a b", "c"}


def test_two_people_who_differ_at_one_time_leave_the_reports_apart(groups: Grouping) -> None:
    documents = [document("a", "2024-06-18"), document("b", "2024-06-18")]
    decided = [judged("a", "b", Same.NO, by="one"), judged("a", "b", Same.YES, by="other")]
    assert groups(documents, [telling("a", day="2024-06-18"), telling("b", day="2024-06-18")], decided) == {"a", "b"}


def test_report_joins_the_likelier_of_two_acts_of_another_document(groups: Grouping) -> None:
    documents = [document("x", "2024-06-18"), document("y", "2024-06-18")]
    reports = [
        telling("a", of="x", day="2024-06-18"),
        telling("b", of="x", day="2024-06-18", place="Cheorwon", persons=(24, 99)),
        telling("y", day="2024-06-18", place="Cheorwon", persons=(24, 99)),
    ]
    assert groups(documents, reports) == {"a", "b y"}


def test_id_comes_from_the_earliest_report_and_every_member_id_is_an_alias(merging: Merging) -> None:
    documents = [document("b-late", "2024-06-20"), document("z-early", "2024-06-18"), document("a-undated")]
    names = ("b-late", "z-early", "a-undated")
    (incident,) = merging(documents, [telling(name, day="2024-06-18") for name in names]).incidents
    assert incident.id == incident_id(ReportId("r-z-early"))
    assert incident.reports == ("r-z-early", "r-b-late", "r-a-undated")
    assert set(incident.aliases) == {incident_id(ReportId(f"r-{name}")) for name in names}


def test_every_joined_pair_has_a_judgement_with_its_terms(merging: Merging) -> None:
    documents = [document(name, "2024-06-18") for name in "ab"]
    (judgement,) = merging(documents, [telling(name, day="2024-06-18") for name in "ab"]).judgements
    assert (judgement.left, judgement.right, judgement.same) == ("r-a", "r-b", Same.YES)
    assert judgement.score == pytest.approx(sum(term.weight for term in judgement.terms))
    assert ("2024-06-18", "2024-06-18") in [(term.left, term.right) for term in judgement.terms if term.feature == "date.same_day"]


def test_nothing_gives_nothing(merging: Merging) -> None:
    merged = merging([], [])
    assert (merged.incidents, merged.judgements, merged.checks) == ((), (), ())


def test_report_whose_document_is_not_at_hand_still_makes_an_incident(groups: Grouping) -> None:
    assert groups([], [telling("a", day="2024-06-18"), telling("b", day="2024-06-18")]) == {"a b"}


def test_dates_at_the_ends_of_the_calendar_break_nothing(groups: Grouping) -> None:
    documents = [document("first", "0001-01-01"), document("last", "9999-12-31"), document("day", "9999-12-31")]
    reports = [
        telling("first"),
        telling("last"),
        telling("day", day="9999-12-31"),
        telling("ages", of="first", day="0001-01-01/9999-12-31"),
    ]
    assert groups(documents, reports) == {"first", "day last", "ages"}
