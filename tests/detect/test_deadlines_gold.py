"""Deadlines of the user's own documents: each task text of the gold files gives the values written there."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from pipeline.detect.calendar import vietnam_calendar
from pipeline.detect.citations import find_citations
from pipeline.detect.deadlines import find_deadlines

GOLD = Path(__file__).parents[3] / "shared" / "gold"
CALENDAR = vietnam_calendar()


def _value(due: object, rrule: object) -> tuple[str | None, str | None]:
    return str(due) if due else None, str(rrule) if rrule else None


@pytest.mark.shared
@pytest.mark.parametrize("name", ["000", "001", "003"])
def test_each_task_text_gives_the_values_of_gold(name: str) -> None:
    path = GOLD / f"{name}.json"
    if not path.exists():
        pytest.skip(f"{path} is not here")
    gold: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    for task in gold["tasks"]:
        masked = [(c.start, c.title_end or c.end) for c in find_citations(task["text"])]
        found = find_deadlines(task["text"], issued=None, year=gold["meta"]["year"], calendar=CALENDAR, masked=masked)
        values = [_value(f.due, f.rrule) for f in found if f.due or f.rrule]
        must = [_value(d["due"], d["rrule"]) for d in task["deadlines"] if not d["optional"]]
        may = [_value(d["due"], d["rrule"]) for d in task["deadlines"] if d["optional"]]
        assert [v for v in must if v not in values] == [], task["text"]
        assert [v for v in values if v not in must + may] == [], task["text"]
