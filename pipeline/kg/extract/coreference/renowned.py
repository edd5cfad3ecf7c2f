"""Says whose that is which something is known for: « Lyon, réputée pour ses bars », "a bar famous for its pies".

What the adjective describes has it, whoever the clause is about.
"""

from typing import Final

from kg.extract.reading import Reading, Reference
from kg.lexicon.closed import POSSESSIVES
from kg.model.annotation import Sentence, Token

_KNOWN: Final = ("réput", "connu", "célèbre", "renommé", "prisé", "known", "famous", "renowned", "celebrated", "noted")
_ATTRIBUTES: Final = ("amod", "acl", "appos", "conj", "nmod")


def of_renowned(reading: Reading, sentence: Sentence, token: Token) -> tuple[Reference, ...] | None:
    """Return what is known for the thing that a possessive owns, nobody where it has no name, None for other words."""
    thing = sentence.head(token) if token.lower in POSSESSIVES else None
    case = next((c for c in sentence.children(thing, "case") if c.lower in ("pour", "for")), None) if thing else None
    known = sentence.tokens[case.index - 1] if case is not None and case.index else None
    if known is None or not known.lower.startswith(_KNOWN) or known.dep not in _ATTRIBUTES:
        return None
    noun: Token | None = sentence.head(known)
    while noun is not None and noun.name is None and noun.dep == "appos":
        noun = sentence.head(noun)
    if noun is None or noun.index > known.index or noun.pos in ("VERB", "AUX", "ADJ"):
        return None
    found = reading.referents(sentence, noun)
    return tuple(Reference(r.entity, "pronoun", "what is known for it", noun.span) for r in found[: len(found) == 1])
