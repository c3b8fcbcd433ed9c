"""GIAOVIEC_LANG=en: no Vietnamese clause is left inside an English sentence."""

import ast
import re
from pathlib import Path
from textwrap import dedent

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


def strings(tree: ast.Module) -> dict[int, str]:
    """The strings of a module that are neither documentation nor patterns, by node; 7 stands in their slots."""
    notes = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    inner = {id(part) for node in ast.walk(tree) if isinstance(node, ast.JoinedStr) for part in node.values}
    patterns = {id(part) for node in ast.walk(tree) if of_patterns(node) for part in ast.walk(node)}
    found = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.JoinedStr) and id(node) not in patterns:
            found[id(node)] = "".join(str(part.value) if isinstance(part, ast.Constant) else "7" for part in node.values)
        elif isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in notes | inner | patterns:
            found[id(node)] = node.value
    slots = {at: re.sub(r"\{\w+\}", "7", text.replace("{pages}", "7/7 trang")) for at, text in found.items()}
    return {at: text for at, text in slots.items() if VIETNAMESE.search(text)}


def of_patterns(node: ast.AST) -> bool:
    """Whether a node calls the module of regular expressions: what it is given is a pattern."""
    called = node.func if isinstance(node, ast.Call) else None
    return isinstance(called, ast.Attribute) and isinstance(called.value, ast.Name) and called.value.id in ("re", "regex")


def clauses(path: Path) -> set[str]:
    """The Vietnamese strings of a module that are neither documentation nor patterns."""
    return set(strings(ast.parse(path.read_text(encoding="utf-8"))).values())


def reasons(path: Path) -> set[str]:
    """The reasons for doubt in a module: what is given or kept under that name, and every phrase that begins a sentence."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    named = [node.value for node in ast.walk(tree) if isinstance(node, ast.keyword) and node.arg in ("reason", "reasons")]
    for node in ast.walk(tree):
        targets = node.targets if isinstance(node, ast.Assign) else [getattr(node, "target", None)]
        names = [part.id for target in targets if target for part in ast.walk(target) if isinstance(part, ast.Name)]
        if isinstance(node, (ast.Assign, ast.AnnAssign)) and node.value and any("reason" in name.lower() for name in names):
            named.append(node.value)
    given = {id(part) for node in named for part in ast.walk(node)}
    keys = {id(part) for node in ast.walk(tree) if isinstance(node, ast.Dict) for part in node.keys}
    found = {at: text for at, text in strings(tree).items() if at not in keys}
    return {text for at, text in found.items() if at in given or (" " in text and (text[0].isupper() or text[0] == "“"))}


@pytest.mark.parametrize("module", GIVERS)
def test_every_clause_that_is_given_has_its_english(module: str) -> None:
    missing = {text for text in clauses(ROOT / module) if VIETNAMESE.search(in_english(text))}
    assert missing <= set(BEGINNINGS), "add them to pipeline/rules/english.py"
    for beginning in missing & set(BEGINNINGS) - {"Văn bản"}:
        assert not VIETNAMESE.search(in_english(f"{beginning}: trang trắng"))


DOUBTERS = sorted(path.stem for path in (ROOT / "pipeline/detect").glob("deadline_*.py"))


@pytest.mark.parametrize("module", ["annex", "doubts", *DOUBTERS, "drafts", "ordering", "tasks"])
def test_every_reason_for_doubt_has_its_english(module: str) -> None:
    """However short: a reason of three words leaks as one of ten does."""
    path = ROOT / f"pipeline/detect/{module}.py"
    whole = {text for text in clauses(path) if len(text.split()) > 4} | reasons(path)
    missing = {text for text in whole if in_english(text) == text and not text.isupper()}
    assert missing == set(), "add them to pipeline/rules/english.py"


def test_a_reason_is_known_by_its_name_or_its_capital(tmp_path: Path) -> None:
    source = """
        WORDS = regex.compile("từ của mẫu không phải là lý do")
        def f(n):
            '''Lý do trong lời giải thích.'''
            reason = "tính lùi"
            return Draft(reasons=(f"thiếu {n} ngày",)), ("Chưa rõ",), {"tuần": 7}
        """
    path = tmp_path / "module.py"
    path.write_text(dedent(source), encoding="utf-8")
    assert reasons(path) == {"tính lùi", "thiếu 7 ngày", "Chưa rõ"}
    assert clauses(path) == {"tính lùi", "thiếu 7 ngày", "Chưa rõ", "tuần"}


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
