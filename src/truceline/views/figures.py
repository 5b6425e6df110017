"""The headline figures of a brief: each says what it counts, and leads to the list of what was counted."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from truceline.incidents.since import is_of_since
from truceline.model.finding import Verdict
from truceline.model.ids import IncidentId
from truceline.model.incident import Audit
from truceline.views.card_records import Card, Desk
from truceline.views.values import VERDICT_LABELS, counted


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One thing that was counted, with its card and its sentence."""

    label: str
    href: str
    quote: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A number, what it counts, what it does not, and the anchor of the list behind it."""

    number: int
    what: str
    note: str
    anchor: str
    items: tuple[Item, ...]


def figures(cards: Sequence[Card], desk: Desk) -> tuple[Figure, ...]:
    """Incidents, reports, what is contested, findings by verdict, counts checked; what is to be reviewed is in none but its own."""
    counted = [each for each in cards if not each.unsure]
    return (*_ledger(counted, desk), *_to_review([each for each in cards if each.unsure]), *_verdicts(counted), *_checks(desk))


def _ledger(cards: Sequence[Card], desk: Desk) -> Iterable[Figure]:
    dated = sum(1 for each in cards if each.dates)
    yield _of_cards("incidents", "incidents", f"{dated} with a date", cards)
    members = [(card, report) for card in cards for report in desk.view.reports_of(desk.view.incidents[IncidentId(card.id)])]
    documents = {report.document_id for _, report in members}
    items = [
        Item(label=f"{card.heading}, {card.when}", href=f"#{card.id}", quote=desk.book.number(report.quote, mark=False))
        for card, report in members
    ]
    yield Figure(
        number=len(members),
        what="reports" if len(members) != 1 else "report",
        anchor="n-reports",
        items=tuple(items),
        note=f"in {len(documents)} of {counted(len(desk.view.documents), 'document')} read",
    )
    differ = [each for each in cards if any(fact.differ for fact in each.facts)]
    yield _of_cards("differ", "incidents on which accounts differ", "values that cannot all be true", differ)
    against = [each for each in cards if not each.firm]
    yield _of_cards("contested", "incidents not plainly asserted", "alleged, denied, disputed or planned", against)
    lone = [each for each in cards if each.lone]
    yield _of_cards("lone", "incidents with a single origin", "unverified: copies and relays add nothing", lone)


def _to_review(cards: Sequence[Card]) -> Iterable[Figure]:
    if cards:
        yield _of_cards("to-review", "incidents to be reviewed", "read too unsurely to be counted above", cards)


def _of_cards(anchor: str, what: str, note: str, cards: Sequence[Card]) -> Figure:
    items = tuple(Item(label=f"{each.number}. {each.heading}, {each.when}", href=f"#{each.id}", quote=each.quote) for each in cards)
    return Figure(
        number=len(cards),
        what=what.replace("incidents", "incident", 1) if len(cards) == 1 else what,
        note=note,
        anchor=f"n-{anchor}",
        items=items,
    )


def _verdicts(cards: Sequence[Card]) -> Iterable[Figure]:
    """One figure a verdict, of all sides together: a tally by side would need its coverage by side beside it.

    Findings that rest on facts not yet checked against a source are told beside the number, not in it.
    """
    for verdict in VERDICT_LABELS:
        every = [(card, each) for card in cards for each in card.findings if each.verdict_code == verdict]
        found = [(card, each) for card, each in every if each.checked]
        left_out = len(every) - len(found)
        if every or verdict == Verdict.APPARENT_BREACH:
            items = tuple(
                Item(
                    label=f"{' '.join((each.instrument, each.clause)).strip()}, {each.side}: incident {card.number}, {card.when}",
                    href=f"#{card.id}-findings",
                    quote=each.quotes[0] if each.quotes else card.quote,
                )
                for card, each in found
            )
            what = "finding" if len(found) == 1 else "findings"
            yield Figure(
                number=len(found),
                what=f"{what}: {VERDICT_LABELS[verdict]}",
                note="one per clause, side and act" + (f"; {left_out} more rest on facts not yet checked" if left_out else ""),
                anchor=f"n-{verdict.replace('_', '-')}",
                items=items,
            )


def _checks(desk: Desk) -> Iterable[Figure]:
    held = [
        (claim, desk.view.checks[claim.id])
        for claim in desk.view.count_claims.values()
        if claim.id in desk.view.checks and not is_of_since(claim)
    ]
    if held:
        agreeing = sum(1 for _, check in held if check.verdict is Audit.AGREES)
        items = tuple(Item(label=check.why, href=f"#{claim.id}", quote=desk.book.number(claim.quote, mark=False)) for claim, check in held)
        yield Figure(
            number=len(held),
            what="counts claimed" if len(held) != 1 else "count claimed",
            note=f"{agreeing} agree with this ledger",
            anchor="n-counts",
            items=items,
        )
