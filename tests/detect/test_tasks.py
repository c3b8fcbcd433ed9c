"""Which items are tasks, and what headings hand down to them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from models.directive import Directive, Kind, Role, Task
from models.text import Document

Read = Callable[..., tuple[Document, Directive]]

HEAD = """UBND TỈNH SƠN KHÊ
SỞ NỘI VỤ

Số: 15/SNV-CCHC

Sơn Khê, ngày 5 tháng 3 năm 2025

Kính gửi: Các sở, ban, ngành tỉnh.

"""


def leads(task: Task) -> list[str]:
    return [("~" if agency.inherited else "") + agency.name for agency in task.agencies if agency.role is Role.LEAD]


def shown(directive: Directive) -> list[tuple[str, str, str]]:
    return [("/".join(task.path), task.text.split(" ")[0], "; ".join(leads(task))) for task in directive.tasks]


def test_leads_come_from_the_item_else_from_the_heading_else_from_the_opening(read: Read) -> None:
    _, directive = read(
        HEAD + "Thực hiện chỉ đạo của Chính phủ, UBND tỉnh yêu cầu các sở, ban, ngành thực hiện một số nhiệm vụ sau:\n\n"
        "1. Tiếp tục rà soát thủ tục hành chính.\n2. Giao Sở Nội vụ:\n- Kiểm tra công vụ.\n- Sở Tài chính bố trí kinh phí.\n"
    )
    assert shown(directive) == [
        ("1", "Tiếp", "~các sở, ban, ngành"),
        ("2/-1", "Kiểm", "~Sở Nội vụ"),
        ("2/-2", "Sở", "Sở Tài chính"),
    ]
    assert "cơ quan chủ trì suy ra từ câu mở đầu" in directive.tasks[0].reasons


def test_a_heading_without_a_number_leads_the_items_beside_it(read: Read) -> None:
    _, directive = read(
        HEAD + "II. TỔ CHỨC THỰC HIỆN\n\n1. Giao Sở Nội vụ tổng hợp kết quả thực hiện.\n\n"
        "Đề nghị Tòa án nhân dân tỉnh\n\n- Tăng cường công tác xét xử lưu động.\n- Báo cáo kết quả hằng quý.\n\n"
        "Ủy ban nhân dân xã, phường\n\n- Rà soát đối tượng trên địa bàn.\n"
    )
    assert [words for _, *words in shown(directive)] == [
        ["Giao", "Sở Nội vụ"],
        ["Tăng", "~Tòa án nhân dân tỉnh"],
        ["Báo", "~Tòa án nhân dân tỉnh"],
        ["Rà", "~Ủy ban nhân dân xã, phường"],
    ]


def test_rows_formulas_legal_bases_and_things_are_no_tasks(read: Read) -> None:
    _, directive = read(
        HEAD + "II. NHIỆM VỤ\n\n1. Bổ sung vốn cho các huyện:\n- Tỉnh Sơn Khê: 730 tấn gạo.\n- Vốn đầu tư từ các doanh nghiệp;\n"
        "- Tỷ lệ (%) = b/a * 100%;\n2. Rà soát thủ tục hành chính.\n"
    )
    assert [task.text for task in directive.tasks if task.text.startswith(("Tỉnh", "Vốn", "Tỷ"))] == []
    assert directive.tasks[-1].text.startswith("Rà soát")


def test_a_sentence_above_a_list_may_lack_its_colon(read: Read) -> None:
    _, directive = read(
        HEAD + "UBND tỉnh yêu cầu các sở, ban, ngành tập trung thực hiện các nhiệm vụ sau đây.\n\n"
        "1. Tiếp tục rà soát thủ tục hành chính.\n2. Kiểm tra công vụ.\n"
    )
    assert shown(directive) == [("1", "Tiếp", "~các sở, ban, ngành"), ("2", "Kiểm", "~các sở, ban, ngành")]


def test_purposes_assessments_and_statistics_are_no_tasks(read: Read) -> None:
    _, directive = read(
        "KẾ HOẠCH\nCải thiện chỉ số năm 2025\n\nCăn cứ Luật, UBND tỉnh ban hành kế hoạch:\n\n"
        "I. MỤC ĐÍCH, YÊU CẦU\n1. Mục đích\n- Nâng cao nhận thức của cán bộ.\nII. KẾT QUẢ ĐẠT ĐƯỢC\n- Tiếp tục duy trì thứ hạng.\n"
        "III. NHIỆM VỤ\nNăm 2024, chỉ số của tỉnh đạt 85,97 điểm, xếp thứ 56.\n- Rà soát các tiêu chí mất điểm.\n"
        "IV. TỔ CHỨC THỰC HIỆN\nSở Nội vụ theo dõi, đôn đốc việc thực hiện Kế hoạch này.\n"
    )
    assert [task.text.split(" ")[0] for task in directive.tasks] == ["Rà", "Sở"]


def test_targets_are_kept_apart(read: Read) -> None:
    _, directive = read(
        "KẾ HOẠCH\nCải thiện chỉ số năm 2025\n\nCăn cứ Luật, UBND tỉnh ban hành kế hoạch:\n\n"
        "I. MỤC TIÊU\n- Phấn đấu 90% hồ sơ được giải quyết trực tuyến.\nII. NHIỆM VỤ\n- Rà soát thủ tục.\n"
    )
    assert [task.kind for task in directive.tasks] == [Kind.TARGET, Kind.ASSIGNMENT]


def test_labelled_lines_are_attributes_of_the_item_above(read: Read) -> None:
    _, directive = read(
        HEAD + "Sở Nội vụ đề nghị các cơ quan thực hiện như sau:\n\n1. Tổ chức hội nghị tập huấn về chuyển đổi số.\n"
        "- Cơ quan chủ trì: Sở Khoa học và Công nghệ.\n- Cơ quan phối hợp: Sở Nội vụ; Sở Tài chính.\n"
        "- Thời gian thực hiện: Quý III/2025.\n- Sản phẩm: Báo cáo kết quả.\n2. Tổng hợp kết quả.\n"
    )
    first, second = directive.tasks
    assert leads(first) == ["Sở Khoa học và Công nghệ"]
    assert [a.name for a in first.agencies if a.role is Role.COORDINATE] == ["Sở Nội vụ", "Sở Tài chính"]
    assert [str(deadline.due) for deadline in first.deadlines] == ["2025-09-30"]
    assert first.product == "Báo cáo kết quả"
    assert second.text == "Tổng hợp kết quả."


def test_articles_that_approve_or_take_effect_are_no_tasks(read: Read) -> None:
    _, directive = read(
        "QUYẾT ĐỊNH\nVề việc phân công nhiệm vụ\n\nCHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH\n\nCăn cứ Luật;\n\nQUYẾT ĐỊNH:\n\n"
        "Điều 1. Ban hành kèm theo Quyết định này Kế hoạch phát triển du lịch.\nĐiều 2. Phân công nhiệm vụ:\n"
        "1. Sở Du lịch chủ trì xây dựng sản phẩm mới trước ngày 30/6/2025.\nĐiều 3. Quyết định này có hiệu lực kể từ ngày ký.\n"
        "Điều 4. Chánh Văn phòng UBND tỉnh, Giám đốc Sở Du lịch chịu trách nhiệm thi hành Quyết định này./.\n"
    )
    assert [("/".join(task.path), leads(task)) for task in directive.tasks] == [("Điều 2/1", ["Sở Du lịch"])]


def test_a_letter_without_a_list_gives_its_request(read: Read) -> None:
    _, directive = read(
        HEAD + "Để có cơ sở báo cáo Bộ Nội vụ, Sở Nội vụ đề nghị các sở, ban, ngành báo cáo kết quả tinh giản biên chế, "
        "gửi về Sở Nội vụ trước ngày 20/3/2025.\n\nTrân trọng cảm ơn sự phối hợp của các cơ quan./.\n"
    )
    assert len(directive.tasks) == 1
    assert leads(directive.tasks[0]) == ["các sở, ban, ngành"]
    assert [str(deadline.due) for deadline in directive.tasks[0].deadlines] == ["2025-03-20"]


def test_a_closing_sentence_counts_only_when_it_orders_a_report(read: Read) -> None:
    text = HEAD + "Sở Nội vụ đề nghị như sau:\n\n1. Các sở, ngành rà soát biên chế.\n\n{closing}\n"
    _, silent = read(text.format(closing="Đề nghị các cơ quan nghiêm túc triển khai thực hiện./."))
    _, ordering = read(text.format(closing="Đề nghị các sở, ngành báo cáo kết quả về Sở Nội vụ trước ngày 25/3/2025./."))
    assert len(silent.tasks) == 1
    assert [str(deadline.due) for deadline in ordering.tasks[-1].deadlines] == ["2025-03-25"]


def test_dates_of_cited_documents_are_no_deadlines(read: Read) -> None:
    _, directive = read(
        HEAD + "Sở Nội vụ đề nghị như sau:\n\n1. Tổ chức thực hiện Kế hoạch số 419/KH-UBND ngày 28/12/2024 của UBND tỉnh.\n"
    )
    assert directive.tasks[0].deadlines == ()
    assert [(c.number, str(c.issued)) for c in directive.citations] == [("419/KH-UBND", "2024-12-28")]


def test_a_task_without_a_lead_says_so(read: Read) -> None:
    _, directive = read(HEAD + "Để thực hiện kế hoạch, nội dung như sau:\n\n1. Rà soát các tiêu chí.\n")
    assert directive.tasks[0].reasons == ("không nêu cơ quan chủ trì",)
    assert directive.tasks[0].confidence < 0.95


@pytest.mark.parametrize("text", ["", "\n\n\f\n", "Kính gửi:", "1.", "- ", "KẾ HOẠCH", "Nơi nhận:"])
def test_scraps_of_text_give_a_directive_without_tasks(text: str, read: Read) -> None:
    assert read(text)[1].tasks == ()


def test_every_evidence_slices_back_to_its_words(read: Read) -> None:
    document, directive = read(
        HEAD + "UBND tỉnh yêu cầu các sở, ngành thực hiện:\n\n1. Sở Y tế: Chủ trì, phối hợp với các sở: Tài chính,\n"
        "Xây dựng rà soát  cơ sở vật chất, báo cáo UBND tỉnh trước\nngày 15 tháng 4 năm 2025.\n"
    )
    evidences = list(directive.fields.evidence.values())
    for task in directive.tasks:
        evidences.append(task.evidence)
        evidences += [agency.evidence for agency in task.agencies] + [deadline.evidence for deadline in task.deadlines]
    assert len(evidences) > 8
    for evidence in evidences:
        pieces = evidence.pieces or (evidence.span,)
        assert " ".join(document.text[start:end] for start, end in pieces) == evidence.quote
        assert document.raw[evidence.span_source[0] : evidence.span_source[1]].split() == evidence.quote.split()
    deadline = directive.tasks[0].deadlines[0]
    assert "".join(deadline.evidence.quote.split()) == "".join(deadline.text.split())
