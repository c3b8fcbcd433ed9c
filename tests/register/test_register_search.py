"""What a user types finds what was written, with or without accents; nothing typed is an error."""

from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from models.directive import Kind
from models.office import Office
from models.register import TaskFilter, TaskStatus
from pipeline.register import (
    Order,
    Register,
    correct_document,
    get_office,
    next_day,
    query_documents,
    query_tasks,
    queue_next,
    queue_page,
    set_office,
)
from pipeline.register.filters import conditions
from pipeline.register.office import concerns, is_our_group, is_ours
from tests.factories import NOW, TODAY, make_deadline, make_directive, make_fields, make_task
from tests.register.conftest import Put


def texts(register: Register, today: date = TODAY, **conditions: object) -> list[str]:
    filters = TaskFilter(**conditions)  # type: ignore[arg-type]
    return [task.text for task in query_tasks(register, filters, today=today)]


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("bao cao dinh ky", True),
        ("báo cáo định kỳ", True),
        ("BAO CAO", True),
        ("dak lak", True),
        ("Đắk Lắk", True),
        ("dau tu", True),
        ("hoa binh", True),
        ("hoà", True),
        ("hòa", True),
        ("2039/KH-UBND", True),
        ("2039", True),
        ("so tai chinh", True),
        ("trước ngày", True),
        ('"dinh ky ve dak lak"', True),
        ('"ve dinh ky"', False),
        ("bao cao khong co", False),
        ("bao OR xyz", False),
        ("", True),
        ("   ", True),
        ("đâu tư", False),
        ("dau tư", True),
        ("hoa bình", True),
        ("hóa", False),
        ('"định kỳ về dak lak"', False),
        ('"định kỳ về Đắk Lắk"', True),
        ("sở", True),
        ("số", False),
        ("SỞ TÀI CHÍNH", True),
        ("***", False),
        ('"', False),
    ],
)
def test_words_are_found_without_accents_or_with_those_typed(register: Register, put: Put, typed: str, found: bool) -> None:
    task = make_task(
        "Báo cáo định kỳ về Đắk Lắk, đầu tư và hoà bình", leads=["Sở Tài chính"], deadlines=[make_deadline(due=date(2025, 6, 30))]
    )
    put(make_directive(task))
    assert bool(texts(register, search=typed)) is found


def test_what_stands_together_as_typed_comes_first(register: Register, put: Put) -> None:
    words = ("báo nộp cáo", "bao cao không dấu", "nộp báo cáo", "báo cáo ngay")
    put(make_directive(*(make_task(text, path=(str(n),)) for n, text in enumerate(words))))

    def found(search: str, order: Order = Order.MATCH) -> list[str]:
        page = queue_page(register, TaskFilter(search=search), order, first=0, size=9, today=TODAY)
        return [task.text for task in page.tasks]

    assert found("báo cáo") == ["nộp báo cáo", "báo cáo ngay", "báo nộp cáo"]
    assert found("bao cao") == ["bao cao không dấu", "nộp báo cáo", "báo cáo ngay", "báo nộp cáo"]
    assert found("bao cao", Order.DOCUMENT) == list(words)
    filters, first = TaskFilter(search="báo cáo"), register.rows("SELECT id FROM tasks WHERE text = 'nộp báo cáo'")[0][0]
    second = queue_next(register, filters, Order.MATCH, after=first, today=TODAY)
    third = queue_next(register, filters, Order.MATCH, after=second or "", today=TODAY)
    assert [row["text"] for row in register.rows("SELECT text FROM tasks WHERE id IN (?, ?) ORDER BY seq", (second, third))] == [
        "báo nộp cáo", "báo cáo ngay",
    ]  # fmt: skip
    assert queue_next(register, filters, Order.MATCH, after=third or "", today=TODAY) is None
    back = queue_next(register, filters, Order.MATCH, after=third or "", today=TODAY, back=True)
    assert (back, queue_next(register, filters, Order.MATCH, after=back or "", today=TODAY, back=True)) == (second, first)
    page = queue_page(register, TaskFilter(search="bao cao"), Order.MATCH, first=2, size=2, today=TODAY)
    assert [task.text for task in page.tasks] == ["báo cáo ngay", "báo nộp cáo"]


def test_unusual_spelling_in_the_document_is_found_too(register: Register, put: Put) -> None:
    put(make_directive(make_task("Ba\u0301o ca\u0301o Ðắk Lắk")))
    assert texts(register, search="báo cáo đắk lắk")


