"""One incident as a card of the brief: what it is called, what it rests on, who says so, what came after."""

from collections.abc import Iterable

from truceline.model.incident import Incident
from truceline.model.ledger_view import LedgerView
from truceline.model.report import Attribution, LawForm, Prominence, Report, Stance
from truceline.model.text import Span
from truceline.views.attached import attached_rows
from truceline.views.attached import heading as heading_of_file
from truceline.views.card_facts import common, facts
from truceline.views.card_findings import findings
from truceline.views.card_others import others, response
from truceline.views.card_people import people, stages
from truceline.views.card_records import After, Card, Desk, Say
from truceline.views.dossier import earliest
from truceline.views.grave import CARE, allegations
from truceline.views.joins import joins
from truceline.views.review import reviewed
from truceline.views.values import FOOTING_LABELS, counted, day_in_words, kind_label, publisher_of, speaker_in_words, unique, unique_numbers


def card(number: int, incident: Incident, desk: Desk) -> Card:
    """The card of one incident."""
    reports = tuple(desk.view.reports_of(incident))
    best = best_quote(reports)
    told = facts(incident, reports, desk)
    return Card(
        number=number,
        id=incident.id,
        aliases=tuple(each for each in incident.aliases if each != incident.id),
        kind=incident.kind,
        label=kind_label(incident.kind, desk.ontology),
        heading=heading(incident, desk),
        when=when(incident, reports, desk.view),
        where=incident.first("place") or "",
        dates=tuple(each.value for each in incident.variants.get("date", ())),
        firm=firm(incident),
        lone=len(incident.origins) < 2,
        unsure=incident.unsure,
        basis=basis(incident),
        review=reviewed(desk.view, incident).words,
        quote=desk.book.number(best, mark=False) if best else None,
        facts=told,
        common=common(told),
        says=says(reports, desk),
        after=after(incident, reports, desk),
        findings=findings(incident, desk),
        law=law(incident, desk),
        others=others(incident, desk),
        response=response(incident, desk),
        joins=joins(desk.view, incident),
        notes=unique(note for each in reports for note in each.notes),
        grave=tuple(
            f"{each.what}, alleged by {' and '.join(speaker_in_words(by, desk.names) for by in each.claimants)}; {each.standing}"
            for each in allegations(incident, reports)
        ),
        care=CARE,
        files=files(incident, desk),
        people=people(incident, reports, desk),
        stages=stages(incident, reports, desk),
    )


def heading(incident: Incident, desk: Desk) -> str:
    """The kind, who is said to have acted, and how firmly; a handle for the eye, the accounts stand below."""
    parties = unique(each.value.partition(":")[0] for each in incident.variants.get("actor", ()))
    named = " and ".join(desk.names.get(each, each) for each in parties if each != "UNK")
    stands = {each.value for each in incident.variants.get("status", ())}
    doubt = next((each for each in ("disputed", "denied", "planned", "alleged") if each in stands), "")
    if doubt == "alleged" and "asserted" in stands:
        doubt = ""
    return kind_label(incident.kind, desk.ontology) + (f": {named}" if named else "") + (f" ({doubt})" if doubt else "")


def when(incident: Incident, reports: Iterable[Report], view: LedgerView) -> str:
    """The most reported date in words, or what bounds it."""
    told = incident.first("date")
    if told:
        return day_in_words(told)
    bound = earliest(view.documents[each.document_id] for each in reports if each.document_id in view.documents)
    return f"date not told, not after {day_in_words(bound)}" if bound else "date not told"


def firm(incident: Incident) -> bool:
    """Is it asserted by somebody, and neither only alleged nor contested by a party?"""
    stands = {each.value for each in incident.variants.get("status", ())}
    against = any(each.stance in ("denied", "denies") for each in incident.stances)
    return not against and (not stands or "asserted" in stands) and "disputed" not in stands


def basis(incident: Incident) -> str:
    """What the card rests on, in figures that say what they count."""
    parts = (counted(len(incident.reports), "report"), counted(len(incident.documents), "document"))
    return f"{parts[0]} in {parts[1]}, {counted(len(incident.origins), 'independent origin')}"


