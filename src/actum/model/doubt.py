"""What is wrong with a copy or a text, as far as Actum can tell.

A doubt says; it never changes a text. Where a better reading can be proposed, the doubt carries it with the
parallels that speak for it, and a person may take it over by a judgement.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

from actum.text.span import Part

DoubtKind = Literal["foreign", "truncation", "repetition", "residue", "negation", "suspect", "encoding", "unread"]
DOUBT_KINDS: tuple[DoubtKind, ...] = get_args(DoubtKind)


@dataclass(frozen=True, slots=True)
class Parallel:
    """A place that has what a doubtful place lacks: the same words in another work, or elsewhere in this one."""

    work: str
    part: Part


@dataclass(frozen=True, slots=True)
class Doubt:
    """One doubt about one place.

    `part` counts in the text of the copy, or of the work, that the doubt is listed under. `says` is one sentence
    for a person; `made_by` names the rule. `proposal` is what might stand there instead, None where nothing can
    be proposed.
    """

    kind: DoubtKind
    part: Part
    says: str
    made_by: str
    proposal: str | None = None
    parallels: tuple[Parallel, ...] = ()
