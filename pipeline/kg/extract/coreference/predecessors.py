"""Takes up who made room: "replaced Jane Miller when she resigned", « a remplacé Dubois quand il est parti »."""

from typing import Final

from kg.extract.grammar.prepositions import preposition
from kg.extract.reading import Reading, Reference
from kg.model import EntityType
from kg.model.annotation import Sentence, Token

_SUCCEEDING: Final = ("replac", "succe", "succé", "remplac")
_LEAVING: Final = tuple(
    """resign quit retir stepped steps left leave died dies dead passed fired sacked dismiss oust depart démission quitt
    décéd décèd mort parti limog retrait""".split()
)
_WHEN: Final = frozenset("when after because as once since lorsque lorsqu' quand après".split())
_PRONOUNS: Final = {"he": "m", "il": "m", "she": "f", "elle": "f"}


def predecessor(reading: Reading, sentence: Sentence, token: Token) -> tuple[Reference, ...]:
    """Return the person whom the clause above says is succeeded, where the pronoun's own clause says who left."""
    gender = _PRONOUNS.get(token.lower, "")
    left = sentence.head(token) if gender and token.dep.startswith("nsubj") else None
    if left is None or not left.dep.startswith("advcl") or not left.lower.startswith(_LEAVING):
        return ()
    before = reversed(sentence.tokens[left.head : left.index])
    above = next((t for t in before if t.pos == "VERB"), None)  # the clause may hang from a verb further up
    when = any(c.lower in _WHEN for c in sentence.children(left, "mark", "advmod"))
    if above is None or not when or not above.lower.startswith(_SUCCEEDING):
        return ()
    for one in sentence.children(above, "obj", "obl", "iobj"):
        found = reading.referents(sentence, one) if preposition(sentence, one) in ("", "à") else ()
        fits = len(found) == 1 and reading.genders.get(found[0].entity, gender) in ("", gender)
        if fits and reading.entities[found[0].entity].type is EntityType.PERSON and one.index < left.index:
            return (Reference(found[0].entity, "pronoun", "who made room", one.span),)
    return ()
