"""``truceline incidents``: the list of incidents, narrowed by day, type, party or line."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from textwrap import shorten

from truceline.cli.look import look, look_at_page
from truceline.cli.options import Sight
from truceline.cli.speak import DONE, say, table, warn, write_json
from truceline.cli.wanted import check
from truceline.derivation.pages import Asked, Page
from truceline.model.incident import Incident
from truceline.model.ledger_view import LedgerView
from truceline.packs.ontology import Ontology
from truceline.views.chosen import Wanted, fits, undated
from truceline.views.dossier import find
from truceline.views.grave import allegations
from truceline.views.values import counted, decoded

TO_REVIEW = "TO BE REVIEWED: read too unsurely to be counted"
MOST = 200
"""Incidents on a page, where nothing else is asked for."""

WIDEST = 36
"""Letters of a place name in the listing; ``show`` gives it whole."""


def run(
    wanted: Wanted,
    *,
    sight: Sight,
    as_json: bool,
    most: int = MOST,
    after: str = "",
) -> int:
    """Lists a page of incidents by their first day, undated ones after these, those to be reviewed last."""
    asked = Asked(
        kind=wanted.kind,
        party=wanted.party,
        line=wanted.line,
        since=wanted.since,
        until=wanted.until,
        after=after,
        most=most,
        with_reports=as_json,
    )
    page, pack = look_at_page(asked, sight)
    check(wanted, pack.ontology)
    page = page or cut(look(sight)[0], wanted, asked)
    chosen = [each for each in page.view.incidents.values() if fits(each, wanted)]
    if as_json:
        write_json([row(each, page.view, pack.ontology) for each in chosen])
    else:
        say(listed(chosen, page, pack.ontology))
    if page.undated:
        warn(f"{page.undated} more fit but for their day, which no report tells (leave out --since and --until to see them)")
    if page.more:
        last = list(page.view.incidents)[-1]
        warn(f"more follow these {len(page.view.incidents)}: --after {last} lists them, --limit N more at once")
    return DONE


def cut(view: LedgerView, wanted: Wanted, asked: Asked) -> Page:
    """A page of a view that was derived whole. Raises InputRefused where the incident that it is to follow is not in it."""
    ordered = sorted((each for each in view.incidents.values() if fits(each, wanted)), key=lambda each: each.unsure)
    if asked.after:
        last = find(view, asked.after)
        places = [at for at, each in enumerate(ordered) if each.id == last.id]
        ordered = ordered[places[0] + 1 :] if places else []
    return Page(
        view=replace(view, incidents={each.id: each for each in ordered[: asked.most]}),
        undated=undated(view.incidents.values(), wanted), more=len(ordered) > asked.most,
        n_sure=sum(not each.unsure for each in view.incidents.values()), n_documents=len(view.documents),
    )  # fmt: skip


def row(incident: Incident, view: LedgerView, ontology: Ontology) -> dict[str, object]:
    """One incident of the listing, for JSON: codes as in the codebook, each field with all its values."""
    published = sorted(each.isoformat() for key in incident.documents if (each := view.documents[key].published))
    return {
        "id": incident.id, "type": incident.kind, "label": ontology.kinds[incident.kind].label,
        "date": values(incident, "date"), "over": incident.over,
        "not_after": published[0] if published and not incident.variants.get("date") else None,
        "place": values(incident, "place"), "line": values(incident, "line"), "sector": values(incident, "sector"),
        "actor": values(incident, "actor"), "target": values(incident, "target"), "status": values(incident, "status"),
        "sources": values(incident, "sources"), "n_reports": len(incident.reports), "n_documents": len(incident.documents),
        "grave": [each.what for each in allegations(incident, view.reports_of(incident))],
        "n_origins": len(incident.origins), "confidence": incident.confidence, "review": incident.unsure,
        "aliases": list(incident.aliases),
        "findings": [
            {"instrument": each.instrument, "clause": each.clause, "side": each.side, "verdict": each.verdict.value}
            for each in view.findings.get(incident.id, ())
        ],
    }  # fmt: skip


def values(incident: Incident, field: str) -> list[object]:
    """All competing values of a field, most reported first."""
    return [decoded(each.value) for each in incident.variants.get(field, ())]


def listed(chosen: Sequence[Incident], page: Page, ontology: Ontology) -> str:
    """The listing for people, with findings below each incident; where accounts differ, "(+1)" says how many more values there are.

    What is to be reviewed stands last, and its findings count nowhere.
    """
    view = page.view
    sure = sum(not each.unsure for each in chosen)
    rows: list[tuple[str, ...]] = [
        (
            str(each.id), each.over or _short(each, "date") or "day not told", ontology.kinds[each.kind].label, _short(each, "actor"),
            shorten(_short(each, "place", "line"), WIDEST, placeholder=" ..."),
            f"{counted(len(each.reports), 'report')}, {counted(len(each.origins), 'origin')}",
        )
        for each in chosen
    ]  # fmt: skip
    lines = table(rows, ("ID", "DAY", "TYPE", "ACTOR", "PLACE", "TOLD BY")).split("\n") if rows else []
    for at in range(len(rows), 0, -1):
        lines.insert(at + 1, "\n".join(f"    {told}" for told in _findings(chosen[at - 1], view)))
        if at - 1 == sure:
            lines.insert(at, TO_REVIEW)
    known = f", as of {view.as_of}" if view.as_of else ""
    more = f", and {len(chosen) - sure} to be reviewed" if len(chosen) > sure else ""
    lines.append(f"{sure} of {counted(page.n_sure, 'incident')} from {counted(page.n_documents, 'document')}{known}{more}")
    return "\n".join(line for line in lines if line)


def _short(incident: Incident, *fields: str) -> str:
    for field in fields:
        found = [str(each) for each in _flat(values(incident, field))]
        if found:
            return found[0] + (f" (+{len(set(found)) - 1})" if len(set(found)) > 1 else "")
    return ""


def _flat(found: Iterable[object]) -> list[object]:
    return [one for each in found for one in (each if isinstance(each, list) else [each])]


def _findings(incident: Incident, view: LedgerView) -> list[str]:
    """What the clauses say, one line an instrument; what rests on facts not yet checked is left to ``show`` and ``judge``."""
    told: dict[str, dict[str, None]] = {}
    for each in (one for one in view.findings.get(incident.id, ()) if one.checked):
        clause = "" if each.clause == "*" else f"{each.clause} "
        told.setdefault(each.instrument, {})[clause + each.verdict.value.replace("_", " ")] = None
    return [f"{instrument}: {'; '.join(verdicts)}" for instrument, verdicts in told.items()]
