"""The judges give the same bits each time, name no party, and may be left out."""

import math
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.fakes.small_readings import extracted, proposed, reading
from tests.fakes.small_texts import pack

from truceline.model.report import Prominence
from truceline.reports import judge, prominence, weights
from truceline.reports.confidence import is_for_review, thresholds
from truceline.reports.encoder import load_encoder
from truceline.reports.judge import judged, kept_from_now
from truceline.reports.weights import load_weights, logistic

TEXT = (
    "North Korean soldiers crossed the Military Demarcation Line on Monday, South Korea said. "
    "On May 4, 2019, North Korean soldiers fired at a South Korean guard post."
)
DOUBTFUL = "Police fired on the group near the village last year."
SWAPPED = (
    "South Korean soldiers crossed the Military Demarcation Line on Monday, North Korea said. "
    "On May 4, 2019, South Korean soldiers fired at a North Korean guard post."
)


@pytest.fixture
def no_weights(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(weights, "FOLDER", tmp_path)
    forget()
    yield
    forget()


@pytest.fixture
def no_encoder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    for path in weights.FOLDER.glob("*.json"):
        (tmp_path / path.name).write_bytes(path.read_bytes())
    monkeypatch.setattr(weights, "FOLDER", tmp_path)
    forget()
    yield
    forget()


def forget() -> None:
    for cache in (load_weights, load_encoder, thresholds):
        cache.cache_clear()


def features(text: str, room: object = judge) -> list[list[str]]:
    drafts = proposed(text)
    for draft in drafts:
        draft.confidence = 0.8
    if room is judge:
        return [sorted(judge.features(draft, drafts, reading(text), pack().lexicon)) for draft in drafts]
    return [sorted(prominence.features(draft, drafts, reading(text), pack().lexicon)) for draft in drafts]


def test_the_order_of_features_changes_no_bit() -> None:
    names = [f"f{n}" for n in range(200)]
    table = {name: math.sin(n) / 3 for n, name in enumerate(names)}
    one, two = logistic(table, set(names)), logistic(dict(reversed(table.items())), set(names))
    assert one is not None
    assert two is not None
    assert one.hex() == two.hex()


def test_a_text_read_twice_has_the_same_confidence_to_the_bit() -> None:
    one, two = ([(r.id, r.confidence.hex()) for r in extracted(TEXT).reports] for _ in range(2))
    assert one == two != []


@pytest.mark.parametrize(("table", "names", "sure"), [
    ({}, {"x"}, 0.5), ({"bias": 100.0}, set(), 1.0), ({"x": -1e9}, {"x"}, 0.0), ({"x": 1.0, "bias": -1.0}, {"x", "unknown"}, 0.5),
])  # fmt: skip
def test_a_probability_is_never_out_of_bounds(table: dict[str, float], names: set[str], sure: float) -> None:
    assert logistic(table, names) == pytest.approx(sure, abs=1e-9)


@pytest.mark.parametrize("room", [judge, prominence])
def test_swapping_the_sides_changes_no_feature(room: object) -> None:
    assert features(TEXT, room) == features(SWAPPED, room) != []


def test_no_feature_and_no_weight_names_a_party() -> None:
    names = {name for of in (judge, prominence) for each in features(TEXT, of) for name in each}
    codes = tuple(pack().gazetteer.parties)
    assert not [name for name in names if any(part in codes for part in name.split(":"))]
    held = {name for file in ("judge", "judge_stacked", "prominence", "prominence_stacked") for name in load_weights(file) or {}}
    assert held
    assert not [name for name in held if any(part in codes for part in name.split(":"))]


def test_what_is_not_likely_is_let_go_and_the_rest_says_how_sure_it_is() -> None:
    kept = judged(proposed(TEXT), reading(TEXT), pack().lexicon)
    assert kept
    assert all(0.1 < kept_from_now() <= draft.confidence <= 1 for draft in kept)


def test_the_encoder_has_its_say_and_the_sum_is_of_features_and_score(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(judge, "IN_DOUBT", (0.0, 1.0))
    (draft,) = proposals = proposed(DOUBTFUL)
    judged(proposals, reading(DOUBTFUL), pack().lexicon)
    assert draft.score is not None
    told = judge.features(draft, [draft], reading(DOUBTFUL), pack().lexicon)
    assert draft.confidence == logistic(load_weights("judge_stacked"), told, draft.numbers())
    assert logistic(load_weights("judge_stacked"), told, {"encoder:right": draft.score.right + 2}) > draft.confidence


def test_the_encoder_is_not_asked_where_the_features_leave_no_doubt() -> None:
    (draft,) = judged(proposed(TEXT)[:1], reading(TEXT), pack().lexicon)
    assert draft.score is None
    assert draft.confidence == logistic(load_weights("judge"), judge.features(draft, [draft], reading(TEXT), pack().lexicon))
    assert draft.confidence >= judge.IN_DOUBT[1]


@pytest.mark.usefixtures("no_encoder")
def test_without_the_encoder_the_features_judge_alone() -> None:
    kept = judged(proposed(TEXT), reading(TEXT), pack().lexicon)
    assert kept
    assert {draft.score for draft in kept} == {None}
    assert [draft.confidence for draft in kept] == [
        logistic(load_weights("judge"), judge.features(draft, proposed(TEXT), reading(TEXT), pack().lexicon)) for draft in kept
    ]


def test_what_is_kept_but_unsure_goes_to_review_and_what_is_sure_does_not() -> None:
    for stacked in (True, False):
        assert is_for_review(kept_from_now(), stacked=stacked)
        assert not is_for_review(0.999, stacked=stacked)


@pytest.mark.usefixtures("no_weights")
def test_without_weights_nothing_is_put_to_review() -> None:
    assert not is_for_review(0.5, stacked=False)


@pytest.mark.usefixtures("no_weights")
def test_without_weights_every_proposal_stands_at_the_grammars_confidence() -> None:
    drafts = proposed(TEXT)
    kept = judged(drafts, reading(TEXT), pack().lexicon)
    assert kept == drafts
    assert [draft.confidence for draft in kept] == [0.5 if draft.weak else 0.7 for draft in kept]


@pytest.mark.usefixtures("no_weights")
def test_without_weights_new_acts_of_the_lead_are_main_and_old_ones_are_background() -> None:
    drafts = proposed(TEXT)
    assert [prominence.prominence(draft, drafts, reading(TEXT), pack().lexicon) for draft in drafts] == [
        Prominence.MAIN,
        Prominence.BACKGROUND,
    ]


def test_a_document_is_not_held_to_be_about_an_act_that_is_hardly_believed() -> None:
    drafts = proposed(TEXT)
    first = drafts[0]
    first.confidence = 0.9
    assert prominence.prominence(first, drafts, reading(TEXT), pack().lexicon) is Prominence.MAIN
    first.confidence = 0.19
    assert prominence.prominence(first, drafts, reading(TEXT), pack().lexicon) is Prominence.BACKGROUND


def test_a_document_with_nothing_sure_enough_tells_of_no_act(monkeypatch: pytest.MonkeyPatch) -> None:
    drafts = proposed(TEXT)
    assert judged(drafts, reading(TEXT), pack().lexicon)
    monkeypatch.setattr(judge, "SURE_OF_ONE", max(draft.confidence for draft in drafts) + 0.001)
    monkeypatch.setattr(judge, "SURE_OF_SOME", sum(draft.confidence for draft in drafts) + 0.001)
    assert judged(drafts, reading(TEXT), pack().lexicon) == []


def test_several_doubtful_acts_make_a_document_tell_of_one_where_a_lone_one_does_not() -> None:
    assert not judge.tells_an_act([judge.SURE_OF_ONE - 0.01])
    assert judge.tells_an_act([0.4, 0.35, 0.3])
    assert judge.tells_an_act([judge.SURE_OF_ONE])
    assert not judge.tells_an_act([])


def test_only_what_the_features_leave_in_doubt_is_put_to_the_encoder() -> None:
    low, high = judge.IN_DOUBT
    assert judge.in_doubt([low - 0.01, low, (low + high) / 2, high, 0.9]) == [False, True, True, False, False]


@pytest.mark.parametrize(("text", "told"), [
    ("Syrian troops have shelled an Israeli post.", "tense:perfect"),
    ("Syrian troops have been shelling an Israeli post.", "tense:perfect going on"),
    ("An Israeli post was shelled by Syrian troops.", "tense:passive"),
    ("Syrian troops shelled an Israeli post.", "tense:VBD"),
])  # fmt: skip
def test_how_an_act_is_told_is_weighed(text: str, told: str) -> None:
    assert told in features(text)[0]


def test_what_a_text_is_of_is_weighed() -> None:
    war = features("Syrian troops shelled an Israeli army post. The artillery of the rebels answered at the border.")[0]
    votes = features("Syrian police shot an Israeli candidate. Voters went to the poll in the first election of the year.")[0]
    steps = [
        {f.split(":")[0]: int(f.split(":")[1]) for f in found if f.startswith(("war words:", "poll words:"))} for found in (war, votes)
    ]
    assert steps[0]["war words"] > steps[1]["war words"]
    assert steps[0]["poll words"] == 0 < steps[1]["poll words"]
