"""Why the system refused is said in Vietnamese, not in the words of its C library."""

import errno
import os
import sqlite3
from pathlib import Path

import pytest

from models.system import reason_of


def caught(path: Path) -> OSError:
    try:
        path.read_bytes()
    except OSError as error:
        return error
    raise AssertionError("it could be read")


def test_usual_causes_are_said_in_vietnamese(tmp_path: Path) -> None:
    (tmp_path / "tep").write_bytes(b"x")
    (tmp_path / "vong").symlink_to(tmp_path / "vong")
    assert reason_of(caught(tmp_path / "khong-co")) == "không có tệp hoặc thư mục này"
    assert reason_of(caught(tmp_path)) == "là thư mục"
    assert reason_of(caught(tmp_path / "tep" / "con")) == "đường dẫn đi qua một tệp, không phải thư mục"
    assert reason_of(caught(tmp_path / ("x" * 300))) == "tên quá dài"
    assert reason_of(caught(tmp_path / "vong")) == "liên kết trỏ vòng quanh"


@pytest.mark.parametrize("number", sorted(errno.errorcode))
def test_no_sentence_of_the_c_library_gets_through(number: int) -> None:
    said = reason_of(OSError(number, os.strerror(number)))
    assert os.strerror(number) not in said
    assert said


def test_sqlite_is_asked_by_its_code() -> None:
    error = sqlite3.OperationalError("database or disk is full")
    error.sqlite_errorname = "SQLITE_FULL"
    assert reason_of(error) == "đĩa đã đầy"
    error.sqlite_errorname = "SQLITE_IOERR_WRITE"
    assert reason_of(error) == "đĩa báo lỗi đọc, ghi"
    error.sqlite_errorname = "SQLITE_NOLFS"
    assert reason_of(error) == "SQLITE_NOLFS"


def test_an_error_without_a_number_is_named() -> None:
    assert reason_of(OSError("lạ")) == "OSError"
