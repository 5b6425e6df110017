"""Runs every cases.yaml of the built-in instruments: worked incidents with all the findings they should have."""

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

import truceline
from truceline.findings.cases import differences, findings_of
from truceline.model.finding import Finding, Verdict
from truceline.model.instrument import Charged, Condition, Form, Rule, Rulebook
from truceline.model.worked_case import Account, Case
from truceline.packs.ontology import load_ontology
from truceline.packs.rulebook import load_rulebooks

DATA = Path(truceline.__file__).parent / "data"
BOOKS = load_rulebooks(DATA / "instruments", load_ontology(DATA / "ontology"))
CASES = [pytest.param(book, case, id=f"{book.instrument.slug}: {case.name}") for book in BOOKS for case in book.cases]
KOREAS_TWO = ("korean-armistice-1953", "cma-2018")
OPEN = (Verdict.CONTESTED, Verdict.NOT_ENOUGH_KNOWN, Verdict.NOT_IN_FORCE, Verdict.NOT_COVERED)


@pytest.mark.parametrize(("book", "case"), CASES)
def test_a_worked_case_has_exactly_the_findings_a_lawyer_expects(book: Rulebook, case: Case) -> None:
    assert differences(case, book) == []


@pytest.mark.parametrize(("book", "case"), CASES)
def test_every_finding_says_why_and_every_open_one_says_what_is_missing(book: Rulebook, case: Case) -> None:
    for finding in findings_of(case, book):
        assert finding.reasons
        assert all(reason.text for reason in finding.reasons)
        assert finding.rulebook_version == book.version
        if finding.verdict is Verdict.NOT_ENOUGH_KNOWN:
            assert finding.missing


@pytest.mark.parametrize("book", BOOKS, ids=lambda book: book.instrument.slug)
def test_a_third_of_the_cases_of_each_rulebook_stays_open(book: Rulebook) -> None:
    still_open = [case for case in book.cases if case.expect and all(each.verdict in OPEN for each in case.expect)]
    assert len(book.cases) >= (10 if book.instrument.slug in KOREAS_TWO else 5)
    assert len(still_open) * 3 >= len(book.cases)


def test_the_armistice_cases_know_every_verdict() -> None:
    book = next(each for each in BOOKS if each.instrument.slug == "korean-armistice-1953")
    assert {each.verdict for case in book.cases for each in case.expect} == set(Verdict)


@pytest.mark.parametrize("form", Form)
def test_each_form_of_a_duty_is_carried_by_a_rule_of_some_instrument(form: Form) -> None:
    assert any(rule.form is form for book in BOOKS for rule in book.rules)


def mutants(condition: Condition) -> Iterator[Condition]:
    """The condition with itself, or one condition inside it, negated."""
    yield Condition(test="none", of=(condition,))
    for at, inner in enumerate(condition.of):
        for mutant in mutants(inner):
            yield replace(condition, of=(*condition.of[:at], mutant, *condition.of[at + 1 :]))


def altered(rule: Rule) -> Iterator[tuple[str, Rule]]:
    """The rule with one condition negated, or one kind of act left out."""
    for mutant in mutants(rule.applies) if rule.applies else ():
        yield f"applies: {mutant}", replace(rule, applies=mutant)
    for mutant in mutants(rule.breach) if rule.breach else ():
        yield f"breach: {mutant}", replace(rule, breach=mutant)
    for at, exception in enumerate(rule.exceptions):
        for mutant in mutants(exception):
            yield f"exception: {mutant}", replace(rule, exceptions=(*rule.exceptions[:at], mutant, *rule.exceptions[at + 1 :]))
    for act in rule.acts:
        yield f"without {act}", replace(rule, acts=tuple(each for each in rule.acts if each != act))


@pytest.mark.parametrize(
    ("book", "at"), [pytest.param(b, i, id=f"{b.instrument.slug}: {r.id}") for b in BOOKS for i, r in enumerate(b.rules)]
)
def test_negating_any_one_condition_makes_some_case_fail(book: Rulebook, at: int) -> None:
    rule = book.rules[at]
    touched = [case for case in book.cases if case.kind in rule.acts]
    survivors = []
    for name, mutant in altered(rule):
        wrong = replace(book, rules=(*book.rules[:at], mutant, *book.rules[at + 1 :]))
        if not any(differences(case, wrong) for case in touched):
            survivors.append(name)
    assert survivors == []


