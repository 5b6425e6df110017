"""To whom an act was done: what the sentence says, else the side that holds the area entered (codebook 2, `target`)."""

from dataclasses import replace

from truceline.model.party import Actor, Role
from truceline.model.reading import Annotated, Reading
from truceline.model.report import Slot
from truceline.model.text import Span
from truceline.packs.pack import Pack
from truceline.packs.reading_words import SideWords
from truceline.packs.word_patterns import shaped
from truceline.reports.agreements import other_party
from truceline.reports.drafted import Draft
from truceline.reports.fallen_on import AMONG, SENT_AGAINST
from truceline.reports.land_forces import foreign_forces, own_forces
from truceline.reports.lands import fired_from, land
from truceline.reports.sides import ANYBODY
from truceline.reports.state_fought import state_fought

READ_BY = "reports.targets 1"
HELD = frozenset({"ground_crossing", "sea_crossing", "air_crossing"})
NONE = frozenset({"missile_launch", "works_in_zone", "jamming", "defection", "clash", "warning_fire"})
STRUCK = frozenset({"indirect_fire", "air_strike", "direct_fire", "explosion"})
GIVEN = frozenset({"arms_transfer"})
SENT = frozenset({"balloon_launch", "loudspeaker"})


def targets(draft: Draft, reading: Reading, pack: Pack) -> list[Slot[Actor]]:
    """The targets of one act; empty where the codebook wants none or the text tells none."""
    if draft.kind == "missile_launch":  # over a land or a sea it falls on nobody
        forces = [s for s in draft.targets if s.value.role is Role.MIL and _forces(s, reading, pack)]
        return forces or [s for s in draft.targets if _things_hit(s, reading, pack)] or _people_hit(draft, reading, pack)
    if draft.kind == "suspension":
        return other_party(draft, reading, pack)
    if draft.kind in NONE and not (draft.kind == "warning_fire" and draft.targets):
        return []
    other = _other_side(draft, reading, pack)
    if draft.kind == "troop_deployment":  # the land that forces are sent to is no target
        against = [s for s in draft.targets if s.read_by.endswith(SENT_AGAINST) and s.value.party != "UNK"]
        if against:
            return against
        if (foe := _fought_there(draft, reading, pack)) is not None:
            return [_named_foe(foe, reading)]
        return [_slot(draft, other, Role.MIL)] if other is not None and _in_its_war(draft, other, reading, pack) else []
    if draft.kind in HELD:
        held = _holder(draft, other, reading, pack)
        if held is not None:
            return [held]
        if other is not None:
            return [_slot(draft, other, Role.MIL)]
    if draft.kind in SENT and other is not None:
        return [_slot(draft, other, _role_of_sent(draft, reading, pack.lexicon.sides))]
    able = [s for s in draft.targets if _may_be_target(draft, s)]
    among = [s for s in able if s.read_by.endswith(AMONG)]  # the rest of them is told apart
    told = _fallen_on([s for s in able if s not in among], draft, other, reading, pack)
    return _one_a_party([*(_of_that_day(s, draft, reading, pack) for s in told), *among])


def _of_that_day(slot: Slot[Actor], draft: Draft, reading: Reading, pack: Pack) -> Slot[Actor]:
    """People of a land that was another state's on the day of the act are that one's ("Juba", before South Sudan was)."""
    day = draft.when.value.end if draft.when is not None else reading.document.published
    if day is None or not slot.read_by.startswith(READ_BY):
        return slot
    party = pack.gazetteer.party_on(slot.value.party, day, slot.value.role.value)
    return slot if party == slot.value.party else replace(slot, value=replace(slot.value, party=party))


def _things_hit(slot: Slot[Actor], reading: Reading, pack: Pack) -> bool:
    """Whether a slot is of people or a thing of a known party, told by a noun and not by the name of a land alone ("a Greek tanker")."""
    last = reading.document.words(slot.evidence[-1]).lower().split()[-1]
    told = any(word in pack.lexicon.role_of for word in (last, last.removesuffix("s")))
    return slot.value.role is Role.CIV and slot.value.party != "UNK" and told


