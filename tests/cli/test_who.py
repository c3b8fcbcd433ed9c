"""`giaoviec who`: the answer in words, in both languages, and the exit codes."""

import pytest

from tests.cli.conftest import Call

SO_TTTT = ("who", "Sở Thông tin và Truyền thông", "--on", "2023-05-05", "--place", "Lào Cai", "--today", "15/10/2025")


def test_a_task_of_a_department_that_is_no_more(call: Call) -> None:
    result = call(*SO_TTTT, "--task", "cấp thẻ nhà báo")
    assert (result.code, result.err) == (0, "")
    assert result.out.splitlines() == [
        "Khi đó (05/05/2023): Sở Thông tin và Truyền thông tỉnh Lào Cai",
        "  01/03/2025  Sở Thông tin và Truyền thông tỉnh Lào Cai → Sở Văn hóa, Thể thao và Du lịch tỉnh Lào Cai",
        "              lĩnh vực báo chí, xuất bản, thông tin cơ sở, thông tin đối ngoại "
        "(ngày chung; ngày của từng nơi có thể lệch). Cần kiểm lại.",
        "  01/07/2025  Sở Văn hóa, Thể thao và Du lịch tỉnh Lào Cai (cũ) → Sở Văn hóa, Thể thao và Du lịch tỉnh Lào Cai (mới)",
        "              tỉnh Lào Cai (cũ), tỉnh Yên Bái thành tỉnh Lào Cai (mới). Căn cứ: 202/2025/QH15.",
        "Nay (15/10/2025): Sở Văn hóa, Thể thao và Du lịch tỉnh Lào Cai",
    ]


def test_without_the_task_all_candidates_are_printed_with_the_reason(call: Call) -> None:
    result = call(*SO_TTTT)
    assert result.code == 0
    assert "Nay (15/10/2025): chưa chọn được; có thể là" in result.out
    assert "  1. Sở Khoa học và Công nghệ tỉnh Lào Cai\n" in result.out
    assert "  3. " in result.out
    assert "Lý do: Chưa có nội dung nhiệm vụ" in result.out


def test_a_district_in_english(call: Call) -> None:
    result = call("who", "UBND huyện Bảo Thắng", "--on", "5/5/2023", "--place", "Lào Cai", environ={"GIAOVIEC_LANG": "en"})
    assert result.code == 0
    assert "Now (15/10/2025): open; it may be" in result.out
    assert "no single successor" in result.out
    assert not {"Nay", "Lý do"} & set(result.out.replace(":", " ").split())


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        pytest.param(["Sở Y tế"], "thiếu ngày của văn bản", id="no day"),
        pytest.param(["Hội Ong vàng", "--on", "5/5/2023"], "không có trong danh bạ", id="unknown body"),
        pytest.param(["các sở, ban, ngành", "--on", "5/5/2023"], "nhóm cơ quan", id="a group"),
        pytest.param(["Sở Y tế", "--on", "5/5/2023", "--place", "Xứ Sở"], "không có tỉnh, thành phố “Xứ Sở”", id="unknown place"),
        pytest.param(["Sở Y tế", "--on", "5/5/2026"], "sau ngày đang hỏi 15/10/2025", id="document of tomorrow"),
        pytest.param([], "thiếu TÊN", id="no name"),
    ],
)
def test_what_cannot_be_asked_is_wrong_usage(call: Call, arguments: list[str], words: str) -> None:
    result = call("who", *arguments)
    assert (result.code, result.out) == (2, "")
    assert words in result.err
    assert len(result.err.splitlines()) == 1
