# ruff: noqa: E501 -- the sentences of a document stand on one line each, as they are read
"""A plan with purpose, targets, tasks and organisation, and an annex table over two wide pages with group rows."""

from datetime import date

from corpus.generator.model import Annex, Due, Duty, Item, Letter, Names, Row, task, under

KHCN, SNV, GDDT = "Sở Khoa học và Công nghệ", "Sở Nội vụ", "Sở Giáo dục và Đào tạo"
HUYEN, NGANH = "UBND các huyện, thị xã, thành phố", "các sở, ban, ngành"


def row(cells: Names, leads: Names, coord: Names, *dues: Due) -> Row:
    """A row of the annex with its duty."""
    return Row(cells, Duty(leads, coord, (), dues))


ANNEX = Annex(
    "PHỤ LỤC",
    "DANH MỤC NHIỆM VỤ PHÁT TRIỂN KỸ NĂNG SỐ NĂM 2025",
    ("STT", "Nhiệm vụ", "Cơ quan chủ trì", "Cơ quan phối hợp", "Thời gian hoàn thành", "Sản phẩm"),
    (1.1, 7.2, 3.6, 4.6, 3, 4),
    (
        Row(("I", "NÂNG CAO NHẬN THỨC")),
        row(
            (
                "1",
                "Tổ chức Hội nghị phát động phong trào “Mỗi công dân một kỹ năng số”",
                KHCN,
                "Tỉnh đoàn; Hội Liên hiệp Phụ nữ tỉnh",
                "Tháng 4/2025",
                "Hội nghị",
            ),
            (KHCN,),
            ("Tỉnh đoàn", "Hội Liên hiệp Phụ nữ tỉnh"),
            Due("Tháng 4/2025", "2025-04-30"),
        ),
        row(
            (
                "2",
                "Xây dựng chuyên mục “Cùng học kỹ năng số” phát sóng trên kênh truyền hình của tỉnh",
                "Đài Phát thanh - Truyền hình tỉnh",
                KHCN,
                "Hằng tuần",
                "Chuyên mục được phát sóng",
            ),
            ("Đài Phát thanh - Truyền hình tỉnh",),
            (KHCN,),
            Due("Hằng tuần", rrule="FREQ=WEEKLY"),
        ),
        row(
            (
                "3",
                "Biên soạn, phát hành sổ tay hướng dẫn an toàn khi giao dịch trên mạng cho người cao tuổi",
                "Công an tỉnh",
                "Hội Người cao tuổi tỉnh",
                "Quý II/2025",
                "Sổ tay in và bản điện tử",
            ),
            ("Công an tỉnh",),
            ("Hội Người cao tuổi tỉnh",),
            Due("Quý II/2025", "2025-06-30"),
        ),
        row(
            (
                "4",
                "Tuyên truyền trên hệ thống truyền thanh cơ sở về lợi ích của dịch vụ công trực tuyến",
                HUYEN,
                "Sở Văn hóa, Thể thao và Du lịch",
                "Thường xuyên",
                "Tin, bài phát thanh",
            ),
            (HUYEN,),
            ("Sở Văn hóa, Thể thao và Du lịch",),
            Due("Thường xuyên"),
        ),
        Row(("II", "BỒI DƯỠNG CÁN BỘ, CÔNG CHỨC, VIÊN CHỨC")),
        row(
            (
                "5",
                "Khảo sát, đánh giá mức độ thành thạo kỹ năng số của cán bộ, công chức, viên chức toàn tỉnh",
                SNV,
                "Các sở, ban, ngành; UBND các huyện, thị xã, thành phố",
                "Trước ngày 15/5/2025",
                "Báo cáo kết quả khảo sát",
            ),
            (SNV,),
            (NGANH, HUYEN),
            Due("Trước ngày 15/5/2025", "2025-05-15"),
        ),
        row(
            (
                "6",
                "Mở 12 lớp bồi dưỡng sử dụng trí tuệ nhân tạo trong soạn thảo, tổng hợp văn bản",
                "Trường Chính trị tỉnh",
                "Sở Nội vụ; Sở Khoa học và Công nghệ",
                "Quý III/2025",
                "480 lượt người được cấp chứng nhận",
            ),
            ("Trường Chính trị tỉnh",),
            (SNV, KHCN),
            Due("Quý III/2025", "2025-09-30"),
        ),
        row(
            (
                "7",
                "Tập huấn kỹ năng bảo đảm an toàn thông tin cho công chức chuyên trách cấp xã",
                "Công an tỉnh",
                "UBND các huyện, thị xã, thành phố",
                "Tháng 6/2025",
                "Lớp tập huấn",
            ),
            ("Công an tỉnh",),
            (HUYEN,),
            Due("Tháng 6/2025", "2025-06-30"),
        ),
        row(
            (
                "8",
                "Đưa tiêu chí về kỹ năng số vào đánh giá, xếp loại công chức hằng năm",
                SNV,
                "Các cơ quan, đơn vị liên quan",
                "Tháng 11/2025",
                "Văn bản hướng dẫn",
            ),
            (SNV,),
            ("Các cơ quan, đơn vị liên quan",),
            Due("Tháng 11/2025", "2025-11-30"),
        ),
        Row(("III", "PHỔ CẬP KỸ NĂNG SỐ CHO NGƯỜI DÂN")),
        row(
            (
                "9",
                "Duy trì hoạt động của 100% Tổ công nghệ số cộng đồng tại thôn, tổ dân phố",
                HUYEN,
                "Tỉnh đoàn",
                "Hằng quý",
                "Báo cáo hoạt động",
            ),
            (HUYEN,),
            ("Tỉnh đoàn",),
            Due("Hằng quý", rrule="FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=-1"),
        ),
        row(
            (
                "10",
                "Lồng ghép giáo dục kỹ năng số, công dân số vào chương trình của các trường trung học phổ thông",
                GDDT,
                KHCN,
                "Năm 2025 - 2026",
                "Chương trình nhà trường",
            ),
            (GDDT,),
            (KHCN,),
            Due("Năm 2025 - 2026", "2026-12-31"),
        ),
        row(
            (
                "11",
                "Hỗ trợ hộ kinh doanh, hợp tác xã mở gian hàng trên sàn thương mại điện tử",
                "Sở Công Thương",
                "Liên minh Hợp tác xã tỉnh; Bưu điện tỉnh",
                "Trong năm 2025",
                "200 gian hàng mới",
            ),
            ("Sở Công Thương",),
            ("Liên minh Hợp tác xã tỉnh", "Bưu điện tỉnh"),
            Due("Trong năm 2025", "2025-12-31"),
        ),
        row(
            (
                "12",
                "Thiết lập điểm hỗ trợ nộp hồ sơ trực tuyến tại Bộ phận Một cửa cấp xã",
                HUYEN,
                "Văn phòng UBND tỉnh; Bưu điện tỉnh",
                "30/6/2025",
                "142 điểm hỗ trợ",
            ),
            (HUYEN,),
            ("Văn phòng UBND tỉnh", "Bưu điện tỉnh"),
            Due("30/6/2025", "2025-06-30"),
        ),
        row(
            (
                "13",
                "Tổng kết, đề xuất khen thưởng các tập thể, cá nhân tiêu biểu trong phong trào",
                KHCN,
                SNV,
                "Tháng 12/2025",
                "Tờ trình UBND tỉnh",
            ),
            (KHCN,),
            (SNV,),
            Due("Tháng 12/2025", "2025-12-31"),
        ),
    ),
)

