"""The pack tells faults of its words and names, and its version follows its bytes."""

import pickle
import shutil
from pathlib import Path

import pytest

from truceline.errors import PackError
from truceline.packs.pack import DATA, Pack, load_pack


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for part in ("ontology", "lexicon", "gazetteer", "instruments"):
        shutil.copytree(DATA / part, tmp_path / "pack" / part)
    return tmp_path / "pack"


def change(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def triggers(folder: Path) -> Path:
    return folder / "lexicon" / "en" / "triggers.yaml"


def test_an_unknown_kind_in_a_pattern_is_told_with_its_number(folder: Path) -> None:
    change(triggers(folder), "patterns:\n", "patterns:\n  - {kind: sleepwalk, verbs: [walk]}\n")
    with pytest.raises(PackError, match="pattern 1: the kind 'sleepwalk' is not in the ontology"):
        _ = load_pack([folder]).lexicon


def test_an_unknown_kind_in_the_air_is_told(folder: Path) -> None:
    change(triggers(folder), "air: air_crossing", "air: flight")
    with pytest.raises(PackError, match="'flight'"):
        _ = load_pack([folder]).lexicon


def test_an_unknown_class_is_told_beside_other_faults(folder: Path) -> None:
    change(
        triggers(folder),
        "patterns:\n",
        "patterns:\n  - {kind: clash, verbs: [walk], with: [nonsense_words]}\n  - {kind: nap, verbs: [nap]}\n",
    )
    with pytest.raises(PackError) as caught:
        _ = load_pack([folder]).lexicon
    assert caught.value.file.endswith("triggers.yaml")
    assert ["nonsense_words" in caught.value.faults[0], "nap" in caught.value.faults[1]] == [True, True]


def test_an_unknown_field_of_a_pattern_is_told(folder: Path) -> None:
    change(triggers(folder), "patterns:\n", "patterns:\n  - {kind: clash, verb: [walk]}\n")
    with pytest.raises(PackError, match=r"verb.*patterns\[0\]"):
        _ = load_pack([folder]).lexicon


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("rebels: [", "rebel: [", "rebel"),
        ("defectors: [defector]\n", "", "missing required field `defectors`"),
        ("defectors: [defector]", "defectors: []", r"length >= 1 - at `\$.defectors`"),
    ],
)
def test_a_set_of_words_misnamed_missing_or_empty_is_told_with_its_file(folder: Path, old: str, new: str, says: str) -> None:
    change(folder / "lexicon" / "en" / "sides.yaml", old, new)
    with pytest.raises(PackError, match=rf"sides.yaml(.|\n)*{says}"):
        _ = load_pack([folder]).lexicon


def test_a_word_put_into_a_set_is_there_when_the_pack_is_loaded(folder: Path) -> None:
    change(folder / "lexicon" / "en" / "sides.yaml", "rebels: [", "rebels: [mutineer, ")
    assert "mutineer" in load_pack([folder]).lexicon.sides.rebels


@pytest.mark.parametrize(("file", "old", "new", "says"), [
    ("zones.yaml", "line: BLUE_LINE", "line: RED_LINE", "the line 'RED_LINE' is not in the ontology"),
    ("theatres.yaml", "land: LOC", "land: LOX", "the theatre 'KASHMIR' names the unknown line 'LOX'"),
    ("groups.yaml", "role: mil, home: [NPL]", "role: mil, home: [NPX]", "the party 'CPN-M' names the unknown home 'NPX'"),
    ("theatres.yaml", "parties: [IND, PAK]", "parties: [IND, PAX]", "the theatre 'KASHMIR' names the unknown party 'PAX'"),
    ("officials.yaml", "  PHL:\n", "  PHX:\n", "officials.yaml names the unknown party 'PHX'"),
])  # fmt: skip
def test_an_unknown_line_or_party_is_told(folder: Path, file: str, old: str, new: str, says: str) -> None:
    change(folder / "gazetteer" / file, old, new)
    with pytest.raises(PackError) as caught:
        _ = load_pack([folder]).gazetteer
    assert caught.value.faults == [says]


def test_a_party_given_twice_is_told(folder: Path) -> None:
    path = folder / "gazetteer" / "actors.yaml"
    change(path, "parties:\n", "parties:\n  KOR: {names: [Corea]}\n")
    with pytest.raises(PackError, match="'KOR' stands twice"):
        _ = load_pack([folder]).gazetteer


def test_a_place_without_a_point_is_told_with_its_line(folder: Path) -> None:
    path = folder / "gazetteer" / "places.jsonl"
    path.write_text(
        path.read_text(encoding="utf-8").splitlines()[0] + '\n\n{"id": "x", "names": ["X"], "country": "XXX"}\n', encoding="utf-8"
    )
    with pytest.raises(PackError, match="line 3"):
        _ = load_pack([folder]).gazetteer


def test_a_folder_that_is_no_pack_is_told_with_what_a_pack_holds(tmp_path: Path) -> None:
    with pytest.raises(PackError, match="a pack folder holds ontology, lexicon, gazetteer and instruments"):
        load_pack([tmp_path])


def test_version_changes_with_one_word_and_comes_back_with_it(folder: Path) -> None:
    first = load_pack([folder]).version
    assert load_pack([folder]).version == first
    change(triggers(folder), "verbs: [defect]", "verbs: [defect, desert]")
    assert load_pack([folder]).version != first
    change(triggers(folder), "verbs: [defect, desert]", "verbs: [defect]")
    assert load_pack([folder]).version == first


def test_version_changes_with_a_files_name_and_not_with_its_folder(folder: Path, tmp_path: Path) -> None:
    first = load_pack([folder]).version
    moved = folder.rename(tmp_path / "moved")
    assert load_pack([moved]).version == first
    (moved / "lexicon" / "en").rename(moved / "lexicon" / "xx")
    assert load_pack([moved]).version != first


def test_a_pack_travels_to_a_worker_as_its_folder_alone() -> None:
    pack = load_pack()
    _ = pack.lexicon
    sent = pickle.dumps(pack)
    assert len(sent) < 1000
    came = pickle.loads(sent)
    assert isinstance(came, Pack)
    assert (came.folder, came.version) == (pack.folder, pack.version)
    assert "lexicon" not in vars(came)


def test_a_form_leads_to_every_lemma_that_it_may_be() -> None:
    lexicon = load_pack().lexicon
    assert "fire" in lexicon.lemmas("firing")
    assert "shoot" in lexicon.lemmas("shot")
    assert lexicon.lemmas("tulip") == frozenset()
