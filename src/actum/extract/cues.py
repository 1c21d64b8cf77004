"""The cue table of a language, compiled: which words take a position, and where their characters do not.

Takes       a language with `cues.toml`, `norms.toml` and `nominal.toml`.
Gives       a CueBook; `scan` finds the cues of a stretch of opened text (see `clauses`), left to right, longest
            first, never two on the same characters.
Method      one pattern: blockers (words that merely hold a cue's characters) before cues and modals, longer first.
Leaves out  whether a cue acts where it stands: `position_frames` and `norms` decide that.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from actum.errors import DataFault
from actum.extract.position_lexicon import lexicon
from actum.model.fact import ACTS, Act

USES = (
    *("verb", "light", "toward", "mood", "lead", "predicate", "evoked", "own", "will", "unwilling", "wish"),
    *("stressed", "borne"),
)
TAKES = ("clause", "doer", "deed", "thing")
OPENS = ("anywhere", "behind", "chain", "body")


@dataclass(frozen=True, slots=True)
class Cue:
    """One behaviour of a word; see the head of `cues.toml` for what the fields say."""

    word: str
    act: Act
    strength: int
    takes: str
    uses: tuple[str, ...]
    opens: str
    fixed: bool
    doer_act: Act | None
    act_of_body: Act | None


@dataclass(frozen=True, slots=True)
class Hit:
    """A cue's characters in the text; `modal_strength` is 0 for a cue, else the strength of the norm it sets."""

    start: int
    end: int
    word: str
    modal_strength: int = 0


@dataclass(frozen=True, slots=True)
class CueBook:
    """All behaviours of each word, those of more precise uses last in the file's order."""

    behaviours: dict[str, tuple[Cue, ...]]
    modals: dict[str, int]
    pattern: re.Pattern[str]

    def of(self, hit: Hit, use: str) -> Cue | None:
        """The behaviour of a hit's word under one use, None where it has none."""
        return next((cue for cue in self.behaviours.get(hit.word, ()) if use in cue.uses), None)


@cache
def cue_book(language: str) -> CueBook:
    """The cue table of a language; empty where it has none. Raises DataFault where the table breaks its format."""
    behaviours: dict[str, list[Cue]] = {}
    for group in lexicon(language, "cues").get("group", ()):
        for cue in _cues(group, language):
            behaviours.setdefault(cue.word, []).append(cue)
    norms = lexicon(language, "norms")
    modals = {word: int(row["strength"]) for row in norms.get("modal", ()) for word in row["words"].split()}
    blockers = [*norms.get("blockers", {}).get("patterns", ()), *lexicon(language, "nominal").get("blockers", ())]
    words = sorted({*behaviours, *modals}, key=lambda word: (-len(word), word))
    pieces = [f"(?P<blocked>{'|'.join(blockers)})"] if blockers else []
    pieces += [f"(?P<cue>{'|'.join(map(re.escape, words))})"] if words else [r"(?P<cue>(?!))"]
    pattern = re.compile("|".join(pieces))
    return CueBook({word: tuple(cues) for word, cues in behaviours.items()}, modals, pattern)


def _cues(group: dict[str, Any], language: str) -> Iterator[Cue]:
    act, uses, takes = group.get("act"), tuple(group.get("uses", ())), group.get("takes", "thing")
    opens = group.get("opens", "anywhere")
    known = act in ACTS and takes in TAKES and opens in OPENS and set(uses) <= set(USES)
    if not known or not uses or "words" not in group:
        raise DataFault(
            f"language/{language}/cues.toml: the group of {group.get('words', 'no words')!r} has an unknown act, "
            "use, `takes` or `opens`. See the head of the file for what may stand there."
        )
    for word in group["words"].split():
        yield Cue(
            word=word,
            act=group["act"],
            strength=group.get("strength", 1),
            takes=takes,
            uses=uses,
            opens=opens,
            fixed=group.get("fixed", False),
            doer_act=group.get("doer_act"),
            act_of_body=group.get("act_of_body"),
        )


def scan(book: CueBook, opened: str, start: int, end: int) -> Iterator[Hit]:
    """The cues and modals between two places, left to right."""
    for match in book.pattern.finditer(opened, start, end):
        word = match["cue"]
        if word is not None:
            yield Hit(match.start(), match.end(), word, book.modals.get(word, 0))