@settings(max_examples=150, derandomize=True, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(alphabet=st.sampled_from(list("ab\"'()*:^+-{}[]~.,;=<>&|\\/ \x00\n%_đĐắNEARORANDOT")), max_size=20))
def test_nothing_a_user_types_is_an_error(register: Register, typed: str) -> None:
    assert texts(register, search=typed, agency=typed, document=typed) == []


def test_agencies_are_found_by_part_of_the_name_and_by_alias(register: Register, put: Put) -> None:
    from tests.factories import make_agency

    known = make_agency("Sở TT&TT", agency_id="tttt", canonical="Sở Thông tin và Truyền thông")
    put(make_directive(make_task("một").model_copy(update={"agencies": (known,)}), make_task("hai", leads=["Sở Nội vụ"])))
    assert texts(register, agency="thong tin va truyen thong") == ["một"]
    assert texts(register, agency="noi vu") == ["hai"]
    assert texts(register, agency="tt&tt") == ["một"]
    assert texts(register, agency="Sở TTTT") == ["một"]
    assert texts(register, agency="100%") == []


def test_status_kind_and_document_narrow_the_list(register: Register, put: Put) -> None:
    put(make_directive(make_task("một"), make_task("chỉ tiêu", kind=Kind.TARGET), name="a.pdf"))
    put(make_directive(make_task("ba"), name="b.pdf", fields=make_fields(number="15/CT", subject="phòng chống lụt bão")))
    assert texts(register, status=frozenset({TaskStatus.NEW})) == ["ba", "một", "chỉ tiêu"]
    assert texts(register, status=frozenset({TaskStatus.CONFIRMED, TaskStatus.ORPHANED})) == []
    assert texts(register, kinds=frozenset({Kind.TARGET})) == ["chỉ tiêu"]
    assert texts(register, document="phong chong lut") == ["ba"]
    assert texts(register, document="15/ct") == ["ba"]
    assert texts(register, document="a.pdf") == ["một", "chỉ tiêu"]
    [document] = query_documents(register, TaskFilter(document="b.pdf"), today=TODAY)
    assert texts(register, document=document.id) == ["ba"]


@pytest.mark.parametrize(
    ("last", "found"),
    [
        (date(2025, 6, 4), []),
        (date(2025, 6, 5), ["tuần"]),
        (date(2025, 6, 19), ["tuần"]),
        (date(2025, 6, 20), ["tháng", "tuần"]),
        (date(2025, 6, 30), ["ngày", "tháng", "quý", "tuần"]),
    ],
)
def test_due_before_counts_days_and_the_next_day_of_rhythms(register: Register, put: Put, last: date, found: list[str]) -> None:
    put(
        make_directive(
            make_task("ngày", deadlines=[make_deadline(due=date(2025, 6, 30))]),
            make_task("tháng", deadlines=[make_deadline(rrule="FREQ=MONTHLY;BYMONTHDAY=20")]),
            make_task("quý", deadlines=[make_deadline(rrule="FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=-1")]),
            make_task("tuần", deadlines=[make_deadline(rrule="FREQ=WEEKLY;BYDAY=TH")]),
            make_task("đã hết", deadlines=[make_deadline(rrule="FREQ=WEEKLY;BYDAY=TH", until=date(2025, 5, 31))]),
            make_task("không hạn", deadlines=[make_deadline("kịp thời")]),
        )
    )
    assert texts(register, due_before=last) == found


@pytest.mark.parametrize(
    ("rrule", "expected"),
    [
        ("FREQ=MONTHLY;BYMONTHDAY=20", date(2025, 6, 20)),
        ("RRULE:FREQ=MONTHLY;BYMONTHDAY=1", date(2025, 6, 1)),
        ("FREQ=MONTHLY", date(2025, 6, 30)),
        ("FREQ=MONTHLY;INTERVAL=3", date(2025, 6, 30)),
        ("FREQ=MONTHLY;INTERVAL=6", date(2025, 6, 30)),
        ("FREQ=YEARLY", date(2025, 12, 31)),
        ("FREQ=YEARLY;BYMONTH=11;BYMONTHDAY=20", date(2025, 11, 20)),
        ("FREQ=YEARLY;BYMONTH=6", date(2025, 6, 30)),
        ("FREQ=WEEKLY", date(2025, 6, 1)),
        ("FREQ=WEEKLY;BYDAY=FR", date(2025, 6, 6)),
        ("FREQ=DAILY", date(2025, 6, 1)),
        ("FREQ=MONTHLY;BYMONTHDAY=20;UNTIL=20250601", None),
        ("FREQ=MONTHLY;BYMONTHDAY=20;UNTIL=20251231T170000Z", date(2025, 6, 20)),
        ("FREQ=MONTHLY;BYMONTHDAY=99", None),
        ("hàng tháng", None),
        ("", None),
    ],
)
def test_the_next_day_of_a_rhythm(rrule: str, expected: date | None) -> None:
    assert next_day(rrule, today=date(2025, 6, 1)) == expected


