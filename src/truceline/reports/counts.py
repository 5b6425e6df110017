"""How many, of what: who acted, what was fired, which vehicles, how many killed, wounded, captured (codebook 2, counts)."""

from dataclasses import replace

from truceline.model.document import Document
from truceline.model.reading import QuantityMention
from truceline.model.report import Quantity, Slot
from truceline.packs.lexicon import Lexicon
from truceline.packs.word_patterns import found_in
from truceline.reports.fate_verbs import mixed
from truceline.reports.grammar import Graph
from truceline.reports.one_person import one_person
from truceline.reports.patterns import Act
from truceline.reports.strength import strength
from truceline.reports.toll import counted, number_slot, one_slot
from truceline.reports.totals import KNOWN, SUMMED, sum_of

READ_BY = "reports.counts 1"
_BY_ARTICLE = READ_BY + " article"
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
_FOUGHT = frozenset({"clash", "direct_fire"})
"""Acts of which only those who do them are counted as persons; those on whom they fall are the dead and wounded."""
_DONE = frozenset({"capture", "explosion", "indirect_fire", "warning_fire"})
"""Acts of which those who do them are counted where the text numbers them ("abducted by 20 soldiers", "two men threw a grenade")."""
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
            found.append((noun, number_slot(document, graph, mention, what, READ_BY)))
    have = {slot.value.what for _, slot in found}
    if "persons" not in have and (apart := _apart_from_their_noun(act, lexicon)) is not None:
        found.append((act.trigger, number_slot(document, graph, apart, "persons", READ_BY + " strength")))
    if "rounds" not in have and act.kind == "missile_launch" and (one := _one_round(act, document, lexicon)) is not None:
        return [*_together(graph, found), one]
    known = {noun for noun, _ in found}
    alone = [(noun, slot) for noun, slot in _single(act, document, lexicon) if noun not in known]
    singles = [(noun, _beside_others(graph, noun, slot, known | {n for n, _ in alone})) for noun, slot in alone]
    return _together(graph, found + [(noun, slot) for noun, slot in singles if slot.value.what not in have or _joined(graph, noun, known)])


def _beside_others(graph: Graph, noun: int, slot: Slot[Quantity], others: set[int]) -> Slot[Quantity]:
    """The count of one person; who is told in one list with others ("the mayor and two guards") is one beside them, and not among them."""
    told_of = slot.read_by.removesuffix(KNOWN) if _joined(graph, noun, others) else slot.read_by
    return replace(slot, read_by=told_of)


def _apart_from_their_noun(act: Act, lexicon: Lexicon) -> QuantityMention | None:
    """The number of those who crossed, were sent, attacked or took people, where it does not stand on their noun."""
    if act.kind not in _MOVED | _FOUGHT | {"capture"} or _only_killed(act, act.graph, lexicon):
        return None
    doers = set(act.graph.agents(act.trigger) or act.graph.subjects(act.trigger))
    return strength(act.graph, doers | (set(act.graph.objects(act.trigger)) if act.kind in _MOVED else set()), lexicon)


def _joined(graph: Graph, noun: int, others: set[int]) -> bool:
    """Whether a noun stands in one list with another ("a patrol boat and two trawlers")."""
    return bool((others - {noun}) & {_first_of_list(graph, noun), *graph.conjuncts(_first_of_list(graph, noun))})


def _first_of_list(graph: Graph, noun: int) -> int:
    noun = _on_number(graph, noun)
    while graph.tokens[noun].dep == "conj" and graph.is_noun(graph.tokens[noun].head):
        noun = graph.tokens[noun].head
    return noun


def _together(graph: Graph, found: list[tuple[int, Slot[Quantity]]]) -> list[Slot[Quantity]]:
    """The counts of one list added up ("three destroyers and two frigates" are five vessels); others as they stand."""
    out: list[tuple[int, Slot[Quantity]]] = []
    for noun, slot in found:
        held = next((n for n, (other, s) in enumerate(out) if s.value.what == slot.value.what and _joined(graph, noun, {other})), None)
        of_one_kind = held is not None and (slot.value.what != "rounds" or graph.tokens[out[held][0]].lemma == graph.tokens[noun].lemma)
        if held is None or slot.value.what in SUMMED or not of_one_kind:
            out.append((noun, slot))
        else:
            out[held] = (out[held][0], sum_of(out[held][1], slot))
    return [slot for _, slot in out]


