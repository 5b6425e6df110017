"""The dispatches of an exercise: what each side and each outlet prints of what happened, late, selective, reworded, corrected, counted."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from truceline.model.document import EXERCISE
from truceline.rehearsal.world import Scene, Truth

ORDINALS = {2: "second", 3: "third", 4: "fourth", 5: "fifth", 6: "sixth", 7: "seventh", 8: "eighth", 9: "ninth", 10: "tenth"}
MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"]
WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
NUMBERS = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """Which characters of a dispatch tell of which incident; ``kind`` the codebook's, ``role`` "told", "denied", "count" or "answer".

    An answer ("they returned fire") tells of what the other side did, and not of the incident itself.
    """

    truth: str
    kind: str
    start: int
    end: int
    role: str = "told"


@dataclass(frozen=True, slots=True, kw_only=True)
class Dispatch:
    """One dispatch, as a line of JSONL is written from it, and what it tells of."""

    id: str
    published: date
    title: str
    text: str
    passages: tuple[Passage, ...]


def dispatches(scene: Scene, truths: Sequence[Truth], chance: Random) -> Iterator[Dispatch]:
    """Every dispatch, in the order of the incidents; the counts are what the side that tells had seen, told or not."""
    for truth in truths:
        if truth.told:
            yield from _announced(scene, truth, truths, chance)
        if truth.observed:
            claim = _claim(scene, truth, scene.kinds[truth.kind].told, chance, truth.observed)
            words = chance.choice(scene.observed).format(claim=claim, claim_low=_low(claim, scene), commission=scene.commission)
            yield _dispatch(scene, truth, truth.observed, "", [(_first(words), "told")], "observed")
        if truth.own:
            claim = _claim(scene, truth, scene.kinds[truth.kind].told, chance, truth.own)
            yield _dispatch(scene, truth, truth.own, chance.choice(scene.outlets), [(f"{claim}.", "told")], "own")


def _announced(scene: Scene, truth: Truth, truths: Sequence[Truth], chance: Random) -> Iterator[Dispatch]:
    assert truth.told
    played, organ = scene.kinds[truth.kind], scene.organ[truth.other]
    claim = _claim(scene, truth, played.told, chance, truth.told)
    said = chance.choice(scene.said).format(claim=claim, claim_low=_low(claim, scene), organ=organ, organ_first=_first(organ))
    parts = [(said, "told"), (played.answered.format(other=scene.adjective[truth.other]), "answer")]
    number = _seen(truth, truths)
    if truth.counted and number in ORDINALS:
        counted = scene.counted.format(ordinal=ORDINALS[number], acting=scene.adjective[truth.acting], month=MONTHS[truth.day.month - 1])
        parts.append((counted, "count"))
    yield _dispatch(scene, truth, truth.told, "", parts, "said")
    for relay, outlet in enumerate(chance.sample(scene.outlets, truth.relays)):
        on = truth.told + timedelta(days=chance.randint(0, 1))
        again = _claim(scene, truth, played.reworded, chance, on)
        printed = scene.relayed.format(claim=again, outlet=outlet, organ=organ)
        yield _dispatch(scene, truth, on, outlet, [(printed, "told")], f"relay-{relay}")
    if truth.denied:
        theirs = scene.organ[truth.acting]
        words = scene.denied.format(
            organ_first=_first(theirs), acting=scene.adjective[truth.acting], place=truth.place, day=_day(truth.day)
        )  # fmt: skip
        yield _dispatch(scene, truth, truth.told + timedelta(days=1), "", [(words, "denied")], "denial", of=truth.acting)
    if truth.corrected:
        more = _claim(scene, truth, played.told, chance, truth.told, truth.count + 2)
        words = scene.corrected.format(organ_first=_first(organ), claim_low=_low(more, scene))
        yield _dispatch(scene, truth, truth.told + timedelta(days=2), "", [(words, "told")], "correction")


def _dispatch(
    scene: Scene, truth: Truth, on: date, outlet: str, parts: Sequence[tuple[str, str]], what: str, *, of: str = ""
) -> Dispatch:  # fmt: skip
    text = f"{EXERCISE}\n\n{scene.city[of or truth.other]}, {MONTHS[on.month - 1]} {on.day}, {on.year}\n\n"
    passages = []
    for words, role in parts:
        passages.append(Passage(truth=truth.id, kind=truth.kind, start=len(text), end=len(text) + len(words), role=role))
        text += words + " "
    title = f"Exercise dispatch {truth.number}" + (f", {outlet}" if outlet else "")
    return Dispatch(id=f"{truth.id}-{what}", published=on, title=title, text=text.rstrip() + "\n", passages=tuple(passages))


def _claim(scene: Scene, truth: Truth, words: Sequence[str], chance: Random, on: date, count: int | None = None) -> str:
    number = count or truth.count
    week = "this week" if on.isocalendar()[:2] == truth.day.isocalendar()[:2] else "last week"
    told = chance.choice(words).format(
        n=NUMBERS[number] if number < len(NUMBERS) else str(number), acting=scene.adjective[truth.acting],
        other=scene.adjective[truth.other], place=truth.place, day=_day(truth.day), time=truth.time,
        week=week,
        weekday=WEEKDAYS[truth.day.weekday()],
    )  # fmt: skip
    return _first(told)


def _seen(truth: Truth, truths: Sequence[Truth]) -> int:
    """Which one of its kind, by its side, it is that month, of all that were seen, told or not."""
    return sum(
        each.seen and (each.kind, each.acting) == (truth.kind, truth.acting)
        and (each.day.year, each.day.month) == (truth.day.year, truth.day.month) and (each.day, each.number) <= (truth.day, truth.number)
        for each in truths
    )  # fmt: skip


def _day(day: date) -> str:
    return f"{MONTHS[day.month - 1]} {day.day}"


def _first(words: str) -> str:
    return words[:1].upper() + words[1:]


def _low(claim: str, scene: Scene) -> str:
    """A claim within a sentence: names keep their capital."""
    keeps = (*scene.adjective.values(), "On ")
    return claim[:1].lower() + claim[1:] if not claim.startswith(keeps[:-1]) else claim
