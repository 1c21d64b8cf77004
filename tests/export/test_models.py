"""Forms with one number for each pair: Mental Modeler, matrix, cognitivemapr. What they cannot hold is listed."""

from __future__ import annotations

import csv
import io
import json
from typing import Any

from tests.export.making_pictures import KINDS, NAMES, said

from actum.export.cognitivemapr import cognitivemapr
from actum.export.matrix import matrix
from actum.export.mental_modeler import mental_modeler


def rows_of(data: bytes, by: str = ",") -> list[list[str]]:
    return list(csv.reader(io.StringIO(data.decode("utf8")), delimiter=by))


def strings(value: Any) -> bool:
    """Whether all leaves are strings."""
    if isinstance(value, dict):
        return all(map(strings, value.values()))
    return all(map(strings, value)) if isinstance(value, list) else isinstance(value, str)


def model() -> tuple[Any, list[str]]:
    data, left_out = mental_modeler(said(), NAMES, KINDS, title="t", date="2025-01-01")
    return json.loads(data), left_out


def test_a_model_has_strings_everywhere_and_one_relation_a_pair() -> None:
    made, _ = model()
    assert strings(made)
    names = {concept["id"]: concept["name"] for concept in made["concepts"]}
    for concept in made["concepts"]:
        ids = [relation["id"] for relation in concept["relationships"]]
        assert len(ids) == len(set(ids))
        assert all(names[relation["id"]] == relation["name"] for relation in concept["relationships"])
    inf = next(concept for concept in made["concepts"] if concept["notes"] == "inf-treaty")
    assert {relation["name"]: relation["influence"] for relation in inf["relationships"]} == {
        "军备竞赛": "-1",
        "战略稳定": "1",
    }
    stable = next(relation for relation in inf["relationships"] if relation["name"] == "战略稳定")
    assert stable["notes"] == "w19, p01.s1, CHN (said of less of the cause): inf-treaty使strategic-stability。"


def test_pairs_without_one_sign_are_left_out_and_listed() -> None:
    _, left_out = model()
    assert left_out == [
        "peace → npt: not said which way in 1 work",
        "strategic-stability → peace: up in 1 work, down in 1 work",
    ]
    assert matrix(said())[1] == left_out


def test_a_model_is_the_same_each_time() -> None:
    one, other = (mental_modeler(said(), NAMES, KINDS, title="t", date="")[0] for _ in range(2))
    assert one == other


def test_a_matrix_has_the_same_concepts_in_the_same_order_both_ways() -> None:
    head, *rows = rows_of(matrix(said())[0])
    assert head[1:] == [row[0] for row in rows]
    cell = {(row[0], column): value for row in rows for column, value in zip(head[1:], row[1:], strict=True)}
    assert cell["inf-treaty", "arms-race"] == "-1"
    assert cell["inf-treaty", "strategic-stability"] == "1"
    assert cell["strategic-stability", "peace"] == "0"
    assert cell["arms-race", "inf-treaty"] == "0"


def test_an_edge_list_has_a_row_for_each_sign_and_work() -> None:
    data, left_out = cognitivemapr(said())
    head, *rows = rows_of(data)
    assert head[:4] == ["from", "to", "weight", "edge_value"]
    assert all(row[3] in {"1", "-1"} and int(row[2]) >= 1 for row in rows)
    found = [(row[3], row[5], row[7]) for row in rows if row[:2] == ["inf-treaty", "arms-race"]]
    assert found == [("-1", "w19", "CHN"), ("-1", "w25", "CHN")]
    assert sorted(row[3] for row in rows if row[:2] == ["strategic-stability", "peace"]) == ["-1", "1"]
    assert left_out == ["peace → npt: 1 said without a sign"]