def _single(act: Act, document: Document, lexicon: Lexicon) -> list[tuple[int, Slot[Quantity]]]:
    """One vessel, missile or person with an indefinite article in the act's region, each with its noun."""
    graph, found = act.graph, []
    moved = act.kind in _MOVED  # "the drone" is one, known from before; else as entries and headlines write it ("navy destroyer")
    for n in sorted(act.region | set(graph.objects(act.trigger))):
        token = graph.tokens[n]
        if token.tag not in ("NN", "NNP") or token.dep in ("compound", "amod", "nmod"):
            continue
        dets = [k for k in graph.with_dep(n, "det") if graph.tokens[k].text.lower() in ("a", "an", "another")]
        if dets and (what := _what(act, graph, n, token.lemma, lexicon)) is not None:
            found.append((n, one_slot(document, graph, dets[0], n, what, _BY_ARTICLE)))
        elif act.kind == "capture" and n in graph.patients(act.trigger) and (first := one_person(graph, n, lexicon)) is not None:
            one = one_slot(document, graph, first, n, "captured", _BY_ARTICLE)
            found.append((n, replace(one, read_by=READ_BY + KNOWN)))
        elif (
            _unnumbered(graph, n, lexicon)
            and (moved or not graph.with_dep(n, "det", "poss"))
            and _what(act, graph, n, token.lemma, lexicon) == "vehicles"
        ):
            found.append((n, one_slot(document, graph, min([n, *graph.with_dep(n, "compound", "amod")]), n, "vehicles", _BY_ARTICLE)))
    return found


def _unnumbered(graph: Graph, n: int, lexicon: Lexicon) -> bool:
    """A singular noun without a number that holds a place in the clause."""
    if graph.tokens[n].text.lower() in lexicon.numbers.one_or_many:
        return False  # one or many
    return graph.tokens[n].dep in ("nsubj", "nsubjpass", "agent", "pobj") and not graph.with_dep(n, "nummod")


def _one_round(act: Act, document: Document, lexicon: Lexicon) -> Slot[Quantity] | None:
    """One missile near the trigger, its article left of any modifiers ("a new type of ballistic missile")."""
    graph = act.graph
    if (launch := _the_launch(act, lexicon)) is not None:
        return one_slot(document, graph, min([launch, *graph.with_dep(launch, "compound")]), launch, "rounds", _BY_ARTICLE)
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
            article = left.text.lower() in ("a", "an", "another", "one") and left.tag in ("DT", "CD")
            if article or left.text.lower() in lexicon.numbers.ordinals or left.tag == "JJS":
                return one_slot(document, graph, k, n, "rounds", _BY_ARTICLE)
            if (left.tag in ("VBD", "VBZ", "VBP", "VB", ",", "CC", "DT") and left.text.lower() != "launched") or (
                left.tag == "IN" and left.text.lower() != "of"
            ):
                break
    return None


def _the_launch(act: Act, lexicon: Lexicon) -> int | None:
    """The launch itself, where a noun in the singular tells it ("after the satellite launch"): it is of one missile."""
    graph, n = act.graph, act.trigger
    one = graph.tokens[n].tag in ("NN", "NNP") and graph.tokens[n].lemma in lexicon.numbers.launches and graph.tokens[n].dep != "compound"
    of_more = any(prep == "of" and graph.tokens[p].tag in ("NNS", "NNPS") for prep, p in graph.obliques(n))
    return n if one and not of_more and not found_in(graph.annotated.sentence.text, lexicon.numbers.running_after) else None


_ROUND_NEAR = 14


def number_on(graph: Graph, head: int, document: Document, what: str) -> Slot[Quantity] | None:
    """The number that stands on a noun ("17 infiltrators", "a boat"), as a count of ``what``; None if there is none."""
    for mention, token in numbered(graph):
        if _noun(graph, token) == head or (token == head and graph.tokens[head].tag == "CD"):
            return number_slot(document, graph, mention, what, READ_BY)
    dets = [k for k in graph.with_dep(head, "det") if graph.tokens[k].text.lower() in ("a", "an", "another")]
    if dets and graph.tokens[head].tag in ("NN", "NNP"):
        return one_slot(document, graph, dets[0], head, what, _BY_ARTICLE)
    return None


