"""How many, of what: who acted, what was fired, which vehicles, how many killed, wounded, captured (codebook 2, counts)."""

import re

from truceline.model.document import Document
from truceline.model.reading import QuantityMention
from truceline.model.report import Quantity, Slot
from truceline.model.text import Span
from truceline.packs.lexicon import Lexicon
from truceline.reports.grammar import Graph
from truceline.reports.patterns import Act

READ_BY = "reports.counts 1"
_FIRED = frozenset({"direct_fire", "warning_fire", "indirect_fire", "missile_launch", "balloon_launch", "air_strike", "clash", "monitor_attack", "sea_crossing"})
_MOVED = frozenset({"ground_crossing", "sea_crossing", "air_crossing", "defection", "troop_deployment"})
_SIDES = re.compile(r"\b(?:and|plus)\b")


def counts(act: Act, document: Document, lexicon: Lexicon) -> list[Slot[Quantity]]:
    """Counts of who acted, what was fired and with what, from the act's own region of the sentence."""
    graph, found = act.graph, []
    for mention, token in numbered(graph):
        noun = _noun(graph, token)
        if noun is None:
            continue
        lemma = graph.tokens[noun].lemma
        what = _what(act, graph, noun, lemma, lexicon)
        if what is not None:
            found.append(_slot(document, graph, mention, what, noun))
    return found


def casualties(graph: Graph, document: Document, lexicon: Lexicon) -> list[Slot[Quantity]]:
    """Numbers killed, wounded or captured that a sentence states, wherever in it they stand."""
    found: list[Slot[Quantity]] = []
    numbers = lexicon.numbers
    for mention, token in numbered(graph):
        what = _fate(graph, token, lexicon)
        if what is not None:
            found.append(_slot(document, graph, mention, what, None))
    for n, token_ in enumerate(graph.tokens):
        what = "killed" if token_.lemma in numbers.killed else "wounded" if token_.lemma in numbers.wounded else None
        if what and graph.is_verb(n) and not graph.with_dep(n, "neg"):
            found += _one(graph, n, what, document, lexicon)
    return found


def numbered(graph: Graph) -> list[tuple[QuantityMention, int]]:
    """Each quantity of a sentence with the token that ends it."""
    found = []
    for mention in graph.annotated.quantities:
        inside = [n for n, t in enumerate(graph.tokens) if mention.start <= t.start and t.end <= mention.end]
        if inside:
            found.append((mention, inside[-1]))
    return found


def _noun(graph: Graph, token: int) -> int | None:
    """The noun a number counts: the noun it modifies, through "of" ("dozens of soldiers")."""
    at = token
    for _ in range(3):
        of = [p for prep, p in graph.obliques(at) if prep == "of"]
        if of:
            return of[0]
        head = graph.tokens[at].head
        if graph.tokens[at].dep in ("nummod", "quantmod", "amod", "compound", "det", "nmod", "advmod", "predet") and head != at:
            at = head
            if graph.is_noun(at) and not graph.tokens[at].lemma.isdigit():
                return at
            continue
        break
    return at if at != token and graph.is_noun(at) else None


def _what(act: Act, graph: Graph, noun: int, lemma: str, lexicon: Lexicon) -> str | None:
    numbers = lexicon.numbers
    if noun not in act.region and graph.tokens[noun].head not in act.region:
        return None
    if act.kind in _FIRED and lemma in numbers.rounds_nouns and act.kind != "sea_crossing":
        return "rounds"
    movers = set(graph.agents(act.trigger) or graph.subjects(act.trigger) or graph.patients(act.trigger))
    if lemma in numbers.vehicle_nouns:
        return "vehicles" if noun in movers or act.kind in _MOVED | {"capture"} else None
    person = lemma in numbers.person_nouns or graph.tokens[noun].lemma in ("britons", "korean", "person")
    if person and act.kind in _MOVED and (noun in movers or act.kind == "troop_deployment"):
        return "persons"
    if person and act.kind in ("clash", "direct_fire") and noun in movers and act.lemma not in numbers.killed + numbers.wounded:
        return "persons"
    if act.kind == "capture" and noun in graph.patients(act.trigger) and (person or lemma in lexicon.word_sets["people"]):
        return "captured"
    return None


