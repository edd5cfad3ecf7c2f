"""Decodes the transition models of spaCy (names, trees) step by step, and holds Python's lock all the while.

spaCy's own loop gives the lock back and takes it again whenever it looks at a state, some fifty times a word: a tenth
of the time of `kg ingest`. What is computed is the same (decision 0021).
"""

from collections.abc import Sequence
from typing import Protocol, TypeGuard

import numpy as np
from spacy.pipeline import DependencyParser, EntityRecognizer
from spacy.tokens import Doc
from thinc.api import Model
from thinc.types import Floats2d, Ints2d


class _State(Protocol):
    def is_final(self) -> bool: ...


class _Moves(Protocol):
    def init_batch(self, docs: Sequence[Doc]) -> list[_State]: ...


class _Hidden(Protocol):
    def predict(self, tokens: Ints2d) -> Floats2d: ...


class _Steps(Protocol):
    """Hold what a model computed of the words, to score the states of docs with."""

    state2vec: _Hidden
    vec2scores: Model[Floats2d, Floats2d]

    def get_token_ids(self, states: Sequence[_State]) -> Ints2d: ...

    def clear_memory(self) -> None: ...


class TransitionParser(Protocol):
    """Hold the parts of spaCy's components for names and trees that decoding needs."""

    cfg: dict[str, object]
    model: Model[Sequence[Doc], _Steps]
    moves: _Moves

    def transition_states(self, states: Sequence[_State], scores: Floats2d) -> list[_State]:
        """Take the best valid step of each state and return the states that are not at their end."""

    def set_annotations(self, docs: Sequence[Doc], states: Sequence[_State]) -> None:
        """Write the end states into the docs."""


def decodable(pipe: object) -> TypeGuard[TransitionParser]:
    """Return whether a component is a transition model of the kind that `decode` knows: greedy, with two layers."""
    if not isinstance(pipe, DependencyParser | EntityRecognizer) or pipe.cfg["beam_width"] != 1:
        return False
    attributes = pipe.model.attrs
    return bool(attributes["has_upper"]) and not attributes["unseen_classes"]


def decode(pipe: TransitionParser, docs: Sequence[Doc]) -> None:
    """Set what the component finds in the docs.

    Of each state the valid transition with the highest score is taken, as in spaCy's `greedy_parse`.
    """
    states = pipe.moves.init_batch(docs)
    if any(len(doc) for doc in docs):
        _finish(pipe, docs, states)
    pipe.set_annotations(docs, states)


def _finish(pipe: TransitionParser, docs: Sequence[Doc], states: Sequence[_State]) -> None:
    steps = pipe.model.predict(docs)
    # a copy in the order of reading: thousands of small products take a sixth less time with it
    weights = np.ascontiguousarray(steps.vec2scores.get_param("W").T)
    bias = steps.vec2scores.get_param("b")
    running = [state for state in states if not state.is_final()]
    while running:
        hidden = steps.state2vec.predict(steps.get_token_ids(running))
        running = pipe.transition_states(running, hidden @ weights + bias)
    steps.clear_memory()  # it stands in a circle, which the collector is told to look for seldom
