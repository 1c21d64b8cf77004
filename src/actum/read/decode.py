"""Bytes to characters: which encoding, and what did not decode.

Takes       the bytes of a file that should hold text, and what the file or its carrier declares.
Gives       the characters without a byte-order mark, the encoding's name, and the places that did not decode.
Method      a byte-order mark decides; else strict UTF-8; else what is declared, if letters under it are as common as
            under any other; else the encoding under which most letters are common ones.
Leaves out  undeclared encodings other than UTF-8, UTF-16, GB18030, Big5 (with Hong Kong's additions),
            Windows-1251, KOI8-R.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Sequence
from dataclasses import dataclass

from actum.errors import CopyUnread
from actum.language.data import lines
from actum.read.tables import table
from actum.text.span import Span

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_UNMARKED = ("utf-8", "gb18030", "big5hkscs", "utf-16-le", "utf-16-be", "cp1251", "koi8-r")
_MIXED = re.compile("[a-z](?=[а-яё])|[а-яё](?=[a-z])", re.IGNORECASE)
_TURNED = re.compile("[а-яё](?=[А-ЯЁ])")
_TELLING = re.compile(rb"[^<>\x80-\xff]*+[\x80-\xff][^<>]*+")
_META = re.compile(
    rb"<(?:meta|\?xml)\b[^>]{0,400}?(?:charset|encoding)\s*=\s*[\"']?\s*([A-Za-z0-9_.:\-]{2,40})", re.IGNORECASE
)
_MEDIA = re.compile(r"charset\s*=\s*[\"']?\s*([A-Za-z0-9_.:\-]{2,40})", re.IGNORECASE)

SAMPLE_BYTES = 65_536
"""How much of a file is looked at to tell old encodings apart; bytes; 20 kB sufficed on the sample, 2026-11-25."""
HEAD_BYTES = 8_192
"""How far into a page its declaration is looked for; the standard says 1,024 bytes, and pages break it, 2026-11-26."""
DAMAGE_LIMIT = 0.02
"""Undecodable share of a file, 0 to 1, above which it is no text in that encoding; set by hand on cut and spliced
sample files, 2026-11-25."""
COMMON_LIMIT = 0.6
"""Least share of letters that must be common ones before an encoding is believed; the sample files have 0.69 to 0.77
in their own encoding and at most 0.52 in any other, `tests/read/test_decode.py` prints them, 2026-11-25."""
BORNE_OUT = 0.1
"""How far the share of common letters under a declared encoding may fall behind the best one; the sample's nearest
pair lies 0.17 apart, 2026-11-26."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """The characters, the encoding, and spans of U+FFFD that stand for bytes that did not decode.

    `declared` is the first encoding that was declared and that the bytes do not bear out; empty where there is none.
    """

    text: str
    encoding: str
    lost: tuple[Span, ...] = ()
    declared: str = ""


def declared_in(data: bytes, media: str = "") -> tuple[str, ...]:
    """The encodings that a page and its carrier's header declare, as codec names; the header's first."""
    found = [one.group(1) for one in _MEDIA.finditer(media[:1000])]
    found += [one.group(1).decode("ascii") for one in _META.finditer(data[:HEAD_BYTES])]
    return tuple(dict.fromkeys(codec for label in found if (codec := codec_of(label))))


def codec_of(label: str) -> str:
    """The codec that reads what a label names; empty for a label that names none that is read here."""
    known = table("charsets")
    codec = known["labels"].get(label.strip().lower(), label.strip().lower())
    return codec if codec in known["codecs"] else ""


def decode(data: bytes, *, name: str, declared: Sequence[str] = (), markup: bool = False) -> Decoded:
    """The characters of `data`; `name` stands in messages only; in `markup`, tags tell nothing of the language.

    Raises CopyUnread where no encoding fits.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _lossy(data[len(mark) :], encoding, name=name, declared="")
    # UTF-16 of Latin or Cyrillic text is valid UTF-8 too, full of zero bytes: then the letters must decide
    if b"\0" not in data and (found := _strict(data, "utf-8")) is not None:
        wrong = next((one for one in declared if _strict(data, one) != found), "")
        return Decoded(found, "utf-8", (), wrong)
    return _likeliest(data, name=name, declared=declared, markup=markup)


def _strict(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None


def _likeliest(data: bytes, *, name: str, declared: Sequence[str], markup: bool) -> Decoded:
    """The declared encoding where it is borne out; else the one with the most common letters, ties by the list."""
    sample = b"\n".join(_TELLING.findall(data)) if markup and b"\0" not in data else data
    rated = {encoding: _rate(sample, encoding) for encoding in dict.fromkeys((*_UNMARKED, *declared))}
    share, best = max((rated[encoding], -order, encoding) for order, encoding in enumerate(_UNMARKED))[::2]
    for encoding in declared:
        unknown = share < COMMON_LIMIT and _strict(data, encoding) is not None
        if unknown or (rated[encoding] >= share - BORNE_OUT and rated[encoding] >= COMMON_LIMIT - BORNE_OUT):
            return _lossy(data, encoding, name=name, declared="")
    if share < COMMON_LIMIT:
        raise CopyUnread(
            f"{name}: no encoding fits (tried UTF-8, UTF-16, GB18030, Big5, Windows-1251, KOI8-R). "
            "If it is text, save it as UTF-8 and add it again."
        )
    return _lossy(data, best, name=name, declared=declared[0] if declared else "")


def _rate(sample: bytes, encoding: str) -> float:
    text = sample[:SAMPLE_BYTES].decode(encoding, errors="replace")
    return _common_share(text) - 2 * text[:-2].count("�") / max(1, len(text))


def _common_share(text: str) -> float:
    """The share of letters that are common in Chinese (either script), Russian or English; 0 where there are none.

    A word of both Latin and Cyrillic letters speaks against it: Russian bytes do not stand in Western words. So does a
    capital behind a small Cyrillic letter: the bytes of one encoding of Russian are turned capitals in another.
    """
    common = frozenset("".join(lines("zh", "common")) + "".join(lines("ru", "common")) + "etaoinshrdlu")
    letters = [char for char in text.lower() if char.isalpha() or char == "\0"]
    mixed = len(_MIXED.findall(text)) + len(_TURNED.findall(text))
    return (sum(char in common for char in letters) - 2 * mixed) / len(letters) if letters else 0.0


def _lossy(data: bytes, encoding: str, *, name: str, declared: str) -> Decoded:
    text = data.decode(encoding, errors="replace").removeprefix("\ufeff")
    lost = _runs(text)
    if sum(map(len, lost)) > DAMAGE_LIMIT * len(text):
        raise CopyUnread(
            f"{name}: taken for {encoding}, but {sum(map(len, lost)):,} of {len(text):,} characters did not decode "
            f"(limit {DAMAGE_LIMIT:.0%}). It is damaged or in another encoding; save it as UTF-8 and add it again."
        )
    return Decoded(text, encoding, lost, declared)


def _runs(text: str) -> tuple[Span, ...]:
    """Maximal runs of U+FFFD, in order."""
    return tuple(Span(*found.span()) for found in re.finditer("�+", text))
