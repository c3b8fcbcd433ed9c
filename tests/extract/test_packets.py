"""An exchange packet (edXML) is one document: the letter first, its annexes behind it, what cannot be read said by name."""

import base64
import random
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from benchmarks.mutations import mutated
from models.errors import PacketNotice, PacketStatus, RejectedFile, SecretDocument
from models.packet import Fate, PacketBusiness
from models.text import Document
from pipeline.extract import OcrMode, ReadSettings, read_pages
from pipeline.extract.packet.parts import plain_name
from pipeline.extract.packet.reading import part_of
from pipeline.extract.packet.twins import held_by
from tests.extract.packets import Files, archive, header, packet, soap_mime

SAMPLES = Path(__file__).parents[2] / "corpus" / "samples"
SETTINGS = ReadSettings(ocr=OcrMode.OFF)
LETTER = ("cong-van.txt", "SỞ NỘI VỤ\nSố: 15/SNV-CCHC\nKính gửi: Sở Tài chính\nĐề nghị báo cáo trước ngày 20/6/2025.".encode())
ANNEX = ("phu-luc.txt", "PHỤ LỤC\nPhân công nhiệm vụ\n1. Sở Y tế báo cáo kết quả trước ngày 25/9/2025.".encode())
PDF = ("kh-ky-nang-so.pdf", (SAMPLES / "kh-ky-nang-so.pdf").read_bytes())
WORD = ("kh-ky-nang-so.docx", (SAMPLES / "kh-ky-nang-so.docx").read_bytes())


def read(tmp_path: Path, data: bytes, name: str = "goi.edxml") -> Document:
    path = tmp_path / name
    path.write_bytes(data)
    return read_pages(path, settings=SETTINGS)


def in_archive(files: Files) -> bytes:
    return archive([("thu muc/van-ban.edxml", packet([], manifest=files)), *((f"thu muc/{name}", data) for name, data in files)])


@pytest.mark.parametrize(
    ("make", "name"),
    [
        pytest.param(packet, "goi.edxml", id="base64"),
        pytest.param(packet, "goi.xml", id="named-xml"),
        pytest.param(lambda files: packet(files, packed=True), "goi.edxml", id="each-file-packed"),
        pytest.param(lambda files: packet(files, encoding="UTF-16"), "goi.edxml", id="utf-16"),
        pytest.param(soap_mime, "goi.edxml", id="soap-and-mime"),
        pytest.param(in_archive, "goi.zip", id="archive"),
    ],
)
def test_every_form_gives_the_letter_and_then_its_annex(make: object, name: str, tmp_path: Path) -> None:
    document = read(tmp_path, make([ANNEX, LETTER]), name)  # type: ignore[operator]
    assert document.packet is not None
    assert [(part.name, part.first, part.pages, part.note) for part in document.packet.parts] == [
        ("cong-van.txt", 1, 1, ""),
        ("phu-luc.txt", 2, 1, ""),
    ]
    assert [page.number for page in document.pages] == [1, 2]
    assert "Kính gửi" in document.pages[0].raw
    assert "PHỤ LỤC" in document.pages[1].raw
    assert "phu-luc.txt" in document.pages[1].reason
    assert document.file.media == "application/edxml"
    assert document.warnings == ()


def test_the_header_is_kept_as_the_sender_wrote_it(tmp_path: Path) -> None:
    packed = read(tmp_path, packet([LETTER], header(due="2025/06/20", business="3", reason="In sai phụ lục"))).packet
    assert packed is not None
    told = packed.header
    assert (told.number, told.issued, told.due) == ("15/SNV-CCHC", date(2025, 6, 10), date(2025, 6, 20))
    assert (told.sender and told.sender.code, [party.name for party in told.receivers]) == (
        "000.00.05.H40",
        ["Văn phòng UBND tỉnh", "Sở Tài chính"],
    )
    assert (told.signer_authority, told.signer_title, told.signer_name) == ("KT. GIÁM ĐỐC", "Phó Giám đốc", "Trần Văn Bình")
    assert (told.type_name, told.place, told.to_places) == ("Công văn", "Nam Định", ("Như trên", "Lưu: VT"))
    assert (told.business, told.business_reason) == (PacketBusiness.REPLACE, "In sai phụ lục")


@pytest.mark.parametrize(
    ("number", "symbol", "expected"),
    [("15", "SNV-CCHC", "15/SNV-CCHC"), ("15", "/SNV-CCHC", "15/SNV-CCHC"), ("15", "15/SNV-CCHC", "15/SNV-CCHC"),
     ("15/SNV-CCHC", "SNV-CCHC", "15/SNV-CCHC"), ("", "15/SNV-CCHC", "15/SNV-CCHC")],
)  # fmt: skip
def test_number_and_symbol_are_one_however_they_are_parted(number: str, symbol: str, expected: str, tmp_path: Path) -> None:
    packed = read(tmp_path, packet([LETTER], header(number=number, symbol=symbol))).packet
    assert packed is not None
    assert packed.header.number == expected


