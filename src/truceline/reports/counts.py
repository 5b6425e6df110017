"""How many, of what: who acted, what was fired, which vehicles, how many killed, wounded, captured (codebook 2, counts)."""

from dataclasses import replace

from truceline.model.document import Document
from truceline.model.reading import QuantityMention, Reading, Sentence
from truceline.model.report import Quantity, Slot
from truceline.model.text import Span
from truceline.packs.lexicon import Lexicon
from truceline.reports.grammar import Graph
from truceline.reports.patterns import Act

READ_BY = "reports.counts 1"
_FIRED = frozenset(
    {
        "direct_fire",
        "warning_fire",
        "indirect_fire",
        "missile_launch",
        "balloon_launch",
        "air_strike",
        "clash",
        "monitor_attack",
        "sea_crossing",
    }
)
_FLOWN = frozenset({"air_crossing", "air_strike"})
"""Acts in which a "fighter" is an aircraft."""
_MOVED = frozenset({"ground_crossing", "sea_crossing", "air_crossing", "defection", "troop_deployment"})


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
    if "rounds" not in have and act.kind == "missile_launch" and (one := _one_round(act, document, lexicon)) is not None:
        return [*found, one]
    return found + [slot for slot in _single(act, document, lexicon) if slot.value.what not in have]


def _single(act: Act, document: Document, lexicon: Lexicon) -> list[Slot[Quantity]]:
    """One vessel, missile or person with an indefinite article in the act's region."""
    graph, found = act.graph, []
    for n in sorted(act.region | set(graph.objects(act.trigger))):
        token = graph.tokens[n]
        if token.tag not in ("NN", "NNP") or token.dep in ("compound", "amod", "nmod"):
            continue
        dets = [k for k in graph.with_dep(n, "det") if graph.tokens[k].text.lower() in ("a", "an", "another")]
        if dets and (what := _what(act, graph, n, token.lemma, lexicon)) is not None:
            found.append(_one_slot(document, graph, dets[0], n, what))
        elif _bare(graph, n, lexicon, known=act.kind in _MOVED) and _what(act, graph, n, token.lemma, lexicon) == "vehicles":
            found.append(_one_slot(document, graph, min([n, *graph.with_dep(n, "compound", "amod")]), n, "vehicles"))
    return found


def _bare(graph: Graph, n: int, lexicon: Lexicon, *, known: bool) -> bool:
    """A singular noun without an article, as entries and headlines write it ("navy destroyer"), or ``known`` from before ("the drone")."""
    if graph.tokens[n].text.lower() in lexicon.numbers.one_or_many:
        return False  # one or many
    return not graph.with_dep(n, "nummod", *(() if known else ("det", "poss"))) and graph.tokens[n].dep in (
        "nsubj",
        "nsubjpass",
        "agent",
        "pobj",
    )


def _one_round(act: Act, document: Document, lexicon: Lexicon) -> Slot[Quantity] | None:
    """One missile near the trigger, its article left of any modifiers ("a new type of ballistic missile")."""
    graph = act.graph
    names = lexicon.word_sets["missiles"] | frozenset(lexicon.numbers.rounds_nouns) - {"shot", "round"}
    for n in sorted(
        range(max(0, act.trigger - _ROUND_NEAR), min(len(graph.tokens), act.trigger + _ROUND_NEAR)), key=lambda n: abs(n - act.trigger)
    ):
        token = graph.tokens[n]
        if (
            token.lemma not in names
            or token.tag not in ("NN", "NNP")
            or (token.dep == "compound" and graph.tokens[token.head].tag not in ("NN", "NNP"))
        ):
            continue
        for k in range(n - 1, max(-1, n - 10), -1):
            left = graph.tokens[k]
            if left.text.lower() in ("a", "an", "another", "one") and left.tag in ("DT", "CD"):
                return _one_slot(document, graph, k, n, "rounds")
            if (left.tag in ("VBD", "VBZ", "VBP", "VB", ",", "CC", "DT") and left.text.lower() != "launched") or (
                left.tag == "IN" and left.text.lower() != "of"
            ):
                break
    return None


_ROUND_NEAR = 14


