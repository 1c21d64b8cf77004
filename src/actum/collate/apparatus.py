"""Turn what was chosen into an apparatus: an entry for every place where witnesses differ.

Takes       the table with all that was chosen over it (a Scene), and the columns that rulings cover.
Gives       entries in order of place, none overlapping another.
Method      units of differing columns; at each the witnesses that reach it whole, grouped by what they have.
Leaves out  witnesses that do not reach a place: they say nothing there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from actum.collate.bearers import Line
from actum.collate.columns import GAP, SILENT, Table
from actum.collate.evidence import is_unreadable
from actum.collate.forms import NOTHING, Forms
from actum.collate.kinds import alarms_of, gravest, kind_of, names_differ
from actum.collate.kinship import Kinship
from actum.collate.rulings import Page, Ruled
from actum.collate.typography import Setting
from actum.collate.units import Unit, free_units, gap_units, letter_units
from actum.collate.vote import Choice, Vote
from actum.language.words import words
from actum.model.apparatus import Alarm, Basis, Entry, EntryKind, Reading
from actum.text.fold import fold
from actum.text.span import Span

Rows = NDArray[np.int64]

NEAR = 8
"""Letters on either side that are read with a reading to tell its kind."""

_WORD = re.compile(r"[^\W_]+(?:[’'-][^\W_]+)*|.", re.DOTALL)


@dataclass(frozen=True, slots=True, eq=False)
class Scene:
    """All that is known of one work before its apparatus is written."""

    lines: Sequence[Line]
    table: Table
    written: Forms
    voted: Vote
    chosen: Sequence[int]
    setting: Setting
    page: Page
    usual: Mapping[int, str]
    language: str


def entries(scene: Scene, rulings: Sequence[Ruled]) -> tuple[Entry, ...]:
    """All entries in order of place; none where every witness has the text just as it is set."""
    scribe = _Scribe(scene)
    units = _units(scene, rulings, scribe.words)
    made = (scribe.entry(unit) for unit in units)
    return tuple(sorted((entry for entry in made if entry is not None), key=lambda entry: entry.span))


def _units(scene: Scene, rulings: Sequence[Ruled], numbers: Sequence[int]) -> list[Unit]:
    shown = [code != GAP for code in scene.chosen]
    runs = [(choice.site.start, choice.site.end, _dissent(choice)) for choice in scene.voted.choices]
    blank = ((scene.table.codes == ord(" ")) | (scene.table.codes < 0)).all(axis=0).tolist()
    units = _under_rulings(letter_units(runs, numbers, shown, blank), rulings)
    units += free_units(_differing_forms(scene), numbers, units)
    return sorted([*units, *gap_units(_differing_gaps(scene, shown), numbers, units)])


def _dissent(choice: Choice) -> frozenset[int]:
    states = choice.site.states
    return frozenset(np.flatnonzero((states >= 0) & (states != choice.chosen)).tolist())


def _under_rulings(units: Sequence[Unit], rulings: Sequence[Ruled]) -> list[Unit]:
    """The units, with those that a ruling touches drawn into it."""
    merged = [*units]
    for ruled in rulings:
        one = Unit(ruled.start, ruled.end, "ruling")
        touched = [unit for unit in merged if unit.start < one.end and one.start < unit.end]
        start, end = min([one.start, *(u.start for u in touched)]), max([one.end, *(u.end for u in touched)])
        merged = [unit for unit in merged if unit not in touched] + [Unit(start, end, "ruling")]
    return sorted(merged)


def _differing_forms(scene: Scene) -> list[int]:
    """Columns with one letter that is written in several ways, or set in a way that no witness has."""
    whole = scene.written.whole
    absent = whole == NOTHING
    top = whole.max(axis=0)
    low = np.where(absent, np.iinfo(np.int32).max, whole).min(axis=0)
    differs = top > low
    names = scene.written.names
    columns = np.flatnonzero(top != NOTHING).tolist()
    return [
        column
        for column in columns
        if scene.chosen[column] not in {GAP, ord(" ")}
        and (differs[column] or names.text(int(top[column])) != scene.setting.form[column])
    ]


def _differing_gaps(scene: Scene, shown: Sequence[bool]) -> list[tuple[int, int]]:
    """Neighbouring columns of the text between which layout differs, or is set as no witness has it."""
    names, layout = scene.written.names, scene.written.layout
    columns = [column for column, is_shown in enumerate(shown) if is_shown]
    top = layout.max(axis=0)
    low = np.where(layout == NOTHING, np.iinfo(np.int32).max, layout).min(axis=0)
    return [
        (left, right)
        for left, right in pairwise(columns)
        if top[left] != NOTHING and (top[left] != low[left] or names.text(int(top[left])) != scene.setting.layout[left])
    ]


class _Scribe:
    """Writes entries one by one, keeping what all of them need."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.upto = np.zeros((len(scene.lines), scene.table.width + 1), dtype=np.int32)
        np.cumsum(scene.table.cells >= 0, axis=1, out=self.upto[:, 1:])
        self.sigla = [line.bearer.siglum for line in scene.lines]
        self.order = sorted(range(len(scene.lines)), key=lambda row: self.sigla[row])
        self.counts = np.array([len(line.letters) for line in scene.lines])
        self.firsts = np.cumsum(self.counts) - self.counts
        self.copy_starts = np.concatenate([*(line.copy_starts for line in scene.lines), [0]])
        self.copy_ends = np.concatenate([*(line.copy_ends for line in scene.lines), [0]])
        self.starts, self.text = scene.page.starts(), scene.page.text()
        self.letters = [scene.usual.get(code, chr(code)) if code != GAP else "" for code in scene.chosen]
        self.words = _word_numbers(self.letters, chinese=scene.language == "zh")
        self.kinship = Kinship(scene.voted.verdict, self.sigla) if scene.voted.verdict else None
        self.bases = {
            column: choice.basis
            for choice in scene.voted.choices
            for column in range(choice.site.start, choice.site.end)
        }
        self.spans: dict[tuple[int, int], Span] = {}

    def entry(self, unit: Unit) -> Entry | None:
        """The entry of a unit; None where all that speak have what is set."""
        place, established = self._established(unit)
        groups = self._groups(unit)
        others = [(text, rows) for text, rows in groups.items() if text != established]
        if not others:
            return None
        own = groups.get(established, [])
        readings = (self._reading(unit, established, own), *(self._reading(unit, text, rows) for text, rows in others))
        kind, alarms = self._kind(unit, established, others)
        basis = self._basis(unit, len(own), sum(len(rows) for _, rows in others))
        says = self._says(basis, established, own, others)
        return Entry(place, established, basis, readings, kind, alarms, (), says)

    def _established(self, unit: Unit) -> tuple[Span, str]:
        page = self.scene.page
        held = [c for c in range(unit.start, unit.end) if page.form[c] or page.layout[c]]
        start = self.starts[held[0]] if held else self.starts[unit.start]
        end = start
        if held:
            end = self.starts[held[-1] + 1] - (0 if unit.trail else len(page.layout[held[-1]]))
        if unit.lead:
            before = unit.start - 1
            while before > 0 and not (page.form[before] or page.layout[before]):
                before -= 1
            start -= len(page.layout[before])
        span = Span(start, max(start, end))
        return span, self.text[span.start : span.end]

    def _groups(self, unit: Unit) -> dict[str, list[int]]:
        """What the speaking witnesses have, each text with its rows in order of siglum."""
        speaks = self._speaks(unit)
        written = self.scene.written
        stop = unit.end if unit.trail else max(unit.start, unit.end - 1)
        start = max(0, unit.start - 1) if unit.lead else unit.start
        keys = np.concatenate([written.whole[:, unit.start : unit.end], written.layout[:, start:stop]], axis=1)
        known: dict[bytes, str] = {}
        groups: dict[str, list[int]] = {}
        for row in self.order:
            if speaks[row]:
                key = keys[row].tobytes()
                if key not in known:
                    known[key] = self._text_of(row, unit)
                groups.setdefault(known[key], []).append(row)
        return groups

    def _speaks(self, unit: Unit) -> NDArray[np.bool_]:
        cells = self.scene.table.cells
        speaks: NDArray[np.bool_]
        if unit.start < unit.end:
            speaks = (cells[:, unit.start : unit.end] != SILENT).all(axis=1)
        else:
            speaks = cells[:, unit.start] >= 0
        if unit.lead:
            left = max(c for c in range(unit.start) if self.letters[c])
            speaks = speaks & (self.scene.written.layout[:, left] != NOTHING)
        return speaks & ~self._torn(unit)

    def _torn(self, unit: Unit) -> NDArray[np.bool_]:
        """Rows with foreign matter between two letters of the unit."""
        inside = slice(unit.start, unit.end)
        ends = (self.scene.table.cells[:, inside] >= 0) & (self.scene.written.layout[:, inside] == NOTHING)
        torn: NDArray[np.bool_] = ends.any(axis=1)
        for row in np.flatnonzero(torn):
            full = np.flatnonzero(self.scene.table.cells[row, inside] >= 0)
            torn[row] = bool(ends[row, full[:-1]].any())
        return torn

    def _text_of(self, row: int, unit: Unit) -> str:
        line = self.scene.lines[row]
        first, last = int(self.upto[row, unit.start]), int(self.upto[row, unit.end])
        text = line.layout(first - 1) if unit.lead and first else ""
        for letter in range(first, last):
            text += "" if line.letters[letter] == " " else line.form(letter)
            if letter + 1 < last or unit.trail:
                text += line.layout(letter)
        return text

    def _reading(self, unit: Unit, text: str, rows: Sequence[int]) -> Reading:
        sigla = tuple(self.sigla[row] for row in rows)
        return Reading(text, sigla, tuple(self._places(unit, np.asarray(rows, dtype=np.int64))))

    def _places(self, unit: Unit, rows: Rows) -> Iterator[Span]:
        """Where each row has its reading; the empty place where its letters would stand if it has none."""
        first, last = self.upto[rows, unit.start], self.upto[rows, unit.end]
        after = self.firsts[rows] + first
        behind = self.copy_ends[self.firsts[rows] + np.maximum(first - 1, 0)]
        starts = np.where(
            first < self.counts[rows], self.copy_starts[np.minimum(after, len(self.copy_starts) - 1)], behind
        )
        none = first == last
        ends = np.where(none, starts, self.copy_ends[self.firsts[rows] + np.maximum(last - 1, 0)])
        if unit.lead:
            starts = np.where((first > 0) & (behind < starts), behind, starts)
        if unit.trail:
            following = self.copy_starts[np.minimum(self.firsts[rows] + last, len(self.copy_starts) - 1)]
            ends = np.where((last < self.counts[rows]) & (following > ends), following, ends)
        for start, end in zip(starts.tolist(), ends.tolist(), strict=True):
            place = (start, max(start, end))
            if place not in self.spans:
                self.spans[place] = Span(*place)
            yield self.spans[place]

    def _usual_text(self, row: int, unit: Unit) -> str:
        codes = self.scene.table.codes[row, unit.start : unit.end].tolist()
        return "".join(self.scene.usual.get(code, chr(code)) for code in codes if code >= 0)

    def _kind(
        self, unit: Unit, established: str, others: Sequence[tuple[str, Sequence[int]]]
    ) -> tuple[EntryKind, tuple[Alarm, ...]]:
        if unit.sort == "layout":
            return "spacing", ()
        if unit.sort == "form":
            return self._form_kind(unit), ()
        before = "".join(self.letters[max(0, unit.start - 3 * NEAR) : unit.start])[-NEAR:]
        after = "".join(self.letters[unit.end : unit.end + 3 * NEAR])[:NEAR]
        ours = "".join(self.letters[unit.start : unit.end])
        if unit.sort == "ruling":
            ours = "".join(self.scene.usual.get(ord(letter), letter) for letter in fold(established).text)
        kinds: list[EntryKind] = []
        alarms: set[Alarm] = set()
        for text, rows in others:
            theirs = self._usual_text(rows[0], unit)
            if theirs == ours:
                kinds.append(self._form_kind(unit))
                continue
            kinds.append(kind_of(ours, theirs, before=before, after=after, chinese=self.scene.language == "zh"))
            if is_unreadable(theirs):
                continue
            alarms |= alarms_of(ours, theirs, before=before, after=after, language=self.scene.language)
            if names_differ(established, text):
                alarms.add("name")
        if "polarity" in alarms and "damage" in kinds:
            kinds = ["substantive"]
        return gravest(kinds), tuple(sorted(alarms, key=("polarity", "number", "date", "name").index))

    def _form_kind(self, unit: Unit) -> EntryKind:
        inside = slice(unit.start, unit.end)
        if (self.scene.written.whole[:, inside] != self.scene.written.bare[:, inside]).any():
            return "residue"
        if any(letter.isalnum() for letter in self.letters[inside]):
            return "orthographic"
        return "punctuation"

    def _basis(self, unit: Unit, own: int, other: int) -> Basis:
        if unit.sort == "ruling":
            return "judgement"
        columns = range(unit.start, unit.end)
        if unit.sort == "letters":
            found = {self.bases[column] for column in columns if column in self.bases}
        elif unit.sort == "form":
            found = {self.scene.setting.form_basis[c] for c in columns if c in self.scene.setting.form_basis}
        else:
            edge = range(max(0, unit.start - 1) if unit.lead else unit.start, unit.end)
            found = {self.scene.setting.layout_basis[c] for c in edge if c in self.scene.setting.layout_basis}
        for basis in ("undecided", "family", "typography"):
            if basis in found:
                return basis
        plain = own > other or unit.sort == "letters" or "majority" in found
        return "majority" if plain else "typography"

    def _says(
        self, basis: Basis, established: str, own: Sequence[int], others: Sequence[tuple[str, Sequence[int]]]
    ) -> str:
        if basis == "undecided":
            against = " and ".join(str(len(rows)) for _, rows in others)
            fuller = all(len(rows) == len(own) and len(text) < len(established) for text, rows in others)
            kept = (
                "what has more, as words are lost oftener than put in" if fuller else "what the better witnesses have"
            )
            return f"undecided: {len(own)} against {against}; kept is {kept}"
        if basis == "family" and self.kinship is not None:
            return self.kinship.says({row for _, rows in others for row in rows})
        return ""


def _word_numbers(letters: Sequence[str], *, chinese: bool) -> list[int]:
    """The number of the word that each column belongs to, -1 for a column left out."""
    text = "".join(letters)
    pieces = words(text) if chinese else tuple(_WORD.findall(text))
    owner = [number for number, piece in enumerate(pieces) for _ in piece]
    numbers, done = [], 0
    for letter in letters:
        numbers.append(owner[done] if letter else -1)
        done += len(letter)
    return numbers
