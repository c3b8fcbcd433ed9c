"""Bodies called by their work before a duty, and equipment called like a body: sentences written for these tests."""

from __future__ import annotations

import pytest

from models.directive import Role
from models.outline import Passage, Piece
from pipeline.detect import Detector
from pipeline.detect.analysis import analyse


def _leads(text: str, detector: Detector) -> list[str]:
    passage = Passage(text, (Piece(0, 0, len(text)),))
    analysis = analyse(passage, nlp=detector.nlp, rules=detector.roles)
    found = [*analysis.roles, *analysis.judgement.added]
    return [finding.name for finding in found if finding.role is Role.LEAD]


@pytest.mark.parametrize(
    ("text", "leads"),
    [
        ("Chủ đầu tư công trình lưới điện cao áp phải lắp biển báo.", ["Chủ đầu tư công trình lưới điện cao áp"]),
        (
            "Trước khi đóng điện, chủ đầu tư công trình lưới điện cao áp phải lập hồ sơ nghiệm thu.",
            ["chủ đầu tư công trình lưới điện cao áp"],
        ),
        ("Chủ sở hữu nhà ở phải chặt tỉa cây.", ["Chủ sở hữu nhà ở"]),
        ("Chủ sử dụng lưới điện có trách nhiệm kiểm tra hành lang.", ["Chủ sử dụng lưới điện"]),
        ("Cơ quan tư vấn thiết kế phải khảo sát địa hình.", ["Cơ quan tư vấn thiết kế"]),
        (
            "Cơ quan tư vấn thiết kế, cơ quan phê duyệt thiết kế kỹ thuật đường dây phải kiểm tra hồ sơ.",
            ["Cơ quan tư vấn thiết kế", "cơ quan phê duyệt thiết kế kỹ thuật đường dây"],
        ),
        ("Cơ quan cấp phép xây dựng phải lấy ý kiến của Sở Công Thương.", ["Cơ quan cấp phép xây dựng"]),
        ("Tổ chức thẩm định dự án phải kiểm tra hồ sơ.", ["Tổ chức thẩm định dự án"]),
        ("Đơn vị thi công, đơn vị giám sát công trình phải bố trí rào chắn.", ["Đơn vị thi công", "đơn vị giám sát công trình"]),
        (
            "Đơn vị tư vấn thiết kế, đơn vị thẩm định thiết kế phải kiểm tra hồ sơ.",
            ["Đơn vị tư vấn thiết kế", "đơn vị thẩm định thiết kế"],
        ),
        (
            "Cơ quan lập quy hoạch, cơ quan thẩm định quy hoạch phải lấy ý kiến.",
            ["Cơ quan lập quy hoạch", "cơ quan thẩm định quy hoạch"],
        ),
        ("Tổ chức khai thác nước, chủ công trình thủy lợi phải đo đạc.", ["Tổ chức khai thác nước", "chủ công trình thủy lợi"]),
    ],
)
def test_a_body_is_called_by_all_of_its_work(text: str, leads: list[str], detector: Detector) -> None:
    assert _leads(text, detector) == leads


@pytest.mark.parametrize(
    "text",
    [
        "Các trạm hợp bộ kiểu kín, tủ đóng cắt phải đặt cách nhà ở ít nhất 3 m.",
        "Các trạm biến áp phải có hàng rào bảo vệ.",
        "Các trạm trộn bê tông phải che chắn bụi.",
        "Các trạm BTS phải được kiểm tra định kỳ.",
        "Các trạm sạc phải lắp đặt thiết bị ngắt điện.",
        "Các tổ máy phát điện phải được bảo dưỡng định kỳ.",
        "Các phòng máy phải lắp thiết bị chữa cháy.",
        "Các hội trường phải bố trí lối thoát nạn.",
        "Các đài phun nước phải kiểm tra điện.",
        "Các ban công phải có lan can.",
    ],
)
def test_equipment_and_rooms_lead_nothing(text: str, detector: Detector) -> None:
    assert _leads(text, detector) == []


@pytest.mark.parametrize("name", ["Các trạm y tế", "Các trạm kiểm lâm", "Các phòng chuyên môn", "Các đài truyền thanh"])
def test_bodies_with_the_same_words_lead(name: str, detector: Detector) -> None:
    assert _leads(f"{name} phải kiểm tra trang thiết bị.", detector) == [name]
