"""Place phrases of one sentence: which words name a place, how far the phrase reaches, and how telling it is."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntEnum

from truceline.model.reading import Annotated, Sentence
from truceline.packs.lexicon import Lexicon
from truceline.packs.lexicon_shapes import WhereWords
from truceline.packs.word_patterns import alternation
from truceline.reports.grammar import Graph

_OUTER = ("relcl", "acl", "advcl", "cc", "conj", "appos", "punct", "parataxis", "ccomp")
_LONGEST = 14


class Rank(IntEnum):
    """How telling a place phrase is, the best first."""

    NAMED = 0
    COMMON = 1
    LINE = 2
    COUNTRY = 3


@dataclass(frozen=True, slots=True)
class Phrase:
    """A stretch of text that tells a place: ``at`` and ``head`` are tokens (preposition or verb, and noun), ``way`` the preposition."""

    start: int
    end: int
    rank: Rank
    at: int
    head: int
    way: str
    moved: bool = False


def phrases(graph: Graph, lexicon: Lexicon) -> tuple[Phrase, ...]:
    """Every place phrase after a preposition, and every line named; found once a sentence."""
    if "places" not in graph.kept:
        graph.kept["places"] = tuple(_phrases(graph, lexicon))
    found: tuple[Phrase, ...] = graph.kept["places"]
    return found


def _phrases(graph: Graph, lexicon: Lexicon) -> Iterator[Phrase]:
    words = lexicon.where
    for n, token in enumerate(graph.tokens):
        if token.dep not in ("prep", "agent", "prt", "advmod", "dative") and token.tag != "IN":
            continue
        way = _way(graph, n, words)
        if way is None:
            continue
        for head in graph.with_dep(n, "pobj"):
            found = phrase_of(graph, _whole(graph, head, words), n, way, lexicon)
            if found is not None:
                yield found
    yield from _lines(graph, lexicon)


def _whole(graph: Graph, head: int, words: WhereWords) -> int:
    """What a share is a share of: "most of the south", "parts of the city"."""
    if graph.tokens[head].lemma not in words.shares:
        return head
    inner = (p for k in graph.with_dep(head, "prep") if graph.tokens[k].text.lower() == "of" for p in graph.with_dep(k, "pobj"))
    return next(inner, head)


def _way(graph: Graph, n: int, words: WhereWords) -> str | None:
    """The preposition; for "of" after a direction ("north of") the direction; None if it leads to no place."""
    low = graph.tokens[n].text.lower()
    if low == "of":
        before = graph.tokens[graph.tokens[n].head].text.lower()
        if {before, graph.low[max(0, n - 1)]} & words.held_ground:
            return "in"  # "control of most of Shirva": whatever it is called, it is a place
        if before in words.taking:
            return ""  # "the siege of Vukovar", "control of a township"
        return before if before in words.directions or before in words.at else "from" if before == "out" else None
    if low == "for" and graph.tokens[graph.tokens[n].head].lemma in words.taking:
        return ""  # "the battle for Kobani"
    if low in words.including:  # "several towns, including Tyre"
        return "in" if graph.tokens[graph.tokens[n].head].lemma in words.nouns else None
    return low if low in words.at or low in words.ways or low in words.toward else None


def phrase_of(graph: Graph, head: int, at: int, way: str, lexicon: Lexicon) -> Phrase | None:
    """The phrase of a noun if it can be a place after this preposition ("" for the object of an act)."""
    inside = _words(graph, head, lexicon.where)
    rank = _rank(graph, head, inside, way, lexicon.where)
    if rank is None:
        return None
    start, end = graph.tokens[inside[0]].start, graph.tokens[inside[-1]].end
    left, moved = _left(graph.annotated.sentence, start, lexicon)
    return Phrase(left, end, rank, at, head, way, moved)


def _words(graph: Graph, head: int, words: WhereWords) -> list[int]:
    """Words of the phrase in order: what hangs on the head, without clauses, dates and phrases that tell no place."""
    found, stack = set(), [head]
    while stack:
        at = stack.pop()
        found.add(at)
        for k in graph.kids[at]:
            token = graph.tokens[k]
            if (
                (token.dep in _OUTER and not any(joins(graph, k, head) for joins in (_bracket, _listed, _named_so)))
                or _timed(graph, k)
                or (token.dep == "prep" and not _leads_on(graph.low[k], words))
            ):
                continue
            if token.dep == "prep" and any(_timed(graph, p) for p in graph.with_dep(k, "pobj")):
                continue
            stack.append(k)
    ordered = _unbroken(sorted(found), head)
    while (
        len(ordered) > 1
        and ordered[0] != head
        and graph.tokens[ordered[0]].tag in ("DT", "PDT", ",", "-LRB-", "PRP$", "WP$", "``", "''", ":", "CC")
        and not (graph.tokens[ordered[0]].tag == "PRP$" and graph.tokens[head].lemma in words.parts_of_a_line)
    ):
        ordered = ordered[1:]
    while (
        len(ordered) > 1 and ordered[-1] != head and graph.tokens[ordered[-1]].tag in (",", ".", ":", "''", "``", "-LRB-", "IN", "CC", "DT")
    ):
        ordered = ordered[:-1]
    ordered = _hyphened(graph, ordered, head)
    return ordered if len(ordered) <= _LONGEST else _unbroken([w for w in ordered if abs(w - head) <= 4 and w <= head], head)


def _leads_on(low: str, words: WhereWords) -> bool:
    """Whether a preposition may stand inside a phrase of place."""
    return low in words.at or low in words.ways or low in ("of", "close")


def _hyphened(graph: Graph, ordered: list[int], head: int) -> list[int]:
    """The words with no half of a hyphened one at either end ("-hit Afghanistan", "the self-"); a hyphened name stays whole."""
    tokens = graph.tokens
    first = ordered[0]
    if first > 1 and tokens[first - 1].text == "-" and tokens[first - 2].tag == "NNP" and tokens[first].tag in ("NN", "NNP"):
        ordered = [first - 2, first - 1, *ordered]
    while ordered[0] != head and ordered[0] and tokens[ordered[0]].start == tokens[ordered[0] - 1].end:
        ordered = ordered[1:]
    last = ordered[-1]
    while last + 2 < len(tokens) and tokens[last + 1].text == "-" and tokens[last].end == tokens[last + 1].start:
        last += 2
        while last + 1 < len(tokens) and tokens[last + 1].tag in ("NN", "NNS", "NNP", "JJ"):
            last += 1
    return [*ordered, *range(ordered[-1] + 1, last + 1)]


def _listed(graph: Graph, k: int, head: int) -> bool:
    """Whether a word joins one more name to names: "between Korea and Japan", "Foua and Kfraya"."""
    over = graph.tokens[k].head
    if graph.tokens[over].tag not in ("NNP", "NNPS"):
        return False
    names = [
        m for m in graph.with_dep(over, "conj") if graph.tokens[m].tag in ("NNP", "NNPS") and (over != head or graph.mention(m) is None)
    ]
    return bool(names) and (k in names or (graph.tokens[k].dep in ("cc", "punct") and k < max(names)))


def _bracket(graph: Graph, k: int, head: int) -> bool:
    """Whether a name follows the head in brackets: "Cheongdo (North Gyeongsang Province)"."""
    return (
        graph.tokens[k].dep in ("appos", "punct")
        and k - head <= 5
        and graph.tokens[head + 1 : head + 2] != ()
        and graph.tokens[head + 1].text == "("
        and k > head
    )


def _named_so(graph: Graph, k: int, head: int) -> bool:
    """Whether a name follows a common noun that it names ("the second city Jinju", "the border town, Jinju")."""
    name = k if graph.tokens[k].dep == "appos" else k + 1
    follows = graph.tokens[k].dep == "appos" or (graph.tokens[k].text == "," and name in graph.with_dep(head, "appos"))
    plain = graph.tokens[head].tag == "NN" and name < len(graph.tokens) and graph.tokens[name].tag == "NNP"
    return follows and plain and head < k and name - head <= 2 and graph.mention(name) is None


def _unbroken(ordered: list[int], head: int) -> list[int]:
    """The run of neighbouring words around the head."""
    low = high = head
    have = set(ordered)
    while low - 1 in have:
        low -= 1
    while high + 1 in have:
        high += 1
    return list(range(low, high + 1))


def _timed(graph: Graph, n: int) -> bool:
    token = graph.tokens[n]
    return any(t.start <= token.start < t.end for t in graph.annotated.times)


def _rank(graph: Graph, head: int, inside: list[int], way: str, words: WhereWords) -> Rank | None:
    token = graph.tokens[head]
    if _timed(graph, head) or _titled(graph, inside, words):
        return None
    if _on_line(graph, head):
        return Rank.NAMED if _known(graph, head) and not _adjective(graph, head) else None
    if token.text.lower() in words.directions and _of_a_land(graph, head, way, words):
        return Rank.COUNTRY
    noun = token.lemma in words.nouns or token.text.lower() in words.nouns
    loose = token.lemma in words.with_name or token.text.lower() in words.with_name
    if _known(graph, head):
        return Rank.NAMED
    if noun or loose:
        return _noun_rank(graph, head, inside, way, noun, words)
    plural = token.tag == "NNPS" and graph.low[head].endswith("s")
    if token.lemma in words.never or token.tag not in ("NNP", "NNPS") or plural:
        return None  # a name in the plural is people ("dissident Moslems")
    mention = graph.mention(head)
    if mention is not None:
        return Rank.COUNTRY if token.lemma == "britain" and graph.annotated.mentions[mention].actor.role == "unk" else None
    where = way in words.at or (way == "" and _said_to_be_a_place(graph, head, words))
    return Rank.NAMED if where and not token.text.isupper() and token.text[:1].isupper() else None


def _said_to_be_a_place(graph: Graph, head: int, words: WhereWords) -> bool:
    """Whether a name is told to be of a town or a camp ("bombed Katyr-Yurt, a village")."""
    return any(graph.tokens[k].lemma in words.nouns or graph.tokens[k].lemma in words.wide for k in graph.with_dep(head, "appos"))


def _of_a_land(graph: Graph, head: int, way: str, words: WhereWords) -> bool:
    """Whether a direction is a part of a land by itself ("in the south", "the country's north"), no way from another place."""
    pointed = bool(graph.with_dep(head, "det", "poss"))
    return (
        pointed
        and graph.is_noun(head)
        and way in (*words.at, "from", "to", "")
        and not graph.obliques(head)
        and graph.mention(head) is None
    )


def _noun_rank(graph: Graph, head: int, inside: list[int], way: str, noun: bool, words: WhereWords) -> Rank | None:
    if any(
        _known(graph, w) or (graph.tokens[w].tag in ("NNP", "NNPS") and graph.mention(w) is None and not _on_line(graph, w)) for w in inside
    ):
        return Rank.NAMED
    others = [w for w in inside if w != head]
    whose = any(graph.mention(w) is not None for w in others) and graph.tokens[head].lemma not in words.of_forces
    told = whose or any(
        _on_line(graph, w)
        or graph.tokens[w].text.lower() in words.directions
        or _sector(graph, w)
        or (graph.tokens[w].lemma in words.nouns and not _told_before(graph, w))
        for w in others
    )
    if (
        not told
        and _pointed(graph, head)
        and not graph.with_dep(head, "relcl")
        and all(w == head or graph.low[w] in words.again for w in inside)
        and (len(inside) > 1 or way not in ("off", "near"))
    ):
        return None  # "the town", "the school": named before, not here
    if told or (noun and (way in words.at or way in words.beside or way == "on" or len(inside) > 1)):
        return Rank.COMMON
    return None


def _pointed(graph: Graph, n: int) -> bool:
    return any(graph.tokens[k].lemma in ("the", "this", "that", "its", "their") for k in graph.with_dep(n, "det", "poss"))


def _told_before(graph: Graph, n: int) -> bool:
    """Whether a noun only points back to a place told before ("inside the city")."""
    return _pointed(graph, n) and not any(graph.tokens[k].dep not in ("det", "poss") for k in graph.kids[n])


def _titled(graph: Graph, inside: list[int], words: WhereWords) -> bool:
    return any(graph.tokens[w].lemma.rstrip(".") in words.titles for w in inside)


def _known(graph: Graph, n: int) -> bool:
    return any(p.where is not None and graph.covers(n, p.start, p.end) for p in graph.annotated.places)


def _on_line(graph: Graph, n: int) -> bool:
    return any(p.line and graph.covers(n, p.start, p.end) for p in graph.annotated.places)


def _sector(graph: Graph, n: int) -> bool:
    return any(p.sector and graph.covers(n, p.start, p.end) for p in graph.annotated.places)


def _lines(graph: Graph, lexicon: Lexicon) -> Iterator[Phrase]:
    for place in graph.annotated.places:
        if not place.line:
            continue
        head = next((n for n in range(len(graph.tokens)) if graph.covers(n, place.start, place.end)), None)
        if head is None or _adjective(graph, head):
            continue
        start, moved = _left(graph.annotated.sentence, place.start, lexicon)
        bare = graph.tokens[head].text.lower() in lexicon.where.bare_lines
        if bare and (start == place.start or _short_way(graph, start, place.start, lexicon)):
            continue
        yield Phrase(start, place.end, Rank.LINE, graph.tokens[head].head, head, graph.tokens[graph.tokens[head].head].text.lower(), moved)


def _short_way(graph: Graph, start: int, end: int, lexicon: Lexicon) -> bool:
    """Whether the words before a line only measure how far over it someone came ("20 metres south of the line")."""
    offset = graph.annotated.sentence.start
    words = graph.annotated.sentence.text[start - offset : end - offset].lower().split()
    return any(word in lexicon.where.steps for word in words)


def _adjective(graph: Graph, head: int) -> bool:
    """Whether a line only describes another noun ("border guards")."""
    return graph.tokens[head].dep in ("compound", "amod", "nmod", "poss") and graph.tokens[head].head > head


def unparsed(annotated: Annotated, lexicon: Lexicon) -> Iterator[Phrase]:
    """Gazetteer names after a preposition of place, in a sentence that was not parsed."""
    sentence = annotated.sentence
    for place in annotated.places:
        before = sentence.text[: place.start - sentence.start].lower().split()
        if place.where is None or not before or before[-1] in lexicon.where.never:
            continue
        after = sentence.text[place.end - sentence.start :].lower().split()
        rose = "from" in before[-2:] and after and after[0].strip(".,;") in lexicon.where.with_name
        if rose or [w for w in before[-2:] if w in lexicon.where.at] or before[-1] in lexicon.official.passed:
            start, moved = _left(sentence, place.start, lexicon)
            yield Phrase(start, place.end, Rank.NAMED, 0, 0, "from" if rose else "in", moved)


def _left(sentence: Sentence, start: int, lexicon: Lexicon) -> tuple[int, bool]:
    """The start of a phrase with the words before its name ("18 miles north of", "the south side of"), and if they move it off the name."""
    before = sentence.text[: start - sentence.start]
    if not any(word.lower().endswith(("of", *lexicon.where.beside)) for word in before.rsplit(None, 2)[-2:]):
        return start, False  # with one of these the words before a name end, but for an article
    match = _beside(lexicon).search(before)
    if match is None:
        return start, False
    return sentence.start + match.start("told"), bool(match["way"] or match["off"])


def _beside(lexicon: Lexicon) -> re.Pattern[str]:
    if "beside" not in lexicon.compiled:
        words = lexicon.where
        ways, lengths, parts = (alternation(group) for group in (words.directions, words.lengths, words.parts_of_a_line))
        lone = alternation(w for w in words.beside if w not in words.directions)
        lexicon.compiled["beside"] = re.compile(
            rf"""\b(?P<told>
            (?:(?:about|some|around|roughly|nearly|almost|less\s+than|more\s+than|over|just)\s+)?(?:(?:\d[\d.,-]*|an?|one|two|three|half\s+a)[\s-]*(?:{lengths})\s+(?:\([^)]{{1,30}}\)\s+)?)?(?:to\s+the\s+)?(?P<way>(?:{ways})(?:\s+(?:{parts}))?\s+of)
            |(?P<part>(?:{ways}|central|middle)\s+(?:{parts}))\s+of
            |(?P<off>{lone})(?:\s+of)?
            )\s+(?:(?:the|an?|its|their)\s+)?$""",
            re.IGNORECASE | re.VERBOSE,
        )
    return lexicon.compiled["beside"]
