"""Claims of a first and of a most against the ledger: what contradicts, what may, what they look back to, how far the ledger reaches."""

from dataclasses import replace

from tests.fakes.tellings import count_claim, document, extractions, telling

from truceline.incidents.merge import merge
from truceline.incidents.since import Held, Holds, SinceCheck, since_checks
from truceline.model.document import Document
from truceline.model.ids import ReportId, incident_id
from truceline.model.report import CountClaim, Report
from truceline.packs.pack import load_pack

ONTOLOGY = load_pack().ontology
OWN = telling("own", day="2024-06-18", by="KOR:JCS", killed=(3, 3), persons=(20, 20))


def first(after: str | None, window: str = "since then") -> CountClaim:
    return replace(count_claim("own", 1, None, "2024-06-18", of_report="own", line="MDL"), after=after, window=window)


def most(after: str | None, measured_by: tuple[str, ...] = ("killed",)) -> CountClaim:
    return replace(first(after), ordinal=None, most="deadliest", measured_by=measured_by)


def checked(claim: CountClaim, *others: tuple[Report, str], begins: str | None = None) -> SinceCheck:
    reports = [OWN, *(report for report, _ in others)]
    documents: list[Document] = [document("own", "2024-06-19")]
    documents += [document(report.document_id.removeprefix("d-"), day) for report, day in others]
    if begins:
        documents.append(document("oldest", begins))
    known = {each.id: each for each in documents}
    found = merge(extractions(reports, [claim]), known, ONTOLOGY)
    held = Held(incidents={each.id: each for each in found.incidents}, reports={each.id: each for each in reports}, documents=known)
    return since_checks([claim], held, ONTOLOGY)[claim.id]


def crossing(day: str, published: str | None = None, **more: tuple[int, int]) -> tuple[Report, str]:
    return telling(f"at-{day}", day=day, by="KOR:JCS", **more), published or day


def at(day: str) -> str:
    return incident_id(ReportId(f"r-at-{day}"))


def test_a_first_with_another_in_between_is_contradicted_and_the_other_named() -> None:
    found = checked(first("2019-01-01"), crossing("2021-03-04"), begins="2018-02-01")
    assert (found.verdict, found.against) == (Holds.CONTRADICTED, (at("2021-03-04"),))


def test_a_first_with_none_in_between_is_supported_and_the_one_it_looks_back_to_named() -> None:
    found = checked(first("2019-01-01"), crossing("2018-05-05"), crossing("2017-05-05"), begins="2016-02-01")
    assert (found.verdict, found.against, found.earlier) == (Holds.SUPPORTED, (), at("2018-05-05"))


def test_a_ledger_that_does_not_reach_back_says_so_and_supports_nothing() -> None:
    found = checked(first("2019-01-01"), begins="2023-01-01")
    assert (found.verdict, found.reaches) == (Holds.OUT_OF_REACH, "2023-01-01")
    assert "does not reach back" in found.why


def test_a_short_ledger_contradicts_all_the_same() -> None:
    assert checked(first("2019-01-01"), crossing("2024-02-01")).verdict is Holds.CONTRADICTED


def test_one_told_only_after_the_claim_contradicts_it_now_and_not_then() -> None:
    found = checked(first("2019-01-01"), crossing("2024-02-01", "2024-02-02"), crossing("2024-03-01", "2024-07-30"))
    assert set(found.against) == {at("2024-02-01"), at("2024-03-01")}
    assert found.known_then == (at("2024-02-01"),)


def test_one_after_the_first_or_of_the_same_day_does_not_contradict_it() -> None:
    later = telling("at-noon", day="2024-06-18", by="KOR:JCS", sector="east")
    found = checked(first("2019-01-01"), crossing("2024-06-19", "2024-06-20"), (later, "2024-06-19"), begins="2018-01-01")
    assert found.verdict is Holds.SUPPORTED


def test_one_whose_day_is_not_certain_may_contradict_a_first() -> None:
    vague = telling("at-2019", day="2018-12/2019-01", by="KOR:JCS")
    found = checked(first("2019-01-01"), (vague, "2019-02-01"), begins="2018-01-01")
    assert (found.verdict, found.perhaps) == (Holds.MAY_BE_CONTRADICTED, (incident_id(ReportId("r-at-2019")),))


def test_what_the_other_side_did_or_what_was_done_elsewhere_does_not_contradict() -> None:
    other = telling("at-south", day="2022-01-01", by="PRK:KPA", actor="KOR:mil", target="PRK:mil")
    sea = telling("at-sea", "sea_crossing", day="2022-02-01", by="KOR:JCS", line="NLL")
    assert checked(first("2019-01-01"), (other, "2022-01-02"), (sea, "2022-02-02"), begins="2018-01-01").verdict is Holds.SUPPORTED


def test_a_deadliest_is_held_against_the_figures() -> None:
    fewer, more, none = crossing("2020-01-01", killed=(2, 2)), crossing("2021-01-01", killed=(9, 9)), crossing("2022-01-01")
    assert checked(most("2019-01-01"), fewer, begins="2018-01-01").verdict is Holds.SUPPORTED
    found = checked(most("2019-01-01"), fewer, more, begins="2018-01-01")
    assert (found.verdict, found.against) == (Holds.CONTRADICTED, (at("2021-01-01"),))
    assert "more killed than the 3" in found.why
    unknown = checked(most("2019-01-01"), fewer, none, begins="2018-01-01")
    assert (unknown.verdict, unknown.perhaps) == (Holds.MAY_BE_CONTRADICTED, (at("2022-01-01"),))


def test_figures_that_overlap_only_may_contradict() -> None:
    found = checked(most("2019-01-01"), crossing("2020-01-01", killed=(2, 8)), begins="2018-01-01")
    assert found.verdict is Holds.MAY_BE_CONTRADICTED


def test_the_first_figure_that_is_told_decides() -> None:
    found = checked(most("2019-01-01", ("rounds", "persons")), crossing("2020-01-01", persons=(50, 60)), begins="2018-01-01")
    assert found.verdict is Holds.CONTRADICTED
    assert "more persons than the 20" in found.why


def test_what_no_figure_decides_or_no_day_begins_is_not_decidable() -> None:
    assert checked(most("2019-01-01", ())).verdict is Holds.NOT_DECIDABLE
    assert checked(most("2019-01-01", ("wounded",))).verdict is Holds.NOT_DECIDABLE
    assert checked(first(None)).verdict is Holds.NOT_DECIDABLE


def test_an_ever_is_out_of_reach_of_any_ledger_unless_contradicted() -> None:
    assert checked(most("0001-01-01"), begins="1953-07-28").verdict is Holds.OUT_OF_REACH
    assert checked(most("0001-01-01"), crossing("1968-01-21", killed=(60, 68))).verdict is Holds.CONTRADICTED
