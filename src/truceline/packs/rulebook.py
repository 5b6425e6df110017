"""Reads instruments into rulebooks: four YAML files a folder, names checked against the ontology, all faults told at once."""

from collections.abc import Callable, Collection, Iterator, Sequence
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from truceline.errors import PackError
from truceline.model.ids import fingerprint
from truceline.model.instrument import Instrument, Rule, Rulebook
from truceline.model.worked_case import Account, Case, Expected
from truceline.packs.fault_lines import located
from truceline.packs.ontology import Ontology
from truceline.packs.rule_shapes import CaseShape, ExpectedShape, FactsShape, RuleShape
from truceline.packs.rulebook_checks import faults_of
from truceline.packs.rulebook_shapes import ClauseShape, InstrumentShape
from truceline.packs.strict_yaml import MAX_BYTES, parse

T = TypeVar("T")
# A list longer than this is refused: it bounds the time that one incident can take to judge.
MAX_ENTRIES = 2000


def load_rulebooks(folder: Path, ontology: Ontology, parties: Collection[str] | None = None) -> tuple[Rulebook, ...]:
    """All rulebooks under a folder (one instrument a subfolder), by slug. ``parties`` are the codes of the gazetteer, if to be checked.

    Raises PackError with the faults of all files, each with its file and its path in it.
    """
    rulebooks: list[Rulebook] = []
    faults: list[str] = []
    for each in sorted(folder.iterdir()) if folder.is_dir() else ():
        if (each / "instrument.yaml").is_file():
            try:
                rulebooks.append(load_rulebook(each, ontology, parties))
            except PackError as error:
                faults += [f"{each.name}/{fault}" for fault in error.faults]
    if faults:
        raise PackError(str(folder), faults)
    return tuple(rulebooks)


def load_rulebook(folder: Path, ontology: Ontology, parties: Collection[str] | None = None) -> Rulebook:
    """One instrument from its folder. Raises PackError with all faults found in its four files."""
    texts: dict[str, str] = {}
    faults: list[str] = []
    for name, needed in (("instrument.yaml", True), ("clauses.yaml", True), ("rules.yaml", True), ("cases.yaml", False)):
        if needed or (folder / name).is_file():
            texts[name] = _text(folder / name, faults)
    if faults:
        raise PackError(str(folder), faults)
    return read_rulebook(texts, ontology, name=folder.name, where=str(folder), parties=parties)


def read_rulebook(texts: dict[str, str], ontology: Ontology, *, name: str, where: str, parties: Collection[str] | None = None) -> Rulebook:
    """A rulebook from the texts of its files, by file name. ``name`` is the slug expected. Raises PackError.

    The version is a hash over what instrument, clauses and rules say: comments, spacing and worked cases do not change it.
    """
    faults: list[str] = []
    plain = {file: _plain(text, file, faults) for file, text in texts.items()}
    instrument = _one(plain.get("instrument.yaml"), InstrumentShape, "instrument.yaml", faults)
    clauses = _items(plain.get("clauses.yaml"), ClauseShape, "clauses.yaml", faults)
    rules = _items(plain.get("rules.yaml"), RuleShape, "rules.yaml", faults)
    cases = _items(plain.get("cases.yaml", []), CaseShape, "cases.yaml", faults)
    if instrument is not None and not faults:
        faults += faults_of(instrument, clauses, rules, cases, ontology, name, parties)
    if faults or instrument is None:
        raise PackError(where, [located(each, texts) for each in faults])
    version = fingerprint("rulebook", msgspec.to_builtins([instrument, clauses, rules]))[:16]
    return Rulebook(
        instrument=_record(instrument), clauses=tuple(each.record() for each in clauses),
        rules=_rules(rules), version=version, cases=tuple(_case(each) for each in cases),
    )  # fmt: skip


def _record(shape: InstrumentShape) -> Instrument:
    return shape.record()


def _rules(shapes: Sequence[RuleShape]) -> tuple[Rule, ...]:
    return tuple(each.record() for each in shapes)


def _text(path: Path, faults: list[str]) -> str:
    try:
        if path.stat().st_size > MAX_BYTES:
            faults.append(f"{path.name}: larger than {MAX_BYTES} bytes: split the instrument")
            return ""
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        faults.append(f"{path.name}: cannot be read ({error}); write it as UTF-8 text")
        return ""


def _plain(text: str, file: str, faults: list[str]) -> Any:
    try:
        return parse(text, file)
    except PackError as error:
        faults += [f"{file}: {fault}" for fault in error.faults]
    except (LookupError, AttributeError, TypeError) as error:
        # PyYAML trips over explicit tags that do not fit their value (!!int '', !!timestamp x, !!map [a]).
        faults.append(f"{file}: a tag does not fit its value ({error}); leave tags (!!...) out")
    return None


def _one(plain: Any, shape: type[T], path: str, faults: list[str]) -> T | None:
    if plain is None and any(fault.startswith(path.split(":")[0]) for fault in faults):
        return None
    try:
        return msgspec.convert(plain, shape)
    except msgspec.ValidationError as error:
        faults.append(f"{path}: {error}")
        return None


def _items(plain: Any, shape: type[T], file: str, faults: list[str]) -> list[T]:
    """Each entry on its own, so that one fault does not hide the next."""
    if plain is None and any(fault.startswith(file) for fault in faults):
        return []
    if not isinstance(plain, list):
        faults.append(f"{file}: expected a list of entries (- ...), found {type(plain).__name__}")
        return []
    if len(plain) > MAX_ENTRIES:
        faults.append(f"{file}: {len(plain)} entries, at most {MAX_ENTRIES} are read: split the instrument")
        return []
    read = (_one(each, shape, f"{file}: entry {number} ({_title(each)})", faults) for number, each in enumerate(plain, 1))
    return [each for each in read if each is not None]


def _title(plain: Any) -> str:
    named = plain.get("id") or plain.get("name") if isinstance(plain, dict) else None
    return str(named)[:60] if named else "unnamed"


def _case(shape: CaseShape) -> Case:
    accounts = (shape.facts, *shape.also)
    return Case(
        name=shape.name, kind=shape.type, accounts=tuple(_account(each) for each in accounts),
        expect=tuple(_expected(each) for each in shape.expect), why=shape.why, answers=dict(shape.answers),
        measured=dict(shape.measured), reference=shape.reference,
    )  # fmt: skip


def _account(shape: FactsShape) -> Account:
    told = dict(_told(shape, lambda value: msgspec.json.encode(value).decode()))
    return Account(fields=told, claimants=shape.sources or ())


def _told(shape: FactsShape, write: Callable[[Any], str]) -> Iterator[tuple[str, str]]:
    for name in shape.__struct_fields__:
        value = getattr(shape, name)
        if value is not None:
            yield name, write(value)


def _expected(shape: ExpectedShape) -> Expected:
    return Expected(**{name: getattr(shape, name) for name in shape.__struct_fields__})
