"""Which words state which acts: the patterns of the lexicon tried on every trigger word of a sentence."""

from collections.abc import Iterator
from dataclasses import dataclass

from msgspec.structs import replace

from truceline.packs.lexicon import Lexicon
from truceline.packs.lexicon_shapes import Pattern
from truceline.reports.asked_for import classes_in, having, kind_of_craft
from truceline.reports.grammar import Graph

VERBISH = ("VB", "VBD", "VBG", "VBN", "VBP", "VBZ")
NOUNISH = ("NN", "NNS", "NNP", "NNPS", "VBG")


@dataclass(frozen=True, slots=True)
class Act:
    """One trigger that a pattern fits: the kind, the word, the words that decided it."""

    kind: str
    graph: Graph
    index: int
    trigger: int
    lemma: str
    pattern: Pattern
    region: frozenset[int]
    deciding: tuple[int, ...]

    @property
    def text(self) -> str:
        """The trigger word."""
        return self.graph.tokens[self.trigger].text


def acts(graph: Graph, index: int, lexicon: Lexicon) -> Iterator[Act]:
    """Acts of one parsed sentence, in order of their trigger words; one a trigger, and those that may stand beside it."""
    found = list(_by_trigger(graph, index, lexicon))
    told = {(act.trigger, act.kind) for act in found if graph.is_verb(act.trigger)}
    weakly = {(act.trigger, act.kind) for act in found if graph.is_verb(act.trigger) and act.pattern.weak}
    for act in found:
        token = graph.tokens[act.trigger]
        if (
            token.dep not in ("nsubj", "nsubjpass")
            or graph.is_verb(act.trigger)
            or (token.head, act.kind) not in (told if act.pattern.weak else told - weakly)
        ):
            yield act  # else its verb tells the same act: "shots were fired", "rockets struck"


def _by_trigger(graph: Graph, index: int, lexicon: Lexicon) -> Iterator[Act]:
    fired: set[int] = set()
    decided: set[tuple[str, int]] = set()
    held = classes_in(graph, lexicon).names
    for n, low in enumerate(graph.low):
        lemmas = lexicon.trigger_forms.get(low)
        if not lemmas or unfit(graph, n, lexicon):
            continue
        region: frozenset[int] | None = None
        told: set[str] = set()
        for pattern, asked in lexicon.asked_by(lemmas, *_taken_as(graph, n)):
            if told and (pattern.kind in told or told.isdisjoint(pattern.beside)):
                continue
            if any(map(held.isdisjoint, asked)):
                continue  # nowhere in the sentence is a word that it asks for
            lemma = _lemma(graph, n, lemmas, pattern)
            if lemma is None:
                continue
            region = frozenset(_region(graph, n)) if region is None else region
            deciding = _fits(graph, n, region, pattern, lexicon)
            if deciding is None:
                continue
            if graph.is_noun(n) and _told_by(graph, n) in fired and not _joined_apart(graph, n, pattern, lexicon):
                break
            if graph.is_noun(n) and (pattern.kind, n) in decided:
                break  # "died in sniper fire": the verb tells it
            fired.add(n)
            if pattern.verbs and not graph.undergoes(n):  # "came under fire from the hill": the noun has who did it
                decided |= {(pattern.kind, w) for w in deciding}
            act = Act(_kind(graph, n, region, pattern, lexicon), graph, index, n, lemma, pattern, region, tuple(sorted({n, *deciding})))
            told.add(act.kind)
            yield act


def _headed(graph: Graph, n: int, lexicon: Lexicon) -> bool:
    """Whether a noun that stands before another tells an act of its own: "combat zone" and "strike team" do not."""
    head = graph.tokens[n].head
    if kind_of_craft(graph, n, lexicon):
        return False
    if lexicon.lemmas(graph.tokens[head].text.lower()):
        return False
    lemma, sets = graph.tokens[head].lemma, lexicon.word_sets
    mover = lemma in sets["vessels"] or lemma in sets["aircraft"]  # "an infiltration boat"
    return mover or lemma in graph.words.act_heads or graph.annotated.sentence.headline


_CONDITIONS = ("without", "not_object", "not_subject", "heads", "with_", "near", "also", "prep", "object", "subject", "particle", "alone")


