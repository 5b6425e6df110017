"""Words of one language, read from YAML: triggers, classes, roles, speech, cues, numbers, calendar."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

import msgspec

from truceline.errors import PackError
from truceline.packs.classed import WordClasses, word_classes
from truceline.packs.fate_words import FateWords, load_fate_words
from truceline.packs.gate_words import GateWords, gate_words
from truceline.packs.inflect import forms
from truceline.packs.ontology import Ontology
from truceline.packs.phrases import PhraseBook, words_of
from truceline.packs.reading_words import ClauseWords, RealityWords, SideWords, SurfaceWords, TellingWords
from truceline.packs.since_words import SinceWords, load_since_words
from truceline.packs.strict_yaml import load

Words = tuple[str, ...]
Range = tuple[int, int] | None


class _Strict(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    pass


class Pattern(_Strict, frozen=True):
    """How clauses state one kind of act; the meaning of the keys stands in triggers.yaml."""

    kind: str
    verbs: Words = ()
    nouns: Words = ()
    object: Words = ()
    with_: Words = msgspec.field(name="with", default=())
    without: Words = ()
    heads: Words = ()
    not_object: Words = ()
    beside: Words = ()
    near: Words = ()
    subject: Words = ()
    prep: Words = ()
    particle: Words = ()
    by: str = "agent"
    weak: bool = False
    needs_sides: bool = False
    air: str | None = None
    sea: str | None = None


class _Triggers(_Strict, frozen=True):
    patterns: tuple[Pattern, ...]
    word_sets: dict[str, Words]
    crime_words: Words


class Body(_Strict, frozen=True):
    """An unnamed organ: with a party beside it, it speaks as PARTY:code."""

    code: str
    role: str
    names: Words
    parties: Words = ()


class Roles(_Strict, frozen=True):
    """What nouns say of who acts."""

    mil: Words
    civ: Words
    gov: Words
    mon: Words
    bodies: tuple[Body, ...]
    generic_speakers: Words
    outlets: Words
    ministries: Words = ()
    armed_civil: Words = ()


class Cues(_Strict, frozen=True):
    """Words that change what a clause claims."""

    negation: Words
    not_done: Words
    plan: Words
    planned_kinds: Words
    hedges: Words
    alleging_verbs: Words
    training: Words
    fiction: Words
    basis: Words
    denial: Words
    denial_verbs: Words
    not_confirmed: Words
    norm: Words
    admit: Words
    intent: dict[str, Words]
    hedging_adverbs: Words = ()
    hedging_participles: Words = ()
    charges: Words = ()
    undated: Words = ()
    received: Words = ()
    envoys: Words = ()
    perceived: Words = ()
    placeholders: Words = ()
    planning: Words = ()


class Speech(_Strict, frozen=True):
    """Verbs and phrases of saying."""

    verbs: Words
    strong: Words
    according: Words
    relay: Words
    same_source: Words
    judging: Words = ()
    quoting: Words = ()
    relayed: Words = ()
    statement: Words = ()
    spokesmen: Words = ()
    handing_on: Words = ()
    finding: Words = ()
    opining: Words = ()
    showing: Words = ()
    agencies: Words = ()
    blaming: Words = ()
    body_nouns: Words = ()


class Numbers(_Strict, frozen=True):
    """Numbers in words, vague numbers, hedges, and what is counted."""

    words: dict[str, int]
    ordinals: dict[str, int]
    times: dict[str, int]
    fixed: dict[str, int]
    vague: dict[str, Range]
    hedges: Words
    at_least: Words
    more_than: Words
    up_to: Words
    less_than: Words
    none: Words
    killed: Words
    killed_words: Words
    wounded: Words
    wounded_words: Words
    captured: Words
    rounds_nouns: Words
    vehicle_nouns: Words
    person_nouns: Words
    measured: Words
    measured_stems: Words
    numbered: Words
    dying: Words
    after_shot: Words
    one_or_many: Words
    dead: Words = ()
    hurt: Words = ()
    shoot: Words = ()
    shot: Words = ()
    toll_nouns: Words = ()
    bodies: Words = ()
    toll_before: Words = ()
    toll_after: Words = ()
    breakdown: Words = ()
    running_before: Words = ()
    running_after: Words = ()
    one_person: Words = ()
    collective: Words = ()
    none_nouns: Words = ()
    nobody: Words = ("nobody",)
    land_vehicles: Words = ()
    none_before: Words = ()
    none_not: Words = ()
    intruders: Words = ()
    aboard: Words = ()
    crew: Words = ()
    claimed: dict[str, Words] = {}
    claim_nouns: Words = ()
    claim_never: Words = ()


class Calendar(_Strict, frozen=True):
    """Names of months and days."""

    months: dict[str, int]
    weekdays: dict[str, int]
    parts: Words
    seasons: dict[str, tuple[int, int]]
    abbreviations: Words
    initials: Words
    openers: Words
    days: dict[str, tuple[int, int]] = msgspec.field(default_factory=dict)
    inceptives: Words = ()
    soon: Words = ()
    sequel: Words = ()
    announcing: Words = ()
    observing: Words = ()
    alongside: Words = ()


class Order(_Strict, frozen=True):
    """Words that tell which of two steps came first. ``minutes`` is how many minutes a unit of time has, ``fixed`` whole phrases,
    ``vague`` stands for a number, ``moments`` for a stretch without one."""

    later: Words
    earlier: Words
    then: Words
    after: Words
    before: Words
    followed: Words
    within: Words
    vague: Words
    moments: Words
    minutes: dict[str, float]
    fixed: dict[str, int]


class Aftermath(_Strict, frozen=True):
    """Words of responses, outcomes and follow-ups, and of the order and the minutes between responses."""

    response: dict[str, Words]
    outcome: dict[str, Words]
    follow_up: dict[str, Words]
    order: Order


class _Grave(_Strict, frozen=True):
    grave: dict[str, Words]


class WhereWords(_Strict, frozen=True):
    """Words of place phrases; the meaning of the keys stands in where.yaml."""

    at: Words
    ways: Words
    toward: Words
    beside: Words
    directions: Words
    lengths: Words
    parts_of_a_line: Words
    bare_lines: Words
    lands: Words
    steps: Words
    nouns: Words
    with_name: Words
    never: Words
    titles: Words
    reaching: Words
    moved_by: Words
    kilometres: dict[str, float]
    shares: Words = ()
    taking: Words = ()
    held: Words = ()


@dataclass(slots=True)
class Lexicon:
    """Everything said of one language, with look-ups made once."""

    language: str
    patterns: tuple[Pattern, ...]
    word_sets: dict[str, frozenset[str]]
    crime_words: frozenset[str]
    roles: Roles
    role_of: dict[str, str]
    cues: Cues
    speech: Speech
    numbers: Numbers
    calendar: Calendar
    aftermath: Aftermath
    where: WhereWords
    sides: SideWords
    reality: RealityWords
    clauses: ClauseWords
    telling: TellingWords
    surface: SurfaceWords
    irregular: dict[str, str]
    gate: GateWords
    since: SinceWords
    classes: WordClasses
    fates: FateWords
    trigger_forms: dict[str, frozenset[str]] = field(default_factory=dict)
    toll_words: frozenset[str] = frozenset()
    speech_forms: frozenset[str] = frozenset()
    day_words: frozenset[str] = frozenset()
    number_words: frozenset[str] = frozenset()
    row_words: frozenset[str] = frozenset()
    compiled: dict[str, re.Pattern[str]] = field(default_factory=dict)
    triggered: dict[frozenset[str], tuple[Pattern, ...]] = field(default_factory=dict)
    organs: dict[str, list[tuple[int, Body, str]]] = field(default_factory=dict)
    responses: PhraseBook[str] = field(default_factory=PhraseBook)
    outcomes: PhraseBook[str] = field(default_factory=PhraseBook)
    follow_ups: PhraseBook[str] = field(default_factory=PhraseBook)
    grave: PhraseBook[str] = field(default_factory=PhraseBook)

    def lemmas(self, form: str) -> frozenset[str]:
        """Trigger lemmas that a lower-case form may be; empty if it is none."""
        return self.trigger_forms.get(form, frozenset())

    def patterns_of(self, lemmas: frozenset[str]) -> tuple[Pattern, ...]:
        """The patterns that a word of these lemmas may trigger, in their order."""
        if lemmas not in self.triggered:
            self.triggered[lemmas] = tuple(p for p in self.patterns if not lemmas.isdisjoint(p.verbs + p.nouns))
        return self.triggered[lemmas]

    def organs_named(self, words: Iterable[str]) -> list[tuple[Body, str]]:
        """Organs with those of their names that begin with one of the words (small letters), in the order of the data."""
        if not self.organs:
            every = [(body, name) for body in self.roles.bodies for name in body.names]
            for n, (_, name) in enumerate(every):
                self.organs.setdefault(words_of(name)[0][0], []).append((n, *every[n]))
        found = [entry for word in set(words) for entry in self.organs.get(word, ())]
        return [(body, name) for _, body, name in sorted(found, key=lambda entry: entry[0])]


def load_lexicon(folder: Path, ontology: Ontology) -> Lexicon:
    """Reads one language's folder and checks its kinds and class names. Raises PackError."""
    triggers = load(folder / "triggers.yaml", _Triggers)
    classes = load(folder / "classes.yaml", dict[str, Words])
    roles = load(folder / "roles.yaml", Roles)
    irregular = load(folder / "inflections.yaml", dict[str, str])
    sets = {name: frozenset(words) for name, words in (classes | triggers.word_sets).items()}
    _check(triggers.patterns, sets, ontology, str(folder / "triggers.yaml"))
    aftermath = load(folder / "response.yaml", Aftermath)
    numbers = load(folder / "numbers.yaml", Numbers)
    calendar = load(folder / "calendar.yaml", Calendar)
    speech = load(folder / "speech.yaml", Speech)
    triggering = _trigger_forms(triggers.patterns, irregular)
    lexicon = Lexicon(
        language=folder.name,
        patterns=triggers.patterns,
        word_sets=sets,
        crime_words=frozenset(triggers.crime_words),
        roles=roles,
        role_of=_roles(roles),
        cues=load(folder / "cues.yaml", Cues),
        speech=speech,
        speech_forms=frozenset(form for verb in speech.strong for form in forms(verb)),
        numbers=numbers,
        calendar=calendar,
        day_words=frozenset((*calendar.months, *calendar.weekdays, *calendar.seasons)),
        number_words=frozenset(word for name in (*numbers.words, *numbers.fixed, *numbers.vague) for word, _, _ in words_of(name)),
        row_words=frozenset((*numbers.ordinals, *numbers.times)),
        aftermath=aftermath,
        where=load(folder / "where.yaml", WhereWords),
        sides=load(folder / "sides.yaml", SideWords),
        reality=load(folder / "reality.yaml", RealityWords),
        clauses=load(folder / "clauses.yaml", ClauseWords),
        telling=load(folder / "telling.yaml", TellingWords),
        surface=load(folder / "surface.yaml", SurfaceWords),
        irregular=irregular,
        toll_words=frozenset(form for word in (*numbers.killed_words, *numbers.wounded_words, "casualty") for form in forms(word)),
        trigger_forms=triggering,
        fates=load_fate_words(folder / "fates.yaml", numbers.person_nouns),
        since=load_since_words(folder / "since.yaml", numbers.words),
        classes=word_classes(sets),
        gate=gate_words(_asked(triggers.patterns, triggering), sets, irregular),
    )
    for book, table in (
        (lexicon.responses, aftermath.response),
        (lexicon.outcomes, aftermath.outcome),
        (lexicon.follow_ups, aftermath.follow_up),
        (lexicon.grave, load(folder / "grave.yaml", _Grave).grave),
    ):
        for name, phrases in table.items():
            for phrase in phrases:
                book.add(phrase, name)
        book.finish()
    return lexicon