# Which party takes whose place where the sides are exchanged. What an instrument says of one side alone it lists itself.
KOREA = {"PRK": "KOR", "KOR": "PRK", "USA": "CHN", "CHN": "USA", "UNC": "KPA", "KPA": "UNC"}
SWAPS: dict[str, dict[str, str]] = {
    "line-of-control-1972": {"IND": "PAK", "PAK": "IND"},
    "line-of-actual-control-1993": {"IND": "CHN", "CHN": "IND"},
    "cyprus-buffer-zone": {"CYP": "TRNC", "TRNC": "CYP"},
    "minsk-ii-2015": {"UKR": "DNR", "DNR": "UKR"},
    "disengagement-1974": {"ISR": "SYR", "SYR": "ISR"},
    "unscr-1701-2006": {"ISR": "LBN", "LBN": "ISR"},
    "thailand-cambodia-2025": {"THA": "KHM", "KHM": "THA"},
}


def swapped_word(word: str, table: dict[str, str]) -> str:
    party, colon, rest = word.partition(":")
    return table.get(party, party) + colon + rest


def swapped_case(case: Case, table: dict[str, str]) -> Case:
    pattern = re.compile(r"(?<![A-Z_])(?:" + "|".join(table) + r")(?![A-Z_])")

    def swap(value: str) -> str:
        return pattern.sub(lambda found: table[found.group()], value)

    accounts = tuple(
        Account(fields={name: swap(value) for name, value in each.fields.items()}, claimants=tuple(swap(who) for who in each.claimants))
        for each in case.accounts
    )
    return replace(case, accounts=accounts)


def told(finding: Finding) -> tuple[str, str, str, str, tuple[str, ...]]:
    return finding.clause, finding.side, finding.act, finding.verdict, tuple(sorted(finding.missing))


@pytest.mark.parametrize(("book", "case"), CASES)
def test_swapping_the_sides_swaps_the_findings_but_for_the_listed_asymmetries(book: Rulebook, case: Case) -> None:
    listed = {clause for each in book.instrument.asymmetries for clause in each.clauses}
    table = SWAPS.get(book.instrument.slug, KOREA)
    plain = {
        (clause, swapped_word(side, table), act, verdict, missing)
        for clause, side, act, verdict, missing in map(told, findings_of(case, book))
    }
    mirrored = set(map(told, findings_of(swapped_case(case, table), book)))
    assert {each for each in plain ^ mirrored if each[0] not in listed} == set()


@pytest.mark.parametrize("book", BOOKS, ids=lambda book: book.instrument.slug)
def test_a_listed_asymmetry_is_one(book: Rulebook) -> None:
    """What is listed in vain would hide a side that is judged otherwise."""
    for each in book.instrument.asymmetries:
        named = {party for rule in book.rules if rule.clause in each.clauses for party in parties_in(rule)}
        status = {one.party for one in book.instrument.statuses if not one.clauses or set(one.clauses) & set(each.clauses)}
        assert named or status or each.clauses == ("13(b)",), (book.instrument.slug, each.clauses)


def parties_named(condition: Condition) -> bool:
    return condition.test in ("actor_party", "target_party") or any(parties_named(each) for each in condition.of)


def parties_in(rule: Rule) -> set[str]:
    def of(condition: Condition) -> set[str]:
        own = set(condition.values) if condition.test in ("actor_party", "target_party") else set()
        return own.union(*(of(each) for each in condition.of))

    named = (each for each in (rule.applies, rule.breach, *rule.exceptions) if each)
    return set().union(*(of(each) for each in named)) | ({"host"} if rule.charges is Charged.HOST else set())


@pytest.mark.parametrize("book", BOOKS, ids=lambda book: book.instrument.slug)
def test_a_rule_that_names_a_party_stands_on_a_listed_asymmetry(book: Rulebook) -> None:
    listed = {clause for each in book.instrument.asymmetries for clause in each.clauses}
    for rule in book.rules:
        if any(parties_named(each) for each in (rule.applies, rule.breach, *rule.exceptions) if each):
            assert rule.clause in listed, rule.id


@pytest.mark.parametrize("book", BOOKS, ids=lambda book: book.instrument.slug)
def test_the_language_has_no_test_for_intent(book: Rulebook) -> None:
    def tests(condition: Condition) -> set[str]:
        return {condition.test}.union(*(tests(each) for each in condition.of))

    for rule in book.rules:
        assert all("intent" not in tests(each) for each in (rule.applies, rule.breach, *rule.exceptions) if each)


@pytest.mark.parametrize("book", BOOKS, ids=lambda book: book.instrument.slug)
def test_what_was_not_checked_is_marked_on_the_finding(book: Rulebook) -> None:
    unchecked = {clause.id for clause in book.clauses if not clause.checked}
    for case in book.cases:
        for finding in findings_of(case, book):
            if finding.clause in unchecked and finding.verdict is not Verdict.NOT_IN_FORCE:
                assert not finding.checked, (case.name, finding.clause)
