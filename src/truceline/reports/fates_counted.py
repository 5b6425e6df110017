"""Which fate a number of people has: by the words before it, after it, or by the verb that it stands under."""

from truceline.packs.lexicon import Lexicon
from truceline.reports.fate_verbs import joins, mixed, negated, of_its_subject, said_of, state, sufferers, toll_reached, verb_fate
from truceline.reports.grammar import Graph

_REACH = 7
_WITHIN = ("NN", "NNS", "NNP", "NNPS", "JJ", "JJR", "CD", "POS", "DT", "RB", "VBN", "HYPH", "``", "''")


def fate_of(graph: Graph, first: int, last: int, lexicon: Lexicon) -> tuple[str, int] | None:
    """What became of the people that a number counts, and the word that tells it; None where none does."""
    if (toll := toll_reached(graph, last, lexicon)) is not None:
        return "killed", toll
    told = _fate_before(graph, first, lexicon) or _fate_after(graph, last, lexicon) or _fate_by_grammar(graph, last, lexicon)
    if told is not None and mixed(graph, told[1], lexicon):
        return None  # "200 killed or wounded" are not so many of either
    if told is not None and told[0] == "captured" and not all(_taken(graph, head, told[1], lexicon) for head in heads_of(graph, last)[:1]):
        return None  # posts, towns and weapons are captured too
    return told


def _fate_before(graph: Graph, first: int, lexicon: Lexicon) -> tuple[str, int] | None:
    """ "killing four", "claimed the lives of 30", "wounded another 20", "the bodies of seven"."""
    at = first - 1
    if at > 1 and graph.low[at] == "of" and graph.tokens[at - 1].lemma in (*lexicon.numbers.families, *lexicon.numbers.collective):
        at -= 2  # "a family of four", "its crew of five"
    pointed = first > 0 and graph.low[first - 1] in lexicon.telling.same  # "the bodies of the three": they were counted before
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
    counted = range(first, next((n for n in range(first, len(graph.tokens)) if graph.tokens[n].tag in ("NN", "NNS")), first) + 1)
    lives = any(graph.tokens[n].lemma in lexicon.numbers.lives for n in counted)
    if token.lemma in lexicon.numbers.losses and lives and graph.low[first - 1] == "of":
        return "killed", at  # "with the loss of 46 lives"
    if (
        token.lemma in lexicon.numbers.toll_nouns
        and not (pointed and token.lemma in lexicon.numbers.bodies)
        and at < first - 1
        and graph.tokens[at + 1].text.lower() == "of"
    ):
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
    for head in (last, *heads_of(graph, last)):
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
        if found is not None and people(graph, head, lexicon):
            return found
        for verb in (first, *(k for k in graph.with_dep(first, "conj") if graph.is_verb(k))):
            what = verb_fate(graph, verb, lexicon)
            befalls = what and not negated(graph, verb, lexicon) and {top, head} & set(sufferers(graph, verb, lexicon))
            if what and befalls and people(graph, head, lexicon):
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


def heads_of(graph: Graph, last: int) -> list[int]:
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


def people(graph: Graph, n: int, lexicon: Lexicon) -> bool:
    """Whether a word names people, or is a number or a name that may."""
    token = graph.tokens[n]
    known = token.lemma in lexicon.word_sets["people"] or token.lemma in lexicon.role_of or token.lemma in lexicon.numbers.person_nouns
    return known or token.tag in ("CD", "NNP", "NNPS") or graph.mention(n) is not None or token.text.lower() in lexicon.numbers.toll_after


def _taken(graph: Graph, head: int, verb: int, lexicon: Lexicon) -> bool:
    """Whether a word names persons who were taken: also by a trade that no list has, under a verb that is said of persons alone."""
    trade = graph.tokens[head].tag == "NNS" and graph.tokens[head].lemma.endswith(lexicon.official.trades)
    return _persons(graph, head, lexicon) or (
        trade and graph.tokens[verb].lemma in lexicon.general.arresting and _no_thing(graph, head, lexicon)
    )


def _no_thing(graph: Graph, head: int, lexicon: Lexicon) -> bool:
    """Whether a word names no vessel and no vehicle, which are detained as well."""
    return graph.tokens[head].lemma not in lexicon.numbers.vehicle_nouns | lexicon.word_sets["vessels"] | lexicon.word_sets["vehicle_words"]


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
