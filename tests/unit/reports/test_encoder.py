"""The encoder reads no name, gives the same score again, is refused if a byte differs, and may be left out."""

import shutil
from pathlib import Path

import pytest
from tests.fakes.small_readings import proposed, reading

from truceline.errors import ConfigError
from truceline.reports import weights
from truceline.reports.encoder import STEP, load_encoder, rounded
from truceline.reports.telling import NAME, Telling, telling
from truceline.reports.wordpiece import numbered, pieces_of, split

HERE = (
    "North Korean soldiers crossed the Military Demarcation Line near Cheorwon on Monday, South Korea said. "
    "Pyongyang's navy fired at a southern patrol boat on May 4, 2019."
)
THERE = (
    "South Korean soldiers crossed the Military Demarcation Line near Cheorwon on Monday, North Korea said. "
    "Seoul's navy fired at a northern patrol boat on May 4, 2019."
)
SMALL = numbered(["[CLS]", "[SEP]", "[UNK]", "fire", "##d", "##s", "at", "."])


def tellings(text: str, title: str | None = None) -> list[Telling]:
    return [telling(draft, reading(text, title)) for draft in proposed(text, title)]


def test_swapping_the_sides_changes_no_word_that_the_encoder_reads() -> None:
    assert tellings(HERE) == tellings(THERE) != []
    assert tellings(HERE, "North fires on South") == tellings(THERE, "South fires on North")


def test_no_name_is_told() -> None:
    told = {word for each in tellings(HERE) for word in (*each.context, *each.sentence)}
    assert NAME in told
    assert not told & {"korea", "korean", "north korea", "cheorwon", "pyongyang", "seoul", "southern"}


def test_the_word_that_tells_the_act_is_marked() -> None:
    assert [each.sentence[each.trigger] for each in tellings(HERE)] == ["crossed", "fired"]


def test_a_long_sentence_is_cut_around_its_trigger() -> None:
    (told,) = tellings("On Monday, " + "after a quiet week, " * 30 + "soldiers of North Korea shelled a South Korean island.")
    assert told.sentence[told.trigger] == "shelled"
    assert len(told.sentence) < 45


@pytest.mark.parametrize(("word", "pieces"), [("fired", ["fire", "##d"]), ("at", ["at"]), ("water", ["[UNK]"]), ("f" * 60, ["[UNK]"])])
def test_words_are_cut_into_the_longest_pieces(word: str, pieces: list[str]) -> None:
    assert split(word, SMALL) == [SMALL[piece] for piece in pieces]


def test_pieces_come_with_their_part() -> None:
    assert pieces_of(Telling(("at",), ("fired", "."), 0), SMALL) == ([0, 6, 1, 3, 4, 7, 1], [0, 0, 0, 2, 2, 1, 1])


def test_the_same_telling_has_the_same_score_whatever_was_read_before() -> None:
    encoder = load_encoder()
    assert encoder is not None
    one, two = tellings(HERE)
    first = encoder.score(one)
    encoder.score(two)
    assert encoder.score(one) == first
    assert first.right == rounded(first.right)
    assert abs(first.right / STEP - round(first.right / STEP)) < 1e-9


@pytest.mark.parametrize("name", ["encoder.onnx", "vocabulary.txt"])
def test_a_changed_file_is_refused(name: str, tmp_path: Path) -> None:
    folder = Path(shutil.copytree(weights.FOLDER / "encoder", tmp_path / "encoder"))
    content = bytearray((folder / name).read_bytes())
    content[len(content) // 2] ^= 1
    (folder / name).write_bytes(bytes(content))
    with pytest.raises(ConfigError, match=f"{name} is missing or not the one"):
        load_encoder(folder)


def test_where_no_encoder_is_installed_there_is_none(tmp_path: Path) -> None:
    assert load_encoder(tmp_path) is None
