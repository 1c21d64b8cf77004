"""How fast a text becomes facts: divide, mentions, voices, positions and effects together, on one core.

Run         python bench/reading.py [--times 3]
Gives       one line: kilobytes of UTF-8 a second of processor time, and how many facts came out.
Method      the five sample copies as they are, each read `--times` times after one run to warm up; the registry as
            shipped.
Leaves out  establishing the text.
"""

from __future__ import annotations

import argparse
import time
from pathlib import Path

from actum.divide import divide
from actum.extract.effects import effects
from actum.extract.mentions import mentions
from actum.extract.parties import voices
from actum.extract.positions import positions
from actum.registry.load import load
from actum.text.readable import readable

SAMPLES = Path(__file__).parent.parent / "examples" / "strategic-stability"


def read(text: str) -> int:
    """The number of facts of a text."""
    form = readable(text).text
    divisions = divide(form, language="zh")
    speaking = voices(form, language="zh")
    named = mentions(form, divisions, registry=load(), language="zh", parties=speaking.parties)
    held = positions(form, divisions, mentions=named, voices=speaking, language="zh")
    return len(named) + len(held) + len(effects(form, divisions, mentions=named, language="zh"))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--times", type=int, default=3)
    times = parser.parse_args().times
    texts = [path.read_text(encoding="utf8") for path in sorted(SAMPLES.glob("*.txt"))]
    facts = sum(map(read, texts))
    start = time.process_time()
    for _ in range(times):
        for text in texts:
            read(text)
    spent = time.process_time() - start
    size = times * sum(len(text.encode()) for text in texts) / 1000
    print(f"{size / spent:,.0f} kB/s of processor time, {facts:,} facts of {size / times:,.0f} kB")


if __name__ == "__main__":
    main()