def numbered(graph: Graph) -> list[tuple[QuantityMention, int]]:
    """Each quantity of a sentence with the token that ends it."""
    return [(mention, last) for mention, _, last in counted(graph)]


def _noun(graph: Graph, token: int) -> int | None:
    """The noun a number counts: the noun it modifies, through "of" ("dozens of soldiers")."""
    at = token
    for _ in range(3):
        of = [p for prep, p in graph.obliques(at) if prep == "of"]
        if of:  # "13 of the 30 men": thirty are told of
            return None if graph.with_dep(of[0], "nummod") and graph.tokens[at].tag == "CD" else of[0]
        head = graph.tokens[at].head
        if graph.tokens[at].dep == "conj" and graph.tokens[head].tag == "CD":
            at = head  # "two or three boats"
            continue
        if graph.tokens[at].dep in ("nummod", "quantmod", "amod", "compound", "det", "nmod", "advmod", "predet") and head != at:
            at = head
            if (graph.is_noun(at) or _noun_by_place(graph, at)) and not graph.tokens[at].lemma.isdigit():
                return _whole_name(graph, at)
            continue
        break
    return at if at != token and graph.is_noun(at) else _after_a_range(graph, token)


def _noun_by_place(graph: Graph, n: int) -> bool:
    """Whether a word that is tagged a verb of the third person holds the place of a noun ("staged two launches")."""
    return graph.tokens[n].tag == "VBZ" and graph.tokens[n].dep in ("dobj", "pobj", "nsubj", "nsubjpass")


def _on_number(graph: Graph, noun: int) -> int:
    """The number that a noun stands under ("two of his aides": two), which holds its place in the clause; else the noun."""
    if graph.tokens[noun].dep != "pobj" or graph.low[graph.tokens[noun].head] != "of":
        return noun
    number = graph.tokens[graph.tokens[noun].head].head
    return number if any(token == number for _, token in numbered(graph)) else noun


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
    doers = graph.agents(act.trigger) or ([] if graph.passive(act.trigger) else graph.subjects(act.trigger))
    if act.kind == "missile_launch" and lemma in numbers.launches and (noun in act.region or noun == act.trigger):
        return None if found_in(graph.annotated.sentence.text, numbers.running_after) else "rounds"
    near = {noun, graph.tokens[noun].head} & act.region or _on_number(graph, noun) in graph.objects(act.trigger) or noun in doers
    if not near and not _in_volley(act, graph, noun, lexicon):
        return None
    if act.kind in _FIRED and lemma in numbers.rounds_nouns and act.kind != "sea_crossing":
        return None if _of_another_act(graph, noun, act.trigger, lexicon) else "rounds"
    movers = set(doers if act.kind in _FOUGHT else doers or graph.subjects(act.trigger) or graph.patients(act.trigger))
    if act.pattern.by == "both" and graph.is_noun(act.trigger):
        movers |= {p for prep, p in graph.obliques(act.trigger) if prep in ("between", "with", "against", "involving")}
        movers |= {c for m in set(movers) for c in graph.conjuncts(m)}
    if act.kind in _MOVED:  # "sent 1,400 troops across the border"
        movers |= set(graph.objects(act.trigger))
    if act.kind == "clash" and graph.is_verb(act.trigger):  # "stormed the post with 1,000 men", "clashed with 30 rebels"
        movers |= {p for prep, p in graph.obliques(act.trigger) if prep == "with" and graph.tokens[p].lemma in numbers.person_nouns}
    movers |= {p for m in movers for prep, p in graph.obliques(m) if prep == "of"}
    bomber = lemma in numbers.vehicle_nouns and lemma in lexicon.role_of  # who blows himself up flies nothing
    suicide = bomber and (act.kind == "explosion" or any(graph.low[k] == "suicide" for k in graph.with_dep(noun, "compound", "amod")))
    if (
        lemma in numbers.vehicle_nouns
        and not suicide
        and (lemma not in numbers.person_nouns or act.kind in _FLOWN or _is_craft(graph, noun, lexicon) or _downing(act, lexicon))
    ):
        sent = act.kind in _MOVED or "to_strike" in act.pattern.near  # "sent four jets to bomb"
        own = movers | set(graph.objects(act.trigger)) if sent else set(graph.agents(act.trigger))
        on_land = act.kind not in _MOVED and lemma in numbers.land_vehicles
        return "vehicles" if noun in own and act.kind != "clash" and not on_land else None
    people = graph.mention(noun) is not None or (
        graph.tokens[noun].tag == "NNPS" and graph.tokens[noun].text.isalpha() and graph.low[noun] not in numbers.lands_in_plural
    )
    named = people and bool(graph.with_dep(noun, "nummod"))  # "three North Koreans", "four Sikhs"
    person = suicide or lemma in numbers.person_nouns or named or graph.tokens[noun].lemma in ("britons", "korean", "person")
    if person and act.kind in _MOVED and (noun in movers or _strong(graph, noun, movers) or act.kind == "troop_deployment"):
        return "persons"
    if person and act.kind in _FOUGHT and noun in movers and not _only_killed(act, graph, lexicon):
        return "persons"
    if act.kind in _DONE and person and noun in graph.agents(act.trigger):
        return "persons"
    taken = graph.patients(act.trigger)
    noun = _on_number(graph, noun)
    taken += [k for n in taken if graph.tokens[n].lemma in lexicon.word_sets["prisoners"] for k in graph.with_dep(n, "compound")]
    if (
        act.kind == "capture"
        and noun in taken
        and not mixed(graph, act.trigger, lexicon)
        and (person or lemma in lexicon.word_sets["people"])
    ):
        return "captured"
    return None


