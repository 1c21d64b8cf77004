"""A text made ready to be looked at for faults.

Takes       an established text, its language, and the texts of other works.
Gives       a Look: paragraphs, Chinese words with their places, and the other works folded in the same way.
Method      characters are folded one for one (script, width of marks), so that a place in the folded text is the same
            place in the text.
Leaves out  any judgement.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import NamedTuple
from zlib import crc32

from actum.language.words import words
from actum.model.doubt import Doubt, DoubtKind, Parallel
from actum.text.script import is_traditional, script_of, variants
from actum.text.span import Part, Span

_MARKS = str.maketrans("，。；：？！（）“”‘’「」『』", ",.;:?!()\"\"''\"\"''")
_LINE = re.compile(r"[^\n\r\x0b\x0c\x85\u2028\u2029]+")
_HAN = re.compile(r"[\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]+")


KEPT = 4096
"""Folded texts that are kept: each is a parallel for every other work of a workspace."""


@cache
def traditional_forms() -> dict[str, str]:
    """For each simplified character the forms that only traditional texts use, sorted."""
    forms: dict[str, str] = {}
    for code, usual in sorted(_simplified().items()):
        forms[usual] = forms.get(usual, "") + chr(code)
    return forms


MOST_OTHERS = 48
"""Works that are searched for parallels; more would make the search for each text grow with the workspace,
2026-11-25."""
GRAM, SAMPLING = 6, 16
"""Characters of a stretch, and how many stretches stand for one that is kept, when works are compared for nearness."""


class Token(NamedTuple):
    """A word of the folded text and where it stands."""

    start: int
    end: int
    word: str


@dataclass(frozen=True, slots=True)
class Look:
    """`plain` is `text` folded one character for one; `tokens` are runs of words, one run a stretch of Chinese."""

    text: str
    plain: str
    language: str
    paragraphs: tuple[Span, ...]
    runs: tuple[tuple[Token, ...], ...]
    others: tuple[tuple[str, str, str], ...]
    traditional: bool

    def doubt(
        self,
        kind: DoubtKind,
        span: Span,
        says: str,
        made_by: str,
        *,
        proposal: str | None = None,
        parallels: tuple[Parallel, ...] = (),
    ) -> Doubt:
        """A doubt about a place of the text; a proposal that equals what stands there is none."""
        part = Part.cut(self.text, span)
        return Doubt(kind, part, says, made_by, proposal if proposal != part.text else None, parallels)


@lru_cache(maxsize=KEPT)
def plain(text: str) -> str:
    """The text with traditional characters simplified and marks half-width, character for character.

    Only characters that no simplified text uses are changed: 像 stays 像, though traditional texts fold it to 象.
    """
    return text.translate(_simplified()).translate(_MARKS)


@cache
def _simplified() -> dict[int, str]:
    return {ord(one): usual for one, usual in variants().items() if is_traditional(one)}


def look_at(text: str, *, language: str, parallels: Sequence[tuple[str, str]]) -> Look:
    """The Look of a text; words are parted for Chinese only."""
    folded = plain(text)
    paragraphs = tuple(_trimmed(text))
    runs = tuple(_runs(folded)) if language == "zh" else ()
    others = tuple((work, other, plain(other)) for work, other in related(text, parallels))
    return Look(text, folded, language, paragraphs, runs, others, script_of(text) in {"traditional", "mixed"})


def related(text: str, others: Sequence[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    """Of many works those that share most wording with `text`, by id; all where there are few."""
    if len(others) <= MOST_OTHERS:
        return tuple(sorted(others))
    own = _sampled(plain(text))
    rated = sorted((-len(own & _sampled(plain(other))), work, other) for work, other in others)
    return tuple(sorted((work, other) for _, work, other in rated[:MOST_OTHERS]))


@lru_cache(maxsize=KEPT)
def _sampled(folded: str) -> frozenset[int]:
    """Hashes of one in `SAMPLING` stretches of `GRAM` characters, the same stretches in every text."""
    hashes = (crc32(folded[at : at + GRAM].encode("utf8", "surrogatepass")) for at in range(len(folded) - GRAM + 1))
    return frozenset(one for one in hashes if one % SAMPLING == 0)


def _trimmed(text: str) -> Iterator[Span]:
    for found in _LINE.finditer(text):
        line = found[0]
        start = found.start() + len(line) - len(line.lstrip())
        end = found.start() + len(line.rstrip())
        if start < end:
            yield Span(start, end)


def _runs(folded: str) -> Iterator[tuple[Token, ...]]:
    for found in _HAN.finditer(folded):
        at = found.start()
        run = []
        for word in words(found[0]):
            run.append(Token(at, at + len(word), word))
            at += len(word)
        yield tuple(run)
