"""The same document in another file is kept as a version of it; two documents are never made one."""

from datetime import date
from pathlib import Path

import pytest

from corpus.documents import letters
from models.directive import Directive, PageFacts
from models.register import FileRole, IntakeState, TaskChanges, TaskFilter
from pipeline.register import Register, correct, intake_rows, query_documents, query_tasks
from pipeline.register.likeness import alike, numbers_alike, sketch, wording
from pipeline.register.sameness import SAME_FIGURES, SAME_TEXT
from tests.factories import NOW, TODAY, make_directive, make_fields, make_task
from tests.register.conftest import Put

LETTER = "\n".join(
    f"{n}. Sở {office} chủ trì {work}, báo cáo Ủy ban nhân dân tỉnh trước ngày {n + 9} tháng 6 năm 2025."
    for n, (office, work) in enumerate(
        (
            ("Nội vụ", "rà soát biên chế các đơn vị sự nghiệp công lập"),
            ("Tài chính", "bố trí kinh phí sửa chữa trụ sở xã mới"),
            ("Y tế", "kiểm tra việc cung ứng thuốc ở các trạm vùng cao"),
            ("Xây dựng", "khắc phục sạt lở trên tuyến đường tỉnh lộ 158"),
            ("Khoa học và Công nghệ", "vận hành hệ thống quản lý văn bản dùng chung"),
            ("Nông nghiệp và Môi trường", "hướng dẫn gieo cấy lúa mùa đúng khung thời vụ"),
        ),
        1,
    )
)
MISREAD = LETTER.replace("trụ sở", "tru sớ").replace("thời vụ", "thòi vu").replace("vùng cao", "vùng cạo")


def letter(name: str, text: str = LETTER, *, source: str = "text_layer", healthy: bool = True, **fields: object) -> Directive:
    given: dict[str, object] = {"issuer": "Ủy ban nhân dân tỉnh Lào Cai", **fields}
    page = PageFacts(page=1, source=source, reason="", quality=0.99 if healthy else 0.7, healthy=healthy, text=text, width=595.0)
    tasks = [make_task(line.split(". ", 1)[1]) for line in text.split("\n")]
    return make_directive(*tasks, name=name, fields=make_fields(**given), pages=(page,))


def test_a_scan_of_a_known_letter_is_a_version_and_doubles_no_task(register: Register, put: Put) -> None:
    first = put(letter("goc.docx"))
    scan = put(letter("quet.pdf", MISREAD, source="ocr"))
    assert (scan.state, scan.role, scan.better) == (IntakeState.DUPLICATE, FileRole.VERSION, False)
    assert scan.document_id == first.document_id
    assert scan.twin == "goc.docx, 2039/KH-UBND"
    assert len(query_tasks(register, TaskFilter(), today=TODAY)) == 6
    (document,) = query_documents(register, today=TODAY)
    assert [(file.name, file.role) for file in document.files] == [("goc.docx", FileRole.MAIN), ("quet.pdf", FileRole.VERSION)]
    assert len(document.pages) == 1
    assert "bản khác của văn bản đã có trong sổ" in intake_rows(register)[-1].reason
    assert put(letter("quet.pdf", MISREAD, source="ocr")).role is FileRole.DUPLICATE


def test_the_better_text_takes_the_place_and_a_person_s_word_stays(register: Register, put: Put) -> None:
    put(letter("quet.pdf", MISREAD, source="ocr"))
    before = query_tasks(register, TaskFilter(), today=TODAY)
    correct(register, before[0].id, 1, TaskChanges(note="gọi lại"), who="an", when=NOW)
    receipt = put(letter("goc.pdf"))
    assert (receipt.role, receipt.better) == (FileRole.VERSION, True)
    assert receipt.reread is not None
    assert (receipt.reread.kept, receipt.reread.added, receipt.reread.removed) == (6, 0, 0)
    after = query_tasks(register, TaskFilter(), today=TODAY)
    assert [task.id for task in after] == [task.id for task in before]
    assert after[0].note == "gọi lại"
    assert "sửa chữa trụ sở" in after[1].text
    (document,) = query_documents(register, today=TODAY)
    assert document.file == "goc.pdf"
    assert [page.source for page in document.pages] == ["text_layer"]


def test_which_file_comes_first_does_not_matter(tmp_path: Path) -> None:
    from pipeline.register import store
    from tests.factories import make_bytes

    found = []
    pair = [letter("a.pdf"), letter("b.pdf", MISREAD, source="ocr")]
    for number, order in enumerate((pair, pair[::-1])):
        with Register.open(tmp_path / f"{number}.db", create=True) as register:
            for directive in order:
                store(register, directive, now=NOW, original=make_bytes(directive.file.name))
            (document,) = query_documents(register, today=TODAY)
            found.append((document.file, [task.text for task in document.tasks]))
    assert found[0] == found[1]


