"""Sets of words that the rooms of reading ask for; what each is for stands beside it in the YAML file that the class names."""

from typing import Annotated

import msgspec

from truceline.packs.answer_words import AnswerWords
from truceline.packs.shape import Shape

WordSet = Annotated[frozenset[str], msgspec.Meta(min_length=1)]
Listed = Annotated[tuple[str, ...], msgspec.Meta(min_length=1)]
"""Words or phrases that are made into one expression (``word_patterns.shaped``), so that their order is kept."""


class SideWords(Shape, frozen=True):
    """Whose people a noun phrase means, and in what role: sides.yaml."""

    rebels: WordSet
    state_own: WordSet
    state_before: WordSet
    unsure: WordSet
    loose: WordSet
    groups: WordSet
    cabinets: WordSet
    cabinets_before: WordSet
    offices: WordSet
    armed_before: WordSet
    civil_before: WordSet
    under_flag: WordSet
    either_fleet: WordSet
    military_still: WordSet
    military_before: WordSet
    public_places: WordSet
    government_before: WordSet
    partitive: WordSet
    units: WordSet
    crews: WordSet
    aboard: WordSet
    broken_off: WordSet
    pronouns: WordSet
    one_person: WordSet
    many_as_one: WordSet
    defectors: WordSet
    dwellers: WordSet
    pointing: WordSet
    mission_nouns: WordSet
    forces_there: Listed
    leaflets: Listed
    waste: Listed
    belongings: WordSet
    own_things: WordSet
    occupying: WordSet
    occupied: WordSet
    anybody: WordSet
    others_of: WordSet
    called_enemy: WordSet
    lawless: WordSet
    siding: WordSet
    margins: WordSet
    soldiery: WordSet
    policing: WordSet
    tied_to: WordSet
    taken_for: WordSet
    comes_down: WordSet
    taken_from: WordSet
    houses: WordSet
    close_by: WordSet
    seats: WordSet
    staff: WordSet
    dying: WordSet
    sent_by: WordSet
    of_several: WordSet
    own_forces: WordSet
    fighters: WordSet
    of_both: WordSet
    two: WordSet
    always_two: WordSet
    warring: WordSet
    enemies: WordSet


class RealityWords(Shape, frozen=True):
    """Whether an act was done, or is threatened, wished, planned or supposed: reality.yaml."""

    modals: WordSet
    able: WordSet
    future: WordSet
    to_come: WordSet
    time_when: WordSet
    aimed: WordSet
    conditions: WordSet
    cases: WordSet
    until: WordSet
    waiting: WordSet
    negators: WordSet
    no_subject: WordSet
    nobody: WordSet
    sending: WordSet
    nothing_sent: WordSet
    without: WordSet
    as_a_rule: WordSet
    often: WordSet
    as_it_is: WordSet
    implicative: WordSet
    coming_somewhere: WordSet
    trying: WordSet
    held_back: WordSet
    failing: WordSet
    off: WordSet
    out: WordSet
    about: WordSet
    supposing: WordSet
    inviting: WordSet
    one_of_any: WordSet
    to_be_seen: WordSet
    coming_to_be: WordSet
    being: WordSet
    empty: WordSet
    not_actual_before: WordSet
    to_come_before: WordSet
    not_actual_under: WordSet
    aims_of: WordSet
    failed_before: WordSet
    lulls: WordSet
    drawn: WordSet
    allowing: WordSet
    weighing: WordSet
    siding: WordSet
    opining: WordSet
    kinds: WordSet
    of_a_kind: WordSet
    under: WordSet
    criticised: WordSet
    burning: WordSet
    wished: WordSet
    awaited: WordSet
    wishing: WordSet
    needs: WordSet
    agreeing: WordSet
    effects: WordSet
    granted_after: WordSet
    granted_for: WordSet
    granted_object: WordSet
    granted_denied: WordSet
    protesting: WordSet
    reacting: WordSet
    granted_always: WordSet
    ending: WordSet
    lasted: WordSet
    decided: WordSet
    judged_done: WordSet
    taking: WordSet
    charging_others: WordSet
    each_side: WordSet
    announcing: WordSet
    setting_about: WordSet
    to_come_then: WordSet
    setting_out: WordSet
    others: WordSet
    step_possible: WordSet
    step_to_come: WordSet
    step_failed: WordSet
    step_weighed: WordSet
    nobody_certain: WordSet
    certain: WordSet
    none_before: Listed
    no_outcome: WordSet
    outcome_possible: WordSet
    outcome_forced: WordSet
    without_exception: WordSet
    harm_only_tried: WordSet
    bad_acts: WordSet
    naming: WordSet
    named_as: WordSet


class ClauseWords(Shape, frozen=True):
    """Who does what to whom in a clause: clauses.yaml."""

    placing: WordSet
    giving: WordSet
    given: WordSet
    getting: WordSet
    got_from: WordSet
    laying: dict[str, str]
    light: WordSet
    bonds: WordSet
    suffering: WordSet
    suffered: WordSet
    undergoing: WordSet
    spells: WordSet
    called_deeds: WordSet
    acting: WordSet
    going_ahead: WordSet
    ahead: WordSet
    act_heads: WordSet
    grounds: WordSet
    craft_kinds: WordSet
    measures: WordSet
    charging: WordSet
    owning: WordSet
    passing_on: WordSet
    meantime: WordSet
    in_a_row: WordSet
    renowned: WordSet
    joining: WordSet
    beside_others: WordSet
    claimed: WordSet
    sided_before: WordSet
    sided_after: WordSet
    harming: WordSet
    fighting: WordSet
    standing_in: WordSet
    helping: WordSet
    standing_by: WordSet
    upon_mines: WordSet
    planted: WordSet
    moving: WordSet
    dislodging: WordSet
    out_of: WordSet
    moved_to: WordSet
    ways: WordSet
    upon: WordSet
    deeds: WordSet
    lying_at: WordSet
    service_of: WordSet
    services: WordSet
    air_grounds: WordSet
    flying: WordSet


