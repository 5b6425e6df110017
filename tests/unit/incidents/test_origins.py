"""Origins: near-copies and relays collapse, independent texts stand alone, and the id does not depend on order."""

from dataclasses import replace

from tests.fakes.tellings import document, telling
from tests.unit.incidents.conftest import Merging

from truceline.incidents.origins import near_copies
from truceline.model.document import Document
from truceline.model.observation import Cell, Known, Observation
from truceline.model.text import Span

WIRE = " ".join(f"word{number % 97} clause{number % 53} turn{number}" for number in range(120))
OTHER = " ".join(f"other{number} account{number % 41}" for number in range(150))


def by_id(*documents: Document) -> dict[str, Document]:
    return {each.id: each for each in documents}


def test_cut_and_retouched_wire_copy_is_the_same_origin() -> None:
    words = WIRE.split()
    cut = " ".join(["Staff", "writers"] + words[: len(words) * 6 // 10])
    retouched = " ".join("officials" if number % 40 == 7 else word for number, word in enumerate(words))
    documents = by_id(document("a", "2024-06-20", text=WIRE), document("b", "2024-06-21", text=cut), document("c", text=retouched),
                      document("d", "2024-06-19", text=OTHER))  # fmt: skip
    assert near_copies(documents) == {"d-a": "d-a", "d-b": "d-a", "d-c": "d-a", "d-d": "d-d"}  # type: ignore[arg-type]  # plain ids in a test


def test_short_note_filled_in_anew_is_not_a_copy() -> None:
    form = "Soldiers of the northern side crossed the line near {} at dawn on {} and went back after {} warning shots were fired."
    documents = by_id(
        document("a", text=form.format("Cheorwon", "Sunday", "ten")), document("b", text=form.format("Yanggu", "Thursday", "three"))
    )
    assert near_copies(documents) == {"d-a": "d-a", "d-b": "d-b"}  # type: ignore[arg-type]  # plain ids in a test


def test_furniture_does_not_make_two_texts_copies() -> None:
    menu = " ".join(f"menu{number}" for number in range(900))
    one, two = document("a", text=f"{menu} {WIRE}"), document("b", text=f"{menu} {OTHER}")
    assert len(set(near_copies(by_id(one, two)).values())) == 1
    plain = [replace(each, furniture=(Span(document_id=each.id, start=0, end=len(menu)),)) for each in (one, two)]
    assert len(set(near_copies(by_id(*plain)).values())) == 2


def test_two_relays_of_one_wire_story_are_one_origin(merging: Merging) -> None:
    documents = [document("hina", "2024-06-20", text=OTHER), document("other", "2024-06-21", text=WIRE), document("own", "2024-06-20")]
    reports = [telling("hina", day="2024-06-20", by="KOR:JCS", via="Reuters Hina"),
               telling("other", day="2024-06-20", by="KOR:JCS", via="Reuters"),
               telling("own", day="2024-06-20", by="KOR:JCS")]  # fmt: skip
    (incident,) = merging(documents, reports).incidents
    assert len(incident.documents) == 3
    assert incident.origins == ("d-hina", "d-own")


def test_page_that_names_its_source_is_one_origin_with_that_source(merging: Merging) -> None:
    documents = [document("page", "2024-12-28", relays=["www.rfa.org"]), document("rfa", "2024-12-27", publisher="https://rfa.org/english")]
    (incident,) = merging(documents, [telling("page", day="2024-12-26"), telling("rfa", day="2024-12-26")]).incidents
    assert incident.origins == ("d-rfa",)


def test_ten_copies_of_one_story_weigh_less_than_two_independent_accounts(merging: Merging) -> None:
    documents = [document(f"c{number}", "2024-06-20", text=f"{WIRE} end{number}") for number in range(10)]
    documents += [document("x", "2024-06-20", text=OTHER), document("y", "2024-06-20")]
    reports = [telling(each.name, day="2024-06-20", persons=(5, 5) if each.name.startswith("c") else (3, 3)) for each in documents]
    (incident,) = merging(documents, reports).incidents
    assert [(each.value, len(each.origins), len(each.reports)) for each in incident.variants["persons"]] == [
        ("[3,3]", 2, 2),
        ("[5,5]", 1, 10),
    ]


def observation(key: str, author: str) -> Document:
    """A row whose author stands in the first words of its text."""
    made = document(key, "2024-06-20", text=f"{author} {WIRE}")
    cell = Cell(column="author", span=Span(document_id=made.id, start=0, end=len(author)))
    return replace(made, observation=Observation(known=Known.SAW, cells=(cell,)))


def test_two_rows_filled_in_alike_are_copies_of_nothing_and_two_of_one_author_are_one_origin(merging: Merging) -> None:
    documents = [observation("one", "Team 3"), observation("two", "Team 4"), observation("three", "team 3")]
    assert len(set(near_copies(by_id(*documents)).values())) == 3
    (incident,) = merging(documents, [telling(each, day="2024-06-20") for each in ("one", "two", "three")]).incidents
    assert len(incident.documents) == 3 and len(incident.origins) == 2
