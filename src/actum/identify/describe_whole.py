"""Whether a text is whole, and how that is known.

Takes       the lines of a text, whether it has a title, and the lines beside it in its copies.
Gives       one sentence that says why it is incomplete; empty where nothing says so.
Method      a text is whole where a title shows its beginning, and a closing line, the last words of a resolution or a
            credit behind it its end; a day under the title shows none. Against it speak marks of a cut, a beginning or
            an end in mid-sentence, numbered headings that skip.
Leaves out  sentences lost in the middle without a trace.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from actum.identify.describe_cues import asked, found
from actum.identify.frame_cues import whole
from actum.identify.frame_kinds import kind_of
from actum.identify.frame_lines import Line

_MID_SENTENCE = re.compile(r"[,.;:!?)、的了]|[a-zа-яё]")
_DIGITS = "零一二三四五六七八九"
_ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}


def why_incomplete(
    lines: Sequence[Line], beside: Sequence[Line], *, language: str, titled: bool, followed: bool = False
) -> str:
    """The first reason found, as a sentence without a full stop.

    `followed`: in a copy that has its end a credit stands right behind the text.
    """
    closed = _closes(lines)
    ended = closed or followed or any(found(language, "whole.last", lines[-1]))
    reasons = (
        _marked(lines, language),
        _cut_beside(beside, titled=titled, closed=closed),
        _begins(lines, titled=titled),
        "" if closed else _ends(lines),
        _skips(lines, language),
        _unshown(titled=titled, ended=ended),
    )
    return next((reason for reason in reasons if reason), "")


def _closes(lines: Sequence[Line]) -> bool:
    """Whether a closing line stands behind some prose: the day under a title closes nothing."""
    kinds = [kind_of(line) for line in lines]
    prose = (at for at, line in enumerate(lines) if kinds[at] == "prose" and (line.long or line.ended))
    first = next(prose, len(lines))
    return "closing" in kinds[first:]


def _unshown(*, titled: bool, ended: bool) -> str:
    """That a text is whole must be shown: one cut between two paragraphs looks like any other."""
    if not titled and not ended:
        return "it has neither a title nor a closing line"
    if not titled:
        return "no title shows that it begins here"
    return "" if ended else "no closing line shows that it ends here"


def _marked(lines: Sequence[Line], language: str) -> str:
    for line in lines:
        for match in found(language, "whole.excerpt", line):
            if not line.long or match.start() == 0 or match.end() == len(line.fold):
                return f"a mark says so: {match[0]}"
        if whole("cut.ends", line.fold) or whole("cut.begins", line.fold):
            return f"a mark says so: {line.raw}"
    return ""


def _cut_beside(beside: Sequence[Line], *, titled: bool, closed: bool) -> str:
    """A jump line beside the text counts where the text lacks what it would lead to."""
    for line in beside:
        if whole("cut.ends", line.fold) and not closed:
            return f"it goes on elsewhere: {line.raw}"
        if whole("cut.begins", line.fold) and not titled:
            return f"it begins elsewhere: {line.raw}"
    return ""


def _begins(lines: Sequence[Line], *, titled: bool) -> str:
    first = lines[0].raw.lstrip()
    return "it begins in mid-sentence" if not titled and _MID_SENTENCE.match(first) else ""


def _ends(lines: Sequence[Line]) -> str:
    """A last line of prose that ends as no sentence does; names under a text are no prose."""
    prose = [line for line in lines if kind_of(line) == "prose"]
    last = prose[-1] if prose else lines[-1]
    if last.long and not last.ended:
        return "its last paragraph ends in mid-sentence"
    if last.fold.endswith((",", "、", ":", ";")):
        return "its last paragraph leads on to something that is missing"
    return ""


def _skips(lines: Sequence[Line], language: str) -> str:
    """Numbered headings that leave one out, or begin beyond the first."""
    for kind in range(len(asked(language, "whole.heading"))):
        before = 0
        for shown, number in _headings(lines, language, kind):
            if number > before + 1:
                return f"heading {shown} follows {before or 'no heading'}"
            before = number
    return ""


def _headings(lines: Sequence[Line], language: str, kind: int) -> Iterator[tuple[str, int]]:
    pattern = asked(language, "whole.heading")[kind]
    for line in lines:
        match = pattern.match(line.fold)
        if match and (number := number_of(match["v"])):
            yield match["v"], number


def number_of(written: str) -> int:
    """A heading's number: digits, Chinese, Roman; 0 where it is none of these."""
    if written.isdigit() and written.isascii():
        return int(written)
    if all(char in _ROMAN for char in written):
        values = [_ROMAN[char] for char in written]
        return sum(-one if one < later else one for one, later in zip(values, [*values[1:], 0], strict=True))
    hundreds, hundred, rest = written.rpartition("百")
    tens, ten, ones = rest.rpartition("十")
    value = 100 * (_DIGITS.find(hundreds or "一") if hundred else 0)
    value += 10 * (_DIGITS.find(tens or "一") if ten else 0)
    return value + max(0, _DIGITS.find(ones.lstrip("零"))) if ones else value
