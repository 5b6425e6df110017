"""``truceline why``: the terms, in log odds, by which two reports are or are not one incident, and what people said of it."""

from truceline.cli.decide import report_of
from truceline.cli.look import look
from truceline.cli.options import Sight
from truceline.cli.speak import DONE, say, write_json
from truceline.incidents.explain import explain
from truceline.incidents.merge import compare_reports
from truceline.model.incident import Judgement
from truceline.model.ledger_view import LedgerView
from truceline.model.report import Report


def run(left: str, right: str, *, sight: Sight, as_json: bool) -> int:
    """Compares the two and tells how they ended."""
    view, _ = look(sight)
    one, two = report_of(view, left), report_of(view, right)
    judgement = compare_reports(one, two, view.documents)
    people = said(view, one, two)
    together = any({one.id, two.id} <= set(each.reports) for each in view.incidents.values())
    if as_json:
        write_json({
            "left": one.id, "right": two.id, "one_incident": together, "score": judgement.score, "alone": judgement.same.value,
            "terms": [
                {"feature": each.feature, "left": each.left, "right": each.right, "weight": each.weight, "forbids": each.forbids}
                for each in judgement.terms
            ],
            "people": [
                {"decision": each.id, "same": each.same.value, "by": each.by, "at": each.at.isoformat() if each.at else None,
                 "reason": each.reason}
                for each in people
            ],
        })  # fmt: skip
        return DONE
    lines = explain(one, two, judgement)
    lines += [f"{each.by} says {each.same.value}: {each.reason} ({each.id})" for each in people]
    lines.append(f"in this ledger they are {'one incident' if together else 'two incidents'}")
    say("\n".join(lines))
    return DONE


def said(view: LedgerView, one: Report, two: Report) -> list[Judgement]:
    """What people judged of the two, oldest first; what was taken back is left out."""
    pair = {one.id, two.id}
    return sorted((each for each in view.judgements if each.at and {each.left, each.right} == pair), key=lambda each: str(each.at))
