"""Whose voice a document is in, and whose police "the police" are: what the whole text tells of unnamed speakers."""

import re
from collections import Counter
from dataclasses import dataclass, field
from itertools import pairwise

from truceline.model.party import Speaker
from truceline.model.reading import Annotated, Mention, Reading
from truceline.model.report import Attribution, Slot
from truceline.model.text import Part, Span
from truceline.packs.agencies import agency_of
from truceline.packs.gazetteer import Gazetteer
from truceline.packs.lexicon import Lexicon
from truceline.packs.pack import Pack
from truceline.packs.phrases import written_in
from truceline.packs.word_patterns import shaped, small_letters, standing

READ_BY = "reports.voice 1"
ISSUED = READ_BY + " who issued the release"
_RELEASE = r"\s*WORDS release\b[^\n]{0,12}?:?\s*"
_HEAD = 600
"""How far into a text the head of a release may go, in characters."""
_BESIDE = 24
"""How many characters may stand between a party's name and the organ it owns ("the Lebanese national police")."""
_LOCAL = frozenset({"police"})
"""Organs that look into what happens where they are: the land of the sentence before is theirs too."""
_FORCES = frozenset({"army", "mil"})
"""Organs that only who rules a land has."""


def voice(reading: Reading, pack: Pack) -> Attribution | None:
    """The speaker of all that a document asserts without naming another; None where the outlet speaks for itself.

    A party's agency speaks under its dateline (codebook 3: its source even on its own page); a statement that
    the agency hands on is its author's.
    """
    agency = _dateline_agency(reading, pack)
    if agency is not None:
        return _author(reading, agency, pack) or agency
    return _issuer(reading, pack) or _states(reading, pack)


def _states(reading: Reading, pack: Pack) -> Attribution | None:
    """Whose statement a text is by its title ("Statement by X on ...", "X's statement on ..."); None for other texts."""
    words = pack.lexicon.telling.stated
    before = shaped(r"(?P<who>.{2,60}?)(?:['’]s)?,? WORDS\b", words)
    after = shaped(r"(?:[A-Z]\w+ )?WORDS (?:by|from|of) (?P<who>.{2,90})", words)
    for annotated in (a for a in reading.sentences if a.sentence.headline):
        told = after.match(annotated.sentence.text) or before.match(annotated.sentence.text)
        named = [] if told is None else [m for m in annotated.mentions if m.speaker is not None and m.speaker.party is not None]
        at = annotated.sentence.start
        for mention in named:
            if told is not None and told.start("who") <= mention.start - at < told.end("who") and mention.speaker is not None:
                return _said(reading, annotated, mention.start, mention.end, mention.speaker, "whose statement it is")
    return None


def _issuer(reading: Reading, pack: Pack) -> Attribution | None:
    """The body that the head of a press release names; None for other texts, and where the head names none."""
    release = shaped(_RELEASE, pack.lexicon.telling.releases).match(reading.document.text, 0, _HEAD)
    if release is None:
        return None
    line = reading.document.text[release.end() : _HEAD].split("\n\n")[0]
    for start, end, names in pack.gazetteer.party_book.find(line):
        name = names[0]
        if name.form == "body" or name.role is not None:
            code = f"{name.party}:{name.code}" if name.code else name.party
            span = Span(document_id=reading.document_id, start=release.end() + start, end=release.end() + end)
            return Attribution(speaker=Slot(value=Speaker(code=code, party=name.party), evidence=(span,), read_by=ISSUED))
    return None


def _dateline_agency(reading: Reading, pack: Pack) -> Attribution | None:
    """The agency of a party that the dateline names; datelines are no sentence, so it is read from the head of the text."""
    found = agency_of(reading.document.text, pack.gazetteer, reading.theatre)
    if found is None:
        return None
    start, end, name = found
    span = Span(document_id=reading.document_id, start=start, end=end)
    speaker = Speaker(code=f"{name.party}:{name.code}", party=name.party)
    return Attribution(speaker=Slot(value=speaker, evidence=(span,), read_by=f"{READ_BY} the agency of the dateline"))


