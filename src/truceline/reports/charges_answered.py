"""Denials that answer a charge just told are over what the charge was over: "X accused Y of shelling a town. Y denied it."."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from truceline.packs.lexicon import Lexicon
from truceline.reports.drafted import Draft
from truceline.reports.grammar import Graph
from truceline.reports.steps import party_code
from truceline.reports.steps_told import StepTold
from truceline.reports.told_apart import NEAR, kinds_named


@dataclass(slots=True)
class Charges:
    """Which party was charged last in which sentence, and over which acts; none where the charge is of something else."""

    held: dict[str, tuple[int, list[Draft]]] = field(default_factory=dict)

    def note(self, told: StepTold, over: list[Draft]) -> None:
        """Remembers a charge against a party."""
        party = party_code(told.step.to)
        if told.step.act == "accusation" and party is not None:
            self.held[party] = (told.index, over)

    def answered(self, told: StepTold, lexicon: Lexicon) -> list[Draft] | None:
        """The acts that a denial is over that only points back to a charge; None where it answers none, or tells itself what it denies."""
        index, over = self.held.get(party_code(told.step.by) or "", (0, None))
        if told.step.act != "denial" or over is None or told.index - index > NEAR or not _points_to_a_charge(told.graph, told.at, lexicon):
            return None
        return over


def _points_to_a_charge(graph: Graph, at: int, lexicon: Lexicon) -> bool:
    """Whether what is denied is a charge or "it", with no word of what was done ("denied any role", not "denied the raid")."""
    words = lexicon.telling
    pointing = {*lexicon.cues.charges, *words.own_claims, *words.told_otherwise, *words.no_part, *words.nothing}
    below = set(_denied(graph, at))
    if any(graph.is_verb(w) for w in below):
        return False  # "denied reports that it had shelled the town" tells itself what is denied
    return any(graph.tokens[w].lemma in pointing or graph.low[w] in words.such_charge for w in below) and not kinds_named(
        graph, below, lexicon
    )


def _denied(graph: Graph, at: int) -> Iterator[int]:
    """The words that tell what is denied: under the object, under the subject of a verb of being, or over a relative clause."""
    token = graph.tokens[at]
    heads = graph.objects(at) + graph.patients(at) or graph.subjects(at)
    if token.dep in ("relcl", "acl"):
        yield token.head
    for head in heads:
        yield from graph.subtree(head)
