"""How values of reports and incidents are written: as the codebook writes them, and in words for people."""

import json
from collections.abc import Iterable, Mapping
from datetime import date
from urllib.parse import urlsplit

from truceline.model.document import Document
from truceline.model.finding import Verdict
from truceline.model.instrument import Rulebook
from truceline.model.party import Actor, Speaker
from truceline.model.place import Where
from truceline.model.report import Footing, Quantity, Status
from truceline.model.time import When, month_span
from truceline.packs.ontology import Ontology
from truceline.packs.pack import Pack

# Order and wording of the codebook's fields on a page; what is not named here is shown last under its own name.
FIELD_LABELS: Mapping[str, str] = {
    "date": "When",
    "time": "Local time",
    "place": "Where",
    "line": "Line",
    "sector": "Sector",
    "actor": "Who acted",
    "target": "Towards whom",
    "persons": "Persons who acted",
    "rounds": "Rounds, shells or balloons",
    "vehicles": "Vessels, aircraft or vehicles",
    "killed": "Killed",
    "wounded": "Wounded",
    "captured": "Taken or held",
    "response": "Response",
    "outcome": "Outcome",
    "intent": "Intent, as a source says it",
    "status": "Standing of the accounts",
}
# How a speaker knows what they claim, as far as the text tells.
FOOTING_LABELS: Mapping[str, str] = {
    Footing.SAW: "saw it",
    Footing.RECORDED: "recorded by instruments",
    Footing.TOLD: "was told",
    Footing.ALLIED_SERVICE: "from an allied service",
    Footing.UNNAMED_SOURCE: "speaks without a name",
    Footing.OPEN_MEDIA: "from press or online media",
    Footing.INTELLIGENCE: "from disclosed intelligence",
    Footing.ASSESSED: "as an assessment",
}
COUNTS = ("persons", "rounds", "vehicles", "killed", "wounded", "captured")
# In the order in which they ask for a person's eye.
VERDICT_LABELS: Mapping[str, str] = {
    Verdict.APPARENT_BREACH: "apparent breach",
    Verdict.CONTESTED: "contested",
    Verdict.NOT_ENOUGH_KNOWN: "not enough known",
    Verdict.CONSISTENT: "consistent with the clause",
    Verdict.NOT_COVERED: "not covered by this instrument",
    Verdict.NOT_IN_FORCE: "not in force then",
}
STATUS_LABELS: Mapping[str, str] = {
    Status.ASSERTED: "asserted",
    Status.ALLEGED: "alleged, hedged by those who tell it",
    Status.DENIED: "told by a denial alone",
    Status.DISPUTED: "asserted by some, denied by others",
    Status.PLANNED: "announced, not told as done",
}
ROLE_LABELS: Mapping[str, str] = {"mil": "forces", "gov": "authorities", "civ": "civilians", "mon": "monitors", "unk": ""}
MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December")


def party_names(pack: Pack) -> dict[str, str]:
    """What a pack calls each party and its organs first: ``PRK``, ``KOR:JCS``."""
    named = {party: each.names[0] for party, each in pack.gazetteer.parties.items() if each.names}
    organs = {f"{party}:{body.code}": body.names[0] for party, each in pack.gazetteer.parties.items() for body in each.bodies if body.names}
    return named | {code: name for code, name in organs.items() if not code.endswith((":gov", ":mil", ":"))}


def instrument_names(rulebooks: Iterable[Rulebook]) -> dict[str, str]:
    """What people call each instrument, by slug."""
    found = (each.instrument for each in rulebooks)
    return {each.slug: each.names[0] if each.names else each.title for each in found}


def code(value: object) -> object:
    """A slot's value as the codebook writes it, ready for JSON."""
    if isinstance(value, Actor | Speaker | When):
        return value.code
    if isinstance(value, Where):
        return value.name
    if isinstance(value, Quantity):
        return [value.low, value.high]
    return value if isinstance(value, str | int | float | bool) or value is None else str(value)


def decoded(value: str) -> object:
    """A variant's JSON writing read back; a bare word ("KOR:JCS", "2024-06-20") stands for itself."""
    if value[:1] in ('"', "[", "{"):
        try:
            return json.loads(value)
        except ValueError:
            return value
    return value


