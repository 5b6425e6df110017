"""When of one act: the date and the time of day in its sentence that belong to it."""

from collections.abc import Sequence

from truceline.model.document import Document
from truceline.model.reading import Annotated, Reading, TimeMention
from truceline.model.report import Slot
from truceline.model.text import Span
from truceline.model.time import Precision, When
from truceline.packs.lexicon import Lexicon
from truceline.packs.reading_words import TellingWords
from truceline.reports.drafted import Draft
from truceline.reports.grammar import Graph
from truceline.reports.patterns import Act
from truceline.reports.recalled import answered, done_afterwards, long_done
from truceline.reports.unreal import protested_at
from truceline.reports.when_clause import told_at, when_clause

OWN, NEAR, SAID, OTHER = "own", "near", "said", "other"
JUDGED, ELSEWHERE, AFTER = "judged", "elsewhere", "after"


def when(act: Act, document: Document, lexicon: Lexicon) -> tuple[Slot[When] | None, bool]:
    """The day of an act: a date of its own clause or of one above it first, then another of what its sentence tells, last that of telling.

    The flag says that the date is the day of saying ("..., the army said Sunday"), or of what came after the act ("sank on Friday after
    a blast killed six"): right for most leads, but a date of the act told elsewhere is better. A date that belongs to another act of the
    sentence is none of this one.
    """
    if (told_when := when_clause(act, document, lexicon)) is not None:
        return told_when, False
    told = [
        t for t in _dates(act.graph) if t.when is not None and (t.when.basis != "since" or _perfect(act) or _since_then(act, t, lexicon))
    ]
    found = [(t, _tie(act, t, lexicon)) for t in told if not _counts_acts(act, t)]
    for tie in (OWN, NEAR, OTHER, AFTER, SAID):
        best = _nearest(act, [t for t, how in found if how == tie])
        exact = best is not None and best.when is not None and best.when.precision is Precision.DAY and _past(act)
        unsure = tie == SAID and not exact and not _announced(act, lexicon) and not _told_then(act, best, lexicon)
        if best is not None and best.when is not None and not unsure:
            read_by = f"language.dates 1 {best.when.basis} {tie}"
            loose = tie == SAID or (tie == AFTER and best.when.precision is Precision.DAY)
            return Slot(value=best.when, evidence=(told_at(document, act.graph, best.start, best.end),), read_by=read_by), loose
    return None, False


def _counts_acts(act: Act, mention: TimeMention) -> bool:
    """Whether a stretch of many days up to now only says in what time so many acts were ("four strikes in the past ten days")."""
    if mention.when is None or not mention.when.basis.startswith("past") or (mention.when.end - mention.when.start).days <= _FEW_DAYS:
        return False
    return act.graph.tokens[act.trigger].tag == "NNS" and bool(act.graph.with_dep(act.trigger, "nummod"))


_FEW_DAYS = 3


def _dates(graph: Graph) -> list[TimeMention]:
    """The times of a sentence that can be those of acts; "the third time since the beginning of June" is not in June as a whole."""
    times = graph.annotated.times
    counted = [(t.start, t.end) for t in times if t.window]
    return [
        t for t in times if t.when is not None and not t.window and not t.beside and not any(a < t.start and t.end <= b for a, b in counted)
    ]


def _perfect(act: Act) -> bool:
    """Whether an act is told in the present perfect: only then does "since Friday" tell its time, not that of another thing."""
    graph = act.graph
    verb = graph.verb_of(act.trigger)
    return any(graph.tokens[k].lemma == "have" for k in graph.with_dep(verb, "aux"))


def _since_then(act: Act, mention: TimeMention, lexicon: Lexicon) -> bool:
    """Whether "since" is of several acts told in the plain past ("carried out raids since Monday"), or of a campaign."""
    graph = act.graph
    verb = graph.verb_of(act.trigger)
    noun = graph.is_noun(act.trigger)
    several = any(graph.tokens[n].tag in ("NNS", "NNPS") for n in ([act.trigger] if noun else graph.patients(verb)))
    over = (
        [verb]
        if several and graph.tokens[verb].tag == "VBD" and graph.tokens[verb].dep != "relcl"
        else [act.trigger]
        if noun and act.lemma in lexicon.general.campaigns
        else []
    )
    since = [graph.tokens[k].start for w in over for k in graph.with_dep(w, "prep") if graph.low[k] == "since"]
    return any(mention.start <= start < mention.end for start in since)


