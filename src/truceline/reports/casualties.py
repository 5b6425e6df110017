"""How many were killed, wounded or taken, as a sentence tells it: every toll with the word that tells the fate (codebook 2, counts)."""

from dataclasses import dataclass, replace

from truceline.model.document import Document
from truceline.model.reading import QuantityMention
from truceline.model.report import Quantity, Slot
from truceline.model.text import Span
from truceline.packs.lexicon import Lexicon
from truceline.packs.numerals import none_said
from truceline.packs.word_patterns import shaped
from truceline.reports.grammar import Graph

READ_BY = "reports.casualties 1"
MOST_IN_ONE_ACT = 5000
"""A larger figure of dead or wounded is the toll of a war, not of one act (codebook 3: running totals)."""
_REACH = 7
_WITHIN = ("NN", "NNS", "NNP", "NNPS", "JJ", "JJR", "CD", "POS", "DT", "RB", "VBN", "HYPH", "``", "''")


@dataclass(frozen=True, slots=True, kw_only=True)
class Toll:
    """A number of people with one fate, the word that tells the fate, whether it counts many acts, and the nouns they are named by."""

    slot: Slot[Quantity]
    at: int
    running: bool = False
    heads: tuple[int, ...] = ()


def tolls(graph: Graph, document: Document, lexicon: Lexicon) -> list[Toll]:
    """Every toll of a sentence in order of the text, running totals marked; "no casualties" is a toll of none."""
    found: dict[int, Toll] = {}
    for mention, first, last in counted(graph):
        told = _fate_of(graph, first, last, lexicon)
        if (
            told is not None
            and not _age(graph, first, last)
            and not _part_of_another(graph, first, last, lexicon)
            and _small(mention.quantity)
        ):
            what, at = told
            found[first] = Toll(slot=number_slot(document, graph, mention, what), at=at, heads=(last, *_heads(graph, last)))
    for toll in _single(graph, document, lexicon):
        if not any(_overlap(toll.slot, held.slot) for held in found.values()):
            found[toll.at + 10_000] = toll
    nobody = _nobody(graph, document, lexicon)
    some = [t for t in found.values() if not any(_overlap(t.slot, none.slot) for none in nobody)]
    kept = [replace(t, running=_running(graph, t.slot.evidence[0], lexicon)) for t in some]
    return _without_breakdowns(graph, sorted(kept, key=lambda t: t.slot.evidence[0].start)) + nobody


def counted(graph: Graph) -> list[tuple[QuantityMention, int, int]]:
    """Each quantity of a sentence with its first and last token."""
    found = []
    for mention in graph.annotated.quantities:
        inside = [n for n, t in enumerate(graph.tokens) if mention.start <= t.start and t.end <= mention.end]
        if inside:
            found.append((mention, inside[0], inside[-1]))
    return found


def number_slot(document: Document, graph: Graph, mention: QuantityMention, what: str, read_by: str = READ_BY) -> Slot[Quantity]:
    """A counted number as a slot; the evidence is the number with its hedge."""
    q = mention.quantity
    span = Span(document_id=document.id, start=mention.start, end=mention.end, part=graph.annotated.sentence.part)
    return Slot(value=Quantity(what=what, low=q.low, high=q.high, approx=q.approx), evidence=(span,), read_by=read_by)


def one_slot(document: Document, graph: Graph, first: int, last: int, what: str) -> Slot[Quantity]:
    """One, from a singular noun phrase ("a soldier", "the boat", a name)."""
    span = Span(document_id=document.id, start=graph.tokens[first].start, end=graph.tokens[last].end, part=graph.annotated.sentence.part)
    return Slot(value=Quantity(what=what, low=1, high=1), evidence=(span,), read_by=READ_BY + " one")


# --- which fate a number has


def _fate_of(graph: Graph, first: int, last: int, lexicon: Lexicon) -> tuple[str, int] | None:
    return _fate_before(graph, first, lexicon) or _fate_after(graph, last, lexicon) or _fate_by_grammar(graph, last, lexicon)


