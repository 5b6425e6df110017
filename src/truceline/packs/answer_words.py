"""Sets of words by which an act is answered: fire returned, meetings asked for, protests drawn; each explained in telling.yaml."""

from typing import Annotated

import msgspec

from truceline.packs.shape import Shape

_Words = Annotated[frozenset[str], msgspec.Meta(min_length=1)]


class AnswerWords(Shape, frozen=True):
    """What the other side does about an act: telling.yaml."""

    drawn_from: _Words
    such_thing: _Words
    answering: _Words
    answering_back: _Words
    returning: _Words
    back: _Words
    answering_with: _Words
    retaliating: _Words
    replies: _Words
    replying: _Words
    fitting: _Words
    fire_nouns: _Words
    guns: _Words
    inquiries: _Words
    stepping: _Words
    meetings: _Words
    meeting_verbs: _Words
    asking: _Words
    asking_for: _Words
    convening: _Words
    joint_bodies: _Words
    councils: _Words
    own_councils: _Words
    establishing: _Words
    reviewing: _Words
    left_behind: _Words
    left_to_learn: _Words
    asking_what: _Words
    sent_to_look: _Words
    sorry: _Words
    in_general: _Words
    sorts: _Words
    likewise: _Words
    joining: _Words
