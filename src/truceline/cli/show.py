"""``truceline show``: the dossier of one incident."""

from datetime import date, datetime
from pathlib import Path

from truceline.cli.case import asked_day
from truceline.cli.look import look_at
from truceline.cli.speak import DONE, write, write_json
from truceline.model.handling import Handling
from truceline.views.dossier import dossier, render


def run(
    incident: str,
    *,
    ledger: str,
    packs: tuple[Path, ...],
    as_of: date | None,
    known_at: datetime | None = None,
    handling: Handling = Handling.CLEAR,
    as_json: bool,
) -> int:
    """Shows the incident with this id, alias, or beginning of one."""
    view, pack = look_at(incident, ledger, packs, as_of, known_at, handling)
    told = dossier(view, incident, ontology=pack.ontology, pack=pack, on=asked_day(None, as_of, known_at))
    if as_json:
        write_json(told)
    else:
        write(render(told))
    return DONE
