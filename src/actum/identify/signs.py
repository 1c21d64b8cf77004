"""Signs by which a text says that it is another one: its day, the symbol of a resolution.

Takes       a copy's text with its official texts; two texts whose wording is much the same.
Gives       the signs; whether they tell the two apart.
Method      what is adopted anew every year repeats last year's words almost whole, but has another symbol and day.
            A day can also be miswritten in a noisy copy: then the two differ in scattered single characters, while
            a new version differs in words and sentences.
Leaves out  symbols of circulars that carry a text: several may carry the same one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from rapidfuzz.distance import Levenshtein

from actum.identify.chains import Piece
from actum.identify.describe import describe

Signs = frozenset[tuple[str, str]]

SCATTERED = 1.6
"""Mean length, in characters, of the places where two texts differ, up to which the difference is noise: single
characters lost, doubled or mistaken have 1.0 to 1.2; the yearly resolutions of three series in three languages, each
held against the next, had 2.3 to 26.7; 2026-11-25."""

HEAD, TAIL = 600, 300
"""Characters at a text's beginning and end in which it says its day: under the title, or in the closing line; the whole
of 1,700 characters took five times as long, 2026-11-25."""

_SYMBOL = re.compile(r"^[\s*#]*([A-Z]+(?:/[A-Z0-9.]+)*/RES/[\w./()-]+)[\s*]*$", re.MULTILINE)
_DAY = re.compile(r"\d{4}-\d\d-\d\d")


def signs_of(page: str, texts: Iterable[str]) -> Signs:
    """The signs of a copy: symbols of resolutions that stand alone on a line, and the days its official texts give."""
    signs = {("symbol", found[1]) for found in _SYMBOL.finditer(page)}
    for text in texts:
        said = describe(text if len(text) <= HEAD + TAIL else f"{text[:HEAD]}\n{text[-TAIL:]}")
        if said.date_part is not None and _DAY.fullmatch(said.date):
            signs.add(("day", said.date))
    return frozenset(signs)


def other_text(own: tuple[Signs, str], base: tuple[Signs, str], pieces: Sequence[Piece]) -> bool:
    """Whether two texts with shared pieces are different ones by their signs; each comes with its folded text."""
    against = {kind for kind in ("symbol", "day") if _disjoint(own[0], base[0], kind)}
    return "symbol" in against or ("day" in against and not _scattered(own[1], base[1], pieces))


def _disjoint(own: Signs, base: Signs, kind: str) -> bool:
    mine, other = ({sign for sign in signs if sign[0] == kind} for signs in (own, base))
    return bool(mine and other) and not mine & other


def _scattered(own: str, base: str, pieces: Sequence[Piece]) -> bool:
    places = changed = 0
    for piece in pieces:
        for code in Levenshtein.opcodes(piece.own.of(own), piece.of_base.of(base)):
            if code.tag != "equal":
                places += 1
                changed += max(code.src_end - code.src_start, code.dest_end - code.dest_start)
    return changed <= SCATTERED * places