def _roles(roles: Roles) -> dict[str, str]:
    table: dict[str, str] = {}
    for role, words in (("civ", roles.civ), ("gov", roles.gov), ("mil", roles.mil), ("mon", roles.mon)):
        for word in words:
            table.setdefault(word, role)
    return table


def _trigger_forms(patterns: tuple[Pattern, ...], irregular: dict[str, str]) -> dict[str, frozenset[str]]:
    table: dict[str, set[str]] = {}
    lemmas = {lemma for pattern in patterns for lemma in pattern.verbs + pattern.nouns}
    for lemma in lemmas:
        for form in forms(lemma):
            table.setdefault(form, set()).add(lemma)
    for form, lemma in irregular.items():
        if lemma in lemmas:
            table.setdefault(form, set()).add(lemma)
    return {form: frozenset(found) for form, found in table.items()}


def _asked(patterns: tuple[Pattern, ...], triggering: dict[str, frozenset[str]]) -> dict[str, list[tuple[Words, ...]]]:
    """For each form of a trigger, what each pattern that it may trigger asks of the sentence."""
    asked = [(frozenset(p.verbs + p.nouns), (p.with_, p.near, p.object, p.heads, p.subject)) for p in patterns]
    return {form: [groups for triggers, groups in asked if not lemmas.isdisjoint(triggers)] for form, lemmas in triggering.items()}


def _check(patterns: tuple[Pattern, ...], sets: dict[str, frozenset[str]], ontology: Ontology, file: str) -> None:
    faults = []
    for number, pattern in enumerate(patterns, 1):
        for kind in (pattern.kind, pattern.air, pattern.sea):
            if kind is not None and kind not in ontology.kinds:
                faults.append(f"pattern {number}: the kind {kind!r} is not in the ontology")
        for name in pattern.object + pattern.with_ + pattern.without + pattern.heads + pattern.not_object + pattern.subject + pattern.near:
            if not name.isupper() and name not in sets:
                faults.append(f"pattern {number}: there is no class or word set {name!r}")
    if faults:
        raise PackError(file, faults)
