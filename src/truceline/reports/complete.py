"""Sides that a sentence leaves out, taken from the rest of the document: the topic, the other acts, the other side.

Every value taken so keeps the words it rests on; ``read_by`` says by which of the rules it was taken.
"""

from collections import Counter
from collections.abc import Set
from itertools import combinations

from truceline.model.party import Actor, Role
from truceline.model.reading import Reading
from truceline.model.report import Slot
from truceline.model.text import Span
from truceline.packs.gazetteer import Gazetteer, Theatre
from truceline.packs.lexicon_shapes import WhereWords
from truceline.packs.pack import Pack
from truceline.packs.reading_words import SideWords, TellingWords
from truceline.packs.word_patterns import shaped
from truceline.reports.aftermath import CROSSINGS
from truceline.reports.at_once import named_at_once
from truceline.reports.attacked import police_attacked
from truceline.reports.back_reference import CRAFT
from truceline.reports.crossers import by_sea, intruders, movers, taken_aboard
from truceline.reports.doer_before import doer_before
from truceline.reports.drafted import Draft
from truceline.reports.landholders import of_the_land_entered, sent_from
from truceline.reports.lands import fired_from
from truceline.reports.opposed import OWN_WORK, settle_sides
from truceline.reports.outcomes import settle
from truceline.reports.scene import READ_BY as TOLD

READ_BY = "reports.complete 1"
_ONE_SIDED = frozenset(
    {
        "missile_launch",
        "balloon_launch",
        "loudspeaker",
        "jamming",
        "works_in_zone",
        "indirect_fire",
        "air_strike",
        "ground_crossing",
        "sea_crossing",
        "air_crossing",
    }
)
_OVER = frozenset({"indirect_fire", "air_strike", *CROSSINGS}) - {"defection"}
_PASSIVE = frozenset({"capture", "direct_fire"})
_FIGHT_NEAR = 6
"""How many sentences away a fight may be told whose sides are those of one that names nobody."""


def complete(found: list[Draft], reading: Reading, pack: Pack, *, joined: bool = False) -> list[Draft]:
    """Fills missing actors in place, in order of the text, and returns the drafts.

    The other side of a passive is inferred only once retellings are ``joined``: one of them may name it.
    """
    theatre = pack.gazetteer.theatres[reading.theatre] if reading.theatre else None
    for draft in found:
        settle_sides(draft, found)
        if draft.kind == "clash":
            before = {s.value for s in draft.actors}
            draft.actors = named_at_once(draft, theatre) or draft.actors
            _second_side(draft, found, reading, pack)
            draft.actors = police_attacked(draft, before, reading, pack)
            if joined:
                _only_told(draft, reading, pack.gazetteer)
            if joined and theatre is not None and not draft.actors and _two_sided(reading, theatre):
                draft.actors = _both_sides(reading, theatre)
        elif not _known(draft.actors):
            _actor(draft, found, theatre, joined and _two_sided(reading, theatre), pack.lexicon.where)
            if joined and draft.kind == "capture" and not _known(draft.actors):
                draft.actors = _captors(draft, found, reading, pack.gazetteer, pack.lexicon.sides) or draft.actors
            if joined and not _known(draft.actors):
                draft.actors = of_the_land_entered(draft, found) or sent_from(draft, reading, pack) or draft.actors
            if joined and not draft.actors:
                draft.actors = doer_before(draft, reading, pack)
        if draft.kind == "explosion":
            _own_blast(draft, pack.lexicon.telling)
        if draft.kind in CROSSINGS:
            by_sea(draft, reading, pack)
            if joined and not _known(draft.actors):
                draft.actors = intruders(draft, reading, pack.lexicon) or draft.actors
            movers(draft, reading, pack)
        if joined and draft.kind == "indirect_fire" and not draft.actors and theatre is not None:
            draft.actors = _shelled_by(draft, reading, theatre, pack.gazetteer)
        if joined and not _known(draft.actors) and (strike := flown(draft, reading, theatre, pack)) is not None:
            draft.actors = [strike]
        taken_aboard(draft, reading, pack.lexicon)
        settle_sides(draft, found)
        settle(draft, reading, pack)
    return found


