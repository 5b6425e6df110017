"""A case file as JSON-ready rows and as text: states, steps with their sources, what was only stated, what is due."""

import textwrap
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any

from truceline.findings.case_file import Known, case_file
from truceline.model.case_file import CaseFile, CaseStep, Due, State, Timing
from truceline.model.incident import Incident
from truceline.model.ledger_view import LedgerView
from truceline.model.text import Span
from truceline.packs.pack import Pack
from truceline.views.quotes import sentence_span
from truceline.views.values import day_in_words

WIDTH = 110
TIMINGS = {
    Timing.MET: "met", Timing.MET_LATE: "met late", Timing.MET_DAY_NOT_TOLD: "met; whether in time is not told", Timing.OPEN: "open",
    Timing.OVERDUE: "overdue: not told as done", Timing.NO_DAY_SET: "open: no day is set", Timing.PASSED: "its last day has passed",
    Timing.NOT_RUNNING: "not running: the body it is laid on does not sit",
}  # fmt: skip
HOLDINGS = {"breach": "a breach", "no_breach": "no breach", "undetermined": "not to be determined", "not_told": "what is not told"}
ANSWERS = {"denial": "denies", "confirmation": "confirms", "apology": "apologises"}


def case_of(view: LedgerView, incident: Incident, pack: Pack | None = None, *, on: date | None = None) -> CaseFile:
    """The case file of an incident of the view; without a pack no terms of instruments are told, nor what finders held."""
    known = Known(
        reports={each: view.reports[each] for each in incident.reports},
        documents={each: view.documents[each] for each in incident.documents if each in view.documents},
        reviews=view.reviews, rulebooks=pack.rulebooks if pack else (), findings=view.findings.get(incident.id, ()),
        words=pack.verdict_words if pack else None,
    )  # fmt: skip
    return case_file(incident, known, on=on, as_of=view.as_of)


def case_rows(case: CaseFile, view: LedgerView) -> dict[str, Any]:
    """The case for JSON. Days are ISO; ``told_by`` is the day by which a step was told, where its own day is not told."""
    return {
        "incident": case.incident_id,
        "open": case.open,
        "states": {state.value: state in case.reached for state in State},
        "steps": [step_row(each, view, case.on) for each in case.steps],
        "intended": [step_row(each, view, case.on) for each in case.intended],
        "due": [due_row(each, view, case.on) for each in case.dues],
        "on": case.on.isoformat() if case.on else None,
    }


def step_row(step: CaseStep, view: LedgerView, on: date | None) -> dict[str, Any]:
    """One step: who, when, from which document's words or by whose decision; ``days_since`` only from a day that is known."""
    document = view.documents.get(step.document) if step.document else None
    return {
        "state": step.state.value,
        "act": step.act,
        "held": step.held.value if step.held else None,
        "by": step.by,
        "to": step.to,
        "day": step.day.isoformat() if step.day else None,
        "told_by": step.told_by.isoformat() if step.told_by else None,
        "days_since": (on - step.day).days if on and step.day and step.day <= on else None,
        "through": step.through,
        "document": step.document,
        "source": (document.publisher or document.name) if document else None,
        "words": [[each.document_id, each.start, each.end, each.part] for each in step.evidence],
        "quotes": list(dict.fromkeys(quoted(each, view) for each in step.evidence if each.document_id in view.documents)),
        "decision": step.decision,
        "said_by": step.said_by,
        "decided_on": step.decided_on.isoformat() if step.decided_on else None,
        "why": step.why,
        "unsure": step.unsure,
    }


def due_row(due: Due, view: LedgerView, on: date | None) -> dict[str, Any]:
    """One thing that is due, with what set it, from when, and what met it."""
    return {
        "name": due.name,
        "state": due.state.value if due.state else None,
        "timing": due.timing.value,
        "last_day": due.last_day.isoformat() if due.last_day else None,
        "at_the_latest": not due.exact,
        "source": due.source,
        "clause": due.clause,
        "reference": due.reference,
        "checked": due.checked,
        "note": due.note,
        "since": step_row(due.since, view, on) if due.since else None,
        "met_by": step_row(due.met_by, view, on) if due.met_by else None,
    }


def quoted(span: Span, view: LedgerView) -> str:
    """The sentence around a step's words."""
    document = view.documents[span.document_id]
    return document.words(sentence_span(document, span))


def case_lines(rows: Mapping[str, Any]) -> list[str]:
    """The case as text, from its rows; empty where nothing beyond the announcement is told."""
    lines = [f"THE CASE: {'open' if rows['open'] else 'closed'}" + (f", on {day_in_words(rows['on'])}" if rows["on"] else "")]
    missing = [name.replace("_", " ") for name, reached in rows["states"].items() if not reached]
    for each in rows["steps"]:
        lines += _wrapped(f"{step_in_words(each)}{_source(each)}", "  ")
    lines += _wrapped(f"not told: {', '.join(missing)}", "  ") if missing else []
    if rows["intended"]:
        lines.append("STATED AS INTENDED, KEPT APART FROM WHAT WAS DONE")
        lines += [line for each in rows["intended"] for line in _wrapped(f"{step_in_words(each)}{_source(each)}", "  ")]
    shown = [each for each in rows["due"] if each["since"] is None or each["name"] != "stated as intended" or each["met_by"]]
    if shown:
        lines.append("DUE")
        lines += [line for each in shown for line in _wrapped(due_in_words(each), "  ")]
    return lines


