"""A learned judgement of who leads and who works along, for lists of bodies of which no rule says anything.

In: the signs around a list (role_signs.py), the weights of data/roles.json.  Out: a role with its probability, or nobody.
Promise: the weights are added and nothing else; the same signs give the same answer; a sign that was never seen weighs nothing.
Source: learned from the documents developed on, by scripts/roles/train.py (docs/role-model.md).
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

__all__ = ["NOBODY", "ROLES", "RoleModel", "load_role_model"]

NOBODY = "nobody"
ROLES = ("lead", "coordinate")
"""What a list may be besides `NOBODY`; the weights of a sign stand in this order."""


@dataclass(frozen=True, slots=True)
class RoleModel:
    """`weights` gives for a sign how much it speaks for each of `ROLES`, against nobody (natural logarithm of odds)."""

    weights: Mapping[str, tuple[float, ...]]

    def chances(self, signs: Iterable[str]) -> dict[str, float]:
        """The probability of each role, and of `NOBODY`; they add up to 1."""
        said = [self.weights[sign] for sign in signs if sign in self.weights]
        odds = {role: math.exp(min(30.0, sum(weights[i] for weights in said))) for i, role in enumerate(ROLES)}
        whole = 1 + sum(odds.values())
        return {**{role: value / whole for role, value in odds.items()}, NOBODY: 1 / whole}


@lru_cache(maxsize=1)
def load_role_model() -> RoleModel:
    """Read data/roles.json."""
    content = json.loads((files("pipeline.detect") / "data" / "roles.json").read_text(encoding="utf-8"))
    return RoleModel({sign: tuple(weights) for sign, weights in content["weights"].items()})