def unfit(graph: Graph, n: int, lexicon: Lexicon) -> str:
    """Why a trigger word is not asked for an act at all; "" where it is asked."""
    token = graph.tokens[n]
    if token.dep in ("aux", "auxpass"):
        return "an auxiliary"
    if graph.mention(n) is not None:
        return "part of a party's name"
    if token.dep == "amod" and token.tag == "VBN":
        return "a participle before a noun"
    if token.dep in ("amod", "compound") and token.tag == "VBG" and graph.tokens[token.head].lemma in graph.words.grounds:
        return f"what a {graph.tokens[token.head].text!r} is for"  # "a satellite launching facility"
    after = graph.tokens[n + 1 : n + 3]
    if len(after) == 2 and after[0].text == "-" and after[0].start == token.end and after[1].tag in ("JJ", "VBN"):
        return f"part of a word, with {after[1].text!r}"  # "combat-ready", "battle-hardened"
    if token.dep == "compound" and token.head != n and not _headed(graph, n, lexicon):
        return f"stands before the noun {graph.tokens[token.head].text!r}"
    return ""


def nearly(graph: Graph, n: int, lexicon: Lexicon) -> Iterator[tuple[int, tuple[str, ...]]]:
    """Patterns that take a word as the verb or noun it is, by their number, each with the conditions that are not met."""
    lemmas, region = lexicon.lemmas(graph.tokens[n].text.lower()), frozenset(_region(graph, n))
    for number, pattern in enumerate(lexicon.patterns):
        if _lemma(graph, n, lemmas, pattern) is not None:
            yield (
                number,
                tuple(c for c in _CONDITIONS if getattr(pattern, c) and _fits(graph, n, region, _alone(pattern, c), lexicon) is None),
            )


def _alone(pattern: Pattern, condition: str) -> Pattern:
    """A pattern that keeps one of its conditions; an object after a preposition keeps both."""
    kept = {condition} | ({"prep"} if condition == "object" else set())
    return replace(pattern, **{name: () for name in _CONDITIONS if name not in kept})


def _told_by(graph: Graph, n: int) -> int | None:
    """The word of which a noun is the object or the "of" phrase: "fired shots", "an exchange of gunfire"."""
    token = graph.tokens[n]
    if token.dep in ("dobj", "conj"):
        return token.head
    if token.dep == "pobj" and graph.tokens[token.head].lemma == "of":
        return graph.tokens[token.head].head
    return None


def _joined_apart(graph: Graph, n: int, pattern: Pattern, lexicon: Lexicon) -> bool:
    """Whether what is sent, given or left is only joined to an act of fire ("air strikes and the deployment of troops")."""
    return graph.tokens[n].dep == "conj" and pattern.kind in lexicon.cues.planned_kinds and bool(graph.with_dep(n, "prep"))


def _region(graph: Graph, n: int) -> set[int]:
    """The words that may decide a trigger's kind: its clause; for a noun, also the verb it depends on and that verb's arguments."""
    region = set(graph.clause(n))
    token = graph.tokens[n]
    if graph.is_verb(n):
        if token.dep in ("relcl", "acl", "amod") or (token.dep == "conj" and not graph.with_dep(n, "nsubj", "nsubjpass")):
            region |= {m for s in graph.subjects(n) for m in graph.clause(s)}
        if token.dep in ("xcomp", "advcl", "pcomp"):
            region |= {m for s in graph.subjects(n)[:2] for m in _phrase(graph, s)}
        if graph.with_dep(n, "ccomp"):  # "fired what they took to be a shell"
            region |= set(graph.objects(n))
        return region
    head = token.head
    if token.dep in ("dobj", "nsubj", "nsubjpass", "pobj", "conj", "attr", "appos", "compound") and head != n:
        region |= _phrase(graph, head) if not graph.is_verb(head) else {head}
        verb = head if graph.is_verb(head) else next((a for a in graph.ancestors(n) if graph.is_verb(a)), None)
        if verb is not None and token.dep in ("dobj", "nsubj", "nsubjpass", "attr"):
            region |= {m for k in graph.with_dep(verb, "prep", "prt", "nsubj", "agent") for m in graph.clause(k)} | {verb}
    return region


def _phrase(graph: Graph, n: int) -> set[int]:
    return {n} | {m for k in graph.with_dep(n, "amod", "compound", "nmod", "poss", "nummod", "det", "prep") for m in graph.clause(k)}


def _taken_as(graph: Graph, n: int) -> tuple[bool, bool]:
    """Whether a word may be a verb, and whether a noun: as it is tagged, and in a heading, where the parser errs, either."""
    tag, headline = graph.tokens[n].tag, graph.annotated.sentence.headline
    verb = tag in VERBISH or (headline and tag in NOUNISH) or bool(graph.with_dep(n, "auxpass"))
    return verb, tag in NOUNISH or (headline and tag in VERBISH)


def _lemma(graph: Graph, n: int, lemmas: frozenset[str], pattern: Pattern) -> str | None:
    verb, noun = _taken_as(graph, n)
    if verb:
        for lemma in pattern.verbs:
            if lemma in lemmas:
                return lemma
    if noun:
        for lemma in pattern.nouns:
            if lemma in lemmas and not (graph.tokens[n].tag == "VBG" and graph.with_dep(n, "aux", "dobj")):
                return lemma
    return None


