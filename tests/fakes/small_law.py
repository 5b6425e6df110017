"""A rulebook of a few lines, for tests that need a clause with one condition and nothing else."""

from pathlib import Path

import truceline
from truceline.model.instrument import Rulebook
from truceline.packs.ontology import load_ontology
from truceline.packs.rulebook import read_rulebook

ONTOLOGY = load_ontology(Path(truceline.__file__).parent / "data" / "ontology")
NAME = "small-truce"

INSTRUMENT = """
slug: small-truce
title: Small Truce
names: [Small Truce]
signed: 2020-01-01
in_force: [{from: 2020-01-01}]
sides:
  - {id: east, name: East, home: [ARM], bound: [{party: ARM, through: ARM}, {party: ARTSAKH, through: ARM, host: ARM}]}
  - {id: west, name: West, home: [AZE], bound: [{party: AZE, through: AZE}]}
theatre: [ARM, AZE]
theatre_lines: [NK_LOC]
questions: {on_both: Does the act lie across every version of the line?}
measures: {km: "How far from the line, in km?"}
"""
CLAUSES = '- {id: "1", text: Something is barred., words: summary, reference: article 1, addressee: both, checked: true}\n'
RULE = '- {id: the_rule, clause: "1", acts: [ground_crossing], because: It is barred.%s}\n'


def small_law(rule: str, *, instrument: str = "", cases: str = "[]") -> Rulebook:
    """The small truce with one rule: ``rule`` are the keys that follow its ``because``; ``instrument`` adds keys of the instrument."""
    texts = {
        "instrument.yaml": INSTRUMENT + instrument, "clauses.yaml": CLAUSES, "rules.yaml": RULE % f", {rule}", "cases.yaml": cases,
    }  # fmt: skip
    return read_rulebook(texts, ONTOLOGY, name=NAME, where="test")
