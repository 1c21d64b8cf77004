"""The sample served: to a client without a browser, and to Chromium where there is one."""

from __future__ import annotations

import os
import shutil
import socket
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
import uvicorn
from playwright.sync_api import Browser, Page, sync_playwright

from actum.store.workspace import Workspace
from actum.web.app import create_app
from actum.web.settings import LOOPBACK, Settings
from actum.workflow.add import add
from actum.workflow.build import build

SAMPLE = Path(__file__).parents[2] / "examples" / "strategic-stability"
TOKEN = "a-token-for-tests"  # noqa: S105  of no server but the tests' own
SETTINGS = Settings(token=TOKEN, hosts=LOOPBACK, ahead=False)
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
FLAGS = ["--no-sandbox", "--force-color-profile=srgb", "--font-render-hinting=none", "--disable-lcd-text"]


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    """The sample, built once; only looked at."""
    workspace = Workspace.create(tmp_path_factory.mktemp("room") / "w")
    add(workspace, [SAMPLE])
    build(workspace)
    return workspace


@pytest.fixture
def own(built: Workspace, tmp_path: Path) -> Workspace:
    """A copy of the built sample that a test may write to."""
    shutil.copytree(built.root, tmp_path / "own")
    return Workspace.open_at(tmp_path / "own")


def serving(workspace: Workspace, settings: Settings = SETTINGS) -> Iterator[str]:
    """A workspace on a free port of this machine, its address, until the caller is done."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    server = uvicorn.Server(uvicorn.Config(create_app(workspace, settings), port=port, log_level="error"))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.02)
    yield f"http://127.0.0.1:{port}"
    server.should_exit = True
    thread.join(timeout=10)


@pytest.fixture(scope="session")
def served(built: Workspace) -> Iterator[str]:
    """The address of the served sample."""
    yield from serving(built)


@pytest.fixture
def served_own(own: Workspace) -> Iterator[str]:
    """The address of a served sample that a test may write to."""
    yield from serving(own)


@pytest.fixture(scope="session")
def client(served: str) -> Iterator[httpx.Client]:
    """Who only reads."""
    with httpx.Client(base_url=served, trust_env=False) as made:
        yield made


@pytest.fixture
def writer(served_own: str) -> Iterator[httpx.Client]:
    """Who has the token, in a workspace of the test's own."""
    headers = {"authorization": f"Bearer {TOKEN}", "x-author": "tester"}
    with httpx.Client(base_url=served_own, headers=headers, trust_env=False) as made:
        yield made


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium; the test is skipped where there is none."""
    if CHROMIUM is None:
        pytest.skip("no Chromium on this machine")
    with sync_playwright() as playwright:
        made = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield made
        made.close()


@pytest.fixture
def browser_page(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Page]:
    """A fresh page; it fails the test if a script failed, or the policy or the server refused something.

    Where ACTUM_SHOTS names a folder, what the page showed last is kept there, for a person to look at.
    """
    faults: list[str] = []
    page = browser.new_page(viewport={"width": 1280, "height": 900}, locale="en-GB")
    page.on("console", lambda message: faults.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: faults.append(str(error)))
    yield page
    if shots := os.environ.get("ACTUM_SHOTS"):
        page.screenshot(path=Path(shots) / f"{request.node.name}.png", full_page=True)
    page.close()
    assert not faults
