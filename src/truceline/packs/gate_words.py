"""What must stand in a sentence, whatever its grammar, before any pattern of the lexicon can fit a trigger word in it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from truceline.packs.inflect import forms
from truceline.packs.phrases import written_in

NAMES = frozenset({"LINE", "PARTY", "FORCE", "LAND", "KNOWN"})
"""Classes that the names layers answer for."""
ANYTHING = frozenset({"PLACE", "SPOT", "people"})
"""Classes that more than a list of words may fill (any name, any number): they bar nothing here."""

Need = frozenset[str]
"""Classes one of which must be there, or words."""


Phrase = tuple[frozenset[str], ...]
"""The forms of each word of an entry of several words."""


@dataclass(frozen=True, slots=True)
class Needs:
    """What one pattern needs, all of it: of classes of words, and of words that stand for themselves (prepositions, particles)."""

    classes: tuple[Need, ...]
    words: tuple[Need, ...]


@dataclass(frozen=True, slots=True)
class GateWords:
    """For each trigger form the needs of its patterns, of which one's must be met, and the forms that fill a class."""

    needs: Mapping[str, tuple[Needs, ...]]
    forms: Mapping[str, frozenset[str]]
    phrases: Mapping[str, Mapping[str, tuple[Phrase, ...]]]
    """Of each class its entries of several words, by each form of their longest word: few sentences have one of these."""

    def filled(self, name: str, words: Iterable[str]) -> bool:
        """Whether any of a sentence's words (small letters) may belong to a class of words."""
        held = frozenset(words)
        if not self.forms[name].isdisjoint(held):
            return True
        entries = self.phrases[name]
        if entries.keys().isdisjoint(held):
            return False
        return any(not any(map(held.isdisjoint, phrase)) for word in held & entries.keys() for phrase in entries[word])


_Groups = tuple[tuple[str, ...], ...]
Asked = tuple[_Groups, _Groups]
"""The classes of each key of a pattern, and the words of each."""


def gate_words(
    groups_by_form: Mapping[str, Iterable[Asked]], word_sets: Mapping[str, frozenset[str]], irregular: Mapping[str, str]
) -> GateWords:
    """Makes the look-up. ``groups_by_form``: what each of a trigger form's patterns asks."""
    needs = {form: _needs(patterns) for form, patterns in groups_by_form.items()}
    single: dict[str, frozenset[str]] = {}
    several: dict[str, dict[str, tuple[Phrase, ...]]] = {}
    for name, words in word_sets.items():
        split = [written_in(word).low for word in sorted(words)]
        lone = {parts[0] for parts in split if len(parts) == 1}
        single[name] = frozenset(
            {form for word in lone for form in forms(word)} | lone | {form for form, lemma in irregular.items() if lemma in lone}
        )
        several[name] = _by_longest([parts for parts in split if len(parts) > 1])
    return GateWords(needs, single, several)


def _by_longest(entries: Sequence[tuple[str, ...]]) -> dict[str, tuple[Phrase, ...]]:
    found: dict[str, tuple[Phrase, ...]] = {}
    for parts in entries:
        phrase = tuple(frozenset(forms(part)) for part in parts)
        for form in forms(max(parts, key=len)):
            found[form] = (*found.get(form, ()), phrase)
    return found


def _needs(patterns: Iterable[Asked]) -> tuple[Needs, ...]:
    """The needs of each pattern, each once; one that needs nothing where some pattern asks for nothing that a list of words can bar."""
    found = []
    for classes, words in patterns:
        needs = Needs(
            tuple(frozenset(group) for group in classes if group and ANYTHING.isdisjoint(group)),
            tuple(frozenset(group) for group in words if group),
        )
        if not needs.classes and not needs.words:
            return (needs,)
        if needs not in found:
            found.append(needs)
    return tuple(found)
