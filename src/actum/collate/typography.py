"""Choose how each letter of the text is written, and the spaces and line ends between.

Takes       the letters chosen, and how the witnesses write them.
Gives       a Setting: for each column the form and the layout behind it, and the rule for each.
Method      residue goes where any witness is without it; the script is the one most write in; of several forms of a
            mark the language's own (`language/LANG/typography.toml`), even where one witness alone has it; then the
            most, weighed by families as the letters are.
Leaves out  a mark that no witness writes in the language's own form, in a text where none does: it stays.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from actum.collate.bearers import Line
from actum.collate.columns import GAP, SILENT, Cells, Table
from actum.collate.forms import NOTHING, Forms, usual_forms
from actum.language.data import table as language_table
from actum.model.apparatus import Basis
from actum.text.fold import fold
from actum.text.script import is_simplified, is_traditional, traditional_share

Mask = NDArray[np.bool_]
Ballot = Callable[[Cells, Sequence[float]], tuple[int, bool]]
"""From the state of each witness (negative: unheard) and a bias for each state, the state chosen and whether it was
sure."""

TIE = 0.7
"""Bias, in nats, that settles only what the witnesses leave even."""

ALIKE = 0.8
"""Share of the marks that stand in the language's own form from which the others follow."""

_LATIN = re.compile(r"[0-9A-Za-z\u0400-\u04ff]")


@dataclass(frozen=True, slots=True, eq=False)
class Setting:
    """`form[c]` and `layout[c]` are what stands in column c; empty where its letter was not chosen.

    `form_basis` and `layout_basis` give the rule where it is not plain agreement.
    """

    form: list[str]
    layout: list[str]
    form_basis: Mapping[int, Basis]
    layout_basis: Mapping[int, Basis]


@dataclass(frozen=True, slots=True)
class Taste:
    """What a language prefers. `own` gives for a folded mark its one preferred form, if it is one character.

    `close` says that spaces beside a Chinese character are artefacts; `ends` matches where a paragraph may end.
    """

    preferred: frozenset[str]
    traditional: frozenset[str]
    own: Mapping[int, str]
    close: bool
    ends: re.Pattern[str]

    @classmethod
    def of(cls, language: str) -> Taste:
        """Of a language's data file; nothing is preferred without one."""
        data = language_table(language, "typography")
        preferred = frozenset(data.get("preferred", ()))
        forms: dict[str, list[str]] = defaultdict(list)
        for form in sorted(preferred):
            forms[fold(form).text].append(form)
        own = {ord(mark): found[0] for mark, found in forms.items() if len(found) == len(found[0]) == 1}
        traditional = frozenset(data.get("preferred_traditional", ()))
        ends, closers = re.escape(data.get("ends", ".")), re.escape(data.get("closers", ""))
        ended = re.compile(f"[{ends}][{closers}]*$" if closers else f"[{ends}]$")
        return cls(preferred, traditional, own, bool(data.get("close", False)), ended)


def _plain(written: Forms) -> list[int]:
    """For each column the form that all who have a letter there write, without residue; 0 where they do not."""
    top = written.whole.max(axis=0, initial=NOTHING)
    low = np.where(written.whole == NOTHING, top, written.whole).min(axis=0)
    clean = (written.whole == written.bare).all(axis=0)
    plain: list[int] = np.where((top == low) & clean, top, 0).tolist()
    return plain


