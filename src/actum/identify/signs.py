"""Signs by which a text says that it is another one: its day, the symbol of a resolution, the last day it names.

Takes       a copy's text with its official texts; two texts whose wording is much the same.
Gives       the signs; whether they tell the two apart.
Method      what is adopted anew every year repeats last year's words almost whole, but has another symbol and day.
            A day can also be miswritten in a noisy copy: then the two differ in scattered single characters, while
            a new version differs in words and sentences. Where a resolution tells neither symbol nor day, the last day
            that it names at all does: a new version recalls what was done since.
Leaves out  symbols of circulars that carry a text: several may carry the same one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

from rapidfuzz.distance import Levenshtein

from actum.identify.chains import Piece, borne
from actum.identify.describe import describe
from actum.identify.describe_cues import asked
from actum.identify.describe_dates import days_in
from actum.identify.frame_cues import patterns
from actum.identify.frame_lines import ascii_marks
from actum.language.tell import language_of
from actum.text.span import Span

Signs = frozenset[tuple[str, str]]

SCATTERED = 1.6
"""Mean length, in characters, of the places where two texts differ, up to which the difference is noise: single
characters lost, doubled or mistaken have 1.0 to 1.2; the yearly resolutions of three series in three languages, each
held against the next, had 2.3 to 26.7; 2026-11-25."""

SAME = 0.85
"""Share of the longer text that two whole resolutions must share to be one: each has its own beginning and end, so the
shorter is no excerpt; 2026-11-26."""

HEAD, TAIL = 600, 300
"""Characters at a text's beginning and end in which it says its day: under the title, or in the closing line; the whole
of 1,700 characters took five times as long, 2026-11-25."""

_SYMBOL = re.compile(r"^[\s*#]*([A-Z]+(?:/[A-Z0-9.]+)*/RES/[\w./()-]+)[\s*]*$", re.MULTILINE)
_DAY = re.compile(r"\d{4}-\d\d-\d\d")


def signs_of(page: str, texts: Iterable[str], folded: str = "") -> Signs:
    """The signs of a copy: symbols of resolutions that stand alone on a line, the days its official texts give.

    A day that is said twice (under the title, in the closing line) is no slip. And of a text that a body adopts,
    whether it has its last words, and the last day that is named in `folded`, the folded form of the page.
    """
    signs = {("symbol", found[1]) for found in _SYMBOL.finditer(page)}
    adopted = any(one.search(page) for one in patterns("text.adopts"))
    language = language_of(page[:HEAD])
    named = list(days_in(ascii_marks(folded), language))
    if adopted and named:
        signs.add(("latest", max(named)))
    if adopted and any(one.search(ascii_marks(folded[-TAIL:])) for one in asked(language, "whole.last")):
        signs.add(("whole", "resolution"))
    for text in texts:
        said = describe(text if len(text) <= HEAD + TAIL else f"{text[:HEAD]}\n{text[-TAIL:]}")
        if said.date_part is not None and _DAY.fullmatch(said.date):
            signs.add(("day", said.date))
            if named.count(said.date) > 1:
                signs.add(("day twice", said.date))
    return frozenset(signs)


def other_text(own: tuple[Signs, str], base: tuple[Signs, str], pieces: Sequence[Piece]) -> bool:
    """Whether two texts with shared pieces are different ones by their signs; each comes with its folded text."""
    longer = max(len(own[1]), len(base[1]))
    if _disjoint(own[0], base[0], "symbol") or _disjoint(own[0], base[0], "day twice"):
        return True
    if _of(own[0], "whole") & _of(base[0], "whole") and borne(pieces) < SAME * longer:
        return True
    if _disjoint(own[0], base[0], "day"):
        return _difference(own[1], base[1], pieces) > SCATTERED
    if _told(own[0], base[0]) or not _disjoint(own[0], base[0], "latest"):
        return False
    first = _latest(Span(min(one.own.start for one in pieces), max(one.own.end for one in pieces)).of(own[1]))
    second = _latest(Span(pieces[0].of_base.start, pieces[-1].of_base.end).of(base[1]))
    return first != second and _difference(own[1], base[1], pieces) > SCATTERED


def _latest(folded: str) -> str:
    """The last day that a folded text names; empty where it names none."""
    return max(days_in(ascii_marks(folded), language_of(folded[:HEAD])), default="")


def _told(own: Signs, base: Signs) -> bool:
    """Whether both tell their own symbol or day: then what else they name does not matter."""
    return any({kind for kind, _ in own} & {kind for kind, _ in base} & {"symbol", "day"})


def _of(signs: Signs, kind: str) -> set[str]:
    return {value for found, value in signs if found == kind}


def _disjoint(own: Signs, base: Signs, kind: str) -> bool:
    mine, other = _of(own, kind), _of(base, kind)
    return bool(mine and other) and not mine & other


def _difference(own: str, base: str, pieces: Sequence[Piece]) -> float:
    """The mean length of the places where two texts differ; what stands between two pieces in both is one of them."""
    places = changed = 0
    for piece in pieces:
        for code in Levenshtein.opcodes(piece.own.of(own), piece.of_base.of(base)):
            if code.tag != "equal":
                places += 1
                changed += max(code.src_end - code.src_start, code.dest_end - code.dest_start)
    for before, after in pairwise(pieces):
        gaps = after.own.start - before.own.end, after.of_base.start - before.of_base.end
        if min(gaps) > 0:
            places += 1
            changed += max(gaps)
    return changed / max(1, places)
