"""The directory: a name, a day and a place give one body, or its candidates with the reason."""

import json
import unicodedata
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.rules.directory import Directory, Level, Status, load_directory, province, strip_head
from pipeline.rules.folding import fold

SHARED = Path(__file__).parents[3] / "shared"
OLD, LAST_OLD, NEW = date(2023, 5, 1), date(2025, 6, 30), date(2025, 8, 1)


@pytest.fixture(scope="module")
def directory() -> Directory:
    return load_directory()


def resolved(
    directory: Directory, name: str, on: date | None, place: str | None, level: Level | None = None
) -> tuple[str, str] | None:
    found = directory.resolve(name, on=on, place=place, level=level)
    return (found.agency_id, found.canonical) if found and found.agency_id and found.canonical else None


BODIES = [
    pytest.param("Sở Nội vụ", OLD, "Lào Cai", "so-noi-vu@lao-cai", "Sở Nội vụ tỉnh Lào Cai", id="department of the old province"),
    pytest.param("Sở Nội vụ", NEW, "Lào Cai", "so-noi-vu@lao-cai-2025", "Sở Nội vụ tỉnh Lào Cai", id="same name, new province"),
    pytest.param(
        "SỞ NỘI VỤ", NEW, "tỉnh Lào Cai", "so-noi-vu@lao-cai-2025", "Sở Nội vụ tỉnh Lào Cai", id="capitals of a letterhead"
    ),
    pytest.param("Sở Nội vụ tỉnh Lai Châu", NEW, "Lào Cai", "so-noi-vu@lai-chau", "Sở Nội vụ tỉnh Lai Châu", id="named place wins"),
    pytest.param("Sở Y tế", NEW, "TP.HCM", "so-y-te@ho-chi-minh-2025", "Sở Y tế Thành phố Hồ Chí Minh", id="abbreviated city"),
    pytest.param("Sở KH&ĐT", OLD, "Lào Cai", "so-ke-hoach-va-dau-tu@lao-cai", "Sở Kế hoạch và Đầu tư tỉnh Lào Cai", id="ampersand"),
    pytest.param("Sở KH - ĐT", OLD, None, "so-ke-hoach-va-dau-tu", "Sở Kế hoạch và Đầu tư", id="hyphen, no place"),
    pytest.param(
        "sở văn hoá, thể thao & du lịch", OLD, None, "so-van-hoa-the-thao-va-du-lich", "Sở Văn hóa, Thể thao và Du lịch", id="tone"
    ),
    pytest.param("UBND tỉnh", OLD, "Lào Cai", "ubnd-tinh@lao-cai", "Ủy ban nhân dân tỉnh Lào Cai", id="people's committee"),
    pytest.param(
        "Uỷ ban nhân dân (UBND) tỉnh", OLD, "Lào Cai", "ubnd-tinh@lao-cai", "Ủy ban nhân dân tỉnh Lào Cai", id="parentheses"
    ),
    pytest.param("UBND Thành phố", OLD, "Hà Nội", "ubnd-tinh@ha-noi", "Ủy ban nhân dân thành phố Hà Nội", id="Thành phố in a city"),
    pytest.param(
        "UBND thành phố", NEW, "Đà Nẵng", "ubnd-tinh@da-nang-2025", "Ủy ban nhân dân thành phố Đà Nẵng", id="city after 7/2025"
    ),
    pytest.param("VPUB", OLD, "Lào Cai", "van-phong-ubnd-tinh@lao-cai", "Văn phòng Ủy ban nhân dân tỉnh Lào Cai", id="VPUB"),
    pytest.param("Sở Nội vụ (cơ quan thường trực)", OLD, None, "so-noi-vu", "Sở Nội vụ", id="an explanation in parentheses"),
    pytest.param("Công an tỉnh Lào Cai", OLD, None, "cong-an-tinh@lao-cai", "Công an tỉnh Lào Cai", id="police"),
    pytest.param("CAT", NEW, "Lào Cai", "cong-an-tinh@lao-cai-2025", "Công an tỉnh Lào Cai", id="CAT"),
    pytest.param("Tỉnh uỷ", OLD, "Lào Cai", "tinh-uy@lao-cai", "Tỉnh ủy Lào Cai", id="party"),
    pytest.param("Thành ủy", OLD, "Hà Nội", "tinh-uy@ha-noi", "Thành ủy Hà Nội", id="party of a city"),
    pytest.param(
        "Thành ủy Lào Cai", OLD, "Lào Cai", "huyen-uy@thanh-pho-lao-cai.lao-cai", "Thành ủy Lào Cai, tỉnh Lào Cai", id="town party"
    ),
    pytest.param("Bưu điện tỉnh", OLD, "Lào Cai", "buu-dien-tinh@lao-cai", "Bưu điện tỉnh Lào Cai", id="post"),
    pytest.param(
        "Công ty Điện lực Lào Cai", NEW, None, "cong-ty-dien-luc@lao-cai-2025", "Công ty Điện lực Lào Cai", id="power company"
    ),
    pytest.param(
        "Bảo hiểm xã hội Lào Cai", NEW, None, "bao-hiem-xa-hoi-tinh@lao-cai-2025", "Bảo hiểm xã hội tỉnh Lào Cai", id="no kind"
    ),
    pytest.param(
        "Hội Cựu chiến binh tỉnh", OLD, "Lào Cai", "hoi-cuu-chien-binh-tinh@lao-cai", "Hội Cựu chiến binh tỉnh Lào Cai", id="CCB"
    ),
    pytest.param(
        "UBND huyện Bảo Thắng",
        OLD,
        "Lào Cai",
        "ubnd-huyen@huyen-bao-thang.lao-cai",
        "Ủy ban nhân dân huyện Bảo Thắng, tỉnh Lào Cai",
        id="d",
    ),
    pytest.param(
        "UBND TP. Lào Cai",
        OLD,
        "Lào Cai",
        "ubnd-huyen@thanh-pho-lao-cai.lao-cai",
        "Ủy ban nhân dân thành phố Lào Cai, tỉnh Lào Cai",
        id="t",
    ),
    pytest.param(
        "UBND TP.Lào Cai",
        OLD,
        "Lào Cai",
        "ubnd-huyen@thanh-pho-lao-cai.lao-cai",
        "Ủy ban nhân dân thành phố Lào Cai, tỉnh Lào Cai",
        id="no-space-behind-the-stop",
    ),
    pytest.param(
        "UBND H.Bảo Thắng",
        OLD,
        "Lào Cai",
        "ubnd-huyen@huyen-bao-thang.lao-cai",
        "Ủy ban nhân dân huyện Bảo Thắng, tỉnh Lào Cai",
        id="a-letter-for-the-district",
    ),
    pytest.param(
        "UBND XÃ TÂN LẬP",
        NEW,
        "Lào Cai",
        "ubnd-xa@xa-tan-lap.lao-cai-2025",
        "Ủy ban nhân dân xã Tân Lập, tỉnh Lào Cai",
        id="commune",
    ),
    pytest.param(
        "Phòng Kinh tế",
        NEW,
        "xã Tân Lập, tỉnh Lào Cai",
        "phong-kinh-te-xa@xa-tan-lap.lao-cai-2025",
        "Phòng Kinh tế xã Tân Lập, tỉnh Lào Cai",
        id="c",
    ),
    pytest.param(
        "UBND thành phố Huế", OLD, None, "ubnd-huyen@thanh-pho-hue", "Ủy ban nhân dân thành phố Huế", id="Huế a town until 2024"
    ),
    pytest.param(
        "UBND thành phố Huế", date(2025, 2, 1), None, "ubnd-tinh@hue", "Ủy ban nhân dân thành phố Huế", id="Huế a city from 2025"
    ),
    pytest.param("Cục Thuế", OLD, "Lào Cai", "cuc-thue-tinh@lao-cai", "Cục Thuế tỉnh Lào Cai", id="tax office of the province"),
    pytest.param("Cục Thuế", NEW, "Lào Cai", "cuc-thue", "Cục Thuế", id="tax department of the ministry"),
    pytest.param("Bộ TN&MT", OLD, None, "bo-tai-nguyen-va-moi-truong", "Bộ Tài nguyên và Môi trường", id="ministry"),
    pytest.param("Tổng Thanh tra Chính phủ", OLD, None, "thanh-tra-chinh-phu", "Thanh tra Chính phủ", id="head"),
    pytest.param(
        "Thủ tướng Chính phủ", OLD, None, "thu-tuong-chinh-phu", "Thủ tướng Chính phủ", id="the Prime Minister stays apart"
    ),
    pytest.param(
        "Chủ tịch UBND tỉnh",
        OLD,
        "Lào Cai",
        "chu-tich-ubnd-tinh@lao-cai",
        "Chủ tịch Ủy ban nhân dân tỉnh Lào Cai",
        id="the chairman too",
    ),
    pytest.param("Sở Nội vụ tỉnh Lào Cai (cũ)", OLD, None, "so-noi-vu@lao-cai", "Sở Nội vụ tỉnh Lào Cai", id="(cũ)"),
]


