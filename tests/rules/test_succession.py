"""Who holds a task of an older document today: one body where one remains, else all candidates and the reason."""

import json
import unicodedata
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from pipeline.rules.agencies import Scope
from pipeline.rules.directory import Directory, load_directory
from pipeline.rules.folding import fold
from pipeline.rules.succession import Holding, names_in, who_holds
from pipeline.rules.successors import Successions, load_successions

RULES = Path(__file__).parents[2] / "pipeline" / "rules"
CONTENT = json.loads((RULES / "successors.json").read_text(encoding="utf-8"))
RECORDS, FIELDS = CONTENT["records"], CONTENT["fields"]
THEN, NOW = date(2023, 5, 5), date(2025, 10, 15)


@pytest.fixture(scope="module")
def directory() -> Directory:
    return load_directory()


@pytest.fixture(scope="module")
def table() -> Successions:
    return load_successions()


def ask(name: str, task: str | None = None, place: str | None = "Lào Cai", on: date = THEN, today: date = NOW) -> Holding:
    return who_holds(name, task_text=task, on=on, today=today, place=place, directory=load_directory())


# ---- the data


def canonical_form(tables: dict[str, list[dict[str, Any]]]) -> str:
    lines = ["{"]
    for i, part in enumerate(sorted(tables)):
        records = tables[part]
        if part in ("fields", "records"):
            records = sorted(records, key=lambda record: record["id"])
        body = ",\n".join("  " + json.dumps(record, ensure_ascii=False, sort_keys=True) for record in records)
        lines += [f" {json.dumps(part)}: [", body, " ]" + ("," if i < len(tables) - 1 else "")]
    return unicodedata.normalize("NFC", "\n".join([*lines, "}"]) + "\n")


def test_the_file_has_one_record_a_line_in_order() -> None:
    assert (RULES / "successors.json").read_text(encoding="utf-8") == canonical_form(CONTENT)


@pytest.mark.parametrize("record", FIELDS, ids=lambda record: record["id"])
def test_words_show_their_field_and_other_words_do_not(record: dict[str, Any], directory: Directory, table: Successions) -> None:
    names = names_in(directory)
    assert record["examples"]
    assert record["counter_examples"]
    for text in record["examples"]:
        assert record["id"] in {field.id for field in table.shown(text, names)}, text
    for text in record["counter_examples"]:
        assert record["id"] not in {field.id for field in table.shown(text, names)}, text
    assert record["pattern"] == fold(record["pattern"]), "words are compared folded"
    assert record["department"] is None or directory.agencies[record["department"]].valid_to is None


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: record["id"])
def test_a_record_speaks_of_bodies_of_the_directory_and_of_their_days(record: dict[str, Any], directory: Directory) -> None:
    old, new, day = directory.agencies[record["from"]], directory.agencies[record["to"]], date.fromisoformat(record["date"])
    assert record["certainty"] in ("sure", "likely"), "what is to be checked stays out"
    assert record["general"] or record["field"]
    if old.valid_to:
        assert day == max(old.valid_to + timedelta(days=1), new.valid_from or date.min)
    assert new.valid_from is None or new.valid_from <= day
    assert new.valid_to is None or new.valid_to > day
    assert record["source"] in ("", "176/2025/QH15")
    assert not record["source"] or record["source_certainty"] == "likely"
    assert set(record) <= {
        *("id", "from", "to", "date", "field", "general", "source", "source_certainty", "certainty", "examples"),
        *("counter_examples", "only_in", "except_in", "doubt_in", "note", "note_en"),
    }
    for name in (*record.get("only_in", ()), *record.get("except_in", ()), *record.get("doubt_in", ())):
        assert name == "*" or name in {province.name for province in directory.places.provinces}


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: record["id"])
def test_each_example_goes_by_its_record_and_no_counter_example_does(record: dict[str, Any], table: Successions) -> None:
    names = names_in(load_directory())
    place = record.get("only_in", [None])[0]
    records = table.of(record["from"], place)
    others = [other for other in records if other.new != record["to"]]
    assert record["examples"]
    assert bool(record["counter_examples"]) == bool(record["field"] or any(other.field for other in others))
    for text in record["examples"]:
        chosen = table.choose(records, table.shown(text, names)).records
        alike = {other.id for other in records if other.field is None} if record["field"] is None else {record["id"]}
        assert record["id"] in {one.id for one in chosen}, text
        if record["field"]:
            assert {one.id for one in chosen} <= alike, text
    for text in record["counter_examples"]:
        choice = table.choose(records, table.shown(text, names))
        assert record["id"] not in {one.id for one in choice.records} or not choice.fields, text


