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
from actum.collate.faults.rules import free_characters, pattern, value, words_of
from actum.language.frequency import count
from actum.language.words import is_word
from actum.model.doubt import Doubt
from actum.text.span import Span

TIMES = 0.3
"""By how much a word must be commoner than the doubled word that hides it (人民 beside 人人); tried on the sample and
on clean newspaper prose, 2026-11-25."""
_NUMERALS = "零〇○一二三四五六七八九"
_PHRASE = re.compile(r"(?P<phrase>[\u4e00-\u9fff]{4,24})(?P=phrase)")
_LISTED = re.compile(
    r"(?:(?:^|(?<=[、,.;:和及与]))(?P<short>[\u4e00-\u9fff]{2,3})、(?P=short)|(?P<item>[\u4e00-\u9fff]{4,24})、(?P=item))"
    r"(?=[、,.;和及与等]|$)"
)


def doubled_characters(look: Look) -> Iterator[Doubt]:
    """One doubt for each doubled character, its word included: `个别别` for `个别`."""
    for run in look.runs:
        for at, (here, there) in enumerate(pairwise(run)):
            if at and run[at - 1].word[-1] * 2 == here.word[0] + there.word[0]:
                continue  # a longer run of one character: its first two have been doubted
            if here.word[-1] == there.word[0] and not _in_a_name(look, run, at):
                doubt = _at_a_seam(look, run, at)
            else:
                doubt = _hiding_a_word(look, here, there)
            if doubt:
                yield doubt


def _at_a_seam(look: Look, run: Sequence[Token], at: int) -> Doubt | None:
    """The doubt about a character that ends one word and begins the next."""
    here, there = run[at], run[at + 1]
    whole = Span(here.start, there.end)
    if 1 in (len(here.word), len(there.word)) and not _by_right(look, run, at):
        return _drop(look, whole, here.end - 1)
    shown = parallels_for(
        look, whole, look.text[here.start : here.end] + look.text[there.start + 1 : there.end], least=8, around=5
    )
    if shown and not parallels_for(look, whole, whole.of(look.text), least=5):
        return _drop(look, whole, here.end - 1)
    return None


def _by_right(look: Look, run: Sequence[Token], at: int) -> bool:
    """Whether the grammar allows the character to stand again."""
    here, there = run[at], run[at + 1]
    char = there.word[0]
    if all(one in _NUMERALS for one in here.word) and there.word[0] in _NUMERALS:
        return True
    if len(here.word) == len(there.word) == 1:
        counted = (look.plain[max(0, here.start - 1) : here.start] + look.plain[there.end : there.end + 1]).isdigit()
        return char * 2 in words_of("zh", "doubled.pairs") and not counted
    if len(there.word) == 1:
        return (
            here.word in words_of("zh", f"doubled.after.{char}")
            or (here.word[0] in "一每" and len(here.word) == 2 and char in value("zh", "doubled.measures"))
            or (char in words_of("zh", "doubled.offices") and look.plain[there.end : there.end + 1] in {"长", "员"})
            or (here.word in words_of("zh", f"doubled.object.{char}") and _object_closes(look, there))
        )
    if there.word in words_of("zh", f"doubled.before.{char}"):
        return True
    before = run[at - 1].word if at else look.plain[max(0, here.start - 1) : here.start]
    counted = before in words_of("zh", "doubled.quantifiers") or before[-1:].isdigit()
    office = char in words_of("zh", "doubled.offices") and there.word[1] in "长员"
    return office or (counted and char in words_of("zh", "doubled.heads"))


def _object_closes(look: Look, opener: Token) -> bool:
    """Whether what follows is a phrase that closes with 的 and a noun, or has a verb of doing: 应对对…构成的威胁."""
    clause = re.match(r"[^,.;:?!]*", look.plain[opener.end :])
    words = clause[0] if clause else ""
    closes = pattern("zh", f"doubled.closes.{opener.word}")
    return bool(closes.search(words) or pattern("zh", "doubled.closes.doing").search(words))


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


def _hiding_a_word(look: Look, here: Token, there: Token) -> Doubt | None:
    """The doubt about a word like 人人 that eats a character of the word beside it: 各国人人民, 加强强."""
    if len(there.word) == 1 and _twin(here.word) and _rather(here.word[1] + there.word, here.word):
        return _drop(look, Span(here.start, there.end), here.start)
    if len(here.word) == 1 and _twin(there.word) and _rather(here.word + there.word[0], there.word):
        return _drop(look, Span(here.start, there.end), there.start)
    return None


def _twin(word: str) -> bool:
    return len(word) == 2 and word[0] == word[1] and word[0] not in _NUMERALS


def _rather(word: str, twin: str) -> bool:
    """Whether the word is far commoner than the doubled one."""
    return is_word(word) and count(word) >= TIMES * count(twin)


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
            if nested := _nested(here, there):
                span, (word, whole) = Span(here.start, there.end), nested
                taken.append(span)
                yield _word(look, span, word, proposal=look.text[whole.start : whole.end])
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
        if match.start() not in edges:
            continue
        item = match["item"] or match["short"]
        yield _word(look, Span(*match.span()), item, proposal=look.text[match.start() : match.start() + len(item)])


def _nested(here: Token, there: Token) -> tuple[str, Token] | None:
    """A word that stands again at the near end of a longer one, and that one: 解决 beside 和平解决."""
    shorter, longer = sorted((here, there), key=lambda one: len(one.word))
    if len(shorter.word) < 2 or len(shorter.word) == len(longer.word):
        return None
    if shorter is here:
        return (here.word, there) if there.word.startswith(here.word) else None
    return (there.word, here) if here.word.endswith(there.word) and not _twice(there.word) else None


def _twice(word: str) -> bool:
    return word in words_of("zh", "doubled.twice") or word[0] == "一" or word[0] == word[-1]


def _stranded(run: Sequence[Token], at: int) -> bool:
    """Whether the word behind a doubling is a bound character that lost its neighbour: 军事军事技合作."""
    return at < len(run) and len(run[at].word) == 1 and run[at].word not in free_characters()


def _word(look: Look, span: Span, word: str, *, proposal: str | None) -> Doubt:
    says = f"{word} stands twice in a row"
    parallels = parallels_for(look, span, proposal) if proposal else ()
    return look.doubt("suspect", span, says, "doubled-word", proposal=proposal, parallels=parallels)
