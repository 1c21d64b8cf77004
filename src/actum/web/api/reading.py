"""JSON for who reads: works, texts, facts, search, judgements, progress.

Takes       requests.
Gives       rows as the verbs print them.
Leaves out  whatever changes something: see `writing`.
"""

from __future__ import annotations

from dataclasses import asdict
from http import HTTPStatus
from typing import Annotated, Literal
from urllib.parse import quote

from fastapi import APIRouter, Path, Query, Request
from fastapi.responses import RedirectResponse

from actum.errors import NoSuchFact
from actum.store.fact_filter import Asked as FactsAsked
from actum.store.fact_filter import answering
from actum.store.judgements import listed, read_judgements
from actum.store.search import Hit
from actum.web.bodies import REFUSED, ProgressBody, RowBody
from actum.web.links import top
from actum.web.room import Room
from actum.web.words import UIS
from actum.workflow.room import snapshot
from actum.workflow.search import search_build

router = APIRouter(prefix="/api", tags=["reading"], responses={code: REFUSED[code] for code in (400, 404, 422, 503)})
Kind = Literal["positions", "effects", "mentions"]
WorkId = Annotated[str, Path(description="The id of a work, whole.", max_length=300)]
FactId = Annotated[str, Path(pattern=r"^[pem][0-9a-f]{8}$", description="The id of a fact.")]
Some = Annotated[str | None, Query(max_length=200)]


@router.get("/works")
def works(request: Request) -> list[RowBody]:
    """Every work, by date, then id."""
    return list(snapshot(Room.of(request).workspace).works)


@router.get("/works/{work}")
def work(request: Request, work: WorkId) -> RowBody:
    """One work with its witnesses and doubts."""
    return snapshot(Room.of(request).workspace).work(work)


@router.get("/works/{work}/text")
def text(request: Request, work: WorkId) -> RowBody:
    """The established text and its divisions."""
    build = snapshot(Room.of(request).workspace)
    return {"work": work, "text": build.text(work), "divisions": list(build.divisions(work))}


@router.get("/works/{work}/apparatus")
def apparatus(request: Request, work: WorkId) -> list[RowBody]:
    """The entries of the apparatus, in order of place."""
    return list(snapshot(Room.of(request).workspace).apparatus(work))


@router.get("/facts/{kind}")
def facts(
    request: Request,
    kind: Kind,
    work: Some = None,
    holder: Some = None,
    act: Some = None,
    about: Some = None,
) -> list[RowBody]:
    """Positions, effects or mentions that answer all that is asked, by work and place."""
    build = snapshot(Room.of(request).workspace)
    rows = [row for one in build.works for row in build.of(kind, one["work"])]
    if kind != "positions":
        holder = act = None
    return answering(rows, FactsAsked(work=work, holder=holder, act=act, about=about))


@router.get("/fact/{fact}")
def fact(request: Request, fact: FactId) -> RowBody:
    """One fact, a rejected one too."""
    return snapshot(Room.of(request).workspace).fact(fact)


@router.get("/search")
def search(  # noqa: PLR0913, PLR0917  each is a question that may be asked
    request: Request,
    q: Annotated[str, Query(max_length=200, description="Any run of characters.")],
    holder: Some = None,
    act: Some = None,
    instrument: Some = None,
    work: Some = None,
    first: Annotated[int, Query(ge=0, le=1_000_000)] = 0,
    limit: Annotated[int, Query(ge=1, le=200)] = 50,
) -> RowBody:
    """Sentences that have the words: offsets of each hit count in the work's established text."""
    asked = {"work": work, "holder": holder, "act": act, "instrument": instrument}
    chosen = [(kind, value) for kind, value in asked.items() if value]
    found = search_build(snapshot(Room.of(request).workspace), q, facets=chosen, first=first, limit=limit)
    return {"total": found.total, "sure": found.sure, "hits": [_hit(hit) for hit in found.hits], "facets": found.facets}


def _hit(hit: Hit) -> RowBody:
    spans = [{"start": hit.start + span.start, "end": hit.start + span.end} for span in hit.spans]
    return {"work": hit.work, "division": hit.division, "start": hit.start, "text": hit.text, "spans": spans}


@router.get("/judgements")
def judgements(request: Request) -> list[RowBody]:
    """Every judgement ever made, in order, and whether it holds."""
    return listed(read_judgements(Room.of(request).workspace.judgement_log))


@router.get("/progress")
def progress(request: Request) -> ProgressBody:
    """How far work in the background is."""
    return ProgressBody.model_validate(asdict(Room.of(request).jobs.seen()))


permanent = APIRouter(include_in_schema=False)


@permanent.get("/fact/{fact}")
def permalink(request: Request, fact: str) -> RedirectResponse:
    """To where a fact stands now, in the first language of the interface that the browser asks for."""
    build = snapshot(Room.of(request).workspace)
    row = build.fact(fact)
    if not any(row["work"] == one["work"] for one in build.works):
        raise NoSuchFact(f"{fact} is of a work that is no longer here.")
    accepted = request.headers.get("accept-language", "")
    ui = next((tag for part in accepted.split(",") if (tag := part.strip()[:2].lower()) in UIS), UIS[0])
    path = quote(f"/{ui}/facts/{row['work']}/{top(row['division'])}")
    return RedirectResponse(f"{path}#{fact}", HTTPStatus.SEE_OTHER)
