"""A long text of another topic is let go by its words, with the reason; no text of ours is, and no side weighs more than the other."""

from dataclasses import replace

from tests.fakes.small_readings import reading
from tests.fakes.small_texts import pack

from truceline.language.annotate import annotate
from truceline.language.relevance import LEAST_WORDS, topics
from truceline.model.document import Document
from truceline.model.ids import CaptureId, DocumentId
from truceline.model.observation import Known, Observation
from truceline.reports.explain import explain
from truceline.reports.extract import extract

GARDEN = (
    "The town's gardeners met on Saturday to choose the tomatoes of the year. Mrs Hall, who has grown them behind the library "
    "since she left school, brought nine kinds and a cake. Her neighbour thought the yellow ones too sweet. The judges tasted each "
    "of them twice, with bread and without, and wrote their marks on paper plates. Rain had been promised for the afternoon, so "
    "the tables stood in the school hall, where the choir rehearsed in the next room. By four o'clock a small plum tomato from the "
    "allotments by the railway had won. Its grower said that he had done nothing but water it. The prize is a wheelbarrow. Next "
    "month the same jury turns to pumpkins, of which the town expects a good many after so warm a summer, and the baker has asked "
    "for the seeds."
)
CLASH = (
    "North Korean soldiers crossed the Military Demarcation Line twice on Tuesday, and South Korean troops fired warning shots, "
    "the Joint Chiefs of Staff in Seoul said. The North Korean troops went back each time. South Korean artillery was put on alert "
    "along the border. Pyongyang said that its soldiers had been clearing mines and that South Korean guards had fired at them "
    "without warning. No one was killed or wounded. North Korean loudspeakers were heard in the evening. The South Korean army "
    "said that it would answer any further crossing. It was the fourth crossing of the line by North Korean soldiers since the "
    "beginning of June, and the second in which the South Korean army fired shots. North Korea's army laid new mines and built "
    "walls north of the line in the spring, South Korean officers said."
)
SWAPPED = {"North Korea": "South Korea", "South Korea": "North Korea", "Seoul": "Pyongyang", "Pyongyang": "Seoul"}


def document(text: str) -> Document:
    return Document(id=DocumentId("d"), name="d", text=text, capture_id=CaptureId("x"))


def test_a_long_text_of_another_topic_is_let_go_with_the_reason() -> None:
    found = annotate(document(GARDEN), pack())
    assert (found.sentences, extract(found, pack()).reports) == ((), ())
    assert found.let_go.startswith("its words and names are those of another topic")
    assert explain(found, pack()).whole == found.let_go


def test_a_text_let_go_is_read_where_it_is_asked_for() -> None:
    assert annotate(document(GARDEN), pack(), whole=True).sentences


def test_such_a_text_that_goes_on_to_an_incident_is_read() -> None:
    assert not annotate(document(f"{GARDEN}\n{CLASH}"), pack()).let_go


def test_a_short_text_is_read_whatever_its_topic() -> None:
    short = " ".join(GARDEN.split()[: LEAST_WORDS - 10])
    assert reading(short).sentences and not reading(short).let_go


def test_swapping_the_sides_swaps_nothing_of_the_topics() -> None:
    swapped = CLASH
    for name in SWAPPED:
        swapped = swapped.replace(name, name.upper().replace(" ", "_"))
    for name, other in SWAPPED.items():
        swapped = swapped.replace(name.upper().replace(" ", "_"), other)
    assert swapped != CLASH
    assert topics(document(swapped), pack()) == topics(document(CLASH), pack())


def test_a_note_of_an_observer_is_always_read() -> None:
    note = replace(document(GARDEN), observation=Observation(known=Known.SAW))
    assert annotate(note, pack()).sentences
