"""Pairs are as many as can be made, one to one, and a first choice is kept where it costs nothing."""

from itertools import permutations

from hypothesis import given
from hypothesis import strategies as st

from kg.evaluate.pairs import pairs
from kg.evaluate.words import alike, overlap

LIKES = st.lists(st.lists(st.integers(0, 4), unique=True, max_size=5), max_size=5)


@given(LIKES)
def test_as_many_pairs_as_by_trying_all(likes: list[list[int]]) -> None:
    made = pairs(likes)
    assert len(set(made.values())) == len(made)
    assert all(found in likes[wanted] for wanted, found in made.items())
    best = max(
        sum(found in liked for liked, found in zip(likes, order, strict=False)) for order in permutations(range(5))
    )
    assert len(made) == best


def test_the_first_choice_is_taken() -> None:
    assert pairs([[1, 0]]) == {0: 1}
    assert pairs([]) == {}


def test_small_words_do_not_count() -> None:
    assert overlap("le retrait … du contingent", "Le retrait des soldats") == 0.5
    assert not alike("the end of the war", "the day of the vote")
    assert alike("of it", "of it")
    assert overlap("", "word") == 0.0
