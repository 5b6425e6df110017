"""What must hold between the files of an instrument: every name used is declared somewhere, told with its path."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from difflib import get_close_matches

from truceline.model.instrument import Charged
from truceline.packs.duty_checks import duty_faults
from truceline.packs.naming import not_known, standing_twice
from truceline.packs.ontology import Ontology
from truceline.packs.rule_shapes import CaseShape, ConditionShape, FactsShape, RuleShape
from truceline.packs.rulebook_shapes import ClauseShape, InstrumentShape

ROLES = ("mil", "gov", "civ", "mon", "unk")
COUNTS = ("persons", "rounds", "vehicles", "killed", "wounded", "captured")
STATUSES = ("asserted", "alleged", "denied", "disputed", "planned")
RELATIONS = ("other_side", "own_side", "outsider", "told")
AREAS = ("own", "other", "told_own")
WHOLE = "*"
# What a party can have done to an instrument, or what became of it. `binds` says what follows: a denunciation is no expiry.
PARTY_STATUSES = (
    "in_force", "not_yet_a_party", "suspended", "suspended_in_part", "denounced", "left_by_own_statement", "disputed", "spent",
    "superseded", "restored",
)  # fmt: skip


def faults_of(
    instrument: InstrumentShape,
    clauses: Sequence[ClauseShape],
    rules: Sequence[RuleShape],
    cases: Sequence[CaseShape],
    ontology: Ontology,
    name: str,
    parties: Collection[str] | None = None,
) -> list[str]:
    """All faults between the files, each with file, path, and what was expected. Empty = clean.

    ``parties`` are the codes of the gazetteer; None = they are not checked.
    """  # fmt: skip
    numbers = [each.id for each in clauses]
    return [
        *_instrument_faults(instrument, clauses, ontology, name),
        *duty_faults(instrument, numbers, ontology),
        *(_party_faults(instrument, cases, parties) if parties is not None else ()),
        *standing_twice("clauses.yaml", (each.id for each in clauses)),
        *standing_twice("rules.yaml", (each.id for each in rules)),
        *standing_twice("cases.yaml", (each.name for each in cases)),
        *(fault for each in clauses for fault in not_known(f"clauses.yaml: {each.id}: quoted_for", each.quoted_for, numbers)),
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
    yield from standing_twice(f"{file}: sides", (each.party for side in instrument.sides for each in side.bound))
    yield from standing_twice(f"{file}: zones", zones)
    yield from standing_twice(f"{file}: precedents", (each.id for each in instrument.precedents))
    yield from not_known(f"{file}: theatre_lines", instrument.theatre_lines, ontology.lines)
    parties = [each.party for side in instrument.sides for each in side.bound]
    for status in instrument.statuses:
        yield from not_known(f"{file}: statuses: party", (status.party,), parties)
        yield from not_known(f"{file}: statuses: clauses", status.clauses, numbers)
        yield from not_known(f"{file}: statuses: status", (status.status,), PARTY_STATUSES)
    for asymmetry in instrument.asymmetries:
        yield from not_known(f"{file}: asymmetries", asymmetry.clauses, [*numbers, WHOLE])
    for zone in instrument.zones:
        path = f"{file}: zones: {zone.id}"
        yield from not_known(f"{path}: lines", zone.lines, ontology.lines)
        yield from not_known(f"{path}: sectors", zone.sectors, ontology.sectors)
        yield from not_known(f"{path}: apart", zone.apart, zones)
        yield from not_known(f"{path}: within", [zone.within] if zone.within else (), zones)
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
    yield from not_known(f"{path}: clause", (rule.clause,), [*(each.id for each in clauses), WHOLE])
    yield from not_known(f"{path}: acts", rule.acts, ontology.kinds)
    yield from not_known(f"{path}: act", (rule.act,) if rule.act else (), ontology.kinds)
    yield from not_known(f"{path}: ask", rule.ask, instrument.questions)
    yield from not_known(f"{path}: precedents", rule.precedents, [each.id for each in instrument.precedents])
    if rule.charges is Charged.HOST and not any(each.host for side in instrument.sides for each in side.bound):
        yield f"{path}: charges: host, but no party of the instrument has a `host`"
    for name, condition in (("applies", rule.applies), ("breach", rule.breach), *(("exceptions", each) for each in rule.exceptions)):
        if condition is not None:
            yield from _condition_faults(condition, f"{path}: {name}", instrument, ontology)


def _condition_faults(condition: ConditionShape, path: str, instrument: InstrumentShape, ontology: Ontology) -> Iterator[str]:
    allowed: dict[str, Iterable[str]] = {
        "line": ontology.lines, "sector": ontology.sectors, "actor_role": ROLES, "target_role": ROLES, "response": ontology.responses,
        "outcome": ontology.outcomes, "follow_up": ontology.follow_ups, "status": STATUSES, "target": RELATIONS, "area": AREAS,
        "theatre": ("inside",), "zone": [each.id for each in instrument.zones], "asks": instrument.questions, "ask": instrument.questions,
        "overdue": [each.id for each in instrument.timers], "procedure": [each.id for each in instrument.procedures],
        "agreed_line": {each.line for each in instrument.lines},
    }  # fmt: skip
    for test, names in allowed.items():
        value = getattr(condition, test)
        if value is not None:
            yield from not_known(f"{path}: {test}", value if isinstance(value, tuple) else (value,), names)
    if condition.count:
        yield from not_known(f"{path}: count: what", (condition.count.what,), COUNTS)
    if condition.measure:
        yield from not_known(f"{path}: measure: what", (condition.measure.what,), instrument.measures)
    if condition.agreed_line and not condition.ask:
        yield f"{path}: agreed_line needs `ask`: the question to put where several versions of the line stand"
    parties = [each.party for side in instrument.sides for each in side.bound]
    yield from not_known(f"{path}: actor_party", condition.actor_party or (), parties)
    for name in ("all", "any", "none"):
        for number, each in enumerate(getattr(condition, name) or (), 1):
            yield from _condition_faults(each, f"{path}: {name} {number}", instrument, ontology)


def _case_faults(
    case: CaseShape, instrument: InstrumentShape, clauses: Sequence[ClauseShape], rules: Sequence[RuleShape], ontology: Ontology
) -> Iterator[str]:
    path = f"cases.yaml: {case.name}"
    yield from not_known(f"{path}: type", (case.type,), ontology.kinds)
    yield from not_known(f"{path}: answers", case.answers, instrument.questions)
    yield from not_known(f"{path}: measured", case.measured, instrument.measures)
    for each in case.expect:
        yield from not_known(f"{path}: expect: clause", (each.clause,), [*(clause.id for clause in clauses), WHOLE])
        yield from not_known(f"{path}: expect: rule", (each.rule,) if each.rule else (), [rule.id for rule in rules])
    for facts in (case.facts, *case.also):
        yield from _facts_faults(facts, path, ontology)


def _facts_faults(facts: FactsShape, path: str, ontology: Ontology) -> Iterator[str]:
    yield from not_known(f"{path}: line", (facts.line,) if facts.line else (), ontology.lines)
    yield from not_known(f"{path}: sector", (facts.sector,) if facts.sector else (), ontology.sectors)
    yield from not_known(f"{path}: response", facts.response or (), ontology.responses)
    yield from not_known(f"{path}: outcome", (facts.outcome,) if facts.outcome else (), ontology.outcomes)
    yield from not_known(f"{path}: status", (facts.status,) if facts.status else (), STATUSES)
    for code in (*(facts.actor or ()), *(facts.target or ())):
        yield from not_known(f"{path}: {code}: role", (code.partition(":")[2],), ROLES)


def _party_faults(instrument: InstrumentShape, cases: Sequence[CaseShape], parties: Collection[str]) -> Iterator[str]:
    """Party codes that the gazetteer does not know: a misspelt code would silently bind nobody."""
    bound = [each for side in instrument.sides for each in side.bound]
    known = sorted({*parties, "UNK"})
    used = [code for each in bound for code in (each.party, each.host) if code]
    yield from _strange("instrument.yaml: sides: bound", used, known)
    homes = [*instrument.theatre, *(home for side in instrument.sides for home in side.home)]
    yield from _strange("instrument.yaml: theatre and home", homes, known)
    for case in cases:
        told = [code.partition(":")[0] for facts in (case.facts, *case.also) for code in (*(facts.actor or ()), *(facts.target or ()))]
        yield from _strange(f"cases.yaml: {case.name}: actor and target", told, known)


def _strange(path: str, used: Iterable[str], known: Sequence[str]) -> Iterator[str]:
    for each in dict.fromkeys(used):
        if each not in known:
            near = get_close_matches(each, known, 1)
            yield f"{path}: {each!r} is no party of the gazetteer{f'; did you mean {near[0]!r}?' if near else ''} (gazetteer/actors.yaml)"
