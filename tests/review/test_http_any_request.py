"""Whatever is asked of the page, it never fails: no 5xx for any address, query, form or header that a client can send."""

import os
import pkgutil
import re
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import pytest
from fastapi.routing import APIRoute
from fastapi.testclient import TestClient
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pipeline.review import pages
from pipeline.review.app import create_app
from pipeline.review.guard import local_guard
from pipeline.review.settings import ReviewSettings
from tests.factories import NOW

EXAMPLES = int(os.environ.get("HTTP_EXAMPLES", "150"))
"""`make test-http` asks for many more; the suite takes a fixed slice."""
IDS = ["t1", "t2", "t3", "t4", "nope", "", "..", "t2%00", "%F0%9F%92%A9", "' OR 1=1 --", "9" * 300]
_WORDS = """
1|0|-1|2|99999999999999999999|1e9|NaN|
confirmed|todo|all|mine|due|new|30/6/2025|31/02/2025|0000-00-00|trước ngày 20 hàng tháng|lead|
assignment|Sở Nội vụ|"|"a|*|a AND (|%|\\\\|<script>alert(1)</script>|'; DROP TABLE tasks; --|
{{7*7}}|../../etc/passwd|[]|{}|null|t2|t3
"""
WORDS = st.one_of(
    st.sampled_from(["", "a" * 5000, "e\u0301", "\x00", "ệ" * 200, *_WORDS.replace("\n", "").split("|")]), st.text(max_size=40)
)
_NAMES = """
version text kind status order q
agency document due page scope back language at role name leads lead coordinate report_to deadlines
deadline_text due_value product note words issued w next format number subject issuer signer_name addressees recipients spans boxes
span
"""
NAMES = st.sampled_from(_NAMES.split())
PAIRS = st.lists(st.tuples(NAMES | st.text(max_size=8), WORDS), max_size=8)


@pytest.fixture
def asked(path: Path) -> Iterator[tuple[TestClient, str, list[APIRoute]]]:
    """A client that is in, its CSRF token, and every address of the application."""
    guard = local_guard(path, who="Lan", clock=lambda: NOW)
    app = create_app(ReviewSettings(register=path, who="Lan", clock=lambda: NOW, draw_seconds=2, guard=guard))
    with TestClient(app, base_url="http://127.0.0.1:8000", follow_redirects=False, raise_server_exceptions=False) as client:
        client.get(f"/enter?token={guard.one_time}")
        found = re.search(r'name="csrf-token" content="(\w+)"', client.get("/").text)
        assert found
        yield client, found[1], all_routes()


def all_routes() -> list[APIRoute]:
    """Every address of every module of pages, those of tomorrow too."""
    modules = [import_module(f"pipeline.review.pages.{module.name}") for module in pkgutil.iter_modules(pages.__path__)]
    routers = [module.router for module in modules if hasattr(module, "router")]
    return [route for router in routers for route in router.routes if isinstance(route, APIRoute)]


def test_no_request_makes_the_page_fail(asked: tuple[TestClient, str, list[APIRoute]]) -> None:
    client, token, routes = asked
    assert len(routes) > 10
    bad: list[str] = []

    @settings(max_examples=EXAMPLES, derandomize=True, deadline=None, database=None, suppress_health_check=list(HealthCheck))
    @given(st.data())
    def ask(data: st.DataObject) -> None:
        route = data.draw(st.sampled_from(routes))
        address = re.sub(r"{[^}]+}", lambda _: data.draw(st.sampled_from(IDS)), route.path)
        method = data.draw(st.sampled_from([*sorted(route.methods), "GET", "POST"]))
        query, form = data.draw(PAIRS), data.draw(PAIRS)
        given: dict[str, list[str]] = {"csrf_token": [token]}
        for name, value in form:
            given.setdefault(name, []).append(value)
        sent = {"data": given} if method == "POST" and data.draw(st.booleans()) else {}
        if method == "POST" and not sent:
            sent = {"json": data.draw(st.sampled_from([[], {}, None, 1, {"version": [1]}, {"text": {"a": 1}}, [[[]]]]))}
        answer = client.request(method, address, params=query, headers={"x-csrf-token": token}, **sent)  # type: ignore[arg-type]
        if answer.status_code >= 500:
            bad.append(f"{method} {address} {query} {sent} -> {answer.status_code}")

    ask()
    assert bad == []
