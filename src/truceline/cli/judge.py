"""``truceline judge``: what each clause says of one incident, as a tree of conditions with answer, evidence and source."""

from collections.abc import Iterator, Mapping

from msgspec import to_builtins

from truceline.cli.look import look
from truceline.cli.options import Sight
from truceline.cli.speak import DONE, say, write_json
from truceline.errors import ConfigError
from truceline.findings.assess import assess
from truceline.findings.background import misstated
from truceline.findings.by_others import found_by_others
from truceline.findings.facts import read_facts
from truceline.findings.ladder import ladders
from truceline.model.finding import Answer
from truceline.model.incident import Incident
from truceline.model.instrument import Rulebook
from truceline.model.ledger_view import LedgerView
from truceline.model.place import Where
from truceline.packs.lines import load_boundaries
from truceline.packs.pack import Pack
from truceline.views.dossier import find
from truceline.views.found_before import FoundBefore, found_before
from truceline.views.reasons import as_json as tree_of
from truceline.views.reasons import judged
from truceline.views.values import decoded

NUMBER_SIGNS = 40


def run(incident: str, *, sight: Sight, instrument: str | None, given: tuple[str, ...], as_json: bool) -> int:
    """Judges the incident anew with what a person answered, ``QUESTION=yes`` or ``NUMBER=3.5`` or ``NUMBER=2..5``."""
    view, pack = look(sight)
    found, books = find(view, incident), chosen(pack, instrument)
    answers, measured = answered(given, books)
    findings = assess(
        found, view.reports, books, [each for each in view.law_quotes if each.document_id in found.documents], view.documents,
        answers=answers, measured=measured,
    )  # fmt: skip
    others = found_by_others(found, view.reports, books, findings, view.law_quotes, view.documents, pack.verdict_words)
    before = found_before(found, view, books, findings, pack.verdict_words)
    facts = read_facts(found, view.reports, view.documents)
    steps = tuple(each for book in books for each in ladders(book, facts))
    if as_json:
        write_json({
            "incident": found.id, "findings": [tree_of(each, view) for each in findings],
            "found_by_others": to_builtins(others), "found_before": [before_row(each) for each in before], "response": to_builtins(steps),
            "geometry": grounds(found, view, pack),
            "misstated": misstatements(found, view, pack),
        })  # fmt: skip
    else:
        say(judged(found, findings, view, {each.instrument.slug: each for each in books}, others=others, ladders=steps, before=before))
        for line in (*misstatements(found, view, pack), *grounds(found, view, pack)):
            say(f"  {line}")
    return DONE


def before_row(each: FoundBefore) -> dict[str, object]:
    """A finding of a like incident, for JSON."""
    then = each.like.incident
    return {
        "incident": then.id, "date": then.first("date"), "review": each.review, "shares": list(each.like.shares),
        "differs": list(each.like.differs), "finding": to_builtins(each.finding), "differences": list(each.differences),
        "in_rulebook": list(each.in_rulebook),
    }  # fmt: skip


def chosen(pack: Pack, instrument: str | None) -> tuple[Rulebook, ...]:
    """All rulebooks, or the one with this slug. Raises ConfigError."""
    books = tuple(each for each in pack.rulebooks if instrument in (None, each.instrument.slug))
    if not books:
        names = ", ".join(each.instrument.slug for each in pack.rulebooks)
        raise ConfigError(f"no instrument {instrument!r} in the pack; there are: {names}")
    return books


def answered(
    given: tuple[str, ...], books: tuple[Rulebook, ...]
) -> tuple[Mapping[str, Answer], Mapping[str, tuple[float | None, float | None]]]:
    """What a person answered to the questions, and the numbers they gave. Raises ConfigError for a name no rulebook asks."""
    questions = {name for book in books for name in book.instrument.questions}
    measures = {name for book in books for name in book.instrument.measures}
    answers: dict[str, Answer] = {}
    measured: dict[str, tuple[float | None, float | None]] = {}
    for each in given:
        name, _, value = each.partition("=")
        if name in questions and value in ("yes", "no", "unknown"):
            answers[name] = Answer(value)
        elif name in measures:
            measured[name] = interval(value, each)
        else:
            asked = ", ".join(sorted(questions | measures))
            raise ConfigError(f"--answer {each!r}: write QUESTION=yes|no|unknown or NUMBER=2..5; the names are: {asked}")
    return answers, measured


def interval(value: str, said: str) -> tuple[float | None, float | None]:
    """``3.5`` or ``2..5`` or ``2..`` as a stretch."""
    low, dots, high = value.partition("..")
    try:
        first = float(low) if low else None
        last = (float(high) if high else None) if dots else first
    except ValueError:
        first, last = None, None
    if len(value) > NUMBER_SIGNS or (first is None and last is None):
        raise ConfigError(f"--answer {said!r}: a number is written 3.5, a stretch 2..5")
    return first, last


def misstatements(incident: Incident, view: LedgerView, pack: Pack) -> list[str]:
    """What documents of the incident say wrongly of an instrument itself (``background``)."""
    names = {code: (*each.names, *each.adjectives, *each.people) for code, each in pack.gazetteer.parties.items()}
    told: list[str] = []
    for ident in incident.documents:
        document = view.documents[ident]
        for each in misstated(document, pack.rulebooks, names, pack.verdict_words, view.law_quotes):
            words = document.text[each.span.start : each.span.end]
            told.append(f'said of {each.instrument} in {document.name}, {each.span.start}-{each.span.end}: "{words}": {each.why}')
    return told


def grounds(incident: Incident, view: LedgerView, pack: Pack) -> list[str]:
    """Where the places told lie to the line told, and whether an act at the line is plausible there; empty without the extra ``geo``."""
    try:
        from truceline.findings.geometry import between, place, plausible  # an extra
    except ModuleNotFoundError:
        return []
    boundaries = load_boundaries(pack.boundaries_folder, pack.ontology)
    points = {(each.name, each.longitude, each.latitude, each.radius_m or 0) for each in _places(incident, view)}
    lines = sorted({str(decoded(each.value)) for each in incident.variants.get("line", ())})
    told: list[str] = []
    for name, longitude, latitude, radius in sorted(points, key=str):
        placings = place(longitude, latitude, radius, boundaries) if longitude is not None and latitude is not None else ()
        told += [f"geometry: {name}: {plausible(placings, line)[1]}" for line in lines]
        near = [f"{each.boundary.name} {between(each)}" + (f", on the side of {each.side}" if each.side else "") for each in placings[:3]]
        told += [f"geometry: {name}: {'; '.join(near)}"] if near else []
    return told


def _places(incident: Incident, view: LedgerView) -> Iterator[Where]:
    for report in view.reports_of(incident):
        where = report.claim.where
        if where is not None and where.value.latitude is not None:
            yield where.value
