"""`actum serve`: the reading room in the browser."""

from __future__ import annotations

import os
import secrets
import socket
from typing import Annotated

import typer
import uvicorn

from actum.cli.judge import user
from actum.cli.options import WorkspaceOption, open_workspace
from actum.cli.rows import say
from actum.errors import OutputRefused
from actum.web.app import create_app
from actum.web.safety import names_for
from actum.web.settings import LOOPBACK, Settings

PORT = 8270
"""Where the room stands unless told otherwise; a port that no common service uses, 2026-11-26."""


def serve(
    workspace: WorkspaceOption = None,
    host: Annotated[str, typer.Option("--host", metavar="ADDRESS", help="The address to listen on.")] = "127.0.0.1",
    port: Annotated[int, typer.Option("--port", help="The port to listen on.", min=1, max=65535)] = PORT,
    answer_to: Annotated[
        list[str] | None,
        typer.Option("--answer-to", metavar="NAME", help="A further name to answer to; may be given again."),
    ] = None,
    token: Annotated[
        str, typer.Option("--token", envvar="ACTUM_TOKEN", help="What lets its bearer write; a new one without it.")
    ] = "",
    *,
    read_only: Annotated[bool, typer.Option("--read-only", help="Let nobody write.")] = False,
) -> None:
    """Open the reading room: read, search, compare and judge in the browser.

    It listens on this machine alone unless told otherwise. Reading needs nothing; writing (judgements, adding files)
    needs the token that is printed at the start. Stop it with Ctrl-C.

    \b
    Example:
      actum serve --workspace demo-workspace
    """
    opened = open_workspace(workspace)
    _check_free(host, port)
    given = "" if read_only else token or secrets.token_urlsafe(18)
    settings = Settings(token=given, author=user(), hosts=names_for(host, (*LOOPBACK, *(answer_to or ()))))
    address = f"http://{host if host not in {'0.0.0.0', '::'} else '127.0.0.1'}:{port}/"  # noqa: S104  shown, not bound to
    say(f"The reading room of {opened.root} is open at {address} (Ctrl-C closes it).")
    say(f"To write, open {address}#token={given}" if given else "Nobody can write (--read-only).")
    if host not in {"127.0.0.1", "::1", "localhost"}:
        say(f"It listens on {host}: whoever reaches this machine can read it, and nothing on the way is encrypted.")
    os.environ.pop("ACTUM_TOKEN", None)
    app = create_app(opened, settings)
    app.state.room.jobs.warm()
    uvicorn.run(app, host=host, port=port, log_level="warning", server_header=False)


def _check_free(host: str, port: int) -> None:
    """Raise OutputRefused where nothing can listen on the address, before anything is said of it."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as tried:
        tried.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            tried.bind((host, port))
        except OSError as error:
            raise OutputRefused(
                f"port {port} of {host} cannot be listened on ({error.strerror}). Name another one with --port."
            ) from error
