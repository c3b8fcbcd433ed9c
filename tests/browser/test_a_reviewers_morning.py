"""From the queue to the export, by keys and by mouse."""

import io
from pathlib import Path

import openpyxl
import pytest
from playwright.sync_api import Locator, Page, expect

from models.directive import Role
from models.register import TaskStatus
from pipeline.register import Register
from tests.browser.conftest import SIZES, Desk, Open, shoot


def here(page: Page) -> str:
    """The id of the record that is shown."""
    page.wait_for_selector("html.js [data-record]")  # the keys work once the script has run
    return page.locator("[data-record]").get_attribute("data-task") or ""


def test_by_keys_alone(visit: Open, desk: Desk, tmp_path: Path) -> None:
    page = visit("/")
    expect(page.locator("h1")).to_contain_text("Sở Nội vụ")
    shoot(page, "keys-1-queue")
    page.keyboard.press("j")
    page.keyboard.press("Enter")
    first = here(page)
    shoot(page, "keys-2-record")

    page.keyboard.press("Enter")  # right: one key
    page.wait_for_url(lambda url: first not in url.split("?")[0])
    assert desk.task(first).status is TaskStatus.CONFIRMED

    second = here(page)
    page.keyboard.press("x")
    page.wait_for_url(lambda url: second not in url.split("?")[0])
    assert desk.task(second).status is TaskStatus.REJECTED

    third = here(page)
    page.keyboard.press("5")
    page.keyboard.press("Control+a")
    page.keyboard.type("trước ngày 20 hàng tháng")
    expect(page.locator("[data-deadlines] .reading").first).to_contain_text("mỗi tháng, trước ngày 20")
    shoot(page, "keys-3-deadline")
    page.keyboard.press("Control+Enter")
    page.wait_for_url(lambda url: third not in url.split("?")[0])
    assert desk.task(third).deadlines[0].rrule == "FREQ=MONTHLY;BYMONTHDAY=20"

    page.keyboard.press("b")
    page.wait_for_url(f"**/tasks/{third}*")
    assert here(page) == third
    page.keyboard.press("u")
    expect(page.locator(".notice")).to_contain_text("Đã hoàn tác")
    page.wait_for_selector("html.js")
    assert desk.task(third).status is TaskStatus.NEW

    page.keyboard.press("?")
    expect(page.locator("#help-sheet")).to_be_visible()
    shoot(page, "keys-4-help")
    page.keyboard.press("Escape")
    page.keyboard.press("q")
    page.wait_for_selector("html.js .queue")
    page.keyboard.press("/")
    page.keyboard.type("bao cao")
    page.keyboard.press("Enter")
    page.wait_for_url("**q=bao*")
    shoot(page, "keys-5-search")
    with page.expect_download() as download:
        page.get_by_role("link", name="mọi việc không bị loại").focus()
        page.keyboard.press("Enter")
    book = openpyxl.load_workbook(io.BytesIO(Path(download.value.path()).read_bytes()))
    words = [str(cell.value) for row in book.worksheets[0].iter_rows() for cell in row]
    assert any("áo cáo" in word for word in words)


@pytest.mark.parametrize("size", SIZES)
def test_by_mouse(visit: Open, desk: Desk, size: str) -> None:
    page = visit("/?scope=all&order=document", size)
    shoot(page, f"mouse-{size}-1-queue")
    page.get_by_role("link", name="Bắt đầu soát").click()
    first = here(page)
    page.wait_for_function("document.querySelector('.sheet img')?.naturalWidth > 0 || document.querySelector('.lines')")
    shoot(page, f"mouse-{size}-2-record")
    page.get_by_role("button", name="Đúng").click()
    page.wait_for_url(lambda url: first not in url.split("?")[0])
    assert desk.task(first).status is TaskStatus.CONFIRMED

    task_id = here(page)
    before = desk.task(task_id).names(Role.COORDINATE)
    adder = page.get_by_label("Thêm phối hợp").first
    adder.click()
    adder.press_sequentially("so tai chin", delay=10)
    page.get_by_role("option", name="Sở Tài chính", exact=True).click()
    shoot(page, f"mouse-{size}-3-agency")
    page.get_by_role("button", name="Lưu", exact=True).click()
    expect(page.locator(".notice")).to_contain_text("Đã lưu")
    assert desk.task(task_id).names(Role.COORDINATE) == (*before, "Sở Tài chính")
    page.locator("summary", has_text="Lịch sử").click()
    expect(page.locator(".history")).to_contain_text("Nguyễn Thị Lan")
    shoot(page, f"mouse-{size}-4-history")
    page.get_by_role("button", name="Hoàn tác").click()
    expect(page.locator(".notice")).to_contain_text("Đã hoàn tác")
    assert desk.task(task_id).names(Role.COORDINATE) == before


def test_turning_and_zooming_keep_what_was_typed(visit: Open, desk: Desk) -> None:
    task = next(task for task in desk.tasks() if task.file == "kh-ky-nang-so.pdf" and task.page == 1)
    page = visit(f"/tasks/{task.id}")
    page.locator("#note").fill("đang gõ dở")
    page.get_by_role("link", name="Trang sau").click()
    expect(page.locator(".pane-bar")).to_contain_text("Trang 2/5")
    page.keyboard.press("Escape")
    for key in ("+", "+", "n", "p", "p"):
        page.keyboard.press(key)
    expect(page.locator("[data-zoom-shown]")).to_have_text("156%")
    expect(page.locator("#note")).to_have_value("đang gõ dở")
    shoot(page, "zoomed")


