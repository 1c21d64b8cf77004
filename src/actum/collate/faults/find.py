"""All faults of one text.

Takes       an established text, its language, and the texts of other works.
Gives       doubts in order of place.
Method      every rule of every family is asked; where two of a kind touch, the rule that stands first here wins.
Leaves out  faults that leave no trace in the text.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from actum.collate.faults.broken import broken_sentences, cut_text
from actum.collate.faults.doubled import doubled_characters, doubled_words
from actum.collate.faults.look import Look, look_at
from actum.collate.faults.lookalikes import look_alikes
from actum.collate.faults.negation import (
    doubled_negation,
    lost_after_adverb,
    lost_after_neither,
    lost_among_negations,
    lost_before_also_not,
    lost_before_rather,
    lost_beside_parallel,
    lost_from_phrase,
)
from actum.collate.faults.repetition import repeated_paragraphs, repeated_sentences
from actum.collate.faults.stray import (
    doubled_marks,
    lost_characters,
    mixed_words,
    stray_words,
    unbalanced,
    words_twice,
)
from actum.model.doubt import Doubt

Rule = Callable[[Look], Iterator[Doubt]]

WORDING = frozenset({"suspect", "negation", "encoding"})
"""Kinds of doubt about wording: a place has one of them at most. Repetition and truncation say nothing of wording."""

RULES: tuple[Rule, ...] = (
    cut_text,
    repeated_paragraphs,
    repeated_sentences,
    broken_sentences,
    lost_after_adverb,
    lost_among_negations,
    lost_after_neither,
    lost_before_also_not,
    lost_before_rather,
    lost_from_phrase,
    doubled_negation,
    lost_beside_parallel,
    lost_characters,
    stray_words,
    mixed_words,
    words_twice,
    doubled_words,
    doubled_characters,
    look_alikes,
    doubled_marks,
    unbalanced,
)


def find_faults(text: str, *, language: str, parallels: Sequence[tuple[str, str]] = ()) -> tuple[Doubt, ...]:
    """The doubts about `text`, in order of place, offsets in it.

    `parallels` are the other works of the workspace, as (id, established text); a parallel in the text itself has an
    empty work. The doubts of a text of another language than zh, en, ru come from the rules that need no language.
    """
    look = look_at(text, language=language, parallels=parallels)
    kept: list[Doubt] = []
    said = bytearray(len(text))
    for rule in RULES:
        found = sorted(rule(look), key=lambda doubt: (doubt.part, doubt.made_by))
        new = [
            doubt for doubt in found if doubt.kind not in WORDING or not any(said[doubt.part.start : doubt.part.end])
        ]
        for doubt in new:
            if doubt.kind in WORDING:
                said[doubt.part.start : doubt.part.end] = b"\x01" * len(doubt.part.text)
        kept += new
    return tuple(sorted(kept, key=lambda doubt: (doubt.part, doubt.kind, doubt.made_by)))
