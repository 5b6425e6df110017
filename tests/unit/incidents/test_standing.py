"""The standing of an incident: a vector by side, alike for all sides, and never one number."""

from dataclasses import replace

from tests.fakes.tellings import document, telling

from truceline.incidents.assemble import assemble
from truceline.incidents.drift import revisions, shifts
from truceline.incidents.standing import Standing, standing
from truceline.model.document import Document
from truceline.model.report import Footing, Report, Slot, Stance


def of(*reports: Report, documents: tuple[Document, ...] = ()) -> Standing:
    known = {each.id: each for each in documents}
    return standing(assemble(reports, known, {}), reports)


def test_speakers_stand_on_the_side_of_their_party() -> None:
    found = of(telling("a", by="KOR:JCS"), telling("b", by="PRK:KPA"), telling("c", by="UNC:HQ"), telling("d", by="document"))
    assert found.told_by == {
        "who acted": ("PRK:KPA",), "acted upon": ("KOR:JCS",), "other bodies": ("UNC:HQ",), "outlets and persons": ("document",),
    }  # fmt: skip
    assert found.acknowledged_by == ("PRK:KPA",)


def test_exchanging_the_sides_exchanges_the_standing_and_nothing_else() -> None:
    one = of(telling("a", by="KOR:JCS", actor="PRK:mil", target="KOR:mil"))
    two = of(telling("a", by="PRK:KPA", actor="KOR:mil", target="PRK:mil"))
    assert one.told_by["acted upon"] == ("KOR:JCS",)
    assert two.told_by["acted upon"] == ("PRK:KPA",)
    assert one.told_by["who acted"] == two.told_by["who acted"] == ()


def test_who_is_heard_through_a_relay_is_not_heard_first_hand() -> None:
    found = of(telling("a", by="KOR:JCS", via="Newswire"), telling("b", by="PRK:KPA"))
    assert found.first_hand == ("PRK:KPA",)


def test_who_claims_it_on_what_footing_is_told_and_what_no_text_tells_is_not() -> None:
    one, other = telling("a", by="KOR:JCS"), telling("b", by="KOR:NIS")
    judged = Slot(value=Footing.ASSESSED, evidence=(one.quote,), read_by="test")
    found = of(replace(one, attributions=(replace(one.attributions[0], rests_on=(judged,)),)), other)
    assert found.rests_on == {"assessed": ("KOR:JCS",)}


def test_a_party_contests_by_its_last_word() -> None:
    documents = (document("a", "2024-12-27"), document("b", "2025-04-28"))
    denied = telling("a", by="PRK:gov", stance=Stance.DENIES)
    admitted = telling("b", by="PRK:gov", stance=Stance.CONFIRMS)
    assert of(denied, documents=documents).contested_by == ("PRK",)
    found = of(denied, admitted, documents=documents)
    assert found.contested_by == ()
    assert found.confirmed_by == ("PRK:gov",)


def test_a_finding_names_who_is_told_to_have_found() -> None:
    assert of(telling("a", follow_ups=[("finding", "UNC"), ("protest", "KOR")])).findings_by == ("UNC",)


def test_a_speaker_who_gives_another_figure_later_has_revised_it() -> None:
    documents = {each.id: each for each in (document("a", "2024-12-19"), document("b", "2025-01-13"))}
    reports = [telling("b", by="KOR:NIS", killed=(300, 300)), telling("a", by="KOR:NIS", killed=(100, 100))]
    (found,) = revisions(reports, documents)
    assert (found.field, found.by, found.before, found.after, found.on) == ("killed", "KOR:NIS", "[100,100]", "[300,300]", "2025-01-13")


def test_two_speakers_with_two_figures_revise_nothing() -> None:
    documents = {each.id: each for each in (document("a", "2024-12-19"), document("b", "2025-01-13"))}
    assert revisions([telling("a", by="KOR:NIS", killed=(100, 100)), telling("b", by="UKR:GUR", killed=(300, 300))], documents) == ()


def test_wounded_that_later_become_killed_are_flagged() -> None:
    documents = {each.id: each for each in (document("a", "2024-12-19"), document("b", "2025-01-13"))}
    (found,) = shifts([telling("b", killed=(3000, 3000)), telling("a", wounded=(3000, 3000))], documents)
    assert (found.figure, found.before, found.after, found.on) == ("[3000,3000]", "wounded", "killed", "2025-01-13")


def test_a_text_that_tells_both_figures_shifts_nothing() -> None:
    documents = {each.id: each for each in (document("a", "2024-12-19"), document("b", "2025-01-13"))}
    both = telling("b", killed=(3000, 3000), wounded=(3000, 3000))
    assert shifts([telling("a", wounded=(3000, 3000)), both], documents) == ()


def test_small_figures_are_the_same_by_chance() -> None:
    documents = {each.id: each for each in (document("a", "2024-12-19"), document("b", "2025-01-13"))}
    assert shifts([telling("a", wounded=(2, 2)), telling("b", killed=(2, 2))], documents) == ()