@settings(max_examples=100, derandomize=True, deadline=None)
@given(st.text(alphabet="FREQ=MONTHLYWEKDAI;BYSU,0123456789-+", max_size=40))
def test_no_rule_whatever_it_holds_is_an_error(rrule: str) -> None:
    found = next_day(rrule, today=TODAY)
    assert found is None or found >= TODAY


OFFICE = Office(name="Sở Nội vụ tỉnh Đắk Sơn", aliases=("SNV",), groups=("các sở, ban, ngành", "các cơ quan, đơn vị"))


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Sở Nội vụ", True),
        ("sở nội vụ", True),
        ("SNV", True),
        ("Sở Nội vụ tỉnh Đắk Sơn", True),
        ("Sở Nội vụ tỉnh Lai Châu", False),
        ("Sở Nội", False),
        ("Sở", False),
        ("Bộ Nội vụ", False),
        ("Phòng Nội vụ", False),
        ("Thanh tra Sở Nội vụ", False),
        ("", False),
    ],
)
def test_our_office_by_name(name: str, expected: bool) -> None:
    assert is_ours(OFFICE, name) is expected


@pytest.mark.parametrize(
    ("ours", "name", "expected"),
    [
        ("UBND tỉnh Đắk Sơn", "Ủy ban nhân dân tỉnh", True),
        ("Ủy ban nhân dân tỉnh Đắk Sơn", "UBND tỉnh Đắk Sơn", True),
        ("UBND tỉnh Đắk Sơn", "UBND các xã, phường", False),
        ("UBND xã Ea Tu", "UBND tỉnh", False),
        ("Văn phòng UBND tỉnh", "VP UBND tỉnh", True),
        ("", "Sở Nội vụ", False),
    ],
)
def test_our_office_by_short_and_long_name(ours: str, name: str, expected: bool) -> None:
    assert is_ours(Office(name=ours), name) is expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("các sở, ban, ngành", True),
        ("Các Sở, ngành, địa phương", True),
        ("Sở, ban, ngành có liên quan", True),
        ("Thủ trưởng các sở, ban, ngành cấp tỉnh", True),
        ("các sở, ban, ngành thuộc tỉnh", True),
        ("các sở, ban, ngành thành phố", True),
        ("các cơ quan liên quan", True),
        ("các cơ quan, đơn vị có liên quan", True),
        ("các bộ, ngành", False),
        ("UBND các xã, phường", False),
        ("Sở Nội vụ", False),
        ("Ban Dân tộc", False),
        ("Ban Quản lý dự án, ngành Y tế", False),
        ("các doanh nghiệp", False),
        ("các Sở", True),
        ("Sở", False),
        ("Ban", False),
    ],
)
def test_our_groups_in_any_wording(name: str, expected: bool) -> None:
    assert is_our_group(OFFICE, name) is expected


@pytest.mark.parametrize(
    ("group", "name", "expected"),
    [
        ("UBND các xã, phường, thị trấn", "UBND các phường, xã", True),
        ("UBND các xã, phường", "Chủ tịch UBND các xã, phường", True),
        ("UBND các xã, phường", "các xã, phường trên địa bàn tỉnh", True),
        ("UBND các huyện, thị xã, thành phố", "UBND các huyện, thành phố", True),
        ("UBND các xã, phường", "UBND các huyện", False),
        ("các sở, ban, ngành", "các Bộ, ngành Trung ương", False),
        ("các sở, ban, ngành", "các bộ, ban, ngành", False),
        ("các bộ, ngành", "các Bộ, cơ quan ngang Bộ", True),
        ("các sở, ban, ngành", "các bộ, sở, ngành", True),
    ],
)
def test_groups_of_communes_and_districts(group: str, name: str, expected: bool) -> None:
    assert is_our_group(Office(name="x", groups=(group,)), name) is expected


