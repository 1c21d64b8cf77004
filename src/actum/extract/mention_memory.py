"""What a text has named so far, so that short words can be led back to it.

Takes       the hits of each line in order, swallowed ones too (a treaty within the name of its anniversary).
Gives       the last mention of a kind, what a short word names again, which state one character stands for.
Method      the nearest earlier mention in the same paragraph, else the nearest earlier one in the text. A short word
            is led back only to what has a name that ends with it. Of several states with one short name, the nearest
            earlier one, else the first that the text names at all.
Leaves out  pronouns and demonstratives.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from actum.extract.mention_hit import Hit
from actum.extract.mention_names import Names, ends_with
from actum.extract.mention_rules import UNKNOWN

# Kinds of bodies that have no members of their own.
_PARTS = frozenset({"organ", "centre"})


@dataclass(slots=True)
class Memory:
    """`before` are paragraph and hit of each mention so far; `line` are those of the line being read.

    `states` are the ids of all states that the text names, in its order. `common` are short words that the paragraph
    has used as common nouns so far (各项多边条约).
    """

    names: Names
    states: tuple[str, ...]
    before: list[tuple[str, Hit]] = field(default_factory=list)
    line: list[Hit] = field(default_factory=list)
    paragraph: str = ""
    common: set[str] = field(default_factory=set)

    def open(self, paragraph: str) -> None:
        """Begin the next line."""
        self.before += [(self.paragraph, hit) for hit in sorted(self.line, key=lambda hit: (hit.start, hit.end))]
        self.line = []
        if paragraph != self.paragraph:
            self.common.clear()
        self.paragraph = paragraph

    def last(self, kinds: Sequence[str], place: int, ends: Sequence[str] = ()) -> str:
        """The id of the last mention of one of some kinds before a place of the line; empty without one.

        Where `ends` are given, only of what has a name with one of these ends, in the same paragraph.
        """
        if not ends:
            return self._nearest(place, lambda hit: hit.kind in kinds)
        near = (hit for paragraph, hit in self._backward(place) if paragraph == self.paragraph and hit.kind in kinds)
        return next((hit.id for hit in near if any(ends_with(self.names, hit, word) for word in ends)), "")

    def subject(self, kinds: Sequence[str], place: int) -> str:
        """The id of the mention that a possessive at a place means: before 及, else the line's first, else `last`."""
        fitting = [hit for hit in self.line if hit.kind in kinds and hit.id and hit.end <= place]
        joined = [hit for hit in fitting if hit.end in {place - 1, place - 2}]
        if fitting:
            return (joined or sorted(fitting, key=lambda hit: (hit.start, -hit.end)))[0].id
        return self.last(kinds, place)

    def whole(self, kinds: Sequence[str], place: int) -> str:
        """As `last`, but for an organ the organisation that it is a part of."""
        slug = self.last(kinds, place)
        row = self.names.rows.get(slug)
        while row is not None and row.kind in _PARTS and row.part_of:
            slug = row.part_of[0]
            row = self.names.rows.get(slug)
        return slug

    def again(self, word: str, place: int) -> str:
        """The id of what a short word names again; empty where nothing before has such a name.

        `unknown` where it may mean either of two that stand side by side (…法庭和…法庭 … 法庭).
        """
        fitting = [(where, hit) for where, hit in self._backward(place) if hit.id and ends_with(self.names, hit, word)]
        near = [hit for where, hit in fitting if where == self.paragraph]
        if not near and word not in self.common:
            near = [hit for _, hit in fitting]
        if len(near) > 1 and near[0].id != near[1].id and near[0].start - near[1].end in {0, 1}:
            return f"{UNKNOWN}{word}"
        return near[0].id if near else ""

    def state(self, abbreviation: str, place: int) -> str:
        """The id of the state that one character stands for; empty where several do and the text names none."""
        known = self.names.abbreviations.get(abbreviation, ())
        if len(known) < 2:
            return "".join(known)
        found = self._nearest(place, lambda hit: hit.id in known)
        return found or next((slug for slug in self.states if slug in known), "")

    def _nearest(self, place: int, fits: Callable[[Hit], bool]) -> str:
        elsewhere = ""
        for paragraph, hit in self._backward(place):
            if hit.id and fits(hit):
                if paragraph == self.paragraph:
                    return hit.id
                elsewhere = elsewhere or hit.id
        return elsewhere

    def _backward(self, place: int) -> Iterator[tuple[str, Hit]]:
        earlier = sorted((hit for hit in self.line if hit.end <= place), key=lambda hit: (hit.end, hit.start))
        for hit in reversed(earlier):
            yield self.paragraph, hit
        yield from reversed(self.before)
