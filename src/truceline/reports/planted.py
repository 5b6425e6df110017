"""Bombings and raids whose means the text tells elsewhere: planted bombs went off, and raids from the air are flown."""

from dataclasses import replace
from itertools import pairwise

from truceline.model.reading import Annotated, Reading
from truceline.packs.lexicon import Lexicon
from truceline.packs.pack import Pack
from truceline.reports.drafted import Draft
from truceline.reports.grammar import Graph
from truceline.reports.tree import NOUN


def go_off(found: list[Draft], reading: Reading, pack: Pack) -> None:
    """Makes, in place, a bombing whose weapon is not told an explosion where the text tells of bombs that went off, and of no aircraft."""
    lexicon = pack.lexicon
    bare = [d for d in found if d.kind == "air_strike" and d.lemma in lexicon.telling.bombing_again]
    if not bare or len(bare) < sum(d.kind == "air_strike" for d in found):
        return
    bare = bare if _planted(found, lexicon) else [d for d in bare if _by_a_group(d, pack)]
    if any(not lexicon.word_sets["warplanes"].isdisjoint(t.lemma for t in a.sentence.tokens) for a in reading.sentences):
        return
    for draft in bare:
        draft.kind = "explosion"
        draft.kind_slot = replace(draft.kind_slot, value=draft.kind, read_by=draft.kind_slot.read_by + " planted")


def raids_flown(found: list[Draft], reading: Reading, lexicon: Lexicon) -> None:
    """Makes, in place, a raid whose means is not told an air strike where the text tells of raids from the air, and nobody goes in."""
    raids = [d for d in found if d.lemma in lexicon.telling.raiding and d.kind in ("direct_fire", "clash") and _a_noun(d)]
    if not raids or not any(a.sentence.tokens and _told_of_flown(a, lexicon) for a in reading.sentences):
        return
    for draft in raids:
        if not _goes_in(draft, lexicon):
            draft.kind = "air_strike"
            draft.kind_slot = replace(draft.kind_slot, value=draft.kind, read_by=draft.kind_slot.read_by + " flown")


def _goes_in(draft: Draft, lexicon: Lexicon) -> bool:
    """Whether who raids, or what is said of the raid, is of those who go in by land or sea ("a raid by commandos", "a night raid")."""
    graph = Graph.of(draft.sentence, lexicon.clauses)
    told = (*graph.agents(draft.trigger), *graph.with_dep(draft.trigger, "amod", "compound", "nmod", "poss"))
    return any(graph.tokens[n].lemma in lexicon.telling.going_in for n in told)


def _a_noun(draft: Draft) -> bool:
    tokens = draft.sentence.sentence.tokens
    return draft.trigger < len(tokens) and tokens[draft.trigger].tag in NOUN


def _told_of_flown(annotated: Annotated, lexicon: Lexicon) -> bool:
    """Whether a sentence names raids that are flown ("air raids", "bombing raids")."""
    tokens = annotated.sentence.tokens
    return any(
        two.lemma in lexicon.telling.raiding and (one.lemma in lexicon.word_sets["air_words"] or one.lemma in lexicon.telling.bombing_again)
        for one, two in pairwise(tokens)
    )


def _by_a_group(draft: Draft, pack: Pack) -> bool:
    """Whether whoever bombed is an armed group, which has no aircraft where the text names none."""
    groups = [p for s in draft.actors if (p := pack.gazetteer.parties.get(s.value.party)) is not None and p.home]
    return bool(groups) and len(groups) == len(draft.actors)


def _planted(found: list[Draft], lexicon: Lexicon) -> bool:
    """Whether a text tells of a blast by a bomb, and not by a mine or a shell alone."""
    bombs = lexicon.word_sets["bombs_left"]
    return any(d.kind == "explosion" and not bombs.isdisjoint(t.lemma for t in d.sentence.sentence.tokens) for d in found)
