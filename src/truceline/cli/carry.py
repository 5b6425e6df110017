"""What ``truceline ledger copy`` and ``ledger join`` do: rows carried from ledgers to a ledger, and the digest that comes of it."""

from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path

from truceline.cli.speak import DONE, ERROR, say, write_json
from truceline.errors import LedgerError
from truceline.ledger.chain import START
from truceline.ledger.copying import copy_all
from truceline.ledger.open import open_ledger
from truceline.ledger.sql import SqlLedger
from truceline.model.handling import Handling
from truceline.packs.pack import load_pack
from truceline.pipeline import derive


def run(sources: Sequence[str], target: str, *, packs: tuple[Path, ...], as_json: bool, fresh: bool) -> int:
    """Copies; of a plain copy the digests are compared. Raises LedgerError where the target of a copy is not empty."""
    loaded = load_pack(packs)
    with ExitStack() as stack:
        opened = [stack.enter_context(_opened(each, create=False)) for each in sources]
        to = stack.enter_context(_opened(target, create=True))
        if fresh and to.head() != START:
            raise LedgerError(f"{to.name} is not empty (name a new ledger, or add to it with: truceline ledger join FROM --into TO)")
        added = copy_all(opened, to)
        digest = derive(to, loaded, handling=Handling.RED).digest
        same = not fresh or derive(opened[0], loaded, handling=Handling.RED).digest == digest
    if as_json:
        write_json({"added": added, "digest": digest, "same_digest": same if fresh else None})
    else:
        say(f"added {sum(added.values())} rows: " + (", ".join(f"{number} {name.replace('_', ' ')}" for name, number in added.items())))
        say(f"digest {digest}" + (": the same as before" if fresh and same else ""))
    return DONE if same else ERROR


@contextmanager
def _opened(url: str, *, create: bool) -> Iterator[SqlLedger]:
    ledger = open_ledger(url, create=create)
    try:
        yield ledger
    finally:
        ledger.close()
