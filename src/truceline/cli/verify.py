"""``truceline verify``: is all as it was written? What is not is named, and the exit code is an error."""

from dataclasses import asdict

from truceline.cli.speak import DONE, ERROR, say, write_json
from truceline.ledger.open import open_ledger
from truceline.model.review import Fault


def run(*, ledger: str, head: str, as_json: bool) -> int:
    """Checks everything; needs neither pack nor parser."""
    opened = open_ledger(ledger, create=False)
    try:
        faults = list(opened.faults())
        newest, known = opened.head(), not head or opened.linked(head)
    finally:
        opened.close()
    if not known:
        faults.append(Fault(what="chain", where=head, why="no link has this hash: what was written up to it was changed or lost"))
    if as_json:
        write_json({"whole": not faults, "head": newest, "faults": [asdict(each) for each in faults]})
    else:
        say("\n".join([*(f"{each.what}: {each.where}: {each.why}" for each in faults), _closing(len(faults), newest)]))
    return ERROR if faults else DONE


def _closing(number: int, head: str) -> str:
    if number:
        return f"{number} faults (restore the ledger from a backup, or ingest the captures again into a new one)"
    return f"all is as it was written; head {head}"
