"""How many were killed, wounded or taken, as a sentence tells it: every toll with the word that tells the fate (codebook 2, counts)."""

from dataclasses import dataclass, replace

from truceline.model.document import Document
from truceline.model.reading import QuantityMention
from truceline.model.report import Quantity, Slot
from truceline.model.text import Span
from truceline.packs.lexicon import Lexicon
from truceline.packs.numerals import none_said
from truceline.reports.fate_verbs import (
    joins,
    mixed,
    negated,
    of_its_subject,
    said_of,
    state,
    sufferers,
    then_killed,
    toll_reached,
    verb_fate,
)
from truceline.reports.grammar import Graph
from truceline.reports.toll_scope import is_toll, running, supposed
from truceline.reports.totals import SHOT

READ_BY = "reports.casualties 1"
_REACH = 7
_WITHIN = ("NN", "NNS", "NNP", "NNPS", "JJ", "JJR", "CD", "POS", "DT", "RB", "VBN", "HYPH", "``", "''")


@dataclass(frozen=True, slots=True, kw_only=True)
class Toll:
    """A number of people with one fate, the word that tells it, their nouns; whether it counts many acts, adds or is the whole."""

    slot: Slot[Quantity]
    at: int
    running: bool = False
    added: bool = False
    whole: bool = False
    heads: tuple[int, ...] = ()


def tolls(graph: Graph, document: Document, lexicon: Lexicon) -> list[Toll]:
    """Every toll of a sentence in order of the text, running totals marked; "no casualties" is a toll of none."""
    found: list[Toll] = []
    for mention, first, last in counted(graph):
        told = _fate_of(graph, first, last, lexicon)
        if told is not None and is_toll(graph, mention.quantity, first, last, told[1], lexicon):
            what, at = told
            whole = graph.tokens[at].lemma in lexicon.numbers.tolls
            found.append(Toll(slot=number_slot(document, graph, mention, what), at=at, whole=whole, heads=(last, *_heads(graph, last))))
    found += [t for t in _single(graph, document, lexicon) if not any(_overlap(t.slot, held.slot) for held in found)]
    nobody = _nobody(graph, document, lexicon)
    some = [t for t in found if not any(_overlap(t.slot, none.slot) for none in nobody)]
    kept = [replace(t, running=running(graph, t.slot.evidence[0], t.at, lexicon), added=adds(graph, t.at, lexicon)) for t in some]
    return _shared_hedges(graph, _without_breakdowns(graph, sorted(kept, key=lambda t: t.slot.evidence[0].start)), lexicon) + nobody


def adds(graph: Graph, at: int, lexicon: Lexicon) -> bool:
    """Whether a word of harm adds to what was told before ("the driver also was killed", "two additional soldiers died")."""
    over = graph.tokens[at].head if graph.tokens[at].dep == "acomp" else at  # "were also slain"
    beside = [k for n in (at, over) for k in graph.with_dep(n, "advmod")] + [
        k for n in graph.patients(at) for k in graph.with_dep(n, "amod")
    ]
    return any(graph.low[k] in lexicon.numbers.adding for k in beside)


def counted(graph: Graph) -> list[tuple[QuantityMention, int, int]]:
    """Each quantity of a sentence with its first and last token; found once a sentence."""
    if "counted" not in graph.kept:
        graph.kept["counted"] = [
            (mention, inside[0], inside[-1])
            for mention in graph.annotated.quantities
            if (inside := [n for n, t in enumerate(graph.tokens) if mention.start <= t.start and t.end <= mention.end])
        ]
    found: list[tuple[QuantityMention, int, int]] = graph.kept["counted"]
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
    if (toll := toll_reached(graph, last, lexicon)) is not None:
        return "killed", toll
    told = _fate_before(graph, first, lexicon) or _fate_after(graph, last, lexicon) or _fate_by_grammar(graph, last, lexicon)
    if told is not None and mixed(graph, told[1], lexicon):
        return None  # "200 killed or wounded" are not so many of either
    if told is not None and told[0] == "captured" and not all(_persons(graph, head, lexicon) for head in _heads(graph, last)[:1]):
        return None  # posts, towns and weapons are captured too
    return told


