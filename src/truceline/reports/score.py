"""What the encoder says of one proposal."""

from typing import NamedTuple


class Score(NamedTuple):
    """Log-odds: an act in scope that happened; what the document is about."""

    right: float
    main: float

    def named(self) -> dict[str, float]:
        """Both figures under the names by which the judges weigh them."""
        return {"encoder:right": self.right, "encoder:main": self.main}