def best_quote(reports: Iterable[Report]) -> Span | None:
    """The sentence shown on the card: of a document that is about the incident, if there is one."""
    ranked = sorted(reports, key=lambda each: (each.prominence is not Prominence.MAIN, -each.confidence))
    return ranked[0].quote if ranked else None


def says(reports: Iterable[Report], desk: Desk) -> tuple[Say, ...]:
    """Who says so, document by document; denials last."""
    rows = [say(attribution, report, desk) for report in reports for attribution in report.attributions]
    return tuple(sorted(dict.fromkeys(rows), key=lambda each: each.against))


def say(attribution: Attribution, report: Report, desk: Desk) -> Say:
    """One attribution with its document and sentence."""
    document = desk.view.documents.get(report.document_id)
    known = tuple(span for each in attribution.rests_on for span in each.evidence)
    words = attribution.speaker.evidence if attribution.speaker.value.code != "document" else ()
    return Say(
        speaker=speaker_in_words(attribution.speaker.value.code, desk.names),
        stance=attribution.stance.value.replace("_", " "),
        against=attribution.stance in (Stance.DENIES, Stance.NOT_CONFIRMED),
        via=tuple(each.value.code for each in attribution.via),
        rests_on=tuple(FOOTING_LABELS[each.value] for each in attribution.rests_on),
        document=(publisher_of(document) or document.title or document.name) if document else report.document_id[:12],
        published=day_in_words(document.published.isoformat()) if document and document.published else "undated",
        quotes=unique_numbers((*desk.book.numbers((*words, *known)), *desk.book.numbers((report.quote,), mark=False))),
    )


def after(incident: Incident, reports: Iterable[Report], desk: Desk) -> tuple[After, ...]:
    """Follow-ups told in the reports, then how parties stand to it."""
    rows: dict[str, list[Span]] = {}
    for report in reports:
        for each in report.follow_ups:
            by = f" by {speaker_in_words(each.by, desk.names)}" if each.by else ""
            to = f" to {speaker_in_words(each.to, desk.names)}" if each.to else ""
            rows.setdefault(f"{each.act.replace('_', ' ')}{by}{to}", []).extend(each.evidence)
    for stance in incident.stances:
        as_of = f", as of {day_in_words(stance.as_of)}" if stance.as_of else ""
        quote = desk.view.reports[stance.report_id].quote if stance.report_id in desk.view.reports else None
        rows.setdefault(f"{desk.names.get(stance.party, stance.party)}: {stance.stance.replace('_', ' ')}{as_of}", []).extend(
            [quote] if quote else []
        )
    return tuple(After(text=text, quotes=desk.book.numbers(spans, mark=False)) for text, spans in rows.items())


def files(incident: Incident, desk: Desk) -> tuple[str, ...]:
    """Attached files, each with its hash, the acts that people say it shows, and when in it; no names, and nothing it claims."""
    told = []
    for row in attached_rows(desk.view, incident):
        acts = [
            " at ".join(part for part in (kind_label(step["act"], desk.ontology) if step["act"] else "", ", ".join(step["at"])) if part)
            for step in row["attachments"]
        ]
        shows = f", said to show {'; '.join(unique(each for each in acts if each))}" if any(acts) else ""
        told.append(f"{heading_of_file(row)}{shows} (sha256 {row['file'][:16]})")
    return tuple(told)


def law(incident: Incident, desk: Desk) -> tuple[After, ...]:
    """Clauses that the incident's documents quote; what a finding rests on may be another."""
    rows: dict[str, list[Span]] = {}
    for each in desk.view.law_quotes:
        if each.document_id in incident.documents:
            told = ", told in the document's own words" if each.form is LawForm.TOLD else ""
            name = f"{desk.instruments.get(each.instrument, each.instrument)}, paragraph {each.clause}{told}"
            rows.setdefault(name, []).append(each.span)
    return tuple(After(text=text, quotes=desk.book.numbers(spans)) for text, spans in rows.items())
