"""Names that societies, unions, cells and courts have in their own papers: by their houses, their level, their organs."""

from __future__ import annotations

import pytest

from pipeline.detect.mentions import AgencyPhrases, find_mentions, load_agency_phrases


@pytest.fixture(scope="module")
def phrases() -> AgencyPhrases:
    return load_agency_phrases()


@pytest.mark.parametrize(
    "name",
    [
        "Công đoàn các ngành",
        "Đoàn các trường đại học, cao đẳng",
        "Liên đội các trường tiểu học, THCS",
        "Hội Sinh viên các trường",
        "Ban đại diện cha mẹ học sinh các lớp",
        "các LĐLĐ huyện, thành phố",
        "các công đoàn cấp trên trực tiếp cơ sở",
        "các Ban chuyên môn Tỉnh Hội",
        "Ban Tuyên giáo Tỉnh Hội",
        "các chi, tổ hội phụ nữ",
        "cấp ủy các chi, đảng bộ cơ sở",
        "Ban Tuyên giáo các huyện ủy, thành ủy",
        "Văn phòng các đảng ủy trực thuộc",
        "các cơ quan THADS địa phương",
        "các Tòa chuyên trách",
        "các khoa, bộ môn",
        "các cơ quan Báo, Đài của tỉnh",
        "các đơn vị thuộc và trực thuộc Trường",
    ],
)
def test_such_a_name_is_one(name: str, phrases: AgencyPhrases) -> None:
    mentions = find_mentions(f"Đề nghị {name} báo cáo kết quả.", phrases=phrases)
    assert [mention.name for mention in mentions] == [name]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Đề nghị Công đoàn ngành, các huyện báo cáo.", ["Công đoàn ngành", "các huyện"]),
        ("Đề nghị Tổ trưởng các tổ chuyên môn báo cáo.", ["các tổ chuyên môn"]),
        ("Đề nghị Ban Tuyên giáo Huyện ủy báo cáo.", ["Ban Tuyên giáo Huyện ủy"]),
        ("Đề nghị các đơn vị thuộc trường học báo cáo.", ["các đơn vị"]),
    ],
    ids=["two-bodies", "a-head", "one-organ", "a-kind"],
)
def test_others_stay_as_they_are(text: str, names: list[str], phrases: AgencyPhrases) -> None:
    assert [mention.name for mention in find_mentions(text, phrases=phrases)] == names
