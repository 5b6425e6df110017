"""``truceline counts``: the count claims, each held against the ledger."""

from truceline.cli.look import look
from truceline.cli.options import Sight
from truceline.cli.speak import DONE, say, write_json
from truceline.incidents.since import SinceCheck
from truceline.model.ids import ClaimId, IncidentId
from truceline.model.ledger_view import LedgerView
from truceline.packs.pack import Pack
from truceline.views.since_told import checked, claimed, sentence
from truceline.views.since_told import row as since_row


def run(*, sight: Sight, as_json: bool) -> int:
    """Lists all count claims in order of publication."""
    view, pack = look(sight)
    if as_json:
        found = checked(view.count_claims.values(), view, pack.ontology)
        write_json([row(key, view, found.get(key)) for key in view.count_claims])
    else:
        say(listed(view, pack))
    return DONE


def row(claim_id: ClaimId, view: LedgerView, since: SinceCheck | None = None) -> dict[str, object]:
    """One count claim with its check, for JSON; ``since`` what the ledger says of a claim of a first or a most."""
    claim, check = view.count_claims[claim_id], view.checks.get(claim_id)
    return {
        "claim": claim.id, "document": claim.document_id, "type": claim.kind, "ordinal": claim.ordinal, "count": claim.count,
        "most": claim.most, "measured_by": list(claim.measured_by),
        "by": list(claim.by), "since": claim.since, "until": claim.until, "window": claim.window, "after": claim.after,
        "since_check": since_row(since) if since else None,
        "quote": view.documents[claim.document_id].words(claim.quote),
        "check": None if check is None else {
            "verdict": check.verdict.value, "claimed": check.claimed, "found": check.found, "gap": check.gap,
            "then": check.then, "announced": check.announced,
            "incidents": list(check.incidents), "why": check.why,
        },
    }  # fmt: skip


def listed(view: LedgerView, pack: Pack) -> str:
    """Count claims with their checks, for people."""
    lines = []
    since = checked(view.count_claims.values(), view, pack.ontology)
    for key, claim in view.count_claims.items():
        kind = pack.ontology.kinds[claim.kind].label if claim.kind in pack.ontology.kinds else claim.kind
        lines.append(f"{kind}: {claimed(claim)}" + (f", {claim.window}" if claim.window else ""))
        lines.append(f'  "{" ".join(view.documents[claim.document_id].words(claim.quote).split())}"')
        if found := since.get(key):
            lines += _since(found, view, pack)
        elif check := view.checks.get(key):
            verdict = check.verdict.value.replace("_", " ")
            lines.append(f"  {check.why}" if verdict in check.why else f"  {verdict}: {check.why}")
            if check.then is not None:
                lines.append(f"  by the day of the claim {check.then} of these had been told, {check.announced} by the side that counts")
            lines += [f"    {_named(each, view, pack)}" for each in check.incidents]
    for each in view.ghosts:
        kind = pack.ontology.kinds[each.kind].label if each.kind in pack.ontology.kinds else each.kind
        lines.append(f"not in the ledger, and must be: {kind}, {each.since} to {each.until} ({each.id}, by {len(each.claims)} counts)")
    return "\n".join(lines) or "no count claims"


def _since(check: SinceCheck, view: LedgerView, pack: Pack) -> list[str]:
    """A claim of a first or a most, with the incidents that decide it."""
    lines = [f"  {sentence(check)}"]
    lines += [f"    {_named(each, view, pack)}" for each in (*check.against, *check.perhaps)]
    return [*lines, f"  the last one before: {_named(check.earlier, view, pack)}"] if check.earlier else lines


def _named(incident_id: str, view: LedgerView, pack: Pack) -> str:
    found = view.incidents.get(IncidentId(incident_id))
    if found is None:
        return incident_id
    return f"{found.id}  {found.first('date') or 'day not told'}  {pack.ontology.kinds[found.kind].label}"
