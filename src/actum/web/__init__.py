"""The reading room: a place in the browser to read, search, compare and see.

How the room is made, and how to add a page to it
-------------------------------------------------
One page is four files, named alike, and one line:

    pages/NAME.py              PAGE = Page("NAME", "path/{work}", context, …): which address, what the template needs
    templates/NAME.html        {% extends "layout.html" %}; fills `title`, `content`, and `scripts` where it has some
    data/words/NAME.toml       its words, English and Chinese side by side; `common.toml` has those that many use
    static/NAME.js             only where the page does more with a script; NAME.css too where room.css is not enough
    site.py                    the line: PAGES in the order of the navigation; ROUTERS for the JSON behind the pages

**A page is a pure function of what is asked.** `context(asked: Asked)` takes the build (`asked.build`, a Snapshot of
`workflow.room`), the address (`asked.params`, `asked.query`), the words and the links, calls `workflow/`, and gives a
mapping for the template. It sees no request and no response; so `render.draw` serves the browser and writes the static
pages of `actum publish` by the same call. `Page.every(build)` lists the parameters of every address of the page that a
static site shall hold; `published=False` keeps a page out of it (judging, adding files). What is computed anew and
takes long is kept by `build.name` (a build never changes).

**Addresses** are `/en/…` and `/zh/…` (the language of the interface; texts keep their own `lang`). Templates and pages
write no address by hand: `link("read", work=ID, at="p12")`, `link.fact(row)`, `link.place(work, start, end)`,
`link.static("room.css")`, `link.other("zh")`; on a static site the same calls give relative files. What chooses
within a page (filters, sorts, a date) stands in the query: `link("compare", a=X, b=Y, query={"relation": ["added"]})`.
On a static site the query reaches the script alone: a page must be whole, and unfiltered, without it.
`asked.called(id)` names an id of the registry in the language of the interface (holders and `about` alike).
Deep links: `?at=1203-1240#s1203-1240` is the place 1203–1240 of the work's established text, `?at=p12#p12` (any id of a
division) that division, `#pef99f95e` a fact (its id begins with p, e or m); `/fact/ID` leads to where the fact stands.

**Words.** `{{ t("works.complete") }}`, `t("common.count", n=3)`; keys begin with the name of their file. A missing key
is an error, and so is one that lacks a language. What the build says in English (`says` of doubts, rules) is shown as
it is, with lang="en". Quotes of texts stand in an element with the text's own lang; the `lang` filter gives it.

**Works without script.** Reading needs none: links, forms (GET for what is asked, POST for what is judged) and
<details>. A script makes it quicker: plain files with `defer`, no modules (file:// refuses them), no build step, no
library unless pinned and in NOTICE. No inline script, no inline style, no `on…` attribute: the policy refuses them.
In SVG, geometry stands in attributes, colours in classes.

In templates, names are strict (test with `'act' in row`), and a key that is also a method of dict (`copy`, `items`,
`values`, `keys`) is written `row['copy']`.

**Everything is escaped.** Jinja's autoescape is on and nothing is marked safe but what `marks.py` makes of escaped
pieces. Scripts set `textContent`, never `innerHTML` of data.

**For every reader.** One <h1>; landmarks and the skip link come from the layout; state is told by words or shape and
not by colour alone; a control has a name; tables have <caption> and scope; colours are the variables of room.css, which
keep 4.5:1 in light and dark; nothing wider than 320 px without its own scrolling (`class="wide"` with tabindex="0",
role="region" and aria-label). What has no use on paper has class="noprint".

**Safe.** GET never changes anything. A route that writes lives in `api/` and takes `writer: Writer`, which needs the
token. Files are opened by the workspace's own functions alone, never by a path from an address.

**Tests** stand in `tests/web/`: `client` (a TestClient on the built sample), `writer` (the same with the token),
`browser_page` (Chromium on a served sample; skipped where there is none). Every page goes through
`test_every_page.py` (status, size, words, links, headings) and `test_axe.py` without being named there.
"""
