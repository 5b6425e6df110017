"""An explanation written out for the terminal, as lines that each carry the style they are shown in."""

import textwrap
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

WIDTH = 110
LABEL = 10
SHORT = 100


class Line(NamedTuple):
    """One line for the terminal; ``style`` is one of head, text, faint, read, gone, plain."""

    style: str
    words: str


def lines(told: Mapping[str, Any], *, width: int = WIDTH, wanted: str | None = None, layers: bool = True) -> Iterator[Line]:
    """An explanation (as ``explained`` gives it) line by line; with ``wanted`` only the sentences that hold these words."""
    yield from _head(told, width)
    reports = {each["number"]: each for each in told["reports"]}
    for sentence in told["sentences"]:
        if wanted is None or wanted.lower() in sentence["text"].lower():
            yield from _sentence(sentence, reports, told["let_go_below"], width, layers)
    yield from _claims(told, width, wanted)


def _head(told: Mapping[str, Any], width: int) -> Iterator[Line]:
    sentences = told["sentences"]
    day = told["published"] or "not told: days that lean on it stay open"
    yield Line("head", told["id"])
    yield Line(
        "plain",
        f"published {day}"
        + (f" ({told['published_basis']})" if told["published_basis"] else "")
        + f"; theatre {told['theatre'] or 'none found'}",
    )
    parsed = sum(each["parsed"] for each in sentences)
    yield Line(
        "plain",
        f"{_number(len(sentences), 'sentence')}, {parsed} parsed; {_number(len(told['reports']), 'report')}, "
        f"{_number(len(told['count_claims']), 'count claim')}; the judge lets go below {told['let_go_below']}",
    )  # fmt: skip
    for words in told["left_out"]:
        yield Line("faint", f"left out as no words of the text's own: {textwrap.shorten(words, SHORT, placeholder=' ...')!r}")
    for note in told["notes"]:
        yield Line("faint", f"the reader notes: {note}")
    if told["whole"]:
        yield Line("gone", f"the whole text is let go: {told['whole']}")


def _sentence(sentence: Mapping[str, Any], reports: Mapping[int, Any], threshold: float, width: int, layers: bool) -> Iterator[Line]:
    yield Line("plain", "")
    mark = f"[{sentence['number']}] "
    kind = "title: " if sentence["part"] == "title" else "heading: " if sentence["headline"] else ""
    if not sentence["parsed"]:
        yield Line("faint", mark + kind + textwrap.shorten(sentence["text"], width - len(mark), placeholder=" ..."))
        waiting = ", ".join(map(repr, sentence["waiting"]))
        why = f"{waiting} without what any pattern asks for beside it" if waiting else "no word of an act"
        yield from _wrapped("faint", "    ", f"not parsed: {why} (gate)", width)
        return
    yield from _wrapped("text", mark, kind + sentence["text"], width)
    if layers:
        for name, found in sentence["layers"].items():
            yield from _wrapped("faint", f"    {name:<{LABEL}}", "  ".join(map(_found, found)), width)
    for act in sentence["acts"]:
        yield from _act(act, reports, threshold, width)


def _found(found: Mapping[str, Any]) -> str:
    more = " ".join(str(found[name]) for name in ("organ", "of", "rule") if found.get(name))
    return f"{found['words']!r} {found['value']}" + (f" ({more})" if more else "")


def _held_at(confidence: float, threshold: float) -> str:
    """How likely the judge holds an act; below the threshold only where it is."""
    return f"{confidence:.2f} < {threshold}" if confidence < threshold else f"{confidence:.2f} alone"


