"""A denial that only points back to a charge is over what the charge was over."""

import pytest
from tests.fakes.small_readings import proposed

BLAMED = "A car bomb killed two soldiers in Mosul on Monday, which {by} blamed on {to}. {to} shot down a drone on Tuesday. "


def denied(text: str) -> list[tuple[str, str | None]]:
    return [(draft.kind, each.by) for draft in proposed(text) for each in draft.follow_ups if each.act == "denial"]


@pytest.mark.parametrize("text", ["{to} denied any role.", "{to} denied it.", "{to} rejected the accusation."])
@pytest.mark.parametrize(("by", "to", "code"), [("Turkey", "Iran", "IRN:gov"), ("Iran", "Turkey", "TUR:gov")])
def test_what_is_denied_is_what_was_charged_and_not_what_was_told_last(text: str, by: str, to: str, code: str) -> None:
    assert denied((BLAMED + text).format(by=by, to=to)) == [("explosion", code)]


def test_what_the_denial_names_itself_is_denied() -> None:
    assert denied(BLAMED.format(by="Turkey", to="Iran") + "Iran denied that it had shot down a drone.") == [("direct_fire", "IRN:gov")]


def test_who_denies_a_charge_of_something_else_denies_no_act() -> None:
    text = "Syrian guns shelled Tyre on Monday. Lebanon accused Syria of meddling. Syria denied it."
    assert denied(text) == []
