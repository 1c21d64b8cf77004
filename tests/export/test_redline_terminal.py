"""A redline for a terminal."""

from __future__ import annotations

from rich.cells import cell_len
from tests.export.making import alignment, head, side

from actum.export.marked import Redline
from actum.export.redline import redline
from actum.export.redline_terminal import redline_terminal

LONG = "双方强调维护和巩固全球战略稳定极其重要，" * 6


def made(before: str, after: str, *, language: str = "zh", complete: bool = True) -> Redline:
    earlier, ours = side([before], language=language)
    later, theirs = side([after], language=language)
    heads = (head("甲", date="2019-06-05", language=language), head("乙", complete=complete, language=language))
    return redline(alignment(ours, theirs), earlier, later, heads=heads)


def body(page: str) -> list[str]:
    return page.split("\n\n")[1].rstrip("\n").split("\n")


def test_chinese_lines_fill_the_width_and_begin_with_no_closing_mark() -> None:
    lines = body(redline_terminal(made(f"a:{LONG}", f"a:{LONG}"), width=40, colours=False))
    assert "".join(lines) == LONG
    assert all(36 <= cell_len(line) <= 40 for line in lines[:-1])
    assert not any(line.startswith("，") for line in lines)


def test_a_sign_never_stands_alone_at_the_end_or_start_of_a_line() -> None:
    for width in range(20, 60):
        page = redline_terminal(made(f"a:{LONG}反对制裁。", f"a:{LONG}谴责制裁。"), width=width, colours=False)
        for line in body(page):
            assert not line.endswith(("[-", "{+", "[", "{"))
            assert not line.startswith(("-]", "+}", "]", "}"))


def test_words_of_a_spaced_script_are_not_torn() -> None:
    words = "The Parties reaffirm their commitment to the Treaty"
    lines = body(redline_terminal(made(f"a:{words}", f"a:{words}", language="en"), width=24, colours=False))
    assert " ".join(lines) == words
    assert len(lines) > 1


def test_colours_stand_for_the_signs() -> None:
    page = redline_terminal(made("a:双方反对制裁。", "a:双方谴责制裁。"), width=80, colours=True)
    assert "双方\x1b[31;9m反对\x1b[0m\x1b[32;4m谴责\x1b[0m制裁。" in page
    assert "[-" not in page


def test_no_control_character_of_a_text_reaches_the_terminal() -> None:
    page = redline_terminal(made("a:双方\x1b[2J反对\x9b。", "a:双方\x1b[2J谴责\x07。"), width=80, colours=False)
    assert not set(page) & {"\x1b", "\x9b", "\x07"}
    assert "双方�[2J" in page


def test_the_head_names_both_works_and_warns_of_a_cut() -> None:
    top = redline_terminal(made("!unknown:双方同意。", ":双方反对。", complete=False), width=100, colours=False).split(
        "\n\n"
    )[0]
    assert "earlier  甲的声明 (2019-06-05)" in top
    assert "later    乙的声明 (2025-05-08)" in top
    assert "This text is cut" in top
    assert "not known" in top
