"""What became of an act: the outcome its own words tell, and in a short entry what became of all who came (codebook 2, `outcome`)."""

from collections.abc import Iterator

from truceline.model.document import Document
from truceline.model.reading import Reading, Sentence
from truceline.model.report import Slot
from truceline.model.text import Span
from truceline.packs.lexicon import Lexicon
from truceline.packs.pack import Pack
from truceline.packs.reading_words import RealityWords
from truceline.reports.casualties import tolls
from truceline.reports.crossers import SHORT, groups_of
from truceline.reports.drafted import Draft
from truceline.reports.grammar import Graph

READ_BY = "reports.outcomes 1"
OWN = {
    "ground_crossing": ("killed", "retreated", "returned", "repelled", "escaped", "continued"),
    "sea_crossing": ("sunk", "retreated", "returned", "repelled", "escaped", "captured", "rescued"),
    "air_crossing": ("shot_down", "returned", "escaped", "retreated", "captured"),
    "defection": ("rescued", "captured"),
    "direct_fire": ("sunk", "shot_down"),
    "clash": ("sunk", "repelled", "retreated", "killed"),
    "capture": ("rescued",),
    "air_strike": ("sunk", "continued"),
    "explosion": ("sunk",),
    **dict.fromkeys(("works_in_zone", "loudspeaker", "arms_transfer", "troop_deployment"), ("continued",)),
    "indirect_fire": ("continued",),
}
_OF_ENTRY = {
    "sea_crossing": ("sunk", "captured", "escaped", "retreated"),
    "clash": ("sunk", "escaped"),
    "direct_fire": ("sunk",),
    "ground_crossing": ("retreated", "returned", "escaped"),
}
_ALL = READ_BY + " all who came"
_HAPPENS_TO = {"sunk": "vehicle_nouns", "shot_down": "vehicle_nouns"}


def own_outcome(draft: Draft, graph: Graph, document: Document, lexicon: Lexicon, *, here: bool) -> Slot[str] | None:
    """What became of the act, from the words of one sentence that fit its kind; the first that fit."""
    for name, slot, at in _told(graph, document, lexicon):
        if name not in OWN.get(draft.kind, ()) or not _fits(name, graph, at, lexicon):
            continue
        if name == "continued" and not (here and at is not None and _of_the_act(graph, at, draft.trigger)):
            continue
        if name == "shot_down" and not here:
            continue
        return slot
    return None


def _told(graph: Graph, document: Document, lexicon: Lexicon) -> Iterator[tuple[str, Slot[str], int | None]]:
    """Outcome words of a sentence with the token they begin at; negated and only tried ones left out."""
    sentence = graph.annotated.sentence
    for start, end, names in lexicon.outcomes.find(sentence.text):
        at = next((n for n, t in enumerate(graph.tokens) if t.start <= sentence.start + start < t.end), None)
        if at is not None and _unreal(graph, at, lexicon.reality):
            continue
        if _negated(sentence, start, lexicon.reality):
            continue
        span = Span(document_id=document.id, start=sentence.start + start, end=sentence.start + end, part=sentence.part)
        for name in names:
            yield name, Slot(value=name, evidence=(span,), read_by=READ_BY), at


def _fits(name: str, graph: Graph, at: int | None, lexicon: Lexicon) -> bool:
    """A vessel sinks, an aircraft is shot down, fighters escape: whether the clause names such."""
    if at is None:
        return name not in ("escaped", "shot_down")
    if name == "killed":
        return _every_one(graph, at, lexicon)
    if name == "shot_down" and _people(graph, at, lexicon):
        return False  # "shot down ten people"
    if name in _HAPPENS_TO:
        around = range(max(0, at - 12), min(len(graph.tokens), at + 12))
        return any(
            graph.tokens[k].lemma in lexicon.numbers.vehicle_nouns
            or graph.tokens[k].lemma in lexicon.word_sets["vessels"] | lexicon.word_sets["aircraft"]
            or _numbered_name(graph.tokens[k].text)
            for k in around
        )
    if name in ("escaped", "retreated", "returned", "captured"):
        who = graph.subjects(at) if graph.is_verb(at) and name != "captured" else graph.patients(at)
        who = [*who, *(p for w in who for prep, p in graph.obliques(w) if prep == "of")]
        return not any(
            lexicon.role_of.get(graph.tokens[w].lemma) == "civ" and graph.tokens[w].lemma not in lexicon.word_sets["vessels"] for w in who
        )
    return True


def _people(graph: Graph, at: int, lexicon: Lexicon) -> bool:
    """Whether all that a word is done to are people of no forces."""
    whom = graph.patients(at) if graph.is_verb(at) else []
    return bool(whom) and all(
        lexicon.role_of.get(graph.tokens[k].lemma) == "civ" or graph.tokens[k].lemma in ("people", "person") for k in whom
    )


def _every_one(graph: Graph, at: int, lexicon: Lexicon) -> bool:
    """Whether all of those who fought were killed ("killing all nine gunmen"), and not all of some others ("all aboard")."""
    fallen = graph.patients(at) if graph.is_verb(at) else []
    return any(
        lexicon.role_of.get(graph.tokens[k].lemma) == "mil"
        and any(graph.tokens[d].lemma in lexicon.reality.without_exception for d in graph.kids[k])
        for k in fallen
    )


