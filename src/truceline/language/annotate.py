"""Document to Reading: runs the layers in order."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from truceline.language.actors import mentions, theatre_of
from truceline.language.bare_days import with_bare_days
from truceline.language.cues import cues, quotations
from truceline.language.dated_subjects import with_subjects
from truceline.language.dates import times
from truceline.language.gate import passes
from truceline.language.openings import opened
from truceline.language.our_side import OurSide, our_side, unnamed_sides
from truceline.language.parse import parse
from truceline.language.places import LINE_STAND_IN, lines, sectors
from truceline.language.places import named as places_named
from truceline.language.quantities import quantities
from truceline.language.reduced import reduced
from truceline.language.relevance import off_topic
from truceline.language.retagged import retagged
from truceline.language.sentences import sentences
from truceline.language.taken_as import taken_as
from truceline.language.verbs_in_names import verbs_in_names
from truceline.language.windows import windows
from truceline.language.words import Mask, in_small_letters
from truceline.model.document import Document
from truceline.model.reading import Annotated, Mention, PlaceMention, QuantityMention, Reading, Sentence, TimeMention, Token
from truceline.packs.lexicon import Lexicon
from truceline.packs.lexicon_shapes import Calendar
from truceline.packs.pack import Pack
from truceline.packs.phrases import written_in
from truceline.packs.word_patterns import found_in, shaped

LAYERS = ("sentences 1", "names 1", "lines 1", "times 1", "quantities 1", "cues 1", "gate 1", "parse 1")


def annotate(document: Document, pack: Pack, *, whole: bool = False) -> Reading:
    """All layers over one document. Only sentences that the gate lets through are parsed.

    One whose words are those of another topic is let go unread, with the reason; with ``whole`` none is.
    Offsets in all layers are into ``Document.text`` (or ``title`` for a sentence of part "title").
    """
    let_go = "" if whole else off_topic(document, pack)
    if let_go:
        return Reading(document=document, document_id=document.id, sentences=(), layers=LAYERS, let_go=let_go)
    split = sentences(document, pack.lexicon.calendar)
    theatre = theatre_of(split, pack.gazetteer, document.published)
    side = our_side(document, split, pack, theatre)
    found = [_layers(sentence, pack, theatre, document.published, side) for sentence in split]
    through = [n for n, (annotated, _) in enumerate(found) if _passes(annotated, pack)]
    through = sorted({*through, *_beside(found, through, pack)}) if through else []
    tokens = parse([found[n][0].sentence for n in through], [found[n][1] for n in through])
    parsed = dict(zip(through, tokens, strict=True))
    done = tuple(_parsed(a, parsed[n], pack.lexicon) if n in parsed else a for n, (a, _) in enumerate(found))
    done = with_bare_days(done, document, pack.lexicon)
    return Reading(document=document, document_id=document.id, sentences=done, theatre=theatre, layers=LAYERS)


def _passes(annotated: Annotated, pack: Pack) -> bool:
    return passes(annotated.sentence.text, pack.lexicon, annotated.mentions, annotated.places, LINE_STAND_IN)


_ENTRY = 6
"""An entry of a data base has so few sentences, and all of them tell of one event."""


def _beside(found: list[tuple[Annotated, list[Mask]]], through: list[int], pack: Pack) -> list[int]:
    """Sentences worth a parse only beside one that tells an act.

    They name its word again ("the launch was seen"), or tell what was done about it (accused, denied, not confirmed, called false),
    or whether it was meant. The sentence right after one may say how it was answered, or what became of those who came.
    """
    lexicon = pack.lexicon
    told, parsed = frozenset().union(*(_lemmas(found[n][0], lexicon) for n in through)), frozenset(through)
    aside = (*(word for words in lexicon.cues.intent.values() for word in words), *lexicon.cues.not_confirmed)
    answered = shaped(r"\bWORDS", lexicon.telling.step_beginnings)
    close = {n + 1 for n in through}

    def wanted(n: int, annotated: Annotated) -> bool:
        text = annotated.sentence.text
        if len(found) <= _ENTRY and (annotated.quantities or found_in(text, lexicon.speech.according)):
            return True  # an entry may say in its next sentence how many they were, and who tells it
        near = len(found) <= _ENTRY or bool(annotated.mentions)  # in an article a word of the act without a party is hardly ever of it
        return bool(
            (near and not told.isdisjoint(_lemmas(annotated, lexicon)))
            or found_in(text, aside)
            or answered.search(text)
            or ((n in close or n - 1 in close or n - 2 in close) and _contrary(annotated, lexicon))
            or next(iter(lexicon.follow_ups.find(text)), None)
            or (n in close and (next(iter(lexicon.responses.find(text)), None) or next(iter(lexicon.outcomes.find(text)), None)))
        )

    return [n for n, (annotated, _) in enumerate(found) if n not in parsed and wanted(n, annotated)]


def _contrary(annotated: Annotated, lexicon: Lexicon) -> bool:
    """Whether a party may say in a sentence that it had none, did not or knew nothing, or call something a tale."""
    return bool(annotated.mentions) and not lexicon.contrary.openers.isdisjoint(written_in(annotated.sentence.text).low)


def _lemmas(annotated: Annotated, lexicon: Lexicon) -> frozenset[str]:
    """The trigger lemmas of acts' nouns that the words of a sentence may be ("the launch"): a verb alone ("took") tells nothing again."""
    words = lexicon.trigger_forms.keys() & written_in(annotated.sentence.text).low
    return frozenset().union(*(lexicon.lemmas(word) for word in words)) & lexicon.act_nouns


