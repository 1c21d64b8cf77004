"""The server: pages, the JSON behind them, files of the interface, and what becomes of errors.

Takes       a workspace and settings.
Gives       a FastAPI application.
Method      each page has one route a language; a page that was being read when a new build came is read again.
Leaves out  starting it: `cli/serve.py` does.
"""

from __future__ import annotations

from collections.abc import Callable
from http import HTTPStatus
from importlib import resources

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import HTMLResponse, JSONResponse, RedirectResponse, Response
from starlette.exceptions import HTTPException
from starlette.staticfiles import StaticFiles

import actum
from actum.errors import (
    ActumError,
    BuildGone,
    JudgementRefused,
    NoSuchConcept,
    NoSuchFact,
    NoSuchRow,
    NoSuchWork,
    NotAllowed,
    NotBuilt,
    NotComparable,
    WorkspaceBusy,
)
from actum.store.workspace import Workspace
from actum.web.jobs import Jobs
from actum.web.links import Links
from actum.web.page import Asked, Page
from actum.web.render import draw, draw_template
from actum.web.room import Room
from actum.web.safety import Guard
from actum.web.settings import Settings
from actum.web.site import PAGES, ROUTERS
from actum.web.warm import warm
from actum.web.words import UIS
from actum.web.writers import NEEDED, Sessions, writer_of

TRIES = 3
"""How often a page is read anew when builds replace one another under it, 2026-11-26."""
STATUS: dict[type[Exception], HTTPStatus] = {
    NoSuchWork: HTTPStatus.NOT_FOUND,
    NoSuchConcept: HTTPStatus.NOT_FOUND,
    NoSuchFact: HTTPStatus.NOT_FOUND,
    NoSuchRow: HTTPStatus.NOT_FOUND,
    NotBuilt: HTTPStatus.CONFLICT,
    NotComparable: HTTPStatus.BAD_REQUEST,
    NotAllowed: HTTPStatus.FORBIDDEN,
    JudgementRefused: HTTPStatus.CONFLICT,
    WorkspaceBusy: HTTPStatus.SERVICE_UNAVAILABLE,
    BuildGone: HTTPStatus.SERVICE_UNAVAILABLE,
}
"""How each error of ours is told by HTTP; any other is a fault of the server's."""


def create_app(workspace: Workspace, settings: Settings) -> FastAPI:
    """The reading room of a workspace."""
    app = FastAPI(
        title="Actum reading room",
        version=actum.__version__,
        summary="The JSON behind the pages. Reading needs nothing; what writes needs the token.",
        docs_url=None,
        redoc_url=None,
        openapi_url="/api/openapi.json",
    )
    app.state.room = Room(workspace, settings, Jobs(workspace, warm if settings.ahead else None))
    app.state.sessions = Sessions()
    for ui in UIS:
        for page in PAGES:
            app.add_api_route(f"/{ui}/{page.path}", serving(page, ui), methods=["GET", "HEAD"], include_in_schema=False)
    for router in ROUTERS:
        app.include_router(router)
    app.add_api_route("/", _door, methods=["GET", "HEAD"], include_in_schema=False)
    app.mount("/static", StaticFiles(packages=[("actum.web", "static")]))
    app.add_exception_handler(ActumError, _told)
    app.add_exception_handler(HTTPException, _told)
    app.add_exception_handler(RequestValidationError, _told)
    app.add_exception_handler(Exception, _told)
    app.add_middleware(Guard, settings=settings, refuse=_unless_writer)
    return app


def serving(page: Page, ui: str) -> Callable[[Request], Response]:
    """The function that answers for a page in one language."""

    def serve(request: Request) -> Response:
        for left in range(TRIES, 0, -1):
            try:
                html = draw(page, asked_by(request, page, ui), PAGES)
                return HTMLResponse(html, headers={"Cache-Control": "no-cache"})
            except BuildGone:
                if left == 1:
                    raise
        raise BuildGone("unreachable")

    return serve


def asked_by(request: Request, page: Page | None, ui: str) -> Asked:
    """What a request asks, of the build that holds now."""
    room = Room.of(request)
    writer = writer_of(request)
    params = {name: str(value) for name, value in request.path_params.items()}
    query = {name: tuple(request.query_params.getlist(name)) for name in request.query_params}
    here = page.path.format(**params) if page else ""
    paths = {one.name: one.path for one in PAGES}
    link = Links(paths, ui, here, asked=query)
    return Asked.of(room.workspace, link, params, writer=writer.author if writer else "")


def _door(request: Request) -> Response:
    """To the first page, in the first language that the browser asks for and the room has."""
    return RedirectResponse(f"/{preferred(request.headers.get('accept-language', ''))}/", HTTPStatus.SEE_OTHER)


def preferred(accepted: str) -> str:
    """The language of the interface that an Accept-Language header asks for first; weights are in order as sent."""
    for part in accepted.split(","):
        tag = part.partition(";")[0].strip().lower().partition("-")[0]
        if tag in UIS:
            return tag
    return UIS[0]


def _unless_writer(request: Request) -> Response | None:
    """What who may not write is answered, by the headers alone: the body was not read."""
    return None if writer_of(request) else _told(request, NotAllowed(NEEDED))


def _told(request: Request, error: Exception) -> Response:
    """An error as the asker reads: JSON below /api, a page elsewhere."""
    status, says = _status(error), _line(error)
    if request.url.path.startswith("/api/"):
        return JSONResponse({"error": type(error).__name__, "says": says}, status)
    first = request.url.path.split("/")[1]
    ui = first if first in UIS else preferred(request.headers.get("accept-language", ""))
    asked = asked_by(request, None, ui)
    page = draw_template("error.html", asked, PAGES, {"page": "error", "status": int(status), "says": says})
    return HTMLResponse(page, status)


def _status(error: Exception) -> int:
    if isinstance(error, HTTPException):
        return error.status_code
    if isinstance(error, RequestValidationError):
        return HTTPStatus.UNPROCESSABLE_ENTITY
    return next(
        (status for kind, status in STATUS.items() if isinstance(error, kind)), HTTPStatus.INTERNAL_SERVER_ERROR
    )


def _line(error: Exception) -> str:
    if isinstance(error, HTTPException):
        return str(error.detail)
    if isinstance(error, RequestValidationError):
        return "; ".join(f"{'.'.join(map(str, one['loc']))}: {one['msg']}" for one in error.errors())
    if isinstance(error, ActumError):
        return str(error)
    return f"the server failed ({type(error).__name__}); what happened stands where it was started."


STATIC = resources.files("actum.web") / "static"
"""The files of the interface, for the static site."""
