"""Who does what to whom, however the clause is built."""

import pytest
from tests.fakes.small_readings import graph, reading, word, words
from tests.fakes.small_texts import pack

from truceline.reports.extract import extract
from truceline.reports.grammar import Graph


@pytest.mark.parametrize(("text", "at", "agents", "patients"), [
    ("Rebels ambushed a convoy.", "ambushed", ["Rebels"], ["convoy"]),
    # passive, with and without its agent
    ("The convoy was ambushed by rebels.", "ambushed", ["rebels"], ["convoy"]),
    ("The convoy was ambushed.", "ambushed", [], ["convoy"]),
    ("A guard shot by a sniper survived.", "shot", ["sniper"], ["guard"]),
    # relative clauses
    ("The guard who was shot by a sniper survived.", "shot", ["sniper"], ["guard"]),
    ("The sniper who shot a guard escaped.", "shot", ["sniper"], ["guard"]),
    ("The convoy that rebels ambushed burned.", "ambushed", ["rebels"], ["convoy"]),
    ("The town, which the rebels said on Tuesday Turkish troops had captured, was calm.", "captured", ["troops"], ["town"]),
    # participles and gerunds
    ("Soldiers crossing the border waved.", "crossing", ["Soldiers"], ["border"]),
    ("Soldiers were seen crossing the border.", "crossing", ["Soldiers"], ["border"]),
    ("After crossing the border, the soldiers rested.", "crossing", ["soldiers"], ["border"]),
    ("Officials accused the rebels of shelling a convoy.", "shelling", ["rebels"], ["convoy"]),
    # light verbs and nouns of acts
    ("The rebels launched an attack on the convoy.", "attack", ["rebels"], ["convoy"]),
    ("Israel launched a series of strikes on Gaza.", "strikes", ["Israel"], ["Gaza"]),
    ("Israel's raid on the camp ended.", "raid", ["Israel"], ["camp"]),
    ("The capture of the soldier by rebels angered his family.", "capture", ["rebels"], ["soldier"]),
    # coordination
    ("Rebels and deserters shot a guard and a driver.", "shot", ["Rebels", "deserters"], ["guard", "driver"]),
    ("Rebels attacked a convoy and shot a driver.", "shot", ["Rebels"], ["driver"]),
])  # fmt: skip
def test_agents_and_patients(text: str, at: str, agents: list[str], patients: list[str]) -> None:
    tree = graph(text)
    n = word(tree, at)
    assert (words(tree, tree.agents(n)), words(tree, tree.patients(n))) == (agents, patients)


def test_an_answer_that_a_room_changes_is_given_unchanged_to_the_next() -> None:
    told = graph("Rebels ambushed a convoy.")
    at = word(told, "ambushed")
    for ask in (told.agents, told.patients, told.subjects, told.objects):
        first = ask(at)
        ask(at).clear()
        assert first
        assert ask(at) == first


def test_the_possessor_of_a_capture_suffers_it() -> None:
    tree = graph("The soldier's capture angered his family.")
    n = word(tree, "capture")
    assert (tree.agents(n), words(tree, tree.patients(n))) == ([], ["soldier"])


def test_the_possessor_of_a_capture_with_its_own_object_does_it() -> None:
    tree = graph("Israel's capture of the hill angered many.")
    n = word(tree, "capture")
    assert (words(tree, tree.agents(n)), words(tree, tree.patients(n))) == (["Israel"], ["hill"])


@pytest.mark.parametrize(("text", "at", "passive"), [
    ("The convoy was ambushed.", "ambushed", True),
    ("A guard shot by a sniper survived.", "shot", True),
    ("Rebels ambushed a convoy.", "ambushed", False),
    ("Rebels have ambushed a convoy.", "ambushed", False),
    ("The charge that rebels had ambushed a convoy was false.", "ambushed", False),
    ("The convoy was ambushed and searched by rebels.", "searched", True),
    ("The ship sank with six sailors killed.", "killed", True),
])  # fmt: skip
def test_voice(text: str, at: str, passive: bool) -> None:
    tree = graph(text)
    assert tree.passive(word(tree, at)) is passive


def test_a_clause_leaves_out_the_clauses_beside_and_below_it() -> None:
    tree = graph("Rebels shot a driver and the army shelled the camp.")
    assert "shelled" not in words(tree, sorted(tree.clause(word(tree, "shot"))))
    assert set(words(tree, sorted(tree.clause(word(tree, "shelled"))))) >= {"army", "shelled", "camp"}


def test_obliques_keep_their_preposition() -> None:
    tree = graph("Rebels fired at a convoy from a hill.")
    assert tree.obliques(word(tree, "fired")) == [("at", word(tree, "convoy")), ("from", word(tree, "hill"))]


def test_two_prepositions_joined_have_one_place() -> None:
    tree = graph("Two shells fell on or near the depot.")
    assert tree.obliques(word(tree, "fell")) == [("on", word(tree, "depot")), ("near", word(tree, "depot"))]


def test_what_lies_where_an_act_was_does_no_harm() -> None:
    tree = graph("They recalled the raid on a village in the hills that killed nine people.")
    assert tree.agents(word(tree, "killed")) == [word(tree, "raid")]
    tree = graph("They recalled the raid on the commander, who killed nine people.")
    assert tree.agents(word(tree, "killed")) == [word(tree, "commander")]


def test_a_sentence_that_was_not_parsed_has_an_empty_graph() -> None:
    tree = graph("The orchestra was praised.")
    assert (tree.tokens, tree.kids) == ((), ())


def test_whether_a_lemma_stands_in_a_sentence() -> None:
    found = graph("Guards fired at a van.")
    assert found.has_lemma({"fire", "sing"})
    assert not found.has_lemma({"fired", "sing"})


def test_graphs_are_let_go_once_a_text_has_been_read() -> None:
    read = reading("Guards fired at a van on Monday.")
    before = Graph.of(read.sentences[0], pack().lexicon.clauses)
    assert Graph.of(read.sentences[0], pack().lexicon.clauses) is before
    extract(read, pack())
    assert Graph.of(read.sentences[0], pack().lexicon.clauses) is not before


def test_the_noun_of_an_act_in_ing_has_its_doer_and_whom_it_befell() -> None:
    tree = graph("It came after three days of shelling of rebel positions by Sudanese gunners.")
    assert tree.patients(word(tree, "shelling")) == [word(tree, "positions")]
    assert tree.agents(word(tree, "shelling")) == [word(tree, "gunners")]


def test_an_act_laid_on_somebody_behind_its_place_is_his() -> None:
    tree = graph("Ties suffered after the shelling of two barges on the lake, which Chad blamed on Libya.")
    assert tree.agents(word(tree, "shelling")) == [word(tree, "Libya")]
