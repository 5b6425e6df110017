"""Dispatches made by chance from templates in our own words: all types, voices, attributions and numbers, for any two sides.

``made(seed, pair)`` gives one text twice, once for each way round of the sides: nothing else differs, so the readings may differ in the
sides alone.
"""

import random
from dataclasses import dataclass


@dataclass(frozen=True)
class Side:
    """How texts name one side."""

    code: str
    name: str
    adjective: str
    capital: str
    organ: str
    organ_code: str
    short: str = ""
    toward: str = ""


@dataclass(frozen=True)
class Pair:
    """Two sides that face each other, and the words for the line between them."""

    one: Side
    two: Side
    lines: tuple[str, ...]
    sea: str = "the maritime border"


def _state(code: str, name: str, adjective: str, capital: str) -> Side:
    return Side(code, name, adjective, capital, f"{name}'s Defence Ministry", f"{code}:MOD")


PAIRS = {
    "KOR": Pair(
        Side("PRK", "North Korea", "North Korean", "Pyongyang", "the Korean People's Army", "PRK:KPA", "the North", "northward"),
        Side("KOR", "South Korea", "South Korean", "Seoul", "the Joint Chiefs of Staff", "KOR:JCS", "the South", "southward"),
        ("the Military Demarcation Line", "the demarcation line", "the border"),
        "the Northern Limit Line",
    ),
    "KASHMIR": Pair(
        _state("IND", "India", "Indian", "New Delhi"), _state("PAK", "Pakistan", "Pakistani", "Islamabad"), ("the Line of Control",)
    ),
    "LADAKH": Pair(
        _state("IND", "India", "Indian", "New Delhi"), _state("CHN", "China", "Chinese", "Beijing"), ("the Line of Actual Control",)
    ),
    "GOLAN": Pair(
        _state("ISR", "Israel", "Israeli", "Jerusalem"), _state("SYR", "Syria", "Syrian", "Damascus"), ("the area of separation",)
    ),
    "KARABAKH": Pair(
        _state("ARM", "Armenia", "Armenian", "Yerevan"), _state("AZE", "Azerbaijan", "Azerbaijani", "Baku"), ("the line of contact",)
    ),
    "THAKHM": Pair(_state("THA", "Thailand", "Thai", "Bangkok"), _state("KHM", "Cambodia", "Cambodian", "Phnom Penh"), ("the border",)),
}
"""Twins in form: each has a name, an adjective, a capital and one organ."""

ACTS = {
    "ground_crossing": (
        "{n} {a} soldiers crossed {line}",
        "{line} was crossed by {n} {a} soldiers",
        "{n} {a} soldiers walked over {line}",
        "{a} troops intruded across {line}",
        "there was an incursion by {n} {a} soldiers across {line}",
    ),
    "sea_crossing": (
        "{n} {a} patrol boats crossed {sea}",
        "a vessel of {A} sailed across {sea}",
        "{sea} was violated by {n} {a} warships",
    ),
    "air_crossing": (
        "{n} {a} drones crossed {line}",
        "{n} {a} drones entered the airspace of {B}",
        "a helicopter of {A} flew over {line}",
    ),
    "defection": (
        "{n} {a} soldiers defected to {B}",
        "a soldier of {A} fled across {line}",
        "{n} {a} soldiers sought asylum in {B} after crossing {line}",
    ),
    "direct_fire": (
        "{a} soldiers fired {n} shots at the {b} post",
        "{a} troops opened fire on {b} soldiers",
        "{n} {b} soldiers were shot dead by {a} troops",
        "gunfire by {a} troops hit the {b} post",
    ),
    "warning_fire": ("{a} guards fired {n} warning shots", "{n} warning shots were fired by {a} guards"),
    "indirect_fire": (
        "{a} artillery fired {n} shells at {b} positions",
        "{a} forces shelled {b} positions",
        "{b} positions were shelled by {a} forces",
        "the shelling of {b} positions by {a} forces killed {n} people",
    ),
    "missile_launch": (
        "{A} launched {n} ballistic missiles",
        "{n} cruise missiles were fired by {A}",
        "the launch of {n} ballistic missiles by {A} was recorded",
    ),
    "air_strike": (
        "{a} warplanes bombed {b} positions",
        "{b} positions were bombed by {a} jets",
        "an airstrike by {A} killed {n} {b} soldiers",
    ),
    "clash": (
        "{a} and {b} soldiers exchanged fire",
        "{a} troops clashed with {b} troops",
        "{n} soldiers died in a firefight between {a} and {b} troops",
    ),
    "explosion": ("a mine exploded and wounded {n} {b} soldiers", "a bomb planted by {a} agents killed {n} {b} soldiers"),
    "works_in_zone": (
        "{a} soldiers laid mines near {line}",
        "{a} troops built a wall near {line}",
        "guard posts were rebuilt by {a} troops near {line}",
    ),
    "weapons_in_zone": ("{a} troops brought machine guns into the demilitarized zone",),
    "loudspeaker": ("{A} resumed loudspeaker broadcasts along {line}", "loudspeaker broadcasts were resumed by {A}"),
    "balloon_launch": ("{A} sent {n} balloons toward {B}", "{n} balloons were launched by {A}", "{A} flew {n} balloons over {line}"),
    "jamming": ("{A} jammed GPS signals near {line}", "GPS signals were jammed by {A}"),
    "capture": ("{a} troops captured {n} {b} soldiers", "{n} {b} soldiers were detained by {a} guards", "{A} seized a {b} fishing boat"),
    "monitor_attack": ("{a} troops fired at a patrol of UN peacekeepers",),
    "monitor_obstruction": ("{a} guards denied UN monitors access to the post",),
    "troop_deployment": ("{A} sent {n} soldiers abroad", "{n} {a} soldiers were deployed to Ukraine"),
    "arms_transfer": ("{A} delivered {n} artillery shells to Russia", "artillery shells were supplied to Russia by {A}"),
    "suspension": ("{A} suspended the military agreement with {B}", "the hotline with {B} was cut by {A}"),
    "withdrawal": ("{a} troops withdrew from the post near {line}",),
    "truce": ("{A} and {B} agreed on a ceasefire",),
    "violation_claim": ("{A} violated the ceasefire {n} times",),
    "release": ("{A} released {n} {b} prisoners",),
    "expulsion": ("{a} troops drove {n} villagers across {line}",),
    "build_up": ("{A} massed {n} tanks along {line}",),
    "restoration": ("{A} restored the hotline with {B}",),
}
"""By type; ``a`` and ``A`` are who acts, ``b`` and ``B`` the other side. Only that they read alike is at issue here."""