def _only_killed(act: Act, graph: Graph, lexicon: Lexicon) -> bool:
    """Whether an act is told by a word of dying or being hurt alone, without who did it."""
    fates = (*lexicon.numbers.killed, *lexicon.numbers.wounded)
    alone = graph.is_verb(act.trigger) and not graph.passive(act.trigger) and not graph.objects(act.trigger)
    return act.lemma in fates and (alone or not graph.agents(act.trigger))


def _in_volley(act: Act, graph: Graph, noun: int, lexicon: Lexicon) -> bool:
    """Whether a noun stands under a word for so many at once that belongs to the act ("fired a barrage of 40 rockets")."""
    prep = graph.tokens[noun].head
    whole = graph.tokens[prep].head
    told = whole in act.region or whole in graph.objects(act.trigger)
    return graph.low[prep] == "of" and told and graph.tokens[whole].lemma in lexicon.numbers.volleys


def _strong(graph: Graph, noun: int, movers: set[int]) -> bool:
    """Whether a number with a hyphen tells how strong those who crossed are ("a 31-man unit")."""
    return noun > 0 and graph.tokens[noun - 1].tag == "HYPH" and graph.tokens[noun].head in movers


def _is_craft(graph: Graph, noun: int, lexicon: Lexicon) -> bool:
    """Whether words beside a "fighter" say that it is an aircraft ("two jet fighters", "fighters (MiG)")."""
    return any(graph.tokens[k].lemma in lexicon.numbers.vehicle_nouns for k in graph.with_dep(noun, "compound", "amod", "nmod", "appos"))


def _downing(act: Act, lexicon: Lexicon) -> bool:
    """Whether an act brings down an aircraft ("shot down two fighters", "the downing of a fighter")."""
    down = {act.graph.tokens[k].lemma for k in act.graph.with_dep(act.trigger, "prt", "advmod")}
    return act.lemma in lexicon.numbers.downing or not down.isdisjoint(lexicon.numbers.downing)


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


def told_later(graph: Graph, kind: str, held: list[Slot[Quantity]], document: Document, lexicon: Lexicon) -> None:
    """How many were fired or launched, told in a sentence after the act ("420 balloons were detected"); added in place."""
    if kind not in LAUNCHED or any(slot.value.what == "rounds" and slot.value.low == slot.value.high for slot in held):
        return
    for mention, token in numbered(graph):
        noun = _noun(graph, token)
        verb = next((w for w in graph.ancestors(token) if graph.is_verb(w)), token)
        if graph.tokens[verb].lemma in lexicon.numbers.picked_up:
            continue  # more may have been launched than were found
        if noun is not None and graph.tokens[noun].lemma in lexicon.word_sets[LAUNCHED[kind]] & frozenset(lexicon.numbers.rounds_nouns):
            held.append(number_slot(document, graph, mention, "rounds", READ_BY))
            return


LAUNCHED = {"balloon_launch": "balloons", "missile_launch": "missiles", "indirect_fire": "shells"}
