"""Put a person's rulings over what was computed.

Takes       the page as set, column by column, and rulings anchored by the words around them.
Gives       the page with the rulings in place, and the columns that each one covers.
Method      before, quote and after are sought together in the folded text; exactly one place, or refusal.
Leaves out  moving a ruling to a place like the one it names: never.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from actum.collate.bearers import Ruling
from actum.collate.columns import GAP
from actum.collate.typography import Setting
from actum.errors import JudgementRefused
from actum.text.fold import fold
from actum.text.span import Span


@dataclass(frozen=True, slots=True)
class Ruled:
    """Columns `start` to `end` are ruled; `overrules` says that the ruling's letters are not those chosen."""

    start: int
    end: int
    overrules: bool


@dataclass(frozen=True, slots=True, eq=False)
class Page:
    """What stands in each column, form and layout apart; the text is all of it in order."""

    form: list[str]
    layout: list[str]

    @classmethod
    def of(cls, chosen: Sequence[int], setting: Setting) -> Page:
        """The page of a setting; the layout of a space letter stands for the letter."""
        layout = list(setting.layout)
        for column in range(len(layout) - 1, -1, -1):
            if chosen[column] != GAP:
                layout[column] = ""
                break
        return cls(list(setting.form), layout)

    def text(self) -> str:
        """The whole text."""
        return "".join(a + b for a, b in zip(self.form, self.layout, strict=True))

    def starts(self) -> list[int]:
        """Where each column begins in the text, and at last where it ends."""
        starts = [0]
        for a, b in zip(self.form, self.layout, strict=True):
            starts.append(starts[-1] + len(a) + len(b))
        return starts


def ruled(page: Page, rulings: Sequence[Ruling]) -> list[Ruled]:
    """Change the page by each ruling in turn; raises JudgementRefused where its place is not exactly one."""
    return [_rule(page, ruling) for ruling in rulings]


def _rule(page: Page, ruling: Ruling) -> Ruled:
    text = page.text()
    span = _place(text, ruling)
    starts = page.starts()
    inside = [c for c in range(len(page.form)) if starts[c] < span.end and starts[c] + len(page.form[c]) > span.start]
    if not inside:
        return _insert(page, starts, span.start, ruling.reading)
    first, last = inside[0], inside[-1]
    overrules = fold(text[span.start : span.end]).text != fold(ruling.reading).text
    head = text[starts[first] : span.start]
    tail = text[span.end : starts[last] + len(page.form[last])]
    page.form[last] = tail
    page.form[first] = head + ruling.reading + (tail if first == last else "")
    for column in range(max(0, first - 1), last + 1):
        _cut_layout(page, column, starts, span)
    for column in range(first + 1, last):
        page.form[column] = ""
    return Ruled(first, last + 1, overrules=overrules)


def _cut_layout(page: Page, column: int, starts: Sequence[int], span: Span) -> None:
    """Take the ruled characters out of a column's layout: a quote may hold the spaces around a word."""
    at = starts[column + 1] - len(page.layout[column])
    kept = [char for place, char in enumerate(page.layout[column], at) if not span.start <= place < span.end]
    page.layout[column] = "".join(kept)


def _insert(page: Page, starts: Sequence[int], place: int, reading: str) -> Ruled:
    """Put a reading where the text has nothing: in columns left out there, or else behind the letter before."""
    before = max((c for c in range(len(page.form)) if page.form[c] and starts[c] < place), default=0)
    after = next((c for c in range(before + 1, len(page.form)) if page.form[c] or page.layout[c]), len(page.form))
    if after > before + 1:
        page.form[before + 1] = reading
        return Ruled(before + 1, after, overrules=True)
    page.form[before] += reading
    return Ruled(before, before + 1, overrules=True)


def _place(text: str, ruling: Ruling) -> Span:
    """Where the quote stands in the text between its words before and after."""
    anchor = ruling.before + ruling.quote + ruling.after
    if text.count(anchor) == 1:  # to the letter, spaces included
        start = text.index(anchor) + len(ruling.before)
        return Span(start, start + len(ruling.quote))
    sought, folded = fold(anchor), fold(text)
    found = folded.text.find(sought.text) if sought.text else -1
    if found < 0 or folded.text.find(sought.text, found + 1) >= 0:
        many = "nowhere" if found < 0 else "more than once"
        raise JudgementRefused(
            f"the words {anchor!r} stand {many} in the established text. Quote more of what stands before and after "
            "the place, as the text has it now."
        )
    start = len(ruling.before)
    quote = sought.offsets.forward(Span(start, start + len(ruling.quote)))
    if quote is not None:
        return folded.offsets.back(quote.shifted(found))
    before = sought.offsets.forward(Span(0, start))
    return folded.offsets.back(Span(found + (before.end if before else 0), found + (before.end if before else 0)))
