"""How many crossed and in what (codebook 2, `persons`, `vehicles`).

From the words that name who crossed, and in a short entry from all it tells of them.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from truceline.model.party import Actor, Role
from truceline.model.reading import Reading
from truceline.model.report import Quantity, Slot
from truceline.model.text import Span
from truceline.packs.lexicon import Lexicon
from truceline.packs.pack import Pack
from truceline.packs.word_patterns import found_in, shaped
from truceline.reports.casualties import tolls
from truceline.reports.counts import number_on
from truceline.reports.drafted import Draft
from truceline.reports.grammar import Graph
from truceline.reports.toll import counted, number_slot, one_slot

READ_BY = "reports.crossers 1"
SHORT = 6
_LONGEST = 230
_PARTS = ("amod", "compound", "nmod", "poss")


@dataclass(frozen=True, slots=True)
class Group:
    """A number of those who crossed; ``fate`` where the sentence tells what became of this part of them."""

    slot: Slot[Quantity]
    fate: str | None
    part: bool = False
    """Whether it is told as a part of those who came ("two of the infiltrators")."""


def movers(draft: Draft, reading: Reading, pack: Pack) -> None:
    """Adds to a crossing, in place, the persons and vehicles that its own words or a short entry tell."""
    if len(reading.sentences) <= SHORT:
        graphs = [Graph.of(a, pack.lexicon.clauses) for a in reading.sentences]
        party = draft.actors[0].value.party if draft.actors else "UNK"
        have = {c.value.what for c in draft.counts}
        if "vehicles" not in have and draft.kind in ("sea_crossing", "air_crossing"):
            draft.counts += list(_vehicles(graphs, party, reading, pack.lexicon))[:1]
        if "persons" not in have:
            groups = groups_of(graphs, party, reading, pack.lexicon)
            partly = draft.kind == "sea_crossing" and {g.fate for g in groups} <= {"killed", "wounded", "captured"}
            whole = None if partly else _whole(groups)
            draft.counts += [whole] if whole is not None else []
    _on_the_actor(draft, reading, pack.lexicon)


def by_sea(draft: Draft, reading: Reading, pack: Pack) -> None:
    """Makes those who came over, in place, come by sea where a short entry tells of their vessel or of an island and of no line on land."""
    if draft.kind != "ground_crossing" or len(reading.sentences) > SHORT or draft.line is not None:
        return
    at_sea = pack.gazetteer.theatres[reading.theatre].sea if reading.theatre else None
    if any(p.line not in (None, at_sea) for a in reading.sentences for p in a.places):
        return
    words = pack.lexicon.telling
    place = reading.document.words(draft.where.evidence[0]) if draft.where is not None else draft.sentence.sentence.text
    if found_in(place, words.islands) or any(found_in(a.sentence.text, words.at_sea) for a in reading.sentences):
        draft.kind = "sea_crossing"
        draft.kind_slot = replace(draft.kind_slot, value=draft.kind, read_by=draft.kind_slot.read_by + " by sea")


def intruders(draft: Draft, reading: Reading, lexicon: Lexicon) -> list[Slot[Actor]]:
    """Who crossed, where the words of the crossing name nobody: the first agents or craft of a party that a short entry tells."""
    if len(reading.sentences) > SHORT:
        return []
    wanted = {"air_crossing": "aircraft", "sea_crossing": "vessels"}.get(draft.kind)
    here = sorted(range(len(reading.sentences)), key=lambda n: (reading.sentences[n] is not draft.sentence, n))
    words = {*lexicon.numbers.intruders, *(lexicon.word_sets[wanted] if wanted else ())}
    for graph in (Graph.of(reading.sentences[n], lexicon.clauses) for n in here):
        if not graph.tokens:
            for mention in graph.annotated.mentions:
                after = re.match(r"(?: [a-z-]+){1,3}", graph.annotated.sentence.text[mention.end - graph.annotated.sentence.start :])
                if after and {w.removesuffix("s") for w in after.group().split()} & words:
                    span = Span(
                        document_id=reading.document_id,
                        start=mention.start,
                        end=mention.end + after.end(),
                        part=graph.annotated.sentence.part,
                    )
                    return [Slot(value=Actor(party=mention.actor.party, role=Role.MIL), evidence=(span,), read_by=READ_BY + " intruders")]
        for n, token in enumerate(graph.tokens):
            moves = token.lemma in lexicon.numbers.intruders or (wanted is not None and token.lemma in lexicon.word_sets[wanted])
            if not moves or not graph.is_noun(n) or graph.mention(n) is not None:
                continue
            owner = next((m for k in graph.with_dep(n, *_PARTS) if (m := graph.mention(k)) is not None), None)
            if owner is not None:
                mention = graph.annotated.mentions[owner]
                span = Span(
                    document_id=reading.document_id,
                    start=mention.start,
                    end=max(mention.end, token.end),
                    part=graph.annotated.sentence.part,
                )
                return [Slot(value=Actor(party=mention.actor.party, role=Role.MIL), evidence=(span,), read_by=READ_BY + " intruders")]
    return []


def taken_aboard(draft: Draft, reading: Reading, lexicon: Lexicon) -> None:
    """Adds to the seizure of a vessel, in place, how many its own sentence puts aboard: they are taken with it."""
    graph = Graph.of(draft.sentence, lexicon.clauses)
    if draft.kind != "capture" or "captured" in {c.value.what for c in draft.counts} or draft.trigger >= len(graph.tokens):
        return
    vessels = lexicon.word_sets["vessels"] | lexicon.word_sets["ships_taken"] | frozenset(lexicon.numbers.vehicle_nouns)
    if any(graph.tokens[n].lemma in vessels for n in graph.patients(draft.trigger)):
        groups = list(_aboard(graph, reading, lexicon))[:1]
        draft.counts += [
            Slot(value=replace(g.slot.value, what="captured"), evidence=g.slot.evidence, read_by=g.slot.read_by) for g in groups
        ]


def groups_of(graphs: list[Graph], party: str, reading: Reading, lexicon: Lexicon, *, fallen: bool = False) -> list[Group]:
    """Every number of those who crossed, in order of the text; with ``fallen`` also of their dead named by their party alone."""
    body = [graph for graph in graphs if not graph.annotated.sentence.headline]
    by_party = fallen and not any(t.lemma in lexicon.numbers.intruders for graph in body for t in graph.tokens)
    found = [g for graph in graphs for g in _groups(graph, party, reading, lexicon, fallen=by_party)]
    return found or (_he_fell(graphs, reading, lexicon) if fallen else [])


def _he_fell(graphs: list[Graph], reading: Reading, lexicon: Lexicon) -> list[Group]:
    """The one intruder of an entry, whom it tells killed by a pronoun ("an agent is found ... he is killed")."""
    alone = [n for graph in graphs for n, t in enumerate(graph.tokens) if t.lemma in lexicon.numbers.intruders and t.tag == "NN"]
    many = any(t.lemma in lexicon.numbers.intruders and t.tag == "NNS" for graph in graphs for t in graph.tokens)
    if not alone or many:
        return []
    told = ((graph, toll) for graph in graphs for toll in tolls(graph, reading.document, lexicon))
    fell = [toll for graph, toll in told if any(graph.low[h] in lexicon.numbers.one_person for h in toll.heads)]
    return [Group(toll.slot, toll.slot.value.what) for toll in fell]


def _on_the_actor(draft: Draft, reading: Reading, lexicon: Lexicon) -> None:
    """The number on the noun that names the actor, wherever in the document it stands."""
    for slot in draft.actors[:1]:
        span = slot.evidence[-1]
        for annotated in reading.sentences:
            if (
                not annotated.sentence.tokens
                or annotated.sentence.part != span.part
                or not annotated.sentence.start <= span.start < annotated.sentence.end
            ):
                continue
            graph = Graph.of(annotated, lexicon.clauses)
            head = next((n for n, t in enumerate(graph.tokens) if t.end == span.end), None)
            if head is None:
                return
            while graph.tokens[head].dep in _PARTS and graph.tokens[head].head != head:
                head = graph.tokens[head].head
            what = _what(graph.tokens[head].lemma, lexicon)
            if (
                what
                and what not in {c.value.what for c in draft.counts}
                and (number := number_on(graph, head, reading.document, what)) is not None
            ):
                draft.counts.append(number)


def _what(lemma: str, lexicon: Lexicon) -> str | None:
    if lemma in lexicon.numbers.vehicle_nouns:
        return "vehicles"
    return "persons" if lemma in lexicon.numbers.person_nouns else None


def _vehicles(graphs: list[Graph], party: str, reading: Reading, lexicon: Lexicon) -> Iterator[Slot[Quantity]]:
    for graph in graphs:
        for n, token in enumerate(graph.tokens):
            if (
                token.lemma not in lexicon.numbers.vehicle_nouns
                or token.dep in _PARTS
                or not (_theirs(graph, n, party, lexicon) or (party == "UNK" and _named(graph, n)))
            ):
                continue
            number = number_on(graph, n, reading.document, "vehicles")
            if number is not None:
                yield number
            elif token.tag in ("NN", "NNP"):
                yield one_slot(
                    reading.document, graph, min((k for k in graph.with_dep(n, "det", *_PARTS) if k < n), default=n), n, "vehicles"
                )


def _theirs(graph: Graph, n: int, party: str, lexicon: Lexicon) -> bool:
    """Whether a noun names those who crossed: by a word for intruders, or by their party."""
    parts = [n, *graph.with_dep(n, *_PARTS)]
    if _intruder(graph, n, lexicon):
        return True
    return party in {graph.annotated.mentions[m].actor.party for k in parts if (m := graph.mention(k)) is not None}


def _named(graph: Graph, n: int) -> bool:
    return any(graph.mention(k) is not None for k in (n, *graph.with_dep(n, *_PARTS)))


def _intruder(graph: Graph, n: int, lexicon: Lexicon) -> bool:
    return any(graph.tokens[k].lemma in lexicon.numbers.intruders for k in (n, *graph.with_dep(n, *_PARTS)))


def _groups(graph: Graph, party: str, reading: Reading, lexicon: Lexicon, *, fallen: bool = False) -> Iterator[Group]:
    """Numbers of those who crossed in one sentence, and of the rest of them ("two others")."""
    fates = {t.slot.evidence: t.slot.value.what for t in tolls(graph, reading.document, lexicon)}
    theirs = False
    yield from _aboard(graph, reading, lexicon)
    for mention, _, last in counted(graph):
        slot = number_slot(reading.document, graph, mention, "persons", READ_BY)
        nouns = [n for n in _nouns(graph, last) if _what(graph.tokens[n].lemma, lexicon) == "persons"]
        bare = last + 1 < len(graph.tokens) and (
            (not graph.is_noun(last + 1) and graph.tokens[last + 1].tag != "JJ") or graph.tokens[last + 1].lemma == "other"
        )
        if any(_theirs(graph, n, party, lexicon) for n in nouns):
            theirs = True
            if slot.evidence in fates and not fallen and not any(_intruder(graph, n, lexicon) for n in nouns):
                continue
            yield Group(slot, fates.get(slot.evidence), part=any(graph.low[d] == "the" for n in nouns for d in graph.with_dep(n, "det")))
        elif not nouns and theirs and bare and (slot.evidence in fates or graph.tokens[last + 1].lemma == "other"):
            yield Group(slot, fates.get(slot.evidence) or "other")
    for toll in tolls(graph, reading.document, lexicon):
        if toll.slot.read_by.endswith("one") and any(_theirs(graph, h, party, lexicon) for h in toll.heads):
            yield Group(toll.slot, toll.slot.value.what)


def _aboard(graph: Graph, reading: Reading, lexicon: Lexicon) -> Iterator[Group]:
    """Numbers that a sentence puts aboard a craft ("carrying ten agents", "a crew of eight"), also where it was not worth a parse."""
    sentence, numbers = graph.annotated.sentence, lexicon.numbers
    if not any(re.search(rf"\b{re.escape(word)}\b", sentence.text, re.IGNORECASE) for word in numbers.aboard):
        return
    for mention in graph.annotated.quantities:
        after = re.match(r"(?:[ -]?[A-Za-z]+){0,5}", sentence.text[mention.end - sentence.start :])
        words = [w.lower() for w in re.findall(r"[A-Za-z]+", after.group())] if after else []
        before = sentence.text[: mention.start - sentence.start]
        if shaped(r"\bWORDS of\s*$", numbers.crew).search(before) or any(
            w in group or w.removesuffix("s") in group for w in words for group in (numbers.intruders, numbers.person_nouns, numbers.crew)
        ):
            yield Group(number_slot(reading.document, graph, mention, "persons", READ_BY + " aboard"), None)


def _nouns(graph: Graph, last: int) -> list[int]:
    at, found = last, []
    for _ in range(3):
        found += [p for prep, p in graph.obliques(at) if prep == "of"]
        if graph.tokens[at].head == at or graph.tokens[at].dep not in ("nummod", "quantmod", "amod", "compound", "det", "nmod"):
            break
        at = graph.tokens[at].head
        found.append(at)
    return found


def _whole(groups: list[Group]) -> Slot[Quantity] | None:
    """The largest group told apart from any fate; else the sum of those killed, taken and left."""
    free = [g.slot for g in groups if g.fate is None]
    if free:
        return max(free, key=lambda s: s.value.low or s.value.high or 0)
    if not groups:
        return None
    slots = list(dict.fromkeys(g.slot for g in groups))
    first, last = min(s.evidence[0] for s in slots), max((s.evidence[-1] for s in slots), key=lambda s: s.end)
    if len({s.evidence[0].part for s in slots}) > 1 or last.end - first.start > _LONGEST:
        return None
    low = None if any(s.value.low is None for s in slots) else sum(s.value.low or 0 for s in slots)
    high = None if any(s.value.high is None for s in slots) else sum(s.value.high or 0 for s in slots)
    span = Span(document_id=first.document_id, start=first.start, end=last.end, part=first.part)
    return Slot(
        value=Quantity(what="persons", low=low, high=high, approx=any(s.value.approx for s in slots)),
        evidence=(span,),
        read_by=READ_BY + " sum of fates",
    )
