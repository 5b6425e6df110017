"""Options that narrow a command to some incidents: checked against what the pack knows, and carried out on a view."""

from difflib import get_close_matches

import typer

from truceline.cli.look import look
from truceline.cli.options import Sight
from truceline.model.ledger_view import LedgerView
from truceline.packs.ontology import Ontology
from truceline.packs.pack import Pack
from truceline.views.chosen import Wanted, chosen, in_words


def look_for(wanted: Wanted, sight: Sight) -> tuple[LedgerView, Pack, str]:
    """The view of the incidents wanted, the pack, and what was left out, in words. Raises BadParameter as ``check``."""
    view, pack = look(sight)
    check(wanted, pack.ontology)
    if wanted == Wanted():
        return view, pack, ""
    part = chosen(view, wanted)
    return part, pack, in_words(wanted, part, view)


def check(wanted: Wanted, ontology: Ontology) -> None:
    """A type or line that does not exist would show nothing, and look like peace: BadParameter names what is near."""
    for word, known, option in ((wanted.kind, ontology.kinds, "--type"), (wanted.line, ontology.lines, "--line")):
        if word is not None and word not in known:
            near = get_close_matches(word, known, n=3, cutoff=0.5) or sorted(known)
            raise typer.BadParameter(f"there is no {word!r} (did you mean: {', '.join(near)}?)", param_hint=option)