def test_splitting_at_the_cursor_and_merging_again(visit: Open, desk: Desk) -> None:
    task = next(task for task in desk.tasks() if task.file == "cv-xa-chong-ret.docx" and len(task.text) > 80)
    page = visit(f"/tasks/{task.id}")
    at = task.text.index(" ", 40) + 1
    page.evaluate("at => { const text = document.querySelector('#text'); text.focus(); text.setSelectionRange(at, at); }", at)
    page.keyboard.press("Escape")
    page.keyboard.press("s")
    expect(page.locator(".notice")).to_contain_text("Đã tách")
    here(page)
    expect(page.locator("#text")).to_have_value(task.text[:at].strip())
    page.on("dialog", lambda dialog: dialog.accept())
    page.keyboard.press("m")
    expect(page.locator(".notice")).to_contain_text("Đã gộp")
    expect(page.locator("#text")).to_have_value(task.text)


ADDED = ("3. Rà soát, cập nhật hồ sơ", "nhất ngày 30/11/2025.")
"""The first and the last line of an item of the letter, as its page shows them."""


def line_on_picture(page: Page, desk: Desk, document: str, words: str) -> Locator:
    """The line of the picture that holds these words."""
    with Register.open(desk.path, create=False, write=False) as register:
        text = register.rows("SELECT text FROM pages WHERE document_id = ? AND page = 1", (document,))[0]["text"]
    at = text.index(words)
    lines = page.locator("[data-places] rect")
    spans = lines.evaluate_all("rects => rects.map(rect => [Number(rect.dataset.start), Number(rect.dataset.end)])")
    return lines.nth(next(i for i, (start, end) in enumerate(spans) if start <= at < end))


@pytest.mark.parametrize("size", SIZES)
def test_a_task_is_added_by_dragging_over_the_picture(visit: Open, desk: Desk, size: str) -> None:
    task = next(task for task in desk.tasks() if task.file == "cv-so-noi-vu-bao-cao.pdf")
    page = visit(f"/tasks/{task.id}", size)
    page.wait_for_function("document.querySelector('.sheet img')?.naturalWidth > 0")
    page.get_by_role("button", name="Thêm nhiệm vụ").click()
    first, last = (line_on_picture(page, desk, task.document_id, words) for words in ADDED)
    first.scroll_into_view_if_needed()
    last.scroll_into_view_if_needed()
    start, end = first.bounding_box(), last.bounding_box()
    assert start
    assert end
    page.mouse.move(start["x"] + 40, start["y"] + start["height"] / 2)
    page.mouse.down()
    page.mouse.move(end["x"] + 30, end["y"] + end["height"] / 2, steps=8)
    page.mouse.up()
    expect(page.locator(".mark-bar")).to_contain_text("Đã chọn")
    shoot(page, f"picking-{size}")
    page.get_by_role("button", name="Thêm nhiệm vụ từ các dòng này").click()
    expect(page.locator(".notice")).to_contain_text("Đã thêm")
    added = desk.task(here(page))
    assert "Rà soát, cập nhật hồ sơ điện tử" in added.text
    assert added.text.endswith("nhất ngày 30/11/2025.")
    assert [f"{deadline.due}" for deadline in added.deadlines] == ["2025-11-30"]
    expect(page.locator(".mark.task").first).to_be_visible()
    expect(page.locator(".mark.deadline").first).to_be_visible()
    shoot(page, f"picked-{size}")


def test_a_task_is_added_on_the_picture_by_keys(visit: Open, desk: Desk) -> None:
    task = next(task for task in desk.tasks() if task.file == "cv-so-noi-vu-bao-cao.pdf")
    page = visit(f"/tasks/{task.id}")
    here(page)
    page.keyboard.press("a")
    expect(page.locator(".places rect.cursor")).to_have_count(1)
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Shift+ArrowDown")
    expect(page.locator(".places rect.chosen")).to_have_count(2)
    page.keyboard.press("Escape")
    expect(page.locator(".mark-bar")).to_have_count(0)
    page.keyboard.press("a")
    page.get_by_role("button", name="Đánh dấu trên chữ").click()
    page.wait_for_selector(".lines li.cursor")
    page.keyboard.press("Escape")
    assert here(page) == task.id


def test_a_task_is_added_by_marking_lines_of_the_text(visit: Open, desk: Desk) -> None:
    task = next(task for task in desk.tasks() if task.file == "cv-so-noi-vu-bao-cao.pdf")
    page = visit(f"/tasks/{task.id}?view=text")
    page.keyboard.press("a")
    page.wait_for_selector(".mark-bar")
    line = page.locator(".lines li", has_text="3. Rà soát, cập nhật hồ sơ")
    line.click()
    page.locator(".lines li", has_text="nhất ngày 30/11/2025").click(modifiers=["Shift"])
    shoot(page, "marking")
    page.get_by_role("button", name="Thêm nhiệm vụ từ các dòng này").click()
    expect(page.locator(".notice")).to_contain_text("Đã thêm")
    added = desk.task(here(page))
    assert added.text.startswith("Rà soát, cập nhật hồ sơ điện tử")
    assert added.text.endswith("nhất ngày 30/11/2025.")
    assert [f"{deadline.due}" for deadline in added.deadlines] == ["2025-11-30"]


def test_without_scripts_a_record_is_read_and_confirmed(visit: Open, desk: Desk) -> None:
    page = visit("/", java_script_enabled=False)
    page.get_by_role("link", name="Bắt đầu soát").click()
    task_id = page.locator("[data-record]").get_attribute("data-task") or ""
    shoot(page, "no-script")
    page.get_by_role("button", name="Đúng").click()
    assert desk.task(task_id).status is TaskStatus.CONFIRMED
