"""Measure the effects that are read against marked texts.

Takes       the cases marked in `tests/cases/effects.txt`; with `ACTUM_SHARED` (or `../shared`) there, also the gold.
Gives       a table by set: precision, recall, F1, and among the matched the share of causes that overlap, of causes and
            of effects that are exact. `--misses` prints each thing that differs, `--ablate` leaves one frame out at a
            time, `--speed` times whole files on one core.
"""

from __future__ import annotations

import argparse
import importlib.util
import os
import re
import sys
import time
from itertools import groupby
from pathlib import Path
from types import ModuleType
from typing import Any

from actum.extract.effect_lexicon import Lexicon, lexicon
from actum.extract.effect_rules import FRAMES
from actum.extract.effects import claims

HERE = Path(__file__).resolve().parents[1]
SHARED = Path(os.environ.get("ACTUM_SHARED", HERE.parent / "shared"))
SAMPLES = HERE / "examples" / "strategic-stability"
MARKED = HERE / "tests" / "cases" / "effects.txt"
RUNS = 3


def _cases() -> ModuleType:
    path = HERE / "tests" / "extract" / "effect_cases.py"
    spec = importlib.util.spec_from_file_location("effect_cases", path)
    if spec is None or spec.loader is None:
        raise SystemExit(f"{path} is not there; run this from a whole checkout.")
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


CASES = _cases()


def words() -> Lexicon:
    found = lexicon("zh")
    if found is None:
        raise SystemExit("language/zh has no effects' tables.")
    return found


def line(name: str, result: Any) -> str:
    counts = result.counts
    figures = (result.f1, result.precision, result.recall)
    parts = (result.share(key) for key in ("causes", "exact causes", "exact effects"))
    return (
        f"{name[:62]:62} {counts['marked']:6} {counts['found']:6} "
        + " ".join(f"{figure:6.3f}" for figure in figures)
        + "  "
        + " ".join(f"{figure:6.3f}" for figure in parts)
    )


def table(some: list[Any], *, without: str = "") -> None:
    lexicon_ = words()
    print(f"{'set':62} marked  found     F1  prec.   rec.   cause  exact effect")
    for title, group in groupby(some, key=lambda case: f"{case.set}: {case.title}"):
        print(line(title, CASES.tally(list(group), lambda s: claims(s, lexicon_, without=without))))
    for name in sorted({case.set for case in some}):
        chosen = [case for case in some if case.set == name]
        print(line(f"all of {name}", CASES.tally(chosen, lambda s: claims(s, lexicon_, without=without))))


def misses(some: list[Any]) -> None:
    lexicon_ = words()
    for case in some:
        for want, claim in CASES.matches(case, claims(case.sentence, lexicon_)):
            if claim is None:
                print(f"missed    {want.cause} {want.sign}{want.cue}> {want.effect}\n          {case.sentence}")
            elif want is None:
                cause, cue, effect = (span.of(case.sentence) for span in (claim.cause, claim.cue, claim.effect))
                print(f"too much  {cause} {claim.sign}{cue}> {effect} ({claim.rule})\n          {case.sentence}")


def ablate(some: list[Any]) -> None:
    lexicon_ = words()
    whole = CASES.tally(some, lambda s: claims(s, lexicon_))
    print(f"{'frame left out':20}     F1   less  prec.   rec.  found")
    print(
        f"{'(none)':20} {whole.f1:6.3f}  {0:5.3f} {whole.precision:6.3f} {whole.recall:6.3f} {whole.counts['found']:6}"
    )
    for frame in FRAMES:
        less = CASES.tally(some, lambda s, frame=frame: claims(s, lexicon_, without=f"{frame}/"))
        print(
            f"{frame:20} {less.f1:6.3f}  {whole.f1 - less.f1:5.3f} {less.precision:6.3f} {less.recall:6.3f} "
            f"{less.counts['found']:6}"
        )


def speed(paths: list[Path]) -> None:
    text = "\n".join(path.read_text(encoding="utf8") for path in paths)
    sentences = [s for s in re.split(r"(?<=[。！？])|\n", text) if s.strip()]
    size, lexicon_ = sum(len(s.encode()) for s in sentences), words()
    best = min(_timed(sentences, lexicon_) for _ in range(RUNS))
    rate = size / best / 1000
    print(f"{rate:,.0f} kB a second of processor time (best of {RUNS}; {len(sentences):,} sentences, {size:,} bytes)")


def _timed(sentences: list[str], lexicon_: Lexicon) -> float:
    begin = time.process_time()
    for sentence in sentences:
        claims(sentence, lexicon_)
    return time.process_time() - begin


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--cases", type=Path, default=MARKED, help="another file of marked cases")
    parser.add_argument("--set", default="", help="only sets whose name begins so")
    parser.add_argument("--misses", action="store_true")
    parser.add_argument("--ablate", action="store_true")
    parser.add_argument("--speed", action="store_true")
    args = parser.parse_args()
    some = list(CASES.cases(args.cases.read_text(encoding="utf8")))
    if args.cases == MARKED:
        for path in sorted((SHARED / "gold").glob("20*.jsonl")):
            some += CASES.gold(path)
    some = [case for case in some if case.set.startswith(args.set)]
    if args.speed:
        speed(sorted(SAMPLES.glob("*.txt")))
    elif args.ablate:
        ablate(some)
    elif args.misses:
        misses(some)
    else:
        table(some)
    return 0


if __name__ == "__main__":
    sys.exit(main())
