"""The register fixtures, and an exported list that a test edits as people do."""

import io
from collections.abc import Callable
from datetime import date

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from models.register import TaskFilter
from pipeline.exchange import RowPlan, apply, plan, read_workbook
from pipeline.exchange.rows import list_rows
from pipeline.export import export
from pipeline.register import Register
from tests.factories import NOW, TODAY, make_deadline, make_directive, make_task
from tests.register.conftest import Put, put, register

__all__ = ["put", "register"]

HEAD = 4
"""The header's row in a list without an office name: title, line, gap, header."""
FIRST = HEAD + 1


class EditedList:
    """A list on its way through a spreadsheet."""

    def __init__(self, register: Register, language: str = "vi") -> None:
        self.register = register
        self.book: Workbook = load_workbook(io.BytesIO(export(register, TaskFilter(), "xlsx", today=TODAY, language=language)))
        self.sheet: Worksheet = self.book.worksheets[0]

    def content(self) -> bytes:
        out = io.BytesIO()
        self.book.save(out)
        return out.getvalue()

    def plan_of(self, content: bytes) -> list[RowPlan]:
        """What the list wants after another program saved it."""
        return plan(self.register, list_rows(read_workbook(content, name="a.xlsx"), name="a.xlsx"), today=TODAY)

    def plan(self) -> list[RowPlan]:
        return plan(self.register, list_rows(read_workbook(self.content(), name="a.xlsx"), name="a.xlsx"), today=TODAY)

    def take_in(self) -> list[RowPlan]:
        return apply(self.register, self.plan(), who="lan", clock=lambda: NOW)


@pytest.fixture
def edited(register: Register, put: Put) -> Callable[..., EditedList]:
    """Three tasks of one document, exported: t2 with a lead and a day, t3 with a coordinator, t4 with a rhythm."""
    put(
        make_directive(
            make_task(
                "Xây dựng kế hoạch", leads=["Sở Nội vụ"], deadlines=[make_deadline(due=date(2025, 6, 30))], path=("1",),
                product="Kế hoạch", note="gấp",
            ),
            make_task("Rà soát thủ tục", leads=["Sở Tài chính"], coordinators=["Sở Y tế", "Sở Xây dựng"], path=("2",)),
            make_task(
                "Báo cáo định kỳ", deadlines=[make_deadline("hằng tháng", rrule="FREQ=MONTHLY;BYMONTHDAY=20")], path=("3",)
            ),
        )
    )  # fmt: skip
    return lambda language="vi": EditedList(register, language)
