"""Read `tests/cases/concepts.txt` and make a work of one marked claim.

Takes       the marked file; its head says how it is written.
Gives       cases, and ReadWorks in which the effect is the marked one and the mentions are those that are read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from actum.divide import divide
from actum.extract.mentions import mentions
from actum.model.fact import Effect, Named, Sign
from actum.model.read_work import ReadWork, Told
from actum.registry.load import load
from actum.text.span import Part

CASES = Path(__file__).parents[1] / "cases" / "concepts.txt"
_CLAIM = re.compile(r"^\s+(?P<cause>\S.*?) (?P<sign>[+-])(?P<cue>\S+?)> (?P<effect>.+?)\s*$")
_PAIR = re.compile(r"^\s+(?P<cause>\S+) (?P<sign>[+?-]) (?P<effect>\S+)(?: \| (?P<notes>.*))?$")


@dataclass(frozen=True)
class Pair:
    """One line of what a claim means on the map."""

    cause: str
    polarity: str
    effect: str
    notes: tuple[str, ...]


@dataclass(frozen=True)
class Case:
    """A text, the claim of its words, and what this is on the map."""

    text: str
    cause: str
    sign: str
    cue: str
    effect: str
    pairs: tuple[Pair, ...]


def cases(text: str) -> Iterator[Case]:
    """The cases of a marked file, in order; ValueError where a line cannot be read."""
    sentence, claim, pairs = "", None, list[Pair]()
    for number, line in enumerate([*text.splitlines(), "@ end"], 1):
        if line.startswith("#") or not line.strip():
            continue
        if pair := _PAIR.match(line) if claim else None:
            pairs.append(Pair(pair["cause"], pair["sign"], pair["effect"], tuple((pair["notes"] or "").split())))
            continue
        if claim and (not line[0].isspace() or _CLAIM.match(line)):
            yield Case(sentence, claim["cause"], claim["sign"], claim["cue"], claim["effect"], tuple(pairs))
            claim, pairs = None, []
        if line[0].isspace():
            claim = _CLAIM.match(line)
            if claim is None:
                raise ValueError(f"line {number}: {line!r} is neither a claim nor what it means")
        elif not line.startswith("@"):
            sentence = line


def work_of(case: Case, *, work: str = "2026-01-01-made-up", date: str = "2026-01-01") -> ReadWork:
    """A work whose text is the case's, with its one effect."""
    text = case.text
    divisions = divide(text, language="zh")
    sentences = [one for one in divisions if one.kind == "sentence" and case.cue in one.part.text]
    sentence = sentences[-1]
    made = Effect(
        division=sentence.id,
        sentence=sentence.part,
        cue=_part(sentence.part, case.cue, last=True),
        sign=_sign(case.sign),
        cause=Named(_part(sentence.part, case.cause)),
        effect=Named(_part(sentence.part, case.effect, last=True)),
        made_by="effect:marked",
    )
    found = mentions(text, divisions, registry=load(), language="zh", parties=("CHN", "RUS"))
    return ReadWork(
        work=work,
        title="",
        date=date,
        language="zh",
        complete=True,
        text=text,
        parties=("CHN", "RUS"),
        divisions=divisions,
        mentions=found,
        effects=((made, Told("e00000001", ("A",))),),
    )


def _sign(sign: str) -> Sign:
    return "+" if sign == "+" else "-"


def _part(sentence: Part, words: str, *, last: bool = False) -> Part:
    at = sentence.text.rfind(words) if last else sentence.text.find(words)
    if at < 0:
        raise ValueError(f"{words!r} does not stand in {sentence.text!r}")
    return Part(sentence.start + at, sentence.start + at + len(words), words)
