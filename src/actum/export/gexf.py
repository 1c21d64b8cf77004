"""A graph as GEXF 1.3, with the years of its works, for Gephi.

Takes       a Graph.
Gives       the bytes of a .gexf file; the same graph, the same bytes.
Method      GEXF 1.3 (gexf.net): attributes, nodes, edges; each sign of a pair is an edge of its own `kind`, for else
            Gephi merges them. An edge lasts for the years of its works: `start` and `end` for one run of years, spells
            for several. Attributes do not change with time: Gephi is unsure of weights that do.
Leaves out  the day of writing (the same graph gives the same bytes); years where no work has any.
"""

from __future__ import annotations

from lxml import etree

from actum.export.graph import Graph, GraphEdge, GraphNode, Value
from actum.export.graph_xml import Element, added, file_of, held, kinds, rooted, written

_NS, _VIZ = "http://gexf.net/1.3", "http://gexf.net/1.3/viz"
_TYPES = {"string": "string", "int": "integer", "double": "double"}


def gexf(graph: Graph) -> bytes:
    """The graph as a GEXF file."""
    root = rooted(_NS, "gexf", viz=_VIZ)
    root.set("version", "1.3")
    meta = added(root, "meta")
    added(meta, "creator").text = "Actum"
    added(meta, "description").text = held(graph.title)
    dated = any(edge.years for edge in graph.edges)
    time = {"timeformat": "double", "timerepresentation": "interval"} if dated else {}
    mode = {"mode": "dynamic" if dated else "static", **time}
    body = added(root, "graph", defaultedgetype="directed" if graph.directed else "undirected", **mode)
    of_nodes, of_edges = _attributes(body, "node", kinds(graph.nodes)), _attributes(body, "edge", kinds(graph.edges))
    nodes = added(body, "nodes")
    for node in graph.nodes:
        _node(nodes, node, of_nodes)
    edges = added(body, "edges")
    for edge in graph.edges:
        _edge(edges, edge, of_edges)
    return file_of(root)


def _attributes(body: Element, target: str, named: dict[str, str]) -> dict[str, str]:
    """Declare attributes; gives the id of each name."""
    if not named:
        return {}
    element = added(body, "attributes", **{"class": target, "mode": "static"})
    ids = {name: f"{target[0]}{number}" for number, name in enumerate(named)}
    for name, kind in named.items():
        added(element, "attribute", id=ids[name], title=name, type=_TYPES[kind])
    return ids


def _node(nodes: Element, node: GraphNode, ids: dict[str, str]) -> None:
    element = added(nodes, "node", id=held(node.id), label=held(node.label))
    _values(element, node.attributes, ids)
    if node.place:
        x, y = map(repr, node.place)
        etree.SubElement(element, etree.QName(_VIZ, "position"), {"x": x, "y": y, "z": "0.0"})


def _edge(edges: Element, edge: GraphEdge, ids: dict[str, str]) -> None:
    runs = _runs(edge.years)
    time = {"start": repr(float(runs[0][0])), "end": repr(float(runs[0][1]))} if len(runs) == 1 else {}
    element = added(
        edges,
        "edge",
        id=edge.id,
        source=held(edge.source),
        target=held(edge.target),
        kind=held(edge.kind),
        label=held(edge.kind),
        weight=repr(edge.weight),
        **time,
    )
    _values(element, edge.attributes, ids)
    if len(runs) > 1:
        spells = added(element, "spells")
        for first, last in runs:
            added(spells, "spell", start=repr(float(first)), end=repr(float(last)))


def _values(element: Element, values: tuple[tuple[str, Value], ...], ids: dict[str, str]) -> None:
    if values:
        inside = added(element, "attvalues")
        for name, value in values:
            added(inside, "attvalue", **{"for": ids[name], "value": written(value)})


def _runs(years: tuple[int, ...]) -> list[tuple[int, int]]:
    """Runs of years that follow one another, first and last."""
    runs: list[tuple[int, int]] = []
    for year in years:
        if runs and year == runs[-1][1] + 1:
            runs[-1] = (runs[-1][0], year)
        else:
            runs.append((year, year))
    return runs
