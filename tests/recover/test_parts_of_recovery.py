"""The parts of the recovery on their own: units, case, numerals, language model, channel, split."""

from __future__ import annotations

import numpy as np
import pytest

from models.spans import apply_edits
from pipeline.recover import decoder
from pipeline.recover.casing import capital_runs, in_capitals, odd_ones, with_case
from pipeline.recover.channel import Finder
from pipeline.recover.damage import damage_of
from pipeline.recover.decoder import decode
from pipeline.recover.formulas import ruined_opener_edits
from pipeline.recover.lexicon import BEGIN, Language, Lexicon, Runs, pack, unpack
from pipeline.recover.numerals import numeral_edits
from pipeline.recover.units import Kind, units
from scripts.recovery.channels import learn, word_pairs
from scripts.recovery.language import case_costs, number_words, train, vocabulary, words_of
from scripts.recovery.texts import healthy, part_of

PARAGRAPHS = [
    "Ủy ban nhân dân tỉnh giao Sở Nội vụ chủ trì thực hiện.",
    "Sở Nội vụ chủ trì, phối hợp với Sở Tài chính thực hiện kế hoạch.",
    "Ủy ban nhân dân tỉnh yêu cầu các sở thực hiện kế hoạch.",
    "Sở Tài chính chủ trì, phối hợp với các sở.",
]


def small_lexicon() -> Lexicon:
    texts = [words_of(text) for text in PARAGRAPHS]
    words = vocabulary(texts, least_syllable=1, least_other=1, size=100)
    orders = train(number_words(texts, words), least=(1, 1, 1, 1), size=len(words))
    runs = tuple(Runs(order.keys, order.logp.astype(np.float32), order.back.astype(np.float32)) for order in orders)
    channel = learn([("sở", "so"), ("sở", "s6"), ("nội", "noi"), ("nội", "ndi"), ("chủ", "chu"), ("chủ", "chi")] * 9)
    return Lexicon(tuple(words), Language(runs), {"ocr": channel}, case_costs(PARAGRAPHS, words))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("s6 419/KH-UBND", [("s6", Kind.WORD), ("419", Kind.NUMBER), ("KH", Kind.WORD), ("UBND", Kind.WORD)]),
        ("Danh—gia, K& hoach", [("Danh", Kind.WORD), ("gia", Kind.WORD), ("K&", Kind.WORD), ("hoach", Kind.WORD)]),
        ("t6‘chifc thi’c H'Mong", [("t6", 0), ("chifc", 0), ("thi’c", 0), ("H", 0), ("Mong", 0)]),
        ("a@b.gov.vn A4 QH14 m2", [("a@b.gov.vn", 2), ("A4", 2), ("QH14", 2), ("m2", 2)]),
        ("T6 chic, lép B6.", [("T6", 0), ("chic", 0), ("lép", 0), ("B6", 2)]),
        ("don vi ¢6 lien quan $6 5%", [("don", 0), ("vi", 0), ("¢6", 0), ("lien", 0), ("quan", 0), ("$6", 2), ("5", 1)]),
        ("nhat la © cap xa", [("nhat", 0), ("la", 0), ("©", 0), ("cap", 0), ("xa", 0)]),
    ],
)
def test_units(text: str, found: list[tuple[str, Kind]]) -> None:
    assert [(text[unit.start : unit.end], unit.kind) for unit in units(text)] == found


@pytest.mark.parametrize(
    ("word", "ruined", "capitals", "cased"),
    [
        pytest.param("sở", "SO", False, "Sở", id="an O read large"),
        pytest.param("sở", "SO", True, "SỞ", id="a line in capitals"),
        pytest.param("công", "cOng", False, "công", id="inside a word"),
        pytest.param("lợi", "Igi", False, "lợi", id="I for l"),
        pytest.param("hđnd", "HDND", False, "HĐND", id="an abbreviation"),
        pytest.param("ttg", "TTg", False, "TTg", id="letter for letter"),
        pytest.param("số", "So", True, "Số", id="a small letter counts"),
    ],
)
def test_case(word: str, ruined: str, capitals: bool, cased: str) -> None:
    assert with_case(word, ruined, capitals=capitals) == cased


def test_runs_of_capitals_within_a_line() -> None:
    text = "SO Y TE Doc lap, UBND TINH; S6 O VA bao\nUBND\nXA"
    assert [text[start:].split()[0] for start in sorted(capital_runs(text))] == ["SO", "Y", "TE", "UBND", "TINH;"]


def test_the_one_word_of_a_line_that_is_not_in_capitals() -> None:
    text = "CHu TICH\nHDND Tinh\nUY BAN nhan\nKT. Chu TICH\nNoi nhan: CHU TICH\nNguyen Van An"
    assert [text[start : start + 8] for start in sorted(odd_ones(text))] == ["CHu TICH", "Chu TICH"]


