# ruff: noqa: E501 -- the sentences of a document stand on one line each, as they are read
"""A notice of conclusions: assessment first, run-in headings, and a wrapped line that begins with "- Trưởng Ban"."""

from datetime import date

from corpus.generator.model import Due, Item, Letter, task, under

ALL = ("các sở, ngành", "các chủ đầu tư", "UBND các huyện, thị xã, thành phố")

LETTER = Letter(
    stem="tb-ket-luan-dau-tu-cong",
    agency=("UBND TỈNH SƠN KHÊ", "VĂN PHÒNG"),
    issuer="Văn phòng Ủy ban nhân dân tỉnh Sơn Khê",
    place="Sơn Khê",
    town="Sơn Khê",
    number="415",
    symbol="TB-VP",
    type="TB",
    issued=date(2024, 10, 9),
    title="THÔNG BÁO",
    subject="Kết luận của Phó Chủ tịch UBND tỉnh Đinh Quang Thiệu tại cuộc họp về tiến độ giải ngân vốn đầu tư công 9 tháng năm 2024",
    opening=(
        Item(
            "Ngày 04/10/2024, Phó Chủ tịch UBND tỉnh Đinh Quang Thiệu chủ trì cuộc họp nghe báo cáo tiến độ giải ngân vốn đầu tư công 9 tháng năm 2024. Dự họp có "
            "lãnh đạo các sở: Kế hoạch và Đầu tư, Tài chính, Giao thông vận tải, Tài nguyên và Môi trường; đại diện các chủ đầu tư và UBND các huyện, thị xã, thành phố."
        ),
        Item(
            "Sau khi nghe Sở Kế hoạch và Đầu tư báo cáo và ý kiến của các đại biểu, Phó Chủ tịch UBND tỉnh đánh giá: đến hết tháng 9, toàn tỉnh giải ngân đạt 52,4% kế hoạch, "
            "thấp hơn cùng kỳ; một số dự án trọng điểm chậm bàn giao mặt bằng, năng lực nhà thầu còn hạn chế."
        ),
        Item(
            "Để hoàn thành kế hoạch năm, Phó Chủ tịch UBND tỉnh yêu cầu các sở, ngành, các chủ đầu tư và UBND các huyện, thị xã, thành phố tập trung thực hiện:"
        ),
    ),
    body=(
        task(
            "Về tiến độ giải ngân: Xây dựng kế hoạch giải ngân chi tiết theo từng tuần, từng dự án; lấy kết quả giải ngân làm căn cứ đánh giá mức độ hoàn thành nhiệm vụ của "
            "người đứng đầu; phấn đấu đến ngày 31/12/2024 giải ngân trên 95% kế hoạch vốn được giao.",
            Due("đến ngày 31/12/2024", "2024-12-31"),
            label="1.",
            leads=ALL,
        ),
        task(
            "Về giải phóng mặt bằng: Tiếp tục vận động, đối thoại với các hộ dân; hoàn thành phê duyệt phương án bồi thường các dự án còn vướng mắc trước ngày 30/10/2024.",
            Due("trước ngày 30/10/2024", "2024-10-30"),
            label="2.",
            leads=ALL,
            children=(
                task(
                    "Công khai phương án bồi thường, hỗ trợ, tái định cư tại trụ sở UBND cấp xã và nơi sinh hoạt cộng đồng.",
                    leads=ALL,
                ),
                task("Giải quyết dứt điểm đơn thư khiếu nại của công dân ngay từ cơ sở, không để phát sinh điểm nóng.", leads=ALL),
            ),
        ),
        task(
            "Về vật liệu san lấp: Chủ động làm việc với các đơn vị khai thác mỏ để bảo đảm đủ nguồn đất, cát phục vụ thi công.",
            label="3.",
            leads=ALL,
        ),
        under(
            "4.",
            "Giao Sở Kế hoạch và Đầu tư:",
            ("Sở Kế hoạch và Đầu tư",),
            task(
                "Chủ trì, phối hợp với Sở Tài chính rà soát, đề xuất điều chuyển vốn từ các dự án chậm tiến độ sang các dự án có khả năng giải ngân, tham mưu UBND tỉnh trình HĐND tỉnh "
                "tại kỳ họp cuối năm.",
                coord=("Sở Tài chính",),
                report=("HĐND tỉnh",),
            ),
            task(
                "Hoàn thiện dự thảo quy chế hoạt động của Ban Chỉ đạo các công trình trọng điểm, lấy ý kiến các thành viên, trình Chủ tịch UBND tỉnh\n- Trưởng Ban Chỉ đạo xem xét, ban hành trước ngày 25/10/2024.",
                Due("trước ngày 25/10/2024", "2024-10-25"),
                report=("Chủ tịch UBND tỉnh - Trưởng Ban Chỉ đạo",),
            ),
            task(
                "Tổng hợp tiến độ giải ngân của từng chủ đầu tư, báo cáo UBND tỉnh vào thứ Sáu hằng tuần.",
                Due("vào thứ Sáu hằng tuần", rrule="FREQ=WEEKLY;BYDAY=FR"),
                report=("UBND tỉnh",),
            ),
        ),
        task(
            "Giao Sở Tài nguyên và Môi trường hướng dẫn UBND huyện Phú Vinh tháo gỡ vướng mắc về xác định nguồn gốc đất tại dự án đường nối Khê Châu - Phú Vinh; "
            "hoàn thành trong tháng 10/2024.",
            Due("trong tháng 10/2024", "2024-10-31"),
            label="5.",
            leads=("Sở Tài nguyên và Môi trường",),
        ),
        task(
            "Giao các sở: Giao thông vận tải, Xây dựng phối hợp với Công an tỉnh kiểm tra tải trọng xe chở vật liệu trên các tuyến đường đang thi công.",
            label="6.",
            leads=("Sở Giao thông vận tải", "Sở Xây dựng"),
            coord=("Công an tỉnh",),
        ),
        Item("Văn phòng UBND tỉnh thông báo để các cơ quan, đơn vị biết, thực hiện./."),
    ),
    recipients=(
        "Chủ tịch, các PCT UBND tỉnh;",
        "Các sở, ban, ngành tỉnh;",
        "UBND các huyện, thị xã, thành phố;",
        "CVP, các PCVP UBND tỉnh;",
        "Lưu: VT, TH2.",
    ),
    authority="KT. CHÁNH VĂN PHÒNG",
    position="Phó Chánh Văn phòng",
    signer="Lương Thế Mạnh",
)
