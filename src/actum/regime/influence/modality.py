"""How a claim is made: asserted, foretold, an attempt, on a condition, as one contribution.

Takes       folded text, the places of cue and cause, and the words of the language.
Gives       the modality.
Method      words around the cue; where several fit, the weakest claim: attempt, conditional, future, contributes.
Leaves out  denials: what is denied is no effect.
"""

from __future__ import annotations

import re

from actum.language.words import words as split_words
from actum.model.claim import Modality
from actum.regime.influence.end_words import EndWords
from actum.text.span import Span

_COMMA = re.compile("[，,；;：:。！？]")
NOUN = 2
"""Characters of a noun that says attempt (图谋, 企图), 2026-11-26."""
BEFORE_CUE = 6
"""Characters between 将 and its cue (将进一步严重破坏), 2026-11-26."""


def modality_of(
    text: str, cue: Span, ends: tuple[Span, Span], words: EndWords, *, sentence: Span, series: tuple[Span, ...] = ()
) -> Modality:
    """The modality of a claim by the words around its cue and before its cause; `ends` are its cause and its effect.

    `series` are the cues before this one that share its cause: 企图破坏X、颠覆Y is two attempts.
    """
    said = dict(words.modality)
    cause, moved = ends
    gap = Span(cause.end, cue.start) if cause.end <= cue.start else Span(cue.start, cue.start)
    # 企图把X武器化: the verb begins, for this, where X does
    verb = Span(moved.start, cue.end) if moved.start < cue.start <= moved.end else cue
    if any(
        _tried(text, one, Span(_after(cause, one, sentence), one.start), said["attempt"]) for one in (verb, *series)
    ):
        return "attempt"
    # 破坏X的图谋: the noun that is the cause stands behind
    if cause.start >= cue.end and said["attempt"].search(text, max(cause.start, cause.end - NOUN), cause.end):
        return "attempt"
    first = _clause_before(text, min(cause.start, cue.start), sentence.start)
    open_before = _clause_before(text, max(first - 1, sentence.start), sentence.start)
    until = max(cue.end, cause.start)
    if said["conditional"].search(text, open_before, until):
        return "conditional"
    clause = _clause_before(text, cue.start, sentence.start)
    done = clause >= gap.start and said["done"].match(text, clause, cue.start)
    if not done and gap and _foretold(text, gap, moved, words):
        return "future"
    if said["contributes"].search(text, cue.start, cue.end):
        return "contributes"
    return "asserted"


def _after(cause: Span, cue: Span, sentence: Span) -> int:
    """Where the words before a cue begin that are not its cause's."""
    return cause.end if cause.end <= cue.start else sentence.start


def _tried(text: str, cue: Span, room: Span, attempt: re.Pattern[str]) -> bool:
    """Whether the word of an attempt stands right before the cue, in its clause."""
    before = max(_clause_before(text, cue.start, room.start), cue.start - BEFORE_CUE)
    return attempt.search(text, before, cue.start) is not None


def _foretold(text: str, gap: Span, moved: Span, words: EndWords) -> bool:
    """将 where the words between cause and cue begin, or right before the cue; no 将 that only moves an object."""
    said = dict(words.modality)
    # 将对X产生影响: X stands between 将 and its verb
    near = gap.end - BEFORE_CUE - (len(moved) if gap.start <= moved.start and moved.end <= gap.end else 0)
    at, opening = gap.start, True
    for word in split_words(gap.of(text)):
        end = at + len(word)
        if said["future"].fullmatch(word) and end != moved.start and (opening or at >= near):
            return _COMMA.search(text, end, gap.end) is None or opening
        opening = opening and said["light"].fullmatch(word) is not None
        at = end
    return False


def _clause_before(text: str, at: int, least: int) -> int:
    """Where the clause that holds a place begins."""
    found = [m.end() for m in _COMMA.finditer(text, least, at)]
    return found[-1] if found else least
