"""The person an act is about stays unnamed: the name may stand in a quote, never in a value."""

import json
from pathlib import Path

from tests.roads.road import coded

TEXT = (
    "A North Korean soldier, Ri Chol Nam, defected to the South across the Military Demarcation Line on Monday, South Korea's Joint Chiefs "
    "of Staff said. North Korean guards fired about 40 rounds at Ri Chol Nam and wounded him, the staff said."
)


def test_name_of_the_one_who_fled_is_in_no_value(tmp_path: Path) -> None:
    (tmp_path / "one.jsonl").write_text(json.dumps({"id": "one", "published": "2017-11-14", "text": TEXT}) + "\n", encoding="utf-8")
    (row,) = coded(tmp_path / "one.jsonl")
    assert row["reports"]
    for report in row["reports"]:
        values = json.dumps({key: value for key, value in report.items() if key not in ("quote", "evidence", "event", "incident")})
        assert "Ri Chol" not in values
        assert "Chol Nam" not in values
