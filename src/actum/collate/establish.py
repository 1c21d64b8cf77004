"""Establish a text from its witnesses, with the apparatus.

Takes       bearers: witnesses with the stretches that bear the work; and a person's rulings.
Gives       an Edition: the text, an entry for every difference, and how far each witness agrees.
Method      fold, lay side by side (`columns`), choose the letters by families (`vote`), then their forms and layout
            (`typography`); put the rulings over both; gather what differs into units (`units`).
Leaves out  correcting what all witnesses have: a single witness is kept as it stands.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from actum.collate.apparatus import Scene, entries
from actum.collate.bearers import Bearer, Line, Ruling, lined
from actum.collate.columns import GAP, SILENT, Table, tabulate
from actum.collate.forms import forms, usual_forms
from actum.collate.rulings import Page, Ruled, ruled
from actum.collate.typography import Setter
from actum.collate.vote import Vote, ballot, vote
from actum.model.edition import Edition
from actum.text.fold import fold
from actum.text.span import Span

__all__ = ["Bearer", "Ruling", "establish"]


def establish(bearers: Sequence[Bearer], *, language: str, rulings: Sequence[Ruling] = ()) -> Edition:
    """The edition that the bearers support: the same in whatever order they come.

    The text has one paragraph a line, no blank lines and no indent; without bearers it is empty. `agreement` is, for
    each siglum in order, the share of the letters of the whole text that the witness has at their place once spelling
    and typography are folded: an excerpt agrees only as far as it reaches. Raises JudgementRefused where a ruling's
    words are not found exactly once.
    """
    lines = sorted((lined(bearer) for bearer in bearers), key=_content)
    if not lines:
        return Edition("", ())
    shown = [(line.bearer.begins, line.bearer.ends) for line in lines]
    table = tabulate([line.letters for line in lines], [line.heads or (0,) for line in lines], shown)
    usual = usual_forms(lines, plain=True)
    weights = [line.bearer.weight for line in lines]
    voted = vote(table, lines, usual, language=language)
    chosen = _chosen(table, voted)
    written = forms(lines, table)
    setting = Setter(lines, table, written, ballot(voted.verdict, weights, table.width), language).set(chosen)
    page = Page.of(chosen, setting)
    rulings_made = ruled(page, rulings)
    scene = Scene(lines, table, written, voted, chosen, setting, page, usual, language)
    agreement = _agreement(lines, table, chosen, page, rulings_made)
    return Edition(page.text(), entries(scene, rulings_made), agreement, _reach(lines, table, page))


def _content(line: Line) -> tuple[str, str, str]:
    return line.letters, line.plain, line.bearer.siglum


def _chosen(table: Table, voted: Vote) -> list[int]:
    """The letter of each column: what all who reach it have, or the choice made there."""
    chosen: list[int] = table.codes.max(axis=0).clip(min=GAP).tolist()
    for choice in voted.choices:
        chosen[choice.site.start : choice.site.end] = choice.site.letters[choice.chosen]
    return chosen


def _agreement(
    lines: Sequence[Line], table: Table, chosen: Sequence[int], page: Page, rulings: Sequence[Ruled]
) -> tuple[tuple[str, float], ...]:
    letters = np.array(chosen, dtype=np.int32)
    counted = letters != GAP
    for one in rulings:
        counted[one.start : one.end] = False
    same = ((table.codes == letters) & counted).sum(axis=1)
    total = int(counted.sum())
    for one in rulings:
        ruled_letters = fold("".join(page.form[one.start : one.end])).text
        own = [_letters_of(row[one.start : one.end].tolist()) == ruled_letters for row in table.codes]
        same = same + np.array(own) * len(ruled_letters)
        total += len(ruled_letters)
    shares = [(line.bearer.siglum, int(count) / max(1, total)) for line, count in zip(lines, same, strict=True)]
    return tuple(sorted(shares))


def _reach(lines: Sequence[Line], table: Table, page: Page) -> tuple[tuple[str, tuple[Span, ...]], ...]:
    """The stretches of the text that each witness reaches, by siglum."""
    starts = page.starts()
    found = []
    for line, row in zip(lines, table.codes, strict=True):
        edges = np.flatnonzero(np.diff(np.concatenate(([False], row != SILENT, [False])).astype(np.int8)))
        spans = [Span(starts[low], starts[high]) for low, high in edges.reshape(-1, 2).tolist()]
        found.append((line.bearer.siglum, tuple(span for span in spans if span)))
    return tuple(sorted(found))


def _letters_of(codes: Sequence[int]) -> str:
    return "".join(chr(code) for code in codes if code >= 0)
