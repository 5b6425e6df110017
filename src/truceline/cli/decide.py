"""What people decide, written to the ledger: the id of each decision is told, so that it can be taken back."""

import json
from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import product
from pathlib import Path

import typer

from truceline.cli.speak import DONE, say, write_json
from truceline.errors import InputRefused
from truceline.incidents.decisions import undone
from truceline.ledger.base import Ledger
from truceline.model.codebook import parse
from truceline.model.handling import Handling
from truceline.model.ids import ReportId
from truceline.model.incident import Incident, Judgement, Same
from truceline.model.ledger_view import LedgerView
from truceline.model.report import Report
from truceline.model.review import Review, Verb
from truceline.packs.ontology import Ontology
from truceline.packs.pack import Pack
from truceline.pipeline import derive, read_by
from truceline.views.dossier import find
from truceline.views.report_rows import values
from truceline.workspace import Settings, open_workspace


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """An open ledger with its view, and who sits there, when."""

    ledger: Ledger
    view: LedgerView
    pack: Pack
    by: str
    now: datetime

    def judged(self, one: ReportId, two: ReportId, same: Same, reason: str) -> Judgement:
        """A person's judgement on two reports."""
        left, right = sorted((one, two))
        return Judgement(left=left, right=right, same=same, by=self.by, score=0.0, terms=(), at=self.now, reason=reason)


def review(
    verb: str, subject: str, *, by: str, reason: str, ledger: str, packs: tuple[Path, ...], as_json: bool, value: str | None = None
) -> int:
    """Accepts, rejects, notes or assigns an incident or a report."""
    with open_desk(ledger, packs, by) as desk:
        reports = reports_of(desk.view, subject)
        made = Review(verb=Verb(verb), by=by, at=desk.now, subject=subject, reports=reports, reason=_why(verb, reason), value=value)
        desk.ledger.review(made)
        return tell(desk, [made.id], reports, as_json)


def correct(report: str, field: str, value: str, *, by: str, reason: str, ledger: str, packs: tuple[Path, ...], as_json: bool) -> int:
    """Corrects one field of one report."""
    with open_desk(ledger, packs, by) as desk:
        found = report_of(desk.view, report)
        _check(field, value, desk.pack.ontology)
        extracted = as_codebook(values(found).get(field))
        made = Review(
            verb=Verb.CORRECT, by=by, at=desk.now, subject=found.id, reports=(found.id,), reason=_why("correct", reason), field=field,
            value=value or None, extracted=extracted,
        )  # fmt: skip
        desk.ledger.review(made)
        return tell(desk, [made.id], (found.id,), as_json)


def judge(left: str, right: str, same: str, *, by: str, reason: str, ledger: str, packs: tuple[Path, ...], as_json: bool) -> int:
    """Judges two reports."""
    if same not in list(Same):
        raise typer.BadParameter(f"{same!r} is none of yes, no, unsure", param_hint="--same")
    with open_desk(ledger, packs, by) as desk:
        one, two = report_of(desk.view, left).id, report_of(desk.view, right).id
        if one == two:
            raise InputRefused(left, "both are one report", "name two")
        return _judge(desk, [desk.judged(one, two, Same(same), _why("judge", reason))], (one, two), as_json)


def merge(incidents: Sequence[str], *, by: str, reason: str, ledger: str, packs: tuple[Path, ...], as_json: bool) -> int:
    """Joins incidents: a yes between their earliest reports, and over every no that people said between them."""
    with open_desk(ledger, packs, by) as desk:
        found = list(dict.fromkeys(find(desk.view, each).id for each in incidents))
        if len(found) < 2:
            raise InputRefused(incidents[0], "that is one incident", "name two or more")
        first, *others = (desk.view.incidents[each] for each in found)
        apart = {(each.left, each.right) for each in desk.view.judgements if each.at and each.same is Same.NO}
        made: list[Judgement] = []
        together = list(first.reports)
        for other in others:
            pairs = {_pair(first.reports[0], other.reports[0])} | {_pair(*each) for each in product(together, other.reports)} & apart
            made += [desk.judged(one, two, Same.YES, _why("merge", reason)) for one, two in sorted(pairs)]
            together += other.reports
        return _judge(desk, made, together, as_json)


def split(incident: str, reports: Sequence[str], *, by: str, reason: str, ledger: str, packs: tuple[Path, ...], as_json: bool) -> int:
    """Parts reports from the rest of their incident: a no between each of them and each of the rest."""
    with open_desk(ledger, packs, by) as desk:
        whole = find(desk.view, incident)
        out = {report_of(desk.view, each).id for each in reports}
        strangers, rest = out.difference(whole.reports), [each for each in whole.reports if each not in out]
        if strangers:
            raise InputRefused(sorted(strangers)[0], f"is no report of {whole.id}", f"list them with: truceline show {whole.id}")
        if not rest:
            raise InputRefused(incident, "all its reports are named", "leave at least one of them in it")
        made = [desk.judged(one, two, Same.NO, _why("split", reason)) for one, two in sorted(product(sorted(out), rest))]
        return _judge(desk, made, whole.reports, as_json)


