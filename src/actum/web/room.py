"""The room that a server keeps: one workspace, its settings, and who works in it.

Takes       a workspace and settings.
Gives       Room, found from a request.
Leaves out  answering.
"""

from __future__ import annotations

from dataclasses import dataclass

from starlette.requests import Request

from actum.errors import DataFault
from actum.store.workspace import Workspace
from actum.web.jobs import Jobs
from actum.web.settings import Settings


@dataclass(frozen=True, slots=True)
class Room:
    """What every request shares."""

    workspace: Workspace
    settings: Settings
    jobs: Jobs

    @classmethod
    def of(cls, request: Request) -> Room:
        """The room of the server that a request came to."""
        room = request.app.state.room
        if not isinstance(room, Room):
            raise DataFault("this server was not made by create_app. Start it with: actum serve")
        return room
