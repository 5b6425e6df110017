"""``truceline draft``: a note on an incident as a draft, in Markdown or Word; it is written, and never sent."""

from dataclasses import dataclass
from pathlib import Path

import typer

from truceline.cli.case import asked_day
from truceline.cli.look import look
from truceline.cli.options import Sight
from truceline.cli.speak import DONE, warn, write
from truceline.errors import ConfigError
from truceline.views.dossier import find
from truceline.views.draft_files import docx, markdown
from truceline.views.draft_records import NoteKind
from truceline.views.drafts import draft

FORMS = ("md", "docx")


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What to draft: kind and form as typed, under which instrument, about whose conduct, into which file."""

    kind: str
    form: str | None = None
    instrument: str | None = None
    about: str | None = None
    output: Path | None = None

    @property
    def suffix(self) -> str:
        """``md`` or ``docx``: as asked for, else as the file is called."""
        return self.form or (self.output.suffix.lstrip(".").lower() if self.output and self.output.suffix else "md")


def run(incident: str, wanted: Wanted, *, sight: Sight) -> int:
    """Drafts the note; how many blanks it has and whether it is watermarked is told on standard error."""
    if wanted.kind not in list(NoteKind):
        raise typer.BadParameter(f"{wanted.kind!r} is none of {', '.join(NoteKind)}", param_hint="NOTE")
    if wanted.suffix not in FORMS:
        raise typer.BadParameter(f"{wanted.suffix!r} is none of {', '.join(FORMS)}", param_hint="--format")
    if wanted.suffix == "docx" and wanted.output is None:
        raise typer.BadParameter("a Word file is written to a file: name it", param_hint="-o")
    view, pack = look(sight)
    note = draft(
        view, find(view, incident), NoteKind(wanted.kind), pack, instrument=wanted.instrument, about=wanted.about,
        on=asked_day(None, sight),
    )  # fmt: skip
    if wanted.suffix == "docx" and wanted.output is not None:
        _save(docx(note), wanted.output)
    else:
        write(markdown(note), wanted.output)
    warn(f"{len(note.blanks)} blanks to fill in; {note.watermark or 'all its values were reviewed'}")
    return DONE


def _save(content: bytes, to: Path) -> None:
    try:
        to.write_bytes(content)
    except OSError as error:
        raise ConfigError(f"{to} cannot be written: {error.strerror} (name another file with -o)") from error