VERBS = ("soạn", "trình", "gửi", "lưu", "in", "đăng")
DIFFERENT: dict[str, dict[str, object]] = {
    "another number": {"number": "2040/KH-UBND"},
    "another day": {"issued": date(2025, 5, 13)},
    "another issuer": {"issuer": "Ủy ban nhân dân tỉnh Yên Bái"},
    "the number that was given anew after the merger": {"issued": date(2025, 7, 12)},
}


@pytest.mark.parametrize("fields", DIFFERENT.values(), ids=list(DIFFERENT))
def test_what_contradicts_is_another_document(register: Register, put: Put, fields: dict[str, object]) -> None:
    put(letter("mot.pdf"))
    assert put(letter("hai.pdf", **fields)).state is IntakeState.REGISTERED
    assert len(query_documents(register, today=TODAY)) == 2


def test_the_same_number_day_and_issuer_with_another_text_is_another_document(register: Register, put: Put) -> None:
    put(letter("mot.pdf"))
    other = "\n".join(
        f"{n}. Văn phòng {word} việc thứ {n}" for n, word in enumerate(("soạn", "trình", "gửi", "lưu", "in", "đăng"), 1)
    )
    assert put(letter("hai.pdf", other)).state is IntakeState.REGISTERED


def test_a_blank_number_goes_by_the_text_and_is_filled_from_the_other_file(register: Register, put: Put) -> None:
    put(letter("du-thao.docx", number=None, issued=None))
    assert put(letter("ky.pdf")).role is FileRole.VERSION
    (document,) = query_documents(register, today=TODAY)
    assert (document.number, document.issued) == ("2039/KH-UBND", date(2025, 5, 12))


def test_a_symbol_without_its_number_is_a_blank_number(register: Register, put: Put) -> None:
    put(letter("du-thao.docx", number="/KH-UBND"))
    assert put(letter("ky.pdf")).role is FileRole.VERSION
    assert query_documents(register, today=TODAY)[0].number == "2039/KH-UBND"


def test_a_letter_of_another_month_with_a_blank_number_is_another_document(register: Register, put: Put) -> None:
    put(letter("thang-6.pdf", number=None, issued=None))
    july = LETTER.replace("tháng 6", "tháng 7")
    assert put(letter("thang-7.pdf", july, number=None, issued=None)).state is IntakeState.REGISTERED


def test_a_short_text_without_number_is_never_joined(register: Register, put: Put) -> None:
    short = "1. Sở Nội vụ báo cáo trước ngày 15/6/2025."
    put(letter("a.pdf", short, number=None))
    assert put(letter("b.pdf", short, number=None)).state is IntakeState.REGISTERED


def test_the_letters_of_one_office_are_not_alike() -> None:
    texts = [wording([" ".join(_strings(one))]) for one in letters().values()]
    for at, one in enumerate(texts):
        for other in texts[at + 1 :]:
            assert alike(one, other) < SAME_TEXT or numbers_alike(one, other) < SAME_FIGURES


def _strings(value: object) -> list[str]:
    if isinstance(value, str):
        return [value]
    if isinstance(value, tuple | list):
        return [text for item in value for text in _strings(item)]
    slots = getattr(value, "__dataclass_fields__", ())
    return [text for slot in slots for text in _strings(getattr(value, slot))]


def test_a_sketch_finds_what_is_alike_and_little_else() -> None:
    assert set(sketch(wording([LETTER]))) & set(sketch(wording([MISREAD])))
    assert sketch(wording([""])) == ()


def test_another_file_is_read_again_for_what_the_main_one_lacks(register: Register, put: Put) -> None:
    first = put(letter("ky.pdf", signer=None))
    put(letter("ban-quet.pdf", MISREAD, source="ocr", signer=None))
    before = query_tasks(register, TaskFilter(), today=TODAY)
    again = put(letter("ban-quet.pdf", MISREAD, source="ocr"), reread=True)
    assert (again.document_id, again.role, again.better) == (first.document_id, FileRole.VERSION, False)
    assert again.reread is not None
    assert [(change.field, change.before) for change in again.reread.changes if change.field == "signer_name"] == [
        ("signer_name", None)
    ]
    (document,) = query_documents(register, None, today=TODAY)
    assert document.signer is not None
    assert document.file == "ky.pdf"
    assert [(task.id, task.text) for task in document.tasks] == [(task.id, task.text) for task in before], (
        "tasks stay the main file's"
    )


def test_another_file_that_is_now_the_better_one_takes_the_place(register: Register, put: Put) -> None:
    put(letter("ky.pdf", source="ocr"))
    put(letter("word.docx", MISREAD, source="ocr", healthy=False))
    again = put(letter("word.docx"), reread=True)
    assert again.better
    (document,) = query_documents(register, None, today=TODAY)
    assert [(file.name, file.role) for file in document.files] == [("word.docx", FileRole.MAIN), ("ky.pdf", FileRole.VERSION)]
    assert len(document.tasks) == 6
