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
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from itertools import accumulate, chain, pairwise

from actum.collate.columns import UNREADABLE
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

PASSAGE = 8
"""Letters from which a reading is a passage: what is strange in it is then counted by its length, as all prose has some
of it, and a copy that lacks a passage would else read better for that alone; 2026-11-26."""

FREE = 0.5
"""How strange a character that is a word of its own is alone, where another is 1."""

HAN = re.compile(r"[\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
Use = tuple[str, ...]
"""A kind and what is used: `("alone", 和)`, `("pair", the, Parties)`."""

_UNREADABLE = re.compile("[" + "".join(map(chr, UNREADABLE)) + r"]|\?{2,}")
_WORD = re.compile(r"[^\W_]+")
_ENDS, _BEGINS = re.compile(r"[^\W_]+$"), re.compile(r"[^\W_]+")


class Usage:
    """What one text uses: its characters standing alone, pairs of characters, words; counted once, asked often."""

    def __init__(self, text: str, *, language: str) -> None:
        self.language = language
        self.chinese = language == "zh"
        self.used = self._uses(text)

    def _uses(self, text: str) -> Counter[Use]:
        """All that a stretch of text uses, each kind under its name."""
        if self.chinese:
            alone = (("alone", piece) for piece in _words(text) if len(piece) == 1)
            return Counter(chain(alone, (("pair", text[i : i + 2]) for i in range(len(text) - 1))))
        pieces = _WORD.findall(text)
        triples = (("triple", triple) for word in pieces for triple in _triples(word))
        return Counter(
            chain((("word", word) for word in pieces), triples, (("pair", *two) for two in pairwise(pieces)))
        )

    def scores(self, before: str, readings: Sequence[str], after: str, *, here: str) -> list[float]:
        """A score for each reading; `here` is the one that the counted text has: what it uses there does not count."""
        around = AROUND if self.chinese else 3 * AROUND
        before, after = before[-around:], after[:around]
        own = self._uses(before + here + after)
        cost = self._chinese_cost if self.chinese else self._spaced_cost
        costs = [cost(before, reading, after, own) for reading in readings]
        longest = max(readings, key=len)
        for k, reading in enumerate(readings):
            costs[k] += AGAIN * (len(reading) > 1 and "" in readings and repeats(before, reading, after))
            costs[k] += _left_out(before, reading, after, longest)
            costs[k] += BOUND * is_unreadable(reading)
            longer = (other for other in readings if len(other) > len(reading))
            costs[k] += DENIAL * any(denial_lost(other, reading, self.language) for other in longer)
        least = min(costs)
        return [max(-BOUND, least - one) for one in costs]

    def _elsewhere(self, use: Use, own: Counter[Use]) -> int:
        return max(0, self.used[use] - own[use])

    def _chinese_cost(self, before: str, reading: str, after: str, own: Counter[Use]) -> float:
        whole = before + reading + after
        lone = (piece for piece in _words(whole) if len(piece) == 1 and HAN.match(piece))
        strange = sum(
            (FREE if piece in free_characters() else 1.0) / (1 + self._elsewhere(("alone", piece), own))
            for piece in lone
        ) * min(1.0, PASSAGE / max(1, len(reading)))
        first, last = max(0, len(before) - 1), min(len(whole) - 1, len(before) + len(reading))
        pairs = [whole[i : i + 2] for i in range(first, last)]
        pairs = [pair for pair in pairs if HAN.match(pair[0]) and HAN.match(pair[1])]
        new = sum(self._novelty(pair, own) for pair in pairs) / max(1, len(pairs))
        doubled = _doubled(whole, first, last) * min(1.0, PASSAGE / max(1, len(reading)))
        return 1.2 * strange + 1.2 * new + 1.5 * doubled + 2.5 * _foreign(before, reading, after)

    def _novelty(self, pair: str, own: Counter[Use]) -> float:
        """1 for two characters that stand together nowhere else; a word of its own may stand by anything."""
        if self._elsewhere(("pair", pair), own) or is_word(pair):
            return 0.0
        return FREE if free_characters() & set(pair) else 1.0

    def _spaced_cost(self, before: str, reading: str, after: str, own: Counter[Use]) -> float:
        left, right = _ENDS.search(before), _BEGINS.match(after)
        head, tail = left[0] if left else "", right[0] if right else ""
        found = _WORD.findall(head + reading + tail)
        last = _WORD.findall(before[: len(before) - len(head)])[-1:]
        pairs = list(pairwise([*last, *found, *_WORD.findall(after[len(tail) :])[:1]]))
        unseen = _share(not self._elsewhere(("word", word), own) for word in found)
        strange = _share(not self._elsewhere(("triple", one), own) for word in found for one in _triples(word))
        new = _share(not self._elsewhere(("pair", *pair), own) for pair in pairs)
        doubled = sum(1 for a, b in pairs if a == b)
        return 0.3 * unseen + 4.0 * strange + 1.5 * new + 2.5 * doubled


def _share(flags: Iterable[bool]) -> float:
    """The share that is true; 0 of none."""
    known = list(flags)
    return sum(known) / max(1, len(known))


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


def is_unreadable(reading: str) -> bool:
    """Whether a reading holds marks that stand for characters which could not be read: it says nothing of them."""
    return _UNREADABLE.search(reading) is not None


def repeats(before: str, reading: str, after: str) -> bool:
    """Whether the reading says again what stands right beside it."""
    return bool(reading) and (before.endswith(reading) or after.startswith(reading))
