"""Files that are no lists, or want to do harm: refused with a message, quickly and without being unpacked."""

import io
import zipfile
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook

from models.errors import BadList
from pipeline.exchange import Limits, list_rows, read_workbook
from tests.exchange.conftest import EditedList


def book(**parts: bytes) -> bytes:
    """A small workbook, some of its parts replaced (`sheet1` stands for xl/worksheets/sheet1.xml) or added by their whole name."""
    plain = io.BytesIO()
    made = Workbook()
    made.active.append(["Nhiệm vụ", "x"])  # type: ignore[union-attr]
    made.save(plain)
    out = io.BytesIO()
    names = {"sheet1": "xl/worksheets/sheet1.xml", "workbook": "xl/workbook.xml"}
    given = {names.get(name, name): content for name, content in parts.items()}
    with zipfile.ZipFile(plain) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in {*old.namelist(), *given}:
            new.writestr(name, given[name] if name in given else old.read(name))
    return out.getvalue()


def sheet(body: str, head: str = '<?xml version="1.0" encoding="UTF-8"?>', encoding: str = "utf-8") -> bytes:
    space = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    return f'{head}<worksheet xmlns="{space}"><sheetData>{body}</sheetData></worksheet>'.encode(encoding)


ENTITY = '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/hostname">]>'
CELL = '<row r="1"><c r="A1" t="inlineStr"><is><t>{}</t></is></c></row>'


@pytest.mark.parametrize(
    ("content", "word"),
    [
        pytest.param(b"", "không phải tệp .xlsx", id="empty"),
        pytest.param(b"Nhi\xe1\xbb\x87m v\xe1\xbb\xa5,x\n", "không phải tệp .xlsx", id="CSV"),
        pytest.param(b"\xd0\xcf\x11\xe0" + b"\0" * 600, "mật khẩu", id="old or with a password"),
        pytest.param(b"PK\x03\x04" + b"\0" * 100, "bị hỏng", id="cut off"),
        pytest.param(book(sheet1=sheet(CELL.format("&e;"), head=ENTITY)), "khai báo lạ", id="external entity"),
        pytest.param(book(sheet1=sheet("", head=" " * (1 << 20) + ENTITY)), "khai báo lạ", id="entity behind a megabyte"),
        pytest.param(
            book(sheet1=sheet("", head='<?xml version="1.0" encoding="utf-16"?><!DOCTYPE x>', encoding="utf-16")),
            "khai báo lạ", id="another encoding",
        ),
        pytest.param(book(sheet1=b"<worksheet><sheetData><row>"), "bị hỏng", id="broken sheet"),
        pytest.param(book(workbook=b"<workbook/>"), "bị hỏng|không có bảng", id="no sheets"),
        pytest.param(book(), "không có bảng nhiệm vụ", id="somebody else's list"),
    ],
)  # fmt: skip
def test_what_is_no_list_is_refused_with_the_next_step(content: bytes, word: str) -> None:
    with pytest.raises(BadList, match=word) as caught:
        list_rows(read_workbook(content, name="x.xlsx"), name="x.xlsx")
    assert "giaoviec export" in caught.value.message("vi")


def test_a_zip_bomb_is_not_unpacked() -> None:
    bomb = book(**{"xl/media/a.bin": b"\0" * 3_000_000})
    assert len(bomb) < 20_000
    with pytest.raises(BadList, match="quá lớn"):
        read_workbook(bomb, name="x.xlsx", limits=Limits(unpacked=2_000_000))


@pytest.mark.parametrize(
    "limits",
    [Limits(packed=100), Limits(parts=3), Limits(part=100), Limits(rows=0), Limits(sheets=0)],
    ids=lambda limits: repr(limits),
)
def test_each_limit_holds(limits: Limits) -> None:
    with pytest.raises(BadList, match="quá lớn"):
        read_workbook(book(), name="x.xlsx", limits=limits)


def test_a_sheet_that_claims_to_be_giant_is_read_by_what_it_holds() -> None:
    rows = CELL.format("a") + '<row r="1048576"><c r="XFD1048576" t="inlineStr"><is><t>far</t></is></c></row>'
    [found] = read_workbook(book(sheet1=sheet(rows)), name="x.xlsx")
    assert [line.cells[0] for line in found.lines][:1] == ["a"]
    assert max(len(line.cells) for line in found.lines) <= Limits().columns


def test_a_list_without_its_keys_is_not_taken_for_new_tasks(edited: Callable[..., EditedList]) -> None:
    taken = edited()
    taken.sheet.delete_cols(12)
    with pytest.raises(BadList, match="cột mã dòng"):
        taken.plan()


HOSTILE = st.text(st.characters(codec="utf-8", exclude_categories=["Cs", "Cc"]), max_size=60) | st.sampled_from(
    ["=1+1", "'; DROP TABLE tasks; --", "<script>alert(1)</script>", "1" * 400, "30/6/9999", "{{7*7}}", "99:99 1/1/2025", "NaN"]
)


@settings(max_examples=60, derandomize=True, deadline=None)
@given(
    st.lists(
        HOSTILE | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.booleans() | st.dates(),
        min_size=10,
        max_size=10,
    )
)
def test_any_cells_give_a_plan(cells: list[object]) -> None:
    """Whatever stands in a row that people added, the row is taken or refused with a reason."""
    from pipeline.exchange.edits import new_task
    from pipeline.exchange.rows import COLUMNS, ListRow
    from pipeline.exchange.values import Unclear
    from pipeline.register.additions import DocumentIndex

    row = ListRow("x", 5, None, False, dict(zip(COLUMNS[1:], cells, strict=True)))
    try:
        new, _, _ = new_task(row, "d1", DocumentIndex({}, {}, {}, {}))
    except Unclear as unclear:
        reason = unclear.reason
    else:
        reason = ("", new.text)
    assert reason[1]
