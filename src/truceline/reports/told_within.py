"""Acts that one sentence tells inside another ("killed when a rocket struck", "captured in fighting"): one event, told once."""

from collections.abc import Iterator

from truceline.model.party import Role
from truceline.packs.lexicon import Lexicon
from truceline.packs.reading_words import TellingWords
from truceline.reports.absorb import absorb
from truceline.reports.clauses_apart import clauses_apart
from truceline.reports.drafted import Draft
from truceline.reports.entries import goes_in
from truceline.reports.grammar import Graph
from truceline.reports.journal import Journal

_HARMFUL = frozenset({"clash", "air_strike", "indirect_fire", "explosion", "missile_launch", "direct_fire", "monitor_attack"})
_STRUCK = frozenset({"air_strike", "indirect_fire", "missile_launch"})
_FIRED = frozenset({"indirect_fire", "missile_launch", "direct_fire"})
_FIRE_AT = frozenset({"air_strike", "indirect_fire", "direct_fire", "explosion"})
_FOUND = frozenset({"balloon_launch", "air_crossing"})
_CROSSINGS = frozenset({"ground_crossing", "sea_crossing", "air_crossing"})
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
            if inner.kind == "explosion" and outer.lemma in lexicon.telling.bombing_again and not outer.parties():
                outer.kind, outer.kind_slot = inner.kind, inner.kind_slot  # nobody's planes: what killed went off
            if inner.kind == "direct_fire" and outer.kind == "indirect_fire" and _from_a_ship(inner, lexicon):
                outer.kind, outer.kind_slot = inner.kind, inner.kind_slot  # naval guns are direct fire (codebook 3)
            if inner.kind == "monitor_attack" and (
                outer.kind in _FIRE_AT or outer.kind == "clash" or outer.lemma in lexicon.telling.attacking
            ):
                outer.kind, outer.kind_slot = inner.kind, inner.kind_slot  # whatever hit the monitors
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
                    alike = inner.modality is outer.modality or (inner.kind == "indirect_fire" and outer.kind == "clash")
                    if inner.trigger != outer.trigger and alike:
                        why = _inside(graph, inner, outer, lexicon)
                        if why:
                            yield inner, outer, why


def _inside(graph: Graph, inner: Draft, outer: Draft, lexicon: Lexicon) -> str:
    """How an act is told inside another; "" where it is not."""
    if clauses_apart(graph, inner.trigger, outer.trigger, lexicon):
        return ""
    return (
        _harm_done(graph, inner, outer, lexicon)
        or _what_it_was_done_with(graph, inner, outer, lexicon)
        or _way_of_it(graph, inner, outer, lexicon.telling)
        or _went_in(graph, inner, outer, lexicon)
        or _called_it(graph, inner, outer, lexicon)
    )


def _harm_done(graph: Graph, inner: Draft, outer: Draft, lexicon: Lexicon) -> str:
    """Harm, or people taken, that another act of the sentence brought ("killed in a raid", "captured in fighting")."""
    at, other, words = inner.trigger, outer.trigger, lexicon.telling
    if inner.lemma in words.harmed and outer.kind in _HARMFUL:
        if inner.kind in _HARMFUL and _did_it(graph, at, other, words):
            return f"the harm that the {outer.kind} did"
        bombed = inner.kind == "explosion" and outer.lemma in words.bombing_again  # "killed in a bombing"
        if (inner.kind in ("direct_fire", "monitor_attack") or bombed or outer.kind == "clash") and _during(graph, at, other, words):
            return f"the harm done in the {outer.kind}"
        if inner.kind in ("direct_fire", "monitor_attack") and _when(graph, at, other, words):
            return f"the harm done when the {outer.kind} came"
        if (outer.kind == "monitor_attack" or (inner.kind in _STRUCK and outer.kind in ("direct_fire", "explosion"))) and _came_with(
            graph, at, other
        ):
            return f"the harm that came with the {outer.kind}"
    if inner.kind == "capture" and outer.kind == "clash" and outer.lemma not in words.entering and _during(graph, at, other, words):
        return "people taken in the clash"
    return ""


