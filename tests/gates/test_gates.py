"""The gates: no figure falls below its floor, on the project's own documents and on the corpus beside the checkout."""

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

from tests.gates import corpus, measure
from tests.gates.__main__ import APART_NOW, MOST_APART, apart, digests, values
from tests.gates.floors import load
from tests.gates.measure import sets

pytestmark = [pytest.mark.gates, pytest.mark.slow, pytest.mark.xdist_group("gates")]
needs_corpus = pytest.mark.skipif(not corpus.is_beside(), reason="no corpus lies beside this checkout")


def test_own_documents_score_no_less_than_pinned() -> None:
    assert not load().breaches("own", values(sets()["own"]))


@needs_corpus
@pytest.mark.parametrize("name", ["dev", "train", "all", "news", "even", "odd"])
def test_the_corpus_beside_scores_no_less_than_pinned(name: str) -> None:
    assert not load().breaches(name, values(sets()[name]))


@needs_corpus
@pytest.mark.parametrize("name", ["dev", "all"])
def test_the_half_not_developed_on_is_no_more_than_five_points_worse(name: str) -> None:
    assert {figure: round(gap, 3) for figure, gap in apart(name).items() if gap > MOST_APART} == {}


@needs_corpus
@pytest.mark.parametrize("name", sorted(APART_NOW))
def test_a_gap_that_is_wider_grows_no_more(name: str) -> None:
    assert {figure: round(gap, 3) for figure, gap in apart(name).items() if gap > APART_NOW[name][figure]} == {}


def test_floors_were_pinned_on_the_data_that_is_here() -> None:
    held = load().sets
    assert {name: held[name]["digest"] for name in digests()} == digests(), "the data changed: look at the figures, then make gates-pin"


@needs_corpus
def test_what_is_read_scores_the_same_by_the_scorer_of_the_corpus() -> None:
    theirs = scorer(corpus.BESIDE.parent / "score.py")
    every, rows = corpus.all_beside(), measure.predicted("all")
    expected, _ = theirs.score(every.gold, every.documents, rows)
    ours = {name: found for name, found in sets()["all"].items() if name != "documents"}
    assert ours == {name: pytest.approx(found, nan_ok=True) for name, found in expected.items()}


def scorer(path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("scorer_of_the_corpus", path)
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
