"""Forces in a list share the head of its first: "các lực lượng Công an, Biên phòng" = lực lượng Công an, lực lượng Biên phòng."""

from __future__ import annotations

import pytest

from pipeline.detect.mention_rules import load_agency_phrases
from pipeline.detect.mentions import find_mentions

PHRASES = load_agency_phrases()


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "Phối hợp với các lực lượng Công an, Biên phòng, Cảnh sát biển và Kiểm ngư tuần tra.",
            [
                "các lực lượng Công an",
                "lực lượng Biên phòng",
                "lực lượng Cảnh sát biển",
                "lực lượng Kiểm ngư",
            ],
        ),
        (
            "Phối hợp với lực lượng Thanh tra giao thông, Công an, Cảnh sát giao thông tuần tra.",
            ["lực lượng Thanh tra giao thông", "Công an", "Cảnh sát giao thông"],
        ),
        (
            "Phối hợp với các lực lượng Công an, Quân sự, Biên phòng tuần tra.",
            ["lực lượng Công an", "lực lượng Quân sự", "lực lượng Biên phòng"],
        ),
        ("Các lực lượng chức năng, Công an xã tuần tra.", ["Các lực lượng chức năng", "Công an xã"]),
        ("Các trạm bơm phải vận hành liên tục.", ["Các trạm bơm"]),
        ("Các trạm thu phí kiểm tra xe quá tải.", ["Các trạm thu phí"]),
        ("Phối hợp với các đơn vị Công an, Quân đội.", ["các đơn vị Công an", "các đơn vị Quân đội"]),
        ("Phối hợp với lực lượng Công an, Sở Y tế.", ["lực lượng Công an", "Sở Y tế"]),
        ("Phối hợp với Sở Y tế, Công an, Quân đội.", ["Sở Y tế", "Công an", "Quân đội"]),
        ("Phối hợp với lực lượng Công an. Biên phòng tuần tra.", ["lực lượng Công an", "Biên phòng"]),
        ("Tham mưu cho đảng ủy, chính quyền cấp xã triển khai.", ["đảng ủy, chính quyền cấp xã"]),
    ],
)
def test_forces_share_the_head_of_their_list(text: str, names: list[str]) -> None:
    assert [mention.name for mention in find_mentions(text, phrases=PHRASES)] == names
