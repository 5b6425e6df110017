"""YAML read strictly: no key twice, no value turned into a date, a truth value or a base-60 number."""

import re
from pathlib import Path
from typing import Any, TypeVar

import msgspec
import yaml

from truceline.errors import PackError

T = TypeVar("T")
MAX_BYTES = 4_000_000
MAX_DEPTH = 40


class _StrictLoader(yaml.CSafeLoader):
    """Safe loader that keeps scalars as text but for plain integers, decimals, true, false and null."""


_StrictLoader.yaml_implicit_resolvers = {}
for _tag, _pattern, _first in (
    ("tag:yaml.org,2002:bool", r"^(?:true|false)$", "tf"),
    ("tag:yaml.org,2002:null", r"^(?:null|~|)$", ["n", "~", ""]),
    ("tag:yaml.org,2002:int", r"^[-+]?(?:0|[1-9][0-9]*)$", "-+0123456789"),
    ("tag:yaml.org,2002:float", r"^[-+]?[0-9]+\.[0-9]+$", "-+0123456789"),
):
    _StrictLoader.add_implicit_resolver(_tag, re.compile(_pattern), list(_first))


def _mapping(loader: _StrictLoader, node: yaml.MappingNode) -> dict[Any, Any]:
    found: dict[Any, Any] = {}
    for key_node, value_node in node.value:
        key = loader.construct_object(key_node, deep=True)
        if not isinstance(key, str | int):
            raise yaml.constructor.ConstructorError(None, None, f"a key must be a word, not {key!r}", key_node.start_mark)
        if key in found:
            raise yaml.constructor.ConstructorError(None, None, f"the key {key!r} stands twice", key_node.start_mark)
        found[key] = loader.construct_object(value_node, deep=True)
    return found


_StrictLoader.add_constructor("tag:yaml.org,2002:map", _mapping)


def _refuse_tricks(text: str, name: str) -> None:
    """Aliases let a small file unfold into a huge one, tags make objects, deep nests exhaust the stack: all refused."""
    depth = 0
    for event in yaml.parse(text, Loader=yaml.CSafeLoader):
        line = f"line {event.start_mark.line + 1}" if event.start_mark else "somewhere"
        if isinstance(event, yaml.AliasEvent):
            raise PackError(name, [f"{line}: aliases (*name) are not allowed; write the value out"])
        if isinstance(event, yaml.ScalarEvent | yaml.CollectionStartEvent) and event.tag is not None:
            raise PackError(name, [f"{line}: tags ({event.tag}) are not allowed; write the plain value"])
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
            if depth > MAX_DEPTH:
                raise PackError(name, [f"{line}: nested deeper than {MAX_DEPTH}"])
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1


def parse(text: str, name: str) -> Any:
    """Text of a YAML file to plain values. Raises PackError with file, line and what is wrong.

    Anchors and aliases are refused: they let a small file unfold into a huge one.
    """
    if len(text) > MAX_BYTES:
        raise PackError(name, [f"larger than {MAX_BYTES} characters: split the file"])
    try:
        _refuse_tricks(text, name)
        return yaml.load(text, Loader=_StrictLoader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        place = f"line {mark.line + 1}, column {mark.column + 1}: " if mark else ""
        raise PackError(name, [f"{place}{error.problem or error}"]) from error
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        raise PackError(name, [f"not YAML: {error}"]) from error


def load(path: Path, shape: type[T]) -> T:
    """A YAML file as one typed shape (a msgspec Struct with forbid_unknown_fields).

    Raises PackError naming the file, the path in it and what was expected.
    """
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise PackError(str(path), [f"cannot be read: {error}"]) from error
    plain = parse(text, str(path))
    try:
        return msgspec.convert(plain, shape)
    except msgspec.ValidationError as error:
        raise PackError(str(path), [str(error)]) from error
