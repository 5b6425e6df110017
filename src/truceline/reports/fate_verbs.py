"""Which words tell that people were killed, wounded or taken, and whom such a verb befalls."""

from truceline.packs.lexicon import Lexicon
from truceline.reports.died_for import befell_people, died_for
from truceline.reports.grammar import Graph


def state(word: str, lexicon: Lexicon) -> str | None:
    """killed or wounded, of a word that tells how people are ("dead", "injured"); None for other words."""
    if word in lexicon.numbers.dead:
        return "killed"
    return "wounded" if word in lexicon.numbers.hurt else None


def verb_fate(graph: Graph, n: int, lexicon: Lexicon) -> str | None:
    """killed, wounded or captured, of the people a verb befalls; None for other verbs."""
    lemma, numbers = graph.tokens[n].lemma, lexicon.numbers
    if lemma in numbers.killed or (lemma in numbers.shoot and _to_death(graph, n, lexicon)):
        return "killed"
    if befell_people(graph, n, lexicon) or died_for(graph, n, lexicon):
        return "killed"
    if lemma in (*numbers.shoot, *numbers.shot, *numbers.wounded) and fatal(graph, n, lexicon):
        return "killed"
    if lemma in numbers.cut_down and _cut_down(graph, n, lexicon):
        return "killed"
    if lemma in numbers.losing and _has(graph, n, (*numbers.person_nouns, *numbers.lives)):
        return "killed"
    if lemma in numbers.claiming and _has(graph, n, numbers.lives):
        return "killed"
    if lemma in numbers.wounded or _suffers(graph, n, lexicon):
        return "wounded"
    return "captured" if lemma in numbers.captured else None


def fatal(graph: Graph, n: int, lexicon: Lexicon) -> bool:
    """Whether a verb is told to have killed by its adverb ("fatally shot", "mortally wounded")."""
    return any(graph.low[k] in lexicon.numbers.fatally for k in graph.with_dep(n, "advmod"))


def _to_death(graph: Graph, n: int, lexicon: Lexicon) -> bool:
    """Whether shots or blows are told to have killed ("shot dead", "stabbed to death")."""
    after = graph.tokens[n + 1 : n + 3]
    return any(t.text.lower() in lexicon.numbers.dead or t.lemma in lexicon.numbers.bodies for t in after)


def _cut_down(graph: Graph, n: int, lexicon: Lexicon) -> bool:
    """Whether people were shot or mown down; of a thing shot down no fate is told."""
    if not any(graph.low[k] in lexicon.numbers.down for k in graph.with_dep(n, "prt", "advmod")):
        return False
    befallen = [q for p in graph.patients(n) for q in (p, *(o for prep, o in graph.obliques(p) if prep == "of"))]
    people = (*lexicon.numbers.person_nouns, *lexicon.numbers.one_person, "they")
    return any(graph.tokens[p].lemma in people or graph.low[p] in (*people, *lexicon.numbers.those) for p in befallen)


def _has(graph: Graph, n: int, nouns: tuple[str, ...]) -> bool:
    return any(graph.tokens[k].lemma in nouns for k in graph.with_dep(n, "dobj"))


def _suffers(graph: Graph, n: int, lexicon: Lexicon) -> bool:
    """Whether a verb says of its subject that it was hurt ("suffered wounds", "were taken to hospital")."""
    numbers, lemma = lexicon.numbers, graph.tokens[n].lemma
    if lemma in numbers.suffering and _has(graph, n, numbers.hurts):
        return True
    return lemma in numbers.taking and graph.passive(n) and any(graph.tokens[p].lemma in numbers.wards for _, p in graph.obliques(n))


def of_its_subject(graph: Graph, n: int, lexicon: Lexicon) -> bool:
    """Whether a verb of fate befalls its subject though it has an object ("lost their lives", "suffered injuries")."""
    numbers, lemma = lexicon.numbers, graph.tokens[n].lemma
    lost = lemma in numbers.losing and _has(graph, n, numbers.lives)
    return lost or (lemma in numbers.suffering and _has(graph, n, numbers.hurts)) or died_for(graph, n, lexicon)