@pytest.mark.parametrize(("name", "on", "place", "agency_id", "canonical"), BODIES)
def test_name_day_and_place_give_the_body(
    directory: Directory, name: str, on: date, place: str | None, agency_id: str, canonical: str
) -> None:
    assert resolved(directory, name, on, place) == (agency_id, canonical)
    assert resolved(directory, unicodedata.normalize("NFD", name), on, place) == (agency_id, canonical)


def test_planning_department_before_the_merger(directory: Directory) -> None:
    found = directory.resolve("Sở Kế hoạch và Đầu tư", on=date(2025, 1, 15), place="Lào Cai")
    assert found is not None
    assert (found.agency_id, found.status) == ("so-ke-hoach-va-dau-tu@lao-cai", Status.FOUND)


def test_planning_department_after_the_merger_offers_the_successor_and_chooses_none(directory: Directory) -> None:
    found = directory.resolve("Sở Kế hoạch và Đầu tư", on=NEW, place="Lào Cai")
    assert found is not None
    assert (found.agency_id, found.canonical, found.status) == (None, None, Status.ENDED)
    assert [c.agency_id for c in found.candidates] == ["so-ke-hoach-va-dau-tu@lao-cai", "so-tai-chinh@lao-cai-2025"]
    assert "28/02/2025" in found.reason
    assert "Sở Tài chính tỉnh Lào Cai" in found.reason
    assert "successors" in found.reason_en


