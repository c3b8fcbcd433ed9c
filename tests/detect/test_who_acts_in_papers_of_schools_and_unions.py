"""Who acts in the plain sentences of schools, cells, unions and the Youth Union."""

from __future__ import annotations

import pytest

from tests.detect.small_plan import Read, leads_of


@pytest.mark.parametrize(
    ("order", "leads"),
    [
        ("Yêu cầu các đơn vị trường học tập trung thực hiện kế hoạch năm học.", ["các đơn vị trường học"]),
        ("Đề nghị các chi hội cựu giáo chức hãy vận động hội viên ủng hộ.", ["các chi hội cựu giáo chức"]),
        ("Đề nghị các đơn vị trường bạn có thể đăng ký qua mạng.", ["các đơn vị trường bạn"]),
        ("Đề nghị các đơn vị trường học nghiêm túc thực hiện.", ["các đơn vị trường học"]),
    ],
    ids=["concentrates", "shall", "may", "earnestly"],
)
def test_a_name_ends_before_a_helping_word(order: str, leads: list[str], read: Read) -> None:
    assert leads_of(read, order) == leads
