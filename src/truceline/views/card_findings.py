"""The findings of a card: which clause says what of whose act, why, and what is not known."""

from truceline.model.finding import Finding, Reason
from truceline.model.incident import Incident
from truceline.model.instrument import Words
from truceline.views.card_records import Desk, FindingCard, Ground
from truceline.views.values import VERDICT_LABELS, kind_label, speaker_in_words, unique_numbers


def findings(incident: Incident, desk: Desk) -> tuple[FindingCard, ...]:
    """The findings of an incident: what asks for a person's eye first."""
    order = list(VERDICT_LABELS)
    found = sorted(desk.view.findings.get(incident.id, ()), key=lambda each: order.index(each.verdict))
    return tuple(finding(each, desk) for each in found)


def finding(each: Finding, desk: Desk) -> FindingCard:
    """One finding in words."""
    grounds = tuple(ground(one, desk) for one in each.reasons)
    clause = desk.clauses.get((each.instrument, each.clause))
    through = each.answers_through if each.answers_through and each.answers_through != each.side else ""
    return FindingCard(
        verdict=VERDICT_LABELS.get(each.verdict, each.verdict),
        verdict_code=each.verdict.value,
        instrument=desk.instruments.get(each.instrument, each.instrument),
        clause="" if each.clause == "*" else each.clause,
        side=desk.names.get(each.side, each.side),
        through=desk.names.get(through) or desk.names.get(f"{each.side}:{through}", through),
        act=kind_label(each.act, desk.ontology),
        grounds=grounds,
        missing=each.missing,
        accounts=tuple(speaker_in_words(one, desk.names) for one in each.on_account_of),
        words=clause.text if clause else "",
        authentic=clause is not None and clause.words is Words.AUTHENTIC,
        reference=clause.reference if clause else "",
        checked=each.checked,
        version=each.rulebook_version[:12],
        quotes=unique_numbers(number for one in grounds for number in under(one)),
    )


def ground(each: Reason, desk: Desk) -> Ground:
    """One reason in words, with its sentences."""
    return Ground(
        answer={"yes": "yes", "no": "no"}.get(each.answer.value, "not known"),
        text=each.text,
        reference=each.reference or "",
        quotes=desk.book.numbers(each.evidence),
        under=tuple(ground(one, desk) for one in each.reasons),
    )


def under(each: Ground) -> tuple[int, ...]:
    """The quote numbers of a reason and of all under it."""
    return (*each.quotes, *(number for one in each.under for number in under(one)))
