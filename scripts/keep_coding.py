"""Keeps what a reader coded of texts, without their words, for the judges to learn from (benchmarks/coded).

    python scripts/keep_coding.py TEXTS CODING --to benchmarks/coded/NAME.jsonl

TEXTS is a file of documents (JSONL or .gz), CODING one of their records by the codebook, as the coded sets have them. A record whose words
are not in its text is named and left out.
"""

import argparse
import json
import sys
from pathlib import Path

from training.coded_texts import without_words
from training.jsonl import read_lines


def main() -> None:
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("texts", type=Path)
    ask.add_argument("coding", type=Path)
    ask.add_argument("--to", type=Path, required=True)
    asked = ask.parse_args()
    held = {each["id"]: each for each in read_lines(asked.texts)}
    lines = []
    for coding in read_lines(asked.coding):
        try:
            lines.append(without_words(asked.texts.name, held[coding["id"]], coding))
        except (KeyError, ValueError) as error:
            print(f"{asked.coding}: {coding['id']}: {error}; not kept", file=sys.stderr)
    asked.to.write_text("".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines), encoding="utf-8")
    print(f"{len(lines)} texts kept in {asked.to}")


if __name__ == "__main__":
    main()