def mixed(graph: Graph, at: int, lexicon: Lexicon) -> bool:
    """Whether one number has two fates together ("killed or wounded", "dead, wounded or captured"): how many have either is not told."""
    own = _fate_word(graph, at, lexicon)
    near = [at + 2] + ([at + 3] if at + 3 < len(graph.tokens) and graph.tokens[at + 2].tag == "CC" else [])
    joined = at + 2 < len(graph.tokens) and (graph.tokens[at + 1].tag == "CC" or graph.tokens[at + 1].text == ",")
    other = next((k for k in near if _fate_word(graph, k, lexicon) not in (None, own)), None) if joined and own else None
    if own and any(_either(graph, link, lexicon) and _fate_word(graph, k, lexicon) not in (None, own) for link, k in _beside(at)):
        return True
    return other is not None and not graph.with_dep(other, "dobj") and not _counts(graph, other + 1)


def _beside(at: int) -> list[tuple[int, int]]:
    """The words right beside a word, each with what stands next to it on its far side."""
    return [(at + 1, at + 2), *([(at - 1, at - 2)] if at > 1 else [])]


def _either(graph: Graph, n: int, lexicon: Lexicon) -> bool:
    """Whether a word leaves open which of two it was ("captured or killed 80 men")."""
    return n < len(graph.tokens) and graph.low[n] in lexicon.numbers.either


def _counts(graph: Graph, n: int) -> bool:
    """Whether a number stands at a place of its own ("wounded two others")."""
    return n < len(graph.tokens) and any(graph.covers(n, q.start, q.end) for q in graph.annotated.quantities)


def _fate_word(graph: Graph, n: int, lexicon: Lexicon) -> str | None:
    if n >= len(graph.tokens):
        return None
    return state(graph.tokens[n].text.lower(), lexicon) or (verb_fate(graph, n, lexicon) if graph.tokens[n].tag in ("VBN", "VBD") else None)


def then_killed(graph: Graph, n: int, lexicon: Lexicon) -> bool:
    """Whether the people shot are said to have died ("shot and killed", "shot dead", "shot to death")."""
    near = graph.tokens[n + 1 : n + 5]
    return fatal(graph, n, lexicon) or any(
        t.lemma in lexicon.numbers.killed or t.text.lower() in lexicon.numbers.dead or t.lemma in lexicon.numbers.after_shot for t in near
    )


def sufferers(graph: Graph, n: int, lexicon: Lexicon) -> list[int]:
    """Heads of those a fate befalls, also where the auxiliary is left out ("eight were killed and one captured")."""
    if graph.tokens[n].lemma in lexicon.numbers.claiming:  # "claimed the life of a guard"
        return [p for life in graph.objects(n) for prep, p in graph.obliques(life) if prep == "of"]
    if graph.tokens[n].lemma in lexicon.numbers.dying or of_its_subject(graph, n, lexicon):
        return graph.subjects(n)
    just_before = [k for k in graph.with_dep(n, "npadvmod") if k == n - 1 and graph.tokens[n].dep == "conj"]
    if just_before:
        return just_before  # "two were killed and a third wounded"
    told = graph.patients(n)
    patients = [p for p in [*told, *further(graph, n, told, lexicon)] if _before_auxiliary(graph, p) in (None, n, graph.tokens[n].head)]
    named = [k - 1 for k in graph.with_dep(n, "auxpass") if k > 0 and graph.is_noun(k - 1)]
    if named and not graph.with_dep(n, "nsubjpass"):
        return named  # "killed two and an officer was wounded", which the parse hangs on the killing
    if patients or graph.tokens[n].tag not in ("VBN", "VBD") or graph.with_dep(n, "dobj"):
        return patients
    head = graph.tokens[n].head
    return graph.with_dep(n, "nsubj") if graph.tokens[n].dep == "conj" and graph.is_verb(head) and graph.passive(head) else []