def _shelled_by(draft: Draft, reading: Reading, theatre: Theatre, gazetteer: Gazetteer) -> list[Slot[Actor]]:
    """Who shelled what a state has, nobody being told: the armed group that it fights, where the text names no other that does."""
    hit = next((s for s in _known(draft.targets) if s.value.role in (Role.MIL, Role.GOV) and theatre.foe(s.value.party)), None)
    foe = theatre.foe(hit.value.party) if hit is not None else None
    if hit is None or foe is None or not gazetteer.parties[foe].home or gazetteer.parties[hit.value.party].home:
        return []
    named = {m.actor.party for a in reading.sentences for m in a.mentions if m.actor.party in gazetteer.parties}
    groups = {p for p in named if gazetteer.parties[p].home and gazetteer.at_war(p, hit.value.party, reading.document.published)}
    return _other(hit, theatre, READ_BY + " the group that the state fights") if groups == {foe} else []


def _own_blast(draft: Draft, words: TellingWords) -> None:
    """Who is hurt by mines at their own work is both sides of the blast (codebook 4, 18 June 2024)."""
    if not _known(draft.actors) and _known(draft.targets) and shaped(r"\bWORDS\b", words.at_work).search(draft.sentence.sentence.text):
        draft.actors = [Slot(value=s.value, evidence=s.evidence, read_by=READ_BY + OWN_WORK) for s in _known(draft.targets)[:1]]


def _known(slots: list[Slot[Actor]]) -> list[Slot[Actor]]:
    return [s for s in slots if s.value.party != "UNK"]


def _two_sided(reading: Reading, theatre: Theatre | None) -> bool:
    """Whether a document names no fighter but the two sides of its theatre."""
    if theatre is None:
        return False
    return all(m.actor.party in (*theatre.parties, *theatre.also) for a in reading.sentences for m in a.mentions)


def _actor(draft: Draft, found: list[Draft], theatre: Theatre | None, two_sided: bool, words: WhereWords) -> None:
    if draft.kind in _ONE_SIDED:
        over = over_the_line(draft, theatre, words)
        if over is not None:
            draft.actors = [over]
            return
        same = [d for d in found if d is not draft and d.kind == draft.kind and _known(d.actors) and not _own_harm(d, draft)]
        if same:
            nearest = min(same, key=lambda d: (abs(d.index - draft.index), d.index))
            draft.actors = [
                Slot(value=s.value, evidence=s.evidence, read_by=READ_BY + " same act elsewhere") for s in _known(nearest.actors)
            ]
    elif draft.kind in _PASSIVE and theatre is not None and not draft.actors:
        target = next((s for s in _known(draft.targets) if s.value.role is Role.MIL and theatre.foe(s.value.party)), None)
        if target is not None and two_sided:
            draft.actors = _other(target, theatre, READ_BY + " other side")


def flown(draft: Draft, reading: Reading, theatre: Theatre | None, pack: Pack) -> Slot[Actor] | None:
    """Whose an air strike was that names nobody: the state's, where a document is about a state and an armed group."""
    states = [p for p in theatre.parties if not pack.gazetteer.parties[p].home] if theatre else []
    struck = {s.value.party for s in draft.targets if s.value.role is not Role.CIV}  # in a civil war a state bombs its own people
    if draft.kind != "air_strike" or len(states) != 1 or states[0] in struck:
        return None
    found = [
        Span(document_id=reading.document_id, start=m.start, end=m.end, part=a.sentence.part)
        for a in reading.sentences
        for m in a.mentions
        if m.actor.party == states[0]
    ]
    return (
        Slot(value=Actor(party=states[0], role=Role.MIL), evidence=(found[0],), read_by=READ_BY + " the side that is a state")
        if found
        else None
    )


def over_the_line(draft: Draft, theatre: Theatre | None, words: WhereWords) -> Slot[Actor] | None:
    """Who fired at one side of a line or came into its land: the other one, where each holds land of its own."""
    if theatre is None or not theatre.sides or draft.kind not in _OVER:
        return None
    hit = {s.value.party for s in _known(draft.targets)}
    country = draft.where.value.country if draft.where else None
    if draft.where is not None and not hit and fired_from(draft, words):
        own = [side[0] for side in theatre.sides if country in side]
        rule = READ_BY + " who holds where it came from"
        return Slot(value=Actor(party=own[0], role=Role.MIL), evidence=draft.where.evidence, read_by=rule) if len(own) == 1 else None
    struck = [n for n, side in enumerate(theatre.sides) if (hit & set(side)) or (not hit and country in side)]
    if len(struck) != 1:
        return None
    evidence = _known(draft.targets)[0].evidence if hit else draft.where.evidence if draft.where else ()
    other = theatre.sides[1 - struck[0]][0]
    return Slot(value=Actor(party=other, role=Role.MIL), evidence=evidence, read_by=READ_BY + " other side of what is hit")


