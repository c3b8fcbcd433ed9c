"""Folding: words written in several ways become one; offsets stay where they must."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.rules.folding import fold, fold_marks, fold_same_length, fold_search

SAME = [
    ("hoà", "hòa"), ("khoẻ", "khỏe"), ("uỷ", "ủy"), ("thuý", "thúy"), ("thuỷ", "thủy"), ("hoá", "hóa"), ("luỹ", "lũy"),
    ("qúy", "quý"), ("qùa", "quà"), ("gìa", "già"), ("gíup", "giúp"), ("gỉam", "giảm"), ("khủyu", "khuỷu"), ("ngòai", "ngoài"),
    ("hòan", "hoàn"), ("tòan", "toàn"), ("hùynh", "huỳnh"), ("qúôc", "quốc"), ("tíên", "tiến"),
    ("thủơ", "thuở"), ("toà", "tòa"), ("đựơc", "được"), ("giừơng", "giường"), ("qủang", "quảng"),
]  # fmt: skip


@pytest.mark.parametrize(("typed", "canonical"), SAME, ids=[a for a, _ in SAME])
def test_both_habits_of_placing_the_tone_give_one_word(typed: str, canonical: str) -> None:
    assert typed != canonical
    assert fold(typed) == canonical == fold(canonical)


ONE_WORD = [
    ("qui định", "quy định"), ("Quí II", "quý ii"), ("quĩ", "quỹ"), ("định kì", "định kỳ"), ("kĩ năng", "kỹ năng"),
    ("kỉ luật", "kỷ luật"), ("chữ kí", "chữ ký"), ("quản lí", "quản lý"), ("Mĩ Đức", "mỹ đức"), ("tỉ lệ", "tỷ lệ"),
    ("Công ti Điện lực", "công ty điện lực"),
]  # fmt: skip


@pytest.mark.parametrize(("typed", "canonical"), ONE_WORD, ids=[a for a, _ in ONE_WORD])
def test_i_for_y_as_schools_write_it_is_the_same_word(typed: str, canonical: str) -> None:
    assert fold(typed) == canonical == fold(canonical)
    assert len(fold_same_length(typed)) == len(typed)


@pytest.mark.parametrize(
    "text", ["tỉnh ủy", "chiến sĩ", "vi phạm", "liệt sĩ", "bánh mì", "khi", "tỉ mỉ", "ki-lô-mét", "kiểm kê", "quít"]
)
def test_words_that_only_look_so_keep_their_i(text: str) -> None:
    assert fold(text) == text


def test_what_a_register_keeps_beside_the_words_without_marks_stays_as_written() -> None:
    assert fold_marks("Qui chế  hoà giải") == "qui chế hòa giải"


UNCHANGED = """
hòa khỏe thủy quý quả gì gìn già giỏi mùa lìa cúi này kéo hỏi túi ngoài xoáy khuỷu hoàn huỳnh thuở huế tuế mừa mướn tiến
muống rượu yếu chuyện quyết quét giếng giữa giội của bìa đĩa quái quýt quẻ giấy nguyễn oái uể khoét toán cầu ủng
"""


@pytest.mark.parametrize("word", UNCHANGED.split())
def test_a_word_in_canonical_form_stays(word: str) -> None:
    assert fold(word) == word
    assert fold_same_length(word.upper()) == word


@pytest.mark.parametrize("word", ["café", "résumé", "naïve", "áé", "data", "HOA2", "été"])
def test_foreign_words_keep_their_accents_in_place(word: str) -> None:
    assert fold(word) == word.lower()


def test_nfd_and_nfc_fold_to_the_same() -> None:
    text = "Uỷ ban nhân dân tỉnh Thừa Thiên Huế – Phòng Giáo dục"
    assert fold(unicodedata.normalize("NFD", text)) == fold(text) == "ủy ban nhân dân tỉnh thừa thiên huế - phòng giáo dục"


def test_eth_typed_for_d_with_stroke() -> None:
    assert fold("QUYẾT ÐỊNH") == "quyết định"
    assert fold_same_length("Ðiều") == "điều"


def test_d_and_d_with_stroke_stay_apart_but_search_joins_them() -> None:
    assert fold("Đắk Lắk") == "đắk lắk" != fold("Dắk Lắk")
    assert fold_search("Đắk Lắk") == fold_search("dak lak") == "dak lak"
    assert fold_search("Báo cáo  định kỳ\n") == "bao cao dinh ky"


def test_punctuation_is_kept_or_dropped() -> None:
    assert fold("Sở KH&ĐT,  (cũ)") == "sở kh&đt, (cũ)"
    assert fold("Sở KH&ĐT,  (cũ)", punctuation=False) == "sở kh đt cũ"
    assert fold("LĐ-TB&XH", punctuation=False) == "lđ tb xh"


def test_invisible_characters_do_not_split_words() -> None:
    assert fold("Sở\u00a0Nội\u200b vụ\ufeff") == "sở nội vụ"


def test_a_letter_with_longer_lower_case_does_not_shift_offsets() -> None:
    text = "İ Uỷ ban"
    folded = fold_same_length(text)
    assert len(folded) == len(text)
    assert folded[2:4] == "ủy"


def test_the_word_stands_at_the_same_offsets() -> None:
    text = "Giao Uỷ ban nhân dân các huyện, Toà án, Quỹ; HOÀ BÌNH."
    folded = fold_same_length(text)
    assert len(folded) == len(text)
    for word in ("ủy ban", "tòa án", "quỹ", "hòa bình"):
        at = folded.index(word)
        assert fold(text[at : at + len(word)]) == word


def test_all_syllables_with_two_plain_vowels_and_a_tone_agree_wherever_the_tone_stands() -> None:
    """The finite table: onset, vowels, coda, tone; each vowel may carry the mark; the folded form is one."""
    tones = "\u0300\u0301\u0303\u0309\u0323"
    for onset in ("", "h", "th", "q", "g", "ngh", "tr"):
        for vowels in ("oa", "oe", "uy", "ia", "ua", "ai", "oai", "oay", "uyu", "uyê", "ươ", "iê", "uê", "uô"):
            for coda in ("", "n", "ng", "t", "ch"):
                for tone in tones:
                    forms = {
                        unicodedata.normalize("NFC", onset + vowels[: i + 1] + tone + vowels[i + 1 :] + coda)
                        for i in range(len(vowels))
                    }
                    assert len({fold(form) for form in forms}) == 1, forms


VIETNAMESE = st.text(alphabet="aăâeêioôơuưyáàảãạốồổỗộớờởỡợýỳỷỹỵđĐQGqghnt UỶÒÀ,-0&İßΣ", max_size=40)


@given(VIETNAMESE)
def test_property_same_length_and_idempotent(text: str) -> None:
    text = unicodedata.normalize("NFC", text)
    once = fold_same_length(text)
    assert len(once) == len(text)
    assert fold_same_length(once) == once
    assert fold(fold(text)) == fold(text)
    assert fold_search(fold_search(text)) == fold_search(text)


@given(st.text(max_size=60))
def test_property_any_text_folds_to_nfc(text: str) -> None:
    for folded in (fold(text), fold(text, punctuation=False), fold_search(text)):
        assert unicodedata.is_normalized("NFC", folded)
        assert folded == " ".join(folded.split())
    assert len(fold_same_length(text)) == len(text)
