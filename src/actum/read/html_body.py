"""Which blocks of a page are its text, and which are foreign to it.

Takes       the elements and blocks of a page, and the titles that it gives itself.
Gives       for each block, the rule by which it is left out; none for what is read.
Method      what hides itself, what is furniture by its element or its class, and lists of links are left out. A part
            of the page that holds much of its prose, or its title, is no furniture whatever it is called: in doubt a
            block is read, for the rooms behind this one know furniture too, and what is cut here reaches none of them.
Leaves out  news items, credits and notices in prose: `identify` finds them in the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from actum.read.html_blocks import LONG, Block, Sums
from actum.read.html_tree import Element, attribute
from actum.read.tables import table

MUCH = 1 / 3
"""Share of a page's prose, 0 to 1, from which a part of it is no furniture whatever it is called; generated pages,
2026-11-26."""
MAIN = 0.8
"""Share of the prose that lies within the main part of a page; 2026-11-26."""
LINKED = 0.55
"""Share of letters in links from which a stretch without prose is a list of links: a day and an hour stand beside
each in many; 2026-11-26."""
REVEALED = 0.1
"""Share of a page's prose, 0 to 1, from which an element that hides it is opened; generated pages, 2026-11-26."""
TITLE = 6
"""Letters from which a line can be known for the page's title; 2026-11-26."""
_WORDS = re.compile(r"[A-Z]?[a-z]+\d*|[A-Z]+(?![a-z])\d*")

SAYS = {
    "hidden": "the page hides this from its readers",
    "unseen": "stands in an element that a browser does not show",
    "struck": "the page strikes this out",
    "ruby": "a reading that the page sets beside characters",
    "furniture": "page furniture, by its element or its class",
    "link-list": "a list of links",
    "beside-text": "a line with links, apart from the text",
}
_PARAGRAPHS = frozenset({"p", "li", "dd", "dt", "h1", "h2", "h3", "h4", "pre", "blockquote", "font", "span"})
Page = tuple[Sequence[Element], Sequence[Block], Mapping[Element, Sums]]


def left_out(page: Page, source: str, titles: Sequence[str]) -> tuple[str, ...]:
    """For each block the rule that leaves it out, or an empty string; never all of a page that shows anything."""
    _, blocks, _ = page
    found = _rules(page, source, titles)
    shown = [block for block in blocks if not block.hidden]
    if all(rule or block.hidden for rule, block in zip(found, blocks, strict=True)):
        # a page of links, or one that shows its text by a script: all of it is read rather than nothing
        return tuple("hidden" if shown and block.hidden else "" for block in blocks)
    return tuple(found)


def _rules(page: Page, source: str, titles: Sequence[str]) -> list[str]:
    elements, blocks, sums = page
    revealed = _revealed(blocks)
    titled = {block for block in blocks if is_title(block, titles)}
    kept = _around({block.holder for block in titled})
    furniture = _furniture(page, source, kept)
    lists = _under(elements, {one for one in elements if one not in kept and _is_list(sums[one])})
    main = _main(elements, blocks, furniture)
    runs = _runs(blocks)
    within = _under(elements, {main})
    rules = []
    for at, block in enumerate(blocks):
        holder = block.holder
        if block.hidden:
            rules.append("" if block.hider in revealed else "hidden")
        elif holder in furniture and not (holder in within and _is_plain_prose(block)):
            rules.append("furniture")
        elif block in titled:
            rules.append("")
        elif holder in lists or at in runs or _is_link_line(block):
            rules.append("link-list")
        else:
            beside = block.links and not block.prose and holder not in within
            rules.append("beside-text" if beside else "")
    return rules


def _revealed(blocks: Sequence[Block]) -> set[Element | None]:
    """The elements that hide a share of the page's prose: it opens at a touch, or by a script.

    One that hides a single paragraph is opened only where the page hides more than it shows.
    """
    prose = [block for block in blocks if block.prose]
    hidden: dict[Element | None, list[int]] = {}
    for block in prose:
        if block.hidden:
            hidden.setdefault(block.hider, []).append(block.letters)
    whole = sum(block.letters for block in prose)
    most = sum(map(sum, hidden.values())) * 2 > whole
    much = {hider: sum(letters) >= REVEALED * whole for hider, letters in hidden.items()}
    return {hider for hider, letters in hidden.items() if much[hider] and (most or len(letters) > 1)}


def drawn(text: str) -> str:
    """The letters and digits of a text."""
    return "".join(filter(str.isalnum, text))


def is_title(block: Block, titles: Sequence[str]) -> bool:
    """Whether a block is the page's title, or a line of it: as the page names itself, or by its heading."""
    if block.linked or block.hidden:
        return False
    words = drawn(block.written)
    return len(words) >= TITLE and any(words in title for title in titles)


def _around(holders: set[Element]) -> set[Element]:
    """Elements with all that they lie in."""
    found: set[Element] = set()
    for holder in holders:
        one: Element | None = holder
        while one is not None and one not in found:
            found.add(one)
            one = one.parent
    return found


def _under(elements: Sequence[Element], heads: set[Element]) -> set[Element]:
    """Elements with all that lies in them; `elements` come parents first."""
    found: set[Element] = set()
    for element in elements:
        if element in heads or element.parent in found:
            found.add(element)
    return found


def _furniture(page: Page, source: str, kept: set[Element]) -> set[Element]:
    elements, _, sums = page
    names: dict[str, Any] = table("html")["foreign"]
    by_element, by_name = frozenset(names["elements"]), frozenset(names["names"])
    prose = sums[elements[0]].prose
    heads = set()
    for element in elements:
        named = element not in kept and not by_name.isdisjoint(_called(element, source))
        called = named or element.name in by_element
        much = prose and sums[element].prose >= MUCH * prose
        if called and not much and element.name not in {"html", "body"}:
            heads.add(element)
    return _under(elements, heads)


def _called(element: Element, source: str) -> Iterator[str]:
    for name in ("class", "id", "role"):
        if name in element.attributes:
            yield from (word.lower() for word in _WORDS.findall(attribute(element, name, source)[:500]))


def _is_list(sums: Sums) -> bool:
    return sums.links >= 3 and not sums.prose and sums.linked >= LINKED * sums.letters


def _is_link_line(block: Block) -> bool:
    return block.links >= 3 and not block.prose and block.linked >= LINKED * block.letters


def _is_plain_prose(block: Block) -> bool:
    return block.prose and not block.links and block.letters >= LONG


def _runs(blocks: Sequence[Block]) -> set[int]:
    """Places of three or more blocks in a row that are nearly all link."""
    found: set[int] = set()
    run: list[int] = []
    for at, block in enumerate(blocks):
        if block.links and not block.prose and block.linked >= MAIN * block.letters:
            run.append(at)
        else:
            run = []
        if len(run) >= 3:
            found.update(run[-3:])
    return found


def _main(elements: Sequence[Element], blocks: Sequence[Block], furniture: set[Element]) -> Element:
    """The innermost element with most of the prose outside furniture; the root where there is none."""
    own = dict.fromkeys(elements, 0)
    for block in blocks:
        if block.prose and not block.hidden and block.holder not in furniture:
            own[block.holder] += block.letters
    for element in reversed(elements):
        if element.parent is not None:
            own[element.parent] += own[element]
    main = elements[0]
    for element in elements:
        if own[main] and element.parent is main and own[element] >= MAIN * own[elements[0]]:
            main = element
    while main.name in _PARAGRAPHS and main.parent is not None:
        main = main.parent
    return main
