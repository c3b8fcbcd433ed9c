"""Bodies that no pattern knows, where a clause begins: "..., [tư vấn giám sát] nghiệm thu từng đoạn".

In: a text, its mentions and cues, the weights of data/unlisted.json.  Out: mentions of kind "unknown".
Promise: only a place at the start of a clause, or behind a word that calls on somebody, is looked at, and only where no pattern has
found a body; what is added is never sure, and only the learned judgement gives it a role.
Source: learned from marked sentences by scripts/roles/train.py (docs/role-model.md).
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from itertools import islice

import regex

from pipeline.detect.extension import Cues
from pipeline.detect.mention_rules import unlisted_body
from pipeline.detect.mentions import Mention

__all__ = ["LEARNED", "LONGEST", "Candidate", "NameModel", "candidates", "load_name_model", "unlisted"]

LEARNED = "agency.learned"
LONGEST = 9
"""Words of a name that is guessed."""
LIKELY = 0.6
"""Least probability of a name."""
IN_LIST = 0.35
"""And where it follows another body in a list."""

_TOKEN = regex.compile(r"\w+(?:[.&/]\w+)*|[^\w\s]")
_BEGINS = regex.compile(
    r"(?:^|[.;:,(]|\b(?:giao|đề nghị|yêu cầu|phân công|do|được|riêng|trước mắt|đồng thời|để|cùng|với|và))\s*(?=\p{L})",
    regex.IGNORECASE,
)
_JOINT = regex.compile(r"\s*,\s+|\s+và\s+|\s*,\s+và\s+")
_POLITE = "quý "
"""So a letter calls its addressees; it is also a quarter of a year."""
_ENDS = frozenset('.;:,()"“”?!…')


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place where a name may begin: for each end it may have (an offset), its signs."""

    start: int
    ends: tuple[int, ...]
    signs: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class NameModel:
    """How much each sign of a stretch of words speaks for its being a name (natural logarithm of odds, against none)."""

    weights: Mapping[str, float]

    def chances(self, candidate: Candidate) -> list[float]:
        """The probability of each end; what is missing from 1 is that of no name."""
        weight = self.weights.get
        odds = [math.exp(min(30.0, sum([weight(sign, 0.0) for sign in signs]))) for signs in candidate.signs]
        whole = 1 + sum(odds)
        return [value / whole for value in odds]


def unlisted(text: str, folded: str, mentions: Sequence[Mention], cues: Cues, model: NameModel) -> list[Mention]:
    """The bodies that the model sees where no pattern has seen one."""
    found: list[Mention] = []
    for candidate in candidates(text, folded, mentions, cues):
        chances = model.chances(candidate)
        best = max(range(len(chances)), key=lambda i: chances[i])
        end = candidate.ends[best]
        least = IN_LIST if any(_JOINT.fullmatch(text, mention.end, candidate.start) for mention in mentions) else LIKELY
        if chances[best] >= least and not any(mention.start < end and candidate.start < mention.end for mention in found):
            found.append(unlisted_body(text, candidate.start, end, LEARNED))
    return found


def candidates(text: str, folded: str, mentions: Sequence[Mention], cues: Cues) -> Iterator[Candidate]:
    """The places where a name may begin; one that a mention covers is none, and one where a word of order stands."""
    for match in _BEGINS.finditer(folded):
        start = match.end()
        if (
            cues.opens(start)
            or folded.startswith(_POLITE, start)
            or any(mention.full_start <= start < mention.end for mention in mentions)
        ):
            continue
        limit = min((mention.full_start for mention in mentions if mention.full_start > start), default=len(text))
        candidate = _candidate(text, folded, start, limit, cues)
        if candidate.ends:
            yield candidate


def _candidate(text: str, folded: str, start: int, limit: int, cues: Cues) -> Candidate:
    tokens = [match.span() for _, match in zip(range(LONGEST + 3), _TOKEN.finditer(folded, start), strict=False)]
    stop = next((i for i, (lo, _) in enumerate(tokens) if folded[lo] in _ENDS or lo >= limit), len(tokens))
    before = _TOKEN.findall(folded, max(0, start - 40), start)[-2:]
    words = [folded[lo:hi] for lo, hi in tokens]
    large = [text[lo].isupper() for lo, _ in tokens]
    acts = [cues.opens(lo) for lo, _ in tokens]
    signs = tuple(islice(_signs(words, large, acts, before), min(stop, LONGEST)))
    return Candidate(start, tuple(hi for _, hi in tokens[: len(signs)]), signs)


def _signs(words: Sequence[str], large: Sequence[bool], acts: Sequence[bool], before: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """What speaks for or against a name of the first word, of the first two, and so on."""
    first, ahead = words[0], "".join(before[-1:])
    of_all = (f"f={first}", f"b={ahead}", f"bf={ahead}_{first}")
    within: tuple[str, ...] = ()
    shape, acts_within = "", False
    for last, (word, n0, n1) in enumerate(zip(words, (*words[1:], "#"), (*words[2:], "#", "#"), strict=False)):
        shape += "U" if large[last] else "l"
        acts_within = acts_within or acts[last]
        if last:
            within += (f"in={word}",)
        yield (
            *of_all,
            f"f2={first}_{words[1]}" if last else f"f2={first}",
            f"e={word}",
            f"n={n0}",
            f"n2={n0}_{n1}",
            f"en={word}_{n0}",
            f"fn={first}_{n0}",
            f"long={last}",
            f"shape={shape[:4]}{min(len(shape), 6)}",
            f"up={large[last]}{last + 1 < len(large) and large[last + 1]}",
            f"act={last + 1 < len(acts) and acts[last + 1]}",
            f"acts within={acts_within}",
            *((f"e2={words[last - 1]}_{word}",) if last else ()),
            *within,
        )


@lru_cache(maxsize=1)
def load_name_model() -> NameModel:
    """Read data/unlisted.json."""
    content = json.loads((files("pipeline.detect") / "data" / "unlisted.json").read_text(encoding="utf-8"))
    return NameModel(content["weights"])