def _own_harm(other: Draft, draft: Draft) -> bool:
    """Whether the actor of another act is the very party that this one falls on."""
    hit = {s.value.party for s in _known(draft.targets)} | ({draft.where.value.country} if draft.where else set())
    return bool(hit & {s.value.party for s in _known(other.actors)})


def _group_fought(draft: Draft, near: list[Draft], reading: Reading, gazetteer: Gazetteer, words: SideWords) -> list[Slot[Actor]]:
    """Who took soldiers of no told side: the armed group that a state fought just before; sets, in place, that they are the state's."""
    held = [reading.document.words(s.evidence[-1]).lower().split()[-1] for s in draft.targets if s.evidence]
    if not any({noun, noun.removesuffix("s")} & words.soldiery for noun in held):
        return []
    for fight in near:
        sides = _known(fight.actors) if fight.kind == "clash" else []
        groups, states = [s for s in sides if gazetteer.parties[s.value.party].home], [s for s in sides if gazetteer.state(s.value.party)]
        if len(groups) == len(states) == 1 and groups != states:
            draft.targets = [Slot(value=states[0].value, evidence=states[0].evidence, read_by=READ_BY + " who was fought")]
            return [Slot(value=groups[0].value, evidence=groups[0].evidence, read_by=READ_BY + " who fought them")]
    return []


def _captors(draft: Draft, found: list[Draft], reading: Reading, gazetteer: Gazetteer, words: SideWords) -> list[Slot[Actor]]:
    """Who took fighters whose captor is not told: the state whose forces fought them in the sentence or the one beside."""
    if not any(s.value.role is Role.MIL for s in draft.targets):
        return []
    taken = {s.value.party for s in _known(draft.targets)}
    near = sorted((d for d in found if d is not draft and abs(d.index - draft.index) <= 1), key=lambda d: abs(d.index - draft.index))
    if not taken and (group := _group_fought(draft, near, reading, gazetteer, words)):
        return group
    states = [s for d in near for s in _known(d.actors) if not gazetteer.parties[s.value.party].home and s.value.party not in taken]
    states.sort(key=lambda s: s.read_by.endswith(CRAFT))  # who flies what was brought down has taken nobody
    fit = [s for s in states if not taken or any(gazetteer.at_war(s.value.party, party, reading.document.published) for party in taken)]
    return [Slot(value=s.value, evidence=s.evidence, read_by=READ_BY + " who fought them") for s in fit[:1]]


def _both_sides(reading: Reading, theatre: Theatre) -> list[Slot[Actor]]:
    """The two sides of the theatre, each where it is first named: nobody else is told of who could have fought."""
    first: dict[str, Span] = {}
    for annotated in reading.sentences:
        for m in annotated.mentions:
            first.setdefault(m.actor.party, Span(document_id=reading.document_id, start=m.start, end=m.end, part=annotated.sentence.part))
    if not set(theatre.parties) <= set(first):
        return []
    return [
        Slot(value=Actor(party=p, role=Role.MIL), evidence=(first[p],), read_by=READ_BY + " the two sides told of") for p in theatre.parties
    ]


def _second_side(draft: Draft, found: list[Draft], reading: Reading, pack: Pack) -> None:
    """A fight has two sides: the one missing is the other of the theatre, or the other fighter of the document."""
    gazetteer = pack.gazetteer
    theatre = gazetteer.theatres[reading.theatre] if reading.theatre else None
    known = _known(draft.actors)
    if not known:
        draft.actors = _same_fight(draft, found, theatre) or draft.actors
        return
    if opposed({s.value.party for s in known}, theatre):
        return
    party = known[0].value.party
    fought = theatre is not None and (theatre.land or theatre.sea or _named(theatre.foe(party), reading))
    other = _other(known[0], theatre, READ_BY + " other side") if theatre is not None and fought else []
    partners = [s for s in _partners(known[0], draft, found) if opposed({party, s.value.party}, theatre)]
    at_war = [s for s in partners if gazetteer.at_war(s.value.party, party, reading.document.published)] if other else partners
    if at_war and not (other and other[0].value.party in {s.value.party for s in partners}):
        draft.actors = [*known, at_war[0]]
        return
    if other and not any(_another_side(s, other[0], reading, pack) for s in draft.actors if s.value.party == "UNK"):
        draft.actors = [*known, *other]
        return
    nearby = [
        s
        for d in found
        if d is not draft and abs(d.index - draft.index) <= 3
        for s in _known(d.actors + d.targets)
        if s.value.role is Role.MIL and gazetteer.at_war(s.value.party, party, reading.document.published)
    ]
    if nearby:
        draft.actors = [*known, Slot(value=nearby[0].value, evidence=nearby[0].evidence, read_by=READ_BY + " fighter nearby")]


