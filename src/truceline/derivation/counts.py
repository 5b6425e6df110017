"""Count claims held against the incidents that came or went, and against those alone: how the others fall under them is kept."""

from collections.abc import Collection, Iterable, Mapping
from typing import Any

from truceline.derivation.incidents import LAST, Changed, Members, members
from truceline.derivation.profiles import report_as_left
from truceline.derivation.workbench import Bench, reports_of
from truceline.incidents.audit import Counting, Weight, add_up, count_by, undecided, weigh
from truceline.ledger.codec import reread, written
from truceline.ledger.news import Told
from truceline.model.ids import IncidentId
from truceline.model.incident import CountCheck, Incident
from truceline.model.report import CountClaim


def recount(bench: Bench, told: Mapping[int, Told], changed: Changed) -> None:
    """Checks what may come out otherwise. ``told`` are documents that are new, or whose claims or reports may be others than before."""
    bench.kept.drop("weights", "incident", [row.n for row in changed.gone])
    before = {row.id: row for row in bench.kept.find("claims", "document", told)}
    present = [(n, place, each) for n, one in told.items() for place, each in enumerate(_claims(one))]
    number = bench.kept.next("claims")
    _let_go(bench, before.values())
    rows = []
    for at, (n, place, claim) in enumerate(present, number):
        rows.append(_count_anew(bench, at, n, place, claim, told[n]))
        bench.sums.add("count claims", [written(claim)])
    bench.kept.put("claims", rows)
    _count_on(bench, changed, {row[0] for row in rows})


def _count_anew(bench: Bench, n: int, document: int, place: int, claim: CountClaim, told: Told) -> tuple[Any, ...]:
    """A claim that is new, held against all incidents of its kind and days."""
    counting = _counting(bench, claim, told)
    if isinstance(counting, str):
        return _row(bench, n, document, place, claim, ("", LAST, ""), undecided(claim, counting))
    since, until = counting.window.since.isoformat(), counting.window.until.isoformat()
    near = {row.n: reread(row.body, Incident) for row in bench.kept.within(claim.kind, since, until)}
    of = members(bench, {row.n for row in bench.kept.find("reports", "incident", near, "n", "counts") if row.counts})
    weights = _weigh(bench, n, counting, near, of)
    return _row(bench, n, document, place, claim, (claim.kind, since, until), add_up(counting, weights))


def _count_on(bench: Bench, changed: Changed, done: Collection[int]) -> None:
    """Claims under whose days an incident came or went; the others' weights are kept."""
    stretches = {(row.kind, row.first_day, row.last_day) for row in changed.gone}
    stretches |= {(each.kind, *changed.days[n]) for n, each in changed.came.items()}
    rows = {row.n: row for stretch in sorted(stretches) for row in bench.kept.around(*stretch) if row.n not in done}
    told = bench.told({row.document for row in rows.values()})
    made = []
    for n, row in sorted(rows.items()):
        claim = reread(row.body, CountClaim)
        counting = _counting(bench, claim, told[row.document])
        assert isinstance(counting, Counting), "its days were known when it was kept"
        came = {one: each for one, each in changed.came.items() if each.kind == row.kind and _meet(changed.days[one], row)}
        assert changed.members is not None
        _weigh(bench, n, counting, came, changed.members)
        check = add_up(counting, bench.kept.weights(n, _as_weight))
        if written(check).encode() != bytes(row.check):
            bench.sums.drop("count checks", [bytes(row.check).decode()])
            bench.sums.count(f"check {row.verdict}", -1)
            made.append(_row(bench, n, row.document, row.place, claim, (row.kind, row.since, row.until), check))
    bench.kept.drop("claims", "n", [row[0] for row in made])
    bench.kept.put("claims", made)


def _counting(bench: Bench, claim: CountClaim, told: Told) -> Counting | str:
    carriers = {}
    raw = next((each for each in reports_of(told) if each.id == claim.report_id), None)
    for row in bench.kept.find("reports", "id", [raw.id] if raw else [], "effect", "body"):
        if raw and (left := report_as_left(raw, (row.effect, row.body))):
            carriers[left.id] = left
    return count_by(claim, carriers, {told.document.id: told.document}, bench.rules.ontology)


def _weigh(bench: Bench, n: int, counting: Counting, incidents: Mapping[int, Incident], of: Members) -> dict[IncidentId, Weight]:
    """Keeps how these incidents fall under a claim."""
    found = {one: weigh(counting, each, [of.reports[key] for key in each.reports], of.documents) for one, each in incidents.items()}
    bench.kept.put("weights", [
        (n, one, int(each.certain), int(each.unsure), int(each.then), int(each.announced)) for one, each in sorted(found.items()) if each
    ])  # fmt: skip
    return {incidents[one].id: each for one, each in found.items() if each}


def _as_weight(row: Any) -> Weight:
    return Weight(certain=bool(row.certain), unsure=bool(row.unsure), then=bool(row.then), announced=bool(row.announced))


def _row(
    bench: Bench, n: int, document: int, place: int, claim: CountClaim, days: tuple[str, str, str], check: CountCheck
) -> tuple[Any, ...]:
    """A claim with its check, as it is kept."""
    body = written(check).encode()
    bench.sums.add("count checks", [body.decode()])
    bench.sums.count(f"check {check.verdict.value}", 1)
    return (n, claim.id, document, place, days[0], *days[1:], check.verdict.value, written(claim).encode(), body)


def _let_go(bench: Bench, rows: Iterable[Any]) -> None:
    gone = list(rows)
    bench.sums.drop("count claims", [bytes(row.body).decode() for row in gone])
    bench.sums.drop("count checks", [bytes(row.check).decode() for row in gone])
    for row in gone:
        bench.sums.count(f"check {row.verdict}", -1)
    bench.kept.drop("claims", "n", [row.n for row in gone])
    bench.kept.drop("weights", "claim", [row.n for row in gone])


def _meet(days: tuple[str, str], row: Any) -> bool:
    return bool(row.until >= days[0] and row.since <= days[1])


def _claims(told: Told) -> tuple[CountClaim, ...]:
    return told.extraction.count_claims if told.extraction else ()
