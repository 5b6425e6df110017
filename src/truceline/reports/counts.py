"""How many, of what: who acted, what was fired, which vehicles, how many killed, wounded, captured (codebook 2, counts)."""

import re

from truceline.model.document import Document
from truceline.model.reading import QuantityMention
from truceline.model.report import Quantity, Slot
from truceline.model.text import Span
from truceline.packs.lexicon import Lexicon, Numbers
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
        what = _what(act, graph, noun, graph.tokens[noun].lemma, lexicon)
        if what is not None:
            found.append(_slot(document, graph, mention, what))
    have = {slot.value.what for slot in found}
    return found + [slot for slot in _single(act, document, lexicon) if slot.value.what not in have]


def _single(act: Act, document: Document, lexicon: Lexicon) -> list[Slot[Quantity]]:
    """One vessel, missile or person with an indefinite article in the act's region."""
    graph, found = act.graph, []
    for n in sorted(act.region):
        token = graph.tokens[n]
        if token.tag not in ("NN", "NNP") or token.dep in ("compound", "amod", "nmod"):
            continue
        dets = [k for k in graph.with_dep(n, "det") if graph.tokens[k].text.lower() in ("a", "an", "another")]
        if dets and (what := _what(act, graph, n, token.lemma, lexicon)) is not None:
            found.append(_one_slot(document, graph, dets[0], n, what))
    return found


def number_on(graph: Graph, head: int, document: Document, what: str) -> Slot[Quantity] | None:
    """The number that stands on a noun ("17 infiltrators", "a boat"), as a count of ``what``; None if there is none."""
    for mention, token in numbered(graph):
        if _noun(graph, token) == head or (token == head and graph.tokens[head].tag == "CD"):
            return _slot(document, graph, mention, what)
    dets = [k for k in graph.with_dep(head, "det") if graph.tokens[k].text.lower() in ("a", "an", "another")]
    if dets and graph.tokens[head].tag in ("NN", "NNP"):
        return _one_slot(document, graph, dets[0], head, what)
    return None


def casualties(graph: Graph, document: Document, lexicon: Lexicon) -> list[Slot[Quantity]]:
    """Numbers killed, wounded or captured that a sentence states, wherever in it they stand."""
    found: list[Slot[Quantity]] = []
    numbers = lexicon.numbers
    for n, token in enumerate(graph.tokens):
        what = _verb_fate(token.lemma, numbers)
        if what and graph.is_verb(n) and not graph.with_dep(n, "neg"):
            patients = graph.subjects(n) if token.lemma in ("die", "perish") else graph.patients(n)
            slots = [slot for p in dict.fromkeys(patients) if (slot := number_on(graph, p, document, what)) is not None and _person(graph, p, lexicon)]
            found += slots
    for mention, number in numbered(graph):
        what = _fate(graph, number, lexicon)
        if what is not None:
            found.append(_slot(document, graph, mention, what))
    found += _nobody(graph, document, lexicon)
    unique: dict[tuple[Span, ...], Slot[Quantity]] = {}
    for slot in found:
        if (slot.value.low or slot.value.high or 0) <= MOST_IN_ONE_ACT:
            unique.setdefault(slot.evidence, slot)
    return list(unique.values())


MOST_IN_ONE_ACT = 5000
"""A larger figure of dead or wounded is the toll of a war, not of one act (codebook 3: running totals)."""


def _verb_fate(lemma: str, numbers: Numbers) -> str | None:
    if lemma in numbers.killed:
        return "killed"
    return "wounded" if lemma in numbers.wounded else None


def _person(graph: Graph, n: int, lexicon: Lexicon) -> bool:
    lemma = graph.tokens[n].lemma
    return graph.tokens[n].tag == "CD" or lemma in lexicon.word_sets["people"] or lemma in lexicon.role_of or lemma in ("other", "britons", "more", "crew") or graph.mention(n) is not None or graph.tokens[n].tag == "NNP"


def _nobody(graph: Graph, document: Document, lexicon: Lexicon) -> list[Slot[Quantity]]:
    low = graph.annotated.sentence.text.lower()
    for phrase in lexicon.numbers.none:
        at = low.find(phrase)
        if at >= 0:
            start = graph.annotated.sentence.start + at
            span = Span(document_id=document.id, start=start, end=start + len(phrase), part=graph.annotated.sentence.part)
            both = ("killed", "wounded") if "casualt" in phrase else ("killed",) if "death" in phrase or "killed" in phrase else ("wounded",)
            return [Slot(value=Quantity(what=what, low=0, high=0), evidence=(span,), read_by=READ_BY + " none") for what in both[:1]] + [
                Slot(value=Quantity(what=what, low=0, high=0), evidence=(Span(document_id=document.id, start=start, end=start + len(phrase) - 1, part=span.part),), read_by=READ_BY + " none") for what in both[1:]
            ]
    return []


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


def _one_slot(document: Document, graph: Graph, article: int, noun: int, what: str) -> Slot[Quantity]:
    span = Span(document_id=document.id, start=graph.tokens[article].start, end=graph.tokens[noun].end, part=graph.annotated.sentence.part)
    return Slot(value=Quantity(what=what, low=1, high=1), evidence=(span,), read_by=READ_BY + " article")


def total(slots: list[Slot[Quantity]], *, short: bool = False) -> list[Slot[Quantity]]:
    """One slot a count field: the dead and wounded of all sides are summed over one sentence, in a short entry over all.

    A longer text retells its tolls, so there the first stands.
    """
    out: dict[str, Slot[Quantity]] = {}
    for slot in slots:
        what = slot.value.what
        held = out.get(what)
        if held is None:
            out[what] = slot
        elif what in ("killed", "wounded") and _near(held, slot, 230 if short else 120) and not set(held.evidence) & set(slot.evidence):
            out[what] = _sum(held, slot)
    return list(out.values())


def _near(one: Slot[Quantity], two: Slot[Quantity], reach: int) -> bool:
    return abs(one.evidence[-1].start - two.evidence[0].start) < reach and one.evidence[0].part == two.evidence[0].part


def _sum(one: Slot[Quantity], two: Slot[Quantity]) -> Slot[Quantity]:
    low = None if one.value.low is None or two.value.low is None else one.value.low + two.value.low
    high = None if one.value.high is None or two.value.high is None else one.value.high + two.value.high
    first, last = min(one.evidence + two.evidence), max(one.evidence + two.evidence, key=lambda s: s.end)
    span = Span(document_id=first.document_id, start=first.start, end=last.end, part=first.part)
    return Slot(value=Quantity(what=one.value.what, low=low, high=high, approx=one.value.approx or two.value.approx), evidence=(span,), read_by=READ_BY + " sum")


def _slot(document: Document, graph: Graph, mention: QuantityMention, what: str) -> Slot[Quantity]:
    q = mention.quantity
    spans = [Span(document_id=document.id, start=mention.start, end=mention.end, part=graph.annotated.sentence.part)]
    return Slot(value=Quantity(what=what, low=q.low, high=q.high, approx=q.approx), evidence=tuple(spans), read_by=READ_BY)
