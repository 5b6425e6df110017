"""Rulebooks are read strictly: every fault told with its place, and no file from a stranger crashes or misleads."""

import re
import shutil
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from random import Random

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import truceline
from truceline.errors import PackError
from truceline.findings.cases import findings_of
from truceline.model.instrument import Rulebook, Words
from truceline.packs.gazetteer import load_party_codes
from truceline.packs.ontology import load_ontology
from truceline.packs.rulebook import load_rulebook, load_rulebooks, read_rulebook

DATA = Path(truceline.__file__).parent / "data"
ONTOLOGY = load_ontology(DATA / "ontology")
ARMISTICE = DATA / "instruments" / "korean-armistice-1953"
SMALL = DATA / "instruments" / "geneva-convention-iii-1949"
# Between them these use every part of the language.
FUZZED = tuple(DATA / "instruments" / name for name in (SMALL.name, "disengagement-1974", "unscr-1701-2006", "cma-2018"))
PARTIES = load_party_codes(DATA / "gazetteer")
FILES = ("instrument.yaml", "clauses.yaml", "rules.yaml", "cases.yaml")
TEXTS = {name: (SMALL / name).read_text(encoding="utf-8") for name in FILES}
ALL_TEXTS = {each.name: {name: (each / name).read_text(encoding="utf-8") for name in FILES} for each in FUZZED}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(ARMISTICE, tmp_path / ARMISTICE.name))