@pytest.mark.parametrize("days", [1, 31])
def test_weeks_after_a_merger_the_old_name_still_counts_with_doubt(directory: Directory, days: int) -> None:
    found = directory.resolve("Sở KH&ĐT", on=date(2025, 2, 28) + timedelta(days=days), place="Lào Cai")
    assert found is not None
    assert found.status is Status.NEAR
    assert found.confidence < 0.9


def test_a_month_later_it_does_not(directory: Directory) -> None:
    found = directory.resolve("Sở KH&ĐT", on=date(2025, 4, 1), place="Lào Cai")
    assert found is not None
    assert found.status is Status.ENDED


def test_new_name_in_an_old_document_names_what_was_before(directory: Directory) -> None:
    found = directory.resolve("Bộ Dân tộc và Tôn giáo", on=OLD)
    assert found is not None
    assert (found.agency_id, found.status) == (None, Status.NOT_YET)
    assert "uy-ban-dan-toc" in {c.agency_id for c in found.candidates}


def test_department_of_a_province_that_was_merged_away(directory: Directory) -> None:
    found = directory.resolve("Sở Nội vụ tỉnh Yên Bái", on=NEW, place="Lào Cai")
    assert found is not None
    assert found.agency_id is None
    assert [c.agency_id for c in found.candidates] == ["so-noi-vu@yen-bai", "so-noi-vu@lao-cai-2025"]


def test_successor_of_a_successor_is_found(directory: Directory) -> None:
    found = directory.resolve("Cục Thuế tỉnh", on=NEW, place="Lào Cai")
    assert found is not None
    assert "thue-tinh@lao-cai-2025" in {c.agency_id for c in found.candidates}


def test_district_after_june_2025_has_no_single_successor(directory: Directory) -> None:
    found = directory.resolve("UBND huyện Bảo Thắng", on=NEW, place="Lào Cai")
    assert found is not None
    assert (found.agency_id, found.status) == (None, Status.ENDED)
    assert "30/06/2025" in found.reason