PURPOSE = Item(
    "MỤC ĐÍCH, YÊU CẦU",
    "I.",
    bold=True,
    children=(
        Item(
            "Mục đích",
            "1.",
            bold=True,
            children=(
                Item(
                    "Trang bị kiến thức, kỹ năng số cơ bản cho cán bộ, công chức và người dân, tạo nền tảng cho phát triển kinh tế số, xã hội số của tỉnh.",
                    "-",
                ),
            ),
        ),
        Item(
            "Yêu cầu",
            "2.",
            bold=True,
            children=(
                Item("Các cơ quan, đơn vị, địa phương xác định rõ nội dung, tiến độ, trách nhiệm của từng tập thể, cá nhân.", "-"),
                Item(
                    "Việc tổ chức phải thiết thực, tiết kiệm, phù hợp với điều kiện của từng nhóm đối tượng, nhất là đồng bào vùng cao.",
                    "-",
                ),
            ),
        ),
    ),
)

TARGETS = Item(
    "MỤC TIÊU",
    "II.",
    bold=True,
    children=(
        Item("100% cán bộ, công chức cấp tỉnh, cấp huyện được bồi dưỡng kỹ năng số trong năm 2025.", "1."),
        Item("Trên 60% người dân trong độ tuổi lao động biết sử dụng dịch vụ công trực tuyến.", "2."),
    ),
)

