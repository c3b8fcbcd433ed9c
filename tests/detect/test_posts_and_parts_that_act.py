"""Who acts, called by a post or by a part in the work, also behind a case or a rhythm: sentences written for these tests."""

from __future__ import annotations

import pytest

from models.outline import Passage, Piece
from pipeline.detect import Detector
from pipeline.detect.acting import body_at_start
from pipeline.detect.analysis import Analysis, analyse


def read(text: str, detector: Detector) -> Analysis:
    return analyse(Passage(text, (Piece(0, 0, len(text)),)), nlp=detector.nlp, rules=detector.roles)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        pytest.param(
            "Trường hợp thiếu giấy tờ, trong 02 ngày làm việc, cơ quan tiếp nhận hồ sơ thông báo cho người nộp.",
            ["cơ quan tiếp nhận hồ sơ"],
            id="a-part-behind-two-settings",
        ),
        pytest.param(
            "Trong thời hạn 20 ngày kể từ ngày nhận đủ hồ sơ, cơ quan cấp phép thẩm định và cấp giấy phép.",
            ["cơ quan cấp phép"],
            id="a-verb-that-may-stand-in-names",
        ),
        pytest.param("Thư ký Hội đồng chuẩn bị tài liệu phiên họp.", ["Thư ký Hội đồng"], id="a-post"),
        pytest.param(
            "Trưởng đoàn thanh tra báo cáo kết quả với người ra quyết định.", ["Trưởng đoàn thanh tra"], id="the-head-of-a-team"
        ),
        pytest.param(
            "Cán bộ, công chức khi phát hiện vi phạm phải báo ngay cho thủ trưởng.",
            ["Cán bộ, công chức"],
            id="a-case-behind-the-name",
        ),
        pytest.param("Nhân viên y tế thôn hằng tuần báo cáo số ca mắc.", ["Nhân viên y tế thôn"], id="a-rhythm-behind-the-name"),
        pytest.param("Tổng phụ trách Đội chuẩn bị cờ và ảnh Bác.", ["Tổng phụ trách Đội"], id="a-post-of-a-school"),
        pytest.param("Lớp 9A2 quét dọn sân sau.", ["Lớp 9A2"], id="a-class-by-its-number"),
        pytest.param("Các lớp nộp báo tường trước ngày 15/11.", ["Các lớp"], id="all-classes"),
        pytest.param("Các lớp tập huấn hoàn thành trước ngày 15/11.", [], id="classes-that-are-held"),
        pytest.param("Lớp học phải thoáng mát.", [], id="a-room"),
        pytest.param("GVCN: Nhắc học sinh mang chổi.", ["GVCN"], id="a-teacher-before-a-colon"),
        pytest.param("Kế toán: Dự trù kinh phí, thanh toán kịp thời.", ["Kế toán"], id="a-post-before-a-colon"),
        pytest.param("Lớp 6A1: Làm cỏ vườn trường.", ["Lớp 6A1"], id="a-class-before-a-colon"),
        pytest.param("Các lớp: Nộp báo tường trước ngày 15/11.", ["Các lớp"], id="all-classes-before-a-colon"),
        pytest.param("Hiệu trưởng: Nguyễn Văn An.", [], id="who-holds-the-post"),
        pytest.param("Tư vấn và khám sức khỏe tiền hôn nhân, can thiệp làm giảm nguy cơ.", [], id="advice-that-is-given"),
        pytest.param("Lớp 6A1: 42 học sinh.", [], id="how-many-there-are"),
        pytest.param("Kế toán: chứng từ gồm hóa đơn và biên bản.", [], id="what-its-papers-are"),
        pytest.param("Cơ quan quản lý giáo dục đã kiểm tra các trường.", [], id="what-was-done"),
        pytest.param("Thanh tra, kiểm tra việc chấp hành pháp luật.", [], id="to-inspect-is-a-verb-too"),
        pytest.param("Thanh tra các dự án có sử dụng đất chậm triển khai.", [], id="what-is-inspected"),
        pytest.param("Thanh tra trách nhiệm người đứng đầu; xử lý vi phạm.", [], id="whose-duty-is-inspected"),
        pytest.param("Thanh tra chủ trì kiểm tra các chợ.", ["Thanh tra"], id="who-inspects"),
    ],
)
def test_who_acts(text: str, names: list[str], detector: Detector) -> None:
    assert [finding.name for finding in body_at_start(read(text, detector))] == names


@pytest.mark.parametrize(
    "text",
    [
        "Thủ trưởng đơn vị khi nhận được báo cáo phải xem xét ngay.",
        "Kế toán trưởng kiểm tra chứng từ trước khi chi.",
    ],
)
def test_below_a_heading_a_post_is_no_other_body(text: str, detector: Detector) -> None:
    assert body_at_start(read(text, detector), told=True) == ()