def _parsed(annotated: Annotated, tokens: tuple[Token, ...], lexicon: Lexicon) -> Annotated:
    return replace(
        annotated,
        sentence=replace(
            annotated.sentence,
            tokens=taken_as(with_subjects(reduced(verbs_in_names(opened(retagged(tokens, lexicon), lexicon), lexicon)), lexicon), lexicon),
        ),
    )


def _layers(
    sentence: Sentence, pack: Pack, theatre: str | None, published: date | None, side: OurSide | None
) -> tuple[Annotated, list[Mask]]:
    """One sentence's cheap layers, and the stand-ins for the parser."""
    line_places = tuple(lines(sentence, pack, theatre))
    zones = [(p.start, p.end) for p in line_places]
    named_parties = [(m, word) for m, word in mentions(sentence, pack, theatre, published) if not _inside(m, zones)]
    dates = tuple(times(sentence.text, pack.lexicon, published, sentence.start)) + tuple(
        windows(sentence.text, pack.lexicon, published, sentence.start)
    )
    taken = [(t.start, t.end) for t in dates] + zones + [(m.start, m.end) for m, _ in named_parties]
    counts = tuple(q for q in quantities(sentence.text, pack.lexicon, sentence.start) if not _inside(q, taken))
    masks = [(m.start - sentence.start, m.end - sentence.start, word) for m, word in named_parties]
    masks += [(a - sentence.start, b - sentence.start, LINE_STAND_IN) for a, b in zones]
    masks += _hyphened(sentence.text, pack.lexicon.surface.hyphened)
    masks += _ranks(sentence.text, pack.lexicon.surface.ranks)
    places = line_places + tuple(sectors(sentence, pack.gazetteer, theatre)) + tuple(places_named(sentence, pack))
    if in_small_letters(sentence.text) != sentence.text:
        masks += _names_in_capitals(sentence, places, masks, pack.lexicon.calendar)
    named = [m for m, _ in named_parties]
    unnamed = [] if side is None else [m for m in unnamed_sides(sentence, side, pack, named) if not _inside(m, zones)]
    annotated = Annotated(
        sentence=sentence,
        mentions=tuple(sorted(named + unnamed, key=lambda m: m.start)) if unnamed else tuple(named),
        times=dates,
        places=places,
        quantities=counts,
        cues=tuple(cues(sentence, pack.lexicon)),
        quotations=quotations(sentence),
    )
    return annotated, masks


def _names_in_capitals(sentence: Sentence, places: Sequence[PlaceMention], masks: Sequence[Mask], calendar: Calendar) -> Iterator[Mask]:
    """In a sentence all in capitals, places, days and months as their names are written ("San Miguel", "Monday")."""
    taken = [(a, b) for a, b, _ in masks]
    named = [(p.start - sentence.start, p.end - sentence.start) for p in places]
    for match in re.finditer(r"[^\W\d_]{3,}", sentence.text):
        start, end, low = match.start(), match.end(), match.group().lower()
        inside = any(a <= start and end <= b for a, b in named)
        if (inside or low in calendar.weekdays or low in calendar.months) and not any(a < end and start < b for a, b in taken):
            yield start, end, low.capitalize()


def _hyphened(text: str, words: Mapping[str, str]) -> Iterator[Mask]:
    """The stand-ins for words with a hyphen that the parser would read as several ("test-fired")."""
    if "-" in text:
        yield from ((m.start(), m.end(), words[m.group().lower()]) for m in shaped(r"\bWORDS\b", tuple(words)).finditer(text))


def _ranks(text: str, words: Mapping[str, str]) -> Iterator[Mask]:
    """The stand-ins for ranks cut short, at whose full stop the parser would end the phrase ("Lt. Col. Levi")."""
    if "." in text:
        found = shaped(r"(?<!\w)WORDS(?=\s+(?-i:[A-Z]))", tuple(words), cased=True).finditer(text)
        yield from ((m.start(), m.end(), words[m.group()]) for m in found)


def _inside(thing: Mention | QuantityMention | PlaceMention | TimeMention, spans: list[tuple[int, int]]) -> bool:
    return any(a < thing.end and thing.start < b for a, b in spans)