@pytest.mark.parametrize("written", ["2025/06/10", "2025-06-10T08:00:00", "10/06/2025", "10-6-2025"])
def test_days_are_read_in_all_the_ways_senders_write_them(written: str, tmp_path: Path) -> None:
    packed = read(tmp_path, packet([LETTER], header(issued=written))).packet
    assert packed is not None
    assert packed.header.issued == date(2025, 6, 10)


def test_the_word_file_beside_the_pdf_is_not_read_twice(tmp_path: Path) -> None:
    document = read(tmp_path, packet([WORD, PDF], header(number="58", symbol="KH-UBND")))
    assert document.packet is not None
    parts = {part.name: part for part in document.packet.parts}
    assert parts[PDF[0]].first == 1
    assert parts[WORD[0]].first == 0
    assert parts[WORD[0]].note == f"cùng nội dung với “{PDF[0]}”, không đọc hai lần"
    assert document.pages[0].words, "the PDF has places on the page"
    assert document.warnings == ()


def test_a_text_that_says_more_is_not_taken_for_held() -> None:
    one = " ".join(f"từ {chr(97 + n % 26)}{chr(97 + n // 26)} của công văn" for n in range(200))
    month, other_month = f"{one} trước ngày 20 tháng 5", f"{one} trước ngày 27 tháng 6"
    annex = " ".join(f"xã {chr(97 + n)} nộp báo cáo riêng lên sở" for n in range(12))
    assert held_by([one, one]) == [None, 0]
    assert held_by([one, f"{one} {annex}"]) == [1, None], "the longer text stays, whichever comes first"
    assert held_by([f"{one} {annex}", one]) == [None, 0]
    assert held_by([f"{one} {one}"[: len(one)], annex]) == [None, None]
    assert held_by([month, other_month]) == [None, None]


def test_a_file_that_is_missing_or_broken_does_not_hide_the_others(tmp_path: Path) -> None:
    broken = ("hong.pdf", b"%PDF-1.7 hong")
    document = read(tmp_path, packet([LETTER, broken], manifest=[LETTER, broken, ("thieu.docx", b"")]))
    assert document.packet is not None
    assert [(part.name, part.first, bool(part.note)) for part in document.packet.parts] == [
        ("cong-van.txt", 1, False),
        ("hong.pdf", 0, True),
        ("thieu.docx", 0, True),
    ]
    assert document.warnings == (
        "Tệp “hong.pdf” trong gói không đọc được (không mở được như một tệp PDF). Hãy xin lại tệp đó nếu cần.",
        "Tệp “thieu.docx” trong gói không đọc được (gói nêu tên nhưng không kèm tệp này). Hãy xin lại tệp đó nếu cần.",
    )


def test_a_packet_that_only_tells_of_a_delivery_is_no_document(tmp_path: Path) -> None:
    told = "<ResponseFor><Code>15/SNV-CCHC</Code></ResponseFor><MessageStatus><StatusCode>01</StatusCode></MessageStatus>"
    with pytest.raises(PacketStatus, match=r"chỉ báo trạng thái gửi nhận \(15/SNV-CCHC, 01\)"):
        read(tmp_path, f"<edXML><edXMLEnvelope>{told}</edXMLEnvelope></edXML>".encode())


def test_another_letter_in_the_packet_is_no_annex_of_the_first(tmp_path: Path) -> None:
    other = "SỞ Y TẾ\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nSố: 9/SYT-NVY\tĐộc lập\nKính gửi: Các bệnh viện\nYêu cầu báo cáo."
    issued_with = other.replace("Kính gửi: Các bệnh viện", "KẾ HOẠCH\n(Ban hành kèm theo Công văn số 15/SNV-CCHC)")
    document = read(tmp_path, packet([LETTER, ("khac.txt", other.encode()), ("ke-hoach.txt", issued_with.encode())]))
    assert document.packet is not None
    assert {part.name: (part.fate, part.first) for part in document.packet.parts} == {
        "cong-van.txt": (Fate.READ, 1), "khac.txt": (Fate.APART, 0), "ke-hoach.txt": (Fate.READ, 2),
    }  # fmt: skip
    assert document.warnings == (
        "Tệp “khac.txt” trong gói là một văn bản riêng nên nhiệm vụ trong đó chưa vào sổ. "
        "Hãy tải tệp đó từ trang rà soát rồi đưa riêng vào.",
    )


def test_a_revocation_is_said(tmp_path: Path) -> None:
    document = read(tmp_path, packet([LETTER], header(business="1", reason="Gửi nhầm")))
    assert document.warnings[0] == "Gói edXML báo THU HỒI văn bản 15/SNV-CCHC: Gửi nhầm. Hãy xử lý văn bản đó trong sổ."
    with pytest.raises(PacketNotice, match=r"không kèm văn bản\. Gói edXML báo THU HỒI văn bản 15/SNV-CCHC: không ghi lý do"):
        read(tmp_path, packet([], header(business="1")))


