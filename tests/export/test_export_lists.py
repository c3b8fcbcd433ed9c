"""The lists for people: what an office prints, and what no spreadsheet runs."""

import csv
import io
import os
import shutil
import subprocess
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from zipfile import ZipFile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from models.directive import Bound, Capacity, Kind, PageFacts, Role
from models.errors import OutputError
from models.office import Office
from models.register import AgencyView, DeadlineView, IntakeState, TaskFilter, TaskStatus, TaskView
from pipeline.export import Heading, export, render_csv, render_xlsx, write_output
from pipeline.export.print_size import HIGHEST, wrapped_lines
from pipeline.export.words import KIND, ORIGIN, STATE, STATUS, type_and_subject
from pipeline.register import Register, correct_document, set_office
from pipeline.register.additions import DocumentIndex
from pipeline.register.shelf import shelf
from pipeline.rules.types import document_types
from tests.factories import NOW, TODAY, make_agency, make_deadline, make_directive, make_evidence, make_fields, make_task
from tests.register.conftest import Put

HEADERS = [
    "STT", "Nhiệm vụ", "Cơ quan chủ trì", "Cơ quan phối hợp", "Thời hạn (theo văn bản)", "Thời hạn", "Số văn bản", "Ngày văn bản",
    "Trang", "Trạng thái", "Ghi chú",
]  # fmt: skip
PLAIN = TaskView(
    id="t1", version=1, document_id="d1", number="2039/KH-UBND", issued=date(2025, 5, 12), issuer="UBND tỉnh", file="a.pdf",
    path=("I",), kind="assignment", origin="body", text="Xây dựng kế hoạch", product=None, note=None, page=4, sheet=4,
    confidence=0.9, status=TaskStatus.NEW,
)  # fmt: skip


def sheets(content: bytes) -> tuple[Worksheet, Worksheet]:
    book = load_workbook(io.BytesIO(content))
    assert book.sheetnames == ["Danh mục nhiệm vụ", "Sổ văn bản đến"]
    return book.worksheets[0], book.worksheets[1]


def table(sheet: Worksheet) -> list[list[object]]:
    """The header and the lines below it, as a reader sees them: without hidden columns."""
    hidden = {letter for letter, column in sheet.column_dimensions.items() if column.hidden}
    rows = [[cell.value for cell in row if cell.coordinate.rstrip("0123456789") not in hidden] for row in sheet.iter_rows()]
    start = next(i for i, row in enumerate(rows) if sum(value is not None for value in row) > 5)
    return rows[start:]


def test_a_line_says_who_when_and_where_from(register: Register, put: Put) -> None:
    lead = make_agency(inherited=True, capacity=Capacity.PHOI_HOP)
    helper = make_agency("Sở Y tế", Role.COORDINATE)
    receiver = make_agency("UBND tỉnh", Role.REPORT_TO)
    task = make_task(
        product="Báo cáo", note="gấp", reasons=("hai cách đọc",), kind=Kind.EVENT, deadlines=[make_deadline(due=date(2025, 6, 30))]
    ).model_copy(update={"agencies": (lead, make_agency("Sở Tài chính"), helper, receiver)})
    put(make_directive(task, name="a.pdf"))
    put(make_directive(make_task("hai", deadlines=[make_deadline(due=date(2025, 7, 1), time="17:00")]), name="b.pdf",
                       fields=make_fields(number=None, issued=None)))  # fmt: skip
    header, first, second = table(sheets(export(register, TaskFilter(), "xlsx", today=TODAY))[0])
    assert header == HEADERS
    assert first == [
        1, task.text, "Sở Nội vụ (suy ra) (phối hợp thực hiện);\nSở Tài chính", "Sở Y tế", "trước ngày 30/6/2025",
        datetime(2025, 6, 30), "2039/KH-UBND", datetime(2025, 5, 12), 1, "Mới",
        "Sự kiện\ngấp\nSản phẩm: Báo cáo\nBáo cáo, gửi: UBND tỉnh\nCần xem lại: hai cách đọc",
    ]  # fmt: skip
    assert second[5:8] == [datetime(2025, 7, 1, 17), "(b.pdf)", None]


