"""Bodies named in running text: their names, their lists, their ellipses."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.detect.mentions import AgencyPhrases, find_mentions, groups, load_agency_phrases


@pytest.fixture(scope="module")
def phrases() -> AgencyPhrases:
    return load_agency_phrases()


@pytest.mark.parametrize(
    ("text", "names"),
    [
        pytest.param("Sở Nội vụ chủ trì", [["Sở Nội vụ"]], id="department"),
        pytest.param("Sở Văn hóa, Thể thao và Du lịch báo cáo", [["Sở Văn hóa, Thể thao và Du lịch"]], id="commas-inside-a-name"),
        pytest.param("Sở KH&ĐT, Sở TT&TT", [["Sở KH&ĐT", "Sở TT&TT"]], id="abbreviations"),
        pytest.param("Sở Y tế tỉnh Sơn Khê", [["Sở Y tế tỉnh Sơn Khê"]], id="with-its-province"),
        pytest.param("Giám đốc Sở Y tế, Công an tỉnh", [["Sở Y tế", "Công an tỉnh"]], id="head-taken-off"),
        pytest.param("Các sở: Tài chính, Xây dựng và Y tế", [["Sở Tài chính", "Sở Xây dựng", "Sở Y tế"]], id="ellipsis"),
        pytest.param("Sở Tài chính, Xây dựng", [["Sở Tài chính", "Sở Xây dựng"]], id="ellipsis-without-plural"),
        pytest.param(
            "Các sở, ngành Tư pháp, Văn phòng UBND tỉnh, Tài chính",
            [["Sở Tư pháp", "Văn phòng UBND tỉnh", "Sở Tài chính"]],
            id="ellipsis-across-another-body",
        ),
        pytest.param("Bộ trưởng các Bộ: Nội vụ, Tài chính", [["Bộ Nội vụ", "Bộ Tài chính"]], id="ministers"),
        pytest.param(
            "các sở, ban, ngành thuộc UBND tỉnh; UBND các huyện, thị xã, thành phố",
            [["các sở, ban, ngành thuộc UBND tỉnh", "UBND các huyện, thị xã, thành phố"]],
            id="collectives",
        ),
        pytest.param("các sở, ngành, các chủ đầu tư", [["các sở, ngành", "các chủ đầu tư"]], id="two-collectives"),
        pytest.param("Các cấp, các ngành chủ động", [["Các cấp, các ngành"]], id="an-idiom-stays-one"),
        pytest.param("các cơ quan, đơn vị có liên quan tổ chức", [["các cơ quan, đơn vị có liên quan"]], id="concerned-bodies"),
        pytest.param(
            "Trung tâm Y tế các huyện, thị xã lập kế hoạch", [["Trung tâm Y tế các huyện, thị xã"]], id="centres-of-districts"
        ),
        pytest.param("Ban Quản lý rừng phòng hộ Hạ Lãm tu sửa", [["Ban Quản lý rừng phòng hộ Hạ Lãm"]], id="named-board"),
        pytest.param("Công ty cổ phần cấp nước tỉnh Sơn Khê", [["Công ty cổ phần cấp nước tỉnh Sơn Khê"]], id="company"),
        pytest.param(
            "Ủy ban MTTQ Việt Nam tỉnh, Tỉnh đoàn, Hội Nông dân tỉnh",
            [["Ủy ban MTTQ Việt Nam tỉnh", "Tỉnh đoàn", "Hội Nông dân tỉnh"]],
            id="front-and-unions",
        ),
        pytest.param("trình Chủ tịch UBND tỉnh - Trưởng Ban Chỉ đạo", [["UBND tỉnh"]], id="a-title-behind-a-dash"),
        pytest.param("Tổ chức Hội nghị sơ kết; Báo cáo kết quả", [], id="no-bodies"),
        pytest.param("TỔ CHỨC THỰC HIỆN", [], id="a-heading"),
    ],
)
def test_names_and_lists(text: str, names: list[list[str]], phrases: AgencyPhrases) -> None:
    mentions = find_mentions(text, phrases=phrases)
    assert [[mention.name for mention in group] for group in groups(mentions, text)] == names


@pytest.mark.parametrize("text", ["Ủy ban nhân dân tỉnh", "Uỷ ban nhân dân tỉnh", "ỦY BAN NHÂN DÂN TỈNH"])
def test_both_tone_placements_and_capitals_are_found(text: str, phrases: AgencyPhrases) -> None:
    assert [mention.name for mention in find_mentions(text, phrases=phrases)] == [text]


def test_a_text_that_is_not_nfc_is_refused(phrases: AgencyPhrases) -> None:
    with pytest.raises(ValueError, match="NFC"):
        find_mentions(unicodedata.normalize("NFD", "Sở Nội vụ"), phrases=phrases)


PIECES = st.sampled_from(
    [
        "Sở ",
        "Nội vụ",
        "Tài chính",
        "các ",
        "sở",
        ", ",
        "; ",
        " và ",
        "UBND ",
        "tỉnh",
        "huyện",
        "Trung tâm ",
        "Y tế",
        "chủ trì",
        "(",
        ")",
        ":",
        "Chủ tịch ",
        "Hội ",
        "Ban ",
        "Sơn Khê",
        "x",
        " - ",
    ]
)


@settings(max_examples=200, deadline=None)
@given(st.lists(PIECES, max_size=25).map("".join))
def test_mentions_slice_the_text_and_do_not_overlap(text: str) -> None:
    mentions = find_mentions(text, phrases=load_agency_phrases())
    at = 0
    for mention in mentions:
        assert at <= mention.full_start <= mention.start < mention.end <= len(text)
        assert mention.name.endswith(text[mention.start : mention.end])
        at = mention.end
