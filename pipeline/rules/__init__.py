"""Knowledge of the domain as data: JSON records with examples, loaded into frozen values on request.

In: the JSON files of this folder.  Out: `Rule` values with compiled patterns; nothing is loaded at import.
Promise: each record carries examples it matches and counter-examples it does not; tests run all of them.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files
from typing import Any

import regex


@dataclass(frozen=True, slots=True)
class Rule:
    """A record of rules/NAME.json: a pattern with its examples; `data` holds what else the record says."""

    id: str
    pattern: regex.Pattern[str]
    examples: tuple[str, ...]
    counter_examples: tuple[str, ...]
    data: Mapping[str, Any]


def load_json(name: str) -> Any:
    """The parsed content of rules/NAME.json."""
    return json.loads(files(__package__).joinpath(f"{name}.json").read_text(encoding="utf-8"))


def load_rules(name: str) -> tuple[Rule, ...]:
    """The rules of rules/NAME.json: {"fragments": {...}, "rules": [{"id", "pattern", "examples", "counter_examples", ...}]}.

    A pattern may hold $name for a fragment; fragments may hold earlier fragments. "shared" names files whose fragments come
    first, so that one list serves several files. Letter case does not count unless the record says "case": true.
    """
    content = load_json(name)
    fragments = fragments_of(content)
    return tuple(_rule(record, fragments) for record in content["rules"])


def fragments_of(content: Mapping[str, Any]) -> dict[str, str]:
    """The fragments of a file of rules, those it shares with others among them, each with those before it put in."""
    shared = [load_json(other)["fragments"] for other in content.get("shared", ())]
    return expand_fragments({key: value for found in (*shared, content.get("fragments", {})) for key, value in found.items()})


def expand_fragments(fragments: Mapping[str, str]) -> dict[str, str]:
    """Each fragment with the fragments before it put in; a fragment is always one group."""
    done: dict[str, str] = {}
    for key, value in fragments.items():
        done[key] = f"(?:{substitute(value, done)})"
    return done


def substitute(pattern: str, fragments: Mapping[str, str]) -> str:
    """Put fragments in for $name, longest names first."""
    for key in sorted(fragments, key=len, reverse=True):
        pattern = pattern.replace(f"${key}", fragments[key])
    return pattern


def _rule(record: Mapping[str, Any], fragments: Mapping[str, str]) -> Rule:
    flags = regex.VERSION1 if record.get("case") else regex.VERSION1 | regex.IGNORECASE
    pattern = regex.compile(substitute(record["pattern"], fragments), flags)
    rest = {k: v for k, v in record.items() if k not in ("id", "pattern", "examples", "counter_examples")}
    return Rule(record["id"], pattern, tuple(record["examples"]), tuple(record.get("counter_examples", ())), rest)
