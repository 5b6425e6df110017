"""``truceline rules check`` and ``truceline rules test``: are the rulebooks clean, and do they say what their worked cases expect?"""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from truceline.cli.speak import DONE, ERROR, say, table, warn, write_json
from truceline.errors import PackError
from truceline.findings.cases import differences
from truceline.model.finding import Verdict
from truceline.model.instrument import Rulebook
from truceline.packs.pack import Pack, load_pack
from truceline.packs.rulebook import load_rulebook

OPEN = (Verdict.CONTESTED, Verdict.NOT_ENOUGH_KNOWN, Verdict.NOT_IN_FORCE, Verdict.NOT_COVERED)


def check(folders: tuple[Path, ...], *, packs: tuple[Path, ...], as_json: bool) -> int:
    """Reads every rulebook strictly and tells each fault with its file, line and cure. Without folders: those of the pack."""
    books, faults = read(folders, load_pack(packs))
    if as_json:
        write_json({"rulebooks": [row(each) for each in books], "faults": faults})
    else:
        head = ("rulebook", "version", "clauses", "rules", "cases", "left open", "not checked")
        say(table([tuple(map(str, row(each).values())) for each in books], head))
        for fault in faults:
            warn(fault)
    return ERROR if faults else DONE


def run_cases(folders: tuple[Path, ...], *, packs: tuple[Path, ...], as_json: bool) -> int:
    """Judges every worked case and tells where the findings differ from those expected."""
    books, faults = read(folders, load_pack(packs))
    told = [
        {"rulebook": book.instrument.slug, "case": case.name, "differences": wrong}
        for book in books for case in book.cases if (wrong := differences(case, book))
    ]  # fmt: skip
    n_cases = sum(len(each.cases) for each in books)
    if as_json:
        write_json({"n_rulebooks": len(books), "n_cases": n_cases, "failed": told, "faults": faults})
    else:
        for each in told:
            say(f"{each['rulebook']}: {each['case']}")
            for difference in each["differences"]:
                say(f"    {difference}")
        say(f"{n_cases - len(told)} of {n_cases} worked cases hold, in {len(books)} rulebooks")
        for fault in faults:
            warn(fault)
    return ERROR if told or faults else DONE


def read(folders: tuple[Path, ...], pack: Pack) -> tuple[list[Rulebook], list[str]]:
    """The rulebooks of these folders, each an instrument or a folder of instruments, and the faults of those that do not load."""
    books: list[Rulebook] = []
    faults: list[str] = []
    for folder in folders or pack.law_folders:
        for each in instruments(folder):
            try:
                books.append(load_rulebook(each, pack.ontology, pack.party_codes))
            except PackError as error:
                faults += [f"{each.name}/{fault}" for fault in error.faults]
    return books, faults


def instruments(folder: Path) -> Iterator[Path]:
    """The instrument that a folder is, or those it holds. Raises PackError where it is neither."""
    if (folder / "instrument.yaml").is_file():
        yield folder
        return
    found = [each for each in sorted(folder.iterdir()) if (each / "instrument.yaml").is_file()] if folder.is_dir() else []
    if not found:
        raise PackError(
            str(folder), ["no instrument.yaml here, nor in a folder below: name the folder of an instrument or one that holds some"]
        )
    yield from found


def row(book: Rulebook) -> dict[str, object]:
    """One rulebook in numbers. ``left_open`` are cases with no finding but contested, not enough known, not covered or not in force."""
    verdicts = [Counter(each.verdict for each in case.expect) for case in book.cases]
    left_open = sum(bool(each) and all(verdict in OPEN for verdict in each) for each in verdicts)
    n_unchecked = sum(not each.checked for each in book.clauses)
    return {
        "rulebook": book.instrument.slug, "version": book.version, "clauses": len(book.clauses), "rules": len(book.rules),
        "cases": len(book.cases), "left_open": left_open, "unchecked_clauses": n_unchecked,
    }  # fmt: skip
