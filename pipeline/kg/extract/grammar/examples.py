"""Finds the examples that a noun for several is told with: « des groupes comme A, B et C », "firms such as A"."""

from typing import Final

from kg.extract.grammar.prepositions import preposition
from kg.model.annotation import Sentence, Token

EXAMPLES: Final = (
    "comme",
    "tel que",
    "tels que",
    "telles que",
    "dont",
    "parmi lesquels",
    "parmi lesquelles",
    "notamment",
    "such as",
    "like",
    "including",
    "à savoir",
    "among them",
    "notably",
)


def gives_example(sentence: Sentence, child: Token) -> bool:
    """Tell whether a word below a noun stands behind « comme », « tels que », "including"."""
    return (
        preposition(sentence, child) in EXAMPLES
        or (any(c.lower == "such" for c in sentence.children(child, "amod")) and child.name is not None)
        or any(c.lower in EXAMPLES for c in sentence.children(child, "mark", "advmod", "cc"))
    )
