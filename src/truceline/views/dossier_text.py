"""A dossier written out for the terminal."""

import textwrap
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from truceline.model.handling import Handling
from truceline.views.attached import attached_lines
from truceline.views.case_file import case_lines
from truceline.views.over_time import course_lines, stance_lines
from truceline.views.over_time import lines as people_lines
from truceline.views.values import COUNTS, FIELD_LABELS, FOOTING_LABELS, VERDICT_LABELS, day_in_words, range_in_words

WIDTH = 100
ANSWERS = {"yes": "yes", "no": "no", "unknown": "not known"}


def render(told: Mapping[str, Any]) -> str:
    """A dossier (as ``dossier`` gives it) as plain text, about 100 characters wide; control characters are taken out."""
    parts = (
        head(told),
        decisions(told),
        grave(told),
        variants(told),
        drift(told),
        standing(told),
        sources(told),
        after(told),
        stance_lines(told["stances"]),
        course_lines(told["course"]),
        people_lines(told["people"]),
        case_lines(told["case"]),
        findings(told),
        counts(told),
        law(told),
        attached_lines(told["media"]),
        why_one(told),
        quotes(told),
    )
    return clean("\n\n".join("\n".join(each) for each in parts if each)) + "\n"


def clean(text: str) -> str:
    """Text without control characters, so that a document cannot move the cursor or colour the terminal."""
    return "".join(each if each == "\n" or each.isprintable() else " " for each in text)


def head(told: Mapping[str, Any]) -> list[str]:
    """Kind, date, place, ids, and what the dossier rests on."""
    place = told["place"]["name"] if told["place"] else "place not told"
    day = (
        day_in_words(told["date"]) if told["date"] else "date not told" + (f", not after {told['not_after']}" if told["not_after"] else "")
    )
    known = f"as of {told['as_of']}" if told["as_of"] else "as of all documents read"
    lines = [f"{told['label'].upper()}", f"{day}; {place}", f"id {told['id']}"]
    if told["aliases"]:
        lines.append("also " + ", ".join(told["aliases"]))
    lines.append(
        f"{number(told['reports'], 'report')} in {number(told['documents'], 'document')}, "
        f"{number(told['origins'], 'independent origin')}; {told['review']}, made by machine; {known}"
    )
    if told["handling"] != Handling.CLEAR or told["withheld"]:
        lines.append("; ".join(each for each in (told["handling"], told["withheld"]) if each))
    if told["assigned"]:
        lines.append(f"given to {told['assigned']} to look at")
    return lines


def decisions(told: Mapping[str, Any]) -> list[str]:
    """What people decided: of a correction the value that was read stands beside the one given."""
    rows = []
    for each in told["decisions"]:
        what = f"{each['verb']}{' ' + each['same'] if 'same' in each else ''}"
        if "field" in each:
            what += f" {each['field']}: read as {each['extracted'] or 'not said'}, now {each['value'] or 'not said'}"
        rows.append(f"  {what}, {each['by']} on {str(each['at'])[:10]}: {each['reason'] or 'no reason given'} ({each['decision']})")
    return ["WHAT PEOPLE DECIDED", *rows] if rows else []


def grave(told: Mapping[str, Any]) -> list[str]:
    """Grave allegations, with who makes them and how far they are carried."""
    rows = [f"  {each['what']}: alleged by {', '.join(each['claimants']) or 'nobody named'}; {each['standing']}" for each in told["grave"]]
    care = textwrap.wrap(told["grave"][0]["care"], WIDTH - 2, initial_indent="  ", subsequent_indent="  ") if rows else []
    return ["GRAVE ALLEGATION, NOT VERIFIED", *rows, *care] if rows else []


def variants(told: Mapping[str, Any]) -> list[str]:
    """Every value with who gives it; where accounts differ, all stand side by side."""
    lines = ["WHAT IS SAID"]
    for field, values in told["variants"].items():
        if field in ("type", "sources", "via"):
            continue
        mark = "   (accounts differ)" if field in told["disagreements"] else ""
        for at, each in enumerate(values):
            label = FIELD_LABELS.get(field, field) if at == 0 else ""
            says = ", ".join(each["claimants"]) or "claimant not told"
            origins = number(each["origins"], "origin")
            lines.append(f"  {label:<30} {shown(field, each['value'])}   [{says}; {origins}]{mark if at == 0 else ''}")
    return lines


def drift(told: Mapping[str, Any]) -> list[str]:
    """How figures changed from telling to telling."""
    rows = []
    for each in told["drift"]["revisions"]:
        label = FIELD_LABELS.get(each["field"], each["field"]).lower()
        rows.append(f"  {each['on']}: {each['by']} gives {label} as {each['after']}, before {each['before']}")
    for each in told["drift"]["shifts"]:
        rows.append(f"  {each['on']}: the figure {each['figure']}, told of {each['before']} before, is told of {each['after']}")
    return ["WHAT CHANGED IN THE TELLING", *rows] if rows else []


def standing(told: Mapping[str, Any]) -> list[str]:
    """How it stands: a vector, no rank."""
    found = told["standing"]
    rows = [f"  told by {side}: {', '.join(some)}" for side, some in found["told_by"].items() if some]
    labels = {
        "first_hand": "heard without a relay",
        "confirmed_by": "confirmed by",
        "acknowledged_by": "acknowledged by the side that acted",
        "findings_by": "a finding is told of",
        "contested_by": "contested by",
    }
    rows += [f"  {label}: {', '.join(found[name])}" for name, label in labels.items() if found[name]]
    rows += [f"  {FOOTING_LABELS[how]}: {', '.join(some)}" for how, some in found["rests_on"].items()]
    return ["HOW IT STANDS", *rows, f"  independent origins: {found['independent_origins']}"]


