"""Why the reports of an incident are held to be one: the judgements between its members, told term by term."""

from dataclasses import dataclass

from truceline.incidents.explain import explain
from truceline.model.incident import Incident, Judgement
from truceline.model.ledger_view import LedgerView


@dataclass(frozen=True, slots=True, kw_only=True)
class Join:
    """One judgement between two members, with the lines that explain it: terms by weight, then the sum."""

    judgement: Judgement
    between: tuple[str, str]
    lines: tuple[str, ...]


def joins(view: LedgerView, incident: Incident) -> tuple[Join, ...]:
    """All judgements whose two reports both belong to the incident, in the view's order."""
    members = frozenset(incident.reports)
    return tuple(_join(view, each) for each in view.judgements if each.left in members and each.right in members)


def _join(view: LedgerView, judgement: Judgement) -> Join:
    left, right = view.reports[judgement.left], view.reports[judgement.right]
    names = tuple(
        view.documents[each.document_id].name if each.document_id in view.documents else each.document_id for each in (left, right)
    )
    return Join(judgement=judgement, between=(names[0], names[1]), lines=tuple(explain(left, right, judgement)[1:]))
