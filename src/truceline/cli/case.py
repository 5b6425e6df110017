"""``truceline case`` and ``truceline cases``: the case file of one incident, a step that a person adds to it, and all cases."""

from dataclasses import dataclass
from datetime import UTC, date, datetime
from difflib import get_close_matches
from pathlib import Path

import typer

from truceline.cli.decide import Desk, open_desk, reports_of, tell
from truceline.cli.look import look
from truceline.cli.options import Sight
from truceline.cli.speak import DONE, say, table, write_json
from truceline.errors import InputRefused
from truceline.model.case_file import CaseFile, Mood, Particulars, State, Timing
from truceline.model.document import Document
from truceline.model.finding import Held
from truceline.model.ids import ReportId
from truceline.model.incident import Incident
from truceline.model.ledger_view import LedgerView
from truceline.model.review import Review, Verb
from truceline.model.text import Span
from truceline.packs.gazetteer import Gazetteer
from truceline.views.case_file import case_lines, case_of, case_rows, listing
from truceline.views.dossier import find
from truceline.views.values import counted, day_in_words

ONLY = ("open", "due", "overdue", "closed")
HOLDINGS = (Held.BREACH.value, Held.NO_BREACH.value, Held.UNDETERMINED.value)
BEYOND = (State.SEEN, State.ANNOUNCED)
"""States that every told incident has; a case that has only these is listed where all are asked for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What a person says of a step, as typed. ``due`` is a day by which it is due, ``intended`` that it was only announced."""

    state: str
    day: date | None = None
    taken_by: str | None = None
    to: str | None = None
    through: str | None = None
    held: str | None = None
    words: str | None = None
    document: str | None = None
    due: date | None = None
    intended: bool = False


def show(incident: str, *, sight: Sight, on: date | None, as_json: bool) -> int:
    """Shows the case of one incident."""
    view, pack = look(sight)
    found = find(view, incident)
    rows = case_rows(case_of(view, found, pack, on=asked_day(on, sight)), view)
    if as_json:
        write_json(rows)
        return DONE
    kind = pack.ontology.kinds[found.kind].label
    day = found.first("date")
    say("\n".join([f"{found.id}  {kind}, {day_in_words(day) if day else 'day not told'}", *case_lines(rows)]))
    return DONE


def step(incident: str, told: Told, *, by: str, reason: str, ledger: str, packs: tuple[Path, ...], as_json: bool) -> int:
    """Adds what a person says of a step; it can be taken back like every decision."""
    if told.state not in list(State):
        near = get_close_matches(told.state, list(State), n=1)
        hint = f"did you mean {near[0]}? " if near else ""
        raise typer.BadParameter(f"{told.state!r} is no state of a case ({hint}one of: {', '.join(State)})", param_hint="STATE")
    if not reason.strip():
        raise typer.BadParameter("a step needs a reason that can be read later", param_hint="--why")
    if told.due and (told.intended or told.day):
        raise typer.BadParameter("a step that is due has no day of its own yet, and nobody stated it", param_hint="--due")
    if told.held is not None and (told.held not in HOLDINGS or told.state != State.FOUND):
        raise typer.BadParameter(f"a step `found` holds one of {', '.join(HOLDINGS)}", param_hint="--held")
    with open_desk(ledger, packs, by) as desk:
        reports = reports_of(desk.view, incident)
        made = Review(
            verb=Verb.STEP, by=by, at=desk.now, subject=incident, reports=reports, reason=reason, field=told.state,
            value=_particulars(told, reports, desk).written(),
        )  # fmt: skip
        desk.ledger.review(made)
        return tell(desk, [made.id], reports, as_json)


def cases(only: str | None, whole: bool, *, sight: Sight, on: date | None, as_json: bool) -> int:
    """Lists the cases of the ledger, those with something overdue first."""
    if only is not None and only not in ONLY:
        raise typer.BadParameter(f"{only!r} is none of {', '.join(ONLY)}", param_hint="--only")
    view, pack = look(sight)
    day = asked_day(on, sight)
    held = [(each, case_of(view, each, pack, on=day)) for each in view.incidents.values()]
    chosen = [(each, case) for each, case in held if _wanted(case, only, whole or only == "closed")]
    chosen.sort(key=lambda pair: (pair[0].unsure, _urgency(pair[1]), pair[0].first("date") or "9999", pair[0].id))
    if as_json:
        write_json([case_rows(case, view) | {"type": each.kind, "review": each.unsure} for each, case in chosen])
        return DONE
    say(_listed(chosen, {name: each.label for name, each in pack.ontology.kinds.items()}, view, day))
    return DONE


