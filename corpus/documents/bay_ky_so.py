# ruff: noqa: E501 -- the sentences of a document stand on one line each, as they are read
"""Trap: a signed letter: stamp lines over page 1, the number in a form field (PDF), blocks of the signing service at the end (TXT)."""

from datetime import date

from corpus.generator.model import Due, Item, Letter, task

SXD = "Sở Xây dựng"

LETTER = Letter(
    stem="bay-ky-so",
    agency=("UBND TỈNH SƠN KHÊ", "SỞ XÂY DỰNG"),
    issuer="Sở Xây dựng tỉnh Sơn Khê",
    place="Sơn Khê",
    town="Sơn Khê",
    number="1865",
    symbol="SXD-QLN",
    type="CV",
    issued=date(2025, 10, 16),
    subject="rà soát nhà ở xuống cấp, nguy hiểm trước mùa mưa bão",
    addressees=("UBND các xã, phường",),
    fields_in_form=True,
    stamp=(
        "Người ký: SỞ XÂY DỰNG",
        "Email: soxaydung@sonkhe.example",
        "Cơ quan: TỈNH SƠN KHÊ",
        "Thời gian ký: 16.10.2025 15:42:07 +07:00",
    ),
    opening=(Item("Thực hiện Công điện số 09/CĐ-UBND ngày 27/9/2025 của UBND tỉnh, Sở Xây dựng đề nghị UBND các xã, phường:"),),
    body=(
        task(
            "Rà soát, lập danh sách nhà ở, trụ sở, trường học xuống cấp có nguy cơ sập đổ, gửi Sở Xây dựng trước ngày 31/10/2025.",
            Due("trước ngày 31/10/2025", "2025-10-31"),
            label="1.",
            leads=("UBND các xã, phường",),
            report=(SXD,),
        ),
        task(
            "Vận động, di dời người dân ra khỏi nhà nguy hiểm; gia cố tạm công trình công cộng trước khi có mưa lớn.",
            label="2.",
            leads=("UBND các xã, phường",),
        ),
        task(
            "Phối hợp với Công an xã, phường tạm dừng hoạt động của các công trình không bảo đảm an toàn.",
            label="3.",
            leads=("UBND các xã, phường",),
            coord=("Công an xã, phường",),
        ),
    ),
    recipients=("Như trên;", "UBND tỉnh (b/c);", "Lưu: VT, QLN."),
    authority="KT. GIÁM ĐỐC",
    position="Phó Giám đốc",
    signer="Bế Ngọc Sơn",
)
