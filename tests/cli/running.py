"""Run the command line in this process: starting one costs most of a second."""

from __future__ import annotations

import contextlib
import io
import sys
from dataclasses import dataclass
from pathlib import Path
from unittest import mock

import pytest

from actum.cli.main import run


@dataclass(frozen=True, slots=True)
class Done:
    """What became of a command."""

    returncode: int
    stdout: str
    stderr: str


def actum(*words: object, cwd: Path | None = None) -> Done:
    """What `actum` with these words does, from a folder."""
    out, err = io.StringIO(), io.StringIO()
    with (
        contextlib.chdir(cwd or Path.cwd()),
        mock.patch.object(sys, "argv", ["actum", *map(str, words)]),
        contextlib.redirect_stdout(out),
        contextlib.redirect_stderr(err),
        pytest.raises(SystemExit) as stopped,
    ):
        run()
    return Done(int(stopped.value.code or 0), out.getvalue(), err.getvalue())
