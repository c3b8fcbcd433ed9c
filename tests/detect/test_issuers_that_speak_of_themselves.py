"""An issuer that speaks of itself: who sends a draft and asks, or directs a body below it, has no duty of its own."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from models.directive import Directive, Role
from models.text import Document

Read = Callable[..., tuple[Document, Directive]]
LETTER = (
    "ỦY BAN NHÂN DÂN TỈNH LÀO CAI\nSỞ NỘI VỤ\n\nSố: 77/SNV-VP\nV/v góp ý dự thảo\n\n"
    "Lào Cai, ngày 12 tháng 5 năm 2022\n\nKính gửi: Các sở, ban, ngành.\n\n"
)
PLAN = (
    "ỦY BAN NHÂN DÂN\nTỈNH LÀO CAI\n\nSố: 40/KH-UBND\n\nLào Cai, ngày 12 tháng 5 năm 2022\n\nKẾ HOẠCH\nTổ chức hội xuân\n\n"
    "III. TỔ CHỨC THỰC HIỆN\n1. Văn phòng UBND tỉnh theo dõi việc thực hiện Kế hoạch này.\n2. "
)


def roles_of(text: str, role: Role, read: Read) -> list[str]:
    return [agency.name for agency in read(text)[1].tasks[-1].agencies if agency.role is role]


@pytest.mark.parametrize(
    ("text", "leads", "receivers"),
    [
        pytest.param(
            "Sở Nội vụ xin gửi dự thảo Đề án tới các sở, ngành, đề nghị các sở, ngành góp ý trước ngày 20/5/2022.",
            ["các sở, ngành"],
            [],
            id="politely",
        ),
        pytest.param(
            "Sở Nội vụ gửi kèm mẫu báo cáo và đề nghị UBND các huyện điền số liệu, gửi Sở Nội vụ trước ngày 20/5/2022.",
            ["UBND các huyện"],
            ["Sở Nội vụ"],
            id="who-receives-the-answer",
        ),
        pytest.param(
            "Thực hiện Công văn số 12/BNV-VP của Bộ, Sở Nội vụ gửi dự thảo Đề án, đề nghị các sở góp ý trước ngày 20/5/2022.",
            ["các sở"],
            [],
            id="upon-what",
        ),
        pytest.param(
            "Để kịp tiến độ, Sở Nội vụ biên soạn tài liệu tuyên truyền, đề nghị UBND các huyện phổ biến trước ngày 20/5/2022.",
            ["UBND các huyện"],
            [],
            id="who-has-written-it",
        ),
        pytest.param(
            "Sở Nội vụ xây dựng kế hoạch kiểm tra, đề nghị UBND các huyện phối hợp trước ngày 20/5/2022.",
            ["Sở Nội vụ"],
            [],
            id="a-work-of-its-own",
        ),
        pytest.param(
            "Sở Tài chính gửi dự toán và đề nghị Kho bạc Nhà nước tỉnh kiểm tra trước ngày 20/5/2022.",
            ["Sở Tài chính", "Kho bạc Nhà nước tỉnh"],
            [],
            id="another-body-sends",
        ),
    ],
)
def test_who_sends_a_draft_and_asks_has_no_duty(text: str, leads: list[str], receivers: list[str], read: Read) -> None:
    paper = f"{LETTER}{text}\n\nGIÁM ĐỐC\n\nNguyễn Văn A\n"
    assert roles_of(paper, Role.LEAD, read) == leads
    assert roles_of(paper, Role.REPORT_TO, read) == receivers


@pytest.mark.parametrize(
    ("text", "leads"),
    [
        pytest.param("Chủ tịch UBND tỉnh chỉ đạo Sở Y tế phối hợp với các sở kiểm tra quán ăn.", ["Sở Y tế"], id="its-chairman"),
        pytest.param("UBND tỉnh cũng chỉ đạo Sở Tài chính tham mưu kinh phí.", ["Sở Tài chính"], id="with-an-adverb"),
        pytest.param("UBND tỉnh chỉ đạo các sở, ngành; UBND các huyện dọn rác.", ["các sở, ngành", "UBND các huyện"], id="a-list"),
        pytest.param("UBND các huyện chỉ đạo UBND các xã dọn rác.", ["UBND các huyện"], id="another-committee"),
        pytest.param("UBND tỉnh Yên Bái chỉ đạo Sở Y tế kiểm tra quán ăn.", ["UBND tỉnh Yên Bái"], id="of-another-province"),
        pytest.param("UBND tỉnh chỉ đạo xây dựng Đề án khu du lịch.", ["UBND tỉnh"], id="a-work-and-no-body"),
    ],
)
def test_whom_an_issuer_directs_leads(text: str, leads: list[str], read: Read) -> None:
    assert roles_of(f"{PLAN}{text}\n\nCHỦ TỊCH\n\nNguyễn Văn A\n", Role.LEAD, read) == leads


@pytest.mark.parametrize(
    ("text", "leads"),
    [
        pytest.param(
            "UBND tỉnh chỉ đạo Sở Y tế kiểm tra quán ăn.\n\nPhối hợp với công an xử lý vi phạm.", ["Sở Y tế"], id="the-next-lines"
        ),
        pytest.param(
            "UBND tỉnh tiếp tục chỉ đạo Sở Tài chính, UBND các xã:\na) Công khai dự toán.",
            ["Sở Tài chính", "UBND các xã"],
            id="a-list",
        ),
        pytest.param(
            "UBND các xã chỉ đạo các thôn dọn đường.\n\nBáo cáo kết quả trước ngày 20/5/2022.", ["UBND các xã"], id="no-issuer"
        ),
        pytest.param("UBND tỉnh tổ chức lễ phát động:\na) Mời các sở dự.", ["UBND tỉnh"], id="its-own-work"),
    ],
)
def test_whom_an_issuer_directs_leads_what_stands_below_too(text: str, leads: list[str], read: Read) -> None:
    assert roles_of(f"{PLAN}{text}\n\nCHỦ TỊCH\n\nNguyễn Văn A\n", Role.LEAD, read) == leads


@pytest.mark.parametrize(
    ("text", "leads"),
    [
        pytest.param("Sở Y tế, cơ quan thường trực Ban Chỉ đạo, lập danh sách đội cứu hộ.", ["Sở Y tế"], id="between-commas"),
        pytest.param("Giao Sở Y tế, đơn vị đầu mối của hội xuân, tổng hợp kinh phí.", ["Sở Y tế"], id="told-to-act"),
        pytest.param(
            "Sở Y tế, cơ quan thường trực Ban Chỉ đạo, Sở Tài chính lập dự toán.",
            ["Sở Y tế", "cơ quan thường trực Ban Chỉ đạo", "Sở Tài chính"],
            id="a-list-of-bodies",
        ),
    ],
)
def test_a_standing_body_between_commas_is_the_body_before_it(text: str, leads: list[str], read: Read) -> None:
    assert roles_of(f"{PLAN}{text}\n\nCHỦ TỊCH\n\nNguyễn Văn A\n", Role.LEAD, read) == leads
