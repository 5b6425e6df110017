"""Beside our findings on a card: what others found, and the response told against the procedure that applied."""

from truceline.findings.by_others import found_by_others
from truceline.findings.facts import read_facts
from truceline.findings.ladder import ladders
from truceline.model.incident import Incident
from truceline.views.card_records import After, Desk
from truceline.views.reasons import RUNGS, found_in_words, lapse_in_words


def others(incident: Incident, desk: Desk) -> tuple[After, ...]:
    """Findings of others, each with its standing, and under it where it differs from ours."""
    if desk.verdict_words is None:
        return ()
    view, ours = desk.view, desk.view.findings.get(incident.id, ())
    found = found_by_others(incident, view.reports, desk.rulebooks, ours, view.law_quotes, view.documents, desk.verdict_words)
    told: list[After] = []
    for each in found:
        said = f"{desk.instruments.get(each.instrument, each.instrument)}: {found_in_words(each)}"
        told.append(After(text="; differs: ".join((said, *each.differences)), quotes=desk.book.numbers(each.evidence)))
    return tuple(told)


def response(incident: Incident, desk: Desk) -> tuple[After, ...]:
    """Each procedure that applied, step by step; only where some response is told."""
    facts = read_facts(incident, desk.view.reports, desk.view.documents)
    told = []
    for book in desk.rulebooks if facts.values("response") else ():
        for each in ladders(book, facts):
            steps = "; ".join(f"{(one.step.name or one.step.response).replace('_', ' ')}: {RUNGS[one.told]}" for one in each.rungs)
            evidence = [span for one in each.rungs for span in one.evidence] + [span for one in each.lapses for span in one.evidence]
            lapses = "".join(f"; {lapse_in_words(one)}" for one in each.lapses)
            told.append(After(text=f"{each.procedure.name}: {steps}{lapses}", quotes=desk.book.numbers(evidence)))
    return tuple(told)
