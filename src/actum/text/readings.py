"""Which syllables a character can be read as, whole or damaged.

Takes       characters, and what stands in a bracket behind them.
Gives       whether the bracket says how the characters are read.
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

LONGEST = 8  # characters that one bracket may read together: the longest names of states are written so
LOST_AT_MOST = 2  # letters that a damaged reading may lack; more would fit too much else. By thought, 2026-11-25
_LOST = re.compile(r"(?:[?\ufffd□*_¿\s]|[ÃÄÅÇ](?:[^a-zA-Z]|$)?)+")
_LOOKS_LIKE = str.maketrans(
    {"ɑ": "a", "α": "a", "ɡ": "g", "ı": "i", "а": "a", "е": "e", "о": "o", "？": "?", "＊": "*"}
)
_BETWEEN = re.compile(r"[\s'’‘`·\-‐‑0-5]+")
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

    A character's representative lends it its readings.
    """
    table, usual = _readings(), unicodedata.normalize("NFKC", character)
    return tuple(sorted(table.get(usual, frozenset()) | table.get(variants().get(usual, ""), frozenset())))


@cache
def _spellings(character: str) -> tuple[str, ...]:
    """Readings, and those with ü also as u (`lue`), as careless writers have it."""
    found = readings(character)
    return found + tuple(reading.replace("ü", "u") for reading in found if "ü" in reading)


def letters(written: str) -> str:
    """What is written with small plain letters: `LIÁN` as `lian`, `lüè`, `lve` and `lu:e` as `lüe`."""
    even = unicodedata.normalize("NFKC", written).translate(_LOOKS_LIKE).lower()
    even = unicodedata.normalize("NFD", even).replace("u" + _DIAERESIS, "v").replace("u:", "v")
    return "".join(c for c in even if not unicodedata.combining(c)).replace("v", "ü")


def spelled(written: str) -> str:
    """The letters of all syllables without what stands between them: `zhan4 lve4` as `zhanlüe`."""
    return _BETWEEN.sub("", letters(written))


def has_tone_mark(written: str) -> bool:
    """Whether a tone mark stands over a letter."""
    return any(unicodedata.combining(c) and c != _DIAERESIS for c in unicodedata.normalize("NFD", written))


def is_toned(written: str) -> bool:
    """Whether a tone is written, as a mark or as a digit behind letters."""
    return has_tone_mark(written) or unicodedata.normalize("NFKC", written)[-1:] in tuple("12345")


def reads(syllables: str, characters: str) -> int:
    """How many characters at the end of `characters` the plain letters read, all together; 0 for none.

    The fewest that do, at most LONGEST.
    """
    rest = {syllables} if syllables else set()
    for count, character in enumerate(reversed(characters[-LONGEST:]), start=1):
        spellings = _spellings(character)
        rest = {left.removesuffix(tail) for left in rest for tail in spellings if left.endswith(tail)}
        if "" in rest:
            return count
    return 0


def _toned_vowel(reading: str) -> int:
    """Where the tone mark of a syllable stands: on a or e, on the o of ou, else on the last vowel; -1 without one."""
    for sign in ("a", "e", "ou"):
        if sign in reading:
            return reading.index(sign)
    return max(map(reading.rfind, "iouü"))


def reads_damaged(written: str, character: str) -> bool:
    """Whether this is a reading of the character that lost at most LOST_AT_MOST letters.

    The letter with the tone mark is gone, alone or with a neighbour: a sign or a gap stands in its place (`zh?n`,
    `zh n`), or nothing does and what is left cannot be a word (`zhn`, `ln`, `lin`). Or a letter bears its tone mark
    and the end is missing (`zhà`).
    """
    marked = has_tone_mark(_LOST.sub("", written))
    shape = letters(_LOST.sub("?", written.strip()))
    return any(
        shape in _with_a_gap(reading) or (marked and _is_cut(shape, reading)) for reading in _spellings(character)
    )


@cache
def _with_a_gap(reading: str) -> frozenset[str]:
    """What may be left of a syllable without its toned letter."""
    vowel = _toned_vowel(reading)
    if vowel < 0:
        return frozenset()
    gaps = {(vowel, vowel + 1), (vowel - 1, vowel + 1), (vowel, vowel + LOST_AT_MOST)}
    parts = [(reading[:low], reading[high:]) for low, high in gaps if low >= 0 and high <= len(reading)]
    shown = {f"{before}?{behind}" for before, behind in parts if before + behind}
    closed = {before + behind for before, behind in parts}
    return frozenset(shown | {left for left in closed if _is_no_word(left, reading)})


def _is_no_word(left: str, reading: str) -> bool:
    """Whether letters that are left of a reading are nothing that people write: two consonants, or all but one."""
    consonants = not set(left) & set("aeiouü")
    return len(left) >= (2 if consonants else 3) and (consonants or len(left) == len(reading) - 1)


def _is_cut(shape: str, reading: str) -> bool:
    lost = len(reading) - len(shape)
    return _toned_vowel(reading) < len(shape) and reading.startswith(shape) and lost <= LOST_AT_MOST
