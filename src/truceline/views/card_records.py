"""What a card of the brief is made of: values, claims, findings, each with the numbers of its sentences."""

from collections.abc import Mapping
from dataclasses import dataclass

from truceline.model.instrument import Clause, Rulebook
from truceline.model.ledger_view import LedgerView
from truceline.packs.ontology import Ontology
from truceline.packs.verdict_words import VerdictWords
from truceline.views.joins import Join
from truceline.views.quotes import QuoteBook


@dataclass(frozen=True, slots=True, kw_only=True)
class Value:
    """One value as told, by whom, from how many origins, and where it stands."""

    text: str
    claimants: tuple[str, ...]
    origins: str
    quotes: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """One field with all its values; ``differ`` where they cannot all be true."""

    label: str
    values: tuple[Value, ...]
    differ: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Say:
    """Who says so in which document, through whom; ``rests_on`` tells in words how they know it."""

    speaker: str
    stance: str
    against: bool
    via: tuple[str, ...]
    rests_on: tuple[str, ...]
    document: str
    published: str
    quotes: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class After:
    """What was done about it, or how a party stands to it."""

    text: str
    quotes: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """One reason of a finding, with those under it."""

    answer: str
    text: str
    reference: str
    quotes: tuple[int, ...]
    under: tuple["Ground", ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingCard:
    """One finding: which clause, whose act, the verdict, why, and what is not known."""

    verdict: str
    verdict_code: str
    instrument: str
    clause: str
    side: str
    through: str
    act: str
    accounts: tuple[str, ...]
    grounds: tuple[Ground, ...]
    missing: tuple[str, ...]
    words: str
    authentic: bool
    reference: str
    checked: bool
    version: str
    quotes: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """One incident as the brief shows it."""

    number: int
    id: str
    aliases: tuple[str, ...]
    label: str
    heading: str
    kind: str
    when: str
    dates: tuple[str, ...]
    where: str
    firm: bool
    lone: bool
    unsure: bool
    basis: str
    review: str
    quote: int | None
    facts: tuple[Fact, ...]
    common: str
    says: tuple[Say, ...]
    after: tuple[After, ...]
    findings: tuple[FindingCard, ...]
    law: tuple[After, ...]
    others: tuple[After, ...]
    response: tuple[After, ...]
    joins: tuple[Join, ...]
    notes: tuple[str, ...]
    grave: tuple[str, ...] = ()
    care: str = ""
    files: tuple[str, ...] = ()
    people: tuple[After, ...] = ()
    stages: tuple[After, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """What cards are made with: the view, the words and names, and the book that numbers the quotes of the page."""

    view: LedgerView
    ontology: Ontology
    names: Mapping[str, str]
    instruments: Mapping[str, str]
    clauses: Mapping[tuple[str, str], Clause]
    book: QuoteBook
    rulebooks: tuple[Rulebook, ...] = ()
    verdict_words: VerdictWords | None = None
