"""`actum judge`: what a person decides, kept in a log that only grows."""

from __future__ import annotations

import getpass
from datetime import UTC, datetime
from typing import Annotated

import typer

from actum.cli.options import Format, FormatOption, WorkArgument, WorkspaceOption, open_workspace
from actum.cli.rows import Column, say, show
from actum.store.files import Row
from actum.store.judgements import listed, read_judgements
from actum.store.row_keys import ROW_KEYS
from actum.workflow.judge import (
    Signed,
    judge_boundary,
    judge_correction,
    judge_fact,
    judge_name,
    judge_pair,
    judge_reading,
    judge_undo,
)
from actum.workflow.registers import registry_of

judge = typer.Typer(
    no_args_is_help=True,
    rich_markup_mode=None,
    help="Confirm or overrule a grouping, a boundary, a reading or a fact. A judgement survives every rebuild.",
)


def user() -> str:
    """The name of who works here; `nobody` where the system knows no name for this account."""
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return "nobody"


Author = Annotated[str, typer.Option("--author", metavar="NAME", help="Who judges.", default_factory=user)]
Note = Annotated[str, typer.Option("--note", help="Why.")]
CopyArgument = Annotated[str, typer.Argument(metavar="COPY", help="A copy's path as `works` shows it, or its SHA-256.")]


def _signed(author: str, note: str) -> Signed:
    return Signed(author, datetime.now(UTC).isoformat(timespec="seconds"), note)


def _done(number: int) -> None:
    say(f"Judgement {number} is in the log. Next: actum build")


@judge.command()
def same(
    copy: CopyArgument, other: CopyArgument, author: Author, note: Note = "", workspace: WorkspaceOption = None
) -> None:
    """Two copies bear the same text.

    \b
    Example:
      actum judge same a.txt b.txt --note "the title was cut off in b"
    """
    _done(judge_pair(open_workspace(workspace), "same", (copy, other), signed=_signed(author, note)).id)


@judge.command()
def different(
    copy: CopyArgument, other: CopyArgument, author: Author, note: Note = "", workspace: WorkspaceOption = None
) -> None:
    """Two copies do not bear the same text.

    \b
    Example:
      actum judge different draft.txt final.txt
    """
    _done(judge_pair(open_workspace(workspace), "different", (copy, other), signed=_signed(author, note)).id)


@judge.command()
def boundary(
    copy: CopyArgument,
    author: Author,
    first: Annotated[str, typer.Option("--first", help="The words with which the text begins in this copy.")],
    last: Annotated[str, typer.Option("--last", help="The words with which it ends.")],
    note: Note = "",
    workspace: WorkspaceOption = None,
) -> None:
    """Where the official text begins and ends in a copy.

    \b
    Example:
      actum judge boundary page.txt --first 中华人民共和国 --last 于莫斯科
    """
    made = judge_boundary(open_workspace(workspace), copy, first=first, last=last, signed=_signed(author, note))
    _done(made.id)


@judge.command()
def reading(
    work: WorkArgument,
    author: Author,
    quote: Annotated[str, typer.Option("--quote", help="What stands there now.")],
    becomes: Annotated[str, typer.Option("--becomes", help="What shall stand there.")],
    before: Annotated[str, typer.Option("--before", help="The words right before, to tell the place.")] = "",
    after: Annotated[str, typer.Option("--after", help="The words right behind.")] = "",
    note: Note = "",
    workspace: WorkspaceOption = None,
) -> None:
    """What shall stand at one place of an established text.

    \b
    Example:
      actum judge reading 2025-05-07 --quote 针对第三方 --becomes 不针对第三方 --before 内生动力,
    """
    made = judge_reading(
        open_workspace(workspace),
        work,
        quote=quote,
        around=(before, after),
        reading=becomes,
        signed=_signed(author, note),
    )
    _done(made.id)


FactArgument = Annotated[str, typer.Argument(metavar="FACT", help="A fact's id, as `positions`, `effects` show it.")]


@judge.command()
def accept(fact: FactArgument, author: Author, note: Note = "", workspace: WorkspaceOption = None) -> None:
    """A fact is right.

    \b
    Example:
      actum judge accept p3f2a --note "checked against the printed text"
    """
    _done(judge_fact(open_workspace(workspace), "accept", fact, signed=_signed(author, note)).id)


