"""Resolves "the rebels", "the militants" to the one body whose fighters the text calls so."""

import re
from typing import Final

from kg.extract.coreference.salience import Salience
from kg.extract.reading import Reading, Reference
from kg.model.annotation import Sentence, Token

FIGHTERS: Final = frozenset(
    "rebels militants insurgents fighters jihadists guerrillas separatists extremists terrorists gunmen".split()
)
OF_BODY: Final = re.compile(rf" ({'|'.join(sorted(FIGHTERS))})\b")
_DEFINITE: Final = frozenset(("the", "these", "those"))
_WINDOW: Final = 30  # sentences
_GENERAL: Final = frozenset(("gunmen", "fighters"))  # of whoever shoots, unless the body's are called so


def fighters(reading: Reading, sentence: Sentence, token: Token, salience: Salience) -> tuple[Reference, ...]:
    """Return the only body spoken of whose people are called so, unless the noun says whose they are."""
    if token.lower not in FIGHTERS or not {c.lower for c in sentence.children(token, "det")} & _DEFINITE:
        return ()
    if any(sentence.children(token, "nmod", "nmod:poss", "compound", "amod", "nummod", "acl", "acl:relcl")):
        return ()
    spoken = dict.fromkeys(seen.entity for seen in salience.newest(_WINDOW))
    own = FIGHTERS if token.lower not in _GENERAL else {token.lower}
    bodies = [i for i in spoken if reading.roles.get(i, set()) & own]
    if len(bodies) != 1:
        return ()
    return (
        Reference(bodies[0], "nominal", f"the only body whose « {token.text} » are told of", salience.last(bodies[0])),
    )
