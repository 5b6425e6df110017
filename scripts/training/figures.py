"""What the folds say of a judge: F1, Brier score, false reports, reliability and risk against coverage, as tables and as one SVG."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from training.rows import Row


@dataclass(frozen=True)
class Measured:
    """The rows that figures are of: scored proposals of the coded documents, with how many reports coders have."""

    rows: Sequence[Row]
    right: Any
    measured: Any
    gold: Mapping[str, list[dict[str, Any]]]
    sets: Mapping[str, str]

    @property
    def names(self) -> list[str]:
        """The sets, in the order in which they were read."""
        return list(dict.fromkeys(self.sets.values()))

    def of(self, name: str | None) -> tuple[Any, int]:
        """Which rows are of a set (``news``: of no data base and no agency; None: all), and how many gold reports it has."""
        if name == "news":
            mine = np.array([is_news(row.document) for row in self.rows])
            return mine & self.measured, sum(len(reports) for document, reports in self.gold.items() if is_news(document))
        mine = np.array([name is None or row.corpus == name for row in self.rows])
        return mine & self.measured, sum(len(reports) for document, reports in self.gold.items() if name in (None, self.sets[document]))


def is_news(document: str) -> bool:
    """Whether a document is a whole article or an official release."""
    return document.split("-")[0] not in ("csis", "kcna")


def f1(found: Measured, sure: Any, threshold: float, name: str | None = None) -> tuple[float, float, float]:
    """Precision, recall and F1 of what is kept from a threshold."""
    mine, total = found.of(name)
    kept = mine & (sure >= threshold)
    hits, guesses = int(found.right[kept].sum()), int(kept.sum())
    return hits / max(guesses, 1), hits / max(total, 1), 2 * hits / max(guesses + total, 1)


def line(found: Measured, label: str, sure: Any, threshold: float) -> str:
    """One row of the table of what each part adds."""
    mine, _ = found.of(None)
    empty = [document for document, reports in found.gold.items() if not reports]
    false = sum(1 for row, kept in zip(found.rows, mine & (sure >= threshold), strict=True) if kept and not found.gold[row.document])
    brier = float(((sure[mine] - found.right[mine]) ** 2).mean())
    cells = [f"{f1(found, sure, threshold, name)[2]:.3f}" for name in (*found.names, None, "news")]
    return f"| {label} | {threshold:.2f} | " + " | ".join(cells) + f" | {false / max(len(empty), 1):.2f} | {brier:.3f} |"


def head(found: Measured) -> str:
    """The head of the table of what each part adds."""
    titles = ["judge", "kept from", *(f"F1 `{name}`" for name in found.names), "F1 all", "F1 news articles"]
    titles += ["false reports in an empty document", "Brier"]
    return f"| {' | '.join(titles)} |\n|{'---|' * len(titles)}"


def reliability(found: Measured, sure: Any, bins: int = 10) -> list[tuple[float, float, int]]:
    """Mean confidence, share right and number, by tenths of confidence."""
    mine, _ = found.of(None)
    out = []
    for n in range(bins):
        some = mine & (sure >= n / bins) & (sure < (n + 1) / bins if n + 1 < bins else True)
        if some.any():
            out.append((float(sure[some].mean()), float(found.right[some].mean()), int(some.sum())))
    return out


def covered(found: Measured, sure: Any, name: str | None = None) -> list[tuple[float, float, float]]:
    """Threshold, share of the coded reports found that stand above it, and precision there: risk against coverage."""
    mine, _ = found.of(name)
    order = sorted(zip(sure[mine], found.right[mine], strict=True), key=lambda each: -each[0])
    total = sum(bool(right) for _, right in order)
    out, hits = [], 0
    for n, (threshold, right) in enumerate(order, start=1):
        hits += bool(right)
        out.append((float(threshold), hits / max(total, 1), hits / n))
    return out


def review_from(found: Measured, sure: Any, precision: float, least: int = 40) -> float:
    """The lowest threshold above which at least ``least`` reports stand and are right this often; else where they are most often."""
    curve = covered(found, sure)[least - 1 :]
    good = [threshold for threshold, _, right in curve if right >= precision]
    return min(good) if good else max(curve, key=lambda each: each[2])[0]


def plot(
    path: Path,
    before: list[tuple[float, float, int]],
    after: list[tuple[float, float, int]],
    risk: Mapping[str, list[tuple[float, float, float]]],
) -> None:
    """Two small charts: reliability, and precision against the share of reports shown unreviewed."""
    size, gap = 280, 60
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {2 * size + 3 * gap} {size + 2 * gap}" '
        'font-family="sans-serif" font-size="11">',
        '<rect width="100%" height="100%" fill="white"/>',
    ]
    parts += _frame(gap, gap, size, "confidence said", "share right", 0.0)
    parts.append(_path([(0, 0), (1, 1)], gap, gap, size, 0.0, "#999", dashed=True))
    parts.append(_path([(said, right) for said, right, _ in before], gap, gap, size, 0.0, "#b55"))
    parts.append(_path([(said, right) for said, right, _ in after], gap, gap, size, 0.0, "#25a"))
    x = 2 * gap + size
    parts += _frame(x, gap, size, "share of found reports shown unreviewed", "precision", 0.5)
    for color, (name, curve) in zip(("#25a", "#2a6", "#b70"), risk.items(), strict=False):
        parts.append(_path([(share, right) for _, share, right in curve[20::5]], x, gap, size, 0.5, color))
        parts.append(f'<text x="{x + size - 60}" y="{gap + 14 + 14 * list(risk).index(name)}" fill="{color}">{name}</text>')
    parts.append(
        f'<text x="{gap + 6}" y="{gap + 14}" fill="#b55">as trained</text><text x="{gap + 6}" y="{gap + 28}" fill="#25a">calibrated</text>'
    )
    path.write_text("\n".join([*parts, "</svg>"]) + "\n", encoding="utf-8")


def _frame(x: int, y: int, size: int, across: str, up: str, low: float) -> list[str]:
    ticks = [
        f'<text x="{x + n * size / 5:.0f}" y="{y + size + 14}" text-anchor="middle">{n / 5:.1f}</text>'
        f'<text x="{x - 4}" y="{y + size - n * size / 5 + 4:.0f}" text-anchor="end">{low + (1 - low) * n / 5:.1f}</text>'
        for n in range(6)
    ]
    return [
        f'<rect x="{x}" y="{y}" width="{size}" height="{size}" fill="none" stroke="#333"/>', *ticks,
        f'<text x="{x + size / 2:.0f}" y="{y + size + 32}" text-anchor="middle">{across}</text>',
        f'<text x="{x}" y="{y - 10}">{up}</text>',
    ]  # fmt: skip


def _path(points: list[tuple[float, float]], x: int, y: int, size: int, low: float, color: str, *, dashed: bool = False) -> str:
    placed = " ".join(f"{x + a * size:.1f},{y + size - max(0.0, (b - low) / (1 - low)) * size:.1f}" for a, b in points)
    return (
        f'<polyline points="{placed}" fill="none" stroke="{color}" stroke-width="1.5"'
        + (' stroke-dasharray="4 3"' if dashed else "")
        + "/>"
    )
