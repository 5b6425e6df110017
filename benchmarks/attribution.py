#!/usr/bin/env python3
"""Measures who is read as saying something: cues of saying and their sources against attributions marked by hand.

    attribution.py FOLDER [--errors N]

FOLDER holds ``text/NAME.txt`` and ``attributions/NAME_*.ann`` in the brat standoff of PolNeAR (Newell, Margolin and Ruths 2018): T
lines give Source, Cue and Content spans, E lines tie them together. A cue counts as found where a read cue shares a
character with it; a pair where the source also shares one. Printed: precision, recall and F1 of cues and of
pairs, and of a baseline that takes each form of "say" with the noun before it.
"""

import argparse
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from truceline.language.parse import parse
from truceline.language.sentences import sentences
from truceline.model.document import Document
from truceline.model.ids import CaptureId, document_id
from truceline.model.reading import Annotated, Reading, Sentence, Token
from truceline.packs.pack import Pack, load_pack
from truceline.reports.attribution import Attributions
from truceline.reports.grammar import Graph

Stretch = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Telling:
    """A cue of saying with its source, as stretches of the text; no source where the text leaves it out."""

    cues: tuple[Stretch, ...]
    sources: tuple[Stretch, ...]


def main() -> None:
    """Reads every text of the folder and prints the figures."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("folder", type=Path)
    ask.add_argument("--errors", type=int, default=0, metavar="N", help="print the first N missed and spurious cues")
    asked = ask.parse_args()
    pack, tally, naive, errors = load_pack(), Tally(), Tally(), []
    for path in sorted((asked.folder / "text").glob("*.txt")):
        text = path.read_text(encoding="utf-8")
        notes = next(iter(sorted((asked.folder / "attributions").glob(f"{path.stem}*.ann"))), None)
        if notes is None:
            continue
        gold, found = list(marked(notes.read_text(encoding="utf-8"))), list(read(text, path.stem, pack))
        errors += tally.add(gold, found, text)
        naive.add(gold, list(baseline(text)), text)
    print(tally.row("read"), naive.row("said, and the noun before"), *errors[: asked.errors], sep="\n")


def marked(notes: str) -> Iterator[Telling]:
    """The attributions of one file of standoff notes that have a cue."""
    spans = {}
    for line in notes.splitlines():
        match = re.match(r"(T\d+)\t(\w+) ([\d ;]+)\t", line)
        if match:
            spans[match[1]] = tuple((int(a), int(b)) for a, b in (pair.split() for pair in match[3].split(";")))
    for line in notes.splitlines():
        if line.startswith("E"):
            parts = [pair.split(":") for pair in line.split("\t")[1].split()]
            cues = tuple(s for name, key in parts if name.startswith("Cue") for s in spans.get(key, ()))
            sources = tuple(s for name, key in parts if name.startswith("Source") for s in spans.get(key, ()))
            if cues:
                yield Telling(cues, sources)


def read(text: str, name: str, pack: Pack) -> Iterator[Telling]:
    """What the attribution of reports reads in a text, all sentences parsed."""
    document = Document(id=document_id(text, None, None, None), name=name, text=text, capture_id=CaptureId("x"), language="en")
    split = sentences(document, pack.lexicon.calendar)
    annotated = [
        Annotated(sentence=_with(s, tokens), mentions=(), times=(), places=(), quantities=(), cues=(), quotations=())
        for s, tokens in zip(split, parse(split, [[] for _ in split]), strict=True)
    ]
    reading = Reading(document=document, document_id=document.id, sentences=tuple(annotated), theatre=None, layers=())
    speakers = Attributions.of_reading(reading, pack)
    for each in annotated:
        graph = Graph.of(each, pack.lexicon.clauses)
        for cue, heads in speakers.tellings(graph) if each.sentence.tokens else ():
            sources = tuple((graph.tokens[h].start, graph.tokens[h].end) for h in heads)
            yield Telling(((graph.tokens[cue].start, graph.tokens[cue].end),), sources)


def _with(sentence: Sentence, tokens: tuple[Token, ...]) -> Sentence:
    return replace(sentence, tokens=tokens)


def baseline(text: str) -> Iterator[Telling]:
    """Each "said" or "says" with the word before it, or after it."""
    for match in re.finditer(r"(\w+)\s+(said|says|say|told)\b(?:\s+(?=[A-Z])(\w+))?", text):
        yield Telling((match.span(2),), (match.span(3) if match[3] else match.span(1),))


class Tally:
    """Hits and misses of cues and of cue-source pairs."""

    def __init__(self) -> None:
        self.gold = self.found = self.cues = self.pairs = 0

    def add(self, gold: list[Telling], found: list[Telling], text: str) -> list[str]:
        """Counts one text in; returns its errors in words."""
        left, errors = list(found), []
        self.gold, self.found = self.gold + len(gold), self.found + len(found)
        for want in gold:
            hit = next((f for f in left if _meet(want.cues, f.cues)), None)
            if hit is None:
                errors.append(f"missed: {_words(text, want)}")
                continue
            left.remove(hit)
            self.cues += 1
            right = _meet(want.sources, hit.sources) or (not want.sources and not hit.sources)
            self.pairs += right
            if not right:
                errors.append(f"source: {_words(text, want)} / {_words(text, hit)}")
        return errors + [f"spurious: {_words(text, f)}" for f in left]

    def row(self, name: str) -> str:
        """One line of figures."""
        out = [f"{name:26s}"]
        for what, hits in (("cues", self.cues), ("cue and source", self.pairs)):
            p, r = hits / max(1, self.found), hits / max(1, self.gold)
            out.append(f"{what}: precision {p:.3f} recall {r:.3f} F1 {2 * p * r / max(1e-9, p + r):.3f}")
        return "  ".join(out)


def _meet(one: tuple[Stretch, ...], two: tuple[Stretch, ...]) -> bool:
    return any(a[0] < b[1] and b[0] < a[1] for a in one for b in two)


def _words(text: str, telling: Telling) -> str:
    said = [" ".join(text[a:b] for a, b in spans) for spans in (telling.sources, telling.cues)]
    return f"{said[0]!r} {said[1]!r} in {text[max(0, telling.cues[0][0] - 60) : telling.cues[0][1] + 60]!r}"


if __name__ == "__main__":
    main()
