"""``truceline explain``: what was read from each sentence, by which rule, and what was let go and why."""

from collections.abc import Iterator
from pathlib import Path

from rich.console import Console
from rich.text import Text

from truceline.cli.speak import ERROR, clean, counted, name_refusals, warn, write_json
from truceline.errors import InputRefused
from truceline.language.annotate import annotate
from truceline.model.document import Capture, Refusal
from truceline.packs.pack import Pack, load_pack
from truceline.readers.capture import capture
from truceline.reports.explain import explain
from truceline.study import read_one
from truceline.views.explained import explained
from truceline.views.explained_text import WIDTH, lines

STYLES = {"head": "bold", "text": "bold", "faint": "dim", "read": "green", "gone": "yellow", "plain": ""}
WIDEST = 160


def run(docs: list[str], *, packs: tuple[Path, ...], wanted: str | None, only: list[str], layers: bool, whole: bool, as_json: bool) -> int:
    """Explains each document, in the order given; ``only`` names the documents of a JSONL file to explain.

    With ``whole`` those are read, too, that are let go by their topic.
    """
    pack = load_pack(packs)
    refusals: list[Refusal] = []
    told = explanations(docs, pack, set(only), refusals, whole=whole)
    if as_json:
        write_json(list(told))
    else:
        shown = 0
        for each in told:
            show(each, wanted=wanted, layers=layers)
            shown += 1
        if only and not shown:
            warn(f"no document is called {' or '.join(only)} (leave out --id to see all)")
            return ERROR
    return name_refusals(refusals)


def explanations(
    docs: list[str], pack: Pack, only: set[str], refusals: list[Refusal], *, whole: bool = False
) -> Iterator[dict[str, object]]:
    """One explanation a document, as plain values; what is refused is put into ``refusals``."""
    for came in counted(capture(docs), "inputs read"):
        for document in read_one(came, pack) if isinstance(came, Capture) else (came,):
            if isinstance(document, Refusal):
                refusals.append(document)
            elif document.observation is not None and not document.observation.free:
                warn(f"{document.name}: its fields stand as they were written, and no rule reads its words (truceline code shows them)")
            elif not only or document.name in only:
                try:
                    yield explained(explain(annotate(document, pack, whole=whole), pack))
                except InputRefused as refused:
                    refusals.append(Refusal(where=refused.where, why=refused.why, cure=refused.cure))


def show(told: dict[str, object], *, wanted: str | None, layers: bool) -> None:
    """One explanation on standard output; colours only where it is a terminal (and NO_COLOR is not set)."""
    console = Console(soft_wrap=True, highlight=False, markup=False, emoji=False)
    width = min(WIDEST, console.width) if console.is_terminal else WIDTH
    for line in lines(told, width=width, wanted=wanted, layers=layers):
        console.print(Text(clean(line.words), style=STYLES[line.style]), soft_wrap=True)
    console.print()