def test_a_number_that_lacks_its_figures_is_told_with_the_file(register: Register, put: Put) -> None:
    """ "/2010/TT-BCT" in a list said of no paper which one it was."""
    put(make_directive(make_task(), name="thong-tu.pdf", fields=make_fields(number="/2010/TT-BCT")))
    _, row = table(sheets(export(register, TaskFilter(), "xlsx", today=TODAY))[0])
    assert row[6] == "/2010/TT-BCT (thong-tu.pdf)"
    assert DocumentIndex.load(register).find(row[6]) == ("t1",), "a row that people add may copy it"


def test_a_text_without_pages_has_no_page_number(register: Register, put: Put) -> None:
    whole = PageFacts(page=1, source="plain", reason="văn bản Word", quality=1.0, text="Giao Sở Nội vụ rà soát.")
    put(make_directive(make_task(), name="a.docx", pages=(whole,)))
    put(
        make_directive(
            make_task(), name="b.txt", pages=(whole, whole.model_copy(update={"page": 2})), fields=make_fields(number="7/CV-SNV")
        )
    )
    _, word, text = table(sheets(export(register, TaskFilter(), "xlsx", today=TODAY))[0])
    assert {word[6]: word[8], text[6]: text[8]} == {"2039/KH-UBND": None, "7/CV-SNV": 1}


def test_the_book_of_incoming_documents_has_a_row_a_document(register: Register, put: Put) -> None:
    put(make_directive(make_task(), make_task("hai"), name="a.pdf"))
    put(make_directive(name="b.pdf", fields=make_fields(type="CV", number=None, issued=None, urgency="KHẨN", subject="báo cáo"),
                       warnings=("Trang 2 không đọc được.",)))  # fmt: skip
    header, *rows = table(sheets(export(register, TaskFilter(), "xlsx", today=TODAY))[1])
    assert header[:10] == [
        "Ngày đến", "Số đến", "Tác giả", "Số, ký hiệu văn bản", "Ngày văn bản", "Tên loại và trích yếu nội dung văn bản",
        "Đơn vị hoặc người nhận", "Ngày chuyển", "Ký nhận", "Ghi chú",
    ]  # fmt: skip
    assert rows[0][2:6] == [
        "Ủy ban nhân dân tỉnh Đắk Sơn", "2039/KH-UBND", datetime(2025, 5, 12), "Kế hoạch cải cách hành chính năm 2025",
    ]  # fmt: skip
    assert rows[0][10:] == [2, "a.pdf"]
    assert rows[1][3:6] == [None, None, "Công văn về việc báo cáo"]
    assert rows[1][9:] == ["KHẨN\nCần kiểm tra\nTrang 2 không đọc được.", 0, "b.pdf"]


@pytest.mark.parametrize(
    ("page", "told"),
    [
        ("THÔNG BÁO\nVề việc treo cờ Tổ quốc", "Thông báo về việc treo cờ Tổ quốc"),
        ("THÔNG BÁO\nV/v: treo cờ Tổ quốc", "Thông báo về việc treo cờ Tổ quốc"),
        ("THÔNG BÁO\nVỀ VIỆC\ntreo cờ Tổ quốc", "Thông báo về việc treo cờ Tổ quốc"),
        ("THÔNG BÁO\ntreo cờ Tổ quốc", "Thông báo treo cờ Tổ quốc"),
        ("treo cờ Tổ quốc", "Thông báo treo cờ Tổ quốc"),
    ],
)
def test_the_book_says_about_where_the_paper_says_it(register: Register, put: Put, page: str, told: str) -> None:
    subject = "treo cờ Tổ quốc"
    mark = make_evidence(subject, at=page.index(subject))
    facts = PageFacts(page=1, source="plain", reason="văn bản thuần", quality=1.0, text=page)
    fields = make_fields(type="TB", subject=subject, evidence={"subject": mark})
    put(make_directive(make_task(), name="a.pdf", fields=fields, pages=(facts,)))
    _, row = table(sheets(export(register, TaskFilter(), "xlsx", today=TODAY))[1])
    assert row[5] == told
    assert [type_and_subject(line.type, line.subject, about=line.about) for line in shelf(register).lines] == [told]
    correct_document(register, "t1", 1, {"subject": "việc nghỉ lễ"}, who="Lan", when=NOW)
    _, row = table(sheets(export(register, TaskFilter(), "xlsx", today=TODAY))[1])
    assert row[5] == "Thông báo việc nghỉ lễ", "as the person wrote it"


