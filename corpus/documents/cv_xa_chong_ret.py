# ruff: noqa: E501 -- the sentences of a document stand on one line each, as they are read
"""A letter of a commune under the two-level government: communal offices, village heads, a health station lead."""

from datetime import date

from corpus.generator.model import Due, Item, Letter, task, under

LETTER = Letter(
    stem="cv-xa-chong-ret",
    agency=("ỦY BAN NHÂN DÂN", "XÃ BÌNH LÃM"),
    bold_agency=2,
    issuer="Ủy ban nhân dân xã Bình Lãm",
    place="Bình Lãm",
    town="Bình Lãm",
    number="214",
    symbol="UBND-KT",
    type="CV",
    issued=date(2025, 11, 5),
    subject="triển khai công tác phòng, chống đói, rét cho cây trồng, vật nuôi vụ Đông Xuân 2025 - 2026",
    addressees=("Phòng Kinh tế", "Phòng Văn hóa - Xã hội", "Trạm Y tế xã; Công an xã", "Trưởng các thôn, bản"),
    opening=(
        Item(
            "Theo dự báo, mùa đông năm nay rét đậm, rét hại đến sớm và kéo dài ở vùng cao của xã. Để hạn chế thiệt hại trong sản xuất, UBND xã yêu cầu các cơ quan, đơn vị, các thôn, bản "
            "thực hiện một số nội dung sau:"
        ),
    ),
    body=(
        under(
            "1.",
            "Phòng Kinh tế:",
            ("Phòng Kinh tế",),
            task(
                "Thống kê đàn trâu, bò, diện tích mạ, rau màu của từng thôn, bản, hoàn thành trước ngày 15/11/2025.",
                Due("trước ngày 15/11/2025", "2025-11-15"),
            ),
            task(
                "Chủ trì, phối hợp với Trưởng các thôn, bản hướng dẫn Nhân dân che chắn chuồng trại, dự trữ tối thiểu 2,0 tấn rơm khô cho mỗi con trâu, bò.",
                coord=("các thôn, bản",),
            ),
            task(
                "Tổng hợp thiệt hại (nếu có), tham mưu UBND xã báo cáo Sở Nông nghiệp và Môi trường trước 15h00 hằng ngày trong các đợt rét.",
                Due("trước 15h00 hằng ngày", rrule="FREQ=DAILY"),
                report=("Sở Nông nghiệp và Môi trường",),
            ),
        ),
        under(
            "2.",
            "Phòng Văn hóa - Xã hội:",
            ("Phòng Văn hóa - Xã hội",),
            task(
                "Phát tin cảnh báo rét trên hệ thống truyền thanh của xã ngày 02 buổi; rà soát hộ có nguy cơ thiếu đói giáp hạt, đề xuất hỗ trợ trước ngày 20/12/2025.",
                Due("trước ngày 20/12/2025", "2025-12-20"),
                label="",
            ),
        ),
        under(
            "3.",
            "Trạm Y tế xã:",
            ("Trạm Y tế xã",),
            task(
                "Chuẩn bị cơ số thuốc, hướng dẫn phòng bệnh mùa đông cho người già và trẻ em; nghiêm cấm đốt than sưởi ấm trong phòng kín.",
                label="",
            ),
        ),
        under(
            "4.",
            "Đề nghị Công an xã:",
            ("Công an xã",),
            task("Nắm tình hình, ngăn chặn việc mua bán, vận chuyển gia súc không rõ nguồn gốc qua địa bàn.", label=""),
        ),
        under(
            "5.",
            "Trưởng các thôn, bản:",
            ("các thôn, bản",),
            task("Vận động các hộ không thả rông gia súc khi nhiệt độ xuống dưới 12 độ C."),
            task("Thông báo ngay cho Phòng Kinh tế khi có gia súc chết rét hoặc có dấu hiệu dịch bệnh.", report=("Phòng Kinh tế",)),
        ),
        Item("Yêu cầu các cơ quan, đơn vị, các thôn, bản nghiêm túc thực hiện./."),
    ),
    recipients=("Như trên;", "TT. Đảng ủy, HĐND xã;", "CT, các PCT UBND xã;", "Lưu: VT, KT."),
    authority="TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH",
    position="Phó Chủ tịch",
    signer="Lò Văn Thuận",
)
