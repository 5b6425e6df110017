"""A few small documents in our own words, as files: enough for one incident told twice, a back-reference, and a refusal."""

import json
from pathlib import Path

DISPATCHES = {
    "a.txt": (
        "SEOUL, June 18, 2024\n\nAbout 25 North Korean soldiers crossed the Military Demarcation Line in the eastern sector on Tuesday "
        "and turned back after South Korean troops fired warning shots, the Joint Chiefs of Staff said.\n"
    ),
    "c.txt": "The city opened a new tram line on Monday. Visitors praised the quiet wagons.\n",
}

LINES = [
    {
        "id": "b1", "published": "2024-06-20", "title": "Third crossing in a month",
        "text": "North Korean soldiers crossed the Military Demarcation Line on Thursday, the Joint Chiefs of Staff said. "
        "It was the third crossing since the beginning of June. On June 18, some 20 to 30 North Korean soldiers crossed the "
        "Military Demarcation Line and went back after warning shots.",
    },
    {
        "id": "b2", "published": "2024-06-10",
        "text": "South Korean troops fired warning shots on June 9 after North Korean soldiers briefly crossed the Military Demarcation "
        "Line, the Joint Chiefs of Staff said.",
    },
    {
        "id": "b3", "published": "2020-05-04",
        "text": "North Korean troops fired four shots at a South Korean guard post in Cheorwon on May 3, the Joint Chiefs of Staff said. "
        "South Korean troops fired back.",
    },
]  # fmt: skip


def write_dispatches(folder: Path) -> list[Path]:
    """Writes the documents as files, and gives their paths."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in DISPATCHES.items():
        (folder / name).write_text(text, encoding="utf-8")
    (folder / "b.jsonl").write_text("".join(json.dumps(line) + "\n" for line in LINES), encoding="utf-8")
    return sorted(folder.iterdir())
