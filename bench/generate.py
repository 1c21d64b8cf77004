"""Make a corpus of near-copies of statements that nobody wrote, and the truth about it.

Run         python -m bench.generate --copies 1000 --works 50 --seed 1 > corpus.jsonl
Gives       a JSON line a copy: its key, its text, and the works it bears, each with kind, start and end in the text.
Method      a copy is one statement (`invented`) after something befell it (`fates`).
Leaves out  sense; layout beyond title, paragraphs and closing line.
"""

from __future__ import annotations

import argparse
import json
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from bench.fates import FATES, Part, clean, two_texts
from bench.invented import MEAN_LENGTH, Plan, statements


@dataclass(frozen=True, slots=True)
class Truth:
    """That a copy bears a work from `start` to `end`; `pieces` are the stretches in between that are the work's."""

    work: str
    kind: str
    start: int
    end: int
    pieces: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Made:
    """A copy and the truth about it; `fate` names what befell it."""

    key: str
    text: str
    fate: str
    truth: tuple[Truth, ...]


def corpus(plan: Plan) -> Iterator[Made]:
    """The copies of a corpus, in order of their keys; every work has a copy where there are enough of them."""
    works = statements(plan)
    shares = dict(plan.fates)
    fates = [(fate, shares.get(fate.__name__, 0.0) if shares else share) for fate, share in FATES]
    for number in range(plan.copies):
        rng = random.Random(f"{plan.seed}/copy/{number}")
        own = works[number % len(works)]
        fate = rng.choices([one for one, _ in fates], [share for _, share in fates])[0]
        if fate is two_texts and len(works) < 2:
            fate = clean
        kind, parts = fate(rng, plan, own, works)
        yield _made(f"c{number:06d}", fate.__name__, kind, parts)


def _made(key: str, fate: str, kind: str, parts: Sequence[Part]) -> Made:
    pieces: dict[str, list[tuple[int, int]]] = {}
    at = 0
    for work, text in parts:
        if work:
            pieces.setdefault(work, []).append((at, at + len(text)))
        at += len(text)
    truth = tuple(Truth(work, kind, at[0][0], at[-1][1], tuple(at)) for work, at in pieces.items())
    return Made(key, "".join(text for _, text in parts), fate, truth)


def family(copies: int, seed: int) -> Plan:
    """One statement in many near-identical copies."""
    fates = (("clean", 0.1), ("noisy", 0.6), ("contaminated", 0.2), ("converted", 0.1))
    return replace(Plan(copies, 1, seed), noise=0.03, fates=fates)


def main() -> None:
    """Write a corpus to standard output."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--copies", type=int, default=1000)
    parser.add_argument("--works", type=int, default=50)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--length", type=int, default=MEAN_LENGTH)
    chosen = parser.parse_args()
    plan = Plan(chosen.copies, chosen.works, chosen.seed, chosen.length)
    for one in corpus(plan):
        truth = [
            {"work": t.work, "kind": t.kind, "start": t.start, "end": t.end, "pieces": t.pieces} for t in one.truth
        ]
        print(json.dumps({"key": one.key, "fate": one.fate, "text": one.text, "truth": truth}, ensure_ascii=False))


if __name__ == "__main__":
    main()
