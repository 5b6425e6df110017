"""Attached files as a dossier tells them: what each holds, what it claims of itself, and which act is to be seen when."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from truceline.model.incident import Incident
from truceline.model.ledger_view import LedgerView
from truceline.model.media import Custody, MediaFile, MediaKind

CLAIMS = "the file says so of itself; anyone could have written it"


def attached_rows(view: LedgerView, incident: Incident) -> list[dict[str, Any]]:
    """One row a file, in the order in which they were attached first; with who attached it to what, and the time codes."""
    files: dict[str, list[Custody]] = {}
    for each in view.attachments_of(incident):
        if each.media in view.media:
            files.setdefault(each.media, []).append(each)
    return [file_row(view.media[steps[0].media]) | {"attachments": [step_row(each) for each in steps]} for steps in files.values()]


def file_row(file: MediaFile) -> dict[str, Any]:
    """A file by its bytes; ``claims`` are what it says of itself, and stand apart."""
    return {
        "file": file.id,
        "kind": file.kind.value,
        "media_type": file.media_type,
        "size": file.size,
        "duration_ms": file.duration,
        "facts": [list(each) for each in file.facts],
        "claims": [list(each) for each in file.claims],
        "claims_are": CLAIMS,
        "notes": list(file.notes),
        "read_by": file.read_by,
    }


def step_row(step: Custody) -> dict[str, Any]:
    """An attachment: to which reports, which act, when in the file, by whom."""
    return {
        "attachment": step.id,
        "act": step.act,
        "reports": list(step.reports),
        "at": [each.words for each in step.stretches],
        "at_ms": [[each.start, each.end] for each in step.stretches],
        "by": step.by,
        "on": step.at.isoformat(),
        "name": step.name,
        "reason": step.reason,
        "handling": step.handling.value,
    }


def attached_lines(rows: Sequence[Mapping[str, Any]]) -> list[str]:
    """The same for the terminal."""
    lines: list[str] = []
    for each in rows:
        lines.append(f"  {heading(each)}; sha256 {each['file']}")
        lines += [f"    {name}: {value}" for name, value in each["facts"] if name not in ("duration", "archive")]
        plain = asked_for(each)
        lines += [f"    {name}: {value} ({CLAIMS})" for name, value in plain]
        more = len(each["claims"]) - len(plain)
        lines += [f"    {more} more claims of the file itself: truceline show --json"] if more else []
        lines += [f"    {note}" for note in each["notes"]]
        for step in each["attachments"]:
            what = ", ".join([step["act"] or "no act named", *step["at"]])
            lines.append(f"    {what}; attached by {step['by']} on {step['on'][:10]}, {step['handling']} ({step['attachment']})")
            lines += [f"      {step['reason']}"] if step["reason"] else []
    return ["FILES ATTACHED", *lines] if lines else []


def heading(row: Mapping[str, Any]) -> str:
    """A file in a few words: video, 2:00, video/mp4, 4,859 bytes."""
    kind = "web archive" if row["kind"] == MediaKind.ARCHIVE else row["kind"]
    length = [value for name, value in row["facts"] if name == "duration"]
    return ", ".join([kind, *length, row["media_type"], f"{row['size']:,} bytes"])


def asked_for(row: Mapping[str, Any]) -> list[tuple[str, str]]:
    """The claims of a file that people ask for: when it was made, and of a web archive which pages it has."""
    return times(row["claims"]) + [(name, value) for name, value in row["claims"] if name.startswith("page ")]


def times(claims: Iterable[Sequence[str]]) -> list[tuple[str, str]]:
    """What a file says of when it was made, once a moment: the one claim that people ask for, and the one most often wrong."""
    found: dict[str, str] = {}
    for name, value in claims:
        if "creation_time" in name or name in ("created", "date"):
            found.setdefault(value, name.split(" ")[-1].replace("_", " "))
    return [(name, value) for value, name in found.items()]
