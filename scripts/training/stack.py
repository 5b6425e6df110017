"""The linear judges over features and the encoder's score: matrices, folds, calibration."""

from collections.abc import Sequence
from typing import Any

import numpy as np
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from training.rows import FOLDS, Row

STRENGTH = 0.05
"""Inverse strength of the L2 penalty; chosen by cross-validation among 0.02, 0.05, 0.1, 0.3."""
NUMBERS = ("encoder:right", "encoder:main")
SHARE = 0.3
"""What the encoder's log-odds weigh beside those of the features; chosen among 0.2, 0.3, 0.5. A weight learnt beside thousands of
features on so few rows did worse."""


def matrix(rows: Sequence[Row], scores: Any | None, *, place: bool = False) -> tuple[DictVectorizer, Any]:
    """Features as columns; with scores, those of the encoder too, rounded as the product rounds them."""
    table = DictVectorizer()
    named: list[dict[str, float]] = [dict.fromkeys(row.place_features if place else row.features, 1.0) for row in rows]
    if scores is not None:
        for each, score in zip(named, scores, strict=True):
            each |= dict(zip(NUMBERS, map(float, score), strict=True))
    return table, table.fit_transform(named)


def fit(matrix: Any, right: Any, weights: Any) -> LogisticRegression:
    """One judge."""
    return LogisticRegression(C=STRENGTH, max_iter=4000).fit(matrix, right, sample_weight=weights)


def crossed(rows: Sequence[Row], matrix: Any, right: Any, known: Any) -> Any:
    """Each row's log-odds from a judge that saw none of its fold."""
    fold, weights, out = np.array([row.fold for row in rows]), np.array([row.weight for row in rows]), np.zeros(len(rows))
    for number in range(FOLDS):
        learn = known & (fold != number)
        out[fold == number] = fit(matrix[learn], right[learn], weights[learn]).decision_function(matrix[fold == number])
    return out


def fused(odds: Any, scores: Any | None) -> Any:
    """The log-odds of the features, with the encoder's share in them where it has one."""
    return odds if scores is None else (1 - SHARE) * odds + SHARE * scores[:, 0]


def calibration(odds: Any, right: Any) -> tuple[float, float]:
    """Platt's scale and shift of log-odds that come from folds: what was said 0.9 of shall be right in nine of ten."""
    model = LogisticRegression(C=1e6).fit(odds.reshape(-1, 1), right)
    return float(model.coef_[0][0]), float(model.intercept_[0])


def calibrated(rows: Sequence[Row], odds: Any, right: Any, measured: Any) -> Any:
    """Probabilities, each calibrated on the measured rows of the other folds alone."""
    fold, out = np.array([row.fold for row in rows]), np.zeros(len(rows))
    for number in range(FOLDS):
        scale, shift = calibration(odds[measured & (fold != number)], right[measured & (fold != number)])
        out[fold == number] = sigmoid(scale * odds[fold == number] + shift)
    return out


def sigmoid(odds: Any) -> Any:
    """Log-odds to probabilities."""
    return 1.0 / (1.0 + np.exp(-np.clip(odds, -30, 30)))


def weights_of(table: DictVectorizer, model: LogisticRegression, scale: float = 1.0, shift: float = 0.0) -> dict[str, float]:
    """The weights of a judge as the product adds them up, calibrated; small ones left out."""
    found = {
        str(name): round(scale * float(weight), 3)
        for name, weight in zip(table.get_feature_names_out(), model.coef_[0], strict=True)
        if abs(weight) >= 0.02
    }
    found["bias"] = round(scale * float(model.intercept_[0]) + shift, 3)
    return dict(sorted(found.items()))
