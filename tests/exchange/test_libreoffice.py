"""A list that LibreOffice opened and saved again says what its editor said, nothing more."""

import os
import shutil
import subprocess
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook

from models.register import TaskStatus
from tests.exchange.conftest import FIRST, EditedList

SOFFICE = shutil.which("soffice")
pytestmark = pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not installed: what it makes of the list is not looked at")


def saved(content: bytes, folder: Path, *kinds: str) -> bytes:
    """The list after LibreOffice opened it and saved it, once for each kind."""
    path = folder / "danh-sach.xlsx"
    path.write_bytes(content)
    for kind in kinds:
        out = folder / f"as-{kind}-{path.parent.name}"
        profile = f"-env:UserInstallation=file://{folder / 'profile'}"
        command = [str(SOFFICE), profile, "--headless", "--convert-to", kind, "--outdir", str(out), str(path)]
        subprocess.run(command, check=True, capture_output=True, env={**os.environ, "HOME": str(folder)})
        path = out / f"danh-sach.{kind}"
    return path.read_bytes()


@pytest.mark.parametrize("kinds", [("xlsx",), ("ods", "xlsx")], ids=["xlsx", "over ods"])
def test_edits_come_through_libreoffice_and_nothing_else(
    edited: Callable[..., EditedList], tmp_path: Path, kinds: tuple[str, ...]
) -> None:
    book = edited()
    assert [row.fate for row in book.plan_of(saved(book.content(), tmp_path, *kinds))] == ["unchanged"] * 3
    book.sheet.cell(FIRST, 6).value = date(2025, 7, 15)
    book.sheet.cell(FIRST + 1, 10).value = "Đã xác nhận"
    book.sheet.cell(FIRST + 2, 2).value = "Báo cáo định kỳ\n=1+1"
    book.sheet.cell(FIRST + 2, 2).data_type = "s"
    first, second, third = book.plan_of(saved(book.content(), tmp_path, *kinds))
    assert [deadline.due for deadline in first.changes.deadlines] == [date(2025, 7, 15)]
    assert second.status is TaskStatus.CONFIRMED
    assert third.changes.text == "Báo cáo định kỳ\n=1+1"
    assert [len(row.differences) for row in (first, second, third)] == [1, 1, 1]


def test_the_hidden_keys_and_the_choice_of_states_outlive_it(edited: Callable[..., EditedList], tmp_path: Path) -> None:
    (tmp_path / "again.xlsx").write_bytes(saved(edited().content(), tmp_path, "xlsx"))
    sheet = load_workbook(tmp_path / "again.xlsx").worksheets[0]
    assert sheet.column_dimensions["L"].hidden
    [choice] = sheet.data_validations.dataValidation
    assert (str(choice.sqref), choice.formula1) == (f"J{FIRST}:J{FIRST + 2}", '"Mới,Đã xác nhận,Đã loại"')
