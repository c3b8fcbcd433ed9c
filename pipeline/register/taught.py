"""Names that people taught, as a reading uses them.

In: a reading, and the register.  Out: the reading with the bodies that accepted names mean.
Promise: without taught names a reading is left as it is; only canonical name and id of a body change, never what the paper says.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping

from models.directive import AgencyRole, Directive
from pipeline.register.fold import fold

__all__ = ["ALIAS", "accepted", "with_aliases"]

ALIAS = "alias"
"""The action of a change that a taught name made in the machine's rows."""


def accepted(connection: sqlite3.Connection) -> Mapping[str, tuple[str, str | None]]:
    """Canonical name and id of a body by the folded name that people accepted for it."""
    rows = connection.execute("SELECT folded, canonical, agency_id FROM aliases WHERE source = 'human' AND decision = 'accepted'")
    return {row["folded"]: (row["canonical"], row["agency_id"]) for row in rows}


def with_aliases(directive: Directive, known: Mapping[str, tuple[str, str | None]]) -> Directive:
    """A reading with the names that people taught; without any it is the same value."""
    if not known:
        return directive
    tasks = tuple(
        task.model_copy(update={"agencies": tuple(_taught(one, known) for one in task.agencies)}) for task in directive.tasks
    )
    return directive.model_copy(update={"tasks": tasks})


def _taught(agency: AgencyRole, known: Mapping[str, tuple[str, str | None]]) -> AgencyRole:
    found = known.get(fold(agency.name))
    return agency.model_copy(update={"canonical": found[0], "agency_id": found[1]}) if found else agency
