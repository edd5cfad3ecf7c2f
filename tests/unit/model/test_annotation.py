"""Dependency trees: whatever heads the rules give, every walk ends."""

from hypothesis import given
from hypothesis import strategies as st

from kg.model import Span
from kg.model.annotation import Token, make_sentence


@given(st.integers(1, 12).flatmap(lambda size: st.lists(st.integers(0, size - 1), min_size=size, max_size=size)))
def test_any_heads_give_a_forest(heads: list[int]) -> None:
    tokens = tuple(Token(i, Span(i, i + 1), "x", "NOUN", "dep", head) for i, head in enumerate(heads))
    sentence = make_sentence(0, Span(0, len(tokens)), tokens, 0)
    reached = [token.index for root in sentence.roots() for token in sentence.subtree(root)]
    assert sorted(reached) == list(range(len(tokens)))


@given(st.integers(1, 12).flatmap(lambda size: st.lists(st.integers(0, size - 1), min_size=size, max_size=size)))
def test_heads_that_make_a_forest_stay(heads: list[int]) -> None:
    down = [min(head, i) for i, head in enumerate(heads)]
    tokens = tuple(Token(i, Span(i, i + 1), "x", "NOUN", "dep", head) for i, head in enumerate(down))
    assert make_sentence(0, Span(0, len(tokens)), tokens, 0).tokens == tokens