SOLUTIONS = Item(
    "NHIỆM VỤ, GIẢI PHÁP",
    "III.",
    bold=True,
    children=(
        under(
            "1.",
            "Nâng cao nhận thức",
            (),
            task(
                "Đa dạng hóa hình thức tuyên truyền trên báo chí, mạng xã hội và hệ thống truyền thanh cơ sở về vai trò của kỹ năng số.",
                label="a)",
            ),
            task("Phát hiện, nhân rộng các mô hình tự học, tự bồi dưỡng kỹ năng số có hiệu quả tại cơ sở.", label="b)"),
        ),
        under(
            "2.",
            "Phát triển học liệu và hạ tầng",
            (),
            Item(
                "Xây dựng học liệu số dùng chung của tỉnh, gồm:",
                "a)",
                children=(
                    task(
                        "Bộ bài giảng điện tử về sử dụng dịch vụ công trực tuyến, hoàn thành trong quý II/2025;",
                        Due("trong quý II/2025", "2025-06-30"),
                        label="-",
                        leads=(),
                    ),
                    task(
                        "Bộ câu hỏi tự đánh giá mức độ thành thạo kỹ năng số theo từng vị trí việc làm, hoàn thành trong tháng 8/2025.",
                        Due("trong tháng 8/2025", "2025-08-31"),
                        label="-",
                        leads=(),
                    ),
                ),
            ),
            task(
                "Nâng cấp Nền tảng học tập trực tuyến của tỉnh, bảo đảm phục vụ đồng thời tối thiểu 5.000 người học:",
                label="b)",
                children=(
                    task("Bổ sung chức năng thi, cấp chứng nhận trực tuyến;", label="+"),
                    task("Kết nối, chia sẻ dữ liệu người học với phần mềm quản lý cán bộ, công chức, viên chức.", label="+"),
                ),
            ),
        ),
    ),
)

ORGANISATION = Item(
    "TỔ CHỨC THỰC HIỆN",
    "V.",
    bold=True,
    children=(
        under(
            "1.",
            KHCN,
            (KHCN,),
            task(
                "Là cơ quan thường trực, chủ trì hướng dẫn, đôn đốc, kiểm tra các cơ quan, đơn vị, địa phương thực hiện Kế hoạch này.",
                label="a)",
            ),
            task(
                "Chủ trì, phối hợp với Sở Nội vụ, Trường Chính trị tỉnh xây dựng khung chương trình bồi dưỡng kỹ năng số, trình UBND tỉnh ban hành trước ngày 30/4/2025.",
                Due("trước ngày 30/4/2025", "2025-04-30"),
                label="b)",
                coord=(SNV, "Trường Chính trị tỉnh"),
                report=("UBND tỉnh",),
            ),
            task(
                "Tổng hợp kết quả thực hiện, báo cáo UBND tỉnh định kỳ 6 tháng (trước ngày 20/6), năm (trước ngày 10/12).",
                Due("6 tháng (trước ngày 20/6)", rrule="FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=20"),
                Due("năm (trước ngày 10/12)", rrule="FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=10"),
                label="c)",
                report=("UBND tỉnh",),
            ),
        ),
        under(
            "2.",
            SNV,
            (SNV,),
            task(
                "Phối hợp với Sở Khoa học và Công nghệ tham mưu UBND tỉnh đưa nội dung kỹ năng số vào kế hoạch đào tạo, bồi dưỡng hằng năm.",
                Due("hằng năm", rrule="FREQ=YEARLY", optional=True),
                label="",
                coord=(KHCN,),
            ),
        ),
        under(
            "3.",
            "Sở Tài chính",
            ("Sở Tài chính",),
            task(
                "Căn cứ khả năng cân đối ngân sách, tham mưu UBND tỉnh bố trí kinh phí thực hiện Kế hoạch theo quy định.", label=""
            ),
        ),
        under(
            "4.",
            "Các sở, ban, ngành; UBND các huyện, thị xã, thành phố",
            ("Các sở, ban, ngành", HUYEN),
            task(
                "Ban hành kế hoạch triển khai tại cơ quan, địa phương mình trước ngày 15/4/2025.",
                Due("trước ngày 15/4/2025", "2025-04-15"),
                label="a)",
            ),
            task(
                "Báo cáo kết quả thực hiện về Sở Khoa học và Công nghệ trước ngày 05 của tháng cuối quý để tổng hợp.",
                Due("trước ngày 05 của tháng cuối quý", rrule="FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=5"),
                label="b)",
                report=(KHCN,),
            ),
        ),
        under(
            "5.",
            "Đề nghị Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh, Tỉnh đoàn, Hội Liên hiệp Phụ nữ tỉnh",
            ("Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh", "Tỉnh đoàn", "Hội Liên hiệp Phụ nữ tỉnh"),
            task(
                "Vận động đoàn viên, hội viên tích cực tham gia Tổ công nghệ số cộng đồng; giám sát việc thực hiện Kế hoạch ở cơ sở.",
                label="",
            ),
        ),
    ),
)

