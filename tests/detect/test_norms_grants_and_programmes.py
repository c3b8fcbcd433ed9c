"""Items of real acts that give nobody work: what applicants file, what is granted, how an event runs; beside those that do."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from models.directive import Directive
from models.text import Document

Read = Callable[..., tuple[Document, Directive]]

HEAD = """ỦY BAN NHÂN DÂN
TỈNH SƠN KHÊ
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: 12/2020/{symbol}
Sơn Khê, ngày 5 tháng 3 năm 2020

{title}

{body}
Nơi nhận:
- Lưu: VT.

TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH
Trần Hữu Bách
"""
PLAN = {"symbol": "KH-UBND", "title": "KẾ HOẠCH\nTổ chức Ngày hội văn hóa năm 2020"}
ACT = {"symbol": "QĐ-UBND", "title": "QUYẾT ĐỊNH\nQuy định chính sách hỗ trợ hợp tác xã trên địa bàn tỉnh"}
NOTICE = {"symbol": "TB-UBND", "title": "THÔNG BÁO\nKết luận của Chủ tịch UBND tỉnh tại cuộc họp ngày 2/3/2020"}
CONCLUDES = "Chủ tịch UBND tỉnh kết luận như sau:\n"
LAST = "Điều 9. Trách nhiệm của Sở Tài chính\n1. Tham mưu bố trí kinh phí hằng năm."
SCOPE = "Điều 1. Phạm vi điều chỉnh\n1. Quyết định này quy định mức hỗ trợ hợp tác xã.\n"


def texts(read: Read, paper: dict[str, str], body: str) -> list[str]:
    return [task.text for task in read(HEAD.format(**paper, body=body))[1].tasks]


@pytest.mark.parametrize(
    "article",
    [
        "Điều 5. Trình tự\n1. Hợp tác xã lập 02 bộ hồ sơ gửi Ủy ban nhân dân cấp huyện.",
        "Điều 5. Trình tự\n1. Tổ chức, cá nhân nộp 01 bộ hồ sơ đến Sở Giao thông vận tải.",
        "Điều 5. Trình tự\n1. Người có yêu cầu hỗ trợ nộp hồ sơ tại Bộ phận Một cửa.",
        "Điều 3. Nội dung và mức hỗ trợ\n1. Hỗ trợ 50% chi phí mua máy móc, tối đa 300 triệu đồng.",
        "Điều 3. Chính sách\n1. Hỗ trợ lãi suất vay vốn trong 24 tháng đầu.",
        "Điều 4. Hồ sơ gồm:\n1. Quyết định thành lập hợp tác xã.\n2. Báo cáo kết quả sản xuất kinh doanh.",
        "Điều 6. Nội dung phương án\n1. Cơ sở pháp lý và sự cần thiết.\n2. Danh mục máy móc, thiết bị.",
        "Điều 7. Thẩm quyền cấp giấy phép\n1. Giám đốc Sở Công Thương cấp giấy phép đối với hợp tác xã.",
        "Điều 7. Hội đồng\n1. Quyết định của Hội đồng được thông qua khi có quá nửa thành viên tán thành.",
        "Điều 7. Quỹ\n1. Quỹ hoạt động không vì mục đích lợi nhuận.",
        "Điều 8. Quyết định này thay thế Quyết định số 5/2015/QĐ-UBND của Ủy ban nhân dân tỉnh.",
    ],
    ids=[
        "files",
        "files at the transport",
        "has a wish",
        "granted",
        "interest",
        "dossier",
        "contents",
        "who may grant",
        "how a council decides",
        "fund",
        "replaces",
    ],
)
def test_norms_of_an_act_are_no_work(read: Read, article: str) -> None:
    assert texts(read, ACT, f"{SCOPE}{article}\n{LAST}") == ["Tham mưu bố trí kinh phí hằng năm."]


@pytest.mark.parametrize(
    "article",
    [
        "Điều 5. Trình tự\n1. Sở Xây dựng tiếp nhận văn bản đề nghị của hợp tác xã, trong 02 ngày gửi lấy ý kiến Sở Tài chính.",
        "Điều 5. Trình tự\n1. Ủy ban nhân dân cấp huyện lập hồ sơ, gửi Sở Tài chính thẩm định.",
        "Điều 5. Thời hạn báo cáo\n1. Hằng tháng, Cảng vụ gửi báo cáo thống kê trước ngày 20.",
        "Điều 6. Trách nhiệm của Liên minh Hợp tác xã tỉnh\n1. Hỗ trợ các hợp tác xã xây dựng phương án sản xuất.",
    ],
    ids=["takes in a request", "an office files", "every month", "helps"],
)
def test_what_an_office_does_in_an_act_is_work(read: Read, article: str) -> None:
    assert len(texts(read, ACT, f"{SCOPE}{article}\n{LAST}")) == 2


@pytest.mark.parametrize(
    "part",
    [
        "I. CHƯƠNG TRÌNH\n- 7h30 - 7h45: Đón tiếp đại biểu\n- Từ 7 giờ 45 đến 8 giờ 15: Tuyên bố lý do, giới thiệu đại biểu",
        "I. NỘI DUNG THI\n1. Kéo co: đồng đội nam, nữ (mỗi đội 08 người).\n2. Văn nghệ: mỗi đơn vị 02 tiết mục.",
        "I. ĐIỀU KIỆN DỰ THI\n- Vận động viên có hộ khẩu thường trú tại xã dự thi.\n- Mỗi vận động viên được đăng ký 02 nội dung.",
        "I. HÌNH THỨC KIỂM TRA\n- Kiểm tra thường xuyên: hỏi đáp, bài viết ngắn.\n- Kiểm tra định kỳ: bài kiểm tra trên giấy.",
        "I. LỊCH KIỂM TRA\n- Ngày 10/9/2020: Trường THPT Sơn Khê.\n- Ngày 12/9/2020: Trường THPT Lê Hồng Phong.",
        "I. THỜI GIAN TIÊM\n- Thôn 1, thôn 2: ngày 15/4/2020.\n- Buôn Ju, buôn Kô Tam: ngày 16 và 17/4/2020.",
        "I. PHẠM VI, THỜI GIAN THỰC HIỆN\na) Phạm vi: 25 xã biên giới.\nb) Thời gian thực hiện: từ năm 2020 đến năm 2022.",
        "I. TIẾN TRÌNH BUỔI LỄ\n1. Tập trung, ổn định đội hình.\n2. Chủ tịch UBND xã đọc diễn văn.",
        "I. YÊU CẦU ĐỐI VỚI TÁC PHẨM\n1. Mỗi tác giả gửi không quá 03 bài.\n2. Tác giả chịu trách nhiệm về bản quyền.",
        "I. NGUỒN VỐN THỰC HIỆN\n1. Chi phí quản lý bằng 0,5% tổng mức kinh phí.",
        "I. HIỆU QUẢ CỦA ĐỀ ÁN\n1. Hiệu quả kinh tế: Tạo ra giá trị 21 tỷ đồng/năm.\n2. Hiệu quả xã hội: Giải quyết việc làm.",
    ],
    ids=[
        "hours",
        "contest",
        "who may compete",
        "forms of tests",
        "days",
        "villages",
        "where and when",
        "course",
        "works",
        "means",
        "effects",
    ],
)
def test_how_an_event_runs_is_no_work(read: Read, part: str) -> None:
    work = "II. NHIỆM VỤ\n1. Trang trí khánh tiết, chuẩn bị hội trường."
    assert texts(read, PLAN, f"{part}\n{work}") == ["Trang trí khánh tiết, chuẩn bị hội trường."]


@pytest.mark.parametrize(
    "part",
    [
        "I. NỘI DUNG\n1. Vận động viên chức tham gia hiến máu.",
        "I. BIỆN PHÁP PHÒNG TRỪ\n1. Ngừng bón đạm, giữ nước trong ruộng khi lúa bị bệnh.",
        "I. NỘI DUNG THI ĐUA\n1. Phát động phong trào thi đua yêu nước.",
        "I. NỘI DUNG, GIẢI PHÁP THỰC HIỆN\n1. Phát động phong trào thi đua yêu nước.",
        "I. CƠ QUAN THỰC HIỆN\n1. Phát động phong trào thi đua yêu nước.",
        "I. NỘI DUNG\n1. 7h30 - 8h00: Sở Y tế kiểm tra phòng dịch tại hội trường.",
        "I. NỘI DUNG\n1. Tổ chức, cá nhân hóa chương trình ngày hội cho từng đối tượng.",
    ],
    ids=[
        "urges employees",
        "measures against pests",
        "emulation",
        "measures",
        "who carries it out",
        "who acts at an hour",
        "organises",
    ],
)
def test_what_sounds_like_a_programme_but_orders_is_work(read: Read, part: str) -> None:
    work = "II. NHIỆM VỤ\n1. Trang trí khánh tiết, chuẩn bị hội trường."
    assert len(texts(read, PLAN, f"{part}\n{work}")) == 2


@pytest.mark.parametrize(
    "item",
    [
        "Về vốn làm đường ven biển: Đồng ý về nguyên tắc bố trí vốn giai đoạn 2021 - 2025.",
        "Về việc thành lập phân viện: Thực hiện theo quy định hiện hành.",
        "Tình hình khiếu nại, tố cáo cơ bản ổn định, không có điểm nóng.",
    ],
    ids=["granted", "as the law says", "how things stand"],
)
def test_what_is_granted_or_found_is_no_work(read: Read, item: str) -> None:
    assert texts(read, NOTICE, f"{CONCLUDES}1. {item}\n2. Sở Xây dựng hoàn thiện hồ sơ.") == ["Sở Xây dựng hoàn thiện hồ sơ."]


@pytest.mark.parametrize(
    "item",
    [
        "Về vốn làm đường ven biển: Đồng ý chủ trương; Sở Tài chính bố trí vốn trong năm 2021.",
        "Về việc thành lập phân viện: Sở Nội vụ thực hiện theo quy định hiện hành.",
        "Tình hình khiếu nại diễn biến phức tạp, Thanh tra tỉnh theo dõi chặt chẽ.",
    ],
    ids=["granted and handed on", "who follows the law", "who watches"],
)
def test_what_is_granted_and_handed_on_is_work(read: Read, item: str) -> None:
    assert len(texts(read, NOTICE, f"{CONCLUDES}1. {item}\n2. Sở Xây dựng hoàn thiện hồ sơ.")) == 2


def test_procedures_made_public_are_no_work_behind_the_articles(read: Read) -> None:
    paper = {"symbol": "QĐ-UBND", "title": "QUYẾT ĐỊNH\nCông bố Danh mục thủ tục hành chính lĩnh vực hộ tịch"}
    articles = (
        "Điều 1. Giao Sở Tư pháp cập nhật quy trình điện tử trước ngày 20/3/2020.\nĐiều 2. Quyết định này có hiệu lực từ ngày ký."
    )
    annex = """