def step_in_words(row: Mapping[str, Any]) -> str:
    """When, what, by whom to whom; a day that is only known as the day it was told stands as "by"."""
    when = day_in_words(row["day"]) if row["day"] else f"by {day_in_words(row['told_by'])}" if row["told_by"] else "day not told"
    if not row["day"] and not row["told_by"] and row["decided_on"]:
        when = f"by {day_in_words(row['decided_on'])}"
    what = row["state"].replace("_", " ") + (f" ({ANSWERS[row['act']]})" if row["act"] in ANSWERS else "")
    what += f" ({HOLDINGS[row['held']]})" if row["held"] else ""
    by = f" by {row['by']}" if row["by"] else ""
    to = f" {'of' if row['state'] == 'found' else 'to'} {row['to']}" if row["to"] else ""
    through = f", through {row['through']}" if row["through"] else ""
    since = f"; {row['days_since']} days ago" if row["days_since"] else ""
    return f"{when}: {what}{by}{to}{through}{since}"


def due_in_words(row: Mapping[str, Any]) -> str:
    """What is due, by whom it is set, and how it stands; an unchecked term says so."""
    timing = TIMINGS[Timing(row["timing"])]
    last = f", last day {day_in_words(row['last_day'])}" + (" at the latest" if row["at_the_latest"] else "") if row["last_day"] else ""
    after = f" (since {step_in_words(row['since'])})" if row["since"] else ""
    if row["since"] and row["since"]["decision"] == row["source"] and row["last_day"]:
        after = f", set on {day_in_words(row['since']['decided_on'])}"
    source = f"{row['source']}{' paragraph ' + row['clause'] if row['clause'] else ''}"
    text = f"{row['name']}{': ' + row['state'].replace('_', ' ') if row['state'] else ''}: {timing}{last}{after} [{source}"
    text += f"; {row['reference']}]" if row["reference"] else "]"
    text += f"; met by: {step_in_words(row['met_by'])}" if row["met_by"] else ""
    text += f"; {row['note']}" if row["note"] else ""
    return text + ("" if row["checked"] else " (not yet checked against a source)")


def _source(row: Mapping[str, Any]) -> str:
    """Where a step comes from: a person's decision, a document's words, or both."""
    person = (
        f"; says {row['said_by']} on {row['decided_on']}: {row['why'] or 'no reason given'} ({row['decision']})" if row["decision"] else ""
    )
    quotes = " ".join(f'"{each}"' for each in row["quotes"])
    words = f"; {row['source']}: {quotes}" if quotes else ""
    return person + words + ("; to be reviewed" if row["unsure"] else "")


def listing(cases: Iterable[tuple[Incident, CaseFile]], labels: Mapping[str, str]) -> Iterator[tuple[str, ...]]:
    """One row a case: incident, day, kind, state last reached, open or closed, what is due next."""
    for incident, case in cases:
        last = case.steps[-1] if case.steps else None
        reached = last.state.value.replace("_", " ") + (f" by {last.by}" if last.by else "") if last else ""
        yield (
            str(incident.id), incident.first("date") or "day not told", labels.get(incident.kind, incident.kind), reached,
            "open" if case.open else "closed", next_due(case),
        )  # fmt: skip


def next_due(case: CaseFile) -> str:
    """What is overdue, else what is due next, else how much is open without a day."""
    over = sorted(case.due(Timing.OVERDUE), key=lambda each: each.last_day or date.max)
    soon = sorted((each for each in case.due(Timing.OPEN) if each.last_day), key=lambda each: each.last_day or date.max)
    free = case.due(Timing.NO_DAY_SET)
    told = [f"overdue since {each.last_day}: {_named(each)}" for each in over[:1]] or [
        f"due {each.last_day}: {_named(each)}" for each in soon[:1]
    ]
    more = len(over) + len(soon) - len(told)
    told += [f"{more} more"] if more else []
    told += [f"no day set: {', '.join(dict.fromkeys(_named(each) for each in free))}"] if free else []
    return "; ".join(told)


def _named(due: Due) -> str:
    by = f" by {due.since.by}" if due.since and due.since.mood.value != "done" and due.since.by else ""
    return (due.state.value.replace("_", " ") if due.state else due.name) + by


def _wrapped(text: str, indent: str) -> list[str]:
    return textwrap.wrap(text, WIDTH, initial_indent=indent, subsequent_indent=indent + "    ")
