"""Words of one language, read from YAML: triggers, classes, roles, speech, cues, numbers, calendar."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from truceline.errors import PackError
from truceline.packs.charge_words import ChargeWords
from truceline.packs.classed import WordClasses, word_classes
from truceline.packs.contrary_words import ContraryWords
from truceline.packs.fate_words import FateWords, load_fate_words
from truceline.packs.footing_words import FootingWords, load_footing_words
from truceline.packs.gate_words import Asked, GateWords, gate_words
from truceline.packs.inflect import forms
from truceline.packs.lexicon_shapes import (
    Aftermath,
    Body,
    Calendar,
    Cues,
    Grave,
    Numbers,
    Pattern,
    Roles,
    Speech,
    Triggers,
    WhereWords,
    Words,
)
from truceline.packs.official_words import OfficialWords
from truceline.packs.ontology import Ontology
from truceline.packs.phrases import PhraseBook, first_words, longest_words, written_in
from truceline.packs.reading_words import (
    ClauseWords,
    RealityWords,
    SideWords,
    TellingWords,
)
from truceline.packs.scope_words import GeneralWords, HomeWords, PassingWords, PeacefulWords
from truceline.packs.since_words import SinceWords, load_since_words
from truceline.packs.strict_yaml import load
from truceline.packs.surface_words import SurfaceWords
from truceline.packs.topic_words import TopicWords, topic_words


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
    contrary: ContraryWords
    general: GeneralWords
    passing: PassingWords
    peaceful: PeacefulWords
    official: OfficialWords
    home: HomeWords
    charged: ChargeWords
    surface: SurfaceWords
    irregular: dict[str, str]
    gate: GateWords
    since: SinceWords
    classes: WordClasses
    fates: FateWords
    footing: FootingWords
    topics: TopicWords
    trigger_forms: dict[str, frozenset[str]] = field(default_factory=dict)
    act_nouns: frozenset[str] = frozenset()
    """Lemmas of nouns that tell an act."""
    toll_words: frozenset[str] = frozenset()
    speech_forms: frozenset[str] = frozenset()
    day_words: frozenset[str] = frozenset()
    number_words: frozenset[str] = frozenset()
    row_words: frozenset[str] = frozenset()
    cue_words: frozenset[str] = frozenset()
    intent_words: frozenset[str] = frozenset()
    """The words with which the cues that ``language.cues`` marks begin; the longest word of each word or phrase of intent."""
    saying_steps: frozenset[str] = frozenset()
    """Words by which what is said may be a step (reports/steps_said.py)."""
    contrary_marks: frozenset[str] = frozenset()
    """Words of which one stands in every contrary account (reports/contrary.py): most sentences have none."""
    compiled: dict[str, re.Pattern[str]] = field(default_factory=dict)
    triggered: dict[frozenset[str], tuple[Pattern, ...]] = field(default_factory=dict)
    asking: dict[tuple[frozenset[str], bool, bool], tuple[tuple[Pattern, tuple[frozenset[str], ...]], ...]] = field(default_factory=dict)
    numbered: dict[str, set[int]] = field(default_factory=dict)
    """Which patterns a lemma may trigger, by their number."""
    organs: dict[str, list[tuple[int, Body, str]]] = field(default_factory=dict)
    responses: PhraseBook[str] = field(default_factory=PhraseBook)
    outcomes: PhraseBook[str] = field(default_factory=PhraseBook)
    follow_ups: PhraseBook[str] = field(default_factory=PhraseBook)
    grave: PhraseBook[str] = field(default_factory=PhraseBook)

    def lemmas(self, form: str) -> frozenset[str]:
        """Trigger lemmas that a lower-case form may be; empty if it is none."""
        return self.trigger_forms.get(form, frozenset())

    def tells_act(self, form: str) -> bool:
        """Whether a word, in small letters, is by itself a sign that a text speaks of an act: "shelled" is, "raised" is not."""
        return not self.lemmas(form) <= self.telling.everyday

    def names_act(self, form: str) -> bool:
        """Whether a noun, in small letters, may tell an act: "the strike" may, "the station" may not, as much as one may station troops."""
        lemmas = self.lemmas(form)
        return any(not lemmas.isdisjoint(p.nouns) for p in self.patterns_of(lemmas)) if lemmas else False

    def patterns_of(self, lemmas: frozenset[str]) -> tuple[Pattern, ...]:
        """The patterns that a word of these lemmas may trigger, in their order."""
        if lemmas not in self.triggered:
            if not self.numbered:
                for n, pattern in enumerate(self.patterns):
                    for lemma in (*pattern.verbs, *pattern.nouns):
                        self.numbered.setdefault(lemma, set()).add(n)
            fitting = set().union(*(self.numbered.get(lemma, ()) for lemma in lemmas))
            self.triggered[lemmas] = tuple([self.patterns[n] for n in sorted(fitting)])
        return self.triggered[lemmas]

    def asked_by(self, lemmas: frozenset[str], verb: bool, noun: bool) -> tuple[tuple[Pattern, tuple[frozenset[str], ...]], ...]:
        """The patterns that a word of these lemmas may trigger as a verb or as a noun, each with what classes it asks for a word of."""
        key = lemmas, verb, noun
        if key not in self.asking:
            fitting = [
                each
                for each in self.patterns_of(lemmas)
                if (verb and not lemmas.isdisjoint(each.verbs)) or (noun and not lemmas.isdisjoint(each.nouns))
            ]
            self.asking[key] = tuple([(each, _groups(each)) for each in fitting])
        return self.asking[key]

    def organs_named(self, words: Sequence[str]) -> list[tuple[Body, str]]:
        """Organs with those of their names that begin with one of the words (small letters), in the order of the data."""
        if not self.organs:
            every = [(body, name) for body in self.roles.bodies for name in body.names]
            for n, (_, name) in enumerate(every):
                self.organs.setdefault(written_in(name).low[0], []).append((n, *every[n]))
        if self.organs.keys().isdisjoint(words):
            return []
        found = [entry for word in self.organs.keys() & words for entry in self.organs[word]]
        return [(body, name) for _, body, name in sorted(found, key=lambda entry: entry[0])]


def _groups(pattern: Pattern) -> tuple[frozenset[str], ...]:
    asked = (pattern.object, pattern.with_, pattern.heads, pattern.subject, pattern.near, pattern.also)
    return tuple([frozenset(group) for group in asked if group])


def load_lexicon(folder: Path, ontology: Ontology) -> Lexicon:
    """Reads one language's folder and checks its kinds and class names. Raises PackError."""
    triggers = load(folder / "triggers.yaml", Triggers)
    classes = load(folder / "classes.yaml", dict[str, Words])
    roles = load(folder / "roles.yaml", Roles)
    irregular = load(folder / "inflections.yaml", dict[str, str])
    sets = {name: frozenset(words) for name, words in (classes | triggers.word_sets).items()}
    _check(triggers.patterns, sets, ontology, str(folder / "triggers.yaml"))
    aftermath = load(folder / "response.yaml", Aftermath)
    numbers = load(folder / "numbers.yaml", Numbers)
    calendar = load(folder / "calendar.yaml", Calendar)
    speech = load(folder / "speech.yaml", Speech)
    telling, cues = load(folder / "telling.yaml", TellingWords), load(folder / "cues.yaml", Cues)
    charged = load(folder / "charges.yaml", ChargeWords)
    contrary = load(folder / "contrary.yaml", ContraryWords)
    triggering = _trigger_forms(triggers.patterns, irregular)
    gate = gate_words(_asked(triggers.patterns, triggering), sets, irregular)
    tolls = frozenset(form for word in (*numbers.killed_words, *numbers.wounded_words, "casualty") for form in forms(word))
    lexicon = Lexicon(
        language=folder.name,
        patterns=triggers.patterns,
        word_sets=sets,
        crime_words=frozenset(triggers.crime_words),
        roles=roles,
        role_of=_roles(roles),
        cues=cues,
        speech=speech,
        speech_forms=frozenset(form for verb in speech.strong for form in forms(verb)),
        numbers=numbers,
        calendar=calendar,
        day_words=frozenset((*calendar.months, *calendar.weekdays, *calendar.seasons)),
        number_words=frozenset(word for name in (*numbers.words, *numbers.fixed, *numbers.vague) for word in written_in(name).low),
        row_words=frozenset((*numbers.ordinals, *numbers.times)),
        cue_words=first_words((*cues.norm, *cues.denial, *cues.hedges, *cues.negation)),
        intent_words=longest_words(word for words in cues.intent.values() for word in words),
        aftermath=aftermath,
        where=load(folder / "where.yaml", WhereWords),
        sides=load(folder / "sides.yaml", SideWords),
        reality=load(folder / "reality.yaml", RealityWords),
        clauses=load(folder / "clauses.yaml", ClauseWords),
        telling=telling,
        saying_steps=_saying_steps(telling) | charged.telling(),
        contrary=contrary,
        contrary_marks=contrary.marks() | frozenset(telling.false_traits),
        general=load(folder / "general.yaml", GeneralWords),
        passing=load(folder / "passing.yaml", PassingWords),
        peaceful=load(folder / "peaceful.yaml", PeacefulWords),
        official=load(folder / "official.yaml", OfficialWords),
        home=load(folder / "home.yaml", HomeWords),
        charged=charged,
        surface=load(folder / "surface.yaml", SurfaceWords),
        irregular=irregular,
        toll_words=tolls,
        act_nouns=frozenset(noun for pattern in triggers.patterns for noun in pattern.nouns),
        trigger_forms=triggering,
        fates=load_fate_words(folder / "fates.yaml", numbers.person_nouns),
        footing=load_footing_words(folder / "footing.yaml"),
        since=load_since_words(folder / "since.yaml", numbers.words, numbers.ordinals),
        classes=word_classes(sets),
        gate=gate,
        topics=topic_words(triggering, gate, _roles(roles), tolls, triggers.crime_words),
    )
    for book, table in (
        (lexicon.responses, aftermath.response),
        (lexicon.outcomes, aftermath.outcome),
        (lexicon.follow_ups, aftermath.follow_up),
        (lexicon.grave, load(folder / "grave.yaml", Grave).grave),
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


def _saying_steps(words: TellingWords) -> frozenset[str]:
    accusing = (words.culprit, words.done_by, words.did_it, words.breaking, words.committing, words.beginning, words.first)
    denying = (words.false_traits, words.true_traits, words.no_part, words.harmless, words.overstating, words.open_places, words.attacking)
    condemning = (words.calling, words.bad_names, words.bad_traits, words.bad_acts_of, words.not_to_be, words.laws)
    asking = (words.checking, words.establishing, words.meetings, words.meeting_verbs)
    return frozenset().union(*accusing, *denying, *condemning, words.claiming, *asking)


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


def _asked(patterns: tuple[Pattern, ...], triggering: dict[str, frozenset[str]]) -> dict[str, list[Asked]]:
    """For each form of a trigger, what each pattern that it may trigger asks of the sentence."""
    asked = [
        (frozenset(p.verbs + p.nouns), ((p.with_, p.near, p.also, p.object, p.heads, p.subject), (p.prep, p.particle, p.alone)))
        for p in patterns
    ]
    return {form: [groups for triggers, groups in asked if not lemmas.isdisjoint(triggers)] for form, lemmas in triggering.items()}


def _check(patterns: tuple[Pattern, ...], sets: dict[str, frozenset[str]], ontology: Ontology, file: str) -> None:
    faults = []
    for number, pattern in enumerate(patterns, 1):
        for kind in (pattern.kind, pattern.air, pattern.sea):
            if kind is not None and kind not in ontology.kinds:
                faults.append(f"pattern {number}: the kind {kind!r} is not in the ontology")
        barred = pattern.without + pattern.not_object + pattern.not_subject
        for name in pattern.object + pattern.with_ + pattern.heads + pattern.subject + pattern.near + pattern.also + barred:
            if not name.isupper() and name not in sets:
                faults.append(f"pattern {number}: there is no class or word set {name!r}")
    if faults:
        raise PackError(file, faults)
