"""The one hierarchy of errors: each speaks to the person who must mend it.

TrucelineError
├── InputRefused     one item of a batch cannot be read; the rest goes on
├── PackError        data of a pack is wrong; mend the data
├── LedgerError      the ledger cannot be opened, read or written
├── EngineError      work that was given out did not come back; run again
└── ConfigError      a setting or a resource is missing or wrong; stop
"""


class TrucelineError(Exception):
    """Root of all errors that Truceline raises on purpose."""


class InputRefused(TrucelineError):
    """One input cannot be read. Names the file, the place in it, and the cure."""

    def __init__(self, where: str, why: str, cure: str = "") -> None:
        self.where = where
        self.why = why
        self.cure = cure
        super().__init__(f"{where}: {why}" + (f" ({cure})" if cure else ""))

    def __reduce__(self) -> tuple[type["InputRefused"], tuple[str, str, str]]:
        """Comes out of a worker process whole."""
        return InputRefused, (self.where, self.why, self.cure)


class PackError(TrucelineError):
    """Data of a pack is wrong. Tells all faults of a file at once, each with its path."""

    def __init__(self, file: str, faults: list[str]) -> None:
        self.file = file
        self.faults = faults
        super().__init__("\n".join(f"{file}: {fault}" for fault in faults))

    def __reduce__(self) -> tuple[type["PackError"], tuple[str, list[str]]]:
        """Comes out of a worker process whole."""
        return PackError, (self.file, self.faults)


class LedgerError(TrucelineError):
    """The ledger cannot be opened, read or written."""


class EngineError(TrucelineError):
    """Work that was given out did not come back; what had come back before is not lost."""


class ConfigError(TrucelineError):
    """A setting or a resource is missing or wrong; the message says which and the cure."""
