"""Fast fingers and unsaved words: what a reviewer typed is stored or asked about, never lost, never doubled."""

from datetime import date

import pytest
from playwright.sync_api import Page, expect

from models.register import TaskStatus
from tests.browser.conftest import Desk, Open, shoot
from tests.browser.test_a_reviewers_morning import here


def dated(desk: Desk) -> str:
    """A record with one deadline that has a day."""
    return next(task.id for task in desk.tasks() if len(task.deadlines) == 1 and task.deadlines[0].due)


def test_a_deadline_saved_faster_than_it_is_read_has_its_own_day(visit: Open, desk: Desk) -> None:
    task_id = dated(desk)
    page = visit(f"/tasks/{task_id}")
    here(page)
    page.route("**/live/deadline*", lambda route: route.abort())  # the reading never comes
    page.locator("[name=deadline_text]").first.fill("trước ngày 29/12/2025")
    expect(page.locator("[name=deadline_value]").first).to_have_value("", timeout=1)  # at once, not a moment later
    page.keyboard.press("Control+s")
    expect(page.locator(".notice")).to_contain_text("Đã lưu")
    assert [deadline.due for deadline in desk.task(task_id).deadlines] == [date(2025, 12, 29)]


def test_a_typed_value_stays_when_the_words_are_mended(visit: Open, desk: Desk) -> None:
    task_id = dated(desk)
    page = visit(f"/tasks/{task_id}")
    here(page)
    page.locator("[name=deadline_value]").first.fill("5/1/2026")
    page.locator("[name=deadline_text]").first.fill("khi xong việc")
    expect(page.locator("[name=deadline_value]").first).to_have_value("5/1/2026")
    page.keyboard.press("Control+s")
    expect(page.locator(".notice")).to_contain_text("Đã lưu")
    assert [(deadline.text, deadline.due) for deadline in desk.task(task_id).deadlines] == [("khi xong việc", date(2026, 1, 5))]


@pytest.mark.parametrize("key", ["s", "m", "x", "u", "a"])
def test_no_key_throws_away_what_was_not_saved(visit: Open, desk: Desk, key: str) -> None:
    task = next(task for task in desk.tasks() if task.file == "cv-xa-chong-ret.docx" and len(task.text) > 80)
    page = visit(f"/tasks/{task.id}")
    here(page)
    if key == "u":  # something to take back
        page.keyboard.press("7")
        page.keyboard.type("cũ")
        page.keyboard.press("Control+s")
        expect(page.locator(".notice")).to_contain_text("Đã lưu")
        here(page)
    page.on("dialog", lambda dialog: dialog.accept())
    page.locator("#note").fill("đang gõ dở")
    page.evaluate("document.querySelector('#text').setSelectionRange(40, 40)")
    before = desk.task(task.id).version
    page.keyboard.press("Escape")
    page.keyboard.press(key)
    if key == "a":
        expect(page.locator(".mark-bar [data-send]")).to_be_disabled()  # nothing is marked yet: Enter adds nothing
        page.keyboard.press("Enter")
        expect(page.locator("#unsaved")).to_be_hidden()
        page.keyboard.press("ArrowDown")
        page.keyboard.press("Enter")
    expect(page.locator("#unsaved")).to_be_visible()
    shoot(page, f"unsaved-{key}")
    page.keyboard.press("Escape")
    expect(page.locator("#unsaved")).to_be_hidden()
    expect(page.locator("#note")).to_have_value("đang gõ dở")
    assert desk.task(task.id).version == before


def test_saving_first_then_splitting_keeps_both(visit: Open, desk: Desk) -> None:
    task = next(task for task in desk.tasks() if task.file == "cv-xa-chong-ret.docx" and len(task.text) > 80)
    page = visit(f"/tasks/{task.id}")
    here(page)
    page.locator("#note").fill("Nhắc trước một tuần")
    at = task.text.index(" ", 40) + 1
    page.evaluate("at => document.querySelector('#text').setSelectionRange(at, at)", at)
    page.keyboard.press("Escape")
    page.keyboard.press("s")
    page.keyboard.press("Enter")  # "save and go on" has the focus
    expect(page.locator(".notice")).to_contain_text("Đã tách")
    after = desk.task(task.id)
    assert (after.text, after.note) == (task.text[:at].strip(), "Nhắc trước một tuần")


def test_dropping_what_was_typed_then_rejecting(visit: Open, desk: Desk) -> None:
    task_id = dated(desk)
    page = visit(f"/tasks/{task_id}")
    here(page)
    page.locator("#note").fill("bỏ đi")
    page.keyboard.press("Escape")
    page.keyboard.press("x")
    expect(page.get_by_role("button", name="Lưu rồi làm tiếp")).to_be_hidden()
    page.get_by_role("button", name="Bỏ phần chưa lưu").click()
    page.wait_for_url(lambda url: task_id not in url.split("?")[0])
    assert (desk.task(task_id).status, desk.task(task_id).note) == (TaskStatus.REJECTED, None)