def further(graph: Graph, n: int, told: list[int], lexicon: Lexicon) -> list[int]:
    """Heads of people joined to those whom a verb befalls otherwise than by "and": in broken lists, by "along with" or "plus"."""
    if not told:
        return []
    joined = [k for k in graph.with_dep(n, "conj") if not graph.is_verb(k) and k > told[-1] and _fate_after(graph, k, lexicon) is None]
    listed = [a for p in told for a in graph.with_dep(p, "appos") if a > p and _in_list(graph, p, a, lexicon)]
    preps = [k for at in (n, *told) for k in graph.with_dep(at, "prep")]
    links = [k for prep in preps for k in (prep, *graph.with_dep(prep, "prep")) if joins(graph, k, lexicon)]
    first = [*joined, *listed, *(p for k in links for p in graph.with_dep(k, "pobj"))]
    return [c for k in first for c in graph.conjuncts(k) if c not in told]


def _fate_after(graph: Graph, n: int, lexicon: Lexicon) -> str | None:
    """The fate that the word right after a noun tells, through its adverbs ("another seriously wounded")."""
    after = next((k for k in range(n + 1, len(graph.tokens)) if graph.tokens[k].tag != "RB"), len(graph.tokens))
    return _fate_word(graph, after, lexicon)


def _in_list(graph: Graph, first: int, next_: int, lexicon: Lexicon) -> bool:
    """Whether a word that the parse takes for another name of the first is the next of a list ("a father, a mother and two sons")."""
    if graph.with_dep(first, "nummod") and graph.with_dep(next_, "nummod"):
        return True
    if not graph.with_dep(next_, "conj"):
        return False
    if any(graph.tokens[k].tag == "PRP$" for k in graph.with_dep(next_, "poss")):
        return True  # "a father, his son and two guests"
    articles = ([graph.low[k] for k in graph.with_dep(n, "det")] for n in (first, next_))
    return all(set(found) & set(lexicon.numbers.one_article) for found in articles)


def joins(graph: Graph, prep: int, lexicon: Lexicon) -> bool:
    """Whether a preposition joins further people to those told before it ("together with three children")."""
    numbers = lexicon.numbers
    return graph.low[prep] in numbers.plus or (prep > 0 and graph.low[prep] in numbers.having and graph.low[prep - 1] in numbers.beside)


def _before_auxiliary(graph: Graph, noun: int) -> int | None:
    """The passive verb whose auxiliary follows a noun at once; None where none does."""
    after = graph.tokens[noun + 1] if noun + 1 < len(graph.tokens) else None
    return after.head if after is not None and after.dep == "auxpass" else None


def said_of(graph: Graph, verb: int, lexicon: Lexicon) -> tuple[str, int] | None:
    """The fate that a passive verb of telling or finding gives its subject ("two were reported killed", "was found dead")."""
    if not graph.passive(verb):
        return None
    for k in graph.with_dep(verb, "xcomp", "oprd", "ccomp", "acomp", "attr", "advcl"):
        if graph.with_dep(k, "nsubj", "nsubjpass", "dobj"):
            continue
        fate = state(graph.tokens[k].text.lower(), lexicon) or (verb_fate(graph, k, lexicon) if graph.tokens[k].tag == "VBN" else None)
        if fate is not None:
            return fate, k
    return None


def toll_reached(graph: Graph, last: int, lexicon: Lexicon) -> int | None:
    """The noun of a toll that came to the number that ends at a token, or was put at it ("the toll rose to 12", "put it at 12")."""
    at = graph.tokens[last].head
    verb = at if graph.is_verb(at) else graph.tokens[at].head
    if not graph.is_verb(verb):
        return None
    numbers, lemma = lexicon.numbers, graph.tokens[verb].lemma
    put = lemma in numbers.putting and graph.tokens[verb].tag != "VBG"  # "raising the toll to 900" tells a total
    told = graph.with_dep(verb, "nsubj") if lemma in numbers.coming_to else []
    told += graph.with_dep(verb, "dobj", "nsubjpass") if put else []
    return next((n for n in told if graph.tokens[n].lemma in numbers.tolls), None)


def negated(graph: Graph, n: int, lexicon: Lexicon) -> bool:
    """Whether a verb of fate tells of nobody: it is denied, or was only tried or threatened."""
    return bool(graph.with_dep(n, "neg")) or any(
        graph.tokens[k].text.lower() in lexicon.reality.harm_only_tried for k in (graph.tokens[n].head,) if k != n
    )
