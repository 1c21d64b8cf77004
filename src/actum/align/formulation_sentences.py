"""The different sentences of many texts, as words, each with every place where it stands.

Takes       DatedTexts: each a work with its date, its text, divisions, mentions and positions.
Gives       the texts in order of date, and Sentences: every sentence that differs in its folded words once, with its
            words and its places.
Method      each text is folded once; a sentence is cut into dictionary words (an unspaced script) or at white space
            and marks, each by its head. Words are of five kinds: those that tell, those that only join (`joins` of the
            language), those that deny, names (what a mention of a state, group, instrument, body or event covers; in a
            spaced language also a capital within a sentence), numbers and dates.
Leaves out  headings, unless asked for; sentences that repeat an earlier one of the same text: a statement is counted
            once.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from enum import IntEnum
from functools import cache

from actum.align.formulation_denials import denials
from actum.language.data import table
from actum.language.words import is_word, words
from actum.model.formulation import DatedText
from actum.text.fold import fold
from actum.text.folded import Folded
from actum.text.span import Part, Span

STEM = 6
"""Letters by which an inflected word is told from another, as in `units` (2026-11-26)."""
PAIR = 2
"""Letters of the usual Chinese word, 2026-11-26."""
SHORTEST_HEAD = 3
"""Letters that the head of a word has at least when its ending is cut off, 2026-11-26."""
BEFORE_MATTER = 3
"""Words that tell, at most, between the head of a clause and the matter of a stance: an adverb or two and the cue
(双方一致坚决主张). A cue further in is part of what the clause says. 2026-11-26."""
UNSPACED = frozenset({"zh"})
"""Languages whose words no space parts."""

_NAMES = frozenset({"state", "group", "instrument", "body", "event"})
_WORD = re.compile(r"\d+(?:[.,/]\d+)*|[^\W\d_]+|\s+|[^\w\s]|_")
_OPENING, _CLOSING = frozenset({"Ps", "Pi"}), frozenset({"Pe", "Pf"})
_YEAR = re.compile(r"\d{4}")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")


class Kind(IntEnum):
    """What a word does in a wording."""

    tells = 0
    joins = 1
    names = 2
    counts = 3
    denies = 4


@dataclass(frozen=True, slots=True)
class Word:
    """One word: its key, its kind, and its place in the folded sentence (`start`, `end`) and in `flat` (`at`).

    `opens`: a clause begins here, or what was before is the cue of a stance. A phrase may begin at it (`begins`) or end
    before it (`parts`) by the marks that stand there, whatever the words are.
    """

    key: str
    kind: Kind
    start: int
    end: int
    at: int
    opens: bool
    begins: bool
    parts: bool


@dataclass(frozen=True, slots=True)
class Place:
    """Where a sentence stands: the number of its text, its part there, and where it begins in the folded text."""

    text: int
    part: Part
    start: int


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence by its folded words; `flat` are their keys in one string, parted by a blank in a spaced language."""

    words: tuple[Word, ...]
    flat: str
    language: str
    places: list[Place] = field(default_factory=list)

    @property
    def spaced(self) -> bool:
        """Whether blanks part its words."""
        return self.language not in UNSPACED

    def word_at(self, at: int) -> int:
        """The number of the word that a place of `flat` is in."""
        return bisect_right(self.words, at, key=lambda word: word.at) - 1

    def with_denial(self, start: int) -> int:
        """Where a stretch begins if a denial right before it counts in, joining words between; else where it did."""
        number = self.word_at(start)
        if start > self.words[number].at:
            begun = self.flat[self.words[number].at : start]  # within a word: 无核|武器
            return self.words[number].at if denials(begun, self.language) else start
        while number and not (self.words[number].begins or self.words[number].parts or self.words[number].opens):
            number -= 1
            if self.words[number].kind is Kind.denies:
                return self.words[number].at
            if self.words[number].kind is not Kind.joins:
                break
        return start


