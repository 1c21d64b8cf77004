"""Take down what a person decided, checked against what is there, before it enters the log.

Takes       a workspace, the words of the person, who and when.
Gives       the judgement as logged.
Method      a judgement is anchored by content (SHA-256 of copies, quotes), never by numbers that a rebuild may move;
            what is not there exactly once is refused with the reason.
Leaves out  the effect of a judgement: the next build has it.
"""

from __future__ import annotations

import json
from collections.abc import Container, Iterable
from dataclasses import dataclass

from actum.errors import JudgementRefused
from actum.model.judgement import Judgement, JudgementKind
from actum.store.fact_judgements import ON_MAP, fact_id_of
from actum.store.files import Row, read_rows
from actum.store.judgements import add_judgement, holding, read_judgements
from actum.store.workspace import Workspace
from actum.workflow.causal_map import unnamed
from actum.workflow.copies import stored_copy
from actum.workflow.judge_values import UNKNOWN, check_fields, check_slug
from actum.workflow.registers import registry_of
from actum.workflow.show import established_text, find_fact, find_work

SHA_GIVEN = 6
"""Hexadecimal digits of a SHA-256 that may name a copy; fewer are rather the name of a file, 2026-11-26."""


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
    text = stored_copy(workspace, sha256).text
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
    """A fact is right but for some fields, which shall have these values.

    Raises JudgementRefused where a field is none that a person may set on this fact, or a value none that it may have.
    """
    subject = _fact(workspace, name)
    held = {code for row in read_rows(workspace.built() / "positions.jsonl") for code in row["holder"]}
    check_fields(subject["fact"], fields, registry_of(workspace), held=held)
    return _log(workspace, "correct", subject, value=json.dumps(fields, ensure_ascii=False), signed=signed)


def judge_name(workspace: Workspace, unknown: str, slug: str, *, signed: Signed) -> Judgement:
    """An unknown name, wherever it stands, names what the registry has under `slug`, or a slug of the person's own.

    It may be a mention's, or that of words at an end of the causal map; named once, all equal ones are.
    """
    named = {row["id"] for row in read_rows(workspace.built() / "mentions.jsonl")}
    # named before, it no longer stands in the build; a later name takes the place of the earlier one
    said = (dict(one.subject) for one in holding(read_judgements(workspace.judgement_log)) if one.kind == "name")
    earlier = {one["unknown"]: one for one in said}
    subject = {"unknown": unknown} if unknown in named else earlier.get(unknown, {})
    if not subject and unknown in unnamed(workspace):
        subject = {"unknown": unknown, "of": ON_MAP}
    if not unknown.startswith(UNKNOWN) or not subject:
        raise JudgementRefused(
            f"“{unknown}” is no unknown name of this workspace. List them with: actum registry candidates, actum map"
        )
    check_slug(slug)
    return _log(workspace, "name", subject, value=slug, signed=signed)


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
    """The SHA-256 of the copy that `name` means: a path as `works` shows it, its last parts, or the SHA-256's start.

    Raises JudgementRefused where none or several answer.
    """
    rows = [row for row in workspace.places().values() if "sha256" in row]
    whole: set[str] = {row["sha256"] for row in rows if row["path"] == name}
    found = whole or {row["sha256"] for row in rows if _answers(row, name)}
    if len(found) != 1:
        what = "several copies answer to" if found else "no copy answers to"
        raise JudgementRefused(f"{what} “{name}”. Name a copy by its path as `actum works` shows it, or its SHA-256.")
    return found.pop()


def _answers(row: Row, name: str) -> bool:
    # a.txt is not the end of data.txt: only whole parts of a path name it
    return f"/{row['path']}".endswith(f"/{name}") or (len(name) >= SHA_GIVEN and row["sha256"].startswith(name))


def without_copies(judgements: Iterable[Judgement], copies: Container[str]) -> list[str]:
    """A line for each judgement on a copy whose bytes no path leads to any more; `copies` are those in use."""
    lines = []
    for one in judgements:
        gone = [sha256 for key, sha256 in one.subject if key in {"copy", "other"} and sha256 not in copies]
        if gone:
            lines.append(
                f"judgement {one.id} is not applied: it is on the copy {gone[0][:12]}, which no path leads to any more "
                "(its file has changed). Add a file with the former bytes, or judge anew."
            )
    return lines


def bounds(text: str, *, first: str, last: str) -> tuple[int, int]:
    """Start and end of the text between two quotes, both included. Raises JudgementRefused."""
    once(text, first, where="the copy")
    start = text.index(first)
    once(text[start:], last, where="the copy, from there on")
    return start, text.index(last, start) + len(last)


def once(text: str, quote: str, *, where: str) -> None:
    """Raise JudgementRefused unless `quote` stands in `text` exactly once."""
    if not quote:
        raise JudgementRefused(
            f"no words of {where} were given; a judgement needs words that stand there exactly once."
        )
    count = text.count(quote)
    if count != 1:
        times = "does not stand" if count == 0 else f"stands {count} times"
        raise JudgementRefused(f"“{quote}” {times} in {where}; a judgement needs words that stand there exactly once.")


def _log(
    workspace: Workspace, kind: JudgementKind, subject: dict[str, str], *, value: str, signed: Signed
) -> Judgement:
    made = Judgement(0, kind, tuple(subject.items()), value, signed.author, signed.when, signed.note)
    with workspace.judging():
        return add_judgement(workspace.judgement_log, made)
