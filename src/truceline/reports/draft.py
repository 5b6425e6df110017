"""Drafts: acts with their slots filled, before the retellings of one document are joined."""

from truceline.model.party import Role
from truceline.model.reading import Reading
from truceline.model.report import FollowUp, Modality, Slot
from truceline.model.text import Span
from truceline.packs.lexicon import Lexicon
from truceline.packs.pack import Pack
from truceline.packs.reading_words import TellingWords
from truceline.packs.word_patterns import found_in, shaped
from truceline.reports import lines, slots, where
from truceline.reports.actor_slots import slots_of
from truceline.reports.anchors import anchored
from truceline.reports.anniversaries import dated_by_anniversary
from truceline.reports.arrests import BY_POLICE, told_on
from truceline.reports.at_home import OF_CRIME, at_home, of_crime
from truceline.reports.attribution import Attributions
from truceline.reports.careers import career
from truceline.reports.complete import complete
from truceline.reports.counted_days import count_days
from truceline.reports.counts import LAUNCHED, counts
from truceline.reports.doubt import chargers, deniers
from truceline.reports.drafted import Draft
from truceline.reports.enemies import as_foe
from truceline.reports.general import general
from truceline.reports.grammar import Graph
from truceline.reports.heard import Heard, heard
from truceline.reports.in_passing import in_passing
from truceline.reports.intended import is_due
from truceline.reports.journal import Journal, LetGo
from truceline.reports.meant import intent
from truceline.reports.modality import told
from truceline.reports.nights_said import night_said
from truceline.reports.of_play import OF_PLAY, sentences_of_play
from truceline.reports.opinions import UNDATED, of_opinion
from truceline.reports.ourselves import announces_itself, as_speaker, own_plan
from truceline.reports.own_denials import denied_by_its_own, may_be_denied
from truceline.reports.patterns import Act, acts
from truceline.reports.peacetime import of_peace
from truceline.reports.planted import go_off, raids_flown
from truceline.reports.recalled import earlier_spell
from truceline.reports.rough_days import roughly
from truceline.reports.share import share
from truceline.reports.sides import Sides
from truceline.reports.steps_told import StepTold, steps_in
from truceline.reports.story_day import go_on
from truceline.reports.who import who
from truceline.reports.whose_toll import SHORT
from truceline.reports.years_carried import carry_years

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


def drafts(reading: Reading, pack: Pack, journal: Journal | None = None) -> tuple[list[Draft], list[StepTold]]:
    """Every act of the document, and every step, in order of the text; what becomes no draft is told to the journal, if there is one."""
    lexicon = pack.lexicon
    if let_go_whole(reading, lexicon):
        return [], []
    theatre = pack.gazetteer.theatres[reading.theatre] if reading.theatre else None
    speakers = Attributions.of_reading(reading, pack)
    sides = Sides(reading.document, lexicon, cast=speakers.speakers.cast)
    if theatre is not None:
        sides.mission, sides.forces = theatre.mission, theatre.forces
    spoke: list[Heard] = []
    found: list[Draft] = []
    told: list[StepTold] = []
    crime, games, police = at_home(reading, lexicon), sentences_of_play(reading, lexicon), False
    opinion = of_opinion(reading, lexicon)
    for index, annotated in enumerate(reading.sentences):
        graph = Graph.of(annotated, lexicon.clauses)
        sides.index = index
        if not annotated.sentence.tokens:
            share(graph, index, [], found, reading, lexicon)
            continue
        here: list[Draft] = []
        for act in acts(graph, index, lexicon):
            topic = OF_PLAY if index in games else OF_CRIME if crime and of_crime(act, lexicon) else ""
            made = LetGo(topic) if topic else _draft(act, reading, lexicon, sides, speakers)
            if police and isinstance(made, Draft) and told_on(made, lexicon):
                made = LetGo(BY_POLICE)
            police = police or made == LetGo(BY_POLICE)
            if opinion and isinstance(made, Draft) and made.when is None:
                made = LetGo(UNDATED)
            if isinstance(made, Draft):
                here.append(made)
            if journal is not None:
                journal.act(act, made)
        sides.remember(graph)
        if not speakers.spoke_in(annotated):
            speakers.note(annotated)
        if (speaker := speakers.spoke_in(annotated)) is not None:
            spoke.append(Heard(index, speaker))
        told += steps_in(graph, index, reading, lexicon, sides, speakers)
        if not here:
            _told_of_launch(graph, index, found, reading, lexicon, speakers)
        share(graph, index, here, found, reading, lexicon)
        found += here
    raids_flown(found, reading, lexicon)
    go_off(found, reading, pack)
    heard(found, spoke, reading)
    carry_years(found, reading, lexicon)
    count_days(found, reading, lexicon)
    dated_by_anniversary(found, reading, lexicon)
    roughly(found, reading, lexicon)
    go_on(found, reading, lexicon)
    return complete(found, reading, pack), told


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
    cues, texts = lexicon.cues, [a.sentence.text for a in reading.sentences]
    told = sum(1 for t in texts if found_in(t, cues.fiction) or (found_in(t, cues.outings) and not found_in(t, cues.no_outing)))
    return told >= 2 and told * 3 >= len(reading.sentences)