@dataclass(frozen=True, slots=True)
class Sentences:
    """All different sentences of `texts` (in order of date, the undated last), in order of their first place."""

    texts: tuple[DatedText, ...]
    folded: tuple[Folded, ...]
    every: tuple[Sentence, ...]

    def part(self, place: Place, start: int, end: int) -> Part:
        """The part of the established text under a stretch of the folded sentence at a place."""
        span = self.folded[place.text].offsets.back(Span(place.start + start, place.start + end))
        return Part.cut(self.texts[place.text].side.text, span)


def year_of(date: str) -> str:
    """The year of an EDTF date; empty where it has none."""
    found = _YEAR.match(date)
    return found.group() if found else ""


def has_day(date: str) -> bool:
    """Whether an EDTF date is a day, or begins with one."""
    return _DAY.match(date) is not None


def in_order(texts: Iterable[DatedText]) -> tuple[DatedText, ...]:
    """Texts by date, then id; those without a year last."""
    return tuple(sorted(texts, key=lambda one: (not year_of(one.date), one.date, one.work)))


def sentences(texts: Iterable[DatedText], *, headings: bool = False) -> Sentences:
    """The different sentences of the texts, whatever order these are given in; one language at a time."""
    ordered = in_order(texts)
    folded = tuple(fold(one.side.text) for one in ordered)
    found: dict[str, Sentence] = {}
    for number, (text, form) in enumerate(zip(ordered, folded, strict=True)):
        reader = _Reader(text, form)
        for part in _parts(text, headings=headings):
            place = form.offsets.forward(part.span)
            if place is None:
                continue
            key = place.of(form.text)
            sentence = found.get(key)
            if sentence is None:
                sentence = found.setdefault(key, reader.sentence(place))
            sentence.places.append(Place(number, part, place.start))
    return Sentences(ordered, folded, tuple(one for one in found.values() if one.words))


def _parts(text: DatedText, *, headings: bool) -> Iterator[Part]:
    """The sentences of a text that say something for the first time."""
    heads = {one.id for one in text.side.divisions if one.kind == "heading"}
    for one in text.side.divisions:
        if one.kind == "sentence" and one.repeats is None and (headings or one.parent not in heads):
            yield one.part


@cache
def joining(language: str) -> frozenset[str]:
    """The words of a language that only join, by their whole folded form."""
    return _listed(language, "joins")


@cache
def edges(language: str) -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    """Of the words that only join: `may_begin`, `may_end` and `may_frame` of the language (see its data file)."""
    return _listed(language, "may_begin"), _listed(language, "may_end"), _listed(language, "may_frame")


@cache
def compounds(language: str) -> bool:
    """Whether nouns of the language are put together without a sign, the head last."""
    return bool(table(language, "formulations").get("compounds"))


def _listed(language: str, name: str) -> frozenset[str]:
    return frozenset(fold(word).text for word in table(language, "formulations").get(name, "").split())


@cache
def _denies(cue: str, language: str) -> bool:
    return bool(denials(fold(cue).text, language))


def pieces(folded: str, language: str) -> Iterator[str]:
    """The words, marks and white space of a folded text; joined they are the text again."""
    if language not in UNSPACED:
        yield from _WORD.findall(folded)
        return
    for word in words(folded):
        yield from _WORD.findall(word) if word.isascii() else _halves(word)


def _halves(word: str) -> Iterator[str]:
    """A long word of an unspaced language as the words of two letters that it is made of; else whole (干涉内政)."""
    pairs = [word[at : at + PAIR] for at in range(0, len(word), PAIR)]
    yield from pairs if len(word) >= 2 * PAIR and all(_is_pair(pair) for pair in pairs) else [word]


@cache
def _is_pair(word: str) -> bool:
    return len(word) == PAIR and is_word(word)


