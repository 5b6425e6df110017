"""Nouns that name an act told elsewhere in the document ("the attack", "Thursday's strike", "the general's killing"): none of their own."""

from datetime import date

from truceline.model.report import Modality
from truceline.model.time import Precision
from truceline.packs.lexicon import Lexicon
from truceline.packs.reading_words import TellingWords
from truceline.reports.drafted import Draft
from truceline.reports.grammar import Graph
from truceline.reports.journal import Journal
from truceline.reports.part_of import may_have_hurt, take_in
from truceline.reports.recalled import recalls
from truceline.reports.same_event import FAR, dates_meet, of_old, places_meet, places_shared
from truceline.reports.slots import OWN

_SHOT = frozenset({"direct_fire", "clash", "monitor_attack"})
_BLOWN = frozenset({"explosion", "air_strike", "indirect_fire", "missile_launch", "monitor_attack"})
_ANY = _SHOT | _BLOWN
_SENT = frozenset({"air_strike", "indirect_fire", "missile_launch"})
_ARMED = frozenset({"missile_launch", "indirect_fire", "monitor_attack"})


def without_pointers(kept: list[Draft], heard: Journal, lexicon: Lexicon, published: date | None) -> list[Draft]:
    """Drafts without those whose noun points to another, which takes in what their sentence tells."""
    out = list(kept)
    for draft in kept:
        meant = _meant(draft, out, lexicon, published)
        if meant is not None:
            out = [k for k in out if k is not draft]
            heard.joined(draft, meant, "pointed back to")
            if draft.when is not None and not draft.when.read_by.endswith(OWN):
                draft.when = None  # the day of another act of its sentence
            if draft.kind == meant.kind and meant.attributions and _under_claim(draft, lexicon):
                draft.attributions = []  # who claims an act does not tell of it
            if draft.kind == "clash" != meant.kind:
                draft.actors, draft.targets = [], []  # the sides of a fight do not say who did what to whom in another act
            take_in(meant, draft)
    return out


def _meant(draft: Draft, kept: list[Draft], lexicon: Lexicon, published: date | None) -> Draft | None:
    """The act that a noun points to: one that shares its names or its very day, or for a bare "the attack" the nearest told before."""
    if draft.denied or draft.another or draft.title or draft.modality is Modality.PLANNED or not draft.sentence.sentence.tokens:
        return None
    graph, words = Graph.of(draft.sentence, lexicon.clauses), lexicon.telling
    told_again = (
        _claimed(draft, kept, graph, words) or _weapon_again(draft, kept, graph, lexicon) or _fired_them(draft, kept, graph, lexicon)
    )
    if told_again is not None:
        return told_again
    kinds = _kinds(draft, graph, words)
    able = [k for k in kept if k is not draft and k.kind in kinds and not k.denied and may_have_hurt(k, draft) and not _pointer(k, lexicon)]
    above = set(graph.ancestors(draft.trigger))
    able = [k for k in able if not of_old(draft, k, published)]
    able = [k for k in able if k.index != draft.index or k.trigger not in above]  # "bombed the town in response to the attacks"
    if _what_it_was(graph, draft.trigger, words):
        before = [k for k in kept if k is not draft and not k.denied and k.kind in _ANY | {draft.kind} and not recalls(k, draft, lexicon)]
        before = [k for k in before if 0 < draft.index - max(i for i in k.indexes if i <= draft.index or i == k.index) <= _JUST]
        return max(before, key=lambda k: (max(k.indexes), k.trigger), default=None)
    if not able or not _pointed(graph, draft.trigger, words):
        return None
    able = [k for k in able if not recalls(k, draft, lexicon)]  # "the attack came a month after a car bomb"
    named = _names(graph, draft.trigger)
    same = [k for k in able if named and named & _names_of(k, lexicon)]
    same = same or [k for k in able if k.index <= draft.index and _at_that_place(k, draft, graph)]
    if not same and not graph.with_dep(draft.trigger, "prep"):  # "the attack on the camp" says which one it means
        deadly = [k for k in able if draft.lemma not in words.deaths or any(c.value.what == "killed" for c in k.counts)]
        same = [k for k in deadly if _one_day(k, draft)]
        if not same and (draft.definite or _weekday_alone(graph, draft, lexicon)):
            before = [k for k in deadly if k.index <= draft.index and (draft.index - k.index <= FAR or k.parties() & draft.parties())]
            return max(before, key=lambda k: (k.index, k.trigger), default=None)
    return min(same, key=lambda k: abs(k.index - draft.index), default=None)