def test_every_body_that_ended_has_a_record_and_reaches_the_successors_of_the_directory(
    directory: Directory, table: Successions
) -> None:
    for agency in directory.agencies.values():
        reached, todo = set[str](), [agency.id]
        while todo:
            for record in table.by_old.get(todo.pop(), ()):
                if record.new not in reached:
                    reached.add(record.new)
                    todo.append(record.new)
        assert set(agency.successors) <= reached, agency.id
        assert agency.valid_to is None or reached, agency.id


def test_an_ended_body_with_fields_has_one_general_successor(table: Successions) -> None:
    for old, records in table.by_old.items():
        if any(record.field for record in records) and load_directory().agencies[old].valid_to:
            assert sum(record.general for record in records) == 1, old


def test_what_was_left_out_says_why_and_is_no_record() -> None:
    assert all(record["fact"] and record["reason"] and record["about"] for record in CONTENT["left_out"])
    assert "check" not in {record["certainty"] for record in RECORDS}


# ---- one holder


@pytest.mark.parametrize(
    ("name", "task", "place", "holder"),
    [
        pytest.param("Sở Thông tin và Truyền thông", "cấp thẻ nhà báo", "Lào Cai",
                     "so-van-hoa-the-thao-va-du-lich@lao-cai-2025", id="press of an information department"),
        pytest.param("Sở TT&TT", "Sở TT&TT chủ trì, phối hợp Sở Văn hóa, Thể thao và Du lịch nâng cấp hạ tầng số", "Yên Bái",
                     "so-khoa-hoc-va-cong-nghe@lao-cai-2025", id="names of bodies in the task show no field"),
        pytest.param("Sở TT&TT", "phê duyệt cấp độ an toàn thông tin", "Hà Nội", "cong-an-tinh@ha-noi", id="network security"),
        pytest.param("Sở TT&TT", "quản lý báo chí", "Hà Nội", "so-van-hoa-va-the-thao@ha-noi", id="press where there is no VHTTDL"),
        pytest.param("Sở LĐTBXH", "Sở Lao động - Thương binh và Xã hội rà soát hộ nghèo", "Lào Cai",
                     "so-nong-nghiep-va-moi-truong@lao-cai-2025", id="the name of the body itself shows no field"),
        pytest.param("Sở LĐTBXH", "thăm, tặng quà người có công", "Lai Châu", "so-noi-vu@lai-chau", id="people with merit"),
        pytest.param("Sở LĐTBXH", "mở lớp dạy nghề cho lao động nông thôn", "Lào Cai",
                     "so-giao-duc-va-dao-tao@lao-cai-2025", id="vocational training of rural labour"),
        pytest.param("Giám đốc Sở KH&ĐT", None, "Yên Bái", "so-tai-chinh@lao-cai-2025", id="head of a department, two steps"),
        pytest.param("Sở GTVT", "cấp đổi giấy phép lái xe", "Lào Cai", "cong-an-tinh@lao-cai-2025", id="driving licences"),
        pytest.param("Bộ LĐTBXH", "hướng dẫn cai nghiện tại cộng đồng", None, "bo-cong-an", id="drug rehabilitation"),
        pytest.param("Bộ TN&MT", None, None, "bo-nong-nghiep-va-moi-truong", id="ministry with one successor"),
        pytest.param("Bộ Nội vụ", "công nhận tổ chức tôn giáo", None, "bo-dan-toc-va-ton-giao", id="field left a living ministry"),
        pytest.param("Bộ Nội vụ", "thẩm định biên chế", None, "bo-noi-vu", id="rest of a living ministry"),
        pytest.param("Sở Y tế", None, "Yên Bái", "so-y-te@lao-cai-2025", id="province merged"),
        pytest.param("Sở Y tế", None, "Lai Châu", "so-y-te@lai-chau", id="province not merged"),
        pytest.param("UBND tỉnh Thừa Thiên Huế", None, None, "ubnd-tinh@hue", id="Huế became a city"),
        pytest.param("Cục Thuế tỉnh", None, "Yên Bái", "thue-tinh@lao-cai-2025", id="tax, over the regions of spring 2025"),
        pytest.param("Cục THADS tỉnh", None, "Lào Cai", "thi-hanh-an-dan-su-tinh@lao-cai-2025", id="judgment enforcement"),
        pytest.param("Thanh tra huyện Bảo Thắng", None, "Lào Cai", "thanh-tra-tinh@lao-cai-2025", id="inspectorate of a district"),
        pytest.param("so-thong-tin-va-truyen-thong@yen-bai", "cấp thẻ nhà báo", None,
                     "so-van-hoa-the-thao-va-du-lich@lao-cai-2025", id="asked by id"),
    ],
)  # fmt: skip
def test_exactly_one_body_holds_the_task(name: str, task: str | None, place: str | None, holder: str) -> None:
    found = ask(name, task, place)
    assert found.holder is not None, found.reason
    assert found.holder.agency_id == holder
    assert (found.candidates, found.reasons) == ((found.holder,), ())