def test_after_a_conflict_mine_is_dropped_with_one_button(visit: Open, desk: Desk) -> None:
    task_id = dated(desk)
    mine, theirs = visit(f"/tasks/{task_id}"), visit(f"/tasks/{task_id}")
    theirs.locator("#product").fill("Bản thống kê")
    theirs.keyboard.press("Control+s")
    expect(theirs.locator(".notice")).to_contain_text("Đã lưu")
    mine.locator("#note").fill("của tôi")
    mine.keyboard.press("Control+s")
    expect(mine.locator("#product")).to_have_value("Bản thống kê")  # not touched here: theirs is shown
    shoot(mine, "conflict-drop")
    mine.get_by_role("link", name="Bỏ bản của tôi").click()
    expect(mine.locator(".notice")).to_have_count(0)
    expect(mine.locator("#note")).to_have_value("")


def confirmed(desk: Desk) -> list[str]:
    return [task.id for task in desk.tasks() if task.status is TaskStatus.CONFIRMED]


def held(page: Page, key: str) -> None:
    """A key that is held down: one press and the repetitions that the keyboard adds."""
    for _ in range(4):
        page.keyboard.down(key)
    page.keyboard.up(key)


def test_a_held_or_doubled_enter_confirms_one_record(visit: Open, desk: Desk) -> None:
    page = visit("/?scope=all")
    page.get_by_role("link", name="Bắt đầu soát").click()
    first = here(page)
    sent: list[str] = []
    page.on("request", lambda request: sent.append(request.url) if "/confirm" in request.url else None)
    page.keyboard.press("Enter")
    page.keyboard.press("Enter")
    page.wait_for_url(lambda url: first not in url.split("?")[0])
    second = here(page)
    page.evaluate("sessionStorage.setItem('giaoviec-pressed', `right ${Date.now()}`)")  # the second press reached the next record
    page.keyboard.press("Control+Enter")
    assert here(page) == second
    held(page, "x")
    page.wait_for_url(lambda url: second not in url.split("?")[0])
    here(page)
    assert len(sent) == 1
    assert confirmed(desk) == [first]
    assert [task.id for task in desk.tasks() if task.status is TaskStatus.REJECTED] == [second]


def test_back_after_an_added_record_leads_to_where_it_was_added(visit: Open, desk: Desk) -> None:
    earlier, task = [task for task in desk.tasks() if task.file == "cv-so-noi-vu-bao-cao.pdf"][:2]
    page = visit(f"/tasks/{earlier.id}?scope=all")
    here(page)
    page.keyboard.press("Enter")  # the record just done, before this one
    page.wait_for_url(lambda url: earlier.id not in url.split("?")[0])
    page.goto(f"/tasks/{task.id}?scope=all")
    here(page)
    page.keyboard.press("a")
    page.wait_for_selector(".mark-bar")
    page.keyboard.press("Enter")
    expect(page.locator(".notice")).to_contain_text("Đã thêm")
    assert here(page) != task.id
    page.keyboard.press("b")
    page.wait_for_url(f"**/tasks/{task.id}*")


def test_after_a_split_j_shows_the_second_part(visit: Open, desk: Desk) -> None:
    task = next(task for task in desk.tasks() if task.file == "cv-xa-chong-ret.docx" and len(task.text) > 80)
    page = visit(f"/tasks/{task.id}")
    here(page)
    at = task.text.index(" ", 40) + 1
    page.evaluate("at => document.querySelector('#text').setSelectionRange(at, at)", at)
    page.keyboard.press("s")
    expect(page.locator(".notice")).to_contain_text("Phần sau (J)")
    here(page)
    shoot(page, "split")
    page.keyboard.press("j")
    page.wait_for_url(lambda url: task.id not in url.split("?")[0])
    expect(page.locator("#text")).to_have_value(task.text[at:].strip())
    shoot(page, "split-second")


def test_after_saving_the_hands_go_on_where_they_were(visit: Open, desk: Desk) -> None:
    page = visit(f"/tasks/{dated(desk)}")
    here(page)
    page.keyboard.press("7")
    page.keyboard.type("Nhắc trước")
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("Control+s")
    expect(page.locator(".notice")).to_contain_text("Đã lưu")
    here(page)
    expect(page.locator("#note")).to_be_focused()
    page.keyboard.type("XY")
    expect(page.locator("#note")).to_have_value("Nhắc trướXYc")
    shoot(page, "saved-here")


def test_undo_tells_what_it_took_back_and_ends_where_nothing_is_left(visit: Open, desk: Desk) -> None:
    page = visit(f"/tasks/{dated(desk)}")
    here(page)
    page.locator("#note").fill("gấp")
    page.keyboard.press("Control+s")
    expect(page.locator(".notice")).to_contain_text("Đã lưu")
    here(page)
    undo = page.locator('[data-act="undo"]')
    expect(undo).to_have_attribute("title", "Hoàn tác: Nguyễn Thị Lan sửa (ghi chú, trạng thái)")
    page.keyboard.press("Escape")
    page.keyboard.press("u")
    expect(page.locator(".notice")).to_contain_text("Ghi chú: gấp → –")
    expect(undo).to_be_disabled()