def _draft(act: Act, reading: Reading, lexicon: Lexicon, sides: Sides, speakers: Attributions) -> Draft | LetGo:
    """The draft of one act, or why there is none."""
    how = told(act, lexicon)
    not_done = how.modality is None and may_be_denied(act, how.why, lexicon)
    if how.modality is None and not not_done:
        return LetGo(how.why)
    if peaceful := of_peace(act, lexicon):
        return LetGo(peaceful)
    document, graph = reading.document, act.graph
    denying = deniers(act, lexicon)
    draft = Draft(
        kind=act.kind,
        kind_slot=Slot(value=act.kind, evidence=_evidence(act, reading), read_by=f"reports.patterns 1 {act.lemma}"),
        sentence=graph.annotated,
        index=act.index,
        weak=act.pattern.weak,
        modality=how.modality or Modality.ACTUAL,
        indexes=[act.index],
        triggers=[(act.index, act.trigger)],
        lemma=act.lemma,
        trigger=act.trigger,
        title=graph.annotated.sentence.headline,
    )
    who(draft, act, sides)
    if draft.kind == "defection" and draft.actors:
        sides.defector = draft.actors[0]
    if draft.kind in MONITORS_HIT and any(slot.value.role is Role.MON for slot in draft.targets):
        draft.kind = "monitor_attack"
        draft.kind_slot = Slot(value=draft.kind, evidence=draft.kind_slot.evidence, read_by=draft.kind_slot.read_by + " at monitors")
    if act.pattern.needs_sides and not _sides_enough(draft, act, lexicon):
        return LetGo("two sides are needed and not told", done=True)
    draft.when, draft.when_said = slots.when(act, document, lexicon)
    draft.when = night_said(draft.when, act, document, lexicon)
    if draft.when is None:
        draft.when = anchored(act, reading, lexicon)
    if draft.when is not None and _of_another_act(act, draft.when.evidence, lexicon):
        draft.when = None
    if _to_come(draft, reading):
        return LetGo("its day lies after publication")
    draft.time, draft.where = slots.clock(act, document, lexicon), where.place(act, document, lexicon)
    at_large = general(act, draft, lexicon) or in_passing(act, draft, lexicon, document.published) or career(act, draft, lexicon)
    if at_large:
        return LetGo(at_large)
    draft.definite, draft.another = _pointing(act, lexicon)
    if act.kind in LINED:
        draft.line, draft.sector = lines.line(act, document, lexicon)
    draft.counts = counts(act, document, lexicon)
    draft.intent = intent(graph, document, lexicon, act.trigger)
    if denying is not None:
        _deny(draft, act, denying, sides, lexicon)
        draft.attributions = speakers.charged(graph, act.trigger)
        return draft
    if not_done:
        return draft if denied_by_its_own(draft, act, speakers) else LetGo(how.why)
    draft.attributions = list(speakers.of(graph, act.trigger))
    own_plan(draft)
    if draft.modality is Modality.PLANNED and not is_due(graph, act.trigger, lexicon) and _only_others_say(draft):
        return LetGo("a plan that only others tell of")
    as_speaker(draft, act, speakers.voice, document.id, lexicon)
    as_foe(draft, act, speakers.voice, reading, sides)
    if draft.modality is Modality.ACTUAL and announces_itself(draft, act, lexicon):
        draft.modality = Modality.PLANNED
    return draft