def test_old_and_new_lao_cai_are_two_entities_of_one_name() -> None:
    found = ask("Sở Nội vụ", "thẩm định biên chế")
    assert found.body is not None
    assert found.holder is not None
    assert (found.body.agency_id, found.holder.agency_id) == ("so-noi-vu@lao-cai", "so-noi-vu@lao-cai-2025")
    assert found.body.canonical == found.holder.canonical
    (step,) = found.chain
    assert (step.on, step.source) == (date(2025, 7, 1), "202/2025/QH15")
    assert step.reason.vi == "tỉnh Lào Cai (cũ), tỉnh Yên Bái thành tỉnh Lào Cai (mới)."


def test_the_chain_has_its_days_in_order_and_its_weakest_certainty() -> None:
    found = ask("Cục Thuế tỉnh", place="Yên Bái")
    assert [step.on for step in found.chain] == [date(2025, 3, 1), date(2025, 7, 1), date(2025, 7, 1)]
    assert found.certainty == "sure"
    assert ask("Sở KH&ĐT").certainty == "likely"


def test_before_the_merger_the_body_itself_holds_its_task() -> None:
    found = ask("Sở TT&TT", today=date(2025, 2, 28))
    assert found.holder == found.body
    assert found.chain == ()


def test_a_document_after_the_mergers_needs_no_steps() -> None:
    found = ask("UBND xã Tân Lập", on=date(2025, 8, 1))
    assert found.holder == found.body
    assert found.holder is not None
    assert found.holder.agency_id == "ubnd-xa@xa-tan-lap.lao-cai-2025"


def test_a_body_of_a_region_is_named_by_its_territory() -> None:
    found = ask("Kho bạc Nhà nước tỉnh", place="Yên Bái")
    assert found.holder is not None
    assert found.holder.canonical == "Kho bạc Nhà nước khu vực phụ trách địa bàn tỉnh Yên Bái"
    assert "khu vực" in found.remarks[0].vi


# ---- several candidates


def ids(found: Holding) -> list[str]:
    return [candidate.agency_id for candidate in found.candidates]


@pytest.mark.parametrize("task", [None, "hoàn thành báo cáo đúng hạn"])
def test_words_that_show_no_field_give_the_general_successor_first(task: str | None) -> None:
    found = ask("Sở Thông tin và Truyền thông", task)
    assert found.holder is None
    assert ids(found)[0] == "so-khoa-hoc-va-cong-nghe@lao-cai-2025"
    assert set(ids(found)[1:]) == {"so-van-hoa-the-thao-va-du-lich@lao-cai-2025", "cong-an-tinh@lao-cai-2025"}
    assert "lĩnh vực" in found.reason


def test_words_of_two_fields_leave_two_candidates() -> None:
    found = ask("Sở TT&TT", "chuyển đổi số gắn với bảo đảm an toàn thông tin mạng")
    assert found.holder is None
    assert set(ids(found)) == {"so-khoa-hoc-va-cong-nghe@lao-cai-2025", "cong-an-tinh@lao-cai-2025"}
    assert "nhiều lĩnh vực" in found.reason


def test_a_district_has_no_single_successor() -> None:
    found = ask("UBND huyện Bảo Thắng")
    assert found.holder is None
    assert [c.canonical for c in found.candidates] == [
        "Ủy ban nhân dân các xã, phường nay quản lý địa bàn huyện Bảo Thắng trước đây, tỉnh Lào Cai",
        "sở, ngành tỉnh Lào Cai quản lý lĩnh vực của nhiệm vụ",
    ]
    assert "không có một nơi tiếp nhận duy nhất" in found.reason


def test_a_task_of_a_district_names_the_department_of_its_field() -> None:
    found = ask("UBND huyện Bảo Thắng", "Rà soát hộ nghèo, phối hợp với Sở Y tế")
    assert found.holder is None
    assert ids(found) == ["ubnd-xa", "so-nong-nghiep-va-moi-truong@lao-cai-2025"]


def test_every_body_of_a_district_that_went_to_communes_stays_open(directory: Directory, table: Successions) -> None:
    asked = 0
    for agency in directory.agencies.values():
        to_communes = any(directory.agencies[record.new].scope is Scope.COMMUNE for record in table.by_old.get(agency.id, ()))
        if agency.scope is Scope.DISTRICT and to_communes:
            found = ask(agency.id)
            asked += 1
            assert found.holder is None, agency.id
            assert found.candidates, agency.id
            assert found.reasons, agency.id
    assert asked >= 20