def test_without_a_day_old_and_new_province_are_both_kept(directory: Directory) -> None:
    found = directory.resolve("Sở Nội vụ", on=None, place="Lào Cai")
    assert found is not None
    assert (found.agency_id, found.canonical, found.status) == (None, "Sở Nội vụ tỉnh Lào Cai", Status.AMBIGUOUS)
    assert [c.agency_id for c in found.candidates] == ["so-noi-vu@lao-cai", "so-noi-vu@lao-cai-2025"]


def test_without_a_day_an_unchanged_province_is_one_body(directory: Directory) -> None:
    found = directory.resolve("Sở Nội vụ", on=None, place="Lai Châu")
    assert found is not None
    assert (found.agency_id, found.status) == ("so-noi-vu@lai-chau", Status.UNDATED)


def test_thanh_pho_without_a_place_may_be_either_level(directory: Directory) -> None:
    found = directory.resolve("UBND thành phố", on=OLD)
    assert found is not None
    assert (found.agency_id, found.status) == (None, Status.AMBIGUOUS)
    assert {c.agency_id for c in found.candidates} == {"ubnd-tinh", "ubnd-huyen"}
    assert resolved(directory, "UBND thành phố", OLD, None, Level.PROVINCE) == ("ubnd-tinh", "Ủy ban nhân dân tỉnh")


def test_thanh_pho_in_a_provincial_paper_is_a_town(directory: Directory) -> None:
    assert resolved(directory, "UBND thành phố", OLD, "Lào Cai") == ("ubnd-huyen", "Ủy ban nhân dân thành phố")


def test_a_city_as_the_place_is_no_district(directory: Directory) -> None:
    assert resolved(directory, "Phòng Nội vụ", OLD, "Thành phố Hà Nội") == ("phong-noi-vu", "Phòng Nội vụ")
    assert resolved(directory, "Sở Nội vụ", OLD, "Thành phố Hà Nội") == ("so-noi-vu@ha-noi", "Sở Nội vụ thành phố Hà Nội")


def test_two_wordings_of_a_court_have_one_id(directory: Directory) -> None:
    one = resolved(directory, "TAND khu vực 3 - Lào Cai", NEW, None)
    two = resolved(directory, "Tòa án nhân dân khu vực 3", NEW, "Lào Cai")
    assert one is not None
    assert two is not None
    assert one[0] == two[0]


def test_tax_branch_of_many_provinces_has_one_id(directory: Directory) -> None:
    on = date(2025, 5, 1)
    found = {resolved(directory, "Chi cục Thuế khu vực VIII", on, place) for place in ("Lào Cai", "Yên Bái", None)}
    assert len(found) == 1
    assert None not in found


@pytest.mark.parametrize(
    "name", ["", "   ", "abc", "Nguyễn Văn An", "Văn phòng", "Bệnh viện", "công tác cán bộ", "x" * 5000, "(…)"]
)
def test_what_is_no_name_of_a_body_resolves_to_nothing(directory: Directory, name: str) -> None:
    assert directory.resolve(name, on=OLD, place="Lào Cai") is None


def test_collective_resolves_to_its_group(directory: Directory) -> None:
    assert resolved(directory, "Thủ trưởng các sở, ban, ngành", OLD, "Lào Cai") == ("so-ban-nganh", "các sở, ban, ngành")
    group = resolved(directory, "các sở, ban, ngành, địa phương", OLD, "Lào Cai")
    assert group == ("dia-phuong+so-ban-nganh", "các địa phương; các sở, ban, ngành")


