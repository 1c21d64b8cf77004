"""How many faults put into clean texts are found, and how many doubts clean texts get.

Takes       the sample statements of 2025-05-08 and 2019-06-05, and any files of clean text named on the command line.
Gives       for each sort of fault the share found, of `EACH` put in one by one at random (seeded); for the files the
            doubts in 100,000 characters, each with its rule.
Leaves out  whether the proposal is right.

Run with    python bench/faults.py [FILE…]
"""

from __future__ import annotations

import random
import re
import sys
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from actum.collate.faults import find_faults
from actum.collate.faults.lookalikes import shapes
from actum.identify.frame import frame
from actum.language.tell import language_of
from actum.language.words import words
from actum.text.span import Span

EACH, SEED = 300, 20251125
HAN = re.compile(r"[\u4e00-\u9fff]+")
Fault = tuple[str, Span]


def doubled_character(text: str, rng: random.Random) -> Fault:
    """One Chinese character once more."""
    at = rng.choice([at for at, char in enumerate(text) if HAN.fullmatch(char)])
    return text[:at] + text[at] + text[at:], Span(at, at + 2)


def doubled_word(text: str, rng: random.Random) -> Fault:
    """One word of two characters or more once more."""
    found = [
        (match.start(), word, match[0]) for match in HAN.finditer(text) for word in words(match[0]) if len(word) > 1
    ]
    start, word, run = rng.choice(found)
    at = start + run.index(word)
    return text[:at] + word + text[at:], Span(at, at + 2 * len(word))


def look_alike(text: str, rng: random.Random) -> Fault:
    """One character for another of its shape."""
    at = rng.choice([at for at, char in enumerate(text) if char in shapes()])
    return text[:at] + rng.choice(shapes()[text[at]]) + text[at + 1 :], Span(at, at + 1)


def lost_negation(text: str, rng: random.Random) -> Fault:
    """One 不 less."""
    at = rng.choice([at for at, char in enumerate(text) if char == "不"])
    return text[:at] + text[at + 1 :], Span(max(0, at - 1), at + 1)


def english_and(text: str, rng: random.Random) -> Fault:
    """One 和 in English."""
    at = rng.choice([match.start() for match in re.finditer(r"(?<=[\u4e00-\u9fff])和(?=[\u4e00-\u9fff])", text)])
    return f"{text[:at]} and {text[at + 1 :]}", Span(at, at + 5)


def split(text: str, rng: random.Random) -> Fault:
    """One line end between two characters."""
    at = rng.randrange(30, len(text) - 30)
    return f"{text[:at]}\n{text[at:]}", Span(at - 1, at + 2)


SORTS: tuple[Callable[[str, random.Random], Fault], ...] = (
    doubled_character, doubled_word, look_alike, lost_negation, english_and, split,
)  # fmt: skip


def paragraphs() -> list[str]:
    """The longer paragraphs of the two clean statements of the sample."""
    sample = Path(__file__).parent.parent / "examples" / "strategic-stability"
    pages = [next(sample.glob(f"{copy}_*.txt")).read_text(encoding="utf8") for copy in ("001", "002")]
    texts = [segment.span.of(page) for page in pages for segment in frame(page) if segment.kind == "text"]
    return [line for text in texts for line in text.splitlines() if len(line) > 80]


def found(paragraph: str, sort: Callable[[str, random.Random], Fault], rng: random.Random) -> bool:
    """Whether a doubt lies within two characters of a fault put into the paragraph."""
    damaged, place = sort(paragraph, rng)
    frame_ = "双方声明如下。\n"
    near = Span(max(0, place.start - 2), place.end + 2).shifted(len(frame_))
    return any(
        one.part.span.overlaps(near) for one in find_faults(f"{frame_}{damaged}\n双方愿加强协调。", language="zh")
    )


def main() -> None:
    """Print the tables."""
    rng = random.Random(SEED)
    for sort in SORTS:
        fit = [one for one in paragraphs() if sort is not lost_negation or "不" in one]
        fit = [one for one in fit if sort is not english_and or re.search(r"[\u4e00-\u9fff]和[\u4e00-\u9fff]", one)]
        hits = sum(found(rng.choice(fit), sort, rng) for _ in range(EACH))
        print(f"{sort.__name__:20} {hits / EACH:.2f} found of {EACH}")
    length, rules = 0, Counter[str]()
    for name in sys.argv[1:]:
        text = Path(name).read_text(encoding="utf8")
        length += len(text)
        rules.update(one.made_by for one in find_faults(text, language=language_of(text)))
    if length:
        rate = 100_000 * rules.total() / length
        print(f"{rate:.2f} doubts in 100,000 characters of {length:,}: {dict(rules.most_common())}")


if __name__ == "__main__":
    main()