def test_a_body_of_a_district_that_ended_earlier_goes_two_steps() -> None:
    found = ask("Phòng LĐTBXH huyện Bảo Thắng", "trợ giúp người khuyết tật")
    assert [step.on for step in found.chain][:2] == [date(2025, 3, 1), date(2025, 7, 1)]
    assert ids(found) == ["phong-van-hoa-xa-hoi-xa", "so-y-te@lao-cai-2025"]


def test_an_old_commune_is_not_followed() -> None:
    found = ask("UBND xã Tân Lập")
    assert found.holder is None
    (only,) = found.candidates
    assert only.canonical == "Ủy ban nhân dân các xã, phường nay quản lý địa bàn xã Tân Lập trước đây, tỉnh Lào Cai"
    assert "không xét từng xã" in found.reason


def test_the_town_that_gave_the_city_of_hue_its_name_is_not_taken_for_it() -> None:
    found = ask("UBND thành phố Huế", place="Thừa Thiên Huế", today=date(2025, 3, 1))
    assert found.holder is None
    assert found.body is not None
    assert found.body.agency_id.startswith("ubnd-huyen@thanh-pho-hue")


def test_where_provinces_decided_differently_the_body_itself_stays_a_candidate() -> None:
    found = ask("Sở Ngoại vụ")
    assert found.holder is None
    assert set(ids(found)) == {"so-ngoai-vu@lao-cai-2025", "van-phong-ubnd-tinh@lao-cai-2025"}
    assert set(ids(ask("Ban Dân tộc"))) == {"so-dan-toc-va-ton-giao@lao-cai-2025", "so-noi-vu@lao-cai-2025"}


def test_a_place_with_an_organisation_of_its_own_is_not_decided() -> None:
    assert ask("Sở GTVT", "bảo trì mặt đường", "Lào Cai").holder is not None
    found = ask("Sở GTVT", "bảo trì mặt đường", "Hà Nội")
    assert found.holder is None
    assert ids(found) == ["so-xay-dung@ha-noi"]


def test_in_the_weeks_of_the_change_old_and_new_body_are_candidates() -> None:
    found = ask("Sở KH&ĐT", today=date(2025, 3, 10))
    assert found.holder is None
    assert ids(found) == ["so-ke-hoach-va-dau-tu@lao-cai", "so-tai-chinh@lao-cai"]
    assert "có thể chưa chuyển" in found.reason


def test_a_time_of_which_nothing_is_known_has_no_candidates() -> None:
    found = ask("Chi cục Thuế huyện Bảo Thắng", today=date(2025, 5, 1))
    assert (found.holder, found.candidates) == (None, ())
    assert "chưa có dữ liệu" in found.reason
    assert ids(ask("Chi cục Thuế huyện Bảo Thắng")) == ["thue-co-so"]


def test_a_region_without_a_place_does_not_choose_a_province() -> None:
    day = date(2025, 5, 5)
    assert ask("Chi cục Thuế khu vực VII", place=None, on=day).holder is None
    found = ask("Chi cục Thuế khu vực VII", place="Lào Cai", on=day)
    assert ids(found) == ["thue-tinh@lao-cai-2025"]


def test_a_hospital_of_a_merged_province_may_have_been_renamed() -> None:
    found = ask("Bệnh viện Đa khoa tỉnh Yên Bái")
    assert found.holder is None
    assert "đã đổi tên" in found.reason


def test_a_name_that_had_ended_before_the_document_is_said_so() -> None:
    found = ask("Sở TT&TT", "cấp thẻ nhà báo", on=date(2025, 8, 5))
    assert found.holder is not None
    assert "trước ngày văn bản" in found.remarks[0].vi


@pytest.mark.parametrize(("name", "reason"), [("Hội Ong vàng", "không có trong danh bạ"), ("các sở, ban, ngành", "nhóm cơ quan")])
def test_a_name_that_means_no_body_gives_the_reason_alone(name: str, reason: str) -> None:
    found = ask(name)
    assert (found.body, found.holder, found.candidates, found.chain) == (None, None, (), ())
    assert reason in found.reason


def test_every_body_of_the_directory_has_an_answer_in_every_season(directory: Directory) -> None:
    for agency in directory.agencies.values():
        for today in (date(2025, 2, 10), date(2025, 4, 15), NOW):
            found = ask(agency.id, place="Yên Bái", today=today)
            assert found.holder or found.reasons, agency.id
            assert not (found.holder and found.reasons), agency.id
            assert [step.on for step in found.chain] == sorted(step.on for step in found.chain)
            assert found.holder is None or found.candidates == (found.holder,)
