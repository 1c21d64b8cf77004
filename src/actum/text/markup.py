"""Markdown and HTML signs in a text that is read as plain.

Takes       a text.
Gives       the text without headings' and quotations' signs, marks of unordered lists, emphasis, code, rules and hard
            breaks; links as their words; character references as their characters.
Method      one regular expression a rule (CommonMark 0.31), repeated until nothing changes.
Leaves out  numbers of ordered lists and the —— that marks an item in Chinese official texts: they are words of the
            text. A lone * or _ stays.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from actum.text.folded import Folded
from actum.text.span import Span

_SIGNS = re.compile(r"[#>*+`_&\\\[<=]|^[ \t]*-| $", re.MULTILINE)
_RULES = {
    "rule": r"^[ \t]*(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,}|={3,}[ \t]*|`{3,}\w*[ \t]*)$",
    "line_mark": r"^(?:[ \t]*(?:\#{1,6}|[-*+>])(?=[ \t])[ \t]+|[ ]{0,3}>)+(?=\S)",
    "heading_end": r"(?<=\S)[ \t]+\#+[ \t]*$",
    "hard_break": r"(?:[ \t]{2,}|\\)$(?=\n)|<br\s*/?>",
    "link": r'!?\[(?P<link_words>[^\[\]\n]*)\]\((?:[a-z]+:|/|\#|\.{1,2}/|www\.)[^()\s]*(?:\s+"[^"\n]*")?\)',
    "strong": r"(?P<strong_sign>\*{2,3}|(?<![A-Za-z0-9_])__(?!_))(?=\S)(?P<strong_words>[^\n]+?)(?<=\S)(?P=strong_sign)",
    "emphasis": r"(?<![*A-Za-z0-9\\])\*(?=[^\s*])(?P<emphasis_words>[^*\n]+?)(?<=[^\s*\\])\*(?![*A-Za-z0-9])",
    "code": r"`(?P<code_words>[^`\n]+)`",
    "escape": r"\\(?P<escape_words>[\\`*_{}\[\]()#+\-.!>])",
    "reference": r"&(?:\#\d{1,7}|\#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});",
}
_MARKUP = re.compile("|".join(f"(?P<{name}>{rule})" for name, rule in _RULES.items()), re.MULTILINE)


def _edits(text: str) -> Iterator[tuple[Span, str]]:
    for found in _MARKUP.finditer(text):
        kind = next(name for name in _RULES if found[name] is not None)
        words = f"{kind}_words"
        if words in found.re.groupindex:
            if found.start(words) > found.start():
                yield Span(found.start(), found.start(words)), ""
            if found.end() > found.end(words):
                yield Span(found.end(words), found.end()), ""
        elif kind == "reference":
            yield Span(*found.span()), html.unescape(found[0])
        else:
            yield Span(*found.span()), ""


def markup(text: str) -> Folded:
    """The text without markup; the very same text where it has none."""
    folded = Folded.unchanged(text)
    while _SIGNS.search(folded.text):
        changed = folded.then(lambda new: Folded.edited(new, _edits(new)))
        if changed.text == folded.text:
            return folded
        folded = changed
    return folded