def test_a_secrecy_mark_on_any_file_or_in_the_header_is_seen(tmp_path: Path) -> None:
    annex = ("kem.txt", "TỈNH ỦY\nTỐI MẬT\nSố: 12-CV/TU".encode())
    other = ("khac.txt", "TỈNH ỦY\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nTUYỆT MẬT\nSố: 12/TU-CV".encode())
    for files, head, mark in (
        ([LETTER, annex], header(), "TỐI MẬT"),
        ([LETTER, other], header(), "TUYỆT MẬT"),
        ([LETTER], header(extra="<edXML:DoMat>Mật</edXML:DoMat>"), "MẬT"),
    ):
        with pytest.raises(SecretDocument) as refused:
            read(tmp_path, packet(files, head))
        assert refused.value.facts["detail"] == mark


@pytest.mark.parametrize(
    ("given", "shown"),
    [("../../etc/passwd", "passwd"), ("C:\\tam\\cv.pdf", "cv.pdf"), ("a/b/../..", ""), ("cv\x1b[2J.pdf", "cv[2J.pdf"),
     ("cv\u202efdp.exe", "cvfdp.exe"), ("Công văn số 1.pdf", "Công văn số 1.pdf"), ("Co\u0302ng va\u0306n.pdf", "Công văn.pdf")],
)  # fmt: skip
def test_names_are_shown_and_lead_nowhere(given: str, shown: str) -> None:
    assert plain_name(given) == shown


def test_long_names_keep_their_ending() -> None:
    assert plain_name("ế" * 5_000 + ".pdf").endswith("ế.pdf")
    assert len(plain_name("ế" * 5_000 + ".pdf").encode()) <= 200


def test_a_part_is_found_again_by_its_digest(tmp_path: Path) -> None:
    data = packet([LETTER, PDF], packed=True)
    document = read(tmp_path, data)
    assert document.packet is not None
    for part, (_, content) in zip(document.packet.parts, (LETTER, PDF), strict=True):
        assert part_of(data, "goi.edxml", part.sha256, settings=SETTINGS) == content
    assert part_of(data, "goi.edxml", "0" * 64, settings=SETTINGS) is None
    assert part_of(b"<a/>", "goi.edxml", "0" * 64, settings=SETTINGS) is None


def test_damaged_packets_end_in_a_foreseen_way(tmp_path: Path) -> None:
    whole = [packet([LETTER, ANNEX]), packet([LETTER, WORD], packed=True), soap_mime([LETTER, ANNEX]), in_archive([LETTER, ANNEX])]
    chance = random.Random(102)
    counts: Counter[str] = Counter()
    unforeseen = []
    for number in range(400):
        try:
            read(tmp_path, mutated(whole[number % 4], whole, chance))
            counts["read"] += 1
        except RejectedFile as error:
            counts[error.kind] += 1
            if "Error:" in str(error):  # what nobody foresaw bears the name of its exception
                unforeseen.append(str(error))
    assert unforeseen == []
    assert counts["read"] > 50
    assert counts["packet"] > 50


def test_a_locked_file_in_an_archive_does_not_hide_the_packet(tmp_path: Path) -> None:
    data = bytearray(in_archive([LETTER, ANNEX]))
    for mark, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.rfind(mark) + at] |= 1  # the last member: the annex
    document = read(tmp_path, bytes(data), "goi.zip")
    assert document.packet is not None
    assert [(part.name, part.fate) for part in document.packet.parts] == [("cong-van.txt", Fate.READ), ("phu-luc.txt", Fate.UNREAD)]


def test_a_web_page_a_mail_and_other_xml_are_no_packets(tmp_path: Path) -> None:
    page = "<html><body><p>Sở Nội vụ báo cáo về edXML.</p></body></html>".encode()
    mail = b"MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/plain\n\nKinh gui\n--b--"
    for data, name in ((page, "a.html"), (mail, "a.txt"), ("<vanban><so>15</so> Sở Tài chính</vanban>".encode(), "a.xml")):
        assert read(tmp_path, data, name).packet is None


def test_the_old_form_with_names_and_values_is_read(tmp_path: Path) -> None:
    value = base64.b64encode(LETTER[1]).decode("ascii")
    body = f"<attach><attachment><name>{LETTER[0]}</name><value>{value}</value></attachment></attach>"
    data = f"<edXML xmlns='http://www.e-doc.vn/Schema/'><MessageHeader><Subject>x</Subject></MessageHeader>{body}</edXML>".encode()
    assert "Kính gửi" in read(tmp_path, data).text


def test_an_archive_of_other_things_stays_refused(tmp_path: Path) -> None:
    with pytest.raises(RejectedFile, match="ZIP"):
        read(tmp_path, archive([("a.xml", b"<vanban/>"), ("b.pdf", PDF[1])]), "a.zip")