def _author(reading: Reading, agency: Attribution, pack: Pack) -> Attribution | None:
    """The organ of the agency's party whose statement the text is, told by its title or its first sentence."""
    head = [a for a in reading.sentences if a.sentence.headline][:1] + [a for a in reading.sentences if a.sentence.part == "text"][:2]
    told = [
        a for a in head if any(re.search(rf"\b{re.escape(p)}\b", a.sentence.text, re.IGNORECASE) for p in pack.lexicon.speech.statement)
    ]
    for annotated in sorted(told, key=lambda a: a.sentence.headline):
        found = _organ(reading, annotated, agency, pack.lexicon)
        if found is not None:
            return found
    return None


def _organ(reading: Reading, annotated: Annotated, agency: Attribution, lexicon: Lexicon) -> Attribution | None:
    own = agency.speaker.value
    party = own.party or ""
    named = [m for m in annotated.mentions if m.speaker is not None and m.actor.party == party and m.speaker != own]
    organs = [m for m in named if m.speaker is not None and m.speaker.code != f"{party}:gov"]
    for mention in organs[:1]:
        if mention.speaker is not None:
            return _said(reading, annotated, mention.start, mention.end, mention.speaker, "the author of the statement")
    found = organ_in(annotated.sentence.text, party, lexicon, lead_only=True)
    if found is None:
        return None
    code, start, end = found
    at = annotated.sentence.start
    return _said(reading, annotated, at + start, at + end, Speaker(code=f"{party}:{code}", party=party), "the author of the statement")


def _said(reading: Reading, annotated: Annotated, start: int, end: int, speaker: Speaker, rule: str) -> Attribution:
    span = Span(document_id=reading.document_id, start=start, end=end, part=annotated.sentence.part)
    return Attribution(speaker=Slot(value=speaker, evidence=(span,), read_by=f"{READ_BY} {rule}"))


def organ_in(text: str, party: str | None, lexicon: Lexicon, lead_only: bool = False) -> tuple[str, int, int] | None:
    """Code and place of the organ that words name: the longest name the party may have; ``lead_only``: ministries alone."""
    best: tuple[str, int, int] | None = None
    named = lexicon.organs_named(written_in(text).low)
    low = small_letters(text) if named else ""
    for body, name in named:
        if (body.parties and party not in body.parties) or (lead_only and name not in lexicon.roles.ministries):
            continue
        found = standing(name.lower(), low)
        if found is not None and shaped(r"(?<![\w-])WORDS[\s-]$", lexicon.speech.no_rank).search(low, 0, found[0]):
            continue  # "secretary general": no officer
        if found is not None and (best is None or found[1] - found[0] > best[2] - best[1]):
            best = (body.code, *found)
    return best


