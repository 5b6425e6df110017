"""Which words of a sentence belong to a class that a pattern asks for: a list of the lexicon, or names and places as layers found them."""

from truceline.model.party import Role
from truceline.packs.classed import ClassedWords
from truceline.packs.lexicon import Lexicon
from truceline.reports.grammar import Graph
from truceline.reports.tree import NOUN


def having(graph: Graph, region: set[int] | frozenset[int], name: str, lexicon: Lexicon) -> list[int]:
    """Words of a region that belong to a class of words, or to one of the classes that layers fill; PLACE is the last of these."""
    if not name.isupper():
        return _of_class(graph, region, name, lexicon)
    ordered = sorted(region)
    if name == "LINE":
        lines = [p for p in graph.annotated.places if p.where is None]
        return [w for w in ordered if any(graph.covers(w, p.start, p.end) for p in lines)]
    if name == "PARTY":
        return [w for w in ordered if graph.mention(w) is not None]
    if name == "FORCE":
        named = {w: graph.annotated.mentions[m] for w in ordered if (m := graph.mention(w)) is not None}
        return [w for w, mention in named.items() if mention.actor.role is Role.MIL]
    if name == "PEOPLES":
        return [w for w in ordered if _people_by_name(graph, w)]
    if name == "SPOT":
        return [w for w in ordered if _one_name(graph, w)]
    if name == "LAND":
        return [w for w in ordered if _land(graph, w)]
    if name == "KNOWN":
        return [
            w
            for w in ordered
            if graph.mention(w) is None and any(p.where and graph.covers(w, p.start, p.end) for p in graph.annotated.places)
        ]
    return [
        w
        for w in ordered
        if graph.tokens[w].tag in ("NNP", "NNPS") or any(p.where and graph.covers(w, p.start, p.end) for p in graph.annotated.places)
    ]


def _of_class(graph: Graph, region: set[int] | frozenset[int], name: str, lexicon: Lexicon) -> list[int]:
    """Words of a region that belong to a class of the lexicon; where none does, the first of several words at its edge."""
    held = classes_in(graph, lexicon)
    found = [w for w in held.single.get(name, ()) if w in region]
    if found or name not in held.several:
        return found
    at = next(((w, length) for w, length in held.several[name] if w in region or w + length - 1 in region), None)
    return list(range(at[0], sum(at))) if at is not None else []


def classes_in(graph: Graph, lexicon: Lexicon) -> ClassedWords:
    """The classed words of a sentence, made once."""
    if not graph.classed or graph.classed[0].classes is not lexicon.classes:
        graph.classed[:] = [_classed(graph, lexicon)]
    return graph.classed[0]


def _classed(graph: Graph, lexicon: Lexicon) -> ClassedWords:
    numbers = frozenset([n for n, token in enumerate(graph.tokens) if token.tag == "CD"])
    words = [(low, token.lemma) for low, token in zip(graph.low, graph.tokens, strict=True)]
    held = lexicon.classes.of(words, numbers)
    named = graph.words.service_of
    services = [] if named.isdisjoint(graph.low) else [n for n, low in enumerate(graph.low) if low in named and _of_a_service(graph, n)]
    kinds = graph.words.craft_kinds
    crafts = [] if kinds.isdisjoint(graph.low) else [n for n in range(len(graph.low)) if kind_of_craft(graph, n, lexicon)]
    return held.without(services + crafts) if services or crafts else held


def kind_of_craft(graph: Graph, n: int, lexicon: Lexicon) -> bool:
    """Whether a word tells the kind of the vessel or aircraft right behind it ("a missile boat sank a freighter": no missile flew)."""
    if graph.low[n] not in graph.words.craft_kinds or n + 1 == len(graph.tokens):
        return False
    lemma, sets = graph.tokens[n + 1].lemma, lexicon.word_sets
    return lemma in sets["vessels"] or lemma in sets["aircraft"] or lemma in sets["navy_ships"]


def _of_a_service(graph: Graph, n: int) -> bool:
    """Whether a word names a service before another noun, or its base: by "an air force bus" nothing is told to have flown."""
    after = n + 1 if n + 1 < len(graph.tokens) else n
    if graph.low[after] in graph.words.air_grounds and graph.tokens[after].tag in NOUN:
        return True
    named = graph.low[after] in graph.words.services and graph.tokens[after].dep in ("compound", "nmod")
    return named and graph.tokens[graph.tokens[after].head].lemma not in graph.words.flying


def _people_by_name(graph: Graph, w: int) -> bool:
    """Whether a word names people: those of a party ("nine Thais"), or counted ones whom no list knows ("a dozen Hazaras")."""
    m = graph.mention(w)
    return graph.annotated.mentions[m].plural if m is not None else graph.tokens[w].tag == "NNPS" and bool(graph.with_dep(w, "nummod"))


def _one_name(graph: Graph, w: int) -> bool:
    """Whether a word is a name of one word that no list knows, as towns have it ("took Bama"), and not a person's with his first name."""
    named = graph.tokens[w].tag == "NNP" and graph.mention(w) is None and not graph.with_dep(w, "compound", "nmod", "amod", "poss", "det")
    return named and not any(graph.covers(w, t.start, t.end) for t in graph.annotated.times)


def _land(graph: Graph, w: int) -> bool:
    """Whether a party is named by its land or capital and stands for the place ("seized Khartoum")."""
    m, token = graph.mention(w), graph.tokens[w]
    if m is None or token.tag != "NNP" or token.dep not in ("dobj", "nsubjpass", "pobj", "conj"):
        return False
    mention = graph.annotated.mentions[m]
    return mention.actor.role is not Role.MIL and not mention.plural and mention.speaker is None
