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

from actum.collate.evidence import HAN
from actum.language.data import lines as language_lines
from actum.language.data import table as language_table
from actum.language.words import is_word, words
from actum.model.apparatus import Alarm, EntryKind

RANK: tuple[EntryKind, ...] = ("spacing", "punctuation", "orthographic", "residue", "damage", "substantive")
"""From the least to the gravest: an entry is of the gravest kind among its readings."""

_LATIN = re.compile(r"[A-Za-z]")
_DIGITS = re.compile(r"\d+(?:[.,]\d+)*")
_NUMERAL = re.compile(r"第?[〇零一二三四五六七八九十百千万亿兩两]+")
_DATE = re.compile(r"[年月日號号]|January|February|March|April|May|June|July|August|September|October|November|December"
                   r"|январ|феврал|март|апрел|ма[йя]|июн|июл|август|сентябр|октябр|ноябр|декабр", re.IGNORECASE)  # fmt: skip
_CAPITALISED = re.compile(r"(?<![.!?。！？\n“\"]\s)(?<!^)\b[A-ZА-ЯЁ][\w’'-]+")


def kind_of(established: str, other: str, *, before: str, after: str, chinese: bool) -> EntryKind:
    """The kind of one difference in letters (usual forms, folded apart); `before` and `after` are the same for both."""
    if established == other:
        return "orthographic"
    if established.replace(" ", "") == other.replace(" ", ""):
        return "spacing"
    if _lettered(established) == _lettered(other):
        return "punctuation"
    if chinese and _is_damage(established, other, before, after):
        return "damage"
    if not chinese and _is_doubled(established.split(), other.split()):
        return "damage"
    return "substantive"


def gravest(kinds: Sequence[EntryKind]) -> EntryKind:
    """The gravest of several kinds; spacing where there is none."""
    return max(kinds, key=RANK.index, default="spacing")


def _lettered(text: str) -> str:
    return "".join(c for c in text if unicodedata.category(c)[0] in "LN")


def _is_damage(established: str, other: str, before: str, after: str) -> bool:
    """A slip that shows: doubled, look-alike, Latin letters added, or a character gone out of a word."""
    if _is_doubled(established, other):
        return True
    if _LATIN.search(other) and not _LATIN.search(established):
        return re.sub(r"[A-Za-z ]+", "", other) == established
    if denials(before + established + after, "zh") != denials(before + other + after, "zh"):
        return False
    if len(established) == len(other):
        pairs = [(a, b) for a, b in zip(established, other, strict=True) if a != b]
        return all(b in _lookalikes().get(a, "") for a, b in pairs) and not (is_word(other) and len(other) > 1)
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
    return gone and not is_word(other)


@cache
def _lookalikes() -> dict[str, str]:
    found: dict[str, str] = {}
    for group in language_lines("zh", "lookalikes"):
        for character in group:
            found[character] = found.get(character, "") + group
    return found


def alarms_of(established: str, other: str, *, before: str, after: str, language: str) -> set[Alarm]:
    """The alarms of one difference, with a little of the text around."""
    found: set[Alarm] = set()
    ours, theirs = before + established + after, before + other + after
    if denials(ours, language) != denials(theirs, language) or _denial_lost(established, other, language):
        found.add("polarity")
    if _numbers(ours, language) != _numbers(theirs, language):
        found.add("number")
        if _DATE.search(before[-4:] + established + other + after[:6]):
            found.add("date")
    if _names_differ(established, other, before, after, language):
        found.add("name")
    return found


def denials(text: str, language: str) -> int:
    """Negations in a text, counted in words."""
    table = language_table(language, "negation")
    denying = frozenset(table.get("words", ()))
    if language != "zh":
        prefixes = tuple(table.get("prefixes", ()))
        found = re.findall(r"[\w’'-]+", text.lower())
        known = set(found)
        return sum(
            word in denying
            or word.endswith("n't")
            or any(word[len(p) :] in known for p in prefixes if word.startswith(p))
            for word in found
        )
    neutral = frozenset(table.get("not_words", ()))
    return sum(_denies(word, denying, neutral) for word in words(text))


def _denies(word: str, denying: frozenset[str], neutral: frozenset[str]) -> bool:
    if word in denying:
        return True
    for one in neutral:
        word = word.replace(one, "")
    return any(character in denying for character in word)


def _denial_lost(established: str, other: str, language: str) -> bool:
    """Whether one reading is the other less a negation, or its opposite by a prefix."""
    longer, shorter = sorted((established, other), key=len, reverse=True)
    table = language_table(language, "negation")
    if language != "zh":
        a, b = longer.lower().split(), shorter.lower().split()
        pairs = zip(a, b, strict=False)
        return any(x != y and x.startswith(p) and x[len(p) :] == y for x, y in pairs for p in table.get("prefixes", ()))
    denying = [one for one in table.get("words", ()) if len(one) == 1]
    return any(longer[:i] + longer[i + 1 :] == shorter for i, character in enumerate(longer) if character in denying)


def _numbers(text: str, language: str) -> Counter[str]:
    found = Counter(_DIGITS.findall(text))
    if language == "zh":
        found.update(word for word in words(text) if _NUMERAL.fullmatch(word))
    return found


def _names_differ(established: str, other: str, before: str, after: str, language: str) -> bool:
    """Whether the difference lies in a title, or the readings name other states or other capitalised words."""
    if HAN.search(established + other) or language == "zh":
        if before.rfind("《") > before.rfind("》") and ("》" in after or "》" in established):
            return True
        return _states(before + established + after) != _states(before + other + after)
    return Counter(_CAPITALISED.findall(f". {established}")) != Counter(_CAPITALISED.findall(f". {other}"))


@cache
def _state_pattern() -> re.Pattern[str]:
    names: set[str] = set()
    for line in language_lines("zh", "states"):
        names.update(line.split("|")[0].split()[1:])
    return re.compile("|".join(sorted(names, key=lambda name: (-len(name), name))) or r"(?!)")


def _states(text: str) -> Counter[str]:
    return Counter(_state_pattern().findall(text))
