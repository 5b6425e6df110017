"""The same reports give the same incidents, judgements and checks, in whatever order and batches they come."""

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.fakes.tellings import count_claim, document, telling
from tests.unit.incidents.conftest import Ontology

from truceline.incidents.merge import merge
from truceline.model.report import Extraction

DAYS = ("2024-06-09", "2024-06-18", "2024-06", None)
DOCUMENTS = {
    each.id: each
    for number in range(12)
    for each in [document(f"n{number:02d}", f"2024-06-{10 + number}" if number % 5 else None, text=f"Kim Lee Park {number % 3} " * 9)]
}
EXTRACTIONS = [
    Extraction(
        document_id=key,
        reports=(
            telling(f"{name}-1", of=name, day=DAYS[number % 4], sector=(None, "west")[number % 2], persons=(number % 3 + 1, 20)),
            telling(f"{name}-2", of=name, day=DAYS[(number + 1) % 4], main=False, place=("Cheorwon", "Paju")[number % 2]),
        ),
        count_claims=(count_claim(name, number % 4, "2024-06-01", "2024-06-30"),),
    )
    for number, (key, name) in enumerate((key, each.name) for key, each in DOCUMENTS.items())
]  # fmt: skip


@given(order=st.permutations(EXTRACTIONS), turned=st.booleans())
@settings(max_examples=20, deadline=None)
def test_any_permutation_gives_the_same_bits(ontology: Ontology, order: list[Extraction], turned: bool) -> None:
    documents = dict(reversed(DOCUMENTS.items())) if turned else DOCUMENTS
    assert merge(order, documents, ontology) == merge(EXTRACTIONS, DOCUMENTS, ontology)


@given(data=st.data())
@settings(max_examples=10, deadline=None)
def test_reports_of_a_document_in_several_batches_or_twice_change_nothing(ontology: Ontology, data: st.DataObject) -> None:
    cut = data.draw(st.sets(st.sampled_from(range(len(EXTRACTIONS)))))
    split: list[Extraction] = []
    for number, each in enumerate(EXTRACTIONS):
        halves = [each, each] if number not in cut else [
            Extraction(document_id=each.document_id, reports=each.reports[1:]),
            Extraction(document_id=each.document_id, reports=each.reports[:1], count_claims=each.count_claims),
        ]  # fmt: skip
        split += halves
    assert merge(split, DOCUMENTS, ontology) == merge(EXTRACTIONS, DOCUMENTS, ontology)


def test_the_records_of_this_file_do_make_groups(ontology: Ontology) -> None:
    merged = merge(EXTRACTIONS, DOCUMENTS, ontology)
    assert 3 <= len(merged.incidents) < 20
    assert merged.judgements
