"""An exercise: the same from the same seed, marked throughout, known in truth, refused by a real ledger."""

import json
import re
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest

from truceline.engines.local import InProcess
from truceline.errors import ConfigError
from truceline.ledger.open import open_ledger
from truceline.model.document import EXERCISE
from truceline.model.ids import IncidentId
from truceline.model.ledger_view import LedgerView
from truceline.packs.pack import Pack, load_pack
from truceline.packs.strict_yaml import load
from truceline.pipeline import derive, update_ledger
from truceline.readers.capture import capture
from truceline.rehearsal.compare import compare
from truceline.rehearsal.play import SCENES, Exercise, play, write
from truceline.rehearsal.world import Scene


@pytest.fixture(scope="module")
def pack() -> Pack:
    return load_pack()


@pytest.fixture(scope="module")
def exercise() -> Exercise:
    return play("mdl", seed=11, days=60)


@pytest.fixture(scope="module")
def view(exercise: Exercise, pack: Pack, tmp_path_factory: pytest.TempPathFactory) -> LedgerView:
    folder = tmp_path_factory.mktemp("exercise")
    sent, _ = write(exercise, folder)
    ledger = open_ledger(folder / "ledger.db")
    update_ledger(capture([str(sent)]), pack=pack, ledger=ledger, engine=InProcess(), exercise=True)
    found = derive(ledger, pack)
    ledger.close()
    return found


def test_the_same_seed_plays_the_same_truce_and_another_seed_another(exercise: Exercise) -> None:
    assert play("mdl", seed=11, days=60) == exercise
    assert play("mdl", seed=12, days=60) != exercise


def test_every_dispatch_and_every_line_of_the_truth_is_marked(exercise: Exercise, tmp_path: Path) -> None:
    for path in write(exercise, tmp_path):
        rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
        assert rows
        assert all(EXERCISE in json.dumps(row) for row in rows)


def test_passages_stand_where_they_say(exercise: Exercise) -> None:
    truths = {each.id: each for each in exercise.truths}
    for dispatch in exercise.sent:
        for passage in dispatch.passages:
            words = dispatch.text[passage.start : passage.end]
            assert words == words.strip()
            assert passage.truth in truths


def test_what_is_told_late_is_never_told_before_it_happened(exercise: Exercise) -> None:
    truths = {each.id: each for each in exercise.truths}
    assert all(dispatch.published >= truths[passage.truth].day for dispatch in exercise.sent for passage in dispatch.passages)


def test_the_commission_and_the_outlets_find_for_themselves_what_no_side_tells() -> None:
    truths = [each for seed in range(20) for each in play("mdl", seed=seed, days=60).truths]
    for told in (True, False):
        some = [each for each in truths if (each.told is not None) is told]
        for finder in ("observed", "own"):
            share = sum(getattr(each, finder) is not None for each in some) / len(some)
            assert 0.25 < share < 0.6, (finder, told)


def test_no_sentence_of_an_exercise_stands_in_the_lexicon_or_the_weights() -> None:
    scene = load(SCENES / "mdl.yaml", Scene)
    spoken = [*scene.said, scene.relayed, scene.counted, scene.corrected, scene.denied, *scene.observed]
    spoken += [words for kind in scene.kinds.values() for words in (*kind.told, kind.answered, *kind.reworded)]
    fixed = {run for words in spoken for run in runs(words)}
    data = SCENES.parent
    taught = [*(data / "lexicon").rglob("*.yaml"), data / "weights" / "merge.yaml"]
    known = {run for path in taught for run in runs(path.read_text(encoding="utf-8"))}
    assert len(fixed) > 10
    assert not fixed & known


def runs(text: str) -> set[str]:
    """Every four words after one another between the places that are filled in."""
    parts = [re.findall(r"[a-z']+", part) for part in re.split(r"\{\w+\}", text.lower())]
    return {" ".join(words[at : at + 4]) for words in parts for at in range(len(words) - 3)}


def test_both_sides_are_played_alike() -> None:
    acting = Counter(each.acting for seed in range(40) for each in play("mdl", seed=seed, days=60).truths)
    low, high = sorted(acting.values())
    assert high / low < 1.25


def test_some_incidents_are_never_told(exercise: Exercise) -> None:
    told = {passage.truth for each in exercise.sent for passage in each.passages}
    assert 0 < len(told) < len(exercise.truths)


def test_a_ledger_of_an_exercise_finds_most_of_what_was_told(exercise: Exercise, view: LedgerView) -> None:
    outcome = compare(view, exercise.truths, exercise.sent)
    assert outcome.n_found >= 0.8 * outcome.n_told
    assert outcome.f1 is not None
    assert outcome.f1 >= 0.8


def test_a_ledger_that_joins_nothing_and_one_that_joins_all_are_told_apart(exercise: Exercise, view: LedgerView) -> None:
    parted = {
        IncidentId(f"i{number}"): replace(each, reports=(report,))
        for number, (each, report) in enumerate((each, report) for each in view.incidents.values() for report in each.reports)
    }
    none = compare(replace(view, incidents=parted), exercise.truths, exercise.sent)
    assert (none.over, none.under, none.f1) == (0, none.n_links, 0.0)
    one = next(iter(view.incidents.values()))
    every = compare(replace(view, incidents={one.id: replace(one, reports=tuple(view.reports))}), exercise.truths, exercise.sent)
    assert every.under == 0
    assert every.over > 0


def test_a_real_ledger_refuses_an_exercise_and_an_exercise_what_is_real(exercise: Exercise, pack: Pack, tmp_path: Path) -> None:
    sent, _ = write(exercise, tmp_path / "exercise")
    real = tmp_path / "real.txt"
    real.write_text(
        "SEOUL, June 18, 2024\n\nNorth Korean soldiers crossed the Military Demarcation Line on Tuesday, the Joint Chiefs of Staff said.\n"
    )
    for marked, kept in ((False, 1), (True, len(exercise.sent))):
        ledger = open_ledger(tmp_path / f"{marked}.db")
        summary = update_ledger(capture([str(sent), str(real)]), pack=pack, ledger=ledger, engine=InProcess(), exercise=marked)
        assert summary.n_documents == kept
        assert {each.why.partition(",")[0] for each in summary.refusals} == {"is no exercise" if marked else "is marked as an exercise"}
        ledger.close()


def test_a_line_that_is_not_played_is_refused_with_those_that_are() -> None:
    with pytest.raises(ConfigError, match="there are: mdl"):
        play("atlantis", seed=1, days=1)
