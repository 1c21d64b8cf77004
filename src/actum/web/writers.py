"""Who may write: the bearer of the token.

Takes       a request: its Authorization header (programs), or its cookie (browsers, after the token was given once).
Gives       Writer, with the name under which the bearer judges.
Method      tokens are compared in constant time; the cookie is HttpOnly and SameSite=Strict, and named for the
            workspace, so that two rooms on one machine do not take it from one another.
Leaves out  accounts: one token, and a name that the bearer gives.
"""

from __future__ import annotations

import hashlib
import hmac
from dataclasses import dataclass
from typing import Annotated
from urllib.parse import quote, unquote

from fastapi import Depends, Request, Response

from actum.errors import NotAllowed
from actum.web.room import Room

NAME_LENGTH = 80
"""Characters that an author's name may have, 2026-11-26."""


@dataclass(frozen=True, slots=True)
class Writer:
    """Who writes; `author` signs the judgements."""

    author: str


def writer_of(request: Request) -> Writer | None:
    """Who may write, by header or cookie; None for who may only read."""
    room = Room.of(request)
    scheme, _, given = request.headers.get("authorization", "").partition(" ")
    if scheme.lower() == "bearer" and same(given.strip(), room.settings.token):
        return Writer(clean_name(unquote(request.headers.get("x-author", ""))) or room.settings.author)
    token, _, author = request.cookies.get(cookie_name(room), "").partition(".")
    return Writer(clean_name(unquote(author)) or room.settings.author) if same(token, room.settings.token) else None


def needed(request: Request) -> Writer:
    """Who writes. Raises NotAllowed where the request has no token, or a wrong one."""
    found = writer_of(request)
    if found is None:
        raise NotAllowed("writing needs the token that was printed when the reading room was started. Enter it first.")
    return found


NeedsWriter = Annotated[Writer, Depends(needed)]


def same(given: str, token: str) -> bool:
    """Whether a given token is the room's; never where the room has none."""
    return bool(token) and hmac.compare_digest(given.encode("utf8", "replace"), token.encode())


def clean_name(name: str) -> str:
    """A name as it may sign: printable, one line, not too long; empty for none."""
    kept = " ".join("".join(char if char.isprintable() else " " for char in name).split())
    return kept[:NAME_LENGTH].strip()


def admit(response: Response, room: Room, author: str) -> None:
    """Let the browser that gets this response write from now on."""
    value = f"{room.settings.token}.{quote(clean_name(author), safe='')}"
    response.set_cookie(cookie_name(room), value, httponly=True, samesite="strict", path="/")


def dismiss(response: Response, room: Room) -> None:
    """Let the browser only read again."""
    response.delete_cookie(cookie_name(room), httponly=True, samesite="strict", path="/")


def cookie_name(room: Room) -> str:
    """The name of the cookie of this workspace."""
    return "actum-" + hashlib.sha256(str(room.workspace.root.resolve()).encode()).hexdigest()[:12]
