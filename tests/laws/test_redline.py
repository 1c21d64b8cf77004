"""Laws of the redline, on any two texts however they are laid side by side."""

from __future__ import annotations

from html.parser import HTMLParser
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.export.making import head, left

from actum.export.marked import accepted, rejected
from actum.export.phrases import Wordings, pieces
from actum.export.redline import redline
from actum.export.redline_docx import redline_docx
from actum.export.redline_html import redline_html
from actum.export.redline_terminal import redline_terminal
from actum.model.alignment import RELATIONS, Alignment, Change, Row, Side
from actum.text.fold import fold
from actum.text.span import Part, Span

ALPHABET = "双方反对支持谴责条约聯联合国，。、 \n（NPT）“”80个abЖ\t<&>"
HEADS = (head("甲", date="2019-06-05"), head("乙", date="2025"))


@st.composite
def sides(draw: st.DrawFn) -> tuple[Side, list[Part]]:
    """A text, and parts of it in order that do not overlap."""
    text = draw(st.text(ALPHABET, max_size=40))
    cuts = sorted(draw(st.lists(st.integers(0, len(text)), max_size=8)))
    parts = [Part.cut(text, Span(a, b)) for a, b in pairwise(cuts) if b > a and draw(st.booleans())]
    return Side(text, draw(st.sampled_from(("zh", "en"))), draw(st.booleans()), ()), parts


@st.composite
def aligned(draw: st.DrawFn) -> tuple[Alignment, Side, Side]:
    """Two texts with rows between any of their parts, some in several rows, with changes anywhere in them."""
    (earlier, ours), (later, theirs) = draw(sides()), draw(sides())
    rows = []
    for _ in range(draw(st.integers(0, 5))):
        relation = draw(st.sampled_from(RELATIONS))
        a = tuple(draw(st.lists(st.sampled_from(ours), max_size=2, unique=True))) if ours else ()
        b = tuple(draw(st.lists(st.sampled_from(theirs), max_size=2, unique=True))) if theirs else ()
        told = bool(a and b) and draw(st.booleans())
        changes = (Change("act", a[0], b[0], "oppose/1", "condemn/2"),) if told else ()
        rows.append(Row(relation, a, b, 0.5, (), changes, "drawn"))
    return Alignment(tuple(rows)), earlier, later


@given(aligned())
@settings(max_examples=200, deadline=None)
def test_accepted_is_the_later_text_and_rejected_the_earlier(drawn: tuple[Alignment, Side, Side]) -> None:
    found, earlier, later = drawn
    made = redline(found, earlier, later, heads=HEADS)
    assert accepted(made) == later.text
    assert rejected(made) == earlier.text
    for paragraph in made.paragraphs:
        for run in paragraph.runs:
            assert run.text
            assert "\n" not in run.text + run.was
            if run.later:
                assert run.later.of(later.text) == run.text
            if run.earlier:
                assert run.earlier.of(earlier.text) == run.was
    assert sorted(n for one in made.paragraphs for run in one.runs for n in run.labels) == [
        label.number for label in made.labels
    ]


def in_short(text: str) -> str:
    """The folded text without `>`: at the head of a line it is a mark of Markdown, behind other words it is none."""
    return fold(text).text.replace("＞", "")


@given(aligned())
@settings(max_examples=300, deadline=None)
def test_a_word_document_leaves_both_texts(drawn: tuple[Alignment, Side, Side]) -> None:
    found, earlier, later = drawn
    exact = redline_docx(redline(found, earlier, later, heads=HEADS), spelling=True)
    assert (left(exact, accepted=True), left(exact, accepted=False)) == (later.text, earlier.text)
    data = redline_docx(redline(found, earlier, later, heads=HEADS))
    assert left(data, accepted=True) == later.text
    assert in_short(left(data, accepted=False)) == in_short(earlier.text)
    assert data == redline_docx(redline(found, earlier, later, heads=HEADS))


class _Reader(HTMLParser):
    """The text of a page's main part without what is deleted, a paragraph a line."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in {"meta", "link", "br"}:
            self.open.append(tag)
        del attrs

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if "main" in self.open and self.open[-1] in {"p", "h2", "ins", "span"} and "del" not in self.open:
            self.text += data


@given(aligned())
@settings(max_examples=100, deadline=None)
def test_a_page_is_well_formed_and_shows_the_later_text(drawn: tuple[Alignment, Side, Side]) -> None:
    found, earlier, later = drawn
    page = _Reader()
    page.feed(redline_html(redline(found, earlier, later, heads=HEADS)))
    page.close()
    assert page.open == []
    assert "".join(page.text.replace("¶", "").split()) == "".join(later.text.split())


@given(aligned(), st.integers(1, 60))
@settings(max_examples=100, deadline=None)
def test_lines_lose_no_character_and_every_colour_ends(drawn: tuple[Alignment, Side, Side], width: int) -> None:
    found, earlier, later = drawn
    made = redline(found, earlier, later, heads=HEADS)
    narrow, wide = (redline_terminal(made, width=columns, colours=False) for columns in (width, 10_000))
    assert "".join(narrow.split()) == "".join(wide.split())
    for line in redline_terminal(made, width=width, colours=True).split("\n"):
        assert line.count("\x1b[0m") * 2 == line.count("\x1b[")


@given(sides(), sides())
@settings(max_examples=200, deadline=None)
def test_pieces_cover_both_sides_and_keep_only_the_same_words(
    one: tuple[Side, list[Part]], other: tuple[Side, list[Part]]
) -> None:
    (earlier, _), (later, _) = one, other
    ours = Wordings(earlier.text, "zh").of(Span(0, len(earlier.text)))
    theirs = Wordings(later.text, "zh").of(Span(0, len(later.text)))
    for words, text in ((ours, earlier.text), (theirs, later.text)):
        assert "".join(word.span.of(text) for word in words) == text
    found = pieces(ours, theirs)
    assert [word for piece in found for word in piece.earlier] == ours
    assert [word for piece in found for word in piece.later] == theirs
    for piece in found:
        assert not piece.kept or [word.key for word in piece.earlier] == [word.key for word in piece.later]
    assert all(a.kept != b.kept for a, b in pairwise(found))
