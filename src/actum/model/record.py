"""What the mark-up of a published file says of its text: sponsors, votes, documents cited, subjects.

Takes       nothing; readers of marked-up formats make these.
Gives       Record.
Leaves out  what is read from the words: positions, effects and mentions are facts of their own.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

from actum.text.span import Part

RecordKind = Literal["sponsor", "vote", "citation", "subject", "symbol", "stance"]
RECORD_KINDS: tuple[RecordKind, ...] = get_args(RecordKind)


@dataclass(frozen=True, slots=True)
class Record:
    """One thing that the mark-up says.

    `who` are ISO alpha-3 codes, sorted; empty where it is said of nobody, or where the registry does not know the name
    (the name is then in `part`). `value` is what is said: `yes`, `no`, `abstaining` or `absent` of a vote, a symbol
    of a citation, a word of a subject, the stance words of a paragraph. `part` counts in the copy's decoded
    characters.
    """

    kind: RecordKind
    who: tuple[str, ...]
    value: str
    part: Part
