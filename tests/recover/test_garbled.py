"""Ruined words made whole by the model that ships: real damage, and what must hold for any text."""

from __future__ import annotations

import random
import re
from dataclasses import replace

import pytest

from corpus.generator.samples import HOME
from models.spans import apply_edits
from models.text import Document, FileFacts, Page, PageSource
from pipeline.extract import ReadSettings, judge, read_pages
from pipeline.recover import recover, recover_lines, recover_text
from pipeline.recover.damage import damage_of
from pipeline.recover.formulas import ruined_opener_edits
from pipeline.recover.lexicon import load_lexicon

_FACTS = FileFacts("van-ban.txt", "0" * 64, 1, "text/plain")
SAMPLES = sorted(path for path in (HOME / "samples").iterdir() if path.suffix in (".txt", ".md", ".docx", ".pdf", ".html"))
RUINED = (HOME / "samples" / "bay-ocr-tieng-anh.txt").read_text(encoding="utf-8")


def document(raw: str, source: PageSource = PageSource.PLAIN) -> Document:
    health = judge(raw, ReadSettings())
    return Document(_FACTS, (Page(1, raw, raw, source, health.reason, health.quality, health.healthy),))


@pytest.mark.parametrize(
    ("ruined", "whole"),
    [
        pytest.param(
            "Uy ban nhan dan tinh giao So Noi vu chu tri, phoi hop voi cac don vi lien quan",
            "Ủy ban nhân dân tỉnh giao Sở Nội vụ chủ trì, phối hợp với các đơn vị liên quan",
            id="typed without marks",
        ),
        pytest.param(
            "UBND TINH SON KHE CONG HOA XA HOI CHU NGHIA VIET NAM\nSO CONG THUONG Doc lap - Tu do - Hanh phic",
            "UBND TỈNH SƠN KHÊ CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nSỞ CÔNG THƯƠNG Độc lập - Tự do - Hạnh phúc",
            id="two columns in one line, one of them in capitals",
        ),
        pytest.param(
            "SO Y TE Doc lap - Tu do - Hanh phic\nThuc hién Cong van s6 577/SCT-QLNL ngay 22 thang 4 ndm 2024",
            "SỞ Y TẾ Độc lập - Tự do - Hạnh phúc\nThực hiện Công văn số 577/SCT-QLNL ngày 22 tháng 4 năm 2024",
            id="short words in capitals stand together, letters of a symbol stay",
        ),
        pytest.param(
            "Tang cwong ky luat, ky cuong hanh chinh; nang cao trach nhiém cia ngudi ditng dau co quan",
            "Tăng cường kỷ luật, kỷ cương hành chính; nâng cao trách nhiệm của người đứng đầu cơ quan",
            id="read by an English engine",
        ),
        pytest.param(
            "CONG HOA XA HOI CHU NGHIA VIET NAM\nDoc lap - Tu do - Hanh phuc",
            "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc",
            id="capitals stay capitals",
        ),
        pytest.param(
            "Can ctr Nghi dinh s6 30/2020/ND-CP ngay 05/3/2020 ctia Chinh phu vé c6ng tac van thu",
            "Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05/3/2020 của Chính phủ về công tác văn thư",
            id="letters of a symbol, not its digits",
        ),
    ],
)
def test_ruined_words_are_made_whole(ruined: str, whole: str) -> None:
    assert recover_lines(ruined).text == whole


def test_the_shipped_model_is_small_and_knows_the_language() -> None:
    lexicon = load_lexicon()
    assert {"ủy", "nhiệm", "hđnd", "<n>"} <= set(lexicon.words)
    assert set(lexicon.channels) == {"ocr", "bare", "latin"}
    assert lexicon.language.reach == 3


def test_the_map_leads_from_each_word_to_what_stood_there() -> None:
    page = recover(document(RUINED)).pages[0]
    words = [match.span() for match in re.finditer(r"\S+", page.text)]
    raw = [match.span() for match in re.finditer(r"\S+", page.raw)]
    assert [page.back.back(span) for span in words] == raw
    assert [page.back.forward(span) for span in raw] == words