def _people_hit(draft: Draft, reading: Reading, pack: Pack) -> list[Slot[Actor]]:
    """The people of the place that a missile is told to have hit, and not only to have been launched towards."""
    hurt = any(c.value.what in ("killed", "wounded") and c.value.high != 0 for c in draft.counts)
    country, where = _country(draft), draft.where
    if not (hurt or draft.lemma in pack.lexicon.clauses.harming) or where is None or where.read_by.endswith(" country"):
        return []
    if country is None or country in {a.value.party for a in draft.actors} or _tells(draft, reading, pack.lexicon.sides.forces_there):
        return []
    return [Slot(value=Actor(party=country, role=Role.CIV), evidence=where.evidence, read_by=READ_BY + " people of the place")]


def _fallen_on(able: list[Slot[Actor]], draft: Draft, other: str | None, reading: Reading, pack: Pack) -> list[Slot[Actor]]:
    """On whom an act fell as its words tell, or, where they name nobody, by its place, its war and the theatre."""
    told = _one_a_party(able)
    known = [s for s in told if s.value.party != "UNK"]
    if known:
        return _one_a_party([_land(s, draft, reading, pack) for s in known])
    if told:
        foe = None if draft.kind in GIVEN else other  # arms go to a friend
        lands = reading.theatre is not None and bool(pack.gazetteer.theatres[reading.theatre].sides)
        placed = [_other_sides(_placed(s, draft, reading, pack), foe, both_lands=lands) for s in told]
        placed = [s if foe is not None else _of_that_land(s, draft, reading, pack) for s in placed]
        placed = [s for s in placed if s.value.party != "UNK"] or placed
        return _one_a_party([s for s in placed if not s.read_by.endswith(ANYBODY)])
    return _hit(draft, other or _enemy(draft, reading, pack), reading, pack)


def _holder(draft: Draft, other: str | None, reading: Reading, pack: Pack) -> Slot[Actor] | None:
    """The state whose land or waters the place of a crossing is in, where that is neither side of the line ("off Japan")."""
    country = _entered(draft)
    names = pack.gazetteer.parties.get(country) if country else None
    if draft.where is None or country is None or names is None or names.role or not draft.actors or draft.line is not None:
        return None
    if country in {a.value.party for a in draft.actors} or country == other:
        return None
    groups = _groups_at_war(draft, reading, pack) if names.home else []  # land of no army of its own is held by the group told of
    groups = [party for party in groups if pack.gazetteer.parties[party].role == Role.MIL.value]
    if len(groups) == 1:
        return Slot(
            value=Actor(party=groups[0], role=Role.MIL), evidence=draft.where.evidence, read_by=READ_BY + " group that holds the place"
        )
    return Slot(value=Actor(party=country, role=Role.MIL), evidence=draft.where.evidence, read_by=READ_BY + " holder of the place")


def _groups_at_war(draft: Draft, reading: Reading, pack: Pack) -> list[str]:
    """The armed groups told of that the actor is at war with."""
    named = {m.actor.party for a in reading.sentences for m in a.mentions}
    own = {a.value.party for a in draft.actors}
    groups = (party for party in sorted(named - own) if party in pack.gazetteer.parties and pack.gazetteer.parties[party].home)
    return [party for party in groups if any(pack.gazetteer.at_war(party, one, reading.document.published) for one in own)]


def _forces(slot: Slot[Actor], reading: Reading, pack: Pack) -> bool:
    """Whether a slot is of an armed group, or rests on a noun of forces and not on the name of a land alone."""
    last = reading.document.words(slot.evidence[0]).lower().split()[-1]
    names = pack.gazetteer.parties.get(slot.value.party)
    return names is not None and (names.role == Role.MIL.value or "mil" in map(pack.lexicon.role_of.get, (last, last.removesuffix("s"))))


def _country(draft: Draft) -> str | None:
    """The state whose land the place of an act is; None where no place is told, or its land is nobody's for sure."""
    return (draft.where.value.country or None) if draft.where else None


def _entered(draft: Draft) -> str | None:
    """The state whose land the place of an act is, or which stands in the words of the place ("to Afghanistan")."""
    if draft.where is None or draft.where.value.country:
        return _country(draft)
    held = draft.where.evidence[0]
    return next((m.actor.party for m in draft.sentence.mentions if held.start <= m.start and m.end <= held.end), None)


