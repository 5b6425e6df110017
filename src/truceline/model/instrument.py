"""Agreements as data: who is bound, by which clause, from when, and the tests a machine can answer yes, no or unknown."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from truceline.model.duties import Body, CaseTerm, LineVersion, Procedure, SelfDefence, Signing, Timer
from truceline.model.finding import Verdict
from truceline.model.worked_case import Case


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """First and last day of a stretch of time; None = open. ``at`` is the local hour (HH:MM) it begins on the first day."""

    start: date | None = None
    end: date | None = None
    at: str | None = None
    reference: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Bound:
    """A party that is bound, and the signatory command that answers for it.

    ``only_in_theatre`` marks parties that are bound as far as their forces stand in the
    instrument's theatre (sending states); elsewhere the instrument does not concern them.
    ``host`` is the party that must prevent this one's acts, where the text puts the duty there.
    """

    party: str
    through: str
    only_in_theatre: bool = False
    host: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """One side of an instrument: the addressee of its clauses. ``home`` lists the countries whose land it holds."""

    id: str
    name: str
    bound: tuple[Bound, ...]
    home: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PartyStatus:
    """What a party did to the instrument, or to some clauses, for a time.

    ``binds`` says whether clauses still bind the party: a denunciation is not an expiry. None = disputed;
    ``held_by`` are then those who hold that it binds. ``clauses`` empty = the whole instrument.
    """

    party: str
    status: str
    binds: bool | None
    period: Period
    clauses: tuple[str, ...] = ()
    held_by: tuple[str, ...] = ()
    note: str | None = None
    reference: str | None = None
    checked: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Zone:
    """A zone of the instrument, known by lines, sectors, gazetteer entries or place names.

    ``unless`` are words beside a name that put the place outside ("near", "south of");
    ``apart`` lists zones that share no ground with this one; ``within`` the zone that holds it.
    """

    id: str
    name: str
    names: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    lines: tuple[str, ...] = ()
    sectors: tuple[str, ...] = ()
    gazetteer: tuple[str, ...] = ()
    within: str | None = None
    apart: tuple[str, ...] = ()
    reference: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Precedent:
    """How a competent body decided a like case; cited beside a finding, never a rule by itself."""

    id: str
    date: str
    text: str
    finder: str
    reference: str | None = None
    checked: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Asymmetry:
    """A place where the text itself treats the sides differently."""

    clauses: tuple[str, ...]
    why: str
    reference: str


class Undated(StrEnum):
    """What to make of an act whose day is not known: taken as in force, or asked."""

    ASSUME = "assume"
    ASK = "ask"


@dataclass(frozen=True, slots=True, kw_only=True)
class Instrument:
    """An agreement as a legal text: parties, sides, dates in force, zones, precedents.

    ``theatre`` lists the countries it is about, empty = everywhere. ``each_party_a_side``: any two
    parties are two sides. ``outside`` is the sentence for acts that concern a party and not this
    instrument, None = say nothing then. ``own_area`` are place words that mean the actor's own side.
    ``measures`` are numbers that a rule may ask for, each with its question ("How far from the line, in km?").
    """

    slug: str
    title: str
    names: tuple[str, ...]
    signed: date
    in_force: tuple[Period, ...]
    sides: tuple[Side, ...]
    theatre: tuple[str, ...] = ()
    theatre_lines: tuple[str, ...] = ()
    each_party_a_side: bool = False
    silent_before: bool = False
    undated: Undated = Undated.ASSUME
    outside: str | None = None
    own_area: tuple[str, ...] = ()
    statuses: tuple[PartyStatus, ...] = ()
    zones: tuple[Zone, ...] = ()
    questions: dict[str, str]
    precedents: tuple[Precedent, ...] = ()
    measures: dict[str, str] = field(default_factory=dict)
    bodies: tuple[Body, ...] = ()
    lines: tuple[LineVersion, ...] = ()
    timers: tuple[Timer, ...] = ()
    case_terms: tuple[CaseTerm, ...] = ()
    procedures: tuple[Procedure, ...] = ()
    self_defence: SelfDefence | None = None
    signing: Signing | None = None
    asymmetries: tuple[Asymmetry, ...] = ()
    reference: str | None = None

    def side_of(self, party: str) -> Side | None:
        """The side a party belongs to, None for outsiders and unknown parties."""
        return next((side for side in self.sides for each in side.bound if each.party == party), None)

    def bound(self, party: str) -> Bound | None:
        """The entry that binds a party, None for outsiders and unknown parties."""
        return next((each for side in self.sides for each in side.bound if each.party == party), None)


class Words(StrEnum):
    """Whether a clause's text is the authentic wording or our summary."""

    AUTHENTIC = "authentic"
    SUMMARY = "summary"


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause:
    """One obligation. ``id`` is the paragraph as its text numbers it (``7``, ``13(a)``).

    ``quoted_for`` lists clauses in whose place its words are often quoted; ``exceptions``
    and ``remedies`` are told in words, the machine's tests stand in the rules.
    """

    id: str
    text: str
    words: Words
    reference: str
    addressee: str
    place: str | None = None
    exceptions: tuple[str, ...] = ()
    remedies: tuple[str, ...] = ()
    quoted_for: tuple[str, ...] = ()
    in_force: tuple[Period, ...] = ()
    checked: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Condition:
    """A test that answers yes, no or unknown; ``all``, ``any`` and ``not`` are made of others.

    ``test`` names the test, ``values`` what it asks for; ``low``..``high`` bound a number, both ends within;
    ``ask`` is the id of the question to put where the answer is unknown.
    """

    test: str
    values: tuple[str, ...] = ()
    of: tuple["Condition", ...] = ()
    what: str | None = None
    low: float | None = None
    high: float | None = None
    period: Period | None = None
    ask: str | None = None


