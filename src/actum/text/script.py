"""Script: every character by the usual simplified character of its variant class.

Takes       a text.
Gives       the same length of text, and which script it is written in.
Method      classes of variant characters (`data/variants.txt`), one character at a time, never phrases: 于 and 於,
            发 發 髮 are each one class. A character speaks for one script where its class has several, and only one
            of the two everyday sets (GB 2312, Big5) has it.
Leaves out  which of two traditional characters a simplified one stands for (头发 → 頭髮): that needs the word.
"""

from __future__ import annotations

from functools import cache
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from actum.text.folded import CODE_POINTS, Codes, Folded, codes_of, text_of
from actum.text.offsets import OffsetMap
from actum.text.tables import entries

Script = Literal["simplified", "traditional", "mixed", "none"]
# Share of the telling characters that must speak for one script. A converted copy keeps a few forms of the other
# (于, 群); set on the five sample statements, 2026-11-25.
ONE_SCRIPT = 0.9


def classes() -> tuple[str, ...]:
    """Every class of variant characters, the representative first."""
    return entries("variants")


@cache
def variants() -> dict[str, str]:
    """The representative of each character that has variants."""
    return {character: members[0] for members in entries("variants") for character in members}


@cache
def _table() -> Codes:
    table = np.arange(CODE_POINTS, dtype=np.uint32)
    for character, representative in variants().items():
        table[ord(character)] = ord(representative)
    return table


def script_class(text: str) -> str:
    """The text with every character as the representative of its class; same length."""
    codes = codes_of(text)
    new = _table()[codes]
    return text if np.array_equal(new, codes) else text_of(new)


def script(text: str) -> Folded:
    """`script_class` with its map; the very same text where nothing folds."""
    new = script_class(text)
    return Folded(new, OffsetMap.identity(len(text)))


def _within(character: str, encoding: str) -> bool:
    try:
        character.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True


def is_traditional(character: str) -> bool:
    """Whether only traditional texts use the character: it has a simplified form, and GB 2312 lacks it."""
    return variants().get(character, character) != character and not _within(character, "gb2312")


def is_simplified(character: str) -> bool:
    """Whether only simplified texts use the character: it stands for others, and Big5 lacks it."""
    return variants().get(character) == character and not _within(character, "big5")


@cache
def _telling() -> NDArray[np.int8]:
    """+1 for characters of traditional texts only, -1 of simplified texts only, else 0."""
    telling = np.zeros(CODE_POINTS, dtype=np.int8)
    for character in variants():
        telling[ord(character)] = is_traditional(character) - is_simplified(character)
    return telling


def traditional_share(text: str) -> float | None:
    """Of the characters that only one script uses, the share that only traditional texts use; None without any."""
    telling = _telling()[codes_of(text)]
    told = int(np.count_nonzero(telling))
    return int(np.count_nonzero(telling > 0)) / told if told else None


def script_of(text: str) -> Script:
    """The script of a text; `none` where no character tells (no Chinese, or too little of it)."""
    share = traditional_share(text)
    if share is None:
        return "none"
    if share >= ONE_SCRIPT:
        return "traditional"
    return "simplified" if share <= 1 - ONE_SCRIPT else "mixed"
