"""A real PostgreSQL server for the tests marked `postgres`, started once a test process and stopped at its end."""

import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path

import psycopg
import pytest

USER = "truceline"
HOMES = "/usr/lib/postgresql"
FLAGS = "-c fsync=off -c listen_addresses='' -c full_page_writes=off"  # a test's server need not survive a power cut


def program(name: str) -> str:
    """A program of PostgreSQL's, from the path or from where Debian puts it. A missing one fails the test."""
    found = shutil.which(name) or next(iter(sorted(map(str, Path(HOMES).glob(f"*/bin/{name}")), reverse=True)), None)
    if found is None:
        pytest.fail(f"these tests need PostgreSQL 15 or newer, and {name} is not here (on Debian: apt-get install postgresql)")
    return found


def owner() -> dict[str, int]:
    """Under whom the server runs: PostgreSQL refuses root, so root hands it to another user of the machine."""
    if os.geteuid() != 0:
        return {}
    for name in ("postgres", "nobody"):
        try:
            known = pwd.getpwnam(name)
            return {"user": known.pw_uid, "group": known.pw_gid}
        except KeyError:
            continue
    pytest.fail("these tests run as root, and there is no user 'postgres' or 'nobody' to run PostgreSQL")


@pytest.fixture(scope="session")
def new_database() -> Iterator[Callable[[], str]]:
    """Makes a new empty database on the server, and gives its address."""
    # Not in pytest's own folder: that one is closed to other users, and a socket's path must be short.
    home = Path(tempfile.mkdtemp(prefix="pg-"))
    try:
        who = owner()
        if who:
            os.chown(home, who["user"], who["group"])
        run = [program("initdb"), "-D", str(home / "data"), "-U", USER, "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "-N"]
        subprocess.run(run, check=True, capture_output=True, cwd=home, **who)  # type: ignore[call-overload]  # user given as options
        control = [program("pg_ctl"), "-D", str(home / "data"), "-w", "-t", "60"]
        start = [*control, "-l", str(home / "log"), "-o", f"-k {home} {FLAGS}", "start"]
        subprocess.run(start, check=True, capture_output=True, cwd=home, **who)  # type: ignore[call-overload]  # user given as options
        try:
            numbers = count()

            def make() -> str:
                name = f"ledger{next(numbers)}"
                with psycopg.connect(host=str(home), user=USER, dbname="postgres", autocommit=True) as server:
                    server.execute(f'CREATE DATABASE "{name}"')  # type: ignore[arg-type, unused-ignore]  # a made-up name, no literal
                return f"postgresql://{USER}@/{name}?host={home}"

            yield make
        finally:
            stop = [*control, "-m", "immediate", "stop"]
            subprocess.run(stop, check=True, capture_output=True, cwd=home, **who)  # type: ignore[call-overload]  # user given as options
    finally:
        shutil.rmtree(home, ignore_errors=True)
