#!/usr/bin/env python3
"""Draws how a ledger grows from what ``benchmarks/ledger.py`` measured: ``docs/ledger.svg``, and the table in ``docs/ledger.md``.

    plot_ledger.py

Of several measurements of one size on one database the last counts. Both axes of the first chart are logarithmic: what grows in proportion
to the reports lies along the dashed line.
"""

import json
from math import log10
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
RESULTS = ROOT / "benchmarks" / "results" / "ledger.jsonl"
PLOT, PAGE = ROOT / "docs" / "ledger.svg", ROOT / "docs" / "ledger.md"
BEGIN, END = "<!-- measured: begin -->", "<!-- measured: end -->"
SIZE, GAP = 300, 60
COLORS = {"sqlite": "#25a", "postgresql": "#b55"}
HEAD = (
    "| database | reports | recorded/s | merge, s (own) | one more, p95 ms (own) | page of 50, p95 ms (own) | dossier, p95 ms (own) "
    "| bytes/report | memory, MB | load |\n|---|---|---|---|---|---|---|---|---|---|"
)
Row = dict[str, Any]


def main() -> None:
    """Draws both."""
    rows = measured()
    first = _panel(GAP, "reports (log)", "seconds of the process's own to merge all (log)", [
        (COLORS[name], [(log10(each["reports"]), log10(max(each["merge_cpu_s"], 0.01))) for each in some]) for name, some in rows.items()
    ], (3, 6), (0, 4))  # fmt: skip
    slope = [(3.0, 0.3), (6.0, 3.3)]
    dashed = _line("#999", [_at(GAP, *each, (3, 6), (0, 4)) for each in slope], dashed=True)
    second = _panel(2 * GAP + SIZE, "reports (log)", "one more document merged, p95, ms of the process's own", [
        (COLORS[name], [(log10(each["reports"]), each["one_more_merge_ms"][3]) for each in some]) for name, some in rows.items()
    ], (3, 6), (0, 200))  # fmt: skip
    legend = [
        f'<text x="{GAP + 8}" y="{GAP + 16 + 14 * at}" fill="{COLORS[name]}">{name}</text>' for at, name in enumerate(rows)
    ]  # fmt: skip
    box = f"0 0 {2 * SIZE + 3 * GAP} {SIZE + 2 * GAP}"
    head = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{box}" font-family="sans-serif" font-size="11">'
    parts = [head, '<rect width="100%" height="100%" fill="white"/>', *first, dashed, *second, *legend, "</svg>"]
    PLOT.write_text("\n".join(parts) + "\n", encoding="utf-8")
    page = PAGE.read_text(encoding="utf-8")
    before, after = page.split(BEGIN)[0], page.split(END)[1]
    lines = [_told(each) for some in rows.values() for each in some]
    PAGE.write_text(f"{before}{BEGIN}\n{HEAD}\n" + "\n".join(lines) + f"\n{END}{after}", encoding="utf-8")


def measured() -> dict[str, list[Row]]:
    """By database, the last measurement of each size, smallest first."""
    last: dict[tuple[str, int], Row] = {}
    for line in RESULTS.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        last[row["database"].split()[0], row["reports"]] = row
    return {name: [last[each] for each in sorted(last) if each[0] == name] for name in COLORS if any(key[0] == name for key in last)}


def _told(row: Row) -> str:
    def both(name: str) -> str:
        return f"{row[name][1]:.0f} ({row[name][3]:.0f})"

    return (
        f"| {row['database']} | {row['reports']:,} | {row['recorded_per_s']:,} | {row['merge_s']:,.0f} ({row['merge_cpu_s']:,.0f}) "
        f"| {both('one_more_merge_ms')} | {both('page_ms')} | {both('dossier_ms')} | {row['bytes_per_report']:,} | {row['memory_mb']:,} "
        f"| {min(row['load']):.0f}-{max(row['load']):.0f} |"
    )


def _panel(
    x: int, across: str, up: str, curves: list[tuple[str, list[tuple[float, float]]]], wide: tuple[int, int], high: tuple[int, int]
) -> list[str]:  # fmt: skip
    parts = [f'<rect x="{x}" y="{GAP}" width="{SIZE}" height="{SIZE}" fill="none" stroke="#333"/>']
    parts.append(f'<text x="{x + SIZE / 2:.0f}" y="{GAP + SIZE + 32}" text-anchor="middle">{across}</text>')
    parts.append(f'<text x="{x}" y="{GAP - 10}">{up}</text>')
    for n in range(wide[0], wide[1] + 1):
        at = x + (n - wide[0]) * SIZE / (wide[1] - wide[0])
        parts.append(f'<text x="{at:.0f}" y="{GAP + SIZE + 14}" text-anchor="middle">{10**n:,}</text>')
    for n in range(5):
        value = high[0] + n * (high[1] - high[0]) / 4
        told = f"{10 ** int(value):,}" if high[1] < 10 else f"{value:.0f}"
        parts.append(f'<text x="{x - 4}" y="{GAP + SIZE - n * SIZE / 4 + 4:.0f}" text-anchor="end">{told}</text>')
    for color, points in curves:
        places = [_at(x, *each, wide, high) for each in points]
        parts.append(_line(color, places))
        parts += [f'<circle cx="{left:.1f}" cy="{top:.1f}" r="3" fill="{color}"/>' for left, top in places]
    return parts


def _at(x: int, across: float, up: float, wide: tuple[int, int], high: tuple[int, int]) -> tuple[float, float]:
    left = x + (across - wide[0]) * SIZE / (wide[1] - wide[0])
    return left, GAP + SIZE - (up - high[0]) * SIZE / (high[1] - high[0])


def _line(color: str, points: list[tuple[float, float]], *, dashed: bool = False) -> str:
    told = " ".join(f"{left:.1f},{top:.1f}" for left, top in points)
    return f'<polyline points="{told}" fill="none" stroke="{color}"' + (' stroke-dasharray="4 3"' if dashed else "") + "/>"


if __name__ == "__main__":
    main()
