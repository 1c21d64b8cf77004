"""Two works as one marked text.

Takes       two Sides with their alignment, and what a reader must know of each work.
Gives       a Redline: the later text in its order, with what the earlier had at the place where it stood.
Method      blocks → ties → those in order, and between two of them first what is gone, then what is new; within a tie
            the words are laid side by side. What is out of order stands twice: gone where it stood, arrived where it
            went. A paragraph end between two ties is shared where both texts have one.
Leaves out  moves of less than a sentence.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from operator import attrgetter

from actum.export.marked import UNTIED, Head, Label, Mark, Paragraph, Redline, Run, RunKind
from actum.export.phrases import END, Piece, Word, Wordings, pieces
from actum.export.places import Block, Tie, Ties, blocks
from actum.model.alignment import RELATIONS, Alignment, Change, Row, Side
from actum.text.span import Part, Span

UNNAMED = frozenset({"wording", "punctuation"})
"""Kinds of change that the marked words say themselves."""

MOVED = 0.6
"""Share of the lighter side that must stay for a sentence out of order to be shown as moved. By eye, 2026-11-26."""

Told = Run | Mark
"""A run, or the end of a paragraph by which text has it."""


def redline(alignment: Alignment, earlier: Side, later: Side, *, heads: tuple[Head, Head]) -> Redline:
    """The redline of two texts; for two empty texts one empty paragraph."""
    told = _Teller(alignment.rows, earlier, later).told()
    labels, told = _labelled(alignment.rows, told)
    headings = tuple([one.part.span for one in side.divisions if one.kind == "heading"] for side in (earlier, later))
    counted = Counter(row.relation for row in alignment.rows)
    return Redline(
        earlier=heads[0],
        later=heads[1],
        paragraphs=tuple(_paragraphs(told, headings)),
        labels=labels,
        counts=tuple((relation, counted[relation]) for relation in RELATIONS if counted[relation]),
    )


_EARLIER, _LATER = attrgetter("earlier"), attrgetter("later")


class _Teller:
    """Tells two texts as one."""

    def __init__(self, rows: Sequence[Row], earlier: Side, later: Side) -> None:
        self.rows = rows
        self.wordings = (Wordings(earlier.text, earlier.language), Wordings(later.text, later.language))
        self.texts = (earlier.text, later.text)
        self.complete = (earlier.complete, later.complete)
        self.blocks = (
            blocks(earlier.text, [row.earlier for row in rows]),
            blocks(later.text, [row.later for row in rows]),
        )
        made = Ties(*self.blocks)
        made.by_row(rows)
        made.by_words(*self.wordings)
        self.stay = made.in_order()
        staying = set(self.stay)
        moved = [tie for tie in sorted(made.found, key=lambda tie: tie.later) if tie not in staying]
        self.pieces = {tie: self._laid(tie) for tie in (*self.stay, *moved)}
        self.moves = {tie: n for n, tie in enumerate((tie for tie in moved if self._holds(tie)), 1)}
        self.gone = {tie.earlier.start: tie for tie in self.moves}
        self.come = {tie.later.start: tie for tie in self.moves}

    def told(self) -> list[Told]:
        """Everything in order."""
        found: list[Told] = []
        ours = theirs = 0
        for tie in self.stay:
            found += self._between(Span(ours, tie.earlier.start), Span(theirs, tie.later.start))
            found += self._kept(tie)
            ours, theirs = tie.earlier.end, tie.later.end
        found += self._between(Span(ours, len(self.blocks[0])), Span(theirs, len(self.blocks[1])))
        return found

    def _laid(self, tie: Tie) -> list[Piece]:
        sides = zip(self.wordings, self.blocks, (tie.earlier, tie.later), strict=True)
        ours, theirs = (
            wordings.of(Span(blocks[run.start].span.start, blocks[run.end - 1].span.end))
            for wordings, blocks, run in sides
        )
        return pieces(ours, theirs)

    def _holds(self, tie: Tie) -> bool:
        """Whether so much of a tie out of order stayed the same that it moved; else it is gone here and new there."""
        stays = sum(word.weight for piece in self.pieces[tie] if piece.kept for word in piece.earlier)
        sides = ([word for piece in self.pieces[tie] for word in side(piece)] for side in (_EARLIER, _LATER))
        return stays > 0 and stays >= MOVED * min(sum(word.weight for word in side) for side in sides)

    def _kept(self, tie: Tie) -> Iterator[Told]:
        for piece in self.pieces[tie]:
            if piece.kept:
                yield from self._both("kept", piece, tie)
            else:
                yield from self._one_sided("deleted", piece.earlier, 0, tie)
                yield from self._one_sided("inserted", piece.later, 1, tie)

    def _both(self, kind: RunKind, piece: Piece, tie: Tie) -> Iterator[Told]:
        for a, b in zip(piece.earlier, piece.later, strict=True):
            if a.key == END:
                yield "kept"
            else:
                run = Run(kind, b.span.of(self.texts[1]), a.span.of(self.texts[0]), a.span, b.span)
                yield self._of_row(run, tie.row)

    def _one_sided(self, kind: RunKind, words: Sequence[Word], side: int, tie: Tie) -> Iterator[Told]:
        mark: Mark = "inserted" if side else "deleted"
        ends = [n for n, word in enumerate(words) if word.key == END]
        for start, end in zip([-1, *ends], [*ends, len(words)], strict=True):
            if line := words[start + 1 : end]:
                span = Span(line[0].span.start, line[-1].span.end)
                yield self._of_row(self._run(kind, span, side), tie.row)
            if end < len(words) and kind != "echo":
                yield mark

    def _run(self, kind: RunKind, span: Span, side: int) -> Run:
        text = span.of(self.texts[side])
        return Run(kind, text, "" if side else text, None if side else span, span if side else None)

    def _of_row(self, run: Run, number: int | None, *, apart: bool = False) -> Run:
        if number is None:
            return run
        row = self.rows[number]
        if row.earlier and row.later:
            return replace(run, relation=row.relation, row=number, apart=apart)
        return replace(run, relation=row.relation)

    def _between(self, ours: Span, theirs: Span) -> Iterator[Told]:
        """What stands between two ties: the rest of the paragraph, its end, what is gone, then what is new."""
        gone, new = list(self._gone(ours)), list(self._new(theirs))
        inside = not (self._begins(0, ours.start) and self._begins(1, theirs.start))
        if inside and "deleted" in gone and "inserted" in new:
            a, b = gone.index("deleted"), new.index("inserted")
            yield from (*gone[:a], *new[:b], "kept")
            gone, new = gone[a + 1 :], new[b + 1 :]
        last = len(gone) - gone[::-1].index("deleted") if "deleted" in gone else 0
        first = len(new) - new[::-1].index("inserted") if "inserted" in new else 0
        yield from (*gone[:last], *new[:first], *gone[last:], *new[first:])

    def _begins(self, side: int, number: int) -> bool:
        """Whether a block begins a paragraph."""
        return number == 0 or self.blocks[side][number - 1].kind == "end"

    def _gone(self, run: Span) -> Iterator[Told]:
        number = run.start
        while number < run.end:
            if tie := self.gone.get(number):
                yield from self._left(tie)
                number = tie.earlier.end
                continue
            yield from self._alone(self.blocks[0][number], 0)
            number += 1

    def _new(self, run: Span) -> Iterator[Told]:
        number = run.start
        while number < run.end:
            if tie := self.come.get(number):
                yield from self._arrived(tie)
                number = tie.later.end
                continue
            yield from self._alone(self.blocks[1][number], 1)
            number += 1

    def _alone(self, block: Block, side: int) -> Iterator[Told]:
        mark: Mark = "inserted" if side else "deleted"
        start = block.span.start
        for n, line in enumerate(block.span.of(self.texts[side]).split(END)):
            if n:
                yield mark
            if line:
                run = self._of_row(self._run(mark, Span(start, start + len(line)), side), block.row, apart=True)
                yield replace(run, open=self._is_open(run, side))
            start += len(line) + 1

    def _is_open(self, run: Run, side: int) -> bool:
        """Whether the other text may have had the words of a run where it is cut, in a sentence that is lost."""
        lost = not self.complete[1 - side] and (run.relation is None or run.relation in UNTIED)
        return run.relation == "unknown" or (lost and any(map(str.isalnum, run.text)))

    def _left(self, tie: Tie) -> Iterator[Told]:
        """A moved sentence where it stood: the words that went, and those that are gone for good."""
        for piece in self.pieces[tie]:
            kind: RunKind = "moved_from" if piece.kept else "deleted"
            yield from (_moved(one, self.moves[tie]) for one in self._one_sided(kind, piece.earlier, 0, tie))

    def _arrived(self, tie: Tie) -> Iterator[Told]:
        """A moved sentence where it went: the words that came, those it lost (to be read only), those it gained."""
        for piece in self.pieces[tie]:
            if piece.kept:
                told = self._one_sided("moved_to", piece.later, 1, tie)
            else:
                lost = self._one_sided("echo", piece.earlier, 0, tie)
                told = iter([*lost, *self._one_sided("inserted", piece.later, 1, tie)])
            yield from (_moved(one, self.moves[tie]) for one in told)


def _moved(told: Told, number: int) -> Told:
    return replace(told, move=number) if isinstance(told, Run) else told


def _labelled(rows: Sequence[Row], told: Sequence[Told]) -> tuple[tuple[Label, ...], list[Told]]:
    """The changes that have a name, in order of the redline, each numbered and tied to the run where its words end.

    What is said twice of the same run is one label.
    """
    at: dict[int, list[Change]] = {}
    sides = (_Side(told, _EARLIER), _Side(told, _LATER))
    for row in rows:
        for change in row.changes:
            if change.kind not in UNNAMED:
                at.setdefault(_where(change, *sides), []).append(change)
    labels: list[Label] = []
    marked: list[Told] = []
    for n, one in enumerate(told):
        here = dict.fromkeys(_label(0, change) for change in sorted(at.get(n, ()), key=_start))
        numbers = range(len(labels) + 1, len(labels) + 1 + len(here))
        labels += [replace(label, number=number) for number, label in zip(numbers, here, strict=True)]
        marked.append(replace(one, labels=tuple(numbers)) if isinstance(one, Run) and numbers else one)
    return tuple(labels), marked


def _start(change: Change) -> int:
    part = change.later or change.earlier
    return part.start if part else 0


class _Side:
    """The runs of one text by place; they stand in its order."""

    def __init__(self, told: Sequence[Told], side: attrgetter[Span | None]) -> None:
        runs = [(n, one, span) for n, one in enumerate(told) if isinstance(one, Run) and (span := side(one))]
        self.runs = [(n, run) for n, run, _ in runs if run.kind != "echo"]
        self.starts = [span.start for _, run, span in runs if run.kind != "echo"]
        self.ends = [span.end for _, run, span in runs if run.kind != "echo"]

    def of(self, part: Part | None) -> tuple[int, int]:
        """The numbers of the last changed and of the last kept run with characters of a part; -1 for none."""
        if part is None:
            return -1, -1
        here = self.runs[bisect_right(self.ends, part.start) : bisect_left(self.starts, part.end)]
        changed = max((n for n, run in here if run.kind in {"inserted", "deleted"}), default=-1)
        return changed, max((n for n, run in here if run.kind not in {"inserted", "deleted"}), default=-1)


def _where(change: Change, earlier: _Side, later: _Side) -> int:
    """The last run with words of a change: of the later text where it can be, and there rather a changed one."""
    found = (*later.of(change.later), *earlier.of(change.earlier))
    return next((n for n in found if n >= 0), -1)


def _label(number: int, change: Change) -> Label:
    earlier, later = (part.text.replace("\n", "") if part else "" for part in (change.earlier, change.later))
    return Label(number, change.kind, earlier, later, change.earlier_is, change.later_is)


def _paragraphs(told: Iterable[Told], headings: Sequence[Sequence[Span]]) -> Iterator[Paragraph]:
    number, runs = 1, list[Run]()
    for one in told:
        if isinstance(one, Run):
            runs.append(one)
            continue
        yield Paragraph(number, tuple(_joined(runs)), one, _is_heading(runs, headings))
        number, runs = number + 1, []
    yield Paragraph(number, tuple(_joined(runs)), "kept", _is_heading(runs, headings))


def _is_heading(runs: Sequence[Run], headings: Sequence[Sequence[Span]]) -> bool:
    """Whether a paragraph holds a heading of the later text, or only of the earlier one and nothing of the later."""
    side, places = (_LATER, headings[1]) if any(run.later for run in runs) else (_EARLIER, headings[0])
    spans = [span for run in runs if (span := side(run))]
    return any(span.overlaps(one) for span in spans for one in places)


def _joined(runs: Iterable[Run]) -> Iterator[Run]:
    """Neighbours that fared alike as one run; a label ends one."""
    last: Run | None = None
    for run in runs:
        if last and not last.labels and _fared(last) == _fared(run):
            last = replace(
                run, text=last.text + run.text, was=last.was + run.was,
                earlier=_both(last.earlier, run.earlier), later=_both(last.later, run.later),
            )  # fmt: skip
            continue
        if last:
            yield last
        last = run
    if last:
        yield last


def _fared(run: Run) -> tuple[object, ...]:
    """What must be the same of two runs that are told as one."""
    spelled = run.kind != "kept" or run.text == run.was
    return run.kind, run.relation, run.row, run.apart, run.open, run.move, spelled


def _both(first: Span | None, second: Span | None) -> Span | None:
    return Span(first.start, second.end) if first and second else first or second
