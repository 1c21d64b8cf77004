"""The stance right before a wording: whether it is for the thing or against it, and whether that is said by a denial.

Takes       the folded text before a wording, and its language.
Gives       a Stance; None where no known word of stance stands right before the wording.
Method      words that only join are passed over (反对将…); then a word for or against (`stands_for`, `stands_against`
            of the language), and each denial right before it, joining words between, turns it round (不反对, 不再支持).
Leaves out  stances further off, those toward a part of the wording, and words of stance that no list has.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from actum.align.formulation_denials import denials
from actum.align.formulation_sentences import UNSPACED, joining, pieces
from actum.language.data import table
from actum.text.fold import fold


@dataclass(frozen=True, slots=True)
class Stance:
    """Whether it is `against`, and `denied`, that is said by denying a word; `closed` where its clause ends behind.

    A stance that is not closed may be toward more than the wording: 谴责恐怖主义, 支持恐怖主义受害者.
    """

    against: bool
    denied: bool
    closed: bool

    def turns(self, other: Stance | None) -> bool:
        """Whether another stance toward the same wording is surely the other way round."""
        if other is None or self.against == other.against:
            return False
        return self.denied or other.denied or (self.closed and other.closed)


def stance(before: str, language: str, *, closed: bool) -> Stance | None:
    """The stance that the folded text before a wording ends with; `closed`: the wording ends its clause."""
    before = _less_joining(before, language)
    word = _last_of(before, language)
    if not word:
        return None
    before = before.removesuffix(word)
    against, denied = word in _listed("stands_against", language), False
    for one in reversed(denials(before, language)):
        if _less_joining(before[one.end :], language):
            break
        against, denied, before = not against, True, before[: one.start]
    return Stance(against, denied, closed)


def _less_joining(text: str, language: str) -> str:
    """A text without the words at its end that only join, and without white space there."""
    words = list(pieces(text, language))
    while words and (words[-1].isspace() or words[-1] in joining(language)):
        words.pop()
    return "".join(words)


def _last_of(text: str, language: str) -> str:
    """The longest word of stance that a text ends with; empty where there is none."""
    known = _listed("stands_for", language) | _listed("stands_against", language)
    if language not in UNSPACED:
        last = next(reversed(list(pieces(text, language))), "")
        return last if last in known else ""
    return max((word for word in known if text.endswith(word)), key=lambda word: (len(word), word), default="")


@cache
def _listed(name: str, language: str) -> frozenset[str]:
    return frozenset(fold(word).text for word in table(language, "formulations").get(name, "").split())
