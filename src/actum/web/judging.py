"""Judge from the room: one door for forms and JSON, signed and timed.

Takes       the room, who writes, and what was decided.
Gives       the judgement as logged; the build is brought up to date behind it.
Leaves out  what a judgement may say: `workflow.judge` checks that.
"""

from __future__ import annotations

from datetime import UTC, datetime

from actum.model.judgement import Judgement
from actum.store.files import Row
from actum.web.bodies import FactJudgement, NameJudgement, ReadingJudgement, UndoJudgement
from actum.web.room import Room
from actum.web.writers import Writer
from actum.workflow.judge import (
    Signed,
    judge_correction,
    judge_fact,
    judge_name,
    judge_reading,
    judge_undo,
)

Decided = FactJudgement | NameJudgement | ReadingJudgement | UndoJudgement


def judge(room: Room, writer: Writer, decided: Decided) -> Judgement:
    """Take a decision down and ask for a build. Raises JudgementRefused, NoSuchFact, NoSuchWork, NotBuilt."""
    signed = Signed(writer.author, datetime.now(UTC).isoformat(timespec="seconds"), decided.note)
    made = _judge(room, decided, signed)
    room.jobs.ask()
    return made


def _judge(room: Room, decided: Decided, signed: Signed) -> Judgement:
    workspace = room.workspace
    if isinstance(decided, NameJudgement):
        return judge_name(workspace, decided.unknown, decided.slug, signed=signed)
    if isinstance(decided, UndoJudgement):
        return judge_undo(workspace, decided.number, signed=signed)
    if isinstance(decided, ReadingJudgement):
        around = (decided.before, decided.after)
        return judge_reading(
            workspace, decided.work, quote=decided.quote, around=around, reading=decided.becomes, signed=signed
        )
    if decided.kind == "correct":
        return judge_correction(workspace, decided.fact, dict(decided.fields), signed=signed)
    return judge_fact(workspace, decided.kind, decided.fact, signed=signed)


def changed(row: Row, fields: dict[str, str]) -> dict[str, str | int | bool | list[str]]:
    """The fields of a form that differ from the fact, as the log has them."""
    typed = {name: _typed(name, value.strip()) for name, value in fields.items()}
    return {name: value for name, value in typed.items() if name in row and row[name] != value}


def _typed(name: str, value: str) -> str | int | bool | list[str]:
    if name == "strength" and value.isdecimal() and value.isascii():
        return int(value[:4])
    if name == "veiled":
        return {"true": True, "false": False}.get(value, value)
    return sorted(set(value.upper().replace(",", " ").split())) if name == "holder" else value
