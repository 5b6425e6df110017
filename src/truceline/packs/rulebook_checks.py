"""What must hold between the files of an instrument: every name used is declared somewhere, told with its path."""

from collections.abc import Iterable, Iterator, Sequence

from truceline.packs.ontology import Ontology
from truceline.packs.rule_shapes import CaseShape, ConditionShape, FactsShape, RuleShape
from truceline.packs.rulebook_shapes import ClauseShape, InstrumentShape

ROLES = ("mil", "gov", "civ", "mon", "unk")
COUNTS = ("persons", "rounds", "vehicles", "killed", "wounded", "captured")
STATUSES = ("asserted", "alleged", "denied", "disputed", "planned")
RELATIONS = ("other_side", "own_side", "outsider", "told")
AREAS = ("own", "other", "told_own")
WHOLE = "*"


def faults_of(
    instrument: InstrumentShape,
    clauses: Sequence[ClauseShape],
    rules: Sequence[RuleShape],
    cases: Sequence[CaseShape],
    ontology: Ontology,
    name: str,
) -> list[str]:
    """All faults between the files, each with file, path, and what was expected. Empty = clean."""  # fmt: skip
    numbers = [each.id for each in clauses]
    return [
        *_instrument_faults(instrument, clauses, ontology, name),
        *_twice("clauses.yaml", (each.id for each in clauses)),
        *_twice("rules.yaml", (each.id for each in rules)),
        *_twice("cases.yaml", (each.name for each in cases)),
        *(fault for each in clauses for fault in _unknown(f"clauses.yaml: {each.id}: quoted_for", each.quoted_for, numbers)),
        *(fault for each in rules for fault in _rule_faults(each, instrument, clauses, ontology)),
        *(fault for each in cases for fault in _case_faults(each, instrument, clauses, rules, ontology)),
    ]


def _instrument_faults(instrument: InstrumentShape, clauses: Sequence[ClauseShape], ontology: Ontology, name: str) -> Iterator[str]:
    file = "instrument.yaml"
    numbers = [each.id for each in clauses]
    zones = [each.id for each in instrument.zones]
    if instrument.slug != name:
        yield f"{file}: slug: {instrument.slug!r} must be the name of its folder, {name!r}"
    if not instrument.in_force or not instrument.sides:
        yield f"{file}: at least one side and one stretch in force are needed"
    yield from _twice(f"{file}: sides", (each.party for side in instrument.sides for each in side.bound))
    yield from _twice(f"{file}: zones", zones)
    yield from _twice(f"{file}: precedents", (each.id for each in instrument.precedents))
    yield from _unknown(f"{file}: theatre_lines", instrument.theatre_lines, ontology.lines)
    parties = [each.party for side in instrument.sides for each in side.bound]
    for status in instrument.statuses:
        yield from _unknown(f"{file}: statuses: party", (status.party,), parties)
        yield from _unknown(f"{file}: statuses: clauses", status.clauses, numbers)
        if status.start and status.end and status.end < status.start:
            yield f"{file}: statuses: {status.party}: `until` ({status.end}) lies before `from` ({status.start})"
    for asymmetry in instrument.asymmetries:
        yield from _unknown(f"{file}: asymmetries", asymmetry.clauses, [*numbers, WHOLE])
    for zone in instrument.zones:
        path = f"{file}: zones: {zone.id}"
        yield from _unknown(f"{path}: lines", zone.lines, ontology.lines)
        yield from _unknown(f"{path}: sectors", zone.sectors, ontology.sectors)
        yield from _unknown(f"{path}: apart", zone.apart, zones)
        yield from _unknown(f"{path}: within", [zone.within] if zone.within else (), zones)
    yield from _circles(instrument)


def _circles(instrument: InstrumentShape) -> Iterator[str]:
    within = {zone.id: zone.within for zone in instrument.zones}
    for start in within:
        seen, zone = {start}, within.get(start)
        while zone is not None and zone not in seen:
            seen.add(zone)
            zone = within.get(zone)
        if zone is not None:
            yield f"instrument.yaml: zones: {start}: `within` runs in a circle"


