# ruff: noqa: E501 -- the sentences of a document stand on one line each, as they are read
"""Trap: a letter pasted from Word into a web form: HTML with office tags, entities and hard spaces."""

from datetime import date

from corpus.generator.model import Due, Item, Letter, task, under

LETTER = Letter(
    stem="bay-dan-tu-web",
    agency=("ỦY BAN NHÂN DÂN", "PHƯỜNG KHÊ CHÂU"),
    bold_agency=2,
    issuer="Ủy ban nhân dân phường Khê Châu",
    place="Khê Châu",
    town="Khê Châu",
    number="96",
    symbol="UBND-KTHTĐT",
    type="CV",
    issued=date(2025, 10, 20),
    subject="tổng vệ sinh môi trường, chỉnh trang đô thị",
    addressees=("Phòng Kinh tế, Hạ tầng và Đô thị", "Các tổ dân phố"),
    opening=(Item("Thực hiện phong trào thi đua “Tuyến phố xanh - sạch - đẹp”, UBND phường yêu cầu:"),),
    body=(
        under(
            "1.",
            "Phòng Kinh tế, Hạ tầng và Đô thị:",
            ("Phòng Kinh tế, Hạ tầng và Đô thị",),
            task(
                "Chủ trì, phối hợp với Công an phường tháo dỡ biển quảng cáo sai quy định trên đường Hai Mùa, xong trước ngày 31/10/2025.",
                Due("trước ngày 31/10/2025", "2025-10-31"),
                coord=("Công an phường",),
            ),
            task(
                "Bố trí phương tiện thu gom rác trong ngày; tổng hợp kết quả, báo cáo UBND phường trước 10h00 thứ Hai hằng tuần.",
                Due("trước 10h00 thứ Hai hằng tuần", rrule="FREQ=WEEKLY;BYDAY=MO"),
                report=("UBND phường",),
            ),
        ),
        under(
            "2.",
            "Các tổ dân phố:",
            ("Các tổ dân phố",),
            task(
                "Vận động mỗi hộ gia đình quét dọn vỉa hè, khơi thông cống rãnh trước cửa vào sáng thứ Bảy hằng tuần.",
                Due("vào sáng thứ Bảy hằng tuần", rrule="FREQ=WEEKLY;BYDAY=SA"),
            ),
            task(
                "Đăng ký ít nhất 01 tuyến phố kiểu mẫu & gửi danh sách về UBND phường trước ngày 28/10/2025.",
                Due("trước ngày 28/10/2025", "2025-10-28"),
                report=("UBND phường",),
            ),
        ),
    ),
    recipients=("Như trên;", "TT. Đảng ủy, HĐND phường;", "Lưu: VT, KTHTĐT."),
    authority="TM. ỦY BAN NHÂN DÂN",
    position="Chủ tịch",
    signer="Phùng Khánh Ly",
)
