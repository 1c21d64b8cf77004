"""Chinese words, as a weak helper: a general dictionary knows words, not the grammar of official texts.

Takes       Chinese text, folded to simplified characters or not.
Gives       the words in order; whether a string is a dictionary word.
Method      rjieba's dictionary and its most probable path through it, without guessing unseen words.
Leaves out  parts of speech: the dictionary's tags fail on the verbs of official texts (反对 as an adverb).
"""

from __future__ import annotations

import rjieba


def words(text: str) -> tuple[str, ...]:
    """The words of `text` in order; joined they are `text` again."""
    return tuple(rjieba.cut(text, hmm=False))


def is_word(text: str) -> bool:
    """Whether the general dictionary has `text` as one word."""
    return bool(rjieba.has_word(text))
