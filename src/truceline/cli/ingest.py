"""``truceline ingest``: documents into the ledger."""

from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path

from truceline.cli.speak import counted, name_refusals, say, write_json
from truceline.model.summary import Summary
from truceline.pipeline import update_ledger
from truceline.readers.capture import capture
from truceline.workspace import Settings, open_workspace


def run(docs: list[str], *, ledger: str, packs: tuple[Path, ...], workers: int, as_json: bool, exercise: bool = False) -> int:
    """Brings the ledger up to date with these documents. Exit code: done, or partial if any was refused."""
    settings = Settings(ledger=ledger, packs=packs, workers=workers)
    with open_workspace(settings, create=True) as workspace:
        captures = counted(capture(docs, captured_at=datetime.now(UTC)), "inputs read")
        summary = update_ledger(captures, pack=workspace.pack, ledger=workspace.ledger, engine=workspace.engine, exercise=exercise)
    if as_json:
        write_json(plain(summary))
    else:
        say(told(summary))
    return name_refusals(summary.refusals)


def plain(summary: Summary) -> dict[str, object]:
    """A summary for JSON."""
    refusals = [{"where": each.where, "why": each.why, "cure": each.cure} for each in summary.refusals]
    findings, checks = dict(summary.findings), dict(summary.checks)
    return {**summary.numbers(), "findings": findings, "count_checks": checks, "refusals": refusals, "digest": summary.digest}


def told(summary: Summary) -> str:
    """A summary in a few lines."""
    known = f", {summary.n_known} known before" if summary.n_known else ""
    refused = f", {len(summary.refusals)} refused" if summary.refusals else ""
    lines = [
        f"{summary.n_new} read{known}{refused}",
        f"the ledger holds {summary.n_documents} documents, {summary.n_reports} reports of {summary.n_incidents} incidents"
        + (f" ({summary.n_undated} of no known day)" if summary.n_undated else "")
        + (f", and {summary.n_review} to be reviewed" if summary.n_review else "")
        + f", {summary.n_count_claims} count claims",
        _tally("findings", summary.findings),
        _tally("count checks", summary.checks),
        f"digest {summary.digest}",
    ]
    return "\n".join(line for line in lines if line)


def _tally(what: str, numbers: Mapping[str, int]) -> str:
    told = ", ".join(f"{number} {name.replace('_', ' ')}" for name, number in numbers.items())
    return f"{what}: {told}" if told else ""
