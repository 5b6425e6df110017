"""The encoder: fine-tuned on tellings, scored by folds, written as one int8 file."""

import random
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import nn

from training.bert import HIDDEN, load_minilm
from training.rows import Row
from truceline.reports.wordpiece import CONTEXT, TRIGGER, numbered, pieces_of


@dataclass(frozen=True, slots=True)
class Recipe:
    """How the encoder is trained; chosen on the folds, the same for all. Layers below ``frozen`` stay as they came."""

    layers: int = 4
    frozen: int = 3
    epochs: int = 4
    batch: int = 32
    rate: float = 2e-4
    head_rate: float = 1e-3
    main_weight: float = 0.5
    dropout: float = 0.2
    seed: int = 1


class Heads(nn.Module):
    """The trained part: the upper layers, and two figures of a telling in log-odds (an act in scope that happened; main)."""

    def __init__(self, upper: Any, dropout: float = 0.2) -> None:
        super().__init__()
        self.upper, self.drop, self.heads = nn.ModuleList(upper), nn.Dropout(dropout), nn.Linear(2 * HIDDEN, 2)

    def forward(self, x: Any, parts: Any, away: Any | None = None) -> Any:
        for layer in self.upper:
            x = layer(x, away)
        told, trigger = (parts != CONTEXT).to(x.dtype), (parts == TRIGGER).to(x.dtype)
        if away is not None:
            told = told * (away[:, 0, 0, :] == 0).to(x.dtype)
        pooled = [(x * m.unsqueeze(2)).sum(1) / m.sum(1, keepdim=True).clamp(min=1) for m in (told, trigger)]
        return self.heads(self.drop(torch.cat(pooled, 1)))


class Whole(nn.Module):
    """The encoder as it is shipped."""

    def __init__(self, lower: nn.Module, heads: Heads) -> None:
        super().__init__()
        self.lower, self.heads = lower, heads

    def forward(self, words: Any, parts: Any) -> Any:
        return self.heads(self.lower(words, parts), parts)


def lower(minilm: Path, recipe: Recipe) -> tuple[Any, list[Any], list[str]]:
    """The part that stays as it came, fresh upper layers, and the vocabulary."""
    torch.set_num_threads(1)
    bert, vocabulary = load_minilm(minilm, tuple(range(recipe.layers)))
    upper = list(bert.layers[recipe.frozen :])
    bert.layers = bert.layers[: recipe.frozen]
    return bert.eval(), upper, vocabulary


def states(rows: Sequence[Row], minilm: Path, recipe: Recipe) -> list[tuple[Any, Any]]:
    """What the frozen part makes of each row (length, hidden), and the parts: computed once for all folds."""
    bert, _, vocabulary = lower(minilm, recipe)
    held = numbered(vocabulary)
    told = [pieces_of(row.telling, held) for row in rows]
    out: list[tuple[Any, Any]] = [(None, None)] * len(rows)
    order = sorted(range(len(rows)), key=lambda n: len(told[n][0]))
    with torch.no_grad(), torch.autocast("cpu", torch.bfloat16):
        for at in range(0, len(order), 32):
            some = order[at : at + 32]
            longest = max(len(told[n][0]) for n in some)
            words, parts = (torch.tensor([told[n][k] + [0] * (longest - len(told[n][k])) for n in some]) for k in (0, 1))
            away = torch.tensor([[0.0] * len(told[n][0]) + [-1e4] * (longest - len(told[n][0])) for n in some])[:, None, None, :]
            for n, each in zip(some, bert(words, parts, away).bfloat16(), strict=True):
                out[n] = each[: len(told[n][0])].clone(), torch.tensor(told[n][1])
    return out


def train(rows: Sequence[Row], held: Sequence[tuple[Any, Any]], minilm: Path, recipe: Recipe, say: str = "") -> Heads:
    """The upper layers and heads fine-tuned on the labelled rows."""
    torch.manual_seed(recipe.seed)
    rng = random.Random(recipe.seed)
    model = Heads(lower(minilm, recipe)[1], recipe.dropout)
    heads, rest = list(model.heads.parameters()), list(model.upper.parameters())
    optimiser = torch.optim.AdamW([{"params": rest, "lr": recipe.rate}, {"params": heads, "lr": recipe.head_rate}], weight_decay=0.01)
    examples = [n for n, row in enumerate(rows) if row.right is not None]
    steps = recipe.epochs * -(-len(examples) // recipe.batch)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimiser, lambda n: min((n + 1) / (0.1 * steps), (steps - n) / steps))
    begun = time.process_time()
    for epoch in range(recipe.epochs):
        model.train()
        total = 0.0
        for some in _batches(examples, held, recipe.batch, rng):
            with torch.autocast("cpu", torch.bfloat16):
                out = model(*_padded([held[n] for n in some])).float()
            loss = _loss(out, [rows[n] for n in some], recipe)
            optimiser.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(rest + heads, 1.0)
            optimiser.step()
            schedule.step()
            total += float(loss.detach()) * len(some)
        print(
            f"{say} epoch {epoch + 1}: loss {total / len(examples):.4f}, {time.process_time() - begun:.0f} CPU s",
            file=sys.stderr,
            flush=True,
        )
    return model.eval()


def score(model: Heads, held: Sequence[tuple[Any, Any]]) -> Any:
    """Log-odds of each, (n, 2)."""
    out = np.zeros((len(held), 2))
    order = sorted(range(len(held)), key=lambda n: len(held[n][1]))
    with torch.no_grad(), torch.autocast("cpu", torch.bfloat16):
        for at in range(0, len(order), 32):
            some = order[at : at + 32]
            out[some] = model(*_padded([held[n] for n in some])).float().numpy()
    return out


def _loss(out: Any, rows: list[Row], recipe: Recipe) -> Any:
    weight = torch.tensor([row.weight for row in rows])
    right = torch.tensor([float(bool(row.right)) for row in rows])
    main, known = torch.tensor([float(bool(row.main)) for row in rows]), torch.tensor([float(row.main is not None) for row in rows])
    each = nn.functional.binary_cross_entropy_with_logits
    return (each(out[:, 0], right, reduction="none") * weight).mean() + recipe.main_weight * (
        each(out[:, 1], main, reduction="none") * known * weight
    ).mean()


def _batches(examples: list[int], held: Sequence[tuple[Any, Any]], size: int, rng: random.Random) -> list[list[int]]:
    """Batches of like length, in random order."""
    order = sorted(examples, key=lambda n: len(held[n][1]) + rng.random() * 8)
    batches = [order[n : n + size] for n in range(0, len(order), size)]
    rng.shuffle(batches)
    return batches


def _padded(some: list[tuple[Any, Any]]) -> tuple[Any, Any, Any]:
    longest = max(len(parts) for _, parts in some)
    x = torch.stack([nn.functional.pad(state, (0, 0, 0, longest - len(parts))) for state, parts in some])
    parts = torch.stack([nn.functional.pad(parts, (0, longest - len(parts))) for _, parts in some])
    away = torch.tensor([[0.0] * len(parts) + [-1e4] * (longest - len(parts)) for _, parts in some])[:, None, None, :]
    return x, parts, away