def _fate_before(graph: Graph, first: int, lexicon: Lexicon) -> tuple[str, int] | None:
    """ "killing four", "claimed the lives of 30", "wounded another 20", "the bodies of seven"."""
    at = first - 1
    while at >= 0 and graph.tokens[at].text.lower() in lexicon.numbers.toll_before:
        at -= 1
    if at < 0:
        return None
    token = graph.tokens[at]
    if graph.is_verb(at):
        what = verb_fate(graph, at, lexicon)
        return (
            (what, at) if what and not _negated(graph, at, lexicon) and not (graph.passive(at) and graph.with_dep(at, "auxpass")) else None
        )
    if token.lemma in lexicon.numbers.toll_nouns and at < first - 1 and graph.tokens[at + 1].text.lower() == "of":
        return "killed", at
    return None


def _fate_after(graph: Graph, last: int, lexicon: Lexicon) -> tuple[str, int] | None:
    """ "nine French soldiers dead", "21 wounded", "30 rebels and four soldiers dead", "six people were killed"."""
    for at in range(last + 1, min(last + 1 + _REACH, len(graph.tokens))):
        token, low = graph.tokens[at], graph.tokens[at].text.lower()
        what = _state(low, lexicon) or (verb_fate(graph, at, lexicon) if graph.is_verb(at) else None)
        if what is not None:
            active = graph.is_verb(at) and bool(graph.with_dep(at, "dobj")) and not graph.with_dep(at, "auxpass")
            return None if active or _negated(graph, at, lexicon) or token.tag == "VBG" else (what, at)
        if token.lemma in lexicon.numbers.bodies:
            return "killed", at
        if low in lexicon.numbers.toll_after or token.tag in _WITHIN:
            continue
        return None
    return None


def _state(word: str, lexicon: Lexicon) -> str | None:
    if word in lexicon.numbers.dead:
        return "killed"
    return "wounded" if word in lexicon.numbers.hurt else None


def _fate_by_grammar(graph: Graph, last: int, lexicon: Lexicon) -> tuple[str, int] | None:
    """The verb whose patient the number counts, however far."""
    for head in (last, *_heads(graph, last)):
        for k in graph.with_dep(head, "acl", "relcl"):
            said = verb_fate(graph, k, lexicon) if graph.tokens[k].tag == "VBN" and not graph.with_dep(k, "dobj", "nsubj") else None
            if said and not _negated(graph, k, lexicon):
                return said, k
        top = _top(graph, head)
        first = graph.tokens[top].head
        if first == top or not graph.is_verb(first):
            continue
        for verb in (first, *(k for k in graph.with_dep(first, "conj") if graph.is_verb(k))):
            what = verb_fate(graph, verb, lexicon)
            befalls = what and not _negated(graph, verb, lexicon) and {top, head} & set(_sufferers(graph, verb, lexicon))
            if what and befalls and _people(graph, head, lexicon):
                return what, verb
    return None


def verb_fate(graph: Graph, n: int, lexicon: Lexicon) -> str | None:
    """killed, wounded or captured, of the people a verb befalls; None for other verbs."""
    lemma, numbers = graph.tokens[n].lemma, lexicon.numbers
    if lemma in numbers.killed or (
        lemma in numbers.shoot and any(graph.tokens[k].text.lower() in numbers.dead for k in range(n + 1, min(n + 3, len(graph.tokens))))
    ):
        return "killed"
    if lemma in numbers.wounded:
        return "wounded"
    return "captured" if lemma in numbers.captured else None


def _then_killed(graph: Graph, n: int, lexicon: Lexicon) -> bool:
    """Whether the people shot are said to have died ("shot and killed", "shot dead", "shot to death")."""
    near = graph.tokens[n + 1 : n + 5]
    return any(
        t.lemma in lexicon.numbers.killed or t.text.lower() in lexicon.numbers.dead or t.lemma in lexicon.numbers.after_shot for t in near
    )


