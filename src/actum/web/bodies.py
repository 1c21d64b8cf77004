"""What the JSON routes take and give, as OpenAPI tells it.

Takes       nothing.
Gives       models of bodies and answers, and the answers that tell what was refused.
Leaves out  rows: they are as the verbs print them (`docs/verbs.md`), described as objects.
"""

from __future__ import annotations

from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field

Text = Field(min_length=1, max_length=2000)
RowBody = dict[str, Any]


class Problem(BaseModel):
    """What was refused, and why, in one line."""

    error: str
    says: str


class _Body(BaseModel):
    model_config = ConfigDict(extra="forbid")


class FactJudgement(_Body):
    """A fact is right, is none, or is right but for some fields."""

    kind: Literal["accept", "reject", "correct"]
    fact: str = Field(pattern=r"^[pem][0-9a-f]{8}$")
    fields: dict[str, str | int | bool | list[str]] = Field(default_factory=dict, max_length=8)
    note: str = Field(default="", max_length=2000)


class NameJudgement(_Body):
    """What an unknown name means."""

    kind: Literal["name"]
    unknown: str = Text
    slug: str = Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=200)
    note: str = Field(default="", max_length=2000)


class ReadingJudgement(_Body):
    """What shall stand at one place of an established text."""

    kind: Literal["reading"]
    work: str = Text
    quote: str = Text
    before: str = Field(default="", max_length=2000)
    after: str = Field(default="", max_length=2000)
    becomes: str = Field(max_length=2000)
    note: str = Field(default="", max_length=2000)


class UndoJudgement(_Body):
    """An earlier judgement holds no more."""

    kind: Literal["undo"]
    number: int = Field(ge=1, le=10**9)
    note: str = Field(default="", max_length=2000)


class Judged(BaseModel):
    """A judgement as it stands in the log."""

    id: int
    kind: str
    author: str
    when: str


class Entrance(_Body):
    """The token, and the name to sign with."""

    token: str = Field(min_length=1, max_length=200)
    author: str = Field(default="", max_length=200)


class Entered(BaseModel):
    """Under which name the bearer writes."""

    author: str


class ProgressBody(BaseModel):
    """How far work in the background is."""

    running: bool
    what: str
    done: int
    of: int
    lines: list[str]
    error: str
    finished: int
    build: str


REFUSED: dict[int | str, dict[str, Any]] = {
    status: {"model": Problem, "description": says}
    for status, says in (
        (400, "The request is no such request."),
        (403, "Writing needs the token, and one of the room's own pages."),
        (404, "There is no such thing in this build."),
        (409, "It names nothing exact, or nothing has been built yet."),
        (411, "The length of the body is not said."),
        (413, "The body is too large."),
        (422, "A value is none that may stand there."),
        (503, "The workspace is held by another process."),
    )
}
"""Answers that tell what was refused."""
