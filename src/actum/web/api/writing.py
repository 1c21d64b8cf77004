"""JSON for who writes: enter, judge, add files. Every route needs the token.

Takes       requests.
Gives       what was taken down.
Leaves out  forms of pages: see `forms`.
"""

from __future__ import annotations

from dataclasses import asdict
from http import HTTPStatus
from typing import Annotated

from fastapi import APIRouter, Body, File, Request, Response, UploadFile

from actum.errors import NotAllowed
from actum.web.bodies import (
    REFUSED,
    Entered,
    Entrance,
    FactJudgement,
    Judged,
    NameJudgement,
    ProgressBody,
    ReadingJudgement,
    UndoJudgement,
)
from actum.web.judging import judge
from actum.web.room import Room
from actum.web.uploads import kept_files
from actum.web.writers import NeedsWriter, admit, clean_name, dismiss, same

router = APIRouter(prefix="/api", tags=["writing"], responses={**REFUSED})
Files = Annotated[list[UploadFile], File(min_length=1)]
AnyJudgement = Annotated[FactJudgement | NameJudgement | ReadingJudgement | UndoJudgement, Body(discriminator="kind")]


@router.post("/enter")
def enter(request: Request, response: Response, entrance: Entrance) -> Entered:
    """Let this browser write: it gets a cookie that only our own pages send back."""
    room = Room.of(request)
    if not same(entrance.token, room.settings.token):
        raise NotAllowed("that is not the token that was printed when the reading room was started.")
    author = clean_name(entrance.author) or room.settings.author
    admit(request, response, author)
    return Entered(author=author)


@router.post("/leave")
def leave(request: Request, response: Response) -> Entered:
    """Let this browser only read again."""
    dismiss(request, response)
    return Entered(author="")


@router.post("/judgements", status_code=HTTPStatus.CREATED)
def judgement(request: Request, writer: NeedsWriter, decided: AnyJudgement) -> Judged:
    """Take a judgement down; the build is brought up to date behind it."""
    made = judge(Room.of(request), writer, decided)
    return Judged(id=made.id, kind=made.kind, author=made.author, when=made.when)


@router.post("/files", status_code=HTTPStatus.ACCEPTED)
def files(request: Request, _writer: NeedsWriter, files: Files) -> ProgressBody:
    """Take files in and build; `/api/progress` tells how far it is, and what could not be read."""
    room = Room.of(request)
    return ProgressBody.model_validate(asdict(room.jobs.ask(kept_files(room, files))))


@router.post("/build", status_code=HTTPStatus.ACCEPTED)
def build(request: Request, _writer: NeedsWriter) -> ProgressBody:
    """Bring the build up to date."""
    return ProgressBody.model_validate(asdict(Room.of(request).jobs.ask()))
