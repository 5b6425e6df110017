"""Acts that one sentence tells inside another ("killed when a rocket struck", "captured in fighting"): one event, told once."""

from collections.abc import Iterator

from truceline.model.party import Role
from truceline.packs.lexicon import Lexicon
from truceline.packs.reading_words import TellingWords
from truceline.reports.absorb import absorb
from truceline.reports.clauses_apart import clauses_apart
from truceline.reports.drafted import Draft
from truceline.reports.grammar import Graph
from truceline.reports.journal import Journal

_HARMFUL = frozenset({"clash", "air_strike", "indirect_fire", "explosion", "missile_launch", "direct_fire", "monitor_attack"})
_STRUCK = frozenset({"air_strike", "indirect_fire", "missile_launch"})
_FIRED = frozenset({"indirect_fire", "missile_launch", "direct_fire"})
_GOING_IN = frozenset({"clash", "troop_deployment"})
_DONE_INSIDE = frozenset({"direct_fire", "capture"})


def without_inner(found: list[Draft], lexicon: Lexicon, heard: Journal) -> list[Draft]:
    """Drafts without those that their own sentence tells inside another one, which takes in what they say."""
    left = list(found)
    for inner, outer, why in _nested(found, lexicon):
        if any(d is inner for d in left) and any(d is outer for d in left):
            left = [d for d in left if d is not inner]
            heard.joined(inner, outer, why)
            _take_in(outer, inner)
    return left


def _nested(found: list[Draft], lexicon: Lexicon) -> Iterator[tuple[Draft, Draft, str]]:
    """Each inner act with the act that holds it and how it is told inside."""
    by_sentence: dict[int, list[Draft]] = {}
    for draft in found:
        if not draft.denied and draft.sentence.sentence.tokens:
            by_sentence.setdefault(draft.index, []).append(draft)
    for here in by_sentence.values():
        if len(here) > 1:
            graph = Graph.of(here[0].sentence, lexicon.clauses)
            for inner in here:
                for outer in here:
                    if inner.trigger != outer.trigger and inner.modality is outer.modality:
                        why = _inside(graph, inner, outer, lexicon)
                        if why:
                            yield inner, outer, why


def _inside(graph: Graph, inner: Draft, outer: Draft, lexicon: Lexicon) -> str:
    """How an act is told inside another; "" where it is not."""
    words = lexicon.telling
    if clauses_apart(graph, inner.trigger, outer.trigger, lexicon):
        return ""
    if inner.kind in _HARMFUL and outer.kind in _HARMFUL and inner.lemma in words.harmed and _did_it(graph, inner.trigger, outer.trigger):
        return f"the harm that the {outer.kind} did"
    if inner.kind in _FIRED and outer.kind in _HARMFUL and _describes(graph, inner.trigger, outer.trigger):
        if graph.tokens[graph.tokens[inner.trigger].head].lemma in lexicon.word_sets["shells"] | lexicon.word_sets["missiles"]:
            return f"how what did the {outer.kind} was fired"
    if inner.kind == "direct_fire" and outer.kind in _HARMFUL and inner.lemma in words.harmed:
        if _during(graph, inner.trigger, outer.trigger, words):
            return f"the harm done in the {outer.kind}"
        if _when(graph, inner.trigger, outer.trigger, words):
            return f"the harm done when the {outer.kind} came"
    if inner.kind == "capture" and outer.kind == "clash" and outer.lemma not in words.entering:
        if _during(graph, inner.trigger, outer.trigger, words):
            return "people taken in the clash"
    if inner.kind == "ground_crossing" and outer.kind in _STRUCK and _during(graph, outer.trigger, inner.trigger, words):
        return f"the raid that was the {outer.kind}"
    if inner.kind == "indirect_fire" and outer.kind == "clash" and _qualifies(graph, inner.trigger, outer.trigger):
        return "the weapons of the clash"
    if inner.kind == "works_in_zone" and outer.kind == "explosion" and _describes(graph, inner.trigger, outer.trigger):
        return "how what went off came there"
    if inner.kind == "explosion" and outer.kind in _STRUCK and _set_off(graph, inner.trigger, outer.trigger, words):
        return f"what the {outer.kind} set off"
    return _went_in(graph, inner, outer, lexicon)


def _went_in(graph: Graph, inner: Draft, outer: Draft, lexicon: Lexicon) -> str:
    """Whether an act is no more than forces going in to do another ("raided a house and arrested", "entered the camp, arresting")."""
    at, entry, words = outer.trigger, inner.trigger, lexicon.telling
    if inner.kind not in _GOING_IN or outer.kind not in _DONE_INSIDE:
        return ""
    if _entry(graph, inner, lexicon):
        taken = outer.kind == "capture" and (_going_on(graph, at, entry) or _when(graph, at, entry, words))
        inside = taken or _beside(graph, at, entry) or _during(graph, at, entry, words)
    else:
        unarmed = outer.kind == "direct_fire" and bool(outer.targets) and all(s.value.role is Role.CIV for s in outer.targets)
        inside = unarmed and inner.lemma in words.assailing and _going_on(graph, at, entry)
    return f"the entry in which the {outer.kind} was done" if inside else ""