def number_on(graph: Graph, head: int, document: Document, what: str) -> Slot[Quantity] | None:
    """The number that stands on a noun ("17 infiltrators", "a boat"), as a count of ``what``; None if there is none."""
    for mention, token in numbered(graph):
        if _noun(graph, token) == head or (token == head and graph.tokens[head].tag == "CD"):
            return _slot(document, graph, mention, what)
    dets = [k for k in graph.with_dep(head, "det") if graph.tokens[k].text.lower() in ("a", "an", "another")]
    if dets and graph.tokens[head].tag in ("NN", "NNP"):
        return _one_slot(document, graph, dets[0], head, what)
    return None


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
        if graph.tokens[at].dep == "conj" and graph.tokens[head].tag == "CD":
            at = head  # "two or three boats"
            continue
        if graph.tokens[at].dep in ("nummod", "quantmod", "amod", "compound", "det", "nmod", "advmod", "predet") and head != at:
            at = head
            if graph.is_noun(at) and not graph.tokens[at].lemma.isdigit():
                return _whole_name(graph, at)
            continue
        break
    return at if at != token and graph.is_noun(at) else _after_a_range(graph, token)


def _whole_name(graph: Graph, n: int) -> int:
    """The head of a noun of two words whose number the parse hangs on the first ("six artillery rounds")."""
    head = graph.tokens[n].head
    return head if graph.tokens[n].dep == "compound" and head == n + 1 and graph.tokens[head].tag == "NNS" else n


def _after_a_range(graph: Graph, token: int) -> int | None:
    """The noun right after a range that the parse hangs on its preposition ("between 20 and 30 foreign soldiers")."""
    if graph.tokens[token].tag != "CD" or not any(t.text.lower() == "between" for t in graph.tokens[max(0, token - 4) : token]):
        return None
    last = None
    for n in range(token + 1, min(token + 5, len(graph.tokens))):
        if graph.tokens[n].tag not in ("JJ", "NN", "NNS", "NNP", "NNPS"):
            break
        last = n
    return last if last is not None and graph.is_noun(last) else None


def _what(act: Act, graph: Graph, noun: int, lemma: str, lexicon: Lexicon) -> str | None:
    numbers = lexicon.numbers
    if noun not in act.region and graph.tokens[noun].head not in act.region and noun not in graph.objects(act.trigger):
        return None
    if act.kind in _FIRED and lemma in numbers.rounds_nouns and act.kind != "sea_crossing":
        return None if _of_another_act(graph, noun, act.trigger, lexicon) else "rounds"
    movers = set(graph.agents(act.trigger) or graph.subjects(act.trigger) or graph.patients(act.trigger))
    if act.pattern.by == "both" and graph.is_noun(act.trigger):
        movers |= {p for prep, p in graph.obliques(act.trigger) if prep in ("between", "with", "against", "involving")}
        movers |= {c for m in set(movers) for c in graph.conjuncts(m)}
    movers |= {p for m in movers for prep, p in graph.obliques(m) if prep == "of"}
    if lemma in numbers.vehicle_nouns and (lemma not in numbers.person_nouns or act.kind in _FLOWN or _is_craft(graph, noun, lexicon)):
        own = movers | set(graph.objects(act.trigger)) if act.kind in _MOVED else set(graph.agents(act.trigger))
        on_land = act.kind not in _MOVED and lemma in numbers.land_vehicles
        return "vehicles" if noun in own and act.kind != "clash" and not on_land else None
    named = graph.mention(noun) is not None and bool(graph.with_dep(noun, "nummod"))  # "three North Koreans"
    person = lemma in numbers.person_nouns or named or graph.tokens[noun].lemma in ("britons", "korean", "person")
    if person and act.kind in _MOVED and (noun in movers or _strong(graph, noun, movers) or act.kind == "troop_deployment"):
        return "persons"
    if person and act.kind in ("clash", "direct_fire") and noun in movers and act.lemma not in numbers.killed + numbers.wounded:
        return "persons"
    if act.kind == "capture" and noun in graph.patients(act.trigger) and (person or lemma in lexicon.word_sets["people"]):
        return "captured"
    return None


def _strong(graph: Graph, noun: int, movers: set[int]) -> bool:
    """Whether a number with a hyphen tells how strong those who crossed are ("a 31-man unit")."""
    return noun > 0 and graph.tokens[noun - 1].tag == "HYPH" and graph.tokens[noun].head in movers


