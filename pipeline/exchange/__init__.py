"""Lists that come back: an exported Excel file that people edited, turned into revisions of the register.

In: the bytes of an .xlsx and an open register.  Out: a plan, row by row, and what became of each row.
Promise: planning changes nothing; a row that changed in the register meanwhile is never written over; each change is a revision.
"""

from __future__ import annotations

from pipeline.exchange.apply import apply
from pipeline.exchange.plan import plan
from pipeline.exchange.rows import Difference, Fate, RowPlan, filled_book, list_rows
from pipeline.exchange.workbook import Limits, read_workbook

__all__ = ["Difference", "Fate", "Limits", "RowPlan", "apply", "filled_book", "list_rows", "plan", "read_workbook"]
