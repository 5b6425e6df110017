"""Each kind of act is read from some sentence, and what is no act gives nothing: the sentences stand in cases.yaml."""

from pathlib import Path

import pytest
from tests.fakes.small_readings import acts_of, extracted, proposed
from tests.fakes.small_texts import pack

from truceline.packs.strict_yaml import parse

CASES = parse(Path(__file__).with_name("cases.yaml").read_text(encoding="utf-8"), "cases.yaml")
GIVES = [(kind, text) for kind, texts in CASES["gives"].items() for text in texts]
SEVERAL = [(kinds, text) for kinds, texts in CASES["gives_several"].items() for text in texts]
NOTHING = [(why, text) for why, texts in CASES["gives_nothing"].items() for text in texts]


def test_each_kind_that_is_coded_has_a_sentence() -> None:
    coded = {name for name, kind in pack().ontology.kinds.items() if kind.gold}
    assert set(CASES["gives"]) == coded


@pytest.mark.parametrize(("kind", "text"), GIVES)
def test_a_sentence_gives_its_kind_and_no_other(kind: str, text: str) -> None:
    assert [report.claim.kind.value for report in extracted(text).reports] == [kind]


@pytest.mark.parametrize(("kinds", "text"), SEVERAL)
def test_a_sentence_that_tells_several_acts_gives_each(kinds: str, text: str) -> None:
    assert {act.kind for act in acts_of(text)} == set(kinds.split(", "))


@pytest.mark.parametrize(("why", "text"), NOTHING)
def test_a_sentence_gives_nothing(why: str, text: str) -> None:
    assert extracted(text).reports == (), why


@pytest.mark.parametrize(("kind", "text"), GIVES)
def test_a_sentence_all_in_capitals_tells_the_same_act(kind: str, text: str) -> None:
    assert [draft.kind for draft in proposed(text.upper())] == [kind]


def test_one_trigger_of_a_plain_sentence_gives_one_act() -> None:
    for _, text in GIVES:
        triggers = [(act.index, act.trigger) for act in acts_of(text)]
        assert len(triggers) == len(set(triggers)) > 0


def test_what_decided_stands_with_the_trigger() -> None:
    (act,) = acts_of("South Korea resumed loudspeaker broadcasts on Tuesday.")
    assert act.kind == "loudspeaker"
    assert "broadcasts" in {act.graph.tokens[n].text for n in act.deciding}
    assert act.text == "resumed"


def test_an_attack_on_villagers_in_a_town_is_no_fight_for_it() -> None:
    assert [act.kind for act in acts_of("Hezbollah gunmen led an attack on villagers in the Israeli town of Metula on Monday.")] == [
        "direct_fire"
    ]


@pytest.mark.parametrize(
    ("text", "actors", "targets"),
    [
        ("Two Israeli reservists fell into the hands of Hezbollah on Monday.", {"HZB"}, {"ISR"}),
        ("Two Israeli reservists fell into Syrian hands on Monday.", {"SYR"}, {"ISR"}),
        ("Iranian commandos rappelled onto a Greek tanker in the Gulf on Monday.", {"IRN"}, {"GRC"}),
        ("India took delivery of six Russian helicopters on Monday.", {"RUS"}, {"IND"}),
        ("Russia took delivery of six Indian helicopters on Monday.", {"IND"}, {"RUS"}),
    ],
)
def test_who_took_and_who_gave_is_told_by_the_phrase_after_it(text: str, actors: set[str], targets: set[str]) -> None:
    (draft,) = proposed(text)
    assert {slot.value.party for slot in draft.actors} == actors
    assert {slot.value.party for slot in draft.targets} == targets


def test_a_particle_that_must_stand_alone_has_no_phrase_after_it() -> None:
    assert [act.kind for act in acts_of("Russia flew in troops for the army of Mali on Monday.")] == ["troop_deployment"]
    assert acts_of("The army's trainers flew troops in circles over their base near Moscow on Monday.") == []