@judge.command()
def reject(fact: FactArgument, author: Author, note: Note = "", workspace: WorkspaceOption = None) -> None:
    """A fact is none.

    \b
    Example:
      actum judge reject e81c0 --note "a purpose, not a claim"
    """
    _done(judge_fact(open_workspace(workspace), "reject", fact, signed=_signed(author, note)).id)


@judge.command()
def correct(
    fact: FactArgument,
    author: Author,
    settings: Annotated[
        list[str], typer.Option("--set", metavar="FIELD=VALUE", help="act, strength, holder, sign, kind, id, veiled.")
    ],
    note: Note = "",
    workspace: WorkspaceOption = None,
) -> None:
    """A fact is right but for a field.

    \b
    Example:
      actum judge correct p3f2a --set act=condemn --set strength=2
    """
    made = judge_correction(open_workspace(workspace), fact, _fields(settings), signed=_signed(author, note))
    _done(made.id)


def _fields(settings: list[str]) -> dict[str, object]:
    """Fields with their values as the log has them; whether a fact may have them is checked against the registry."""
    fields: dict[str, object] = {}
    for setting in settings:
        name, sign, value = setting.partition("=")
        if not sign or not name:
            raise typer.BadParameter(f"{setting!r} is no setting. Write FIELD=VALUE, as in act=condemn")
        if name in fields:
            raise typer.BadParameter(f"{name} is set twice. Set it once")
        fields[name] = _value(name, value.strip())
    return fields


def _value(name: str, value: str) -> object:
    if name == "strength":
        return int(value) if value.isascii() and value.isdigit() else value
    if name == "veiled":
        return {"true": True, "false": False}.get(value, value)
    return sorted(set(value.upper().replace(",", " ").split())) if name == "holder" else value


@judge.command()
def name(
    unknown: Annotated[str, typer.Argument(metavar="UNKNOWN", help="An id as `registry candidates` shows it.")],
    slug: Annotated[str, typer.Argument(metavar="SLUG", help="What it is: a slug of the registry, or one of yours.")],
    author: Author,
    note: Note = "",
    workspace: WorkspaceOption = None,
) -> None:
    """Say what an unknown name means, wherever it stands.

    \b
    Example:
      actum judge name unknown:禁毒中心 sco-anti-drug-centre
    """
    opened = open_workspace(workspace)
    made = judge_name(opened, unknown, slug, signed=_signed(author, note))
    if registry_of(opened).row(slug) is None:
        say(f"No row of the registry has the slug “{slug}” yet; write one in {opened.root / 'registry'}, or undo this.")
    _done(made.id)


@judge.command()
def undo(
    number: Annotated[int, typer.Argument(help="The judgement's number, as `judge list` shows it.")],
    author: Author,
    note: Note = "",
    workspace: WorkspaceOption = None,
) -> None:
    """Take an earlier judgement back; the log keeps both.

    \b
    Example:
      actum judge undo 3
    """
    _done(judge_undo(open_workspace(workspace), number, signed=_signed(author, note)).id)


@judge.command(name="list")
def list_all(workspace: WorkspaceOption = None, form: FormatOption = Format.table) -> None:
    """Every judgement ever made, in order.

    \b
    Example:
      actum judge list --format jsonl
    """
    rows = listed(read_judgements(open_workspace(workspace).judgement_log))
    show(rows, form=form, keys=ROW_KEYS["judge list"], columns=_COLUMNS, empty="No judgements yet.")


def _subject(row: Row) -> str:
    return "\n".join(f"{key}: {value}" for key, value in row["subject"].items())


_COLUMNS = (
    Column("no.", lambda row: str(row["id"]), number=True),
    Column("kind", lambda row: row["kind"]),
    Column("about", _subject, folds=True),
    Column("decided", lambda row: row["value"], folds=True),
    Column("who, when", lambda row: f"{row['author']}\n{row['when']}"),
    Column("holds", lambda row: "yes" if row["holds"] else "no"),
    Column("note", lambda row: row["note"], folds=True),
)
