"""`giaoviec recover`: text in, repaired text out, line for line."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest

from models.errors import ExitCode

RUINED = "Tang cwong ky luat, ky cuong hanh chinh;\n\nnang cao trach nhiém cia ngudi ditng dau co quan.\n"
WHOLE = "Tăng cường kỷ luật, kỷ cương hành chính;\n\nnâng cao trách nhiệm của người đứng đầu cơ quan.\n"


@pytest.fixture
def ruined(tmp_path: Path) -> Path:
    path = tmp_path / "ruined.txt"
    path.write_text(RUINED, encoding="utf-8")
    return path


def test_a_file_comes_out_line_for_line(call, ruined: Path) -> None:
    result = call("recover", str(ruined))
    assert (result.code, result.out, result.err) == (ExitCode.OK, WHOLE, "")


def test_standard_input_is_read_where_no_file_is_given(call, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(RUINED.encode()), encoding="utf-8"))
    assert call("recover").out == WHOLE


def test_json_gives_each_word_with_its_confidence(call, ruined: Path) -> None:
    data = json.loads(call("recover", "--json", str(ruined)).out)
    assert data["text"] == WHOLE
    first = data["words"][0]
    assert (first["start"], first["end"], first["word"], first["candidates"][0]) == (0, 4, "Tăng", "Tăng")


def test_healthy_text_stays_and_the_user_is_told(call, tmp_path: Path) -> None:
    path = tmp_path / "healthy.txt"
    path.write_text(WHOLE, encoding="utf-8")
    result = call("recover", str(path))
    assert result.out == WHOLE
    assert "Không có tiếng nào cần phục hồi" in result.err


def test_a_file_in_an_old_encoding_is_read(call, tmp_path: Path) -> None:
    path = tmp_path / "tcvn3.txt"
    path.write_bytes(b"\xf1y ban nh\xa9n d\xa9n t\xd8nh y\xaau c\xc7u c\xb8c s\xeb, ban, ng\xb5nh b\xb8o c\xb8o\n")
    assert call("recover", str(path)).out == "ủy ban nhân dân tỉnh yêu cầu các sở, ban, ngành báo cáo\n"


def test_what_is_no_file_of_text_is_wrong_usage(call, tmp_path: Path) -> None:
    other = tmp_path / "tcvn3.txt"
    other.write_bytes(b"\xd0\xb5\xff")
    assert call("recover", str(tmp_path)).code == ExitCode.USAGE
    assert call("recover", str(other)).code == ExitCode.USAGE
    assert call("recover", str(tmp_path / "nothing.txt")).code == ExitCode.USAGE
