"""Who is named in a sentence: parties, their bodies, outlets and unnamed speakers."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from truceline.model.party import Actor, Role, Speaker
from truceline.model.reading import Mention, Sentence
from truceline.packs.gazetteer import Gazetteer, PartyName, Theatre
from truceline.packs.pack import Pack
from truceline.packs.surface_words import SurfaceWords

STAND_IN = {"name": "Britain", "short": "Britain", "capital": "Britain", "adjective": "British", "people": "Britons", "body": "NATO"}
"""What the parser reads in place of a name, by the form of the name (see language/parse.py)."""


def theatre_of(sentences: Sequence[Sentence], gazetteer: Gazetteer, published: date | None = None) -> str | None:
    """The theatre whose two sides the document names most; None if none has both sides or a line of its own.

    One without a line needs twice the names: what is told across a line is told of the line. While the line is a front,
    who stands with a named side counts with it. A war that is fought when the text is published comes before one that is not,
    and two who fight side by side by then are no longer each other's enemies.
    """
    seen: Counter[str] = Counter()
    lines: Counter[str] = Counter()
    limited: Counter[str] = Counter()
    short: Counter[str] = Counter()
    for sentence in sentences:
        for start, end, names in gazetteer.party_book.find(sentence.text):
            short.update({name.party for name in names if name.form == "short" and _stands_short(sentence.text, start, end)})
            for party in {gazetteer.forerunner(name.party, published) for name in names if name.form != "short"}:
                seen[party] += 1
        for _, _, zones in gazetteer.line_book.find(sentence.text):
            lines.update({zone.line for zone in zones if zone.theatre in (None, "any")})
            limited.update({zone.line for zone in zones if zone.theatre not in (None, "any")})
    for theatre in gazetteer.theatres.values():
        if any(name in sentence.text for name in theatre.both for sentence in sentences):
            seen.update(theatre.parties)
    _add_short(seen, short, gazetteer)
    both_named = [t for t in gazetteer.theatres.values() if _both_named(t, seen)]
    theirs = {line for theatre in both_named or gazetteer.theatres.values() for line in (theatre.land, theatre.sea)}
    lines.update({line: count for line, count in limited.items() if line in theirs})  # a "Green Line" runs through more than one city
    going = {name: t for name, t in gazetteer.theatres.items() if published is None or t.going(published)}
    if (now := _most_named(going, seen, lines, published)) is not None or len(going) == len(gazetteer.theatres):
        return now or _watched(going, seen)
    past = {name: t for name, t in gazetteer.theatres.items() if name not in going and _both_named(t, seen)}
    return _most_named({name: t for name, t in past.items() if not _reconciled(t, going)}, seen, lines, published) or _watched(going, seen)


def _watched(theatres: dict[str, Theatre], seen: Mapping[str, int]) -> str | None:
    """The theatre whose mission a text names with somebody of that theatre ("UNFICYP ... Turkish forces"), where it names no two sides.

    A front's mission watches elsewhere too, under the same name.
    """
    told = [name for name, t in theatres.items() if t.mission in seen and not t.front and _somebody(t, seen)]
    return told[0] if len(told) == 1 else None


def _somebody(theatre: Theatre, seen: Mapping[str, int]) -> bool:
    """Whether a text names anybody of a theatre beside its mission."""
    everybody = {*theatre.parties, *theatre.also, *(ally for allies in theatre.allies.values() for ally in allies)}
    return any(party in seen for party in everybody - {theatre.mission})


def _add_short(seen: Counter[str], short: Mapping[str, int], gazetteer: Gazetteer) -> None:
    """Counts, in place, a side that a text names by its short name alone beside the other ("North Korea ... the South")."""
    for theatre in gazetteer.theatres.values() if short else ():
        for named, other in (theatre.parties, theatre.parties[::-1]):
            if named in seen and other not in seen and other in short:
                seen[other] += short[other]


def _stands_short(text: str, start: int, end: int) -> bool:
    """Whether a short name stands as a name: "the North", and not "the north", "the North Sea" or "North Hwanghae"."""
    word = text[end:][1:].split(" ", 1)[0] if text[end : end + 1] == " " else ""
    return text[start].isupper() and text[:start].lower().endswith("the ") and not word[:1].isupper()


def _both_named(theatre: Theatre, seen: Mapping[str, int]) -> bool:
    """Whether a text names each of the two sides of a theatre."""
    one, two = theatre.parties
    return one in seen and two in seen


def _reconciled(theatre: Theatre, going: dict[str, Theatre]) -> bool:
    """Whether the two sides of a war fight side by side in one that is fought now."""
    return any(other.allied(*theatre.parties) for other in going.values())


def _most_named(theatres: dict[str, Theatre], seen: Counter[str], lines: Counter[str], published: date | None) -> str | None:
    """Of some theatres the one whose two sides, or whose line, are named most."""
    named = {name: _named(theatre, seen, published) for name, theatre in theatres.items()}
    best, most = None, (False, 0)
    for name, theatre in theatres.items():
        told = named[name]
        own = sum([lines.get(line, 0) for line in (theatre.land, theatre.sea) if line])
        weight = 2 if theatre.land or theatre.sea else 1
        score = (own > 0, weight * ((2 * min(told) + sum(told)) * bool(min(told) or own) + own))
        if score[1] and score > most:
            best, most = name, score
    return best if best is None or most[0] else _other_war(best, named, theatres)


def _named(theatre: Theatre, seen: Counter[str], published: date | None) -> tuple[int, int]:
    """How often the two sides of a theatre are named, with who stands beside them while its line is a front."""
    one, two = theatre.parties
    told = (seen.get(one, 0), seen.get(two, 0))
    if min(told) and theatre.front and (published is None or published.isoformat() < (theatre.front_until or "9999")):
        return (sum(seen[p] for p in theatre.sides[0]), sum(seen[p] for p in theatre.sides[1]))
    return told


def _other_war(best: str, named: dict[str, tuple[int, int]], theatres: dict[str, Theatre]) -> str:
    """The war without a line that a text is about rather than what is told across one: its less named side is named more.

    One side of the line fights it with somebody whom the text names more often than the other side of the line, or stands by.
    """
    lined = theatres[best]
    if not (lined.land or lined.sea):
        return best
    foes = dict(zip(lined.parties, reversed(named[best]), strict=True))
    wars = {best: (min(named[best]), sum(named[best]))}
    for name, theatre in theatres.items():
        instead = zip(theatre.parties, reversed(named[name]), strict=True)
        fought = min(named[name]) and any(party in foes and count > foes[party] for party, count in instead)
        beside = not set(lined.parties).isdisjoint(theatre.also)
        if (fought or beside) and not (theatre.land or theatre.sea):
            wars[name] = (min(named[name]), sum(named[name]))
    return max(wars, key=lambda name: wars[name])


def mentions(sentence: Sentence, pack: Pack, theatre: str | None, published: date | None = None) -> Iterator[tuple[Mention, str]]:
    """Every named party or body, as its name is meant when the text is published, with the stand-in the parser should read there."""
    nation: tuple[str, int] | None = None  # the party of the adjective told last, and where it ends
    for start, end, names in pack.gazetteer.party_book.find(sentence.text):
        name = _choose(names, sentence.text, start, end, pack.gazetteer, theatre)
        if name is None:
            continue
        if name.form == "body" and not name.person and nation is not None and start == nation[1] + 1 and name.party != nation[0]:
            continue  # "the British Marines": what another land's body is called too
        if name.form == "body" and sentence.text.isupper() and sentence.text[start:end].lower().removesuffix("s") in pack.lexicon.role_of:
            continue  # where all is in capitals, "MARINES" are anybody's
        nation = (name.party, end) if any(n.form == "adjective" for n in names) else None
        if name.form == "short" and sentence.text[start - 4 : start].lower() == "the ":
            start -= 4
        meant = pack.gazetteer.forerunner(name.party, published)
        yield (
            _mention(sentence, start, end, name if meant == name.party else replace(name, party=meant)),
            _stand_in(name, names, sentence.text[end:], pack.lexicon.surface),
        )


def _choose(names: tuple[PartyName, ...], text: str, start: int, end: int, gazetteer: Gazetteer, theatre: str | None) -> PartyName | None:
    here = [n for n in names if n.theatre in (None, theatre)]
    if not here:
        return None
    name = here[0]
    if name.form == "short":
        return name if _short_is_party(name, text, start, end, gazetteer, theatre) else None
    return name


def _short_is_party(name: PartyName, text: str, start: int, end: int, gazetteer: Gazetteer, theatre: str | None) -> bool:
    """ "the North" is a party only in its theatre, and not before another name ("North Hwanghae")."""
    if theatre is None or name.party not in gazetteer.theatres[theatre].parties:
        return False
    rest, before = text[end:], text[:start]
    if rest[:1] in "'’-" and rest[1:2].isalpha() and not rest.startswith("-"):
        return True
    word = rest[1:].split(" ", 1)[0] if rest[:1] == " " else ""
    others = {s for p in gazetteer.theatres[theatre].parties for s in gazetteer.parties[p].short}
    paired = word == "and" and rest[5:].split(" ", 1)[0] in others
    return (before.lower().endswith("the ") and not word[:1].isupper()) or paired


def _mention(sentence: Sentence, start: int, end: int, name: PartyName) -> Mention:
    role = Role(name.role) if name.role else Role.UNK
    speaker = None
    if name.outlet:
        speaker = Speaker(code=name.code or sentence.text[start:end])
    elif name.form == "body":
        speaker = Speaker(code=f"{name.party}:{name.code}" if name.code else name.party, party=name.party)
    return Mention(
        start=sentence.start + start,
        end=sentence.start + end,
        actor=Actor(party=name.party, role=role),
        speaker=speaker,
        plural=name.form == "people",
        person=name.person,
    )


def _stand_in(name: PartyName, names: tuple[PartyName, ...], rest: str, words: SurfaceWords) -> str:
    if name.form == "body":
        return STAND_IN["body"]
    forms = {n.form for n in names}
    if forms == {"adjective", "people"}:
        return STAND_IN["adjective" if _before_noun(rest, words) else "people"]
    if "adjective" in forms and len(forms) > 1:
        following = rest[:2]
        return (
            STAND_IN["adjective"]
            if following[:1] == " " and following[1:].isalpha() and following[1:].islower() and not _verbish(rest, words)
            else STAND_IN["name"]
        )
    return STAND_IN[name.form]


def _before_noun(rest: str, words: SurfaceWords) -> bool:
    """Whether a word that is adjective and people alike ("Chinese") stands as an adjective: before a noun, or beside another adjective."""
    word, after = [*(rest.split(None, 2) if rest[:1] == " " else ()), "", ""][:2]
    fishing = word.endswith("ing") and after[:1].islower() and after not in words.after_verb  # "a Chinese fishing boat"
    return word[:1].isalpha() and (word in words.joining or fishing or not _verbish(rest, words))


def _verbish(rest: str, words: SurfaceWords) -> bool:
    word = rest.split(None, 1)[0] if rest.split() else ""
    return word.endswith(words.verb_endings) or word in words.after_name
