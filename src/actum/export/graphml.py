"""A graph as GraphML, in the plain dialect that Gephi, networkx, igraph and Cytoscape read.

Takes       a Graph.
Gives       the bytes of a .graphml file; the same graph, the same bytes.
Method      GraphML 1.0 (graphml.graphdrawing.org): typed keys first, then nodes, then edges with ids of their own.
Leaves out  time, shapes and colours, for which each program has a dialect that breaks another: GEXF has time.
"""

from __future__ import annotations

from actum.export.graph import Graph, GraphEdge, GraphNode, Value
from actum.export.graph_xml import Element, added, file_of, held, kinds, rooted, written

_NS = "http://graphml.graphdrawing.org/xmlns"


def graphml(graph: Graph) -> bytes:
    """The graph as a GraphML file."""
    root = rooted(_NS, "graphml")
    of_nodes = {"label": "string", **kinds(graph.nodes), "x": "double", "y": "double"}
    of_edges = {"kind": "string", "weight": "double", "first_year": "int", "last_year": "int", **kinds(graph.edges)}
    for target, named in (("node", of_nodes), ("edge", of_edges)):
        for name, kind in named.items():
            key = {"id": f"{target[0]}_{name}", "for": target, "attr.name": name, "attr.type": kind}
            added(root, "key", **key)
    body = added(root, "graph", id="G", edgedefault="directed" if graph.directed else "undirected")
    for node in graph.nodes:
        _node(body, node)
    for edge in graph.edges:
        _edge(body, edge)
    return file_of(root)


def _node(body: Element, node: GraphNode) -> None:
    element = added(body, "node", id=held(node.id))
    data: list[tuple[str, Value]] = [("label", node.label), *node.attributes]
    data += [("x", node.place[0]), ("y", node.place[1])] if node.place else []
    _data(element, "n", data)


def _edge(body: Element, edge: GraphEdge) -> None:
    element = added(body, "edge", id=edge.id, source=held(edge.source), target=held(edge.target))
    data: list[tuple[str, Value]] = [("kind", edge.kind), ("weight", edge.weight)]
    data += [("first_year", edge.years[0]), ("last_year", edge.years[-1])] if edge.years else []
    _data(element, "e", [*data, *edge.attributes])


def _data(element: Element, letter: str, values: list[tuple[str, Value]]) -> None:
    for name, value in values:
        added(element, "data", key=f"{letter}_{name}").text = written(value)
