"""`giaoviec import`: shows, asks, writes; each row has its line."""

import shutil
import subprocess
from pathlib import Path

import pytest
from openpyxl import load_workbook

from pipeline.cli import who_acts
from pipeline.register import Register
from tests.cli.conftest import Call


@pytest.fixture
def exported(call: Call, sample_register: Path, tmp_path: Path) -> tuple[Path, Path]:
    """A copy of the register and its list, the first task renamed, the second given no such day."""
    register, listed = tmp_path / "so.db", tmp_path / "nhiem-vu.xlsx"
    register.write_bytes(sample_register.read_bytes())
    assert call("export", "--register", register, "-o", listed).code == 0
    book = load_workbook(listed)
    sheet = book.worksheets[0]
    head = next(row[0].row for row in sheet.iter_rows() if row[0].value == "STT")
    sheet.cell(head + 1, 2).value = "Nội dung đã sửa trong Excel"
    sheet.cell(head + 2, 6).value = "31/02/2025"
    book.save(listed)
    return register, listed


def revisions(path: Path) -> list[tuple[str, str]]:
    with Register.open(path, create=False, write=False) as register:
        return [(row["who"], row["field"]) for row in register.rows("SELECT who, field FROM revisions ORDER BY id")]


def test_a_dry_run_shows_and_writes_nothing(call: Call, exported: tuple[Path, Path]) -> None:
    register, listed = exported
    result = call("import", listed, "--register", register, "--dry-run", "--who", "Lan")
    assert result.code == 1, "a row is refused"
    assert "→ Nội dung đã sửa trong Excel" in result.out
    assert "không đọc được ngày “31/02/2025”; viết ngày/tháng/năm" in result.out
    assert "1 sửa" in result.out.splitlines()[-1]
    assert revisions(register) == []


def test_nothing_is_written_without_a_yes(call: Call, exported: tuple[Path, Path]) -> None:
    register, listed = exported
    result = call("import", listed, "--register", register, "--who", "Lan")
    assert (result.code, "thêm --yes" in result.err, revisions(register)) == (2, True, [])


def test_with_yes_the_changes_are_revisions_of_their_author(call: Call, exported: tuple[Path, Path]) -> None:
    register, listed = exported
    result = call("import", listed, "--register", register, "--yes", environ={"GIAOVIEC_USER": "Lê Lan", "GIAOVIEC_LANG": "en"})
    assert result.code == 1
    assert result.out.splitlines()[-1].startswith("Taken in: 1 changed")
    assert revisions(register) == [("Lê Lan", "text"), ("Lê Lan", "status")]
    again = call("import", listed, "--register", register, "--dry-run", "--who", "Lan")
    assert "sửa" not in again.out.splitlines()[-1]


NOBODY = {"USER": "", "LOGNAME": "", "SUDO_USER": "", "GIAOVIEC_USER": ""}


def test_a_change_has_an_author(call: Call, exported: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch) -> None:
    register, listed = exported
    monkeypatch.setattr(who_acts, "account_of_machine", lambda: "")
    result = call("import", listed, "--register", register, environ=NOBODY)
    assert (result.code, "--who" in result.err, "giaoviec import --help" in result.err) == (2, True, True)
    assert "--who" not in call("import", "khong-co.xlsx", "--register", register, environ=NOBODY).err  # the file comes first


def test_without_a_variable_the_account_signs(call: Call, exported: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch) -> None:
    register, listed = exported
    monkeypatch.setattr(who_acts, "account_of_machine", lambda: "vanthu")
    call("import", listed, "--register", register, "--yes", environ=NOBODY)
    assert {who for who, _ in revisions(register)} == {"vanthu"}


