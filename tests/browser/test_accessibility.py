"""axe finds nothing serious, in both sizes, also where things went wrong."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from tests.browser.conftest import SIZES, Desk, Open, shoot


def serious(page: Page) -> list[str]:
    found = Axe().run(page).response["violations"]
    return [
        f"{each['id']}: {node['target']} {node.get('failureSummary', '')[:300]}"
        for each in found
        if each["impact"] in ("serious", "critical")
        for node in each["nodes"]
    ]


@pytest.mark.parametrize("size", SIZES)
def test_no_serious_finding(visit: Open, desk: Desk, size: str) -> None:
    tasks = desk.tasks()
    drawn = next(task for task in tasks if task.file == "cv-so-noi-vu-bao-cao.pdf" and task.reasons)
    plain = next(task for task in tasks if task.file == "cv-xa-chong-ret.docx")
    page = visit("/", size)
    found = {"/": serious(page)}
    addresses = [
        "/?scope=all&status=all&order=deadline", "/?q=khongcogi", f"/tasks/{drawn.id}", f"/tasks/{drawn.id}?view=text",
        f"/tasks/{plain.id}", "/documents", f"/documents/{drawn.document_id}", f"/documents/{drawn.document_id}/letterhead",
        "/help", "/tasks/nobody", "/names", "/import", "/?due=31/2/2025&scope=all&page=99",
    ]  # fmt: skip
    for i, address in enumerate(addresses):
        page.goto(address)
        page.wait_for_load_state("networkidle")
        shoot(page, f"axe-{size}-{i}")
        found[address] = serious(page)
    page.goto(f"/tasks/{drawn.id}")
    page.keyboard.press("?")
    found["help sheet"] = serious(page)
    assert {address: each for address, each in found.items() if each} == {}


@pytest.mark.parametrize("size", SIZES)
def test_nothing_is_wider_than_the_window(visit: Open, desk: Desk, size: str) -> None:
    task = desk.tasks()[0]
    page = visit("/", size)
    for address in (
        "/",
        "/?scope=all&status=all",
        f"/tasks/{task.id}",
        "/documents",
        f"/documents/{task.document_id}/letterhead",
        "/names",
        "/import",
    ):
        page.goto(address)
        assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth"), address


def test_english_by_a_switch(visit: Open) -> None:
    page = visit("/")
    page.get_by_role("button", name="English").click()
    assert page.locator("html").get_attribute("lang") == "en"
    page.get_by_role("link", name="Start reviewing").wait_for()
    shoot(page, "english")
    page.get_by_role("button", name="Tiếng Việt").click()
    page.get_by_role("link", name="Bắt đầu soát").wait_for()
