"""Whom a side means by "the enemy", "the aggressors" or "the puppet army": those whom it fights, where the text tells who speaks."""

from truceline.model.party import Actor, Role
from truceline.model.reading import Reading
from truceline.model.report import Attribution, Slot
from truceline.model.text import Span
from truceline.packs.gazetteer import Gazetteer
from truceline.packs.lexicon import Lexicon
from truceline.reports.drafted import Draft
from truceline.reports.grammar import Graph
from truceline.reports.patterns import Act
from truceline.reports.sides import Sides
from truceline.reports.tree import BEFORE

READ_BY = "reports.enemies 1"


def as_foe(draft: Draft, act: Act, voice: Attribution | None, reading: Reading, sides: Sides) -> None:
    """Sets, in place, those whom the speaker's side fights where its enemy did the act, or where it was done to its enemy."""
    graph, lexicon = act.graph, sides.lexicon
    if sides.cast is None or not lexicon.sides.enemies & {*graph.low, *(t.lemma for t in graph.tokens)}:
        return
    doing = [n for n in graph.agents(act.trigger) if _enemy(graph, n, lexicon)]
    suffering = [n for n in graph.patients(act.trigger) if _enemy(graph, n, lexicon)]
    own = _own_side(draft, voice, suffering)
    foe = _foe(own, reading, sides.cast.gazetteer) if own is not None and (doing or suffering) else None
    if foe is None:
        return

    def meant(n: int) -> list[Slot[Actor]]:
        token = graph.tokens[n]
        said = Span(document_id=reading.document_id, start=token.start, end=token.end, part=graph.annotated.sentence.part)
        return [Slot(value=Actor(party=foe, role=Role.MIL), evidence=(said,), read_by=READ_BY)]

    if doing and not _named(draft.actors, act.pattern.by == "both"):
        draft.actors = [*(s for s in draft.actors if s.value.party != "UNK"), *meant(doing[0])]
    elif suffering and act.pattern.by == "both":
        draft.actors = [*(s for s in draft.actors if s.value.party not in ("UNK", foe)), *meant(suffering[0])]
    elif suffering and not _named(draft.targets, False):
        draft.targets = meant(suffering[0])


def _named(slots: list[Slot[Actor]], two: bool) -> bool:
    """Whether it is told who they are; of a fight, both."""
    return len({s.value.party for s in slots} - {"UNK"}) > int(two)


def _enemy(graph: Graph, n: int, lexicon: Lexicon) -> bool:
    """Whether a phrase is of an enemy: by its noun, or by the word before it ("enemy aircraft"), no party being named."""
    enemies = lexicon.sides.enemies
    before = graph.with_dep(n, *BEFORE)
    if any(graph.mention(k) is not None for k in (n, *before)):
        return False
    return graph.tokens[n].lemma in enemies or any(graph.tokens[k].lemma in enemies or graph.low[k] in enemies for k in before)


def _own_side(draft: Draft, voice: Attribution | None, suffering: list[int]) -> str | None:
    """The side whose enemy it is: of whoever says so, else the one told to be hit by it or to hit it."""
    said = [a.speaker.value.party for a in (*draft.attributions, *([voice] if voice else [])) if a.speaker.value.party is not None]
    told = {s.value.party for s in (draft.actors if suffering else draft.targets)} - {"UNK"}
    return said[0] if said else min(told) if len(told) == 1 else None


def _foe(own: str, reading: Reading, gazetteer: Gazetteer) -> str | None:
    """Whom a side fights: the other of the theatre, else the only party of its wars that the text names, or that there is."""
    theatre = gazetteer.theatres[reading.theatre] if reading.theatre else None
    if theatre is not None and (foe := theatre.foe(own)) is not None:
        return foe
    named = {m.actor.party for a in reading.sentences for m in a.mentions} - {own}
    day = reading.document.published
    foes = [party for party in sorted(named) if party in gazetteer.parties and gazetteer.at_war(own, party, day)]
    foes = foes or sorted(gazetteer.foes(own, day))
    return foes[0] if len(foes) == 1 else None