def _is_craft(graph: Graph, noun: int, lexicon: Lexicon) -> bool:
    """Whether words beside a "fighter" say that it is an aircraft ("two jet fighters", "fighters (MiG)")."""
    return any(graph.tokens[k].lemma in lexicon.numbers.vehicle_nouns for k in graph.with_dep(noun, "compound", "amod", "nmod", "appos"))


def _of_another_act(graph: Graph, noun: int, trigger: int, lexicon: Lexicon) -> bool:
    """Whether what was fired belongs to an act that this one follows or answers ("shelled the town after a rocket hit"), or was hit."""
    of_trigger = {trigger, *graph.ancestors(trigger)}
    at = noun
    while at not in of_trigger:
        token = graph.tokens[at]
        marks = (k for k in graph.with_dep(at, "mark", "advmod", "prep") if k < at)
        if token.lemma in lexicon.numbers.answered or any(graph.tokens[k].lemma in lexicon.numbers.answered for k in marks):
            return True
        if token.head == at:
            break
        at = token.head
    held = graph.tokens[noun].head
    return graph.tokens[noun].dep == "pobj" and graph.tokens[held].lemma in lexicon.numbers.aimed and graph.tokens[held].head == trigger


def _one_slot(document: Document, graph: Graph, article: int, noun: int, what: str) -> Slot[Quantity]:
    span = Span(document_id=document.id, start=graph.tokens[article].start, end=graph.tokens[noun].end, part=graph.annotated.sentence.part)
    return Slot(value=Quantity(what=what, low=1, high=1), evidence=(span,), read_by=READ_BY + " article")


def borne(draft_kind: str, slots: list[Slot[Quantity]]) -> list[Slot[Quantity]]:
    """The counts that an act of a kind can have: in a fight of two sides no vehicle is the actor's alone (codebook 2, `vehicles`)."""
    return [slot for slot in slots if not (draft_kind == "clash" and slot.value.what == "vehicles")]


def total(slots: list[Slot[Quantity]], reading: Reading, telling: Sentence | None = None, *, lasting: bool = False) -> list[Slot[Quantity]]:
    """One slot a count field: the dead and wounded of all sides are summed over one sentence, in a short entry over all.

    A longer text retells its tolls: there the sentence that tells the act best (``telling``) has the word, else the first
    that tells one. "No casualties" stands only alone. A total of many acts is that of an act that is told to be ``lasting``; else it stands
    where nothing else is told and it is told to be of the act.
    """
    out: dict[str, Slot[Quantity]] = {}
    for what in dict.fromkeys(slot.value.what for slot in slots):
        same = (
            sorted((s for s in slots if s.value.what == what), key=lambda s: (s.evidence[0].part == "title", s.evidence[0].start))
            if what in SUMMED
            else [s for s in slots if s.value.what == what]
        )
        running = [s for s in same if RUNNING in s.read_by]
        alone = [s for s in same if s not in running] or [s for s in running if s.read_by.endswith(WITHIN)]
        same = running if lasting and running else alone
        if not same:
            continue
        same = [s for s in same if s.value.high != 0] or same[:1]
        more_told = [s for s in same if s.read_by.endswith(ADDED)] if len(reading.sentences) > _SHORT else []
        same = [s for s in same if s not in more_told] or same
        added = [s for s in more_told if not _after_a_total(s, what, slots)]
        if what in SUMMED and telling is not None and len(reading.sentences) > _SHORT:
            same = [s for s in same if _inside(s, telling)] or same
        first = same[0]
        further = [s for s in added if s.evidence[0].start >= first.evidence[-1].end]
        if what in SUMMED and not _told_whole(first, same, reading):
            for more in same[1:]:
                if _one_telling(first, more, reading) and more.evidence[0].start >= first.evidence[-1].end:
                    first = _sum(first, more)
        for more in further:
            first = _with(first, more)
        out[what] = first
    if _nobody(out.get("wounded")) and "killed" in out and not _nobody(out["killed"]):
        del out["wounded"]  # nobody else was hurt, on one side at least
    return list(out.values())


def _after_a_total(slot: Slot[Quantity], what: str, slots: list[Slot[Quantity]]) -> bool:
    """Whether the figure told last before one is a total of many acts: what adds to it is no toll of one act."""
    before = [s for s in slots if s.value.what == what and s.evidence[0].part == slot.evidence[0].part and s.evidence[0] < slot.evidence[0]]
    last = max(before, key=lambda s: s.evidence[0].start, default=None)
    return last is not None and RUNNING in last.read_by


