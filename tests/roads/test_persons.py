"""Private persons stay unnamed: a name may stand in a quote, never in a value."""

import json
from pathlib import Path

from tests.roads.road import coded

TEXT = (
    "A North Korean soldier, Ri Chol Nam, defected to the South across the Military Demarcation Line on Monday, South Korea's Joint Chiefs "
    "of Staff said. Farmer Oh Man-sik said that North Korean guards fired about 40 rounds at the soldier. Ri was wounded, "
    "Dr. Hwang Bo-ra said."
)
NAMES = ("Ri", "Chol Nam", "Oh Man-sik", "Hwang", "Bo-ra")


def test_names_of_private_persons_are_in_no_value(tmp_path: Path) -> None:
    (tmp_path / "one.jsonl").write_text(json.dumps({"id": "one", "published": "2017-11-14", "text": TEXT}) + "\n", encoding="utf-8")
    (row,) = coded(tmp_path / "one.jsonl")
    assert row["reports"]
    for report in row["reports"]:
        values = json.dumps(
            {key: value for key, value in report.items() if key not in ("quote", "evidence", "title_evidence", "event", "incident")}
        )
        assert not [name for name in NAMES if f'"{name}' in values or f" {name}" in values], values
