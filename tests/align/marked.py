"""Marked cases of two texts side by side, and sides made of plain text.

A case is a block of lines: `< sentence` for each paragraph of the earlier text, `> sentence` for each of the later,
then `= relation EARLIER LATER` for each row, sentences by number (`1+2`, `-` for none), and under a row the changes
that must be among those told, `kind: earlier → later`, with `(what → what)` where something is said of them; ∅ is
nothing.
`! cut earlier` or `! cut later` says that a text is not complete; `! language en` that it is not Chinese.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from actum.divide import divide
from actum.extract.mentions import mentions
from actum.extract.parties import voices
from actum.extract.positions import positions
from actum.model.alignment import Change, Side
from actum.registry.load import load
from actum.text.span import Part

TITLE = "中华人民共和国和俄罗斯联邦联合声明"
CASES = Path(__file__).parents[1] / "cases"


def side(text: str, *, language: str = "zh", complete: bool = True) -> Side:
    """A text as the workflow would read it."""
    divisions = divide(text, language=language)
    speaking = voices(text, language=language, title=TITLE)
    named = mentions(text, divisions, registry=load(), language=language, parties=speaking.parties)
    held = positions(text, divisions, mentions=named, voices=speaking, language=language)
    return Side(text, language, complete, divisions, named, held)


@dataclass
class Case:
    """One block: two texts, and the rows that must come of them, each with changes that must be told."""

    line: int
    earlier: list[str] = field(default_factory=list)
    later: list[str] = field(default_factory=list)
    rows: list[tuple[str, str, str]] = field(default_factory=list)
    changes: dict[int, list[str]] = field(default_factory=dict)
    cut: set[str] = field(default_factory=set)
    language: str = "zh"

    def sides(self) -> tuple[Side, Side]:
        """Both texts, read."""
        return (
            side("\n".join(self.earlier), language=self.language, complete="earlier" not in self.cut),
            side("\n".join(self.later), language=self.language, complete="later" not in self.cut),
        )


def cases(name: str) -> Iterator[Case]:
    """The cases of a file, in order."""
    case: Case | None = None
    for number, line in enumerate((CASES / name).read_text(encoding="utf8").splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            if case and case.rows and not line.strip():
                yield case
                case = None
            continue
        case = case or Case(number)
        _take(case, line)
    if case and case.rows:
        yield case


def _take(case: Case, line: str) -> None:
    sign, rest = line[0], line[1:].strip()
    if sign == "<":
        case.earlier.append(rest)
    elif sign == ">":
        case.later.append(rest)
    elif sign == "!":
        what, value = rest.split()
        case.cut |= {value} if what == "cut" else set()
        case.language = value if what == "language" else case.language
    elif sign == "=":
        relation, earlier, later = rest.split()
        case.rows.append((relation, earlier, later))
    else:
        case.changes.setdefault(len(case.rows) - 1, []).append(line.strip())


def numbers(parts: tuple[Part, ...], sentences: list[str]) -> str:
    """The sentences of a row by number, as a case writes them."""
    places = (next(n for n, one in enumerate(sentences, 1) if one.endswith(part.text)) for part in parts)
    return "+".join(map(str, places)) or "-"


def told(change: Change) -> str:
    """A change as a case writes it."""
    quotes = " → ".join(part.text if part else "∅" for part in (change.earlier, change.later))
    says = f" ({change.earlier_is or '∅'} → {change.later_is or '∅'})" if change.earlier_is or change.later_is else ""
    return re.sub(r"\s+", " ", f"{change.kind}: {quotes}{says}")
