"""The law that every reader of marked-up sources keeps: each character of the text stands for source characters."""

import html

from actum.model.copy import Copy
from actum.text.span import Span


def check_exact(copy: Copy) -> None:
    """Each character is its source character, what a reference stands for, or white space; quotes hold."""
    assert len(copy.offsets) == len(copy.text)
    assert copy.offsets.source_length == len(copy.decoded)
    for place, character in enumerate(copy.text):
        source = copy.offsets.back(Span(place, place + 1)).of(copy.decoded)
        assert source
        if character not in " \n":
            assert source == character or character in html.unescape(source)
    assert not any(line != line.strip() or not line for line in copy.text.split("\n"))
    for doubt in copy.doubts:
        doubt.part.check(copy.decoded)
    for said in copy.said:
        said.part.check(copy.decoded)
    for record in copy.records:
        record.part.check(copy.decoded)
