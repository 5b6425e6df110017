"""Claims of a first or a most, and what the ledger says of them, in words and for JSON: each names the incidents it rests on."""

from collections.abc import Iterable
from dataclasses import asdict

from truceline.incidents.since import Held, Holds, SinceCheck, since_checks
from truceline.model.ids import ClaimId
from truceline.model.ledger_view import LedgerView
from truceline.model.report import CountClaim
from truceline.packs.ontology import Ontology

LABELS = {
    Holds.SUPPORTED: "supported",
    Holds.CONTRADICTED: "contradicted",
    Holds.MAY_BE_CONTRADICTED: "may be contradicted",
    Holds.OUT_OF_REACH: "out of this ledger's reach",
    Holds.NOT_DECIDABLE: "not decidable",
}


def checked(claims: Iterable[CountClaim], view: LedgerView, ontology: Ontology) -> dict[ClaimId, SinceCheck]:
    """The claims of a first or a most among these, held against the whole view; other claims have no entry."""
    held = Held(incidents=view.incidents, reports=view.reports, documents=view.documents)
    return since_checks(claims, held, ontology)


def claimed(claim: CountClaim) -> str:
    """What a claim says of its number: "number 3", "10 in all", "the first", "the deadliest"."""
    if claim.most:
        return f"the {claim.most}"
    if claim.ordinal == 1:
        return "the first"
    return f"number {claim.ordinal}" if claim.ordinal is not None else f"{claim.count} in all"


def row(check: SinceCheck) -> dict[str, object]:
    """A check for JSON; lists of ids of incidents."""
    told = asdict(check)
    del told["claim_id"]
    return {**told, "verdict": check.verdict.value}


def sentence(check: SinceCheck) -> str:
    """The verdict with its reason."""
    return f"{LABELS[check.verdict]}: {check.why}"