HEADS = [
    ("Giám đốc Sở Y tế", "Sở Y tế"),
    ("Chủ tịch UBND các huyện", "UBND các huyện"),
    ("Thủ trưởng các sở, ban, ngành", "các sở, ban, ngành"),
    ("Chánh Văn phòng UBND tỉnh", "Văn phòng UBND tỉnh"),
    ("Bộ trưởng Bộ Nội vụ", "Bộ Nội vụ"),
    ("Các Giám đốc Sở Y tế", "Sở Y tế"),
    ("Giám đốc, Thủ trưởng các sở, ban, ngành", "các sở, ban, ngành"),
    ("Giám đốc Sở Y tế, Chủ tịch UBND các huyện", "Sở Y tế, UBND các huyện"),
    ("Đồng chí Giám đốc Sở Y tế", "Sở Y tế"),
    ("Thủ tướng Chính phủ", "Thủ tướng Chính phủ"),
    ("Sở Y tế", "Sở Y tế"),
    ("Chủ tịch nước", "Chủ tịch nước"),
    ("Bộ trưởng, Thủ trưởng cơ quan ngang Bộ, cơ quan thuộc Chính phủ", "các bộ, cơ quan ngang Bộ, cơ quan thuộc Chính phủ"),
    ("Các Bộ trưởng", "các bộ"),
    ("Bộ trưởng", "Bộ trưởng"),
    ("đồng chí Bộ trưởng", "Bộ trưởng"),
    ("Giám đốc các sở: Tài chính, Xây dựng", "các sở: Tài chính, Xây dựng"),
    ("", ""),
    ("Chủ tịch UBND tỉnh", "UBND tỉnh"),
]


@pytest.mark.parametrize(("name", "body"), HEADS, ids=[name or "empty" for name, _ in HEADS])
def test_head_of_a_body_is_the_body(name: str, body: str) -> None:
    assert strip_head(name) == body
    assert strip_head(body) == body


JOINED = [
    ("các sở, ngành, địa phương", "dia-phuong+so-ban-nganh"),
    ("các sở, ban, ngành; UBND các huyện, thị xã, thành phố", "so-ban-nganh+ubnd-cap-huyen"),
    ("các bộ, ngành, địa phương", "bo-nganh+dia-phuong"),
    ("các Bộ, cơ quan ngang Bộ, cơ quan thuộc Chính phủ, UBND các tỉnh, thành phố trực thuộc trung ương", "bo-nganh+ubnd-cap-tinh"),
    ("các sở, ban, ngành, đoàn thể tỉnh", "doan-the+so-ban-nganh"),
    ("các cơ quan, đơn vị, địa phương", "co-quan-don-vi+dia-phuong"),
    ("Sở Tài chính và Sở Nội vụ", None),
    ("địa phương", None),
    ("ban", None),
    ("UBND tỉnh", None),
    ("UBND xã", None),
    ("", None),
    ("các", None),
    ("Các vị đại biểu", None),
]


@pytest.mark.parametrize(("name", "group"), JOINED, ids=[name or "empty" for name, _ in JOINED])
def test_collectives_may_be_joined(directory: Directory, name: str, group: str | None) -> None:
    assert directory.collective_of(name) == group


MEMBERS = [
    ("Sở Nội vụ", "các sở, ban, ngành thuộc UBND tỉnh", True),
    ("Sở Nội vụ tỉnh Lào Cai", "Các Sở, ngành", True),
    ("VPUB", "các sở, ban, ngành", True),
    ("Công an tỉnh Lào Cai", "các sở, ban, ngành", True),
    ("Công an tỉnh Lào Cai", "các sở, ban, ngành thuộc UBND tỉnh", False),
    ("UBND xã Tân Lập", "UBND các xã, phường", True),
    ("UBND xã Tân Lập", "các sở, ngành, địa phương", True),
    ("UBND xã Tân Lập", "các sở, ban, ngành", False),
    ("UBND huyện Bảo Thắng", "UBND các huyện, thị xã, thành phố", True),
    ("UBND huyện Bảo Thắng", "UBND các xã, phường", False),
    ("UBND tỉnh Lào Cai", "UBND các tỉnh, thành phố", True),
    ("Bộ Nội vụ", "các bộ, ngành, địa phương", True),
    ("Bộ Nội vụ", "các sở, ngành", False),
    ("Hội Nông dân tỉnh", "các sở, ban, ngành, đoàn thể tỉnh", True),
    ("Giám đốc Sở Y tế", "các sở", True),
    ("abc", "các sở", False),
]


@pytest.mark.parametrize(("body", "collective", "member"), MEMBERS)
def test_who_belongs_to_a_collective(directory: Directory, body: str, collective: str, member: bool) -> None:
    group = directory.collective_of(collective)
    assert group is not None
    assert directory.belongs(body, group) is member


