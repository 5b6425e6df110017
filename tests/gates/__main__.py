"""Prints the figures of the gates; pins their floors.

python -m tests.gates [--pin] [--lower REASON] [--json]
"""

import argparse
import json
import sys
from typing import Any

from tests.gates import corpus
from tests.gates.floors import FIGURES, GOALS, Floors, load, pinned, save
from tests.gates.measure import Figures, halves, sets, value

MOST_APART = 0.05
"""If the half that is not developed on is worse by more, what was learned was the documents."""
APART_NOW = {"train": {"report": 0.07, "strict report": 0.058}}
"""What the gap is where it is wider, by set and figure; lower it with the gap, never raise it."""
HALVED = ("report", "strict report")
ORDER = ("own", "dev", "train", "all", "news", "even", "odd")


def main() -> int:
    ask = argparse.ArgumentParser(description="Figures of the reading on coded documents, with their floors.")
    ask.add_argument("--pin", action="store_true", help="raise the floors to what is measured")
    ask.add_argument("--lower", metavar="REASON", help="with --pin: let floors fall, for this reason (a line of CHANGELOG.md)")
    ask.add_argument("--json", action="store_true", help="print all figures as JSON")
    asked = ask.parse_args()
    found = sets()
    if asked.json:
        print(json.dumps(found, indent=1))
    else:
        print(table(found))
        print("\n".join(remarks(found)))
    if asked.pin:
        return _pin(found, asked.lower)
    broken = breaches(load(), found)
    print("\n".join(broken) or "every floor holds")
    return bool(broken)


def values(figures: Figures) -> dict[str, float | None]:
    """The numbers that floors are compared with."""
    return {name: value(figures, name) for name in FIGURES}


def breaches(floors: Floors, found: dict[str, Figures]) -> list[str]:
    """Every figure below its floor, on data that the floors were pinned on."""
    return [each for name, figures in found.items() for each in floors.breaches(name, values(figures))]


def digests() -> dict[str, str]:
    """The digest of the data behind each set."""
    found = {"own": corpus.own().digest}
    if corpus.is_beside():
        every = corpus.all_beside().digest
        found |= {name: corpus.beside(name).digest for name in corpus.SETS_BESIDE} | dict.fromkeys(("all", "news", "even", "odd"), every)
    return found


def apart(name: str) -> dict[str, float]:
    """By how much the half of a set that is not developed on is worse; nothing where no corpus is beside."""
    if not corpus.is_beside():
        return {}
    found = halves(name)
    return {figure: float(found["even"][figure]["f1"] - found["odd"][figure]["f1"]) for figure in HALVED}


def remarks(found: dict[str, Figures]) -> list[str]:
    told = [
        f"halves of {name}, {figure}: even {halves(name)['even'][figure]['f1']:.3f}, odd {halves(name)['odd'][figure]['f1']:.3f}, "
        f"apart {gap:+.3f}" + (" -- MEMORISING: go back to grammar" if gap > MOST_APART else "")
        for name in ("dev", "train", "all")
        for figure, gap in apart(name).items()
    ]
    told += [
        f"links across documents, {name}: {links['gold']} to find, {links['gold'] - joined} not joined, {links['guess'] - joined} joined "
        f"wrongly: F1 {links['f1']:.3f} (never merging: {links['gold']} not joined, none wrongly: F1 0.000)"
        for name in ("own", "all")
        if name in found and (links := found[name]["links across documents"])["gold"]
        for joined in (round(links["recall"] * links["gold"]),)
    ]
    if "all" in found:
        told.append("The shipped judge has learned from these sets: what it scores on documents it has not seen stands in docs/judges.md.")
    return told


def table(found: dict[str, Figures]) -> str:
    """Figures by set, with the goals."""
    names = [name for name in ORDER if name in found]
    lines = [f"{'F1 (or rate)':<36}" + "".join(f"{name:>8}" for name in names) + f"{'keyword':>9}{'coder':>7}{'floor':>7}{'aim':>7}"]
    for figure in FIGURES:
        goal = GOALS["all"][figure]
        numbers = "".join(f"{_shown(value(found[name], figure)):>8}" for name in names)
        goals = "".join(f"{_shown(goal.get(part)):>{w}}" for part, w in (("baseline", 9), ("second_coder", 7), ("floor", 7), ("aim", 7)))
        lines.append(f"{figure:<36}{numbers}{goals}")
    lines.append(f"{'documents':<36}" + "".join(f"{found[name]['documents']['gold']:>8}" for name in names))
    return "\n".join(lines)


def _shown(number: Any) -> str:
    return "-" if number is None else f"{number:.3f}" if isinstance(number, float) else str(number)


def _pin(found: dict[str, Figures], lower: str | None) -> int:
    floors, where = load(), digests()
    try:
        for name, figures in found.items():
            floors = pinned(floors, name, values(figures), where[name], lower)
    except ValueError as error:
        print(f"error: {error}", file=sys.stderr)
        return 1
    save(floors)
    print("pinned" + ("; put the reason into CHANGELOG.md" if lower else ""))
    return 0


if __name__ == "__main__":
    sys.exit(main())
