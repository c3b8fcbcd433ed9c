"""`python -m benchmarks.deadlines_vs_dateparser`: deadline phrases of official documents, read by us and by dateparser in one run.

In: benchmarks/deadline_phrases.json: sentences written for this benchmark, none in the tests, with the days or rules they mean.
Out: a table for each group of phrases: how many each side reads right, by kind of phrase. Those of the first group are of one day
of issue, the others have each their own; each was written when the rules had been mended on those before. Since then all are
developed on: what each group showed first is in docs/STATUS.md.
Promise: both sides get the same sentences and the same day of issue. dateparser is judged leniently: it is right as soon as all the
days meant are among those it finds, whatever else it finds; in a sentence without a deadline it must find nothing. It knows no
recurrence: the kinds it cannot win are shown apart, and the last line counts only sentences that mean days.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

from dateparser.search import search_dates

from pipeline.detect.calendar import vietnam_calendar
from pipeline.detect.citations import find_citations
from pipeline.detect.deadlines import find_deadlines

__all__ = ["Phrase", "load", "main", "ours", "theirs"]

DATA = Path(__file__).with_name("deadline_phrases.json")


@dataclass(frozen=True, slots=True)
class Phrase:
    """A sentence with the values it means: ISO days or recurrence rules, none where it holds no deadline with a value."""

    kind: str
    text: str
    values: tuple[str, ...]
    issued: date

    @property
    def means_days(self) -> bool:
        """Whether a library that knows dates only could read it."""
        return bool(self.values) and not any("FREQ" in value for value in self.values)


def load(group: str = "phrases") -> list[Phrase]:
    """The phrases of a group: "phrases" (the first), "second", "third", "fourth" or "fifth"."""
    content = json.loads(DATA.read_text(encoding="utf-8"))
    return [_phrase(record, content["issued"]) for record in content[group]]


def _phrase(record: dict[str, Any], issued: str) -> Phrase:
    return Phrase(record["kind"], record["text"], tuple(record["values"]), date.fromisoformat(record.get("issued", issued)))


def ours() -> Callable[[Phrase], bool]:
    """Whether we read a phrase right: exactly the values meant, no more, no fewer."""
    calendar = vietnam_calendar()

    def right(phrase: Phrase) -> bool:
        masked = [(c.start, c.title_end or c.end) for c in find_citations(phrase.text)]
        labelled = phrase.text.startswith("Thời gian thực hiện")
        found = find_deadlines(phrase.text, issued=phrase.issued, year=None, calendar=calendar, masked=masked, labelled=labelled)
        values = [f.due.isoformat() if f.due else f.rrule for f in found if f.due or f.rrule]
        return sorted(map(str, values)) == sorted(phrase.values)

    return right


def theirs() -> Callable[[Phrase], bool]:
    """Whether dateparser reads a phrase right (leniently, see above)."""
    settings: Any = {"DATE_ORDER": "DMY", "PREFER_DATES_FROM": "future", "PREFER_DAY_OF_MONTH": "last"}

    def right(phrase: Phrase) -> bool:
        known = {**settings, "RELATIVE_BASE": datetime.combine(phrase.issued, time())}
        found = {moment.date().isoformat() for _, moment in search_dates(phrase.text, languages=["vi"], settings=known) or ()}
        return set(phrase.values) <= found if phrase.values else not found

    return right


def table(phrases: Sequence[Phrase], sides: Sequence[Callable[[Phrase], bool]]) -> list[tuple[str, int, int, int]]:
    """Kind, number of phrases, right ones of either side; then all, then those that mean days."""
    verdicts = [(phrase, [side(phrase) for side in sides]) for phrase in phrases]
    groups: list[tuple[str, Callable[[Phrase], bool]]] = []
    for kind in dict.fromkeys(phrase.kind for phrase in phrases):
        groups.append((kind, lambda phrase, kind=kind: phrase.kind == kind))  # type: ignore[misc]
    groups += [("all", lambda phrase: True), ("all that mean days", lambda phrase: phrase.means_days)]
    lines = []
    for name, holds in groups:
        own = [right for phrase, right in verdicts if holds(phrase)]
        lines.append((name, len(own), sum(right[0] for right in own), sum(right[1] for right in own)))
    return lines


def main() -> None:
    """Read all phrases on both sides and print the table; with --show the phrases that we read wrong."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--show", action="store_true", help="print the phrases we read wrong")
    show = parser.parse_args().show
    sides = (ours(), theirs())
    for group in ("phrases", "second", "third", "fourth", "fifth"):
        phrases = load(group)
        print(f"{'kind':<28}{group:>8}{'giaoviec':>10}{'dateparser':>12}")
        for name, number, own, other in table(phrases, sides):
            print(f"{name:<28}{number:>8}{own:>10}{other:>12}")
        for phrase in phrases if show else ():
            if not sides[0](phrase):
                print(f"{phrase.kind}: {phrase.text!r} means {list(phrase.values)}")


if __name__ == "__main__":
    main()