def _deny(draft: Draft, act: Act, denying: list[int], sides: Sides, lexicon: Lexicon) -> None:
    """Makes a draft one that is denied, by those at some words, with who is said to have made the charge."""
    graph = act.graph
    draft.denied = True
    draft.follow_ups = [
        FollowUp(act="denial", by=s.value.code, to=None, evidence=s.evidence)
        for s in slots_of(graph, [n for n in denying if graph.tokens[n].tag != "PRP"], Role.GOV, sides)  # whom "he" means, steps tell
        if s.value.party != "UNK"
    ]
    charging = chargers(act, lexicon)
    if charging is not None:
        by: list[str | None] = [s.value.code for s in slots_of(graph, charging, Role.GOV, sides)]
        draft.follow_ups += [FollowUp(act="accusation", by=b, to=None, evidence=draft.kind_slot.evidence) for b in by or [None]]


def _sides_enough(draft: Draft, act: Act, lexicon: Lexicon) -> bool:
    """Whether both sides are told of an act that needs two; for arms that a state announces it will supply the state is enough."""
    announced = draft.modality is Modality.PLANNED and act.kind == "arms_transfer" and act.lemma in lexicon.clauses.giving
    told = {s.value.party for s in draft.actors + draft.targets}
    return bool(draft.parties()) and (len(told) > 1 or (announced and bool(draft.actors)))


def _only_others_say(draft: Draft) -> bool:
    """Whether a plan is told by other parties alone ("they warned that Syria intended to send"): nobody has announced it (codebook 1)."""
    doers = {slot.value.party for slot in draft.actors} - {"UNK"}
    if draft.kind == "arms_transfer" and doers:  # who is to be given arms may announce it as well
        doers |= {slot.value.party for slot in draft.targets} - {"UNK"}
    tellers = {each.speaker.value.party for each in draft.attributions}
    return bool(doers and tellers) and None not in tellers and not tellers & (doers | {"UNK"})


def _of_another_act(act: Act, day: tuple[Span, ...], lexicon: Lexicon) -> bool:
    """Whether a day outside the phrase of an act is of what else was done.

    So it is where those whom the act took tell it ("hostages"), or days of it that came before ("after a week of fighting").
    """
    graph = act.graph
    held = graph.is_noun(act.trigger) and act.lemma in lexicon.reality.granted_always
    if not held and not earlier_spell(graph, act.trigger, lexicon):
        return False
    within = [graph.tokens[w] for w in graph.clause(act.trigger)]
    return not any(token.start <= span.start < token.end for span in day for token in within)


def _to_come(draft: Draft, reading: Reading) -> bool:
    """Whether the day told lies after publication (two days' grace for time zones and wire dates): no act has been yet."""
    published = reading.document.published
    return (
        published is not None
        and draft.when is not None
        and draft.modality is not Modality.PLANNED
        and (draft.when.value.start - published).days > 2
    )


def _pointing(act: Act, lexicon: Lexicon) -> tuple[bool, bool]:
    """Whether the trigger points back ("the clash", "this attack"), or says that it is a further act ("another attack")."""
    graph, told = act.graph, lexicon.telling
    words = {graph.tokens[k].lemma for k in graph.with_dep(act.trigger, "det", "amod")} if graph.is_noun(act.trigger) else set()
    near = words
    if graph.is_verb(act.trigger):
        near = {graph.low[w] for w in graph.clause(act.trigger) if not _another_person(graph, w, act.trigger)}
    taken = graph.patients(act.trigger) if act.kind == "capture" else []
    suffering = {graph.tokens[k].lemma for p in taken for k in (p, *graph.with_dep(p, "det", "amod"))}
    the_same = any(graph.tokens[p].lemma in told.taken_before and _the(graph, p, told) for p in graph.patients(act.trigger))
    the_same = the_same or _by_what_was_told(graph, act.trigger, lexicon) or _of_that_day(act, lexicon)
    if act.lemma in told.finding:  # "detected the drones": those told of before
        words = {graph.tokens[k].lemma for p in graph.objects(act.trigger) for k in graph.with_dep(p, "det")}
    deeds = [s for s in graph.subjects(act.trigger) if _deed(graph, s, told)]
    words |= {graph.tokens[k].lemma for s in deeds for k in graph.with_dep(s, "amod")} & told.another_before  # "a similar attack killed"
    counted = graph.is_noun(act.trigger) and bool(graph.with_dep(act.trigger, "nummod"))  # "in three separate battles": one telling
    another = not counted and bool((words | near) & told.another or words & told.another_before or suffering & told.more_taken)
    another = another or any(
        prep == "before" and graph.low[p] in told.that_told and p < act.trigger for prep, p in graph.obliques(act.trigger)
    )  # "before that, they had taken two towns"
    further = graph.is_noun(act.trigger) and any(not _of_time(graph, p) for p in graph.with_dep(act.trigger, "prep"))
    return (the_same or bool(words & told.same)) and not another and not further, another


