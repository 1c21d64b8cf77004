"""The picture of a map: signs told by more than colour, the same bytes, and what SVG and PNG make of it."""

from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path

import pytest
from lxml import etree
from tests.export.making_pictures import KINDS, NAMES, said
from tests.regime.making_maps import map_of

from actum.errors import OutputRefused
from actum.export.map_png import FontFile, map_png
from actum.export.map_svg import map_svg
from actum.export.picture import MOST, SIGNS, Curve, Head, Picture, Ring, Words, around, label_of, picture
from actum.model.claim import End
from actum.model.fact import Named
from actum.text.span import Part

SVG = "{http://www.w3.org/2000/svg}"


def drawn() -> Picture:
    return picture(said(), NAMES, KINDS, title="A < B & “C”", source="Source: w19")


def test_signs_differ_in_dashes_and_heads_not_in_colour_alone() -> None:
    assert len({dash for _, dash in SIGNS.values()}) == len(SIGNS)
    found = picture(map_of("w1: a -> b\nw1: a -> -c\nw1: a ?> d"), {}, {}, title="t", source="s")
    shapes = found.shapes[: next(n for n, shape in enumerate(found.shapes) if not isinstance(shape, Words)) + 6]
    heads = [shape for shape in shapes if isinstance(shape, Head | Ring)]
    assert {len(shape.points) if isinstance(shape, Head) else 0 for shape in heads} == {3, 4, 0}


def test_a_pair_said_up_and_down_has_both_lines() -> None:
    both = picture(map_of("w1: a -> b\nw2: a -> -b"), {}, {}, title="t", source="s")
    strokes = {shape.stroke for shape in both.shapes if isinstance(shape, Curve)}
    assert {SIGNS["up"][0], SIGNS["down"][0]} <= strokes


def test_what_is_said_of_less_of_the_cause_bears_a_ring_at_its_tail() -> None:
    def rings(lines: str) -> int:
        found = picture(map_of(lines), {}, {}, title="t", source="s")
        return sum(isinstance(shape, Ring) for shape in found.shapes)

    assert rings("w1: -a -> -b") == rings("w1: a -> b") + 1
    assert rings("w1: -a -> -b\nw2: a -> b") == rings("w1: a -> b\nw2: a -> b")


def test_svg_is_well_formed_and_the_same_each_time() -> None:
    made = map_svg(drawn())
    root = etree.fromstring(made.encode("utf8"))
    assert root.findtext(f"{SVG}title") == "A < B & “C”"
    texts = [element.text for element in root.iter(f"{SVG}text")]
    assert "中导条约" in texts
    assert "inf-treaty" in texts
    assert any(text and text.startswith('x<&"') for text in texts)
    assert map_svg(drawn()) == made
    assert "http" not in made.replace("http://www.w3.org/2000/svg", "")


def test_everything_lies_on_the_page() -> None:
    found = drawn()
    for shape in found.shapes:
        points = shape.points if isinstance(shape, Curve | Head) else ((shape.x, shape.y),)
        assert all(0 <= x <= found.width and 0 <= y <= found.height for x, y in points)


def test_a_label_has_name_and_slug_or_the_words_that_nobody_named() -> None:
    assert label_of("arms-race", {"arms-race": "军备竞赛"}).slug == ("arms-race",)
    assert label_of("arms-race", {"arms-race": "arms race"}).slug == ()
    assert label_of("arms-race", {}).name == ("arms-race",)
    assert label_of("unknown:上述工作", {}).name == ("上述工作",)
    assert label_of("unknown:" + "长" * 99, {}).name[-1].endswith("…")


def test_around_a_concept_is_what_leads_to_it_and_what_it_leads_to() -> None:
    found = around(map_of("w1: a -> b\nw1: b -> c\nw1: c -> d\nw1: a -> x\nw1: y -> z"), "c")
    assert [node.concept for node in found.nodes] == ["a", "b", "c", "d"]
    assert len(found.edges) == 3


def test_around_keeps_to_what_a_picture_holds() -> None:
    star = "\n".join(f"w1: n{n} -> hub" for n in range(MOST + 20)) + "\nw2: n77 -> hub"
    found = around(map_of(star), "hub")
    assert len(found.nodes) == MOST
    assert "n77" in {node.concept for node in found.nodes}


def test_png_has_twice_the_points(tmp_path: Path) -> None:
    image = pytest.importorskip("PIL.Image")
    own = pytest.importorskip("PIL.ImageFont").load_default().path
    file = tmp_path / "font.ttf"
    file.write_bytes(own.getvalue() if isinstance(own, io.BytesIO) else Path(own).read_bytes())
    found = drawn()
    made = map_png(found, FontFile(str(file)))
    opened = image.open(io.BytesIO(made))
    assert opened.size == (round(found.width * 2), round(found.height * 2))
    assert map_png(found, FontFile(str(file))) == made
    assert len(opened.getcolors(opened.size[0] * opened.size[1])) > 20  # something is drawn


def test_a_line_tells_who_acts_and_whether_they_are_named() -> None:
    made = map_of("w1: a -> b")
    claim = made.edges[0].up[0]

    def tip(cause: End) -> str:
        edge = replace(made.edges[0], up=(replace(claim, cause=cause),))
        found = picture(replace(made, edges=(edge,)), {"a": "甲"}, {}, title="t", source="s")
        return next(shape.tip for shape in found.shapes if isinstance(shape, Curve) and shape.tip)

    who = (Named(Part(0, 4, "个别国家"), "unnamed-states"),)
    assert tip(claim.cause).startswith("甲 → b: more leads to more\nw1, CHN: ")
    assert "(who acts: 个别国家 (nobody by name))" in tip(replace(claim.cause, agents=who, veiled=True))
    assert "(who acts: 个别国家)" in tip(replace(claim.cause, agents=who))
    assert "(who acts: nobody by name)" in tip(replace(claim.cause, veiled=True))


def test_words_that_nobody_has_named_are_the_texts_own() -> None:
    assert label_of("unknown:供应炼", {"unknown:供应炼": "供应链"}).name == ("供应链",)
    assert label_of("unknown:供应炼", {"unknown:供应炼": "供应链"}).slug == ()


def test_the_box_of_conduct_tells_who_acts() -> None:
    made = map_of("w1: a -> b")
    claim = made.edges[0].up[0]
    who = tuple(Named(Part(0, 2, words), "x") for words in ("甲国", "乙国", "丙国", "丁国"))
    cause = replace(claim.cause, agents=who, rules=("agent", "actor-as-conduct"))
    edge = replace(made.edges[0], up=(replace(claim, cause=cause),))
    found = picture(replace(made, edges=(edge,)), {}, {}, title="t", source="s")
    texts = [shape.text for shape in found.shapes if isinstance(shape, Words)]
    assert {"丁国", "丙国", "乙国 +1"} <= set(texts)


def test_without_its_library_a_png_is_refused_in_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("actum.export.map_png.Image", None)
    with pytest.raises(OutputRefused, match=r'pip install "actum\[png\]"'):
        map_png(drawn(), FontFile(""))
