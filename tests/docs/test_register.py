"""The page of the register shows what the command says; `ACTUM_WRITE_DOCS=1` writes it anew."""

from __future__ import annotations

import json
import os
import re
from pathlib import Path
from typing import Any

from tests.cli.running import actum

from actum.model.register import EVENT_TYPES

PAGE = Path(__file__).parents[2] / "docs" / "register.md"
MADE = re.compile(r"(?<=<!-- made by the command: begin -->\n).*?(?=<!-- made by the command: end -->)", re.DOTALL)
SLUGS = (
    "abm-treaty", "inf-treaty", "new-start", "npt", "ctbt", "bwc", "cwc", "spnfz-treaty", "jcpoa",
    "unsc-resolution-2231", "ppwt-draft",
)  # fmt: skip
DATES = ("2000-01-01", "2019-06-05", "2019-09-01", "2025-05-08", "2026-03-01")


def test_the_page_shows_what_the_command_says(tmp_path: Path) -> None:
    words = [*SLUGS, *(word for date in DATES for word in ("--as-of", date))]
    done = actum("regime", *words, "--format", "jsonl", cwd=tmp_path)
    rows = [json.loads(line) for line in done.stdout.splitlines()]
    assert len(rows) == len(SLUGS) * len(DATES)
    said = "\n".join(section(slug, [row for row in rows if row["instrument"] == slug]) for slug in SLUGS)
    command = f"```console\n$ actum regime {' '.join(SLUGS)} \\\n    {' '.join(words[len(SLUGS) :])}\n```\n"
    text = PAGE.read_text(encoding="utf8")
    fresh = MADE.sub(lambda _: f"\n{command}\n{said}\n", text)
    if os.environ.get("ACTUM_WRITE_DOCS"):
        PAGE.write_text(fresh, encoding="utf8")
    assert text == fresh or os.environ.get("ACTUM_WRITE_DOCS")


def test_the_page_names_every_type_of_event() -> None:
    told = PAGE.read_text(encoding="utf8").partition("Types of events:")[2].partition("\n\n")[0]
    assert set(re.findall(r"[a-z]+(?:-[a-z]+)*", re.sub(r"\([^)]*\)", "", told))) == set(EVENT_TYPES)


def section(slug: str, rows: list[dict[str, Any]]) -> str:
    lines = [f"### {slug} ({rows[0]['name']}, {rows[0]['kind']})", ""]
    lines += ["| as of | state | since | sure | proved by |", "|---|---|---|---|---|"]
    for row in rows:
        sure = "**unverified**" if row["unverified"] else "checked" if row["proved_by"] else ""
        proof = "<br>".join(map(proving, row["proved_by"]))
        state = "<br>".join([row["state"], *(f"*{line}*" for line in row["caveats"])])
        lines.append(f"| {row['as_of']} | {state} | {row['since']} | {sure} | {proof} |")
    return "\n".join([*lines, ""])


def proving(event: dict[str, Any]) -> str:
    """One event in a cell: date, what, of whom, by whose telling, source with its mark."""
    what = ("purportedly " if event["purported"] else "") + event["type"]
    of = f" {', '.join(event['parties'])}" if event["parties"] else ""
    who = "" if event["according_to"] == ["*"] else f", according to {', '.join(event['according_to'])}"
    mark = f" (**unverified, {event['sure']}**)" if event["unverified"] else f" ({event['sure']})"
    return f"{event['date']} {what}{of}{who}: {event['source']}{mark}"
