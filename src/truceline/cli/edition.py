"""``truceline edition``: snapshots cut, listed, and held against one another."""

import json
from datetime import UTC, datetime
from hashlib import sha256
from typing import Any

from truceline.cli.options import Sight
from truceline.cli.speak import DONE, say, table, write_json
from truceline.errors import InputRefused
from truceline.ledger.open import open_ledger
from truceline.model.handling import Handling, handling_of
from truceline.model.review import Edition
from truceline.pipeline import derive
from truceline.views.edition import body, changes
from truceline.workspace import Settings, open_workspace


def cut(name: str, *, by: str, sight: Sight, as_json: bool) -> int:
    """Keeps the ledger's view under a name. Raises LedgerError where the name is taken."""
    with open_workspace(Settings(ledger=sight.ledger, packs=sight.packs)) as workspace:
        view = derive(workspace.ledger, workspace.pack, sight.as_of, sight.known_at, handling=sight.handling, now=datetime.now(UTC))
        made = body(view)
        digest = sha256(made).hexdigest()
        workspace.ledger.cut(
            Edition(name=name, by=by, digest=view.digest, sha256=digest, body=made, as_of=sight.as_of.isoformat() if sight.as_of else None)
        )
    if as_json:
        write_json({"edition": name, "sha256": digest, "digest": view.digest, "incidents": len(view.incidents)})
    else:
        say(f"edition {name}: {len(view.incidents)} incidents, sha256 {digest}")
    return DONE


def listing(*, ledger: str, known_at: datetime | None = None, as_json: bool) -> int:
    """Lists the editions, or those that were cut by a moment."""
    found = [each for each in _editions(ledger) if known_at is None or (each.at is not None and each.at <= known_at)]
    if as_json:
        write_json([
            {"edition": each.name, "at": each.at.isoformat() if each.at else None, "by": each.by, "as_of": each.as_of,
             "sha256": each.sha256, "digest": each.digest,
             "handling": _mark(each), "incidents": len(json.loads(each.body)["incidents"])}
            for each in found
        ])  # fmt: skip
    else:
        rows = [(each.name, str(each.at)[:16], each.by, each.as_of or "", _mark(each), each.sha256[:16]) for each in found]
        say(table(rows, ("EDITION", "CUT AT (UTC)", "BY", "AS OF", "UP TO", "SHA256")) if rows else "no editions")
    return DONE


def diff(one: str, two: str, *, ledger: str, handling: Handling, as_json: bool) -> int:
    """Tells what changed from one to two. Raises InputRefused where there is no such edition, or it was cut for fewer eyes."""
    known = {each.name: each for each in _editions(ledger)}
    for name in (one, two):
        if name not in known:
            raise InputRefused(name, "there is no edition of this name", "list them with: truceline edition list")
    before, after = json.loads(known[one].body), json.loads(known[two].body)
    for name, told in ((one, before), (two, after)):
        mark = handling_of(told.get("handling", Handling.CLEAR))
        if not handling.covers(mark):
            raise InputRefused(name, f"holds what is marked up to {mark}", f"show it with --handling {mark}")
    found = changes(before, after)
    if as_json:
        revised = {key: {field: list(pair) for field, pair in some.items()} for key, some in found.revised.items()}
        write_json({"from": one, "to": two, "added": list(found.added), "withdrawn": dict(found.withdrawn), "revised": revised})
        return DONE
    lines = [f"{one} to {two}: {found.words}"]
    lines += [f"added      {_named(each, after)}" for each in found.added]
    lines += [f"withdrawn  {_named(key, before)}: {why}" for key, why in found.withdrawn.items()]
    for key, some in found.revised.items():
        lines.append(f"revised    {_named(key, after)}")
        lines += [f"    {field}: {_short(old)} -> {_short(new)}" for field, (old, new) in some.items()]
    say("\n".join(lines))
    return DONE


def _mark(edition: Edition) -> str:
    """Up to which mark it was cut; before there were marks there was nothing marked."""
    return str(json.loads(edition.body).get("handling", Handling.CLEAR))


def _editions(ledger: str) -> tuple[Edition, ...]:
    opened = open_ledger(ledger, create=False)
    try:
        return opened.editions()
    finally:
        opened.close()


def _named(key: str, edition: dict[str, Any]) -> str:
    found = edition["incidents"][key]
    return f"{key}  {(found['values'].get('date') or ['day not told'])[0]}  {found['type']}"


def _short(value: Any) -> str:
    return "not said" if value is None else json.dumps(value, ensure_ascii=False)