def _rule_faults(rule: RuleShape, instrument: InstrumentShape, clauses: Sequence[ClauseShape], ontology: Ontology) -> Iterator[str]:
    path = f"rules.yaml: {rule.id}"
    yield from _unknown(f"{path}: clause", (rule.clause,), [*(each.id for each in clauses), WHOLE])
    yield from _unknown(f"{path}: acts", rule.acts, ontology.kinds)
    yield from _unknown(f"{path}: act", (rule.act,) if rule.act else (), ontology.kinds)
    yield from _unknown(f"{path}: ask", rule.ask, instrument.questions)
    yield from _unknown(f"{path}: precedents", rule.precedents, [each.id for each in instrument.precedents])
    for name, condition in (("applies", rule.applies), ("breach", rule.breach), *(("exceptions", each) for each in rule.exceptions)):
        if condition is not None:
            yield from _condition_faults(condition, f"{path}: {name}", instrument, ontology)


def _condition_faults(condition: ConditionShape, path: str, instrument: InstrumentShape, ontology: Ontology) -> Iterator[str]:
    allowed: dict[str, Iterable[str]] = {
        "line": ontology.lines, "sector": ontology.sectors, "actor_role": ROLES, "target_role": ROLES, "response": ontology.responses,
        "outcome": ontology.outcomes, "follow_up": ontology.follow_ups, "status": STATUSES, "target": RELATIONS, "area": AREAS,
        "theatre": ("inside",), "zone": [each.id for each in instrument.zones], "asks": instrument.questions, "ask": instrument.questions,
    }  # fmt: skip
    for test, names in allowed.items():
        value = getattr(condition, test)
        if value is not None:
            yield from _unknown(f"{path}: {test}", value if isinstance(value, tuple) else (value,), names)
    if condition.count:
        yield from _unknown(f"{path}: count: what", (condition.count.what,), COUNTS)
    for name in ("all", "any", "none"):
        for number, each in enumerate(getattr(condition, name) or (), 1):
            yield from _condition_faults(each, f"{path}: {name} {number}", instrument, ontology)


def _case_faults(
    case: CaseShape, instrument: InstrumentShape, clauses: Sequence[ClauseShape], rules: Sequence[RuleShape], ontology: Ontology
) -> Iterator[str]:
    path = f"cases.yaml: {case.name}"
    yield from _unknown(f"{path}: type", (case.type,), ontology.kinds)
    yield from _unknown(f"{path}: answers", case.answers, instrument.questions)
    for each in case.expect:
        yield from _unknown(f"{path}: expect: clause", (each.clause,), [*(clause.id for clause in clauses), WHOLE])
        yield from _unknown(f"{path}: expect: rule", (each.rule,) if each.rule else (), [rule.id for rule in rules])
    for facts in (case.facts, *case.also):
        yield from _facts_faults(facts, path, ontology)


def _facts_faults(facts: FactsShape, path: str, ontology: Ontology) -> Iterator[str]:
    yield from _unknown(f"{path}: line", (facts.line,) if facts.line else (), ontology.lines)
    yield from _unknown(f"{path}: sector", (facts.sector,) if facts.sector else (), ontology.sectors)
    yield from _unknown(f"{path}: response", facts.response or (), ontology.responses)
    yield from _unknown(f"{path}: outcome", (facts.outcome,) if facts.outcome else (), ontology.outcomes)
    yield from _unknown(f"{path}: status", (facts.status,) if facts.status else (), STATUSES)
    for code in (*(facts.actor or ()), *(facts.target or ())):
        yield from _unknown(f"{path}: {code}: role", (code.partition(":")[2],), ROLES)


def _unknown(path: str, used: Iterable[str], known: Iterable[str]) -> Iterator[str]:
    names = list(known)
    for each in used:
        if each not in names:
            yield f"{path}: {each!r} is not known here; expected one of: {', '.join(sorted(names)[:40]) or 'nothing is declared'}"


def _twice(path: str, ids: Iterable[str]) -> Iterator[str]:
    seen: set[str] = set()
    for each in ids:
        if each in seen:
            yield f"{path}: {each!r} stands twice"
        seen.add(each)
