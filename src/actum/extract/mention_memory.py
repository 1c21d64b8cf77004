"""What a text has named so far, so that short words can be led back to it.

Takes       the hits of each line in order, swallowed ones too (a treaty within the name of its anniversary).
Gives       the last mention of a kind, what a short word names again, which state one character stands for.
Method      the nearest earlier mention, which is one of the same paragraph where that has any. A short word is led
            back only to what has a name that ends with it; of several states with one short name see `state`.
Leaves out  pronouns and demonstratives.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain

from actum.extract.mention_hit import Hit
from actum.extract.mention_names import Names, ends_with
from actum.extract.mention_rules import UNKNOWN
from actum.registry.row import MENTIONED_AS

# How many earlier hits of one sentence are looked at. The longest sentence of the shared resolutions has 19 of the
# kinds that count; beyond this a "sentence" is a list or broken text. Set 2026-11-25.
LOOKED_AT = 100
# Kinds of bodies that have no members of their own.
_PARTS = frozenset({"organ", "centre"})


@dataclass(frozen=True, slots=True)
class _Entry:
    """A hit with its paragraph and the number of its line."""

    paragraph: str
    line: int
    hit: Hit


@dataclass(slots=True)
class Memory:
    """What lines before have named, by kind, by state and by the short words that can bring it back.

    `states` are the ids of the states that each paragraph names, in its order; `words` the short words, each with the
    kind of what it names; `parties` the ids of the states that speak, `lone` the characters that name a state by
    themselves. `line` are the hits of the line being read, `standing` those that stand so far. `common` are
    short words that its paragraph has used as common nouns so far (各项多边条约).
    """

    names: Names
    states: Mapping[str, Sequence[str]]
    words: Mapping[str, str]
    parties: frozenset[str] = frozenset()
    lone: frozenset[str] = frozenset()
    line: list[Hit] = field(default_factory=list)
    standing: list[Hit] = field(default_factory=list)
    common: set[str] = field(default_factory=set)
    _sorted: list[Hit] = field(default_factory=list)
    _paragraph: str = ""
    _number: int = 0
    _kinds: dict[str, _Entry] = field(default_factory=dict)
    _around: list[str] = field(default_factory=list)
    _words: dict[str, list[_Entry]] = field(default_factory=lambda: defaultdict(list))
    _ends: dict[tuple[str, str, str], tuple[str, ...]] = field(default_factory=dict)

    def open(self, paragraph: str) -> None:
        """Begin the next line."""
        for hit in sorted(self.line, key=lambda hit: (hit.end, hit.start)):
            self._keep(_Entry(self._paragraph, self._number, hit))
        if paragraph != self._paragraph:
            self.common.clear()
            self._around.clear()
        self.line, self.standing, self._sorted, self._paragraph = [], [], [], paragraph
        self._number += 1

    def read(self, hits: list[Hit]) -> None:
        """Take a list as the hits of the line; it may grow."""
        self.line, self._sorted = hits, []

    def _keep(self, entry: _Entry) -> None:
        self._kinds[entry.hit.kind] = entry
        if entry.hit.kind == "state":
            self._around.append(entry.hit.id)
        for word in self._endings(entry.hit):
            self._words[word].append(entry)

    def _endings(self, hit: Hit) -> tuple[str, ...]:
        key = (hit.kind, hit.id, hit.name)
        if key not in self._ends:
            words = (word for word, kind in self.words.items() if kind == hit.kind)
            self._ends[key] = tuple(word for word in words if ends_with(self.names, hit, word))
        return self._ends[key]

    def _here(self, place: int) -> list[Hit]:
        """The last LOOKED_AT hits of this line that end before a place, the last one first."""
        if len(self._sorted) != len(self.line):
            self._sorted = sorted(self.line, key=lambda hit: (hit.end, hit.start))
        high = bisect_right(self._sorted, place, key=lambda hit: hit.end)
        return self._sorted[max(0, high - LOOKED_AT) : high][::-1]

    def last(self, kinds: Sequence[str], place: int, ends: Sequence[str] = ()) -> str:
        """The id of the last mention of one of some kinds before a place of the line; empty without one.

        Where `ends` are given, only of what has a name with one of these ends, in the same paragraph.
        """
        for hit in self._here(place):
            if hit.kind in kinds and (not ends or not set(ends).isdisjoint(self._endings(hit))):
                return hit.id
        if ends:
            found = [entry for word in ends for entry in self._words[word][-1:] if entry.paragraph == self._paragraph]
        else:
            found = [self._kinds[kind] for kind in kinds if kind in self._kinds]
        return max(found, key=lambda entry: (entry.line, entry.hit.end, entry.hit.start)).hit.id if found else ""

    def subject(self, kinds: Sequence[str], place: int) -> str:
        """The id of the mention that a possessive at a place means: before 及, else the line's first, else `last`."""
        fitting = [hit for hit in self.standing if hit.kind in kinds and hit.end <= place]
        joined = [hit for hit in fitting if hit.end in {place - 1, place - 2}]
        if fitting:
            return (joined or fitting)[0].id
        return self.last(kinds, place)

    def whole(self, kinds: Sequence[str], place: int) -> str:
        """As `last`, but for an organ the organisation that it is a part of."""
        return self._organisation(self.last(kinds, place))

    def speaker(self) -> str:
        """The organisation that speaks, alone, in the text; empty where none does."""
        alone = next(iter(self.parties)) if len(self.parties) == 1 else ""
        row = self.names.rows.get(alone)
        return self._organisation(alone) if row is not None and MENTIONED_AS.get(row.kind) == "body" else ""

    def _organisation(self, slug: str) -> str:
        row = self.names.rows.get(slug)
        while row is not None and row.kind in _PARTS and row.part_of:
            slug = row.part_of[0]
            row = self.names.rows.get(slug)
        return slug

    def again(self, word: str, place: int) -> str:
        """The id of what a short word names again; empty where nothing before has such a name.

        `unknown` where it may mean either of two that stand side by side (…法庭和…法庭 … 法庭), or either what is
        still to be concluded or what there is.
        """
        here = (_Entry(self._paragraph, self._number, hit) for hit in self._here(place) if word in self._endings(hit))
        found = chain(here, reversed(self._words[word]))
        nearest = next(found, None)
        if nearest is None or (nearest.paragraph != self._paragraph and word in self.common):
            return ""
        if nearest.hit.planned and nearest.line != self._number:
            return self._existing(nearest, found, word)
        other = next((entry for entry in found if entry.hit.id != nearest.hit.id), None)
        if other and other.line == nearest.line and nearest.hit.start - other.hit.end in {0, 1}:
            return f"{UNKNOWN}{word}"
        return nearest.hit.id

    def _existing(self, planned: _Entry, found: Iterator[_Entry], word: str) -> str:
        """What a short word means behind what is still to be concluded: what there is, unless one paragraph has both.

        What is to be concluded where nothing else has such a name.
        """
        other = next((entry for entry in found if not entry.hit.planned), planned)
        mixed = other is not planned and planned.paragraph == self._paragraph
        return f"{UNKNOWN}{word}" if mixed else other.hit.id

    def state(self, abbreviation: str, place: int) -> str:
        """The id of the state that one character stands for; empty where the text names none that it can stand for.

        A party before all others; one that the text does not name only by a character of `lone`. Of several, the
        nearest earlier one of the paragraph, else the first that it names at all, else the only one that the text
        names; `unknown` where the text names several.
        """
        known = self.names.abbreviations.get(abbreviation, ())
        speaking = self.parties.intersection(known)
        if len(speaking) == 1:
            return next(iter(speaking))
        if len(known) == 1 and abbreviation in self.lone:
            return known[0]
        here = (hit.id for hit in self._here(place) if hit.id in known)
        earlier = (slug for slug in reversed(self._around) if slug in known)
        within = (slug for slug in self.states.get(self._paragraph, ()) if slug in known)
        found = next(chain(here, earlier, within), "")
        if found:
            return found
        named = {slug for slugs in self.states.values() for slug in slugs if slug in known}
        return named.pop() if len(named) == 1 else UNKNOWN + abbreviation if named else ""