def test_readings_say_how_sure_they_are_and_what_else_it_may_be() -> None:
    recovered = recover_lines(RUINED)
    moved = recover_text(RUINED, plain=False)[0]
    assert len(recovered.readings) > 200
    for reading in recovered.readings:
        assert 0.0 <= reading.confidence <= 1.001
        assert 1 <= len(reading.candidates) <= 3
        assert reading.word == reading.candidates[0]
        assert not re.search(r"\s", moved[reading.start : reading.end])
    assert 0 < sum(reading.confidence < 0.8 for reading in recovered.readings) < 40


def test_a_recovered_page_says_so() -> None:
    page = recover(document(RUINED)).pages[0]
    assert page.source is PageSource.RECOVERED
    assert page.healthy
    assert "đã phục hồi" in page.reason
    assert page.raw == RUINED


def test_twice_is_once() -> None:
    once = recover(document(RUINED))
    assert recover(once) == once
    assert recover_lines(recover_lines(RUINED).text).text == recover_lines(RUINED).text


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.name)
def test_words_of_healthy_samples_stay(path) -> None:
    before = read_pages(path)
    for page, after in zip(before.pages, recover(before).pages, strict=True):
        if page.healthy:
            assert after.source is page.source
            assert after.text == recover_text(page.text, plain=page.source is PageSource.PLAIN)[0]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("", id="nothing"),
        pytest.param("\n\n\f\n", id="only line ends"),
        pytest.param("Ủy ban nhân dân tỉnh giao Sở Nội vụ chủ trì, phối hợp với các đơn vị liên quan.", id="healthy"),
        pytest.param("KT. CHU TICH", id="too short to tell"),
        pytest.param("(cid:12)(cid:7) " * 40, id="no letters left"),
    ],
)
def test_what_needs_no_words_gets_none(text: str) -> None:
    recovered = recover_lines(text)
    assert recovered.readings == ()
    assert recovered.text == recover_text(text, plain=False, sound=False)[0]


def test_a_model_is_loaded_only_for_a_page_that_needs_it() -> None:
    def never():
        raise AssertionError("asked for the model")

    healthy = document("Ủy ban nhân dân tỉnh giao Sở Nội vụ chủ trì, phối hợp với các đơn vị liên quan.")
    assert recover(healthy, lexicon=never).pages[0].source is PageSource.PLAIN
    with pytest.raises(AssertionError, match="asked for the model"):
        recover(document(RUINED), lexicon=never)


def test_pages_of_one_text_are_judged_one_by_one() -> None:
    healthy = "Ủy ban nhân dân tỉnh giao Sở Nội vụ chủ trì, phối hợp với các đơn vị liên quan trong tháng 5."
    both = recover_lines(f"{healthy}\f{RUINED}")
    assert both.text == f"{healthy}\f{recover_lines(RUINED).text}"


WORDS = (
    "Uy ban nhan dan tinh giao So Noi vu chu tri phoi hop voi cac don vi lién quan thyc hién nhiém vu ctia ngudi dan trudc ngay"
).split()


def _figure(rng: random.Random) -> str:
    n = rng.randrange
    return rng.choice(
        (
            f"{n(1, 32)}/{n(1, 13)}/{n(1990, 2031)}",
            f"ngay {n(1, 32):02} thang {n(1, 13)} nam {n(1990, 2031)}",
            f"{n(1, 4000)}/{rng.choice(('QD-UBND', 'KH-UBND', 'ND-CP', 'TT-BNV'))}",
            f"{n(1, 999)}/2015/QH{n(10, 16)}",
            f"{n(1, 999)}.{n(1000):03}.{n(1000):03} dong",
            f"{n(0, 100)},{n(0, 100):02}%",
            f"{n(1, 100)}%",
            f"phong{n(1, 99)}@so{n(1, 9)}.laichau.gov.vn",
            f"https://vanban{n(1, 9)}.gov.vn/tai-ve?id={n(1, 99999)}",
            f"A{n(1, 9)}",
            f"Khoan {n(1, 30)} Diéu {n(1, 200)}",
            f"{n(1, 25)}h{n(0, 60):02}",
            f"{n(1, 500)} m2",
            f"Cap {n(1, 5)}",
            f"({n(1, 20)})",
        )
    )


