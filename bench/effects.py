"""Score the effects against marked cases, or against a gold file, and take frames away to see what they carry.

Run         python bench/effects.py [--cases FILE] [--set NAME] [--misses] [--without FRAME]
            python bench/effects.py --gold GOLD.jsonl [--misses]
            python bench/effects.py --speed FILE...
Gives       precision, recall and F1 by the rule of the shared gold: cue and effect overlap and the signs agree;
            beside it the share of the matched whose cause overlaps, and whose effect is exact.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from actum.extract.effect_claim import Claim
from actum.extract.effect_lexicon import lexicon
from actum.extract.effects import claims
from actum.text.span import Span

CASES = Path(__file__).parent.parent / "tests" / "cases" / "effects.txt"
_LINE = re.compile(r"^\s+(?P<cause>\S.*?) (?P<sign>[+-])(?P<cue>\S+?)> (?P<effect>.+?)\s*$")


@dataclass(frozen=True, slots=True)
class Marked:
    """One effect as a reader marked it; the parts as written, `…` standing for anything between."""

    cause: str
    sign: str
    cue: str
    effect: str


@dataclass(frozen=True, slots=True)
class Case:
    """One sentence with its marked effects; `set` is the word before the colon of its heading."""

    set: str
    title: str
    sentence: str
    marked: tuple[Marked, ...]


def cases(text: str) -> Iterator[Case]:
    """The cases of a marked file, in order. Raises ValueError with the line number where a line cannot be read."""
    title, sentence, marked = ":", "", list[Marked]()
    for number, line in enumerate([*text.splitlines(), "@ end:"], 1):
        if line.startswith("#") or not line.strip():
            continue
        if line[0].isspace():
            found = _LINE.match(line)
            if found is None:
                raise ValueError(f"line {number}: {line!r} is no effect; write it as CAUSE -CUE> EFFECT")
            marked.append(Marked(found["cause"], found["sign"], found["cue"], found["effect"]))
            continue
        if sentence:
            yield Case(title.split(":", maxsplit=1)[0], title.split(":", 1)[1].strip(), sentence, tuple(marked))
        sentence, marked = "", []
        if line.startswith("@"):
            title = line[1:].strip()
        else:
            sentence = line


def places(sentence: str, part: str) -> list[Span]:
    """Every place of a part; raises ValueError where it has none."""
    pattern = ".*?".join(re.escape(piece) for piece in part.split("…"))
    found = [Span(m.start(1), m.end(1)) for m in re.finditer(f"(?=({pattern}))", sentence)]
    if not found:
        raise ValueError(f"{part!r} does not stand in {sentence!r}")
    return found


def matches(case: Case, found: tuple[Claim, ...]) -> list[tuple[Marked | None, Claim | None]]:
    """Marked and found side by side: each marked effect with the first free claim that matches, then what is left."""
    free, pairs = list(found), list[tuple[Marked | None, Claim | None]]()
    for want in case.marked:
        cues, ends = places(case.sentence, want.cue), places(case.sentence, want.effect)
        fit = [
            c
            for c in free
            if c.sign == want.sign and any(c.cue.overlaps(x) for x in cues) and any(c.effect.overlaps(x) for x in ends)
        ]
        fit.sort(key=lambda c: c.effect not in ends)
        pairs.append((want, fit[0] if fit else None))
        if fit:
            free.remove(fit[0])
    return pairs + [(None, claim) for claim in free]


def gold(path: Path) -> Iterator[Case]:
    """The sentences of a gold file as cases, each text once."""
    known = set[str]()
    for line in path.read_text(encoding="utf8").splitlines():
        row = json.loads(line)
        if row["text"] in known:
            continue
        known.add(row["text"])
        marked = tuple(Marked(e["cause"], e["sign"], e["cue"], e["effect"]) for e in row["effects"])
        yield Case("gold", path.name, row["text"], marked)


def score(some: list[Case], *, misses: bool, without: str = "") -> None:
    """Print the figures of some cases, and what was missed or found too much where asked."""
    words = lexicon("zh")
    if words is None:
        raise SystemExit("no tables")
    counts = Counter[str]()
    for case in some:
        found = claims(case.sentence, words, without=without)
        for want, claim in matches(case, found):
            counts["marked"] += want is not None
            counts["found"] += claim is not None
            if want is not None and claim is not None:
                counts["matched"] += 1
                counts["cause"] += any(claim.cause.overlaps(p) for p in places(case.sentence, want.cause))
                counts["exact cause"] += claim.cause in places(case.sentence, want.cause)
                counts["exact effect"] += claim.effect in places(case.sentence, want.effect)
                if misses and claim.effect not in places(case.sentence, want.effect):
                    print(f"  effect    {want.effect} | {claim.effect.of(case.sentence)}")
                if misses and not any(claim.cause.overlaps(p) for p in places(case.sentence, want.cause)):
                    print(f"  cause     {want.cause} | {claim.cause.of(case.sentence)} {claim.rule}")
            elif misses and want is not None:
                print(f"  missed    {want.cause} {want.sign}{want.cue}> {want.effect}\n            {case.sentence}")
            elif misses and claim is not None:
                parts = (s.of(case.sentence) for s in (claim.cause, claim.cue, claim.effect))
                print(f"  too much  {' | '.join(parts)} {claim.sign} {claim.rule}\n            {case.sentence}")
    p = counts["matched"] / counts["found"] if counts["found"] else 0.0
    r = counts["matched"] / counts["marked"] if counts["marked"] else 0.0
    f = 2 * p * r / (p + r) if p + r else 0.0
    m = counts["matched"] or 1
    print(
        f"F1 {f:.3f}  precision {p:.3f}  recall {r:.3f}  (sentences {len(some)}, marked {counts['marked']}, found "
        f"{counts['found']}, matched {counts['matched']}; cause {counts['cause'] / m:.3f}, exact "
        f"{counts['exact cause'] / m:.3f}; effect exact {counts['exact effect'] / m:.3f})"
    )


def speed(paths: list[Path]) -> None:
    """Print how many bytes a second one core reads, the best of three runs."""
    words = lexicon("zh")
    if words is None:
        raise SystemExit("no tables")
    sentences = [
        s for path in paths for s in re.split(r"(?<=[。！？])|\n", path.read_text(encoding="utf8")) if s.strip()
    ]
    size = sum(len(s.encode()) for s in sentences)
    best = min(_timed(sentences, words) for _ in range(3))
    print(f"{size / best / 1000:,.0f} kB/s ({len(sentences):,} sentences, {size:,} bytes)")


def _timed(sentences: list[str], words) -> float:  # type: ignore[no-untyped-def]  # noqa: ANN001
    begin = time.perf_counter()
    for sentence in sentences:
        claims(sentence, words)
    return time.perf_counter() - begin


def main() -> int:
    """Score, or time."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--cases", type=Path, default=CASES)
    parser.add_argument("--set", default="")
    parser.add_argument("--gold", type=Path)
    parser.add_argument("--misses", action="store_true")
    parser.add_argument("--without", default="")
    parser.add_argument("--speed", type=Path, nargs="+")
    args = parser.parse_args()
    if args.speed:
        speed(args.speed)
        return 0
    some = list(gold(args.gold) if args.gold else cases(args.cases.read_text(encoding="utf8")))
    score([c for c in some if c.set.startswith(args.set)], misses=args.misses, without=args.without)
    return 0


if __name__ == "__main__":
    sys.exit(main())
