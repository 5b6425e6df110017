"""What a sentence says only by the way is no act of its own; told with its day, or as what was done, it is one."""

import pytest
from tests.fakes.small_readings import extracted, reading
from tests.fakes.small_texts import pack

from truceline.reports.extract import propose


def proposed(text: str) -> list[str]:
    return [draft.kind for draft in propose(reading(text), pack())]


@pytest.mark.parametrize("text", [
    "The soldiers saw a barrier built by Israel on the Blue Line.",
    "The paper was written by Syrian troops based in Lebanon, the envoy said.",
    "The minister met Egypt, which is battling the militia in the town of Tyre.",
    "The envoy asked about Lebanese citizens abducted decades ago by Syrian agents.",
    "The envoy condemned past missile launches by North Korea.",
    "The mayor compared the shelling of the Syrian town to an old siege.",
    "The war has already claimed thousands of lives, many of them killed by indiscriminate Syrian bombing.",
    "Two Israeli soldiers were killed when their helicopter crashed near Tyre on Monday.",
    "The president mourned two Israeli officers killed when their helicopter crashed near Tyre.",
    "Eighty Albanian refugees were killed in the sinking of a boat off Vlore.",
    "A collision with a tanker killed nine American sailors.",
    "The envoy met Russia, which denies that it has sent soldiers to Syria.",
    "There are fears of a wider conflict, such as a naval clash between the two Koreas.",
    "Such an incursion by Syria could be justified, officials said.",
    "An air strike on the base would be an act of war, the envoy said.",
    "Two hundred German soldiers have been sent to Iraq to take part in drills.",
    "The envoy spoke of two Lebanese towns besieged by Syrian troops.",
    "The paper says that Syrian troops fighting Hezbollah in Tyre have broken the law of war.",
    "The rebels want weapons against the Syrian jets that have bombed their positions.",
    "There were reports of air strikes on Tyre.",
    "You become numb to reports of another North Korean missile test, the admiral said.",
    "Israeli guards stopped a man in Hebron after a failed grenade attack on a police officer.",
    "More than 50 Greeks are believed to be fighting for the Taliban in Afghanistan.",
    "A U.S. Air Force veteran shot and killed a robber in a market on Sunday.",
    "Three men were arrested by Egyptian officials on Monday.",
    "Violence erupted between riot police and protesters in Kiev on Monday.",
    "The president marked student clashes with British soldiers.",
    "As the Taliban are driven out of Kandahar by Afghan troops, a panel warns of a new war.",
    "Egypt will be drawn in later, when Israel shells Tyre.",
    "The threat was in retaliation for French air strikes in Syria over the past year.",
    "India says that it has lost more than 400 men in two months of fighting with Pakistani troops near Kargil.",
    "The president was making the case for launching strikes against Syria.",
    "Moscow sent more than 100,000 soldiers into Afghanistan in 1979.",
    "Air strikes do wear down an insurgency, as they did in Syria.",
    "Germany has so far captured nearly 1,000 militants.",
    "The coalition has carried out more than 135 air strikes against the Taliban.",
    "In its long air campaign in Iraq, the coalition has conducted more than 1,800 air strikes.",
])  # fmt: skip
def test_what_is_said_by_the_way_is_no_act(text: str) -> None:
    assert proposed(text) == []


@pytest.mark.parametrize(("text", "kinds"), [
    ("Hamas on Monday destroyed a barrier built by Israel near the Blue Line.", ["works_in_zone"]),
    ("Syrian rebels on Monday battled the Syrian army in the town of Tyre.", ["clash"]),
    ("Syrian agents abducted two Lebanese soldiers years before the war, in 1980.", ["capture"]),
    ("The envoy condemned the missile launch by North Korea on Monday.", ["missile_launch"]),
    ("The mayor deplored the shelling of the Syrian town on Monday.", ["indirect_fire"]),
    ("Two Israeli soldiers were killed when their helicopter crashed after it was hit by a Syrian rocket near Tyre.", ["indirect_fire"]),
    ("Clashes, such as the one between the two Koreas on Monday, are rare.", ["clash"]),
    ("The air strike by Israel on the base on Monday could be a crime, the envoy said.", ["air_strike"]),
    ("Two hundred German soldiers have been sent to Iraq to protect the border.", ["troop_deployment"]),
    ("Syrian troops besieged two Lebanese towns on Monday.", ["clash"]),
    ("The rebels want weapons against the Syrian jets that bombed their positions on Monday.", ["air_strike"]),
    ("There was a report of an air strike on Tyre.", ["air_strike"]),
    ("Violence erupted between Israeli soldiers and Hezbollah near Tyre on Monday.", ["clash"]),
    ("Three Hamas members were arrested by Egyptian officials on Monday.", ["capture"]),
    ("As the Taliban were driven out of Kandahar by Afghan troops on Monday, a panel met.", ["clash"]),
    ("Egypt was drawn in later, when Israel shelled Tyre.", ["indirect_fire"]),
    ("The threat was in retaliation for two French air strikes in Syria over the past year.", ["air_strike"]),
    ("Moscow sent more than 100,000 soldiers into Afghanistan in December 1979.", ["troop_deployment"]),
    ("The coalition carried out more than 135 air strikes against the Taliban on Monday.", ["air_strike"]),
    ("Greek soldiers fought for six days with the Taliban in Kandahar.", ["clash"]),
])  # fmt: skip
def test_what_is_told_as_done_or_with_its_day_is_one(text: str, kinds: list[str]) -> None:
    assert proposed(text) == kinds


@pytest.mark.parametrize(("text", "kinds"), [
    ("Syria said that it would send troops to Lebanon if the truce broke.", []),
    ("Syria said that it would send troops to Lebanon.", ["troop_deployment"]),
    ("Israel warned that Syria intended to send troops to Lebanon.", []),
    ("Syria announced that it intended to send troops to Lebanon.", ["troop_deployment"]),
    ("Let us assume that we were to send 9,000 troops into Syria, the president said.", []),
])  # fmt: skip
def test_what_hinges_on_something_else_or_only_others_say_is_no_plan(text: str, kinds: list[str]) -> None:
    assert proposed(text) == kinds


def test_both_sides_are_read_alike() -> None:
    text = "The envoy condemned past missile launches by {}, which {} had feared."
    assert extracted(text.format("Israel", "Syria")).reports == extracted(text.format("Syria", "Israel")).reports == ()


def test_who_laid_what_went_off_did_the_blast() -> None:
    (draft,) = propose(reading("Two mines, buried by the North Koreans, exploded south of the Demilitarized Zone."), pack())
    assert (draft.kind, [slot.value.code for slot in draft.actors]) == ("explosion", ["PRK:mil"])