def _nobody(slot: Slot[Quantity] | None) -> bool:
    return slot is not None and slot.value.high == 0


SUMMED = ("killed", "wounded", "captured")
LASTING = frozenset({"clash", "air_strike", "indirect_fire", "ground_crossing"})
"""Acts that may go on for days as one; a blast or a shooting is over at once."""
RUNNING = " running"
"""What ``read_by`` of a total of many acts has at its end."""
ADDED = " added"
"""What it has where the toll adds to one told before."""
WITHIN = " within"
"""What follows where the total is told to be that of one act."""


def _inside(slot: Slot[Quantity], sentence: Sentence) -> bool:
    span = slot.evidence[0]
    return span.part == sentence.part and sentence.start <= span.start < sentence.end


def _told_whole(first: Slot[Quantity], same: list[Slot[Quantity]], reading: Reading) -> bool:
    """Whether a title tells the same figure as the first sentence that tells one: it is the whole, and what follows its parts."""
    titles = [s for s in same if _of_title(s, reading)]
    return not _of_title(first, reading) and any(t.value.low == first.value.low and t.value.high == first.value.high for t in titles)


def _of_title(slot: Slot[Quantity], reading: Reading) -> bool:
    span = slot.evidence[0]
    return span.part == "title" or any(
        a.sentence.headline and a.sentence.part == span.part and a.sentence.start <= span.start < a.sentence.end for a in reading.sentences
    )


_SHORT = 6
_LONGEST = 230
"""Evidence of a sum is one stretch; a longer stretch shows nothing."""


def _one_telling(one: Slot[Quantity], two: Slot[Quantity], reading: Reading) -> bool:
    if one.evidence[0].part != two.evidence[0].part:
        return False
    if two.evidence[-1].end - one.evidence[0].start > _LONGEST:
        return False
    return len(reading.sentences) <= _SHORT or any(
        a.sentence.part == one.evidence[0].part and a.sentence.start <= one.evidence[0].start and two.evidence[-1].end <= a.sentence.end
        for a in reading.sentences
    )


def _sum(one: Slot[Quantity], two: Slot[Quantity]) -> Slot[Quantity]:
    """Two counts as one, on the stretch of text from the first to the last of them."""
    first, last = min(one.evidence + two.evidence), max(one.evidence + two.evidence, key=lambda s: s.end)
    span = Span(document_id=first.document_id, start=first.start, end=last.end, part=first.part)
    return replace(_with(one, two), evidence=(span,))


def _with(one: Slot[Quantity], two: Slot[Quantity]) -> Slot[Quantity]:
    """Two counts as one, on the words of both."""
    low = None if one.value.low is None or two.value.low is None else one.value.low + two.value.low
    high = None if one.value.high is None or two.value.high is None else one.value.high + two.value.high
    return Slot(
        value=Quantity(what=one.value.what, low=low, high=high, approx=one.value.approx or two.value.approx),
        evidence=one.evidence + two.evidence,
        read_by=READ_BY + " sum",
    )


def _slot(document: Document, graph: Graph, mention: QuantityMention, what: str) -> Slot[Quantity]:
    q = mention.quantity
    spans = [Span(document_id=document.id, start=mention.start, end=mention.end, part=graph.annotated.sentence.part)]
    return Slot(value=Quantity(what=what, low=q.low, high=q.high, approx=q.approx), evidence=tuple(spans), read_by=READ_BY)


def told_later(graph: Graph, kind: str, held: list[Slot[Quantity]], document: Document, lexicon: Lexicon) -> None:
    """How many were fired or launched, told in a sentence after the act ("420 balloons were detected"); added in place."""
    if kind not in LAUNCHED or any(slot.value.what == "rounds" for slot in held):
        return
    for mention, token in numbered(graph):
        noun = _noun(graph, token)
        if noun is not None and graph.tokens[noun].lemma in lexicon.word_sets[LAUNCHED[kind]] & frozenset(lexicon.numbers.rounds_nouns):
            held.append(_slot(document, graph, mention, "rounds"))
            return


LAUNCHED = {"balloon_launch": "balloons", "missile_launch": "missiles", "indirect_fire": "shells"}
