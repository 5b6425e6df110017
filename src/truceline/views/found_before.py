"""Precedents that the ledger itself holds: what others found of earlier incidents like this one, and where that differs from ours here.

They stand beside the precedents of the rulebook and decide nothing.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from truceline.findings.by_others import found_by_others
from truceline.incidents.precedents import Precedent, precedents
from truceline.model.finding import Finding, Held, OtherFinding, Standing, Verdict
from truceline.model.incident import Incident
from truceline.model.instrument import Rulebook
from truceline.model.ledger_view import LedgerView
from truceline.packs.verdict_words import VerdictWords
from truceline.views.review import reviewed

NAMES = (Verdict.APPARENT_BREACH, Verdict.CONTESTED)


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundBefore:
    """A finding that somebody made of an earlier incident of the same kind.

    ``like`` tells what the two incidents share and where they differ; ``differences`` how what was held there differs from ours here;
    ``in_rulebook`` the rulebook's precedents that may be the same finding (its finder, its month); ``review`` how far people have
    looked at the earlier incident.
    """

    like: Precedent
    finding: OtherFinding
    differences: tuple[str, ...] = ()
    in_rulebook: tuple[str, ...] = ()
    review: str = ""


def found_before(
    incident: Incident, view: LedgerView, rulebooks: Sequence[Rulebook], ours: Sequence[Finding], words: VerdictWords
) -> tuple[FoundBefore, ...]:
    """Findings told of like incidents that were not after this one, those that share most first.

    Only under instruments of which a clause was tested here, and only of who is a body of them or bound by them. A finding of which
    it is not told what it holds is none to go by, and is left out.
    """
    touched = {each.instrument for each in ours if each.clause != "*"}
    found: list[FoundBefore] = []
    for like in precedents(incident, view.incidents.values()):
        theirs = view.findings.get(like.incident.id, ())
        told = found_by_others(like.incident, view.reports, rulebooks, theirs, view.law_quotes, view.documents, words)
        for each in told:
            if each.held is not Held.NOT_TOLD and each.instrument in touched and each.standing is not Standing.OUTSIDER:
                found.append(FoundBefore(
                    like=like, finding=each, differences=tuple(_differences(each, ours)), review=reviewed(view, like.incident).words,
                    in_rulebook=tuple(_in_rulebook(each, like.incident, rulebooks)),
                ))  # fmt: skip
    return tuple(found)


def _differences(theirs: OtherFinding, ours: Sequence[Finding]) -> Iterator[str]:
    """What was held there against what our clauses say here, whichever side acted in either."""
    own = [each for each in ours if each.instrument == theirs.instrument and each.clause != "*"]
    named = sorted({each.clause for each in own if each.verdict in NAMES})
    if theirs.held is Held.BREACH and not named:
        verdicts = sorted({each.verdict.value.replace("_", " ") for each in own})
        yield f"a breach was found there; ours here names none ({', '.join(verdicts) or 'no clause was tested'})"
    if theirs.held is Held.NO_BREACH and named:
        yield f"no breach was found there; ours here names {', '.join(named)}"
    if theirs.held is Held.UNDETERMINED and named:
        yield f"it was not determined there; ours here names {', '.join(named)}"
    beside = [each for each in theirs.named if named and each not in named]
    if beside:
        yield f"it names {', '.join(beside)} there; ours here names {', '.join(named)}"


def _in_rulebook(theirs: OtherFinding, then: Incident, rulebooks: Sequence[Rulebook]) -> Iterator[str]:
    days = [each for each in (then.first("date"), theirs.day, theirs.found_on) if each]
    for book in rulebooks:
        if book.instrument.slug == theirs.instrument:
            for each in book.instrument.precedents:
                finder = theirs.finder.rpartition(":")[2]
                if finder in re.findall(r"\w+", each.finder) and any(day.startswith(each.date) for day in days):
                    yield each.id
