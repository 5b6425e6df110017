"""Who crossed a line and is told afterwards to have come over for good has defected; who did not say so has crossed."""

import pytest
from tests.fakes.small_readings import proposed


@pytest.mark.parametrize("text", [
    "A North Korean soldier walked across the border into South Korea on Tuesday and was taken in. He expressed a wish to defect.",
    "A North Korean soldier crossed the MDL on Wednesday and was detained, the JCS said. The soldier has expressed his intent to defect.",
    "A South Korean man crossed the MDL on Tuesday. Guards led him to safety. He told them that he wanted to live in the North.",
    "A North Korean walked over the border near Goseong on Tuesday and asked to live in the South.",
])  # fmt: skip
def test_the_wish_told_afterwards_makes_it_a_defection(text: str) -> None:
    assert [d.kind for d in proposed(text)] == ["defection"]


@pytest.mark.parametrize("text", [
    "A North Korean soldier crossed the MDL on Tuesday and was held. He had no intention to defect and was sent back.",
    "A North Korean farmer crossed the MDL on Tuesday. The army asked whether he wanted to defect.",
    "Thirty North Korean soldiers crossed the MDL on Tuesday. An officer of theirs who wanted to defect was shot in 1998.",
    "A North Korean soldier crossed the MDL on Tuesday. The embassy in Rome said that a cook wished to defect.",
])  # fmt: skip
def test_without_such_a_wish_of_his_it_is_a_crossing(text: str) -> None:
    assert "ground_crossing" in {d.kind for d in proposed(text)}
