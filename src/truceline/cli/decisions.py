"""``truceline decisions``: what people decided, listed, written to a file, or taken from one."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import msgspec

from truceline.cli.options import Sight
from truceline.cli.speak import DONE, name_refusals, say, table, warn, write, write_json
from truceline.errors import ConfigError
from truceline.incidents.decisions import undone
from truceline.ledger.base import Contents, Ledger
from truceline.ledger.codec import reread, written
from truceline.ledger.share import after, decided_on, share
from truceline.model.case_file import State, particulars
from truceline.model.document import Refusal
from truceline.model.incident import Judgement
from truceline.model.review import Review, Verb
from truceline.pipeline import read_by
from truceline.workspace import Settings, open_workspace

Decision = Review | Judgement


def run(*, export: Path | None, take: Path | None, sight: Sight, as_json: bool) -> int:
    """Lists all decisions, oldest first; with ``export`` or ``take`` carries them. Those on what is withheld are left out, and counted."""
    code = DONE
    with open_workspace(Settings(ledger=sight.ledger, packs=sight.packs)) as workspace:
        if take is not None:
            code = _take(take, workspace.ledger)
        held = _seen(workspace.ledger.contents(read_by(workspace.pack), sight.known_at), sight)
    if export is not None:
        write((line(each) for each in in_order(held)), export)
    elif as_json:
        dead = undone(held.reviews)
        write_json([{**msgspec.to_builtins(each), "id": each.id, "stands": each.id not in dead} for each in in_order(held)])
    else:
        say(listed(held))
    return code


def _seen(held: Contents, sight: Sight) -> Contents:
    """The decisions that stand on documents public by a day and on none above a mark; how many of the latter there are is said."""
    open_to = decided_on(held, share(held, sight.handling, datetime.now(UTC)).hidden)
    if left := len(in_order(held)) - len(in_order(open_to)):
        warn(f"{left} decision{'s' * (left > 1)} on what bears a mark above {sight.handling} left out (--handling MARK shows them)")
    return open_to if sight.as_of is None else decided_on(open_to, after(held, sight.as_of))


def in_order(held: Contents) -> list[Decision]:
    """All decisions of people, oldest first."""
    return sorted((*held.reviews, *held.judgements), key=lambda each: (str(each.at), each.id))


def line(each: Decision) -> str:
    """One decision as a line of the exchange file."""
    kind = "review" if isinstance(each, Review) else "judgement"
    return f'{{"{kind}":{written(each)}}}\n'


def listed(held: Contents) -> str:
    """The decisions for people."""
    dead = undone(held.reviews)
    rows = [
        (each.id, str(each.at)[:16], each.by, _what(each), "taken back" if each.id in dead else "", _reason(each))
        for each in in_order(held)
    ]  # fmt: skip
    return table(rows, ("ID", "AT (UTC)", "BY", "WHAT", "", "WHY")) if rows else "no decisions"


def _what(each: Decision) -> str:
    if isinstance(each, Judgement):
        return f"same: {each.same.value} {each.left} {each.right}"
    if each.verb is Verb.STEP:
        return f"step {each.subject} {each.field} {each.value}"
    if each.field:
        return f"correct {each.subject} {each.field}: {each.extracted or 'not said'} -> {each.value or 'not said'}"
    return f"{each.verb.value} {each.subject}" + (f" to {each.value}" if each.value else "")


def _reason(each: Decision) -> str:
    return " ".join(each.reason.split())


def _take(path: Path, ledger: Ledger) -> int:
    """Adds each decision of a file, but for lines that hold none, which are named."""
    refusals = []
    for number, found in enumerate(_lines(path), start=1):
        try:
            whole = msgspec.json.decode(found, type=dict[str, msgspec.Raw])
            if "review" in whole:
                ledger.review(_readable(reread(bytes(whole["review"]), Review)))
            else:
                ledger.judge(reread(bytes(whole["judgement"]), Judgement))
        except (msgspec.MsgspecError, KeyError, ValueError) as error:
            cure = "give a file that truceline decisions --export wrote"
            refusals.append(Refusal(where=f"{path}:{number}", why=f"is no decision: {error}", cure=cure))
    return name_refusals(refusals)


def _readable(review: Review) -> Review:
    """The decision, if its step of a case can be read. Raises ValueError."""
    if review.verb is Verb.STEP:
        State(review.field or "")
        particulars(review.value)
    return review


def _lines(path: Path) -> Iterator[bytes]:
    try:
        yield from (each for each in path.read_bytes().splitlines() if each.strip())
    except OSError as error:
        raise ConfigError(f"{path} cannot be read: {error.strerror} (name another file with --import)") from error