def test_a_number_corrected_in_the_list_is_not_passed_over(call: Call, exported: tuple[Path, Path]) -> None:
    register, listed = exported
    assert call("export", "--register", register, "-o", listed).code == 0
    book = load_workbook(listed)
    sheet = book.worksheets[0]
    sheet.cell(next(row[0].row for row in sheet.iter_rows() if row[0].value == "STT") + 1, 7).value = "99/KH-UBND"
    book.save(listed)
    result = call("import", listed, "--register", register, "--yes", "--who", "Lan")
    assert "cột Số văn bản không sửa được từ danh sách" in result.out
    assert "giaoviec review" in result.err
    assert revisions(register) == []


def test_what_is_no_list_is_said(call: Call, sample_register: Path, tmp_path: Path) -> None:
    (tmp_path / "a.xlsx").write_bytes(b"no list")
    result = call("import", tmp_path / "a.xlsx", "--register", sample_register, "--who", "Lan")
    assert (result.code, "giaoviec export --format xlsx" in result.err) == (1, True)
    assert call("import", tmp_path / "none.xlsx", "--register", sample_register, "--who", "Lan").code == 2


def test_a_list_comes_back_whole_through_libreoffice(call: Call, exported: tuple[Path, Path], tmp_path: Path) -> None:
    soffice = shutil.which("soffice")
    if soffice is None:
        pytest.skip("LibreOffice is not installed: what it makes of the list when saving is not looked at")
    register, listed = exported
    home = f"-env:UserInstallation=file://{tmp_path / 'profile'}"
    for kind in ("ods", "xlsx"):
        out = tmp_path / kind
        source = listed if kind == "ods" else tmp_path / "ods" / "nhiem-vu.ods"
        command = [soffice, home, "--headless", "--convert-to", kind, "--outdir", str(out), str(source)]
        subprocess.run(command, check=True, capture_output=True, env={"HOME": str(tmp_path), "PATH": "/usr/bin:/bin"})
    result = call("import", tmp_path / "xlsx" / "nhiem-vu.xlsx", "--register", register, "--dry-run", "--who", "Lan")
    assert "1 sửa" in result.out.splitlines()[-1], result.out
    assert "1 không nhận" in result.out.splitlines()[-1]


def test_a_renamed_column_is_named_and_nothing_is_lost(call: Call, exported: tuple[Path, Path]) -> None:
    register, listed = exported
    book = load_workbook(listed)
    sheet = book.worksheets[0]
    next(cell for row in sheet.iter_rows() for cell in row if cell.value == "Nhiệm vụ").value = "Nội dung công việc"
    book.save(listed)
    result = call("import", listed, "--register", register, "--yes", "--who", "Lan")
    assert (result.code, "cột “Nhiệm vụ” đã đổi tên thành “Nội dung công việc”" in result.err) == (1, True)
    assert revisions(register) == []


def test_a_list_of_another_register_is_not_called_unchanged(call: Call, exported: tuple[Path, Path], tmp_path: Path) -> None:
    register, listed = exported
    assert call("export", "--register", register, "-o", listed).code == 0
    paper = tmp_path / "thu.txt"
    paper.write_text("Số: 3/UBND-NC\n\nKính gửi: Sở Y tế.\n\nĐề nghị Sở Y tế báo cáo trước ngày 15/3/2026.\n", encoding="utf-8")
    assert call("ingest", paper, "--register", tmp_path / "khac.db").code == 0
    result = call("import", listed, "--register", tmp_path / "khac.db", "--dry-run")
    assert (result.code, "không còn việc này trong sổ" in result.out, "không đổi" in result.out) == (1, True, False)


def test_what_was_filled_in_beside_the_tasks_is_said_to_stay_in_the_file(call: Call, exported: tuple[Path, Path]) -> None:
    register, listed = exported
    assert call("export", "--register", register, "-o", listed).code == 0
    assert "giữ tệp này" not in call("import", listed, "--register", register, "--dry-run").err
    book = load_workbook(listed)
    sheet = book["Sổ văn bản đến"]
    head = next(row[0].row for row in sheet.iter_rows() if row[0].value == "Ngày đến")
    sheet.cell(head + 1, 2).value = 15
    book.save(listed)
    assert "hãy giữ tệp này" in call("import", listed, "--register", register, "--dry-run").err
