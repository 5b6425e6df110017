"""Who did what to whom, as news says it: each sentence with its kind, those who act and those on whom the act falls."""

import pytest
from tests.fakes.small_readings import proposed, reading
from tests.fakes.small_texts import pack

from truceline.reports.targets import targets

Told = tuple[str, str, str]
Probe = tuple[str, str, str, str]


def told_in(text: str) -> list[Told]:
    """Kind, actors and targets of each act proposed, in the alphabet's order."""
    found = []
    for draft in proposed(text):
        hit = targets(draft, reading(text), pack())
        acting, struck = (" ".join(sorted(s.value.code for s in slots)) for slots in (draft.actors, hit))
        found.append((draft.kind, acting, struck))
    return found


AIMED_BY_THE_DEED: list[Probe] = [
    ("A NATO air strike on a Libyan army column killed dozens on Monday.", "air_strike", "NATO:mil", "LBY:mil"),
    ("A mortar attack on the U.S. Embassy in Baghdad by militiamen wounded three on Monday.", "indirect_fire", "UNK:mil", "USA:gov"),
    ("Three Turkish soldiers died in an ambush blamed on the PKK on Monday.", "direct_fire", "PKK:mil", "TUR:mil"),
]
TIED: list[Probe] = [
    ("Armed men believed to be Taliban kidnapped a German nurse in Herat on Monday.", "capture", "TALIBAN:mil", "DEU:civ"),
    ("The gunmen, who belonged to Islamic Jihad, killed an Israeli soldier near Jenin on Monday.", "direct_fire", "PIJ:mil", "ISR:mil"),
    ("The attackers, members of Hezbollah, killed four Israeli soldiers on Monday.", "direct_fire", "HZB:mil", "ISR:mil"),
    ("Ethiopia, whose jets bombed the airport in Mogadishu on Monday, sent envoys.", "air_strike", "ETH:mil", "SOM:civ"),
    ("Jets from Turkey, Britain and France bombed Syrian positions on Monday.", "air_strike", "FRA:mil GBR:mil TUR:mil", "SYR:mil"),
    ("It was Hezbollah that fired the rockets that hit Haifa on Monday.", "indirect_fire", "HZB:mil", "ISR:civ"),
    ("Mines laid by Iran damaged a French frigate on Monday.", "explosion", "IRN:mil", "FRA:mil"),
]
NOT_THE_OTHERS: list[Probe] = [
    ("Syrian rebels backed by Turkey attacked Kurdish YPG fighters on Monday.", "direct_fire", "UNK:mil", "YPG:mil"),
    ("Allied warplanes bombed Iraqi positions on Monday.", "air_strike", "UNK:mil", "IRQ:mil"),
    ("Chad accused Sudan of bombing its village of Tine on Monday.", "air_strike", "SDN:mil", "TCD:civ"),
    ("A NATO spokesman said Taliban fighters killed two of its soldiers on Monday.", "direct_fire", "TALIBAN:mil", "NATO:mil"),
]
OF_THE_SENTENCE_BEFORE: list[Probe] = [
    ("The PKK has bases in Iraq. On Monday it attacked a Turkish army convoy.", "direct_fire", "PKK:mil", "TUR:mil"),
    ("Hezbollah fighters reached the road. They captured two Israeli soldiers on Monday.", "capture", "HZB:mil", "ISR:mil"),
    ("Boko Haram wants a state of its own. Its men killed nine Nigerian soldiers on Monday.", "direct_fire", "BH:mil", "NGA:mil"),
]
BY_LAND_OR_WAR: list[Probe] = [
    ("Syrian troops shelled Homs on Monday.", "indirect_fire", "SYR:mil", "SYR:civ"),
    ("Nine soldiers were killed in an ambush by FARC rebels on Monday.", "direct_fire", "FARC:mil", "COL:mil"),
    ("The FARC kidnapped a senator on Monday.", "capture", "FARC:mil", "COL:gov"),
    ("A shell fired from North Korea hit a South Korean farm on Monday.", "indirect_fire", "PRK:mil", "KOR:civ"),
    ("A shell fired from South Korea hit a North Korean farm on Monday.", "indirect_fire", "KOR:mil", "PRK:civ"),
    ("Six Kenyan policemen were killed when their truck hit a mine laid by al-Shabab on Monday.", "explosion", "SHABAAB:mil", "KEN:gov"),
    ("Rebels seized three U.N. workers in Congo on Monday.", "capture", "UNK:mil", "UN:civ"),
    ("A car bomb exploded outside the Indian Embassy in Kabul on Monday.", "explosion", "", "IND:gov"),
]
TWO_CLAUSES: list[Probe] = [
    ("Rockets launched from Yemen by the Houthis hit the Saudi town of Jizan on Monday.", "indirect_fire", "HOUTHI:mil", "SAU:civ"),
    ("Hezbollah fired rockets at Haifa and Israel bombed a bridge in Tyre on Monday.", "air_strike", "ISR:mil", "LBN:civ"),
    ("Israel bombed Tyre and Hezbollah fired rockets at Haifa on Monday.", "indirect_fire", "HZB:mil", "ISR:civ"),
]


PROBES = AIMED_BY_THE_DEED + TIED + NOT_THE_OTHERS + OF_THE_SENTENCE_BEFORE + BY_LAND_OR_WAR + TWO_CLAUSES


@pytest.mark.parametrize(("text", "kind", "actors", "hit"), PROBES)
def test_who_did_it_to_whom(text: str, kind: str, actors: str, hit: str) -> None:
    assert (kind, actors, hit) in told_in(text)


@pytest.mark.parametrize(("text", "sides"), [
    ("Somali troops captured the town of Afgoye from al-Shabab on Monday.", "SHABAAB:mil SOM:mil"),
    ("Gunmen attacked the Iranian consulate in Karachi on Monday.", "IRN:gov UNK:mil"),
    ("Taliban fighters attacked a police post in Helmand on Monday.", "AFG:gov TALIBAN:mil"),
])  # fmt: skip
def test_who_fought_whom(text: str, sides: str) -> None:
    assert ("clash", sides, "") in told_in(text)