class Setter:
    """Sets the chosen letters of one table."""

    def __init__(self, lines: Sequence[Line], table: Table, written: Forms, ballot: Ballot, language: str) -> None:
        self.table, self.written, self.ballot = table, written, ballot
        self.taste = Taste.of(language)
        self.traditional, self.fitting = self._script(lines)
        self.usual = usual_forms([line for line, fits in zip(lines, self.fitting, strict=True) if fits], plain=False)
        self.lone = len(lines) == 1
        self.plain = _plain(written)

    def _script(self, lines: Sequence[Line]) -> tuple[bool, Mask]:
        """Whether the text is set in traditional characters, and which lines are written in its script."""
        shares = [traditional_share(line.plain) for line in lines]
        states = np.array([-1 if share is None else int(share > 0.5) for share in shares], dtype=np.int32)
        winner = self.ballot(states, (TIE, 0.0))[0] if (states >= 0).any() else 0
        return winner == 1, (states == winner) | (states < 0)

    def set(self, chosen: Sequence[int]) -> Setting:
        """The setting of the chosen letters: their code points, GAP for a column left out."""
        width = len(chosen)
        setting = Setting([""] * width, [""] * width, {}, {})
        shown = [column for column in range(width) if chosen[column] != GAP]
        form_basis: dict[int, Basis] = {}
        layout_basis: dict[int, Basis] = {}
        for place, column in enumerate(shown):
            before = chr(chosen[shown[place - 1]]) if place else ""
            after = chr(chosen[shown[place + 1]]) if place + 1 < len(shown) else ""
            bearers = self.table.codes[:, column] == chosen[column]
            form, basis = self._form(column, bearers, before + after)
            setting.form[column] = form
            if basis:
                form_basis[column] = basis
            if after:
                ends = bool(self.taste.ends.search("".join(setting.form[max(0, column - 3) : column + 1])))
                layout, basis = self._layout(column, bearers, ends=ends, around=chr(chosen[column]) + after)
                setting.layout[column] = layout
                if basis:
                    layout_basis[column] = basis
        self._follow(setting, shown, chosen, form_basis)
        return Setting(setting.form, setting.layout, form_basis, layout_basis)

    def _form(self, column: int, bearers: Mask, around: str) -> tuple[str, Basis | None]:
        letter = int(self.table.codes[np.argmax(bearers), column])
        if letter == ord(" "):
            return "", None
        if self.plain[column]:
            return self._in_script(self.written.names.text(self.plain[column]), letter, bearers), None
        whole, bare = self.written.whole[:, column], self.written.bare[:, column]
        clean = bearers & (whole == bare)
        states = np.where(bearers, bare if clean.any() else whole, NOTHING)
        if len(np.unique(states[bearers])) == 1:
            form = self._in_script(self.written.names.text(int(states.max())), letter, bearers)
            return form, None if clean.any() == bearers.any() else "typography"
        kept = self._liked(states, around)
        winner, sure = (kept[0], True) if len(kept) == 1 else self._elected(states, kept, [0.0] * len(kept))
        form = self._in_script(self.written.names.text(winner), letter, bearers)
        why = self._why(states, winner)
        if why != "majority" and len(kept) == len(np.unique(states[bearers])):
            why = "family"
        return form, why if sure else "undecided"

    def _why(self, states: Cells, winner: int) -> Basis:
        heard = states[states != NOTHING]
        return "majority" if 2 * int((heard == winner).sum()) > len(heard) else "typography"

    def _in_script(self, form: str, letter: int, bearers: Mask) -> str:
        """The form; where only copies in another script bear the letter, its usual form in the script of the text."""
        if self.lone or len(form) != 1 or not form.isalpha() or (bearers & self.fitting).any():
            return form
        return self.usual.get(letter, form)

    def _liked(self, states: Cells, around: str) -> list[int]:
        """The options that the script and the language like best; all where neither cares."""
        options: list[int] = np.unique(states[states != NOTHING]).tolist()
        texts = {option: self.written.names.text(option) for option in options}
        if all(len(text) == 1 and text.isalpha() for text in texts.values()):
            own: list[int] = np.unique(states[self.fitting & (states != NOTHING)]).tolist()
            other = is_simplified if self.traditional else is_traditional
            return [option for option in own if not other(texts[option])] or own or options
        if around and all(_LATIN.match(letter) for letter in around):
            return options
        taste = self.taste.preferred | (self.taste.traditional if self.traditional else frozenset())
        return [option for option in options if texts[option] in taste] or options

    def _elected(self, states: Cells, options: Sequence[int], bias: Sequence[float]) -> tuple[int, bool]:
        numbered = np.full(len(states), -1, dtype=np.int32)
        for number, option in enumerate(options):
            numbered[states == option] = number
        winner, sure = self.ballot(numbered, bias)
        return options[winner], sure

    def _layout(self, column: int, bearers: Mask, *, ends: bool, around: str) -> tuple[str, Basis | None]:
        space = around[0] == " "
        states = np.where(bearers, self.written.layout[:, column], NOTHING)
        options = sorted(set(states[states != NOTHING].tolist()))
        if not options:
            return (" " if space else ""), None
        texts = {option: self.written.names.text(option) for option in options}
        if len(options) == 1:
            return texts[options[0]], None
        blank = [option for option, text in texts.items() if text and not text.strip(" \t\xa0")]
        dropped = self.taste.close and not space and "" in texts.values() and not all(map(_LATIN.match, around))
        kept = [option for option in options if not (dropped and option in blank)]
        ended = [(TIE if ends else -TIE) if texts[option] == "\n" else 0.0 for option in kept]
        winner, sure = self._elected(states, kept, ended)
        why = self._why(states, winner)
        if why != "majority" and not (dropped and blank):
            why = "family"
        return texts[winner], why if sure else "undecided"

    def _follow(self, setting: Setting, shown: Sequence[int], chosen: Sequence[int], basis: dict[int, Basis]) -> None:
        """Where nearly all marks stand in the language's own form, the few that no witness writes so follow them.

        But not a mark that every witness has: there nothing was lost with the copy that would have it in full width.
        """
        marks = [column for column in shown if chosen[column] in self.taste.own]
        other = [column for column in marks if setting.form[column] not in self.taste.preferred]
        if self.lone or len(marks) - len(other) < ALIKE * len(marks):
            return
        places = {column: place for place, column in enumerate(shown)}
        for column in other:
            place = places[column]
            around = "".join(chr(chosen[c]) for c in (*shown[max(0, place - 1) : place], *shown[place + 1 : place + 2]))
            numbering = setting.form[column] == "." and _LATIN.match(around)
            lost = (self.table.codes[:, column] != chosen[column]) & (self.table.codes[:, column] != SILENT)
            if lost.any() and len(setting.form[column]) == 1 and not numbering and not all(map(_LATIN.match, around)):
                setting.form[column] = self.taste.own[chosen[column]]
                basis[column] = "typography"
