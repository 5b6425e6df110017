"""Drafts of notes on an incident: notification, protest, request for a meeting, finding.

The form is neutral and the same for every party: what is told and by whom, how the accounts stand, what the clauses say on whose account,
what was done before, and what is asked. Nothing in it is known better than the ledger knows it: gaps are marked blanks.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date

from truceline.findings.by_others import found_by_others
from truceline.model.case_file import CaseFile, State, Timing
from truceline.model.finding import Finding, Verdict
from truceline.model.incident import Incident
from truceline.model.instrument import Rulebook
from truceline.model.ledger_view import LedgerView
from truceline.model.report import Report, Stance
from truceline.model.review import Verb
from truceline.packs.pack import Pack
from truceline.views.card_facts import value
from truceline.views.card_records import Desk
from truceline.views.case_file import TIMINGS, case_of, step_in_words, step_row
from truceline.views.draft_parties import Ends, ends, live, rulebook
from truceline.views.draft_records import Cited, Line, Note, NoteKind, Part, blank
from truceline.views.finding_rows import below
from truceline.views.grave import CARE, allegations
from truceline.views.quotes import QuoteBook
from truceline.views.reasons import found_in_words, sentence
from truceline.views.review import REVIEWED, reviewed
from truceline.views.values import day_in_words, instrument_names, kind_label, party_in_words, party_names, publisher_of, speaker_in_words

TITLES = {
    NoteKind.NOTIFICATION: "Notification", NoteKind.PROTEST: "Protest", NoteKind.MEETING_REQUEST: "Request for a meeting",
    NoteKind.FINDING: "Finding, for the competent body to complete",
}  # fmt: skip
PHRASES = {
    "date": "The day told is", "time": "The local hour told is", "place": "The place told is", "line": "The line told is",
    "sector": "The sector told is", "actor": "Told as acting:", "target": "Told as acted upon:",
    "persons": "The number of persons who acted is told as", "rounds": "The number of rounds, shells or balloons is told as",
    "vehicles": "The number of vessels, aircraft or vehicles is told as", "killed": "The number of killed is told as",
    "wounded": "The number of wounded is told as", "captured": "The number of persons taken or held is told as",
    "response": "The response told is", "outcome": "The outcome told is", "intent": "Whether it was meant, as told:",
}  # fmt: skip
NEEDED = ("date", "time", "place", "actor", "target")
"""Fields that a note names in any case: where nothing is told, a blank stands."""
FORM = "form of the note"


def draft(
    view: LedgerView, incident: Incident, kind: NoteKind, pack: Pack, *, instrument: str | None = None, about: str | None = None,
    on: date | None = None,
) -> Note:  # fmt: skip
    """The draft of one note under one instrument, about the conduct of one party (``about``; a finding is about all).

    Raises InputRefused where no instrument speaks of the incident, or where it must be said which one or whose conduct is meant.
    """
    ours = view.findings.get(incident.id, ())
    book = rulebook(ours, pack.rulebooks, instrument, incident)
    desk = Desk(
        view=view, ontology=pack.ontology, names=party_names(pack), instruments=instrument_names(pack.rulebooks), clauses={},
        book=QuoteBook(documents=view.documents), rulebooks=pack.rulebooks, verdict_words=pack.verdict_words,
    )  # fmt: skip
    between = ends(kind, incident, ours, book, desk.names, about)
    case = case_of(view, incident, pack, on=on)
    reports = tuple(view.reports_of(incident))
    told = _told(incident, reports, desk)
    parts = (
        Part(heading="Purpose", lines=(_purpose(kind, between),)),
        Part(heading="What is told", lines=told),
        Part(heading="How the accounts stand", lines=tuple(_accounts(incident, reports, between, desk))),
        Part(heading=f"What the clauses say ({book.instrument.title})", lines=tuple(_clauses(kind, ours, book, between, desk))),
        Part(heading="What others found", lines=tuple(_others(incident, ours, book, desk))),
        Part(heading="Steps so far", lines=tuple(_steps(case, view, desk))),
        Part(heading="What is asked", lines=tuple(_asked(kind, between, case, book))),
    )  # fmt: skip
    status, watermark = _state(incident, told, view)
    label = kind_label(incident.kind, pack.ontology)
    day = incident.first("date")
    return Note(
        kind=kind, title=f"{TITLES[kind]}: {label}, {day_in_words(day) if day else 'day not told'}", status=status, watermark=watermark,
        parts=tuple(each for each in parts if each.lines), sources=_sources(desk),
        head=(
            ("From", between.sender), ("To", between.addressee), ("Date", blank("day of sending")), ("Channel", blank("by what way")),
            ("Instrument", f"{book.instrument.title} (rulebook {book.instrument.slug} {book.version})"),
            ("Reference", f"incident {incident.id}, ledger {view.digest[:16]}" + (f", as of {view.as_of}" if view.as_of else "")),
            ("Handling", view.mark_of(incident).value),
        ),
    )  # fmt: skip


def _purpose(kind: NoteKind, between: Ends) -> Line:
    text = {
        NoteKind.NOTIFICATION: f"{between.sender} brings to the attention of {between.addressee} the act described below.",
        NoteKind.PROTEST: f"{between.sender} protests to {between.addressee} against the act described below.",
        NoteKind.MEETING_REQUEST: f"{between.sender} asks {between.addressee} for a meeting on the act described below.",
        NoteKind.FINDING: f"{between.sender} looked into the act described below: "
        f"{blank('by what means, on which days, by which members')}; observers: {blank('who observed the work')}.",
    }[kind]
    return Line(text=text, grounds=(FORM,))


def _told(incident: Incident, reports: tuple[Report, ...], desk: Desk) -> tuple[Line, ...]:
    """One sentence a field; where accounts differ, all values stand in it, each with its claimants. Grave words stay allegations."""
    looked = _looked_at(desk.view, incident)
    lines = [
        Line(
            text=f"The act told is: {kind_label(incident.kind, desk.ontology)}.",
            quotes=_quote_of(reports, desk),
            unreviewed=_new(reports, looked, None),
        )
    ]
    for field, phrase in PHRASES.items():
        variants = incident.variants.get(field, ())
        if variants:
            values = [value(field, each, reports, desk) for each in variants]
            texts = "; ".join(f"{each.text} ({', '.join(each.claimants) or 'claimant not told'})" for each in values)
            numbers = tuple(dict.fromkeys(number for each in values for number in each.quotes))
            fresh = any(_new([one for one in reports if one.id in each.reports], looked, field) for each in variants)
            lines.append(Line(text=f"{phrase} {texts}.", quotes=numbers, unreviewed=fresh))
        elif field in NEEDED:
            lines.append(Line(text=f"{phrase} {blank('not told')}.", grounds=("no document of the ledger tells it",)))
    for each in allegations(incident, reports):
        by = ", ".join(each.claimants) or "nobody named"
        lines.append(Line(text=f"Alleged, and not verified: {each.what} (by {by}; {each.standing}).", grounds=(CARE,), unreviewed=True))
    return tuple(lines)


def _looked_at(view: LedgerView, incident: Incident) -> frozenset[tuple[str, str | None]]:
    """Which values a person has looked at: (report, None) for a whole report, (report, field) for one that was corrected."""
    found = reviewed(view, incident).reviews
    word = {key: each.verb for each in found if each.verb in (Verb.ACCEPT, Verb.REJECT) for key in each.reports}
    whole = {(str(key), None) for key, verb in word.items() if verb is Verb.ACCEPT}
    return frozenset(whole | {(str(key), each.field) for each in found if each.verb is Verb.CORRECT for key in each.reports})


def _new(reports: Iterable[Report], looked: frozenset[tuple[str, str | None]], field: str | None) -> bool:
    """Whether nobody has looked at a value: at none of the reports that give it."""
    return not any((str(each.id), None) in looked or (field is not None and (str(each.id), field) in looked) for each in reports)


def _quote_of(reports: Sequence[Report], desk: Desk) -> tuple[int, ...]:
    return desk.book.numbers(span for each in reports for span in each.claim.kind.evidence)


def _accounts(incident: Incident, reports: Sequence[Report], between: Ends, desk: Desk) -> Iterator[Line]:
    """Who asserts, who denies, who has not confirmed; and the version of each party concerned, also where none is told."""
    heard: set[str] = set()
    for stance, words in (
        (Stance.ASSERTS, "Told by"),
        (Stance.CONFIRMS, "Confirmed by"),
        (Stance.DENIES, "Denied by"),
        (Stance.NOT_CONFIRMED, "Not confirmed by"),
    ):
        found = [
            each for report in reports for each in report.attributions if each.stance is stance and each.speaker.value.code != "document"
        ]
        if found:
            names = dict.fromkeys(speaker_in_words(each.speaker.value.code, desk.names) for each in found)
            numbers = desk.book.numbers(span for each in found for span in each.speaker.evidence)
            heard |= {each.speaker.value.party for each in found if each.speaker.value.party}
            yield Line(text=f"{words}: {', '.join(names)}.", quotes=numbers)
    denials = [each for report in reports for each in report.follow_ups if each.act == "denial" and each.by]
    if denials:
        names = dict.fromkeys(party_in_words(str(each.by), desk.names) for each in denials)
        heard |= {str(each.by).partition(":")[0] for each in denials}
        yield Line(text=f"Denied by: {', '.join(names)}.", quotes=desk.book.numbers(span for each in denials for span in each.evidence))
    for party in between.parties:
        if party not in heard:
            name = desk.names.get(party, party)
            yield Line(text=f"No account of {name} is held; that is not to say that there is none.", grounds=("documents of this ledger",))
    yield Line(text=f"It rests on {len(incident.origins)} independent origin(s).", grounds=("relays and copies of one story count once",))


def _clauses(kind: NoteKind, ours: Sequence[Finding], book: Rulebook, between: Ends, desk: Desk) -> Iterator[Line]:
    """Each clause that the act may fall under, on whose account; a finding leaves the determination to the competent body."""
    shown = [
        each
        for each in ours
        if each.instrument == book.instrument.slug and live(each) and (not between.about or each.side == between.about)
    ]
    for each in shown:
        clause = book.clause(each.clause)
        where = f"paragraph {each.clause}" if clause is None else f"{clause.reference}: {clause.text}"
        numbers = desk.book.numbers(span for one in each.reasons for span in below(one))
        if kind is NoteKind.FINDING:
            chosen = blank("a breach / no breach / not to be determined")
            yield Line(text=f"Paragraph {each.clause}, the act of {desk.names.get(each.side, each.side)}: {chosen}.", grounds=(where,))
        yield Line(text=sentence(_named(each, desk)) + ".", quotes=numbers, grounds=(where,), unreviewed=True)
        for question in each.missing:
            yield Line(text=f"Not known: {question} {blank('answer')}", grounds=(f"paragraph {each.clause}",))
    if kind is NoteKind.FINDING:
        meant = blank("deliberate / accidental / not to be determined / not examined")
        yield Line(text=f"Whether it was meant: {meant}.", grounds=("no clause asks for it",))
    if not any(each.verdict in (Verdict.APPARENT_BREACH, Verdict.CONTESTED) for each in shown):
        yield Line(text=f"On what is told no clause is apparently breached; the paragraph meant is {blank('paragraph')}.", grounds=(FORM,))


def _named(finding: Finding, desk: Desk) -> Finding:
    """The finding with names of parties and kinds in place of their codes."""
    return replace(
        finding, side=desk.names.get(finding.side, finding.side), act=kind_label(finding.act, desk.ontology),
        on_account_of=tuple(speaker_in_words(each, desk.names) for each in finding.on_account_of),
    )  # fmt: skip


def _others(incident: Incident, ours: Sequence[Finding], book: Rulebook, desk: Desk) -> Iterator[Line]:
    if desk.verdict_words is None:
        return
    view = desk.view
    found = found_by_others(incident, view.reports, (book,), ours, view.law_quotes, view.documents, desk.verdict_words)
    for each in found:
        about = party_in_words(each.about, desk.names) if each.about else None
        named = replace(each, finder=speaker_in_words(each.finder, desk.names), about=about)
        yield Line(text=f"{found_in_words(named)}.", quotes=desk.book.numbers(each.evidence))
        for one in each.differences:
            yield Line(text=f"It differs: {one}.", grounds=("our finding beside theirs",))


def _steps(case: CaseFile, view: LedgerView, desk: Desk) -> Iterator[Line]:
    """What was done before, with its day where one is told; what was only stated as intended is said to be that."""
    for each in (*case.steps, *case.intended):
        if each.state in (State.SEEN, State.ANNOUNCED):
            continue
        apart = "Stated as intended, not told as done: " if each in case.intended else ""
        person = (f"{each.said_by}, {each.decided_on}: {each.why} ({each.decision})",) if each.decision else ()
        row = step_row(each, view, None)
        names = {end: party_in_words(row[end], desk.names) if row[end] else None for end in ("by", "to")}
        words = step_in_words(row | names)
        yield Line(text=f"{apart}{words}.", quotes=desk.book.numbers(each.evidence), grounds=person, unreviewed=not each.decision)


def _asked(kind: NoteKind, between: Ends, case: CaseFile, book: Rulebook) -> Iterator[Line]:
    text = {
        NoteKind.NOTIFICATION: f"{between.addressee} is asked for its account of the act, by {blank('day')}.",
        NoteKind.PROTEST: f"{between.addressee} is asked to see that the act is not repeated, and to tell by {blank('day')} what was done.",
        NoteKind.MEETING_REQUEST: f"The meeting is asked for on {blank('day and hour')} at {blank('place')}, "
        "on what was found and on how the like can be prevented.",
        NoteKind.FINDING: f"The finding goes to {blank('who is told of it')} and is made public {blank('when and where, or not')}.",
    }[kind]
    yield Line(text=text, grounds=(FORM,))
    wanted = {NoteKind.NOTIFICATION: "notified", NoteKind.MEETING_REQUEST: "meeting_requested", NoteKind.FINDING: "found"}.get(kind)
    for term in book.instrument.case_terms:
        if term.after == wanted:
            hours = "the text sets no number of days" if term.within_hours is None else f"within {term.within_hours} hours"
            timing = next((TIMINGS[each.timing] for each in case.dues if each.name == term.name and each.timing is Timing.NOT_RUNNING), "")
            unchecked = "; not yet checked against a source" if not term.checked else ""
            note = f" ({timing})" if timing else ""
            yield Line(
                text=f"What the text makes due then: {term.name}, {hours}{note}.", grounds=(f"{term.reference or term.clause}{unchecked}",)
            )
    yield Line(text=f"For {between.sender}: {blank('name, rank, office, signature')}.", grounds=(FORM,))


def _state(incident: Incident, told: Sequence[Line], view: LedgerView) -> tuple[str, str | None]:
    """What stands under the title, and the watermark where values were not reviewed."""
    fresh = sum(each.unreviewed for each in told)
    total = sum(bool(each.quotes) for each in told)
    if reviewed(view, incident).state == REVIEWED and not fresh:
        return "Draft from reviewed values. Truceline sends nothing: it goes out only by a person's hand.", None
    unsure = " It was read too unsurely to be counted." if incident.unsure else ""
    return (
        f"Draft made by machine; * marks sentences that rest on what no person has looked at ({fresh} of {total} values).{unsure}"
        " Not for sending.",
        "DRAFT - NOT REVIEWED - NOT FOR SENDING",
    )


def _sources(desk: Desk) -> tuple[Cited, ...]:
    found = []
    for number, each in desk.book.all():
        document = desk.view.documents[each.span.document_id]
        hand = ", ".join(
            part for part in (publisher_of(document), document.published.isoformat() if document.published else None, document.url) if part
        )
        place = f"{each.span.part} {each.span.start}-{each.span.end}; sha256 {document.id}"
        found.append(
            Cited(
                number=number,
                words=each.words,
                where=f"{document.title or document.name} ({hand or 'publisher and day not told'}), {place}",
            )
        )
    return tuple(found)
