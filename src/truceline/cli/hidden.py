"""``truceline hidden``: the incidents that counts say must be, and, where lists allow, an estimate of all."""

from dataclasses import asdict
from datetime import date, datetime
from difflib import get_close_matches
from pathlib import Path

import typer

from truceline.cli.look import look
from truceline.cli.speak import DONE, say, write_json
from truceline.incidents.audit import Window
from truceline.incidents.hidden import Asked, Hidden
from truceline.incidents.hidden import hidden as reckon
from truceline.model.handling import Handling

BOUND = "if the counts named are right"
ASSUMED = "an estimate holds only if both lists found each incident independently of one another, and every incident alike"


def run(
    kind: str, since: date, until: date, line: str | None, *, ledger: str, packs: tuple[Path, ...], as_of: date | None,
    known_at: datetime | None, handling: Handling, as_json: bool,
) -> int:  # fmt: skip
    """Reckons the lower bound and the estimate."""
    if until < since:
        raise typer.BadParameter(f"{until} is before {since}", param_hint="--until")
    view, pack = look(ledger, packs, as_of, known_at, handling)
    if kind not in pack.ontology.kinds:
        near = get_close_matches(kind, pack.ontology.kinds, n=3, cutoff=0.5) or sorted(pack.ontology.kinds)
        raise typer.BadParameter(f"there is no {kind!r} (did you mean: {', '.join(near)}?)", param_hint="TYPE")
    asked = Asked(kind=kind, window=Window(since=since, until=until), line=line)
    found = reckon(asked, view.incidents, view.count_claims, view.checks, view.reports, view.documents)
    if as_json:
        write_json(
            {"type": kind, "since": since.isoformat(), "until": until.isoformat(), "line": line, **asdict(found), "assumes": ASSUMED}
        )
    else:
        say("\n".join(told(found, asked)))
    return DONE


def told(found: Hidden, asked: Asked) -> list[str]:
    """The answer for people; every number says what it counts."""
    lines = [f"{asked.kind} from {asked.window.since} to {asked.window.until}" + (f" at {asked.line}" if asked.line else "")]
    lines.append(f"in the ledger: {len(found.known)}" + (f", {len(found.possible)} more that may be" if found.possible else ""))
    if found.at_least > len(found.known):
        lines.append(f"at least {found.at_least}, {BOUND}: {found.at_least - len(found.known)} are not in the ledger")
        lines.append(f"  counts: {' '.join(found.claims)}")
    else:
        lines.append("no count of somebody's says that there were more")
    if found.estimate:
        each = found.estimate
        lines.append(f"estimate {each.total:.1f}, 90 % interval {each.low:.1f} to {each.high:.1f}")
        lines.append(f"  {each.lists[0]} has {each.sizes[0]}, {each.lists[1]} {each.sizes[1]}, both {each.both}; {ASSUMED}")
    lines += [f"no estimate: {each}" for each in found.refused] if not found.estimate else []
    return lines