def asked_day(on: date | None, sight: Sight) -> date:
    """The day that terms are reckoned for: as asked, else that of the look back, else today (UTC)."""
    return on or sight.as_of or (sight.known_at or datetime.now(UTC)).date()


def _particulars(told: Told, reports: tuple[ReportId, ...], desk: Desk) -> Particulars:
    for code, option in ((told.taken_by, "--from"), (told.to, "--to")):
        _check_party(code, desk.pack.gazetteer, option)
    if told.day and told.day > desk.now.date() and not told.intended:
        raise typer.BadParameter(f"{told.day} is still to come: say --intended or --due", param_hint="--at")
    mood = Mood.DUE if told.due else Mood.INTENDED if told.intended else Mood.DONE
    words = _words(told, reports, desk.view) if told.words else None
    return Particulars(
        mood=mood, day=told.due or told.day, by=told.taken_by, to=told.to, through=told.through, words=words,
        held=Held(told.held) if told.held else None,
    )  # fmt: skip


def _check_party(code: str | None, gazetteer: Gazetteer, option: str) -> None:
    """A party that nobody knows would stand in the case as if it were one."""
    party = (code or "").partition(":")[0]
    if code is not None and party not in gazetteer.parties:
        near = get_close_matches(party, gazetteer.parties, n=3, cutoff=0.4)
        raise typer.BadParameter(
            f"there is no party {party!r} (did you mean: {', '.join(near) or 'a code such as PRK or UNC'}?)", param_hint=option
        )


def _words(told: Told, reports: tuple[ReportId, ...], view: LedgerView) -> Span:
    """Where the words stand that a person names: in the document named, else in those of the incident. Raises InputRefused."""
    assert told.words is not None
    known = [view.documents[view.reports[each].document_id] for each in reports if each in view.reports]
    if told.document is not None:
        known = [each for key, each in view.documents.items() if key.startswith(told.document) or each.name == told.document]
    found = [span for each in {one.id: one for one in known}.values() for span in _places(told.words, each)]
    if not found:
        where = f"document {told.document}" if told.document else "the documents of the incident"
        raise InputRefused(
            told.words, f"these words do not stand in {where}", "give them exactly as printed, or name a document: --document"
        )
    return found[0]


def _places(words: str, document: Document) -> list[Span]:
    at = document.text.find(words) if words.strip() else -1
    return [Span(document_id=document.id, start=at, end=at + len(words))] if at >= 0 else []


def _wanted(case: CaseFile, only: str | None, whole: bool) -> bool:
    begun = whole or any(each.state not in BEYOND for each in case.steps) or case.intended or case.dues
    match only:
        case "open":
            return bool(begun) and case.open
        case "due":
            return bool(case.open and case.due(Timing.OPEN, Timing.OVERDUE, Timing.NO_DAY_SET))
        case "overdue":
            return bool(case.open and case.due(Timing.OVERDUE))
        case "closed":
            return not case.open
    return bool(begun)


def _urgency(case: CaseFile) -> int:
    if not case.open:
        return 3
    return 0 if case.due(Timing.OVERDUE) else 1 if case.due(Timing.OPEN) else 2


def _listed(chosen: list[tuple[Incident, CaseFile]], labels: dict[str, str], view: LedgerView, day: date) -> str:
    sure = [pair for pair in chosen if not pair[0].unsure]
    rows = list(listing(sure, labels)) + list(listing([pair for pair in chosen if pair[0].unsure], labels))
    lines = table(rows, ("ID", "DAY", "TYPE", "LAST STEP", "", "DUE")).split("\n") if rows else []
    if len(sure) < len(rows):
        lines.insert(len(sure) + 1, "TO BE REVIEWED: read too unsurely to be counted")
    n_overdue = sum(bool(case.due(Timing.OVERDUE)) for _, case in sure if case.open)
    total = sum(not each.unsure for each in view.incidents.values())
    n_open = sum(case.open for _, case in sure)
    known = f"{counted(len(sure), 'case')} of {counted(total, 'incident')}, {n_open} open, {n_overdue} with something overdue on {day}"
    lines.append(f"{known}; a step that is not told may have been taken")
    return "\n".join(lines)
