"""Films, sound and pictures: told by their own bytes, hostile ones refused by name, stills in which nobody is to be known."""

from hashlib import sha256
from pathlib import Path

import numpy as np
import pytest
from tests.fakes.media import film, pixels_of, still

from truceline.errors import InputRefused
from truceline.model.media import MediaKind
from truceline.readers import media
from truceline.readers.film import MOSAIC
from truceline.readers.media import look_at, pieces, stills


def test_a_film_is_told_by_hash_length_codecs_and_dimensions(tmp_path: Path) -> None:
    path = film(tmp_path / "a.mp4", seconds=4, sound=True)
    found = look_at(path)
    assert found.id == sha256(path.read_bytes()).hexdigest()
    assert (found.kind, found.media_type, found.size, found.duration) == (MediaKind.VIDEO, "video/mp4", path.stat().st_size, 4000)
    facts = dict(found.facts)
    assert facts["duration"] == "0:04"
    assert facts["video 0"] == "h264, 320 x 180 pixels, 10 frames a second"
    assert facts["audio 1"].startswith("aac, 48000 Hz")
    assert found.read_by.startswith("PyAV ")


def test_what_a_film_says_of_its_making_is_a_claim_and_no_fact(tmp_path: Path) -> None:
    found = look_at(film(tmp_path / "a.mp4", said={"creation_time": "2017-11-13T06:00:00Z", "title": "a\x1b[2Jtitle"}))
    claims = dict(found.claims)
    assert claims["creation_time"].startswith("2017-11-13T06:00:00")
    assert "\x1b" not in repr(list(claims.values())) and "\x1b" not in claims["title"]
    assert not {"creation_time", "title"} & dict(found.facts).keys()


def test_other_films_and_pictures_are_told_alike(tmp_path: Path) -> None:
    webm = look_at(film(tmp_path / "a.webm", codec="libvpx"))
    assert (webm.kind, webm.media_type, webm.duration) == (MediaKind.VIDEO, "video/webm", 4000)
    for name, codec, kind in (("a.jpg", "mjpeg", "image/jpeg"), ("a.png", "png", "image/png")):
        found = look_at(still(tmp_path / name, codec))
        assert (found.kind, found.media_type, found.duration) == (MediaKind.IMAGE, kind, None)
        assert found.facts == (("picture", f"{codec}, 320 x 180 pixels"),)


def test_a_pdf_is_kept_with_its_version_and_not_read(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(b"%PDF-1.7\n%%EOF")
    found = look_at(path)
    assert (found.kind, found.facts) == (MediaKind.PDF, (("version", "1.7"),))


@pytest.mark.parametrize(("name", "content", "why"), [
    ("empty.mp4", b"", "empty"),
    ("list.mp4", b"#EXTM3U\nfile:///etc/passwd\n", "first bytes"),
    ("list.mp4", b"ffconcat version 1.0\nfile /etc/passwd\n", "first bytes"),
    ("page.mp4", b"<html>", "first bytes"),
    ("cut.mp4", b"\x00\x00\x00\x18ftypmp42\x00\x00\x00\x00mp42isom", "cannot be read as video/mp4"),
    ("noise.webm", b"\x1a\x45\xdf\xa3" + bytes(range(256)) * 40, "cannot be read as video/webm"),
])  # fmt: skip
def test_what_is_no_film_is_refused_with_place_and_cure(tmp_path: Path, name: str, content: bytes, why: str) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(InputRefused) as caught:
        look_at(path)
    assert caught.value.where == str(path) and why in caught.value.why and caught.value.cure


def test_a_name_that_ffmpeg_takes_for_a_command_opens_that_file_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    film(tmp_path / "a.mp4").rename(tmp_path / "concat:b.mp4")
    monkeypatch.chdir(tmp_path)
    assert look_at(Path("concat:b.mp4")).duration == 4000


def test_a_decoder_that_wants_more_than_its_share_breaks_off_and_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(media, "PATIENCE", 0.001)
    with pytest.raises(InputRefused, match="did not come to an end"):
        look_at(film(tmp_path / "a.mp4"))


def test_without_pyav_a_film_is_kept_and_says_that_it_was_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = film(tmp_path / "a.mp4")
    (tmp_path / "av.py").write_text("raise ImportError('not installed')")
    monkeypatch.setenv("PYTHONPATH", str(tmp_path), prepend=":")
    found = look_at(path)
    assert (found.duration, found.facts, found.read_by) == (None, (), "")
    assert "PyAV is not installed" in found.notes[0]
    assert stills(found, path, [0], plain=False) == {}


def test_a_file_is_read_in_pieces(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(media, "PIECE", 1000)
    path = film(tmp_path / "a.mp4")
    assert b"".join(pieces(path)) == path.read_bytes()
    assert max(map(len, pieces(path))) == 1000


def test_a_file_that_is_too_large_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(media, "MAX_SIZE", 1000)
    with pytest.raises(InputRefused, match="larger than"):
        look_at(film(tmp_path / "a.mp4"))


def test_a_still_shows_the_moment_asked_for(tmp_path: Path) -> None:
    path = film(tmp_path / "a.mp4", seconds=4)
    found = stills(look_at(path), path, [500, 3500], plain=True)
    red, blue = (pixels_of(found[each] or b"") for each in (500, 3500))
    assert red.shape == blue.shape == (180, 320, 3)
    assert red[10, 10, 0] > 150 > red[10, 10, 2] and blue[10, 10, 2] > 150 > blue[10, 10, 0]


def test_a_still_is_a_mosaic_in_which_nobody_is_to_be_known_unless_asked_for(tmp_path: Path) -> None:
    path = film(tmp_path / "a.mp4")
    known = look_at(path)
    mosaic, plain = (pixels_of(stills(known, path, [500], plain=each)[500] or b"") for each in (False, True))
    assert max(mosaic.shape[:2]) <= MOSAIC
    square = plain[80:100, 150:170].astype(int)
    assert np.ptp(square) > 150, "the film has fine detail there"
    assert np.ptp(mosaic[2:4, 4:6].astype(int).sum(axis=2)) < 120, "and the mosaic has lost it"


def test_what_is_broken_at_one_moment_is_shown_at_another(tmp_path: Path) -> None:
    path = film(tmp_path / "a.mp4", seconds=4)
    whole = bytearray(path.read_bytes())
    at = whole.index(b"mdat") + 1200
    whole[at : at + 900] = bytes(900)
    path.write_bytes(whole)
    found = stills(look_at(path), path, [0, 3900], plain=True)
    assert found[0] is not None
    assert set(found) == {0, 3900}


def test_a_moment_after_the_end_gives_the_last_picture(tmp_path: Path) -> None:
    path = film(tmp_path / "a.mp4", seconds=4)
    found = stills(look_at(path), path, [60_000], plain=True)[60_000]
    assert found is None or pixels_of(found)[10, 10, 2] > 150
