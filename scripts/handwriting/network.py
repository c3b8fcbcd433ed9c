"""The network that reads figures, learned from the pictures that `scripts.handwriting.prepare` made.

In: their file.  Out: figures.npz, as pipeline/extract/ocr/figures.py reads it, and the share of pictures kept apart that are read
right.
Promise: fixed seeds; needs torch and numpy and nothing of the program, which needs no torch.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

import numpy as np
import torch
from torch import nn
from torch.nn import functional

SIGNS, HEIGHT, STEP = "0123456789/x", 40, 2
"""As in pipeline/extract/ocr/figures.py."""
BATCH, RATE = 48, 3e-3


class Item(NamedTuple):
    """A picture (ink 1) and its labels."""

    picture: np.ndarray
    label: str


class Net(nn.Module):
    """Four layers over the picture, two over its moments, the signs."""

    def __init__(self) -> None:
        super().__init__()
        sizes = (1, 12, 24, 40)
        self.planes = nn.ModuleList(nn.Conv2d(a, b, 3, padding=1) for a, b in pairwise(sizes))
        self.planes.append(nn.Conv2d(40, 72, (5, 3), padding=(0, 1)))
        self.evens = nn.ModuleList(nn.BatchNorm2d(plane.out_channels) for plane in self.planes)
        self.rows = nn.ModuleList([nn.Conv1d(72, 72, 5, padding=2), nn.Conv1d(72, 72, 5, padding=4, dilation=2)])
        self.row_evens = nn.ModuleList(nn.BatchNorm1d(72) for _ in self.rows)
        self.out = nn.Conv1d(72, len(SIGNS) + 1, 1)
        self.drop = nn.Dropout(0.1)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        """What is seen at each moment, before it is made likelihoods."""
        for at, (plane, even) in enumerate(zip(self.planes, self.evens, strict=True)):
            x = functional.relu(even(plane(x)))
            x = functional.max_pool2d(x, (2, 2 if at == 0 else 1)) if at < 3 else x
        x = x[:, :, 0]
        for row, even in zip(self.rows, self.row_evens, strict=True):
            x = self.drop(x)
            x = x + functional.relu(even(row(x)))
        return self.out(x)


def unpacked(data: dict[str, np.ndarray], kind: str = "") -> list[Item]:
    """The pictures of a file."""
    ends = np.cumsum(data[f"{kind}widths"])
    parts = np.split(data[f"{kind}levels"], ends[:-1], axis=1)
    return [Item(part.astype(np.float32) / 255, str(label)) for part, label in zip(parts, data[f"{kind}labels"], strict=True)]


def batch(items: Sequence[Item], chance: np.random.Generator | None) -> tuple[torch.Tensor, torch.Tensor, list[int], list[int]]:
    """Pictures of one width, their labels, and the lengths of both; with `chance` moved, thinned and made noisy a little."""
    wide = max(item.picture.shape[1] for item in items) + 4 * STEP
    wide += wide % STEP
    x = np.zeros((len(items), 1, HEIGHT, wide), np.float32)
    for at, (picture, _) in enumerate(items):
        left = STEP
        if chance is not None:
            down = int(chance.integers(-2, 3))
            picture = np.roll(picture, down, axis=0)
            picture[:down] *= down <= 0
            picture[HEIGHT + down :] *= down >= 0
            picture = np.clip(picture ** chance.uniform(0.7, 1.4) + chance.normal(0, chance.uniform(0, 0.06), picture.shape), 0, 1)
            left = int(chance.integers(0, 2 * STEP + 1))
        x[at, 0, :, left : left + picture.shape[1]] = picture
    labels = [SIGNS.index(sign) + 1 for item in items for sign in item.label]
    times = [(item.picture.shape[1] + 4 * STEP) // STEP for item in items]
    return torch.from_numpy(x), torch.tensor(labels), [len(item.label) for item in items], times


def train(net: Net, items: Sequence[Item], steps: int, rate: float = RATE, *, settled: bool = False) -> None:
    """Go through the pictures, those of like width together, for so many steps; `settled`: nothing is evened out anew."""
    chance = np.random.default_rng(1)
    adam = torch.optim.AdamW(net.parameters(), lr=rate, weight_decay=1e-4)
    loss_of = nn.CTCLoss(zero_infinity=True)
    began, step, summed = time.monotonic(), 0, 0.0
    net.train()
    for even in [*net.evens, *net.row_evens] if settled else []:
        even.eval()
    while step < steps:
        widths = np.array([item.picture.shape[1] for item in items]) + chance.normal(0, 8, len(items))
        order = np.argsort(widths)
        groups = [order[at : at + BATCH] for at in range(0, len(order) - BATCH + 1, BATCH)]
        chance.shuffle(groups)
        for group in groups[: steps - step]:
            adam.param_groups[0]["lr"] = rate * min(1, (step + 1) / 100) * (0.5 + 0.5 * np.cos(np.pi * step / steps)) + 1e-5
            x, labels, lengths, times = batch([items[at] for at in group], chance)
            seen = functional.log_softmax(net(x), 1).permute(2, 0, 1)
            loss = loss_of(seen, labels, torch.tensor(times).clamp(max=len(seen)), torch.tensor(lengths))
            adam.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(net.parameters(), 5.0)
            adam.step()
            step, summed = step + 1, summed + loss.item()
            if step % 100 == 0:
                print(f"step {step}: loss {summed / 100:.3f}, {time.monotonic() - began:.0f} s", flush=True)
                summed = 0.0


def right(net: Net, items: Sequence[Item]) -> float:
    """The share of pictures whose labels are all read right."""
    net.eval()
    hits = 0
    with torch.no_grad():
        for item in items:
            likely = torch.softmax(net(batch([item], None)[0]), 1)[0].T.numpy()
            best = likely.argmax(axis=1)
            hits += "".join(SIGNS[b - 1] for a, b in zip([0, *best[:-1]], best, strict=True) if b and b != a) == item.label
    return hits / len(items)


def load(net: Net, weights: Path) -> None:
    """Take the weights of a file into a network whose evening does nothing."""
    with np.load(weights) as file:
        kept = {name: torch.from_numpy(file[name].astype(np.float32)) for name in file.files}
    names = [*(f"c{at}" for at in range(1, 5)), "d1", "d2", "out"]
    with torch.no_grad():
        for name, layer in zip(names, [*net.planes, *net.rows, net.out], strict=True):
            layer.weight.copy_(kept[f"{name}.weight"])
            layer.bias.copy_(kept[f"{name}.bias"])


def arrays(net: Net) -> dict[str, np.ndarray]:
    """The weights as pipeline/extract/ocr/figures.py names them, what evens a layer out worked into them, in half precision."""
    kept = {"out.weight": net.out.weight.detach().numpy(), "out.bias": net.out.bias.detach().numpy()}
    names = [f"c{at}" for at in range(1, 5)] + ["d1", "d2"]
    for name, layer, even in zip(names, [*net.planes, *net.rows], [*net.evens, *net.row_evens], strict=True):
        gain = (even.weight / torch.sqrt(even.running_var + even.eps)).detach()
        kept[f"{name}.weight"] = (layer.weight.detach() * gain.reshape(-1, *[1] * (layer.weight.dim() - 1))).numpy()
        kept[f"{name}.bias"] = ((layer.bias.detach() - even.running_mean) * gain + even.bias.detach()).numpy()
    return {name: weights.astype(np.float16) for name, weights in kept.items()}


def main(arguments: Sequence[str] | None = None) -> None:
    """Train, measure, and write the weights."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("prepared", type=Path)
    parser.add_argument("output", type=Path)
    parser.add_argument("--steps", type=int, default=2600, help=f"of {BATCH} pictures each")
    parser.add_argument("--start", type=Path, help="weights to go on from, what evens a layer out left as it is")
    parser.add_argument("--rate", type=float, default=RATE)
    parser.add_argument("--threads", type=int, default=1)
    chosen = parser.parse_args(arguments)
    torch.set_num_threads(chosen.threads)
    torch.manual_seed(5)
    with np.load(chosen.prepared) as file:
        data = dict(file)
    net, items, apart = Net(), unpacked(data), unpacked(data, "check_")
    print(f"{len(items)} pictures, {sum(weights.numel() for weights in net.parameters())} weights", flush=True)
    if chosen.start:
        load(net, chosen.start)
    train(net, items, chosen.steps, chosen.rate, settled=chosen.start is not None)
    print(f"read right of {len(apart)} kept apart: {right(net, apart):.3f}")
    np.savez_compressed(chosen.output, **arrays(net))


if __name__ == "__main__":
    main()
