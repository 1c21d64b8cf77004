"""What a person decided, and when."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

JudgementKind = Literal["same", "different", "boundary", "reading", "accept", "reject", "correct", "name", "undo"]
JUDGEMENT_KINDS: tuple[JudgementKind, ...] = get_args(JudgementKind)


@dataclass(frozen=True, slots=True)
class Judgement:
    """One line of the judgement log, which only grows.

    `subject` names what is judged by content that a rebuild keeps: SHA-256 of copies, a quote and the words around
    it. `value` is what the person decided. `id` counts from 1; `undo` names an earlier id in `value`.
    """

    id: int
    kind: JudgementKind
    subject: tuple[tuple[str, str], ...]
    value: str
    author: str
    when: str
    note: str = ""
