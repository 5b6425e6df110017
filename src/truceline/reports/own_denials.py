"""A side that says of a day or a place that its own forces did not do something: its denial is the only account (codebook 2)."""

from truceline.model.report import FollowUp
from truceline.packs.lexicon import Lexicon
from truceline.reports.attribution import Attributions
from truceline.reports.drafted import Draft
from truceline.reports.patterns import Act

KINDS = frozenset({"direct_fire", "indirect_fire", "air_strike", "missile_launch", "ground_crossing", "air_crossing", "sea_crossing"})


def may_be_denied(act: Act, why: str, lexicon: Lexicon) -> bool:
    """Whether an act was let go as one that was not done in the past: "did not open fire", "has not shelled"."""
    graph, n = act.graph, act.trigger
    if why != "negated" or act.kind not in KINDS or not graph.is_verb(n) or not graph.with_dep(n, "neg"):
        return False
    return bool({graph.low[k] for k in graph.with_dep(n, "aux")} & lexicon.official.did)


def denied_by_its_own(draft: Draft, act: Act, speakers: Attributions) -> bool:
    """Makes a draft one that is denied, where those who are said not to have done it say so themselves, and of a day or a place."""
    own = {slot.value.party for slot in draft.actors} - {"UNK"}
    said = [a.speaker.value for a in speakers.of(act.graph, act.trigger)]
    names = [each.code for each in said if each.party in own]
    if (draft.when is None and draft.where is None) or len(own) != 1 or not names:
        return False
    draft.denied = True
    draft.follow_ups = [FollowUp(act="denial", by=names[0], to=None, evidence=draft.kind_slot.evidence)]
    draft.attributions = speakers.charged(act.graph, act.trigger)
    return True
