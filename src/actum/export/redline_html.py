"""A redline as one page that stands alone.

Takes       a Redline.
Gives       a page: HTML with its style inside, no script, nothing fetched from elsewhere.
Method      `<ins>` and `<del>`, moved words as `<ins class="to">` and `<del class="from">`; what a reader sees by
            colour and line is also said to who hears the page. Each labelled change is an anchor and a row of the list.
Leaves out  unchanged paragraphs are never folded away: who is handed the page has the whole text.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape
from importlib import resources

from actum.export.captions import UNKNOWN, counted, cut, meant, shown
from actum.export.marked import Head, Label, Paragraph, Redline, Run, parted

Places = dict[tuple[str, int | None, str], int]
"""The paragraph where a move or a row begins in the earlier text, and where in the later."""

_OPEN = {
    "inserted": "<ins>",
    "deleted": "<del>",
    "moved_from": '<del class="from">',
    "moved_to": '<ins class="to">',
    "echo": '<del class="echo">',
}
_LEGEND = {
    "inserted": ("<ins>inserted</ins>", "only in the later text"),
    "deleted": ("<del>deleted</del>", "only in the earlier text"),
    "moved_from": ('<del class="from">moved away</del>', "stood here; followed by where it went"),
    "moved_to": ('<ins class="to">moved here</ins>', "stood elsewhere; followed by where it stood"),
    "unknown": ('<ins class="unknown">not known</ins>', "the other text is cut there: nothing can be concluded"),
    "apart": ('<span class="mv">related: ¶ 7</span>', "what became of it, and where the other text has it"),
    "label": ('<span class="n">1</span>', "a labelled change, listed below the text"),
}


def redline_html(redline: Redline) -> str:
    """The page, ending with a line end."""
    earlier, later = redline.earlier, redline.later
    title = f"{earlier.date or earlier.work} → {later.date or later.work}"
    places = _places(redline)
    return "\n".join(
        (
            "<!DOCTYPE html>",
            '<html lang="en">',
            "<head>",
            '<meta charset="utf-8">',
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            '<meta name="color-scheme" content="light dark">',
            '<link rel="icon" href="data:,">',
            f"<title>Redline {escape(shown(title))}</title>",
            f"<style>\n{_style()}</style>",
            "</head>",
            "<body>",
            *_header(redline),
            f'<main lang="{escape(later.language)}">',
            *(_paragraph(one, redline, places) for one in redline.paragraphs),
            "</main>",
            *_changes(redline),
            "</body>",
            "</html>",
            "",
        )
    )


def _style() -> str:
    return resources.files("actum.export").joinpath("redline.css").read_text(encoding="utf8")


def _header(redline: Redline) -> Iterator[str]:
    yield "<header>"
    yield "<h1>Redline</h1>"
    yield '<dl class="works">'
    yield from _work("Earlier", redline.earlier)
    yield from _work("Later", redline.later)
    yield "</dl>"
    yield f'<p class="counts">{escape(counted(redline))}</p>'
    used = _used(redline)
    yield '<dl class="legend">'
    yield from (f"<div><dt>{sign}</dt><dd>{says}</dd></div>" for key, (sign, says) in _LEGEND.items() if key in used)
    yield "</dl>"
    yield "</header>"


def _used(redline: Redline) -> set[str]:
    """Which signs the text uses."""
    runs = [run for paragraph in redline.paragraphs for run in paragraph.runs]
    used: set[str] = {run.kind for run in runs}
    used |= {"unknown" for run in runs if run.open}
    used |= {"apart" for run in runs if run.apart}
    return used | ({"label"} if redline.labels else set())


def _work(which: str, head: Head) -> Iterator[str]:
    title = f'<cite lang="{escape(head.language)}">{escape(shown(head.title or head.work))}</cite>'
    warning = f'<br><strong class="cut">{escape(cut(head))}</strong>' if cut(head) else ""
    date = f'<span class="date">{escape(head.date or "no date")}</span>'
    yield f"<div><dt>{which}</dt><dd>{title} {date}{warning}</dd></div>"


def _places(redline: Redline) -> Places:
    """Where both ends of each move, and both sides of each row, begin."""
    found: Places = {}
    for paragraph in redline.paragraphs:
        for run in paragraph.runs:
            if run.kind == "echo":
                continue
            for side in ("earlier",) * (run.earlier is not None) + ("later",) * (run.later is not None):
                found.setdefault(("row", run.row, side), paragraph.number)
                found.setdefault(("move", run.move, side), paragraph.number)
    return found


def _paragraph(paragraph: Paragraph, redline: Redline, places: Places) -> str:
    tag = "h2" if paragraph.heading else "p"
    parts = ["".join(_runs(runs, paragraph.number, redline, places)) for runs in parted(paragraph)]
    number = f'id="p{paragraph.number}" data-n="{paragraph.number}"'
    opened = [f"<{tag} {number}>", *(f"</{tag}>\n<{tag}>" for _ in parts[1:])]
    return "".join(piece for pair in zip(opened, parts, strict=True) for piece in pair) + f"{_mark(paragraph)}</{tag}>"


def _runs(runs: Sequence[Run], paragraph: int, redline: Redline, places: Places) -> Iterator[str]:
    for n, run in enumerate(runs):
        yield _run(run, redline, language=redline.earlier.language if run.later is None else redline.later.language)
        yield _link(run, runs[n + 1] if n + 1 < len(runs) else None, paragraph, places)


def _run(run: Run, redline: Redline, *, language: str) -> str:
    text = escape(shown(run.text))
    if run.kind == "kept":
        return f"{text}{_anchors(run, redline)}"
    opened = _OPEN[run.kind]
    if run.open and not run.move:
        says = escape(UNKNOWN[run.later is None])
        opened = f'<{opened[1:4]} class="unknown" title="{says}">'
    if language != redline.later.language:
        opened = f'{opened[:-1]} lang="{escape(language)}">'
    return f"{opened}{text}</{opened[1:4]}>{_anchors(run, redline)}"


def _anchors(run: Run, redline: Redline) -> str:
    return "".join(
        f'<a class="n" lang="en" id="at{n}" href="#c{n}" aria-label="change {n}: {redline.labels[n - 1].kind}">{n}</a>'
        for n in run.labels
    )


def _link(run: Run, following: Run | None, paragraph: int, places: Places) -> str:
    """Where a sentence went or stood, or where its counterpart stands, behind its last run."""
    if following and (following.row, following.move) == (run.row, run.move):
        return ""
    away = run.later is None and run.kind != "echo"
    other = "later" if away else "earlier"
    if run.move:
        place, words = places.get(("move", run.move, other)), "moved to" if away else "moved from"
    elif run.apart:
        place, words = places.get(("row", run.row, other)), f"{run.relation}:"
    else:
        return ""
    if place is None or (place == paragraph and run.apart):
        return ""
    return f'<a class="mv" lang="en" href="#p{place}">{words} ¶ {place}</a>'


def _mark(paragraph: Paragraph) -> str:
    """A sign where only one text ends a paragraph that is not wholly its own."""
    if paragraph.mark == "kept":
        return ""
    own = {"inserted": {"inserted", "moved_to", "echo"}, "deleted": {"deleted", "moved_from"}}[paragraph.mark]
    if all(run.kind in own for run in paragraph.runs):
        return ""
    opened = _OPEN[paragraph.mark]
    which = "later" if paragraph.mark == "inserted" else "earlier"
    return f'{opened[:-1]} title="a paragraph ends here only in the {which} text">¶</{opened[1:4]}>'


def _changes(redline: Redline) -> Iterator[str]:
    if not redline.labels:
        return
    yield "<section>"
    yield '<h2 id="changes">Labelled changes</h2>'
    yield "<table>"
    yield "<thead><tr><th>No.</th><th>what</th><th>earlier</th><th>later</th><th>read as</th></tr></thead>"
    yield "<tbody>"
    yield from (_row(label, redline) for label in redline.labels)
    yield "</tbody>"
    yield "</table>"
    yield "</section>"


def _row(label: Label, redline: Redline) -> str:
    number = f'<a href="#at{label.number}">{label.number}</a>'
    earlier, later = (escape(shown(words)) or "∅" for words in (label.earlier, label.later))
    return (
        f'<tr id="c{label.number}"><td>{number}</td><td>{label.kind}</td>'
        f'<td lang="{escape(redline.earlier.language)}">{earlier}</td>'
        f'<td lang="{escape(redline.later.language)}">{later}</td><td>{escape(meant(label))}</td></tr>'
    )