def _past(act: Act) -> bool:
    """Whether an act is told as done and over: what "has been" or "will be" is not of the day on which somebody says so."""
    graph = act.graph
    verb = graph.verb_of(act.trigger)
    aux = {graph.low[k] for k in graph.with_dep(verb, "aux")}
    if graph.tokens[verb].dep == "relcl" and aux & {"is", "are"}:  # "the arms that France is sending will not do, analysts said on Monday"
        return False
    return graph.tokens[verb].tag in ("VBD", "VBN", "VBG") and not aux & {"have", "has", "'ve"}


def _told_then(act: Act, said: TimeMention | None, lexicon: Lexicon) -> bool:
    """Whether the week or month in which an act was told is the best that is known of its time ("said last week that it had shot down").

    What is to come is of that week where its announcement counts ("announced in May that it would send").
    """
    if said is None or said.when is None or said.when.basis == "since" or (said.when.end - said.when.start).days > _A_MONTH:
        return False
    graph, n = act.graph, act.trigger
    path = [n, *graph.ancestors(n)]
    under = next((i for i, w in enumerate(path) if graph.tokens[w].dep == "ccomp"), None)
    if under is None or not graph.is_verb(n) or any(graph.tokens[w].dep == "relcl" and _by_the_way(graph, w) for w in path[:under]):
        return False
    aux = {graph.low[k] for w in path[: under + 1] for k in graph.with_dep(w, "aux")}
    to_come = act.kind in lexicon.cues.planned_kinds and not aux.isdisjoint(lexicon.reality.to_come_then)
    return to_come or (graph.tokens[n].tag != "VBG" and _past(act))


_A_MONTH = 31


def _by_the_way(graph: Graph, clause: int) -> bool:
    """Whether a relative clause only adds something ("his regime, which had annexed the land")."""
    return any(graph.tokens[k].tag in ("WP", "WDT") and graph.low[k] != "that" for k in graph.with_dep(clause, "nsubj", "nsubjpass"))


def _announced(act: Act, lexicon: Lexicon) -> bool:
    """Whether an act is one that its announcement dates, told as going on or to come ("announced last month that it was sending")."""
    graph, n = act.graph, act.trigger
    planned = any(graph.tokens[w].lemma in lexicon.cues.planning for w in graph.ancestors(n))  # "said that it prepared to"
    if act.kind not in lexicon.cues.planned_kinds or planned:
        return False
    told_by_others = graph.tokens[n].dep == "relcl"  # "the arms that France is sending are few, analysts said": they announce nothing
    told = graph.tokens[n].dep == "ccomp" and graph.is_verb(graph.tokens[n].head)
    now = told and graph.tokens[n].tag in ("VBZ", "VBP") and graph.tokens[graph.tokens[n].head].lemma in lexicon.calendar.announcing
    return now or (graph.tokens[n].tag == "VBG" and not told_by_others)


def _tie(act: Act, mention: TimeMention, lexicon: Lexicon) -> str:
    """How a date hangs together with an act: the act's own, the sentence's, the day of saying or of judging it, or another act's."""
    graph = act.graph
    at = next(
        (
            n
            for n, t in enumerate(graph.tokens)
            if mention.start <= t.start < mention.end
            and t.dep != "det"
            and not (mention.start <= graph.tokens[t.head].start < mention.end and t.head != n)
        ),
        None,
    )
    if at is None:
        return NEAR
    if _of_another_thing(graph, at, act, mention, lexicon):
        return ELSEWHERE
    if answered(graph, at, lexicon) != answered(graph, act.trigger, lexicon):
        return ELSEWHERE
    owner = next((w for w in graph.ancestors(at) if graph.is_verb(w) or lexicon.names_act(graph.low[w])), None)
    owner = _right_after_saying(graph, at, _of_the_body(graph, at, owner, lexicon), lexicon)
    if owner is None or owner == act.trigger:
        return OWN
    if graph.tokens[owner].dep == "relcl" and act.trigger in graph.ancestors(owner):
        if long_done(graph, owner) or _tells_of_them(graph, owner, act):
            return ELSEWHERE
    another = _tells_of_a_dated_thing(graph, owner, act, lexicon) or _tells_of_the_subject(graph, owner, act)
    another = another or _long_known(graph, owner, act, mention, lexicon)
    if another or _before_or_after(graph, at, act, mention, lexicon):
        return ELSEWHERE
    if graph.is_verb(owner) and graph.tokens[owner].lemma in lexicon.calendar.observing:
        return NEAR
    said, speech = graph.tokens[owner].lemma, lexicon.speech
    speaks = (said in speech.strong or said in speech.judging) and not graph.with_dep(owner, "prt")
    if graph.is_verb(owner) and speaks:  # "called in a strike" speaks of nothing
        return _tie_of_saying(graph, owner, act, lexicon)
    if act.trigger in graph.subtree(owner):
        if _dated_apart(graph, owner, act):
            return ELSEWHERE
        if protested_at(graph, owner, act.trigger, lexicon.reality) or done_afterwards(graph, owner, act.trigger, lexicon):
            return JUDGED
        return AFTER if _came_before(graph, owner, act, lexicon) else OWN
    begun = graph.told_on(owner) if graph.low[owner] in lexicon.calendar.inceptives else None
    if begun is not None and begun in graph.clause(act.trigger):
        return NEAR  # "seized heights in the assault, which started on Tuesday"
    if lexicon.lemmas(graph.tokens[owner].text.lower()) and owner not in graph.conjuncts(act.trigger):
        return OWN if _done_in(graph, owner, act, lexicon) else OTHER
    return NEAR


