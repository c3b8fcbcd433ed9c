# ruff: noqa: E501 -- the sentences of a document stand on one line each, as they are read
"""An official letter of a provincial committee, before 2025, with number and date left blank for the pen."""

from corpus.generator.model import Due, Item, Letter, task, under

SNN = "Sở Nông nghiệp và Phát triển nông thôn"
HUYEN = "UBND các huyện, thị xã, thành phố"

LETTER = Letter(
    stem="cv-phong-chay-rung",
    agency=("ỦY BAN NHÂN DÂN", "TỈNH SƠN KHÊ"),
    bold_agency=2,
    issuer="Ủy ban nhân dân tỉnh Sơn Khê",
    place="Sơn Khê",
    town="Sơn Khê",
    symbol="UBND-NLN",
    type="CV",
    year=2024,
    subject="tăng cường các biện pháp cấp bách phòng cháy, chữa cháy rừng mùa khô năm 2024",
    addressees=(
        SNN,
        "Công an tỉnh; Bộ Chỉ huy quân sự tỉnh",
        HUYEN,
        "Ban Quản lý rừng phòng hộ Hạ Lãm",
        "Đài Phát thanh - Truyền hình tỉnh; Báo Sơn Khê",
    ),
    opening=(
        Item(
            "Theo bản tin của Đài Khí tượng Thủy văn tỉnh, từ nay đến cuối tháng 4, nắng nóng và gió Tây khô hanh kéo dài, nhiều khu vực rừng "
            "trồng ở các huyện Hạ Lãm, Phú Vinh và thị xã Khê Thượng đã ở mức dự báo cháy cấp IV. Để chủ động ngăn ngừa, hạn chế thấp nhất "
            "thiệt hại do cháy rừng gây ra, Chủ tịch UBND tỉnh yêu cầu các cơ quan, đơn vị, địa phương tập trung thực hiện tốt các nội dung sau:"
        ),
    ),
    body=(
        under(
            "1.",
            f"{SNN}:",
            (SNN,),
            task(
                "Chủ trì, phối hợp với Công an tỉnh, Bộ Chỉ huy quân sự tỉnh rà soát, bổ sung phương án phòng cháy, chữa cháy rừng cấp tỉnh, "
                "trình UBND tỉnh phê duyệt trước ngày 15/3/2024.",
                Due("trước ngày 15/3/2024", "2024-03-15"),
                coord=("Công an tỉnh", "Bộ Chỉ huy quân sự tỉnh"),
                report=("UBND tỉnh",),
            ),
            task(
                "Chỉ đạo Chi cục Kiểm lâm bố trí lực lượng trực gác 24/24 giờ tại các vùng trọng điểm cháy; cập nhật cấp dự báo cháy rừng trên "
                "Cổng Thông tin điện tử của tỉnh trước 17h00 hằng ngày.",
                Due("trước 17h00 hằng ngày", rrule="FREQ=DAILY"),
            ),
            task(
                "Thành lập 02 đoàn kiểm tra việc chuẩn bị phương tiện, vật tư, hậu cần theo phương châm “bốn tại chỗ” tại các địa phương, hoàn "
                "thành trong tháng 3/2024.",
                Due("trong tháng 3/2024", "2024-03-31"),
            ),
            task(
                "Tổng hợp tình hình, kết quả thực hiện, báo cáo UBND tỉnh trước ngày 25 hằng tháng.",
                Due("trước ngày 25 hằng tháng", rrule="FREQ=MONTHLY;BYMONTHDAY=25"),
                report=("UBND tỉnh",),
            ),
        ),
        under(
            "2.",
            "Công an tỉnh:",
            ("Công an tỉnh",),
            task(
                "Phối hợp với lực lượng Kiểm lâm nắm chắc địa bàn, điều tra làm rõ nguyên nhân các vụ cháy rừng, xử lý nghiêm các hành vi vi phạm "
                "quy định của pháp luật.",
                coord=("lực lượng Kiểm lâm",),
            ),
            task("Duy trì lực lượng, phương tiện chữa cháy sẵn sàng cơ động khi có yêu cầu chi viện."),
        ),
        under(
            "3.",
            "Bộ Chỉ huy quân sự tỉnh:",
            ("Bộ Chỉ huy quân sự tỉnh",),
            task(
                "Chuẩn bị ít nhất 150 chiến sĩ và các trang bị cần thiết, sẵn sàng tham gia chữa cháy rừng theo lệnh của Chủ tịch UBND tỉnh.",
                label="",
            ),
        ),
        under(
            "4.",
            f"{HUYEN}:",
            (HUYEN,),
            task(
                "Kiện toàn Ban Chỉ đạo về phát triển lâm nghiệp bền vững cấp huyện; phân công thành viên phụ trách từng xã, từng khu rừng có nguy cơ cháy cao."
            ),
            task(
                "Tạm dừng việc đốt nương, xử lý thực bì bằng lửa trên địa bàn từ ngày 01/3/2024 đến hết ngày 30/4/2024.",
                Due("từ ngày 01/3/2024 đến hết ngày 30/4/2024", "2024-04-30"),
            ),
            task(
                "Chủ tịch UBND các huyện, thị xã, thành phố chịu trách nhiệm trước Chủ tịch UBND tỉnh nếu để xảy ra cháy rừng lớn do thiếu kiểm tra, "
                "đôn đốc; khi có cháy phải báo cáo ngay về Sở Nông nghiệp và Phát triển nông thôn.",
                report=(SNN,),
            ),
        ),
        under(
            "5.",
            "Ban Quản lý rừng phòng hộ Hạ Lãm:",
            ("Ban Quản lý rừng phòng hộ Hạ Lãm",),
            task(
                "Tu sửa 18 km đường băng cản lửa, phát dọn thực bì dưới tán rừng, hoàn thành trước ngày 20/3.",
                Due("trước ngày 20/3", "2024-03-20"),
                label="",
            ),
        ),
        under(
            "6.",
            "Đài Phát thanh - Truyền hình tỉnh, Báo Sơn Khê:",
            ("Đài Phát thanh - Truyền hình tỉnh", "Báo Sơn Khê"),
            task(
                "Tăng thời lượng tuyên truyền về phòng cháy, chữa cháy rừng bằng tiếng phổ thông và tiếng dân tộc; kịp thời phản ánh gương người tốt, việc tốt.",
                label="",
            ),
        ),
        Item("Nhận được Công văn này, yêu cầu các cơ quan, đơn vị, địa phương nghiêm túc triển khai thực hiện./."),
    ),
    recipients=(
        "Như trên;",
        "TT. Tỉnh ủy, HĐND tỉnh (b/c);",
        "Chủ tịch, các PCT UBND tỉnh;",
        "Chi cục Kiểm lâm;",
        "Lãnh đạo Văn phòng;",
        "Lưu: VT, NLN3.",
    ),
    authority="KT. CHỦ TỊCH",
    position="Phó Chủ tịch",
    signer="Đinh Quang Thiệu",
)
