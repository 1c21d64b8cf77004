"""Which syllables a character can be read as, whole or damaged.

Takes       characters, and what stands in a bracket behind them.
Gives       whether the bracket says how the characters are read, and by which rule that is known.
Method      single-character readings (`data/readings.txt`), compared without tones: a converter may write another
            tone (不 bú), never other letters. Letters are first brought to one form: ɑ ɡ, ü as v or u:, full width.
Leaves out  which of its readings a character has here.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from actum.text.script import variants
from actum.text.tables import entries

LONGEST = 8  # characters that one bracket reads together; the longest word-level residue thought of is a name
_LOST = re.compile(r"[?�□*_¿]+")
_STANDS_FOR = str.maketrans({"ɑ": "a", "ɡ": "g", "а": "a", "е": "e", "о": "o", "？": "?", "＊": "*", "’": "'"})
_DIAERESIS = "\u0308"


@cache
def _readings() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for line in entries("readings"):
        syllable, _, characters = line.partition(" ")
        for character in characters:
            found.setdefault(character, set()).add(syllable)
    return {character: frozenset(syllables) for character, syllables in found.items()}


@cache
def readings(character: str) -> tuple[str, ...]:
    """The syllables a character can be read as, without tones, sorted; empty where it has none.

    A character's variants lend it their readings.
    """
    table = _readings()
    return tuple(sorted(table.get(character, frozenset()) | table.get(variants().get(character, ""), frozenset())))


def letters(written: str) -> str:
    """A written syllable with small plain letters: `LIÁN` and `lian2` as `lian`, `lüè`, `lve`, `lu:e` as `lüe`."""
    bare = unicodedata.normalize("NFD", unicodedata.normalize("NFKC", written.translate(_STANDS_FOR)).lower())
    kept = "".join(c for c in bare if c == _DIAERESIS or not unicodedata.combining(c))
    kept = unicodedata.normalize("NFC", kept.replace("u:", "ü").replace("v", "ü"))
    return kept.translate(_STANDS_FOR)


def is_toned(written: str) -> bool:
    """Whether a tone is written, as a mark or as a digit."""
    marks = unicodedata.normalize("NFD", written)
    return any(unicodedata.combining(c) and c != _DIAERESIS for c in marks) or any(c.isdigit() for c in written)


def _spellings(character: str) -> tuple[str, ...]:
    """Readings, and those with ü also as u (`lue`), as careless writers have it."""
    found = readings(character)
    return found + tuple(reading.replace("ü", "u") for reading in found if "ü" in reading)


def reads(syllables: str, characters: str) -> int:
    """How many characters at the end of `characters` the plain letters read, all together; 0 for none.

    The fewest that do, at most LONGEST.
    """
    rest = {syllables}
    for count, character in enumerate(reversed(characters[-LONGEST:]), start=1):
        rest = {left.removesuffix(spelling) for left in rest for spelling in _spellings(character) if left.endswith(spelling)}
        if "" in rest:
            return count
        if not rest:
            return 0
    return 0


def _toned_vowel(reading: str) -> int:
    """Where the tone mark of a syllable stands: on a or e, on the o of ou, else on the last vowel; -1 without one."""
    for sign in ("a", "e", "ou"):
        if sign in reading:
            return reading.index(sign)
    return max(map(reading.rfind, "iouü"))


def reads_damaged(syllable: str, character: str) -> bool:
    """Whether the letters are a reading of the character that lost the letter with the tone mark.

    `zh?n` and `zh n` for zhàn; `zhn` too, where three letters or more are left.
    """
    gap = " " if " " in syllable else ""
    written = _LOST.sub("?", letters(syllable)).replace(" ", "?") if gap else _LOST.sub("?", letters(syllable))
    for reading in _spellings(character):
        vowel = _toned_vowel(reading)
        if vowel < 0 or len(reading) == 1:
            continue
        before, behind = reading[:vowel], reading[vowel + 1 :]
        if written == f"{before}?{behind}" or (len(written) >= 3 and written == before + behind):
            return True
    return False
