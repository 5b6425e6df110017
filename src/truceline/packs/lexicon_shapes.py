"""The shapes of the files of one language: what stands in triggers, roles, cues, speech, numbers, calendar, response and where."""

import msgspec

from truceline.packs.shape import Shape

Words = tuple[str, ...]
WordSet = frozenset[str]
"""Words that are only asked for one by one, at nearly every word of a text: a list would be gone through each time."""
Range = tuple[int, int | None] | None


class Pattern(Shape, frozen=True):
    """How clauses state one kind of act; the meaning of the keys stands in triggers.yaml."""

    kind: str
    verbs: Words = ()
    nouns: Words = ()
    object: Words = ()
    with_: Words = msgspec.field(name="with", default=())
    without: Words = ()
    heads: Words = ()
    not_object: Words = ()
    not_subject: Words = ()
    beside: Words = ()
    near: Words = ()
    also: Words = ()
    subject: Words = ()
    prep: Words = ()
    particle: Words = ()
    alone: Words = ()
    by: str = "agent"
    weak: bool = False
    needs_sides: bool = False
    planned: bool = False
    air: str | None = None
    sea: str | None = None


class Triggers(Shape, frozen=True):
    """The patterns of acts, and the sets of words that only they ask for: triggers.yaml."""

    patterns: tuple[Pattern, ...]
    word_sets: dict[str, Words]
    crime_words: Words


class Body(Shape, frozen=True):
    """An unnamed organ: with a party beside it, it speaks as PARTY:code."""

    code: str
    role: str
    names: Words
    parties: Words = ()


class Roles(Shape, frozen=True):
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


class Cues(Shape, frozen=True):
    """Words that change what a clause claims."""

    negation: Words
    not_done: Words
    plan: Words
    planned_kinds: Words
    due: Words
    hedges: Words
    alleging_verbs: Words
    training: Words
    fiction: Words
    outings: Words
    no_outing: Words
    denial: Words
    denial_verbs: Words
    not_confirmed: Words
    norm: Words
    admit: Words
    intent: dict[str, Words]
    hedging_adverbs: Words = ()
    hedging_participles: Words = ()
    hearsay: Words = ()
    seeming: Words = ()
    charges: Words = ()
    undated: Words = ()
    received: Words = ()
    envoys: Words = ()
    perceived: Words = ()
    placeholders: Words = ()
    planning: Words = ()
    intents: Words = ()


class Speech(Shape, frozen=True):
    """Verbs and phrases of saying."""

    verbs: Words
    strong: WordSet
    according: Words
    relay: Words
    same_source: Words
    judging: WordSet = frozenset()
    quoting: Words = ()
    relayed: Words = ()
    statement: Words = ()
    spokesmen: Words = ()
    former: Words = ()
    handing_on: Words = ()
    finding: Words = ()
    opining: WordSet = frozenset()
    showing: Words = ()
    agencies: Words = ()
    outlet_nouns: Words = ()
    blaming: Words = ()
    body_nouns: Words = ()
    own_bodies: Words = ()
    titles: Words = ()
    no_rank: Words = ()
    peoples: Words = ()
    pieces: Words = ()
    web_names: Words = ()
    by_whom: Words = ()


class Numbers(Shape, frozen=True):
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
    vehicle_nouns: WordSet
    person_nouns: WordSet
    measured: Words
    measured_stems: Words
    numbered: Words
    dying: Words
    after_shot: Words
    one_or_many: Words
    lands_in_plural: Words = ()
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
    running_opening: Words = ()
    one_day: Words = ()
    adding: Words = ()
    one_person: Words = ()
    one_more: Words = ()
    one_article: Words = ()
    one_was: Words = ()
    both_of: Words = ()
    others: Words = ()
    those: Words = ()
    of_them: Words = ()
    beside: Words = ()
    plus: Words = ()
    fatally: Words = ()
    aside: Words = ()
    begins: Words = ()
    earlier: Words = ()
    later: Words = ()
    harmless: Words = ()
    volleys: Words = ()
    picked_up: Words = ()
    casualties: Words = ()
    answered: Words = ()
    aimed: Words = ()
    within: Words = ()
    losing: Words = ()
    claiming: Words = ()
    lives: Words = ()
    losses: Words = ()
    or_more: Words = ()
    or_so: Words = ()
    suffering: Words = ()
    hurts: Words = ()
    injuries: Words = ()
    having: Words = ()
    families: Words = ()
    either: Words = ()
    putting: Words = ()
    at_first: Words = ()
    spoken_of: Words = ()
    reports_of: Words = ()
    taking: Words = ()
    wards: Words = ()
    cut_down: Words = ()
    down: Words = ()
    tolls: Words = ()
    coming_to: Words = ()
    collective: Words = ()
    none_nouns: Words = ()
    nobody: Words = ("nobody",)
    land_vehicles: Words = ()
    strong: Words = ()
    numbering: Words = ()
    launches: Words = ()
    downing: Words = ()
    none_before: Words = ()
    none_not: Words = ()
    intruders: Words = ()
    aboard: Words = ()
    crew: Words = ()
    claimed: dict[str, Words] = msgspec.field(default_factory=dict)
    claim_nouns: Words = ()
    claim_never: Words = ()


