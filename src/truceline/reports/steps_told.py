"""Every step of procedure that a document tells, with the sentence and the word that tell it, before it goes to the acts it concerns."""

from collections.abc import Iterator
from dataclasses import dataclass

from truceline.model.reading import Reading
from truceline.model.report import FollowUp
from truceline.packs.lexicon import Lexicon
from truceline.reports.attribution import Attributions
from truceline.reports.contrary import contrary_accounts
from truceline.reports.grammar import Graph
from truceline.reports.sides import Sides
from truceline.reports.step_reality import Reality
from truceline.reports.steps import steps
from truceline.reports.steps_said import steps_said


@dataclass(frozen=True, slots=True)
class StepTold:
    """A step, the sentence and the word that tell it, and whether it was taken or is only intended, or told by a contrary account."""

    index: int
    graph: Graph
    at: int
    step: FollowUp
    how: Reality
    contrary: bool = False


def steps_in(graph: Graph, index: int, reading: Reading, lexicon: Lexicon, sides: Sides, speakers: Attributions) -> Iterator[StepTold]:
    """The steps of one sentence, who is named and who spoke before it being known; whom they name is remembered for no act."""
    apart, heard = sides.apart(), speakers.apart()
    if lexicon.follow_ups.find(graph.annotated.sentence.text) or graph.has_lemma(lexicon.saying_steps):
        for at, step, how in steps(graph, reading.document, lexicon, apart, heard):
            yield StepTold(index, graph, at, step, how)
        for at, step in steps_said(graph, reading.document, lexicon, apart, heard):
            yield StepTold(index, graph, at, step, Reality.TAKEN)
    for at, step in contrary_accounts(graph, reading.document.id, lexicon, apart, heard):
        yield StepTold(index, graph, at, step, Reality.TAKEN, contrary=True)