def key_of(word: str, language: str) -> str:
    """What a folded word is compared by: its head in a spaced language, else itself; a number always whole."""
    if language in UNSPACED or word[0].isdecimal():
        return word
    for ending in _endings(language):
        if word.endswith(ending) and len(word) - len(ending) >= SHORTEST_HEAD:
            return word[: len(word) - len(ending)][:STEM]
    return word[:STEM]


@cache
def _endings(language: str) -> tuple[str, ...]:
    return tuple(sorted(_listed(language, "endings"), key=lambda ending: (-len(ending), ending)))


class _Reader:
    """Cuts the sentences of one text into words."""

    def __init__(self, text: DatedText, folded: Folded) -> None:
        side = text.side
        self.language, self.source, self.folded = side.language, side.text, folded
        self.spaced = side.language not in UNSPACED
        self.joins = joining(side.language)
        named = (one.part for one in side.mentions if one.kind in _NAMES and not one.veiled)
        self.names = self._places(named)
        self.dates = self._places(one.part for one in side.mentions if one.kind == "date")
        self.clauses = sorted(one.part.start for one in side.divisions if one.kind == "clause")
        self.cues = sorted(one.cue.end for one in side.positions if not _denies(one.cue.text, side.language))

    def _places(self, parts: Iterable[Part]) -> list[tuple[int, int]]:
        """Where parts lie in the folded text, joined where they overlap."""
        places = sorted(filter(None, (self.folded.offsets.forward(part.span) for part in parts)))
        joined: list[tuple[int, int]] = []
        for one in places:
            if joined and one.start < joined[-1][1]:
                joined[-1] = (joined[-1][0], max(joined[-1][1], one.end))
            else:
                joined.append((one.start, one.end))
        return joined

    def sentence(self, place: Span) -> Sentence:
        """The sentence at a place of the folded text, without places yet."""
        made: list[Word] = []
        at, flat, marks = place.start, " " if self.spaced else "", ""
        last = (-1, -1)
        told = 0  # words that tell since the last opening
        for piece in pieces(place.of(self.folded.text), self.language):
            start, at = at, at + len(piece)
            if piece.isspace():
                continue
            if not piece[0].isalnum():
                marks += piece
                continue
            source = int(self.folded.offsets.starts[start])
            opened = bisect_right(self.clauses, source), bisect_right(self.cues, source)
            opens = opened[0] != last[0] or (opened[1] != last[1] and told <= BEFORE_MATTER)
            told = 0 if opens else told
            kind = self._kind(piece, start, first=not made)
            key = key_of(piece, self.language)
            relative = start - place.start
            end = relative + len(piece)
            made.append(Word(key, kind, relative, end, len(flat), opens, _begins(marks), _parts_at(marks)))
            flat += key + (" " if self.spaced else "")
            marks, last, told = "", opened, told + (kind is Kind.tells)
        return Sentence(tuple(made), flat, self.language)

    def _kind(self, word: str, start: int, *, first: bool) -> Kind:
        if _within(start, self.names):
            return Kind.names
        if word[0].isdecimal() or _within(start, self.dates):
            return Kind.counts
        if denials(word, self.language) == [Span(0, len(word))]:
            return Kind.denies
        if word in self.joins:
            return Kind.joins
        if self.spaced and not first and self.source[int(self.folded.offsets.starts[start])].isupper():
            return Kind.names
        return Kind.tells


def _begins(marks: str) -> bool:
    """Whether a phrase may begin behind marks: any but a closing one."""
    return any(unicodedata.category(mark) not in _CLOSING for mark in marks)


def _parts_at(marks: str) -> bool:
    """Whether a phrase may end before marks: any but an opening one."""
    return any(unicodedata.category(mark) not in _OPENING for mark in marks)


def _within(at: int, places: Sequence[tuple[int, int]]) -> bool:
    number = bisect_left(places, (at + 1,)) - 1
    return number >= 0 and at < places[number][1]