@pytest.mark.parametrize("cover", ["", "PHIẾU TRÌNH\nVề việc cho ý kiến"], ids=["blank", "cover"])
@pytest.mark.parametrize(
    ("head", "told"), [("THÔNG BÁO\nVề việc ", "Thông báo về việc treo cờ"), ("THÔNG BÁO\n", "Thông báo treo cờ")]
)
def test_the_book_says_about_also_where_the_paper_begins_on_a_later_page(
    register: Register, put: Put, cover: str, head: str, told: str
) -> None:
    texts = (cover, f"{head}treo cờ")
    mark = make_evidence("treo cờ", page=2, at="\f".join(texts).index("treo cờ"))
    facts = {"source": "plain", "reason": "văn bản thuần", "quality": 1.0}
    pages = tuple(PageFacts.model_validate(facts | {"page": number, "text": text}) for number, text in enumerate(texts, 1))
    fields = make_fields(type="TB", subject="treo cờ", evidence={"subject": mark})
    put(make_directive(make_task(), name="a.pdf", fields=fields, pages=pages))
    assert [type_and_subject(line.type, line.subject, about=line.about) for line in shelf(register).lines] == [told]


def test_our_own_documents_are_not_incoming(register: Register, put: Put) -> None:
    put(make_directive(make_task(), name="a.pdf"))
    set_office(register, Office(name="UBND tỉnh Đắk Sơn"))
    tasks, book = sheets(export(register, TaskFilter(), "xlsx", today=TODAY))
    assert len(table(tasks)) == 2
    assert len(table(book)) == 1
    assert tasks["A1"].value == "UBND TỈNH ĐẮK SƠN"


def test_the_sheet_is_set_up_for_paper(register: Register, put: Put) -> None:
    put(make_directive(make_task("Báo cáo " * 60)))
    for sheet in sheets(
        export(register, TaskFilter(mine=False, search="bao cao"), "xlsx", today=TODAY, describe="có chữ “báo cáo”")
    ):
        head = next(row[0].row for row in sheet.iter_rows() if row[0].border.left.style)
        assert (sheet.page_setup.orientation, str(sheet.page_setup.paperSize)) == ("landscape", "9")
        assert (sheet.sheet_properties.pageSetUpPr.fitToPage, sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (
            True,
            1,
            0,
        )
        assert sheet.print_title_rows == f"${head}:${head}"
        assert sheet.freeze_panes == f"A{head + 1}"
        assert sheet.auto_filter.ref.startswith(f"A{head}:")
        assert "&P" in sheet.oddFooter.center.text
        cell = sheet.cell(head + 1, 2)
        assert cell.alignment.wrap_text
        assert (cell.font.name, cell.font.size) == ("Times New Roman", 12)
        said = [row[0].value for row in sheet.iter_rows(max_row=head - 1) if row[0].value]
        assert "có chữ “báo cáo”" in said[1]
        assert "lập ngày 01/06/2025" in said[1]


def test_rhythms_are_told_in_words_and_several_deadlines_stand_together() -> None:
    monthly = DeadlineView("trước ngày 20 hàng tháng", rrule="FREQ=MONTHLY;BYMONTHDAY=20", bound=Bound.BEFORE)
    once = DeadlineView("30/6", due=date(2025, 6, 30), bound=Bound.BY)
    sheet = sheets(render_xlsx([replace(PLAIN, deadlines=(monthly,)), replace(PLAIN, deadlines=(once, monthly))], []))[0]
    first, second = table(sheet)[1:]
    assert first[5] == "mỗi tháng, trước ngày 20"
    assert "tháng" in str(first[5])
    assert "FREQ" not in str(first[5])
    assert "30/" in str(second[5])
    assert str(second[5]).endswith(str(first[5]))
    assert second[4] == "30/6\ntrước ngày 20 hàng tháng"


def test_an_empty_list_says_so(register: Register) -> None:
    rows = table(sheets(export(register, TaskFilter(), "xlsx", today=TODAY))[0])
    assert rows[1][0] == "Không có nhiệm vụ nào theo điều kiện đã chọn."


def test_a_long_text_is_set_smaller_before_it_is_cut_off() -> None:
    text = "Báo cáo kết quả thực hiện nhiệm vụ được giao. " * 60
    sheet = sheets(render_xlsx([replace(PLAIN, text=text)], []))[0]
    row = next(row for row in sheet.iter_rows() if row[1].value == text.strip())
    size, height = row[1].font.size, sheet.row_dimensions[row[1].row].height
    assert size < 12
    assert height <= HIGHEST
    needed = wrapped_lines(text, width=sheet.column_dimensions["B"].width, size=size, standard=12)
    assert needed * size * 1.2 <= height


HOSTILE = st.text(
    alphabet=st.one_of(st.sampled_from(list("=+-@\t\r\n'\"|,;!:()<>&%{}$\x00\x07\x1b\x85\u2028\ufffe\uffff＝＋")), st.characters()),
    max_size=40,
)
FORMULAS = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "=cmd|' /C calc'!A0", '=HYPERLINK("http://x","y")', "＝1＋1"]


