"""Marked cases of wordings that travel through texts; `tests/cases/formulations.txt` says how they are written."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from tests.align.marked import CASES, side

from actum.model.formulation import DatedText

Found = tuple[str, tuple[str, ...]]


@dataclass
class Wanted:
    """A formulation with its dates, and its variants: wording, dates, whether negated."""

    wording: Found
    variants: list[tuple[Found, bool]] = field(default_factory=list)


@dataclass
class Travel:
    """One case."""

    says: str
    language: str = "zh"
    texts: list[tuple[str, bool, list[str]]] = field(default_factory=list)
    wanted: list[Wanted] = field(default_factory=list)
    unwanted: list[str] = field(default_factory=list)
    asked: list[tuple[str, list[str]]] = field(default_factory=list)

    def read(self) -> list[DatedText]:
        """The texts, read."""
        return [
            dated(date, "\n".join(lines), language=self.language, complete=complete)
            for date, complete, lines in self.texts
        ]


def dated(date: str, text: str, *, language: str = "zh", complete: bool = True) -> DatedText:
    """A text as the workflow would read it, its work named by its date."""
    return DatedText(date, f"title of {date}", date, side(text, language=language, complete=complete))


def travels() -> Iterator[Travel]:
    """The cases, in order."""
    case: Travel | None = None
    for line in (CASES / "formulations.txt").read_text(encoding="utf8").splitlines():
        if line.startswith("== "):
            if case:
                yield case
            case = Travel(line[3:])
        elif case and line and not line.startswith("#"):
            _take(case, line)
    if case:
        yield case


def _take(case: Travel, line: str) -> None:
    mark, _, rest = line.partition(" ")
    if mark == "!":
        case.language = rest.removeprefix("language ")
    elif mark == "@":
        date, _, cut = rest.partition(" ")
        case.texts.append((date, cut != "cut", []))
    elif mark == "*":
        case.wanted.append(Wanted(_found(rest)))
    elif mark == "-":
        case.unwanted.append(rest)
    elif mark == "?":
        case.asked.append((rest, []))
    elif variant := re.match(r"  ([~!]) (.*)", line):
        case.wanted[-1].variants.append((_found(variant[2]), variant[1] == "!"))
    elif line.startswith("  "):
        case.asked[-1][1].append(line.strip())
    else:
        case.texts[-1][2].append(line)


def _found(told: str) -> Found:
    wording, _, dates = told.rpartition(" : ")
    return wording, tuple(dates.split(", "))
