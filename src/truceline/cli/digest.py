"""``truceline digest``: one hash over all that the ledger says."""

from truceline.cli.look import look
from truceline.cli.options import Sight
from truceline.cli.speak import DONE, say, write_json


def run(*, sight: Sight, as_json: bool) -> int:
    """Prints the digest; with JSON also what it covers."""
    view, _ = look(sight)
    if as_json:
        write_json({
            "digest": view.digest, "as_of": view.as_of.isoformat() if view.as_of else None, "documents": len(view.documents),
            "reports": len(view.reports), "incidents": len(view.incidents), "pack": view.pack_version,
            "handling": view.handling.value, "withheld": view.withheld, "rulebooks": list(view.rulebooks),
        })  # fmt: skip
    else:
        say(view.digest)
    return DONE
