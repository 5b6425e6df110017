"""Work given to engines in tests: at module level, so that a fresh process finds it."""

import os
import signal
import time

from truceline.engines.choose import choose_engine


def times(item: int, shared: int) -> int:
    time.sleep(0.001 * (item % 3))
    return item * shared


def die_at_thirteen(item: int, shared: int) -> int:
    if item == 13:
        os.kill(os.getpid(), signal.SIGKILL)
    return item * shared


def fail_at_thirteen(item: int, shared: int) -> int:
    if item == 13:
        raise ZeroDivisionError(f"item {item} of {shared}")
    return item * shared


def process_id(item: int, shared: int) -> int:
    return os.getpid()


def threads_asked_for(item: int, shared: int) -> str | None:
    return os.environ.get("OMP_NUM_THREADS")


def kill_the_parent(item: int, shared: int) -> int:
    os.write(1, b"%d\n" % os.getpid())  # one call, one line: two workers print at once into one pipe
    if item == 13:
        os.kill(os.getppid(), signal.SIGKILL)
    return item * shared


def main() -> None:
    """Two workers; one of them kills this process, their parent."""
    print(list(choose_engine("local", 2).map(kill_the_parent, range(1000), shared=3)))


if __name__ == "__main__":
    main()