def _another_side(unnamed: Slot[Actor], other: Slot[Actor], reading: Reading, pack: Pack) -> bool:
    """Whether fighters of no name are not the side inferred: "gunmen" are no state's army, "rebels" no group that goes by other nouns."""
    names = pack.gazetteer.parties[other.value.party]
    noun = reading.document.words(unnamed.evidence[-1]).lower().split()[-1].removesuffix("s")
    return not names.home or bool(names.called and noun in pack.lexicon.sides.rebels and noun not in names.called)


def _same_fight(draft: Draft, found: list[Draft], theatre: Theatre | None) -> list[Slot[Actor]]:
    """The sides of a fight that names nobody: those of the fight told near it whose sides the document names most often."""
    fights = [d for d in found if d is not draft and d.kind == "clash" and opposed(_parties(d), theatre)]
    often = Counter(_parties(d) for d in fights if not any(s.read_by.startswith(READ_BY) for s in d.actors))
    near = [d for d in fights if abs(d.index - draft.index) <= _FIGHT_NEAR]
    if not near:
        return []
    told = min(near, key=lambda d: (-often[_parties(d)], abs(d.index - draft.index), d.index))
    return [Slot(value=s.value, evidence=s.evidence, read_by=READ_BY + " same fight") for s in _known(told.actors)]


def _parties(draft: Draft) -> frozenset[str]:
    return frozenset(s.value.party for s in _known(draft.actors))


def opposed(parties: Set[str], theatre: Theatre | None) -> bool:
    """Whether among some parties are two sides of a fight: two that are no allies in arms."""
    return any(theatre is None or not theatre.allied(*pair) for pair in combinations(sorted(parties), 2))


def _only_told(draft: Draft, reading: Reading, gazetteer: Gazetteer) -> None:
    """Takes, in place, the sides of a fight that are only inferred and at war with none of two that are told by their own words."""
    theatre, day = gazetteer.theatres[reading.theatre] if reading.theatre else None, reading.document.published
    told = {s.value.party for s in _known(draft.actors) if s.read_by == TOLD}
    if opposed(told, theatre):
        fight = {s.value.party for s in draft.actors if any(gazetteer.at_war(s.value.party, party, day) for party in told)}
        draft.actors = [s for s in draft.actors if s.value.party in told | fight]


def _named(party: str | None, reading: Reading) -> bool:
    """Whether a party is told of in a document at all."""
    return any(m.actor.party == party for a in reading.sentences for m in a.mentions)


def _partners(slot: Slot[Actor], draft: Draft, found: list[Draft]) -> list[Slot[Actor]]:
    """Whom a side is told to fight elsewhere in the document, the one told most often first."""
    party = slot.value.party
    fights = [d for d in found if d is not draft and d.kind == "clash" and party in {s.value.party for s in d.actors}]
    others = [s for d in fights for s in _known(d.actors) if s.value.party != party and not s.read_by.startswith(READ_BY)]
    often = Counter(s.value.party for s in others)
    return [
        Slot(value=s.value, evidence=s.evidence, read_by=READ_BY + " fought elsewhere")
        for s in sorted(others, key=lambda s: -often[s.value.party])
    ]


def _other(slot: Slot[Actor], theatre: Theatre, rule: str) -> list[Slot[Actor]]:
    """The forces that a party fights in the theatre; nobody where it stands on neither side."""
    foe = theatre.foe(slot.value.party)
    return [Slot(value=Actor(party=foe, role=Role.MIL), evidence=slot.evidence, read_by=rule)] if foe is not None else []
