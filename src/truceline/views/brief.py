"""The brief: one HTML page that stands alone, asks for nothing from outside, and leads from each value to its sentence."""

import base64
import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime

import jinja2
from markupsafe import Markup

from truceline.model.ids import DocumentId, IncidentId
from truceline.model.instrument import Clause, Rulebook
from truceline.model.ledger_view import LedgerView
from truceline.packs.pack import Pack
from truceline.views.card_records import Card, Desk
from truceline.views.cards import card
from truceline.views.chosen import cited
from truceline.views.count_cards import counts, ghosts
from truceline.views.figures import figures
from truceline.views.limits import Shown, coverage, shown, without_home
from truceline.views.map import Pin, map_svg, on_sheet
from truceline.views.measured import load_measured
from truceline.views.narrow import Narrow
from truceline.views.places import spots, why_not_drawn
from truceline.views.quotes import QuoteBook, Sentence
from truceline.views.review import share
from truceline.views.sheet import Sheet, load_sheet
from truceline.views.timeline import Row, timeline
from truceline.views.values import counted, day_in_words, days, instrument_names, party_names


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """Sentences by number and documents by id, for the templates."""

    by_number: Mapping[int, Sentence]
    documents: Mapping[DocumentId, Shown]


def brief(view: LedgerView, *, pack: Pack, made_at: datetime | None = None, title: str = "Truceline brief", narrowed: str = "") -> str:
    """The whole page as HTML text. ``made_at`` is printed if given; the clock is the caller's. ``narrowed``: which part of the
    ledger the view is, in words.

    Raises PackError where the pack's line files are broken.
    """
    rulebooks = pack.rulebooks
    book = QuoteBook(view.documents)
    desk = Desk(
        view=view,
        ontology=pack.ontology,
        names=party_names(pack),
        instruments=instrument_names(rulebooks),
        clauses=clauses_of(rulebooks),
        book=book,
        rulebooks=rulebooks,
        verdict_words=pack.verdict_words,
    )
    cards = tuple(every_card(desk))
    sheet = load_sheet(pack.lines_folder)
    pins, listed = placed(cards, sheet, view)
    shown_counts = tuple(counts(desk, cards))
    shown_figures = figures(cards, desk)
    listed_documents = cited(view) if narrowed else view.documents.keys()
    documents = {each.id: shown(each, view) for each in view.documents.values() if each.id in listed_documents}
    style = source("brief.css")
    return (
        environment()
        .get_template("brief.html")
        .render(
            title=title,
            style=Markup(style),
            style_hash=style_hash(style),
            view=view,
            known=known(view),
            narrowed=narrowed,
            made_at=made_at,
            cards=cards,
            figures=shown_figures,
            counts=shown_counts,
            drawing=timeline([row(each) for each in cards]),
            listed=listed,
            pins=pins,
            maps=[(kind, map_svg(sheet, pins, pack.ontology, width=width)) for kind, width in (("wide", 760), ("narrow", 340))],
            lines=[each.entry for each in sheet.drawn if each.entry.line],
            line_names={key: each.whose for key, each in pack.ontology.lines.items()},
            coverage=tuple(coverage(desk)),
            share=share(view),
            ghosts=tuple(ghosts(desk)),
            sentences=sentences(book),
            documents=tuple(documents.values()),
            refusals=[(without_home(each.where), each.why, each.cure) for each in view.refusals],
            measured=load_measured(),
            counted=counted,
            found=Found(by_number=dict(book.all()), documents=documents),
        )
    )


def clauses_of(rulebooks: Iterable[Rulebook]) -> dict[tuple[str, str], Clause]:
    """Clauses by instrument and number."""
    return {(book.instrument.slug, each.id): each for book in rulebooks for each in book.clauses}


def every_card(desk: Desk) -> Iterable[Card]:
    """The cards of all incidents, numbered from the latest."""
    narrow = Narrow(desk.view)
    for number, incident_id in enumerate(latest_first(desk.view), 1):
        incident = desk.view.incidents[IncidentId(incident_id)]
        yield card(number, incident, replace(desk, view=narrow(incident)))


def environment() -> jinja2.Environment:
    """Templates of this package, everything escaped."""
    return jinja2.Environment(
        loader=jinja2.PackageLoader("truceline.views"),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=jinja2.StrictUndefined,
    )


def source(name: str) -> str:
    """A file of the template folder as text."""
    loader = environment().loader
    return loader.get_source(environment(), name)[0] if loader else ""


def style_hash(style: str) -> str:
    """The hash by which the page's own policy lets its one style sheet through, and nothing else."""
    return "sha256-" + base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()


def latest_first(view: LedgerView) -> list[str]:
    """Ids of incidents, the latest first, those without a date last."""

    def key(each: str) -> tuple[bool, int, str]:
        told = view.incidents[IncidentId(each)].first("date")
        span = days(told) if told else None
        return (span is None, -span[1].toordinal() if span else 0, each)

    return sorted(view.incidents, key=key)


def known(view: LedgerView) -> str:
    """As of when the page holds, and what was withheld from it, in words."""
    return " ".join(each for each in (_as_of(view), f"{view.withheld[:1].upper()}{view.withheld[1:]}." if view.withheld else "") if each)


def _as_of(view: LedgerView) -> str:
    if view.as_of:
        return f"As of {day_in_words(view.as_of.isoformat())}: documents published later are left out."
    published = sorted(each.published for each in view.documents.values() if each.published)
    return (
        f"As of all documents read; the latest was published on {day_in_words(published[-1].isoformat())}."
        if published
        else "No dated document was read."
    )


def row(each: Card) -> Row:
    """A card as a row of the timeline."""
    return Row(number=each.number, href=f"#{each.id}", label=each.heading, when=each.when, dates=each.dates, firm=each.firm)


def placed(cards: Iterable[Card], sheet: Sheet, view: LedgerView) -> tuple[list[Pin], list[tuple[Card, str]]]:
    """The pins of the map, and the cards that have no place on it with the reason."""
    pins, listed = [], []
    for each in cards:
        reports = tuple(view.reports_of(view.incidents[IncidentId(each.id)]))
        found = spots(reports)
        inside = [spot for spot in found if on_sheet(sheet, spot)]
        pins += [Pin(number=each.number, href=f"#{each.id}", label=f"{each.heading}, {each.when}", spot=spot) for spot in inside]
        if not inside:
            listed.append((each, f'"{found[0].name}" lies outside this sheet' if found else why_not_drawn(reports)))
    return pins, listed


def sentences(book: QuoteBook) -> list[tuple[str, list[tuple[int, Sentence]]]]:
    """The numbered sentences, grouped by document in order of first use."""
    grouped: dict[str, list[tuple[int, Sentence]]] = {}
    for number, sentence in book.all():
        grouped.setdefault(sentence.span.document_id, []).append((number, sentence))
    return list(grouped.items())