def _what_it_was_done_with(graph: Graph, inner: Draft, outer: Draft, lexicon: Lexicon) -> str:
    """What only tells how another act of the sentence was done, or what it set off ("a rocket that they fired hit")."""
    at, other, words = inner.trigger, outer.trigger, lexicon.telling
    if inner.kind in _FIRED and outer.kind in _HARMFUL and _describes(graph, at, other):
        if graph.tokens[graph.tokens[at].head].lemma in lexicon.word_sets["shells"] | lexicon.word_sets["missiles"]:
            return f"how what did the {outer.kind} was fired"
    if inner.kind == "indirect_fire" and outer.kind == "clash" and _qualifies(graph, at, other):
        return "the weapons of the clash"
    if inner.kind == "indirect_fire" and outer.kind == "clash" and _in_support(graph, at, other, words):
        return "the fire that backed the attack"
    if inner.kind == "explosion" and outer.kind == "clash" and at < other and _beside(graph, at, other):
        if any(graph.tokens[p].lemma in lexicon.word_sets["hand_thrown"] for p in graph.patients(at)):
            return "what was thrown in the attack"
    if inner.kind == "clash" and outer.kind in _STRUCK and _by_means_of(graph, at, other, words):
        return f"the campaign that was the {outer.kind}"
    if inner.kind == "works_in_zone" and outer.kind == "explosion" and _describes(graph, at, other):
        return "how what went off came there"
    if inner.kind == "explosion" and outer.kind in _STRUCK and _set_off(graph, at, other, words):
        return f"what the {outer.kind} set off"
    return ""


def _way_of_it(graph: Graph, inner: Draft, outer: Draft, words: TellingWords) -> str:
    """What only tells the way of what came over a line ("flew over the post and intruded", "balloons sent by X were found")."""
    at, other = inner.trigger, outer.trigger
    if inner.kind == outer.kind and inner.kind in _FOUND and inner.lemma in words.finding and _had_come(graph, other, at):
        return "how what was found had come"
    if inner.kind in _CROSSINGS and outer.kind in _CROSSINGS and _same_way(graph, at, other):
        return "the same way on"
    if inner.kind == "ground_crossing" and outer.kind in _STRUCK and _during(graph, other, at, words):
        return f"the raid that was the {outer.kind}"
    return ""


def _went_in(graph: Graph, inner: Draft, outer: Draft, lexicon: Lexicon) -> str:
    """Whether an act is no more than forces going in to do another ("raided a house and arrested", "entered the camp, arresting")."""
    at, entry, words = outer.trigger, inner.trigger, lexicon.telling
    if inner.kind not in _GOING_IN or outer.kind not in _DONE_INSIDE:
        return ""
    if goes_in(graph, inner, lexicon):
        taken = outer.kind == "capture" and (_going_on(graph, at, entry) or _when(graph, at, entry, words))
        inside = taken or _beside(graph, at, entry) or _during(graph, at, entry, words)
    else:
        unarmed = outer.kind == "direct_fire" and bool(outer.targets) and all(s.value.role is Role.CIV for s in outer.targets)
        inside = unarmed and inner.lemma in words.assailing and _going_on(graph, at, entry)
    return f"the entry in which the {outer.kind} was done" if inside else ""


def _called_it(graph: Graph, inner: Draft, outer: Draft, lexicon: Lexicon) -> str:
    """How a noun only says what another act was ("the strike was the second attack here"); "the worst since May" tells of May's too."""
    at, other = inner.trigger, outer.trigger
    if _the_worst(graph, at, other, lexicon) and inner.kind in _HARMFUL and outer.kind in _HARMFUL:
        return f"what the {outer.kind} is called"
    if inner.kind != outer.kind or not graph.is_noun(at) or not graph.is_noun(other):
        return ""
    token, since = graph.tokens[at], lexicon.calendar.long_before
    if any(graph.low[k] in since for m in graph.subtree(at) for k in graph.with_dep(m, "prep")):
        return ""
    said = token.dep == "appos" and token.head == other
    said = said or (token.dep == "attr" and other in graph.with_dep(token.head, "nsubj"))
    return f"what the {outer.kind} is called" if said else ""


def _the_worst(graph: Graph, at: int, other: int, lexicon: Lexicon) -> bool:
    """Whether a noun only ranks what a verb over it tells ("stormed the base, killing ten in the deadliest attack in years")."""
    if not graph.is_noun(at) or not graph.is_verb(other) or graph.low[graph.tokens[at].head] not in lexicon.telling.told_in:
        return False
    ranked = any(graph.tokens[k].tag in ("JJS", "RBS") for m in graph.with_dep(at, "amod") for k in (m, *graph.kids[m]))
    return ranked and other in graph.ancestors(at)


def _did_it(graph: Graph, verb: int, noun: int, words: TellingWords) -> bool:
    """Whether the noun that tells an act is what did the harm ("clashes killed seven people", "a series of bombings killed")."""
    return graph.is_verb(verb) and graph.is_noun(noun) and _counted_by(graph, noun, words) in graph.agents(verb)


