"""A packet in the register: header and files kept; what came in it is known when it comes again alone, and the other way round."""

import json

from models.directive import Directive
from models.packet import Fate, Packet, PacketBusiness, PacketHeader, Part
from models.register import FileRole, IntakeState, TaskFilter
from pipeline.export.json_format import render_json
from pipeline.register import Register, get_document, intake_rows, query_documents, query_tasks
from pipeline.register.packets import packet_of, packets_by_document
from tests.factories import TODAY, make_directive, make_task
from tests.register.conftest import Put
from tests.register.test_register_sameness import LETTER, MISREAD, letter


def packed(name: str, text: str, *parts: Part) -> Directive:
    header = PacketHeader(number="9/CV-UBND", subject="V/v báo cáo")
    return letter(name, text).model_copy(update={"packet": Packet(header=header, parts=parts, differences=("Số khác.",))})


def part_named(name: str, *, first: int = 1) -> Part:
    file = letter(name).file
    return Part(name=name, fate=Fate.READ, sha256=file.sha256, size=file.size, media="text/plain", first=first, pages=1)


def test_header_files_and_differences_are_kept(register: Register, put: Put) -> None:
    directive = packed(
        "goi.edxml",
        LETTER,
        part_named("cv.txt"),
        Part(name="thieu.pdf", fate=Fate.UNREAD, note="gói nêu tên nhưng không kèm tệp này"),
    )
    receipt = put(directive)
    stored = packet_of(register, directive.file.sha256)
    assert stored == directive.packet
    assert packets_by_document(register, json.dumps([receipt.document_id])) == {receipt.document_id: stored}
    document = get_document(register, receipt.document_id)
    assert document is not None
    assert document.packet == stored


def test_a_file_that_came_in_a_packet_is_known_when_it_comes_alone(register: Register, put: Put) -> None:
    first = put(packed("goi.edxml", LETTER, part_named("cv.txt"), part_named("phu-luc.txt", first=2)))
    for name in ("cv.txt", "phu-luc.txt"):
        receipt = put(letter(name, "1. Hoàn toàn khác."))
        assert (receipt.state, receipt.role, receipt.document_id) == (IntakeState.DUPLICATE, FileRole.VERSION, first.document_id)
        assert not receipt.better, "the packet holds all of it"
    assert len(query_tasks(register, TaskFilter(), today=TODAY)) == 6


def test_another_letter_that_came_along_is_a_document_of_its_own(register: Register, put: Put) -> None:
    apart = part_named("khac.txt", first=0).model_copy(update={"fate": Fate.APART})
    first = put(packed("goi.edxml", LETTER, part_named("cv.txt"), apart))
    other = letter("khac.txt", "1. Sở Y tế làm việc hoàn toàn khác.", number="9/SYT-NVY")
    assert put(other).document_id != first.document_id


def test_a_packet_takes_the_place_of_its_letter(register: Register, put: Put) -> None:
    first = put(letter("cv.txt"))
    more = f"{LETTER}\n7. Sở Y tế báo cáo riêng về phụ lục kèm theo."
    receipt = put(packed("goi.edxml", more, part_named("cv.txt"), part_named("pl.txt", first=2)))
    assert (receipt.document_id, receipt.role, receipt.better) == (first.document_id, FileRole.VERSION, True)
    (document,) = query_documents(register, None, today=TODAY)
    assert document.file == "goi.edxml"
    assert len(document.tasks) == 7
    again = put(packed("goi-2.edxml", LETTER, part_named("cv.txt")))
    assert not again.better, "another packet of the same letter does not take the place of the first"


def test_a_packet_of_a_known_text_is_a_version_with_its_header(register: Register, put: Put) -> None:
    first = put(letter("ban-quet.pdf"))
    directive = packed("goi.edxml", MISREAD, part_named("khac.txt"))
    receipt = put(directive)
    assert (receipt.document_id, receipt.role) == (first.document_id, FileRole.VERSION)
    assert packet_of(register, directive.file.sha256) is not None


def test_a_paper_sent_again_to_revoke_it_is_no_mere_copy(register: Register, put: Put) -> None:
    first = put(letter("ky.pdf"))
    revoking = packed("thu-hoi.edxml", LETTER, part_named("khac.txt"))
    assert revoking.packet is not None
    header = PacketHeader(number="9/CV-UBND", business=PacketBusiness.REVOKE, business_reason="Gửi nhầm")
    revoking = revoking.model_copy(update={"packet": revoking.packet.model_copy(update={"header": header})})
    for name in ("thu-hoi.edxml", "thu-hoi.edxml"):  # twice: said once
        receipt = put(revoking.model_copy(update={"file": revoking.file.model_copy(update={"name": name})}), reread=True)
    assert receipt.document_id == first.document_id
    (document,) = query_documents(register, None, today=TODAY)
    assert document.state is IntakeState.WARNINGS
    assert document.warnings == ("Gói edXML báo THU HỒI văn bản 9/CV-UBND: Gửi nhầm. Hãy xử lý văn bản đó trong sổ.",)
    put(letter("ky.pdf"), reread=True)  # the main file tells nothing of it; the packet is read after it
    put(revoking, reread=True)
    assert len(query_documents(register, None, today=TODAY)[0].warnings) == 1
    (row,) = [row for row in intake_rows(register) if row.name == "thu-hoi.edxml"]
    assert "THU HỒI văn bản 9/CV-UBND" in row.reason


def test_a_packet_that_is_read_again_has_its_rows_once(register: Register, put: Put) -> None:
    directive = packed("goi.edxml", LETTER, part_named("cv.txt"))
    put(directive)
    put(directive, reread=True)
    assert len(register.rows("SELECT * FROM attachments")) == len(register.rows("SELECT * FROM packets")) == 1


def test_the_export_tells_the_packet(register: Register, put: Put) -> None:
    put(packed("goi.edxml", LETTER, part_named("cv.txt")))
    put(make_directive(make_task(), name="khac.pdf"))
    documents = json.loads(render_json(query_documents(register, None, today=TODAY)))["documents"]
    told = {document["file"]: document.get("packet") for document in documents}
    assert told["khac.pdf"] is None
    assert told["goi.edxml"]["header"]["number"] == "9/CV-UBND"
    assert told["goi.edxml"]["differences"] == ["Số khác."]
    assert [(part["name"], part["first"], part["pages"]) for part in told["goi.edxml"]["parts"]] == [("cv.txt", 1, 1)]
