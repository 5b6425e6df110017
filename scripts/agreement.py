"""How far two readers agree who coded the same articles of general news, each by the codebook and without the other's coding.

    python scripts/agreement.py NEWS.jsonl.gz --scorer CORPUS/score.py

The first coding stands in benchmarks/coded, the second in benchmarks/coded_again, both without a word of the texts, which NEWS holds.
Prints F1 by field, the second coding scored as if a machine had made it: what a reading can reach on such articles.
"""

import argparse
from pathlib import Path

from training.coded_texts import AGAIN, sets_of
from training.rows import load_file


def main() -> None:
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("texts", type=Path)
    ask.add_argument("--scorer", type=Path, required=True, help="score.py of the corpus")
    asked = ask.parse_args()
    first = {key: coding for _, _, codings in sets_of(asked.texts) for key, coding in codings.items()}
    for name, documents, second in sets_of(asked.texts, AGAIN):
        both = {key: first[key] for key in second if key in first}
        figures, _ = load_file(asked.scorer).score(both, {each["id"]: each for each in documents}, second)
        print(f"{name}: {len(both)} documents coded twice")
        for field, row in figures.items():
            if row["f1"] is not None:
                print(f"{field:36} {row['f1']:.3f}  {row['gold']:>5}  {row['guess']:>5}")


if __name__ == "__main__":
    main()
