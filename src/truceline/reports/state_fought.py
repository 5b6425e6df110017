"""Which state an armed group fights at home: the army, the police and the people told of without a land are then that state's."""

from collections.abc import Sequence

from truceline.model.party import Actor
from truceline.model.reading import Reading
from truceline.model.report import Slot
from truceline.packs.pack import Pack


def state_fought(acting: Sequence[Slot[Actor]], reading: Reading, pack: Pack) -> str | None:
    """The one state that the armed group which acts both is of and is at war with; None where its war is with another land."""
    group = acting[0].value.party if len(acting) == 1 else ""
    names = pack.gazetteer.parties.get(group)
    if names is None or len(names.home) != 1:
        return None
    state = names.home[0]
    named_here = {m.actor.party for a in reading.sentences for m in a.mentions}
    states = {party for party in named_here if pack.gazetteer.state(party) and not pack.gazetteer.parties[party].home}
    named = state in states or not states  # of no state a text tells: the war of the group is with its own
    return state if named and pack.gazetteer.at_war(group, state, reading.document.published) else None