def _fate_before(graph: Graph, first: int, lexicon: Lexicon) -> tuple[str, int] | None:
    """ "killing four", "claimed the lives of 30", "wounded another 20", "the bodies of seven"."""
    at = first - 1
    if at > 1 and graph.low[at] == "of" and graph.tokens[at - 1].lemma in lexicon.numbers.families:
        at -= 2  # "a family of four"
    while at >= 0 and graph.tokens[at].text.lower() in lexicon.numbers.toll_before:
        at -= 1
    if at < 0:
        return None
    token = graph.tokens[at]
    if graph.is_verb(at):
        what = verb_fate(graph, at, lexicon)
        return (
            (what, at) if what and not negated(graph, at, lexicon) and not (graph.passive(at) and graph.with_dep(at, "auxpass")) else None
        )
    lives = first + 1 < len(graph.tokens) and graph.tokens[first + 1].lemma in lexicon.numbers.lives
    if token.lemma in lexicon.numbers.losses and lives and graph.low[first - 1] == "of":
        return "killed", at  # "with the loss of 46 lives"
    if token.lemma in lexicon.numbers.toll_nouns and at < first - 1 and graph.tokens[at + 1].text.lower() == "of":
        return "killed", at
    return None


def _fate_after(graph: Graph, last: int, lexicon: Lexicon) -> tuple[str, int] | None:
    """ "nine French soldiers dead", "21 wounded", "30 rebels and four soldiers dead", "six people were killed"."""
    for at in range(last + 1, min(last + 1 + _REACH, len(graph.tokens))):
        token, low = graph.tokens[at], graph.tokens[at].text.lower()
        told = graph.is_verb(at) and token.dep != "amod"  # "50 hospitalised children" are told of otherwise
        what = state(low, lexicon) or (verb_fate(graph, at, lexicon) if told else None)
        if low in lexicon.numbers.casualties:
            return _beside_the_hurt(graph, at, lexicon)
        hurt = _hurt_with(graph, at, lexicon)
        if hurt is not None:
            return "wounded", hurt
        if what is not None:
            rest = range(at + 1, min(at + 1 + _REACH, len(graph.tokens)))
            died = next((n for n in rest if graph.tokens[n].lemma in lexicon.numbers.dying), None)
            if died is not None and (graph.is_noun(died - 1) or died == at + 1) and graph.is_verb(died):
                return "killed", died  # "seventeen injured soldiers succumbed to their wounds"
            active = graph.is_verb(at) and bool(graph.with_dep(at, "dobj")) and not graph.with_dep(at, "auxpass")
            active = active and not of_its_subject(graph, at, lexicon)
            return None if active or negated(graph, at, lexicon) or token.tag == "VBG" else (what, at)
        if token.lemma in (*lexicon.numbers.bodies, *lexicon.numbers.injuries):
            return "killed" if token.lemma in lexicon.numbers.bodies else "wounded", at
        if low in lexicon.numbers.toll_after or token.tag in _WITHIN:
            continue
        return None
    return None


def _hurt_with(graph: Graph, at: int, lexicon: Lexicon) -> int | None:
    """The wounds that follow a word of having them ("with light wounds", "suffered burns"), however the parse takes it."""
    numbers, low = lexicon.numbers, graph.low[at]
    if low not in numbers.having and not any(low.startswith(verb) for verb in numbers.suffering):
        return None
    return next((n for n in range(at + 1, min(at + 4, len(graph.tokens))) if graph.tokens[n].lemma in numbers.hurts), None)


def _beside_the_hurt(graph: Graph, at: int, lexicon: Lexicon) -> tuple[str, int] | None:
    """Casualties told beside those hurt ("three casualties and five wounded") are the dead; alone they are of no one fate."""
    rest = range(at + 1, min(at + 1 + _REACH, len(graph.tokens)))
    joined = at + 1 < len(graph.tokens) and graph.tokens[at + 1].tag in ("CC", ",")
    return ("killed", at) if joined and any(state(graph.tokens[n].text.lower(), lexicon) == "wounded" for n in rest) else None


def _fate_by_grammar(graph: Graph, last: int, lexicon: Lexicon) -> tuple[str, int] | None:
    """The verb whose patient the number counts, however far."""
    for head in (last, *_heads(graph, last)):
        for k in graph.with_dep(_last_of_list(graph, head), "acl", "relcl"):
            befell = graph.tokens[k].tag == "VBN" and not graph.with_dep(k, "dobj", "nsubj")
            said = verb_fate(graph, k, lexicon) if befell or _who_died(graph, k, lexicon) else None
            if said and not negated(graph, k, lexicon):
                return said, k
        top = _top(graph, head, lexicon)
        first = graph.tokens[top].head
        if first == top or not graph.is_verb(first):
            continue
        found = said_of(graph, first, lexicon) if {top, head} & set(graph.patients(first)) else None
        if found is not None and _people(graph, head, lexicon):
            return found
        for verb in (first, *(k for k in graph.with_dep(first, "conj") if graph.is_verb(k))):
            what = verb_fate(graph, verb, lexicon)
            befalls = what and not negated(graph, verb, lexicon) and {top, head} & set(sufferers(graph, verb, lexicon))
            if what and befalls and _people(graph, head, lexicon):
                return what, verb
    return None


