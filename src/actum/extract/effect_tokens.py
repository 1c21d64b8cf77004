"""The words of one sentence that the effects' tables know, and its clauses.

Takes       a sentence and the Lexicon of its language.
Gives       a Reading: tokens with all they can be, clauses, and the ways to look around in them.
Method      what stands in quotation marks, brackets and titles is blanked first, so that no cue is read inside a
            name; then the longest known words are found from left to right.
Leaves out  words the tables do not know; they are the stuff of subjects and objects.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

from actum.extract.effect_lexicon import Lexicon
from actum.text.span import Span

Mode = Literal["claim", "deed", "wish", "oppose"]
SubjectKind = Literal["holder", "actor", "thing", "deed", "pronoun"]
# All paired marks outside which clauses end; what the first of a pair opens, only its second closes.
_PAIRS = {"“": "”", "‘": "’", "「": "」", "『": "』", "（": "）", "(": ")", "《": "》", "〈": "〉"}
_FLAT = str.maketrans("，；：。！？、（）", ",;:.!?、()")
_BLANK = "□"
_DASH = "—"
_CLAUSE_ENDS = ",;:.!?" + _DASH
# How far before a noun 的 may stand (characters); set on the marked sentences, 2026-11-25.
_NOUN = 6
_MODIFIERS = frozenset({"adverbs", "future", "negations", "norm", "attempt", "openings"})


_PREDICATES = frozenset(
    {"adverbs", "harm", "further", "helps", "verbs", "shed", "links", "causatives", "passives", "negations"}
    | {"future", "prepositions", "openings", "wish", "say", "oppose", "avoid", "predicates", "attempt", "norm"}
)


@dataclass(frozen=True, slots=True)
class Token:
    """One word that the tables know, with all it can be."""

    start: int
    end: int
    text: str
    kinds: frozenset[str]


@dataclass(frozen=True, slots=True)
class Subject:
    """What a clause is about; a `deed` is a clause or a verb phrase, a `pronoun` points back."""

    span: Span
    kind: SubjectKind


@dataclass(slots=True)
class Clause:
    """A stretch between two marks; `body` is where its own content begins, behind speaker and operators.

    `deed` is where an operator stands that is itself something done (抵制, 支持), None where there is none.
    `mode` and `subject` are what holds where the clause begins, `lead` is the subject it brings itself.
    """

    start: int
    end: int
    body: int
    operator: str | None = None
    holder: bool = False
    norm: bool = False
    avoid: bool = False
    deed: int | None = None
    stance: bool = False
    purpose: bool = False
    mode: Mode = "claim"
    subject: Subject | None = None
    lead: Subject | None = None
    opening: frozenset[str] = frozenset()


@dataclass(slots=True)
class Reading:
    """A sentence with its tokens and clauses; offsets count within the sentence."""

    text: str
    plain: str
    lexicon: Lexicon
    tokens: list[Token] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    clauses: list[Clause] = field(default_factory=list)
    starting: dict[int, Token] = field(default_factory=dict)
    ending: dict[int, Token] = field(default_factory=dict)

    def within(self, start: int, end: int) -> list[Token]:
        """The tokens that lie wholly between two places, in order."""
        first, last = bisect_left(self.starts, start), bisect_left(self.starts, end)
        found = self.tokens[first:last]
        return found[:-1] if found and found[-1].end > end else found

    def clause_at(self, place: int) -> int:
        """The number of the clause that holds a place."""
        return next((n for n, clause in enumerate(self.clauses) if place <= clause.end), len(self.clauses) - 1)

    def kinds_at(self, place: int) -> frozenset[str]:
        """What the token that starts at a place can be; nothing where none does."""
        token = self.starting.get(place)
        return token.kinds if token is not None else frozenset()

    def kinds_before(self, place: int) -> frozenset[str]:
        """What the token that ends at a place can be; nothing where none does."""
        token = self.ending.get(place)
        return token.kinds if token is not None else frozenset()

    def governed(self, place: int, kinds: frozenset[str]) -> bool:
        """Whether a word of these kinds ends at a place as a verb, not as a noun that another leads to."""
        token = self.ending.get(place)
        return (
            token is not None
            and bool(token.kinds & kinds)
            and self.lexicon.of not in self.plain[max(0, token.start - _NOUN) : token.start]
        )

    def back(self, place: int, floor: int) -> tuple[int, list[Token]]:
        """Where the adverbs and auxiliaries that end at a place begin, not before `floor`; and they themselves."""
        passed: list[Token] = []
        words = self.lexicon.sets
        while place > floor:
            adverbial = self.plain[place - 1] in words["adverbial"] and "adverbs" in self.kinds_before(place - 1)
            if self.plain[place - 1] == " " or adverbial:
                place -= 1
                continue
            token = self.ending.get(place - (self.plain[place - 1] == "、" and bool(passed)))
            if token is None or token.start < floor or not token.kinds & _MODIFIERS:
                break
            noun = self.plain[token.start - 1 : token.start] == self.lexicon.of and "adverbs" in token.kinds
            if noun or (token.end != place and self.marks_object(token)):
                break
            passed.append(token)
            place = token.start
        return place, passed

    def marks_object(self, token: Token) -> bool:
        """Whether a word stands before an object (将外空武器化) rather than before a predicate (将破坏)."""
        return "turning" in token.kinds and not self.kinds_at(token.end) & _PREDICATES

    def acts(self, token: Token, clause: Clause) -> bool:
        """Whether a verb of the tables stands as a verb in its clause, by what is around it."""
        before, after = self.plain[clause.start : token.start], self.plain[token.end : clause.end]
        if self.lexicon.patterns["nominal"].match(after):
            return False
        return any(verb.fits(before, after) for verb in self.lexicon.verbs.get(token.text, ()))


def scanned(text: str, lexicon: Lexicon, names: Sequence[Span] = ()) -> Reading:
    """The tokens and bare clauses of one sentence; modes and subjects are not read yet.

    A word within one of the `names` is only a part of it and can be nothing by itself.
    """
    reading = Reading(text, blanked(text), lexicon)
    for found in lexicon.scan.finditer(reading.plain):
        span = Span(*found.span())
        idle = _part_of_noun(reading.plain, found, lexicon) or any(span in name and span != name for name in names)
        token = Token(span.start, span.end, found[0], frozenset() if idle else lexicon.kinds[found[0]])
        reading.starting[token.start] = reading.ending[token.end] = token
        reading.tokens.append(token)
        reading.starts.append(token.start)
    item = lexicon.patterns["item"].match(reading.plain)
    reading.clauses = [Clause(start, end, start) for start, end in _bounds(reading.plain, item.end() if item else 0)]
    return reading


def _part_of_noun(plain: str, found: re.Match[str], lexicon: Lexicon) -> bool:
    """Whether what stands around a word makes it part of a noun: 有效|性, 破坏|行为, 委员|会."""
    word, behind = found[0], plain[found.end() : found.end() + 1]
    apart = plain.startswith(lexicon.lists["no_suffix"], found.end())
    if len(word) > 1 and behind in lexicon.sets["makes_noun"] and not apart:
        return True
    if word in lexicon.verbs and lexicon.patterns["nominal"].match(plain, found.end()) is not None:
        return True
    return word in lexicon.sets["will"] and plain[found.start() - 1 : found.start()] in lexicon.sets["assemblies"]


def blanked(text: str) -> str:
    """`text`, of the same length, with what stands in paired marks blanked and its punctuation in one form."""
    out = list(text.translate(_FLAT))
    open_marks: list[str] = []
    straight = False
    for place, char in enumerate(text):
        if char == '"':
            straight = not straight
        elif open_marks and char == open_marks[-1]:
            open_marks.pop()
            if open_marks:
                out[place] = _BLANK
        else:
            if open_marks or straight:
                out[place] = _BLANK
            if char in _PAIRS:
                open_marks.append(_PAIRS[char])
    return "".join(out)


def _bounds(plain: str, start: int) -> list[tuple[int, int]]:
    """The clauses from `start` on, behind the mark of a list."""
    bounds: list[tuple[int, int]] = []
    for place, char in enumerate(plain[start:], start):
        before, behind = plain[place - 1 : place], plain[place + 1 : place + 2]
        # 1,000 and 北约—俄罗斯 are one
        joins = (before.isdigit() and behind.isdigit()) or (char == _DASH and before.isalnum() and behind.isalnum())
        if char in _CLAUSE_ENDS and not joins:
            bounds.append((start, place))
            start = place + 1
    bounds.append((start, len(plain)))
    return [(a, b) for a, b in bounds if plain[a:b].strip(" ”’」』)》\n")]
