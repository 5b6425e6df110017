"""``truceline locate``: a point against the lines and zones, with what the errors of both allow."""

from pathlib import Path

from truceline.cli.speak import DONE, say, table, warn, write_json
from truceline.findings.geometry import Placing, between, place
from truceline.model.boundary import Boundary
from truceline.packs.lines import load_boundaries
from truceline.packs.pack import load_pack

INSIDE = {"yes": "inside", "no": "outside", "unknown": "inside or outside: not known within the errors"}


def run(latitude: float, longitude: float, *, radius: float, lines: tuple[Path, ...], packs: tuple[Path, ...], as_json: bool) -> int:
    """Places a point. ``lines`` are GeoJSON files of the user's own, in place of the built-in drawings of the same lines."""
    placings = place(longitude, latitude, radius, boundaries(packs, lines))
    rows = [told(each) for each in placings]
    if as_json:
        write_json(rows)
        return DONE
    say(table([tuple(map(str, list(each.values())[:5])) for each in rows], ("BOUNDARY", "DISTANCE", "SIDE", "SECTOR", "ERROR")))
    say("No distance here says that a line was crossed: official statements do; geometry only says whether that is plausible.")
    for each in {one.boundary.id: one.boundary for one in placings}.values():
        warn(f"{each.name}: {each.source}; {each.licence}; error {each.error_m} m, at most {each.error_max_m} m. {each.note}")
    return DONE


def boundaries(packs: tuple[Path, ...], lines: tuple[Path, ...]) -> tuple[Boundary, ...]:
    """The pack's boundaries with the user's own in place of those of the same line. Raises PackError."""
    pack = load_pack(packs)
    return load_boundaries(pack.boundaries_folder, pack.ontology, lines)


def told(placing: Placing) -> dict[str, object]:
    """One boundary as a row: the first five cells are shown, JSON has all."""
    boundary = placing.boundary
    side = INSIDE[placing.inside.value] if placing.inside else placing.side or "not known within the errors"
    return {
        "boundary": f"{boundary.name} ({boundary.line})", "distance": between(placing), "side": side, "sector": placing.sector or "",
        "error": f"{boundary.error_m} m", "kind": boundary.kind.value, "id": boundary.id, "line": boundary.line,
        "version": boundary.version,
        "whose": list(boundary.whose), "status": boundary.status, "low_m": round(placing.low), "high_m": round(placing.high),
        "inside": placing.inside.value if placing.inside else None, "error_max_m": boundary.error_max_m, "source": boundary.source,
        "licence": boundary.licence, "checked": boundary.checked, "own": boundary.own,
        "note": boundary.note,
    }  # fmt: skip