def _last_of_list(graph: Graph, head: int) -> int:
    """The last of a list of people, each with no more than a number: a relative clause is of all ("two guards and a cook who died")."""
    listed = [head, *graph.conjuncts(head)[1:]] if graph.with_dep(head, "nummod") else [head]
    plain = all(graph.with_dep(k, "nummod", "det") and not graph.with_dep(k, "prep") for k in listed)
    return listed[-1] if plain and graph.with_dep(listed[-1], "relcl") else head


def _who_died(graph: Graph, k: int, lexicon: Lexicon) -> bool:
    """Whether a relative clause tells that those it stands on died ("two guards who died in the raid")."""
    who = [s for s in graph.with_dep(k, "nsubj") if graph.tokens[s].tag in ("WP", "WDT")]
    return bool(who) and graph.tokens[k].lemma in lexicon.numbers.dying


# --- one person, one name


def _single(graph: Graph, document: Document, lexicon: Lexicon) -> list[Toll]:
    """One person without a number: "a civilian was killed", "killed Staff Sergeant ...", "he was wounded"."""
    found: list[Toll] = []
    for n in (n for n, verb in enumerate(graph.verbs) if verb):
        what, how = verb_fate(graph, n, lexicon), ""
        if what is None and graph.tokens[n].lemma in lexicon.numbers.shot and not then_killed(graph, n, lexicon):
            what, how = "wounded", SHOT
        told = what is not None and not negated(graph, n, lexicon) and not supposed(graph, n, lexicon) and graph.tokens[n].dep != "amod"
        if what is None or not told or any(t.slot.value.what == what for t in found):
            continue  # a second word of the same fate tells of the same person again
        for head in dict.fromkeys(sufferers(graph, n, lexicon)):
            first = one_person(graph, head, lexicon)
            if first is not None:
                one = one_slot(document, graph, first, head, what)
                found.append(Toll(slot=replace(one, read_by=one.read_by + how), at=n, heads=(head,)))
    return found


def one_person(graph: Graph, head: int, lexicon: Lexicon) -> int | None:
    """The first token of a phrase that names one person; None where it names several, or no person."""
    token = graph.tokens[head]
    if token.text.lower() in (*lexicon.numbers.one_person, *lexicon.numbers.one_more):
        return head
    if token.text.lower() in lexicon.numbers.ordinals and head > 0 and graph.low[head - 1] in lexicon.numbers.one_article:
        return head - 1  # "a third was wounded"
    if token.tag not in ("NN", "NNP", "JJ") or graph.with_dep(head, "nummod"):
        return None
    dets = [k for k in graph.with_dep(head, "det", "poss") if k < head]
    mention = graph.mention(head)
    if mention is not None and graph.annotated.mentions[mention].person and not dets:
        return head  # a leader whom the gazetteer knows by name
    if dets and head == dets[0] + 1 and graph.mention(head) is not None and graph.low[dets[0]] in lexicon.numbers.one_article:
        return dets[0]  # "killed a Palestinian"
    if token.tag == "NN" and token.lemma in lexicon.numbers.person_nouns and token.lemma not in lexicon.numbers.collective:
        named_with_article = [k for k in graph.with_dep(head, "amod", "compound", "nmod") if graph.low[k].startswith("the ")]
        return next(iter([*dets, *named_with_article]), None)  # "the Taliban" is one word where it is a name
    named = graph.mention(head) is None and not any(p.where and graph.covers(head, p.start, p.end) for p in graph.annotated.places)
    titled = [
        k for k in graph.with_dep(head, "compound") if graph.tokens[k].lemma in lexicon.numbers.person_nouns or graph.tokens[k].tag == "NNP"
    ]
    if token.tag != "NNP" or not named or dets:
        return None
    return min(titled, default=None) if titled else head if _person_by_name(graph, head, lexicon) else None


def _person_by_name(graph: Graph, head: int, lexicon: Lexicon) -> bool:
    """Whether a bare name is one person's, told to have been killed alone ("Han was killed") or beside people ("Han and two guards")."""
    if graph.tokens[head].text.isupper() or graph.with_dep(head, "prep", "nmod"):
        return False  # letters that stand for a body of people, or what is of somebody
    beside = [c for c in graph.conjuncts(head)[1:] if graph.tokens[c].tag in ("NNS", "CD")]
    verb = graph.tokens[head].head
    alone = graph.tokens[head].dep == "nsubjpass" and not graph.with_dep(head, "conj")
    was = any(graph.low[k] in lexicon.numbers.one_was for k in graph.with_dep(verb, "auxpass"))
    killed = graph.tokens[verb].lemma in lexicon.numbers.killed
    return killed and ((alone and was) or any(_people(graph, c, lexicon) for c in beside))


