"""The reading room as a site of plain files: the same pages, from any web server or straight from a disk.

Takes       a workspace with a build, a folder, whether a folder of somebody else's may be written to.
Gives       the folder, holding every page that reads, in every language of the interface; the number of files.
Method      each page is drawn as the server draws it, with relative links. A list of all files is written first, so
            that a later run, or one after a kill, knows what is its own, replaces it, and takes away what is no more.
            The same build gives the same bytes as of the same day.
Leaves out  the pages that write (judging, adding files), and the workspace itself: no path of this machine is told.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial
from importlib import resources
from itertools import groupby
from operator import attrgetter
from pathlib import Path

import actum
from actum.errors import OutputRefused
from actum.registry.edtf import days
from actum.store.files import Row, write_whole
from actum.store.workspace import Workspace
from actum.web.api.downloads import KINDS, TYPES, WHOLE, variants_script, written
from actum.web.filters import file_name, lang
from actum.web.links import Links, file_of, filled
from actum.web.page import Asked, Page, Params, this_day
from actum.web.pages import facts
from actum.web.render import draw, draw_template
from actum.web.site import PAGES
from actum.web.tables import Choice
from actum.web.words import UIS
from actum.workflow.room import Snapshot, snapshot
from actum.workflow.search import FACETS, units

MARK = "actum-site.json"
"""The file by which a folder is known as a site of ours."""
PATHS = {page.name: page.path for page in PAGES}
Draw = Callable[[], bytes]
Tell = Callable[[str, int, int], None]


@dataclass(frozen=True, slots=True)
class Published:
    """What was written, as of which day: how many files and bytes; how many of an earlier site were taken away."""

    files: int
    size: int
    removed: int
    as_of: str


def publish(
    workspace: Workspace, folder: Path, *, force: bool, as_of: str = "", tell: Tell = lambda *_: None
) -> Published:
    """Write the site of the build that holds, as of a day, else today.

    Raises OutputRefused for a folder that is not its own, DataFault for what is no day, and NotBuilt.
    """
    day = as_of or this_day()
    days(day)
    workspace.built()
    before = check_folder(workspace, folder, force=force)
    build = nameless(snapshot(workspace))
    files = dict(planned(workspace, build, day))
    mark = {
        "made_by": "actum publish",
        "version": actum.__version__,
        "build": build.name,
        "as_of": day,
        "files": sorted(files),
    }
    write_whole(folder / MARK, (json.dumps(mark, ensure_ascii=False, indent=1) + "\n").encode())
    size = 0
    for done, (name, make) in enumerate(files.items(), 1):
        data = make()
        size += len(data)
        write_whole(folder / name, data, flush=False)
        tell("writing", done, len(files))
    gone = [name for name in before if name not in files and (folder / name).is_file()]
    for name in gone:
        (folder / name).unlink()
    return Published(len(files) + 1, size, len(gone), day)


def check_folder(workspace: Workspace, folder: Path, *, force: bool) -> list[str]:
    """The files of an earlier site there; none where the folder is new or empty.

    Raises OutputRefused where it is a file, holds anything else (unless forced), or lies around or in the workspace.
    """
    root, there = workspace.root.resolve(), folder.resolve()
    if there == root or root in there.parents or there in root.parents:
        raise OutputRefused(f"{folder} is the workspace, or in or around it. Name a folder of its own for the site.")
    if folder.exists() and not folder.is_dir():
        raise OutputRefused(f"{folder} is a file. Name a folder.")
    own = _own(folder)
    if own is None and folder.exists() and any(folder.iterdir()) and not force:
        raise OutputRefused(
            f"{folder} holds files that are no site of ours. Name a new folder, or write among them with --force; "
            "files of the same names are then written over."
        )
    return own or []


def _own(folder: Path) -> list[str] | None:
    """The files that the list in the folder names; None where there is no list of ours. Names lead nowhere else."""
    try:
        files = json.loads((folder / MARK).read_text(encoding="utf8"))["files"]
    except (OSError, ValueError, KeyError, TypeError):
        return None
    if not isinstance(files, list):
        return None
    inside = folder.resolve()
    return [name for name in files if isinstance(name, str) and inside in (folder / name).resolve().parents]


def planned(workspace: Workspace, build: Snapshot, day: str) -> Iterator[tuple[str, Draw]]:
    """Every file of the site by its path, with the call that makes it."""
    yield "index.html", _door
    homes = facts.homes(build)
    published = (page for page in PAGES if page.published)
    for every, pages in groupby(published, key=attrgetter("every")):
        together = tuple(pages)  # what is computed for one of them is then at hand for the other
        for params in every(build):
            if "division" in params and homes[params["work"], params["division"]] != params["division"]:
                continue  # its facts stand with those of an earlier paragraph
            for page in together:
                for ui in UIS:
                    name = f"{ui}/{file_of(filled(page.path, params))}"
                    yield name, partial(_page, _Site(workspace, build, homes, day), page, params, ui)
    for kind in WHOLE:
        for ending in TYPES:
            yield f"data/{kind}.{ending}", partial(_rows, workspace, build, day, kind, ending)
    yield "data/variants.js", variants_script
    yield "data/texts.js", partial(_texts, build)
    for file in sorted(resources.files("actum.web").joinpath("static").iterdir(), key=lambda one: one.name):
        if file.is_file():
            yield f"static/{file.name}", file.read_bytes


@dataclass(frozen=True, slots=True)
class _Site:
    """What all pages of the site share; `homes` as `facts.homes` tells."""

    workspace: Workspace
    build: Snapshot
    homes: Mapping[tuple[str, str], str]
    day: str


def _page(site: _Site, page: Page, params: Params, ui: str) -> bytes:
    link = Links(PATHS, ui, filled(page.path, params), static_site=True, homes=site.homes)
    asked = Asked.of(site.workspace, link, params, build=site.build, today=site.day)
    if page.name == "search":
        context = {"page": "search", "facets": _facets(site.build, asked)}
        return draw_template("search_static.html", asked, PAGES, context).encode("utf8", "replace")
    return draw(page, asked, PAGES).encode("utf8", "replace")


def _rows(workspace: Workspace, build: Snapshot, day: str, kind: str, ending: str) -> bytes:
    link = Links({}, UIS[0], static_site=True)
    return written(kind, ending, KINDS[kind](Asked.of(workspace, link, {}, build=build, today=day)))


def _door() -> bytes:
    text = resources.files("actum.web").joinpath("templates", "door.html").read_text(encoding="utf8")
    return text.encode()


def nameless(build: Snapshot) -> Snapshot:
    """The build with the names of copies in the place of their paths."""
    return replace(
        build,
        works=tuple(_work(row) for row in build.works),
        copies=tuple(_bare(row) for row in build.copies),
        doubts=tuple(_bare(row) for row in build.doubts),
    )


def _work(row: Row) -> Row:
    return {
        **row,
        "witnesses": [_bare(one) for one in row["witnesses"]],
        "doubts": [_bare(one) for one in row["doubts"]],
    }


def _bare(row: Row) -> Row:
    paths = {key: file_name(value) for key, value in row.items() if key in {"copy", "path"} and isinstance(value, str)}
    return {**row, **paths}


def _facets(build: Snapshot, asked: Asked) -> dict[str, list[Choice]]:
    """What hits can be narrowed by, named in the language of the interface."""
    found: dict[str, set[str]] = {kind: set() for kind in FACETS}
    for unit in units(build):
        for kind, value in unit.facets:
            found[kind].add(value)
    return {kind: sorted((_choice(asked, kind, one) for one in own), key=_by_name) for kind, own in found.items()}


def _choice(asked: Asked, kind: str, value: str) -> Choice:
    name = asked.t.either(f"common.act-{value}", value) if kind == "act" else asked.called(value)
    if kind == "work":
        row = asked.build.work(value)
        name = f"{row['date'] or asked.t('common.no-date')} {row['title'] or value}"
    return Choice(value, name, 0)


def _by_name(choice: Choice) -> tuple[str, str]:
    return choice.name, choice.value


def _texts(build: Snapshot) -> bytes:
    """A script that holds every sentence with its place and facets, for the search in the browser."""
    link = Links(PATHS, UIS[0], "search", static_site=True)
    numbers = {row["work"]: number for number, row in enumerate(build.works)}
    numbered: dict[str, int] = {}
    lines = []
    for unit in units(build):
        own = [numbered.setdefault(f"{kind}:{value}", len(numbered)) for kind, value in unit.facets]
        lines.append(_json([numbers[unit.work], unit.start, unit.text, own]))
    works = [
        {
            "title": row["title"] or row["work"],
            "date": row["date"] or "",
            "lang": lang(row["language"], row["title"] or ""),
            "href": link("read", work=row["work"]).removeprefix(f"../{UIS[0]}/"),
        }
        for row in build.works
    ]
    body = ",\n".join(lines)
    text = f'window.actumTexts = {{"works": {_json(works)},\n"units": [\n{body}\n],\n"facets": {_json(numbered)}}};\n'
    return text.encode("utf8", "replace")


def _json(value: object) -> str:
    """JSON that is JavaScript too."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return text.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
