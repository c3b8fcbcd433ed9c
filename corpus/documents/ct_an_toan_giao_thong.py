# ruff: noqa: E501 -- the sentences of a document stand on one line each, as they are read
"""A directive of a chairman: a "yêu cầu" list to heads of agencies, and "Giao Sở ..." items."""

from datetime import date

from corpus.generator.model import Due, Item, Letter, task, under

HUYEN = "UBND các huyện, thị xã, thành phố"

LETTER = Letter(
    stem="ct-an-toan-giao-thong",
    agency=("ỦY BAN NHÂN DÂN", "TỈNH SƠN KHÊ"),
    bold_agency=2,
    issuer="Ủy ban nhân dân tỉnh Sơn Khê",
    place="Sơn Khê",
    town="Sơn Khê",
    number="14",
    symbol="CT-UBND",
    type="CT",
    issued=date(2023, 11, 20),
    title="CHỈ THỊ",
    about="Về ",
    subject="tăng cường bảo đảm trật tự, an toàn giao thông cho lứa tuổi học sinh trên địa bàn tỉnh",
    opening=(
        Item(
            "Thời gian qua, công tác bảo đảm trật tự, an toàn giao thông cho lứa tuổi học sinh đã được các cấp, các ngành quan tâm chỉ đạo. Tuy nhiên, trong 10 tháng năm 2023, "
            "trên địa bàn tỉnh vẫn xảy ra 27 vụ tai nạn giao thông liên quan đến học sinh, làm 09 em tử vong; tình trạng học sinh chưa đủ tuổi điều khiển xe mô tô còn diễn biến phức tạp."
        ),
        Item("Để khắc phục tình trạng trên, Chủ tịch Ủy ban nhân dân tỉnh yêu cầu:"),
    ),
    body=(
        under(
            "1.",
            "Thủ trưởng các sở, ban, ngành; Chủ tịch UBND các huyện, thị xã, thành phố:",
            ("các sở, ban, ngành", HUYEN),
            task(
                "Quán triệt đến toàn thể cán bộ, công chức, viên chức, người lao động không giao xe mô tô, xe gắn máy cho con em chưa đủ điều kiện điều khiển.",
                label="a)",
            ),
            task(
                "Tổ chức cho 100% cơ quan, đơn vị ký cam kết chấp hành pháp luật về trật tự, an toàn giao thông trong quý IV/2023.",
                Due("trong quý IV/2023", "2023-12-31"),
                label="b)",
            ),
        ),
        under(
            "2.",
            "Công an tỉnh:",
            ("Công an tỉnh",),
            task(
                "Chủ trì, phối hợp với Sở Giáo dục và Đào tạo, Tỉnh đoàn tổ chức tuyên truyền trực tiếp tại 100% trường trung học cơ sở, trung học phổ thông, hoàn thành trước ngày 15/12/2023.",
                Due("trước ngày 15/12/2023", "2023-12-15"),
                label="a)",
                coord=("Sở Giáo dục và Đào tạo", "Tỉnh đoàn"),
            ),
            task(
                "Tuần tra, kiểm soát, xử lý nghiêm học sinh vi phạm; thông báo danh sách vi phạm về Sở Giáo dục và Đào tạo trước ngày 05 hằng tháng.",
                Due("trước ngày 05 hằng tháng", rrule="FREQ=MONTHLY;BYMONTHDAY=5"),
                label="b)",
                report=("Sở Giáo dục và Đào tạo",),
            ),
        ),
        under(
            "3.",
            "Giao Sở Giáo dục và Đào tạo:",
            ("Sở Giáo dục và Đào tạo",),
            task(
                "Chỉ đạo các trường đưa việc chấp hành pháp luật về giao thông vào tiêu chí xếp loại hạnh kiểm của học sinh từ học kỳ II năm học 2023 - 2024.",
                Due("từ học kỳ II năm học 2023 - 2024"),
                label="a)",
            ),
            task(
                "Xây dựng mô hình “Cổng trường an toàn giao thông” tại mỗi huyện, thị xã, thành phố ít nhất 02 trường.", label="b)"
            ),
        ),
        task(
            "Giao Sở Giao thông vận tải chủ trì, phối hợp với UBND các huyện, thị xã, thành phố rà soát, lắp đặt bổ sung biển báo, gờ giảm tốc, vạch sơn tại khu vực cổng trường; "
            "báo cáo UBND tỉnh kết quả trước ngày 20/12/2023.",
            Due("trước ngày 20/12/2023", "2023-12-20"),
            label="4.",
            leads=("Sở Giao thông vận tải",),
            coord=(HUYEN,),
            report=("UBND tỉnh",),
        ),
        task(
            "Giao Sở Thông tin và Truyền thông chỉ đạo các cơ quan báo chí, hệ thống thông tin cơ sở mở chuyên mục về an toàn giao thông học đường.",
            label="5.",
            leads=("Sở Thông tin và Truyền thông",),
        ),
        task(
            "Giao Ban An toàn giao thông tỉnh theo dõi, đôn đốc việc thực hiện Chỉ thị này; định kỳ hằng quý tổng hợp, báo cáo Chủ tịch UBND tỉnh.",
            Due("định kỳ hằng quý", rrule="FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=-1"),
            label="6.",
            leads=("Ban An toàn giao thông tỉnh",),
            report=("Chủ tịch UBND tỉnh",),
        ),
        Item("Chỉ thị này có hiệu lực kể từ ngày ký./."),
    ),
    recipients=(
        "Ủy ban An toàn giao thông Quốc gia (b/c);",
        "TT. Tỉnh ủy, HĐND tỉnh (b/c);",
        "Các sở, ban, ngành tỉnh;",
        "UBND các huyện, thị xã, thành phố;",
        "Lưu: VT, NC.",
    ),
    position="Chủ tịch",
    signer="Trần Hữu Bách",
)