# --- tolls beside one another


def _without_breakdowns(graph: Graph, found: list[Toll]) -> list[Toll]:
    """Where the parts of a figure follow it ("five dead, two soldiers and three civilians", "24 died (13 in a hunt)"), the figure alone."""
    for n, toll in enumerate(found):
        parts = [t for t in found[n + 1 :] if t.slot.value.what == toll.slot.value.what]
        total = toll.slot.value.low
        if len(parts) > 1 and total is not None and total == sum(p.slot.value.low or 0 for p in parts):
            return [t for t in found if t not in parts]
        aside = [p for p in parts if _bracketed(graph, p) and not _bracketed(graph, toll) and (p.slot.value.low or 0) <= (total or 0)]
        if aside:
            return [t for t in found if t not in aside]
    return found


def _bracketed(graph: Graph, toll: Toll) -> bool:
    """Whether a toll stands in brackets."""
    sentence = graph.annotated.sentence
    before = sentence.text[: toll.slot.evidence[0].start - sentence.start]
    return before.rfind("(") > before.rfind(")")


def _shared_hedges(graph: Graph, found: list[Toll], lexicon: Lexicon) -> list[Toll]:
    """Tolls with what a toll before them shares with them, and open above where others are told beside a number.

    "At least 40 people were killed and 50 wounded": where the second leaves out its own noun and verb, at least 50 were wounded, and a
    total of many acts has a total beside it.
    """
    done: list[Toll] = []
    for toll in found:
        value, before = toll.slot.value, done[-1] if done else None
        if before is not None and _gapped(graph, before, toll):
            open_ = before.slot.value.high is None and value.low is not None
            slot = replace(toll.slot, value=replace(value, high=None)) if open_ else toll.slot
            toll = replace(toll, slot=slot, running=toll.running or before.running)
        elif value.high is not None and value.high > 1 and _with_others(graph, toll, lexicon):
            toll = replace(toll, slot=replace(toll.slot, value=replace(value, high=None)))
        done.append(toll)
    return done


def _gapped(graph: Graph, before: Toll, toll: Toll) -> bool:
    """Whether a toll follows another with nothing but "and", its number and its fate ("40 people were killed and 50 wounded")."""
    first = next((n for n, t in enumerate(graph.tokens) if t.start >= toll.slot.evidence[0].start), 0)
    between = graph.tokens[before.at + 1 : first]
    return before.at < first < toll.at <= first + 2 and len(between) == 1 and between[0].tag == "CC"


def _with_others(graph: Graph, toll: Toll, lexicon: Lexicon) -> bool:
    """Whether a number of people stands beside others without a number ("16 marines and other civilians were injured")."""
    others = [c for head in toll.heads[1:] for c in graph.conjuncts(head)[1:]]
    return any(
        graph.tokens[c].tag == "NNS"
        and not graph.with_dep(c, "nummod")
        and any(graph.tokens[k].lemma in lexicon.numbers.others for k in (c, *graph.with_dep(c, "amod")))
        for c in others
    )


# --- nobody


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


def _persons(graph: Graph, n: int, lexicon: Lexicon) -> bool:
    """Whether a word names persons, not a place or a thing of theirs ("30 villages", "two posts")."""
    token = graph.tokens[n]
    named = token.tag in ("CD", "NNP", "NNPS") or token.text.lower() in lexicon.numbers.toll_after or graph.mention(n) is not None
    return named or token.lemma in lexicon.word_sets["people"] or token.lemma in lexicon.numbers.person_nouns


def _top(graph: Graph, n: int, lexicon: Lexicon) -> int:
    """The first of the people that a word is told with, by "and" or by another word that joins."""
    while graph.tokens[n].head != n:
        held = graph.tokens[n].head
        if graph.tokens[n].dep == "pobj" and joins(graph, held, lexicon):
            over = graph.tokens[held].head
            over = graph.tokens[over].head if graph.low[over] in lexicon.numbers.beside else over
            told = graph.patients(over) if graph.is_verb(over) else [over]
            if not told or told[0] == n:
                break
            n = told[0]
        elif graph.tokens[n].dep in ("conj", "appos", "nummod") and (graph.is_noun(held) or graph.with_dep(held, "nummod")):
            n = held
        else:
            break
    return n


def _overlap(one: Slot[Quantity], two: Slot[Quantity]) -> bool:
    return any(a.start < b.end and b.start < a.end for a in one.evidence for b in two.evidence)