class Charged(StrEnum):
    """Whose conduct a rule looks at: who acted, who must prevent those who acted, who answered the act, or who received."""

    ACTOR = "actor"
    HOST = "host"
    RESPONDER = "responder"
    TARGET = "target"


class Otherwise(StrEnum):
    """What a rule says where its conditions are not met."""

    CONSISTENT = "consistent"
    SILENT = "silent"


class Form(StrEnum):
    """The form of a duty, for readers of a rulebook; the tests decide, not the form."""

    ZONE_BAN = "zone_ban"
    CROSSING = "crossing"
    CAP = "cap"
    DISTANCE = "distance"
    TIMER = "timer"
    NOTICE = "notice"
    PROCEDURE = "procedure"
    HOST = "host"
    STATUS_QUO = "status_quo"
    INFORMATION = "information"
    PRISONERS = "prisoners"
    HOSTILITIES = "hostilities"
    COOPERATION = "cooperation"
    TRANSFER = "transfer"


class Unclear(StrEnum):
    """What a rule says where it is unknown whether it applies: it asks, or leaves the act to other rules."""

    ASK = "ask"
    SILENT = "silent"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """How one clause is tested for some kinds of acts.

    ``applies`` decides whether the clause is touched at all; ``breach`` what would make it an
    apparent breach; each of ``exceptions`` answered yes makes the act consistent, left unknown it
    is only asked. ``settled`` is a verdict fixed by the text or by practice, told by ``because``.
    ``reading_of`` names whose reading a contested verdict is ("other_side" = the side acted upon).
    """

    id: str
    clause: str
    acts: tuple[str, ...]
    because: str
    charges: Charged = Charged.ACTOR
    act: str | None = None
    form: Form | None = None
    applies: Condition | None = None
    breach: Condition | None = None
    exceptions: tuple[Condition, ...] = ()
    settled: Verdict | None = None
    otherwise: Otherwise = Otherwise.CONSISTENT
    unclear: Unclear = Unclear.ASK
    ask: tuple[str, ...] = ()
    reading_of: str | None = None
    precedents: tuple[str, ...] = ()
    reference: str | None = None
    checked: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Rulebook:
    """An instrument's clauses with the conditions a machine can test. ``version`` is the hash of its content."""

    instrument: Instrument
    clauses: tuple[Clause, ...]
    rules: tuple[Rule, ...]
    version: str
    cases: tuple[Case, ...] = ()

    def clause(self, clause_id: str) -> Clause | None:
        """The clause of that number, None for ``*`` (the instrument as a whole)."""
        return next((each for each in self.clauses if each.id == clause_id), None)
