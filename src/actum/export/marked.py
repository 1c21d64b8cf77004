"""A redline before it has a form: paragraphs of runs, each kept, inserted, deleted or moved.

Takes       nothing: the nouns that `redline` makes and every form of it prints.
Gives       Redline, Head, Paragraph, Run, Label.
Leaves out  fonts, colours, files.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

from actum.model.alignment import ChangeKind, Relation
from actum.text.span import Span

RunKind = Literal["kept", "inserted", "deleted", "moved_from", "moved_to", "echo"]
RUN_KINDS: tuple[RunKind, ...] = get_args(RunKind)
Mark = Literal["kept", "inserted", "deleted"]


@dataclass(frozen=True, slots=True)
class Run:
    """Characters that fared alike; `earlier` and `later` are their places in the two texts, None where they have none.

    `text` is what the later text has where both have it, and `was` how the earlier text spells the same. An `echo` is
    a word that a moved sentence lost, shown again where the sentence went: for reading only, it belongs to neither
    text. `move` numbers the two ends of one move; `labels` are the labelled changes whose words end here; `relation`
    is what became of the sentence, None between sentences; `row` is the row of the alignment that lays it beside the
    other text, None where there is none; a sentence is `apart` that is told for itself although it has such a row.
    `open` says that the other text is cut, so that nobody knows whether it had this.
    """

    kind: RunKind
    text: str
    was: str
    earlier: Span | None
    later: Span | None
    relation: Relation | None = None
    row: int | None = None
    apart: bool = False
    open: bool = False
    move: int | None = None
    labels: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Runs up to the end of a paragraph; `mark` says which text has that end. `number` counts from 1."""

    number: int
    runs: tuple[Run, ...]
    mark: Mark
    heading: bool = False


@dataclass(frozen=True, slots=True)
class Label:
    """A change that has a name: which words stood there and stand there, and what they are (`oppose/1`, `veiled`)."""

    number: int
    kind: ChangeKind
    earlier: str
    later: str
    earlier_is: str = ""
    later_is: str = ""


@dataclass(frozen=True, slots=True)
class Head:
    """What a reader must know of a work to read its redline."""

    work: str
    title: str
    date: str
    language: str
    complete: bool


@dataclass(frozen=True, slots=True)
class Redline:
    """Two works as one marked text, in the order of the later one.

    Kept, inserted and moved-to runs are the later text; kept, deleted and moved-from runs the earlier. `counts` are
    the numbers of sentences by what became of them, in the order of RELATIONS.
    """

    earlier: Head
    later: Head
    paragraphs: tuple[Paragraph, ...]
    labels: tuple[Label, ...]
    counts: tuple[tuple[Relation, int], ...]


def parted(paragraph: Paragraph) -> list[tuple[Run, ...]]:
    """The runs of a paragraph as they are set: what the earlier text has first and then the later is set apart.

    Where both texts end with paragraphs of their own, these share their end; they are still two paragraphs to read.
    """
    runs = paragraph.runs
    gone = next((n for n, run in enumerate(runs) if run.kind not in _GONE), len(runs))
    if gone in {0, len(runs)} or any(run.kind not in _COME for run in runs[gone:]):
        return [runs]
    if runs[gone - 1].relation == runs[gone].relation and runs[gone].relation not in UNTIED:
        return [runs]  # one sentence that was replaced
    return [runs[:gone], runs[gone:]]


UNTIED: frozenset[Relation | None] = frozenset({"related", "added", "dropped", "unknown"})
"""Relations of a sentence that is told for itself, not word by word beside another."""

_GONE = frozenset({"deleted", "moved_from"})
_COME = frozenset({"inserted", "moved_to", "echo"})
IN_LATER = frozenset({"kept", "inserted", "moved_to"})
IN_EARLIER = frozenset({"kept", "deleted", "moved_from"})


def accepted(redline: Redline) -> str:
    """The later text, character for character."""
    pieces: list[str] = []
    for paragraph in redline.paragraphs:
        pieces += [run.text for run in paragraph.runs if run.kind in IN_LATER]
        pieces.append("\n" if paragraph.mark != "deleted" else "")
    return "".join(pieces).removesuffix("\n")


def rejected(redline: Redline) -> str:
    """The earlier text, character for character, in its own spelling."""
    pieces: list[str] = []
    for paragraph in redline.paragraphs:
        pieces += [run.was for run in paragraph.runs if run.kind in IN_EARLIER]
        pieces.append("\n" if paragraph.mark != "inserted" else "")
    return "".join(pieces).removesuffix("\n")
