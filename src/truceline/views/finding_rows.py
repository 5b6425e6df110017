"""What the clauses say of an incident as rows of its dossier: findings with reasons, law that is quoted, counts that are claimed."""

from truceline.model.finding import Finding, Reason
from truceline.model.incident import Incident
from truceline.model.ledger_view import LedgerView
from truceline.model.text import Span
from truceline.packs.ontology import Ontology
from truceline.views.quotes import place
from truceline.views.since_told import checked, claimed, sentence
from truceline.views.since_told import row as since_row


def finding(each: Finding) -> dict[str, object]:
    """One finding with its reasons as a tree and its missing facts as questions."""
    return {
        "instrument": each.instrument,
        "clause": each.clause,
        "side": each.side,
        "answers_through": each.answers_through,
        "act": each.act,
        "verdict": each.verdict.value,
        "reasons": [reason(one) for one in each.reasons],
        "missing": list(each.missing),
        "on_account_of": list(each.on_account_of),
        "rulebook_version": each.rulebook_version,
        "checked": each.checked,
    }


def reason(each: Reason) -> dict[str, object]:
    """One test of a clause, with the tests it was made from."""
    return {
        "test": each.test,
        "answer": each.answer.value,
        "text": each.text,
        "reference": each.reference,
        "evidence": [[span.document_id, *place(span)] for span in each.evidence],
        "reasons": [reason(one) for one in each.reasons],
    }


def below(one: Reason) -> tuple[Span, ...]:
    """The evidence of a reason and of all reasons under it."""
    return (*one.evidence, *(span for each in one.reasons for span in below(each)))


def law_quotes(view: LedgerView, incident: Incident) -> list[dict[str, object]]:
    """Clauses quoted in the incident's documents: what the text quotes, which need not be what the finding rests on."""
    return [
        {
            "instrument": each.instrument,
            "clause": each.clause,
            "document": each.document_id,
            "form": each.form.value,
            "score": each.score,
            "quote": place(each.span),
        }
        for each in view.law_quotes
        if each.document_id in incident.documents
    ]


def count_checks(view: LedgerView, incident: Incident, ontology: Ontology | None) -> list[dict[str, object]]:
    """Count claims whose check names this incident, or that a report of it makes; of a first or a most also what the ledger says of it."""
    found: list[dict[str, object]] = []
    own = [claim for key in view.checks if (claim := view.count_claims.get(key)) and claim.report_id in incident.reports]
    since = checked(own, view, ontology) if ontology else {}
    for claim_id, check in view.checks.items():
        claim = view.count_claims.get(claim_id)
        if claim is None or (incident.id not in check.incidents and claim.report_id not in incident.reports):
            continue
        found.append(
            {
                "claim": claim_id,
                "document": claim.document_id,
                "type": claim.kind,
                "ordinal": claim.ordinal,
                "count": claim.count,
                "by": list(claim.by),
                "since": claim.since,
                "until": claim.until,
                "verdict": check.verdict.value,
                "claimed": check.claimed,
                "found": check.found,
                "gap": check.gap,
                "incidents": list(check.incidents),
                "why": check.why,
                "quote": place(claim.quote),
                "most": claim.most,
                "measured_by": list(claim.measured_by),
                "after": claim.after,
                "since_check": since_row(since[claim_id]) if claim_id in since else None,
                "said": claimed(claim),
                "told": sentence(since[claim_id]) if claim_id in since else None,
            }
        )
    return found