def _did_it(graph: Graph, verb: int, noun: int) -> bool:
    """Whether the noun that tells an act is what did the harm ("clashes killed seven people")."""
    return graph.is_verb(verb) and graph.is_noun(noun) and noun in graph.agents(verb)


def _during(graph: Graph, verb: int, noun: int, words: TellingWords) -> bool:
    """Whether a noun stands under "in" or "during" on a verb, on one coordinated with it, or on what these are done to."""
    first = next((a for a in graph.ancestors(noun) if graph.tokens[a].dep == "prep"), None)
    if first is None or not graph.is_noun(noun) or graph.tokens[first].lemma not in words.told_in or not graph.is_verb(verb):
        return False
    holder = graph.tokens[first].head
    if graph.is_noun(holder) and graph.tokens[holder].dep in ("dobj", "nsubjpass", "nsubj"):
        holder = graph.tokens[holder].head
    return holder in _coordinated(graph, verb)


def _when(graph: Graph, verb: int, other: int, words: TellingWords) -> bool:
    """Whether the other verb says when the first came to be ("were killed when a shell hit their house")."""
    clause = graph.tokens[other]
    marks = {graph.low[k] for k in graph.with_dep(other, "advmod", "mark")}
    return clause.dep == "advcl" and clause.head in _coordinated(graph, verb) and bool(marks & words.told_when)


def _qualifies(graph: Graph, weapon: int, fight: int) -> bool:
    """Whether a noun only says what a fight was fought with ("mortar and artillery exchanges")."""
    at = weapon
    while graph.tokens[at].dep in ("compound", "nmod", "amod", "conj") and graph.tokens[at].head != at:
        at = graph.tokens[at].head
        if at == fight:
            return graph.is_noun(fight)
    return False


def _describes(graph: Graph, verb: int, blast: int) -> bool:
    """Whether a verb only describes what went off ("mines buried by troops exploded")."""
    return graph.told_on(verb) in graph.subjects(blast)


def _set_off(graph: Graph, blast: int, struck: int, words: TellingWords) -> bool:
    """Whether a blast is what another act set off ("pounded the town, setting off explosions")."""
    verb = graph.tokens[blast].head
    return (
        graph.tokens[blast].dep == "dobj"
        and graph.tokens[verb].lemma in words.setting_off
        and (verb == struck or struck in graph.ancestors(verb))
    )


def _entry(graph: Graph, entry: Draft, lexicon: Lexicon) -> bool:
    """Whether a fight is no more than forces going in, nobody said to have fought them and no post attacked."""
    own = graph.clause(entry.trigger)
    told = [
        s
        for s in entry.actors
        if s.value.party != "UNK"
        and s.value.role is not Role.CIV
        and s.read_by.startswith("reports.sides")
        and any(graph.covers(m, e.start, e.end) for e in s.evidence for m in own)
    ]
    held = lexicon.telling.armed_posts
    into = {m for p in graph.patients(entry.trigger) for m in graph.clause(p)}
    return entry.lemma in lexicon.telling.entering and len(told) < 2 and not any(graph.tokens[m].lemma in held for m in into)


def _beside(graph: Graph, verb: int, other: int) -> bool:
    """Whether two verbs are coordinated under one subject ("raided a house and arrested")."""
    return graph.is_verb(verb) and other in _coordinated(graph, verb) and not graph.with_dep(max(verb, other), "nsubj", "nsubjpass")


def _going_on(graph: Graph, verb: int, other: int) -> bool:
    """Whether a participle tells what was done under another verb ("entered the camp, arresting")."""
    token = graph.tokens[verb]
    return token.dep == "advcl" and token.tag == "VBG" and token.head == other and not graph.with_dep(verb, "nsubj", "mark")


def _coordinated(graph: Graph, verb: int) -> set[int]:
    """A verb with the verbs coordinated with it, above and below."""
    top = verb
    while graph.tokens[top].dep == "conj" and graph.is_verb(graph.tokens[top].head):
        top = graph.tokens[top].head
    found, stack = set(), [top]
    while stack:
        at = stack.pop()
        found.add(at)
        stack += [k for k in graph.with_dep(at, "conj") if graph.is_verb(k)]
    return found


def _take_in(outer: Draft, inner: Draft) -> None:
    """What the inner act tells goes to the outer one, its sides only where these were not told, and no outcome of a part of them."""
    actors, targets, outcome, where = list(outer.actors), list(outer.targets), outer.outcome, outer.where
    absorb(outer, inner)
    if inner.kind == "clash" or outer.kind == "clash":
        outer.actors, outer.targets = actors or outer.actors, targets or (outer.targets if outer.kind != "clash" else [])
    if inner.kind == "capture":
        outer.outcome = outcome
    outer.where = where or outer.where
