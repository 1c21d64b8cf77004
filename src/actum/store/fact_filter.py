"""Which facts a person asked for.

Takes       rows of facts, and what is asked of them.
Gives       the rows that answer, in their order.
Method      every question must be answered; a word that may be an id or a name answers to both.
Leaves out  sorting and layout.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from actum.store.files import Row
from actum.text.fold import fold


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked; None asks nothing. `veiled`: of those who are named so that nobody is named."""

    work: str | None = None
    holder: str | None = None
    act: str | None = None
    about: str | None = None
    addressee: str | None = None
    sign: str | None = None
    kind: str | None = None
    text: str | None = None
    veiled: bool = False


def answering(rows: Iterable[Row], asked: Asked, *, veils: Sequence[Row] = ()) -> list[Row]:
    """The rows that answer all that is asked; `veils` are the veiled mentions, by which other facts are veiled too."""
    places: dict[str, list[tuple[int, int]]] = {}
    for one in veils:
        places.setdefault(one["work"], []).append((one["start"], one["end"]))
    return [row for row in rows if _answers(row, asked) and (not asked.veiled or _veiled(row, places))]


def _answers(row: Row, asked: Asked) -> bool:
    return (
        (asked.work is None or row["work"].startswith(asked.work) or asked.work in row["work"])
        and (asked.holder is None or asked.holder.upper() in row["holder"])
        and (asked.act is None or row["act"] == asked.act)
        and (asked.sign is None or row["sign"] == asked.sign)
        and (asked.kind is None or row["kind"] == asked.kind)
        and (asked.about is None or asked.about in _about(row))
        and (asked.addressee is None or any(_is(one, asked.addressee) for one in row["addressee"]))
        and (asked.text is None or fold(asked.text).text in fold(row["sentence"]["text"]).text)
    )


def _about(row: Row) -> list[str]:
    """The ids a fact is about: those in its matter, at the ends of an effect, or what a mention names."""
    if "about" in row:
        return [*row["about"], *(one["id"] for one in row["addressee"])]
    return [row["cause"]["id"], row["effect"]["id"]] if "cause" in row else [row["id"]]


def _is(named: dict[str, Any], asked: str) -> bool:
    return named["id"] == asked.lower() or fold(asked).text in fold(named["text"]).text


def _veiled(row: Row, places: dict[str, list[tuple[int, int]]]) -> bool:
    if "veiled" in row:
        return bool(row["veiled"])
    parts = [row["matter"], *row["addressee"]] if "matter" in row else [row["cause"], row["effect"]]
    spans = [(part["start"], part["end"]) for part in parts if part]
    return any(low <= start and end <= high for start, end in places.get(row["work"], ()) for low, high in spans)
