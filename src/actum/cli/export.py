"""`actum export`: the map, the networks, ledger and register in the forms that other programs read."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from actum.cli.network import TieOption
from actum.cli.options import WorkspaceOption, open_workspace
from actum.cli.rows import counted, say
from actum.workflow.exports import ExportAsked, ExportForm, check_output, write_export
from actum.workflow.exports import export as exported


class NameLanguage(StrEnum):
    """Languages in which the registry has names."""

    zh = "zh"
    en = "en"
    ru = "ru"


def export(
    form: Annotated[ExportForm, typer.Argument(metavar="FORM", help=f"One of: {', '.join(ExportForm)}.")],
    out: Annotated[Path, typer.Option("--out", "-o", metavar="FILE", help="The file to write; for csv, a folder.")],
    works: Annotated[
        list[str] | None, typer.Option("--work", metavar="WORK", help="Only claims of these works.")
    ] = None,
    holder: Annotated[str, typer.Option("--holder", metavar="CODE", help="Only claims that this one holds.")] = "",
    year: Annotated[str, typer.Option("--year", metavar="YEAR", help="Only works of this year.")] = "",
    around: Annotated[
        str, typer.Option("--around", metavar="CONCEPT", help="Only what leads to a concept and what it leads to.")
    ] = "",
    language: Annotated[NameLanguage, typer.Option("--lang", help="The language of names.")] = NameLanguage.zh,
    tie: Annotated[
        TieOption | None, typer.Option("--tie", help="In graphml and gexf: this network instead of the causal map.")
    ] = None,
    workspace: WorkspaceOption = None,
    *,
    split_joint: Annotated[
        bool, typer.Option("--split-joint", help="In a network, part the voice of a joint text into its members.")
    ] = False,
    force: Annotated[bool, typer.Option("--force", help="Write over what is there.")] = False,
) -> None:
    """What the texts say, for other programs: tables, graphs, models, pictures. What a form cannot hold is listed.

    \b
    csv             concepts, edges, claims, positions, ledger, events: a folder of tables
    graphml, gexf   the causal map, or with --tie a network, for Gephi and the like; gexf has the years
    mental-modeler  an .mmp model; matrix  for FCMapper; cognitivemapr  an edge list for R
    dna             statements for Discourse Network Analyzer
    jsonld          claims as PROV, the register as schema.org Legislation
    svg, png        a picture of the map: causes left, at most 60 concepts

    \b
    Example:
      actum export gexf --out map.gexf
      actum export svg --work 2019-06-05 --out map.svg
      actum export csv --out tables
    """
    check_output(out, form, force=force)
    asked = ExportAsked(
        tuple(works or ()), holder, year, around, language.value, tie.value if tie else None, split_joint
    )
    made = exported(open_workspace(workspace), form, asked)
    for path in write_export(made, out, form, force=force):
        say(f"{path}")
    if made.left_out:
        say(f"{counted(len(made.left_out), 'pair')} that {form} cannot hold, or not whole:")
        for line in made.left_out:
            say(f"  {line}")
