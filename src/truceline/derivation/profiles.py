"""The reports of documents that came or changed: what merging needs of each, and under which keys it is met."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from hashlib import blake2b
from typing import Any

import msgspec

from truceline.derivation.people import NOTHING, Effect, Word, mark_of
from truceline.derivation.workbench import Bench, reports_of
from truceline.incidents.keys import MOST_UNDATED, UNDATED, keys
from truceline.incidents.profile import Profile, profile, proper_names
from truceline.incidents.weights import Scale
from truceline.ledger.codec import reread, written
from truceline.ledger.news import Told
from truceline.model.ids import ReportId, incident_id
from truceline.model.report import Report

PACKER = msgspec.msgpack.Encoder(order="deterministic")
UNPACKER = msgspec.msgpack.Decoder(Profile)


@dataclass(slots=True)
class Entered:
    """Reports by number: those that count now, with their profiles; those that are gone; and whose pairs must be found anew."""

    now: dict[int, Profile] = field(default_factory=dict)
    gone: dict[int, str] = field(default_factory=dict)
    blocks: set[int] = field(default_factory=set)
    incidents: set[int] = field(default_factory=set)
    again: set[int] = field(default_factory=set)


def report_as_left(report: Report, effect: Effect) -> Report | None:
    """A report as decisions leave it; None where they reject it."""
    if effect[0].startswith("rejected"):
        return None
    return reread(effect[1], Report) if effect[1] is not None else report


def enter(bench: Bench, told: Mapping[int, Told], before: Mapping[int, Told | None], word: Word) -> Entered:
    """Keeps the reports of these documents anew. ``before`` are those of them that are new (None) or stood otherwise, as they stood."""
    rows = bench.kept.find("reports", "document", told)
    held = {row.id: row for row in rows}
    heads = bench.kept.heads(told)
    entered = Entered(blocks={row.block for row in rows if row.counts}, incidents={row.incident for row in rows if row.incident})
    number, made, marks = bench.kept.next("reports"), [], set()
    for n, each in told.items():
        names = proper_names(each.document) if reports_of(each) else frozenset()
        counted = n in before or each.document.id in word.of
        if counted:
            _drop_lines(bench, before.get(n, each), held)
        for place, raw in enumerate(reports_of(each)):
            known = held.get(raw.id)
            effect = _effect(raw.id, known, each, word)
            left = report_as_left(raw, effect)
            seen = profile(left or raw, {each.document.id: each.document}, bench.rules.scale, origin=heads[n], names=names)
            own = number if known is None else known.n
            number += known is None
            made.append((
                own, raw.id, incident_id(raw.id), n, place, mark_of(raw, each), effect[0], int(left is not None), PACKER.encode(seen),
                effect[1], own, 0,
            ))  # fmt: skip
            if left is not None:
                entered.now[own] = seen
                marks |= {(mark, seeks, own) for mark, seeks in key_marks(seen, bench.rules.scale)}
                if counted:
                    bench.sums.add("reports", [written(left)])
    counting = [row for row in rows if row.counts]
    entered.gone = {row.n: row.id for row in counting if row.n not in entered.now}
    lost = {(mark, seeks, row.n) for row in counting for mark, seeks in key_marks(UNPACKER.decode(row.profile), bench.rules.scale)}
    bench.kept.drop("reports", "n", [row.n for row in rows])
    bench.kept.put("reports", made)
    bench.kept.drop_rows("keys", sorted(lost - marks))
    bench.kept.put("keys", sorted(marks - lost))
    entered.again = {*entered.now, *entered.gone} | _crowded(bench, lost ^ marks)
    return entered


def key_marks(made: Profile, scale: Scale) -> set[tuple[int, int]]:
    """The keys of a report as marks of 64 bits, with 0 where it lives and 1 where it only looks in."""
    found = keys(made, scale)
    own = {key_mark(each) for each in found.own}
    return {(each, 0) for each in own} | {(mark, 1) for each in found.seeks if (mark := key_mark(each)) not in own}


@lru_cache(maxsize=100_000)
def key_mark(key: str) -> int:
    """One key as a mark; those under which texts without any date lie are odd, all others even."""
    mark = int.from_bytes(blake2b(key.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "big", signed=True)
    return mark | 1 if key.endswith(UNDATED) else mark & ~1


def _effect(key: ReportId, known: Any, told: Told, word: Word) -> Effect:
    if told.document.id in word.of:
        return word.effects.get(key, NOTHING)
    return NOTHING if known is None else (known.effect, known.body)


def _drop_lines(bench: Bench, told: Told | None, held: Mapping[str, Any]) -> None:
    """Takes the lines of a document's reports, as they are kept, out of the digest."""
    for raw in reports_of(told) if told else ():
        row = held[raw.id]
        if row.counts:
            bench.sums.drop("reports", [written(raw) if row.body is None else bytes(row.body).decode()])


def _crowded(bench: Bench, changed: Collection[tuple[int, int, int]]) -> set[int]:
    """Owners of keys for texts without a date that came to be too many, or are so no more: all they meet is looked at again."""
    again: set[int] = set()
    for mark in {mark for mark, seeks, _ in changed if mark & 1 and not seeks}:
        crowded, was = bench.kept.owners(mark, MOST_UNDATED + 1) > MOST_UNDATED, bool(bench.kept.find("common", "mark", [mark]))
        if crowded != was:
            again |= {row.report for row in bench.kept.meeting((), [mark])}
            bench.kept.drop("common", "mark", [mark])
            bench.kept.put("common", [(mark,)] if crowded else [])
    return again
