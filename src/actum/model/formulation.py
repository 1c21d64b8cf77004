"""A recurrent wording (提法) with its trail, and a series of texts in order of date."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

from actum.model.alignment import Side
from actum.text.span import Part

TrailStanding = Literal["same", "variant", "negated", "silent", "unknown"]
TRAIL_STANDINGS: tuple[TrailStanding, ...] = get_args(TrailStanding)
CellState = Literal["first", "new", "kept", "changed", "back", "gone", "absent", "unknown"]
CELL_STATES: tuple[CellState, ...] = get_args(CellState)


@dataclass(frozen=True, slots=True)
class DatedText:
    """A work among others: its id, title and date (EDTF, empty where unknown), and its text as it was read."""

    work: str
    title: str
    date: str
    side: Side


@dataclass(frozen=True, slots=True)
class Appearance:
    """A wording in one place of one work.

    `part` and `sentence` count in the work's established text. `act` are those of the positions whose matter holds the
    part; `holder` theirs, or where no matter holds it, those of the sentence; both sorted, empty where there is none.
    `quoted`: it is set off by quotation marks.
    """

    work: str
    date: str
    part: Part
    sentence: Part
    holder: tuple[str, ...]
    act: tuple[str, ...]
    quoted: bool


@dataclass(frozen=True, slots=True)
class Difference:
    """What stands in the asked wording and what stands in the found one instead; a side may be empty."""

    asked: str
    found: str


@dataclass(frozen=True, slots=True)
class Variant:
    """A wording near to a formulation's own: as first written, how alike (0 to 1), and where it stands.

    `negated`: one of the two denies what the other does not, or the stances right before the two are opposite.
    """

    wording: str
    likeness: float
    negated: bool
    differences: tuple[Difference, ...]
    trail: tuple[Appearance, ...]


@dataclass(frozen=True, slots=True)
class Telling:
    """What makes a wording telling, side by side; `score` gives the order and nothing else.

    `words` counts those that carry meaning; `here` and `everyday` say how rare these are among the sentences of these
    texts and in the language at large (bits, the mean of the words; `everyday` is 0 where no count is known); `works`
    and `years` how far it went; `held` the share of its appearances toward which somebody takes a stance, `quoted` the
    share that is set off by quotation marks, `anew` the share in sentences of their own, not copied with a sentence.
    """

    score: float
    words: int
    here: float
    everyday: float
    works: int
    years: int
    held: float
    quoted: float
    anew: float


@dataclass(frozen=True, slots=True)
class Formulation:
    """A recurrent wording: as it was first written, its trail in order of date, and its variants.

    `holder` are all who hold it anywhere, sorted. Negated variants count neither in `telling` nor in `holder`.
    """

    wording: str
    language: str
    telling: Telling
    holder: tuple[str, ...]
    trail: tuple[Appearance, ...]
    variants: tuple[Variant, ...]


@dataclass(frozen=True, slots=True)
class Sighting:
    """What one work has of an asked wording: one place of it, or nothing.

    `silent` is said only of a complete text between the first and the last that has it. `unknown`: such a text is cut,
    or the appearance is too faint to be a variant and too like the wording to speak of silence.
    """

    work: str
    title: str
    date: str
    standing: TrailStanding
    likeness: float
    appearance: Appearance | None
    differences: tuple[Difference, ...]


@dataclass(frozen=True, slots=True)
class Cell:
    """What became of a provision in one work: its state there, and the sentences that carry it (none: not there).

    `first`: in the first work of the series; `back`: again, after it was gone. `unknown` with
    sentences: whether it is new cannot be known, for the text before is cut; without: this text is cut.
    """

    work: str
    date: str
    state: CellState
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Provision:
    """One provision through a series of works: a cell for each, in order of the series."""

    cells: tuple[Cell, ...]