def shown(field: str, value: Any) -> str:
    """A value as people read it, its code kept."""
    if field in COUNTS and isinstance(value, list):
        return range_in_words(value)
    if field == "date":
        return day_in_words(str(value))
    return ", ".join(map(str, value)) if isinstance(value, list) else str(value)


def sources(told: Mapping[str, Any]) -> list[str]:
    """Who says so, how they stand to it, through whom."""
    names = {each["id"]: each["publisher"] or each["name"] for each in told["documents"]}
    lines = ["WHO SAYS SO"]
    for each in told["claims_by_source"]:
        via = f", through {' and '.join(each['via'])}" if each["via"] else ""
        lines.append(f"  {each['speaker']} {each['stance'].replace('_', ' ')}{via} ({names.get(each['document'], each['document'][:12])})")
    return list(dict.fromkeys(lines))


def after(told: Mapping[str, Any]) -> list[str]:
    """What was done about it afterwards."""
    rows = [
        f"  {each['act'].replace('_', ' ')}" + (f" by {each['by']}" if each["by"] else "") + (f" to {each['to']}" if each["to"] else "")
        for each in told["follow_up"]
    ]
    return ["AFTERWARDS", *dict.fromkeys(rows)] if rows else []


def findings(told: Mapping[str, Any]) -> list[str]:
    """What each clause says, why, and what is not known."""
    lines = ["WHAT THE CLAUSES SAY"]
    for each in told["findings"]:
        clause = "" if each["clause"] == "*" else f" paragraph {each['clause']}"
        through = (
            f" (answered for by {each['answers_through']})" if each["answers_through"] and each["answers_through"] != each["side"] else ""
        )
        lines.append(
            f"  {VERDICT_LABELS.get(each['verdict'], each['verdict'])}: {each['instrument']}{clause}; "
            f"{each['side']}{through}, {each['act']}"
        )
        if each["on_account_of"]:
            lines.append(f"      on the account of {', '.join(each['on_account_of'])}")
        if not each["checked"]:
            lines.append("      this clause's entry is not yet checked against a print")
        lines += reasons(each["reasons"], "      ")
        lines += [f"      not known: {one}" for one in each["missing"]]
    return lines if told["findings"] else ["WHAT THE CLAUSES SAY", "  no clause of the rulebooks applied was tested on this incident"]


def reasons(tree: Sequence[Mapping[str, Any]], indent: str) -> list[str]:
    """The tests of a finding, each with its answer and the ground it stands on."""
    lines: list[str] = []
    for each in tree:
        ground = f" [{each['reference']}]" if each["reference"] else ""
        lines += textwrap.wrap(
            f"{ANSWERS.get(each['answer'], each['answer'])}: {each['text']}{ground}",
            WIDTH,
            initial_indent=indent,
            subsequent_indent=indent + "  ",
        )
        lines += reasons(each["reasons"], indent + "  ")
    return lines


def counts(told: Mapping[str, Any]) -> list[str]:
    """Counts claimed of incidents like this one, held against the ledger."""
    rows = [
        f"  {each['said']}: {each['told']}"
        if each["told"]
        else f"  {each['verdict'].replace('_', ' ')}: claimed {each['claimed']}, "
        f"found {'not decidable' if each['found'] is None else each['found']}; "
        f"{each['why']}"
        for each in told["count_checks"]
    ]
    return ["COUNTS CLAIMED", *rows] if rows else []


def law(told: Mapping[str, Any]) -> list[str]:
    """Clauses that the documents quote, which need not be those the findings rest on."""
    rows = [f"  {each['instrument']} paragraph {each['clause']}{form_of(each)}" for each in told["law_quotes"]]
    return ["CLAUSES QUOTED IN THE DOCUMENTS", *dict.fromkeys(rows)] if rows else []


def form_of(quote: Mapping[str, Any]) -> str:
    """How a clause is given, where it is not in its own words or by its number."""
    words = {"reworded": "in other words", "told": "told in the document's own words"}.get(quote["form"])
    return f", {words} ({quote['score']:.2f})" if words else ""


def quotes(told: Mapping[str, Any]) -> list[str]:
    """The sentences the values were read from, by document, with offsets."""
    lines = ["THE WORDS"]
    for each in told["documents"]:
        hand = ", ".join(part for part in (each["publisher"], each["published"], each["url"]) if part)
        lines.append(f"  {each['title'] or each['name']} ({hand or 'publisher and date not told'}; sha256 {each['id'][:16]})")
        own = [one for one in told["reports"] if one["document"] == each["id"]]
        lines += [f"    report {one['id']}: {one['values'].get('type')}, {one['status']}" for one in own]
        for quote in told["quotes"]:
            if quote["document"] == each["id"]:
                where = f"{quote['start']}-{quote['end']}" + ("" if quote["part"] == "text" else f" of the {quote['part']}")
                lines += textwrap.wrap(f'{where}: "{quote["words"]}"', WIDTH, initial_indent="    ", subsequent_indent="      ")
    return lines


def why_one(told: Mapping[str, Any]) -> list[str]:
    """Why the reports are held to be one incident."""
    names = {each["id"]: each["document"][:12] for each in told["reports"]}
    lines: list[str] = []
    for each in told["judgements"]:
        lines += [f"  {names[each['left']]} and {names[each['right']]}", *(f"    {line}" for line in each["why"])]
    return ["WHY THESE REPORTS ARE ONE INCIDENT", *lines] if lines else []


def number(items: Iterable[object], noun: str) -> str:
    """How many, with the noun."""
    count = len(list(items))
    return f"{count} {noun}" + ("" if count == 1 else "s")
