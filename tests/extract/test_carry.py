"""Facts read on a form of the text quote the text itself."""

from __future__ import annotations

from pathlib import Path

from actum.divide import divide
from actum.extract.carry import carried
from actum.extract.effects import effects
from actum.extract.mentions import mentions
from actum.extract.parties import voices
from actum.extract.positions import positions
from actum.registry.load import load
from actum.text.readable import readable

SAMPLE = Path(__file__).parents[2] / "examples" / "strategic-stability"


def read(text: str) -> tuple[list[tuple[str, ...]], list[tuple[str, ...]]]:
    """Positions and effects of a text, carried back to it, as what they say and quote."""
    form = readable(text)
    divisions = divide(form.text, language="zh")
    speaking = voices(form.text, language="zh")
    named = mentions(form.text, divisions, registry=load(), language="zh", parties=speaking.parties)
    held = positions(form.text, divisions, mentions=named, voices=speaking, language="zh")
    claimed = effects(form.text, divisions, mentions=named, language="zh")
    for part in (part for one in carried(held, form.offsets, text) for part in (one.cue, one.sentence)):
        part.check(text)
    for part in (part for one in carried(claimed, form.offsets, text) for part in (one.cue, one.cause.part)):
        part.check(text)
    return (
        [(one.act, str(one.strength), *one.holder) for one in carried(held, form.offsets, text)],
        [(one.sign, readable(one.cue.text).text) for one in carried(claimed, form.offsets, text)],
    )


def body(number: str, first: str) -> str:
    text = next(SAMPLE.glob(f"{number}_*")).read_text(encoding="utf8")
    return text[text.index(first) : text.index("莫斯科", len(text) // 2) + 3]


def test_the_traditional_copy_with_residue_reads_like_the_simplified_one() -> None:
    traditional = read(body("000", "中華人民共和國"))
    simplified = read(body("001", "中华人民共和国").replace("联邦\n关于", "联邦关于"))
    assert len(simplified[0]) > 40
    assert traditional == simplified


def test_nothing_to_carry_where_nothing_changed() -> None:
    text = "双方重申军备控制是加强国际安全的重要手段。"
    form = readable(text)
    divisions = divide(form.text, language="zh")
    assert form.text is text
    assert carried(divisions, form.offsets, text) == divisions
