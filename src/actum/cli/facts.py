"""`actum positions`, `actum effects`, `actum mentions`: the facts that were read."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated

import typer

from actum.cli.options import Format, FormatOption, WorkspaceOption, open_workspace
from actum.cli.rows import Column, say, show
from actum.model.fact import ACTS, MENTION_KINDS
from actum.store.fact_filter import Asked
from actum.store.files import Row
from actum.store.row_keys import ROW_KEYS
from actum.store.workspace import Workspace
from actum.workflow.show import fact_rows, why_none

WorkOption = Annotated[str | None, typer.Option("--work", metavar="WORK", help="Only of works whose id has this.")]
AboutOption = Annotated[
    str | None, typer.Option("--about", metavar="ID", help="Only about this: npt, usa, arms-race …")
]
TextOption = Annotated[
    str | None, typer.Option("--text", metavar="WORDS", help="Only in sentences with these words, in either script.")
]
VeiledOption = Annotated[bool, typer.Option("--veiled", help="Only where somebody is meant whom nobody names.")]


def positions(
    workspace: WorkspaceOption = None,
    form: FormatOption = Format.table,
    work: WorkOption = None,
    holder: Annotated[str | None, typer.Option("--holder", metavar="CODE", help="Only held by: CHN, RUS …")] = None,
    act: Annotated[str | None, typer.Option("--act", help=f"Only this act: {', '.join(ACTS)}.")] = None,
    about: AboutOption = None,
    addressee: Annotated[str | None, typer.Option("--addressee", help="Only addressed to: an id, or words.")] = None,
    text: TextOption = None,
    *,
    veiled: VeiledOption = False,
) -> None:
    """Who takes which stance toward what: each an act, with the words that show it.

    Strength is 0 (weakened), 1 (plain) or 2 (reinforced). In a table, a holder in brackets is inherited, not written;
    a fact read off a doubtful place carries a sign: ! for a suspected lost negation, ? for another doubt.

    \b
    Example:
      actum positions --act condemn
      actum positions --holder CHN --about npt --format jsonl
    """
    _known("act", act, ACTS)
    asked = Asked(work=work, holder=holder, act=act, about=about, addressee=addressee, text=text, veiled=veiled)
    _print(open_workspace(workspace), "positions", asked, form, _POSITIONS)


def effects(
    workspace: WorkspaceOption = None,
    form: FormatOption = Format.table,
    work: WorkOption = None,
    sign: Annotated[str | None, typer.Option("--sign", help="Only + (furthers, makes likelier) or - (harms).")] = None,
    about: AboutOption = None,
    text: TextOption = None,
    *,
    veiled: VeiledOption = False,
) -> None:
    """What is said to further or to harm what, in the text's own words.

    \b
    Example:
      actum effects --sign -
      actum effects --about strategic-stability
    """
    _known("sign", sign, ("+", "-"))
    asked = Asked(work=work, sign=sign, about=about, text=text, veiled=veiled)
    _print(open_workspace(workspace), "effects", asked, form, _EFFECTS)


def mentions(
    workspace: WorkspaceOption = None,
    form: FormatOption = Format.table,
    work: WorkOption = None,
    kind: Annotated[str | None, typer.Option("--kind", "-k", help=f"Only: {', '.join(MENTION_KINDS)}.")] = None,
    about: AboutOption = None,
    text: TextOption = None,
    *,
    veiled: VeiledOption = False,
) -> None:
    """Who and what is named: states, groups, instruments, bodies, concepts, events, dates.

    \b
    Example:
      actum mentions --kind instrument
      actum mentions --veiled
    """
    _known("kind", kind, MENTION_KINDS)
    asked = Asked(work=work, kind=kind, about=about, text=text, veiled=veiled)
    _print(open_workspace(workspace), "mentions", asked, form, _MENTIONS)


def _print(workspace: Workspace, kind: str, asked: Asked, form: Format, columns: Sequence[Column]) -> None:
    rows = fact_rows(workspace, kind, asked)
    show(rows, form=form, keys=ROW_KEYS[kind], columns=columns, empty=f"No {kind}.")
    if not rows:
        for line in why_none(workspace, kind, asked):
            say(line)


def _known(what: str, asked: str | None, allowed: tuple[str, ...]) -> None:
    if asked is not None and asked not in allowed:
        raise typer.BadParameter(f"no such {what}: {asked}; there are {', '.join(allowed)}")


def _where(row: Row) -> str:
    day = row["work"].split("-")
    return f"{'-'.join(day[:3])} {row['division']}"


def _doubtful(row: Row) -> str:
    sign = "!" if "negation" in row["doubts"] else "?" if row["doubts"] else ""
    return sign + ("✓" if row.get("judged") else "")


def _holder(row: Row) -> str:
    holder = " ".join(row["holder"])
    return holder if row["holder_written"] else f"({holder})"


def _named(named: Row) -> str:
    name = f" [{named['id']}]" if named["id"] else ""
    return f"{named['text']}{name}".replace("\n", "")


_ID = Column("id", lambda row: row.get("fact") or row["id"])
_WHERE = Column("where", _where)
_DOUBTFUL = Column("", _doubtful)

_POSITIONS = (
    _ID,
    _WHERE,
    Column("holder", _holder),
    Column("act", lambda row: row["act"]),
    Column("str", lambda row: str(row["strength"]), number=True),
    Column("cue", lambda row: row["cue"]["text"]),
    Column("to", lambda row: "\n".join(_named(one) for one in row["addressee"]), folds=True),
    Column("matter", lambda row: row["matter"]["text"].replace("\n", "") if row["matter"] else "", folds=True),
    _DOUBTFUL,
)
_EFFECTS = (
    _ID,
    _WHERE,
    Column("cause", lambda row: _named(row["cause"]), folds=True),
    Column("sign", lambda row: row["sign"]),
    Column("cue", lambda row: row["cue"]["text"]),
    Column("effect", lambda row: _named(row["effect"]), folds=True),
    _DOUBTFUL,
)
_MENTIONS = (
    _ID,
    _WHERE,
    Column("text", lambda row: row["text"].replace("\n", ""), folds=True),
    Column("kind", lambda row: row["kind"]),
    Column("names", lambda row: row["id"], folds=True),
    Column("veiled", lambda row: "veiled" if row["veiled"] else ""),
    _DOUBTFUL,
)
