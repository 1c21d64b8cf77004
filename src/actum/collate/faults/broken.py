"""Sentences that a break cuts in two, and texts that stop.

Takes       a Look.
Gives       suspect doubts about breaks within a sentence, truncation doubts about the end and about jump lines.
Method      a long paragraph that ends on a letter goes on in the next one; at the end of a text it is cut.
Leaves out  sentences that lost their middle without a break.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from actum.collate.faults.look import Look
from actum.collate.faults.rules import free_characters, pattern
from actum.language.words import is_word, words
from actum.model.doubt import Doubt
from actum.text.span import Span

LONG = 30
"""Characters from which on a paragraph is prose and no heading; half as long again where words are parted by spaces.
Set by hand on the sample, 2026-11-25."""
SHORT = 12
"""Characters that do where the break cuts a word; headings that run on into a word were not seen, 2026-11-25."""
AROUND = 6
"""Characters that a doubt shows on each side of a break."""
_MARKS = re.compile(r"[,.;]")
_MARK = re.compile(r"[,.;、《]")
_WORDS = re.compile(r"\w", re.UNICODE)


def broken_sentences(look: Look) -> Iterator[Doubt]:
    """A doubt for each paragraph that stops in mid-sentence and goes on in the next: `…烈士纪 / 念设施，…`."""
    body = _body(look)
    for here, there in pairwise(body):
        if _stops(look, here) and _goes_on(look, there):
            word = _word_across(look, here, there)
            if (word and len(here) >= SHORT) or (_prose(look, here) and _MARK.search(here.of(look.plain))):
                yield _break(look, here, there, word)


def _body(look: Look) -> list[Span]:
    """The paragraphs behind the title: from the first on that ends as a sentence does, or holds marks as prose does."""
    prose = [not _stops(look, span) or _MARKS.search(span.of(look.plain)) is not None for span in look.paragraphs]
    return list(look.paragraphs[prose.index(True) :]) if True in prose else []


def _prose(look: Look, span: Span) -> bool:
    return len(span) >= (LONG if look.language == "zh" else 2 * LONG)


def _stops(look: Look, span: Span) -> bool:
    """Whether the paragraph ends on a letter or a sign that opens something."""
    last = look.plain[span.end - 1]
    return bool(_WORDS.match(last)) or last in "、(《〈"


def _goes_on(look: Look, span: Span) -> bool:
    """Whether a paragraph may be the rest of a sentence; in spaced scripts one that begins with a small letter."""
    head = span.of(look.plain)
    if look.language != "zh":
        return head[0].islower()
    return not pattern("zh", "broken.opens").match(head) and bool(re.search(r"[,.;]", head))


def _break(look: Look, here: Span, there: Span, word: str) -> Doubt:
    start = max(here.start, here.end - AROUND)
    end = min(there.end, there.start + AROUND)
    space = "" if look.language == "zh" else " "
    joined = look.text[start : here.end] + space + look.text[there.start : end]
    says = "a sentence is broken over two paragraphs" + (f", in the middle of {word}" if word else "")
    return look.doubt("suspect", Span(start, end), says, "broken-sentence", proposal=joined)


def _word_across(look: Look, here: Span, there: Span) -> str:
    """The word that the break cuts, where each half by itself is no word; empty where it cuts none."""
    if look.language != "zh":
        return ""
    before = look.plain[max(here.start, here.end - 2 * AROUND) : here.end]
    behind = look.plain[there.start : min(there.end, there.start + 2 * AROUND)]
    at = 0
    for word in words(before + behind):
        if at < len(before) < at + len(word):
            halves = before[at:], word[len(before) - at :]
            return word if any(_stranded(half) for half in halves) else ""
        at += len(word)
    return ""


def _stranded(half: str) -> bool:
    """Whether a half of a word is none: a character that never stands alone, or characters that make no word."""
    return half not in free_characters() if len(half) == 1 else not is_word(half)


def cut_text(look: Look) -> Iterator[Doubt]:
    """Jump lines anywhere, and a last paragraph that stops in mid-sentence or leads on to nothing."""
    for paragraph in look.paragraphs:
        inner = paragraph.of(look.plain)
        for key, says in (("jump", "the text goes on elsewhere"), ("resumed", "the text goes on from elsewhere")):
            for match in pattern(look.language, f"truncation.{key}").finditer(inner):
                yield look.doubt("truncation", Span(*match.span()).shifted(paragraph.start), says, f"{key}-line")
    if look.paragraphs:
        yield from _cut_end(look, look.paragraphs[-1])


def _cut_end(look: Look, last: Span) -> Iterator[Doubt]:
    inner = last.of(look.plain)
    if pattern(look.language, "truncation.jump").search(inner) or len(look.paragraphs) == 1 == len(inner.split()):
        return
    if pattern(look.language, "truncation.heading").fullmatch(inner):
        yield look.doubt("truncation", last, "the text ends with a heading that nothing follows", "cut-after-heading")
    elif inner[-1] in ",、:;(《〈" or (_prose(look, last) and _stops(look, last) and not _closing(look, inner)):
        tail = Span(max(last.start, last.end - 4 * AROUND), last.end)
        yield look.doubt("truncation", tail, "the text stops in mid-sentence", "cut-end")


def _closing(look: Look, inner: str) -> bool:
    return pattern(look.language, "truncation.closing").fullmatch(inner) is not None
