"""Drafts: acts with their slots filled, before the retellings of one document are joined."""

from truceline.model.party import Actor, Role
from truceline.model.reading import Reading
from truceline.model.report import FollowUp, Modality, Slot
from truceline.model.text import Span
from truceline.packs.lexicon import Lexicon
from truceline.packs.pack import Pack
from truceline.packs.reading_words import TellingWords
from truceline.packs.word_patterns import shaped
from truceline.reports import aftermath, lines, slots, where
from truceline.reports.anchors import anchored
from truceline.reports.attribution import Attributions
from truceline.reports.cast import Cast
from truceline.reports.casualties import tolls
from truceline.reports.complete import complete
from truceline.reports.counts import LAUNCHED, counts
from truceline.reports.doubt import chargers, deniers
from truceline.reports.drafted import Draft
from truceline.reports.grammar import Graph
from truceline.reports.journal import Journal, LetGo
from truceline.reports.meant import intent
from truceline.reports.modality import told
from truceline.reports.patterns import Act, acts
from truceline.reports.share import SHORT, share
from truceline.reports.sides import Sides

GOV_KINDS = frozenset({"balloon_launch", "loudspeaker", "suspension", "arms_transfer", "restoration", "truce", "violation_claim"})
FORCE = frozenset(
    {
        "direct_fire",
        "indirect_fire",
        "air_strike",
        "clash",
        "explosion",
        "warning_fire",
        "missile_launch",
        "ground_crossing",
        "sea_crossing",
        "air_crossing",
        "troop_deployment",
        "works_in_zone",
        "weapons_in_zone",
    }
)
"""Acts of arms: a government or a nation that does them does them through its forces (codebook 2, `role`)."""
HARMS = frozenset({"direct_fire", "indirect_fire", "air_strike", "explosion"})
MONITORS_HIT = frozenset({"direct_fire", "indirect_fire", "explosion", "air_strike", "clash"})
LINED = frozenset(
    {
        "ground_crossing",
        "sea_crossing",
        "air_crossing",
        "defection",
        "direct_fire",
        "warning_fire",
        "clash",
        "indirect_fire",
        "works_in_zone",
        "weapons_in_zone",
        "loudspeaker",
        "balloon_launch",
        "explosion",
        "capture",
        "monitor_attack",
        "monitor_obstruction",
        "air_strike",
        "jamming",
    }
)


def drafts(reading: Reading, pack: Pack, journal: Journal | None = None) -> list[Draft]:
    """Every act of the document, in order of the text; what becomes no draft is told to the journal, if there is one."""
    lexicon = pack.lexicon
    mission = pack.gazetteer.theatres[reading.theatre].mission if reading.theatre else None
    sides = Sides(reading.document, lexicon, mission=mission, cast=Cast.of(reading, pack))
    speakers = Attributions.of_reading(reading, pack)
    found: list[Draft] = []
    if let_go_whole(reading, lexicon):
        return found
    for index, annotated in enumerate(reading.sentences):
        graph = Graph.of(annotated, lexicon.clauses)
        sides.index = index
        if not annotated.sentence.tokens:
            share(graph, index, [], found, reading, lexicon)
            continue
        here: list[Draft] = []
        for act in acts(graph, index, lexicon):
            made = _draft(act, reading, lexicon, sides, speakers)
            if isinstance(made, Draft):
                here.append(made)
            if journal is not None:
                journal.act(act, made)
        sides.remember(graph)
        if not here:
            speakers.note(annotated)
            _told_of_launch(graph, index, found, reading, lexicon, speakers)
        share(graph, index, here, found, reading, lexicon)
        found += here
    return complete(found, reading, pack)


def let_go_whole(reading: Reading, lexicon: Lexicon) -> str:
    """Why nothing of a text is read; "" where it is read."""
    if fiction(reading, lexicon):
        return "told of a film, a book or a tour"
    open_ = unfilled(reading, lexicon)
    return f"a template with a place left open: {open_!r}" if open_ else ""


