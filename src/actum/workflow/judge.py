"""Take down what a person decided, checked against what is there, before it enters the log.

Takes       a workspace, the words of the person, who and when.
Gives       the judgement as logged.
Method      a judgement is anchored by content (SHA-256 of copies, quotes), never by numbers that a rebuild may move;
            what is not there exactly once is refused with the reason.
Leaves out  the effect of a judgement: the next build has it.
"""

from __future__ import annotations

import json
from dataclasses import dataclass

from actum.errors import JudgementRefused
from actum.model.judgement import Judgement, JudgementKind
from actum.read.read import read_copy
from actum.store.fact_judgements import CORRECTABLE, fact_id_of
from actum.store.files import read_rows
from actum.store.judgements import add_judgement
from actum.store.workspace import Workspace
from actum.workflow.show import established_text, find_fact, find_work


@dataclass(frozen=True, slots=True)
class Signed:
    """Who judges, when (ISO 8601, UTC), and the note that goes with it."""

    author: str
    when: str
    note: str = ""


def judge_pair(workspace: Workspace, kind: JudgementKind, pair: tuple[str, str], *, signed: Signed) -> Judgement:
    """Two copies bear the same text (`same`) or do not (`different`)."""
    shas = sorted(find_copy(workspace, name) for name in pair)
    if shas[0] == shas[1]:
        raise JudgementRefused(f"“{pair[0]}” and “{pair[1]}” are one copy (the same bytes): there is nothing to judge.")
    return _log(workspace, kind, {"copy": shas[0], "other": shas[1]}, value=kind, signed=signed)


def judge_boundary(workspace: Workspace, copy: str, *, first: str, last: str, signed: Signed) -> Judgement:
    """In this copy the official text begins with the words `first` and ends with the words `last`."""
    sha256 = find_copy(workspace, copy)
    text = read_copy(workspace.copy_bytes(sha256), place=copy).text
    bounds(text, first=first, last=last)
    return _log(workspace, "boundary", {"copy": sha256, "first": first, "last": last}, value="", signed=signed)


def judge_reading(
    workspace: Workspace, work: str, *, quote: str, around: tuple[str, str], reading: str, signed: Signed
) -> Judgement:
    """In this work, where the text has `quote` between the words `around`, it shall have `reading`."""
    row = find_work(workspace, work)
    text = established_text(workspace, row["work"])
    once(text, around[0] + quote + around[1], where=row["work"])
    subject = {
        "work": row["work"],
        "copy": row["witnesses"][0]["sha256"],
        "quote": quote,
        "before": around[0],
        "after": around[1],
    }
    return _log(workspace, "reading", subject, value=reading, signed=signed)


def judge_fact(workspace: Workspace, kind: JudgementKind, name: str, *, signed: Signed) -> Judgement:
    """A fact is right (`accept`) or none (`reject`)."""
    return _log(workspace, kind, _fact(workspace, name), value=kind, signed=signed)


def judge_correction(workspace: Workspace, name: str, fields: dict[str, object], *, signed: Signed) -> Judgement:
    """A fact is right but for some fields, which shall have these values."""
    row = find_fact(workspace, name)
    if wrong := sorted(field for field in fields if field not in CORRECTABLE or field not in row):
        may = ", ".join(sorted(CORRECTABLE & set(row)))
        raise JudgementRefused(f"{', '.join(wrong)} cannot be set on this fact; what can: {may}.")
    return _log(
        workspace, "correct", _fact(workspace, name), value=json.dumps(fields, ensure_ascii=False), signed=signed
    )


def judge_name(workspace: Workspace, unknown: str, slug: str, *, signed: Signed) -> Judgement:
    """An unknown name, wherever it stands, names what the registry has under `slug`, or a slug of the person's own."""
    if unknown not in {row["id"] for row in read_rows(workspace.built() / "mentions.jsonl")}:
        raise JudgementRefused(f"nothing is named “{unknown}” here. List unknown names with: actum registry candidates")
    return _log(workspace, "name", {"unknown": unknown}, value=slug, signed=signed)


def _fact(workspace: Workspace, name: str) -> dict[str, str]:
    row = find_fact(workspace, name)
    return {
        "fact": fact_id_of(row),
        "work": row["work"],
        "division": row["division"],
        "sentence": row["sentence"]["text"],
    }


def judge_undo(workspace: Workspace, number: int, *, signed: Signed) -> Judgement:
    """An earlier judgement holds no more; the log keeps both."""
    return _log(workspace, "undo", {}, value=str(number), signed=signed)


def find_copy(workspace: Workspace, name: str) -> str:
    """The SHA-256 of the copy that `name` means: a path as `works` shows it, its end, or the beginning of the SHA-256.

    Raises JudgementRefused where none or several answer.
    """
    rows = [row for row in workspace.places().values() if "sha256" in row]
    found: set[str] = {row["sha256"] for row in rows if row["path"] == name} or {
        row["sha256"] for row in rows if row["path"].endswith(name) or row["sha256"].startswith(name)
    }
    if len(found) != 1:
        what = "several copies answer to" if found else "no copy answers to"
        raise JudgementRefused(f"{what} “{name}”. Name a copy by its path as `actum works` shows it, or its SHA-256.")
    return found.pop()


def bounds(text: str, *, first: str, last: str) -> tuple[int, int]:
    """Start and end of the text between two quotes, both included. Raises JudgementRefused."""
    once(text, first, where="the copy")
    start = text.index(first)
    once(text[start:], last, where="the copy, from there on")
    return start, text.index(last, start) + len(last)


def once(text: str, quote: str, *, where: str) -> None:
    """Raise JudgementRefused unless `quote` stands in `text` exactly once."""
    count = text.count(quote) if quote else 0
    if count != 1:
        times = "does not stand" if count == 0 else f"stands {count} times"
        raise JudgementRefused(f"“{quote}” {times} in {where}; a judgement needs words that stand there exactly once.")


def _log(
    workspace: Workspace, kind: JudgementKind, subject: dict[str, str], *, value: str, signed: Signed
) -> Judgement:
    made = Judgement(0, kind, tuple(subject.items()), value, signed.author, signed.when, signed.note)
    with workspace.writing():
        return add_judgement(workspace.judgement_log, made)
