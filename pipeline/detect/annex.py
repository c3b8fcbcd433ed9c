"""Rows of annex tables as tasks: one row that assigns work is one task, its cells give agencies, time and product.

In: the tables of an outline.  Out: `Task` values with origin `table`.
Promise: a table without a heading row that names a task column gives nothing; group rows are headings, not tasks.
Source: ANNOTATION rules, "A task", 4.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import regex

from models.directive import AgencyRole, Deadline, Kind, Origin, Role, Task
from models.outline import Outline, OutlineTable, Passage, TableRow
from pipeline.detect.annex_cells import cell_agencies
from pipeline.detect.doubts import NO_LEAD
from pipeline.detect.draft import Analyser
from pipeline.detect.pointing import point
from pipeline.detect.tasks import Setting, agency_role, read_deadlines
from pipeline.rules import Rule
from pipeline.rules.columns import column_of, names_tasks, parted_headings, settled_columns

HEADER_ROWS = 3
"""Rows from the top in which the heading row of a table is looked for (headings may stand over two rows)."""

SURE, DOUBTFUL = 0.95, 0.8
"""Confidence of a row with and without a lead; judgements, to be replaced by figures of the evaluation."""

_LISTED = ("lead", "examine", "coordinate", "supervise")
_ROLES = {"lead": Role.LEAD, "examine": Role.LEAD, "coordinate": Role.COORDINATE, "supervise": Role.SUPERVISE}

_WORD = regex.compile(r"\p{L}{2}")
"""A row of the numbers of columns ("(1) | (2) | (3)"), also as OCR reads them ("q) | @) | 4)"), has no word."""


@dataclass(frozen=True, slots=True)
class Columns:
    """Which column holds what, and how many columns the table has."""

    places: Mapping[str, int]
    count: int


def find_table_tasks(outline: Outline, analyser: Analyser, setting: Setting, *, rules: Sequence[Rule]) -> list[Task]:
    """The tasks of all tables; a table without a heading row continues the one before it if it has as many columns."""
    tasks: list[Task] = []
    columns: Columns | None = None
    group = ""
    for table in outline.tables:
        found, start = _columns(table, rules)
        if found is None and (columns is None or _width(table) != columns.count):
            continue
        if found is not None:
            # A heading row repeated on the next page opens no new table: its rows belong to the group above.
            group = group if columns == found else ""
            columns = found
        assert columns is not None
        for row in table.rows[start:]:
            task = _row_task(row, columns, group, analyser, setting)
            if task is not None:
                tasks.append(task)
            elif heading := _group(row, columns):
                group = heading
    return tasks


def _columns(table: OutlineTable, rules: Sequence[Rule]) -> tuple[Columns | None, int]:
    for index, row in enumerate(table.rows[:HEADER_ROWS]):
        upper = [cell.text for cell in row.cells]
        lower = [cell.text for cell in table.rows[index + 1].cells] if index + 1 < len(table.rows) else []
        parted = parted_headings(upper, lower, rules)
        places: dict[str, int] = {}
        for place, column in enumerate(settled_columns(parted or [column_of(heading, rules) for heading in upper])):
            if column:
                places.setdefault(column, place)
        if names_tasks(tuple(places)):
            return Columns(places, len(upper)), index + (2 if parted else 1)
    return None, 0


def _width(table: OutlineTable) -> int:
    return max((len(row.cells) for row in table.rows), default=0)


def _cell(row: TableRow, columns: Columns, name: str) -> Passage | None:
    place = columns.places.get(name)
    if place is None or place >= len(row.cells) or not row.cells[place].text.strip():
        return None
    return row.cells[place]


def _group(row: TableRow, columns: Columns) -> str:
    """The number of a group row ("I | NÂNG CAO NHẬN THỨC"), or its words where it has no number."""
    filled = [cell.text.strip() for cell in row.cells if cell.text.strip()]
    return filled[0].rstrip(".)") if filled and len(filled) <= 2 else ""


def _row_task(row: TableRow, columns: Columns, group: str, analyser: Analyser, setting: Setting) -> Task | None:
    cell = _cell(row, columns, "task")
    attributes = [_cell(row, columns, name) for name in ("lead", "coordinate", "time", "product")]
    if cell is None or not any(attributes) or not _WORD.search(cell.text):
        return None
    agencies = [role for name in _LISTED for role in _agencies(row, columns, name, analyser, setting)]
    agencies += _said_besides(cell, agencies, analyser, setting)
    has_lead = any(agency.role is Role.LEAD for agency in agencies)
    confidence = SURE if has_lead else DOUBTFUL
    number, product, note = (_cell(row, columns, name) for name in ("number", "product", "note"))
    own = number.text.strip().rstrip(".") if number else ""
    return Task(
        path=tuple(part for part in ("PL", group, own) if part),
        kind=Kind.ASSIGNMENT,
        origin=Origin.TABLE,
        text=cell.text,
        product=product.text if product else None,
        note=note.text if note else None,
        agencies=tuple(agencies),
        deadlines=_times(row, columns, cell, analyser, setting),
        confidence=confidence,
        reasons=() if has_lead else (NO_LEAD,),
        evidence=point(setting.document, cell, (0, len(cell.text)), rule="task.table", confidence=confidence),
    )


def _agencies(row: TableRow, columns: Columns, name: str, analyser: Analyser, setting: Setting) -> list[AgencyRole]:
    cell = _cell(row, columns, name)
    if cell is None:
        return []
    return cell_agencies(cell, _ROLES[name], f"annex.{name}", SURE, analyser=analyser, setting=setting)


def _said_besides(cell: Passage, listed: Sequence[AgencyRole], analyser: Analyser, setting: Setting) -> list[AgencyRole]:
    """The bodies that the sentence of a row names beside those of its columns ("Chủ trì, phối hợp với Bộ Công an ..."): a lead only
    where no column says who leads.
    """
    led = any(agency.role is Role.LEAD for agency in listed)
    found = [agency_role(finding, cell, setting) for finding in analyser(cell).settled if not (led and finding.role is Role.LEAD)]
    named = {name for agency in listed for name in _names(agency)}
    return [agency for agency in found if named.isdisjoint(_names(agency))]


def _names(agency: AgencyRole) -> set[str]:
    """What a body is called, for comparing."""
    return {name.lower() for name in (agency.name, agency.canonical) if name}


def _times(row: TableRow, columns: Columns, task: Passage, analyser: Analyser, setting: Setting) -> tuple[Deadline, ...]:
    """The time of a row: that of its column, else the one its sentence tells."""
    cell = _cell(row, columns, "time")
    return tuple(read_deadlines(analyser(cell or task), setting, labelled=cell is not None))
