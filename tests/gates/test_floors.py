"""Floors rise by a command and fall only with a reason that the changelog tells."""

from pathlib import Path

import pytest

from tests.gates import corpus
from tests.gates.corpus import EMPTY, LEFT_OUT
from tests.gates.floors import Floors, load, pinned, rounded, save

ROOT = Path(__file__).parents[2]
FALSE = "false reports per empty document"


def test_the_pinned_floors_bear_their_seal() -> None:
    assert load().sets["own"]["floors"]


def test_every_lowered_floor_has_its_line_in_the_changelog() -> None:
    changelog = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    assert [each for each in load().lowered if each["reason"] not in changelog] == []


def test_a_better_figure_raises_its_floor() -> None:
    held = pinned(Floors(), "own", {"report": 0.70, FALSE: 0.2}, "digest", None)
    raised = pinned(held, "own", {"report": 0.759, FALSE: 0.1}, "digest", None)
    assert raised.sets["own"]["floors"] == {"report": 0.75, FALSE: 0.1}


def test_a_worse_figure_is_refused_without_a_reason_and_noted_with_one() -> None:
    held = pinned(Floors(), "own", {"report": 0.70}, "digest", None)
    with pytest.raises(ValueError, match="--lower"):
        pinned(held, "own", {"report": 0.65}, "digest", None)
    lowered = pinned(held, "own", {"report": 0.65}, "digest", "the gold was mended")
    assert lowered.lowered == [{"set": "own", "figure": "report", "from": 0.70, "to": 0.65, "reason": "the gold was mended"}]


def test_a_breach_names_set_figure_value_and_floor() -> None:
    held = pinned(Floors(), "own", {"report": 0.70, FALSE: 0.1}, "digest", None)
    assert held.breaches("own", {"report": 0.70, FALSE: 0.1}) == []
    (low, high) = held.breaches("own", {"report": 0.69, FALSE: 0.2})
    assert "own: report 0.69 is below its floor 0.7" in low
    assert "above its ceiling 0.1" in high


def test_a_figure_that_is_no_longer_measured_is_a_breach() -> None:
    assert pinned(Floors(), "own", {"report": 0.70}, "digest", None).breaches("own", {})


def test_floors_edited_by_hand_are_refused(tmp_path: Path) -> None:
    file = tmp_path / "floors.yaml"
    save(pinned(Floors(), "own", {"report": 0.70}, "digest", None), file)
    assert load(file).sets["own"]["floors"] == {"report": 0.70}
    file.write_text(file.read_text(encoding="utf-8").replace("0.7", "0.1"), encoding="utf-8")
    with pytest.raises(ValueError, match="by hand"):
        load(file)


def test_floors_are_rounded_to_the_mild_side() -> None:
    assert (rounded("report", 0.759), rounded(FALSE, 0.101)) == (0.75, 0.11)


def test_own_gold_keeps_to_the_codebook() -> None:
    own = corpus.own()
    assert len(own.documents) >= 40
    known = {*EMPTY, *LEFT_OUT, "event", "type", "quote"}
    for ident, gold in own.gold.items():
        text = " ".join((own.documents[ident]["text"] or "").split())
        for report in gold["reports"]:
            assert set(report) <= known, ident
            assert " ".join(report["quote"].split()) in text, f"{ident}: {report['quote']}"
            assert report["event"].endswith(report["type"]) or report["event"].rpartition("-")[0].endswith(report["type"]), ident
