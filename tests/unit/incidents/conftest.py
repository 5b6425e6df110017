"""What the tests of merging share: the ontology, and one call that merges tellings into groups of their names."""

from collections.abc import Callable, Iterable, Sequence
from importlib.resources import files
from pathlib import Path

import pytest
from tests.fakes.tellings import extractions

from truceline.incidents.merge import Merged, merge
from truceline.model.document import Document
from truceline.model.incident import Judgement
from truceline.model.report import CountClaim, Report
from truceline.packs.ontology import Ontology, load_ontology

Merging = Callable[..., Merged]
Grouping = Callable[..., set[str]]


@pytest.fixture(scope="session")
def ontology() -> Ontology:
    return load_ontology(Path(str(files("truceline"))) / "data" / "ontology")


@pytest.fixture
def merging(ontology: Ontology) -> Merging:
    def run(
        documents: Iterable[Document], reports: Iterable[Report], claims: Iterable[CountClaim] = (), decided: Sequence[Judgement] = ()
    ) -> Merged:
        return merge(extractions(reports, claims), {each.id: each for each in documents}, ontology, decided)

    return run


@pytest.fixture
def groups(merging: Merging) -> Grouping:
    """Each incident as the names of its reports, sorted, with a space between."""

    def run(documents: Iterable[Document], reports: Iterable[Report], decided: Sequence[Judgement] = ()) -> set[str]:
        merged = merging(documents, reports, (), decided)
        return {" ".join(sorted(each.removeprefix("r-") for each in incident.reports)) for incident in merged.incidents}

    return run