def _fate(graph: Graph, token: int, lexicon: Lexicon) -> str | None:
    """killed or wounded, from the verb whose patient the number counts, or from a casualty word beside it."""
    numbers = lexicon.numbers
    noun = _noun(graph, token)
    heads = [h for h in (noun, token) if h is not None]
    for head in heads:
        for k in (head, *graph.with_dep(head, "amod", "acl", "nmod", "compound", "advmod")):
            word = graph.tokens[k]
            if word.lemma in numbers.killed_words:
                return "killed"
            if word.lemma in numbers.wounded_words or (word.lemma in numbers.wounded and word.dep in ("acl", "amod")):
                return "wounded"
            if word.lemma in numbers.killed and word.dep in ("acl", "amod") and word.tag == "VBN":
                return "killed"
        top = _top(graph, head)
        governor = graph.tokens[top].head
        verb = graph.tokens[governor]
        if governor != top and graph.is_verb(governor):
            patient = top in graph.patients(governor) or head in graph.patients(governor) or (verb.lemma in ("die", "perish") and graph.tokens[top].dep == "nsubj")
            if patient and verb.lemma in numbers.killed:
                return "killed"
            if patient and verb.lemma in numbers.wounded:
                return "wounded"
            if patient and verb.lemma in ("leave", "be") and any(graph.tokens[k].lemma in numbers.killed_words for k in graph.subtree(governor)):
                return "killed"
        following = graph.tokens[token + 1].text.lower() if token + 1 < len(graph.tokens) else ""
        if following in ("dead", "killed"):
            return "killed"
        if following in ("wounded", "injured", "hurt"):
            return "wounded"
        if following == "others" and token + 2 < len(graph.tokens) and graph.tokens[token + 2].text.lower() in ("wounded", "injured", "hurt"):
            return "wounded"
    return None


def _top(graph: Graph, n: int) -> int:
    while graph.tokens[n].dep in ("conj", "appos", "nummod") and graph.is_noun(graph.tokens[n].head) and graph.tokens[n].head != n:
        n = graph.tokens[n].head
    return n


def _one(graph: Graph, verb: int, what: str, document: Document, lexicon: Lexicon) -> list[Slot[Quantity]]:
    """A single person with an indefinite article: "a soldier was killed" is one."""
    found = []
    for patient in graph.patients(verb) or ([s for s in graph.subjects(verb)] if graph.tokens[verb].lemma in ("die", "perish") else []):
        dets = [k for k in graph.with_dep(patient, "det") if graph.tokens[k].text.lower() in ("a", "an", "another")]
        if dets and graph.tokens[patient].tag == "NN" and (graph.tokens[patient].lemma in lexicon.word_sets["people"] or graph.tokens[patient].lemma in lexicon.role_of):
            span = Span(document_id=document.id, start=graph.tokens[dets[0]].start, end=graph.tokens[patient].end, part=graph.annotated.sentence.part)
            found.append(Slot(value=Quantity(what=what, low=1, high=1), evidence=(span,), read_by=READ_BY + " article"))
    return found


def total(slots: list[Slot[Quantity]]) -> list[Slot[Quantity]]:
    """One slot a count field: parts of one sentence are summed for the dead and wounded of all sides, doubles dropped."""
    out: dict[str, Slot[Quantity]] = {}
    for slot in slots:
        what = slot.value.what
        held = out.get(what)
        if held is None:
            out[what] = slot
        elif what in ("killed", "wounded") and _same_sentence(held, slot) and not set(held.evidence) & set(slot.evidence):
            out[what] = _sum(held, slot)
    return list(out.values())


def _same_sentence(one: Slot[Quantity], two: Slot[Quantity]) -> bool:
    return abs(one.evidence[-1].start - two.evidence[0].start) < 120 and one.evidence[0].part == two.evidence[0].part


def _sum(one: Slot[Quantity], two: Slot[Quantity]) -> Slot[Quantity]:
    low = None if one.value.low is None or two.value.low is None else one.value.low + two.value.low
    high = None if one.value.high is None or two.value.high is None else one.value.high + two.value.high
    return Slot(value=Quantity(what=one.value.what, low=low, high=high, approx=one.value.approx or two.value.approx), evidence=one.evidence + two.evidence, read_by=READ_BY + " sum")


def _slot(document: Document, graph: Graph, mention: QuantityMention, what: str, noun: int | None) -> Slot[Quantity]:
    q = mention.quantity
    spans = [Span(document_id=document.id, start=mention.start, end=mention.end, part=graph.annotated.sentence.part)]
    return Slot(value=Quantity(what=what, low=q.low, high=q.high, approx=q.approx), evidence=tuple(spans), read_by=READ_BY)