def _enemy(draft: Draft, reading: Reading, pack: Pack) -> str | None:
    """The one armed group told of that the actor is at war with, in whatever theatre; None where there are two."""
    groups = _groups_at_war(draft, reading, pack)
    return groups[0] if len(groups) == 1 else None


def _land(slot: Slot[Actor], draft: Draft, reading: Reading, pack: Pack) -> Slot[Actor]:
    """A country that shells or rockets come down on is its people, no army being told (codebook 2, `role`)."""
    names = pack.gazetteer.parties.get(slot.value.party)
    where = draft.where
    if slot.value.role in (Role.MIL, Role.MON) and names is not None and names.role == "gov":
        return slot  # the soldiers of a union are no shelter of it
    if names is not None and names.role == "gov" and draft.kind in STRUCK and _offices(slot, reading, pack):
        return Slot(value=Actor(party=slot.value.party, role=Role.CIV), evidence=slot.evidence, read_by=READ_BY + " offices hit")
    if names is not None and names.role == "gov" and where is not None and where.value.country and draft.kind in STRUCK:
        return Slot(
            value=Actor(party=where.value.country, role=Role.CIV), evidence=where.evidence, read_by=READ_BY + " shelter or school hit"
        )
    words = reading.document.words(slot.evidence[0])
    if draft.kind != "indirect_fire" or slot.value.role is not Role.MIL or names is None:
        return slot
    if words not in (*names.names, *names.capitals) and words.lower().split()[-1] not in pack.lexicon.sides.seats:
        return slot
    if names.role is not None:
        return slot
    if _tells(draft, reading, pack.lexicon.sides.forces_there):
        return slot
    return Slot(value=Actor(party=slot.value.party, role=Role.CIV), evidence=slot.evidence, read_by=READ_BY + " land hit")


def _offices(slot: Slot[Actor], reading: Reading, pack: Pack) -> bool:
    """Whether what is hit are the offices, vehicles or people of a body of states, and no shelter that it keeps for others."""
    words = [word.lower() for span in slot.evidence for word in reading.document.words(span).split()]
    return any(lemma in pack.lexicon.sides.own_things for word in words for lemma in (word, word.removesuffix("s")))


def _other_sides(slot: Slot[Actor], other: str | None, *, both_lands: bool) -> Slot[Actor]:
    """Soldiers of no named side are the other side's, where the theatre has two; where each has a land, so are its people."""
    if slot.value.party != "UNK" or other is None or not (slot.value.role is Role.MIL or both_lands):
        return slot
    return Slot(value=Actor(party=other, role=slot.value.role), evidence=slot.evidence, read_by=READ_BY + " other side's")


def _hit(draft: Draft, other: str | None, reading: Reading, pack: Pack) -> list[Slot[Actor]]:
    """On whom bombs and shells fell, where no phrase tells it: the group named beside, the people of the place, or the other side."""
    country = None if fired_from(draft, pack.lexicon.where) else _country(draft)
    hurt = any(c.value.what in ("killed", "wounded") and c.value.high != 0 for c in draft.counts)
    if country is None and hurt and draft.where is not None and (told := land(draft, reading, pack)) is not None:
        country = told[0]
    own = {a.value.party for a in draft.actors}
    if draft.kind in ("explosion", "direct_fire"):
        return _people_hurt(draft, reading, pack)
    if draft.kind not in ("indirect_fire", "air_strike") or not draft.actors:
        return []
    people = any(c.value.what in ("killed", "wounded") for c in draft.counts) or draft.kind == "indirect_fire"
    beside = _group_beside(draft, reading, pack)
    forces = _tells(draft, reading, pack.lexicon.sides.forces_there)
    if forces and beside is not None:
        return [beside]
    if forces and country is not None and country not in own and draft.where is not None:
        return [Slot(value=Actor(party=country, role=Role.MIL), evidence=draft.where.evidence, read_by=READ_BY + " forces at the place")]
    falls = draft.lemma in pack.lexicon.sides.comes_down or any(
        c.value.what in ("killed", "wounded") and c.value.high != 0 for c in draft.counts
    )
    if country in own and beside is None and falls and draft.line is None:  # a state that shells its own towns: their people
        own = own - {country}
    if draft.where is not None and country is not None and country not in own and people and not draft.where.read_by.endswith("country"):
        return [Slot(value=Actor(party=country, role=Role.CIV), evidence=draft.where.evidence, read_by=READ_BY + " people of the place")]
    if draft.kind == "air_strike" and beside is not None:
        return [beside]
    if draft.kind == "air_strike" and other is not None:
        return [_slot(draft, other, Role.MIL)]
    return []


