"""GraphML and GEXF, read back with networkx."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import Any

import networkx as nx
import pytest
from lxml import etree
from tests.export.making_pictures import KINDS, NAMES, said
from tests.regime.making_maps import map_of
from tests.regime.making_networks import leaning

from actum.export.gexf import gexf
from actum.export.graph import Graph, graph_of_map, graph_of_network, years_of
from actum.export.graphml import graphml
from actum.regime.network.network import holder_concept, one_mode

GEXF = "{http://gexf.net/1.3}"
Writer = Callable[[Graph], bytes]
READ: dict[Writer, Callable[[Any], Any]] = {graphml: nx.read_graphml, gexf: nx.read_gexf}


def graph() -> Graph:
    return graph_of_map(said(), NAMES, KINDS, title="<title> & more")


@pytest.mark.parametrize("write", READ)
def test_a_map_comes_back(write: Writer) -> None:
    back = READ[write](io.BytesIO(write(graph())))
    assert set(back.nodes) == {node.concept for node in said().nodes}
    assert back.nodes["inf-treaty"]["label"] == "中导条约"
    assert back.nodes["arms-race"]["kind"] == "risk"
    edges = sorted((cause, effect, data["sign"], data["weight"]) for cause, effect, data in back.edges(data=True))
    assert ("inf-treaty", "arms-race", "down", 2.0) in edges
    assert [edge[2] for edge in edges if edge[:2] == ("strategic-stability", "peace")] == ["down", "up"]
    assert ("peace", "npt", "unknown", 1.0) in edges
    assert all(weight >= 1 for *_, weight in edges)


@pytest.mark.parametrize("write", READ)
def test_the_same_graph_gives_the_same_bytes(write: Writer) -> None:
    assert write(graph()) == write(graph())


@pytest.mark.parametrize("write", READ)
def test_an_empty_map_is_a_graph(write: Writer) -> None:
    assert len(READ[write](io.BytesIO(write(graph_of_map(map_of(""), {}, {}, title=""))))) == 0


def test_characters_that_xml_cannot_hold_are_replaced() -> None:
    odd = graph_of_map(map_of("w1: unknown:a\x07b\ud800 -> c"), {}, {}, title="\x00")
    for write, read in READ.items():
        assert "unknown:a\ufffdb\ufffd" in read(io.BytesIO(write(odd)))


def test_gexf_has_the_years_and_a_kind_for_each_sign() -> None:
    root = etree.fromstring(gexf(graph()))
    edges = {(edge.get("source"), edge.get("target"), edge.get("kind")): edge for edge in root.iter(f"{GEXF}edge")}
    one = edges["golden-dome", "strategic-stability", "down"]
    assert (one.get("start"), one.get("end")) == ("2025.0", "2025.0")
    two = edges["inf-treaty", "arms-race", "down"]
    assert two.get("start") is None
    spells = [(spell.get("start"), spell.get("end")) for spell in two.iter(f"{GEXF}spell")]
    assert spells == [("2019.0", "2019.0"), ("2025.0", "2025.0")]
    assert {edge.get("kind") for edge in edges.values()} == {"up", "down", "unknown"}


def test_gexf_keeps_to_its_schema() -> None:
    """What the RELAX NG of GEXF 1.3 asks of the elements that are used, checked by hand: order, names, references."""
    root = etree.fromstring(gexf(graph()))
    assert [etree.QName(one).localname for one in root] == ["meta", "graph"]
    assert [etree.QName(one).localname for one in root[1]] == ["attributes", "attributes", "nodes", "edges"]
    allowed = {
        "node": {"id", "label"},
        "edge": {"id", "source", "target", "kind", "label", "weight", "start", "end"},
        "attvalue": {"for", "value"},
        "attribute": {"id", "title", "type"},
        "spell": {"start", "end"},
    }
    for name, attributes in allowed.items():
        assert all(set(element.attrib) <= attributes for element in root.iter(f"{GEXF}{name}"))
    nodes = {node.get("id") for node in root.iter(f"{GEXF}node")}
    declared = {one.get("class"): {each.get("id") for each in one} for one in root.iter(f"{GEXF}attributes")}
    for edge in root.iter(f"{GEXF}edge"):
        assert {edge.get("source"), edge.get("target")} <= nodes
        assert {value.get("for") for value in edge.iter(f"{GEXF}attvalue")} == declared["edge"]
    for node in root.iter(f"{GEXF}node"):
        assert {value.get("for") for value in node.iter(f"{GEXF}attvalue")} == declared["node"]
    ids = [edge.get("id") for edge in root.iter(f"{GEXF}edge")]
    assert len(ids) == len(set(ids))


def test_graphml_declares_each_key_once_and_uses_no_other() -> None:
    root = etree.fromstring(graphml(graph()))
    space = "{http://graphml.graphdrawing.org/xmlns}"
    keys = [key.get("id") for key in root.iter(f"{space}key")]
    assert len(keys) == len(set(keys))
    assert {data.get("key") for data in root.iter(f"{space}data")} <= set(keys)
    assert all(data.text is not None or data.get("key") for data in root.iter(f"{space}data"))


@pytest.mark.parametrize("write", READ)
def test_networks_come_back(write: Writer) -> None:
    debate = [leaning("CHN", "ctbt", "for"), leaning("FRA", "ctbt", "against", work="w2")]
    two = READ[write](io.BytesIO(write(graph_of_network(holder_concept(debate), {"ctbt": "条约"}, title="n"))))
    assert two.nodes["ctbt"]["label"] == "条约"
    assert two.is_directed()
    one = READ[write](io.BytesIO(write(graph_of_network(one_mode("subtract", debate), {}, title="n"))))
    assert not one.is_directed()
    ((_, _, data),) = one.edges(data=True)
    assert (data["value"], data["weight"]) == (-1.0, 1.0)


def test_years_of_dates() -> None:
    assert years_of(["2019-06-05", "", "XXXX-06-05", "2024-12-31/2025-01-02", "2019"]) == (2019, 2024, 2025)
