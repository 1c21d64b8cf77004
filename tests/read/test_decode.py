"""Which encoding a file has, told from its bytes alone."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from actum.errors import CopyUnread
from actum.read.decode import decode

SAMPLE = Path(__file__).parents[2] / "examples" / "strategic-stability"
RUSSIAN = (
    "Совместное заявление Российской Федерации и Китайской Народной Республики об укреплении глобальной "
    "стратегической стабильности. Стороны подтверждают свои обязательства."
)


def sample_texts() -> list[str]:
    return [path.read_text(encoding="utf8") for path in sorted(SAMPLE.glob("*.txt"))]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "gb18030"])
@pytest.mark.parametrize("text", sample_texts(), ids=lambda text: text.strip()[:8])
def test_chinese_in_every_encoding(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding), name="copy").text == text


def test_big5_holds_the_traditional_copy() -> None:
    text = sample_texts()[0]
    decoded = decode(text.encode("big5hkscs"), name="copy")
    assert decoded.encoding == "big5hkscs"
    assert decoded.text == text


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le", "cp1251", "koi8-r"])
def test_russian(encoding: str) -> None:
    assert decode(RUSSIAN.encode(encoding), name="copy").text == RUSSIAN


def test_a_mark_is_no_character() -> None:
    assert decode("﻿声明".encode(), name="copy").text == "声明"


def test_line_ends_stay() -> None:
    assert decode("一\r\n二\r三\n".encode(), name="copy").text == "一\r\n二\r三\n"


def test_a_spliced_file_is_read_with_its_losses() -> None:
    text = sample_texts()[2]
    data = text.encode()
    broken = data[:1000] + b"\xff\xfe" + data[1000:]
    decoded = decode(broken, name="copy")
    assert decoded.encoding == "utf-8"
    assert [span.of(decoded.text) for span in decoded.lost] == ["��"]


def test_half_of_one_and_half_of_another_is_refused() -> None:
    text = sample_texts()[2]
    with pytest.raises(CopyUnread, match=r"spliced\.txt: .*save it as UTF-8"):
        decode(text[:1400].encode() + text[1400:].encode("gb18030"), name="spliced.txt")


def test_noise_has_no_encoding() -> None:
    noise = bytes((number * 197 + number // 7) % 256 for number in range(4096))
    with pytest.raises(CopyUnread, match="no encoding fits"):
        decode(noise, name="noise.txt")


def test_the_program_itself_is_no_text() -> None:
    with pytest.raises(CopyUnread):
        decode(Path(os.path.realpath("/proc/self/exe")).read_bytes()[:200_000], name="python")
