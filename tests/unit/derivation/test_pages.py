"""Pages of a listing and single dossiers, from what is kept: the same as are cut out of the whole view."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from random import Random

import pytest
from tests.fakes.records import NOON
from tests.fakes.world import decisions, entries

from truceline.derivation import pages
from truceline.derivation.current import look
from truceline.derivation.pages import Asked, Page
from truceline.ledger.open import open_ledger
from truceline.ledger.sql import SqlLedger
from truceline.model.document import Document
from truceline.model.handling import Handling
from truceline.model.incident import Incident, Judgement
from truceline.model.ledger_view import LedgerView
from truceline.packs.pack import Pack, load_pack
from truceline.pipeline import derive, derived_by, read_by
from truceline.views.dossier import of_incident


@pytest.fixture(scope="module")
def pack() -> Pack:
    return load_pack()


@pytest.fixture(scope="module")
def ledger(pack: Pack, tmp_path_factory: pytest.TempPathFactory) -> Iterator[SqlLedger]:
    made = open_ledger(tmp_path_factory.mktemp("pages") / "ledger.db", clock=lambda: NOON)
    chance = Random(5)
    told = entries(chance, 45, read_by(pack))
    made.record_all(told)
    for each in decisions(chance, told, 6):
        made.judge(each) if isinstance(each, Judgement) else made.review(each)
    yield made
    made.close()


@pytest.fixture(scope="module")
def whole(ledger: SqlLedger, pack: Pack) -> LedgerView:
    view = derive(ledger, pack)
    assert len(view.incidents) > 12, "there is something to page through"
    return view


def page(ledger: SqlLedger, pack: Pack, asked: Asked) -> Page:
    by = derived_by(pack)
    found = look(ledger, by, lambda kept, told: pages.page(kept, told, by.rules, asked, Handling.CLEAR, pack.version))
    assert found is not None
    return found


def listed(whole: LedgerView) -> list[Incident]:
    return sorted(whole.incidents.values(), key=lambda each: (each.unsure, each.first("date") or "9999", each.id))


def test_pages_one_after_another_are_the_whole_listing(ledger: SqlLedger, pack: Pack, whole: LedgerView) -> None:
    found: list[Incident] = []
    after, more = "", True
    while more:
        part = page(ledger, pack, Asked(after=after, most=5))
        assert len(part.view.incidents) <= 5
        found += part.view.incidents.values()
        after, more = found[-1].id, part.more
    assert found == listed(whole)
    assert part.n_documents == len(whole.documents)
    assert part.n_sure == sum(not each.unsure for each in whole.incidents.values())


def test_a_page_can_be_narrowed_by_type_party_line_and_days(ledger: SqlLedger, pack: Pack, whole: LedgerView) -> None:
    asked = Asked(kind="shelling", party="PRK", line="MDL", since=date(2024, 6, 2), until=date(2024, 6, 4))
    found = page(ledger, pack, asked).view.incidents.values()
    assert found
    assert all(each.kind == "shelling" and each.first("line") == "MDL" for each in found)
    every = page(ledger, pack, Asked(kind="shelling")).view.incidents
    assert list(every) == [each.id for each in listed(whole) if each.kind == "shelling"]


def test_what_has_no_day_is_counted_where_days_are_asked_for(ledger: SqlLedger, pack: Pack, whole: LedgerView) -> None:
    undated = sum(not each.variants.get("date") for each in whole.incidents.values())
    assert page(ledger, pack, Asked(since=date(2024, 6, 1))).undated == undated > 0
    assert page(ledger, pack, Asked()).undated == 0


def test_a_page_may_bring_the_reports_and_documents_of_its_incidents_alone(ledger: SqlLedger, pack: Pack, whole: LedgerView) -> None:
    part = page(ledger, pack, Asked(most=3, with_reports=True)).view
    assert {key for each in part.incidents.values() for key in each.reports} == set(part.reports)
    assert all(part.reports[key] == whole.reports[key] for key in part.reports)
    assert all(part.documents[key] == whole.documents[key] for each in part.incidents.values() for key in each.documents)


def test_a_dossier_from_what_is_kept_is_the_one_from_the_whole_view(ledger: SqlLedger, pack: Pack, whole: LedgerView) -> None:
    by, shown = derived_by(pack), 0
    for incident in whole.incidents.values():
        for word in (incident.id, incident.aliases[-1], incident.id[:14]):
            view = look(ledger, by, lambda kept, told, word=word: pages.one(kept, told, by.rules, word, Handling.CLEAR, pack.version))
            if view is not None:
                shown += 1
                only = next(iter(view.incidents.values()))
                assert of_incident(view, only, ontology=pack.ontology) == of_incident(whole, incident, ontology=pack.ontology)
    assert shown > len(whole.incidents)


def test_the_incidents_of_a_kind_are_those_of_the_whole_view(ledger: SqlLedger, pack: Pack, whole: LedgerView) -> None:
    asked = next(iter(whole.incidents.values()))
    view = look(ledger, derived_by(pack), lambda kept, told: pages.of_its_kind(kept, told, asked.id, Handling.CLEAR))
    assert view is not None
    assert list(view.incidents.values()) == [each for each in whole.incidents.values() if each.kind == asked.kind]
    assert view.findings == {key: whole.findings[key] for key in view.incidents}


def test_what_bears_a_mark_is_not_shown_from_what_is_kept_of_all(pack: Pack, tmp_path: Path) -> None:
    ledger = open_ledger(tmp_path / "ledger.db", clock=lambda: NOON)
    entry = next(each for each in entries(Random(3), 9, read_by(pack)) if each.extraction and each.extraction.reports)
    marked = Document(**{name: getattr(entry.document, name) for name in entry.document.__slots__} | {"handling": Handling.AMBER})
    ledger.record(type(entry)(document=marked, capture=entry.capture, extraction=entry.extraction, read_by=entry.read_by))
    by = derived_by(pack)

    def seen(upto: Handling) -> Page | None:
        return look(ledger, by, lambda kept, told: pages.page(kept, told, by.rules, Asked(), upto, pack.version))

    assert seen(Handling.CLEAR) is None
    found = seen(Handling.RED)
    assert found is not None and found.view.incidents
    assert not derive(ledger, pack).incidents
    ledger.close()
