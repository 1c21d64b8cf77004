"""`actum regime`: what is in force as of a date, by whose telling, and the events that prove it."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Annotated

import typer

from actum.cli.options import Format, FormatOption, WorkspaceOption, workspace_if_any
from actum.cli.rows import Column, counted, say, show, write
from actum.errors import DataFault
from actum.registry.edtf import days
from actum.store.files import Row
from actum.store.row_keys import ROW_KEYS
from actum.workflow.regime import Asked, register_rows

SHOWN = 3
"""Quotes of texts that a cell lists before it counts the rest, 2026-11-26."""


def regime(
    instruments: Annotated[
        list[str] | None,
        typer.Argument(metavar="[INSTRUMENT]…", help="Slugs, or names in any language; without any, all."),
    ] = None,
    workspace: WorkspaceOption = None,
    form: FormatOption = Format.table,
    as_of: Annotated[
        list[str] | None,
        typer.Option("--as-of", metavar="DATE", help="As of this day, month or year, today without; may be repeated."),
    ] = None,
    known_on: Annotated[
        str | None,
        typer.Option("--known-on", metavar="DATE", help="By what could be known then; without it, on the day asked."),
    ] = None,
    according_to: Annotated[
        list[str] | None,
        typer.Option("--according-to", metavar="WHO", help="By whose telling: CHN, unga, 中国 …; may be repeated."),
    ] = None,
) -> None:
    """What is in force, as of a date: told from the events of the register, each with its source.

    Without a name: every instrument that the workspace's works name; where there is no workspace, every one of the
    registry. What a text asserts stands beside the register's events, with its quote, and never overrides them. Where
    sides disagree, each has its answer. An instrument of which no event is known by then is unknown. A state is
    unverified where an event that proves it was not checked in a source (B general knowledge, C doubtful).

    \b
    Example:
      actum regime inf-treaty --as-of 2019-06-05
      actum regime unsc-resolution-2231 --as-of 2026-03-01 --according-to CHN
      actum regime npt ctbt --as-of 2000 --as-of 2025-05-08
      actum regime --as-of 2025-05-08 --format jsonl
    """
    for date in as_of or ():
        _dated("--as-of", date)
    _dated("--known-on", known_on)
    today = datetime.now(UTC).date().isoformat()
    asked = Asked(today, tuple(as_of or ()), known_on or "", tuple(according_to or ("*",)))
    rows = register_rows(workspace_if_any(workspace), instruments or (), asked)
    if not as_of:
        say(f"As of {today}, today.")
    columns = [*_STATES[:1], *(_AS_OF if len(as_of or ()) > 1 else ()), *_STATES[1:]]
    show(rows, form=form, keys=ROW_KEYS["regime"], columns=columns, empty="The works name no instrument.")
    if form is Format.table and len(rows) == 1:
        _show_events(rows[0])


def _dated(option: str, date: str | None) -> None:
    try:
        days(date or "2000")
    except DataFault as fault:
        raise typer.BadParameter(f"{option}: {fault}") from fault


def _show_events(row: Row) -> None:
    """Each side's answer where they disagree; all events that counted, those that prove the state marked."""
    if row["contested"]:
        write("\n")
        show(row["contested"], form=Format.table, keys=(), columns=_SIDES, empty="")
    proving = {event["id"] for event in row["proved_by"]}
    proving |= {event["id"] for side in row["contested"] for event in side["proved_by"]}
    events = [event | {"proves": event["id"] in proving} for event in (*row["events"], *row["said"])]
    if not events:
        say("No event of it was known by then.")
        return
    write("\n")
    show(events, form=Format.table, keys=(), columns=_EVENTS, empty="")


def _state(row: Row) -> str:
    """The state, and what must not be missed."""
    return "\n".join([row["state"], *(f"Note: {line}" for line in row.get("caveats", ()))])


def _what(row: Row) -> str:
    return row["instrument"] if row["name"] == row["instrument"] else f"{row['instrument']}\n{row['name']}"


def _sure(row: Row) -> str:
    return "unverified" if row["unverified"] else "checked" if row["proved_by"] else ""


def _proof(row: Row) -> str:
    """The proving events in short; what texts say stands below, with its quote."""
    lines = [f"{_event(one)}: {one['source']}{_mark(one)}" for one in row["proved_by"] if not one["quote"]]
    said = {one["id"]: one for one in (*row.get("said", ()), *row["proved_by"]) if one["quote"]}
    told = [f"{_event(one)}: said by {_who(one)}: “{_quote(one)}”" for one in said.values()]
    more = [f"and {counted(len(told) - SHOWN, 'text')} more"] if len(told) > SHOWN else []
    return "\n".join([*lines, *told[:SHOWN], *more])


def _event(event: Row) -> str:
    parts = [event["date"], "purportedly" if event["purported"] else "", event["type"], *event["parties"]]
    return " ".join([*filter(None, parts), *([f"until {event['until']}"] if event["until"] else [])])


def _mark(event: Row) -> str:
    return f" (unverified, {event['sure']})" if event["unverified"] else ""


def _quote(event: Row) -> str:
    return str(event["quote"]["text"]).replace("\n", "")


def _who(event: Row) -> str:
    return ", ".join(one for one in event["according_to"] if one != "*")


def _type(event: Row) -> str:
    told = ["purportedly"] if event["purported"] else []
    told += [event["type"], event["outcome"] and f"(outcome: {event['outcome']})"]
    told += [f"until {event['until']}"] if event["until"] not in ("", "..") else []
    told += [f"effective {event['effective']}"] if event["effective"] else []
    return " ".join(filter(None, told))


def _source(event: Row) -> str:
    note = f"; {event['note']}" if event["note"] else ""
    if event["quote"]:
        return f"text {event['work']}: “{_quote(event)}”"
    return f"{event['source']}{note}{_mark(event)}"


_STATES = (
    Column("instrument", _what, folds=True),
    Column("state", _state, folds=True),
    Column("since", lambda row: row["since"]),
    Column("until", lambda row: row["until"]),
    Column("sure", _sure),
    Column("proved by", _proof, folds=True),
)
_AS_OF = (Column("as of", lambda row: row["as_of"]),)
_SIDES = (
    Column("by the telling of", lambda row: ", ".join(row["who"]) or "the register, undisputed", folds=True),
    Column("state", _state, folds=True),
    Column("since", lambda row: row["since"]),
    Column("sure", _sure),
    Column("proved by", _proof, folds=True),
)
_EVENTS = (
    Column("proves", lambda event: "yes" if event["proves"] else ""),
    Column("date", lambda event: event["date"]),
    Column("event", _type, folds=True),
    Column("of", lambda event: ", ".join(event["parties"]) or "whole"),
    Column("according to", lambda event: _who(event) or "undisputed", folds=True),
    Column("source", _source, folds=True),
)
