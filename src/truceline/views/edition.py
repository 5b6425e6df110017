"""An edition: what the ledger says of each incident at one moment, as JSON that never changes; and what changed between two.

It holds codes, figures and ids, and apart from them the few values that are words of a text (names of places and of speakers
without a known body), so that a redaction can take those. Quotes stay in the ledger.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from truceline.model.incident import Incident
from truceline.model.ledger_view import LedgerView
from truceline.views.narrow import Narrow
from truceline.views.review import reviewed
from truceline.views.values import decoded

WORDS = ("place", "sources", "via")
Entry = dict[str, Any]


def body(view: LedgerView) -> bytes:
    """All incidents with their values, findings and state of review, as canonical JSON."""
    narrow = Narrow(view)
    told = {
        "as_of": view.as_of.isoformat() if view.as_of else None,
        "known_at": view.known_at.isoformat() if view.known_at else None,
        "digest": view.digest,
        "handling": view.handling.value,
        "withheld": view.withheld,
        "documents": len(view.documents),
        "pack": view.pack_version,
        "rulebooks": list(view.rulebooks),
        "incidents": {each.id: entry(narrow(each), each) for each in view.incidents.values()},
    }
    return json.dumps(told, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode("utf-8")


def entry(view: LedgerView, incident: Incident) -> Entry:
    """One incident of an edition."""
    said = {
        field: [decoded(each.value) for each in sorted(some, key=lambda one: one.value)]
        for field, some in sorted(incident.variants.items())
    }
    return {
        "type": incident.kind,
        "aliases": sorted(incident.aliases),
        "values": {field: value for field, value in said.items() if field not in WORDS},
        "words": {field: value for field, value in said.items() if field in WORDS},
        "documents": sorted(incident.documents),
        "reports": len(incident.reports),
        "origins": len(incident.origins),
        "stances": sorted({f"{each.party} {each.stance}" for each in incident.stances}),
        "findings": sorted(
            {f"{each.instrument} {each.clause} {each.side} {each.act}: {each.verdict.value}" for each in view.findings.get(incident.id, ())}
        ),
        "review": reviewed(view, incident).state,
    }


@dataclass(frozen=True, slots=True, kw_only=True)
class Changes:
    """What one edition has that another has not. ``revised`` tells by incident each field with both values."""

    added: tuple[str, ...]
    withdrawn: Mapping[str, str]
    revised: Mapping[str, Mapping[str, tuple[Any, Any]]]

    @property
    def words(self) -> str:
        """In one line, as a changelog begins."""
        return f"{len(self.added)} added, {len(self.withdrawn)} withdrawn, {len(self.revised)} revised"


def changes(before: Mapping[str, Any], after: Mapping[str, Any]) -> Changes:
    """What changed between two bodies. An incident is the same where one's id is the other's id or alias; one that is now part of
    another is withdrawn, and told with that one's id.
    """
    old, new = before["incidents"], after["incidents"]
    home = {alias: key for key in sorted(new) for alias in (key, *new[key]["aliases"])}
    was = {alias: key for key in sorted(old) for alias in (key, *old[key]["aliases"])}
    revised, withdrawn, kept = {}, {}, set()
    for key in sorted(old):
        now = key if key in new else home.get(key) or next((home[each] for each in old[key]["aliases"] if each in home), None)
        if now is None:
            withdrawn[key] = "no longer in the ledger's account"
        elif now in kept:
            withdrawn[key] = f"part of {now}"
        else:
            kept.add(now)
            if found := _differences(old[key], new[now]):
                revised[now] = found
    added = tuple(key for key in sorted(new) if key not in kept and key not in was)
    parted = tuple(key for key in sorted(new) if key not in kept and key in was)
    return Changes(added=(*added, *parted), withdrawn=withdrawn, revised=revised)


def _differences(old: Entry, new: Entry) -> dict[str, tuple[Any, Any]]:
    found = {name: (old[name], new[name]) for name in sorted(new) if name not in ("values", "words", "aliases") and old[name] != new[name]}
    for group in ("values", "words"):
        for field in sorted({*old[group], *new[group]}):
            one, two = old[group].get(field), new[group].get(field)
            if one != two:
                found[field] = (one, two)
    return found
