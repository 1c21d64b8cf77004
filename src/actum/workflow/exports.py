"""What a workspace knows, in the forms that others read.

Takes       a workspace with a build; a form; which claims, which names, which network.
Gives       files with their bytes, lines on what a form cannot hold; files that are never written over unasked.
Method      map, networks, ledger and register as their verbs have them → the form; each step one call.
Leaves out  the clock: no form says when it was written.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from actum.errors import OutputRefused
from actum.export.cognitivemapr import cognitivemapr
from actum.export.concept_names import kinds_of, names_in
from actum.export.csv_tables import csv_tables
from actum.export.dna import Document, dna
from actum.export.gexf import gexf
from actum.export.graph import Graph, graph_of_map, graph_of_network
from actum.export.graphml import graphml
from actum.export.jsonld import WorkHead, jsonld
from actum.export.map_png import FontFile, map_png
from actum.export.map_svg import map_svg
from actum.export.matrix import matrix
from actum.export.mental_modeler import mental_modeler
from actum.export.picture import MOST, Picture, around, picture
from actum.model.claim import CausalMap
from actum.model.network import TieKind
from actum.model.read_work import ReadWork
from actum.regime.ledger.filter import LedgerAsked
from actum.registry.load import Registry
from actum.store.fact_filter import Asked
from actum.store.files import write_whole
from actum.store.register_rows import event_row
from actum.store.row_keys import ROW_KEYS
from actum.store.workspace import Workspace
from actum.workflow.causal_map import causal_map
from actum.workflow.concept_names import concept_named
from actum.workflow.ledger import ledger_rows
from actum.workflow.networks import NetworkAsked, leanings_of, network_of
from actum.workflow.read_works import read_works
from actum.workflow.regime import instruments_named, register_with
from actum.workflow.registers import registry_of
from actum.workflow.show import fact_rows

FONTS = (
    "NotoSansCJK-Regular.ttc", "NotoSansCJKsc-Regular.otf", "NotoSansSC-Regular.otf", "SourceHanSansSC-Regular.otf",
    "SourceHanSans-Regular.ttc", "NotoSansCJK.ttc", "PingFang.ttc", "msyh.ttc", "wqy-microhei.ttc",
)  # fmt: skip
"""Files of fonts with Chinese, the best first; the simplified face of a Noto collection is its third."""
FONT_FOLDERS = (
    "~/.local/share/fonts", "~/.fonts", "/usr/share/fonts", "/usr/local/share/fonts", "~/Library/Fonts",
    "/Library/Fonts", "/System/Library/Fonts", "C:/Windows/Fonts",
)  # fmt: skip
EVENT_KEYS = (
    "id", "instrument", "type", "date", "effective", "until", "parties", "according_to", "purported", "source", "sure",
    "unverified", "known_on", "outcome", "note", "work", "division", "quote", "made_by",
)  # fmt: skip


class ExportForm(StrEnum):
    """What can be written."""

    csv = "csv"
    graphml = "graphml"
    gexf = "gexf"
    mental_modeler = "mental-modeler"
    matrix = "matrix"
    cognitivemapr = "cognitivemapr"
    dna = "dna"
    jsonld = "jsonld"
    svg = "svg"
    png = "png"


ENDINGS = {
    ExportForm.csv: "", ExportForm.graphml: ".graphml", ExportForm.gexf: ".gexf", ExportForm.mental_modeler: ".mmp",
    ExportForm.matrix: ".csv", ExportForm.cognitivemapr: ".csv", ExportForm.dna: ".csv", ExportForm.jsonld: ".jsonld",
    ExportForm.svg: ".svg", ExportForm.png: ".png",
}  # fmt: skip
"""How the file of each form ends; CSV is a folder of tables."""


@dataclass(frozen=True, slots=True)
class ExportAsked:
    """Which claims (of works, of one holder, of one year), around which concept, names in which language.

    `tie` asks for a network instead of the map; `split` parts joint voices in it.
    """

    works: tuple[str, ...] = ()
    holder: str = ""
    year: str = ""
    around: str = ""
    language: str = "zh"
    tie: TieKind | None = None
    split: bool = False


@dataclass(frozen=True, slots=True)
class Exported:
    """Files by name (one without a name, but for CSV), and lines on what the form cannot hold."""

    files: dict[str, bytes]
    left_out: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Source:
    """What the forms are made of."""

    workspace: Workspace
    asked: ExportAsked
    registry: Registry
    works: list[ReadWork]
    map: CausalMap

    @property
    def names(self) -> Mapping[str, str]:
        """Names of the registry in the language asked for, and a text's own words for what nobody has named."""
        labels = {node.concept: node.label for node in self.map.nodes if node.label}
        return {**names_in(self.registry, self.asked.language), **labels}

    @property
    def title(self) -> str:
        where = f", around {self.names.get(self.asked.around, self.asked.around)}" if self.asked.around else ""
        return f"What is said to lead to what{where}"

    @property
    def said_by(self) -> str:
        """The works that make the claims, and how many claims there are."""
        claims = {claim.id: claim for edge in self.map.edges for claim in (*edge.up, *edge.down, *edge.unknown)}
        voices: dict[str, set[str]] = {}
        for claim in claims.values():
            voices.setdefault(claim.work, set()).add("+".join(claim.holder))
        told = "; ".join(_cited(work, voices[work.work]) for work in self.works if work.work in voices)
        return f"Source: {told or 'no work'}. Claims of the texts, none of ours: {len(claims)}."


