# ruff: noqa: E501 -- the sentences of a document stand on one line each, as they are read
"""Trap: a "- " heading that names an agency, followed by "- " items of the same level."""

from datetime import date

from corpus.generator.model import Due, Item, Letter, lead, task


def under_dash(heading: str, leads: tuple[str, ...], *items: Item) -> tuple[Item, ...]:
    """The heading and its items side by side: the paper shows no level between them."""
    return (Item(heading, "-"), *(lead(leads, item) for item in items))


LETTER = Letter(
    stem="bay-gach-dau-dong",
    agency=("ỦY BAN NHÂN DÂN", "TỈNH SƠN KHÊ"),
    bold_agency=2,
    issuer="Ủy ban nhân dân tỉnh Sơn Khê",
    place="Sơn Khê",
    town="Sơn Khê",
    number="3092",
    symbol="UBND-VX",
    type="CV",
    issued=date(2025, 12, 4),
    subject="chăm lo đời sống Nhân dân, bảo đảm an sinh xã hội dịp Tết Nguyên đán Bính Ngọ 2026",
    addressees=("Sở Nội vụ; Sở Y tế", "UBND các xã, phường"),
    opening=(Item("Để bảo đảm mọi người, mọi nhà đều có Tết, Chủ tịch UBND tỉnh giao nhiệm vụ như sau:"),),
    body=(
        *under_dash(
            "Sở Nội vụ:",
            ("Sở Nội vụ",),
            task(
                "Tham mưu tổ chức các đoàn thăm, tặng quà gia đình người có công tiêu biểu; hoàn thành trước ngày 05/02/2026.",
                Due("trước ngày 05/02/2026", "2026-02-05"),
            ),
            task(
                "Nắm tình hình trả lương, thưởng Tết của các doanh nghiệp, báo cáo UBND tỉnh trước ngày 20/01/2026.",
                Due("trước ngày 20/01/2026", "2026-01-20"),
                report=("UBND tỉnh",),
            ),
        ),
        *under_dash(
            "Sở Y tế:",
            ("Sở Y tế",),
            task(
                "Chủ trì, phối hợp với UBND các xã, phường rà soát, trợ giúp người cao tuổi cô đơn, trẻ em mồ côi, người khuyết tật nặng.",
                coord=("UBND các xã, phường",),
            ),
            task("Bố trí trực cấp cứu 24/24 giờ tại tất cả các cơ sở khám bệnh, chữa bệnh trong dịp Tết."),
        ),
        *under_dash(
            "UBND các xã, phường:",
            ("UBND các xã, phường",),
            task(
                "Lập danh sách hộ có nguy cơ thiếu đói, gửi Sở Y tế trước ngày 10/01/2026 để tổng hợp.",
                Due("trước ngày 10/01/2026", "2026-01-10"),
                report=("Sở Y tế",),
            ),
            task("Trao quà đến tận tay đối tượng thụ hưởng, không để trùng lặp hoặc bỏ sót."),
        ),
    ),
    recipients=("Như trên;", "Ủy ban MTTQ Việt Nam tỉnh;", "Lưu: VT, VX."),
    authority="KT. CHỦ TỊCH",
    position="Phó Chủ tịch",
    signer="Hoàng Thị Minh Khuê",
)
