"""The weights of merging, read from ``data/weights/merge.yaml``: log odds of each level of each feature, with its reason."""

from functools import cache
from importlib.resources import files
from pathlib import Path

import msgspec

from truceline.errors import PackError
from truceline.model.incident import Term
from truceline.packs.strict_yaml import load

BUILT_IN = Path(str(files("truceline"))) / "data" / "weights" / "merge.yaml"


class Level(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One outcome of a comparison: its weight (natural log odds), what it says, and whether it forbids a merge."""

    weight: float
    says: str
    forbids: bool = False


class Feature(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One feature: why it counts, and its levels by name."""

    reason: str
    levels: dict[str, Level]


class Scale(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The whole file: what all pairs start with, the least score that joins, the features, parties that stand for one another."""

    version: int
    reference: str
    prior: float
    join: float
    support: float
    near: float
    undated_days: int
    recall_days: int
    lasting_kinds: tuple[str, ...]
    lasting_days: int
    lasting_most: int
    courses: tuple[str, ...]
    features: dict[str, Feature]
    related: tuple[tuple[str, ...], ...]
    vague_places: tuple[str, ...]

    def term(self, feature: str, level: str, left: str, right: str) -> Term:
        """The term that a comparison gives; ``feature`` of the term is written ``feature.level``."""
        found = self.features[feature].levels[level]
        return Term(feature=f"{feature}.{level}", left=left, right=right, weight=found.weight, forbids=found.forbids)

    def says(self, term: Term) -> str:
        """In words, what a term of this scale found; the bare name where the scale does not know it."""
        feature, _, level = term.feature.partition(".")
        known = self.features.get(feature)
        return known.levels[level].says if known and level in known.levels else term.feature

    def family(self, party: str) -> str:
        """The name under which a party is looked up together with those that reports confuse it with."""
        return next((group[0] for group in self.related if party in group), party)


def load_scale(path: Path) -> Scale:
    """A file of weights. Raises PackError naming the file, the path in it, and what was expected or lacks."""
    scale = load(path, Scale)
    lacking = [f"{feature}.{level} is missing" for feature, level in NEEDED if level not in _levels(scale, feature)]
    twice = [f"related: {party} stands in two groups" for party in _twice(scale.related)]
    if lacking or twice:
        raise PackError(str(path), lacking + twice)
    return scale


@cache
def built_in() -> Scale:
    """The weights shipped with the package."""
    return load_scale(BUILT_IN)


def _levels(scale: Scale, feature: str) -> dict[str, Level]:
    return scale.features[feature].levels if feature in scale.features else {}


def _twice(groups: tuple[tuple[str, ...], ...]) -> list[str]:
    every = [party for group in groups for party in group]
    return sorted({party for party in every if every.count(party) > 1})


# Every level that compare.py can name: a file that lacks one is refused when it is read, not when a pair needs it.
NEEDED = tuple(
    (feature, level)
    for feature, levels in {
        "document": ("same",),
        "kind": ("different",),
        "plan": ("one_planned",),
        "actor": ("same", "overlap", "related", "unknown", "nobody", "mirrored", "swapped", "different"),
        "target": ("same", "overlap", "related", "unknown", "different"),
        "line": ("same", "one_unknown", "different"),
        "sector": ("same", "different"),
        "date": (
            "same_day",
            "same_interval",
            "same_start",
            "shared_edge",
            "day_inside",
            "overlap",
            "day_in_month",
            "same_month",
            "in_year",
            "in_years",
            "apart",
            "days_of_works",
            "going_on",
            "going_on_long",
            "undated_course",
            "near_publication",
            "days_before_publication",
            "long_before_publication",
            "after_publication",
            "planned_ahead",
            "recalled_near",
            "recalled_recent",
            "recalled_old",
            "published_same_day",
            "published_near",
            "published_weeks",
            "about_weeks_apart",
            "published_far",
            "unknown",
        ),
        "names": ("shared", "few"),
        "time": ("same", "near", "different", "clocked_apart"),
        "place": ("same", "part", "share", "different", "vague"),
        "counts": ("several_same", "same_telling", "same", "compatible", "near", "different"),
        "response": ("share", "different"),
        "outcome": ("same", "different"),
        "wording": ("copy", "much", "some", "little"),
        "origin": ("same",),
        "prominence": ("both_main", "one_background", "both_background"),
    }.items()
    for level in levels
)
