"""The pack: ontology, lexicon, gazetteer and rulebooks, with a version made from their bytes."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from truceline.errors import PackError
from truceline.model.instrument import Rulebook
from truceline.packs.gazetteer import Gazetteer, load_gazetteer
from truceline.packs.lexicon import Lexicon, load_lexicon
from truceline.packs.ontology import Ontology, load_ontology
from truceline.packs.rulebook import load_rulebooks

DATA = Path(__file__).parent.parent / "data"


@dataclass(frozen=True)
class Pack:
    """What we know beforehand. ``folder`` is the root it was read from; parts load when first asked for.

    Picklable by its folder: a worker process loads its own copy.
    """

    folder: Path

    @cached_property
    def ontology(self) -> Ontology:
        """Kinds, lines, responses, outcomes."""
        return load_ontology(self.folder / "ontology")

    @cached_property
    def lexicon(self) -> Lexicon:
        """Words of English."""
        return load_lexicon(self.folder / "lexicon" / "en", self.ontology)

    @cached_property
    def gazetteer(self) -> Gazetteer:
        """Names of parties, lines and places."""
        return load_gazetteer(self.folder / "gazetteer", self.ontology)

    @cached_property
    def rulebooks(self) -> tuple[Rulebook, ...]:
        """Instruments with their clauses and rules."""
        return load_rulebooks(self.folder / "instruments", self.ontology)

    @property
    def lines_folder(self) -> Path:
        """Where the geometry of lines is kept (GeoJSON)."""
        return self.folder / "gazetteer" / "lines"

    @cached_property
    def version(self) -> str:
        """SHA-256 over the names and bytes of all data files the reading rests on, first 16 hex digits."""
        digest = hashlib.sha256()
        for part in ("ontology", "lexicon", "gazetteer", "instruments", "weights"):
            for path in sorted((self.folder / part).rglob("*")):
                if path.is_file():
                    digest.update(f"{path.relative_to(self.folder).as_posix()}\0".encode())
                    digest.update(hashlib.sha256(path.read_bytes()).digest())
        return digest.hexdigest()[:16]

    def __reduce__(self) -> tuple[type["Pack"], tuple[Path]]:
        return Pack, (self.folder,)


def load_pack(extra: Sequence[Path] = ()) -> Pack:
    """The built-in pack, or the last of ``extra`` folders in its place. Raises PackError.

    A folder given must be a whole pack (ontology, lexicon, gazetteer, instruments).
    """
    folder = Path(extra[-1]) if extra else DATA
    if not (folder / "ontology" / "events.yaml").exists():
        raise PackError(str(folder), ["no ontology/events.yaml here: a pack folder holds ontology, lexicon, gazetteer and instruments"])
    return Pack(folder)
