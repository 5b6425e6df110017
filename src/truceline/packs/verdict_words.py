"""Words by which a body tells what it found: of a breach, or of none."""

from pathlib import Path

import msgspec

from truceline.packs.strict_yaml import load


class VerdictWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Phrases, each matched whole; ``of_none`` goes first, ``of_doubt`` last.

    ``citing`` stand before a number, ``signing`` before who signed. ``ruling`` say that a text rules something, ``instruments`` are nouns
    for such a text ("the agreement"), ``leaving`` tell that a party suspended or left it; words of one group of ``alike`` mean the same
    there, ``empty_words`` tell nothing of which rule is meant.
    """

    of_breach: tuple[str, ...]
    of_none: tuple[str, ...]
    of_doubt: tuple[str, ...]
    citing: tuple[str, ...]
    signing: tuple[str, ...]
    ruling: tuple[str, ...]
    instruments: tuple[str, ...]
    leaving: tuple[str, ...]
    alike: tuple[tuple[str, ...], ...]
    empty_words: frozenset[str]


def load_verdict_words(folder: Path) -> VerdictWords:
    """Reads ``findings.yaml`` of a lexicon folder. Raises PackError."""
    return load(folder / "findings.yaml", VerdictWords)
