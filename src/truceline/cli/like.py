"""``truceline like``: precedents of an incident."""

from truceline.cli.look import look_at_its_kind
from truceline.cli.options import Sight
from truceline.cli.speak import DONE, say, warn, write_json
from truceline.incidents.precedents import Precedent, precedents
from truceline.views.dossier import find


def run(incident: str, *, sight: Sight, as_json: bool, most: int) -> int:
    """Lists them, those that share most first; so many at most."""
    view = look_at_its_kind(incident, sight)
    every = precedents(find(view, incident), view.incidents.values())
    found = every[:most]
    if as_json:
        write_json([
            {"id": each.incident.id, "date": each.incident.first("date"), "shares": list(each.shares), "differs": list(each.differs),
             "findings": sorted({one.verdict.value for one in view.findings.get(each.incident.id, ())})}
            for each in found
        ])  # fmt: skip
    else:
        say("\n".join(map(_told, found)) or "no incident of this type was before it")
    if len(every) > most:
        warn(f"{len(every) - most} more share less (--limit N lists more of them)")
    return DONE


def _told(each: Precedent) -> str:
    """A precedent in two lines."""
    differs = f" (differs: {', '.join(each.differs)})" if each.differs else ""
    day = each.incident.first("date") or "day not told"
    return f"{each.incident.id}  {day}\n  shares: {'; '.join(each.shares) or 'the type alone'}{differs}"
