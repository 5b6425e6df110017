"""``truceline redact``: a document's words or a file blanked for good; ``truceline redactions``: what was, by whom and why."""

from pathlib import Path

import typer

from truceline.cli.speak import DONE, say, table, write_json
from truceline.errors import InputRefused
from truceline.model.handling import Handling
from truceline.model.ids import DocumentId
from truceline.model.media import MediaId
from truceline.pipeline import derive, read_by
from truceline.workspace import Settings, open_workspace


def run(document: str, *, by: str, reason: str, ledger: str, packs: tuple[Path, ...], as_json: bool) -> int:
    """Redacts one document or attached file. Raises InputRefused where the id names none or several."""
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
        made = workspace.ledger.redact(found[0], by=by, reason=reason)
        after = derive(workspace.ledger, workspace.pack, handling=Handling.RED).digest
    if as_json:
        write_json({"document": found[0], "rows": len(made), "digest_before": before, "digest": after})
    else:
        say(f"redacted: {found[0]}, {len(made)} rows blanked, each with its tombstone")
        say(f"digest {after} (before: {before}); copies, exports and backups made earlier still hold the words")
    return DONE


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
