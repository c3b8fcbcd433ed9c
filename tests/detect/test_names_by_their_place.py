"""Bodies that no list knows: told by their place in the sentence, by the word of order behind them, by sister headings."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from models.directive import Directive, Role
from models.outline import Passage, Piece
from models.text import Document
from pipeline.detect import Detector
from pipeline.detect.analysis import analyse
from pipeline.detect.words import begins_word

HEAD = (
    "UBND TỈNH SƠN KHÊ\nSỞ NỘI VỤ\n\nSố: 15/SNV-CCHC\n\nKính gửi: Các sở, ban, ngành tỉnh.\n\n"
    "Sở Nội vụ đề nghị thực hiện như sau:\n\n"
)


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        pytest.param(
            "Các đơn vị cấp nước sạch trên địa bàn tiếp tục đầu tư.",
            "lead:Các đơn vị cấp nước sạch trên địa bàn",
            id="up-to-the-order",
        ),
        pytest.param(
            "Các trường đại học ngoài công lập tổ chức dạy học.",
            "lead:Các trường đại học ngoài công lập",
            id="a-compound-is-no-order",
        ),
        pytest.param(
            "Thương nhân đầu mối xăng dầu có trách nhiệm báo cáo.", "lead:Thương nhân đầu mối xăng dầu", id="before-a-duty"
        ),
        pytest.param(
            "Phối hợp với Thanh tra xây dựng, Quản lý thị trường kiểm tra.",
            "coordinate:Thanh tra xây dựng|coordinate:Quản lý thị trường",
            id="behind-coordination",
        ),
        pytest.param(
            "Phối hợp Sở Y tế và đơn vị có liên quan rà soát.",
            "coordinate:Sở Y tế|coordinate:đơn vị có liên quan",
            id="without-the-word-voi",
        ),
        pytest.param("Thành phố khẩn trương rà soát quy hoạch.", "lead:Thành phố", id="a-city-acts"),
        pytest.param("Do đó, các chủ đầu tư cần đẩy nhanh tiến độ.", "lead:các chủ đầu tư", id="behind-a-connective"),
        pytest.param("Rà soát quy định để cán bộ dám nghĩ, dám chịu trách nhiệm.", "", id="a-quality-is-no-duty"),
        pytest.param(
            "Các địa phương phải báo cáo theo yêu cầu của Bộ.", "lead:Các địa phương", id="a-request-far-away-orders-nobody"
        ),
    ],
)
def test_bodies_told_by_their_place(text: str, roles: str, detector: Detector) -> None:
    analysis = analyse(Passage(text, (Piece(0, 0, len(text)),)), nlp=detector.nlp, rules=detector.roles)
    assert "|".join(f"{finding.role.value}:{finding.name}" for finding in analysis.settled) == roles


def test_a_body_that_only_its_place_shows_is_less_sure(detector: Detector) -> None:
    def confidence(text: str) -> float:
        return analyse(Passage(text, (Piece(0, 0, len(text)),)), nlp=detector.nlp, rules=detector.roles).settled[0].confidence

    assert confidence("Phối hợp với NAFIQAVED kiểm tra.") < confidence("Phối hợp với các đơn vị cấp nước kiểm tra.")
    assert confidence("Phối hợp với các đơn vị cấp nước kiểm tra.") < confidence("Phối hợp với Sở Y tế kiểm tra.")


def test_words_begin_where_the_segmenter_says() -> None:
    assert begins_word("các đơn vị lập kế hoạch", 11)
    assert not begins_word("các đơn vị công lập", 16)


Read = Callable[..., tuple[Document, Directive]]


def names(directive: Directive, role: Role) -> list[list[str]]:
    return [[agency.name for agency in task.agencies if agency.role is role] for task in directive.tasks]


def test_a_heading_among_headings_that_name_bodies_names_one(read: Read) -> None:
    _, directive = read(
        HEAD + "1. Sở Y tế:\n- Kiểm tra nguồn nước.\n"
        "2. Các tổ chức, cá nhân và hộ gia đình khai thác nước có trách nhiệm:\n- Đăng ký khai thác.\n"
        "3. Về kinh phí thực hiện:\n- Bố trí kinh phí theo phân cấp.\n"
    )
    assert names(directive, Role.LEAD)[:2] == [["Sở Y tế"], ["Các tổ chức, cá nhân và hộ gia đình khai thác nước"]]
    assert not any("Về kinh phí" in name for found in names(directive, Role.LEAD) for name in found)


def test_a_heading_names_its_body_to_the_end(read: Read) -> None:
    _, directive = read(HEAD + "1. Các cơ quan báo chí, xuất bản Công đoàn:\n- Tăng cường tuyên truyền.\n")
    assert names(directive, Role.LEAD) == [["Các cơ quan báo chí, xuất bản Công đoàn"]]


def test_who_works_beside_the_lead_of_a_heading_works_beside_in_its_items(read: Read) -> None:
    _, directive = read(
        HEAD + "1. Sở Xây dựng chủ trì, phối hợp với Sở Tài chính:\n- Rà soát dự án.\n- Phối hợp với Công an tỉnh kiểm tra.\n"
    )
    assert names(directive, Role.LEAD) == [["Sở Xây dựng"], ["Sở Xây dựng"]]
    assert names(directive, Role.COORDINATE) == [["Sở Tài chính"], ["Công an tỉnh"]]


def test_the_heading_leads_whoever_its_item_calls_on(read: Read) -> None:
    _, directive = read(HEAD + "1. Sở Y tế:\n- Kiểm tra chất lượng nước; yêu cầu các đơn vị khắc phục vi phạm.\n")
    assert names(directive, Role.LEAD) == [["Sở Y tế"]]


def test_a_line_without_a_number_that_names_a_body_holds_the_list_behind_it(read: Read) -> None:
    _, directive = read(
        HEAD + "1. Hỗ trợ về nhà ở\nUBND các xã, phường:\na) Thống kê nhà hư hỏng.\nb) Bố trí nơi ở tạm.\n2. Báo cáo kết quả.\n"
    )
    assert names(directive, Role.LEAD)[:2] == [["UBND các xã, phường"], ["UBND các xã, phường"]]


def test_a_time_in_a_paragraph_of_its_own_belongs_to_the_item(read: Read) -> None:
    _, directive = read(
        HEAD + "1. Sở Y tế ban hành danh mục thiết bị.\nHoàn thành trong quý II năm 2025.\n2. Sở Tài chính thẩm định.\n"
    )
    assert [[str(deadline.due) for deadline in task.deadlines] for task in directive.tasks] == [["2025-06-30"], []]


def test_descriptions_and_praise_are_no_tasks(read: Read) -> None:
    _, directive = read(
        HEAD + "1. Việc nuôi trồng còn manh mún, chất lượng chưa đồng đều.\n2. Ghi nhận, biểu dương sự nỗ lực của các đơn vị.\n"
        "3. Cho phép áp dụng trình tự rút gọn.\n4. Công tác quản lý phải được tăng cường.\n"
    )
    assert [task.path for task in directive.tasks] == [("4",)]
