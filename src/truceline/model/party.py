"""Who acts or speaks: a party code with the role or organ it appears in (codebook 2)."""

from dataclasses import dataclass
from enum import StrEnum


class Role(StrEnum):
    """In what capacity a party appears."""

    MIL = "mil"
    GOV = "gov"
    CIV = "civ"
    MON = "mon"
    UNK = "unk"


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Actor:
    """A party in a role, written PARTY:role; ``UNK`` where the text does not tell."""

    party: str
    role: Role

    @property
    def code(self) -> str:
        """As the codebook writes it, for example ``PRK:mil``."""
        return f"{self.party}:{self.role}"


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Speaker:
    """Who asserts, relays or denies: ``PARTY:organ`` where known, else the plain name.

    ``code`` is what the codebook writes (``KOR:JCS``, ``UNC``, ``residents``, ``document``);
    ``party`` is None for outlets, witnesses and the document itself.
    """

    code: str
    party: str | None = None