def _act(act: Mapping[str, Any], reports: Mapping[int, Any], threshold: float, width: int) -> Iterator[Line]:
    read = act["report"] is not None
    head = f"{act['trigger']!r}" + (f"  {act['type']}" if act["type"] else "")
    ends = {
        "report": f"-> report {act['report']}",
        "joined": f"-> into report {act['report']}: {act['why']}",
        "not_done": f"let go, not told as done: {act['why']}",
        "let_go": f"let go: {act['why']}",
        "no_pattern": f"no act: {act['why']}",
        "unlikely": f"let go: {act['why']}, {_held_at(act['confidence'] or 0.0, threshold)}",
    }
    yield from _wrapped("read" if read else "gone", "  + " if read else "  - ", f"{head}  {ends[act['fate']]}", width)
    if act["rule"]:
        words = f"  ({' + '.join(act['words'])})" if len(act["words"]) > 1 else ""
        yield from _labelled("rule", f"{act['rule']['file']}:{act['rule']['line']}  {act['rule']['pattern']}{words}", width)
    for near in act["nearly"]:
        yield from _labelled("nearly", near, width)
    if act["confidence"] is not None:
        yield from _judge(act, width)
    if act["fate"] == "report":
        yield from _report(reports[act["report"]], width)


def _judge(act: Mapping[str, Any], width: int) -> Iterator[Line]:
    """How sure the judge is, with what speaks for and what against."""
    yield from _labelled("judge", f"{act['confidence']:.2f}", width)
    for label, sign in (("for", 1), ("against", -1)):
        terms = [f"{name} {weight:+.2f}" for name, weight in act["weights"].items() if weight * sign > 0]
        if terms:
            yield from _labelled(label, ", ".join(terms), width)


def _report(report: Mapping[str, Any], width: int) -> Iterator[Line]:
    yield from _labelled("report", f"{report['number']}: {report['type']}, {report['status']}, {report['prominence']}", width)
    for value in report["values"]:
        words = " ... ".join(dict.fromkeys(" ".join(each.split()) for each in value["words"]))
        shown = f"{value['value']}  {textwrap.shorten(words, SHORT, placeholder=' ...')!r}  by {value['read_by']}"
        yield from _wrapped("plain", " " * (4 + LABEL) + f"{value['field']:<{LABEL + 2}}", shown, width)
    for note in report["notes"]:
        yield from _wrapped("plain", " " * (4 + LABEL), f"note: {note}", width)


def _claims(told: Mapping[str, Any], width: int, wanted: str | None) -> Iterator[Line]:
    for claim in told["count_claims"]:
        if wanted is None or wanted.lower() in claim["quote"].lower():
            number = f"number {claim['ordinal']}" if claim["ordinal"] is not None else f"{claim['count']} in all"
            number = f"the {claim['most']}" if claim["most"] else number
            stretch = f"{claim['since'] or '?'} to {claim['until'] or '?'}"
            yield Line("plain", "")
            words = " ... ".join(claim["words"])
            yield from _wrapped(
                "read",
                "count claim: ",
                f"{claim['type']}, {number}, {stretch}, by {', '.join(claim['by']) or 'nobody told'}  {words!r}",
                width,
            )
    for law in told["law_quotes"]:
        if wanted is None or wanted.lower() in law["words"].lower():
            yield Line("plain", "")
            yield from _wrapped(
                "read", "law quoted: ", f"{law['instrument']} {law['clause']} ({law['form']}, {law['score']:.2f})  {law['words']!r}", width
            )


def _labelled(label: str, words: str, width: int) -> Iterator[Line]:
    yield from _wrapped("plain", f"    {label:<{LABEL}}", words, width)


def _wrapped(style: str, lead: str, words: str, width: int) -> Iterator[Line]:
    """Words under one another, the first line led by ``lead`` and the rest as far in."""
    plain = " ".join(words.split(" "))
    found: Sequence[str] = textwrap.wrap(plain, max(40, width - len(lead)), break_on_hyphens=False, replace_whitespace=True) or [""]
    for n, line in enumerate(found):
        yield Line(style, (lead if n == 0 else " " * len(lead)) + line)


def _number(n: int, noun: str) -> str:
    return f"{n} {noun}" + ("" if n == 1 else "s")
