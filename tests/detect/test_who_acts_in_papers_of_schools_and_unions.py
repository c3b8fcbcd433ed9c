"""Who acts in the plain sentences of schools, cells, unions and the Youth Union."""

from __future__ import annotations

import pytest

from models.directive import Role
from tests.detect.small_plan import Read, leads_of, small_plan


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


@pytest.mark.parametrize(
    ("order", "leads"),
    [
        ("Mỗi câu lạc bộ cử 02 thành viên dự tập huấn.", ["Mỗi câu lạc bộ"]),
        ("Mỗi CLB, đội, nhóm cấp trường cử 02 thành viên dự tập huấn.", ["Mỗi CLB, đội, nhóm cấp trường"]),
        ("Mỗi tổ chuyên môn xây dựng 01 chuyên đề.", ["Mỗi tổ chuyên môn"]),
        ("Chi đoàn giáo viên tổ chức hội thảo mẫu.", ["Chi đoàn giáo viên"]),
        ("Các khoa gởi danh sách về Phòng Đào tạo.", ["Các khoa"]),
    ],
    ids=["each-club", "each-of-several", "each-group", "cell-of-teachers", "spelling-of-the-south"],
)
def test_cells_and_groups_of_a_school_act(order: str, leads: list[str], read: Read) -> None:
    assert leads_of(read, order) == leads


@pytest.mark.parametrize(
    ("order", "beside"),
    [
        ("Công đoàn cơ sở phối hợp với người sử dụng lao động kiểm tra bữa ăn ca.", ["người sử dụng lao động"]),
        (
            "Phối hợp với chính quyền địa phương, chuyên môn đồng cấp, ngành y tế và người sử dụng lao động rà soát phương án.",
            ["chính quyền địa phương, chuyên môn đồng cấp", "ngành y tế", "người sử dụng lao động"],
        ),
        ("Tuyên truyền cho người lao động và người sử dụng lao động về an toàn.", []),
    ],
    ids=["employers", "those-of-one-level", "who-is-told"],
)
def test_whom_unions_work_with(order: str, beside: list[str], read: Read) -> None:
    agencies = [agency for task in read(small_plan(order))[1].tasks for agency in task.agencies]
    assert [agency.name for agency in agencies if agency.role is Role.COORDINATE] == beside


def test_unions_of_offices_in_short(read: Read) -> None:
    assert leads_of(read, "Các CĐCS vận động đoàn viên.") == ["Các CĐCS"]
