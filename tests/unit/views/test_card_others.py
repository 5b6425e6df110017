"""Beside our findings a card shows what others found, and the response against the procedure."""

from dataclasses import replace

from tests.unit.findings.law import ARMISTICE, crossing, page, report

from truceline.findings.assess import assess
from truceline.model.incident import Incident
from truceline.model.ledger_view import LedgerView
from truceline.model.report import FollowUp
from truceline.model.text import Span
from truceline.packs.pack import load_pack
from truceline.views.card_others import others, response
from truceline.views.card_records import Desk
from truceline.views.quotes import QuoteBook

PACK = load_pack()


def desk(*, responses: tuple[str, ...] = ()) -> tuple[Desk, Incident]:
    document = page(text="Soldiers from the North crossed the line. The Command found no violation of the Armistice.")
    words = Span(document_id=document.id, start=42, end=len(document.text))
    told = replace(
        report(document, actor="Soldiers from the North", line="the line"),
        follow_ups=(FollowUp(act="finding", by="UNC", to="PRK:mil", evidence=(words,)),),
    )
    incident = crossing(**({"response": list(responses)} if responses else {}))
    found = assess(incident, {told.id: told}, (ARMISTICE,))
    view = LedgerView(
        documents={document.id: document}, reports={told.id: told}, count_claims={}, law_quotes=(), incidents={incident.id: incident},
        findings={incident.id: found}, checks={}, judgements=(), fetches={}, refusals=(), rulebooks=(), pack_version="",
    )  # fmt: skip
    made = Desk(
        view=view, ontology=PACK.ontology, names={}, instruments={}, clauses={}, book=QuoteBook(view.documents), rulebooks=(ARMISTICE,),
        verdict_words=PACK.verdict_words,
    )  # fmt: skip
    return made, incident


def test_a_card_shows_another_finding_with_its_standing_words_and_difference() -> None:
    made, incident = desk()
    (other,) = others(incident, made)
    assert "UNC (a body of one side) found no breach of PRK:mil" in other.text
    assert "differs: UNC found no breach; ours names 14, 7" in other.text
    assert other.quotes == (1,)


def test_the_procedure_is_shown_only_where_a_response_is_told() -> None:
    silent, told = desk(), desk(responses=("warning_shots",))
    assert response(silent[1], silent[0]) == ()
    (ladder,) = response(told[1], told[0])
    assert ladder.text.endswith("warning broadcast: not told, though a later step is; warning shots: told")
