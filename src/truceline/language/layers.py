"""A layer of the parser's model: rows of numbers weighed, of each number the greatest of its pieces, all brought to one spread.

The same sums as the model's own layers without what only training needs; the last bits may differ.
"""

from dataclasses import dataclass
from typing import Any

import numpy as np

_LEAST_SPREAD = np.float32(1e-8)
"""Added to each variance by the model's layers, so that none is nought."""


@dataclass(frozen=True, slots=True)
class Layer:
    """The numbers of one layer, its pieces side by side."""

    weights: Any
    bias: Any
    scale: Any
    shift: Any

    @staticmethod
    def of(weighing: Any, spreading: Any) -> "Layer":
        """The layer of two of the model's: one that weighs (maxout) and one that brings to one spread (layernorm)."""
        weights = weighing.get_param("W")  # numbers out, pieces, numbers in
        return Layer(
            weights=weights.transpose(1, 0, 2).reshape(-1, weights.shape[2]).T.copy(),
            bias=weighing.get_param("b").T.reshape(-1).copy(),
            scale=spreading.get_param("G"),
            shift=spreading.get_param("b"),
        )

    def made_of(self, rows: Any) -> Any:
        """What the layer makes of each row."""
        pieces = rows @ self.weights
        pieces += self.bias
        return self.made_of_pieces(pieces)

    def made_of_pieces(self, pieces: Any) -> Any:
        """What the layer makes of rows that are weighed."""
        width = len(self.scale)
        most = np.maximum(pieces[:, :width], pieces[:, width : 2 * width])
        np.maximum(most, pieces[:, 2 * width :], out=most)
        most -= (most @ np.full(width, 1 / width, dtype=np.float32))[:, None]
        spread = np.einsum("ij,ij->i", most, most) / np.float32(width) + _LEAST_SPREAD
        most *= (spread ** np.float32(-0.5))[:, None]
        most *= self.scale
        most += self.shift
        return most
