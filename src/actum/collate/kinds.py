"""Say of what kind a difference is, and sound the alarms that a reader must not overlook.

Takes       the established reading of one place and another, with the letters around.
Gives       the kind of an entry; the alarms `polarity`, `number`, `date`, `name`.
Method      the least that explains the difference: spacing, punctuation, spelling, residue, then a visible slip of
            copying (damage), and what is left is substantive. A negation is counted in words, so that 不断 denies
            nothing; where one was plainly lost or added the alarm sounds all the same.
Leaves out  what a difference means.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from functools import cache

from actum.collate.evidence import free_characters, is_unreadable
from actum.collate.negation import denial_lost, denials
from actum.language.data import lines as language_lines
from actum.language.data import table as language_table
from actum.language.words import is_word, words
from actum.model.apparatus import Alarm, EntryKind

RANK: tuple[EntryKind, ...] = ("spacing", "punctuation", "orthographic", "residue", "damage", "substantive")
"""From the least to the gravest: an entry is of the gravest kind among its readings."""

_LATIN = re.compile(r"[A-Za-z]")
_DIGITS = re.compile(r"\d+(?:[.,]\d+)*")
_CAPITALISED = re.compile(r"\b[A-ZА-ЯЁ][\w’'-]+")
_SPACED_WORD = re.compile(r"[^\W\d_]+")
_IN_WORD = re.compile(r"(?<=[^\W\d_])[—’'\"-](?=[^\W\d_])")


def kind_of(established: str, other: str, *, before: str, after: str, chinese: bool) -> EntryKind:
    """The kind of one difference in letters (usual forms, folded apart); `before` and `after` are the same for both."""
    if established == other or (not chinese and _IN_WORD.sub("", established) == _IN_WORD.sub("", other)):
        return "orthographic"
    if established.replace(" ", "") == other.replace(" ", ""):
        return "spacing"
    if _lettered(established) == _lettered(other):
        return "punctuation"
    if is_unreadable(other):
        return "damage"
    around = before.split(), after.split()
    doubled = not chinese and _is_doubled(
        [*around[0], *established.split(), *around[1]], [*around[0], *other.split(), *around[1]]
    )
    return "damage" if doubled or (chinese and _is_damage(established, other, before, after)) else "substantive"


def gravest(kinds: Sequence[EntryKind]) -> EntryKind:
    """The gravest of several kinds; spacing where there is none."""
    return max(kinds, key=RANK.index, default="spacing")


def _lettered(text: str) -> str:
    return "".join(c for c in text if unicodedata.category(c)[0] in "LN")


def _is_damage(established: str, other: str, before: str, after: str) -> bool:
    """A slip that shows: doubled, look-alike, Latin letters added, or a character gone out of a word."""
    if _is_doubled(before + established + after, before + other + after):
        return True
    if _LATIN.search(other) and not _LATIN.search(established):
        return re.sub(r"[A-Za-z ]+", "", other) == established
    ours, theirs = before + established + after, before + other + after
    if denials(ours, "zh") != denials(theirs, "zh") or denial_lost(established, other, "zh"):
        return False
    if len(established) == len(other):
        pairs = [(a, b) for a, b in zip(established, other, strict=True) if a != b]
        return all(b in _lookalikes().get(a, "") for a, b in pairs) and not _is_sound(other)
    return _breaks_a_word(established, other)


def _is_doubled(established: Sequence[str], other: Sequence[str]) -> bool:
    """Whether the other has something twice running that the established has once."""
    more = len(other) - len(established)
    return more > 0 and any(
        other[i : i + more] == other[i + more : i + 2 * more] and [*other[:i], *other[i + more :]] == [*established]
        for i in range(len(other) - 2 * more + 1)
    )


def _breaks_a_word(established: str, other: str) -> bool:
    """Whether one character is gone out of one word and what is left is none."""
    if len(established) - len(other) != 1 or len(established) < 2 or not is_word(established):
        return False
    gone = any(established[:i] + established[i + 1 :] == other for i in range(len(established)))
    return gone and not _is_sound(other)


def _is_sound(reading: str) -> bool:
    """Whether a reading is a word: by the dictionary, or a character that stands as a word of its own."""
    return is_word(reading) if len(reading) > 1 else reading in free_characters()


@cache
def _lookalikes() -> dict[str, str]:
    found: dict[str, str] = {}
    for group in language_lines("zh", "shapes"):
        for character in group:
            found[character] = found.get(character, "") + group
    return found


def alarms_of(established: str, other: str, *, before: str, after: str, language: str) -> set[Alarm]:
    """The alarms of one difference, with a little of the text around."""
    found: set[Alarm] = set()
    ours, theirs = before + established + after, before + other + after
    if denials(ours, language) != denials(theirs, language) or denial_lost(established, other, language):
        found.add("polarity")
    if _numbers(ours, language) != _numbers(theirs, language):
        found.add("number")
        if _is_dated(before, established + other, after, language):
            found.add("date")
    if language == "zh" and _titles_or_states_differ(established, other, before, after):
        found.add("name")
    return found


def _numbers(text: str, language: str) -> Counter[str]:
    found = Counter(_DIGITS.findall(text))
    pieces = words(text) if language == "zh" else _SPACED_WORD.findall(text.lower())
    found.update(word for word in pieces if _pattern(language, "numeral").fullmatch(word))
    return found


def _is_dated(before: str, readings: str, after: str, language: str) -> bool:
    """Whether a day, month or year is named in the readings or right beside them."""
    date = _pattern(language, "date").pattern
    return (
        _pattern(language, "date").search(readings) is not None
        or re.match(rf"[\d\s]*(?:{date})", after, re.IGNORECASE) is not None
        or re.search(rf"(?:{date})[a-zа-яё]*[\d\s]*$", before, re.IGNORECASE) is not None
    )


@cache
def _pattern(language: str, name: str) -> re.Pattern[str]:
    """A pattern of a language's `numbers.toml`; one that never matches where there is none."""
    return re.compile(language_table(language, "numbers").get(name, r"(?!)"), re.IGNORECASE)


def names_differ(established: str, other: str) -> bool:
    """Whether two readings, as they are written, have other capitalised words."""
    return Counter(_CAPITALISED.findall(established)) != Counter(_CAPITALISED.findall(other))


def _titles_or_states_differ(established: str, other: str, before: str, after: str) -> bool:
    """Whether the difference lies in a title, or the readings name other states."""
    if before.rfind("《") > before.rfind("》") and ("》" in after or "》" in established):
        return True
    return _states(before + established + after) != _states(before + other + after)


@cache
def _state_pattern() -> re.Pattern[str]:
    names: set[str] = set()
    for line in language_lines("zh", "states"):
        names.update(line.split("|")[0].split()[1:])
    ordered = sorted(names, key=lambda name: (-len(name), name))
    return re.compile("|".join(map(re.escape, ordered)) or r"(?!)")


def _states(text: str) -> Counter[str]:
    return Counter(_state_pattern().findall(text))
