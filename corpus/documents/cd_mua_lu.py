# ruff: noqa: E501 -- the sentences of a document stand on one line each, as they are read
"""An urgent telegram with its addressees after "điện:", hours in deadlines, and a mark of urgency."""

from datetime import date

from corpus.generator.model import Due, Item, Letter, task, under

XA = "UBND các xã, phường"

LETTER = Letter(
    stem="cd-mua-lu",
    agency=("ỦY BAN NHÂN DÂN", "TỈNH SƠN KHÊ"),
    bold_agency=2,
    issuer="Ủy ban nhân dân tỉnh Sơn Khê",
    place="Sơn Khê",
    town="Sơn Khê",
    number="09",
    symbol="CĐ-UBND",
    type="CĐ",
    issued=date(2025, 9, 27),
    urgency="HỎA TỐC",
    title="CÔNG ĐIỆN",
    about="Về việc ",
    subject="tập trung ứng phó mưa lũ, lũ quét, sạt lở đất do hoàn lưu bão",
    preface="CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH SƠN KHÊ điện:",
    opening=(
        Item("Giám đốc các sở: Nông nghiệp và Môi trường, Xây dựng, Công Thương, Giáo dục và Đào tạo;", "-"),
        Item("Giám đốc Công an tỉnh; Chỉ huy trưởng Bộ Chỉ huy quân sự tỉnh;", "-"),
        Item("Chủ tịch UBND các xã, phường.", "-"),
        Item(
            "Từ đêm 27/9 đến hết ngày 29/9/2025, tỉnh Sơn Khê có khả năng xảy ra mưa to đến rất to, nguy cơ cao xảy ra lũ quét, sạt lở đất. Để bảo đảm an toàn tính mạng, tài sản của Nhân dân, "
            "Chủ tịch UBND tỉnh yêu cầu:"
        ),
    ),
    body=(
        under(
            "1.",
            "Chủ tịch UBND các xã, phường:",
            (XA,),
            task(
                "Rà soát, di dời toàn bộ các hộ dân ở khu vực có nguy cơ sạt lở đến nơi an toàn, hoàn thành trước 18h00 ngày 28/9/2025.",
                Due("trước 18h00 ngày 28/9/2025", "2025-09-28"),
                label="a)",
            ),
            task(
                "Bố trí lực lượng canh gác tại các ngầm, tràn, bến đò; kiên quyết không cho người, phương tiện qua lại khi chưa bảo đảm an toàn.",
                label="b)",
            ),
            task(
                "Báo cáo nhanh tình hình về Sở Nông nghiệp và Môi trường trước 16h00 hằng ngày.",
                Due("trước 16h00 hằng ngày", rrule="FREQ=DAILY"),
                label="c)",
                report=("Sở Nông nghiệp và Môi trường",),
            ),
        ),
        under(
            "2.",
            "Giám đốc Sở Nông nghiệp và Môi trường:",
            ("Sở Nông nghiệp và Môi trường",),
            task("Theo dõi chặt chẽ diễn biến mưa lũ, chỉ đạo vận hành an toàn 46 hồ chứa thủy lợi.", label="a)"),
            task(
                "Tổng hợp thiệt hại, báo cáo Chủ tịch UBND tỉnh trước ngày 30/9/2025.",
                Due("trước ngày 30/9/2025", "2025-09-30"),
                label="b)",
                report=("Chủ tịch UBND tỉnh",),
            ),
        ),
        task(
            "Giám đốc Sở Xây dựng chủ trì, phối hợp với Công an tỉnh phân luồng giao thông, khắc phục ngay các điểm sạt lở trên các tuyến đường tỉnh.",
            label="3.",
            leads=("Sở Xây dựng",),
            coord=("Công an tỉnh",),
        ),
        task(
            "Giám đốc Sở Giáo dục và Đào tạo quyết định việc cho học sinh nghỉ học tại các khu vực bị chia cắt.",
            label="4.",
            leads=("Sở Giáo dục và Đào tạo",),
        ),
        task(
            "Giám đốc Sở Công Thương chỉ đạo các chủ hồ thủy điện vận hành xả lũ đúng quy trình, thông báo trước cho Nhân dân vùng hạ du.",
            label="5.",
            leads=("Sở Công Thương",),
        ),
        task(
            "Giao Văn phòng UBND tỉnh theo dõi, đôn đốc việc thực hiện Công điện này.",
            label="6.",
            leads=("Văn phòng UBND tỉnh",),
            optional=True,
        ),
    ),
    recipients=("Như trên;", "TT. Tỉnh ủy, HĐND tỉnh (b/c);", "Chủ tịch, các PCT UBND tỉnh;", "Lưu: VT, NLN."),
    position="Chủ tịch",
    signer="Trần Hữu Bách",
)
