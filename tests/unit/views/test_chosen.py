"""A part of a ledger: the incidents asked for with what belongs to them, nothing of the others, and what is left out is told."""

from dataclasses import replace
from datetime import date

import pytest
from tests.fakes.views import a_view

from truceline.packs.pack import load_pack
from truceline.views.brief import brief
from truceline.views.chosen import Wanted, chosen, cited, in_words
from truceline.views.export import export

VIEW = a_view()
KINDS = {each.kind for each in VIEW.incidents.values()}
CROSSINGS = Wanted(kind="ground_crossing")


def test_all_that_belongs_to_the_incidents_wanted_is_there_and_nothing_else() -> None:
    part = chosen(VIEW, CROSSINGS)
    assert part.incidents and {each.kind for each in part.incidents.values()} == {"ground_crossing"}
    members = {key for each in part.incidents.values() for key in each.reports}
    assert set(part.reports) == members
    assert cited(part) < set(VIEW.documents)
    assert set(part.findings) <= set(part.incidents)
    assert all(claim in part.count_claims for claim in part.checks)


def test_what_holds_of_the_whole_ledger_stays() -> None:
    part = chosen(VIEW, CROSSINGS)
    assert (part.digest, part.documents, part.refusals, part.as_of) == (VIEW.digest, VIEW.documents, VIEW.refusals, VIEW.as_of)


def test_parts_by_kind_make_up_the_whole() -> None:
    parts = [chosen(VIEW, Wanted(kind=kind)) for kind in KINDS]
    assert sorted(key for part in parts for key in part.incidents) == sorted(VIEW.incidents)
    assert sorted(key for part in parts for key in part.reports) == sorted(key for each in VIEW.incidents.values() for key in each.reports)


def test_the_page_says_what_it_shows_and_how_much_it_leaves_out() -> None:
    wanted = Wanted(since=date(2024, 6, 1), until=date(2024, 6, 30))
    part = chosen(VIEW, wanted)
    told = in_words(wanted, part, VIEW)
    assert f"{len(part.incidents)} of {len(VIEW.incidents)} incidents" in told
    assert "1 June 2024" in told and "30 June 2024" in told
    assert "2 more fit but for their day" in told
    assert told in brief(part, pack=load_pack(), narrowed=told)


def test_nothing_asked_for_leaves_nothing_out_and_says_nothing() -> None:
    assert in_words(Wanted(), VIEW, VIEW) == ""
    assert set(chosen(VIEW, Wanted()).incidents) == set(VIEW.incidents)


def test_a_part_without_incidents_is_a_page_that_says_so() -> None:
    part = chosen(VIEW, Wanted(party="UNC", since=date(1990, 1, 1), until=date(1990, 1, 2)))
    assert not part.incidents
    assert "No incident stands in the part of the ledger shown here." in brief(part, pack=load_pack(), narrowed="Only ...")


@pytest.mark.parametrize("form", ["csv", "jsonl", "geojson"])
def test_a_part_is_exported_as_a_ledger_of_its_own_would_be(form: str) -> None:
    part = chosen(VIEW, CROSSINGS)
    alone = replace(VIEW, incidents=part.incidents)
    ontology = load_pack().ontology
    assert list(export(part, form, ontology=ontology)) == list(export(alone, form, ontology=ontology))
