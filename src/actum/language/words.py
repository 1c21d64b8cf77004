"""Chinese words, as a weak helper: a general dictionary knows words, not the grammar of official texts.

Takes       Chinese text, folded to simplified characters or not.
Gives       the words in order; whether a string is a dictionary word.
Method      rjieba's dictionary and its most probable path through it, without guessing unseen words.
Leaves out  parts of speech: the dictionary's tags fail on the verbs of official texts (反对 as an adverb).
"""

from __future__ import annotations

import re

import rjieba

_HALF = re.compile("[\ud800-\udfff]")


def words(text: str) -> tuple[str, ...]:
    """The words of `text` in order; joined they are `text` again.

    Half a surrogate pair, which a damaged file may hold, is a word of its own.
    """
    if _HALF.search(text) is None:
        return tuple(rjieba.cut(text, hmm=False))
    found, at = [], 0
    for piece in rjieba.cut(_HALF.sub("\ufffd", text), hmm=False):
        found.append(text[at : at + len(piece)])
        at += len(piece)
    return tuple(found)


def is_word(text: str) -> bool:
    """Whether the general dictionary has `text` as one word."""
    return _HALF.search(text) is None and bool(rjieba.has_word(text))
