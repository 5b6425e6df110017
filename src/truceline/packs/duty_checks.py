"""What must hold of an instrument's bodies, line versions, timers, terms of a case and procedures: every name used is declared."""

from collections.abc import Iterator, Sequence

from truceline.packs.naming import not_known, standing_twice
from truceline.packs.ontology import Ontology
from truceline.packs.rulebook_shapes import AROUND, InstrumentShape


def duty_faults(instrument: InstrumentShape, clauses: Sequence[str], ontology: Ontology) -> Iterator[str]:
    """Faults of ``bodies``, ``lines``, ``timers``, ``case_terms`` and ``procedures``, each with its place."""
    file = "instrument.yaml"
    for name in AROUND:
        yield from standing_twice(f"{file}: {name}", (each.id for each in getattr(instrument, name)))
    parties = [each.party for side in instrument.sides for each in side.bound]
    yield from _bodies(instrument, file)
    for line in instrument.lines:
        yield from not_known(f"{file}: lines: {line.id}: line", (line.line,), ontology.lines)
        yield from not_known(f"{file}: lines: {line.id}: whose", line.whose, parties)
    for term in instrument.case_terms:
        path = f"{file}: case_terms: {term.id}"
        yield from not_known(f"{path}: acts", term.acts, ontology.kinds)
        yield from not_known(f"{path}: body", (term.body,) if term.body else (), [each.id for each in instrument.bodies])
        yield from not_known(f"{path}: clause", (term.clause,) if term.clause else (), clauses)
    for procedure in instrument.procedures:
        path = f"{file}: procedures: {procedure.id}"
        yield from not_known(f"{path}: acts", procedure.acts, ontology.kinds)
        yield from not_known(f"{path}: steps", (each.response for each in procedure.steps), ontology.responses)
        yield from not_known(f"{path}: parties", procedure.parties, parties)
        yield from not_known(f"{path}: clause", (procedure.clause,) if procedure.clause else (), clauses)


def _bodies(instrument: InstrumentShape, file: str) -> Iterator[str]:
    named = {each.id: each for each in instrument.bodies}
    sides = [each.id for each in instrument.sides]
    for body in instrument.bodies:
        path = f"{file}: bodies: {body.id}"
        yield from not_known(f"{path}: successor", (body.successor,) if body.successor else (), named)
        yield from not_known(f"{path}: of_side", (body.of_side,) if body.of_side else (), sides)
        after = named.get(body.successor or "")
        if after and body.start and after.start and after.start < body.start:
            yield f"{path}: successor: {after.id!r} begins ({after.start}) before {body.id!r} does ({body.start})"
