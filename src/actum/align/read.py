"""What was read from the sentences of one side of a row.

Takes       a Side, and the sentences of it that a row has.
Gives       a Read: the mentions and positions of these sentences, the ids that they are about, and their words.
Method      by sentence; a thing stands in a side where its id is mentioned, or its words are, in one spelling.
Leaves out  the names of those who speak.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from actum.align.units import Unit
from actum.language.data import table
from actum.model.alignment import Side
from actum.model.fact import Mention, Position
from actum.text.fold import fold
from actum.text.span import Part

ACTORS = frozenset({"state", "group"})
SLACK = 4
"""Letters from which a name is known again with a letter of a slip in it (个别别国家). By eye, 2026-11-26."""

VEILED = "veiled"
_SYMBOL = re.compile(r"\d+[/／]\d+")
_CUT = "\ue000"  # private use: no letter of any text


@dataclass(frozen=True, slots=True)
class Read:
    """What was read from the sentences of one side of a row; `subjects` are all ids that they are about.

    `words` are those of the sentences less the names of states and groups, `all_words` with them: as compared.
    """

    mentions: tuple[Mention, ...]
    positions: tuple[Position, ...]
    subjects: frozenset[str]
    words: str
    all_words: str
    language: str

    def has(self, one: Mention) -> bool:
        """Whether the thing stands here too: mentioned, spoken of, or in so many words."""
        if any(key(one) == key(other) for other in self.mentions):
            return True
        if one.kind not in ACTORS and (one.id in self.subjects or _symbol_of(one, self.all_words)):
            return True
        return stands(one.part.text, self.words if one.kind in ACTORS else self.all_words, self.language)

    def is_place(self, one: Mention) -> bool:
        """Whether it is named as where something is done, or toward whom (在韩国部署), not as who does it."""
        position = next((held for held in self.positions if held.matter and one.part.span in held.matter.span), None)
        if position is None or position.matter is None:
            return False
        before = position.matter.text[: one.part.start - position.matter.start]
        words = table(self.language, "align").get("places", "").split()
        return any(before.endswith(word) for word in words)


class Facts:
    """What a text says, by sentence, less the names of those who speak."""

    def __init__(self, side: Side, *, speaking: frozenset[str]) -> None:
        self.language = side.language
        self.mentions: dict[Part, list[Mention]] = {}
        self.positions: dict[Part, list[Position]] = {}
        for mention in side.mentions:
            if mention.id not in speaking:
                self.mentions.setdefault(mention.sentence, []).append(mention)
        for position in side.positions:
            self.positions.setdefault(position.sentence, []).append(position)

    def of(self, sentences: Sequence[Unit]) -> Read:
        """What some of its sentences say, in order."""
        mentions = tuple(one for unit in sentences for one in self.mentions.get(unit.part, ()))
        return Read(
            mentions,
            tuple(one for unit in sentences for one in self.positions.get(unit.part, ())),
            frozenset(subject for unit in sentences for subject in unit.subjects),
            _CUT.join(compared(_masked(unit.part, mentions), self.language) for unit in sentences),
            _CUT.join(compared(unit.part.text, self.language) for unit in sentences),
            self.language,
        )


def key(mention: Mention) -> str:
    """What tells a mention from others: its id; the symbol of a document that the registry lacks."""
    symbol = _SYMBOL.search(mention.id) if mention.id.startswith("unknown:") else None
    return symbol.group().replace("／", "/") if symbol else says(mention)


def says(mention: Mention | None) -> str:
    """What a mention is: veiled, or its id; nothing for none."""
    if mention is None:
        return ""
    return VEILED if mention.veiled else mention.id


def stands(name: str, words: str, language: str) -> bool:
    """Whether a name stands in words, one letter of a slip let pass between any two of a long name."""
    looked_for = compared(name, language)
    if not looked_for:
        return False
    if len(looked_for) < SLACK or language not in _UNSPACED:
        return looked_for in words
    return re.search(f"[^{_CUT}]?".join(map(re.escape, looked_for)), words) is not None


def compared(text: str, language: str) -> str:
    """A text as names are looked for in it: folded, less marks and, in an unspaced script, words that only join."""
    return _joining(language).sub("" if language in _UNSPACED else " ", fold(text).text).strip()


_UNSPACED = frozenset({"zh"})


@cache
def _joining(language: str) -> re.Pattern[str]:
    words = table(language, "align").get("joins", "").split() if language in _UNSPACED else []
    single = "".join(re.escape(word) for word in words if len(word) == 1 and word.isalpha())
    return re.compile(rf"(?:[^\w/／{_CUT}]|[{single or '_'}])+")


def _symbol_of(one: Mention, words: str) -> bool:
    """Whether the symbol of a document stands in words: a list of resolutions names each by its symbol alone."""
    found = _SYMBOL.search(fold(one.part.text).text)
    return found is not None and re.search(rf"(?<!\d){re.escape(found.group())}(?!\d)", words) is not None


def _masked(part: Part, mentions: Iterable[Mention]) -> str:
    letters = list(part.text)
    for one in mentions:
        if one.kind in ACTORS and one.part.span in part.span:
            start = one.part.start - part.start
            letters[start : start + len(one.part.text)] = _CUT * len(one.part.text)
    return "".join(letters)
