"""How well a reading reads where it stands: weak evidence, good only when summed over many places.

Takes       the text as most witnesses have it, and readings of one place with the letters around.
Gives       a number for each reading, higher for what reads better, 0 at most and bounded below.
Method      faults that copying makes and writing does not: characters that the dictionary leaves standing alone and
            that stand alone nowhere else, pairs of characters or words seen nowhere else, a doubled character or
            word, Latin letters amid Chinese, words left out.
Leaves out  sense. A reading that reads well may be wrong, and a rare one right.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache, lru_cache
from itertools import accumulate, pairwise

from actum.collate.negation import denial_lost
from actum.language.data import lines
from actum.language.words import is_word, words

BOUND = 3.0
"""The most that language may speak against a reading at one place, in nats (2026-11-25, nine-witness bench)."""

AROUND = 8
"""Letters on each side that are read with a reading."""

DENIAL = 0.8
"""What speaks against a reading that is another less a negation: one is lost far oftener than put in."""

AGAIN = 1.5
"""What speaks against several letters that only say again what stands beside them."""

FREE = 0.5
"""How strange a character that is a word of its own is alone, where another is 1."""

HAN = re.compile(r"[\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
_WORD = re.compile(r"[^\W_]+")
_ENDS, _BEGINS = re.compile(r"[^\W_]+$"), re.compile(r"[^\W_]+")


class Usage:
    """What one text uses: its characters standing alone, pairs of characters, words; counted once, asked often."""

    def __init__(self, text: str, *, language: str) -> None:
        self.language = language
        self.chinese = chinese = language == "zh"
        pieces = words(text) if chinese else _WORD.findall(text)
        self.alone = Counter(piece for piece in pieces if len(piece) == 1)
        self.pairs = Counter(text[i : i + 2] for i in range(len(text) - 1))
        self.words = Counter(pieces)
        self.word_pairs = Counter(pairwise(pieces))
        self.triples = Counter(triple for word in pieces for triple in _triples(word)) if not chinese else Counter()

    def scores(self, before: str, readings: Sequence[str], after: str, *, here: str) -> list[float]:
        """A score for each reading; `here` is the one that the counted text has, and so has counted once itself."""
        around = AROUND if self.chinese else 3 * AROUND
        before, after = before[-around:], after[:around]
        cost = self._chinese_cost if self.chinese else self._spaced_cost
        costs = [cost(before, reading, after, here=reading == here) for reading in readings]
        longest = max(readings, key=len)
        for k, reading in enumerate(readings):
            costs[k] += AGAIN * (len(reading) > 1 and "" in readings and repeats(before, reading, after))
            costs[k] += _left_out(before, reading, after, longest)
            costs[k] += DENIAL * any(
                denial_lost(other, reading, self.language) for other in readings if len(other) > len(reading)
            )
        least = min(costs)
        return [max(-BOUND, least - one) for one in costs]

    def _chinese_cost(self, before: str, reading: str, after: str, *, here: bool) -> float:
        whole = before + reading + after
        lone = sum(self._strange(piece, here=here) for piece in _words(whole) if _is_lone(piece))
        first, last = max(0, len(before) - 1), min(len(whole) - 1, len(before) + len(reading))
        pairs = [whole[i : i + 2] for i in range(first, last)]
        pairs = [pair for pair in pairs if HAN.match(pair[0]) and HAN.match(pair[1])]
        new = sum(self.pairs[pair] <= here and not is_word(pair) for pair in pairs) / max(1, len(pairs))
        return 1.2 * lone + 1.2 * new + 1.5 * _doubled(whole, first, last) + 2.5 * _foreign(before, reading, after)

    def _strange(self, lone: str, *, here: bool) -> float:
        """How strange a character standing alone is: less the oftener it does so elsewhere."""
        return (FREE if lone in free_characters() else 1.0) / (1 + max(0, self.alone[lone] - here))

    def _spaced_cost(self, before: str, reading: str, after: str, *, here: bool) -> float:
        left = _ENDS.search(before)
        right = _BEGINS.match(after)
        stretch = (left[0] if left else "") + reading + (right[0] if right else "")
        found = _WORD.findall(stretch)
        unseen = sum(1 for word in found if self.words[word] <= here) / max(1, len(found))
        triples = [triple for word in found for triple in _triples(word)]
        strange = sum(1 for triple in triples if self.triples[triple] <= here) / max(1, len(triples))
        last = _WORD.findall(before[: len(before) - len(left[0] if left else "")])[-1:]
        following = _WORD.findall(after[len(right[0] if right else "") :])[:1]
        pairs = list(pairwise([*last, *found, *following]))
        new = sum(1 for pair in pairs if self.word_pairs[pair] <= here) / max(1, len(pairs))
        doubled = sum(1 for a, b in pairs if a == b)
        return 0.3 * unseen + 4.0 * strange + 1.5 * new + 2.5 * doubled


def _triples(word: str) -> list[str]:
    """Every three letters running of a word, its edges included."""
    edged = f"\n{word}\n"
    return [edged[i : i + 3] for i in range(len(edged) - 2)]


@cache
def free_characters() -> frozenset[str]:
    """Characters that are words of their own."""
    return frozenset("".join(lines("zh", "free")))


@lru_cache(maxsize=65_536)
def _words(text: str) -> tuple[str, ...]:
    return words(text)


def _is_lone(piece: str) -> bool:
    return len(piece) == 1 and HAN.match(piece) is not None


def _doubled(whole: str, first: int, last: int) -> int:
    """Characters that stand twice running and not as one word of the dictionary (人人 is one)."""
    ends = set(accumulate(map(len, _words(whole))))
    return sum(
        whole[i] == whole[i + 1] and HAN.match(whole[i]) is not None and i + 1 in ends
        for i in range(first, min(last, len(whole) - 1))
    )


def _foreign(before: str, reading: str, after: str) -> bool:
    """Latin letters with Chinese on both sides."""
    return (
        re.search("[A-Za-z]", reading) is not None
        and HAN.search(before[-1:]) is not None
        and HAN.search(after[:1]) is not None
    )


def _left_out(before: str, reading: str, after: str, longest: str) -> float:
    """A copyist leaves out sooner than he adds, unless what is more only says again what stands beside it."""
    more = len(longest) - len(reading)
    if more <= 0:
        return 0.0
    return -0.5 if repeats(before, longest, after) else min(1.5, 0.3 + 0.15 * more)


def repeats(before: str, reading: str, after: str) -> bool:
    """Whether the reading says again what stands right beside it."""
    return bool(reading) and (before.endswith(reading) or after.startswith(reading))
