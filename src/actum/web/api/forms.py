"""Forms of the pages, so that judging and adding need no script: each does what its JSON route does, then leads back.

Takes       POSTed forms; every one but the entrance needs the token.
Gives       a redirect to where the reader was.
Leaves out  GET: nothing changes by it.
"""

from __future__ import annotations

from http import HTTPStatus
from typing import Annotated, Any, TypeVar
from urllib.parse import quote

from fastapi import APIRouter, Form, Request, UploadFile
from fastapi.responses import RedirectResponse
from pydantic import ValidationError

from actum.errors import JudgementRefused, NotAllowed
from actum.web.bodies import FactJudgement, NameJudgement, ReadingJudgement, UndoJudgement
from actum.web.judging import changed, judge
from actum.web.links import top
from actum.web.room import Room
from actum.web.uploads import kept_files
from actum.web.words import UIS
from actum.web.writers import NeedsWriter, admit, clean_name, dismiss, same
from actum.workflow.room import snapshot

router = APIRouter(include_in_schema=False)
Ui = Annotated[str, "the language of the interface"]
Word = Annotated[str, Form(max_length=2000)]
Body = TypeVar("Body", FactJudgement, NameJudgement, ReadingJudgement, UndoJudgement)
FIELDS = ("act", "strength", "holder", "sign", "kind", "id", "veiled")


@router.post("/{ui}/enter")
def enter(request: Request, ui: Ui, token: Word, author: Word = "", back: Word = "") -> RedirectResponse:
    """Let this browser write."""
    room = Room.of(request)
    if not same(token.strip(), room.settings.token):
        raise NotAllowed("that is not the token that was printed when the reading room was started.")
    answer = _to(_own(ui, back))
    admit(request, answer, clean_name(author) or room.settings.author)
    return answer


@router.post("/{ui}/leave")
def leave(request: Request, ui: Ui) -> RedirectResponse:
    """Let this browser only read again."""
    answer = _to(f"/{_known(ui)}/judge")
    dismiss(request, answer)
    return answer


@router.post("/{ui}/judge/fact")
async def judge_fact(request: Request, ui: Ui, writer: NeedsWriter) -> RedirectResponse:
    """A fact is right, is none, or is right but for what the form changed."""
    form = {name: str(value) for name, value in (await request.form(max_files=0, max_fields=20)).items()}
    return _judge_fact(Room.of(request), ui, writer, form)


def _judge_fact(room: Room, ui: str, writer: NeedsWriter, form: dict[str, str]) -> RedirectResponse:
    row = snapshot(room.workspace).fact(form.get("fact", ""))
    verdict, note = form.get("verdict", ""), form.get("note", "")[:2000]
    fields = changed(row, {name: form[name] for name in FIELDS if name in form}) if verdict == "correct" else {}
    if verdict not in {"accept", "reject", "correct"}:
        raise JudgementRefused(f"“{verdict}” is no verdict. Confirm, overrule or correct.")
    fact = form["fact"]
    judge(room, writer, _made(FactJudgement, kind=verdict, fact=fact, fields=fields, note=note))
    return _to(f"/{_known(ui)}/facts/{quote(row['work'])}/{quote(top(row['division']))}#{fact}")


@router.post("/{ui}/judge/name")
def judge_name(
    request: Request, ui: Ui, writer: NeedsWriter, unknown: Word, slug: Word, note: Word = ""
) -> RedirectResponse:
    """What an unknown name means."""
    judge(Room.of(request), writer, _made(NameJudgement, kind="name", unknown=unknown, slug=slug.strip(), note=note))
    return _to(f"/{_known(ui)}/judge")


@router.post("/{ui}/judge/undo")
def judge_undo(request: Request, ui: Ui, writer: NeedsWriter, number: Word, note: Word = "") -> RedirectResponse:
    """An earlier judgement holds no more."""
    judge(Room.of(request), writer, _made(UndoJudgement, kind="undo", number=number, note=note))
    return _to(f"/{_known(ui)}/judge")


@router.post("/{ui}/judge/reading")
def judge_reading(  # noqa: PLR0913, PLR0917  a form has as many fields as it has
    request: Request,
    ui: Ui,
    writer: NeedsWriter,
    work: Word,
    quoted: Annotated[str, Form(alias="quote", max_length=2000)],
    becomes: Word,
    before: Word = "",
    after: Word = "",
    note: Word = "",
) -> RedirectResponse:
    """What shall stand at one place of a text; forms send line ends as CR LF, texts have LF."""
    said = {"work": work, "quote": quoted, "before": before, "after": after, "becomes": becomes, "note": note}
    body = {name: value.replace("\r\n", "\n") for name, value in said.items()}
    judge(Room.of(request), writer, _made(ReadingJudgement, kind="reading", **body))
    return _to(f"/{_known(ui)}/read/{quote(work)}")


@router.post("/{ui}/add")
def add(request: Request, ui: Ui, _writer: NeedsWriter, files: list[UploadFile]) -> RedirectResponse:
    """Take files in and build."""
    room = Room.of(request)
    room.jobs.ask(kept_files(room, [file for file in files if file.filename]))
    return _to(f"/{_known(ui)}/add")


def _made(body: type[Body], **fields: Any) -> Body:
    try:
        return body(**fields)
    except ValueError as error:
        raise JudgementRefused("the form has a field that may not be so: " + "; ".join(_told(error))) from error


def _told(error: ValueError) -> list[str]:
    if not isinstance(error, ValidationError):
        return [str(error)]
    return [f"{'.'.join(map(str, one['loc']))}: {one['msg']}" for one in error.errors()]


def _known(ui: str) -> str:
    return ui if ui in UIS else UIS[0]


def _own(ui: str, back: str) -> str:
    """An address of our own to go back to; the page of judgements for any other."""
    local = back.startswith(tuple(f"/{one}/" for one in UIS)) and "\\" not in back and "//" not in back
    return back if local and back.isprintable() else f"/{_known(ui)}/judge"


def _to(address: str) -> RedirectResponse:
    return RedirectResponse(address, HTTPStatus.SEE_OTHER)
