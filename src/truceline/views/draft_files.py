"""A draft of a note as a file: Markdown, and Word (docx; extra ``docx``), with the watermark on every page where there is one."""

import io
import re
import zipfile
from typing import Any

from truceline.errors import ConfigError
from truceline.views.draft_records import BLANK, Line, Note

GREY, RED = (0x80, 0x80, 0x80), (0xB0, 0x20, 0x20)
STILL = (1980, 1, 1, 0, 0, 0)
"""The time that each entry of a docx bears: the same draft gives the same bytes."""
MARKUP = re.compile(r"([\\`*_{}<>#|\[\]])")


def markdown(note: Note) -> str:
    """The note as Markdown; words of documents cannot mark anything up."""
    lines = [f"**{note.watermark}**", ""] if note.watermark else []
    lines += [f"# {_plain(note.title)}", "", f"*{_plain(note.status)}*", ""]
    lines += [f"- {name}: {_shown(value)}" for name, value in note.head]
    for part in note.parts:
        lines += ["", f"## {_plain(part.heading)}", ""]
        lines += [f"{_shown(_cited(each))}  " for each in part.lines]
    lines += ["", "## Sources", ""]
    lines += [f"\\[{each.number}\\] “{_plain(_one_line(each.words))}” {_plain(each.where)}  " for each in note.sources]
    lines += ["", f"{len(note.blanks)} blank(s) are left to fill in."]
    lines += ["", f"**{note.watermark}**"] if note.watermark else []
    return "\n".join(lines) + "\n"


def docx(note: Note) -> bytes:
    """The note as a Word file without names or times of whoever made it. Raises ConfigError where python-docx is not installed."""
    try:
        import docx as word  # an extra
        from docx.shared import Pt, RGBColor
    except ModuleNotFoundError as error:
        raise ConfigError("a Word file needs python-docx (pip install 'truceline[docx]', or ask for --format md)") from error
    document = word.Document()
    _strip(document.core_properties, note)
    for section in document.sections:
        for paragraph in (section.header.paragraphs[0], section.footer.paragraphs[0]) if note.watermark else ():
            run = paragraph.add_run(note.watermark)
            run.bold, run.font.size, run.font.color.rgb = True, Pt(14), RGBColor(*RED)
    document.add_heading(_safe(note.title), level=1)
    document.add_paragraph().add_run(_safe(note.status)).italic = True
    for name, value in note.head:
        paragraph = document.add_paragraph()
        paragraph.add_run(f"{name}: ").bold = True
        _with_blanks(paragraph, value)
    for part in note.parts:
        document.add_heading(_safe(part.heading), level=2)
        for each in part.lines:
            _sentence(document.add_paragraph(), each, RGBColor(*GREY))
    document.add_heading("Sources", level=2)
    for source in note.sources:
        paragraph = document.add_paragraph(f"[{source.number}] “{_safe(_one_line(source.words))}” ")
        paragraph.add_run(_safe(source.where)).font.color.rgb = RGBColor(*GREY)
    document.add_paragraph(f"{len(note.blanks)} blank(s) are left to fill in.")
    packed = io.BytesIO()
    document.save(packed)
    return _still(packed.getvalue())


def _sentence(paragraph: Any, line: Line, grey: Any) -> None:
    _with_blanks(paragraph, line.text + ("*" if line.unreviewed else ""))
    rest = _cited(line)[len(line.text) + line.unreviewed :]
    paragraph.add_run(_safe(rest)).font.color.rgb = grey


def _with_blanks(paragraph: Any, text: str) -> None:
    """Text in which each gap is marked in yellow."""
    from docx.enum.text import WD_COLOR_INDEX  # an extra

    at = 0
    for found in BLANK.finditer(text):
        paragraph.add_run(_safe(text[at : found.start()]))
        paragraph.add_run(_safe(found.group())).font.highlight_color = WD_COLOR_INDEX.YELLOW
        at = found.end()
    paragraph.add_run(_safe(text[at:]))


def _cited(line: Line) -> str:
    """A sentence with its citations; a star behind it where nobody has looked at what it rests on."""
    return line.text + ("*" if line.unreviewed else "") + line.cited[len(line.text) :]


def _strip(properties: Any, note: Note) -> None:
    """No name of an author, no program, no time of making."""
    from datetime import datetime

    properties.author, properties.last_modified_by, properties.comments, properties.title = "", "", "", _safe(note.title)
    properties.created = properties.modified = datetime(1980, 1, 1)


def _still(packed: bytes) -> bytes:
    """The same archive with one time for all entries."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(packed)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for entry in sorted(old.infolist(), key=lambda each: (each.filename != "[Content_Types].xml", each.filename)):
            new.writestr(zipfile.ZipInfo(entry.filename, STILL), old.read(entry), zipfile.ZIP_DEFLATED)
    return out.getvalue()


def _shown(text: str) -> str:
    """Text with its gaps left readable and all else taken as words."""
    at, parts = 0, []
    for found in BLANK.finditer(text):
        parts += [_plain(text[at : found.start()]), f"**{_plain(found.group())}**"]
        at = found.end()
    return "".join([*parts, _plain(text[at:])])


def _plain(text: str) -> str:
    return MARKUP.sub(r"\\\1", _safe(text))


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _safe(text: str) -> str:
    """Text without characters that XML or a terminal cannot bear."""
    return "".join(each if each == "\n" or each.isprintable() else " " for each in text)