def _done_in(graph: Graph, noun: int, act: Act, lexicon: Lexicon) -> bool:
    """Whether a dated noun names that in which the act was done ("was captured in a July raid")."""
    prep = graph.tokens[noun].head
    return graph.tokens[noun].dep == "pobj" and graph.low[prep] in lexicon.telling.told_in and graph.tokens[prep].head == act.trigger


def _tie_of_saying(graph: Graph, owner: int, act: Act, lexicon: Lexicon) -> str:
    """Whether an act was told on a day by which it may be dated; not so what the speaker is known by ("the widow of a man shot said")."""
    of_speaker = any(act.trigger in graph.subtree(k) for k in graph.with_dep(owner, "nsubj"))
    of_speaker = of_speaker or protested_at(graph, owner, act.trigger, lexicon.reality)  # "said on Friday that it regretted the raid"
    of_speaker = of_speaker or done_afterwards(graph, owner, act.trigger, lexicon)  # "the body of a man shot by troops was found on Friday"
    told = graph.tokens[owner].lemma in lexicon.calendar.announcing and not _said_beside(graph, owner, act)
    return SAID if told and not of_speaker else JUDGED


def _came_before(graph: Graph, owner: int, act: Act, lexicon: Lexicon) -> bool:
    """Whether an act stands after "after" under the verb that a date hangs on: it may have come days before."""
    path = [act.trigger, *graph.ancestors(act.trigger)]
    for w in path[: path.index(owner)]:
        joins = [w] if graph.tokens[w].dep == "prep" else graph.with_dep(w, "mark", "prep") if graph.tokens[w].dep == "advcl" else []
        if any(graph.low[k] in lexicon.calendar.came_after for k in joins):
            return True
        if graph.tokens[w].dep == "dobj" and graph.tokens[graph.tokens[w].head].lemma in lexicon.calendar.following:
            return True
    return False


def _right_after_saying(graph: Graph, at: int, owner: int | None, lexicon: Lexicon) -> int | None:
    """The verb of saying, where a day stands between it and what is said ("said on Monday it had tested"); else the owner of the day.

    What is told as going on is of the day on which it is told.
    """
    if owner is None or graph.tokens[owner].dep != "ccomp" or graph.tokens[owner].tag == "VBG":
        return owner
    saying, subjects = graph.tokens[owner].head, graph.with_dep(owner, "nsubj", "nsubjpass")
    between = bool(subjects) and saying < at < min(subjects) and not graph.with_dep(owner, "mark")
    return saying if between and graph.tokens[saying].lemma in lexicon.speech.strong else owner


def _of_the_body(graph: Graph, at: int, owner: int | None, lexicon: Lexicon) -> int | None:
    """The verb behind a day that the parser hung on the body that is its subject ("the U.N. mission on Monday condemned")."""
    if owner is None or graph.tokens[owner].dep not in ("nsubj", "nsubjpass") or graph.low[owner] not in lexicon.speech.body_nouns:
        return owner
    verb = graph.tokens[owner].head
    return verb if owner < at < verb and graph.is_verb(verb) else owner


def _dated_apart(graph: Graph, owner: int, act: Act) -> bool:
    """Whether an act stands in a clause joined to that of a date, and that clause has a date too ("in 2006 ..., a raid ... in 1996")."""
    path = [act.trigger, *graph.ancestors(act.trigger)]
    for verb in path[: path.index(owner)]:
        if graph.tokens[verb].dep == "conj" and graph.is_verb(verb) and graph.is_verb(graph.tokens[verb].head):
            starts = {graph.tokens[n].start for n in graph.subtree(verb)}
            return any(t.start in starts for t in _dates(graph))
    return False