def _claimed(draft: Draft, kept: list[Draft], graph: Graph, words: TellingWords) -> Draft | None:
    """The act told before that somebody claims ("claimed responsibility for the rocket fire").

    Who claims it may have been told there by no more than what they are of ("Lebanese militants").
    """
    if not _credited(graph, draft.trigger, words):
        return None
    wide = draft.where is None or draft.where.read_by.endswith(" country")
    before = [
        k for k in kept if k.kind == draft.kind and k.index < draft.index and dates_meet(k, draft) and (wide or places_meet(k, draft))
    ]
    hit = {s.value.party for s in draft.targets} - {"UNK"}
    same = [k for k in before if not hit or not k.targets or hit & {s.value.party for s in k.targets}]
    return max(same, key=lambda k: (k.index, k.trigger), default=None)


def _under_claim(draft: Draft, lexicon: Lexicon) -> bool:
    return bool(draft.sentence.sentence.tokens) and _credited(Graph.of(draft.sentence, lexicon.clauses), draft.trigger, lexicon.telling)


def _credited(graph: Graph, n: int, words: TellingWords) -> bool:
    """Whether a noun is what somebody has the responsibility for."""
    over = next((w for w in graph.ancestors(n) if graph.tokens[w].dep == "prep"), None)
    return over is not None and graph.is_noun(n) and graph.tokens[graph.tokens[over].head].lemma in words.credited


def _fired_them(draft: Draft, kept: list[Draft], graph: Graph, lexicon: Lexicon) -> Draft | None:
    """The rockets or shells told before that somebody says to have fired ("said its men had fired them")."""
    verb, words = draft.trigger, lexicon.telling
    if (
        draft.kind != "direct_fire"
        or not graph.is_verb(verb)
        or graph.tokens[verb].dep != "ccomp"
        or graph.tokens[verb].lemma not in words.did_it
    ):
        return None
    if not any(graph.low[k] in words.such_thing for k in graph.objects(verb)):
        return None
    before = [k for k in kept if k is not draft and k.kind in _SENT and not k.denied and 0 < draft.index - k.index <= FAR]
    return max(before, key=lambda k: (k.index, k.trigger), default=None)


def _weapon_again(draft: Draft, kept: list[Draft], graph: Graph, lexicon: Lexicon) -> Draft | None:
    """The strike or launch told before whose missile or shell "the missile" is ("the missile hit a car"; "chose to launch the rocket")."""
    if draft.kind not in _ARMED or not graph.is_verb(draft.trigger):
        return None
    weapons = lexicon.word_sets["shells"] | lexicon.word_sets["missiles"]
    named = [n for n in (*graph.subjects(draft.trigger), *graph.patients(draft.trigger)) if graph.tokens[n].lemma in weapons]
    hit = [n for n in graph.subjects(draft.trigger) if n in named]
    if hit and draft.kind == "missile_launch" and (struck := _strike_just_told(draft, hit, kept)) is not None:
        return struck
    if not any(graph.tokens[n].tag == "NN" and _pointed(graph, n, lexicon.telling) for n in named):
        return None
    lemmas = {graph.tokens[n].lemma for n in named}
    able = [
        k for k in kept if k is not draft and k.kind in _SENT and not k.denied and k.index < draft.index and draft.index - k.index <= FAR
    ]
    able = [
        k for k in able if may_have_hurt(k, draft) and (k.kind == "air_strike" or lemmas & {t.lemma for t in k.sentence.sentence.tokens})
    ]
    return max(able, key=lambda k: (k.index, k.trigger), default=None)


def _strike_just_told(draft: Draft, named: list[int], kept: list[Draft]) -> Draft | None:
    """The air strike whose missiles hit a place: told just before ("two missiles hit a compound"), or with them ("fired from a drone")."""
    tokens = draft.sentence.sentence.tokens
    trigger = tokens[draft.trigger]
    over = (
        trigger.head if trigger.dep == "advcl" else None
    )  # "missiles fired from a drone hit" is often parsed as if they themselves had fired
    with_them = [k for k in kept if k.kind == "air_strike" and k.index == draft.index]
    if fired := next((k for k in with_them if tokens[k.trigger].head in named or k.trigger == over), None):
        return fired
    able = [k for k in kept if k.kind == "air_strike" and not k.denied and not draft.actors and dates_meet(k, draft)]
    able = [k for k in able if places_meet(k, draft) or (draft.where is not None and draft.where.value.latitude is None)]
    near = [k for k in able if any(0 < draft.index - i <= _JUST for i in k.indexes)]
    return near[-1] if near else None


