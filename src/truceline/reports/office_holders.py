"""Who holds which office: persons whom a document gives one ("foreign minister Jane Doe"), and who may speak by name alone later."""

import re
from dataclasses import dataclass, field

from truceline.model.party import Speaker
from truceline.model.reading import Annotated, Mention, Reading
from truceline.model.report import Slot
from truceline.model.text import Span
from truceline.packs.lexicon import Lexicon
from truceline.packs.phrases import written_in
from truceline.packs.word_patterns import alternation, shaped
from truceline.reports.voice import Home, organ_in

READ_BY = "reports.office_holders 1"
_TELLS_AFTER = 30
"""Within how many characters after a name its office names a party."""
_BESIDE, _OF = 14, 5
"""How far before an office, and after the name of its holder ("of", "from"), a party may stand whose office it is, in characters."""
_BARE = r"(?-i:(?:^|[,;:] |[\"“`] ?)(?P<office>WORDS) (?P<name>(?:[A-Z][\w'’-]+\.? ){0,2}[A-Z][\w'’-]+))"


@dataclass(slots=True)
class OfficeHolders:
    """The persons of a document and for whom they speak, on the evidence of the words that gave them the office."""

    reading: Reading
    lexicon: Lexicon
    home: Home
    persons: dict[str, Slot[Speaker]] = field(default_factory=dict)
    bare: dict[str, str] = field(default_factory=dict)
    """The office that stands alone before a name, by the last word of the name."""

    def apart(self) -> "OfficeHolders":
        """The same, which remembers persons from here on for itself."""
        return OfficeHolders(self.reading, self.lexicon, self.home, self.persons.copy(), self.bare)

    def known(self, name: str) -> Slot[Speaker] | None:
        """For whom a name speaks; None where the document gave it no office."""
        slot = self.persons.get(_family_name(name))
        return Slot(value=slot.value, evidence=slot.evidence, read_by=READ_BY + " known person") if slot is not None else None

    def bare_office(self, name: str) -> str | None:
        """The office that stood before a name with nobody's name before it ("spokeswoman Jane Doe")."""
        return self.bare.get(_family_name(name))

    def remember(self, name: str, slot: Slot[Speaker]) -> None:
        """Keeps for whom a person speaks, by each word of the name; the first that the document tells holds."""
        for word in name.split():
            if len(word) > 2 and word.rstrip(".").lower() not in self.lexicon.speech.titles:
                self.persons.setdefault(re.sub(r"['’]s$", "", word), slot)

    def read_bare_offices(self, annotated: Annotated) -> None:
        """Notes which names stand after an office alone."""
        for told in shaped(_BARE, self.lexicon.speech.spokesmen).finditer(annotated.sentence.text):
            self.bare.setdefault(_family_name(told["name"]), told["office"])

    def read_offices(self, annotated: Annotated) -> None:
        """Notes the persons whom a sentence gives the office of an organ."""
        text = annotated.sentence.text
        if not self.lexicon.organs_named(written_in(text).low):
            return  # no name of an organ begins with a word of it
        for told in _office_pattern(self.lexicon).finditer(text):
            slot = self._of_office(annotated, told) if self._holds(text[: told.start()]) else None
            if slot is not None:
                self.remember(told["name"], slot)

    def _holds(self, before: str) -> bool:
        """Whether the words before an office leave it one that is held."""
        speech = self.lexicon.speech
        former = shaped(r"(?<![\w-])WORDS[\s-](?:[\w’'-]+\s){0,3}$", speech.former).search(
            before
        )  # "former prime minister X" speaks for nobody now
        return (
            former is None and shaped(r"(?<![\w-])WORDS[\s-]$", speech.no_rank).search(before) is None
        )  # "secretary general X": no officer

    def _of_office(self, annotated: Annotated, told: re.Match[str]) -> Slot[Speaker] | None:
        """For whom the holder of an office speaks: the body it names, that of the party beside it, or of the land the document is of."""
        offset = annotated.sentence.start
        low, high = offset + told.start(), offset + told.end()
        named = next((m for m in annotated.mentions if m.speaker is not None and m.speaker.party and m.start < high and low < m.end), None)
        near = self._beside(annotated, told)
        body = named or (near if near is not None and near.speaker is not None and near.speaker.party else None)
        if body is not None and body.speaker is not None:  # "Pentagon spokesman Col. X": of the Pentagon
            return Slot(value=body.speaker, evidence=(self._span(annotated, body.start, body.end),), read_by=READ_BY + " office")
        if near is None and self._told_after(annotated, told.end()):
            return None  # "Col. X, a Pentagon spokesman": what follows says whose he is
        if near is None:
            party = self.home.party(told["office"], annotated)
        else:
            party = near.actor.party if self.home.state(near.actor.party) else None
        organ = organ_in(told["office"], party, self.lexicon) if party else None
        if organ is None:
            return None
        ends = [low, offset + told.end("office"), *((near.start, near.end) if near is not None else ())]
        span = self._span(annotated, min(ends), max(ends))
        return Slot(value=Speaker(code=f"{party}:{organ[0]}", party=party), evidence=(span,), read_by=READ_BY + " office")

    def _beside(self, annotated: Annotated, told: re.Match[str]) -> Mention | None:
        """The party that stands after the holder's name ("of", "from") or, with no comma between, right before the office."""
        text, offset = annotated.sentence.text, annotated.sentence.start
        if re.match(r"\s(?:of|from)\s", text[told.end() :]):
            after = next((m for m in annotated.mentions if 0 < m.start - offset - told.end() <= _OF), None)
            if after is not None:
                return after
        low = offset + told.start()
        near = (
            m for m in annotated.mentions if m.end <= low + 1 and low - m.end <= _BESIDE and "," not in text[m.end - offset : told.start()]
        )
        return max(near, key=annotated.mentions.index, default=None)

    def _told_after(self, annotated: Annotated, end: int) -> bool:
        """Whether a phrase right after a name tells of whom the person is ("X, a spokesman of the ministry of Y")."""
        if not shaped(r",\s+WORDS\s", self.lexicon.telling.articles).match(annotated.sentence.text, end):
            return False
        return any(0 < m.start - annotated.sentence.start - end <= _TELLS_AFTER for m in annotated.mentions)

    def _span(self, annotated: Annotated, start: int, end: int) -> Span:
        return Span(document_id=self.reading.document_id, start=start, end=min(end, start + 200), part=annotated.sentence.part)


def _family_name(name: str) -> str:
    return re.sub(r"['’]s$", "", name).split()[-1]


def _office_pattern(lexicon: Lexicon) -> re.Pattern[str]:
    if "offices" not in lexicon.compiled:
        offices = alternation(name for body in lexicon.roles.bodies for name in body.names)
        people = alternation(lexicon.speech.spokesmen)
        lexicon.compiled["offices"] = re.compile(
            rf"(?<![\w-])(?P<office>{offices}(?:\s{people})?),?\s(?P<name>(?:[A-Z][\w'’-]+\.?\s){{0,2}}[A-Z][\w'’-]+)"
        )
    return lexicon.compiled["offices"]