def _line(rng: random.Random) -> str:
    words = [rng.choice(WORDS) for _ in range(rng.randrange(4, 14))]
    for _ in range(rng.randrange(1, 4)):
        words.insert(rng.randrange(len(words) + 1), _figure(rng))
    opening = rng.choice(("", "", "- ", f"{rng.randrange(1, 100)}. ", f"{rng.randrange(1, 10)}.{rng.randrange(1, 10)}. ", "a) "))
    return opening + " ".join(words) + rng.choice((".", ";", ",", ""))


def test_no_digit_changes_in_ten_thousand_lines() -> None:
    rng = random.Random(20250512)
    lines = [_line(rng) for _ in range(10_000)]
    pages = ["\n".join(lines[i : i + 500]) for i in range(0, len(lines), 500)]
    assert {damage_of(page) for page in pages} == {"ocr"}, "each page goes through the model"
    found = [line for page in pages for line in recover_lines(page).text.split("\n")]
    assert len(found) == len(lines)
    changed = [(a, b) for a, b in zip(lines, found, strict=True) if re.findall(r"\d", a) != re.findall(r"\d", b)]
    assert changed == []
    kept = re.findall(r"\S+@\S+|https://\S+", "\n".join(lines))
    assert kept == re.findall(r"\S+@\S+|https://\S+", "\n".join(found))


ENDING = "Noi nhégn: CHU TICH\n~ Nhu trén;\n- TT. Tinh uy, HDND tinh (b/c);\n- Luu: VT, NLN.\n\nTran Hitu Bach"


def test_the_last_page_of_a_ruined_paper_is_recovered_however_few_words_it_has() -> None:
    long, short = document(RUINED).pages[0], document(ENDING).pages[0]
    assert short.healthy, "too few words to be judged by itself"
    whole = recover(Document(_FACTS, (long, replace(short, number=2)))).pages[1]
    assert whole.text.split("\n")[0] == "Nơi nhận: CHỦ TỊCH"
    assert "- TT. Tỉnh ủy, HĐND tỉnh (b/c);" in whole.text
    assert whole.source is PageSource.RECOVERED
    assert recover(Document(_FACTS, (short,))).pages[0].text == ENDING, "alone it stays as it is"


def test_the_word_before_the_number_of_the_paper_is_known_by_its_place() -> None:
    misread = "UBND TỈNH\n$6: 1739/KH-UBND Sơn Khê, ngày 12\n5Â: 12/QĐ-UBND\nSổ: 5/QĐ"
    assert [misread[edit.start : edit.end] + edit.text for edit in ruined_opener_edits(misread)] == ["$6Số"]
    assert list(ruined_opener_edits("Số: 5/KH-UBND\nSS: 6/KH-UBND")) == []


@pytest.mark.parametrize(
    ("read", "printed"),
    [
        ("TỈNH SƠN KHÊ Đức lập - Tự do - Hạnh phúc", "TỈNH SƠN KHÊ Độc lập - Tự do - Hạnh phúc"),
        ("Độc lập - Tự do ~ Hành phúc", "Độc lập - Tự do ~ Hạnh phúc"),
        ("Đoàn kết - Tự do - Hạnh phúc", "Độc lập - Tự do - Hạnh phúc"),
        ("Hòa bình - Thống nhất - Hạnh phúc", "Hòa bình - Thống nhất - Hạnh phúc"),
    ],
)
def test_the_motto_is_known_by_most_of_its_words(read: str, printed: str) -> None:
    assert apply_edits(read, ruined_opener_edits(read))[0] == printed


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Nơi ở: Phường Hạ Lãm\nNhư vậy đã đủ", id="a place"),
        pytest.param("Nơi nhận: \n- Như trên;\nNơi nhậnx: a\n- Như trên;", id="one that was read"),
        pytest.param("người nhận: ông An\n- Số tiền: 5", id="no recipients"),
    ],
)
def test_only_the_opener_of_recipients_is_put_in_its_place(text: str) -> None:
    assert list(ruined_opener_edits(text)) == []


def test_words_in_doubt_are_told_where_they_stand_after_all_steps() -> None:
    page = recover(document(RUINED)).pages[0]
    assert page.doubts
    for doubt in page.doubts:
        word = page.text[doubt.start : doubt.end]
        assert word in doubt.candidates
        assert 1 <= len(doubt.candidates) <= 3
