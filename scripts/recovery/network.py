"""Train the network of the wider context (pipeline/recover/context.py) with torch, which nothing else here needs.

In: the file that `scripts.recovery.train --prepare` wrote.  Out: the weights, as arrays.
Promise: fixed seeds and steps; the same file, torch and processor give the same weights.
"""

from __future__ import annotations

import argparse
import math
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import torch
from torch import nn
from torch.nn import functional

WIDTH, STEPS = 192, (1, 2, 4, 8, 1, 2)
WINDOW, ROWS = 128, 32
PRIOR, FAR, SPECIAL, UNKNOWN = 0.7, 29.5, 3, 1
GENERAL, BARE, LOUD = 0.15, 0.6, 0.04
"""Share of windows from general text, which is a thirtieth of all, of windows without marks, and of windows in capitals."""
SETTINGS = 12
"""Kinds of case and gap (pipeline/recover/setting.py)."""
RATE, WARM, SEED = 2.5e-3, 200, 7


class Net(nn.Module):
    """Mixtures of candidates in, a worth for each candidate out."""

    def __init__(self, prior: torch.Tensor, words: torch.Tensor, costs: torch.Tensor) -> None:
        super().__init__()
        self.words, self.costs = words, costs
        worth = torch.where(costs < FAR, PRIOR * prior[words] * (words >= SPECIAL) - costs, torch.tensor(-1e4))
        self.shares = torch.softmax(worth, dim=1)
        self.into = nn.Parameter(torch.randn(len(prior), WIDTH) * 0.5)
        self.out = nn.Parameter(torch.randn(len(prior), WIDTH) * 0.05)
        self.settings = nn.Parameter(torch.randn(SETTINGS, WIDTH) * 0.05)
        self.bias, self.scales = nn.Parameter(prior.clone()), nn.Parameter(torch.ones(2))
        self.mixers = nn.ModuleList(nn.Linear(3 * WIDTH, 2 * WIDTH) for _ in STEPS)
        self.norms = nn.ModuleList(nn.LayerNorm(WIDTH) for _ in range(len(STEPS) + 1))

    def forward(self, forms: torch.Tensor, settings: torch.Tensor, kinds: torch.Tensor) -> torch.Tensor:
        """[row, place, candidate] for forms and settings [row, place] of kinds [row] (0 bare, 1 misread)."""
        rows, places = forms.shape
        words, costs = self.words[forms], self.costs[forms]
        flat = words.view(rows * places, -1)
        seen = functional.embedding_bag(flat, self.into, per_sample_weights=self.shares[forms].view_as(flat), mode="sum")
        seen = seen.view(rows, places, WIDTH) + functional.embedding(settings, self.settings)
        for step, mixer, norm in zip(STEPS, self.mixers, self.norms, strict=False):
            seen = seen + self._mixed(norm(seen).bfloat16(), step, mixer)
        last = self.norms[-1](seen).reshape(-1, WIDTH, 1)
        worth = torch.bmm(functional.embedding(flat, self.out), last).view(words.shape)
        worth = worth + self.bias[words] - self.scales[kinds][:, None, None] * costs
        return worth.masked_fill(costs >= FAR, -1e4)

    @staticmethod
    def _mixed(calm: torch.Tensor, step: int, mixer: nn.Linear) -> torch.Tensor:
        wide = functional.pad(calm, (0, 0, step, step))
        wide = torch.cat([wide[:, : -2 * step], calm, wide[:, 2 * step :]], dim=2)
        mixed = functional.linear(wide, mixer.weight.bfloat16(), mixer.bias.bfloat16()).float()
        return mixed[..., :WIDTH] * torch.sigmoid(mixed[..., WIDTH:])


class Sample(NamedTuple):
    """Forms, settings [row, place], kinds [row], and which candidate is the true one (-1: none)."""

    forms: torch.Tensor
    settings: torch.Tensor
    kinds: torch.Tensor
    truth: torch.Tensor


