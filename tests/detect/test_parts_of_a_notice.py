"""What the titles of a notice mean: "Yêu cầu" behind an assessment, topics that sound like one. Sentences of these tests."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from models.directive import Directive, Role
from models.text import Document

Read = Callable[[str], tuple[Document, Directive]]
HEAD = (
    "SỞ GIÁO DỤC\nSố: 12/{kind}-SGD\nSơn Khê, ngày 05 tháng 3 năm 2024\n{type}\n{title}\n\n"
    "Sau khi nghe các đơn vị báo cáo, Giám đốc Sở kết luận như sau:\n\n"
)
NOTICE = HEAD.format(kind="TB", type="THÔNG BÁO", title="Kết luận của Giám đốc Sở tại cuộc họp giao ban")
PLAN = HEAD.format(kind="KH", type="KẾ HOẠCH", title="Kiểm tra thư viện trường học năm 2024")
FOUND = "I. ƯU ĐIỂM\n\nNhà trường đã sắp xếp lại kho sách.\n\nII. HẠN CHẾ\n\nThư viện còn thiếu bàn đọc.\n\n"
OTHER = "2. Về việc khác\n\n- Văn phòng Sở in lịch làm việc.\n"


def told(directive: Directive) -> list[str]:
    """Each task, behind whoever leads it."""
    return [" | ".join([*(a.name for a in task.agencies if a.role is Role.LEAD), task.text]) for task in directive.tasks]


@pytest.mark.parametrize("title", ["YÊU CẦU", "Yêu cầu:", "YÊU CẦU CHUNG", "Một số yêu cầu"])
def test_what_a_notice_demands_behind_what_was_found(title: str, read: Read) -> None:
    text = (
        f"{FOUND}III. {title}\n\n1. Đối với Phòng Tài chính\n\n- Bố trí kinh phí mua bàn đọc.\n\n2. Phòng Phổ thông sửa nội quy.\n"
    )
    assert told(read(NOTICE + text)[1]) == [
        "Phòng Tài chính | Bố trí kinh phí mua bàn đọc.",
        "Phòng Phổ thông | Phòng Phổ thông sửa nội quy.",
    ]


def test_a_notice_without_an_assessment_demands_too(read: Read) -> None:
    text = "1. Về việc chung\n\nĐồng ý với báo cáo.\n\n2. Yêu cầu\n\n- Phòng Tài chính rà soát kinh phí trước ngày 30/4.\n"
    assert told(read(NOTICE + text)[1]) == ["Phòng Tài chính | Phòng Tài chính rà soát kinh phí trước ngày 30/4."]


@pytest.mark.parametrize(
    "text",
    [
        "I. MỤC ĐÍCH\n\n- Nâng cao văn hóa đọc.\n\nII. YÊU CẦU\n\n- Tổ chức kiểm tra đúng tiến độ.\n\n",
        "I. TÌNH HÌNH\n\nThư viện còn thiếu bàn đọc.\n\nII. YÊU CẦU\n\n- Tổ chức kiểm tra đúng tiến độ.\n\n",
        "I. MỤC ĐÍCH, YÊU CẦU\n\n1. Mục đích\n\n- Nâng cao văn hóa đọc.\n\n2. Yêu cầu\n\n- Tổ chức kiểm tra đúng tiến độ.\n\n",
    ],
)
def test_the_aims_of_a_plan_are_no_orders(text: str, read: Read) -> None:
    found = read(f"{PLAN}{text}III. NHIỆM VỤ\n\n- Phòng Tài chính rà soát kinh phí.\n")[1]
    assert told(found) == ["Phòng Tài chính | Phòng Tài chính rà soát kinh phí."]


@pytest.mark.parametrize("text", ["2. Yêu cầu\n\n- Có bằng đại học sư phạm.\n\n- Không quá 35 tuổi.\n"])
def test_what_is_asked_of_applicants_is_no_order(text: str, read: Read) -> None:
    assert told(read(f"{NOTICE}1. Số lượng\n\n- 05 giáo viên.\n\n{text}")[1]) == []


@pytest.mark.parametrize(
    "topic",
    [
        "Về tình hình dịch sởi",
        "Tình hình giải ngân",
        "Về kết quả thanh tra tại Trường A",
        "Về đánh giá giáo viên",
        "Về thực trạng trường lớp",
        "Về nguyên nhân sự cố",
        "Về tồn tại sau thanh tra",
    ],
)
def test_orders_below_a_topic_that_sounds_like_an_assessment(topic: str, read: Read) -> None:
    text = (
        f"1. {topic}\n\nGiao Phòng Tài chính báo cáo trước ngày 30/4.\n\nPhòng Phổ thông tổng hợp số liệu.\n\n"
        f"- Văn phòng Sở rà soát hồ sơ.\n\n- Tăng cường kiểm tra bếp ăn.\n\n{OTHER}"
    )
    assert told(read(NOTICE + text)[1]) == [
        "Phòng Tài chính | Giao Phòng Tài chính báo cáo trước ngày 30/4.",
        "Phòng Phổ thông | Phòng Phổ thông tổng hợp số liệu.",
        "Văn phòng Sở | Văn phòng Sở rà soát hồ sơ.",
        "Tăng cường kiểm tra bếp ăn.",
        "Văn phòng Sở | Văn phòng Sở in lịch làm việc.",
    ]


def test_a_list_that_a_topic_hands_to_somebody(read: Read) -> None:
    text = "1. Về tình hình dịch sởi\n\nDịch sởi gia tăng ở miền núi. Phòng Phổ thông:\n\n"
    text += "- Cử cán bộ xuống trường;\n\n- Lập danh sách học sinh.\n\n"
    assert told(read(NOTICE + text + OTHER)[1])[:2] == [
        "Phòng Phổ thông | Cử cán bộ xuống trường;",
        "Phòng Phổ thông | Lập danh sách học sinh.",
    ]


@pytest.mark.parametrize(
    "line",
    [
        "- Các trường đã có nhiều cố gắng.",
        "- Hoàn thành 95% kế hoạch tuyển sinh.",
        "- Phòng Phổ thông làm tốt công tác thi cử.",
        "- Số học sinh bỏ học giảm so với năm trước.",
    ],
)
def test_what_is_told_below_such_a_topic_stays_told(line: str, read: Read) -> None:
    assert told(read(f"{NOTICE}1. Về tình hình dạy và học\n\n{line}\n\n{OTHER}")[1]) == [
        "Văn phòng Sở | Văn phòng Sở in lịch làm việc."
    ]


@pytest.mark.parametrize("title", ["KẾT QUẢ ĐẠT ĐƯỢC", "Đánh giá chung tình hình công tác tháng 2", "Tồn tại, hạn chế"])
def test_an_assessment_is_no_topic(title: str, read: Read) -> None:
    text = f"I. {title}\n\n- Phòng Phổ thông rà soát chậm.\n\n- Tăng cường kiểm tra bếp ăn.\n\n"
    text += "II. Việc khác\n\n- Văn phòng Sở in lịch làm việc.\n"
    assert told(read(NOTICE + text)[1]) == ["Văn phòng Sở | Văn phòng Sở in lịch làm việc."]


def test_a_topic_beside_the_part_that_orders_is_an_assessment(read: Read) -> None:
    text = "I. VỀ TÌNH HÌNH DẠY VÀ HỌC\n\n- Phòng Phổ thông rà soát chậm.\n\n"
    text += "II. VỀ MỘT SỐ NHIỆM VỤ TRONG THÁNG 3\n\n- Văn phòng Sở in lịch làm việc.\n"
    assert told(read(NOTICE + text)[1]) == ["Văn phòng Sở | Văn phòng Sở in lịch làm việc."]


@pytest.mark.parametrize("title", ["Thi công", "Nhân sự", "Các phân xưởng đào lò"])
def test_a_short_title_leaves_who_acts_below_it(title: str, read: Read) -> None:
    text = f"1. {title}\n\nPX Đào lò 2 xử lý khu vực sạt lở trước ngày 20/4.\n\n2. Kho bạc\n\nRà soát hồ sơ.\n"
    assert told(read(NOTICE + text)[1])[0] == "PX Đào lò 2 | PX Đào lò 2 xử lý khu vực sạt lở trước ngày 20/4."


ITEMS = "1. Phòng Phổ thông rà soát hồ sơ thi.\n2. Phòng Tài chính mua bàn đọc.\n"


@pytest.mark.parametrize("first", ["biết và thực hiện", "biết, thực hiện", "thực hiện"])
def test_a_closing_that_passes_on_and_orders(first: str, read: Read) -> None:
    last = f"Văn phòng Sở thông báo để các đơn vị {first}. Các trường gửi kết quả về Văn phòng Sở trước ngày 25 hàng tháng./."
    found = told(read(f"{NOTICE}{ITEMS}\n{last}\n")[1])
    assert found[2:] == [f"Các trường | {last}"]


@pytest.mark.parametrize(
    "last",
    [
        "Văn phòng Sở thông báo để các đơn vị biết và thực hiện./.",
        "Văn phòng Sở thông báo để các đơn vị biết. Các đơn vị nghiêm túc thực hiện./.",
    ],
)
def test_a_closing_that_only_passes_on(last: str, read: Read) -> None:
    assert len(read(f"{NOTICE}{ITEMS}\n{last}\n")[1].tasks) == 2


def above(sentence: str) -> str:
    return NOTICE.replace("Giám đốc Sở kết luận như sau:", f"Giám đốc Sở kết luận:\n\n{sentence}")


@pytest.mark.parametrize("end", ["tập trung vào các công việc sau:", "đồng thời làm tốt các nhiệm vụ sau đây:"])
def test_an_order_beside_the_list_that_its_sentence_opens(end: str, read: Read) -> None:
    sentence = f"Giám đốc yêu cầu các trường chấn chỉnh ngay nề nếp dạy và học sau Tết; {end}"
    assert told(read(above(sentence) + ITEMS)[1])[0] == f"các trường | {sentence}"


@pytest.mark.parametrize(
    "sentence",
    [
        "Giám đốc yêu cầu các trường nghiêm túc thực hiện Chỉ thị số 5 của Bộ; tập trung vào các công việc sau:",
        "Giám đốc yêu cầu Phòng Phổ thông; Văn phòng Sở; các trường trung học trên địa bàn thực hiện các công việc sau:",
        "Giám đốc yêu cầu các trường; các nhóm trẻ tư thục đóng trên địa bàn tỉnh; các hộ kinh doanh làm các việc sau:",
        "Giám đốc biểu dương các trường đã sớm ổn định nề nếp dạy và học; yêu cầu các đơn vị làm các việc sau:",
    ],
)
def test_a_sentence_that_only_opens_a_list(sentence: str, read: Read) -> None:
    assert len(read(above(sentence) + ITEMS)[1].tasks) == 2


@pytest.mark.parametrize("title", ["Một số tồn tại", "Những hạn chế", "Tồn tại"])
def test_what_is_found_wrong_behind_a_title_is_no_task(title: str, read: Read) -> None:
    text = f"1. {title}: nhiều trường còn dàn trải, kiểm tra chưa gắn với yêu cầu dạy học.\n"
    assert told(read(NOTICE + text + OTHER)[1]) == ["Văn phòng Sở | Văn phòng Sở in lịch làm việc."]