def hostile_task(text: str) -> TaskView:
    agency = AgencyView(Role.LEAD, Capacity.CHU_TRI, text)
    return replace(
        PLAIN, text=text, number=text or None, note=text, product=text, reasons=(text,), file=text, agencies=(agency,),
        deadlines=(DeadlineView(text),),
    )  # fmt: skip


def check_xlsx(text: str) -> None:
    content = render_xlsx([hostile_task(text)], [], heading=Heading(text, text, text))
    for sheet in sheets(content):
        for row in sheet.iter_rows():
            for cell in row:
                assert cell.data_type in ("s", "n", "d"), (cell.coordinate, cell.value)
                assert cell.hyperlink is None
    with ZipFile(io.BytesIO(content)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    assert not [name for name in parts if "external" in name.lower() or "vba" in name.lower()]
    assert all(b"<f>" not in part and b"<f " not in part for name, part in parts.items() if name.startswith("xl/worksheets/sheet"))


def check_csv(text: str) -> None:
    content = render_csv([hostile_task(text)])
    assert content.startswith(b"\xef\xbb\xbf")
    header, line = csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""))
    assert header == HEADERS
    assert not [cell for cell in line if cell.startswith(("=", "+", "-", "@", "\t", "\r", "\n"))]


@pytest.mark.parametrize("text", FORMULAS)
def test_a_text_that_looks_like_a_formula_stays_text(text: str) -> None:
    check_xlsx(text)
    check_csv(text)
    sheet = sheets(render_xlsx([replace(PLAIN, text=text)], []))[0]
    [cell] = [row[1] for row in sheet.iter_rows() if row[1].value == text.strip()]
    assert cell.data_type == "s"


@settings(max_examples=120, derandomize=True, deadline=None)
@given(HOSTILE)
def test_no_text_breaks_a_list_or_runs_in_it(text: str) -> None:
    check_xlsx(text)
    check_csv(text)


def test_a_spreadsheet_shows_the_text_and_not_its_value(tmp_path: Path) -> None:
    soffice = shutil.which("soffice")
    if soffice is None:
        pytest.skip("LibreOffice is not installed: what it makes of the list is not looked at")
    tasks = [replace(PLAIN, text=text) for text in ("=1+1", "@SUM(1;2)", "-3+4")]
    (tmp_path / "out.xlsx").write_bytes(render_xlsx(tasks, []))
    (tmp_path / "in.csv").write_bytes(render_csv(tasks))
    home = f"-env:UserInstallation=file://{tmp_path / 'profile'}"
    for source in ("out.xlsx", "in.csv"):
        subprocess.run(
            [soffice, home, "--headless", "--convert-to", "csv:Text - txt - csv (StarCalc):44,34,76", "--outdir",
             str(tmp_path / "shown"), str(tmp_path / source)],
            check=True, capture_output=True, env={**os.environ, "HOME": str(tmp_path)},
        )  # fmt: skip
        shown = (tmp_path / "shown" / source).with_suffix(".csv").read_text(encoding="utf-8")
        column = [line[1].lstrip("'") for line in csv.reader(io.StringIO(shown)) if line[:1] in (["1"], ["2"], ["3"])]
        assert column == ["=1+1", "@SUM(1;2)", "-3+4"], source