def test_a_line_in_capitals() -> None:
    assert in_capitals("CONG HOA XA HOI CHU NGHIA VIET NAm")
    assert not in_capitals("Chi s6 PAR INDEX, SIPAS, PAPI cua tinh nam nay")


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("111. TO CHUC THUC HIEN", "III. TO CHUC THUC HIEN"),
        ("Il. Nhiém vu", "II. Nhiém vu"),
        ("1V. Kinh phi", "IV. Kinh phi"),
        ("l. MUC DICH", "I. MUC DICH"),
        ("11. TO CHUC THUC HIEN", "II. TO CHUC THUC HIEN"),
        ("10. CONG AN TINH\n11. SO NOI VU", "10. CONG AN TINH\n11. SO NOI VU"),
        ("110. Muc\n111. Muc", "110. Muc\n111. Muc"),
        ("11. So Noi vu", "11. So Noi vu"),
        ("1. MUC DICH", "1. MUC DICH"),
        ("trong Quy ITI/2024; quy 1/2025", "trong Quy III/2024; quy 1/2025"),
        ("v. TO CHUC THUC HIEN", "V. TO CHUC THUC HIEN"),
        ("v. to chuc thuc hien", "v. to chuc thuc hien"),
        ("S6: 14/CT-UBND Son Khé", "Số: 14/CT-UBND Son Khé"),
        ("S6: 14 ngudi", "S6: 14 ngudi"),
    ],
)
def test_roman_numerals(text: str, whole: str) -> None:
    assert apply_edits(text, numeral_edits(text))[0] == whole


@pytest.mark.parametrize(
    ("text", "damage"),
    [
        ("ngay 12 thang 5 nam 2025 Uy ban nhan dan tinh giao So Noi vu", "bare"),
        ("ngay 12 thang 5 ndm 2025 Uy ban nhan dan tinh giao S& Nội vu chu tri, phéi hgp v6i cac co quan", "ocr"),
        ("ngày 12 tháng 5 năm 2025 Ủy ban nhân dân tỉnh giao Sở Nội vụ chủ trì", None),
    ],
)
def test_kinds_of_damage(text: str, damage: str | None) -> None:
    assert damage_of(text) == damage


def test_the_probabilities_of_what_follows_sum_to_one() -> None:
    language = small_lexicon().language
    size = len(language.orders[0].keys)
    everything = np.arange(size, dtype=np.uint64)
    for past in ([BEGIN, BEGIN, BEGIN], [3, 4, 5], [5, 4, 3], [BEGIN, 3, 4]):
        scores = language.score(np.array([past], dtype=np.uint64), everything[None, :])
        assert np.exp(scores).sum() == pytest.approx(1.0, abs=0.02)


def test_packing_changes_scores_by_less_than_a_step() -> None:
    lexicon = small_lexicon()
    again = unpack(pack(lexicon))
    assert again.words == lexicon.words
    for before, after in zip(lexicon.language.orders, again.language.orders, strict=True):
        assert (before.keys == after.keys).all()
        assert np.abs(before.logp - after.logp).max() <= 1 / 16
    assert np.allclose(again.channels["ocr"].one, lexicon.channels["ocr"].one, rtol=1e-2)


def test_the_channel_puts_what_it_has_seen_first() -> None:
    lexicon = small_lexicon()
    finder = Finder(lexicon, lexicon.channels["ocr"])
    for ruined, word in (("s6", "sở"), ("ndi", "nội"), ("chi", "chủ")):
        assert lexicon.words[int(finder.find(ruined).words[0])] == word
    assert len(finder.find("x" * 40).words) == 0


def test_words_are_aligned_over_glued_and_parted_ones() -> None:
    pairs = word_pairs("tổ chức thực hiện kế hoạch", "t6 chifcthuc hién ké ho ach")
    assert pairs == [
        (("tổ",), ("t6",)),
        (("chức", "thực"), ("chifcthuc",)),
        (("hiện",), ("hién",)),
        (("kế",), ("ké",)),
        (("hoạch",), ("ho", "ach")),
    ]


def test_a_document_is_on_one_side_of_the_split() -> None:
    document = ["Căn cứ Luật Tổ chức Chính phủ;", "Điều 1.", "Điều 2."]
    assert part_of(document) == part_of([*document, "Điều 3."])
    parts = [part_of([f"Văn bản số {i}"]) for i in range(2000)]
    assert 0.005 < parts.count("dev") / 2000 < 0.04
    assert 0.02 < parts.count("test") / 2000 < 0.07


def test_texts_in_old_encodings_do_not_train() -> None:
    assert healthy("Các ông Bộ trưởng Bộ Nội vụ thi hành sắc lệnh này.")
    assert not healthy("C¸c «ng Bé trëng Bé Néi vô vµ Bé Quèc phßng uû nhiÖm chÊp hµnh s¾c lÖnh nµy.")


def test_rows_searched_in_groups_give_the_same_choices(monkeypatch: pytest.MonkeyPatch) -> None:
    lexicon = small_lexicon()
    finder = Finder(lexicon, lexicon.channels["ocr"])
    lines = ("so noi vu", "chu tri phoi hop voi so", "", "s6 ndi vu chi tri", "so")
    rows = [[finder.find(word) for word in line.split()] for line in lines]
    together = decode(rows, lexicon.language, weight=0.9)
    monkeypatch.setattr(decoder, "MOST_CELLS", 6)
    apart = decode(rows, lexicon.language, weight=0.9)
    assert [[pick.chosen for pick in row] for row in apart] == [[pick.chosen for pick in row] for row in together]
    assert [len(row) for row in apart] == [3, 6, 0, 5, 1]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("2) S6& Nội vụ", "2) Sở Nội vụ"),
        ("4. S' Tư pháp chủ trì", "4. Sở Tư pháp chủ trì"),
        ("các sa, ban, ngành tỉnh", "các sở, ban, ngành tỉnh"),
        ("Sở Nội vụ; các sở, ban, ngành", "Sở Nội vụ; các sở, ban, ngành"),
        ("SN Nội vụ, Sau Tài chính", "SN Nội vụ, Sau Tài chính"),
    ],
)
def test_the_word_before_the_field_of_a_department(left: str, right: str) -> None:
    assert apply_edits(left, ruined_opener_edits(left))[0] == right
