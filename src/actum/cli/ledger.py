"""`actum ledger`: what was undertaken, demanded and laid down, and what stands beside it since."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Annotated

import typer

from actum.cli.options import Format, FormatOption, WorkspaceOption, open_workspace
from actum.cli.rows import Column, counted, say, show
from actum.errors import DataFault
from actum.model.entry import LEDGER_KINDS
from actum.model.fact import ACTS
from actum.regime.ledger.filter import LedgerAsked
from actum.registry.edtf import days
from actum.store.files import Row
from actum.store.row_keys import ROW_KEYS
from actum.workflow.ledger import ledger_rows

SHOWN = 3
"""Dates of later works that a cell lists before it counts the rest, 2026-11-26."""


def ledger(
    workspace: WorkspaceOption = None,
    form: FormatOption = Format.table,
    holder: Annotated[str | None, typer.Option("--holder", metavar="CODE", help="Only held by: CHN, RUS …")] = None,
    addressee: Annotated[
        str | None, typer.Option("--addressee", metavar="ID", help="Only addressed to: usa, npt-parties, or words.")
    ] = None,
    about: Annotated[
        str | None, typer.Option("--about", metavar="ID", help="Only about this, or its parts: ctbt, npt, opcw …")
    ] = None,
    kind: Annotated[str | None, typer.Option("--kind", "-k", help=f"Only: {', '.join(LEDGER_KINDS)}.")] = None,
    act: Annotated[str | None, typer.Option("--act", help=f"Only this act: {', '.join(ACTS)}.")] = None,
    work: Annotated[str | None, typer.Option("--work", metavar="WORK", help="Only of works whose id has this.")] = None,
    as_of: Annotated[
        str | None,
        typer.Option(
            "--as-of", metavar="DATE", help="As things stood at the end of that day, month or year; else today."
        ),
    ] = None,
    due_before: Annotated[
        str | None, typer.Option("--due-before", metavar="DATE", help="Only what surely falls due before that day.")
    ] = None,
    *,
    only_open: Annotated[
        bool, typer.Option("--open", help="Only what nothing has answered or overtaken, and no date closed.")
    ] = False,
    veiled: Annotated[
        bool, typer.Option("--veiled", help="Those meant and not named: with --addressee too, else only these.")
    ] = False,
) -> None:
    """Undertakings, demands, norms and stances, each with its due, and what happened and was said since.

    Each entry is one position, counted once however often its text repeats it. Beside it stand, dated, the register's
    events of the things it is about, and what later works in which all its holders speak have of them: said again,
    silent (told only of a whole text), not known. Nothing is said to be kept or broken. An entry is open until the
    meeting at which it was due has been held, the thing it is about has ended or come about, the one who alone holds it
    has stepped away from that thing, the one called on has done what was asked, or its date is past; the row says
    which. Stances, and matters of several parts of which one was answered, stay open. Without --as-of the ledger is of
    today.

    \b
    Example:
      actum ledger --about ctbt
      actum ledger --holder CHN --addressee usa --open --as-of 2026-01-01
      actum ledger --kind undertaking --format jsonl
    """
    _known("kind", kind, LEDGER_KINDS)
    _known("act", act, ACTS)
    _dated("--as-of", as_of)
    _dated("--due-before", due_before)
    asked = LedgerAsked(
        holder=holder, addressee=addressee, about=about, kind=kind, act=act, work=work, due_before=due_before,
        veiled=veiled, open=only_open,
    )  # fmt: skip
    today = datetime.now(UTC).date().isoformat()
    drawn = ledger_rows(open_workspace(workspace), asked, as_of=as_of or "", today=today)
    show(drawn.rows, form=form, keys=ROW_KEYS["ledger"], columns=_COLUMNS, empty="No entries.")
    for note in drawn.notes:
        say(note)
    if form is Format.table:
        say(_summed_up(drawn.rows, drawn.as_of, told=as_of is not None))
    elif as_of is None:
        say(f"As of {drawn.as_of}, today.")


def _known(what: str, asked: str | None, allowed: tuple[str, ...]) -> None:
    if asked is not None and asked not in allowed:
        raise typer.BadParameter(f"no such {what}: {asked}; there are {', '.join(allowed)}")


def _dated(option: str, asked: str | None) -> None:
    if asked is None:
        return
    try:
        days(asked)
    except DataFault as fault:
        raise typer.BadParameter(f"{option}: {fault}") from fault


def _summed_up(rows: list[Row], as_of: str, *, told: bool) -> str:
    kinds = [row["kind"] for row in rows]
    some = ", ".join(counted(kinds.count(one), one) for one in LEDGER_KINDS if one in kinds)
    closed = sum(not row["open"] for row in rows)
    day = f"As of {as_of}" + ("" if told else ", today")
    return f"{day}: {some or 'no entries'}{f'; {closed} of them closed' if closed else ''}."


def _where(row: Row) -> str:
    sign = " !" if "negation" in row["doubts"] else " ?" if row["doubts"] else ""
    return f"{row['date'] or 'no day'}{sign}\n{row['division']}\n{row['id']}".replace("/", "/\n")


def _who(row: Row) -> str:
    holder = " ".join(row["holder"])
    lines = [holder if row["holder_written"] else f"({holder})"]
    return "\n".join(lines + [f"→ {_one(to)}" for to in row["addressee"]])


def _one(to: Row) -> str:
    words = to["text"].replace("\n", "")
    return f"{words} [veiled]" if to["veiled"] else f"{words} [{to['id'] or 'not resolved'}]"


def _does(row: Row) -> str:
    again = f"\n({len(row['repeated_in']) + 1}× in the text)" if row["repeated_in"] else ""
    return f"{row['kind']}\n{row['act']} {row['strength']}: {row['cue']['text']}{again}"


def _matter(row: Row) -> str:
    rests = [f"{key}: {', '.join(one['id'] for one in row[key])}" for key in ("forum", "basis") if row[key]]
    return "\n".join([row["matter"]["text"].replace("\n", "") if row["matter"] else "", *rests])


def _due(row: Row) -> str:
    return "\n".join(_when(one) for one in row["due"])


def _when(due: Row) -> str:
    means = due["event"] or due["edtf"] or ("" if due["reads"] == "written" else due["reads"])
    known = "" if due["event"].startswith("unknown:") or not means else f" → {means}"
    return f"{due['text']}{known}".replace("\n", "")


def _since(row: Row) -> str:
    lines = ["open"] if row["open"] else [f"closed, {one}" for one in row["closed_because"]]
    closing = {event["id"] for event in (*row["answered_by"], *row["overtaken_by"])}
    happened: dict[tuple[str, str], list[str]] = {}
    for one in row["beside"]:
        if one["kind"] == "event" and one["event"]["id"] not in closing:
            happened.setdefault((one["date"], one["says"]), []).append(one["of"])
    lines += [f"{date}: {', '.join(things)} {says}" for (date, says), things in happened.items()]
    before = sorted({one["date"] for one in row["said_in"] if one["date"] and one["date"] < row["date"]})
    lines += [f"said before: {', '.join(before[:SHOWN])}"] if before else []
    for kind, words in (("said-again", "said again"), ("silent", "silent"), ("unknown", "cut, not known")):
        lines += _later(words, [one for one in row["beside"] if one["kind"] == kind])
    return "\n".join(lines)


def _later(words: str, lines: list[Row]) -> list[str]:
    """What later works have of the things, those with the same dates on one line."""
    dates: dict[str, list[str]] = {}
    for one in lines:
        dates.setdefault(one["of"], []).append(one["date"] or one["work"])
    things: dict[tuple[str, ...], list[str]] = {}
    for thing, days_of_it in dates.items():
        things.setdefault(tuple(days_of_it), []).append(thing)
    told = []
    for several, some in things.items():
        more = f" and {len(several) - SHOWN} more" if len(several) > SHOWN else ""
        on = f" on {', '.join(some)}" if any(some) else ""
        told.append(f"{words}{on}: {', '.join(several[:SHOWN])}{more}")
    return told


_COLUMNS = (
    Column("where", _where),
    Column("who", _who, folds=True),
    Column("does", _does, folds=True),
    Column("what", _matter, folds=True),
    Column("due", _due, folds=True),
    Column("since", _since, folds=True),
)
