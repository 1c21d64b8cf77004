"""The words around a redline, the same in every form of it.

Takes       a Redline, or parts of one.
Gives       lines in English, and texts that every form can hold.
Leaves out  layout.
"""

from __future__ import annotations

import re

from actum.export.marked import Head, Label, Redline
from actum.model.alignment import Relation

_UNSHOWN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
RELATION_WORDS: dict[Relation, str] = {
    "kept": "kept word for word",
    "reworded": "reworded",
    "moved": "moved",
    "split": "split",
    "merged": "merged",
    "related": "same subject, another provision",
    "added": "added",
    "dropped": "dropped",
    "unknown": "cannot be known",
}
UNKNOWN = {
    True: "Cannot be known: the later text is cut, so that this is missing here says nothing.",
    False: "Cannot be known: the earlier text is cut, so that this may have stood in it.",
}
"""What is said of an `unknown` sentence of the earlier text (True), of the later (False)."""


def shown(text: str) -> str:
    """A text without characters that a page or a terminal cannot hold: each stands as U+FFFD."""
    return _UNSHOWN.sub("�", text)


def dated(head: Head) -> str:
    """The title of a work with its date; its id where it has no title."""
    return f"{shown(head.title or head.work)} ({head.date or 'no date'})"


def cut(head: Head) -> str:
    """A warning where a text is known to be cut; else nothing."""
    return (
        "" if head.complete else "This text is cut: what is missing in it is shown as unknown, not as dropped or added."
    )


def counted(redline: Redline) -> str:
    """What became of how many provisions, in one line."""
    return " · ".join(f"{number:,} {RELATION_WORDS[relation]}" for relation, number in redline.counts)


def said(label: Label) -> str:
    """A labelled change in one line."""
    words = f"{label.kind}: {_side(label.earlier)} → {_side(label.later)}"
    return f"{words} ({meant(label)})" if label.earlier_is or label.later_is else words


def meant(label: Label) -> str:
    """What the words of a change are, side by side; empty where there is nothing to say."""
    return f"{_side(label.earlier_is)} → {_side(label.later_is)}" if label.earlier_is or label.later_is else ""


def _side(words: str) -> str:
    return shown(words) or "∅"
