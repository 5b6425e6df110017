"""The pack: ontology, lexicon, gazetteer and rulebooks, with a version made from their bytes."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from truceline.errors import PackError
from truceline.model.instrument import Rulebook
from truceline.packs.gazetteer import Gazetteer, load_gazetteer, load_party_codes
from truceline.packs.lexicon import Lexicon, load_lexicon
from truceline.packs.ontology import Ontology, load_ontology
from truceline.packs.rulebook import load_rulebooks
from truceline.packs.verdict_words import VerdictWords, load_verdict_words

DATA = Path(__file__).parent.parent / "data"


@dataclass(frozen=True)
class Pack:
    """What we know beforehand. ``folder`` is the root it was read from; parts load when first asked for.

    ``over`` are folders that hold ``instruments/`` alone: their rulebooks lie over those of the root.

    Picklable by its folder: a worker process loads its own copy.
    """

    folder: Path
    over: tuple[Path, ...] = ()

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
        loaded = [load_rulebooks(folder, self.ontology, self.party_codes) for folder in self.law_folders]
        found = {each.instrument.slug: each for books in loaded for each in books}
        return tuple(found[slug] for slug in sorted(found))

    @cached_property
    def party_codes(self) -> frozenset[str]:
        """The codes of all parties of the gazetteer."""
        return load_party_codes(self.folder / "gazetteer")

    @property
    def law_folders(self) -> tuple[Path, ...]:
        """Folders of instruments, the built-in first; one laid over replaces an instrument of the same slug whole."""
        return (self.folder / "instruments", *(each / "instruments" for each in self.over))

    @cached_property
    def verdict_words(self) -> VerdictWords:
        """Words by which a body tells what it found."""
        return load_verdict_words(self.folder / "lexicon" / "en")

    @property
    def lines_folder(self) -> Path:
        """Where the geometry of lines is kept (GeoJSON)."""
        return self.folder / "gazetteer" / "lines"

    @property
    def boundaries_folder(self) -> Path:
        """Where the lines and zones are kept that geometry is asked of (GeoJSON)."""
        return self.folder / "gazetteer" / "boundaries"

    @cached_property
    def version(self) -> str:
        """SHA-256 over the names and bytes of all data files the reading rests on, first 16 hex digits."""
        digest = hashlib.sha256()
        parts = [(self.folder, part) for part in ("ontology", "lexicon", "gazetteer", "instruments", "weights")]
        for root, part in (*parts, *((each, "instruments") for each in self.over)):
            for path in sorted((root / part).rglob("*")):
                if path.is_file():
                    digest.update(f"{path.relative_to(root).as_posix()}\0".encode())
                    digest.update(hashlib.sha256(path.read_bytes()).digest())
        return digest.hexdigest()[:16]

    def __reduce__(self) -> tuple[type["Pack"], tuple[Path, tuple[Path, ...]]]:
        return Pack, (self.folder, self.over)


# One for a process: its parts are read once, however many commands, documents or tests ask for it.
BUILT_IN = Pack(DATA)


def load_pack(extra: Sequence[Path] = ()) -> Pack:
    """The built-in pack with ``extra`` folders laid over it. Raises PackError.

    A folder that is a whole pack (ontology, lexicon, gazetteer, instruments) takes the place of all before it; one that holds
    ``instruments/`` alone adds its rulebooks.
    """
    root, over = DATA, list[Path]()
    for folder in map(Path, extra):
        if (folder / "ontology" / "events.yaml").exists():
            root, over = folder, []
        elif (folder / "instruments").is_dir():
            over.append(folder)
        else:
            told = "no ontology/events.yaml here: a pack folder holds ontology, lexicon, gazetteer and instruments, or instruments alone"
            raise PackError(str(folder), [told])
    return BUILT_IN if root == DATA and not over else Pack(root, tuple(over))
