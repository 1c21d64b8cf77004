"""A web page to a Copy.

Takes       the bytes of an HTML page, as fetched or as a browser saved it, and where it was found.
Gives       a Copy: `decoded` is the page's whole source, `text` its running text, one line a paragraph.
Method      decode (as declared, if the bytes bear it out); tokens; tree; blocks; leave out what is foreign; write the
            rest down with its places. What is left out has a doubt each, so it can be seen and read again.
Leaves out  what a page fetches or makes by its scripts: a script, comment or attribute that holds text has a doubt.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import groupby

from actum.errors import CopyUnread
from actum.language.data import table
from actum.model.copy import Copy, Found, Said
from actum.model.doubt import Doubt
from actum.read.decode import Decoded, declared_in, decode
from actum.read.html_blocks import Block, Piece, blocks_of, sums_of
from actum.read.html_body import SAYS, drawn, left_out
from actum.read.html_said import said_of
from actum.read.html_silent import silent_doubts
from actum.read.html_tree import TAG_LIMIT, Element, TooManyTags, tree_of
from actum.read.plain import encoding_doubts
from actum.read.running import Running
from actum.text.span import Part, Span

SOURCE_LIMIT = 6_000_000
"""Longest page that is read, in characters; the largest pages with text have under 3,000,000, 2026-11-26."""
_LOOKS = re.compile(
    rb"^\s*(?:<!--.{0,400}?-->\s*)*(?:<\?xml[^>]{0,200}>\s*)?<(?:!doctype\s+html|html|head|body|meta|title|div|table|p|script|section|article|main|span|font|center|h[1-6]|[uo]l)\b",
    re.IGNORECASE | re.DOTALL,
)


def is_html(data: bytes, suffix: str) -> bool:
    """Whether the bytes begin as a page does, or the name says so."""
    begins = data[:2000].removeprefix(b"\xef\xbb\xbf")
    if begins.startswith((b"\xff\xfe", b"\xfe\xff")):
        begins = begins.replace(b"\0", b"")[2:]
    return suffix in {".html", ".htm", ".xhtml", ".shtml"} or _LOOKS.match(begins) is not None


def read_html(data: bytes, found: Found) -> Copy:
    """The Copy of a page, its doubts in order of place.

    Raises CopyUnread where the page is empty, too large, in no encoding that is known, or holds no text.
    """
    decoded = decode(data, name=found.place, declared=declared_in(data, found.media), markup=True)
    source = decoded.text
    if len(source) > SOURCE_LIMIT:
        raise CopyUnread(
            f"{found.place}: {len(source):,} characters in one page (limit {SOURCE_LIMIT:,}). Add its text."
        )
    try:
        root, elements = tree_of(source)
    except TooManyTags as error:
        raise CopyUnread(
            f"{found.place}: over {TAG_LIMIT:,} tags in one page, which no page has. Save its text and add that."
        ) from error
    blocks = blocks_of(root, source)
    sums = sums_of(elements, blocks)
    said = said_of(elements, blocks, source)
    rules = left_out((elements, blocks, sums), source, _titles(elements, said, source))
    return _copy(data, found, decoded, (elements, blocks), rules=rules, said=said)


def _titles(elements: Sequence[Element], said: Sequence[Said], source: str) -> list[str]:
    """What the page calls itself, letters and digits alone: its titles, and its headings of the first rank."""
    titles = [drawn(one.value) for one in said if one.kind == "title"]
    headings = [source[one.inner : one.end] for one in elements if one.name == "h1"]
    return titles + [drawn(re.sub("<[^>]*>", "", heading)) for heading in headings]


def _copy(
    data: bytes,
    found: Found,
    decoded: Decoded,
    page: tuple[Sequence[Element], Sequence[Block]],
    *,
    rules: Sequence[str],
    said: tuple[Said, ...],
) -> Copy:
    source = decoded.text
    running = Running(source)
    cut: list[tuple[Piece, str, Block]] = []
    for block, rule in zip(page[1], rules, strict=True):
        for piece in block.pieces:
            left = rule or ("" if block.hidden else piece.unseen)
            if not left:
                _take(running, piece, block)
            cut.append((piece, left, block))
        running.end_line()
    text, offsets = running.done()
    if not text.strip():
        raise CopyUnread(
            f"{found.place}: the page shows no text. Is it filled by a script? Save the text and add that."
        )
    return Copy(
        sha256=hashlib.sha256(data).hexdigest(),
        places=(found.place,),
        format="html",
        encoding=decoded.encoding,
        decoded=source,
        text=text,
        offsets=offsets,
        doubts=_doubts(decoded, page, rules, cut),
        said=said,
    )


def _doubts(
    decoded: Decoded,
    page: tuple[Sequence[Element], Sequence[Block]],
    rules: Sequence[str],
    cut: Sequence[tuple[Piece, str, Block]],
) -> tuple[Doubt, ...]:
    """All doubts of a page, in order of place."""
    source, (elements, blocks) = decoded.text, page
    found = [
        *encoding_doubts(decoded),
        *_foreign(source, cut),
        *_struck(blocks, rules, source),
        *silent_doubts(elements, source),
        *_shown(blocks, rules, source),
    ]
    return tuple(sorted(found, key=lambda doubt: (doubt.part, doubt.kind)))


def _take(running: Running, piece: Piece, block: Block) -> None:
    """Add a piece; in preformatted text each line is a line."""
    if block.holder.name not in {"pre", "listing", "xmp"}:
        running.take(piece.span)
        return
    at = piece.span.start
    for line in piece.span.of(running.source).splitlines(keepends=True):
        running.take(Span(at, at + len(line)))
        at += len(line)
        if line[-1] in "\r\n":
            running.end_line()


def _foreign(source: str, cut: Sequence[tuple[Piece, str, Block]]) -> Iterator[Doubt]:
    """A doubt for each stretch that was left out by one rule, nothing that is read in between; prose stands alone."""
    held = [one for one in cut if one[0].span.of(source).strip()]
    for (rule, _), group in groupby(held, key=lambda one: (one[1], id(one[2]) if one[2].prose else 0)):
        pieces = [piece for piece, _, _ in group]
        span = Span(pieces[0].span.start, pieces[-1].span.end)
        letters = sum(sum(map(str.isalnum, piece.span.of(source))) for piece in pieces)
        if rule and letters:
            kind, says = _kind(rule, span.of(source)), f"{SAYS[rule]}; {letters:,} letters left out of the text"
            yield Doubt(kind, Part.cut(source, span), says, f"html:{rule}")  # type: ignore[arg-type]


def _kind(rule: str, written: str) -> str:
    """The kind of a doubt; a word that denies, hidden within a line, is a matter of its own."""
    if rule in {"ruby", "mark"}:
        return "residue"
    return "negation" if rule in {"hidden", "deleted"} and _words(written) in _denials() else "foreign"


def _words(written: str) -> str:
    """The words of a stretch of source, tags aside, in small letters."""
    return re.sub("<[^>]*>", "", written).strip().lower()


@cache
def _denials() -> frozenset[str]:
    """The words that deny, of every language."""
    return frozenset(word for one in ("zh", "en", "ru") for word in table(one, "negation").get("words", ()))


def _struck(blocks: Sequence[Block], rules: Sequence[str], source: str) -> Iterator[Doubt]:
    """A doubt for words that are read and that the page shows with a line through them."""
    for block, rule in zip(blocks, rules, strict=True):
        for struck, group in groupby(block.pieces, key=lambda piece: piece.struck and not piece.unseen):
            if struck and not rule:
                pieces = list(group)
                span = Span(pieces[0].span.start, pieces[-1].span.end)
                if any(map(str.isalnum, span.of(source))):
                    says = "the page shows this with a line through it; it is read as part of the text"
                    yield Doubt("suspect", Part.cut(source, span), says, "html:struck")


def _shown(blocks: Sequence[Block], rules: Sequence[str], source: str) -> Iterator[Doubt]:
    """A doubt for text that the page hides and that is read all the same."""
    read = [block for block, rule in zip(blocks, rules, strict=True) if block.hidden and not rule]
    if read:
        span = Span(read[0].pieces[0].span.start, read[-1].pieces[-1].span.end)
        says = "the page hides this until a reader asks for it; it is read, for it is much of the page"
        yield Doubt("suspect", Part.cut(source, span), says, "html:hidden-text")