def _fits(graph: Graph, n: int, region: frozenset[int], pattern: Pattern, lexicon: Lexicon) -> set[int] | None:
    """The words that satisfy the pattern, or None if it does not fit."""
    deciding: set[int] = set()
    if _barred(graph, n, region, pattern, lexicon):
        return None
    for names, where, most in ((pattern.heads, _heads(graph, n) if pattern.heads else set(), 1), (pattern.with_, region - {n}, 2)):
        found = [w for name in names for w in having(graph, where, name, lexicon)]
        if names and not found:
            return None
        deciding |= set(found[:most])
    whole = range(len(graph.tokens))
    if any(asked and not any(having(graph, set(whole), name, lexicon) for name in asked) for asked in (pattern.near, pattern.also)):
        return None
    if pattern.prep:
        heads = [h for p, h in _phrases(graph, n) if p in pattern.prep]
        if not heads:
            return None
        deciding |= set(heads[:1])
        if pattern.object:
            clauses = [graph.clause(h) for h in heads]
            found = [w for clause in clauses for name in pattern.object for w in having(graph, clause, name, lexicon)]
            told = graph.patients(n) if graph.passive(n) else graph.objects(n)
            if not found and not (
                pattern.verbs and any(having(graph, graph.clause(o), name, lexicon) for o in told for name in pattern.object)
            ):
                return None
            deciding |= set(found[:2])
    elif pattern.object:
        about = _object_region(graph, n, pattern)
        found = [w for name in pattern.object for w in having(graph, about, name, lexicon)]
        if not found:
            return None
        deciding |= set(found[:2])
    if pattern.subject:
        movers = graph.patients(n) if graph.is_verb(n) and graph.passive(n) and not graph.agents(n) else graph.agents(n)
        words = {m for a in movers for m in _phrase(graph, a)}
        found = [w for name in pattern.subject for w in having(graph, words, name, lexicon)]
        if not found:
            return None
        deciding |= set(found[:1])
    if pattern.particle and not any(
        graph.tokens[k].lemma in pattern.particle for k in graph.kids[n] if graph.tokens[k].dep in ("prt", "prep", "advmod")
    ):
        return None
    if pattern.alone and not any(graph.tokens[k].lemma in pattern.alone and _alone_there(graph, k) for k in graph.kids[n]):
        return None
    return deciding


def _alone_there(graph: Graph, k: int) -> bool:
    """Whether a particle has no phrase after it: "flew troops in" has one, "flew troops in May" has none."""
    return graph.tokens[k].dep in ("prt", "prep", "advmod") and not graph.with_dep(k, "pobj", "pcomp")


def _phrases(graph: Graph, n: int) -> list[tuple[str, int]]:
    """The phrases with prepositions that tell of an act: on its word, or on a verb that only carries it ("launched an attack on").

    A way stands on what was sent as well as on the verb ("flew drones over the border"), as the parser has it; where something is, on what
    is there ("has troops in Syria"); what is given, on whoever is given it ("supplied the rebels with guns");
    from whom it came, on what is got ("received rifles from Russia").
    """
    own, verb = graph.obliques(n), graph.tokens[n].head
    if graph.is_verb(n) and not graph.is_noun(n):
        ways = _beside_object(graph, n)
        return own + [(prep, p) for m in graph.objects(n) for prep, p in graph.obliques(m) if prep in ways]
    if not graph.is_noun(n) or not graph.is_verb(verb):
        return own
    carried = graph.tokens[n].dep == "dobj" and graph.tokens[verb].lemma in graph.words.light
    placed = graph.tokens[n].dep == "nsubj" and graph.tokens[verb].lemma == "be"  # "troops are in Gao"
    return own + graph.obliques(verb) if carried or placed else own


def _beside_object(graph: Graph, n: int) -> frozenset[str]:
    """The prepositions that tell of a verb though they stand on its object: of a way, of where something is, of what is given."""
    words, lemma = graph.words, graph.tokens[n].lemma
    if lemma in words.placing:
        return words.ways | words.standing_in
    if lemma in words.moving:
        return words.ways | words.moved_to
    if lemma in words.getting:
        return words.ways | words.got_from
    if lemma in words.dislodging:
        return words.ways | words.out_of
    return words.ways | words.given if lemma in words.giving else words.ways


def _barred(graph: Graph, n: int, region: frozenset[int], pattern: Pattern, lexicon: Lexicon) -> bool:
    """Whether a word stands in the clause, or heads the subject or the object, that the pattern must not have."""
    if any(having(graph, region, name, lexicon) for name in pattern.without):
        return True
    if pattern.not_subject and any(having(graph, set(graph.agents(n)), name, lexicon) for name in pattern.not_subject):
        return True
    if not pattern.not_object:
        return False
    heads = _heads(graph, n) | ({p for prep, p in graph.obliques(n) if prep in graph.words.upon} if graph.is_noun(n) else set())
    return any(having(graph, heads, name, lexicon) for name in pattern.not_object)


