"""The scorer compares as the codebook says, and as the scorer of the corpus beside does."""

import random
from typing import Any

import pytest

from tests.gates import corpus
from tests.gates.corpus import EMPTY, LEFT_OUT
from tests.gates.scoring import affinity, alike, dates_meet, figures, score, strict, untouched
from tests.gates.test_gates import scorer

SCORER = corpus.BESIDE.parent / "score.py"


def report(**fields: Any) -> dict[str, Any]:
    base = {
        "event": "x",
        "type": "ground_crossing",
        "date": "2031-03-11",
        "line": "MDL",
        "actor": ["PRK:mil"],
        "target": ["KOR:mil"],
        "quote": "q",
    }
    return EMPTY | LEFT_OUT | base | fields


def f1(gold: list[dict[str, Any]], read: list[dict[str, Any]], figure: str = "report") -> float:
    found = figures(score({"d": {"reports": gold}}, {"d": {"text": "q"}}, {"d": {"reports": read}}))
    return float(found[figure]["f1"])


@pytest.mark.parametrize(
    ("one", "two", "meet"),
    [
        ("2031-03-11", "2031-03", True),
        ("2031-03-11", "2031", True),
        ("2031-03-11", "2031-03-12", False),
        ("2031-03-01/2031-03-10", "2031-03-11", False),
        ("2031-03-01/2031-03-11", "2031-03-11", True),
        (None, "2031-03-11", True),
    ],
)
def test_days_meet_where_their_stretches_overlap(one: str | None, two: str, meet: bool) -> None:
    assert dates_meet(one, two) is meet


def test_places_are_alike_by_half_the_words_of_the_shorter() -> None:
    assert alike("near Paju", "the Paju area")
    assert not alike("near Paju", "near Goseong")
    assert not alike("", "Paju")


def test_a_report_of_another_type_or_day_is_never_the_coded_one() -> None:
    assert affinity(report(), report(type="defection")) is None
    assert affinity(report(), report(date="2031-03-12")) is None
    assert f1([report()], [report(date="2031-03-12")]) == 0.0


def test_the_better_of_two_reports_is_paired() -> None:
    near, far = report(actor=["PRK:mil"]), report(actor=["KOR:mil"], line=None)
    assert f1([report()], [far, near], "strict report") == pytest.approx(2 / 3)


def test_strict_asks_day_line_and_side_at_once() -> None:
    assert strict(report(), report(persons=[3, 3]))
    assert not strict(report(), report(line=None))
    assert not strict(report(), report(date=None))
    assert not strict(report(), report(actor=["KOR:mil"]))
    assert strict(report(actor=["UNK:mil"]), report(actor=["KOR:mil"]))


def test_untouched_asks_target_counts_outcome_and_status_too() -> None:
    assert untouched(report(), report(place="Paju"))
    for change in ({"target": ["PRK:civ"]}, {"killed": [1, 1]}, {"outcome": "retreated"}, {"status": "alleged"}):
        assert not untouched(report(), report(**change))


def test_wanted_types_that_no_gold_holds_count_nowhere() -> None:
    found = figures(score({"d": {"reports": []}}, {}, {"d": {"reports": [report(type="truce")]}}))
    assert found["false reports per empty document"]["guess"] == 0


def test_sides_of_a_clash_have_no_order() -> None:
    gold = report(type="clash", actor=["PRK:mil", "KOR:mil"], target=[])
    assert f1([gold], [report(type="clash", actor=["KOR:mil"], target=["PRK:mil"])], "actor") == 1.0


def test_what_gold_does_not_know_is_not_scored() -> None:
    found = figures(score({"d": {"reports": [report(actor=["UNK:mil"])]}}, {}, {"d": {"reports": [report()]}}))
    assert found["actor"]["gold"] == found["actor"]["guess"] == 0 if "actor" in found else True


def test_a_quote_that_is_not_in_the_text_is_not_verbatim() -> None:
    found = figures(score({"d": {"reports": []}}, {"d": {"text": "other words"}}, {"d": {"reports": [report()]}}))
    assert found["quotes found verbatim"]["precision"] == 0.0


def test_reports_of_two_documents_that_share_an_event_are_a_link() -> None:
    golds = {name: {"reports": [report(event="one")]} for name in ("a", "b")}
    joined = {name: {"reports": [report(event="i1")]} for name in ("a", "b")}
    apart = {name: {"reports": [report(event=name)]} for name in ("a", "b")}
    assert figures(score(golds, {}, joined))["links across documents"]["f1"] == 1.0
    assert figures(score(golds, {}, apart))["links across documents"]["recall"] == 0.0


@pytest.mark.skipif(not SCORER.exists(), reason="no scorer lies beside this checkout")
@pytest.mark.parametrize("seed", range(5))
def test_disturbed_gold_scores_the_same_by_both_scorers(seed: int) -> None:
    dev = corpus.beside("dev")
    read = {ident: disturbed(gold, random.Random(f"{seed} {ident}")) for ident, gold in dev.gold.items()}
    expected, _ = scorer(SCORER).score(dev.gold, dev.documents, read)
    found = figures(score(dev.gold, dev.documents, read))
    del found["documents"]
    assert found == {name: pytest.approx(row) for name, row in expected.items()}


def disturbed(gold: dict[str, Any], chance: random.Random) -> dict[str, Any]:
    """Gold with reports dropped, doubled and changed, as a reading might have them."""
    reports = [dict(each) for each in gold["reports"] if chance.random() > 0.2]
    reports += [dict(each) for each in reports if chance.random() > 0.8]
    for each in reports:
        for name in sorted(EMPTY):
            if chance.random() < 0.15:
                each[name] = chance.choice([other.get(name) for other in gold["reports"]] + [None])
        each["prominence"] = chance.choice(["main", "background"])
        each["status"] = chance.choice(["asserted", "alleged", each["status"]])
        each["event"] = chance.choice([each["event"], "other", None])
        each["quote"] = chance.choice([each["quote"], "words that stand nowhere", None])
    if chance.random() < 0.1:
        reports.append(report())
    claims = [dict(each) for each in gold.get("count_claims") or [] if chance.random() > 0.3]
    return {"id": gold["id"], "reports": reports, "count_claims": claims}