def unfilled(reading: Reading, lexicon: Lexicon) -> str:
    """A place that a template left open ("[Insert Date Here]"); an editor's brackets ("[the soldiers]") are none."""
    pattern = shaped(r"\[\s*WORDS\b[^\]\n]{0,80}\]", lexicon.cues.placeholders)
    texts = (reading.document.title or "", reading.document.text)
    found = next((match for text in texts if "[" in text and (match := pattern.search(text))), None)
    return found.group() if found else ""


def _told_of_launch(graph: Graph, index: int, found: list[Draft], reading: Reading, lexicon: Lexicon, speakers: Attributions) -> None:
    """Who tells how what was launched flew ("according to X, the missiles flew ..."), in the sentence after a launch that nobody tells."""
    last = found[-1] if found else None
    if last is None or last.attributions or last.index != index - 1 or last.kind not in LAUNCHED or len(reading.sentences) > SHORT:
        return
    things = lexicon.word_sets[LAUNCHED[last.kind]]
    for n, token in enumerate(graph.tokens):
        pointed = any(graph.tokens[k].text.lower() == "the" for k in graph.with_dep(n, "det"))
        if pointed and token.lemma in things and token.dep in ("nsubj", "nsubjpass"):
            last.attributions = [a for a in speakers.of(graph, token.head) if a.cue is not None and a.speaker.value.party is not None]
            return


def fiction(reading: Reading, lexicon: Lexicon) -> bool:
    """Whether a text is about a film, a book or a tour: at least two of its sentences, and one in three, say so."""
    words = shaped(r"\bWORDS\b", lexicon.cues.fiction)
    told = sum(1 for a in reading.sentences if words.search(a.sentence.text))
    return told >= 2 and told * 3 >= len(reading.sentences)


def _draft(act: Act, reading: Reading, lexicon: Lexicon, sides: Sides, speakers: Attributions) -> Draft | LetGo:
    """The draft of one act, or why there is none."""
    how = told(act, lexicon)
    if how.modality is None:
        return LetGo(how.why)
    document, graph = reading.document, act.graph
    denying = deniers(act, lexicon)
    draft = Draft(
        kind=act.kind,
        kind_slot=Slot(value=act.kind, evidence=_evidence(act, reading), read_by=f"reports.patterns 1 {act.lemma}"),
        sentence=graph.annotated,
        index=act.index,
        weak=act.pattern.weak,
        modality=how.modality,
        indexes=[act.index],
        lemma=act.lemma,
        trigger=act.trigger,
        title=graph.annotated.sentence.headline,
    )
    _who(draft, act, sides)
    if draft.kind == "defection" and draft.actors:
        sides.defector = draft.actors[0]
    if draft.kind in MONITORS_HIT and any(slot.value.role is Role.MON for slot in draft.targets):
        draft.kind = "monitor_attack"
        draft.kind_slot = Slot(value=draft.kind, evidence=draft.kind_slot.evidence, read_by=draft.kind_slot.read_by + " at monitors")
    if act.pattern.needs_sides and not (draft.parties() and len({s.value.party for s in draft.actors + draft.targets}) > 1):
        return LetGo("two sides are needed and not told", done=True)
    draft.when, draft.when_said = slots.when(act, document, lexicon)
    if draft.when is None:
        draft.when = anchored(act, reading, lexicon)
    if _to_come(draft, reading):
        return LetGo("its day lies after publication")
    draft.time, draft.where = slots.clock(act, document, lexicon), where.place(act, document, lexicon)
    draft.definite, draft.another = _pointing(act, lexicon.telling)
    if act.kind in LINED:
        draft.line, draft.sector = lines.line(act, document, lexicon)
    draft.counts = counts(act, document, lexicon)
    draft.intent = intent(graph, document, lexicon, act.trigger)
    if denying is not None:
        draft.denied = True
        draft.follow_ups = [
            FollowUp(act="denial", by=s.value.code, to=None, evidence=s.evidence) for s in _slots(graph, denying, Role.GOV, sides)
        ]
        charging = chargers(act, lexicon)
        if charging is not None:
            by: list[str | None] = [s.value.code for s in _slots(graph, charging, Role.GOV, sides)]
            draft.follow_ups += [FollowUp(act="accusation", by=b, to=None, evidence=draft.kind_slot.evidence) for b in by or [None]]
        return draft
    draft.attributions = list(speakers.of(graph, act.trigger))
    return draft


