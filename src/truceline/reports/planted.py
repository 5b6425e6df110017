"""Bombings of a text in which bombs were planted or carried and no aircraft is named: what went off, and not what was dropped."""

from dataclasses import replace

from truceline.model.reading import Reading
from truceline.packs.lexicon import Lexicon
from truceline.packs.pack import Pack
from truceline.reports.drafted import Draft


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


def _by_a_group(draft: Draft, pack: Pack) -> bool:
    """Whether whoever bombed is an armed group, which has no aircraft where the text names none."""
    groups = [p for s in draft.actors if (p := pack.gazetteer.parties.get(s.value.party)) is not None and p.home]
    return bool(groups) and len(groups) == len(draft.actors)


def _planted(found: list[Draft], lexicon: Lexicon) -> bool:
    """Whether a text tells of a blast by a bomb, and not by a mine or a shell alone."""
    bombs = lexicon.word_sets["bombs_left"]
    return any(d.kind == "explosion" and not bombs.isdisjoint(t.lemma for t in d.sentence.sentence.tokens) for d in found)
