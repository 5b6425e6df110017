"""The incidents on a time axis as SVG without script: a mark for a day, a bar where the date is imprecise, the undated apart."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from markupsafe import Markup

from truceline.views.values import MONTHS, days

# A stretch longer than this is told in words: as a bar it would bury the days beside it.
WIDEST_DAYS = 92
# Incidents further apart than this stand on axes of their own, so that a busy month is not squeezed into a hair.
GAP_DAYS = 45
# An axis with more rows would not fit on one printed page.
MOST_ROWS = 30


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One incident as the timeline needs it: its number and anchor on the page, what it was, and all dates told.

    ``dates`` are codebook dates, most reported first; ``firm`` is false where it is only alleged, disputed or denied.
    """

    number: int
    href: str
    label: str
    when: str
    dates: tuple[str, ...]
    firm: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """Sizes in SVG units for one width of page."""

    width: int
    name_width: int
    row_height: int
    stacked: bool
    letters: int
    max_ticks: int


WIDE = Layout(width=760, name_width=372, row_height=24, stacked=False, letters=50, max_ticks=6)
NARROW = Layout(width=340, name_width=0, row_height=40, stacked=True, letters=44, max_ticks=4)


@dataclass(frozen=True, slots=True, kw_only=True)
class Timeline:
    """Both drawings of a timeline, axis by axis, and the rows that have no place on them."""

    wide: tuple[Markup, ...]
    narrow: tuple[Markup, ...]
    undated: tuple[Row, ...]
    long: tuple[Row, ...]


def timeline(rows: Sequence[Row]) -> Timeline:
    """Draws rows in order of their numbers, which run from the latest day back.

    Rows without a date, and those known to more than three months only, are handed back to be told in words.
    """
    dated = [(row, span) for row in rows if (span := _first(row))]
    short = [(row, span) for row, span in dated if (span[1] - span[0]).days <= WIDEST_DAYS]
    panels = _panels(sorted(short, key=lambda each: each[0].number))
    return Timeline(
        wide=tuple(_draw(each, WIDE) for each in panels),
        narrow=tuple(_draw(each, NARROW) for each in panels),
        undated=tuple(row for row in rows if not _first(row)),
        long=tuple(row for row, span in dated if (span[1] - span[0]).days > WIDEST_DAYS),
    )


Panel = list[tuple[Row, tuple[date, date]]]


def _first(row: Row) -> tuple[date, date] | None:
    return next((span for each in row.dates if (span := days(each))), None)


def _panels(dated: Panel) -> list[Panel]:
    panels: list[Panel] = []
    for row, span in dated:
        if panels and len(panels[-1]) < MOST_ROWS and (panels[-1][-1][1][0] - span[1]).days <= GAP_DAYS:
            panels[-1].append((row, span))
        else:
            panels.append([(row, span)])
    return panels


def _draw(panel: Panel, layout: Layout) -> Markup:
    """One axis with its rows; a drawing each, so that print may break a page between them."""
    start = min(span[0] for _, span in panel)
    end = max(span[1] for _, span in panel) + timedelta(days=1)
    spare = max(0, 10 - (end - start).days)
    start, end = start - timedelta(days=1 + spare // 2), end + timedelta(days=1 + spare // 2)
    left, right = layout.name_width + 8, layout.width - 12
    scale = (right - left) / (end - start).days
    lead = 34 if layout.stacked else 26
    height = lead + 6 + layout.row_height * len(panel)
    parts = [Markup('<text class="tl-head" x="2" y="14">{}</text>').format(_heading(start, end))]
    for day in _ticks(start, end, layout.max_ticks):
        x = round(left + (day - start).days * scale, 1)
        parts.append(
            Markup('<line class="tl-grid" x1="{0}" x2="{0}" y1="{1}" y2="{2}"/>').format(x, 30 if layout.stacked else 18, height - 4)
        )
        if x + 40 <= layout.width:
            parts.append(Markup('<text class="tl-tick" x="{}" y="{}">{}</text>').format(x + 2, 26 if layout.stacked else 14, _tick(day)))
    for at, (row, span) in enumerate(panel):
        parts.append(_row(row, _short(span), layout, lead + at * layout.row_height, start, left, scale))
    head = Markup('<svg class="timeline" viewBox="0 0 {} {}" role="group" aria-label="Timeline of incidents, {}">')
    return head.format(layout.width, height, _heading(start, end)) + Markup("").join(parts) + Markup("</svg>")


def _row(row: Row, day: str, layout: Layout, top: int, start: date, left: float, scale: float) -> Markup:
    name = row.label if len(row.label) <= layout.letters else row.label[: layout.letters - 1].rstrip() + "…"
    middle = top + (28 if layout.stacked else 8)
    marks = [
        _mark(span, middle, start, left, scale, first=at == 0 and row.firm) for at, each in enumerate(row.dates) if (span := days(each))
    ]
    fits = [each for each in marks if each is not None]
    return Markup(
        '<a href="{}"><title>{}, {}</title><text class="tl-name" x="2" y="{}"><tspan class="tl-no">{}</tspan> '
        '<tspan class="tl-day">{}</tspan> {}</text>{}</a>'
    ).format(row.href, row.label, row.when, top + 12, row.number, day, name, Markup("").join(fits))


def _mark(span: tuple[date, date], middle: float, start: date, left: float, scale: float, *, first: bool) -> Markup | None:
    """A dot on a day, a bar over a stretch; filled for the most reported date where it is asserted, else hollow."""
    if (span[1] - span[0]).days > WIDEST_DAYS or span[0] < start:
        return None
    x = left + (span[0] - start).days * scale
    kind = "tl-firm" if first else "tl-open"
    if span[0] == span[1]:
        return Markup('<circle class="{}" cx="{}" cy="{}" r="5"/>').format(kind, round(x + scale / 2, 1), middle)
    width = round(((span[1] - span[0]).days + 1) * scale, 1)
    return Markup('<rect class="{} tl-bar" x="{}" y="{}" width="{}" height="8" rx="4"/>').format(kind, round(x, 1), middle - 4, width)


def _ticks(start: date, end: date, most: int) -> list[date]:
    length = (end - start).days
    if length > 62:
        firsts = [each for each in (start + timedelta(days=n) for n in range(length)) if each.day == 1]
        return firsts[:: max(1, -(-len(firsts) // most))]
    step = next(each for each in (1, 2, 5, 7, 14, 28) if length / each <= most or each == 28)
    return [start + timedelta(days=n) for n in range(1, length, step)]


def _tick(day: date) -> str:
    return f"{day.day} {MONTHS[day.month - 1][:3]}"


def _short(span: tuple[date, date]) -> str:
    first, last = span
    if first == last:
        return _tick(first)
    if first.day == 1 and (last + timedelta(days=1)).day == 1 and first.month == last.month:
        return MONTHS[first.month - 1][:3]
    return f"{first.day}–{_tick(last)}" if first.month == last.month else f"{_tick(first)}–{_tick(last)}"


def _heading(start: date, end: date) -> str:
    first, last = f"{MONTHS[start.month - 1]} {start.year}", f"{MONTHS[end.month - 1]} {end.year}"
    return first if first == last else f"{first} to {last}"
