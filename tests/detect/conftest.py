"""One detector for all tests of the stage."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from models.directive import Directive
from models.text import Document
from pipeline.detect import Detector, detect, load_detector
from pipeline.outline import outline
from tests.reading import document_of, outline_rules


@pytest.fixture(scope="session")
def detector() -> Detector:
    return load_detector()


@pytest.fixture
def read(detector: Detector) -> Callable[..., tuple[Document, Directive]]:
    def reader(text: str, **rest: tuple[str, ...]) -> tuple[Document, Directive]:
        document = document_of(text, **rest)
        return document, detect(outline(document, rules=outline_rules()), detector=detector)

    return reader


ITEM_OF_A_PLAN = """ỦY BAN NHÂN DÂN
TỈNH LÀO CAI
Số: 41/KH-UBND
Lào Cai, ngày 4 tháng 3 năm 2025
KẾ HOẠCH
Công tác năm 2025

I. NHIỆM VỤ
1. Sở Tài chính bố trí kinh phí.
2. {item}
3. Sở Y tế tổng hợp kết quả.
TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH
Lê Thị Hoa
"""


@pytest.fixture
def roles_in_plan(read: Callable[..., tuple[Document, Directive]]) -> Callable[[str, str], list[str]]:
    """The names that have a role in the last task of an item of a plan, none where the item gives no task."""

    def roles(item: str, role: str = "lead") -> list[str]:
        tasks = [task for task in read(ITEM_OF_A_PLAN.format(item=item))[1].tasks if task.text in item]
        return [agency.name for task in tasks[-1:] for agency in task.agencies if agency.role.value == role]

    return roles
