"""Which party's agency the dateline of a text names: it is the source of all that the text asserts (codebook 3)."""

from truceline.packs import datelines
from truceline.packs.gazetteer import Gazetteer, PartyName


def agency_of(text: str, gazetteer: Gazetteer, theatre: str | None) -> tuple[int, int, PartyName] | None:
    """Where the agency of a party stands at the head of a text, and its name; None where no dateline names one."""
    for at, agency in datelines.agencies(text):
        for start, end, names in gazetteer.party_book.find(agency):
            name = names[0]
            if name.form == "body" and name.code and not name.outlet and name.theatre in (None, theatre):
                return at + start, at + end, name
    return None