def _sufferers(graph: Graph, n: int, lexicon: Lexicon) -> list[int]:
    """Heads of those a fate befalls, also where the auxiliary is left out ("eight were killed and one captured")."""
    if graph.tokens[n].lemma in lexicon.numbers.dying:
        return graph.subjects(n)
    patients = graph.patients(n)
    if patients or graph.tokens[n].tag not in ("VBN", "VBD") or graph.with_dep(n, "dobj"):
        return patients
    head = graph.tokens[n].head
    return graph.with_dep(n, "nsubj") if graph.tokens[n].dep == "conj" and graph.is_verb(head) and graph.passive(head) else []


# --- one person, one name


def _single(graph: Graph, document: Document, lexicon: Lexicon) -> list[Toll]:
    """One person without a number: "a civilian was killed", "killed Staff Sergeant ...", "he was wounded"."""
    found: list[Toll] = []
    for n in range(len(graph.tokens)):
        what = verb_fate(graph, n, lexicon) if graph.is_verb(n) else None
        if what is None and graph.tokens[n].lemma in lexicon.numbers.shot and graph.is_verb(n) and not _then_killed(graph, n, lexicon):
            what = "wounded"
        if what is None or _negated(graph, n, lexicon) or graph.tokens[n].dep == "amod" or any(t.slot.value.what == what for t in found):
            continue  # a second word of the same fate tells of the same person again
        for head in dict.fromkeys(_sufferers(graph, n, lexicon)):
            first = _one(graph, head, lexicon)
            if first is not None:
                found.append(Toll(slot=one_slot(document, graph, first, head, what), at=n, heads=(head,)))
    return found


def _one(graph: Graph, head: int, lexicon: Lexicon) -> int | None:
    """The first token of a phrase that names one person; None where it names several, or no person."""
    token = graph.tokens[head]
    if token.text.lower() in lexicon.numbers.one_person:
        return head
    if token.tag not in ("NN", "NNP") or graph.with_dep(head, "nummod"):
        return None
    dets = [k for k in graph.with_dep(head, "det", "poss") if k < head]
    if token.tag == "NN" and token.lemma in lexicon.numbers.person_nouns and token.lemma not in lexicon.numbers.collective:
        return dets[0] if dets else None
    named = graph.mention(head) is None and not any(p.where and graph.covers(head, p.start, p.end) for p in graph.annotated.places)
    titled = [
        k for k in graph.with_dep(head, "compound") if graph.tokens[k].lemma in lexicon.numbers.person_nouns or graph.tokens[k].tag == "NNP"
    ]
    return min(titled) if token.tag == "NNP" and named and titled and not dets else None


# --- what is no toll of this act


def _age(graph: Graph, first: int, last: int) -> bool:
    """Whether a number after a name is an age ("the driver, 42, was killed")."""
    after = graph.tokens[last + 1].text if last + 1 < len(graph.tokens) else "."
    return first > 1 and graph.tokens[first - 1].text == "," and graph.is_noun(first - 2) and after in (",", ".", ";", ")")


def _part_of_another(graph: Graph, first: int, last: int, lexicon: Lexicon) -> bool:
    """A number that only breaks another one down ("including two children", "one of them") or names the whole ("one of the 26")."""
    if [t.text.lower() for t in graph.tokens[last + 1 : last + 3]] in (["of", "them"], ["of", "whom"], ["of", "those"]):
        after = range(last + 3, min(last + 8, len(graph.tokens)))  # "3,000 of them have been killed" is a toll
        return not any(_state(graph.tokens[n].text.lower(), lexicon) or verb_fate(graph, n, lexicon) for n in after)
    before = [t.text.lower() for t in graph.tokens[max(0, first - 4) : first]]
    if any(word in lexicon.numbers.breakdown for word in before[-3:]):
        return True
    if before[-2:] == ["out", "of"]:
        return True
    tail = before[:-1] if before[-1:] == ["the"] else before
    return bool(tail) and tail[-1] in ("of", "among") and len(tail) > 1 and graph.tokens[first - (len(before) - len(tail)) - 2].tag == "CD"


