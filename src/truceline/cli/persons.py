"""``truceline persons``: the names held that belong to no known body, and where; each may be a private person."""

from collections import defaultdict

from truceline.cli.look import look
from truceline.cli.options import Sight
from truceline.cli.speak import DONE, say, table, write_json
from truceline.model.ledger_view import LedgerView
from truceline.packs.pack import Pack

LIMIT = "names that stand in quotes and texts alone are not listed; truceline redact blanks a document, or a name in it with --name"


def run(*, sight: Sight, as_json: bool) -> int:
    """Lists them with the documents that give them."""
    view, pack = look(sight)
    found = held(view, pack)
    if as_json:
        write_json({"names": [{"name": name, "documents": documents} for name, documents in found.items()], "limit": LIMIT})
    else:
        rows = [(name, str(len(documents)), " ".join(each[:12] for each in documents[:4])) for name, documents in found.items()]
        say(table(rows, ("NAME", "IN", "DOCUMENTS")) if rows else "no names of speakers outside known bodies")
        say(LIMIT)
    return DONE


def held(view: LedgerView, pack: Pack) -> dict[str, list[str]]:
    """Speakers without a party or known body whose name is written with a capital, and who wrote an observation, with the documents."""
    known = frozenset(pack.lexicon.roles.outlets)
    found: dict[str, set[str]] = defaultdict(set)
    for report in view.reports.values():
        for each in report.attributions:
            speaker = each.speaker.value
            if speaker.party is None and speaker.code[:1].isupper() and speaker.code not in known:
                found[speaker.code].add(report.document_id)
    for document in view.documents.values():
        if document.observation is not None and (author := document.observation.span("author")) is not None:
            found[document.words(author)].add(document.id)
    return {name: sorted(found[name]) for name in sorted(found)}
