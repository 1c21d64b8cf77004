"""Lay a text open for reading: what is quoted is hidden, and each sentence falls into clauses.

Takes       a text and its divisions.
Gives       the text in plain characters with its quotations and brackets blotted out, of the same length, so that
            every place in it is a place of the text; and the sentences with the places of their clauses.
Method      one pattern for brackets, titles and quotes; inside, every character becomes `HIDDEN`, a bracket as a
            whole becomes `BRACKETED`. Clauses part at commas, semicolons, colons and dashes that are left
            and join no names.
Leaves out  brackets that nobody closed: they hide nothing.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from actum.model.division import Division
from actum.text.script import script_class
from actum.text.span import Part

# Stand-ins that no official text has.
HIDDEN = "□"
BRACKETED = "■"
_QUOTED = re.compile(
    r"《[^《》]*》|“[^“”]*”|「[^「」]*」|『[^『』]*』|\"[^\"\n]*\"|（[^（）]*）|\([^()]*\)|〔[^〕]*〕|【[^】]*】"
)
# A longer stretch without an end mark is no sentence of an official text, and is not read (characters); the longest
# of the sample statements and of twelve resolutions has 295, 2026-11-25.
LONGEST_SENTENCE = 10_000
_BRACKETS = "（(〔【"
# One dash between two words joins names (北约—俄罗斯); a double one, or one that stands free, parts clauses.
_CLAUSE_END = re.compile(r"[，,；;：:。！？!?\n]|——|(?<![\u4e00-\u9fff□》”])—|—(?![\u4e00-\u9fff《“])")


@dataclass(frozen=True, slots=True)
class Clause:
    """From `start` to the mark that ends it, `end`."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence with its clauses; `end` leaves out the closing mark, `ends` are the ends of the clauses."""

    division: str
    part: Part
    start: int
    end: int
    clauses: tuple[Clause, ...]
    ends: tuple[int, ...]
    paragraph: str
    heading: bool

    def clause_at(self, place: int) -> int:
        """The number of the clause that holds a place, or that the place ends."""
        return min(bisect_left(self.ends, place), len(self.clauses) - 1)


def open_text(text: str) -> str:
    """`text` in the usual characters with what is quoted hidden; the same length, place for place."""
    return _QUOTED.sub(_blot, script_class(text))


def _blot(match: re.Match[str]) -> str:
    words = match.group()
    if words[0] in _BRACKETS:
        return BRACKETED * len(words)
    return words[0] + HIDDEN * (len(words) - 2) + words[-1]


def sentences(opened: str, divisions: Sequence[Division], mark: re.Pattern[str]) -> Iterator[Sentence]:
    """The sentences among the divisions, in order, without their `mark`; a repeated one is left out."""
    parents = {division.id: division for division in divisions if division.kind != "clause"}
    for division in divisions:
        if division.kind != "sentence" or division.repeats is not None or len(division.part.text) > LONGEST_SENTENCE:
            continue
        block = parents.get(division.parent or "")
        paragraph = block.parent if block is not None and block.kind == "item" else division.parent
        yield _sentence(opened, division, block, paragraph or "", mark)


def _sentence(
    opened: str, division: Division, block: Division | None, paragraph: str, mark: re.Pattern[str]
) -> Sentence:
    part = division.part
    marked = mark.match(opened, part.start, part.end)
    start = marked.end() if marked else part.start
    end = part.end
    while end > start and opened[end - 1] in "。！？!?；;：:，,｡…\n 　":
        end -= 1
    clauses = tuple(_clauses(opened, start, end))
    return Sentence(
        division=division.id,
        part=part,
        start=start,
        end=end,
        clauses=clauses,
        ends=tuple(clause.end for clause in clauses),
        paragraph=paragraph,
        heading=block is not None and block.kind == "heading",
    )


def _clauses(opened: str, start: int, end: int) -> Iterator[Clause]:
    at = start
    for mark in _CLAUSE_END.finditer(opened, start, end):
        if mark.start() > at:
            yield Clause(at, mark.start())
        at = mark.end()
    if at < end or at == start:
        yield Clause(at, end)
