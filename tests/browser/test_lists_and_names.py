"""A list goes to Excel and comes back on the page; a name taught twice is offered where the reviewer sits."""

import io
from pathlib import Path

import openpyxl
import pytest
from playwright.sync_api import Page, expect

from models.directive import Role
from models.register import AgencyChange, TaskChanges
from pipeline.register import Register, correct
from tests.browser.conftest import NOW, SIZES, Desk, Open, shoot


def edited_list(page: Page, folder: Path, text: str) -> Path:
    """The list of the queue, downloaded, with a new text and a refused day, and saved."""
    with page.expect_download() as download:
        page.get_by_role("link", name="mọi việc không bị loại").click()
    book = openpyxl.load_workbook(io.BytesIO(Path(download.value.path()).read_bytes()))
    sheet = book.worksheets[0]
    first = next(cell.row for cell in sheet["A"] if cell.value == 1)
    sheet.cell(first, 2).value = text
    sheet.cell(first + 1, 6).value = "31/02/2025"
    book.save(folder / "nhiem-vu.xlsx")
    return folder / "nhiem-vu.xlsx"


@pytest.mark.parametrize("size", SIZES)
def test_a_list_comes_back_on_the_page(visit: Open, desk: Desk, tmp_path: Path, size: str) -> None:
    page = visit("/?scope=all", size)
    path = edited_list(page, tmp_path, "Nội dung sửa trong Excel")
    page.get_by_role("link", name="Nhập Excel").click()
    shoot(page, f"list-{size}-1-choose")
    page.get_by_label("Danh sách đã sửa").set_input_files(path)
    page.get_by_role("button", name="Xem khác biệt").click()
    expect(page.locator(".taking ins").first).to_be_visible()
    expect(page.locator(".summary")).to_contain_text("1 sửa")
    expect(page.locator(".summary")).to_contain_text("1 không nhận")
    shoot(page, f"list-{size}-2-differences")
    assert not [task for task in desk.tasks() if task.text == "Nội dung sửa trong Excel"]
    page.get_by_role("button", name="thay đổi vào sổ").click()
    expect(page.locator(".notice")).to_contain_text("Đã ghi 1 thay đổi")
    shoot(page, f"list-{size}-3-written")
    assert [task.text for task in desk.tasks() if task.human] == ["Nội dung sửa trong Excel"]


def test_a_name_taught_twice_is_offered_after_the_second_correction(visit: Open, desk: Desk) -> None:
    name, full = "Phòng KT", "Phòng Kinh tế xã Đắk Mil"
    tasks = desk.tasks()[:3]
    with Register.open(desk.path, create=False) as register:
        for task in tasks:  # read so from now on: three records with a name that no directory knows
            with register.write() as connection:
                connection.execute("DELETE FROM task_agencies WHERE task_id = ?", (task.id,))
                connection.execute(
                    """INSERT INTO task_agencies (task_id, source, position, role, capacity, name, folded)
                    VALUES (?, 'machine', 0, 'lead', 'chu_tri', ?, 'phong kt')""",
                    (task.id, name),
                )
        change = TaskChanges(agencies=(AgencyChange(role=Role.LEAD, name=full),))
        correct(register, tasks[0].id, 1, change, who="Minh", when=NOW)
    page = visit(f"/tasks/{tasks[1].id}?scope=all")
    page.locator("[name=lead]").first.fill(full)
    page.get_by_role("button", name="Lưu", exact=True).click()
    expect(page.locator("#name-offer")).to_contain_text("ở 2 bản ghi")
    shoot(page, "name-1-offer")
    page.locator("#name-offer a").click()
    shoot(page, "name-2-names")
    page.get_by_role("button", name="Đồng ý").click()
    expect(page.locator(".notice")).to_contain_text("đã đổi 1 bản ghi")
    shoot(page, "name-3-accepted")
    assert desk.task(tasks[2].id).agencies[0].canonical == full


def test_with_three_leads_the_deadline_is_seen_before_it_is_confirmed(visit: Open, desk: Desk) -> None:
    task = next(task for task in desk.tasks() if task.deadlines and len(task.text) > 120)
    named = [("lead", "Sở Nội vụ"), ("lead", "Sở Nông nghiệp và Môi trường"), ("lead", "Văn phòng Ủy ban nhân dân tỉnh")]
    named += [("coordinate", "Sở Y tế"), ("coordinate", "Công an tỉnh"), ("report_to", "Ủy ban nhân dân tỉnh")]
    with Register.open(desk.path, create=False) as register, register.write() as connection:
        connection.execute("UPDATE tasks SET text = text || ' ' || text WHERE id = ?", (task.id,))
        connection.execute("DELETE FROM task_agencies WHERE task_id = ?", (task.id,))
        connection.executemany(
            """INSERT INTO task_agencies (task_id, source, position, role, capacity, name, folded)
            VALUES (?, 'machine', ?, ?, NULL, ?, ?)""",
            [(task.id, place, role, name, name.lower()) for place, (role, name) in enumerate(named)],
        )
    page = visit(f"/tasks/{task.id}")
    shoot(page, "three-leads")
    deadline, actions = page.locator("[name=deadline_text]").first.bounding_box(), page.locator(".actions").bounding_box()
    assert deadline
    assert actions
    assert deadline["y"] + deadline["height"] <= actions["y"]
    cut = page.locator("[name=lead]").evaluate_all("all => all.filter(one => one.value && one.scrollWidth > one.clientWidth)")
    assert cut == [], "no name is cut off for it"


def test_short_names_are_taken_by_enter_and_half_a_name_is_not_saved(visit: Open, desk: Desk) -> None:
    task = next(task for task in desk.tasks() if task.file == "cv-xa-chong-ret.docx")
    page = visit(f"/tasks/{task.id}")
    adder = page.get_by_label("Thêm phối hợp").first
    adder.click()
    adder.press_sequentially("sở nv", delay=10)
    adder.press("Enter")  # before the names are there: nothing is sent
    expect(page.get_by_role("option", name="Sở Nội vụ", exact=True)).to_be_visible()
    shoot(page, "short-name")
    adder.press("Enter")
    expect(adder).to_have_value("Sở Nội vụ")
    assert desk.task(task.id).version == task.version


def test_the_ends_of_a_list_are_told_and_zooming_keeps_its_place(visit: Open, desk: Desk) -> None:
    task = next(task for task in desk.tasks() if task.file == "kh-ky-nang-so.pdf" and task.page == 2)
    page = visit(f"/tasks/{task.id}?scope=all&q=khongcogi")
    page.wait_for_selector("html.js [data-record]")
    page.keyboard.press("j")
    expect(page.locator("#said")).to_contain_text("bản ghi cuối")
    page.wait_for_function("document.querySelector('.sheet img')?.naturalWidth > 0")
    middle = """() => { const box = document.querySelector('[data-sheet]');
        return (box.scrollTop + box.clientHeight / 2) / box.scrollHeight; }"""
    page.evaluate("() => { const box = document.querySelector('[data-sheet]'); box.scrollTo({top: 300, behavior: 'instant'}); }")
    before = page.evaluate(middle)
    page.keyboard.press("+")
    page.keyboard.press("+")
    assert abs(page.evaluate(middle) - before) < 0.02
