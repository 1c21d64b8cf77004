"""How large the pages of the sample are, and how soon a browser has drawn them.

Run     .venv/bin/python bench/pages.py WORKSPACE   (a built workspace; `actum demo` makes one)
Gives   a table: for each page its largest address: bytes, ms until the server answered, ms until the browser showed it;
        and the ms that the first answer of the page took, when nothing of it was kept but what pages above it had made.
Method  the room is served on a free port; each address is asked once to warm what is kept, then drawn in Chromium
        three times, the median told. Only a page's first three addresses are tried.
"""

from __future__ import annotations

import shutil
import socket
import statistics
import sys
import threading
import time
from itertools import islice
from pathlib import Path

import httpx
import uvicorn
from playwright.sync_api import sync_playwright

from actum.store.workspace import Workspace
from actum.web.app import create_app
from actum.web.links import Links
from actum.web.settings import Settings
from actum.web.site import PAGES
from actum.workflow.room import snapshot

TRIES = 3
PAINTED = "performance.getEntriesByType('paint').at(-1)?.startTime ?? -1"


def main() -> None:
    workspace = Workspace.open_at(Path(sys.argv[1]))
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    server = uvicorn.Server(uvicorn.Config(create_app(workspace, Settings(ahead=False)), port=port, log_level="error"))
    threading.Thread(target=server.run, daemon=True).start()
    while not server.started:
        time.sleep(0.05)
    measure(workspace, f"http://127.0.0.1:{port}")
    server.should_exit = True


def measure(workspace: Workspace, base: str) -> None:
    paths = {page.name: page.path for page in PAGES}
    with sync_playwright() as playwright, httpx.Client(base_url=base, trust_env=False, timeout=60) as client:
        flags = ["--no-sandbox"]
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=flags)
        print("| page | bytes | first ms | answered ms | drawn ms |\n|---|---|---|---|---|")
        for page in PAGES:
            found = [Links(paths, "en").to(page.name, one) for one in islice(page.every(snapshot(workspace)), TRIES)]
            if not found:
                continue
            began = time.perf_counter()
            client.get(found[0])
            first = (time.perf_counter() - began) * 1000
            size, address = max((len(client.get(one).content), one) for one in found)
            began = time.perf_counter()
            client.get(address)
            answered = (time.perf_counter() - began) * 1000
            drawn = []
            for _ in range(TRIES):
                tab = browser.new_page(viewport={"width": 1280, "height": 900})
                tab.goto(base + address)
                while (shown := float(tab.evaluate(PAINTED))) < 0:
                    tab.wait_for_timeout(20)
                drawn.append(shown)
                tab.close()
            print(f"| {page.name} | {size:,} | {first:.0f} | {answered:.0f} | {statistics.median(drawn):.0f} |")
        browser.close()


if __name__ == "__main__":
    main()
