# ruff: noqa: E501 -- the sentences of a document stand on one line each, as they are read
"""Trap: a scan: the page is a picture, slightly turned and specked, without any text layer."""

from datetime import date

from corpus.generator.model import Due, Item, Letter, task, under

LETTER = Letter(
    stem="bay-anh-quet",
    agency=("UBND TỈNH SƠN KHÊ", "SỞ CÔNG THƯƠNG"),
    issuer="Sở Công Thương tỉnh Sơn Khê",
    place="Sơn Khê",
    town="Sơn Khê",
    number="577",
    symbol="SCT-QLNL",
    type="CV",
    issued=date(2024, 4, 22),
    subject="thực hiện tiết kiệm điện trong các tháng cao điểm mùa khô năm 2024",
    addressees=("Phòng Kinh tế và Hạ tầng các huyện", "Công ty Điện lực Sơn Khê"),
    opening=(Item("Để bảo đảm cung ứng điện ổn định trong mùa khô năm 2024, Sở Công Thương đề nghị:"),),
    body=(
        under(
            "1.",
            "Phòng Kinh tế và Hạ tầng các huyện:",
            ("Phòng Kinh tế và Hạ tầng các huyện",),
            task(
                "Tuyên truyền, hướng dẫn các cơ quan, hộ gia đình tắt thiết bị điện không cần thiết; báo cáo kết quả về Sở Công Thương trước ngày 20 hằng tháng.",
                Due("trước ngày 20 hằng tháng", rrule="FREQ=MONTHLY;BYMONTHDAY=20"),
                report=("Sở Công Thương",),
            ),
            task(
                "Rà soát hệ thống chiếu sáng công cộng, thay thế bằng đèn LED trước ngày 30/6/2024.",
                Due("trước ngày 30/6/2024", "2024-06-30"),
            ),
        ),
        under(
            "2.",
            "Công ty Điện lực Sơn Khê:",
            ("Công ty Điện lực Sơn Khê",),
            task("Thông báo lịch ngừng, giảm cung cấp điện cho khách hàng trước ít nhất 05 ngày.", label="-"),
            task(
                "Chủ trì, phối hợp với các doanh nghiệp sử dụng nhiều năng lượng thực hiện điều chỉnh phụ tải, hoàn thành trong tháng 5/2024.",
                Due("trong tháng 5/2024", "2024-05-31"),
                label="-",
                coord=("các doanh nghiệp sử dụng nhiều năng lượng",),
            ),
        ),
    ),
    recipients=("Như trên;", "UBND tỉnh (b/c);", "Lưu: VT, QLNL."),
    authority="KT. GIÁM ĐỐC",
    position="Phó Giám đốc",
    signer="Quách Trung Dũng",
)
