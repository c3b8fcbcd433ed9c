"""Trap: Markdown emphasis around and inside dates, number and date blank."""

from corpus.generator.model import Due, Item, Letter, task, under

LETTER = Letter(
    stem="bay-ngay-in-dam",
    agency=("ỦY BAN NHÂN DÂN", "TỈNH SƠN KHÊ"),
    bold_agency=2,
    issuer="Ủy ban nhân dân tỉnh Sơn Khê",
    place="Sơn Khê",
    town="Sơn Khê",
    symbol="UBND-KGVX",
    type="CV",
    year=2024,
    subject="chuẩn bị các điều kiện tổ chức Kỳ thi tốt nghiệp trung học phổ thông năm 2024",
    addressees=("Sở Giáo dục và Đào tạo", "Công an tỉnh", "Công ty Điện lực Sơn Khê"),
    opening=(Item("Để Kỳ thi diễn ra an toàn, nghiêm túc, đúng quy chế, Chủ tịch UBND tỉnh giao:"),),
    body=(
        under(
            "1.",
            "Sở Giáo dục và Đào tạo:",
            ("Sở Giáo dục và Đào tạo",),
            task(
                "Kiểm tra cơ sở vật chất của 32 điểm thi, hoàn thành **trước ngày 15/6**/2024.",
                Due("trước ngày 15/6/2024", "2024-06-15"),
            ),
            task(
                "Tham mưu thành lập Ban Chỉ đạo thi cấp tỉnh, trình UBND tỉnh **trong tháng 4/2024**.",
                Due("trong tháng 4/2024", "2024-04-30"),
                report=("UBND tỉnh",),
            ),
            task(
                "Báo cáo tiến độ chuẩn bị **trước ngày 20 hằng tháng** về Văn phòng UBND tỉnh.",
                Due("trước ngày 20 hằng tháng", rrule="FREQ=MONTHLY;BYMONTHDAY=20"),
                report=("Văn phòng UBND tỉnh",),
            ),
        ),
        under(
            "2.",
            "Công an tỉnh:",
            ("Công an tỉnh",),
            task(
                "Bảo vệ khu vực in sao đề thi và vận chuyển đề thi từ **ngày 20/6/2024** đến **ngày 29/6/2024**.",
                Due("từ ngày 20/6/2024 đến ngày 29/6/2024", "2024-06-29"),
                label="",
            ),
        ),
        under(
            "3.",
            "Đề nghị Công ty Điện lực Sơn Khê:",
            ("Công ty Điện lực Sơn Khê",),
            task(
                "Không cắt điện tại các điểm thi; bố trí máy phát dự phòng trước **ngày 24 tháng 6 năm 2024**.",
                Due("trước ngày 24 tháng 6 năm 2024", "2024-06-24"),
                label="",
            ),
        ),
    ),
    recipients=("Như trên;", "Lãnh đạo Văn phòng;", "Lưu: VT, KGVX2."),
    authority="KT. CHỦ TỊCH",
    position="Phó Chủ tịch",
    signer="Hoàng Thị Minh Khuê",
)
