"""Words that tell how a speaker knows what they claim, as ``footing.yaml`` holds them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

import msgspec

from truceline.errors import PackError
from truceline.model.report import Footing
from truceline.packs.phrases import PhraseBook
from truceline.packs.strict_yaml import load

Words = tuple[str, ...]


class _Entry(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    phrases: Words = ()
    means: Words = ()
    leads: Words = ()
    speakers: Words = ()
    saying: Words = ()
    doing: Words = ()
    undergoing: Words = ()


class _Shape(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    showing: Words
    footings: dict[str, _Entry]


@dataclass(frozen=True, slots=True, kw_only=True)
class FootingWords:
    """The words made ready; what each is for stands in the file. ``doing`` and ``undergoing`` map verbs, ``saying`` verbs of saying,
    ``speakers`` the last words of a speaker, to their footing.
    """

    phrases: PhraseBook[Footing]
    means: PhraseBook[Footing]
    leads: Mapping[Footing, frozenset[str]]
    showing: frozenset[str]
    speakers: Mapping[str, Footing]
    saying: Mapping[str, Footing]
    doing: Mapping[str, Footing]
    undergoing: Mapping[str, Footing]


def load_footing_words(path: Path) -> FootingWords:
    """Reads one language's file. Raises PackError, also for a footing that the model does not know and means without leads."""
    shape = load(path, _Shape)
    unknown = sorted(set(shape.footings) - {each.value for each in Footing})
    unled = sorted(name for name, entry in shape.footings.items() if entry.means and not entry.leads)
    if unknown or unled:
        raise PackError(
            str(path), [f"{name}: no footing of a claim" for name in unknown] + [f"{name}: means without leads" for name in unled]
        )
    entries = {Footing(name): entry for name, entry in shape.footings.items()}
    return FootingWords(
        phrases=_book((each, entry.phrases) for each, entry in entries.items()),
        means=_book((each, entry.means) for each, entry in entries.items()),
        leads={each: frozenset(entry.leads) for each, entry in entries.items()},
        showing=frozenset(shape.showing),
        speakers={word: each for each, entry in entries.items() for word in entry.speakers},
        saying={word: each for each, entry in entries.items() for word in entry.saying},
        doing={word: each for each, entry in entries.items() for word in entry.doing},
        undergoing={word: each for each, entry in entries.items() for word in entry.undergoing},
    )


def _book(table: Iterable[tuple[Footing, Words]]) -> PhraseBook[Footing]:
    book: PhraseBook[Footing] = PhraseBook()
    for footing, phrases in table:
        for phrase in phrases:
            book.add(phrase, footing)
    return book.finish()