PHẦN I. DANH MỤC THỦ TỤC HÀNH CHÍNH
1. Đăng ký khai sinh có yếu tố nước ngoài
PHẦN II. NỘI DUNG CỤ THỂ
1. Đăng ký khai sinh có yếu tố nước ngoài
1.1. Cách thức thực hiện:
- Nộp trực tiếp tại Bộ phận Một cửa hoặc qua Cổng dịch vụ công.
1.2. Thành phần hồ sơ:
- Xuất trình hộ chiếu của cha, mẹ.
1.3. Yêu cầu, điều kiện thực hiện thủ tục hành chính:
- Cha, mẹ phải lập văn bản thỏa thuận về quốc tịch.
"""
    found = read(HEAD.format(**paper, body=articles) + annex)[1].tasks
    assert [task.text for task in found] == ["Giao Sở Tư pháp cập nhật quy trình điện tử trước ngày 20/3/2020."]


def test_those_who_sit_in_a_board_are_no_work(read: Read) -> None:
    paper = {"symbol": "QĐ-UBND", "title": "QUYẾT ĐỊNH\nThành lập Tổ công tác tháo gỡ khó khăn cho các dự án"}
    body = "Điều 1. Thành lập Tổ công tác gồm:\n1. Tổ trưởng:\nÔng Lê Văn An, Chủ tịch UBND tỉnh.\n2. Thành viên:\n"
    body += "- Lãnh đạo Sở Xây dựng;\n- Đại diện chủ đầu tư các dự án có liên quan.\n"
    body += "Điều 2. Nhiệm vụ\n1. Rà soát các dự án chậm tiến độ."
    assert texts(read, paper, body) == ["Rà soát các dự án chậm tiến độ."]
