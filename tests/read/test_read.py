"""The door: what is read, and what is refused with one line."""

from __future__ import annotations

import hashlib

import pytest
from tests.read.pages import Put, pdf

from actum.errors import CopyUnread
from actum.read.read import SIZE_LIMIT, read_copy


def test_a_copy_keeps_its_characters() -> None:
    data = "﻿# 声明\r\n\r\n双方重申。".encode()
    copy = read_copy(data, place="a.md")
    assert copy.decoded == copy.text == "# 声明\r\n\r\n双方重申。"
    assert copy.sha256 == hashlib.sha256(data).hexdigest()
    assert copy.places == ("a.md",)
    assert len(copy.offsets) == len(copy.text)
    assert copy.doubts == ()


@pytest.mark.parametrize(
    ("data", "name", "rule"),
    [
        (b"", "empty.txt", "is empty"),
        (b" \r\n\t\n", "blank.txt", "nothing but white space"),
        (b"%PDF-1.7 ...", "a.txt", "not a sound PDF"),
        (b"PK\x03\x04....", "a.docx", "ZIP is not read"),
        (b"<html><script>x</script></html>", "page.html", "shows no text"),
        (b"\x7fELF\x00\x00", "a.txt", "program is not read"),
        (b"\xef\xbb\xbf<?xml version='1.0'?><office:document>x</office:document>", "a.fodt", "XML is not read"),
        ("<?xml version='1.0'?><ncx>x</ncx>".encode("utf-16"), "toc", "XML is not read"),
        (b"<office:document xmlns:office='urn:x'>x</office:document>", "a.txt", "XML is not read"),
        (b"a.txt".ljust(257, b"\0") + b"ustar\x0000" + bytes(247), "a.tar", "TAR is not read.*Unpack it"),
        (b"Rar!\x1a\x07\x01\x00", "a.rar", "RAR is not read.*Unpack it"),
        (b"x" * (SIZE_LIMIT + 1), "long.txt", "limit 33,554,432"),
        ("声明".encode() + b"\x00\x01\x02\x03\x04" * 40, "nul.txt", "control characters|no encoding"),
    ],
)
def test_refused_with_file_rule_and_way_out(data: bytes, name: str, rule: str) -> None:
    with pytest.raises(CopyUnread, match=rule) as caught:
        read_copy(data, place=name)
    line = str(caught.value)
    assert line.startswith(f"{name}: ")
    assert "\n" not in line


def test_a_few_control_characters_are_a_doubt() -> None:
    copy = read_copy(("双方重申军备控制是加强国际安全与稳定的重要手段。" * 80 + "\x0b\x1b\x1b").encode(), place="a.txt")
    assert [(doubt.kind, doubt.made_by, doubt.part.text) for doubt in copy.doubts] == [
        ("encoding", "control-characters", "\x1b\x1b")
    ]


@pytest.mark.parametrize("before", [b"\r\n", b"\x00" * 500, b"HTTP/1.1 200 OK\r\n\r\n"])
def test_a_pdf_may_begin_behind_other_bytes(before: bytes) -> None:
    data = pdf([Put("The parties reaffirm that a nuclear war cannot be won.", 72, 700)])
    assert read_copy(before + data, place="a.pdf").text == "The parties reaffirm that a nuclear war cannot be won."


def test_a_text_about_such_files_is_a_text() -> None:
    assert read_copy("文件以 %PDF- 开头，以 <?xml 开头的是另一种。".encode(), place="a.txt").format == "plain"