def test_mine_leads_coordinates_is_in_the_group_or_receives_the_report(register: Register, put: Put) -> None:
    put(
        make_directive(
            make_task("chủ trì", leads=["Sở Nội vụ"]),
            make_task("phối hợp", leads=["Sở Y tế"], coordinators=["Sở Nội vụ"]),
            make_task("theo nhóm", leads=["các sở, ngành, địa phương"]),
            make_task("nhận báo cáo", leads=["UBND các xã, phường"], report_to=["Sở Nội vụ"]),
            make_task("của người khác", leads=["Sở Y tế"]),
            make_task("không ai"),
        )
    )
    assert texts(register, mine=True) == []  # no office is set: nothing is guessed
    set_office(register, OFFICE)
    assert get_office(register) == OFFICE
    assert texts(register, mine=True) == ["chủ trì", "phối hợp", "theo nhóm", "nhận báo cáo"]


def test_what_our_office_assigns_to_others_is_not_our_work(register: Register, put: Put) -> None:
    ours = make_fields(number="7/SNV", issuer="Sở Nội vụ")
    tasks = (
        make_task("của các sở", leads=["các sở, ban, ngành"], path=("1",)),
        make_task("của các sở, gửi ta", leads=["các sở, ban, ngành"], report_to=["Sở Nội vụ"], path=("2",)),
        make_task("của chính ta", leads=["Sở Nội vụ"], path=("3",)),
    )
    put(make_directive(*tasks, fields=ours))
    put(make_directive(make_task("ta trong các sở", leads=["các sở, ban, ngành"]), name="b.pdf"))
    set_office(register, OFFICE)
    assert texts(register, mine=True) == ["ta trong các sở", "của các sở, gửi ta", "của chính ta"]


PHU_THO = Office(name="Sở Nội vụ tỉnh Phú Thọ", groups=("các sở, ban, ngành",))


@pytest.mark.parametrize(
    ("issuer", "place", "mine"),
    [
        ("Ủy ban nhân dân thành phố Hà Nội", "Hà Nội", False),
        ("Ủy ban nhân dân tỉnh Lào Cai", "Lào Cai", False),
        ("Ủy ban nhân dân", "Lào Cai", False),
        ("Ủy ban nhân dân tỉnh Phú Thọ", "Phú Thọ", True),
        ("Ủy ban nhân dân tỉnh Vĩnh Phúc", "Vĩnh Phúc", True),
        ("Bộ Nội vụ", "Hà Nội", True),
        ("Văn phòng Chính phủ", "Hà Nội", True),
        ("Ban Chỉ đạo Trung ương về phòng, chống thiên tai", "Hà Nội", True),
        (None, None, True),
    ],
    ids=["hà-nội", "another", "another-by-its-place", "ours", "joined-to-ours", "a-ministry", "the-centre", "unknown", "no-issuer"],
)
def test_a_group_in_a_paper_of_another_province_is_not_ours(
    register: Register, put: Put, issuer: str | None, place: str | None, mine: bool
) -> None:
    task = make_task("của các sở", leads=["các sở, ban, ngành"])
    put(make_directive(task, fields=make_fields(issuer=issuer, place=place)))
    set_office(register, PHU_THO)
    assert texts(register, mine=True) == (["của các sở"] if mine else [])


def test_a_corrected_issuer_tells_whose_paper_it_is(register: Register, put: Put) -> None:
    """What a person corrected counts, whatever the machine read and whenever the office is set."""
    task = make_task("của các sở", leads=["các sở, ban, ngành"])
    put(make_directive(task, fields=make_fields(issuer="Ủy ban nhân dân tỉnh Lào Cai", place="Lào Cai")))
    set_office(register, PHU_THO)
    assert texts(register, mine=True) == []
    ours = {"issuer": "Ủy ban nhân dân tỉnh Phú Thọ", "place": "Phú Thọ"}
    correct_document(register, "t1", 1, ours, who="Lan", when=NOW)
    assert texts(register, mine=True) == ["của các sở"]
    correct_document(register, "t1", 2, {"issuer": PHU_THO.name}, who="Lan", when=NOW)
    for _ in range(2):
        assert [document.ours for document in query_documents(register, today=TODAY)] == [True]
        set_office(register, PHU_THO)


def test_a_body_of_another_province_is_not_ours_though_it_is_called_alike() -> None:
    assert not is_ours(PHU_THO, "Sở Nội vụ", "Sở Nội vụ thành phố Hà Nội")
    assert is_ours(PHU_THO, "Sở Nội vụ", "Sở Nội vụ tỉnh Phú Thọ")
    assert is_ours(PHU_THO, "Sở Nội vụ")


def test_of_a_group_whose_members_are_named_only_they_are_meant() -> None:
    ward = Office(name="UBND phường Việt Trì, tỉnh Phú Thọ", groups=("UBND các xã, phường",))
    named = "Ủy ban nhân dân phường {}, tỉnh Phú Thọ; Ủy ban nhân dân phường Nông Trang, tỉnh Phú Thọ"
    assert concerns(ward, "UBND các phường", named.format("Việt Trì"))
    assert not concerns(ward, "UBND các phường", named.format("Thanh Miếu"))
    assert concerns(ward, "UBND các phường", "Ủy ban nhân dân các xã, phường")


