# ruff: noqa: E501 -- the sentences of a document stand on one line each, as they are read
"""A letter of a department that asks for reports, with a deadline of every form in use."""

from datetime import date

from corpus.generator.model import Due, Item, Letter, lead, task

WHO = ("các sở, ban, ngành tỉnh", "UBND các xã, phường")
SNV = ("Sở Nội vụ",)

BODY = (
    task(
        "Báo cáo kết quả rà soát, sắp xếp vị trí việc làm, gửi về Sở Nội vụ trước ngày 20/9/2025.",
        Due("trước ngày 20/9/2025", "2025-09-20"),
        label="1.",
        report=SNV,
    ),
    task(
        "Cử 01 công chức làm đầu mối, gửi danh sách về Sở Nội vụ trong 10 ngày làm việc kể từ ngày ban hành Công văn này.",
        Due("trong 10 ngày làm việc kể từ ngày ban hành Công văn này", "2025-09-17"),
        label="2.",
        report=SNV,
    ),
    task(
        "Rà soát, cập nhật hồ sơ điện tử của 100% công chức, viên chức, chậm nhất ngày 30/11/2025.",
        Due("chậm nhất ngày 30/11/2025", "2025-11-30"),
        label="3.",
    ),
    task(
        "Đăng ký nhu cầu đào tạo, bồi dưỡng năm 2026 trước 17h00 ngày 25/9/2025.",
        Due("trước 17h00 ngày 25/9/2025", "2025-09-25"),
        label="4.",
    ),
    task(
        "Định kỳ hằng quý báo cáo việc bố trí, sử dụng biên chế về Sở Nội vụ để tổng hợp, báo cáo UBND tỉnh.",
        Due("Định kỳ hằng quý", rrule="FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=-1"),
        label="5.",
        report=SNV,
    ),
    task(
        "Báo cáo kết quả thực hiện chính sách tinh giản biên chế trước ngày 10/6 và 10/12 hằng năm.",
        Due("trước ngày 10/6 và 10/12 hằng năm", rrule="FREQ=YEARLY;BYMONTH=6,12;BYMONTHDAY=10"),
        label="6.",
    ),
    task(
        "Cập nhật biến động đội ngũ trên phần mềm quản lý cán bộ vào thứ Sáu hằng tuần.",
        Due("vào thứ Sáu hằng tuần", rrule="FREQ=WEEKLY;BYDAY=FR"),
        label="7.",
    ),
    task(
        "Trả lời kiến nghị về chế độ, chính sách của cán bộ, công chức trong thời hạn 05 ngày làm việc kể từ ngày nhận được hồ sơ hợp lệ.",
        Due("trong thời hạn 05 ngày làm việc kể từ ngày nhận được hồ sơ hợp lệ"),
        label="8.",
    ),
    task(
        "Tổ chức kiểm tra công vụ đột xuất tại các đơn vị trực thuộc từ ngày 15/9/2025 đến ngày 15/10/2025.",
        Due("từ ngày 15/9/2025 đến ngày 15/10/2025", "2025-10-15"),
        label="9.",
    ),
    task(
        "Hoàn thành việc xây dựng quy chế làm việc của cơ quan trong tháng 10/2025; ban hành quy tắc ứng xử trong quý IV/2025.",
        Due("trong tháng 10/2025", "2025-10-31"),
        Due("trong quý IV/2025", "2025-12-31"),
        label="10.",
    ),
    task(
        "Xây dựng kế hoạch luân chuyển, điều động công chức giai đoạn 2026 - 2030, hoàn thành trước tháng 3/2026.",
        Due("trước tháng 3/2026", "2026-02-28"),
        label="11.",
    ),
    task(
        "Thực hiện chế độ báo cáo công tác cải cách hành chính: hằng tháng (trước ngày 16), 6 tháng (trước ngày 16/6), năm (trước ngày 20/11).",
        Due("hằng tháng (trước ngày 16)", rrule="FREQ=MONTHLY;BYMONTHDAY=16"),
        Due("6 tháng (trước ngày 16/6)", rrule="FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=16"),
        Due("năm (trước ngày 20/11)", rrule="FREQ=YEARLY;BYMONTH=11;BYMONTHDAY=20"),
        label="12.",
    ),
)

LETTER = Letter(
    stem="cv-so-noi-vu-bao-cao",
    agency=("UBND TỈNH SƠN KHÊ", "SỞ NỘI VỤ"),
    issuer="Sở Nội vụ tỉnh Sơn Khê",
    place="Sơn Khê",
    town="Sơn Khê",
    number="1306",
    symbol="SNV-CCVC",
    type="CV",
    issued=date(2025, 9, 3),
    subject="đề nghị thực hiện một số nhiệm vụ về công chức, công vụ và chế độ báo cáo",
    addressees=("Các sở, ban, ngành tỉnh", "UBND các xã, phường"),
    opening=(
        Item(
            "Thực hiện Quyết định số 1124/QĐ-UBND ngày 15/8/2025 của UBND tỉnh, để kịp thời tổng hợp, báo cáo Bộ Nội vụ, Sở Nội vụ đề nghị các sở, ban, ngành tỉnh; UBND các xã, phường thực hiện các nội dung sau:"
        ),
    ),
    body=(
        *(lead(WHO, item) for item in BODY),
        task(
            "Báo cáo bằng văn bản gửi về Sở Nội vụ (qua Phòng Công chức, viên chức), đồng thời gửi bản điện tử qua địa chỉ thư: ccvc@sonkhe.example trước ngày 22/9/2025 để tổng hợp./.",
            Due("trước ngày 22/9/2025", "2025-09-22"),
            label="",
            leads=WHO,
            report=SNV,
        ),
    ),
    recipients=("Như trên;", "UBND tỉnh (b/c);", "Giám đốc, các PGĐ Sở;", "Lưu: VT, CCVC."),
    authority="KT. GIÁM ĐỐC",
    position="Phó Giám đốc",
    signer="Nông Thị Hải Vân",
)