class Counting(Shape, frozen=True):
    """Words that count days from a told one: units in days, whole phrases with their days, words that put it later or earlier.

    ``joining`` are those of them after which the event counted from may follow ("a day after the talks").
    """

    units: dict[str, int]
    fixed: dict[str, int]
    fixed_units: dict[str, tuple[int, int]]
    going_on: Words
    later: Words
    earlier: Words
    joining: Words
    one: Words


class Rough(Shape, frozen=True):
    """Words that count days only roughly. Bare "days" are at most ``days``, those with a word of ``few`` at most ``most``.

    ``short`` makes a week less than one ("nearly a week"), ``long`` more ("a little over a week").
    """

    few: Words = ()
    short: Words = ()
    long: Words = ()
    days: int = 6
    most: int = 9


class Calendar(Shape, frozen=True):
    """Names of months and days."""

    months: dict[str, int]
    counting: Counting
    rough: Rough
    weekdays: dict[str, int]
    days_near: Words
    parts: Words
    seasons: dict[str, tuple[int, int]]
    abbreviations: Words
    initials: Words
    openers: Words
    day_openers: Words
    little_openers: Words
    after_little: Words
    spans: dict[str, int]
    nth: dict[str, int]
    pointing: Words = ()
    not_between: Words = ()
    counted_things: Words = ()
    days: dict[str, tuple[int, int]] = msgspec.field(default_factory=dict)
    late_hours: Words = ()
    small_hours: Words = ()
    inceptives: Words = ()
    soon: Words = ()
    sequel: Words = ()
    happened: Words = ()
    aftermath: Words = ()
    that_time: Words = ()
    at_once: Words = ()
    by_part: Words = ()
    scenes: Words = ()
    meanwhile: Words = ()
    beginning_on: Words = ()
    in_turn: Words = ()
    date_fields: Words = ()
    incident_fields: Words = ()
    logs: Words = ()
    announcing: Words = ()
    observing: Words = ()
    alongside: Words = ()
    before_or_after: Words = ()
    long_before: Words = ()
    counted_by: Words = ()
    came_after: Words = ()
    following: Words = ()
    coming: Words = ()
    answering_verbs: Words = ()
    avenging: Words = ()
    inexact: Words = ()
    apart: Words = ()
    answering: Words = ()
    dated_things: Words = ()
    anniversaries: Words = ()


class Order(Shape, frozen=True):
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


class Aftermath(Shape, frozen=True):
    """Words of responses, outcomes and follow-ups, and of the order and the minutes between responses."""

    response: dict[str, Words]
    outcome: dict[str, Words]
    follow_up: dict[str, Words]
    order: Order


class Grave(Shape, frozen=True):
    """Words of grave allegations: grave.yaml."""

    grave: dict[str, Words]


class WhereWords(Shape, frozen=True):
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
    nouns: WordSet
    with_name: WordSet
    never: WordSet
    titles: WordSet
    reaching: Words
    struck: Words
    including: Words
    among_them: Words
    alias: Words
    held_ground: WordSet
    shelled: WordSet
    each_taken: WordSet
    falling: WordSet
    again: WordSet
    moved_by: Words
    kilometres: dict[str, float]
    shares: Words = ()
    origins: Words = ()
    taking: Words = ()
    held: Words = ()
    of_forces: Words = ()
    other_borders: Words = ()
    here: Words = ()
    of_a_town: Words = ()
    wide: Words = ()
    seas: Words = ()
    meanwhile: Words = ()
    aims: Words = ()
    town_forces: Words = ()
