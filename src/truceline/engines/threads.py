"""One thread a process for the arithmetic of the parser: its tables are so small that a second thread only waits for the first."""

import os

ONE_EACH = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS")
"""What numpy's arithmetic asks the environment when it is loaded, and never again."""


def one_thread_each() -> None:
    """Asks for one thread, of this process (where numpy is not loaded yet) and of those it starts; what a user has set stays.

    On two cores two workers of two threads took twice as long as two of one: ``truceline code --workers 2`` with and without
    ``OMP_NUM_THREADS=2 OPENBLAS_NUM_THREADS=2`` before it shows it.
    """
    for name in ONE_EACH:
        os.environ.setdefault(name, "1")
