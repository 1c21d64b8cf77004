"""How fast mentions are found among many names, and how well against the gold.

Takes       the sample statements; `--shared DIR` (or ACTUM_SHARED) with the gold and its scorer.
Gives       one line a figure on standard output: CPU seconds, MB of Chinese text (UTF-8) a second, matches; span and
            kind against each gold file. Exit status 1 where a figure falls below its goal.
Method      100,000 made-up names (seeded) join the registry as bodies; the statements' paragraphs are shuffled
            (seeded) into 2 MB; the best of five runs counts, in CPU time. The gold's sentences are joined as a text,
            paragraph by paragraph.
Leaves out  dividing: its own room has its own figures.

Usage: python bench/mentions.py [--shared ../shared]
"""

from __future__ import annotations

import argparse
import json
import os
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

from actum.divide import divide
from actum.extract.mentions import mentions
from actum.model.division import Division
from actum.model.fact import Mention
from actum.registry.load import Registry, load
from actum.registry.row import Name, Row
from actum.text.span import Part, Span

ROOT = Path(__file__).resolve().parents[1]
SAMPLES = ROOT / "examples" / "strategic-stability"
GOLDS = ("2019-06-05.jsonl", "2025-05-08-partnership-5-6.jsonl")
ALIASES = 100_000
BYTES = 2_000_000
GOAL_SPEED = 1.0
GOAL_F1 = 0.92
PARTIES = ("CHN", "RUS")


def synthetic(count: int, *, seed: int) -> Registry:
    """The shipped registry with made-up names of 3 to 9 characters, in rows of a hundred."""
    dice = random.Random(seed)
    shipped = load()
    signs = sorted({sign for name, _ in shipped.names("zh") for sign in name.text if sign > "\u4e00"})
    names = sorted({"".join(dice.choices(signs, k=dice.randint(3, 9))) for _ in range(count + count // 50)})[:count]
    made = [Name(name, "zh", "short", "made up", "C") for name in names]
    rows = tuple(
        Row(f"made-up-{at}", "organisation", "C", "made up", tuple(made[at : at + 100])) for at in range(0, count, 100)
    )
    whole = (*shipped.rows, *rows)
    return Registry(whole, {row.slug: row for row in whole})


def shuffled(samples: Sequence[Path], *, seed: int) -> str:
    """The paragraphs of the samples in random order until there are BYTES of them."""
    dice = random.Random(seed)
    lines = [line.strip() for sample in samples for line in sample.read_text(encoding="utf8").splitlines()]
    lines = [line for line in lines if len(line) > 20]
    taken, size = [], 0
    while size < BYTES:
        taken.append(dice.choice(lines))
        size += len(taken[-1].encode()) + 1
    return "\n".join(taken)


def speed(samples: Sequence[Path]) -> float:
    """MB of Chinese text a second of CPU, the best of five runs."""
    registry = synthetic(ALIASES, seed=1)
    text = shuffled(samples, seed=2)
    divisions = divide(text, language="zh")
    start = time.process_time()
    mentions("联合国。", divide("联合国。", language="zh"), registry=registry, language="zh")
    print(f"automaton of {len(registry.names('zh')):,} names made ready in {time.process_time() - start:.2f} s")
    best, found = float("inf"), 0
    for _ in range(5):
        start = time.process_time()
        found = len(mentions(text, divisions, registry=registry, language="zh", parties=PARTIES))
        best = min(best, time.process_time() - start)
    size = len(text.encode()) / 1e6
    print(f"{size:.2f} MB in {best:.2f} s CPU: {size / best:.2f} MB/s, {found:,} mentions")
    return size / best


def gold_text(gold: Path) -> tuple[str, list[Division]]:
    """The gold's sentences as one text, a paragraph a line, and its divisions."""
    paragraphs: dict[str, list[tuple[str, str]]] = {}
    for line in gold.read_text(encoding="utf8").splitlines():
        row = json.loads(line)
        paragraph, sentence = row["id"].split("/")[1].split(".")
        paragraphs.setdefault(paragraph, []).append((sentence, row["text"]))
    text, spans = "", []
    for paragraph, sentences in paragraphs.items():
        start, inner = len(text), []
        for name, sentence in sentences:
            inner.append((f"{paragraph}.{name}", Span(len(text), len(text) + len(sentence)), paragraph))
            text += sentence
        spans += [(paragraph, Span(start, len(text)), None), *inner]
        text += "\n"
    kinds = {True: "sentence", False: "paragraph"}
    first = next(iter(paragraphs))
    return text, [
        Division(name, "heading" if name == first else kinds[parent is not None], Part.cut(text, span), parent)  # type: ignore[arg-type]
        for name, span, parent in spans
    ]


def as_json(found: Sequence[Mention]) -> Iterator[str]:
    """Mentions as the command line prints them."""
    for mention in found:
        sentence, part = ({"text": p.text, "start": p.start, "end": p.end} for p in (mention.sentence, mention.part))
        yield json.dumps({"sentence": sentence, **part, "kind": mention.kind, "id": mention.id}, ensure_ascii=False)


def score(shared: Path, name: str) -> float:
    """F1 of span and kind against one gold file."""
    gold = shared / "gold" / name
    text, divisions = gold_text(gold)
    found = mentions(text, divisions, registry=load(), language="zh", parties=PARTIES)
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf8") as file:
        file.write("\n".join(as_json(found)))
        file.flush()
        command = [sys.executable, str(shared / "gold" / "score.py"), str(gold), "--mentions", file.name]
        printed = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    line = next(line for line in printed.splitlines() if line.startswith("mentions: span+kind"))
    print(f"{name}: {line}")
    return float(line.split("F1")[1].split()[0])


def main() -> int:
    """Print all figures; 1 where one falls below its goal."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--shared", type=Path, default=Path(os.environ.get("ACTUM_SHARED", ROOT.parent / "shared")))
    shared: Path = arguments.parse_args().shared
    samples = sorted(SAMPLES.glob("*.txt")) or sorted((shared / "statements").glob("*.txt"))
    good = speed(samples) >= GOAL_SPEED
    if not (shared / "gold").is_dir():
        print("no gold here: left out", file=sys.stderr)
        return 0 if good else 1
    return 0 if all([good, *(score(shared, name) >= GOAL_F1 for name in GOLDS)]) else 1


if __name__ == "__main__":
    raise SystemExit(main())
