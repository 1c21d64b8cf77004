"""Laws of the collation, on witnesses made by random edits of a base."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from actum.collate.bearers import Bearer, Line, lined
from actum.collate.columns import GAP, SILENT, Cells, tabulate
from actum.collate.establish import establish
from actum.text.fold import fold
from actum.text.span import Span

BASE = (
    "联合声明\n双方强调，维护战略稳定（以下称“稳定”）极其重要。\n\n　　"
    "双方不针对第三方 — 也不受制于80 个国家。\nThe Parties agree. 5㎞"
)
ALPHABET = "双方不不和聯联，,。 \n　(lián)**##an d5㎞—\u200b"


@st.composite
def copies(draw: st.DrawFn) -> list[Bearer]:
    """Two to five copies, each with up to six edits, whole or cut into pieces that may be shuffled."""
    bearers = []
    for number in range(draw(st.integers(2, 5))):
        text = BASE
        for _ in range(draw(st.integers(0, 6))):
            start = draw(st.integers(0, len(text)))
            end = min(len(text), start + draw(st.integers(0, 9)))
            text = text[:start] + draw(st.text(ALPHABET, max_size=4)) + text[end:]
        cut = draw(st.integers(0, len(text)))
        pieces = (Span(0, len(text)),) if draw(st.booleans()) else (Span(cut, len(text)), Span(0, cut))
        bearers.append(Bearer(f"W{number}", text, pieces))
    return bearers


def _bare(text: str) -> str:
    """Without white space, invisible characters and signs of Markdown, which a form may leave out."""
    return "".join(text.replace("\u200b", "").replace("*", "").split())


def rebuilt(line: Line, cells: Cells) -> str:
    """The plain text of a line, put together from its cells."""
    letters = cells[cells >= 0].tolist()
    head = line.plain[: line.starts[0]] if letters else line.plain
    return head + "".join(line.plain[line.starts[i] : max(line.nexts[i], line.tails[i])] for i in letters)


@given(copies())
@settings(max_examples=150, deadline=None)
def test_every_witness_comes_back_from_its_columns(bearers: list[Bearer]) -> None:
    lines = [lined(bearer) for bearer in bearers]
    table = tabulate([line.letters for line in lines], [line.heads or (0,) for line in lines])
    for line, cells, codes in zip(lines, table.cells, table.codes, strict=True):
        assert cells[cells >= 0].tolist() == list(range(len(line.letters)))
        assert "".join(chr(code) for code in codes if code >= 0) == line.letters
        assert set(cells[cells < 0].tolist()) <= {GAP, SILENT}
        if len(line.bearer.pieces) == 1:
            assert rebuilt(line, cells) == line.plain
    assert (table.cells >= 0).any(axis=0).all()


@given(copies())
@settings(max_examples=100, deadline=None)
def test_letters_know_their_place_in_the_copy(bearers: list[Bearer]) -> None:
    for line in map(lined, bearers):
        for letter in range(len(line.letters)):
            place = Span(int(line.copy_starts[letter]), int(line.copy_ends[letter]))
            assert _bare(line.form(letter)) in _bare(place.of(line.bearer.text))


@given(copies())
@settings(max_examples=60, deadline=None)
def test_the_order_of_witnesses_changes_nothing(bearers: list[Bearer]) -> None:
    assert establish(bearers, language="zh") == establish(bearers[::-1], language="zh")


@given(copies())
@settings(max_examples=100, deadline=None)
def test_entries_stand_in_order_and_quote_what_is_there(bearers: list[Bearer]) -> None:
    edition = establish(bearers, language="zh")
    texts = {bearer.siglum: bearer.text for bearer in bearers}
    assert "\n\n" not in edition.text
    assert edition.text == edition.text.strip("\n")
    end = 0
    for entry in edition.entries:
        assert entry.span.of(edition.text) == entry.established == entry.readings[0].text
        assert entry.span.start >= end
        end = entry.span.end
        assert len({reading.text for reading in entry.readings}) == len(entry.readings) > 1
        for reading in entry.readings:
            for siglum, place in zip(reading.sigla, reading.places, strict=True):
                assert place.end <= len(texts[siglum])
                found = place.of(texts[siglum])
                assert fold(found.replace("*", "")).text == fold(reading.text.replace("*", "")).text


@given(copies())
@settings(max_examples=60, deadline=None)
def test_a_witness_twice_over_is_unanimous(bearers: list[Bearer]) -> None:
    one = bearers[0]
    edition = establish([one, Bearer("again", one.text, one.pieces)], language="zh")
    assert edition.entries == ()
    assert fold(edition.text).text == fold(establish([one], language="zh").text).text
    assert all(share == 1.0 for _, share in edition.agreement) or not edition.text