def _said_beside(graph: Graph, owner: int, act: Act) -> bool:
    """Whether what was said stands beside the act and does not tell it ("troops shot a man, and police said today that he was armed")."""
    beside = graph.tokens[owner].dep == "conj" and graph.is_verb(graph.tokens[owner].head)
    return beside and act.trigger not in graph.subtree(owner) and bool(graph.with_dep(owner, "ccomp"))


def _before_or_after(graph: Graph, at: int, act: Act, mention: TimeMention, lexicon: Lexicon) -> bool:
    """Whether a date stands in what an act came before or after ("raids since a blast killed six last month"), but not shortly so."""
    words, over = lexicon.calendar, {act.trigger, *graph.ancestors(act.trigger)}
    for w in (at, *graph.ancestors(at)):
        if w in over:
            return False
        joins = [w] if graph.tokens[w].dep == "prep" else graph.with_dep(w, "mark") if graph.tokens[w].dep == "advcl" else []
        for k in joins:
            near = {graph.tokens[n].lemma for n in (*graph.kids[k], *graph.kids[w], k - 1) if 0 <= n <= k}
            apart = graph.low[k] in words.before_or_after and not mention.start <= graph.tokens[k].start < mention.end
            if apart and near.isdisjoint(words.soon):
                return True
    return False


def _tells_of_a_dated_thing(graph: Graph, owner: int, act: Act, lexicon: Lexicon) -> bool:
    """Whether a clause tells of an agreement or the like when it was made ("the truce signed in June"): that is no date of an act."""
    noun = graph.tokens[owner].head
    if graph.tokens[owner].dep not in ("acl", "relcl") or act.trigger in graph.subtree(noun):
        return False
    return graph.tokens[noun].lemma in lexicon.calendar.dated_things


def _tells_of_the_subject(graph: Graph, owner: int, act: Act) -> bool:
    """Whether a relative clause by the way tells what the party that acts or speaks did another time ("X, which left in March, denied")."""
    whom = graph.tokens[owner].head
    if graph.tokens[owner].dep != "relcl" or graph.mention(whom) is None or act.trigger in graph.subtree(whom):
        return False
    relative = any(graph.tokens[k].tag in ("WP", "WDT") and graph.low[k] != "that" for k in graph.with_dep(owner, "nsubj", "nsubjpass"))
    return relative and graph.tokens[whom].dep in ("nsubj", "nsubjpass")


def _tells_of_them(graph: Graph, owner: int, act: Act) -> bool:
    """Whether a relative clause tells what those an act falls on did another time ("arming the rebels who seized the town in April")."""
    they_did = any(graph.tokens[k].tag in ("WP", "WDT") for k in graph.with_dep(owner, "nsubj"))
    return they_did and graph.told_on(owner) in graph.patients(act.trigger)


def _long_known(graph: Graph, owner: int, act: Act, mention: TimeMention, lexicon: Lexicon) -> bool:
    """Whether a clause told on a noun says in what month or year something else befell it ("Tikrit, which fell in 2014", "a mosque
    built in 1908")."""
    noun = graph.told_on(owner)
    if noun is None or mention.when is None or mention.when.precision not in (Precision.MONTH, Precision.YEAR):
        return False
    if act.trigger in graph.subtree(noun) or graph.low[owner] in lexicon.calendar.inceptives or lexicon.names_act(graph.low[noun]):
        return False
    told = lexicon.lemmas(graph.low[owner]) or graph.tokens[owner].lemma in lexicon.numbers.killed_words
    if told and graph.tokens[noun].dep not in ("nsubj", "nsubjpass"):
        return False  # "the town of Halabja, where 5,000 died in 1988"
    of_the_doer = graph.tokens[noun].dep in ("nsubj", "nsubjpass") and graph.tokens[owner].dep == "acl"
    return graph.tokens[owner].tag in ("VBD", "VBN") and not of_the_doer and not graph.with_dep(owner, "ccomp")


