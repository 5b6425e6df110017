"""``truceline refused``: the inputs that were refused."""

from datetime import UTC, date, datetime, time
from pathlib import Path

from truceline.cli.speak import DONE, say, write_json
from truceline.pipeline import read_by
from truceline.workspace import Settings, open_workspace


def run(*, ledger: str, packs: tuple[Path, ...], as_json: bool, as_of: date | None = None, known_at: datetime | None = None) -> int:
    """Lists every input that was ever refused, or was by a day or moment: what was refused has no day but that (UTC)."""
    if as_of is not None:
        end = datetime.combine(as_of, time.max, UTC)
        known_at = min(known_at, end) if known_at else end
    with open_workspace(Settings(ledger=ledger, packs=packs)) as workspace:
        refusals = workspace.ledger.contents(read_by(workspace.pack), known_at).refusals
    if as_json:
        write_json([{"where": each.where, "why": each.why, "cure": each.cure, "sha256": each.content_sha256} for each in refusals])
    else:
        say("\n".join(f"{each.where}: {each.why}" + (f" ({each.cure})" if each.cure else "") for each in refusals) or "nothing was refused")
    return DONE
