"""Who may write: the bearer of the token.

Takes       a request: its Authorization header (programs), or its cookie (browsers, after the token was given once).
Gives       Writer, with the name under which the bearer judges; Sessions, the browsers that were let in.
Method      tokens are compared in constant time. The cookie holds a random number that this server alone knows, never
            the token: cookies know no ports, so that every server of the machine is sent it. It is HttpOnly and
            SameSite=Strict, and named for the workspace, so that two rooms do not take it from one another. The server
            keeps a digest of the number, and looks that up: how long it takes tells nothing of the number.
Leaves out  accounts: one token, and a name that the bearer gives. Who was let in must enter again after a new start.
"""

from __future__ import annotations

import hashlib
import hmac
import secrets
from dataclasses import dataclass, field
from typing import Annotated
from urllib.parse import unquote

from fastapi import Depends, Request, Response

from actum.errors import DataFault, NotAllowed
from actum.web.room import Room

NAME_LENGTH = 80
"""Characters that an author's name may have, 2026-11-26."""
SESSION_BYTES = 32
"""Random bytes of what a browser is let in by, 2026-11-26."""
NEEDED = "writing needs the token that was printed when the reading room was started. Enter it first."
SESSIONS = 1000
"""Browsers that are let in at once; one more shuts out who came first, 2026-11-26."""


@dataclass(frozen=True, slots=True)
class Writer:
    """Who writes; `author` signs the judgements."""

    author: str


@dataclass(frozen=True, slots=True)
class Sessions:
    """The browsers that were let in, by the digest of their number, with the name each gave; the earliest first."""

    authors: dict[bytes, str] = field(default_factory=dict)

    def open(self, author: str) -> str:
        """Let one more in; what its cookie has to hold."""
        number = secrets.token_urlsafe(SESSION_BYTES)
        self.authors[_digest(number)] = author
        for old in list(self.authors)[:-SESSIONS]:
            self.authors.pop(old, None)
        return number

    def author(self, number: str) -> str | None:
        """The name that was given by who has the number; None where nobody has it."""
        return self.authors.get(_digest(number)) if number else None

    def close(self, number: str) -> None:
        """Let its bearer in no more."""
        self.authors.pop(_digest(number), None)

    @classmethod
    def of(cls, request: Request) -> Sessions:
        """The sessions of the server that a request came to. Raises DataFault where `create_app` did not make it."""
        found = getattr(request.app.state, "sessions", None)
        if not isinstance(found, cls):
            raise DataFault("this server was not made by create_app. Start it with: actum serve")
        return found


def _digest(number: str) -> bytes:
    return hashlib.sha256(number.encode("utf8", "replace")).digest()


def writer_of(request: Request) -> Writer | None:
    """Who may write, by header or cookie; None for who may only read."""
    room = Room.of(request)
    scheme, _, given = request.headers.get("authorization", "").partition(" ")
    if scheme.lower() == "bearer" and same(given.strip(), room.settings.token):
        return Writer(clean_name(unquote(request.headers.get("x-author", ""))) or room.settings.author)
    author = Sessions.of(request).author(request.cookies.get(cookie_name(room), ""))
    return None if author is None else Writer(author or room.settings.author)


def needed(request: Request) -> Writer:
    """Who writes. Raises NotAllowed where the request has no token, or a wrong one."""
    found = writer_of(request)
    if found is None:
        raise NotAllowed(NEEDED)
    return found


NeedsWriter = Annotated[Writer, Depends(needed)]


def same(given: str, token: str) -> bool:
    """Whether a given token is the room's; never where the room has none."""
    return bool(token) and hmac.compare_digest(given.encode("utf8", "replace"), token.encode())


def clean_name(name: str) -> str:
    """A name as it may sign: printable, one line, not too long; empty for none."""
    kept = " ".join("".join(char if char.isprintable() else " " for char in name).split())
    return kept[:NAME_LENGTH].strip()


def admit(request: Request, response: Response, author: str) -> None:
    """Let the browser that asks, and gets this response, write from now on."""
    number = Sessions.of(request).open(clean_name(author))
    response.set_cookie(cookie_name(Room.of(request)), number, httponly=True, samesite="strict", path="/")


def dismiss(request: Request, response: Response) -> None:
    """Let the browser only read again."""
    name = cookie_name(Room.of(request))
    Sessions.of(request).close(request.cookies.get(name, ""))
    response.delete_cookie(name, httponly=True, samesite="strict", path="/")


def cookie_name(room: Room) -> str:
    """The name of the cookie of this workspace."""
    return "actum-" + hashlib.sha256(str(room.workspace.root.resolve()).encode()).hexdigest()[:12]
