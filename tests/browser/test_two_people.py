"""Two people on one record: the second is told, keeps what was typed, and may put it in place."""

from playwright.sync_api import expect

from tests.browser.conftest import NOW, Desk, Open, shoot


def test_the_second_is_told_and_loses_nothing(visit: Open, desk: Desk) -> None:
    task = next(task for task in desk.tasks() if task.file == "cv-xa-chong-ret.docx")
    mine, theirs = visit(f"/tasks/{task.id}"), visit(f"/tasks/{task.id}")
    mine.clock.set_fixed_time(NOW)  # whatever follows is within the time of a double press
    theirs.locator("#product").fill("Bản thống kê")
    theirs.get_by_role("button", name="Lưu", exact=True).click()
    expect(theirs.locator(".notice")).to_contain_text("Đã lưu")

    mine.locator("#note").fill("Nhắc trước một tuần")
    mine.keyboard.press("Control+s")
    expect(mine.locator(".notice.conflict")).to_contain_text("chưa được lưu")
    expect(mine.locator(".notice.conflict")).to_contain_text("Bản thống kê")
    expect(mine.locator("#note")).to_have_value("Nhắc trước một tuần")
    shoot(mine, "conflict")
    mine.keyboard.press("Control+s")  # a double press overwrites nothing that nobody has read
    assert mine.evaluate("fetch('/').then((answer) => answer.ok)")
    assert desk.task(task.id).note is None

    mine.locator("#product").fill("Bản thống kê")
    mine.get_by_role("button", name="Lưu", exact=True).click()
    expect(mine.locator(".notice")).to_contain_text("Đã lưu")
    after = desk.task(task.id)
    assert (after.product, after.note) == ("Bản thống kê", "Nhắc trước một tuần")


def test_confirming_what_another_changed_shows_the_new_record_first(visit: Open, desk: Desk) -> None:
    task = next(task for task in desk.tasks() if task.file == "cv-xa-chong-ret.docx")
    mine, theirs = visit(f"/tasks/{task.id}"), visit(f"/tasks/{task.id}")
    theirs.locator("#note").fill("mới")
    theirs.keyboard.press("Control+s")
    expect(theirs.locator(".notice")).to_contain_text("Đã lưu")
    mine.keyboard.press("Enter")
    expect(mine.locator(".notice.conflict")).to_contain_text("Ghi chú: – → mới")
    expect(mine.locator("#note")).to_have_value("mới")