def _people_hurt(draft: Draft, reading: Reading, pack: Pack) -> list[Slot[Actor]]:
    """The people of the land, where a blast or a shooting is told to have hurt several and nobody says whose they were."""
    several = any(c.value.what in ("killed", "wounded") and (c.value.low or c.value.high or 0) > 1 for c in draft.counts)
    found = land(draft, reading, pack) if several and draft.where is not None else None
    if found is None or found[0] in {a.value.party for a in draft.actors}:
        return []
    role = Role.MIL if _tells(draft, reading, pack.lexicon.sides.forces_there) else Role.CIV
    return [Slot(value=Actor(party=found[0], role=role), evidence=found[1], read_by=READ_BY + " people hurt there")]


def _other_side(draft: Draft, reading: Reading, pack: Pack) -> str | None:
    """The other party of the theatre, where the actor stands on one side; on the other's land, a group that the actor is at war with."""
    if reading.theatre is None or not draft.actors:
        return None
    theatre = pack.gazetteer.theatres[reading.theatre]
    foe = theatre.foe(draft.actors[0].value.party)
    if foe is None or theatre.land or theatre.sea or pack.gazetteer.parties[foe].home:
        return foe
    group = _enemy(draft, reading, pack)  # where states have no line, a group told of may fight on the land of one
    return group if group is not None and foe in pack.gazetteer.parties[group].home else foe


def _fought_there(draft: Draft, reading: Reading, pack: Pack) -> str | None:
    """The one armed group told of that the actor is at war with and that fights in the land to which forces are sent."""
    country = _entered(draft)
    if country is None or country in {a.value.party for a in draft.actors}:
        return None
    groups = [party for party in _groups_at_war(draft, reading, pack) if country in pack.gazetteer.parties[party].home]
    return groups[0] if len(groups) == 1 else None


def _named_foe(party: str, reading: Reading) -> Slot[Actor]:
    """The forces of a party, where the text names it first."""
    span = next(
        Span(document_id=reading.document_id, start=m.start, end=m.end, part=a.sentence.part)
        for a in reading.sentences
        for m in a.mentions
        if m.actor.party == party
    )
    return Slot(value=Actor(party=party, role=Role.MIL), evidence=(span,), read_by=READ_BY + " fought in that land")


def _in_its_war(draft: Draft, foe: str, reading: Reading, pack: Pack) -> bool:
    """Whether forces are sent to the land of a party to the war, or, no land being told, their foe is named beside."""
    country = _country(draft)
    if country is not None and country not in {a.value.party for a in draft.actors} and reading.theatre is not None:
        return country in pack.gazetteer.theatres[reading.theatre].parties
    return foe in {m.actor.party for m in draft.sentence.mentions}


def _group_beside(draft: Draft, reading: Reading, pack: Pack) -> Slot[Actor] | None:
    """The one armed group, not the actor, that the sentences of an act name."""
    own = {a.value.party for a in draft.actors}
    armed = {party for party, names in pack.gazetteer.parties.items() if names.home}
    groups = {
        m.actor.party: Span(document_id=reading.document_id, start=m.start, end=m.end, part=a.sentence.part)
        for a in _told_by(draft, reading)
        for m in reversed(a.mentions)
        if m.actor.party not in own and m.actor.role is Role.MIL and m.actor.party in armed
    }
    if len(groups) != 1:
        return None
    party, span = next(iter(groups.items()))
    return Slot(value=Actor(party=party, role=Role.MIL), evidence=(span,), read_by=READ_BY + " group named beside")


