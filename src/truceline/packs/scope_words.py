"""Sets of words by which what is told is one act between forces, or none: in general, by the way, at home."""

from truceline.packs.reading_words import Listed, WordSet
from truceline.packs.shape import Shape


class GeneralWords(Shape, frozen=True):
    """What is told in general and not as one act: general.yaml."""

    charged: WordSet
    by_the_hundred: WordSet
    managing: WordSet
    doing: WordSet
    furnishing: WordSet
    pointing: WordSet
    one_person: WordSet
    struggles: WordSet
    struggle_nouns: WordSet
    opposing: WordSet
    fleeing: WordSet
    shelters: WordSet
    away: WordSet
    crowds: WordSet
    crowd_people: WordSet
    between: WordSet
    veterans: WordSet
    campaigns: WordSet
    as_yet: WordSet
    from_then: WordSet
    service: WordSet
    crowd_arms: WordSet
    lasting: WordSet
    present: WordSet
    wars_begun: WordSet
    multitude: WordSet
    among: WordSet
    courts: WordSet
    growing: WordSet
    up_to_now: WordSet
    never_arrests: WordSet
    totalled: WordSet
    adding: WordSet
    losing: WordSet
    where: WordSet
    arresting: WordSet
    police: WordSet
    officials: WordSet
    charging: WordSet
    arrested_for: WordSet
    gangs: WordSet
    enemies: WordSet
    anybody: WordSet
    taking_part: WordSet
    throughout: WordSet
    long_spells: WordSet
    up_to_today: WordSet
    whoever: WordSet
    times_of_a_habit: WordSet
    every: WordSet
    a_time: WordSet
    a_war: WordSet
    in_it: WordSet
    relying: WordSet
    robbing: WordSet
    dying: WordSet
    beginnings: WordSet
    riots: WordSet
    more_or_fewer: WordSet


class PassingWords(Shape, frozen=True):
    """What a sentence only says by the way, and mishaps: passing.yaml."""

    ago: WordSet
    ages: WordSet
    earlier: WordSet
    within: WordSet
    likening: WordSet
    likened_to: WordSet
    some: WordSet
    mishaps: WordSet
    mishap_nouns: WordSet
    as_it: WordSet
    brought_down: WordSet
    rumours: WordSet
    one_more: WordSet
    does: WordSet
    meanwhile: WordSet
    one: WordSet
    being: WordSet
    youths: WordSet


class PeacefulWords(Shape, frozen=True):
    """What is told in the words of war and is of peace: peaceful.yaml."""

    pelting: WordSet
    in_words: WordSet
    ills: WordSet
    disputes: WordSet
    bursting: WordSet
    bursts: WordSet
    not_land: WordSet
    no_forces: WordSet
    crossed: WordSet
    under_for: WordSet
    under_from: WordSet
    speaking: WordSet
    attacking_in_words: WordSet
    under: WordSet
    beasts: WordSet
    workers: WordSet
    labour_before: WordSet
    strikes: WordSet
    in_the_air: WordSet
    clearing_up: WordSet
    fellows: WordSet
    disasters: WordSet
    into_space: WordSet
    launched: WordSet
    launching_firms: WordSet
    industry: WordSet
    attacks: WordSet
    inspectors: WordSet
    of_plants: WordSet
    honours: WordSet
    celebrating: WordSet
    criminals: WordSet
    suspects: WordSet
    alone: WordSet
    off_duty: WordSet
    soldiery: WordSet
    of_war: WordSet
    assaulted: WordSet
    assault: WordSet
    made_up: WordSet
    made_up_in: WordSet
    filmed: WordSet
    tried: WordSet
    tried_for: WordSet
    blasts: WordSet
    trades: WordSet
    politicians: WordSet
    not_taken: WordSet
    crime_before: WordSet
    of_crime_before: WordSet
    drug_lords: WordSet
    obstacles: WordSet
    hurt: WordSet
    oneself: WordSet
    travellers: WordSet
    tested: WordSet
    spells: WordSet
    polls: WordSet


class HomeWords(Shape, frozen=True):
    """Whether a text is of crime at home, of play or of war: home.yaml."""

    crime: Listed
    war: Listed
    polls: Listed
    play: Listed
    opinion: Listed
    ground_taken: WordSet