@dataclass(slots=True)
class Home:
    """Which party a document's unnamed organs belong to ("police said"), by what it names most."""

    lexicon: Lexicon
    gazetteer: Gazetteer
    named: Counter[str]
    organs: dict[str, Counter[str]]
    here: dict[tuple[Part, int], Counter[str]] = field(default_factory=dict)
    """In whose land a sentence of the reading, known by where it begins, is; once asked for."""
    before: dict[tuple[Part, int], Annotated] = field(default_factory=dict)
    """The sentence before another, known by where that begins."""

    @staticmethod
    def of(reading: Reading, pack: Pack) -> "Home":
        """Counts the states that a document names, the countries of its places, and the organs it gives them; the last made is kept."""
        if _LAST and _LAST[0][0] is reading and _LAST[0][1] is pack:
            return _LAST[0][2]
        home = Home(pack.lexicon, pack.gazetteer, Counter(), {})
        home.before = {(a.sentence.part, a.sentence.start): b for b, a in pairwise(reading.sentences) if a.sentence.part == b.sentence.part}
        for annotated in reading.sentences:
            organs = bool(pack.lexicon.organs_named(written_in(annotated.sentence.text).low))
            for mention in annotated.mentions:
                home._note(annotated, mention, organs)
            for place in annotated.places:
                if place.where is not None and place.where.country is not None and place.where.country in pack.gazetteer.parties:
                    home.named[place.where.country] += 1
        _LAST[:] = [(reading, pack, home)]
        return home

    def _note(self, annotated: Annotated, mention: Mention, organs: bool) -> None:
        """Counts a state once more, and the organ named after it; ``organs``: whether the sentence has a word of one at all."""
        if not self.state(mention.actor.party):
            return
        self.named[mention.actor.party] += 1
        if not organs:
            return
        after = annotated.sentence.text[mention.end - annotated.sentence.start :][:_BESIDE]
        found = organ_in(after.split(",")[0], mention.actor.party, self.lexicon)
        if found is not None:
            rest = annotated.sentence.text[mention.end - annotated.sentence.start + found[2] :]
            self.organs.setdefault(found[0], Counter())[mention.actor.party] += 6 if self._says(rest) else 1

    def _says(self, rest: str) -> bool:
        words = re.findall(r"[a-z]+", rest[:30].lower())[:3]
        return any(self.lexicon.irregular.get(w, w) in self.lexicon.speech.strong or w in self.lexicon.speech_forms for w in words)

    def state(self, party: str) -> bool:
        """Whether a party has police, an army and a government: no armed group, mission or union."""
        return self.gazetteer.state(party)

    def party(self, words: str, annotated: Annotated, last: Speaker | None = None) -> str | None:
        """The party whose organ plain words mean: by the land told of, who spoke last, who has such an organ, who is named most."""
        found = organ_in(words, None, self.lexicon)
        if found is None:
            return None
        place = annotated.sentence.part, annotated.sentence.start
        if place not in self.here:
            self.here[place] = self._here(annotated)
        owned, here = self.organs.get(found[0], Counter()), self.here[place]
        before = self.before.get(place) if found[0] in _LOCAL and not here else None
        here = here if before is None else self._here(before, told=True)  # "... was shot in Tyre. Police said ..."
        if found[0] == "army":  # whoever's military the text names has an army
            owned = owned + self.organs.get("mil", Counter())
        told_of = self._armed(annotated)
        score = {
            party: self.named[party] + 4 * owned[party] + 12 * here[party] - 10 * told_of[party] + self._spoke(party, found[0], last)
            for party in sorted({*self.named, *owned, *here})
            if found[0] not in _FORCES or owned[party] or not self._under_another(party)
        }
        return max(score, key=lambda p: score[p]) if score else None

    def _under_another(self, party: str) -> bool:
        """Whether a party stands under another that the text names too: "the army" is not its own, unless it is told to have one."""
        names = self.gazetteer.parties.get(party)
        return names is not None and any(self.named[state] for state in names.home)

    @staticmethod
    def _spoke(party: str, organ: str, last: Speaker | None) -> int:
        if last is None or last.party != party:
            return 0
        return 24 if last.code == f"{party}:{organ}" or organ.startswith("state ") else 6  # "X claims ..., according to state media"

    def _armed(self, annotated: Annotated) -> Counter[str]:
        """Parties whose forces a sentence names in full ("Pakistani troops"): its unnamed speaker is rather another's."""
        found: Counter[str] = Counter()
        for mention in annotated.mentions:
            following = re.match(r" (?:\w+ )?([a-z]+)", annotated.sentence.text[mention.end - annotated.sentence.start :])
            if following and any(self.lexicon.role_of.get(w) == "mil" for w in (following.group(1), following.group(1).removesuffix("s"))):
                found[mention.actor.party] = 1
        return found

    def _here(self, annotated: Annotated, *, told: bool = False) -> Counter[str]:
        """Parties in whose land a sentence says that it happened ("in Baghdad", "the Honduran capital").

        ``told``: only of places that words put it in, since a capital may stand for its government ("moves from Damascus").
        """
        found: Counter[str] = Counter()
        text, at, words = annotated.sentence.text, annotated.sentence.start, self.lexicon.telling
        within = shaped(r"\b(?-i:WORDS(?: the)?(?: \w+ern| \w+)? )$", words.in_land, cased=True)
        land = shaped(r" (?-i:WORDS)\b", words.of_land, cased=True)
        for mention in annotated.mentions:
            before, after = text[: mention.start - at], text[mention.end - at :]
            if self.state(mention.actor.party) and (within.search(before) or land.match(after)):
                found[mention.actor.party] = 1
        places = [p for p in annotated.places if not told or within.search(text[: p.start - at])]
        countries = {p.where.country for p in places if p.where is not None and p.where.country is not None}
        found.update(sorted(country for country in countries if country in self.gazetteer.parties and country not in found))
        return found


_LAST: list[tuple[Reading, Pack, Home]] = []
"""The reading that was counted last: each room that asks does so for one document after another."""
