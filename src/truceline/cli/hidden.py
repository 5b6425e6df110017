"""``truceline hidden``: the incidents that counts say must be, and, where lists allow, an estimate of all."""

from dataclasses import asdict, dataclass
from datetime import date
from difflib import get_close_matches
from math import ceil, floor

import typer

from truceline.cli.look import look
from truceline.cli.options import Sight
from truceline.cli.speak import DONE, say, write_json
from truceline.incidents.audit import Window
from truceline.incidents.hidden import Asked, Estimate, Hidden
from truceline.incidents.hidden import hidden as reckon

BOUND = "if the counts named are right"
ASSUMED = "it holds only if each list found its incidents for itself, and none is harder to find than others for all of them"
SHOWN = 4
"""Models that are told by name; the weight of the others is summed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What is asked: which kind, between which days, at which line, done by which party (None = any)."""

    kind: str
    since: date
    until: date
    line: str | None
    by: str | None


def run(wanted: Wanted, *, sight: Sight, as_json: bool) -> int:
    """Reckons the lower bound and the estimate."""
    if wanted.until < wanted.since:
        raise typer.BadParameter(f"{wanted.until} is before {wanted.since}", param_hint="--until")
    view, pack = look(sight)
    kind = wanted.kind
    if kind not in pack.ontology.kinds:
        near = get_close_matches(kind, pack.ontology.kinds, n=3, cutoff=0.5) or sorted(pack.ontology.kinds)
        raise typer.BadParameter(f"there is no {kind!r} (did you mean: {', '.join(near)}?)", param_hint="TYPE")
    asked = Asked(kind=kind, window=Window(since=wanted.since, until=wanted.until), line=wanted.line, by=wanted.by)
    found = reckon(asked, view.incidents, view.count_claims, view.checks, view.reports, view.documents)
    if as_json:
        told_of = {
            "type": kind, "since": wanted.since.isoformat(), "until": wanted.until.isoformat(), "line": wanted.line, "party": wanted.by
        }  # fmt: skip
        write_json({**told_of, **asdict(found), "assumes": ASSUMED, "as_of": view.as_of.isoformat() if view.as_of else None})
    else:
        say("\n".join(told(found, asked)))
    return DONE


def told(found: Hidden, asked: Asked) -> list[str]:
    """The answer for people; every number says what it counts."""
    of = (f" at {asked.line}" if asked.line else "") + (f" by {asked.by}" if asked.by else "")
    lines = [f"{asked.kind} from {asked.window.since} to {asked.window.until}{of}"]
    to_review = f", {len(found.unsure)} of them to be reviewed" if found.unsure else ""
    lines.append(f"in the ledger: {len(found.known)}{to_review}" + (f", {len(found.possible)} more that may be" if found.possible else ""))
    if found.at_least > len(found.known):
        lines.append(f"at least {found.at_least}, {BOUND}: {found.at_least - len(found.known)} are not in the ledger")
        lines.append(f"  counts: {' '.join(found.claims)}")
    else:
        lines.append("no count of somebody's says that there were more")
    lines += _estimated(found.estimate) if found.estimate else []
    left = "left out of the estimate" if found.estimate else "no estimate"
    return lines + [f"{left}: {each}" for each in found.refused]


def _estimated(each: Estimate) -> list[str]:
    """The estimate with its lists, its models and what it rests on."""
    has = ", ".join(f"{name} {size}" for name, size in zip(each.lists, each.sizes, strict=True))
    shared = "both" if len(each.lists) == 2 else "two or more"
    lines = [
        f"estimate: {each.total:.0f} in all, 90 % interval {floor(each.low)} to {ceil(each.high)} ({each.method})",
        f"  on the lists of {has}; {each.both} on {shared}, {each.seen} on any",
    ]
    if each.models:
        lines.append("  weight of the models, by which lists go together:")
        lines += [f"    {share:4.0%}  {which}" for which, share in each.models[:SHOWN]]
        rest = sum(share for _, share in each.models[SHOWN:])
        lines += [f"    {rest:4.0%}  {len(each.models) - SHOWN} others"] if rest else []
    return [*lines, f"  {ASSUMED}"]