_JUST = 2


def _what_it_was(graph: Graph, n: int, words: TellingWords) -> bool:
    """Whether a noun only says what the act just told was ("it was the deadliest attack in years", "this was the ninth raid")."""
    above = graph.tokens[n].head
    if graph.tokens[n].dep == "pobj" and graph.tokens[above].dep == "prep" and graph.low[graph.tokens[above].head] in words.one_of_two:
        n = graph.tokens[above].head  # "one of the bloodiest attacks"
    verb = graph.tokens[n].head
    named = graph.is_noun(n) or graph.low[n] in words.one_of_two
    if not named or graph.tokens[n].dep != "attr" or graph.tokens[verb].lemma != "be":
        return False
    return any(graph.low[s] in words.such_charge for s in graph.with_dep(verb, "nsubj"))


def _weekday_alone(graph: Graph, draft: Draft, lexicon: Lexicon) -> bool:
    """Whether a noun has no more than a weekday that no date can be reckoned from ("Thursday's bombing", in a text without a date)."""
    return draft.when is None and any(graph.low[k] in lexicon.calendar.weekdays for k in graph.with_dep(draft.trigger, "poss"))


def _kinds(draft: Draft, graph: Graph, words: TellingWords) -> frozenset[str]:
    """The kinds of act that a noun may point to; none where it names its own weapon ("the missile strike")."""
    if not graph.is_noun(draft.trigger) or draft.kind in _ARMED:
        return frozenset()
    if draft.lemma in words.any_act or graph.low[draft.trigger] in words.any_act:
        return _BLOWN if draft.kind in _BLOWN else _ANY
    return _SHOT if draft.lemma in words.shots else _BLOWN if draft.lemma in words.blasts else frozenset()


def _pointer(held: Draft, lexicon: Lexicon) -> bool:
    """Whether a held act is itself only named by a noun that points."""
    if not held.sentence.sentence.tokens:
        return False
    graph = Graph.of(held.sentence, lexicon.clauses)
    return bool(_kinds(held, graph, lexicon.telling)) and held.weak and _pointed(graph, held.trigger, lexicon.telling)


def _pointed(graph: Graph, n: int, words: TellingWords) -> bool:
    """Whether a noun is pointed to, by "the" or by whose or of when it was; "the deepest strike" is not."""
    if any(graph.tokens[k].tag == "JJS" for k in graph.with_dep(n, "amod")):
        return False
    return any(graph.low[k] in words.same or graph.tokens[k].dep == "poss" for k in graph.with_dep(n, "det", "poss"))


def _names(graph: Graph, n: int) -> set[str]:
    """Proper names in what stands with a noun, without parties, places and days: whom it was done to, or what it is called."""
    own = (m for m in graph.clause(n) if graph.tokens[m].tag in ("NNP", "NNPS") and graph.mention(m) is None)
    known = [(p.start, p.end) for p in graph.annotated.places] + [(t.start, t.end) for t in graph.annotated.times]
    return {graph.low[m] for m in own if not any(graph.covers(m, start, end) for start, end in known)}


def _names_of(held: Draft, lexicon: Lexicon) -> set[str]:
    if not held.sentence.sentence.tokens:
        return set()
    graph = Graph.of(held.sentence, lexicon.clauses)
    return {graph.low[m] for m, token in enumerate(graph.tokens) if token.tag in ("NNP", "NNPS")}


def _at_that_place(held: Draft, draft: Draft, graph: Graph) -> bool:
    """Whether a noun names the very place of an act told before, of days that meet ("the raid on Sidon" after "jets bombed Sidon")."""
    place = draft.where.evidence[-1] if draft.where is not None else None
    if place is None or not any(place.start <= graph.tokens[n].start < place.end for n in graph.subtree(draft.trigger)):
        return False
    return places_shared(held, draft) and dates_meet(held, draft)


def _one_day(held: Draft, draft: Draft) -> bool:
    """Whether both are told of one and the same day."""
    if held.when is None or draft.when is None or held.when_said or draft.when_said:
        return False
    one, two = held.when.value, draft.when.value
    return one.precision is two.precision is Precision.DAY and one.start == two.start