LETTER = Letter(
    stem="kh-ky-nang-so",
    agency=("ỦY BAN NHÂN DÂN", "TỈNH SƠN KHÊ"),
    bold_agency=2,
    issuer="Ủy ban nhân dân tỉnh Sơn Khê",
    place="Sơn Khê",
    town="Sơn Khê",
    number="58",
    symbol="KH-UBND",
    type="KH",
    issued=date(2025, 3, 21),
    title="KẾ HOẠCH",
    subject="Phát triển kỹ năng số cho cán bộ, công chức và người dân trên địa bàn tỉnh Sơn Khê năm 2025",
    opening=(
        Item(
            "Căn cứ Nghị quyết số 21-NQ/TU ngày 12/11/2024 của Ban Chấp hành Đảng bộ tỉnh về đẩy mạnh chuyển đổi số giai đoạn 2025 - 2030;"
        ),
        Item("Căn cứ Quyết định số 2210/QĐ-UBND ngày 18/12/2024 của UBND tỉnh phê duyệt Đề án phổ cập kỹ năng số;"),
        Item(
            "Xét đề nghị của Sở Khoa học và Công nghệ tại Tờ trình số 37/TTr-SKHCN ngày 14/3/2025, UBND tỉnh ban hành Kế hoạch phát triển kỹ năng số cho cán bộ, "
            "công chức và người dân trên địa bàn tỉnh năm 2025, cụ thể như sau:"
        ),
    ),
    body=(
        PURPOSE,
        TARGETS,
        SOLUTIONS,
        Item(
            "KINH PHÍ THỰC HIỆN",
            "IV.",
            bold=True,
            children=(
                Item("Kinh phí thực hiện Kế hoạch từ nguồn ngân sách nhà nước theo phân cấp và các nguồn huy động hợp pháp khác."),
            ),
        ),
        ORGANISATION,
        Item("(Nhiệm vụ cụ thể tại Phụ lục kèm theo)"),
        Item(
            "Trên đây là Kế hoạch phát triển kỹ năng số cho cán bộ, công chức và người dân trên địa bàn tỉnh Sơn Khê năm 2025; yêu cầu các cơ quan, đơn vị, địa phương tổ chức thực hiện./."
        ),
    ),
    recipients=(
        "Bộ Khoa học và Công nghệ (b/c);",
        "TT. Tỉnh ủy, HĐND tỉnh;",
        "Các sở, ban, ngành tỉnh;",
        "UBND các huyện, thị xã, thành phố;",
        "Lưu: VT, KGVX1.",
    ),
    authority="TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH",
    position="Phó Chủ tịch",
    signer="Hoàng Thị Minh Khuê",
    annex=ANNEX,
)