def _numbered_name(word: str) -> bool:
    """A type or flight number ("F-16", "MQ9", "MH17")."""
    return any(c.isdigit() for c in word) and any(c.isupper() for c in word)


def _of_the_act(graph: Graph, at: int, trigger: int) -> bool:
    """Whether a word of going on is said of the act itself: its verb, its adverb, its adjective."""
    if at == trigger or (trigger in graph.ancestors(at) and graph.tokens[at].head == trigger):
        return True
    return graph.tokens[trigger].head == at or trigger in graph.subjects(at) or trigger in graph.objects(at)


def _unreal(graph: Graph, at: int, words: RealityWords) -> bool:
    aux = {graph.tokens[k].text.lower() for k in graph.with_dep(at, "aux")}
    governor = graph.tokens[graph.tokens[at].head].lemma if graph.tokens[at].head != at else ""
    return bool(aux & words.outcome_possible) or ("to" in aux and governor not in words.outcome_forced)


def _negated(sentence: Sentence, start: int, words: RealityWords) -> bool:
    before = sentence.text[max(0, start - 24) : start].lower().split()[-2:]
    return any(w in words.no_outcome or w.endswith("n't") for w in before)


# --- a short entry tells one event


def settle(draft: Draft, reading: Reading, pack: Pack) -> None:
    """The outcome of a capture, and of crossings and fights in a short entry, in place (codebook 2: killed = all intruders)."""
    if (
        draft.kind == "capture"
        and draft.outcome is None
        and "captured" in {n for w in _words(draft, reading) for _, _, names in pack.lexicon.outcomes.find(w) for n in names}
    ):
        draft.outcome = Slot(value="captured", evidence=draft.kind_slot.evidence, read_by=READ_BY + " capture")
    if len(reading.sentences) <= SHORT and draft.kind in _OF_ENTRY:
        _settle_entry(draft, reading, pack)
    _after_a_warning(draft)


def _settle_entry(draft: Draft, reading: Reading, pack: Pack) -> None:
    if draft.outcome is not None and draft.outcome.read_by == _ALL:
        draft.outcome = None
    graphs = [Graph.of(a, pack.lexicon.clauses) for a in reading.sentences if a.sentence.tokens]
    told = [
        (name, slot)
        for graph in graphs
        for name, slot, at in _told(graph, reading.document, pack.lexicon)
        if _fits(name, graph, at, pack.lexicon) and (name != "captured" or _fits("sunk", graph, at, pack.lexicon))
    ]
    if draft.outcome is None:
        draft.outcome = next(
            (
                slot
                for name in _OF_ENTRY[draft.kind]
                for said, slot in told
                if said == name and (said != "escaped" or not _taken(graphs, reading, pack))
            ),
            None,
        )
    mixed = draft.kind == "clash" and any(said in ("captured", "escaped") for said, _ in told)
    if draft.kind in ("ground_crossing", "clash", "sea_crossing") and draft.outcome is None and not mixed:
        draft.outcome = _all_killed(draft, graphs, reading, pack)


def _taken(graphs: list[Graph], reading: Reading, pack: Pack) -> bool:
    """Whether some were captured: beside them an escape is a mixed fate, which has no outcome."""
    return any(t.slot.value.what == "captured" for graph in graphs for t in tolls(graph, reading.document, pack.lexicon))


def _after_a_warning(draft: Draft) -> None:
    """Who goes back after a warning has retreated; who takes the vessel has intercepted it (codebook 2)."""
    if draft.outcome is None:
        return
    answers = {r.value for r in draft.responses}
    if draft.outcome.value == "returned" and answers & {"warning_shots", "warning_broadcast", "return_fire"}:
        draft.outcome = Slot(value="retreated", evidence=draft.outcome.evidence, read_by=READ_BY + " after a warning")
    if draft.kind == "sea_crossing" and draft.outcome.value == "captured" and "interception" not in answers:
        draft.responses.append(Slot(value="interception", evidence=draft.outcome.evidence, read_by=READ_BY + " taken"))


def _words(draft: Draft, reading: Reading) -> list[str]:
    return [reading.document.words(span) for span in draft.kind_slot.evidence]


def _all_killed(draft: Draft, graphs: list[Graph], reading: Reading, pack: Pack) -> Slot[str] | None:
    """killed, where every group of intruders that the entry numbers was killed, whoever of those they met fell too (codebook 2)."""
    party = draft.actors[0].value.party if draft.actors and draft.kind != "clash" else "UNK"
    groups = groups_of(graphs, party, reading, pack.lexicon, fallen=True)
    dead = [g for g in groups if g.fate == "killed"]
    lost = sum(g.slot.value.low or 0 for g in dead)
    if (
        not dead
        or all(g.part for g in dead)
        or any(g.fate not in (None, "killed") for g in groups)
        or any((g.slot.value.low or 0) > lost for g in groups if g.fate is None)
    ):
        return None
    for graph in graphs:
        for start, end, names in pack.lexicon.outcomes.find(graph.annotated.sentence.text):
            if "killed" in names:
                sentence = graph.annotated.sentence
                span = Span(document_id=reading.document.id, start=sentence.start + start, end=sentence.start + end, part=sentence.part)
                return Slot(value="killed", evidence=(span,), read_by=_ALL)
    return None
