"""The parameters of a Cypher query: defaults at its head, values given."""

import pytest

from kg.errors import UsageError
from kg.query.cypher import parameters, rows

QUERY = """// What it answers.
// $name = "Elon Musk"
// $limit = 20
//   $plain = a word
MATCH (n) // $late = 1
// $later = 2
RETURN n"""


def test_only_the_head_of_a_query_gives_defaults() -> None:
    assert parameters(QUERY) == {"name": "Elon Musk", "limit": 20, "plain": "a word"}
    assert parameters("RETURN 1") == {}


def test_a_value_given_wins_and_is_json_where_it_reads_as_such() -> None:
    given = ["name=X", 'list=["a", null]', "number=1.5", "text=a=b", "empty=", 'quoted="7"']
    assert parameters(QUERY, given) == {
        "name": "X",
        "limit": 20,
        "plain": "a word",
        "list": ["a", None],
        "number": 1.5,
        "text": "a=b",
        "empty": "",
        "quoted": "7",
    }


@pytest.mark.parametrize("pair", ["name", "=x", "a b=1", "1=2"])
def test_a_value_without_a_name_is_refused(pair: str) -> None:
    with pytest.raises(UsageError, match="has no name"):
        parameters("", [pair])


def test_rows_bear_the_names_of_the_columns() -> None:
    assert list(rows(["a", "b"], [[1, None], ["x", [2]]])) == [{"a": 1, "b": None}, {"a": "x", "b": [2]}]
