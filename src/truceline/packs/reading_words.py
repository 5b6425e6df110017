"""Sets of words that the rooms of reading ask for; what each is for stands beside it in the YAML file that the class names."""

from typing import Annotated

import msgspec

WordSet = Annotated[frozenset[str], msgspec.Meta(min_length=1)]
Listed = Annotated[tuple[str, ...], msgspec.Meta(min_length=1)]
"""Words or phrases that are made into one expression (``word_patterns.shaped``), so that their order is kept."""


class _Strict(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    pass


class SideWords(_Strict, frozen=True):
    """Whose people a noun phrase means, and in what role: sides.yaml."""

    rebels: WordSet
    state_own: WordSet
    state_before: WordSet
    unsure: WordSet
    loose: WordSet
    offices: WordSet
    armed_before: WordSet
    civil_before: WordSet
    military_still: WordSet
    military_before: WordSet
    government_before: WordSet
    partitive: WordSet
    pronouns: WordSet
    defectors: WordSet
    pointing: WordSet
    forces_there: Listed
    leaflets: Listed
