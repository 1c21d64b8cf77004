r"""Fields that show characters though the file holds no result: EQ, as Word writes readings in Chinese.

Takes       the code of a field (`EQ \o\ad(\s\up 5(ri),日)`).
Gives       the characters that it shows, each stretch with its sort: text, or a reading or sign beside it.
Method      the switches of EQ (ECMA-376, 17.16.5.17) opened as brackets with arguments: what is raised or lowered
            beside another argument is a reading, a sign laid over a character is a sign; all else is text.
Leaves out  fractions and roots as such: their characters come one after another, as a formula.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from actum.read.layout_flow import Sort

_TOKEN = re.compile(r"\\([a-z]{1,2})\s*(-?\d*)|\\(.)|([(),;])|([^\\(),;]+)", re.IGNORECASE)
_LOOKS = re.compile(r"\\\*\s*(?:[\"“][^\"”]*[\"”]|\w+)")
_RAISED = frozenset({"up", "do", "s"})
_OVER = frozenset({"o", "ac", "ad", "al", "ar"})


@dataclass(slots=True)
class Field:
    """A field that is open: its code as far as it was read, and whether it has shown a result."""

    code: str = ""
    result: bool = False


def shown(code: str) -> Iterator[tuple[str, Sort]]:
    """The characters that a field without a result shows, in order; none for fields other than EQ."""
    head, _, rest = code.strip().partition(" ")
    if head.upper() != "EQ":
        return
    found = [(text, switches) for text, switches in _arguments(_LOOKS.sub("", rest)) if text.strip()]
    over = any(_OVER & set(switches) for _, switches in found)
    plain = [text for text, switches in found if not _RAISED & set(switches)]
    for text, switches in found:
        beside = over and bool(plain) and (bool(_RAISED & set(switches)) or (not _is_word(text) and len(plain) > 1))
        yield text.strip(), "reading" if beside else "text" if over else "formula"


def _is_word(text: str) -> bool:
    return any(character.isalnum() for character in text)


def _arguments(code: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Each argument with the switches within whose brackets it stands."""
    open_: list[tuple[str, ...]] = []
    pending: tuple[str, ...] = ()
    for token in _TOKEN.finditer(code):
        switch, _, escaped, sign, text = token.groups()
        within = tuple(name for names in open_ for name in names)
        if switch:
            pending = (*pending, switch.lower())
        elif sign == "(":
            open_.append(pending)
            pending = ()
        elif sign == ")" and open_:
            open_.pop()
        elif escaped or (text and text.strip()):
            yield escaped or text, within
