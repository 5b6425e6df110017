"""``truceline like``: precedents of an incident."""

from datetime import date, datetime
from pathlib import Path

from truceline.cli.look import look
from truceline.cli.speak import DONE, say, write_json
from truceline.incidents.precedents import precedents
from truceline.model.handling import Handling
from truceline.views.dossier import find


def run(
    incident: str, *, ledger: str, packs: tuple[Path, ...], as_of: date | None, known_at: datetime | None, handling: Handling, as_json: bool
) -> int:
    """Lists them, those that share most first."""
    view, _ = look(ledger, packs, as_of, known_at, handling)
    found = precedents(find(view, incident), view.incidents.values())
    if as_json:
        write_json([
            {"id": each.incident.id, "date": each.incident.first("date"), "shares": list(each.shares), "differs": list(each.differs),
             "findings": sorted({one.verdict.value for one in view.findings.get(each.incident.id, ())})}
            for each in found
        ])  # fmt: skip
        return DONE
    lines = []
    for each in found:
        lines.append(f"{each.incident.id}  {each.incident.first('date') or 'day not told'}")
        lines.append(
            f"  shares: {'; '.join(each.shares) or 'the type alone'}" + (f" (differs: {', '.join(each.differs)})" if each.differs else "")
        )
    say("\n".join(lines) or "no incident of this type was before it")
    return DONE
