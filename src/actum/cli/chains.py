"""What the verbs that ask the causal map share: its part, and how a chain is shown to a person.

Takes       options of the command line; rows of chains.
Gives       options, the part of the map they choose, and columns of tables.
Leaves out  the verbs themselves.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from enum import StrEnum
from typing import Annotated

import typer
from rich.cells import cell_len

from actum.cli.rows import Column
from actum.store.files import Row

CHAIN_WIDTH = 44
"""Columns of a chain in a table; no line of one is broken inside a word, 2026-11-26."""
CONCEPT_WIDTH = 28
"""Columns of a concept in a table, 2026-11-26: most slugs of the registry are shorter."""
_WORD = re.compile(r"\S+\s*|\s+")
_PIECE = re.compile(r"[!-,.-~]+-?\s*|-\s*|.\s*")
_YEAR = re.compile(r"[0-9]{4}")
WorksOption = Annotated[
    list[str] | None, typer.Option("--work", metavar="WORK", help="Only claims of this work; may be given again.")
]
HolderOption = Annotated[str, typer.Option("--holder", metavar="CODE", help="Only claims held by: CHN, RUS …")]


def year_of(words: str) -> str:
    """The year typed. Raises BadParameter for what is none."""
    if words and not _YEAR.fullmatch(words):
        raise typer.BadParameter(f"“{words}” is no year; write 2019.")
    return words


YearOption = Annotated[
    str, typer.Option("--year", metavar="YEAR", callback=year_of, help="Only claims of works of that year.")
]


class SidesOption(StrEnum):
    """Which chains are shown: those that hold as they were said, or any."""

    joined = "joined"
    any = "any"


SidesOptionOf = Annotated[
    SidesOption,
    typer.Option("--sides", help="joined: each step is said of the way in which the one before moves; any: all."),
]
StitchedOption = Annotated[
    bool, typer.Option("--stitched", help="Also chains that no work says whole, marked: nobody claimed them so.")
]
BridgesOption = Annotated[
    bool, typer.Option("--bridges", help="Cross from a treaty to its parts, and to what embodies a concept; marked.")
]
BroaderOption = Annotated[bool, typer.Option("--broader", help="Cross from a concept to a broader one; marked.")]


def said_by(row: Row) -> str:
    """Who says a chain: the works that say it whole, or those that must be put together, with holders."""
    holders = "+".join(row["holders"])
    if row["tie"] == "thread":
        return "\n".join([*row["works"], holders])
    mark = "one holder in several works:" if row["tie"] == "same-holder" else "STITCHED, no one says it whole:"
    return "\n".join([mark, *row["works"], holders])


def quotes(steps: Sequence[Row]) -> str:
    """A line for each step: its first quote, how it is said if not flatly, how many more say it; what is lent."""
    return "\n".join(_quote(step) for step in steps)


def _quote(step: Row) -> str:
    claims = step["claims"]
    if not claims:
        return f"({step['uses']}: the registry)"
    more = f" (+{len(claims) - 1})" if len(claims) > 1 else ""
    words: str = claims[0]["quote"]["text"].replace("\n", "")
    how = "" if claims[0]["modality"] == "asserted" else f" [{claims[0]['modality']}]"
    return f"“{words}”{how}{more}"


def chain(row: Row) -> str:
    """A chain with its signs, and below it in words."""
    return whole_words(f"{row['chain']}\n{row['aloud']}", CHAIN_WIDTH)


def whole_words(text: str, width: int) -> str:
    """The text in lines of at most so many columns: parted at blanks, a longer slug behind its hyphens.

    Words without either (Chinese) are parted anywhere; letters never.
    """
    return "\n".join(line for whole in text.split("\n") for line in _lines(whole, width))


def _lines(text: str, width: int) -> Iterator[str]:
    line = ""
    for word in _WORD.findall(text):
        pieces = [word] if cell_len(word.strip()) <= width else _PIECE.findall(word)
        for piece in pieces:
            if line.strip() and cell_len(line) + cell_len(piece.rstrip()) > width:
                yield line.rstrip()
                line = ""
            line = (line if line.strip() else "") + piece
    yield line.rstrip()


CHAIN = Column("chain: with signs, and as it was said", chain)
SAID_BY = Column("who says it", said_by, folds=True)
QUOTES = Column("quotes", lambda row: quotes(row["steps"]), folds=True)
