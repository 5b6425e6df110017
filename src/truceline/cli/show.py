"""``truceline show``: the dossier of one incident."""

from truceline.cli.case import asked_day
from truceline.cli.look import look_at
from truceline.cli.options import Sight
from truceline.cli.speak import DONE, write, write_json
from truceline.views.dossier import dossier, render


def run(
    incident: str,
    *,
    sight: Sight,
    as_json: bool,
) -> int:
    """Shows the incident with this id, alias, or beginning of one."""
    view, pack = look_at(incident, sight)
    told = dossier(view, incident, ontology=pack.ontology, pack=pack, on=asked_day(None, sight))
    if as_json:
        write_json(told)
    else:
        write(render(told))
    return DONE