def _heads(graph: Graph, n: int) -> set[int]:
    """The nouns to which an act is done, with what stands close before them; through a number or a measure to what is counted."""
    heads = set(graph.patients(n)) if graph.is_verb(n) else {p for prep, p in graph.obliques(n) if prep == "of"}
    stack = sorted(heads)
    while stack:
        p = stack.pop()
        if graph.tokens[p].tag in ("CD", "DT") or graph.tokens[p].lemma in graph.words.measures:
            counted = {m for prep, m in graph.obliques(p) if prep == "of"} - heads
            heads |= counted
            stack += sorted(counted)
    return heads | {m for p in heads for m in graph.with_dep(p, "nmod", "compound")}


def _object_region(graph: Graph, n: int, pattern: Pattern) -> set[int]:
    if graph.is_verb(n) and not (pattern.nouns and graph.tokens[n].tag == "VBG" and not graph.objects(n)):
        region = {m for p in graph.patients(n) for m in (*graph.clause(p), *_named_before(graph, p))}
        if pattern.kind in ("ground_crossing", "sea_crossing", "violation_claim", "clash"):
            region |= {
                m for prep, p in graph.obliques(n) if prep in ("into", "across", "over", "of", "on", "in", "out") for m in graph.clause(p)
            }
        if graph.annotated.sentence.headline:
            region |= set(range(n + 1, min(n + 5, len(graph.tokens))))
        region |= {m for m in range(n + 1, min(n + 4, len(graph.tokens))) if _line_beside(graph, n, m)}
        return region
    region = {m for _, p in graph.obliques(n) if not _a_day(graph, p) for m in graph.clause(p)}
    region |= {m for k in graph.with_dep(n, "compound", "amod", "nmod", "poss") for m in graph.clause(k)}
    region |= {m for p in graph.aimed_above(n) for m in graph.clause(p)}
    if graph.annotated.sentence.headline:
        region |= set(range(max(0, n - 2), n))
    return region


def _named_before(graph: Graph, n: int) -> list[int]:
    """The nouns that a phrase beside them tells of anew ("Gao, a city and a port, which was captured": the city, Gao)."""
    while graph.tokens[n].dep == "conj" and graph.tokens[n].head != n:
        n = graph.tokens[n].head
    return [n, graph.tokens[n].head] if graph.tokens[n].dep == "appos" else []


def _a_day(graph: Graph, n: int) -> bool:
    """Whether a word only says when: a "strike on March 3" is on no place."""
    return any(graph.covers(n, t.start, t.end) for t in graph.annotated.times)


def _line_beside(graph: Graph, n: int, m: int) -> bool:
    """A line right after the verb is its object, whatever the parser made of it ("crossed the line separating them")."""
    between = graph.tokens[n + 1 : m]
    return all(t.tag in ("DT", "RB", "JJ") for t in between) and any(
        graph.covers(m, p.start, p.end) for p in graph.annotated.places if p.where is None
    )


def _kind(graph: Graph, n: int, region: frozenset[int], pattern: Pattern, lexicon: Lexicon) -> str:
    """The pattern's kind, or its kind in the air or at sea if the mover is an aircraft or a vessel, or the line a maritime one."""
    if pattern.air is None and pattern.sea is None:
        return pattern.kind
    movers = {m for a in graph.agents(n) or graph.subjects(n) for m in (*_phrase(graph, a), *_taken_for(graph, a, lexicon))}
    if not movers or not graph.is_verb(n):
        movers |= set(region)
    if pattern.air and (having(graph, movers, "aircraft", lexicon) or having(graph, region, "airspace_words", lexicon)):
        return pattern.air
    if pattern.sea and (
        having(graph, movers, "vessels", lexicon) or _sea_line(graph, region) or having(graph, region, "waters_words", lexicon)
    ):
        return pattern.sea
    return pattern.kind


def _taken_for(graph: Graph, n: int, lexicon: Lexicon) -> list[int]:
    """The words that tell what something is believed to be ("an object presumed to be a drone")."""
    said = [k for k in graph.with_dep(n, "acl") if graph.low[k] in lexicon.sides.taken_for]
    return [w for k in said for w in graph.subtree(k)]


def _sea_line(graph: Graph, region: frozenset[int]) -> bool:
    lines = [p for p in graph.annotated.places if p.line == "NLL"]
    return any(graph.covers(w, p.start, p.end) for w in region for p in lines)
