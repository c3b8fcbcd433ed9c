# ruff: noqa: E501 -- the sentences of a document stand on one line each, as they are read
"""Trap: a letter whose text layer was made by an OCR engine of another language: marks lost, letters turned to digits."""

from datetime import date

from corpus.generator.model import Due, Item, Letter, task, under

LETTER = Letter(
    stem="bay-ocr-tieng-anh",
    agency=("UBND TỈNH SƠN KHÊ", "SỞ VĂN HÓA, THỂ THAO VÀ DU LỊCH"),
    issuer="Sở Văn hóa, Thể thao và Du lịch tỉnh Sơn Khê",
    place="Sơn Khê",
    town="Sơn Khê",
    number="942",
    symbol="SVHTTDL-QLVH",
    type="CV",
    issued=date(2023, 8, 7),
    subject="quản lý và tổ chức lễ hội trên địa bàn tỉnh",
    addressees=("Phòng Văn hóa và Thông tin các huyện, thị xã, thành phố", "Bảo tàng tỉnh"),
    opening=(
        Item(
            "Để công tác quản lý và tổ chức lễ hội bảo đảm an toàn, tiết kiệm, giữ gìn bản sắc văn hóa dân tộc, Sở Văn hóa, Thể thao và Du lịch đề nghị:"
        ),
    ),
    body=(
        under(
            "1.",
            "Phòng Văn hóa và Thông tin các huyện, thị xã, thành phố:",
            ("Phòng Văn hóa và Thông tin các huyện, thị xã, thành phố",),
            task(
                "Tham mưu UBND cấp huyện ban hành kế hoạch quản lý lễ hội; hoàn thành trước ngày 30/9/2023.",
                Due("trước ngày 30/9/2023", "2023-09-30"),
            ),
            task(
                "Kiểm tra việc niêm yết giá dịch vụ, quản lý tiền công đức tại các di tích, báo cáo về Sở trước ngày 15/12/2023.",
                Due("trước ngày 15/12/2023", "2023-12-15"),
                report=("Sở",),
            ),
            task(
                "Tăng cường tuyên truyền về ý nghĩa của lễ hội, vận động Nhân dân thực hiện nếp sống văn minh, không đốt nhiều vàng mã."
            ),
        ),
        under(
            "2.",
            "Bảo tàng tỉnh:",
            ("Bảo tàng tỉnh",),
            task(
                "Chủ trì, phối hợp với các địa phương kiểm kê di sản văn hóa phi vật thể thuộc loại hình lễ hội truyền thống trong quý IV/2023.",
                Due("trong quý IV/2023", "2023-12-31"),
                label="",
                coord=("các địa phương",),
            ),
        ),
        Item("Trân trọng đề nghị các đơn vị quan tâm phối hợp thực hiện./."),
    ),
    recipients=("Như trên;", "Lãnh đạo Sở;", "Lưu: VT, QLVH."),
    authority="KT. GIÁM ĐỐC",
    position="Phó Giám đốc",
    signer="Ma Thế Hùng",
)