def _running(graph: Graph, span: Span, lexicon: Lexicon) -> bool:
    """A toll of many acts: "bringing the total to 87 dead", "300 killed since April" (codebook 3)."""
    sentence = graph.annotated.sentence
    before = sentence.text[max(0, span.start - sentence.start - 50) : span.start - sentence.start].lower()
    after = sentence.text[span.end - sentence.start :].lower()[:90]
    if shaped(r"\bWORDS\b[^.;]*$", lexicon.numbers.running_before).search(before):
        return True
    return shaped(r"[^,.;]*\bWORDS\b", lexicon.numbers.running_after).match(after) is not None


def _without_breakdowns(graph: Graph, found: list[Toll]) -> list[Toll]:
    """Where the parts of a figure follow it ("five dead, two soldiers and three civilians"), the figure alone."""
    for n, toll in enumerate(found):
        parts = [t for t in found[n + 1 :] if t.slot.value.what == toll.slot.value.what]
        total = toll.slot.value.low
        if len(parts) > 1 and total is not None and total == sum(p.slot.value.low or 0 for p in parts):
            return [t for t in found if t not in parts]
    return found


def _nobody(graph: Graph, document: Document, lexicon: Lexicon) -> list[Toll]:
    """No casualties: none killed and none wounded (codebook 3)."""
    said = none_said(graph.annotated.sentence.text, lexicon)
    if said is None:
        return []
    sentence = graph.annotated.sentence
    span = Span(document_id=document.id, start=sentence.start + said[0], end=sentence.start + said[1], part=sentence.part)
    at = next((n for n, t in enumerate(graph.tokens) if t.end > span.start), 0)
    return [
        Toll(slot=Slot(value=Quantity(what=what, low=0, high=0), evidence=(span,), read_by=READ_BY + " none"), at=at)
        for what in ("killed", "wounded")
    ]


# --- small helps


def _heads(graph: Graph, last: int) -> list[int]:
    """The nouns a number stands on, nearest first ("dozens of soldiers": dozens, soldiers)."""
    found, at = [], last
    for _ in range(3):
        found += [p for prep, p in graph.obliques(at) if prep == "of"]
        head = graph.tokens[at].head
        if head == at or graph.tokens[at].dep not in ("nummod", "quantmod", "amod", "compound", "det", "nmod", "advmod", "predet"):
            break
        at = head
        if graph.is_noun(at):
            found.append(at)
    return found


def _people(graph: Graph, n: int, lexicon: Lexicon) -> bool:
    token = graph.tokens[n]
    known = token.lemma in lexicon.word_sets["people"] or token.lemma in lexicon.role_of or token.lemma in lexicon.numbers.person_nouns
    return known or token.tag in ("CD", "NNP", "NNPS") or graph.mention(n) is not None or token.text.lower() in lexicon.numbers.toll_after


def _top(graph: Graph, n: int) -> int:
    while graph.tokens[n].dep in ("conj", "appos", "nummod") and graph.is_noun(graph.tokens[n].head) and graph.tokens[n].head != n:
        n = graph.tokens[n].head
    return n


def _negated(graph: Graph, n: int, lexicon: Lexicon) -> bool:
    return bool(graph.with_dep(n, "neg")) or any(
        graph.tokens[k].text.lower() in lexicon.reality.harm_only_tried for k in (graph.tokens[n].head,) if k != n
    )


def _small(quantity: Quantity) -> bool:
    return (quantity.low or quantity.high or 0) <= MOST_IN_ONE_ACT


def _overlap(one: Slot[Quantity], two: Slot[Quantity]) -> bool:
    return any(a.start < b.end and b.start < a.end for a in one.evidence for b in two.evidence)
