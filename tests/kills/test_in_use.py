"""A ledger in use: readers and copies while a writer works, and two writers at once; on both databases."""

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.fakes.records import NOON
from tests.fakes.servers import program
from tests.kills.conftest import Nursery
from tests.kills.nursery import fill
from tests.kills.test_any_moment import SEED, assert_whole

from truceline.ledger.copying import copy_all
from truceline.ledger.open import back_up, open_ledger
from truceline.model.handling import Handling
from truceline.packs.pack import Pack, load_pack
from truceline.pipeline import derive


@pytest.fixture(scope="module")
def pack() -> Pack:
    return load_pack()


@pytest.fixture(scope="module")
def wanted(pack: Pack, tmp_path_factory: pytest.TempPathFactory) -> str:
    """The digest of what one undisturbed writer writes."""
    ledger = open_ledger(tmp_path_factory.mktemp("undisturbed") / "ledger.db", clock=lambda: NOON)
    fill(ledger, pack, SEED)
    digest = derive(ledger, pack, handling=Handling.RED).digest
    ledger.close()
    return digest


def works(writer: int) -> bool:
    return Path(f"/proc/{writer}").exists()


@pytest.mark.slow
def test_readers_see_whole_documents_while_a_writer_works(nursery: Nursery, new_url: Callable[[], str], pack: Pack, wanted: str) -> None:
    url = new_url()
    open_ledger(url, clock=lambda: NOON).close()
    (writer,) = nursery.bear((url, SEED, 0, 1))
    looks, sizes = 0, []
    while works(writer) and looks < 50:
        ledger = open_ledger(url, clock=lambda: NOON)
        view = derive(ledger, pack, handling=Handling.RED)
        assert all(key in view.reports for each in view.incidents.values() for key in each.reports)
        sizes.append(len(view.documents))
        ledger.close()
        looks += 1
    assert nursery.ended() == [0]
    assert looks > 1
    assert sizes == sorted(sizes), "what a reader has seen once is there for good"
    assert assert_whole(url, pack) == wanted


@pytest.mark.slow
def test_two_writers_at_once_write_what_one_would_have(nursery: Nursery, new_url: Callable[[], str], pack: Pack, wanted: str) -> None:
    url = new_url()
    open_ledger(url, clock=lambda: NOON).close()
    assert len(nursery.bear((url, SEED, 0, 2), (url, SEED, 1, 2))) == 2
    assert nursery.ended() == [0, 0]
    assert assert_whole(url, pack) == wanted


@pytest.mark.slow
def test_a_copy_made_while_a_writer_works_is_whole_and_can_be_gone_on_with(
    nursery: Nursery, new_url: Callable[[], str], pack: Pack, wanted: str
) -> None:
    url = new_url()
    open_ledger(url, clock=lambda: NOON).close()
    (writer,) = nursery.bear((url, SEED, 0, 1))
    copies = []
    while works(writer) and len(copies) < 3:
        copies.append(new_url())
        source, target = open_ledger(url, clock=lambda: NOON), open_ledger(copies[-1], clock=lambda: NOON)
        copy_all([source], target)
        source.close()
        target.close()
    assert nursery.ended() == [0]
    for each in copies:
        assert_whole(each, pack)
        restored = open_ledger(each, clock=lambda: NOON)
        fill(restored, pack, SEED)
        restored.close()
        assert assert_whole(each, pack) == wanted


@pytest.mark.slow
def test_a_backup_made_while_a_writer_works_keeps_the_chain(nursery: Nursery, tmp_path: Path, pack: Pack, wanted: str) -> None:
    url = str(tmp_path / "ledger.db")
    open_ledger(url, clock=lambda: NOON).close()
    (writer,) = nursery.bear((url, SEED, 0, 1))
    target = tmp_path / "backup.db"
    back_up(url, target)
    assert works(writer), "it was made while the writer worked"
    assert nursery.ended() == [0]
    backup, whole = open_ledger(target, clock=lambda: NOON), open_ledger(url, clock=lambda: NOON)
    head = backup.head()
    assert whole.linked(head) or head == "0" * 64
    backup.close()
    whole.close()
    assert_whole(str(target), pack)
    restored = open_ledger(shutil.copy(target, tmp_path / "restored.db"), clock=lambda: NOON)
    fill(restored, pack, SEED)
    restored.close()
    assert assert_whole(str(tmp_path / "restored.db"), pack) == wanted


@pytest.mark.postgres
@pytest.mark.slow
def test_a_dump_made_while_a_writer_works_can_be_restored(
    nursery: Nursery, new_database: Callable[[], str], tmp_path: Path, pack: Pack, wanted: str
) -> None:
    url, other = new_database(), new_database()
    open_ledger(url, clock=lambda: NOON).close()
    (writer,) = nursery.bear((url, SEED, 0, 1))
    dump = tmp_path / "dump.sql"
    with dump.open("wb") as file:
        subprocess.run([program("pg_dump"), url], stdout=file, check=True)
    assert works(writer), "it was made while the writer worked"
    assert nursery.ended() == [0]
    subprocess.run([program("psql"), "-q", "-v", "ON_ERROR_STOP=1", "-f", str(dump), other], check=True, stdout=subprocess.DEVNULL)
    assert_whole(other, pack)
    restored = open_ledger(other, clock=lambda: NOON)
    fill(restored, pack, SEED)
    restored.close()
    assert assert_whole(other, pack) == wanted
