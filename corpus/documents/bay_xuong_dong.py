# ruff: noqa: E501 -- the sentences of a document stand on one line each, as they are read
"""Trap: wrapped lines that begin like items ("- Trưởng Ban", "2025. Thường xuyên", "1. ") and a symbol broken at its hyphen."""

from datetime import date

from corpus.generator.model import Due, Item, Letter, task, under

LETTER = Letter(
    stem="bay-xuong-dong",
    agency=("ỦY BAN NHÂN DÂN", "TỈNH SƠN KHÊ"),
    bold_agency=2,
    issuer="Ủy ban nhân dân tỉnh Sơn Khê",
    place="Sơn Khê",
    town="Sơn Khê",
    number="733",
    symbol="UBND-TH",
    type="CV",
    issued=date(2025, 3, 28),
    subject="đôn đốc thực hiện Chương trình mục tiêu quốc gia năm 2025",
    addressees=("Sở Tài chính; Sở Nông nghiệp và Môi trường", "UBND các huyện, thị xã, thành phố"),
    opening=(Item("Để đẩy nhanh tiến độ thực hiện các chương trình mục tiêu quốc gia, Chủ tịch UBND tỉnh yêu cầu:"),),
    body=(
        under(
            "1.",
            "Sở Tài chính:",
            ("Sở Tài chính",),
            task(
                "Hoàn thiện phương án phân bổ vốn sự nghiệp, trình Chủ tịch UBND tỉnh\n- Trưởng Ban Chỉ đạo các chương trình mục tiêu quốc gia phê duyệt trước ngày 15/4/2025.",
                Due("trước ngày 15/4/2025", "2025-04-15"),
                report=("Chủ tịch UBND tỉnh - Trưởng Ban Chỉ đạo các chương trình mục tiêu quốc gia",),
            ),
            task(
                "Rà soát, tổng hợp các dự án chưa quyết toán của năm 2024 và năm\n2025. Thường xuyên đôn đốc các chủ đầu tư lập hồ sơ quyết toán."
            ),
        ),
        under(
            "2.",
            "Sở Nông nghiệp và Môi trường:",
            ("Sở Nông nghiệp và Môi trường",),
            task(
                "Hướng dẫn thực hiện tiêu chí nông thôn mới theo Quyết định số 2071/QĐ-\vUBND ngày 06/12/2024 của UBND tỉnh; kiểm tra thực địa xong trong quý\n2. Kết quả kiểm tra báo cáo UBND "
                "tỉnh trước ngày 10/7/2025.",
                Due("trong quý 2", "2025-06-30"),
                Due("trước ngày 10/7/2025", "2025-07-10"),
                report=("UBND tỉnh",),
            ),
        ),
        under(
            "3.",
            "UBND các huyện, thị xã, thành phố:",
            ("UBND các huyện, thị xã, thành phố",),
            task(
                "Giao chỉ tiêu giảm nghèo đến từng xã, từng thôn, hoàn thành trong tháng\n5/2025; phân công đảng viên phụ trách từng hộ nghèo.",
                Due("trong tháng 5/2025", "2025-05-31"),
            ),
            task(
                "Công khai danh mục công trình, định mức hỗ trợ theo biểu mẫu số\n03/CK-MTQG ban hành kèm theo hướng dẫn của Sở Tài chính."
            ),
        ),
    ),
    recipients=("Như trên;", "Chủ tịch, các PCT UBND tỉnh;", "Lưu: VT, TH."),
    authority="KT. CHỦ TỊCH",
    position="Phó Chủ tịch",
    signer="Đinh Quang Thiệu",
)
