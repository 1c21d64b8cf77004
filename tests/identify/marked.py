"""Read the marked copies of `tests/cases/identify.txt` (its head says how they are written).

Gives       Cases: copies as the grouping takes them, and what each bears, by work.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from actum.identify.comparable import Comparable
from actum.text.fold import fold
from actum.text.span import Span

TESTS = Path(__file__).parents[1]
SAMPLE = TESTS.parent / "examples" / "strategic-stability"
PARAGRAPHS = re.compile(r"(\d{3})\.(\d+)(?:-(\d+))?\Z")


@dataclass(frozen=True, slots=True)
class Case:
    """`borne` has, by work and copy, the kind and the marked stretches in the folded text."""

    name: str
    copies: tuple[Comparable, ...]
    borne: dict[str, dict[str, tuple[str, tuple[Span, ...]]]]


@cache
def paragraphs(sample: str) -> tuple[str, ...]:
    (path,) = SAMPLE.glob(f"{sample}_*.txt")
    return tuple(line.strip() for line in path.read_text(encoding="utf8").split("\n") if line.strip())


def written(part: str) -> str:
    """The text of one part."""
    found = PARAGRAPHS.match(part)
    if not found:
        return part
    first, last = int(found[2]), int(found[3] or found[2])
    return "\n".join(paragraphs(found[1])[first - 1 : last])


def copy_of(key: str, bears: str, parts: str) -> tuple[Comparable, dict[str, tuple[str, tuple[Span, ...]]]]:
    text, opened, marks = "", 0, dict[str, list[Span]]()
    work = ""
    for part in parts.split():
        if part.startswith("["):
            work, opened = part[1:], len(text) + bool(text)
        elif part == "]":
            marks.setdefault(work, []).append(Span(opened, len(text)))
        else:
            text += ("\n" if text else "") + written(part)
    folded = fold(text)
    kinds = dict(one.split() for one in bears.split(", ") if one != "nothing")
    carried = {work: [folded.offsets.forward(span) for span in spans] for work, spans in marks.items()}
    return Comparable(key, folded.text), {
        work: (kind, tuple(span for span in carried[work] if span)) for work, kind in kinds.items()
    }


def cases() -> list[Case]:
    made: list[Case] = []
    for line in (TESTS / "cases" / "identify.txt").read_text(encoding="utf8").splitlines():
        if line.startswith("@ "):
            made.append(Case(line[2:], (), {}))
        elif line.strip() and not line.startswith("#"):
            key, bears, parts = (cell.strip() for cell in line.split("|"))
            one, borne = copy_of(key, bears, parts)
            last = made.pop()
            for work, what in borne.items():
                last.borne.setdefault(work, {})[key] = what
            made.append(Case(last.name, (*last.copies, one), last.borne))
    return made
