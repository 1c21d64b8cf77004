"""How fast a substring is found in 200,000 paragraphs of Chinese, highlights and facets included.

Run     .venv/bin/python bench/search.py [PARAGRAPHS]
Gives   a table: seconds to write the index, its size, and for each kind of query median, p95 and maximum in ms.
Method  paragraphs of one to three sentences are made by joining clauses of the sample statements at random (seeded),
        half of them in traditional characters by the table of variants; queries of 2 to 16 characters are cut from
        them at random, in either script, and the most frequent phrases of the sample are asked too. Every count is
        checked against a plain scan of the folded paragraphs for some of the queries.
"""

from __future__ import annotations

import random
import re
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from actum.store.search import Unit, search, spans_of, write_index
from actum.text.script import variants

SAMPLE = Path(__file__).parents[1] / "examples" / "strategic-stability"
QUERIES = 60
CHECKED = 20
FREQUENT = ("战略稳定", "双方", "核武器", "国家", "安全")


def clauses() -> list[str]:
    text = "".join(path.read_text(encoding="utf8") for path in sorted(SAMPLE.glob("00[1-4]*.txt")))
    return sorted(set(re.findall(r"[\u4e00-\u9fff，“”《》0-9]{4,40}", text)))


def traditional() -> dict[int, str]:
    back: dict[int, str] = {}
    for character, representative in sorted(variants().items()):
        if character != representative:
            back.setdefault(ord(representative), character)
    return back


def units(paragraphs: int) -> Iterator[Unit]:
    dice, parts, table = random.Random(20261126), clauses(), traditional()
    letters = "".join(parts)
    for number in range(paragraphs):
        work = f"work-{number // 40:05}"
        start = 0
        for _ in range(dice.randint(1, 3)):
            # clauses of the sample among runs of characters at random, so that posting lists are long and phrases rare
            words = [dice.choice(parts) if dice.random() < 0.4 else _noise(dice, letters) for _ in range(3)]
            text = "，".join(words) + "。"
            text = text.translate(table) if number % 2 else text
            facets = (("work", work), ("holder", dice.choice(["CHN", "RUS", "USA"])), ("act", dice.choice("abcdef")))
            yield Unit(work, f"p{number % 40}.s1", start, text, facets)
            start += len(text)


def _noise(dice: random.Random, letters: str) -> str:
    return "".join(dice.choice(letters) for _ in range(dice.randint(6, 20)))


def main() -> None:
    paragraphs = int(sys.argv[1]) if len(sys.argv) > 1 else 200_000
    made = list(units(paragraphs))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "search.sqlite"
        began = time.perf_counter()
        write_index(path, made)
        seconds = time.perf_counter() - began
        size = path.stat().st_size / 1e6
        print(f"{paragraphs:,} paragraphs, {len(made):,} sentences: index in {seconds:.1f} s, {size:.0f} MB")
        measure(path, made)


def measure(path: Path, made: list[Unit]) -> None:
    dice = random.Random(7)
    everything: list[float] = []
    print(f"{'query':<12}{'median ms':>10}{'p95 ms':>10}{'max ms':>10}")
    for length in (2, 3, 4, 8, 16, 0):
        asked = list(FREQUENT) if not length else [_cut(dice, made, length) for _ in range(QUERIES)]
        times = []
        for query in asked:
            began = time.perf_counter()
            search(path, query, limit=20)
            times.append((time.perf_counter() - began) * 1000)
        everything += times
        name = f"{length} chars" if length else "frequent"
        print(f"{name:<12}{statistics.median(times):>10.1f}{_p95(times):>10.1f}{max(times):>10.1f}")
    print(f"{'all':<12}{statistics.median(everything):>10.1f}{_p95(everything):>10.1f}{max(everything):>10.1f}")
    for query in [_cut(dice, made, 3) for _ in range(CHECKED)]:
        plain = sum(1 for unit in made if spans_of(unit.text, query)) if len(made) < 50_000 else None
        found = search(path, query, limit=20).total
        if plain is not None and plain != found:
            print(f"WRONG: {query}: {found} found, {plain} there")


def _cut(dice: random.Random, made: list[Unit], length: int) -> str:
    while True:
        letters = re.sub(r"\W", "", dice.choice(made).text)
        if len(letters) >= length:
            start = dice.randrange(len(letters) - length + 1)
            return letters[start : start + length]


def _p95(times: list[float]) -> float:
    return sorted(times)[min(len(times) - 1, round(len(times) * 0.95))]


if __name__ == "__main__":
    main()
