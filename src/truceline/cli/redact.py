"""``truceline redact``: a document's words or a file blanked for good; ``truceline redactions``: what was, by whom and why."""

from collections.abc import Mapping, Sequence
from pathlib import Path

import typer

from truceline.cli.speak import DONE, say, table, write_json
from truceline.errors import InputRefused
from truceline.ledger.base import Contents
from truceline.ledger.blanking import Only, pattern_of
from truceline.model.document import Document
from truceline.model.handling import Handling
from truceline.model.ids import DocumentId
from truceline.model.media import MediaId
from truceline.model.text import Part
from truceline.pipeline import derive, read_by
from truceline.workspace import Settings, open_workspace


def run(
    document: str, *, by: str, reason: str, ledger: str, packs: tuple[Path, ...], as_json: bool, names: Sequence[str] = (),
    spans: Sequence[str] = (),
) -> int:  # fmt: skip
    """Redacts one document or attached file, or names and spans in a document. Raises InputRefused where the id names none or several."""
    if not reason.strip():
        raise typer.BadParameter("a removal needs a reason that can be read later", param_hint="--reason")
    with open_workspace(Settings(ledger=ledger, packs=packs)) as workspace:
        held = workspace.ledger.contents(read_by(workspace.pack))
        ids: list[DocumentId | MediaId] = [*(each.id for each in held.documents), *(each.id for each in held.media)]
        found = [each for each in ids if each.startswith(document)]
        if len(found) != 1:
            cure = "truceline show --json lists documents, truceline custody files"
            raise InputRefused(document, f"{len(found) or 'no'} documents or files have ids that begin so", cure)
        before = derive(workspace.ledger, workspace.pack, handling=Handling.RED).digest
        text = next((each for each in held.documents if each.id == found[0]), None)
        only = chosen(text, names, spans) if names or spans else None
        made = workspace.ledger.redact(found[0], by=by, reason=reason, only=only)
        after = derive(workspace.ledger, workspace.pack, handling=Handling.RED).digest
    more, decided = elsewhere(held, found[0], only) if only else ([], [])
    if as_json:
        told = {"also_in_documents": more, "also_in_decisions": decided, "spans": len(only.spans)} if only else {}
        write_json({"document": found[0], "rows": len(made), "digest_before": before, "digest": after, **told})
    else:
        what = f", {len(only.spans)} places in its text" if only else ""
        say(f"redacted: {found[0]}{what}, {len(made)} rows blanked, each with its tombstone")
        if more:
            say(f"these words also stand in {len(more)} other documents: {' '.join(each[:12] for each in more)}")
        if decided:
            say(f"and in what people wrote with decisions: {' '.join(decided)}")
        say(f"digest {after} (before: {before}); copies, exports and backups made earlier still hold the words")
    return DONE


def chosen(document: Document | None, names: Sequence[str], spans: Sequence[str]) -> Only:
    """Where the names stand in a document, and the spans given as ``START:END`` or ``title:START:END``. Raises InputRefused."""
    if document is None:
        raise InputRefused("--name, --span", "a file is redacted whole", "leave them out")
    parts: dict[Part, str] = {"text": document.text, "title": document.title or ""}
    found: list[tuple[Part, int, int]] = []
    for name in names:
        places = [(part, *each.span()) for part, text in parts.items() for each in pattern_of([name]).finditer(text)]
        if not places:
            raise InputRefused(f"--name {name}", "does not stand in this document", "write it as the text does")
        found += places
    found += [_span(each, parts) for each in spans]
    words = {parts[part][start:end] for part, start, end in found}
    return Only(spans=tuple(sorted(set(found))), words=frozenset(words))


def elsewhere(held: Contents, document: str, only: Only) -> tuple[list[str], list[str]]:
    """Other documents that hold these words, and decisions in whose words they stand: each needs a redaction, or a look, of its own."""
    pattern = only.pattern
    documents = [each.id for each in held.documents if each.id != document and pattern.search(f"{each.title or ''}\n{each.text}")]
    written = [(each.id, f"{each.reason} {each.value or ''}") for each in held.reviews]
    written += [(each.id, each.reason) for each in held.judgements]
    return [str(each) for each in documents], sorted(key for key, words in written if pattern.search(words))


def _span(told: str, parts: Mapping[Part, str]) -> tuple[Part, int, int]:
    head, _, rest = told.partition(":") if told.startswith(("title:", "text:")) else ("text", ":", told)
    part: Part = "title" if head == "title" else "text"
    first, _, last = rest.partition(":")
    if not (first.isdecimal() and last.isdecimal() and int(first) < int(last) <= len(parts[part])):
        cure = f"write START:END or title:START:END, offsets in characters; the {part} has {len(parts[part])}"
        raise InputRefused(f"--span {told}", "is no span of this document", cure)
    return part, int(first), int(last)


def listing(*, ledger: str, packs: tuple[Path, ...], as_json: bool) -> int:
    """Lists the tombstones."""
    with open_workspace(Settings(ledger=ledger, packs=packs)) as workspace:
        found = workspace.ledger.contents(read_by(workspace.pack)).redactions
    if as_json:
        write_json([
            {"table": each.table, "key": each.key, "sha256_before": each.before_sha256, "sha256": each.after_sha256, "by": each.by,
             "reason": each.reason, "at": each.at.isoformat() if each.at else None}
            for each in found
        ])  # fmt: skip
    else:
        rows = [(str(each.at)[:16], each.by, each.table, each.key[:24], each.before_sha256[:12], each.reason) for each in found]
        say(table(rows, ("AT (UTC)", "BY", "TABLE", "ROW", "HASH BEFORE", "WHY")) if rows else "nothing was redacted")
    return DONE
