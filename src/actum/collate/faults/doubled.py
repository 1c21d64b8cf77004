"""Characters and words that stand twice.

Takes       a Look at a Chinese text.
Gives       suspect doubts with the single reading proposed.
Method      two equal characters are right inside a word of the dictionary and across two words that both have two
            characters or more (中国国家); elsewhere only where the grammar allows them (`faults.toml`, `doubled`).
Leaves out  a doubling that makes other good words of its neighbours.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from actum.collate.faults.evidence import parallels_for
from actum.collate.faults.look import Look, Token
from actum.collate.faults.rules import pattern, value, words_of
from actum.language.data import lines
from actum.language.words import is_word
from actum.model.doubt import Doubt
from actum.text.span import Span

_PHRASE = re.compile(r"(?P<phrase>[\u4e00-\u9fff]{4,24})(?P=phrase)")
_LISTED = re.compile(r"(?:^|(?<=[、,.;:和及与]))(?P<item>[\u4e00-\u9fff]{2,24})、(?P=item)(?=[、,.;和及与等]|$)")


def doubled_characters(look: Look) -> Iterator[Doubt]:
    """One doubt for each doubled character, its word included: `个别别` for `个别`."""
    for run in look.runs:
        for at, (here, there) in enumerate(pairwise(run)):
            if here.word[-1] == there.word[0] and 1 in (len(here.word), len(there.word)):
                if not _by_right(look, run, at) and not _in_a_name(look, run, at):
                    yield _single(look, run, at)
            elif _hides_a_word(here, there):
                yield _drop(look, Span(here.start, there.end), here.start)


def _by_right(look: Look, run: Sequence[Token], at: int) -> bool:
    """Whether the grammar allows the character to stand again."""
    here, there = run[at], run[at + 1]
    char = there.word[0]
    if len(here.word) == len(there.word) == 1:
        return here.word in "零〇○" or here.word in "一二三四五六七八九" or is_word(char * 2)
    if len(there.word) == 1:
        return (
            here.word in words_of("zh", f"doubled.after.{char}")
            or (here.word[0] in "一每" and len(here.word) == 2)
            or (here.word in words_of("zh", f"doubled.object.{char}") and _object_closes(look, there))
        )
    if there.word in words_of("zh", f"doubled.before.{char}"):
        return True
    before = run[at - 1].word if at else look.plain[here.start - 1 : here.start]
    return char in words_of("zh", "doubled.heads") and (
        before[-1:] in words_of("zh", "doubled.quantifiers") or before[-1:].isdigit()
    )


def _object_closes(look: Look, opener: Token) -> bool:
    """Whether what follows is a phrase that closes with 的 and a noun, or has a verb of doing: 应对对…构成的威胁."""
    clause = re.match(r"[^,.;:?!]*", look.plain[opener.end :])
    words = clause[0] if clause else ""
    return bool(re.search(r".的.", words) or pattern("zh", "doubled.closes.doing").search(words))


def _in_a_name(look: Look, run: Sequence[Token], at: int) -> bool:
    """Whether the characters stand in a person's name or in a foreign name spelled out by sounds."""
    here, there = run[at], run[at + 1]
    char = there.word[0]
    if at and len(here.word) == len(there.word) == 1 and run[at - 1].word in value("zh", "doubled.surnames"):
        return True
    sounds = value("zh", "doubled.names")
    if char not in sounds:
        return False
    edges = look.plain[run[0].start - 1 : run[0].start] + look.plain[run[-1].end : run[-1].end + 1]
    near = [one.word for one in (*run[max(0, at - 1) : at], *run[at + 2 : at + 3])]
    return "·" in edges or any(len(word) <= 3 and all(one in sounds for one in word) for word in near)


def _hides_a_word(here: Token, there: Token) -> bool:
    """Whether a word like 人人 eats the first character of the word behind it: 各国人人民."""
    twin = len(here.word) == 2 and here.word[0] == here.word[1]
    return twin and len(there.word) == 1 and there.word not in lines_free() and is_word(here.word[1] + there.word)


def lines_free() -> frozenset[str]:
    """The characters that stand as words of their own (`free.txt`)."""
    return frozenset("".join(lines("zh", "free")))


def _single(look: Look, run: Sequence[Token], at: int) -> Doubt:
    here, there = run[at], run[at + 1]
    return _drop(look, Span(here.start, there.end), here.end - 1)


def _drop(look: Look, span: Span, extra: int) -> Doubt:
    """The doubt that the character at `extra` stands once too often."""
    proposal = look.text[span.start : extra] + look.text[extra + 1 : span.end]
    says = f"{look.text[extra]} stands twice, which no word and no grammar here explains"
    parallels = parallels_for(look, span, proposal)
    return look.doubt("suspect", span, says, "doubled-character", proposal=proposal, parallels=parallels)


def doubled_words(look: Look) -> Iterator[Doubt]:
    """Words of two characters or more, phrases and list items that stand twice in a row."""
    taken: list[Span] = []
    for run in look.runs:
        for at, (here, there) in enumerate(pairwise(run)):
            if here.word == there.word and len(here.word) > 1 and not _twice(here.word):
                stranded = run[at + 2] if _stranded(run, at + 2) else None
                span = Span(here.start, (stranded or there).end)
                taken.append(span)
                yield _word(look, span, here.word, proposal=None if stranded else look.text[here.start : here.end])
    edges = {one.start for run in look.runs for one in run} | {run[-1].end for run in look.runs}
    for match in _PHRASE.finditer(look.plain):
        middle = match.end("phrase")
        span = Span(*match.span())
        if {match.start(), middle, match.end()} <= edges and not any(span.overlaps(one) for one in taken):
            yield _word(look, span, match["phrase"], proposal=look.text[match.start() : middle])
    for match in _LISTED.finditer(look.plain):
        yield _word(look, Span(*match.span()), match["item"], proposal=look.text[match.start() : match.end("item")])


def _twice(word: str) -> bool:
    return word in words_of("zh", "doubled.twice") or word[0] == "一" or word[0] == word[-1]


def _stranded(run: Sequence[Token], at: int) -> bool:
    """Whether the word behind a doubling is a bound character that lost its neighbour: 军事军事技合作."""
    return at < len(run) and len(run[at].word) == 1 and run[at].word not in lines_free()


def _word(look: Look, span: Span, word: str, *, proposal: str | None) -> Doubt:
    says = f"{word} stands twice in a row"
    parallels = parallels_for(look, span, proposal) if proposal else ()
    return look.doubt("suspect", span, says, "doubled-word", proposal=proposal, parallels=parallels)
