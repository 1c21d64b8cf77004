"""What changed in words between two runs of tokens.

Takes       the tokens of an earlier and of a later part.
Gives       pairs of what was there and what is there now, in order; a replaced phrase is one pair.
Method      a cheapest edit script over whole tokens; a stretch that stayed the same between two changes but only joins
            words (的, 和, a comma) belongs to the change around it. Of scripts as cheap the one that keeps more words.
Leaves out  moved words: they read as gone here and new there.
"""

from __future__ import annotations

from collections.abc import Sequence
from difflib import SequenceMatcher

from actum.align.words import Token
from actum.text.compare import opcodes, similarity

Tokens = tuple[Token, ...]
Replaced = tuple[Tokens, Tokens]
_FIRST_SIGN = 0xF0000  # private use, plane 15: a sign of its own for each different token


def replaced(earlier: Tokens, later: Tokens, *, joins: frozenset[str]) -> list[Replaced]:
    """The changes in order; none for equal runs. A side is empty where something was added or taken away."""
    a, b = _signs(earlier, later)
    found: list[Replaced] = []
    held: Replaced = ((), ())
    open_change = False
    for run in opcodes(a, b):
        before, after = earlier[run.a.start : run.a.end], later[run.b.start : run.b.end]
        if run.tag != "equal":
            start = found.pop() if open_change else ((), ())
            found.append((start[0] + held[0] + before, start[1] + held[1] + after))
            open_change, held = True, ((), ())
        elif open_change and all(token.key in joins for token in before):
            held = (before, after)
        else:
            open_change, held = False, ((), ())
    return [part for one in found for part in _parted(*one, joins)]


def _parted(before: Tokens, after: Tokens, joins: frozenset[str]) -> list[Replaced]:
    """A change as those around the longest run of words that both sides have: a cheapest script may replace it too."""
    keys = [[token.key for token in side] for side in (before, after)]
    same = SequenceMatcher(None, keys[0], keys[1], autojunk=False).find_longest_match()
    kept = before[same.a : same.a + same.size]
    if all(token.is_mark or token.key in joins for token in kept):
        return [(before, after)]
    head = before[: same.a], after[: same.b]
    tail = before[same.a + same.size :], after[same.b + same.size :]
    return [part for side in (head, tail) if any(side) for part in _parted(*side, joins)]


def likeness(earlier: Sequence[Token], later: Sequence[Token]) -> float:
    """1 less the share of tokens to change."""
    return similarity(*_signs(earlier, later))


def _signs(earlier: Sequence[Token], later: Sequence[Token]) -> tuple[str, str]:
    """Both runs as strings with one character a token."""
    signs: dict[str, str] = {}
    for token in (*earlier, *later):
        signs.setdefault(token.key, chr(_FIRST_SIGN + len(signs)))
    return "".join(signs[token.key] for token in earlier), "".join(signs[token.key] for token in later)
