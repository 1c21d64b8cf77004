"""Markdown and HTML signs in a text that is read as plain.

Takes       a text.
Gives       the text without the signs of headings, quotations, unordered lists, emphasis, code, rules and hard
            breaks (a backslash; two spaces are white space); links as their words; references (&nbsp;) as their
            characters.
Method      one regular expression a rule (after CommonMark 0.31), each asked only where one of its signs occurs.
            Escapes and references come last, so that what they stand for is never taken for markup.
Leaves out  numbers of ordered lists and the —— that marks an item in Chinese official texts: they are words of the
            text. A lone * or _ stays, and so does a blank to be filled in (____).
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass

from actum.text.folded import Folded
from actum.text.span import Span


@dataclass(frozen=True, slots=True)
class _Rule:
    """What matches goes, but for the group `words` where the expression has one; `signs`: one of them must occur."""

    name: str
    signs: tuple[str, ...]
    expression: re.Pattern[str]

    def edits(self, text: str) -> Iterator[tuple[Span, str]]:
        """The pieces to be cut out, in order."""
        keeps_words = "words" in self.expression.groupindex
        for found in self.expression.finditer(text):
            start, end = found.span("words") if keeps_words else (found.end(), found.end())
            if start > found.start():
                yield Span(found.start(), start), ""
            if found.end() > end:
                yield Span(end, found.end()), ""


def _rule(name: str, signs: str, *expressions: str) -> _Rule:
    return _Rule(name, tuple(signs.split()), re.compile("|".join(expressions), re.MULTILINE))


# A sign that opens emphasis is not followed by white space or by a mark that ends something: 张*、李*说 has none.
_OPENS = r"(?![\s、，。；：？！,.;:?!)）])"
# No emphasis runs further, in characters; a bound, so that one line of a hundred megabytes is read in its own time.
_REACH = 2000
_WORDS = rf"(?P<words>[^\n]{{1,{_REACH}}}?)"
_SIGNS = "#*+>=`\\[<_&-"
_RULES = (
    _rule(
        "rule",
        "- * _ = `",
        r"^[ \t]*(?:-[ \t]*){3,}$",
        r"^[ \t]*(?:\*[ \t]*){3,}$",
        r"^[ \t]*(?:_[ \t]*){3,}$(?=\n[ \t]*\n|\Z)",
        r"^={3,}[ \t]*$",
        r"^[ \t]*`{3,}[\w-]*[ \t]*$",
    ),
    _rule("line_mark", "# - * + >", r"^[ \t]*(?:(?:#{1,6}|[-*+])[ \t]+|>[ \t]*)+(?=\S)"),
    _rule("hard_break", "\\ <br", r"\\$(?=\n)", r"<br\s{0,3}/?>"),
    _rule(
        "link",
        "](",
        r'!?\[(?P<words>[^\[\]\n]*)\]\((?:[a-z]+:|/|#|\.{1,2}/|www\.)[^()\s]*(?:\s+"[^"\n]*")?\)',
    ),
    _rule("code", "`", r"(?<!\\)`(?P<words>[^`\n]+)`"),
    _rule("strong", "**", rf"(?<![\\*])(?P<sign>\*{{2,3}})(?!\*){_OPENS}{_WORDS}(?<![\s\\])(?P=sign)"),
    _rule("strong_low", "__", rf"(?<![A-Za-z0-9_\\])__(?!_){_OPENS}{_WORDS}(?<![\s\\_])__(?![A-Za-z0-9_])"),
    _rule("emphasis", "*", rf"(?<![*A-Za-z0-9\\])\*(?!\*){_OPENS}(?P<words>[^*\n]+?)(?<![\s\\])\*(?![*A-Za-z0-9])"),
    _rule("emphasis_low", "_", rf"(?<![A-Za-z0-9_\\])_(?!_){_OPENS}(?P<words>[^_\n]+?)(?<![\s\\])_(?![A-Za-z0-9_])"),
    _rule("escape", "\\", r"\\(?P<words>[\\`*_{}\[\]()#+\-.!>~|])"),
)
_REFERENCE = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")


def _references(text: str) -> Iterator[tuple[Span, str]]:
    for found in _REFERENCE.finditer(text):
        yield Span(*found.span()), html.unescape(found[0])


def markup(text: str) -> Folded:
    """The text without markup; the very same text where it has none."""
    folded = Folded.unchanged(text)
    if not any(sign in text for sign in _SIGNS):
        return folded
    for rule in _RULES:
        if any(sign in folded.text for sign in rule.signs):
            folded = folded.edited_by(rule.edits)
    return folded.edited_by(_references) if "&" in folded.text else folded
