"""YAML is read as it is written: nothing guessed, nothing unfolded, every fault with its line."""

from pathlib import Path

import msgspec
import pytest

from truceline.errors import PackError
from truceline.packs.strict_yaml import MAX_BYTES, MAX_DEPTH, load, parse


class Shape(msgspec.Struct, forbid_unknown_fields=True):
    name: str
    many: tuple[int, ...] = ()


def fault(text: str) -> str:
    with pytest.raises(PackError) as caught:
        parse(text, "pack.yaml")
    assert caught.value.file == "pack.yaml"
    return " ".join(caught.value.faults)


@pytest.mark.parametrize(("written", "value"), [
    ("NO", "NO"), ("no", "no"), ("yes", "yes"), ("on", "on"), ("True", "True"), ("1953-07-27", "1953-07-27"), ("22:30", "22:30"),
    ("0x1f", "0x1f"), ("007", "007"), ("1e3", "1e3"), ("1_000", "1_000"), ("12", 12),
    ("-3", -3), ("1.5", 1.5), ("true", True), ("null", None), ("~", None),
])  # fmt: skip
def test_only_plain_numbers_truth_and_null_are_more_than_text(written: str, value: object) -> None:
    read = parse(f"key: {written}", "pack.yaml")["key"]
    assert read == value
    assert type(read) is type(value)


def test_a_key_given_twice_is_told_with_its_line() -> None:
    told = fault("one: 1\ntwo: 2\none: 3\n")
    assert "'one' stands twice" in told
    assert "line 3" in told


def test_a_key_given_twice_deep_inside_is_told_too() -> None:
    assert "stands twice" in fault("a:\n  - {b: 1, b: 2}\n")


def test_a_country_code_stays_a_key() -> None:
    assert parse("NO: {names: [Norway]}", "pack.yaml") == {"NO": {"names": ["Norway"]}}


def test_an_alias_is_refused() -> None:
    assert "line 2: aliases" in fault("a: &x [1]\nb: *x\n")


@pytest.mark.parametrize("tag", ["!!python/name:os.system", "!!int", "!own"])
def test_a_tag_is_refused(tag: str) -> None:
    assert "tags" in fault(f"a: {tag} '1'")


def test_a_nest_is_refused_only_where_it_is_too_deep() -> None:
    assert parse("[" * MAX_DEPTH + "]" * MAX_DEPTH, "pack.yaml")
    assert "nested deeper" in fault("[" * (MAX_DEPTH + 1) + "]" * (MAX_DEPTH + 1))


def test_a_file_too_large_is_refused_unread() -> None:
    assert "split the file" in fault("a" * (MAX_BYTES + 1))


@pytest.mark.parametrize("broken", ["a: [1, 2", "a: b: c", "\x00", "? [1]\n: 2"])
def test_what_is_no_yaml_is_a_pack_error(broken: str) -> None:
    assert fault(broken)


def test_a_field_unknown_or_of_another_type_is_told_with_its_path(tmp_path: Path) -> None:
    path = tmp_path / "shape.yaml"
    path.write_text("name: x\ncolour: red\n", encoding="utf-8")
    with pytest.raises(PackError, match="colour"):
        load(path, Shape)
    path.write_text("name: x\nmany: [1, two]\n", encoding="utf-8")
    with pytest.raises(PackError, match=r"\$\.many\[1\]"):
        load(path, Shape)


def test_a_file_absent_or_not_utf8_is_a_pack_error_with_its_path(tmp_path: Path) -> None:
    with pytest.raises(PackError, match="cannot be read") as caught:
        load(tmp_path / "absent.yaml", Shape)
    assert "absent.yaml" in caught.value.file
    (tmp_path / "latin.yaml").write_bytes(b"name: caf\xe9\n")
    with pytest.raises(PackError, match="cannot be read"):
        load(tmp_path / "latin.yaml", Shape)