class Windows:
    """Draws windows of running text in ruined forms, some of them bare, the others misread."""

    def __init__(self, data: Mapping[str, Any]) -> None:
        self._rng = np.random.default_rng(SEED + 4)
        self._texts = [(data[name].astype(np.int32), data[f"{name}_settings"].astype(np.int64)) for name in ("official", "general")]
        self._form = data["form"].astype(np.int64)
        hit = data["words"][self._form] == np.arange(len(self._form))[:, None, None]
        self._truth = np.where(hit.any(axis=2), hit.argmax(axis=2), -1)
        self._truth[:SPECIAL] = -1

    def draw(self) -> Sample:
        """One step's windows."""
        rng, kinds = self._rng, (np.arange(ROWS) >= BARE * ROWS).astype(np.int64)
        drawn = [self._window(*self._texts[int(rng.random() < GENERAL)]) for _ in range(ROWS)]
        ids, settings = np.stack([window[0] for window in drawn]), np.stack([window[1] for window in drawn])
        settings[rng.random(ROWS) < LOUD] = 2
        which = np.where(kinds[:, None] == 0, 0, rng.integers(1, self._form.shape[1], ids.shape))
        forms, truth = self._form[ids, which], self._truth[ids, which]
        foreign = (ids == UNKNOWN) & (rng.random(ids.shape) < 0.6)  # they look like words too, and are none
        forms[foreign] = self._form[rng.integers(SPECIAL, len(self._form), foreign.sum()), which[foreign]]
        return Sample(*(torch.from_numpy(values) for values in (forms, settings, kinds, truth)))

    def _window(self, text: np.ndarray, settings: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        start = self._rng.integers(len(text) - WINDOW)
        return text[start : start + WINDOW], settings[start : start + WINDOW]


def train(net: Net, windows: Windows, steps: int) -> None:
    """Train in place: the rate rises, then falls to next to nothing."""
    adam = torch.optim.Adam(net.parameters(), betas=(0.9, 0.98))
    began, summed = time.monotonic(), 0.0
    for step in range(1, steps + 1):
        for group in adam.param_groups:
            group["lr"] = RATE * min(1, step / WARM) * (0.49 * (1 + math.cos(math.pi * step / steps)) + 0.02)
        sample = windows.draw()
        known = sample.truth >= 0
        worth = net(sample.forms, sample.settings, sample.kinds)
        loss = functional.cross_entropy(worth[known], sample.truth[known])
        adam.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_(net.parameters(), 1.0)
        adam.step()
        summed += loss.item()
        if step % 50 == 0:
            print(f"step {step}: loss {summed / 50:.4f}, {time.monotonic() - began:.0f} s", flush=True)
            summed = 0.0


def arrays(net: Net, prior: np.ndarray) -> dict[str, np.ndarray]:
    """The weights as pipeline/recover/context.py names them."""
    kept = {name: getattr(net, name).detach().numpy() for name in ("into", "out", "bias", "scales", "settings")}
    kept |= {"prior": prior, "steps": np.array(STEPS)}
    kept["gains"] = np.stack([norm.weight.detach().numpy() for norm in net.norms])
    kept["shifts"] = np.stack([norm.bias.detach().numpy() for norm in net.norms])
    for i, mixer in enumerate(net.mixers):
        kept[f"mixer{i}"], kept[f"offset{i}"] = mixer.weight.detach().numpy().T.copy(), mixer.bias.detach().numpy()
    return kept


def main(arguments: Sequence[str] | None = None) -> None:
    """Train, and write the weights."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("prepared", type=Path)
    parser.add_argument("output", type=Path)
    parser.add_argument("--steps", type=int, default=3600, help="of 4,096 words each")
    parser.add_argument("--threads", type=int, default=1)
    chosen = parser.parse_args(arguments)
    torch.set_num_threads(chosen.threads)
    torch.manual_seed(SEED)
    with np.load(chosen.prepared) as file:
        data = dict(file)
    words, costs = torch.from_numpy(data["words"].astype(np.int64)), torch.from_numpy(data["costs"].astype(np.float32))
    net = Net(torch.from_numpy(data["prior"]), words, costs)
    train(net, Windows(data), chosen.steps)
    np.savez(chosen.output, **arrays(net, data["prior"]))


if __name__ == "__main__":
    main()