def in_words(field: str, value: object, ontology: Ontology, names: Mapping[str, str]) -> str:
    """A codebook value for people. ``names`` gives party codes their names; unknown codes stand as they are."""
    if isinstance(value, list) and field in COUNTS:
        return range_in_words(value)
    if isinstance(value, list):
        return ", ".join(in_words(field, each, ontology, names) for each in value)
    text = str(value)
    if field == "date":
        return day_in_words(text)
    if field in ("actor", "target", "side"):
        return party_in_words(text, names)
    if field == "line" and text in ontology.lines:
        return f"{ontology.lines[text].name} ({text}; {ontology.lines[text].whose})"
    if field == "status":
        return STATUS_LABELS.get(text, text)
    if field == "sector":
        return "Joint Security Area" if text == "jsa" else text
    return text.replace("_", " ") if field in ("response", "outcome", "intent") else text


def range_in_words(bounds: list[int | None]) -> str:
    """An interval: "40", "5 to 6", "at least 5", "at most 30"."""
    low, high = (*bounds, None, None)[:2]
    if low is None:
        return "not stated" if high is None else f"at most {high:,}"
    if high is None:
        return f"at least {low:,}"
    return f"{low:,}" if low == high else f"{low:,} to {high:,}"


def party_in_words(text: str, names: Mapping[str, str]) -> str:
    """``PRK:mil`` as "North Korea, forces"; the code is kept where no name is known."""
    party, _, role = text.partition(":")
    if party == "UNK":
        return f"not told ({ROLE_LABELS[role]})" if ROLE_LABELS.get(role) else "not told"
    named = names.get(party, party)
    return f"{named}, {ROLE_LABELS.get(role, role)}" if ROLE_LABELS.get(role, role) else named


def speaker_in_words(text: str, names: Mapping[str, str]) -> str:
    """``KOR:JCS`` as "South Korea: JCS"; an organ not named as forces or authorities; the outlet's own voice as such."""
    if text == "document":
        return "the outlet itself"
    party, colon, organ = text.partition(":")
    if not colon:
        return names.get(party, party)
    return f"{names.get(party, party)}: {ROLE_LABELS.get(organ) or names.get(text, organ)}"


def day_in_words(text: str) -> str:
    """``2024-06-09`` as "9 June 2024", a month, a year, or "1 to 20 June 2024"."""
    start, slash, end = text.partition("/")
    if slash:
        first, last = (day_in_words(each).partition(", ")[0] for each in (start, end))
        return f"between {first} and {last}"
    parts = text.split("-")
    if not all(each.isdigit() for each in parts) or len(parts) > 3 or (len(parts) > 1 and not 1 <= int(parts[1]) <= 12):
        return text
    if len(parts) == 3:
        return f"{int(parts[2])} {MONTHS[int(parts[1]) - 1]} {parts[0]}"
    return f"{MONTHS[int(parts[1]) - 1]} {parts[0]}, day not told" if len(parts) == 2 else f"{parts[0]}, month not told"


def days(text: str) -> tuple[date, date] | None:
    """First and last possible day of a codebook date, or None where it is not one."""
    start, _, end = text.partition("/")
    try:
        return _edge(start, last=False), _edge(end or start, last=True)
    except ValueError:
        return None


def _edge(text: str, *, last: bool) -> date:
    numbers = [int(each) for each in text.split("-")]
    if len(numbers) == 3:
        return date(*numbers)
    if len(numbers) == 1:
        return date(numbers[0], 12, 31) if last else date(numbers[0], 1, 1)
    year, month = numbers
    return month_span(date(year, month, 1))[last]


def publisher_of(document: Document) -> str | None:
    """Who published a document: as told, else the host its address names."""
    return document.publisher or (urlsplit(document.url).hostname if document.url else None)


def counted(number: int, one: str, many: str | None = None) -> str:
    """A number with its noun: "1 report", "3 reports"."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def unique(items: Iterable[str]) -> tuple[str, ...]:
    """Items once each, in the order they first came."""
    return tuple(dict.fromkeys(items))


def unique_numbers(numbers: Iterable[int]) -> tuple[int, ...]:
    """Numbers once each, in the order they first came."""
    return tuple(dict.fromkeys(numbers))


def kind_label(kind: str, ontology: Ontology) -> str:
    """The neutral wording of a kind."""
    return ontology.kinds[kind].label if kind in ontology.kinds else kind.replace("_", " ")