@pytest.mark.parametrize("ours", ["Cao Bằng", "Lào Cai", "Lạng Sơn"])
def test_each_of_the_provinces_that_a_letter_names_has_its_work(ours: str) -> None:
    """The province of the first that the head names is not that of the others."""
    named = "; ".join(f"Ủy ban nhân dân tỉnh {name}" for name in ("Cao Bằng", "Lào Cai", "Lạng Sơn"))
    assert is_ours(Office(name=f"UBND tỉnh {ours}"), "UBND các tỉnh", named)
    assert not is_ours(Office(name="UBND tỉnh Nghệ An"), "UBND các tỉnh", named)


def test_our_own_documents_are_marked_whenever_the_office_is_set(register: Register, put: Put) -> None:
    put(make_directive(name="a.pdf"))
    assert [document.ours for document in query_documents(register, today=TODAY)] == [False]
    set_office(register, Office(name="UBND tỉnh Đắk Sơn"))
    put(make_directive(name="b.pdf"))
    assert [document.ours for document in query_documents(register, today=TODAY)] == [True, True]
    set_office(register, OFFICE)
    assert [document.ours for document in query_documents(register, today=TODAY)] == [False, False]


def test_few_agencies_in_many_tasks_are_found_by_their_index(register: Register, put: Put) -> None:
    for number in range(40):
        put(make_directive(make_task(f"việc {number}", leads=["Sở Nội vụ"]), name=f"{number}.pdf"))
    put(make_directive(make_task("việc hiếm", leads=["Sở Ngoại vụ"]), name="hiem.pdf"))
    with register.write() as connection:
        connection.execute("ANALYZE")  # then SQLite knows that there are two names, and takes a scan for as good as an index
    found = conditions(register, TaskFilter(agency="ngoai vu"), today=TODAY)
    assert found is not None
    plan = [
        row["detail"] for row in register.rows(f"EXPLAIN QUERY PLAN SELECT 1 FROM tasks t WHERE {found.where}", found.parameters)
    ]
    assert not [step for step in plan if step.startswith(("SCAN r", "SCAN task_agencies"))], plan
    assert [task.text for task in query_tasks(register, TaskFilter(agency="ngoai vu"), today=TODAY)] == ["việc hiếm"]


def test_what_a_search_found_is_looked_up_and_not_compared_with_every_task(register: Register, put: Put) -> None:
    for number in range(40):
        put(make_directive(make_task(f"việc {number}"), name=f"{number}.pdf"))
    with register.write() as connection:
        connection.execute("ANALYZE")  # and as if there were 300,000: a small table is walked through as quickly
        connection.execute("UPDATE sqlite_stat1 SET stat = '300000' || substr(stat, instr(stat, ' ')) WHERE tbl = 'tasks'")
        connection.execute("ANALYZE sqlite_schema")
    found = conditions(register, TaskFilter(search="viec 7"), today=TODAY)
    assert found is not None
    asked = f"EXPLAIN QUERY PLAN SELECT t.text FROM tasks t WHERE {found.where}"
    plan = [row["detail"] for row in register.rows(asked, found.parameters)]
    assert "SEARCH t USING INTEGER PRIMARY KEY (rowid=?)" in plan


@pytest.mark.parametrize("name", ["các thôn, bản", "các bản, làng", "Các phòng, ban", "các phòng, ban thuộc huyện"])
def test_villages_and_units_inside_an_office_are_no_group_of_departments(name: str) -> None:
    office = Office(name="Sở Nội vụ", groups=("các sở, ban, ngành",))
    assert not is_our_group(office, name)
    assert is_our_group(office, "các sở, phòng, ban, ngành")


def test_a_list_by_day_walks_through_neither_tasks_nor_documents(register: Register, put: Put) -> None:
    put(make_directive(make_task(deadlines=[make_deadline(due=date(2025, 7, 1))])))
    found = conditions(register, TaskFilter(due_before=date(2025, 8, 1)), today=TODAY, whole=True)
    assert found is not None
    rows = register.rows(f"EXPLAIN QUERY PLAN SELECT t.text FROM tasks t WHERE {found.where}", found.parameters)
    walked = [row["detail"] for row in rows if row["detail"].startswith("SCAN")]
    assert all("json_each" in detail for detail in walked), walked
