"""``truceline note``: what a person observed or was told, stored as a document and read like any other."""

import sys
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from pathlib import Path

import typer

from truceline.cli.speak import DONE, name_refusals, say, warn, write_json
from truceline.model.document import Capture, Document
from truceline.model.handling import Handling
from truceline.model.ids import CaptureId
from truceline.model.ledger_view import LedgerView
from truceline.packs.columns import columns, folded
from truceline.pipeline import derive, update_ledger
from truceline.readers.observation import MEDIA_TYPE, write_out
from truceline.workspace import Settings, open_workspace

OURS = ("author", "written", "known", "told by", "handling", "text")
"""Fields that have an option of their own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What was typed. ``text`` may be ``-``; ``at`` empty means now; ``fields`` are ``NAME=VALUE``."""

    text: str
    by: str
    known: str
    told_by: str
    at: str
    handling: Handling
    fields: tuple[str, ...]


def run(told: Told, *, ledger: str, packs: tuple[Path, ...], as_json: bool, now: datetime) -> int:
    """Adds the note. Raises InputRefused or BadParameter for what cannot be read."""
    values = fields_of(told, now)
    captured = stored(values, now)
    with open_workspace(Settings(ledger=ledger, packs=packs), create=True) as workspace:
        summary = update_ledger([captured], pack=workspace.pack, ledger=workspace.ledger, engine=workspace.engine)
        view = derive(workspace.ledger, workspace.pack, handling=Handling.RED)
    if summary.refusals:
        return name_refusals(summary.refusals)
    _tell(view, captured.id, new=summary.n_new > 0, as_json=as_json)
    return DONE


def fields_of(told: Told, now: datetime) -> dict[str, str]:
    """What was typed as the fields of an observation. Raises BadParameter."""
    text = sys.stdin.read() if told.text == "-" else told.text
    values = {
        "author": told.by, "written": told.at or now.isoformat(timespec="minutes"), "known": told.known, "told by": told.told_by,
        "handling": told.handling.value, "text": text,
    }  # fmt: skip
    for each in told.fields:
        name, parted, value = each.partition("=")
        field = columns().headings.get(folded(name))
        if not parted or field is None or field in OURS:
            fitting = ", ".join(name for name in columns().names if name not in OURS)
            raise typer.BadParameter(f"{each!r} is no NAME=VALUE of a field (one of: {fitting})", param_hint="--field")
        values[field] = value
    return {name: value for name, value in values.items() if value.strip()}


def stored(values: dict[str, str], now: datetime | None, kind: str = "note") -> Capture:
    """The observation as bytes with their hash."""
    content = write_out(values).encode("utf-8")
    identity = CaptureId(sha256(content).hexdigest())
    return Capture(id=identity, address=f"{kind}:{identity[:12]}", media_type=MEDIA_TYPE, content=content, captured_at=now)


def _tell(view: LedgerView, capture: str, *, new: bool, as_json: bool) -> None:
    document = next(each for each in view.documents.values() if each.capture_id == capture or _wrote(view, each, capture))
    reports = [key for key, each in view.reports.items() if each.document_id == document.id]
    incidents = [each.id for each in view.incidents.values() if document.id in each.documents]
    if as_json:
        write_json({
            "document": document.id, "capture_sha256": capture, "handling": document.handling.value, "new": new, "reports": reports,
            "incidents": incidents, "digest": view.digest,
        })  # fmt: skip
        return
    say(f"{'noted' if new else 'known before'}: document {document.id}, {document.handling}")
    say(f"reports {' '.join(reports)} in incidents {' '.join(incidents)}" if reports else "no act was read from it")
    if not reports:
        warn("to name the act yourself: --field type=ground_crossing --field date=2024-06-20 (and place, line, actor ...)")


def _wrote(view: LedgerView, document: Document, capture: str) -> bool:
    return any(each.capture_id == capture for each in view.fetches.get(document.id, ()))
