"""Words that tell what became of people, as ``fates.yaml`` holds them."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import msgspec

from truceline.packs.phrases import PhraseBook
from truceline.packs.strict_yaml import load

Words = tuple[str, ...]


class _Shape(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    after: dict[str, Words]
    before: dict[str, Words]
    taken: Words
    taken_nouns: Words
    wounded: Words
    pronouns: Words
    many: Words
    by: Words
    of: Words
    not_yet: Words


@dataclass(frozen=True, slots=True, kw_only=True)
class FateWords:
    """The words made ready: ``after`` and ``before`` find fates, ``pronouns`` people spoken of before; ``nouns`` maps the forms of
    words for people to whether they mean one; ``taken`` and ``wounded`` are words by which people stand so.
    """

    after: PhraseBook[str]
    before: PhraseBook[str]
    pronouns: PhraseBook[str]
    nouns: dict[str, bool]
    taken: frozenset[str]
    wounded: frozenset[str]
    by: frozenset[str]
    of: frozenset[str]
    not_yet: frozenset[str]


def load_fate_words(path: Path, person_nouns: Iterable[str]) -> FateWords:
    """Reads one language's file; ``person_nouns`` name people. Raises PackError."""
    shape = load(path, _Shape)
    one = (*person_nouns, *shape.taken_nouns)
    nouns = dict.fromkeys(one, True) | dict.fromkeys((*map(_plural, one), *shape.many), False)
    return FateWords(
        after=_book(shape.after), before=_book(shape.before), pronouns=_book({"": shape.pronouns}), nouns=nouns,
        taken=frozenset((*shape.taken, *shape.taken_nouns, *map(_plural, shape.taken_nouns))),
        wounded=frozenset(shape.wounded), by=frozenset(shape.by), of=frozenset(shape.of), not_yet=frozenset(shape.not_yet),
    )  # fmt: skip


def _plural(noun: str) -> str:
    return noun[:-2] + "en" if noun.endswith("man") else noun + "s"


def _book(table: dict[str, Words]) -> PhraseBook[str]:
    book: PhraseBook[str] = PhraseBook()
    for fate, phrases in table.items():
        for phrase in phrases:
            book.add(phrase, fate)
    return book.finish()
