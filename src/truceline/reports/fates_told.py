"""What became of people after they were taken, were wounded or had crossed: held, treated, released, died; by side and role, never by name.

A phrase of a fate counts where words for people stand just before it (or, "handed over the prisoners", just after), nothing says that it
has not happened, and a report of the document is about such people. The words stay the evidence; the people are told by what they are.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from truceline.model.reading import Annotated, Reading
from truceline.model.report import PersonFate, Prominence, Report, Slot
from truceline.model.text import Span
from truceline.model.time import When
from truceline.packs.fate_words import FateWords
from truceline.packs.numerals import value
from truceline.packs.pack import Pack
from truceline.packs.phrases import words_of

READ_BY = "reports.fates_told 1"
NEAR = 12
"""Words between people and what became of them; farther off another may be meant."""
REACH = 6
"""Words before a fate among which one that says "not yet" counts."""
LASTING = ("held", "treated")
WITH_PEOPLE = ("capture", "release", "defection", "ground_crossing", "sea_crossing")


@dataclass(frozen=True, slots=True, kw_only=True)
class _People:
    """Words for people in a sentence, as numbers of words: from ``first`` to ``last``; how many, how they stand, on which side."""

    first: int
    last: int
    count: int | None
    taken: bool
    wounded: bool
    side: str | None
    noun: str = ""
    pronoun: bool = False


def with_fates(reports: Sequence[Report], reading: Reading, pack: Pack) -> tuple[Report, ...]:
    """The reports, each with the fates that its document tells of its people."""
    told: dict[str, list[Slot[PersonFate]]] = {}
    for annotated in reading.sentences:
        if not annotated.sentence.headline:
            for people, slot in _fates(annotated, reading, pack):
                report = _about(people, annotated, reports, reading)
                if report is not None and not (report.claim.kind.value == "release" and slot.value.fate == "released"):
                    side = _of(people, report)
                    told.setdefault(report.id, []).append(replace(slot, value=replace(slot.value, of=side)))
    return tuple(replace(each, fates=tuple(told[each.id])) if each.id in told else each for each in reports)


def _fates(annotated: Annotated, reading: Reading, pack: Pack) -> Iterator[tuple[_People, Slot[PersonFate]]]:
    words, sentence = pack.lexicon.fates, annotated.sentence
    told = [(found, follows) for book, follows in ((words.after, True), (words.before, False)) if (found := book.find(sentence.text))]
    if not told:
        return
    placed = words_of(sentence.text)
    at = {start: number for number, (_, start, _) in enumerate(placed)}
    for phrases, follows in told:
        for start, end, fates in phrases:
            first = at[start]
            last = next(number for number in range(first, len(placed)) if placed[number][2] >= min(end, placed[-1][2]))
            if any(word in words.not_yet for word, _, _ in placed[max(0, first - REACH) : first]):
                continue
            people = _before(first, annotated, words, pack) if follows else _behind(last, annotated, words, pack)
            if people is not None:
                span = Span(document_id=reading.document_id, start=sentence.start + start, end=sentence.start + end, part=sentence.part)
                when = _day(annotated, sentence.start + end, lasting=fates[0] in LASTING)
                fate = PersonFate(fate=fates[0], of=None, low=people.count, high=people.count, when=when)
                yield people, Slot(value=fate, evidence=(span,), read_by=READ_BY)


def _before(first: int, annotated: Annotated, words: FateWords, pack: Pack) -> _People | None:
    """The people nearest before a phrase, if near: a bare number ("and one remains in custody"), a noun, or a pronoun."""
    placed = words_of(annotated.sentence.text)
    bare = value(placed[first - 1][0], pack.lexicon.numbers) if first else None
    if bare:
        return _People(first=first - 1, last=first - 1, count=bare, taken=False, wounded=False, side=None, pronoun=True)
    for number in range(first - 1, max(-1, first - 1 - NEAR), -1):
        found = _people(number, annotated, words, pack)
        by = {word for word, _, _ in placed[max(0, number - 3) : number]} & words.by
        if found is not None and not (by and not found.pronoun):
            return found
    return None


def _behind(last: int, annotated: Annotated, words: FateWords, pack: Pack) -> _People | None:
    """The people that a phrase has as its object."""
    for number in range(last + 1, last + 1 + NEAR):
        found = _people(number, annotated, words, pack)
        if found is not None:
            return None if found.pronoun else found
    return None


def _people(number: int, annotated: Annotated, words: FateWords, pack: Pack) -> _People | None:
    placed = words_of(annotated.sentence.text)
    if number >= len(placed):
        return None
    word, start, end = placed[number]
    if word in words.nouns:
        front = placed[max(0, number - 6) : number]
        around = {each for each, _, _ in (*front, *placed[number : number + 5])}
        counts = [found for each, _, _ in front if (found := value(each, pack.lexicon.numbers))]
        parts = any(each in words.of for each, _, _ in front)
        offset = annotated.sentence.start
        sides = [each for each in annotated.mentions if front and front[0][1] + offset <= each.start and each.end <= end + offset]
        return _People(
            first=number, last=number, count=counts[0 if parts else -1] if counts else 1 if words.nouns[word] else None,
            taken=bool(around & words.taken), wounded=bool(around & words.wounded),
            side=sides[-1].actor.code if sides else None, noun=word.removesuffix("s"),
        )  # fmt: skip
    if any(at <= start < until for at, until, _ in words.pronouns.find(annotated.sentence.text)):
        one = word in pack.lexicon.numbers.one_person
        count = 1 if one else value(word, pack.lexicon.numbers)
        return _People(first=number, last=number, count=count, taken=False, wounded=False, side=None, pronoun=True)
    return None


def _about(people: _People, annotated: Annotated, reports: Sequence[Report], reading: Reading) -> Report | None:
    """The report whose people these are: as they stand, of their side or called the same, in the sentence or last before it."""
    start, end = annotated.sentence.start, annotated.sentence.end

    def fits(report: Report) -> bool:
        counted = {each.value.what for each in report.claim.counts}
        if people.taken:
            return report.claim.kind.value in ("capture", "release") or "captured" in counted
        if people.wounded:
            return "wounded" in counted
        if not (report.claim.kind.value in WITH_PEOPLE or counted & {"captured", "wounded"}):
            return False
        return people.pronoun or people.side is not None or people.noun in reading.document.words(report.quote).lower()

    fitting = [each for each in reports if each.quote.part == "text" and each.quote.start < end and fits(each)]
    if people.side:
        party = people.side.partition(":")[0]
        fitting = [each for each in fitting if party in {(_side(each, people) or party).partition(":")[0]}]
    before = [each for each in fitting if each.quote.start <= start] if people.pronoun else fitting
    main = [each for each in before if each.prominence is Prominence.MAIN] or before
    return max(main, key=lambda each: (each.claim.kind.value == "capture", each.quote.start, each.id), default=None)


def _of(people: _People, report: Report) -> str | None:
    """Their side, with the role that the report gives it where their own words give none."""
    known = _side(report, people)
    bare = people.side is None or (known is not None and people.side.endswith(":unk") and known[:4] == people.side[:4])
    return known if bare else people.side


def _side(report: Report, people: _People) -> str | None:
    """Whose people a report is about: those who crossed or left, else those to whom it was done; None where several are named."""
    crossed = report.claim.kind.value in ("defection", "ground_crossing", "sea_crossing") and not people.taken
    slots = report.claim.actors if crossed else report.claim.targets
    return slots[0].value.code if len(slots) == 1 else None


def _day(annotated: Annotated, end: int, *, lasting: bool) -> When | None:
    """The day told nearest to a fate in its sentence; of one that lasts only a day behind it. A stretch up to now is none."""
    days = [each for each in annotated.times if each.when is not None and not each.window and (each.start >= end or not lasting)]
    return min(days, key=lambda each: (abs(each.start - end), each.start)).when if days else None
