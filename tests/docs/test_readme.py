"""README and docs show what the program really prints, and name every verb.

`ACTUM_WRITE_DOCS=1 pytest tests/docs` writes the outputs anew; look at the difference before you commit it.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
import typer

from actum.cli.verbs import VERBS, face
from actum.registry.load import load

ROOT = Path(__file__).parents[2]
README = ROOT / "README.md"
BLOCK = re.compile(r"```console\n\$ actum (?P<command>[^\n]*)\n(?P<output>.*?)```", re.DOTALL)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder in which the demonstration was run."""
    made = tmp_path_factory.mktemp("readme")
    actum("demo", folder=made)
    return made


def actum(*words: str, folder: Path) -> str:
    command = [sys.executable, "-m", "actum", *words]
    done = subprocess.run(command, capture_output=True, text=True, cwd=folder, check=True)
    return "\n".join(line.rstrip() for line in done.stdout.splitlines()).strip("\n") + "\n"


def test_readme_shows_real_output(folder: Path) -> None:
    text = README.read_text(encoding="utf8")

    def printed(found: re.Match[str]) -> str:
        words = found["command"].partition("#")[0].split()
        if "FACT" in words:
            rows = actum("effects", "--about", "arms-race", "--workspace", words[-1], "-f", "jsonl", folder=folder)
            words[words.index("FACT")] = json.loads(rows.splitlines()[0])["id"]
        if words[0] == "explain":
            shown = f"explain FACT {' '.join(words[2:])}   # FACT is {words[1]}"
            return f"```console\n$ actum {shown}\n{actum(*words, folder=folder)}```"
        return f"```console\n$ actum {found['command']}\n{actum(*words, folder=folder)}```"

    fresh = BLOCK.sub(printed, text)
    if os.environ.get("ACTUM_WRITE_DOCS"):
        README.write_text(fresh, encoding="utf8")
    assert text == fresh or os.environ.get("ACTUM_WRITE_DOCS")
    assert len(BLOCK.findall(text)) >= 5


def verbs() -> list[str]:
    names = []
    for name in VERBS:
        found = face(name)
        if not isinstance(found, typer.Typer):
            names.append(name)
            continue
        names += [name] if found.registered_callback and found.registered_callback.invoke_without_command else []
        names += [f"{name} {one.name or one.callback.__name__}" for one in found.registered_commands if one.callback]
    return names


def test_every_verb_is_documented_and_no_other() -> None:
    told = re.findall(
        r"^### `actum ([a-z]+(?:[ -][a-z]+)*)`", (ROOT / "docs" / "verbs.md").read_text(encoding="utf8"), re.MULTILINE
    )
    assert sorted(told) == sorted(verbs())


def test_the_registry_page_counts_what_there_is() -> None:
    page = (ROOT / "docs" / "registry.md").read_text(encoding="utf8")
    rows = load().rows
    for sure in "ABC":
        count = sum(row.sure == sure for row in rows)
        assert f"| {sure} | {count:,} |" in page, f"sure {sure}: {count:,}"
    assert all(row.source for row in rows)


@pytest.mark.parametrize(
    "page", [*sorted((ROOT / "docs").rglob("*.md")), README, ROOT / "ARCHITECTURE.md"], ids=lambda page: page.name
)
def test_links_lead_somewhere(page: Path) -> None:
    for link in re.findall(r"\]\(([^)#]+)\)", page.read_text(encoding="utf8")):
        if not link.startswith("http"):
            assert (page.parent / link).exists(), link
