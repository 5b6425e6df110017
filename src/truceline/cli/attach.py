"""``truceline attach``, ``detach``, ``custody``: files as evidence of incidents, append-only, each step with who and why."""

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import typer

from truceline.cli.decide import report_of, reports_of
from truceline.cli.speak import DONE, say, table, warn, write_json
from truceline.errors import InputRefused
from truceline.model.handling import Handling
from truceline.model.ids import ReportId
from truceline.model.ledger_view import LedgerView
from truceline.model.media import Custody, Hand, MediaFile, MediaKind, Stretch, time_code
from truceline.pipeline import derive, read_by
from truceline.readers.media import READ_WITHOUT, look_at, pieces
from truceline.views.attached import file_row, heading, step_row, times
from truceline.workspace import Settings, Workspace, open_workspace


@dataclass(frozen=True, slots=True)
class Shown:
    """Which act a file is attached to: its type, where one is named, and the reports that tell of it."""

    act: str | None
    reports: tuple[ReportId, ...]


def run(
    incident: str, file: Path, *, act: str | None, at: tuple[Stretch, ...], by: str, reason: str, handling: Handling,
    ledger: str, packs: tuple[Path, ...], as_json: bool,
) -> int:  # fmt: skip
    """Attaches a file. Raises InputRefused where incident, act, file or time code do not fit."""
    _named(by)
    with open_workspace(Settings(ledger=ledger, packs=packs)) as workspace:
        view = derive(workspace.ledger, workspace.pack, handling=Handling.RED)
        shown = shown_act(view, incident, act)
        known = look_at(file)
        check_stretches(known, at, file)
        step = Custody(
            hand=Hand.ATTACHED, media=known.id, by=by, at=datetime.now(UTC), subject=incident, reports=shown.reports, act=shown.act,
            stretches=tuple(sorted(at)), name=file.name, reason=reason, handling=handling,
        )  # fmt: skip
        workspace.ledger.attach(known, pieces(file), step)
    if as_json:
        write_json(file_row(known) | {"attachments": [step_row(step)]})
    else:
        say(f"attached: {step.id} to {incident}, {handling} (to take it back: truceline detach {step.id})")
        say(f"{heading(file_row(known))}; sha256 {known.id}")
        for name, value in times(known.claims):
            say(f"{name}, as the file says and anyone could have written: {value}")
    if handling is not Handling.CLEAR:
        warn(f"it is left out of what is shown and handed out below its mark (truceline show {incident} --handling {handling.value[4:]})")
    if READ_WITHOUT in known.notes:
        warn(READ_WITHOUT)
    if known.kind is MediaKind.ARCHIVE:
        warn(f"to read its pages as documents: truceline ingest {file}")
    return DONE


def shown_act(view: LedgerView, incident: str, act: str | None) -> Shown:
    """The act a person names, which must be told of in this incident. Raises InputRefused."""
    reports = reports_of(view, incident)
    if act is None:
        return Shown(None, reports)
    kinds = {each: view.reports[each].claim.kind.value for each in reports}
    if act in kinds.values():
        return Shown(act, tuple(each for each in reports if kinds[each] == act))
    told = f"one of its acts ({', '.join(sorted(set(kinds.values())))}) or of its reports"
    if not act.startswith("r"):
        raise InputRefused(act, f"no act that {incident} tells of", f"name {told}")
    one = report_of(view, act)
    if one.id not in kinds:
        raise InputRefused(act, f"a report, but none of {incident}", f"name {told}")
    return Shown(kinds[one.id], (one.id,))


def check_stretches(known: MediaFile, at: tuple[Stretch, ...], file: Path) -> None:
    """A time code needs something that lasts, and must lie in it. Raises InputRefused."""
    if at and known.kind not in (MediaKind.VIDEO, MediaKind.AUDIO):
        raise InputRefused(str(file), f"{heading(file_row(known))} has no time codes", "leave out --at")
    late = [each for each in at if known.duration is not None and each.end > known.duration]
    if late:
        length = time_code(known.duration or 0)
        raise InputRefused(str(file), f"it lasts {length}, and {late[0].words} lies beyond its end", "mend --at")


def take_back(attachment: str, *, by: str, reason: str, ledger: str, packs: tuple[Path, ...], as_json: bool) -> int:
    """Takes an attachment back. Raises InputRefused where there is none such, or it was taken back already."""
    _named(by)
    if not reason.strip():
        raise typer.BadParameter("to detach needs a reason that can be read later", param_hint="--reason")
    with open_workspace(Settings(ledger=ledger, packs=packs)) as workspace:
        steps = _steps(workspace)
        found = [each for each in steps if each.hand is Hand.ATTACHED and each.id.startswith(attachment)]
        if len(found) != 1:
            why = "no attachment has this id" if not found else f"{len(found)} attachments have ids that begin so"
            raise InputRefused(attachment, why, "list them with: truceline custody")
        if found[0].id in {each.undoes for each in steps}:
            raise InputRefused(found[0].id, "was taken back already", "to have it again, attach the file again")
        made = Custody(
            hand=Hand.TAKEN_BACK, media=found[0].media, by=by, at=datetime.now(UTC), subject=found[0].id, reports=found[0].reports,
            reason=reason, undoes=found[0].id, handling=found[0].handling,
        )  # fmt: skip
        workspace.ledger.hand(made)
    if as_json:
        write_json({"taken_back": found[0].id, "by": by, "step": made.id})
    else:
        say(f"taken back: {found[0].id}; the file stays on record (truceline redact {found[0].media[:12]} removes it)")
    return DONE


def listing(*, ledger: str, packs: tuple[Path, ...], as_json: bool) -> int:
    """Lists every step in the life of every file."""
    with open_workspace(Settings(ledger=ledger, packs=packs)) as workspace:
        steps = _steps(workspace)
    if as_json:
        write_json([
            step_row(each) | {"hand": each.hand.value, "file": each.media, "subject": each.subject, "undoes": each.undoes} for each in steps
        ])  # fmt: skip
    else:
        rows = [
            (str(each.at)[:16], each.hand.value.replace("_", " "), each.by, each.media[:12], each.subject[:18], each.act or "",
             " ".join(one.words for one in each.stretches), each.id, each.reason)
            for each in steps
        ]  # fmt: skip
        say(table(rows, ("AT (UTC)", "WHAT", "BY", "FILE", "TO", "ACT", "WHEN IN IT", "STEP", "WHY")) if rows else "no file is attached")
    return DONE


def _steps(workspace: Workspace) -> tuple[Custody, ...]:
    return workspace.ledger.contents(read_by(workspace.pack)).custody


def _named(by: str) -> None:
    if not by.strip():
        raise typer.BadParameter("evidence needs the name of who hands it", param_hint="--by")