def export(workspace: Workspace, form: ExportForm, asked: ExportAsked) -> Exported:
    """The files of a form. Raises NoSuchWork, NoSuchConcept, NotBuilt; OutputRefused where it cannot be made."""
    if asked.tie and form not in {ExportForm.graphml, ExportForm.gexf}:
        raise OutputRefused(
            f"a network can be written as graphml or gexf, not as {form}. `actum network` has rows too."
        )
    registry = registry_of(workspace)
    found = causal_map(workspace, works=asked.works, holder=asked.holder, year=asked.year)
    if asked.around:
        concept = concept_named(asked.around, {node.concept for node in found.nodes}, registry)
        asked = ExportAsked(asked.works, asked.holder, asked.year, concept, asked.language, asked.tie, asked.split)
        found = around(found, concept)
    works = [work for work in read_works(workspace, asked.works) if not asked.year or work.date.startswith(asked.year)]
    return _MADE[form](_Source(workspace, asked, registry, works, found))


def check_output(path: Path, form: ExportForm, *, force: bool) -> None:
    """Raise OutputRefused where a file ends in another form's way, its folder is not there, or it is there already."""
    ending = ENDINGS[form]
    if ending and path.suffix.lower() not in {ending, ".json" if form is ExportForm.jsonld else ending}:
        raise OutputRefused(f"a file of {form} ends in {ending}, “{path.name}” does not. Name one that does.")
    if not path.parent.is_dir():
        raise OutputRefused(f"{path.parent} is no folder. Make it first, or name one that is there.")
    if not ending and path.exists() and not path.is_dir():
        raise OutputRefused(f"{path} is a file, and {form} is a folder of tables. Name a folder.")
    if ending and path.is_dir():
        raise OutputRefused(f"{path} is a folder, and {form} is one file. Name a file.")
    there = path.exists() if ending else path.is_dir() and any(path.glob("*.csv"))
    if there and not force:
        what = path if ending else f"{path} has tables already and"
        raise OutputRefused(f"{what} is there already. Name another, or write over it with --force.")


def write_export(made: Exported, path: Path, form: ExportForm, *, force: bool) -> list[Path]:
    """Write the files, each whole or not at all, and give their paths. Raises OutputRefused as `check_output` does."""
    check_output(path, form, force=force)
    paths = [path / name if not ENDINGS[form] else path for name in made.files]
    for target, data in zip(paths, made.files.values(), strict=True):
        write_whole(target, data)
    return paths


def _cited(work: ReadWork, voices: Collection[str]) -> str:
    said = ", ".join(part for part in (work.date, *sorted(voices)) if part)
    return f"{work.title or work.work} ({said})" if said else work.title or work.work


def _csv(source: _Source) -> Exported:
    asked = source.asked
    names = {work.work for work in source.works}
    positions = [
        row
        for row in fact_rows(source.workspace, "positions", Asked(holder=asked.holder or None))
        if row["work"] in names
    ]
    ledger = ledger_rows(source.workspace, LedgerAsked(holder=asked.holder or None)).rows
    register = register_with(source.registry, source.works)
    slugs = instruments_named(source.registry, source.works)
    events = [event_row(event) for slug in slugs for event in register.events.get(slug, ())]
    others = {
        "positions": (ROW_KEYS["positions"], positions),
        "ledger": (ROW_KEYS["ledger"], [row for row in ledger if row["work"] in names]),
        "events": (EVENT_KEYS, events),
    }
    return Exported(csv_tables(source.map, source.registry, others))