def _to_come(draft: Draft, reading: Reading) -> bool:
    """Whether the day told lies after publication (two days' grace for time zones and wire dates): no act has been yet."""
    published = reading.document.published
    return (
        published is not None
        and draft.when is not None
        and draft.modality is not Modality.PLANNED
        and (draft.when.value.start - published).days > 2
    )


def _pointing(act: Act, told: TellingWords) -> tuple[bool, bool]:
    """Whether the trigger points back ("the clash", "this attack"), or says that it is a further act ("another attack")."""
    graph = act.graph
    words = {graph.tokens[k].lemma for k in graph.with_dep(act.trigger, "det", "amod")} if graph.is_noun(act.trigger) else set()
    near = {graph.tokens[w].text.lower() for w in graph.clause(act.trigger)} if graph.is_verb(act.trigger) else words
    suffering = {graph.tokens[k].lemma for p in graph.patients(act.trigger) for k in (p, *graph.with_dep(p, "det", "amod"))}
    counted = graph.is_noun(act.trigger) and bool(graph.with_dep(act.trigger, "nummod"))  # "in three separate battles": one telling
    another = not counted and bool(
        (words | near) & told.another or words & told.another_before or (act.kind == "capture" and suffering & told.more_taken)
    )
    return bool(words & told.same) and not another and not graph.with_dep(act.trigger, "prep"), another


def _who(draft: Draft, act: Act, sides: Sides) -> None:
    default = Role.GOV if act.kind in GOV_KINDS else Role.MIL
    graph, n = act.graph, act.trigger
    agents, patients = graph.agents(n), graph.patients(n)
    if not agents and draft.modality is Modality.PLANNED and graph.is_noun(n) and graph.tokens[n].dep == "dobj":
        agents = graph.subjects(graph.tokens[n].head)
    if act.pattern.by == "both":
        others = [p for prep, p in graph.obliques(n) if prep in ("with", "against", "between", "and")]
        draft.actors = _slots(graph, agents + patients + others, default, sides)
        if len({s.value.party for s in draft.actors} - {"UNK"}) < 2:
            more = _slots(graph, _fighters(graph, sides), default, sides)
            parties = {s.value.party for s in draft.actors if s.value.party != "UNK"}
            draft.actors = [s for s in draft.actors if s.value.party != "UNK"] + [
                s for s in more if s.value.party not in parties | {"UNK"} and s.value.role is Role.MIL
            ]
        return
    if not agents and act.kind in aftermath.CROSSINGS and not graph.is_verb(n):
        governor = next((a for a in graph.ancestors(n) if graph.is_verb(a)), None)
        agents = graph.patients(governor) if governor is not None else []
    if graph.is_noun(n) and graph.tokens[n].lemma in sides.lexicon.numbers.intruders and not graph.mention(n):
        agents = [n]
    if act.kind == "arms_transfer" and not agents:
        agents = [p for p in patients if _round(graph, p, act, sides.lexicon)]  # "Soviet arms are shipped": whose they were sent them
    draft.actors = _armed(_slots(graph, agents, default, sides), act, sides)
    verbal = graph.is_verb(n) or (act.lemma in act.pattern.verbs and act.lemma not in act.pattern.nouns)
    if not draft.actors and verbal and act.kind in FORCE and not graph.passive(n):
        draft.actors = _slots(graph, _before(graph, n, sides), default, sides)
    into = [p for prep, p in graph.obliques(n) if prep in ("at", "on", "against", "into", "to", "toward", "towards", "over")]
    into += [p for prep, p in graph.obliques(n) if prep == "near" and sides.noun_role(graph, p) is Role.MIL]
    into += [
        q
        for prep, p in graph.obliques(n)
        if prep == "in" and graph.tokens[p].lemma == "direction"
        for of, q in graph.obliques(p)
        if of == "of"
    ]
    hit = [p for p in patients + into if not _round(graph, p, act, sides.lexicon)]
    draft.targets = [s for s in _slots(graph, hit, default, sides) if s.evidence not in [a.evidence for a in draft.actors]]
    if act.kind in HARMS and not act.pattern.weak and not any(s.value.party != "UNK" for s in draft.targets):
        hurt = [h for t in tolls(graph, sides.document, sides.lexicon) if not t.running for h in t.heads]
        told = [s for s in _slots(graph, hurt, default, sides) if s.value.party not in {a.value.party for a in draft.actors}]
        draft.targets = told or draft.targets


