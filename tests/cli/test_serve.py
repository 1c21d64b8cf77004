"""The room opens from the command line, says how to write, and closes."""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

import httpx
import pytest

from actum.store.workspace import Workspace


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


def started(folder: Path, *options: str, **env: str) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "actum", "serve", "--workspace", str(folder), *options]
    return subprocess.Popen(command, stderr=subprocess.PIPE, text=True, env={**os.environ, **env})


@pytest.mark.slow
def test_the_room_opens_and_closes(tmp_path: Path) -> None:
    workspace = Workspace.create(tmp_path / "w")
    port = free_port()
    process = started(workspace.root, "--port", str(port))
    assert process.stderr is not None
    said = process.stderr.readline() + process.stderr.readline()
    token = re.search(r"#token=(\S+)", said)
    assert token is not None
    assert len(token[1]) >= 20
    address = f"http://127.0.0.1:{port}"
    assert address in said
    for _ in range(100):
        try:
            assert httpx.get(f"{address}/en/", trust_env=False).status_code == 200
            break
        except httpx.ConnectError:
            time.sleep(0.1)
    answer = httpx.post(f"{address}/api/enter", json={"token": token[1]}, trust_env=False)
    assert answer.status_code == 200
    taken = started(workspace.root, "--port", str(port))
    _, refusal = taken.communicate(timeout=20)
    assert re.fullmatch(r"actum: port \d+ of 127.0.0.1 cannot be listened on .+ --port\.\n", refusal)
    assert taken.returncode == 2
    process.send_signal(signal.SIGINT)
    _, last = process.communicate(timeout=20)
    assert process.returncode in {0, 130, -signal.SIGINT}
    assert "Traceback" not in last


def test_no_workspace_is_told(tmp_path: Path) -> None:
    process = started(tmp_path / "nothing")
    _, said = process.communicate(timeout=20)
    assert "is no workspace" in said
    assert process.returncode == 2