def test_names_for_a_matcher_are_folded_and_lead_back(directory: Directory) -> None:
    names = list(directory.names())
    pairs = set(names)
    assert ("sở kh&đt", "so-ke-hoach-va-dau-tu") in pairs
    assert ("văn phòng ủy ban nhân dân tỉnh", "van-phong-ubnd-tinh") in pairs
    assert ("văn phòng ubnd tỉnh", "van-phong-ubnd-tinh") in pairs
    assert not {surface for surface, _ in names} & {"tu", "cp", "bhxh", "bưu điện", "công ty", "bệnh viện"}
    for surface, agency_id in names:
        assert surface == fold(surface)
        assert agency_id in {agency.id for agency in directory.index[directory.naming.key(surface)]}, surface


PLACES = [
    pytest.param("Lào Cai", OLD, "lao-cai", id="old"),
    pytest.param("tỉnh Lào Cai", LAST_OLD, "lao-cai", id="last day"),
    pytest.param("Lào Cai", date(2025, 7, 1), "lao-cai-2025", id="first day"),
    pytest.param("Lào Cai", None, None, id="no day, two entities"),
    pytest.param("Hà Nội", None, "ha-noi", id="no day, one entity"),
    pytest.param("Yên Bái", NEW, None, id="gone"),
    pytest.param("TP. HCM", NEW, "ho-chi-minh-2025", id="city"),
    pytest.param("Daklak", OLD, "dak-lak", id="Daklak"),
    pytest.param("ĐĂK LĂK", NEW, "dak-lak-2025", id="Đăk Lăk"),
    pytest.param("BR-VT", OLD, "ba-ria-vung-tau", id="BR-VT"),
    pytest.param("Bà Rịa – Vũng Tàu", OLD, "ba-ria-vung-tau", id="dash"),
    pytest.param("Thừa Thiên Huế", date(2024, 12, 31), "thua-thien-hue", id="Thừa Thiên Huế"),
    pytest.param("Thừa Thiên Huế", date(2025, 1, 1), None, id="Thừa Thiên Huế gone"),
    pytest.param("Huế", date(2025, 1, 1), "hue", id="Huế"),
    pytest.param("xã Tân Lập, tỉnh Lào Cai", NEW, "lao-cai-2025", id="commune with province"),
    pytest.param("Hoà Bình", OLD, "hoa-binh", id="tone placement"),
    pytest.param("tỉnh Lào Cai (cũ)", None, "lao-cai", id="cũ"),
    pytest.param("tỉnh Lào Cai (mới)", None, "lao-cai-2025", id="mới"),
    pytest.param("Tân Lập", OLD, None, id="no province"),
]


@pytest.mark.parametrize(("name", "on", "entity"), PLACES)
def test_province_of_a_name_and_a_day(name: str, on: date | None, entity: str | None) -> None:
    found = province(name, on)
    assert (found.id if found else None) == entity


NAMES = st.text(alphabet="SởNộivụUBNDtỉnhxãphườcáấêỹ ,;.-&()/Đđà0123\n\u0301", max_size=60)


@given(NAMES, st.dates(date(2015, 1, 1), date(2027, 12, 31)) | st.none())
def test_property_any_text_gives_a_resolution_or_nothing(name: str, on: date | None) -> None:
    found = load_directory().resolve(name, on=on, place="Lào Cai")
    assert found is None or (found.agency_id is None) == (found.status in {Status.AMBIGUOUS, Status.ENDED, Status.NOT_YET})
    load_directory().collective_of(name)
    strip_head(name)


@pytest.mark.shared
def test_every_agency_in_the_gold_of_the_seeds_is_known(directory: Directory) -> None:
    if not (SHARED / "gold").is_dir():
        pytest.skip("../shared/gold is not here")
    names = set()
    for path in sorted((SHARED / "gold").glob("*.json")):
        for task in json.loads(path.read_text(encoding="utf-8"))["tasks"]:
            for role in ("leads", "coordinators", "report_to"):
                names.update(task.get(role) or ())
    assert names
    unknown = {
        name for name in names if (found := directory.resolve(name, on=OLD, place="Lào Cai")) is None or found.agency_id is None
    }
    assert unknown == set()
