# ruff: noqa: E501 -- the sentences of a document stand on one line each, as they are read
"""A decision that shares out work in articles; its Word file numbers clauses and points automatically."""

from datetime import date

from corpus.generator.model import Due, Item, Letter, task, under

SNV, STP, STC, KHCN, XA = "Sở Nội vụ", "Sở Tư pháp", "Sở Tài chính", "Sở Khoa học và Công nghệ", "UBND các xã, phường"

LETTER = Letter(
    stem="qd-phan-cong-hai-cap",
    agency=("ỦY BAN NHÂN DÂN", "TỈNH SƠN KHÊ"),
    bold_agency=2,
    issuer="Ủy ban nhân dân tỉnh Sơn Khê",
    place="Sơn Khê",
    town="Sơn Khê",
    number="1124",
    symbol="QĐ-UBND",
    type="QĐ",
    issued=date(2025, 8, 15),
    title="QUYẾT ĐỊNH",
    about="Về việc ",
    subject="phân công nhiệm vụ theo dõi, hỗ trợ vận hành chính quyền địa phương 02 cấp trên địa bàn tỉnh",
    preface="ỦY BAN NHÂN DÂN TỈNH SƠN KHÊ",
    opening=(
        Item("Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025;"),
        Item("Căn cứ Quyết định số 902/QĐ-UBND ngày 04/7/2025 của UBND tỉnh ban hành Quy chế làm việc của UBND tỉnh;"),
        Item("Theo đề nghị của Giám đốc Sở Nội vụ tại Tờ trình số 288/TTr-SNV ngày 11/8/2025."),
        Item("QUYẾT ĐỊNH:", bold=True, centred=True),
    ),
    body=(
        Item(
            "Phân công các sở, ngành theo dõi, hỗ trợ UBND các xã, phường như sau:",
            "Điều 1.",
            children=(
                under(
                    "1.",
                    "Sở Nội vụ:",
                    (SNV,),
                    task(
                        "Làm đầu mối tiếp nhận, phân loại, trả lời kiến nghị của UBND các xã, phường trong 03 ngày làm việc kể từ ngày nhận được kiến nghị.",
                        Due("trong 03 ngày làm việc kể từ ngày nhận được kiến nghị"),
                        label="a)",
                    ),
                    task(
                        "Chủ trì, phối hợp với Sở Tư pháp, Sở Tài chính biên soạn Sổ tay nghiệp vụ cho công chức cấp xã, hoàn thành trước ngày 30/9/2025.",
                        Due("trước ngày 30/9/2025", "2025-09-30"),
                        label="b)",
                        coord=(STP, STC),
                    ),
                    bold=False,
                ),
                under(
                    "2.",
                    "Sở Tư pháp:",
                    (STP,),
                    task(
                        "Rà soát các văn bản quy phạm pháp luật của tỉnh còn quy định nhiệm vụ của cấp huyện, đề xuất UBND tỉnh xử lý trước ngày 31/10/2025.",
                        Due("trước ngày 31/10/2025", "2025-10-31"),
                        label="a)",
                    ),
                    task(
                        "Tổ chức tập huấn công tác hộ tịch, chứng thực cho công chức tư pháp - hộ tịch các xã, phường trong tháng 9/2025.",
                        Due("trong tháng 9/2025", "2025-09-30"),
                        label="b)",
                    ),
                    bold=False,
                ),
                under(
                    "3.",
                    "Sở Khoa học và Công nghệ:",
                    (KHCN,),
                    task(
                        "Bảo đảm đường truyền, phần mềm quản lý văn bản và điều hành tại 100% xã, phường hoạt động thông suốt.",
                        label="a)",
                    ),
                    task(
                        "Cử cán bộ kỹ thuật trực hỗ trợ Trung tâm Phục vụ hành chính công cấp xã đến hết ngày 31/12/2025.",
                        Due("đến hết ngày 31/12/2025", "2025-12-31"),
                        label="b)",
                    ),
                    bold=False,
                ),
                task(
                    "Sở Tài chính hướng dẫn UBND các xã, phường lập, chấp hành và quyết toán ngân sách; tham mưu UBND tỉnh bổ sung kinh phí mua sắm trang thiết bị trong quý III/2025.",
                    Due("trong quý III/2025", "2025-09-30"),
                    label="4.",
                    leads=(STC,),
                ),
            ),
        ),
        Item(
            "Chế độ thông tin, báo cáo",
            "Điều 2.",
            children=(
                task(
                    "UBND các xã, phường báo cáo khó khăn, vướng mắc về Sở Nội vụ trước 16h00 thứ Năm hằng tuần.",
                    Due("trước 16h00 thứ Năm hằng tuần", rrule="FREQ=WEEKLY;BYDAY=TH"),
                    label="1.",
                    leads=(XA,),
                    report=(SNV,),
                ),
                task(
                    "Sở Nội vụ tổng hợp, báo cáo UBND tỉnh trước ngày 28 hằng tháng.",
                    Due("trước ngày 28 hằng tháng", rrule="FREQ=MONTHLY;BYMONTHDAY=28"),
                    label="2.",
                    leads=(SNV,),
                    report=("UBND tỉnh",),
                ),
            ),
        ),
        Item("Quyết định này có hiệu lực kể từ ngày ký ban hành.", "Điều 3."),
        Item(
            "Chánh Văn phòng UBND tỉnh, Giám đốc các sở, Chủ tịch UBND các xã, phường và các tổ chức, cá nhân có liên quan chịu trách nhiệm thi hành Quyết định này./.",
            "Điều 4.",
        ),
    ),
    recipients=("Như Điều 4;", "Bộ Nội vụ (b/c);", "TT. Tỉnh ủy, HĐND tỉnh (b/c);", "Lưu: VT, NC2."),
    authority="TM. ỦY BAN NHÂN DÂN",
    position="Chủ tịch",
    signer="Trần Hữu Bách",
)
