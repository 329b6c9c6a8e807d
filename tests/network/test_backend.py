"""The networkx backend gives what networkx gives, for the same call."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from typing import Any

import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from networkx.utils import backends
from random_graphs import edge_tables

from kg.network.arrays import ArrayGraph, arrays_of, from_networkx, to_networkx
from kg.network.graph import as_networkx

GRAPHS = (nx.Graph, nx.DiGraph, nx.MultiGraph, nx.MultiDiGraph)
tried = settings(max_examples=100, deadline=None)


pytestmark = [
    pytest.mark.skipif(
        "kg_arrays" not in backends.backends, reason="networkx finds backends where the package is installed"
    ),
    pytest.mark.filterwarnings("ignore:Note. conversions to backend graphs"),  # networkx notes each use of its cache
]


@st.composite
def graphs(draw: st.DrawFn, kinds: tuple[Any, ...] = GRAPHS) -> Any:
    """Draw a networkx graph of any of the four kinds, with weights, loops and parallel edges."""
    graph = draw(st.sampled_from(kinds))()
    graph.add_nodes_from(draw(st.lists(st.sampled_from("abcdefg"), min_size=1, unique=True)))
    nodes = st.sampled_from(sorted(graph))
    for one, other, weight in draw(st.lists(st.tuples(nodes, nodes, st.integers(1, 4)), max_size=16)):
        graph.add_edge(one, other, weight=weight)
    return graph


def both(function: Any, *args: Any, **kwargs: Any) -> tuple[Any, Any]:
    """Run a call with networkx and with the backend, errors included."""
    results = []
    for backend in ("networkx", "kg_arrays"):
        try:
            result = function(*args, backend=backend, **kwargs)
            results.append(list(result) if isinstance(result, Iterator) else result)
        except nx.NetworkXException as error:
            results.append(type(error))
    return results[0], results[1]


@tried
@given(graphs(), st.sampled_from(["weight", None]))
def test_pagerank(graph: Any, weight: str | None) -> None:
    """PageRank is networkx's to the last digits, weighed or not, dangling nodes, loops and parallel edges included."""
    ours, theirs = both(nx.pagerank, graph, weight=weight)
    assert ours == pytest.approx(theirs, abs=1e-9)


@tried
@given(graphs())
def test_pagerank_personal(graph: Any) -> None:
    """A personalised PageRank starts again at the nodes given."""
    node = min(graph)
    ours, theirs = both(nx.pagerank, graph, personalization={node: 1}, alpha=0.7)
    assert ours == pytest.approx(theirs, abs=1e-9)


@tried
@given(graphs((nx.Graph, nx.DiGraph)), st.booleans())
def test_betweenness(graph: Any, normalized: bool) -> None:
    """Betweenness is networkx's."""
    ours, theirs = both(nx.betweenness_centrality, graph, normalized=normalized)
    assert ours == pytest.approx(theirs)


@tried
@given(graphs())
def test_components(graph: Any) -> None:
    """Components are networkx's, in its order, and refused for the other kind of graph."""
    function = nx.weakly_connected_components if graph.is_directed() else nx.connected_components
    number = nx.number_weakly_connected_components if graph.is_directed() else nx.number_connected_components
    ours, theirs = both(function, graph)
    assert ours == theirs
    ours, theirs = both(number, graph)
    assert ours == theirs


@tried
@given(graphs(), st.none() | st.integers(0, 3))
def test_paths(graph: Any, cutoff: int | None) -> None:
    """Simple paths, shortest paths and distances are networkx's, parallel edges counted as it counts them."""
    one, other = min(graph), max(graph)
    ours, theirs = both(nx.all_simple_paths, graph, one, other, cutoff=cutoff)
    assert sorted(ours) == sorted(theirs)
    ours, theirs = both(nx.all_shortest_paths, graph, one, other)
    assert ours == theirs if isinstance(ours, type) else sorted(ours) == sorted(theirs)
    ours, theirs = both(nx.single_source_shortest_path_length, graph, one, cutoff=cutoff)
    assert ours == theirs


@tried
@given(graphs(), st.integers(0, 2), st.booleans(), st.booleans())
def test_ego_graph(graph: Any, radius: int, center: bool, undirected: bool) -> None:
    """The neighbourhood of a node has networkx's nodes and edges."""
    expected = nx.ego_graph(graph, min(graph), radius=radius, center=center, undirected=undirected)
    found = nx.ego_graph(from_networkx(graph), min(graph), radius=radius, center=center, undirected=undirected)
    assert isinstance(found, ArrayGraph)
    back = to_networkx(found)
    assert set(back) == set(expected)
    assert endings(back) == endings(expected)


def endings(graph: Any) -> list[tuple[str, ...]]:
    """Give the pairs of a graph's edges, one an edge."""
    return sorted(tuple(pair) if graph.is_directed() else tuple(sorted(pair)) for pair in graph.edges())


@tried
@given(graphs((nx.Graph, nx.MultiGraph)), st.sampled_from(["louvain_communities", "leiden_communities"]))
def test_communities(graph: Any, name: str) -> None:
    """Communities part the nodes, join nobody across components, and are the same for the same seed."""
    function = getattr(nx.community, name)
    found = function(graph, seed=3, backend="kg_arrays")
    assert sorted(node for part in found for node in part) == sorted(graph)
    assert all(nx.is_connected(nx.Graph(graph.subgraph(part))) for part in found)
    assert found == function(graph, seed=3, backend="kg_arrays")


@tried
@given(edge_tables(represents=False))
def test_arrays_without_networkx(edges: Any) -> None:
    """Arrays made from the columns are those made from the networkx graph of the same events."""
    graph = as_networkx(edges, {})
    direct, converted = arrays_of(edges), from_networkx(graph)
    assert to_networkx(direct).adj == to_networkx(converted).adj if len(edges) else len(direct) == 0
    if len(edges):
        assert nx.pagerank(direct) == pytest.approx(nx.pagerank(graph), abs=1e-9)


def test_left_to_networkx() -> None:
    """What the backend cannot do is left to networkx where it is only preferred."""
    graph = nx.path_graph(4)
    expected = nx.betweenness_centrality(graph, k=2, seed=1)
    with nx.config(backend_priority=["kg_arrays"]):
        assert nx.betweenness_centrality(graph, k=2, seed=1) == expected
        assert nx.pagerank(graph) == pytest.approx(nx.pagerank(graph, backend="networkx"), abs=1e-9)


def test_light_information() -> None:
    """What networkx reads at its own import imports neither the store nor numpy."""
    code = "import sys, kg.network.backend_info; print('numpy' in sys.modules, 'pyoxigraph' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["False", "False"]
