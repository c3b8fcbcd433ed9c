# ruff: noqa: E501 -- the sentences of a document stand on one line each, as they are read
"""Trap: tone marks that slipped off their letters, and words run together, as some PDF readers copy them."""

from datetime import date

from corpus.generator.model import Due, Item, Letter, task, under

LETTER = Letter(
    stem="bay-dau-roi",
    agency=("UBND TỈNH SƠN KHÊ", "SỞ Y TẾ"),
    issuer="Sở Y tế tỉnh Sơn Khê",
    place="Sơn Khê",
    town="Sơn Khê",
    number="2087",
    symbol="SYT-NVD",
    type="CV",
    issued=date(2024, 5, 13),
    subject="tăng cường quản lý chất lượng thuốc và cung ứng vắc xin tại các cơ sở y tế",
    addressees=("Các bệnh viện tuyến tỉnh", "Trung tâm Kiểm soát bệnh tật tỉnh", "Trung tâm Y tế các huyện, thị xã, thành phố"),
    opening=(
        Item(
            "Qua kiểm tra thực tế, một số đơn vị chưa cập nhật kịp thời số liệu tiếp nhận và sử dụng vắc xin. Sở Y tế yêu cầu các đơn vị thực hiện những nội dung sau:"
        ),
    ),
    body=(
        under(
            "1.",
            "Các bệnh viện tuyến tỉnh:",
            ("Các bệnh viện tuyến tỉnh",),
            task(
                "Thực hiện nghiêm việc kiểm nhập, bảo quản, cấp phát thuốc; cập nhật dữ liệu lên hệ thống trước ngày 05 hằng tháng.",
                Due("trước ngày 05 hằng tháng", rrule="FREQ=MONTHLY;BYMONTHDAY=5"),
            ),
            task(
                "Tự kiểm tra chất lượng dịch vụ dược lâm sàng, báo cáo Sở Y tế trước ngày 30/6/2024.",
                Due("trước ngày 30/6/2024", "2024-06-30"),
                report=("Sở Y tế",),
            ),
        ),
        under(
            "2.",
            "Trung tâm Kiểm soát bệnh tật tỉnh:",
            ("Trung tâm Kiểm soát bệnh tật tỉnh",),
            task(
                "Chủ trì, phối hợp với Trung tâm Y tế các huyện, thị xã, thành phố lập nhu cầu tiếp nhận vắc xin 6 tháng cuối năm, hoàn thành trong tháng 6/2024.",
                Due("trong tháng 6/2024", "2024-06-30"),
                label="",
                coord=("Trung tâm Y tế các huyện, thị xã, thành phố",),
            ),
        ),
        under(
            "3.",
            "Trung tâm Y tế các huyện, thị xã, thành phố:",
            ("Trung tâm Y tế các huyện, thị xã, thành phố",),
            task(
                "Kiểm tra định kỳ thiết bị bảo quản lạnh tại các trạm y tế; thay thế thiết bị hỏng trước ngày 15/7/2024.",
                Due("trước ngày 15/7/2024", "2024-07-15"),
                label="",
            ),
        ),
    ),
    recipients=("Như trên;", "Giám đốc, các PGĐ Sở;", "Lưu: VT, NVD."),
    authority="KT. GIÁM ĐỐC",
    position="Phó Giám đốc",
    signer="Vi Thanh Lam",
)
