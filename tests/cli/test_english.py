"""GIAOVIEC_LANG=en: no Vietnamese clause is left inside an English sentence."""

import ast
import re
from pathlib import Path

import pytest

from models.errors import BrokenFile, RegisterMissing
from pipeline.extract.ocr.handwriting import DATE_BLANK, NUMBER_BLANK
from pipeline.rules.english import in_english, message_of
from tests.cli.conftest import ROOT, SAMPLES, Call, program
from tests.cli.test_ingest import bad_files

VIETNAMESE = re.compile("[àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđ]", re.IGNORECASE)
GIVERS = [
    "models/system.py",
    "models/packet.py",
    *(f"pipeline/extract/{name}.py" for name in ("files", "health", "office", "pdf", "plain", "reader", "warnings", "web", "word")),
    *(f"pipeline/extract/{name}.py" for name in ("pictures", "render", "scans", "truth", "inset", "ocr/engine", "ocr/picture")),
    *(f"pipeline/register/{name}.py" for name in ("database", "guard", "originals")),
    *(
        f"pipeline/intake/{name}.py"
        for name in ("pool", "sources", "worker", "inbox", "overlap", "stillness", "watchers", "landing", "watch")
    ),
    "pipeline/export/output.py",
    "pipeline/exchange/workbook.py",
    "pipeline/people/person.py",
    "pipeline/people/store.py",
    "pipeline/review/guard/settings.py",
    "pipeline/register/alias_file.py",
    "pipeline/detect/__init__.py",
    "pipeline/detect/packet.py",
    *(f"pipeline/extract/packet/{name}.py" for name in ("parts", "reading", "sniff", "tree")),
]
BEGINNINGS = ("văn bản Word", "văn bản Word 97-2003, chuyển qua LibreOffice", "văn bản thuần (7)", "trang HTML", "Văn bản")
BEGINNINGS += ("đọc từ ảnh (OCR)", "đọc từ ảnh (OCR), 7")
"""Given with a colon and a clause behind them, or put into a sentence."""


def clauses(path: Path) -> set[str]:
    """The Vietnamese strings of a module that are neither documentation nor patterns; 7 stands in their slots."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    notes = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    inner = {id(part) for node in ast.walk(tree) if isinstance(node, ast.JoinedStr) for part in node.values}
    found = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.JoinedStr):
            found.add("".join(str(part.value) if isinstance(part, ast.Constant) else "7" for part in node.values))
        elif isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in notes | inner:
            found.add(node.value)
    plain = {text for text in found if VIETNAMESE.search(text) and not re.search(r"\[|\(\?", text)}
    return {re.sub(r"\{\w+\}", "7", text.replace("{pages}", "7/7 trang")) for text in plain}


@pytest.mark.parametrize("module", GIVERS)
def test_every_clause_that_is_given_has_its_english(module: str) -> None:
    missing = {text for text in clauses(ROOT / module) if VIETNAMESE.search(in_english(text))}
    assert missing <= set(BEGINNINGS), "add them to pipeline/rules/english.py"
    for beginning in missing & set(BEGINNINGS) - {"Văn bản"}:
        assert not VIETNAMESE.search(in_english(f"{beginning}: trang trắng"))


@pytest.mark.parametrize(
    "module",
    ["annex", "deadline_join", "deadline_rhythms", "deadline_single", "deadline_terms", "deadline_values", "drafts", "tasks"],
)
def test_every_reason_for_doubt_has_its_english(module: str) -> None:
    """Reasons are whole phrases; what is shorter in these modules is a word of the grammar."""
    reasons = {text for text in clauses(ROOT / f"pipeline/detect/{module}.py") if len(text.split()) > 4}
    missing = {text for text in reasons if in_english(text) == text}
    grammar = {"phạm vi và đối tượng", "đối tượng và phạm vi", "tháng (này|sau|tới)$"}
    assert {text for text in missing if "\\b" not in text} <= grammar, "add them to pipeline/rules/english.py"


def test_slots_are_english_too() -> None:
    reason = "lớp chữ của PDF: chữ bị hỏng: chỉ 61% tiếng đúng chính tả tiếng Việt"
    assert in_english(reason) == "text layer of the PDF: garbled: only 61% of the syllables are valid Vietnamese"
    reason = f"đọc từ ảnh (OCR), {NUMBER_BLANK}, {DATE_BLANK}: trang ít chữ; tệp ảnh"
    assert not VIETNAMESE.search(in_english(reason)), in_english(reason)
    assert in_english("Sở Nội vụ") == "Sở Nội vụ", "names and unknown words stay as they are"


def test_an_error_keeps_its_other_facts() -> None:
    error = BrokenFile(name="Kế hoạch.pdf", detail="không mở được như một tệp PDF")
    said = "“Kế hoạch.pdf” is damaged or cut off (cannot be opened as a PDF). Ask for the file again or scan the paper again."
    assert message_of(error, "en") == said
    assert message_of(error, "vi") == error.message("vi")
    assert message_of(RegisterMissing(path="a b"), "en").endswith("--register 'a b'")


def test_bad_files_are_explained_in_english(tmp_path: Path) -> None:
    bad_files(tmp_path)
    scan = SAMPLES / "bay-anh-quet.pdf"
    result = program(
        "ingest", tmp_path, scan, "-v", "--ocr", "off", "--register", tmp_path / "so.db", environ={"GIAOVIEC_LANG": "en"}
    )
    assert result.code == 1
    assert not VIETNAMESE.search(result.out.replace("tập", "")), result.out
    assert "1 of 1 pages have no usable text layer" in result.out


def test_troubles_with_paths_are_explained_in_english(call: Call, sample_register: Path, tmp_path: Path) -> None:
    english = {"GIAOVIEC_LANG": "en"}
    (tmp_path / "x.db").write_bytes(b"no database")
    for arguments in (
        ["tasks", "--register", tmp_path / "x.db"],
        ["doctor", "--register", tmp_path / "x.db"],
        ["export", "--format", "csv", "--register", sample_register, "-o", tmp_path / "none" / "a.csv"],
        ["export", "--format", "csv", "--register", sample_register, "-o", sample_register],
        ["text", SAMPLES],
        ["tasks", "--mine", "--register", sample_register],
    ):
        result = call(*arguments, environ=english)
        assert result.code in (2, 4)
        assert not VIETNAMESE.search(result.err + result.out)
