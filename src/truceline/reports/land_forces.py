"""Whether forces of no told side may be those of the land: by their own words, and by what other forces a text tells of."""

from truceline.model.party import Actor, Role
from truceline.model.reading import Reading
from truceline.model.report import Slot
from truceline.packs.pack import Pack


def own_forces(slot: Slot[Actor], reading: Reading, pack: Pack) -> bool:
    """Whether forces are those that a state has, by their noun ("soldiers") or by the word before it ("an army convoy")."""
    last = slot.evidence[-1]
    noun = reading.document.words(last).lower().split()[-1]
    number = reading.sentence_of(last)
    sentence = reading.sentences[number].sentence if number is not None else None
    before = sentence.text[: last.end - sentence.start].lower().split()[-2:-1] if sentence is not None else []
    words = pack.lexicon.sides
    return bool({noun, noun.removesuffix("s")} & (words.state_own | words.own_forces)) or bool(
        set(before) & (words.state_own | words.state_before)
    )


def foreign_forces(country: str, reading: Reading, pack: Pack) -> bool:
    """Whether a text tells of forces of another party than a land and the groups that fight in it."""
    for annotated in reading.sentences:
        for m in annotated.mentions:
            names = pack.gazetteer.parties.get(m.actor.party)
            if names is None or m.actor.party == country or names.home:
                continue
            after = annotated.sentence.text[m.end - annotated.sentence.start :].lower().split(None, 2)[:2]
            words = {word.strip(".,;") for word in after}
            if m.actor.role in (Role.MIL, Role.MON) or any(pack.lexicon.role_of.get(w.removesuffix("s")) == "mil" for w in words):
                return True
    return False
