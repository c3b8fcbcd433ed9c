"""Letters, crumbs and formal lines of pages that were read from their pictures."""

from __future__ import annotations

import pytest

from pipeline.recover import recover_text


def seen(text: str) -> str:
    return recover_text(text, plain=False, seen=True)[0]


@pytest.mark.parametrize(
    ("misread", "printed"),
    [
        ("Sở Ÿ tế trước ngàÿ 15", "Sở Y tế trước ngày 15"),
        ("trước ngàY 15/3, gIỚI thiệu", "trước ngày 15/3, giới thiệu"),
        ("12⁄QĐ-SYT", "12/QĐ-SYT"),
        ("điện 5 kWh, mRNA, TTg, QyĐ", "điện 5 kWh, mRNA, TTg, QyĐ"),
        ("thi hành Quyết định ˆ này.", "thi hành Quyết định này."),
        ("nội dung cụ thể như sau: `\n1. Báo cáo", "nội dung cụ thể như sau:\n1. Báo cáo"),
        ("gửi kèm.\n._ Văn bản báo cáo", "gửi kèm.\nVăn bản báo cáo"),
        ("gửi kèm.\n__ Đề nghị các đơn vị", "gửi kèm.\nĐề nghị các đơn vị"),
        ("gửi kèm.\n- Đề nghị các đơn vị", "gửi kèm.\n- Đề nghị các đơn vị"),
        ("thi hành Quyêt định này, QUYÊT ĐỊNH", "thi hành Quyết định này, QUYẾT ĐỊNH"),
        ("kêt quả xuât khẩu, nhât là đât", "kết quả xuất khẩu, nhất là đất"),
        ("ông Viêt, môt bản, thuê đất, kêtô", "ông Viêt, môt bản, thuê đất, kêtô"),
        ("Giám đốc\n.. ` h\nLò Văn Bách", "Giám đốc\n\nLò Văn Bách"),
        ("Giám đốc\na ~ b ´ c\nLò Văn Bách", "Giám đốc\n\nLò Văn Bách"),
        ("SỞ Y TÉ\tCỌNG HÒA XA HỘI CHỦ NGHĨA VIỆT NAM", "SỞ Y TẾ\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
        ("Độc lập\tTư do —- Hạnh phúc", "Độc lập - Tự do - Hạnh phúc"),
        ("Báo cáo xong.\nMới nhận:\n“ - Như trên;\n- Lưu VT, TCCB.", "Báo cáo xong.\nNơi nhận:\n“ - Như trên;\n- Lưu VT, TCCB."),
    ],
)
def test_what_was_seen_and_what_is_printed(misread: str, printed: str) -> None:
    assert seen(misread) == printed
    assert seen(printed) == printed


def test_only_pages_read_from_pictures_are_looked_at() -> None:
    text = "SỞ Y TÉ ˆ gIỚI"
    assert recover_text(text, plain=False, seen=False)[0] == text