def _of_time(graph: Graph, prep: int) -> bool:
    """Whether a phrase tells when ("the clashes on Monday"), and not which of several acts is meant ("the clashes at the river")."""
    objects = graph.with_dep(prep, "pobj")
    return bool(objects) and all(any(t.start <= graph.tokens[n].start < t.end for t in graph.annotated.times) for n in objects)


def _of_that_day(act: Act, lexicon: Lexicon) -> bool:
    """Whether a launch is named by its weekday, as one told of ("Tuesday's test")."""
    owners = act.graph.with_dep(act.trigger, "poss") if act.kind == "missile_launch" else []
    return any(act.graph.low[k] in lexicon.calendar.weekdays for k in owners)


def _by_what_was_told(graph: Graph, verb: int, lexicon: Lexicon) -> bool:
    """Whether what did it is an act or weapons told before ("the strikes killed ten", "one of the rockets hit a school")."""
    if not graph.is_verb(verb):
        return False
    told = lexicon.telling
    for n in graph.objects(verb):  # "fired the two shells"
        if _weapon(graph, n, lexicon) and _the(graph, n, told) and graph.with_dep(n, "nummod"):
            return True
    for n in graph.subjects(verb):
        if _deed(graph, n, told) and _the(graph, n, told) and not graph.with_dep(n, "prep"):
            return True
        parts = [k for p in graph.with_dep(n, "prep") if graph.low[p] == "of" for k in graph.with_dep(p, "pobj")]
        if any(_weapon(graph, k, lexicon) and _the(graph, k, told) for k in parts):
            return True
    return False


def _weapon(graph: Graph, n: int, lexicon: Lexicon) -> bool:
    """Whether a noun is of shells or missiles."""
    lemma, sets = graph.tokens[n].lemma, lexicon.word_sets
    return lemma in sets["shells"] or lemma in sets["missiles"]


def _deed(graph: Graph, n: int, told: TellingWords) -> bool:
    """Whether a noun is of an act, or of a blast."""
    lemma = graph.tokens[n].lemma
    return lemma in told.any_act or lemma in told.blasts


def _the(graph: Graph, n: int, told: TellingWords) -> bool:
    """Whether a noun is pointed to ("the hostages")."""
    return any(graph.low[k] in told.same for k in graph.with_dep(n, "det"))


def _another_person(graph: Graph, n: int, verb: int) -> bool:
    """Whether "another" is who did it ("shot by another rebel"), or one more who suffered it ("killed one and wounded another")."""
    if graph.tokens[n].dep == "det" and graph.tokens[n].head in graph.agents(verb) and graph.passive(verb):
        return True
    return graph.tokens[n].dep == "dobj" and graph.tokens[n].head == verb and graph.tokens[verb].dep == "conj"


def _evidence(act: Act, reading: Reading) -> tuple[Span, ...]:
    """The trigger with the deciding words that stand near it, as one stretch."""
    trigger = act.graph.tokens[act.trigger]
    start, end = trigger.start, trigger.end
    for token in sorted((act.graph.tokens[w] for w in act.deciding), key=lambda t: abs(t.start - trigger.start)):
        if token.start - end <= 25 and start - token.end <= 25:
            start, end = min(start, token.start), max(end, token.end)
    return (Span(document_id=reading.document_id, start=start, end=end, part=act.graph.annotated.sentence.part),)