def change(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def faults(folder: Path) -> list[str]:
    with pytest.raises(PackError) as caught:
        load_rulebook(folder, ONTOLOGY)
    return caught.value.faults


def test_built_in_rulebooks_load_and_have_worked_cases() -> None:
    books = load_rulebooks(DATA / "instruments", ONTOLOGY)
    assert [book.instrument.slug for book in books] == sorted(book.instrument.slug for book in books)
    assert {"korean-armistice-1953", "geneva-convention-iii-1949", "unsc-resolutions-dprk", "cma-2018"} <= {
        b.instrument.slug for b in books
    }
    assert all(book.cases for book in books)


def test_paragraphs_6_to_9_carry_the_authentic_words() -> None:
    book = load_rulebook(ARMISTICE, ONTOLOGY)
    for number, start in (
        ("6", "Neither side shall execute any hostile act"),
        ("7", "No person, military or civilian, shall be permitted to cross"),
        ("8", "No person, military or civilian, in the demilitarized zone"),
        ("9", "No person, military or civilian, shall be permitted to enter"),
    ):
        clause = book.clause(number)
        assert clause is not None
        assert clause.words is Words.AUTHENTIC
        assert clause.text.startswith(start)
    wanted = ("1", "6", "7", "8", "9", "10", "12", "13(a)", "13(b)", "14", "15", "16", "17")
    assert all(book.clause(each) for each in wanted)
    assert {rule.clause for rule in book.rules} >= set(wanted)


def test_version_follows_what_is_said_and_not_how_it_is_written(folder: Path) -> None:
    first = load_rulebook(folder, ONTOLOGY).version
    change(folder / "rules.yaml", "# --- Article I", "# another comment\n\n# --- Article I")
    (folder / "cases.yaml").unlink()
    assert load_rulebook(folder, ONTOLOGY).version == first
    change(folder / "rules.yaml", "otherwise: silent", "otherwise: consistent")
    assert load_rulebook(folder, ONTOLOGY).version != first


@pytest.mark.parametrize(("file", "old", "new", "says"), [
    ("rules.yaml", "  breach: {asks: within_2km}", "  brech: {asks: within_2km}", ("rules.yaml", "buffer_zone", "brech")),
    ("rules.yaml", "acts: [build_up]", "acts: [buildup]", ("buffer_zone: acts", "'buildup'", "expected one of")),
    ("rules.yaml", "{zone: dmz, ask: zone_land}", "{zone: dmz, ask: nobody_knows}", ("buffer_zone: applies: ask", "nobody_knows")),
    ("rules.yaml", "{zone: dmz, ask: zone_land}", "{zone: dmz, line: [MDL]}", ("exactly one test",)),
    ("rules.yaml", "{zone: dmz, ask: zone_land}", "{zone: moon}", ("buffer_zone: applies: zone", "moon")),
    ("rules.yaml", 'clause: "1"', 'clause: "99"', ("buffer_zone: clause", "'99'")),
    ("rules.yaml", "- id: fire_in_zone", "- id: buffer_zone", ("stands twice",)),
    ("rules.yaml", "  breach: {asks: within_2km}", "  settled: apparent_breach", ("a breach needs conditions",)),
    ("rules.yaml", "  breach: {asks: within_2km}", "  breach: {asks: within_2km}\n  settled: contested", ("either `breach`",)),
    ("rules.yaml", "  breach: {asks: within_2km}", "  settled: not_enough_known", ("buffer_zone", "needs `ask`")),
    ("instrument.yaml", "signed: 1953-07-27", "signed: 27 July 1953", ("instrument.yaml", "$.signed")),
    ("instrument.yaml", "signed: 1953-07-27", "signed: 1953-07-27\nsigned: 1954-01-01", ("instrument.yaml", "twice", "line")),
    ("instrument.yaml", "slug: korean-armistice-1953", "slug: other-name", ("must be the name of its folder",)),
    ("instrument.yaml", "within: dmz", "within: jsa", ("runs in a circle",)),
    ("instrument.yaml", "{party: PRK, through: KPA}", "{party: KOR, through: KPA}", ("'KOR' stands twice",)),
    ("instrument.yaml", "within: PT24H", "within: 24h", ("case_terms", "PT24H")),
    ("instrument.yaml", "within: PT24H", "whithin: PT24H", ("whithin",)),
    ("instrument.yaml", "after: meeting_requested", "after: meeting_asked", ("case_terms", "meeting_asked")),
    ("instrument.yaml", "then: answered, within", "then: answered, acts: [picnic], within", ("case_terms: recalled: acts", "'picnic'")),
    ("instrument.yaml", 'then: answered, within: PT24H, body: mac', "then: answered, body: moon", ("case_terms: recalled: body", "'moon'")),
    ("instrument.yaml", 'clause: "31"', 'clause: "99"', ("case_terms: recalled: clause", "'99'")),
    ("clauses.yaml", "words: summary", "words: poetry", ("clauses.yaml", "entry 1")),
    ("clauses.yaml", 'quoted_for: ["7"]', 'quoted_for: ["70"]', ("quoted_for", "'70'")),
    ("cases.yaml", "line: MDL", "line: MDX", ("cases.yaml", "line", "'MDX'")),
    ("cases.yaml", "verdict: apparent_breach", "verdict: violation", ("cases.yaml", "entry 1")),
])  # fmt: skip
def test_a_fault_is_told_with_file_place_and_cure(folder: Path, file: str, old: str, new: str, says: tuple[str, ...]) -> None:
    change(folder / file, old, new)
    told = "\n".join(faults(folder))
    assert all(part in told for part in says), told


@pytest.mark.parametrize(("file", "old", "new", "says"), [
    ("rules.yaml", "  breach: {asks: within_2km}", "  brech: {asks: within_2km}", "did you mean `breach`?"),
    ("instrument.yaml", "slug: korean-armistice-1953", "slug: 1953", "write it in quotes"),
    ("instrument.yaml", "signed: 1953-07-27", "signed: 1953", "write the day as 2018-11-01"),
    ("rules.yaml", "acts: [build_up]", "acts: [buildup]", "did you mean 'build_up'?"),
    ("instrument.yaml", "{party: CHN, through: CPV", "{party: CHNA, through: CPV", "did you mean 'CHN'?"),
])  # fmt: skip
def test_a_fault_is_told_with_the_line_it_stands_in_and_with_a_cure(folder: Path, file: str, old: str, new: str, says: str) -> None:
    change(folder / file, old, new)
    text = (folder / file).read_text(encoding="utf-8")
    line = text[: text.index(new)].count("\n") + new.count("\n", 0, len(new) - len(new.lstrip())) + 1
    with pytest.raises(PackError) as caught:
        load_rulebook(folder, ONTOLOGY, PARTIES)
    assert any(fault.startswith(f"{file}:{line}: ") and says in fault for fault in caught.value.faults), caught.value.faults


def test_all_faults_are_told_at_once(folder: Path) -> None:
    change(folder / "rules.yaml", "acts: [build_up]", "acts: [build_up]\n  colour: red")
    change(folder / "rules.yaml", "acts: [clash]", "acts: clash")
    change(folder / "clauses.yaml", "checked: true", "checked: maybe")
    told = faults(folder)
    assert len(told) == 3
    assert {fault.split(":")[0] for fault in told} == {"rules.yaml", "clauses.yaml"}


def test_a_missing_file_is_named(folder: Path) -> None:
    (folder / "rules.yaml").unlink()
    assert any("rules.yaml" in fault and "cannot be read" in fault for fault in faults(folder))


def test_faults_of_several_instruments_name_their_folders(tmp_path: Path) -> None:
    for name in (ARMISTICE.name, SMALL.name):
        shutil.copytree(DATA / "instruments" / name, tmp_path / name)
        (tmp_path / name / "clauses.yaml").write_text("{}", encoding="utf-8")
    with pytest.raises(PackError) as caught:
        load_rulebooks(tmp_path, ONTOLOGY)
    assert {fault.split("/")[0] for fault in caught.value.faults} == {ARMISTICE.name, SMALL.name}


def test_an_empty_folder_has_no_rulebooks(tmp_path: Path) -> None:
    assert load_rulebooks(tmp_path, ONTOLOGY) == ()
    assert load_rulebooks(tmp_path / "absent", ONTOLOGY) == ()


@pytest.mark.parametrize("bomb", [
    "a: &a [1, 2]\nb: *a", "[" * 5000, "- {id: x, " + "all: [" * 60, "!!python/object/apply:os.system ['true']", "\x00",
    "!!int ''", "!!timestamp x", "!!map [a]", "!!bool x", "- " * 3000,
])  # fmt: skip
def test_a_hostile_file_is_refused(bomb: str) -> None:
    for file in FILES:
        with pytest.raises(PackError):
            read_rulebook(TEXTS | {file: bomb}, ONTOLOGY, name=SMALL.name, where="pack")


def swap_lines(text: str, random: Random) -> str:
    lines = text.split("\n")
    left, right = random.randrange(len(lines)), random.randrange(len(lines))
    lines[left], lines[right] = lines[right], lines[left]
    return "\n".join(lines)


def drop_line(text: str, random: Random) -> str:
    lines = text.split("\n")
    del lines[random.randrange(len(lines))]
    return "\n".join(lines)


def double_line(text: str, random: Random) -> str:
    lines = text.split("\n")
    at = random.randrange(len(lines))
    return "\n".join([*lines[: at + 1], *lines[at:]])


def cut(text: str, random: Random) -> str:
    return text[: random.randrange(len(text))]


def put(text: str, random: Random) -> str:
    at = random.randrange(len(text))
    piece = random.choice(
        ["{", "}", "[", "]", ":", "- ", "'", '"', "~", "null", "*", "&x", "!!int", "99999999999999999999", "\t", "é", "0x1f", "\u2028"]
    )
    return text[:at] + piece + text[at + random.randrange(3) :]


def swap_words(text: str, random: Random) -> str:
    words = text.split(" ")
    left, right = random.randrange(len(words)), random.randrange(len(words))
    words[left], words[right] = words[right], words[left]
    return " ".join(words)


MUTATIONS: tuple[Callable[[str, Random], str], ...] = (swap_lines, drop_line, double_line, cut, put, swap_words)


def mutated(random: Random) -> tuple[str, dict[str, str]]:
    slug, file = random.choice(sorted(ALL_TEXTS)), random.choice(FILES)
    text = ALL_TEXTS[slug][file]
    for _ in range(random.randrange(1, 4)):
        text = random.choice(MUTATIONS)(text, random) or "x"
    return slug, ALL_TEXTS[slug] | {file: text}


def load_or_refuse(slug: str, texts: dict[str, str]) -> None:
    """A PackError with faults, or a rulebook that can judge its own cases and says all that its files say; anything else is a fault."""
    try:
        book = read_rulebook(texts, ONTOLOGY, name=slug, where="pack", parties=PARTIES)
    except PackError as error:
        assert error.faults
        return
    assert isinstance(book, Rulebook)
    for case in book.cases:
        findings_of(case, book)
    changed = [name for name in FILES[:3] if texts[name] != ALL_TEXTS[slug][name]]
    if any(not _within_said(said(texts[name]), said_by(slug, name)) for name in changed):
        assert book.version != version_of(slug), "something that the files say was passed over in silence"


def _within_said(new: object, old: object) -> bool:
    """Whether a file says nothing that it did not say before: a line that is gone may have said what holds without it."""
    if isinstance(new, dict) and isinstance(old, dict):
        return all(key in old and _within_said(value, old[key]) for key, value in new.items())
    if isinstance(new, list) and isinstance(old, list):
        return len(new) == len(old) and all(map(_within_said, new, old))
    return new == old


def said(text: str) -> object:
    """What a file says, each value as its letters: not how it is laid out, nor its comments."""
    return yaml.load(text, Loader=yaml.CBaseLoader)


@cache
def said_by(slug: str, name: str) -> object:
    return said(ALL_TEXTS[slug][name])


@cache
def version_of(slug: str) -> str:
    return read_rulebook(ALL_TEXTS[slug], ONTOLOGY, name=slug, where="pack", parties=PARTIES).version


@contextmanager
def within(seconds: int) -> Iterator[None]:
    """Breaks off what hangs."""

    def broken(*_: object) -> None:
        raise AssertionError(f"it did not come to an end in {seconds} seconds")

    before = signal.signal(signal.SIGALRM, broken)
    signal.alarm(seconds)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)


