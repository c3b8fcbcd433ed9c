"""When the text of a page can be relied on: the layers that real offices produce, and pages with few words."""

from __future__ import annotations

import unicodedata

import pytest

from pipeline.extract import ReadSettings
from pipeline.extract.health import Surroundings, count_words, judge
from pipeline.rules import load_json
from pipeline.rules.syllables import syllables

SETTINGS = ReadSettings()
GOOD = (
    "Thực hiện Nghị quyết số 01/NQ-CP ngày 05 tháng 01 năm 2025 của Chính phủ, Ủy ban nhân dân tỉnh ban hành Kế hoạch cải cách "
    "hành chính với các nội dung sau: Sở Nội vụ chủ trì, phối hợp với các sở, ban, ngành hướng dẫn, đôn đốc, kiểm tra việc "
    "thực hiện; định kỳ hằng quý tổng hợp, báo cáo Ủy ban nhân dân tỉnh. Liên hệ: vanphong@phulam.gov.vn."
)
SCAN = Surroundings(picture=1.0)

KNOWN = """
hòa hoà thủy thuỷ khỏe khoẻ quý quí quốc quyền giếng gì giữa nghiệp
nghiêng khuỷu khuya ngoằn yêu yếu y ý đường ưu oan uỷ ủy ươm
soóc thuở huơ tuyết quặng rượu gìn kỹ kĩ lý lí vì đắk lắk
"""
UNKNOWN = """
ce ke1 ngê kà gê cọng1 thién cac3 hạnk mảt mảc ngep ghan kơ
cê qa quu hoat1 sé4 trién zan wa phgia tiêp tiép hiệm1 nghanh câṇ
"""


@pytest.mark.parametrize(
    ("text", "around", "kind", "healthy"),
    [
        pytest.param(GOOD, Surroundings(), "good", True, id="ordinary page"),
        pytest.param(unicodedata.normalize("NFD", GOOD), Surroundings(), "good", True, id="marks typed apart"),
        pytest.param(GOOD.upper(), Surroundings(), "good", True, id="page of capitals"),
        pytest.param(GOOD, SCAN, "good", True, id="good OCR layer under a scan"),
        pytest.param("", Surroundings(), "blank", True, id="white page"),
        pytest.param(" \n ", SCAN, "scan", False, id="scan without text"),
        pytest.param("", Surroundings(drawn=True), "scan", False, id="letters drawn as curves"),
        pytest.param("www.vanban.vn", SCAN, "stamp", False, id="watermark on a scan"),
        pytest.param(
            "Người ký: VĂN PHÒNG UBND TỈNH\nEmail: vp@phulam.gov.vn\nCơ quan: UBND TỈNH PHÚ LÂM\nThời gian ký: 23.04.2026 15:54",
            Surroundings(),
            "stamp",
            False,
            id="signature stamp alone",
        ),
        pytest.param(
            "Thuc hién ké hoach cai thién va nang cao Chi sé Cai cach hanh chinh, déng thoi khac phuc nhirng tdn tai, "
            "han ché, cac don vi bao cdo két qua vé Sé NGi vu truéc ngay 20 hang thang dé téng hop, trinh Uy ban nhan dan tinh",
            SCAN,
            "garbled",
            False,
            id="layer of an English OCR engine",
        ),
        pytest.param(
            "Uy ban nhan dan tinh yeu cau cac so ban nganh tap trung thuc hien cac nhiem vu trong tam cua nam va bao cao ket qua "
            "truoc ngay hai muoi hang thang de tong hop trinh Chinh phu",
            Surroundings(),
            "unmarked",
            False,
            id="marks lost",
        ),
        pytest.param("7ѬѪ1*ѴӌѺ " * 30, Surroundings(), "garbled", False, id="broken ToUnicode map"),
        pytest.param("(cid:12)(cid:7) " * 30, Surroundings(), "garbled", False, id="cid codes"),
        pytest.param("\ue012\ue034\ue0ab " * 30, Surroundings(), "garbled", False, id="private use letters"),
        pytest.param(
            "Uû ban nh©n d©n tØnh yªu cÇu c¸c së, ngµnh thùc hiÖn " * 4, Surroundings(), "garbled", False, id="TCVN3 font"
        ),
        pytest.param("PHỤ LỤC I\nDANH MỤC NHIỆM VỤ", Surroundings(), "short", True, id="cover page"),
        pytest.param(
            "Nơi nhận:\n- Như Điều 3;\n- TTTU, TT HĐND tỉnh (b/c);\n- Lưu: VT, KSTTHC.\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\nHà Trọng Hải",
            Surroundings(),
            "short",
            True,
            id="page of signatures",
        ),
        pytest.param("STT\n1\n2\n3\n125,5\n98,7", Surroundings(), "short", True, id="page of numbers"),
    ],
)
def test_verdict(text: str, around: Surroundings, kind: str, healthy: bool) -> None:
    health = judge(text, SETTINGS, around)
    assert (health.kind, health.healthy) == (kind, healthy), health
    assert 0.0 <= health.quality <= 1.0
    assert health.reason


def test_symbols_and_addresses_are_not_counted() -> None:
    words = count_words("766/QĐ-TTg vanphong@phulam.gov.vn https://phulam.gov.vn/tin UBND HĐND XVIII 15h30 a) đ) Sở")
    assert (words.letters, words.valid) == (1, 1)


@pytest.mark.parametrize("word", KNOWN.split())
def test_syllable_is_known(word: str) -> None:
    assert word in syllables()


@pytest.mark.parametrize("word", UNKNOWN.split())
def test_misspelt_syllable_is_unknown(word: str) -> None:
    assert word not in syllables()


def test_syllables_are_composed_and_common_ones_valid() -> None:
    known = syllables()
    assert all(unicodedata.is_normalized("NFC", word) and word == word.lower() for word in known.all)
    assert known.common <= known.all
    assert len(known.all) > 15_000


def test_syllable_data_is_nfc() -> None:
    content = load_json("syllables")
    rimes = [rime for group in content["groups"] for rime in group["rimes"]]
    assert all(unicodedata.is_normalized("NFC", rime) for rime in rimes)
    assert all(group["note"] for group in content["groups"])
