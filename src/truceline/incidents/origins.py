"""Origins, not articles: near-copies of a wire story and relays of one agency are one origin (domain 6.2).

"Reuters, as relayed by Hina" is Reuters: relays do not add. The id of an origin is the least document of its
group by (published, id), so it does not depend on the order of arrival.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from hashlib import blake2b
from itertools import combinations
from struct import pack
from typing import TypeVar
from urllib.parse import urlsplit

from rensa import RMinHash

from truceline.model.document import Document
from truceline.model.ids import DocumentId
from truceline.model.report import Report, Stance

PERMUTATIONS, BANDS, SEED = 128, 32, 1953  # dependencies.md 7a: recall .994 on trimmed, reworded wire copies
JACCARD = 0.5  # two thirds of the words of both shared: a copy with another lead
CONTAINED = 0.8  # a cut copy stands almost whole in the longer one
SHORT = 40  # shingles; in a note of some forty words a form filled in anew shares half: it must share nearly all
SHORT_JACCARD = 0.8
MOST_ALIKE = 100  # documents of one band: more are a form that many texts share, and make no candidates of one another

Shingles = frozenset[tuple[str, ...]]
K = TypeVar("K")
_WORD = re.compile(r"[^\W_]+")
_SECOND_LEVEL = frozenset({"co", "com", "org", "net", "gov", "ac", "or", "go", "ne"})


def near_copies(documents: Mapping[DocumentId, Document]) -> dict[DocumentId, DocumentId]:
    """For each document, the least document of its group of near-copies; itself where it stands alone, as each observation does."""
    told = {key: shingles(document) for key, document in documents.items()}
    alike: dict[int, list[DocumentId]] = defaultdict(list)
    for key, some in told.items():
        for band in bands(some):
            alike[band].append(key)
    candidates = {ordered(*pair) for some in alike.values() if len(some) <= MOST_ALIKE for pair in combinations(some, 2)}
    found = [(one, two) for one, two in sorted(candidates) if are_copies(told[one], told[two])]
    return leaders({key: order(document) for key, document in documents.items()}, found)


def leaders(things: Mapping[K, tuple[str, str]], copies: Iterable[tuple[K, K]]) -> dict[K, K]:
    """For each thing, the least one of its group, by what it is sorted by, where pairs of copies make the groups."""
    inside = sorted(things, key=lambda each: things[each])
    number = {each: index for index, each in enumerate(inside)}
    leader = list(range(len(inside)))
    for one, two in copies:
        _join(leader, number[one], number[two])
    return {each: inside[_find(leader, index)] for index, each in enumerate(inside)}


def ordered(one: DocumentId, two: DocumentId) -> tuple[DocumentId, DocumentId]:
    """Two ids, the lesser first."""
    return (one, two) if one < two else (two, one)


def origins(
    reports: Iterable[Report],
    documents: Mapping[DocumentId, Document],
    copies: Mapping[DocumentId, DocumentId],
) -> dict[DocumentId, DocumentId]:
    """For each document of one incident, its origin: near-copies and texts through one agency together."""
    conduits: dict[DocumentId, set[str]] = defaultdict(set)
    for report in reports:
        conduits[report.document_id].update(_conduits(report, documents.get(report.document_id)))
    ordered = sorted(conduits, key=lambda each: _order(each, documents))
    leader = list(range(len(ordered)))
    first: dict[str, int] = {}
    for index, document in enumerate(ordered):
        for mark in sorted({f"copy of {copies.get(document, document)}", *conduits[document]}):
            _join(leader, first.setdefault(mark, index), index)
    return {document: ordered[_find(leader, index)] for index, document in enumerate(ordered)}


def order(document: Document) -> tuple[str, str]:
    """Documents from the earliest published; undated last; ties by id."""
    return (document.published.isoformat() if document.published else "9999", document.id)


def _order(document_id: DocumentId, documents: Mapping[DocumentId, Document]) -> tuple[str, str]:
    known = documents.get(document_id)
    return order(known) if known else ("9999", document_id)


def _conduits(report: Report, document: Document | None) -> set[str]:
    """Through whom the document has it: who observed, the relay named, else the page's relay line or publisher."""
    if document and document.observation:
        author = document.observation.span("sensor") or document.observation.span("author")
        name = document.words(author).casefold() if author else ""
        return {f"by {name}"} if any(map(str.isalnum, name)) else set()  # a name that was redacted is nobody's
    named = {_name(each.via[0].value.code) for each in report.attributions if each.via and each.stance is not Stance.DENIES}
    if not named and document:
        named = {_name(relay.name) for relay in document.relays[:1]}
    if not named and document and document.publisher:
        named = {_name(document.publisher)}
    return {name for name in named if name}


def _name(name: str) -> str:
    """The name of an outlet by which "www.rfa.org", "https://rfa.org/..." and "RFA" are one."""
    is_address = "." in name and " " not in name.strip()
    host = _host(name.strip()) if is_address else ""
    parts = [part for part in host.split(".") if part and part != "www"]
    while len(parts) > 1 and (parts[-1] in _SECOND_LEVEL or len(parts) == 2 or parts[-2] in _SECOND_LEVEL):
        parts.pop()
    return parts[-1] if parts else "".join(_WORD.findall(name.lower()))


def _host(address: str) -> str:
    try:
        return urlsplit(address if "//" in address else f"//{address}").hostname or ""
    except ValueError:  # a hostile page may name "[" as its source: then it names none
        return ""


def shingles(document: Document) -> Shingles:
    """Three words after one another, in lower case, without what is the site's own; an observation is a copy of nothing but itself."""
    if document.observation is not None:
        return frozenset({(str(document.id),)})
    text = document.text
    for span in sorted(document.furniture, reverse=True):
        if span.part == "text":
            text = f"{text[: span.start]}\n{text[span.end :]}"
    words = _WORD.findall(text.lower())
    return frozenset(zip(words, words[1:], words[2:], strict=False)) or frozenset({tuple(words)})


def bands(some: Shingles) -> tuple[int, ...]:
    """Marks of a text (64 bits each) of which two near-copies share at least one, and two other texts hardly ever do."""
    sketch = RMinHash(num_perm=PERMUTATIONS, seed=SEED)
    sketch.update([" ".join(words) for words in some])
    packed, size = pack(f"<{PERMUTATIONS}I", *sketch.digest()), 4 * PERMUTATIONS // BANDS
    each = (blake2b(packed[at : at + size], digest_size=8, salt=at.to_bytes(2, "big")) for at in range(0, 4 * PERMUTATIONS, size))
    return tuple(int.from_bytes(one.digest(), "big", signed=True) for one in each)


def are_copies(one: Shingles, two: Shingles) -> bool:
    """Whether two texts share so much that one was made from the other, or both from a third."""
    shared = len(one & two)
    if min(len(one), len(two)) < SHORT:
        return shared >= SHORT_JACCARD * len(one | two)
    return shared >= JACCARD * len(one | two) or shared >= CONTAINED * min(len(one), len(two))


def _find(leader: list[int], index: int) -> int:
    while leader[index] != index:
        leader[index] = leader[leader[index]]
        index = leader[index]
    return index


def _join(leader: list[int], one: int, two: int) -> None:
    low, high = sorted((_find(leader, one), _find(leader, two)))
    leader[high] = low