class TellingWords(AnswerWords, frozen=True):
    """Whether an act is told again, pointed back to, or another: telling.yaml."""

    another: WordSet
    another_before: WordSet
    earlier: WordSet
    summed_acts: WordSet
    apart: WordSet
    more_taken: WordSet
    same: WordSet
    taken_before: WordSet
    any_act: WordSet
    shots: WordSet
    bombs_coming: WordSet
    blasts: WordSet
    deaths: WordSet
    intruder_stems: Listed
    mover_stems: Listed
    keeper_stems: Listed
    at_sea: Listed
    islands: Listed
    of_a_town: WordSet
    in_the_air: Listed
    at_work: Listed
    inquiries_into: Listed
    inquiries_find: Listed
    for_good: Listed
    not_for_good: Listed
    told_of_again: Listed
    pointers: WordSet
    everyday: WordSet
    the_fighting: WordSet
    aside: WordSet
    going_on: WordSet
    at_large: WordSet
    confirming: WordSet
    negating: WordSet
    neither: WordSet
    either: WordSet
    wounding: WordSet
    directions: WordSet
    in_answer: Listed
    fire_answered: Listed
    fire_returned: WordSet
    answering_at_once: WordSet
    answered_with: WordSet
    chasing: WordSet
    articles: Listed
    joining_hours: WordSet
    day_joining: WordSet
    days_behind: WordSet
    on_days: WordSet
    behind_days: WordSet
    one_of_two: WordSet
    other_of_two: WordSet
    spans: WordSet
    going_before: WordSet
    that_told: WordSet
    releases: Listed
    stated: Listed
    in_land: Listed
    of_land: Listed
    turned_down: WordSet
    told_otherwise: WordSet
    own_claims: WordSet
    credited: WordSet
    claiming: WordSet
    only_confirming: WordSet
    claimed_alone: WordSet
    blaming: WordSet
    false_traits: WordSet
    true_traits: WordSet
    such_charge: WordSet
    holding: WordSet
    harmless: WordSet
    felt: WordSet
    charge_making: WordSet
    apologizing: WordSet
    found_out: WordSet
    charged_over: WordSet
    charged_by: WordSet
    against_whom: WordSet
    protest_formal: WordSet
    protest_lodged: WordSet
    drawing: WordSet
    held_so: WordSet
    informing: WordSet
    summoning: WordSet
    complaining: WordSet
    beginning: WordSet
    first: WordSet
    open_places: WordSet
    open_to_all: WordSet
    staying_in: WordSet
    staying: WordSet
    striking: WordSet
    struck_with: WordSet
    we: WordSet
    citing: WordSet
    bombing_again: WordSet
    blast_again: WordSet
    attacking: WordSet
    offensives: WordSet
    one_fight: WordSet
    fired_in_it: WordSet
    killing: WordSet
    fights_at_large: WordSet
    raiding: WordSet
    going_in: WordSet
    crossing_at_all: WordSet
    falling: WordSet
    shots_again: WordSet
    thrown: WordSet
    gunfire: WordSet
    launched_again: WordSet
    more_than_work: WordSet
    culprit: WordSet
    culprit_being: WordSet
    of_many: WordSet
    no_part: WordSet
    no_part_having: WordSet
    nothing: WordSet
    breaking: WordSet
    committing: WordSet
    breaches: WordSet
    step_beginnings: Listed
    checking: WordSet
    checked: WordSet
    done_by: WordSet
    did_it: WordSet
    it_meant: WordSet
    calling: WordSet
    bad_names: WordSet
    bad_traits: WordSet
    bad_acts_of: WordSet
    no_act_itself: WordSet
    welcoming: WordSet
    keeping_company: WordSet
    overstating: WordSet
    overstated: WordSet
    not_to_be: WordSet
    laws: WordSet
    against_laws: WordSet
    harmed: WordSet
    series: WordSet
    told_in: WordSet
    told_when: WordSet
    told_in_time: WordSet
    setting_off: WordSet
    stray: WordSet
    backing: WordSet
    entering: WordSet
    assailing: WordSet
    armed_posts: WordSet
    finding: WordSet
    regretting: WordSet
    each: WordSet


class SurfaceWords(Shape, frozen=True):
    """How a name is used, told before any parse: surface.yaml."""

    after_verb: WordSet
    after_name: WordSet
    verb_endings: Listed
    joining: WordSet
    claimed_by: Listed
    hyphened: dict[str, str]
    taking: WordSet
    taken_as: WordSet
    like_nouns: dict[str, str]
    like_modals: WordSet
    like_gerunds: WordSet
    verbs_like_nouns: dict[str, str]
    forces_like_adjectives: WordSet
    ranks: dict[str, str]
    ours: Listed
    foes: Listed
    enemies: Listed
