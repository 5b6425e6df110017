"""The file of weights: complete, checked when read, explained."""

from pathlib import Path

import pytest

from truceline.errors import PackError
from truceline.incidents.weights import BUILT_IN, NEEDED, built_in, load_scale


def test_built_in_weights_have_every_level_a_reason_and_words_for_people() -> None:
    scale = built_in()
    assert all(scale.features[feature].levels[level].says for feature, level in NEEDED)
    assert all(len(feature.reason) > 20 for feature in scale.features.values())


def test_file_that_lacks_a_level_is_refused_by_name(tmp_path: Path) -> None:
    text = BUILT_IN.read_text(encoding="utf-8")
    broken = tmp_path / "merge.yaml"
    broken.write_text("\n".join(line for line in text.splitlines() if "same_interval" not in line), encoding="utf-8")
    with pytest.raises(PackError, match=r"date\.same_interval is missing"):
        load_scale(broken)


def test_party_in_two_groups_is_refused(tmp_path: Path) -> None:
    broken = tmp_path / "merge.yaml"
    broken.write_text(BUILT_IN.read_text(encoding="utf-8").replace("[LBN, HZB]", "[LBN, HZB, PSE]"), encoding="utf-8")
    with pytest.raises(PackError, match="PSE stands in two groups"):
        load_scale(broken)


def test_two_koreas_weigh_alike() -> None:
    scale = built_in()
    assert scale.family("PRK") == "PRK" and scale.family("KOR") == "KOR"
    assert {"north", "south", "northern", "southern"} <= set(scale.vague_places)