def _before(graph: Graph, n: int, sides: Sides) -> list[int]:
    """The forces named right before a verb whose subject the parser missed ("a fighter jet intruded"), up to a comma or a clause."""
    for k in range(n - 1, -1, -1):
        token = graph.tokens[k]
        if token.tag in (",", ":", "CC", "``", "''", "IN") or graph.is_verb(k) or token.text in ("(", ")"):
            return []
        if graph.is_noun(k) and token.dep not in ("dobj", "pobj") and sides.noun_role(graph, k) is Role.MIL:
            return [k]
    return []


def _armed(slots: list[Slot[Actor]], act: Act, sides: Sides) -> list[Slot[Actor]]:
    """A leader, a government or a nation that fires, strikes or sends troops is read as its forces; police stay police."""
    if act.kind not in FORCE:
        return slots
    found = []
    for slot in slots:
        words = sides.document.words(slot.evidence[0]).lower()
        national = slot.value.role is Role.CIV and sides.nation(slot)
        office = slot.value.role is Role.GOV and not any(w in words for w in sides.lexicon.roles.armed_civil)
        role = Role.MIL if slot.value.party != "UNK" and (office or national) else slot.value.role
        found.append(Slot(value=Actor(party=slot.value.party, role=role), evidence=slot.evidence, read_by=slot.read_by))
    return found


def _round(graph: Graph, p: int, act: Act, lexicon: Lexicon) -> bool:
    """Whether what is "fired" is the shell or the missile itself, or what is sent are the arms, no one hit or supplied."""
    words = lexicon.word_sets
    if act.kind == "arms_transfer":
        return graph.tokens[p].lemma in words["armaments"] and graph.tokens[p].dep == "nsubjpass"
    return (
        act.kind in ("indirect_fire", "direct_fire", "missile_launch", "warning_fire")
        and graph.tokens[p].lemma in words["shells"] | words["missiles"] | words["small_arms"] | words["bombs"]
        and graph.tokens[p].dep in ("dobj", "nsubjpass", "conj", "attr", "pobj")
    )


def _fighters(graph: Graph, sides: Sides) -> list[int]:
    """Heads of the armed named in a sentence, speakers left out."""
    found = []
    for n, token in enumerate(graph.tokens):
        if graph.is_noun(n) and token.dep not in ("compound", "amod", "nmod", "poss") and not _speaks(graph, n, sides):
            role = sides.noun_role(graph, n)
            named = graph.mention(n)
            if role is Role.MIL or (role is None and named is not None and graph.annotated.mentions[named].actor.role is Role.MIL):
                found.append(n)
    return found


def _speaks(graph: Graph, n: int, sides: Sides) -> bool:
    token = graph.tokens[n]
    return (
        token.dep in ("nsubj", "pobj")
        and graph.tokens[token.head].lemma in (*sides.lexicon.speech.strong, "to")
        and (token.dep == "nsubj" or graph.tokens[graph.tokens[token.head].head].lemma == "accord")
    )


def _slots(graph: Graph, heads: list[int], default: Role, sides: Sides) -> list[Slot[Actor]]:
    found: dict[Actor, Slot[Actor]] = {}
    for head in heads:
        slot = sides.actor(graph, head, default)
        if slot is not None:
            found.setdefault(slot.value, slot)
    if any(a.party != "UNK" for a in found):
        found = {a: s for a, s in found.items() if a.party != "UNK"}
    return list(found.values())


def _evidence(act: Act, reading: Reading) -> tuple[Span, ...]:
    """The trigger with the deciding words that stand near it, as one stretch."""
    trigger = act.graph.tokens[act.trigger]
    start, end = trigger.start, trigger.end
    for token in sorted((act.graph.tokens[w] for w in act.deciding), key=lambda t: abs(t.start - trigger.start)):
        if token.start - end <= 25 and start - token.end <= 25:
            start, end = min(start, token.start), max(end, token.end)
    return (Span(document_id=reading.document_id, start=start, end=end, part=act.graph.annotated.sentence.part),)