def _graph(source: _Source) -> Graph:
    asked = source.asked
    if asked.tie is None:
        return graph_of_map(source.map, source.names, kinds_of(source.registry), title=source.title)
    network = network_of(
        source.workspace, NetworkAsked(asked.tie, asked.works, asked.year, asked.year, split=asked.split)
    )
    return graph_of_network(network, source.names, title=f"Network of {asked.tie}")


def _mental_modeler(source: _Source) -> Exported:
    date = max((work.date.split("/")[-1] for work in source.works), default="")
    made, left_out = mental_modeler(source.map, source.names, kinds_of(source.registry), title=source.title, date=date)
    return Exported({"": made}, tuple(left_out))


def _listed(made: tuple[bytes, list[str]]) -> Exported:
    return Exported({"": made[0]}, tuple(made[1]))


def _dna(source: _Source) -> Exported:
    leanings = leanings_of(source.workspace, source.works, source.registry)
    asked = source.asked.holder.upper()
    documents = {work.work: Document(work.title, work.text) for work in source.works}
    return Exported({"": dna([one for one in leanings if not asked or asked in one.voice], documents)})


def _jsonld(source: _Source) -> Exported:
    register = register_with(source.registry, source.works)
    slugs = instruments_named(source.registry, source.works) if source.works else ()
    events = {slug: register.events.get(slug, ()) for slug in slugs}
    heads = [
        WorkHead(work.work, work.title, work.date, work.language, work.parties, work.complete) for work in source.works
    ]
    return Exported({"": jsonld(source.map, heads, source.registry, events)})


def _picture(source: _Source) -> Picture:
    if len(source.map.nodes) > MOST:
        raise OutputRefused(
            f"the map has {len(source.map.nodes):,} concepts, and a picture holds {MOST}. Name a concept with --around "
            f"({_busiest(source.map)} have most lines), or fewer works with --work."
        )
    if not source.map.nodes:
        raise OutputRefused("no claims answer to that, so there is nothing to draw. `actum map` lists what there is.")
    kinds = kinds_of(source.registry)
    return picture(source.map, source.names, kinds, title=source.title, source=source.said_by)


def _busiest(found: CausalMap) -> str:
    lines: dict[str, int] = {}
    for edge in found.edges:
        for concept in (edge.cause, edge.effect):
            lines[concept] = lines.get(concept, 0) + 1
    return ", ".join(sorted(lines, key=lambda one: (-lines[one], one))[:3])


def _font() -> FontFile:
    """A font with Chinese from where systems keep them. Raises OutputRefused where there is none."""
    for name in FONTS:
        for folder in FONT_FOLDERS:
            for path in sorted(Path(folder).expanduser().rglob(name)):
                index = 2 if name.startswith("NotoSansCJK-") else 0
                bold = path.with_name(path.name.replace("Regular", "Bold"))
                heavy = str(bold) if bold != path and bold.is_file() else ""
                return FontFile(str(path), index, heavy, index if heavy else 0)
    raise OutputRefused(
        "PNG needs a font with Chinese, and none of those known is installed. Install Noto Sans CJK, or export SVG."
    )


_MADE: dict[ExportForm, Callable[[_Source], Exported]] = {
    ExportForm.csv: _csv,
    ExportForm.graphml: lambda source: Exported({"": graphml(_graph(source))}),
    ExportForm.gexf: lambda source: Exported({"": gexf(_graph(source))}),
    ExportForm.mental_modeler: _mental_modeler,
    ExportForm.matrix: lambda source: _listed(matrix(source.map)),
    ExportForm.cognitivemapr: lambda source: _listed(cognitivemapr(source.map)),
    ExportForm.dna: _dna,
    ExportForm.jsonld: _jsonld,
    ExportForm.svg: lambda source: Exported({"": map_svg(_picture(source)).encode("utf8")}),
    ExportForm.png: lambda source: Exported({"": map_png(_picture(source), _font())}),
}