def _of_another_thing(graph: Graph, at: int, act: Act, mention: TimeMention, lexicon: Lexicon) -> bool:
    """Whether a date only tells which of several things is meant ("scrapped the 1953 armistice", "after the 2001 attacks")."""
    noun = graph.tokens[at].head
    if (
        mention.when is not None
        and mention.when.precision is Precision.YEAR
        and (of := at if graph.low[at] == "of" else noun)
        and graph.low[of] == "of"
    ):
        pact = graph.tokens[of].head
        another = act.kind != "truce" and pact != act.trigger  # "scrapped the agreement of 2018"
        return another and graph.tokens[pact].lemma in lexicon.calendar.dated_things
    if graph.tokens[at].dep not in _MODIFIES or not graph.is_noun(noun) or noun == act.trigger or mention.start > graph.tokens[noun].start:
        return False
    if act.trigger in graph.subtree(noun) or noun in graph.agents(act.trigger) or graph.low[noun] in lexicon.calendar.parts:
        return False
    first = next((w for w in (noun, *graph.ancestors(noun)) if graph.tokens[w].dep in ("prep", "agent", "mark")), None)
    link = graph.tokens[first].lemma if first is not None and act.trigger not in graph.subtree(first) else ""
    if link in lexicon.telling.told_in:
        return False
    return link in lexicon.calendar.apart or graph.tokens[noun].lemma in lexicon.calendar.dated_things


_MODIFIES = ("compound", "nummod", "amod", "nmod", "poss", "npadvmod")


def clock(act: Act, document: Document, lexicon: Lexicon) -> Slot[str] | None:
    """The time of day in the act's sentence, HH:MM local; the hour of saying is none."""
    found = [t for t in act.graph.annotated.times if t.clock and _tie(act, t, lexicon) not in (SAID, JUDGED)]
    found = [t for t in found if not _of_a_count(act.graph, t, lexicon)]
    best = _nearest(act, [t for n, t in enumerate(found) if not (n and _goes_on(act.graph.annotated, found[n - 1], t, lexicon.telling))])
    if best is None or best.clock is None:
        return None
    return Slot(value=best.clock, evidence=(told_at(document, act.graph, best.start, best.end),), read_by="language.dates 1 clock")


def _of_a_count(graph: Graph, mention: TimeMention, lexicon: Lexicon) -> bool:
    """Whether an hour only says up to when was counted ("as of 9 a.m., 70 of them had come down")."""
    sentence = graph.annotated.sentence
    before = sentence.text[: mention.end - sentence.start].lower()
    return any(f"{words} " in before[-(len(words) + mention.end - mention.start + 2) :] for words in lexicon.calendar.counted_by)


def settle_clock(drafts: Sequence[Draft], reading: Reading, lexicon: Lexicon) -> None:
    """The hour that a short entry tells once, in another sentence than its first act: "they were detected at 2:41 p.m."."""
    body = [d for d in drafts if not d.title]
    if not body or any(d.time for d in body) or sum(not a.sentence.headline for a in reading.sentences) > _SHORT:
        return
    for annotated in reading.sentences:
        told = [t for t in annotated.times if t.clock]
        if told and _seen(annotated, told[0], lexicon):
            span = Span(document_id=reading.document_id, start=told[0].start, end=told[0].end, part=annotated.sentence.part)
            body[0].time = Slot(value=told[0].clock or "", evidence=(span,), read_by="language.dates 1 clock of the entry")
            return


def _seen(annotated: Annotated, mention: TimeMention, lexicon: Lexicon) -> bool:
    """Whether an hour is that of an act or of its being seen; in a sentence that was not parsed, whether a word of seeing stands in it."""
    if not annotated.sentence.tokens:
        words = annotated.sentence.text.lower().split()
        return any(word in (verb + "ed", verb + "d") for word in words for verb in lexicon.calendar.observing)
    graph = Graph.of(annotated, lexicon.clauses)
    at = next((n for n, t in enumerate(graph.tokens) if mention.start <= t.start < mention.end), None)
    verb = next((graph.tokens[w].lemma for w in graph.ancestors(at) if graph.is_verb(w)), "") if at is not None else ""
    return verb in lexicon.calendar.observing or bool(lexicon.lemmas(verb))


_SHORT = 6


def _goes_on(annotated: Annotated, one: TimeMention, two: TimeMention, words: TellingWords) -> bool:
    """Whether a clock time only goes on from the one before it ("at 4:10 p.m. and 4:40 p.m."): the first tells when it began."""
    between = annotated.sentence.text[one.end - annotated.sentence.start : two.start - annotated.sentence.start]
    return between.strip().lower() in words.joining_hours


def _nearest(act: Act, found: list[TimeMention]) -> TimeMention | None:
    at = act.graph.tokens[act.trigger]
    region = [(act.graph.tokens[w].start, act.graph.tokens[w].end) for w in act.region]
    ranked = sorted(
        found,
        key=lambda t: (
            not any(a < t.end and t.start < b for a, b in region),
            t.start < at.start and abs(t.start - at.start) > 200,
            abs(t.start - at.start),
            t.start,
        ),
    )
    return ranked[0] if ranked else None
