"""A comparison in a minute: which changes of stance, of who is named, of negations, numbers and dates there are.

Takes       rows as `actum compare` prints them.
Gives       Told: one line a change, by what it is, each with its row.
Method      the changes that the alignment labelled, and nothing else. Harder and softer are said of the same act with
            another strength, and of two acts of one scale of `data/scales.toml`; any other pair of acts is `act`.
            A change that holds of its row alone (`elsewhere`) makes no act harder or softer.
Leaves out  a sum of any kind; changes of wording alone; acts, and names gone or new, that the other text has elsewhere:
            they are told at their row, not of the works; one change read as two kinds, but for the first.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Literal, get_args

from actum.store.files import Row

ToldKind = Literal[
    "negation", "harder", "softer", "turned", "act", "veiled", "unveiled", "target", "addressee", "instrument",
    "number", "date", "modifier",
]  # fmt: skip
TOLD_KINDS: tuple[ToldKind, ...] = get_args(ToldKind)
"""In the order in which a reader should see them."""
VEILED = "veiled"
_BESIDE = frozenset({"negation", "target", "addressee", "instrument", "number", "date", "modifier"})


@dataclass(frozen=True, slots=True)
class Told:
    """One change: what it is, the number of its row, and the row of the change itself."""

    kind: ToldKind
    row: int
    change: Row


def summary(rows: Sequence[Row]) -> list[tuple[ToldKind, list[Told]]]:
    """The changes that matter, by kind in the order of TOLD_KINDS; kinds without any are left out."""
    told = [Told(kind, number, change) for number, row in enumerate(rows) for kind, change in told_of(row)]
    told = [one for one in told if not _of_the_row(one.change)]
    by_kind: list[tuple[ToldKind, list[Told]]] = [
        (kind, [one for one in told if one.kind == kind]) for kind in TOLD_KINDS
    ]
    return [(kind, some) for kind, some in by_kind if some]


def told_of(row: Row) -> Iterator[tuple[ToldKind, Row]]:
    """The changes of a row that are told, each with what it is told as; the same words are told once of each kind."""
    told = set()
    for change in row["changes"]:
        kind = kind_of(change)
        words = kind, *(tuple(sorted((change[side] or {}).items())) for side in ("earlier", "later"))
        if kind is not None and words not in told:
            told.add(words)
            yield kind, change


def _of_the_row(change: Row) -> bool:
    """Whether a change says nothing of the works: what went or came stands elsewhere in the other one."""
    one_sided = not (change["earlier"] and change["later"])
    return bool(change.get("elsewhere")) and (change["kind"] == "act" or one_sided)


def kind_of(change: Row) -> ToldKind | None:
    """What a change is told as; None for what is told by its words alone."""
    kind: str = change["kind"]
    was, now = change.get("earlier_is", ""), change.get("later_is", "")
    if kind == "act":
        return "act" if change.get("elsewhere") else _force(was, now)
    if kind in {"target", "addressee"} and was and now and (was == VEILED) != (now == VEILED):
        return "veiled" if now == VEILED else "unveiled"
    found: ToldKind | None = next((one for one in TOLD_KINDS if one == kind and one in _BESIDE), None)
    return found


def _force(was: str, now: str) -> ToldKind:
    """How two acts, each with its strength (`oppose/1`), stand to one another."""
    (act, _, strength), (other, _, force) = was.partition("/"), now.partition("/")
    if act == other and strength.isdigit() and force.isdigit() and strength != force:
        return "harder" if int(force) > int(strength) else "softer"
    for ranks in _scales().values():
        if act in ranks and other in ranks and ranks[act] != ranks[other]:
            return "harder" if ranks[other] > ranks[act] else "softer"
    held = [name for one in (act, other) for name, ranks in _scales().items() if one in ranks]
    return "turned" if len(set(held)) > 1 else "act"


@cache
def _scales() -> dict[str, dict[str, int]]:
    """For each scale the rank of each of its acts."""
    file = resources.files("actum.web") / "data" / "scales.toml"
    scales = tomllib.loads(file.read_text(encoding="utf8"))["scales"]
    return {name: {act: rank for rank, acts in enumerate(levels) for act in acts} for name, levels in scales.items()}