def undo(decision: str, *, by: str, reason: str, ledger: str, packs: tuple[Path, ...], as_json: bool) -> int:
    """Takes back one decision."""
    with open_desk(ledger, packs, by) as desk:
        held = desk.ledger.contents(read_by(desk.pack))
        known = {each.id: each.reports for each in held.reviews} | {each.id: (each.left, each.right) for each in held.judgements}
        fitting = [each for each in known if each.startswith(decision)]
        if len(fitting) != 1:
            why = "no decision has this id" if not fitting else f"{len(fitting)} decisions have ids that begin so"
            raise InputRefused(decision, why, "list them with: truceline decisions")
        if fitting[0] in undone(held.reviews):
            raise InputRefused(fitting[0], "was taken back already", "to have it again, take back its taking back")
        made = Review(verb=Verb.UNDO, by=by, at=desk.now, subject=fitting[0], reason=reason, undoes=fitting[0])
        desk.ledger.review(made)
        return tell(desk, [made.id], known[fitting[0]], as_json)


def reports_of(view: LedgerView, word: str) -> tuple[ReportId, ...]:
    """The reports that the id of an incident or of a report names. Raises InputRefused."""
    return (report_of(view, word).id,) if word.startswith("r") else find(view, word).reports


def report_of(view: LedgerView, word: str) -> Report:
    """The report with this id, or whose id begins so. Raises InputRefused."""
    found = [each for key, each in view.reports.items() if key.startswith(word)]
    if len(found) == 1:
        return found[0]
    gone = [each for each in view.rejected if each.startswith(word)]
    if not found and gone:
        review = view.rejected[gone[0]]
        raise InputRefused(gone[0], f"was rejected by {review.by}: {review.reason}", f"truceline undo {review.id} takes that back")
    raise InputRefused(word, f"{len(found) or 'no'} reports have ids that begin so", "truceline show INCIDENT lists reports")


def as_codebook(value: object) -> str | None:
    """A value as it can be typed: lists of codes with commas, counts as ``[20,30]``; None = not said."""
    if isinstance(value, list):
        plain = all(isinstance(each, str) for each in value)
        return ", ".join(value) if plain else json.dumps(value, separators=(",", ":"))
    return None if value is None else str(value)


@contextmanager
def open_desk(ledger: str, packs: tuple[Path, ...], by: str) -> Iterator[Desk]:
    """The ledger opened with its view, for somebody who decides. Raises BadParameter where no name is given."""
    if not by.strip():
        raise typer.BadParameter("a decision needs a name", param_hint="--by")
    with open_workspace(Settings(ledger=ledger, packs=packs)) as workspace:
        view = derive(workspace.ledger, workspace.pack, handling=Handling.RED)
        yield Desk(ledger=workspace.ledger, view=view, pack=workspace.pack, by=by, now=datetime.now(UTC))


def _judge(desk: Desk, made: Sequence[Judgement], reports: Sequence[ReportId], as_json: bool) -> int:
    for each in made:
        desk.ledger.judge(each)
    return tell(desk, [each.id for each in made], reports, as_json)


def tell(desk: Desk, decisions: list[str], reports: Sequence[ReportId], as_json: bool) -> int:
    """What was decided, and in which incidents the reports now stand."""
    view = derive(desk.ledger, desk.pack, handling=Handling.RED)
    wanted = set(reports)
    now: list[Incident] = [each for each in view.incidents.values() if wanted.intersection(each.reports)]
    if as_json:
        write_json({"decisions": decisions, "incidents": [each.id for each in now], "digest": view.digest})
    else:
        say(f"decided: {' '.join(decisions)} (to take it back: truceline undo {decisions[-1]})")
        say("\n".join(f"{each.id}  {each.first('date') or 'day not told'}  {each.kind}  {len(each.reports)} reports" for each in now)
            or "no incident is left of it")  # fmt: skip
    return DONE


def _check(field: str, value: str, ontology: Ontology) -> None:
    """A value that the codebook does not have would be lost on every reader after us."""
    try:
        made = parse(field, value)
    except ValueError as error:
        raise typer.BadParameter(str(error), param_hint="VALUE") from error
    lists: dict[str, Collection[str]] = {
        "type": ontology.kinds, "line": ontology.lines, "sector": ontology.sectors, "response": ontology.responses,
        "outcome": ontology.outcomes,
    }  # fmt: skip
    known = lists.get(field)
    for each in made if isinstance(made, tuple) else (made,):
        if known and each is not None and each not in known:
            raise typer.BadParameter(f"{each!r} is no {field} of the codebook (one of: {', '.join(sorted(known))})", param_hint="VALUE")


def _pair(one: ReportId, two: ReportId) -> tuple[ReportId, ReportId]:
    return (one, two) if one < two else (two, one)


def _why(verb: str, reason: str) -> str:
    if verb not in ("accept", "assign") and not reason.strip():
        raise typer.BadParameter(f"to {verb} needs a reason that can be read later", param_hint="--reason")
    return reason