def test_every_value_of_an_enumeration_has_its_words() -> None:
    assert set(STATUS) == set(TaskStatus)
    assert set(STATE) == set(IntakeState)
    assert set(KIND) == {kind.value for kind in Kind}
    assert set(ORIGIN) == {"body", "table", "but_phe", "imported"}
    assert type_and_subject(None, None) == ""
    assert type_and_subject("TB", "kết luận cuộc họp") == "Thông báo kết luận cuộc họp"


def test_every_type_of_the_rules_is_called_by_its_name() -> None:
    """A circular was "TT Quy định ..." in the book: the list of names here knew fewer types than the reader did."""
    for kind in document_types().types:
        if kind.abbr:
            assert type_and_subject(kind.abbr, None) == kind.names[0]
    assert type_and_subject("TT", "Quy định mức thu lệ phí") == "Thông tư Quy định mức thu lệ phí"


def test_english_on_demand(register: Register, put: Put) -> None:
    put(make_directive(make_task()))
    book = load_workbook(io.BytesIO(export(register, TaskFilter(), "xlsx", today=TODAY, language="en")))
    assert book.sheetnames == ["Tasks", "Incoming documents"]
    assert export(register, TaskFilter(), "csv", today=TODAY, language="en").decode("utf-8-sig").startswith("No.,Task,Lead,")


def test_output_is_replaced_whole(tmp_path: Path) -> None:
    path = tmp_path / "tasks.xlsx"
    write_output(path, b"old")
    path.chmod(0o640)
    link = tmp_path / "link.xlsx"
    link.symlink_to(path)
    write_output(link, b"new")
    assert path.read_bytes() == b"new"
    assert link.is_symlink()
    assert path.stat().st_mode & 0o777 == 0o640
    assert sorted(entry.name for entry in tmp_path.iterdir()) == ["link.xlsx", "tasks.xlsx"]
    write_output(Path("/dev/null"), b"gone")


@pytest.mark.parametrize("name", ["register.db", "register.db-wal", "register.files/originals/abc", "link.xlsx", "other.db"])
def test_a_register_is_never_written_over(tmp_path: Path, name: str) -> None:
    path = tmp_path / "register.db"
    (tmp_path / "register.files" / "originals").mkdir(parents=True)
    (tmp_path / "register.files" / "originals" / "abc").write_bytes(b"%PDF")
    (tmp_path / "link.xlsx").symlink_to(path)
    for database in (path, tmp_path / "other.db"):
        Register.open(database, create=True).close()
    before = {entry: entry.read_bytes() for entry in tmp_path.rglob("*") if entry.is_file()}
    with pytest.raises(OutputError, match="sẽ mất"):
        write_output(tmp_path / name, b"content", register=path)
    assert {entry: entry.read_bytes() for entry in tmp_path.rglob("*") if entry.is_file()} == before


def test_a_pipe_that_this_process_was_given_is_written_to(tmp_path: Path) -> None:
    reading, writing = os.pipe()
    write_output(Path(f"/proc/self/fd/{writing}"), b"content")
    os.close(writing)
    with os.fdopen(reading, "rb") as pipe:
        assert pipe.read() == b"content"


@pytest.mark.parametrize("place", ["", "none/tasks.xlsx", "file/tasks.xlsx", "x" * 300])
def test_what_cannot_be_written_is_said_and_leaves_nothing(tmp_path: Path, place: str) -> None:
    (tmp_path / "file").write_bytes(b"a file, not a folder")
    with pytest.raises(OutputError, match="-o"):
        write_output(tmp_path / place, b"content")
    assert [entry.name for entry in tmp_path.iterdir()] == ["file"]
