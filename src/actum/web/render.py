"""Draw a page: its context and its template make HTML.

Takes       a page, and what it is asked.
Gives       HTML as text.
Method      Jinja with autoescape and strict names; the same call for the server and for static files.
Leaves out  requests and responses.
"""

from __future__ import annotations

from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined

import actum
from actum.web.filters import FILTERS
from actum.web.page import Asked, Context, Page
from actum.web.words import UIS


def draw(page: Page, asked: Asked, navigation: tuple[Page, ...]) -> str:
    """The page as HTML. Raises what its context raises: NoSuchWork, NoSuchFact, BuildGone and others."""
    return draw_template(f"{page.drawn_as}.html", asked, navigation, {"page": page.drawn_as, **page.context(asked)})


def draw_template(template: str, asked: Asked, navigation: tuple[Page, ...], context: Context) -> str:
    """A template with what the layout needs and a context of its own; `page` in it names the page."""
    return (
        _environment()
        .get_template(template)
        .render(
            asked=asked,
            t=asked.t,
            ui=asked.ui,
            uis=UIS,
            link=asked.link,
            writer=asked.writer,
            navigation=[one for one in navigation if one.shown and (one.published or not asked.link.static_site)],
            version=actum.__version__,
            **context,
        )
    )


@cache
def _environment() -> Environment:
    made = Environment(
        loader=PackageLoader("actum.web", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    made.filters.update(FILTERS)
    return made
