"""Bytes to characters: which encoding, and what did not decode.

Takes       the bytes of a file that should hold plain text.
Gives       the characters without a byte-order mark, the encoding's name, and the places that did not decode.
Method      a byte-order mark decides; else strict UTF-8; else the encoding under which most letters are common ones.
Leaves out  encodings other than UTF-8, UTF-16, GB18030, Big5 (with Hong Kong's additions) and Windows-1251.
"""

from __future__ import annotations

import codecs
from dataclasses import dataclass

from actum.errors import CopyUnread
from actum.language.data import lines
from actum.text.span import Span

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_UNMARKED = ("utf-8", "gb18030", "big5hkscs", "utf-16-le", "utf-16-be", "cp1251")

SAMPLE_BYTES = 65_536
"""How much of a file is looked at to tell old encodings apart; bytes; 20 kB sufficed on the sample, 2026-11-25."""
DAMAGE_LIMIT = 0.02
"""Undecodable share of a file, 0 to 1, above which it is no text in that encoding; set by hand on cut and spliced
sample files, 2026-11-25."""
COMMON_LIMIT = 0.6
"""Least share of letters that must be common ones before an encoding is believed; the sample files have 0.69 to 0.77
in their own encoding and at most 0.52 in any other, `tests/read/test_decode.py` prints them, 2026-11-25."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """The characters, the encoding, and spans of U+FFFD that stand for bytes that did not decode."""

    text: str
    encoding: str
    lost: tuple[Span, ...] = ()


def decode(data: bytes, *, name: str) -> Decoded:
    """The characters of `data`; `name` stands in messages only. Raises CopyUnread where no encoding fits."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _lossy(data[len(mark) :], encoding, name=name)
    # UTF-16 of Latin or Cyrillic text is valid UTF-8 too, full of zero bytes: then the letters must decide
    if b"\0" not in data and (found := _strict(data, "utf-8")) is not None:
        return Decoded(found, "utf-8")
    return _likeliest(data, name=name)


def _strict(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None


def _likeliest(data: bytes, *, name: str) -> Decoded:
    """The encoding under which the most characters are common letters; ties by the order of the list."""
    rated = []
    for order, encoding in enumerate(_UNMARKED):
        text = data[:SAMPLE_BYTES].decode(encoding, errors="replace")
        damage = text[:-2].count("�") / max(1, len(text))
        rated.append((_common_share(text) - 2 * damage, -order, encoding))
    share, _, encoding = max(rated)
    if share < COMMON_LIMIT:
        raise CopyUnread(
            f"{name}: no encoding fits (tried UTF-8, UTF-16, GB18030, Big5, Windows-1251). "
            "If it is text, save it as UTF-8 and add it again."
        )
    return _lossy(data, encoding, name=name)


def _common_share(text: str) -> float:
    """The share of letters that are common in Chinese (either script), Russian or English; 0 where there are none."""
    common = frozenset("".join(lines("zh", "common")) + "".join(lines("ru", "common")) + "etaoinshrdlu")
    letters = [char for char in text.lower() if char.isalpha() or char == "\0"]
    return sum(char in common for char in letters) / len(letters) if letters else 0.0


def _lossy(data: bytes, encoding: str, *, name: str) -> Decoded:
    text = data.decode(encoding, errors="replace")
    lost = _runs(text)
    if sum(map(len, lost)) > DAMAGE_LIMIT * len(text):
        raise CopyUnread(
            f"{name}: taken for {encoding}, but {sum(map(len, lost)):,} of {len(text):,} characters did not decode "
            f"(limit {DAMAGE_LIMIT:.0%}). It is damaged or in another encoding; save it as UTF-8 and add it again."
        )
    return Decoded(text.removeprefix("\ufeff"), encoding, lost)


def _runs(text: str) -> tuple[Span, ...]:
    """Maximal runs of U+FFFD, in order."""
    runs: list[Span] = []
    place = text.find("�")
    while place >= 0:
        end = place
        while end < len(text) and text[end] == "�":
            end += 1
        runs.append(Span(place, end))
        place = text.find("�", end)
    return tuple(runs)
