"""What stands before every request: which names the server answers to, how much it takes, what a browser may do.

Takes       an ASGI application, the settings, and what refuses who may not write.
Gives       the same application, guarded.
Method      a Host that is not ours is refused (DNS rebinding); what changes something must come from our own pages
            (Origin, Sec-Fetch-Site), and from who may write: told by the headers, before a byte of the body is read.
            Every answer carries a strict policy and says that it is not to be sniffed.
Leaves out  who may write: see `writers`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from actum.web.settings import Settings

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}
BODY_BYTES = 256 * 1024
"""Bytes of a request that is no upload; the longest judgement has a few thousand characters, 2026-11-26."""
_READING = frozenset({"GET", "HEAD", "OPTIONS"})
_DOORS = ("/enter", "/leave")
"""How paths end that need no token: the one takes it, the other gives it back."""
Refuse = Callable[[Request], Response | None]
"""The answer to who may not write; None for who may."""


class Guard:
    """The guard as ASGI middleware."""

    def __init__(self, app: ASGIApp, settings: Settings, refuse: Refuse) -> None:
        self.app = app
        self.refuse = refuse
        self.upload_bytes = settings.upload_bytes
        self.hosts = frozenset(name.lower() for name in settings.hosts)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a refused request; pass every other on, with the headers set on its answer."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return

        async def sending(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message).update(HEADERS)
            await send(message)

        refused = self._refusal(scope["method"], scope["path"], Headers(scope=scope))
        if refused:
            await PlainTextResponse(refused[1] + "\n", refused[0])(scope, receive, sending)
            return
        writes = scope["method"] not in _READING and not scope["path"].endswith(_DOORS)
        closed = await run_in_threadpool(self.refuse, Request(scope)) if writes else None
        await (closed or self.app)(scope, receive, sending)

    def _refusal(self, method: str, path: str, headers: Headers) -> tuple[int, str] | None:
        """Status and line of a refusal; None for what may pass."""
        host = headers.get("host", "").lower()
        if name_of(host) not in self.hosts:
            return 421, f"This server does not answer to the name “{host}”. Start it with --answer-to NAME if it shall."
        if method in _READING:
            return None
        if not _from_here(headers, host):
            return 403, "A request that changes something must come from the reading room's own pages."
        return self._too_large(path, headers)

    def _too_large(self, path: str, headers: Headers) -> tuple[int, str] | None:
        """Why a body is not read: it must say its length, and the server reads no more than it says."""
        length = headers.get("content-length", "" if "transfer-encoding" in headers else "0")
        if not (length.isascii() and length.isdecimal()):
            return 411, "Say the length of the body (Content-Length)."
        limit = self.upload_bytes if path.endswith(("/files", "/add")) else BODY_BYTES
        return (413, f"{int(length):,} bytes at once (limit {limit:,}). Send less.") if int(length) > limit else None


def _from_here(headers: Headers, host: str) -> bool:
    """Whether a browser says that one of our own pages asks; a program that is no browser says nothing of it."""
    origin = headers.get("origin")
    if origin is not None and origin.partition("://")[2].lower() != host:
        return False
    return headers.get("sec-fetch-site", "same-origin") in {"same-origin", "none"}


def name_of(host: str) -> str:
    """The name in a Host header, without its port."""
    name, colon, port = host.rpartition(":")
    return name if colon and port.isdigit() else host


def names_for(address: str, more: Iterable[str] = ()) -> tuple[str, ...]:
    """The names to answer to when bound to an address, with those that were given."""
    own = f"[{address}]" if ":" in address else address
    wide = {"0.0.0.0", "[::]"}  # noqa: S104  compared with, never bound to
    return tuple(dict.fromkeys([*(() if own in wide else (own,)), *more]))
