"""Two works as one marked text, in the order of the later one: what is new, what is gone, what moved.

Takes       what is asked: two works.
Gives       PAGE.
Leaves out  the summary and the silences: see `pair`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from actum.export.marked import Paragraph, Redline, Run, parted
from actum.text.span import Span
from actum.web.marks import Mark, marked
from actum.web.page import Asked, Context, Page
from actum.web.pages.pair import comparison, every

_NAMES = {"inserted": "ins", "deleted": "del", "moved_from": "del", "moved_to": "ins", "echo": "del"}
_CLASSES = {"moved_from": "from", "moved_to": "to", "echo": "echo"}


@dataclass(frozen=True, slots=True)
class Set:
    """One set paragraph: its words, whether it is a heading, and the rows of the comparison that begin in it."""

    words: Markup
    heading: bool
    kind: str
    rows: tuple[int, ...]
    place: tuple[str, int, int] | None


def context(asked: Asked) -> Context:
    """The marked text in paragraphs. Raises NoSuchWork, NotComparable."""
    earlier, later = asked.params["earlier"], asked.params["later"]
    made = comparison(asked, earlier, later).redline
    return {
        "earlier": asked.build.work(earlier),
        "later": asked.build.work(later),
        "counts": made.counts,
        "paragraphs": [one for paragraph in made.paragraphs for one in _sets(paragraph, made)],
    }


def _sets(paragraph: Paragraph, made: Redline) -> list[Set]:
    return [_set(runs, paragraph, made) for runs in parted(paragraph) if any(run.text.strip() for run in runs)]


def _set(runs: Sequence[Run], paragraph: Paragraph, made: Redline) -> Set:
    words = Markup("").join(_run(run) for run in runs)
    kinds = {run.kind for run in runs}
    kind = "gone" if kinds <= {"deleted", "moved_from"} else "new" if kinds <= {"inserted", "moved_to"} else "both"
    unknown = kind != "both" and all(run.open for run in runs)
    rows = tuple(dict.fromkeys(run.row for run in runs if run.row is not None))
    return Set(words, paragraph.heading, "unknown" if unknown else kind, rows, _place(runs, made))


def _place(runs: Sequence[Run], made: Redline) -> tuple[str, int, int] | None:
    """Where the paragraph stands: in the later work, or, where that has none of it, in the earlier."""
    for work, spans in (
        (made.later.work, [run.later for run in runs if run.later]),
        (made.earlier.work, [run.earlier for run in runs if run.earlier]),
    ):
        if spans:
            return work, spans[0].start, spans[-1].end
    return None


def _run(run: Run) -> Markup:
    name = _NAMES.get(run.kind)
    if name is None:
        return marked(run.text, 0, ())
    kind = "unknown" if run.open and not run.move else _CLASSES.get(run.kind, "")
    told = (("class", kind),) if kind else ()
    return marked(run.text, 0, [Mark(Span(0, len(run.text)), 0, told, name=name)])


PAGE = Page("redline", "redline/{earlier}/{later}", context, every=every, shown=False)
