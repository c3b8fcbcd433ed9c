"""The header of a packet beside the paper: differences are told with both values, nothing is filled in or changed."""

from datetime import date

import pytest

from models.directive import Signer
from models.packet import Packet, PacketHeader
from pipeline.detect.packet import beside_header
from tests.factories import make_deadline, make_directive, make_fields, make_task

AGREES = PacketHeader(
    number="2039/KH-UBND", issued=date(2025, 5, 12), type_name="Kế hoạch", subject="V/v triển khai cải cách hành chính năm 2025",
    signer_name="Ông Nguyễn Văn A",
)  # fmt: skip
FIELDS = {
    "number": "2039/KH-UBND", "issued": date(2025, 5, 12), "type": "KH", "subject": "Triển khai cải cách hành chính năm 2025",
    "signer": Signer(name="Nguyễn Văn A"),
}  # fmt: skip
DIRECTIVE = make_directive(make_task(deadlines=[make_deadline(due=date(2025, 6, 30))]), fields=make_fields(**FIELDS))


def told(*, header: dict[str, object] | None = None, fields: dict[str, object] | None = None) -> tuple[str, ...]:
    directive = DIRECTIVE.model_copy(update={"fields": make_fields(**{**FIELDS, **(fields or {})})})
    result = beside_header(directive, Packet(header=AGREES.model_copy(update=header or {}), parts=()))
    assert result.fields == directive.fields, "nothing is filled in"
    assert result.tasks == directive.tasks
    assert result.packet is not None
    assert result.warnings == (*directive.warnings, *result.packet.differences)
    return result.packet.differences


def test_a_header_that_agrees_says_nothing() -> None:
    assert told() == ()
    assert told(header={"number": "02039 / KH-UBND"}) == ()
    assert told(header={"due": date(2025, 6, 30)}) == ()
    assert told(header={"number": "", "issued": None, "type_name": "", "subject": "", "signer_name": ""}) == ()


@pytest.mark.parametrize(
    ("header", "fields", "words"),
    [
        pytest.param({"number": "2040/KH-UBND"}, {}, ("2039/KH-UBND", "2040/KH-UBND"), id="number"),
        pytest.param({}, {"number": "/KH-UBND"}, ("Không đọc được số", "2039/KH-UBND"), id="number-not-read"),
        pytest.param({"issued": date(2025, 5, 21)}, {}, ("12/05/2025", "21/05/2025"), id="day"),
        pytest.param({}, {"issued": None}, ("Không đọc được ngày", "12/05/2025"), id="day-not-read"),
        pytest.param({"type_name": "Quyết định"}, {}, ("KH", "Quyết định"), id="type"),
        pytest.param({"subject": "Thông báo nghỉ Tết Nguyên đán"}, {}, ("Thông báo nghỉ Tết",), id="subject"),
        pytest.param({"signer_name": "Trần Thị B"}, {}, ("Nguyễn Văn A", "Trần Thị B"), id="signer"),
        pytest.param({"due": date(2025, 7, 15)}, {}, ("hạn xử lý 15/07/2025",), id="term"),
    ],
)
def test_a_difference_is_told_with_what_both_say(
    header: dict[str, object], fields: dict[str, object], words: tuple[str, ...]
) -> None:
    (difference,) = told(header=header, fields=fields)
    assert all(word in difference for word in words)
    assert difference.endswith(".")
