"""Passages as observations: drawings together, local day and hour by the clocks of both sides, a hash that anybody can reckon again."""

import hashlib
import json
from dataclasses import replace
from datetime import datetime

import numpy as np
import pytest
from tests.fakes.small_texts import pack

from truceline.cli.tracked import passages, values
from truceline.errors import ConfigError
from truceline.findings.tracks import Observed, Track
from truceline.model.handling import Handling

NOON = datetime.fromisoformat("2024-06-18T12:00:00+09:00").timestamp()


def seen(**changes: object) -> Observed:
    """A crossing of the MDL from noon for ten minutes, by one drawing."""
    plain = Observed(
        kind="crossing", boundary="mdl", line="MDL", object="a", sensor="radar", began_at=NOON, ended_at=NOON + 600, returned_at=NOON + 660,
        probability=0.97, depth_m=2300.0, error_m=1320.0, side="KOR", longitude=127.2049, latitude=38.2837, n_fixes=3,
    )  # fmt: skip
    return replace(plain, **changes)  # type: ignore[arg-type]  # any field


def track(*times: float, domain: str = "land") -> Track:
    each = np.array(times or (NOON - 60, NOON, NOON + 600, NOON + 660))
    return Track(
        object="a", sensor="radar", times=each, longitudes=np.full(len(each), 127.2), latitudes=np.full(len(each), 38.28),
        errors_m=np.full(len(each), 30.0), domain=domain,
    )  # fmt: skip


def told(*shown: Observed, domain: str = "land") -> dict[str, str]:
    (passage,) = passages(shown)
    return values(passage, track(domain=domain), by="a post", mark=Handling.AMBER, domain="", ontology=pack().ontology)


def test_what_several_drawings_show_of_one_stretch_of_time_is_one_passage() -> None:
    other = seen(boundary="mdl-own", kind="approach", began_at=NOON + 60, ended_at=NOON + 500, probability=0.3)
    found = told(seen(), other)
    assert found["type"] == "ground_crossing" and found["target"] == "KOR" and found["outcome"] == "returned"
    assert found["bounds"] == "mdl crossing with probability 0.97, within 1320 m; mdl-own approach with probability 0.30, within 1320 m"


def test_what_lies_apart_in_time_or_is_a_zone_is_a_passage_of_its_own() -> None:
    later = seen(began_at=NOON + 5000, ended_at=NOON + 5600)
    zone = seen(kind="zone_entry", boundary="dmz")
    assert len(list(passages([seen(), later, zone]))) == 3


def test_an_approach_names_no_act() -> None:
    found = told(seen(kind="approach", probability=0.1))
    assert "type" not in found and "target" not in found and found["text"].startswith("Approach to the line")


def test_drawings_that_enter_different_sides_leave_the_target_open() -> None:
    assert "target" not in told(seen(), seen(boundary="mdl-own", side="PRK"))


def test_day_and_hour_are_local_and_an_hour_is_told_only_where_both_sides_keep_it() -> None:
    assert (told(seen())["date"], told(seen())["time"]) == ("2024-06-18", "12:00")
    midnight = datetime.fromisoformat("2024-06-18T23:55:00+09:00").timestamp()
    over = told(seen(began_at=midnight, ended_at=midnight + 600))
    assert (over["date"], over["time"]) == ("2024-06-18/2024-06-19", "23:55")
    assert "time" not in told(seen(line="LOC"))
    then = datetime.fromisoformat("2016-06-18T12:00:00+09:00").timestamp()  # the north kept a half hour of its own from 2015 to 2018
    assert "time" not in told(seen(began_at=then, ended_at=then + 600))


def test_its_place_is_to_a_kilometre_and_no_distance_is_finer() -> None:
    found = told(seen())
    assert (found["latitude"], found["longitude"], found["radius"]) == ("38.28", "127.20", "1656")
    assert "less than 4 km" in found["text"] and "2300" not in json.dumps(found)


def test_the_hash_is_that_of_the_fixes_of_its_stretch() -> None:
    lines = "".join(json.dumps([at, 127.2, 38.28, 30.0]) + "\n" for at in (NOON, NOON + 600))
    assert told(seen())["track"] == hashlib.sha256(lines.encode()).hexdigest()


def test_a_crossing_whose_domain_is_not_told_names_the_cure() -> None:
    with pytest.raises(ConfigError, match="--domain"):
        told(seen(), domain="")