FRAMES = (
    "On {day}, {act}.",
    "{act} on {day}.",
    "{act} on {day}, {source} said.",
    "{source} said that {act} on {day}.",
    "According to {source}, {act} on {day}.",
    "{act} on {day}, Reuters reported, citing {source}.",
    "{B} accused {A} on {day}, saying that {act}.",
    "{A} denied that {act} on {day}.",
    "{act} on {day}, {source} said, and {rival} denied it.",
    "It was not true that {act}, {rival} said on {day}.",
    "{source} alleged that {act} on {day}.",
    "Reportedly {act} on {day}.",
    "{act} on {day} near Dolmen Hill.",
    "{act} {toward} on {day}.",
)
AFTER = (
    "", "", "",
    " They went back after warning shots.",
    " The {b} side returned fire.",
    " {n} {b} soldiers were killed and {n} {a} soldiers were wounded.",
    " {B} protested to {A}.",
    " {A} apologized to {B}.",
    " It was the third such incident since the beginning of March.",
    " The {a} soldiers were captured by {b} troops.",
    " {capital} called it an accident.",
    " Nobody was hurt.",
    " {short} said it would answer in kind.",
    " A similar incident had happened on March 2, when {a} troops crossed {line}.",
)  # fmt: skip
DAYS = ("Tuesday", "Monday night", "March 4", "March 9, 2031", "Wednesday morning")
NUMBERS = ("three", "about 20", "at least five", "dozens of", "several", "12", "two or three", "up to 40")
SOURCES = (
    "{organ}",
    "{capital}",
    "the {x} army",
    "the {x} military",
    "a {x} official",
    "{X}'s Foreign Ministry",
    "{X}",
    "state media in {capital}",
)
TITLES = ("", "", "{X} blames {Y}", "Incident between {X} and {Y}", "{act}")


def made(seed: int, pair: Pair) -> tuple[tuple[str, str], tuple[str, str]]:
    """Title and text, with the sides one way round and the other."""
    return _made(random.Random(seed), pair.one, pair.two, pair), _made(random.Random(seed), pair.two, pair.one, pair)


def _made(chance: random.Random, a: Side, b: Side, pair: Pair) -> tuple[str, str]:
    sentences = [_sentence(chance, *(chance.choice([(0, 1), (1, 0)])), (a, b), pair) for _ in range(chance.choice([1, 1, 2, 3]))]
    first, second = (a, b) if chance.random() < 0.5 else (b, a)
    act = _act(chance, a, b, pair)
    title = chance.choice(TITLES).format(X=first.name, Y=second.name, act=act)
    return title[:1].upper() + title[1:], " ".join(sentences)


def _act(chance: random.Random, a: Side, b: Side, pair: Pair) -> str:
    kind = chance.choice(sorted(ACTS))
    return chance.choice(ACTS[kind]).format(
        a=a.adjective, A=a.name, b=b.adjective, B=b.name, n=chance.choice(NUMBERS), line=chance.choice(pair.lines), sea=pair.sea
    )


def _sentence(chance: random.Random, one: int, two: int, sides: tuple[Side, Side], pair: Pair) -> str:
    a, b = sides[one], sides[two]
    said = chance.choice([a, b])
    rival = b if said is a else a
    words = {
        "a": a.adjective, "A": a.name, "b": b.adjective, "B": b.name, "act": _act(chance, a, b, pair), "day": chance.choice(DAYS),
        "source": _source(chance, said), "rival": rival.name, "toward": chance.choice([a.toward, b.toward]), "line": pair.lines[0],
        "n": chance.choice(NUMBERS), "capital": chance.choice([a, b]).capital, "short": (rival.short or rival.name),
    }  # fmt: skip
    sentence = (chance.choice(FRAMES) + chance.choice(AFTER)).format(**words)
    sentence = " ".join(sentence.split())
    return sentence[:1].upper() + sentence[1:]


def _source(chance: random.Random, side: Side) -> str:
    return chance.choice(SOURCES).format(organ=side.organ, capital=side.capital, x=side.adjective, X=side.name)
