"""The line of a fault: a message that names a place in a YAML file is given the line where that place stands."""

import re
from collections.abc import Iterator, Mapping
from difflib import get_close_matches

import yaml

FILE = re.compile(r"^([a-z_]+\.yaml): ")
ENTRY = re.compile(r"^entry (\d+)\b")
STEP = re.compile(r"\.([A-Za-z_]\w*)|\[(\d+)\]")
QUOTED = re.compile(r"`([^`$]+)`|'([^']+)'")
UNKNOWN_KEY = re.compile(r"unknown field `([^`]+)`")
# Words of a message's path that are no key of the file.
CURES = (
    ("Expected `str`, got `int`", "write it in quotes"),
    ("Expected `str`, got `float`", "write it in quotes"),
    ("Expected `str`, got `bool`", "write it in quotes"),
    ("Expected `date`, got `int`", "write the day as 2018-11-01"),
    ("Invalid RFC3339", "write the day as 2018-11-01"),
)


def located(fault: str, texts: Mapping[str, str]) -> str:
    """The fault with ``file:line`` where the line can be told, and with a cure where one is known."""
    found = FILE.match(fault)
    if not found or found.group(1) not in texts or re.match(r"line \d+", fault[found.end() :]):
        return fault
    name, rest = found.group(1), fault[found.end() :]
    line = _line(texts[name], rest)
    cure = next((cure for sign, cure in CURES if sign in rest), None) or _near_key(rest, texts)
    return f"{name}:{line}: {rest}" + (f" ({cure})" if cure else "")


def _line(text: str, message: str) -> int:
    """The line of the deepest node that the message leads to; 1 where it leads nowhere."""
    try:
        node = yaml.compose(text, Loader=yaml.CSafeLoader)
    except (yaml.YAMLError, ValueError, RecursionError):
        return 1
    if node is None:
        return 1
    for part in message.split(": "):
        entry = ENTRY.match(part)
        node = _down(node, int(entry.group(1)) - 1 if entry else part) or node
    for key, index in STEP.findall(message.rpartition("at `$")[2].rstrip("`")) if "at `$" in message else ():
        node = _down(node, int(index) if index else key) or node
    words = [one or other for one, other in QUOTED.findall(message)]
    hit = next((each for each in _scalars(node) if each.value in words), None)
    mark = (hit or node).start_mark
    return int(mark.line) + 1


def _down(node: yaml.Node, step: str | int) -> yaml.Node | None:
    if isinstance(node, yaml.SequenceNode):
        if isinstance(step, int):
            return node.value[step] if step < len(node.value) else None
        return next((each for each in node.value if _called(each, step)), None)
    if isinstance(node, yaml.MappingNode) and isinstance(step, str):
        return next((value for key, value in node.value if key.value == step), None)
    return None


def _called(node: yaml.Node, name: str) -> bool:
    return isinstance(node, yaml.MappingNode) and any(
        key.value in ("id", "name", "party") and value.value == name for key, value in node.value if isinstance(value, yaml.ScalarNode)
    )


def _scalars(node: yaml.Node) -> Iterator[yaml.ScalarNode]:
    if isinstance(node, yaml.ScalarNode):
        yield node
    elif isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            yield from _scalars(key)
            yield from _scalars(value)
    elif isinstance(node, yaml.SequenceNode):
        for each in node.value:
            yield from _scalars(each)


def _near_key(message: str, texts: Mapping[str, str]) -> str | None:
    """A key that is used elsewhere in the instrument and looks like the unknown one."""
    found = UNKNOWN_KEY.search(message)
    if not found:
        return None
    used = {key for text in texts.values() for key in re.findall(r"(?<![\w.])([a-z_]+):", text)} - {found.group(1)}
    near = get_close_matches(found.group(1), sorted(used), 1)
    return f"did you mean `{near[0]}`?" if near else None