def _counted_by(graph: Graph, noun: int, words: TellingWords) -> int:
    """The noun that says that there were several of an act ("a series of"); the act's own where there is none."""
    of = graph.tokens[noun].head
    over = graph.tokens[of].head
    return over if graph.tokens[of].dep == "prep" and graph.low[of] == "of" and graph.tokens[over].lemma in words.series else noun


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


def _came_with(graph: Graph, verb: int, other: int) -> bool:
    """Whether a participle tells what came of a verb's act ("a missile brought down the jet, killing 40")."""
    token = graph.tokens[verb]
    return token.dep == "advcl" and token.tag == "VBG" and token.head == other and not graph.with_dep(verb, "nsubj", "mark")


def _qualifies(graph: Graph, weapon: int, fight: int) -> bool:
    """Whether a noun only says what a fight was fought with ("mortar and artillery exchanges")."""
    at = weapon
    while graph.tokens[at].dep in ("compound", "nmod", "amod", "conj") and graph.tokens[at].head != at:
        at = graph.tokens[at].head
        if at == fight:
            return graph.is_noun(fight)
    return False


def _in_support(graph: Graph, fire: int, fight: int, words: TellingWords) -> bool:
    """Whether fire only backed an attack that its sentence tells ("stormed the post in a charge backed by mortar fire")."""
    backed = next((a for a in graph.ancestors(fire) if graph.is_verb(a)), None)
    if backed is None or graph.tokens[backed].tag != "VBN" or graph.tokens[backed].lemma not in words.backing:
        return False
    above = {backed, *graph.ancestors(backed)}
    return fight in above or any(fight in _coordinated(graph, a) for a in above if graph.is_verb(a))


def _by_means_of(graph: Graph, campaign: int, strikes: int, words: TellingWords) -> bool:
    """Whether what a campaign was made of hangs on the verb by which it began ("launched the offensive, unleashing air strikes")."""
    began = graph.tokens[campaign].head
    if graph.tokens[campaign].dep != "dobj" or graph.tokens[campaign].lemma not in words.attacking:
        return False
    path = (strikes, *graph.ancestors(strikes))
    return began in path and any(
        graph.tokens[w].dep == "advcl" and graph.tokens[w].tag == "VBG" and graph.tokens[w].head == began for w in path
    )


def _describes(graph: Graph, verb: int, blast: int) -> bool:
    """Whether a verb only describes what went off ("mines buried by troops exploded")."""
    return graph.told_on(verb) in graph.subjects(blast)


def _had_come(graph: Graph, came: int, found: int) -> bool:
    """Whether what was found is told to have been sent or to have come ("balloons sent by the North were found")."""
    return graph.told_on(came) in graph.patients(found)


def _same_way(graph: Graph, later: int, before: int) -> bool:
    """Whether two verbs tell one mover's way ("flew over the line and intruded into", "the drone that took off and crossed flew over")."""
    if later == before or not graph.is_verb(later) or not graph.is_verb(before):
        return False
    on = before < later and later in _coordinated(graph, before) and not graph.with_dep(later, "nsubj", "nsubjpass")
    return on or (before > later and graph.told_on(later) is not None and graph.told_on(later) in graph.subjects(before))


def _set_off(graph: Graph, blast: int, struck: int, words: TellingWords) -> bool:
    """Whether a blast is what another act set off ("pounded the town, setting off explosions")."""
    verb = graph.tokens[blast].head
    return (
        graph.tokens[blast].dep == "dobj"
        and graph.tokens[verb].lemma in words.setting_off
        and (verb == struck or struck in graph.ancestors(verb))
    )


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


def _from_a_ship(fired: Draft, lexicon: Lexicon) -> bool:
    """Whether a clause that tells how something was fired names a ship ("a shell fired from a gunboat")."""
    graph = Graph.of(fired.sentence, lexicon.clauses)
    return any(graph.tokens[n].lemma in lexicon.word_sets["gun_ships"] for n in graph.clause(fired.trigger))


def _take_in(outer: Draft, inner: Draft) -> None:
    """What the inner act tells goes to the outer one, its sides only where these were not told, and no outcome of a part of them."""
    actors, targets, outcome, where = list(outer.actors), list(outer.targets), outer.outcome, outer.where
    absorb(outer, inner)
    if inner.kind == "clash" or outer.kind == "clash":
        outer.actors, outer.targets = actors or outer.actors, targets or (outer.targets if outer.kind != "clash" else [])
    if inner.kind == "capture":
        outer.outcome = outcome
    outer.where = where or outer.where
