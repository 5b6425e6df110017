"""``truceline doctor``: what is installed, which model and data with their hashes, what is missing, and the cure."""

import platform
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from importlib.metadata import PackageNotFoundError, requires, version
from pathlib import Path

from truceline import __version__
from truceline.cli.speak import DONE, ERROR, say, write_json
from truceline.errors import TrucelineError
from truceline.language.parse import check_model
from truceline.ledger.open import database
from truceline.ledger.tables import SCHEMA
from truceline.packs.pack import load_pack
from truceline.pipeline import read_by, rulebooks_of
from truceline.workspace import Settings, open_workspace


@dataclass(frozen=True, slots=True, kw_only=True)
class Checkup:
    """One thing that was looked at; ``cure`` is empty where all is well."""

    what: str
    well: bool
    found: str
    cure: str = ""


def run(*, ledger: str, packs: tuple[Path, ...], as_json: bool) -> int:
    """Looks at everything; the exit code is an error if anything that is needed is missing."""
    checkups = [*_program(), *_packages(), _look("model", _model), _look("pack", lambda: _pack(packs)), _ledger(ledger, packs)]
    if as_json:
        write_json([asdict(each) for each in checkups])
    else:
        width = max(len(each.what) for each in checkups)
        for each in checkups:
            cure = f"\n{'':9}{'':{width}}-> {each.cure}" if each.cure else ""
            say(f"{'ok' if each.well else 'MISSING':7}  {each.what:{width}}  {each.found}{cure}")
    return DONE if all(each.well for each in checkups) else ERROR


def _program() -> Iterator[Checkup]:
    yield Checkup(what="truceline", well=True, found=__version__)
    yield Checkup(what="python", well=True, found=f"{platform.python_version()} on {platform.system()} {platform.machine()}")
    yield Checkup(what="database", well=True, found=f"{database()}, ledger layout {SCHEMA}")


def _packages() -> Iterator[Checkup]:
    """What the package says it needs, against what is there."""
    try:
        wanted = [each.partition(";")[0].strip() for each in requires("truceline") or () if "extra ==" not in each]
    except PackageNotFoundError:
        yield Checkup(what="packages", well=False, found="Truceline itself is not installed", cure="pip install .")
        return
    for need in sorted(wanted, key=str.lower):
        name, _, pinned = need.partition("==")
        try:
            found = version(name)
        except PackageNotFoundError:
            yield Checkup(what=name, well=False, found="is not installed", cure=f"pip install {need}")
            continue
        right = found == pinned or not pinned
        note = "" if right else f" (tested with {pinned}: results may differ)"
        yield Checkup(what=name, well=True, found=found + note, cure="" if right else f"pip install {need}")


def _look(what: str, told: Callable[[], str]) -> Checkup:
    """A thing that either tells of itself or says what is wrong with it."""
    try:
        return Checkup(what=what, well=True, found=told())
    except TrucelineError as error:
        return Checkup(what=what, well=False, found=str(error), cure="pip install --force-reinstall truceline")


def _model() -> str:
    return f"{check_model()}: every file has the hash that data/models.yaml lists"


def _pack(packs: tuple[Path, ...]) -> str:
    pack = load_pack(packs)
    rulebooks = ", ".join(f"{each.instrument.slug} {each.version}" for each in rulebooks_of(pack))
    parts = f"{len(pack.ontology.kinds)} types, {len(pack.gazetteer.parties)} parties, {len(pack.ontology.lines)} lines"
    return f"version {pack.version} in {pack.folder} ({parts}; rulebooks: {rulebooks or 'none'})"


def _ledger(name: str, packs: tuple[Path, ...]) -> Checkup:
    """A ledger that is not there yet is no fault."""
    if "://" not in name and not Path(name).exists():
        return Checkup(what="ledger", well=True, found=f"{name} is not made yet", cure=f"truceline ingest DOCS... --ledger {name}")
    try:
        with open_workspace(Settings(ledger=name, packs=packs)) as workspace:
            by = read_by(workspace.pack)
            held = workspace.ledger.contents(by)
            stale = sum(1 for _ in workspace.ledger.unread(by))
    except TrucelineError as error:
        return Checkup(what="ledger", well=False, found=str(error), cure="see the message")
    n_reports = sum(len(each.reports) for each in held.extractions)
    found = f"{name}: {len(held.documents)} documents, {n_reports} reports, {len(held.refusals)} refused"
    faults = [f"{stale} documents were read by another version"] if stale else []
    if held.runs and held.runs[-1].state == "begun":
        faults.append("the last run did not end, or is still going on")
    cure = f"truceline ingest DOCS... --ledger {name} reads again what must be read again" if faults else ""
    return Checkup(what="ledger", well=True, found=found + (f" ({', '.join(faults)})" if faults else ""), cure=cure)