def _told_by(draft: Draft, reading: Reading) -> list[Annotated]:
    """The sentence of an act, and the one that tells its place."""
    spans = draft.where.evidence if draft.where is not None else ()
    placed = [a for a in reading.sentences for s in spans if a.sentence.part == s.part and a.sentence.start <= s.start < a.sentence.end]
    return [draft.sentence, *(a for a in placed if a is not draft.sentence)]


def _tells(draft: Draft, reading: Reading, words: tuple[str, ...]) -> bool:
    """Whether the sentences of an act and its place have one of the words, said of others than who acted."""
    acting = [span for slot in draft.actors for span in slot.evidence]
    for annotated in _told_by(draft, reading):
        sentence = annotated.sentence
        for match in shaped(r"\bWORDS\b", words).finditer(sentence.text):
            start, end = sentence.start + match.start(), sentence.start + match.end()
            if not any(s.part == sentence.part and s.start < end and start < s.end for s in acting):
                return True
    return False


def _slot(draft: Draft, party: str, role: Role) -> Slot[Actor]:
    return Slot(value=Actor(party=party, role=role), evidence=draft.actors[0].evidence, read_by=READ_BY + " other side of the line")


def _role_of_sent(draft: Draft, reading: Reading, words: SideWords) -> Role:
    """Loudspeakers and leaflets are aimed at a government; other loads of a state come down on civilians (codebook 3)."""
    if draft.kind == "loudspeaker" or draft.actors[0].value.role is Role.CIV:
        return Role.GOV
    if _tells(draft, reading, words.waste):
        return Role.CIV
    return Role.GOV if _tells(draft, reading, words.leaflets) else Role.CIV


def _may_be_target(draft: Draft, slot: Slot[Actor]) -> bool:
    """Nobody is the target of his own act, but for those shot at while leaving their side, or hurt at their own work."""
    own = {a.value.party for a in draft.actors} - {"UNK"}
    told = slot.value.role is Role.CIV and draft.kind in STRUCK and slot.evidence not in [a.evidence for a in draft.actors]
    return slot.value.party not in own or draft.kind in ("direct_fire", "explosion") or told


def _placed(slot: Slot[Actor], draft: Draft, reading: Reading, pack: Pack) -> Slot[Actor]:
    """Civilians and police without a country are those of the land the act was in, where the text tells it."""
    if slot.value.role not in (Role.CIV, Role.GOV):
        return slot
    found = land(draft, reading, pack)
    if found is not None:
        return Slot(value=Actor(party=found[0], role=slot.value.role), evidence=found[1], read_by=READ_BY + " country of the place")
    state = state_fought(draft.actors, reading, pack)
    noun = reading.document.words(slot.evidence[-1]).lower().split()[-1].removesuffix("s")
    if state is None or noun in pack.lexicon.word_sets["vessels"]:
        return slot
    return Slot(
        value=Actor(party=state, role=slot.value.role), evidence=draft.actors[0].evidence, read_by=READ_BY + " land that the group is of"
    )


def _of_that_land(slot: Slot[Actor], draft: Draft, reading: Reading, pack: Pack) -> Slot[Actor]:
    """Soldiers of no told side are those of the land the act was in, where a text tells of no forces of another state."""
    own = own_forces(slot, reading, pack)
    found = land(draft, reading, pack) if slot.value == Actor(party="UNK", role=Role.MIL) and own else None
    if found is None and own and slot.value.party == "UNK" and (state := state_fought(draft.actors, reading, pack)) is not None:
        found = (state, draft.actors[0].evidence)
    if found is None or found[0] in {a.value.party for a in draft.actors} or foreign_forces(found[0], reading, pack):
        return slot
    return Slot(value=Actor(party=found[0], role=Role.MIL), evidence=found[1], read_by=READ_BY + " army of the land")


def _one_a_party(slots: list[Slot[Actor]]) -> list[Slot[Actor]]:
    """Each party once with its people and once with its forces or offices, in the order told."""
    kept: dict[tuple[str, Role], Slot[Actor]] = {}
    armed: set[str] = set()
    for slot in slots:
        if slot.value.party not in armed or slot.value.role is Role.CIV:
            kept.setdefault((slot.value.party, slot.value.role), slot)
        if slot.value.role is not Role.CIV and slot.value.party != "UNK":
            armed.add(slot.value.party)
    return list(kept.values())
