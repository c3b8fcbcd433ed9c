"""Wrong usage: exit 2, one Vietnamese sentence on standard error, nothing on standard output."""

import pytest

from tests.cli.conftest import Call


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        pytest.param(["giao"], "không có lệnh “giao”", id="unknown command"),
        pytest.param(["tasks", "--mnie"], "có phải --mine?", id="misspelt option"),
        pytest.param(["tasks", "--agency"], "tùy chọn “--agency” thiếu giá trị", id="option without its value"),
        pytest.param(["tasks", "--mine=1"], "tùy chọn “--mine” thiếu giá trị hoặc dùng sai", id="value where none belongs"),
        pytest.param(["ingest"], "thiếu ĐƯỜNG_DẪN", id="missing argument"),
        pytest.param(["text", "a.pdf", "b.pdf"], "thừa tham số “b.pdf”", id="one argument too many"),
        pytest.param(["export", "a.xlsx"], "thừa tham số “a.xlsx”; nơi ghi ra đứng sau -o", id="output without its option"),
        pytest.param(["export"], "chưa biết loại tệp: thêm --format xlsx", id="no kind of file"),
        pytest.param(["export", "-o", "a.pdf"], "có đuôi .xlsx, .csv, .json", id="no kind that can be written"),
        pytest.param(["export", "--format", "pdf"], "chọn một trong: xlsx, csv, json", id="unknown format"),
        pytest.param(["export", "-o", "lich.ics"], "(không xuất được .ics)", id="a kind that is not offered is named"),
        pytest.param(["tasks", "--status", "xong"], "chọn một trong: new (mới), confirmed (đã xác", id="unknown status"),
        pytest.param(["tasks", "--status", "xong"], "Xem cách dùng: giaoviec tasks --help.", id="the help of the command"),
        pytest.param(["tasks", "--sort", "abc"], "deadline (thời hạn)", id="unknown order"),
        pytest.param(["tasks", "--due-before", "30/2/2025"], "“30/2/2025” không phải ngày", id="no such day"),
        pytest.param(["tasks", "--due-before", "tháng sau"], "viết 2025-06-30 hoặc 30/6/2025", id="not a day"),
        pytest.param(["ingest", "x", "--jobs", "0"], "phải là số từ 1 đến", id="no workers"),
        pytest.param(["ingest", "x", "--jobs", "²"], "phải là số từ 1 đến", id="a superscript is no number"),
        pytest.param(["ingest", "khong-co.pdf"], "Không tìm thấy “khong-co.pdf”", id="path that is not there"),
        pytest.param(["text", "khong-co.pdf"], "Không tìm thấy “khong-co.pdf”", id="file that is not there"),
        pytest.param(["text", "corpus"], "“corpus” là thư mục, lệnh text đọc từng tệp", id="folder where a file is wanted"),
        pytest.param(["ingest", ""], "ĐƯỜNG_DẪN… đang để trống", id="empty path: not the current folder"),
        pytest.param(["text", ""], "TỆP đang để trống", id="empty file"),
        pytest.param(["tasks", "--register", ""], "--register đang để trống", id="empty register"),
        pytest.param(["export", "--format", "csv", "-o", ""], "-o đang để trống", id="empty output"),
        pytest.param(["tasks", "--agency", " "], "--agency đang để trống", id="empty condition: not all tasks"),
        pytest.param(["tasks", "--search", ""], "--search đang để trống", id="empty search"),
        pytest.param(["office", "--name", ""], "--name đang để trống", id="empty name"),
        pytest.param(["evaluate", "khong-co"], "Không tìm thấy “khong-co”", id="gold that is not there"),
    ],
)
def test_wrong_usage_is_said_in_vietnamese(call: Call, arguments: list[str], words: str) -> None:
    result = call(*arguments)
    assert result.code == 2
    assert words in result.err
    assert result.out == ""
    assert len(result.err.strip().splitlines()) == 1
    assert "Traceback" not in result.err


def test_wrong_usage_in_english(call: Call) -> None:
    result = call("giao", environ={"GIAOVIEC_LANG": "en"})
    assert (result.code, result.err) == (2, "Wrong usage: there is no command “giao”. See giaoviec --help.\n")


def test_no_command_shows_the_help_and_is_wrong_usage(call: Call) -> None:
    result = call()
    assert result.code == 2
    assert "Các lệnh:" in result.err
    assert result.out == ""


def test_debug_shows_where_an_error_came_from(call: Call) -> None:
    assert "Traceback" in call("text", "khong-co.pdf", "--debug").err


def test_version(call: Call) -> None:
    assert call("--version").out == "giaoviec 0.1.0\n"


def test_a_wrong_option_points_at_the_help_of_its_command(call: Call) -> None:
    assert "giaoviec ingest --help" in call("ingest", "--khong-co", "thu-muc").err