@settings(max_examples=250, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.integers(min_value=0, max_value=2**32))
def test_a_mutated_rulebook_is_refused_or_loads_and_judges(seed: int) -> None:
    load_or_refuse(*mutated(Random(seed)))


@pytest.mark.long
def test_a_hundred_thousand_mutated_rulebooks() -> None:
    for seed in range(100_000):
        with within(60):
            load_or_refuse(*mutated(Random(seed)))


# Keys that are names of the instrument's own making; all others belong to the language.
OWN_NAMES = re.compile(r"^(?:questions|measures|answers|measured)$")


def keys_of(node: yaml.Node) -> Iterator[tuple[str, int, int]]:
    """Each key of the language in a file, with where it stands."""
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            yield key.value, key.start_mark.index, key.end_mark.index
            if not OWN_NAMES.match(key.value):
                yield from keys_of(value)
    elif isinstance(node, yaml.SequenceNode):
        for each in node.value:
            yield from keys_of(each)


@pytest.mark.parametrize("slug", sorted(ALL_TEXTS))
@pytest.mark.parametrize("file", FILES)
def test_no_misspelt_key_is_ever_ignored(slug: str, file: str) -> None:
    """A key that is passed over in silence leaves its default in force: each key of each kind, misspelt once, must be refused."""
    text = ALL_TEXTS[slug][file]
    seen: set[str] = set()
    for key, start, end in keys_of(yaml.compose(text, Loader=yaml.SafeLoader)):
        if key not in seen:
            seen.add(key)
            with pytest.raises(PackError):
                read_rulebook(ALL_TEXTS[slug] | {file: text[:start] + key + "x" + text[end:]}, ONTOLOGY, name=slug, where="pack")
    assert len(seen) > 5
