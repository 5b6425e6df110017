"""Who an act is laid to that nobody is told to have done: who claims it has, who alone is blamed for it is only said to have."""

from collections.abc import Sequence

from truceline.model.party import Actor, Role
from truceline.model.reading import Reading
from truceline.model.report import FollowUp, Modality, Slot
from truceline.packs.lexicon import Lexicon
from truceline.packs.pack import Pack
from truceline.reports.drafted import Draft
from truceline.reports.grammar import Graph
from truceline.reports.steps import party_code
from truceline.reports.told_apart import BLAMABLE

READ_BY = "reports.blamed 1"


def lay_to_whom(draft: Draft, claims: Sequence[FollowUp]) -> None:
    """Gives an act without a doer to the one party that claims it, else to the one that is blamed, by whose blame it is alleged; in place.

    Where somebody claims it who is not known, whoever is blamed beside has not done it ("claimed the attack, blaming the drone strikes").
    """
    if draft.kind not in BLAMABLE or draft.modality is Modality.PLANNED or draft.denied or {s.value.party for s in draft.actors} - {"UNK"}:
        return
    struck = {s.value.party for s in draft.targets}
    accused = [(_party(step.to), step) for step in draft.follow_ups if step.act == "accusation"]
    laid = [(_party(step.by), step) for step in claims] or accused
    culprits = {party: step for party, step in laid if party and party not in struck}
    if len(culprits) == 1:
        ((party, step),) = culprits.items()
        draft.actors = [Slot(value=Actor(party=party, role=Role.MIL), evidence=step.evidence, read_by=READ_BY)]
        draft.modality = draft.modality if claims else Modality.ALLEGED


def name_the_group(draft: Draft, claims: Sequence[FollowUp], reading: Reading, pack: Pack) -> None:
    """Reads fighters who are told by their land alone as those of the one group that claims the act; in place."""
    groups = {party: step for step in claims if (party := _party(step.by))}
    if len(groups) == 1 and draft.kind in BLAMABLE and draft.actors:
        ((party, step),) = groups.items()
        if all(_stands_for(s, party, reading, pack) for s in draft.actors):
            draft.actors = [Slot(value=Actor(party=party, role=Role.MIL), evidence=step.evidence, read_by=READ_BY)]


def _stands_for(slot: Slot[Actor], group: str, reading: Reading, pack: Pack) -> bool:
    """Whether a side is told only as fighters of a land in whose wars a group is ("Palestinian gunmen", where one claims the attack)."""
    noun = reading.document.words(slot.evidence[-1]).lower().split()[-1]
    fighters = pack.lexicon.sides.lawless | pack.lexicon.sides.rebels
    names = pack.gazetteer.parties.get(group)
    return (noun in fighters or noun.removesuffix("s") in fighters) and names is not None and slot.value.party in names.home


def claims_it(graph: Graph, at: int, step: FollowUp, lexicon: Lexicon) -> bool:
    """Whether a step claims an act as one's own ("claimed responsibility"), and does not only say that it was."""
    return step.act == "confirmation" and graph.tokens[at].lemma not in lexicon.telling.only_confirming


def _party(code: str | None) -> str:
    """The party of a PARTY:organ code; "" of people and of none."""
    head = party_code(code) or ""
    return head if head.isupper() else ""
